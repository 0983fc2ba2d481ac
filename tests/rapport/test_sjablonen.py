"""Filling templates: nothing empty, nothing taken for markup, and errors with file and line."""

from __future__ import annotations

import pytest

from hulp.markdown import LASTIG, bij_soort, blokken, cellen
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.wijkanalyses.blokken import platte_tekst

EDITIE = {"fictief": True, "eindjaar": 2014, "jaren": [2002, 2014]}


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
    ("sjabloon", "tekst"),
    [
        ("a<% if true %> b<% endif %>\n\n# Kop\n", "a b\n\n# Kop\n"),
        ("a<% if false %> b<% endif %>\n\nc\n", "a\n\nc\n"),
        ("<% if true %>a<% else %>b<% endif %>\n\n<% if true %>\nc\n<% endif %>\n", "a\n\nc\n"),
        ("<% set x = 1 %>\na\n", "a\n"),
        ("a<% if true -%>\n b<% endif %>\nc\n", "ab\nc\n"),
    ],
)
def test_een_alinea_die_op_een_blok_eindigt_blijft_een_alinea(maak, sjabloon, tekst):
    assert maak(sjabloon) == tekst


@pytest.mark.parametrize(
    ("regel3", "wat"),
    [
        ("<< cijfer('cluster.x.n') >>", "er is geen cijfer met de naam 'cluster.x.n'"),
        ("<< waarde('m') >>", "er is geen cijfer met de naam 'm'"),
        ("<< bestaat_niet >>", "'bestaat_niet' is undefined"),
        ("<< editie.eindjaren >>", "'dict object' has no attribute 'eindjaren'"),
        (
            "<< zinnen('gedeeld.clusters').grootste_cluster() >>",
            "er is geen tabel met de naam 'clusters'",
        ),
        ("<% set t = zinnen('hoofdrapport.weg') %>", "geen module met de naam 'hoofdrapport.weg'"),
        (
            "<< zinnen('gedeeld.clusters').weg() >>",
            "has no attribute 'weg'",
        ),
        ("<< figuur('kaart') >>", "er is geen figuur met de naam 'kaart'"),
        ("<% if onbekend %>ja<% endif %>", "'onbekend' is undefined"),
        (
            "<% for analyse in analyses %><< analyse.lbm >><% endfor %>",
            "'dict object' has no attribute 'lbm'",
        ),
        ("<< zinnen('gedeeld.namen').na_ >>", "has no attribute 'na_'"),
        ("<< zinnen('gedeeld.wijkanalyses').profielzinnen({}) >>", "geen tabel met de naam 'wijkp"),
    ],
)
def test_wat_er_niet_is_noemt_sjabloon_en_regel(maak, regel3, wat):
    with pytest.raises(InvoerFout) as fout:
        maak(f"een\n\n{regel3}\nvier\n", analyses=[{"n": 1}])
    tekst = str(fout.value)
    assert tekst.startswith("FOUT in bestand reports/proef.qmd.j2, regel 3: ")
    assert "het sjabloon vraagt iets dat er niet is: " in tekst
    assert wat in tekst.replace('"', "")
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


# ---------------------------------------------------------------------------- data in Markdown


@pytest.mark.parametrize(
    "naam", [LASTIG, "|", "a|b||c", r"a\|b", "#", "1. Oost", "- Oost", "*", "<", "$5 en $6", "@"]
)
def test_namen_met_opmaaktekens_staan_letterlijk_in_cel_en_bijschrift(maak, naam):
    tekst = maak(
        "<< tabel(['Wijk', 'Naam'], [[editie.naam | tekst, 'x']], id='namen',"
        " titel=editie.naam | tekst, bron='Bron: X.', uitlijning='ll') >>\n",
        editie={"naam": naam},
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
    **{
        "titel": "Score per jaar",
        "alt": "Lijn.",
        "bron": "Bron: X",
        "peiljaar": "",
        "n": "N = 9.",
        "boodschap": "",
    },
    "bestand": "hoofdrapport/groepen_lijnen.svg",
}


def test_figuur_en_haar_breedte(maak):
    tekst = maak("<< figuur('kaart') >><< figuur('kaart', '50%') >>", figuren={"kaart": FIGUUR})
    assert tekst.count("![Score per jaar. N = 9. Bron: X.](figuren/hoofdrapport/") == 2
    assert "width=100%}" in tekst and "width=50%}" in tekst


def test_heeft_figuur(maak):
    sjabloon = "<% if heeft_figuur('kaart') %>ja<% else %>nee<% endif %>"
    assert maak(sjabloon) == "nee"
    assert maak(sjabloon, figuren={"kaart": FIGUUR}) == "ja"


def test_figuren_met_een_begin(maak):
    figuren = dict.fromkeys(("curve_a", "kaart", "curve_b"), FIGUUR)
    sjabloon = "<< figuren_met('curve_') | join(' ') >>"
    assert maak(sjabloon, figuren=figuren) == "curve_a curve_b"
