"""Rule maak_publicatie: the zip for readers, the manifest, and what every .qmd needs beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.contractschema import controleer_bestanden
from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen.alle import van_pad
from leefbaarheid.editie.vorige import TEKST_IN_ZIP
from leefbaarheid.rapport.projectbestanden import lees_commit
from leefbaarheid.rapport.publicatie import lees_versie, maak_manifest, maak_zip, sha256
from leefbaarheid.rapport.werkmap import kopieer, naast_de_qmd

HOOFDRAPPORT = Path(TEKST_IN_ZIP).name


def main(
    pdf: Sequence[str],
    tabellen: Sequence[str],
    cijfers: str,
    overig: Sequence[str],
    bronnen: Sequence[str],
    code: Sequence[str],
    project: str,
    editie: Mapping[str, Any],
    engine: str,
    uit_zip: str,
    uit_manifest: str,
    naast: Mapping[str, Path],
    rapportmap: str | Path,
    vorige: Sequence[str] = (),
) -> None:
    """Bundle PDFs, tables and numbers of the text; list inputs, code and outputs with sha256.

    `naast` goes into `rapportmap`, so that the .qmd there render on their own with Quarto. `vorige`
    are the files of the previous edition that this one was compared with, if it was.

    The one place where the whole contract of every result table is checked: docs/besluiten/0040.

    Raises:
        InvoerFout: a table does not keep to its contract; nothing is bundled.
    """
    controleer_bestanden((pad, van_pad(pad)) for pad in tabellen)
    naam = editie["editie"]
    inhoud = {f"{naam}/{Path(pad).name}": pad for pad in pdf}
    inhoud |= {f"{naam}/tabellen/{Path(pad).name}": pad for pad in tabellen}
    inhoud[f"{naam}/{Path(cijfers).name}"] = cijfers
    # what a next edition lays its own summary beside
    inhoud |= {f"{naam}/{TEKST_IN_ZIP}": pad for pad in overig if Path(pad).name == HOOFDRAPPORT}
    maak_zip(inhoud, uit_zip, editie["teksten"]["datum"])
    uitvoer = [*pdf, *tabellen, cijfers, *overig, uit_zip]
    manifest = maak_manifest(
        editie,
        engine,
        bronnen,
        code,
        uitvoer,
        bronnen_map=editie["bronnen_map"],
        pijplijn=lees_versie(project),
        wortel=Path(project).parent,
        commit=lees_commit(Path(project).parent),
    )
    if vorige:
        manifest["vorige_editie"] = {Path(pad).name: sha256(pad) for pad in sorted(vorige)}
    schrijf_json(manifest, uit_manifest)
    kopieer(naast, Path(rapportmap))


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            pdf=invoer.pdf,
            tabellen=invoer.tabellen,
            cijfers=invoer.cijfers,
            overig=invoer.qmd,
            bronnen=[*invoer.bronnen, *invoer.wijkanalyses],
            code=invoer.code,
            project=invoer.project,
            editie=snakemake.params.editie,
            engine=snakemake.params.engine,
            uit_zip=snakemake.output.zip,
            uit_manifest=snakemake.output.manifest,
            naast=naast_de_qmd(
                Path(invoer.literatuur), map(Path, invoer.figuren), Path(invoer.beelden)
            ),
            rapportmap=Path(snakemake.output.literatuur).parent,
            vorige=invoer.vorige,
        )
