"""Write the generated documentation: config/README.md and docs/aannames.md (`make docs`)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from leefbaarheid.basis.schrijven import schrijf_tekst
from leefbaarheid.rapport.aannames import als_document, verzamel

WORTEL = Path(__file__).resolve().parents[2]
SOORTEN = {
    "object": "blok",
    "array": "lijst",
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "true/false",
}


def _soort(deel: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    if "enum" in deel:
        return " / ".join(f"`{keuze}`" for keuze in deel["enum"])
    if "$ref" in deel:
        deel = schema["$defs"][deel["$ref"].rsplit("/", 1)[-1]]
    return SOORTEN[deel["type"]]


def _rijen(deel: Mapping[str, Any], schema: Mapping[str, Any], voor: str = "") -> Iterator[str]:
    verplicht = set(deel.get("required", []))
    for naam, inhoud in deel.get("properties", {}).items():
        sleutel = f"{voor}{naam}"
        ja = "ja" if naam in verplicht else "nee"
        yield f"| `{sleutel}` | {_soort(inhoud, schema)} | {ja} | {inhoud['description']} |"
        yield from _rijen(inhoud, schema, f"{sleutel}.")


def config_handleiding(schema: Mapping[str, Any]) -> str:
    """Return config/README.md: one row per key of the schema."""
    rijen = "\n".join(_rijen(schema, schema))
    return (
        "# Configuratie van een editie\n\n"
        "Eén bestand is één editie van de publicatie. `config.yaml` is de meegeleverde\n"
        "voorbeeldeditie; `edities/` heeft edities met echte gegevens. Onbekende, lege\n"
        "of onmogelijke waarden geven een melding voordat er iets gerekend wordt. Deze tabel komt\n"
        "uit `schema.yaml` (`make docs`).\n\n"
        "| Sleutel | Soort | Verplicht | Betekenis |\n|---|---|---|---|\n"
        f"{rijen}\n"
    )


def aannames_document(wortel: Path) -> str:
    """Return docs/aannames.md from the comments in code, rules and editions."""
    bestanden = [
        *(wortel / "workflow" / "scripts").rglob("*.py"),
        *(wortel / "workflow" / "rules").glob("*.smk"),
        *(wortel / "config").rglob("*.yaml"),
    ]
    return als_document(verzamel(bestanden, wortel))


def main(wortel: Path = WORTEL) -> None:
    """Write both documents."""
    schema = yaml.safe_load((wortel / "config" / "schema.yaml").read_text("utf-8"))
    schrijf_tekst(config_handleiding(schema), wortel / "config" / "README.md")
    schrijf_tekst(aannames_document(wortel), wortel / "docs" / "aannames.md")


if __name__ == "__main__":
    argparse.ArgumentParser(
        description="Schrijft config/README.md en docs/aannames.md."
    ).parse_args()
    main()
