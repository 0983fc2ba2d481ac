"""Rule vergelijk_edities: what changed since the previous edition, and why where that is known."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen.alle import van_regel
from leefbaarheid.rapport.projectbestanden import lees_commit
from leefbaarheid.rapport.publicatie import lees_versie, maak_manifest
from leefbaarheid.verandering.bundel import Bundel
from leefbaarheid.verandering.stand import Stand, lees_stand, lees_uitkomsten, uit_manifest
from leefbaarheid.verandering.vergelijking import vergelijk

REGEL = "vergelijk_edities"


def main(vorige: str | Path, nieuw: Stand, uitvoer: Mapping[str, str | Path]) -> None:
    """Compare an edition with the one before it.

    Args:
        vorige: folder with the results of the previous edition, or its publication (zip).
        nieuw: the new edition.
        uitvoer: path per table.

    Raises:
        InvoerFout: the previous edition cannot be read.
    """
    schrijf_tabellen(vergelijk(lees_stand(Path(vorige)), nieuw), uitvoer, van_regel(REGEL))


def in_wording(
    resultaten: Path,
    editie: Mapping[str, Any],
    engine: str,
    bronnen: Sequence[str],
    code: Sequence[str],
    project: Path,
) -> Stand:
    """Return an edition whose manifest is not made yet.

    Args:
        resultaten: its folder, with the tables, numbers and text that are compared.
        editie: its config.
        engine: the programs that make the PDFs.
        bronnen: its source files.
        code: the files of the project.
        project: the pyproject.toml of the project.
    """
    manifest = maak_manifest(
        editie,
        engine,
        bronnen,
        code,
        [],
        bronnen_map=editie["bronnen_map"],
        pijplijn=lees_versie(project),
        wortel=project.parent,
        commit=lees_commit(project.parent),
    )
    return Stand(**uit_manifest(manifest), **lees_uitkomsten(Bundel(resultaten)))


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            vorige=snakemake.params.vorige,
            nieuw=in_wording(
                Path(invoer.cijfers).parent,
                snakemake.params.editie,
                snakemake.params.engine,
                [*invoer.bronnen, *invoer.wijkanalyses],
                invoer.project,
                Path(invoer.pyproject),
            ),
            uitvoer=dict(snakemake.output.items()),
        )
