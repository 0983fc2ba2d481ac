"""Write the generated documentation (`make docs`).

config/README.md from the schema, docs/aannames.md from the comments in the code,
docs/resultaatbestanden.md from the contracts of the tables, docs/databronnen.md from the register
of sources, the index of docs/besluiten from the
titles of the records, and the Word template for authors.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.schrijven import schrijf_tekst, vervang
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.recept import lees_recept
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.rapport import bronnenlijst, codeboek, replicatie
from leefbaarheid.rapport.aannames import als_document, verzamel
from leefbaarheid.tekst.redenen.alle import WOORDEN
from leefbaarheid.wijkanalyses.sjabloon import maak_sjabloon

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
    soorten = [deel["type"]] if isinstance(deel["type"], str) else deel["type"]
    return " of ".join(SOORTEN[soort] for soort in soorten)


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


def besluiten_document(map_: Path) -> str:
    """Return docs/besluiten/README.md: what a record is, and one row per record.

    A record is `NNNN-naam.md` with `# NNNN Titel` as its first line.
    """
    rijen = []
    for pad in sorted(map_.glob("[0-9]*.md")):
        nummer, titel = pad.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").split(" ", 1)
        rijen.append(f"| [{nummer}]({pad.name}) | {titel} |")
    return (
        "# Besluiten\n\n"
        "Een besluit legt vast waarom iets is zoals het is: een afwijking van het ontwerp, of een\n"
        "keuze die een lezer van de code anders zou verwachten. Eén bestand per besluit, één\n"
        "bladzijde: *Context* (het vraagstuk, met metingen), *Besluit* en *Gevolgen*. Een besluit\n"
        "wordt niet herschreven als het verandert: een nieuw besluit, met een vrij nummer, noemt\n"
        "het oude. Deze lijst komt uit de titels (`make docs`).\n\n"
        "Wanneer welke keuze in het onderzoek zelf is gemaakt, staat in het\n"
        "[logboek](../besluiten.md).\n\n"
        "| Nummer | Besluit |\n|---|---|\n" + "\n".join(rijen) + "\n"
    )


def resultaatbestanden_document() -> str:
    """Return docs/resultaatbestanden.md from the contracts of the tables."""
    return codeboek.als_document(TABELLEN, WOORDEN)


def databronnen_document(wortel: Path) -> str:
    """Return docs/databronnen.md from the register and the recipes."""
    register = lees_register(wortel)
    recepten = {
        pad.name: lees_recept(pad, wortel, register)
        for pad in sorted((wortel / "config" / "recepten").glob("*.yaml"))
    }
    return bronnenlijst.als_document(register, recepten)


def replicatie_document(wortel: Path) -> str:
    """Return docs/replicatie.md from the register and the contracts of the tables."""
    return replicatie.als_document(lees_register(wortel), TABELLEN)


def main(wortel: Path = WORTEL) -> None:
    """Write the documents."""
    besluiten = wortel / "docs" / "besluiten"
    schema = lees_schema(wortel)
    schrijf_tekst(config_handleiding(schema), wortel / "config" / "README.md")
    schrijf_tekst(aannames_document(wortel), wortel / "docs" / "aannames.md")
    schrijf_tekst(resultaatbestanden_document(), wortel / "docs" / "resultaatbestanden.md")
    schrijf_tekst(databronnen_document(wortel), wortel / "docs" / "databronnen.md")
    schrijf_tekst(replicatie_document(wortel), wortel / "docs" / "replicatie.md")
    schrijf_tekst(besluiten_document(besluiten), besluiten / "README.md")
    with vervang(wortel / "docs" / "wijkanalyse-sjabloon.docx") as tijdelijk:
        tijdelijk.write_bytes(maak_sjabloon())


if __name__ == "__main__":
    argparse.ArgumentParser(
        description="Schrijft config/README.md, docs/aannames.md, docs/resultaatbestanden.md, "
        "docs/databronnen.md, docs/replicatie.md, docs/besluiten/README.md en "
        "docs/wijkanalyse-sjabloon.docx."
    ).parse_args()
    main()
