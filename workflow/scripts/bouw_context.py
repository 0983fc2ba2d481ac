"""Rule bouw_context: from the official files of a recipe to the context table and its codebook."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import opbouw as contract
from leefbaarheid.data.bestand import controleer_bestand
from leefbaarheid.editie.recept import Recept
from leefbaarheid.opbouw.contexttabel import Opbouw, bouw


def main(bestanden: Mapping[str, str], uitvoer: Mapping[str, str], recept: Recept) -> None:
    """Check the official files, carry out the recipe and write its tables.

    Args:
        bestanden: name in the register to file.
        uitvoer: path per table: contexttabel, contextcodeboek, contextdekking.
        recept: the recipe.

    Raises:
        InvoerFout: a file is not there, is another than the register says, or cannot be read;
            nothing is written.
    """
    paden = {
        naam: controleer_bestand(
            pad, recept.bronnen[naam]["ophalen"], recept.bronnen[naam]["sha256"]
        )
        for naam, pad in bestanden.items()
    }
    gebouwd = bouw(recept, paden)
    tabellen = {
        "contexttabel": gebouwd.tabel,
        "contextcodeboek": gebouwd.codeboek,
        "contextdekking": gebouwd.dekking,
    }
    for naam, inhoud in tabellen.items():
        controleer_tabel(inhoud, contract.TABELLEN[naam])
    schrijf_tabellen(tabellen, uitvoer, contract.TABELLEN)
    _meld(gebouwd, paden)


def _meld(gebouwd: Opbouw, paden: Mapping[str, Path]) -> None:
    """Say in the log what was made, and which gemeenten were not found."""
    wijken, factoren = len(gebouwd.tabel), len(gebouwd.codeboek)
    print(f"{wijken} {W.gebieden} en {factoren} factoren uit {len(paden)} bestanden")
    for factor, namen in gebouwd.gemeenten_onbekend.items():
        print(f"{factor}: deze gemeenten staan niet in het bestand: {', '.join(namen)}")


if __name__ == "__main__":
    with taak(snakemake):
        invoer = dict(snakemake.input.items())
        main(
            dict(zip(snakemake.params.namen, invoer["bronnen"], strict=True)),
            dict(snakemake.output.items()),
            Recept.uit_gegevens(snakemake.params.recept),
        )
