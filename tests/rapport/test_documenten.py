"""What a document uses is declared beside it; a mistake in it is one message."""

from __future__ import annotations

import copy

import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.rapport.documenten import lees_document, lees_documenten

SCHEMA = yaml.safe_load((WORTEL / "reports" / "schema.yaml").read_text("utf-8"))
BLOKKEN = lees_schema(WORTEL)["properties"]
GOED = {
    "vereist": [],
    "tabellen": {"schat_modellen": ["alle"], "weeg_robuustheid": ["robuustheid_oordeel"]},
    "figuren": ["hoofdrapport"],
    "cijfers": "alle",
    "wijkanalyses": True,
    "aannames": False,
    "logboek": True,
    "tijdlijn": False,
    "editie": ["editie", "teksten"],
}


def lees(map_, **anders):
    inhoud = copy.deepcopy(GOED) | anders
    pad = map_ / "proef" / "document.yaml"
    pad.parent.mkdir(exist_ok=True)
    pad.write_text(yaml.safe_dump({k: v for k, v in inhoud.items() if v is not None}), "utf-8")
    return lees_document(pad, SCHEMA, BLOKKEN)


def test_een_document_heeft_de_tabellen_die_het_noemt(tmp_path):
    document = lees(tmp_path)
    assert document.naam == "proef"
    assert document.tabellen == (
        *("regressie", "regressie_diagnose", "vif", "verlies"),
        "robuustheid_oordeel",
    )
    assert document.figuren == ("hoofdrapport",)
    assert (document.alle_cijfers, document.wijkanalyses, document.aannames) == (True, True, False)
    assert document.logboek
    assert document.editie == ("editie", "teksten")


def test_alle_tabellen_van_een_stap_zijn_die_voor_een_lezer(tmp_path):
    document = lees(tmp_path, tabellen={"bereken_specificatiecurve": ["alle"]})
    assert document.tabellen == ("robuustheid_specificatietoets",)
    gekozen = {"bereken_specificatiecurve": ["robuustheid_specificaties"]}
    assert lees(tmp_path, tabellen=gekozen).tabellen == ("robuustheid_specificaties",)


@pytest.mark.parametrize(
    ("anders", "fragmenten"),
    [
        ({"tabelen": []}, ["sleutel 'tabelen'", "Bedoelde u tabellen?", "van een document"]),
        ({"figuren": None}, ["sleutel 'figuren'", "ontbreekt", "reports/schema.yaml"]),
        ({"cijfers": "alles"}, ["waarde 'alles'", "Bedoelde u alle?"]),
        ({"tabellen": {"schat_modelen": ["alle"]}}, ["geen tabellen", "Bedoelde u schat_modellen"]),
        ({"tabellen": {"schat_modellen": ["regresie"]}}, ["'regresie'", "Bedoelde u regressie"]),
        ({"tabellen": {"schat_modellen": "alle"}}, ["hier hoort een lijst"]),
        ({"editie": ["tekst"]}, ["waarde 'tekst'", "Bedoelde u teksten?"]),
    ],
)
def test_een_fout_in_de_beschrijving_is_een_melding(tmp_path, anders, fragmenten):
    with pytest.raises(InvoerFout) as fout:
        lees(tmp_path, **anders)
    for fragment in ("document.yaml", "Wat te doen", *fragmenten):
        assert fragment in str(fout.value)


def test_de_documenten_van_het_project():
    documenten = lees_documenten(WORTEL / "reports", BLOKKEN)
    assert list(documenten) == [
        *("bijlage-leefbaarheidsontwikkeling", "bijlage-technische-verantwoording"),
        *("bijlage-wijkanalyses", "hoofdrapport", "wat-is-er-veranderd"),
    ]
    bijlage = documenten["bijlage-leefbaarheidsontwikkeling"]
    assert not bijlage.wijkanalyses and not bijlage.alle_cijfers
    assert "wijkanalyses" not in {*bijlage.tabellen, *bijlage.editie}
    for document in documenten.values():
        assert len(set(document.tabellen)) == len(document.tabellen)
        assert (WORTEL / "reports" / document.naam / "document.qmd.j2").is_file()


def test_elke_sleutel_van_de_beschrijving_is_uitgelegd():
    assert SCHEMA["additionalProperties"] is False
    assert set(SCHEMA["required"]) == set(SCHEMA["properties"])
    for naam, deel in SCHEMA["properties"].items():
        assert deel["description"].endswith("."), naam
