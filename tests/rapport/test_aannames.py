"""Assumptions are found where they stand, whole, and read back from the document."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.aannames import als_document, lees_document, verzamel

REST = "Waarom: daarom. Gevolg: anders niet. Onderwerp: {onderwerp}."


def aanname(keuze, onderwerp="score", rest=REST):
    """Return an assumption as a comment."""
    return f"# AANNAME: {keuze}\n#   {rest.format(onderwerp=onderwerp)}\n"


def gelezen(keuze, bestand, **anders):
    """Return an assumption as `verzamel` gives it."""
    vast = {"waarom": "Daarom.", "gevolg": "Anders niet.", "onderwerp": "score"}
    return {"keuze": keuze, **vast, "als": "", "zie": "", "bestand": bestand} | anders


@pytest.fixture
def bestanden(tmp_path):
    def schrijf(**inhoud):
        for naam, tekst in inhoud.items():
            (tmp_path / f"{naam}.py").write_text(tekst, encoding="utf-8")
        return verzamel(tmp_path.glob("*.py"), tmp_path)

    return schrijf


def test_een_aanname_heeft_delen_en_loopt_door_op_ingesprongen_regels(bestanden):
    gevonden = bestanden(
        a="x = 1\n    # AANNAME: de marge is\n    #   de helft.\n    #   Waarom: zij is\n"
        "    #   bekend. Gevolg: met meer\n    #   stagneert meer.\n"
        "    #   Onderwerp: selectie. Als: fictief. Zie: sec-a; hoofdrapport, De marge, en meer.\n"
        "    # gewoon\n    #   meer\n"
    )
    assert gevonden == [
        {
            "keuze": "De marge is de helft.",
            "waarom": "Zij is bekend.",
            "gevolg": "Met meer stagneert meer.",
            "onderwerp": "selectie",
            "als": "fictief",
            "zie": "sec-a; hoofdrapport, De marge, en meer",
            "bestand": "a.py",
        }
    ]


def test_volgorde_van_onderwerp_bestand_en_regel(bestanden):
    gevonden = bestanden(
        b=aanname("vier.") + aanname("een.", "gegevens"), a=aanname("twee.") + aanname("drie.")
    )
    assert [(a["keuze"], a["bestand"]) for a in gevonden] == [
        *(("Een.", "b.py"), ("Twee.", "a.py"), ("Drie.", "a.py"), ("Vier.", "b.py")),
    ]


def test_van_twee_bestanden_met_een_naam_gaan_de_getallen_voor_de_woorden(tmp_path):
    for vleugel in ("tekst", "toetsen"):
        map_ = tmp_path / "workflow" / "scripts" / vleugel
        map_.mkdir(parents=True)
        (map_ / "groepen.py").write_text(aanname(f"{vleugel}."), encoding="utf-8")
    gevonden = verzamel(tmp_path.rglob("*.py"), tmp_path)
    assert [a["keuze"] for a in gevonden] == ["Toetsen.", "Tekst."]


def test_het_woord_in_een_tekst_is_geen_aanname(bestanden):
    assert bestanden(a='tekst = "# AANNAME: niet."\nx = 1  # AANNAME: ook niet.\n') == []


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        (aanname("zonder meer.", rest="en verder."), "waarom en gevolg en onderwerp"),
        (aanname("kort.", rest="Waarom: a. Onderwerp: score."), "ontbreekt gevolg"),
        (aanname("leeg.", rest="Waarom:  Gevolg: b. Onderwerp: score."), "ontbreekt waarom"),
        (aanname("vreemd.", "weer"), "dit onderwerp bestaat niet"),
        (aanname("half"), "'keuze' van deze aanname eindigt niet"),
        (aanname("half.", rest="Waarom: a Gevolg: b. Onderwerp: score."), "'waarom' van deze"),
        (aanname("dubbel.", rest=f"{REST} Zie: a. Zie: b."), "staat er twee keer"),
    ],
)
def test_een_aanname_zonder_alle_delen_is_een_fout_met_bestand_en_regel(bestanden, tekst, wat):
    with pytest.raises(InvoerFout, match=wat) as fout:
        bestanden(a=f"x = 1\n\n{tekst}")
    assert (fout.value.bestand, fout.value.regel) == ("a.py", 3)


def test_het_document_noemt_een_aanname_een_keer_en_is_terug_te_lezen():
    klasse = {"zie": "sec-a; hoofdrapport, B", "onderwerp": "gegevens"}
    aannames = [
        gelezen("De klasse is (4) `k`.", "config/config.yaml", **klasse),
        gelezen("De klasse is (4) `k`.", "config/edities/x.yaml", **klasse),
        gelezen("Nog een.", "a.py", als="fictief"),
    ]
    document = als_document(aannames)
    assert document.startswith("# Aannames\n\n")
    assert document.endswith(
        "\n## Gegevens\n\n- De klasse is (4) `k`.\n  - Waarom: Daarom.\n  - Gevolg: Anders niet.\n"
        "  - Zie: sec-a; hoofdrapport, B\n"
        "  - Bestand: `config/config.yaml`, `config/edities/x.yaml`\n\n"
        "## Score, klassen en clusters\n\n- Nog een.\n  - Waarom: Daarom.\n"
        "  - Gevolg: Anders niet.\n  - Als: fictief\n  - Bestand: `a.py`\n"
    )
    assert lees_document(document) == aannames
