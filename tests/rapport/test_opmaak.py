"""Tables and figures: captions, names, alignment, and cells that stay cells."""

from __future__ import annotations

import pytest

from hulp.markdown import LASTIG, bij_soort, blokken, cellen
from leefbaarheid.rapport.opmaak import figuur, passend, tabel
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
