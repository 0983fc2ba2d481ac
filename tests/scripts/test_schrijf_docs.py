"""The generated manual of the config: one row per key, nested, with kind and obligation."""

from __future__ import annotations

import shutil

import schrijf_docs
from hulp import WORTEL
from leefbaarheid.editie.register import BESTAND
from leefbaarheid.editie.register import SCHEMA as REGISTERSCHEMA

SCHEMA = {
    "$defs": {"jaar": {"type": "integer"}},
    "required": ["jaar"],
    "properties": {
        "jaar": {"$ref": "#/$defs/jaar", "description": "Een jaar."},
        "blok": {
            "description": "Een blok.",
            "type": "object",
            "required": ["soort"],
            "properties": {
                "soort": {"enum": ["a", "b"], "description": "Welke."},
                "aan": {"type": "boolean", "description": "Of het aan is."},
            },
        },
    },
}


def test_een_rij_per_sleutel_met_soort_en_verplicht():
    rijen = schrijf_docs.config_handleiding(SCHEMA).split("|---|---|---|---|\n")[1]
    assert rijen == (
        "| `jaar` | geheel getal | ja | Een jaar. |\n"
        "| `blok` | blok | nee | Een blok. |\n"
        "| `blok.soort` | `a` / `b` | ja | Welke. |\n"
        "| `blok.aan` | true/false | nee | Of het aan is. |\n"
    )


REST = "#   Waarom: a. Gevolg: b. Onderwerp: score.\n"


def test_de_documenten_worden_geschreven_uit_wat_er_staat(tmp_path):
    for map_ in (
        "config/edities",
        "workflow/scripts/leefbaarheid",
        "workflow/rules",
        "docs/besluiten",
    ):
        (tmp_path / map_).mkdir(parents=True)
    schema = (
        "required: [a]\nproperties:\n  a: {type: string, description: De a.}\n"
        "  inferentie: {type: object, description: I., properties: {controles: "
        "{type: object, description: C., properties: {}}}}\n"
    )
    (tmp_path / "config" / "schema.yaml").write_text(schema)
    (tmp_path / "config" / "edities" / "e.yaml").write_text(f"# AANNAME: uit een editie.\n{REST}")
    (tmp_path / "workflow" / "rules" / "r.smk").write_text(f"# AANNAME: uit een regel.\n{REST}")
    (tmp_path / "workflow" / "scripts" / "leefbaarheid" / "m.py").write_text(
        f"# AANNAME: uit code.\n{REST}"
    )
    for naam in ("0002-b", "0001-a"):
        pad = tmp_path / "docs" / "besluiten" / f"{naam}.md"
        pad.write_text(f"# {naam[:4]} Over {naam[-1]}: ja\n\n## Context\n")
    for naam in (REGISTERSCHEMA, BESTAND):
        shutil.copy(WORTEL / naam, tmp_path / naam)
    schrijf_docs.main(tmp_path)
    besluiten = (tmp_path / "docs" / "besluiten" / "README.md").read_text("utf-8")
    assert besluiten.split("|---|---|\n")[1] == (
        "| [0001](0001-a.md) | Over a: ja |\n| [0002](0002-b.md) | Over b: ja |\n"
    )
    handleiding = (tmp_path / "config" / "README.md").read_text("utf-8")
    assert "| `a` | tekst | ja | De a. |" in handleiding
    assert "| `inferentie.controles.lord` | true/false | nee | De drie modelvormen " in handleiding
    aannames = (tmp_path / "docs" / "aannames.md").read_text("utf-8")
    assert [regel for regel in aannames.splitlines() if regel.startswith("- ")] == [
        "- Uit een editie.",
        "- Uit een regel.",
        "- Uit code.",
        "- Het bestand heet in het archief zoals dat van de uitgave 2002-2022, met 2024.",
    ]
