"""Tables and figures: captions, names, alignment, and cells that stay cells."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from hulp.markdown import LASTIG, bij_soort, blokken, cellen
from leefbaarheid.basis.lettertype import LETTERTYPEN
from leefbaarheid.basis.merken import BEGIN, EIND, MIDDEN
from leefbaarheid.rapport.opmaak import figuur, kopbreedte, passend, tabel, voor_de_kop
from leefbaarheid.wijkanalyses.blokken import platte_tekst

TABEL = {"id": "proef", "titel": "Titel.", "bron": "Bron: X.", "uitlijning": "lr"}


def test_tabel_heeft_kop_uitlijning_bijschrift_en_naam():
    tekst = tabel(["Wijk", "Score", "K"], [["Oost", "3,86", 4]], **TABEL | {"uitlijning": "lrc"})
    assert cellen(tekst) == [["Wijk", "Score", "K"], ["Oost", "3,86", "4"]]
    (t,) = bij_soort(blokken(tekst), "Table")
    uitlijning = [kolom[0]["t"] for kolom in t["c"][2]]
    assert uitlijning == ["AlignLeft", "AlignRight", "AlignCenter"]
    assert tekst.split("\n")[-1] == ": Titel. Bron: X. {#tbl-proef tbl-colwidths=false}"


def test_kolombreedtes_worden_procenten():
    tekst = tabel(["a", "b"], [["c", "d"]], **TABEL, breedtes=[30, 10])
    assert tekst.endswith('{#tbl-proef tbl-colwidths="[75,25]"}')
    derden = tabel(["a", "b"], [["c", "d"]], **TABEL, breedtes=[2, 1])
    assert derden.endswith('tbl-colwidths="[67,33]"}')  # the whole width, whatever the rounding


@pytest.mark.parametrize(
    ("rijen", "uitlijning"),
    [([["a"]], "lr"), ([["a", "b"], ["a", "b", "c"]], "lr"), ([["a", "b"]], "l")],
)
def test_een_rij_met_een_ander_aantal_cellen_is_een_fout(rijen, uitlijning):
    with pytest.raises(ValueError, match="table proef: every row needs 2 cells"):
        tabel(["x", "y"], rijen, **TABEL | {"uitlijning": uitlijning})


def test_een_cel_met_een_regeleinde_of_een_streep_blijft_een_cel():
    rijen = [["a\n\nb", 3], ["c|d", r"e\|f"]]
    assert cellen(tabel(["x", "y"], rijen, **TABEL))[1:] == [["a b", "3"], ["c|d", "e|f"]]


@pytest.mark.parametrize("breedtes", [[1, 1, 1], [26] + [9] * 8, [13, 23, 10, 7, 7, 7, 10, 13, 13]])
def test_kolombreedten_zijn_samen_honderd(breedtes):
    assert sum(passend(breedtes)) == 100
    assert len(passend(breedtes)) == len(breedtes)


def test_een_kolom_is_zo_breed_als_het_langste_woord_van_haar_kop():
    kop = ["Groep", "Verandering", "Aandeel bewoners", "Nr"]
    breed = voor_de_kop([70, 10, 10, 10], kop)
    assert sum(breed) == pytest.approx(100)
    assert breed[1] == pytest.approx(kopbreedte("Verandering") + 0.5)
    assert breed[2] == pytest.approx(kopbreedte("bewoners") + 0.5)
    assert breed[0] < 70 and breed[3] < 10  # what was to spare went to the others
    assert voor_de_kop([1, 1], ["Jaar", "Wijk"]) == [50, 50]


def test_woorden_breder_dan_de_bladzijde_krijgen_wat_zij_nodig_hebben():
    kop = ["Meervoudigewoordenreeks"] * 9
    assert voor_de_kop([1] * 9, kop) == pytest.approx([kopbreedte(kop[0]) + 0.5] * 9)


def test_een_merk_van_wie_een_zin_herleidt_maakt_een_kolom_niet_breder():
    assert kopbreedte(f"{BEGIN}12{MIDDEN}Score{EIND} 2014") == kopbreedte("Score 2014")


def test_breedte_van_een_kop_volgt_de_letter():
    # Source Sans 3 Semibold at 8.8 pt; reference: the sum of the advance widths in the font
    font = TTFont(LETTERTYPEN / "SourceSans3-Semibold.ttf")
    breed = sum(font["hmtx"][font.getBestCmap()[ord(t)]][0] for t in "Wijken")
    punten = breed / font["head"].unitsPerEm * 8.8
    assert kopbreedte("*Wijken* ok") == pytest.approx(100 * (punten + 10.6) / 431, rel=0.01)


FIGUUR = {
    "titel": "Score per jaar",
    "alt": 'Lijn van "Oost" \\ west:\n stijgt.',
    "bron": "Bron: X; bewerking Y",
    "peiljaar": "2002–2014.",
    "n": "N = 140.",
    "boodschap": "",
    "bestand": "hoofdrapport/groepen_lijnen.svg",
}


def test_figuur_heeft_bijschrift_naam_en_alt_tekst():
    (blok,) = bij_soort(blokken(figuur(FIGUUR, "groepen_lijnen")), "Figure")
    (beeld,) = bij_soort(blok, "Image")
    assert blok["c"][0][0] == "fig-groepen-lijnen"
    (_, _, kenmerken), bijschrift, (pad, _) = beeld["c"]
    assert pad == "figuren/hoofdrapport/groepen_lijnen.svg"
    assert dict(kenmerken) == {"fig-alt": 'Lijn van "Oost" \\ west: stijgt.', "width": "100%"}
    assert platte_tekst(bijschrift) == ("Score per jaar. N = 140. 2002–2014. Bron: X; bewerking Y.")


def test_de_boodschap_gaat_vet_voor_de_beschrijving():
    tekst = figuur(FIGUUR | {"boodschap": "De score steeg in 3 van de 5 *wijken*"}, "f")
    (beeld,) = bij_soort(blokken(tekst), "Image")
    (vet,) = bij_soort(beeld, "Strong")
    assert platte_tekst(vet["c"]) == "De score steeg in 3 van de 5 *wijken*."
    assert platte_tekst(beeld["c"][1]).startswith("De score steeg in 3 van de 5 *wijken*. Score")


def test_een_lastige_naam_in_een_bijschrift_komt_letterlijk_terug():
    tekst = figuur(FIGUUR | {"titel": LASTIG}, "f", "50%")
    (beeld,) = bij_soort(blokken(tekst), "Image")
    assert platte_tekst(beeld["c"][1]).startswith(f"{LASTIG}. N = 140.")
    assert dict(beeld["c"][0][2])["width"] == "50%"


def test_onder_een_tabel_met_het_merk_staat_wat_het_betekent():
    vast = {"id": "x", "titel": "Proef.", "bron": "Bron: wij.", "uitlijning": "l"}
    met = tabel(["Factor"], [["Koopwoningen (2017†)"]], **vast)
    uitleg = "†: gemeten na de hoofdperiode, in het genoemde jaar."
    assert f": Proef. {uitleg} Bron: wij." in met
    assert uitleg not in tabel(["Factor"], [["Koopwoningen"]], **vast)


@pytest.mark.parametrize("kop", [["", "y"], ["x", " "]])
def test_een_kolom_zonder_kop_is_een_fout(kop):
    with pytest.raises(ValueError, match="table proef: every column needs a head"):
        tabel(kop, [["a", "b"]], **TABEL)
