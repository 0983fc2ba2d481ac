"""Generated documentation is up to date, and every edition in the project passes its checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import schrijf_docs
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema

WORTEL = Path(__file__).resolve().parents[2]
BESLUITEN = WORTEL / "docs" / "besluiten"
SCHEMA = lees_schema(WORTEL)
EDITIES = [WORTEL / "config" / "config.yaml", *sorted((WORTEL / "config/edities").glob("*.yaml"))]


def test_config_readme_is_bijgewerkt():
    nu = (WORTEL / "config" / "README.md").read_text("utf-8")
    assert nu == schrijf_docs.config_handleiding(SCHEMA), "draai `make docs`"


def test_lijst_van_aannames_is_bijgewerkt():
    nu = (WORTEL / "docs" / "aannames.md").read_text("utf-8")
    assert nu == schrijf_docs.aannames_document(WORTEL), "draai `make docs`"


def test_codeboek_van_de_resultaten_is_bijgewerkt():
    nu = (WORTEL / "docs" / "resultaatbestanden.md").read_text("utf-8")
    assert nu == schrijf_docs.resultaatbestanden_document(), "draai `make docs`"


def test_lijst_van_databronnen_is_bijgewerkt():
    nu = (WORTEL / "docs" / "databronnen.md").read_text("utf-8")
    assert nu == schrijf_docs.databronnen_document(WORTEL), "draai `make docs`"
    # the licence of the address weights, the factors that are made with them, and what is not tried
    assert "| CC BY-NC-SA 4.0" in nu.replace("[", "").replace("]", " ")
    assert "`corporatie_pct_2017`" in nu
    assert "niet tegen de echte site geprobeerd" in nu


def test_readme_voor_herhalers_is_bijgewerkt():
    nu = (WORTEL / "docs" / "replicatie.md").read_text("utf-8")
    assert nu == schrijf_docs.replicatie_document(WORTEL), "draai `make docs`"
    # the headings of the template of the Social Science Data Editors
    for kop in (
        *("Data availability and provenance statements", "Dataset list"),
        *("Computational requirements", "Description of programs", "Instructions to replicators"),
        *("List of tables and programs", "References"),
    ):
        assert f"\n## {kop}\n" in nu


def test_lijst_van_besluiten_is_bijgewerkt():
    nu = (BESLUITEN / "README.md").read_text("utf-8")
    assert nu == schrijf_docs.besluiten_document(BESLUITEN), "draai `make docs`"


@pytest.mark.parametrize("pad", sorted(BESLUITEN.glob("[0-9]*.md")), ids=lambda pad: pad.stem)
def test_een_besluit_heeft_zijn_nummer_en_zijn_delen(pad):
    tekst = pad.read_text("utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", pad.stem)
    assert re.match(rf"# {pad.stem[:4]} \S", tekst)
    koppen = re.findall(r"^## (.+)$", tekst, flags=re.M)
    vast = ["Context", "Besluit", "Gevolgen"]
    assert [kop for kop in koppen if kop in vast] == vast


def test_een_nummer_staat_voor_een_besluit():
    nummers = [pad.name[:4] for pad in BESLUITEN.glob("[0-9]*.md")]
    assert len(nummers) == len(set(nummers)) > 5


def deelschemas(deel, pad=""):
    """Yield (path, schema) of every key."""
    for naam, inhoud in deel.get("properties", {}).items():
        yield f"{pad}{naam}", inhoud
        yield from deelschemas(inhoud, f"{pad}{naam}.")


def test_elke_sleutel_heeft_een_uitleg_in_hele_zinnen():
    sleutels = dict(deelschemas(SCHEMA))
    assert len(sleutels) > 60
    zonder = [pad for pad, deel in sleutels.items() if not deel.get("description", "").strip()]
    assert zonder == []
    assert [pad for pad, deel in sleutels.items() if not deel["description"].endswith(".")] == []


def test_het_schema_is_op_elk_niveau_gesloten():
    blokken = {"": SCHEMA} | {
        pad: deel for pad, deel in deelschemas(SCHEMA) if deel.get("type") == "object"
    }
    vrij = [pad for pad, deel in blokken.items() if deel.get("additionalProperties") is not False]
    # the keys of these are the edition's own, with a pattern or a check of their own
    assert vrij == [
        *("bronnen.selectielijst.uit_kolom", "selectie.varianten"),
        *(
            "selectie.voorwaarden",
            "factorzinnen",
            "factornamen_engels",
            "inferentie.dimensie_van_factor",
            "voorregistratie.keuzes",
        ),
        "wijkanalyses.themas",
    ]


@pytest.mark.parametrize("pad", EDITIES, ids=lambda pad: pad.stem)
def test_elke_editie_in_het_project_komt_door_de_controle(pad):
    editie = controleer_editie(
        yaml.safe_load(pad.read_text("utf-8")), SCHEMA, str(pad), lees_register(WORTEL)
    )
    assert editie["editie"] == ("voorbeeld" if pad.stem == "config" else pad.stem)


def test_alleen_het_voorbeeld_en_de_gemaakte_buurten_zijn_fictief():
    fictief = {pad.stem: yaml.safe_load(pad.read_text("utf-8"))["fictief"] for pad in EDITIES}
    assert fictief.pop("config") is fictief.pop("buurten") is True
    assert set(fictief.values()) == {False}
