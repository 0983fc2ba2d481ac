"""Filling templates: nothing empty, nothing taken for markup, and errors with file and line."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.pandoc_typst import LEZER
from leefbaarheid.rapport.sjablonen import maak_omgeving, tabel, vul
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.wijkanalyses.blokken import platte_tekst
from leefbaarheid.wijkanalyses.pandoc import lees_ast

EDITIE = {"fictief": True, "eindjaar": 2014, "jaren": [2002, 2014]}
LASTIG = r"#1 *Oost* | west_kant <b>vet</b> $x^2$ @jan [a](b) `c` ~d~ {.e} \f {{< g >}} ![h](i)"
TABEL = {"id": "proef", "titel": "Titel.", "bron": "Bron: X.", "uitlijning": "lr"}


@pytest.fixture
def maak(tmp_path):
    """Return a function that fills a template made of these files."""

    def maak_(sjabloon, delen=None, editie=EDITIE, **stof):
        (tmp_path / "_delen").mkdir(exist_ok=True)
        for naam, tekst in {"proef.qmd.j2": sjabloon, **(delen or {})}.items():
            (tmp_path / naam).write_text(tekst, encoding="utf-8")
        cijfers = Cijfers()
        cijfers.zet("n", 12345, "aantal", "clusters")
        cijfers.zet("leeg", None, "aandeel", "clusters")
        tabellen, figuren = stof.pop("tabellen", {}), stof.pop("figuren", {})
        omgeving = maak_omgeving([tmp_path], Stof(editie, cijfers, tabellen, **stof), figuren)
        return vul(omgeving, "proef.qmd.j2")

    return maak_


def blokken(markdown):
    return lees_ast(markdown.encode(), LEZER)[0]


def bij_soort(ast, soort):
    """Return every node of a kind in an AST."""
    if isinstance(ast, list):
        return [gevonden for x in ast for gevonden in bij_soort(x, soort)]
    if isinstance(ast, dict):
        eigen = [ast] if ast.get("t") == soort else []
        return eigen + [gevonden for x in ast.values() for gevonden in bij_soort(x, soort)]
    return []


def cellen(markdown):
    """Return the texts of a single table, row by row: head and body."""
    (tabel_,) = bij_soort(blokken(markdown), "Table")
    _, _, _, kop, lijven, _ = tabel_["c"]
    rijen = [*kop[1], *(rij for lijf in lijven for rij in lijf[3])]
    return [[platte_tekst(cel[4]) for cel in rij[1]] for rij in rijen]


# ---------------------------------------------------------------------------- templates


def test_cijfers_in_de_zin_en_functies_voor_de_taal(maak):
    tekst = maak(
        "<< cijfer('n') >> wijken, << waarde('n') + 1 >>, << 0.414 | procent >>, "
        "<< 3 | telwoord >>."
    )
    assert tekst == "12.345 wijken, 12346, 41%, drie."


def test_een_leeg_cijfer_is_een_streepje(maak):
    assert maak("<< cijfer('leeg') >>") == "–"


def test_tekens_van_quarto_blijven_staan(maak):
    assert maak("# Kop {#sec-x}\n\n{{< pagebreak >}}\n<# weg #>\n") == (
        "# Kop {#sec-x}\n\n{{< pagebreak >}}\n"
    )


def test_lege_regels_van_blokken_worden_een_lege_regel(maak):
    assert maak("a\n\n<% if false %>\nb\n<% endif %>\n\n\nc\n") == "a\n\nc\n"


@pytest.mark.parametrize(
    ("regel3", "wat"),
    [
        ("<< cijfer('cluster.x.n') >>", "er is geen cijfer met de naam 'cluster.x.n'"),
        ("<< waarde('m') >>", "er is geen cijfer met de naam 'm'"),
        ("<< bestaat_niet >>", "'bestaat_niet' is undefined"),
        ("<< editie.eindjaren >>", "'dict object' has no attribute 'eindjaren'"),
        ("<< tabel_van('clusters') >>", "er is geen tabel met de naam 'clusters'"),
        ("<< figuur('kaart') >>", "er is geen figuur met de naam 'kaart'"),
        ("<% if onbekend %>ja<% endif %>", "'onbekend' is undefined"),
        (
            "<% for rij in tabel_van('t') %><< rij.lbm >><% endfor %>",
            "'dict object' has no attribute 'lbm'",
        ),
        ("<< zoek(tabel_van('t'), n=9) >>", "0 rijen met {'n': 9}"),
    ],
)
def test_wat_er_niet_is_noemt_sjabloon_en_regel(maak, regel3, wat):
    with pytest.raises(InvoerFout) as fout:
        maak(f"een\n\n{regel3}\nvier\n", tabellen={"t": [{"n": 1}]})
    tekst = str(fout.value)
    assert tekst.startswith("FOUT in bestand reports/proef.qmd.j2, regel 3: ")
    assert f"het sjabloon vraagt iets dat er niet is: {wat}" in tekst.replace('"', "")
    assert "results/<editie>/cijfers.json" in tekst


def test_een_fout_in_een_gedeeld_stuk_noemt_dat_stuk(maak):
    deel = {"_delen/kop.j2": "een\n<< cijfer('x') >>\n"}
    with pytest.raises(InvoerFout, match=r"bestand reports/_delen/kop\.j2, regel 2: .*'x'"):
        maak("een\ntwee\n<% include '_delen/kop.j2' %>\n", deel)


def test_een_gedeeld_stuk_dat_er_niet_is(maak):
    with pytest.raises(InvoerFout) as fout:
        maak("een\n<% include '_delen/weg.j2' %>\n")
    assert str(fout.value).startswith(
        "FOUT in bestand reports/proef.qmd.j2, regel 2: dit sjabloon is er niet: _delen/weg.j2"
    )


@pytest.mark.parametrize(
    "regel2", ["<% if %>", "<< 'open >>", "<% endfor %>", "<< 1 | geenfilter >>"]
)
def test_een_schrijffout_in_een_sjabloon_noemt_de_regel(maak, regel2):
    with pytest.raises(InvoerFout) as fout:
        maak(f"een\n{regel2}\ndrie\n")
    tekst = str(fout.value)
    assert tekst.startswith("FOUT in bestand reports/proef.qmd.j2, regel 2: ")
    assert "het sjabloon is niet te lezen" in tekst


def test_een_schrijffout_in_een_gedeeld_stuk_noemt_dat_stuk(maak):
    with pytest.raises(InvoerFout, match=r"reports/_delen/kop\.j2, regel 2"):
        maak("<% include '_delen/kop.j2' %>", {"_delen/kop.j2": "een\n<% fi %>\n"})


# ---------------------------------------------------------------------------- tables


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


@pytest.mark.parametrize(
    "naam", [LASTIG, "|", "a|b||c", r"a\|b", "#", "1. Oost", "- Oost", "*", "<", "$5 en $6", "@"]
)
def test_namen_met_opmaaktekens_staan_letterlijk_in_cel_en_bijschrift(maak, naam):
    tekst = maak(
        "<< tabel(['Wijk', 'Naam'], [[rij.wk_naam | tekst, 'x']], id='namen',"
        " titel=rij.wk_naam | tekst, bron='Bron: X.', uitlijning='ll') >>\n".replace(
            "rij", "tabel_van('t')[0]"
        ),
        tabellen={"t": [{"wk_naam": naam}]},
    )
    assert cellen(tekst) == [["Wijk", "Naam"], [naam, "x"]]
    (t,) = bij_soort(blokken(tekst), "Table")
    # pandoc itself leaves `{#tbl-namen}` in the caption; the engine reads it there
    assert platte_tekst(t["c"][1]).startswith(f"{naam} Bron: X.")
    for soort in ("Link", "Image", "Cite", "Math", "Emph", "Strong", "Code", "RawInline", "Span"):
        assert bij_soort(t, soort) == []


def test_het_filter_yaml_past_in_een_tekst_tussen_aanhalingstekens(maak):
    import yaml

    tekst = maak(
        '---\ntitle: "<< editie.titel | yaml >>"\n---\n', editie={"titel": LASTIG, "fictief": True}
    )
    gelezen = yaml.safe_load(tekst.split("---")[1])["title"]
    assert platte_tekst(blokken(gelezen)) == LASTIG


# ---------------------------------------------------------------------------- figures

FIGUUR = {
    "titel": "Score per jaar",
    "alt": 'Lijn van "Oost" \\ west:\n stijgt.',
    "bron": "Bron: X; bewerking Y",
    "peiljaar": "2002–2014.",
    "n": "N = 140.",
    "bestand": "hoofdrapport/groepen_lijnen.svg",
}


def test_figuur_heeft_bijschrift_naam_en_alt_tekst(maak):
    tekst = maak("<< figuur('groepen_lijnen') >>", figuren={"groepen_lijnen": FIGUUR})
    (figuur,) = bij_soort(blokken(tekst), "Figure")
    (beeld,) = bij_soort(figuur, "Image")
    assert figuur["c"][0][0] == "fig-groepen-lijnen"
    (_, _, kenmerken), bijschrift, (pad, _) = beeld["c"]
    assert pad == "figuren/hoofdrapport/groepen_lijnen.svg"
    assert dict(kenmerken) == {"fig-alt": 'Lijn van "Oost" \\ west: stijgt.', "width": "100%"}
    assert platte_tekst(bijschrift) == ("Score per jaar. N = 140. 2002–2014. Bron: X; bewerking Y.")


def test_een_lastige_naam_in_een_bijschrift_komt_letterlijk_terug(maak):
    figuur = FIGUUR | {"titel": LASTIG}
    tekst = maak("<< figuur('f', '50%') >>", figuren={"f": figuur})
    (beeld,) = bij_soort(blokken(tekst), "Image")
    assert platte_tekst(beeld["c"][1]).startswith(f"{LASTIG}. N = 140.")
    assert dict(beeld["c"][0][2])["width"] == "50%"


def test_heeft_figuur(maak):
    sjabloon = "<% if heeft_figuur('kaart') %>ja<% else %>nee<% endif %>"
    assert maak(sjabloon) == "nee"
    assert maak(sjabloon, figuren={"kaart": FIGUUR}) == "ja"
