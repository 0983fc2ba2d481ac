"""In an edition about buurten, nothing a reader or a user sees calls a buurt a wijk."""

from __future__ import annotations

import ast
import re

import pytest

from hulp import WORTEL
from hulp.ander_gebied import EIGEN
from leefbaarheid.basis.begrippen import GROEPNAMEN, STEEKPROEFNAMEN
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import BUURT, GEMEENTE, gebied_van, over
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.rapport.codeboek import kolomrijen
from leefbaarheid.rapport.portretten.los import los_wijk, losse_gemeente
from leefbaarheid.rapport.portretten.zetten import woorden
from leefbaarheid.rapport.website import schrijven

# the kind of text (wijkanalyse, wijkportret) keeps its name, and so do the project, a key of the
# configuration, a file and an address
WEL = re.compile(
    r"[Ww]ijk(analyse|portret)\w*|\bafwijken\b|portretten\.wijken|Kwetsbare wijken in beeld"
    r"|`[^`]*`|wijken\.(html|csv)|#/wijk/|<[^>]*>"
)
GEBIEDSWOORD = re.compile(r"\b\w*[Ww]ijk(en|code|codes|indeling|grenzen)?\b")
WAARDEN = {
    "editie": {
        **{"titel": "Proef", "ondertitel": "Editie", "fictief": False, "land": "Nederland"},
        **{"bron": "", "uitgever": "", "datum": "", "marge": "0,1"},
        "licentie": {"naam": "", "url": ""},
    },
    "downloads": [],
    "n_wijken": "2",
    "jaren": [2008, 2022],
    "gemeenten": [{"naam": "Proefstad", "code": "GM9001", "wijken": []}],
}


def genoemd(tekst):
    """Return the words for a wijk in a text."""
    return [deel[0] for deel in GEBIEDSWOORD.finditer(WEL.sub("", tekst))]


def literalen(script):
    """Return the texts within quotes of a script, without what is computed in them."""
    regels = [regel for regel in script.splitlines() if not regel.strip().startswith("//")]
    gevonden = re.findall(r"'[^'\n]*'|`[^`]*`", "\n".join(regels))
    return [re.sub(r"\$\{[^}]*\}", "", deel[1:-1]) for deel in gevonden]


@pytest.fixture
def site(tmp_path):
    """Return the pages and the texts of the scripts, for a kind of area."""

    def maak(gebied):
        doel = tmp_path / gebied.enkelvoud
        with over(gebied):
            schrijven.schrijf_bladen(WORTEL / "reports" / "website", doel, WAARDEN)
        scripts = [pad.read_text("utf-8") for pad in sorted(doel.glob("code/*.js"))]
        bladen = [pad.read_text("utf-8") for pad in sorted(doel.glob("*.html"))]
        return bladen, scripts

    return maak


def test_het_codeboek_van_een_editie_over_buurten():
    with over(BUURT):
        teksten = {
            f"{tabel.naam}: {tekst}"
            for tabel in TABELLEN.values()
            for tekst in (
                *(tabel.uitleg, tabel.controle.uitleg if tabel.controle else ""),
                *(deel for kolom in tabel.kolommen for deel in (kolom.uitleg, kolom.maat)),
            )
        }
        (rij,) = kolomrijen([(TABELLEN["wijken"], ["wk_code"])])
    assert rij["betekenis"] == "CBS-code van de buurt, indeling van de Leefbaarometer"
    assert [tekst for tekst in sorted(teksten) if genoemd(tekst.partition(": ")[2])] == []
    assert [tekst for tekst in sorted(teksten) if "[[" in tekst] == []
    assert TABELLEN["wijken"].kolom("wk_code").uitleg.startswith("CBS-code van de wijk")


def test_het_codeboek_van_een_eigen_gebied_noemt_geen_code_van_het_cbs():
    with over(gebied_van(EIGEN)):
        assert TABELLEN["wijken"].kolom("wk_code").uitleg.startswith("code van de kern")


def test_de_website_van_een_editie_over_buurten(site):
    bladen, scripts = site(BUURT)
    assert [w for blad in bladen for w in genoemd(re.sub(r"<[^>]*>", " ", blad))] == []
    vast = {"wijk", "wijken", "r0 lijn-wijk"}  # names of pages, data and styles
    gezegd = [deel for s in scripts for deel in literalen(s) if deel not in vast and genoemd(deel)]
    assert gezegd == []
    assert "<title>Zoek uw buurt" in bladen[0]
    assert any("straat binnen de buurt" in s for s in scripts)
    assert not [s for s in [*bladen, *scripts] if re.search(r"\[\[\w+\]\]|\[\[\w+ ", s)]


def test_de_website_noemt_de_gemeente_niet_naast_zichzelf(site):
    bladen, scripts = site(GEMEENTE)
    assert "per gemeente en per gemeente" not in bladen[0]
    assert any("de naam van uw gemeente, of kies" in s for s in scripts)


def test_een_woord_met_een_aanhalingsteken_breekt_geen_script(site):
    bladen, scripts = site(gebied_van({**EIGEN, "enkelvoud": "d'rp", "meervoud": "<d'rpen>"}))
    assert any(r"Kenmerken van de d\'rp" in s for s in scripts)
    assert "alle &lt;d&#x27;rpen&gt; in een tabel" in bladen[0]


def test_de_bladzijden_van_de_wijkportretten_krijgen_het_woord_van_buiten():
    sjabloon = WORTEL / "reports" / "bijlage-wijkportretten" / "portretten.typ"
    with over(BUURT):
        gegeven = woorden()
    assert gegeven["Gebieden"] == "Buurten"
    tekst = re.sub(r"//.*", "", sjabloon.read_text("utf-8"))
    gezet = [deel for deel in re.findall(r"\[([^\[\]]*)\]", tekst) if genoemd(deel)]
    assert gezet == []
    assert set(gegeven) <= set(re.findall(r"#(\w+)", tekst))


def test_de_groepen_en_steekproeven_heten_naar_het_gebied():
    with over(BUURT):
        namen = [*GROEPNAMEN.values(), *STEEKPROEFNAMEN.values()]
    assert namen.count("geselecteerde buurten") == 2
    assert not [naam for naam in namen if genoemd(naam)]


@pytest.mark.parametrize("kies", [los_wijk, losse_gemeente])
def test_een_melding_over_een_portret_noemt_het_gebied(kies):
    with over(BUURT), pytest.raises(InvoerFout) as fout:
        kies({"gemeenten": []}, "Nergens")
    wat = fout.value.wat
    assert "buurt" in wat
    assert genoemd(wat) == []


SCRIPTS = WORTEL / "workflow" / "scripts"
MET_REGELS = ast.Module | ast.ClassDef | ast.FunctionDef
ELDERS = {"voorbeeld"}
"""The example is about wijken."""
LETTERLIJK = {
    # the name of a wijk of CBS may begin with its number
    "^Wijk \\d+ ",
    # the anchor of a table
    " @tbl-scorewijken toont de ",
    # values in result tables, which are the same for every kind of area
    *("gemeentecode bij wijkcode", "sprong van een wijk", "wijk bewoond"),
    *("gegevens van wijken op de lijst", "HC3 per wijk", "Huber H1 per wijk"),
    # a key in the head of a wijkanalyse
    "Begin het bestand met een regel ---, dan de kop (titel, gemeente, wijken, ...) en weer een "
    "regel ---; zie de handleiding.",
    # what can only be in an edition about wijken
    "dit kan alleen in een editie over wijken",
    "met een concordantie moet bekend zijn van welk jaar de wijken in de contexttabel zijn",
    "Geef het jaar van de wijkgrenzen, bijvoorbeeld indeling: 2024.",
    # help of a command with the word in its own name, before it knows the edition
    *("noem één wijk of één gemeente", "CBS-code of naam van de wijk"),
    "Maakt de bladzijde van één wijk of één gemeente.",
}

NIET_TE_LEZEN = (
    r"<#.*?#>|<<.*?>>|<%.*?%>|\{#[^}]*\}|@[\w-]+|`[^`]*`"
    r"|(?:aandachts|prioriteits|probleem)wijk(?:en)?"
)
"""What is no text in a template, and the labels of policy."""
TITELS = ("Kwetsbare wijken in beeld", "wijken en buurten")
"""What is called that whatever an edition is about."""
OVER_WIJKEN = {
    "uitspraken_2017.py": "claims of others, about wijken",
    "onder_de_loep.py": "a list of an earlier study, by the codes of its wijken",
    "sjabloon.py": "the Word template in docs, made without an edition",
    "replicatie.py": "a page of docs about the real editions, in English",
    "maak_voorbeeld.py": "the example",
    "maak_landelijk.py": "names every kind of area",
}
"""Modules that are about wijken, whatever an edition is about."""


def zinnen(pad):
    """Return the texts of a module that are more than one word, without its docstrings."""
    boom = ast.parse(pad.read_text("utf-8"))
    lichamen = [knoop.body for knoop in ast.walk(boom) if isinstance(knoop, MET_REGELS)]
    uitleg = {id(regel.value) for deel in lichamen for regel in deel if isinstance(regel, ast.Expr)}
    return [
        knoop.value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Constant)
        and isinstance(knoop.value, str)
        and " " in knoop.value
        and id(knoop) not in uitleg
    ]


def test_geen_sjabloon_noemt_een_gebied_wijk():
    """What stands between the orders of a template is what a reader sees."""
    gevonden = set()
    for pad in sorted((WORTEL / "reports").rglob("*.qmd.j2")):
        kaal = re.sub(NIET_TE_LEZEN, "", pad.read_text("utf-8"), flags=re.S)
        for vast in TITELS:
            kaal = kaal.replace(vast, "")
        gevonden |= {(pad.name, woord) for woord in genoemd(kaal)}
    assert sorted(gevonden) == []


def test_geen_melding_noemt_een_gebied_wijk_waar_het_woord_van_de_editie_hoort():
    modules = [
        pad
        for pad in sorted(SCRIPTS.rglob("*.py"))
        if not ELDERS & set(pad.relative_to(SCRIPTS).parts) and pad.name not in OVER_WIJKEN
    ]
    gevonden = {
        f"{pad.relative_to(SCRIPTS)}: {zin}"
        for pad in modules
        for zin in zinnen(pad)
        if genoemd(zin) and zin not in LETTERLIJK
    }
    assert sorted(gevonden) == []


def test_geen_telling_heeft_een_vast_woord_voor_een_gebied():
    """A noun that goes with a count is one word, and so not among the sentences."""
    bibliotheek = SCRIPTS / "leefbaarheid"
    paden = [pad for map_ in ("tekst", "figuren") for pad in (bibliotheek / map_).rglob("*.py")]
    vast = re.compile(r"""['"]wijk['"], ?['"]wijken['"]""")
    assert [pad.name for pad in sorted(paden) if vast.search(pad.read_text("utf-8"))] == []
