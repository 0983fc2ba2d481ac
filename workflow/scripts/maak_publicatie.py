"""Rule maak_publicatie: the zip for readers and the manifest."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.schrijven import als_json, schrijf_tekst
from leefbaarheid.basis.taak import taak
from leefbaarheid.editie.vorige import TEKST_IN_ZIP
from leefbaarheid.rapport.bundel import leesmij, licenties
from leefbaarheid.rapport.projectbestanden import lees_commit
from leefbaarheid.rapport.publicatie import lees_versie, maak_manifest, maak_zip
from leefbaarheid.rapport.rocrate import SNAKEFILE, maak_crate

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
    uit_som: str,
    uit_manifest: str,
    vorige: Sequence[str] = (),
    register: Sequence[Mapping[str, Any]] = (),
    logo: str | None = None,
    website: str | Path | None = None,
) -> None:
    """Bundle PDFs, tables and numbers of the text with their manifest, guide and licences.

    `vorige` are the files of the previous edition that this one was compared with, if it was;
    `register` are the sources of the edition in the register; `logo` is that of the publisher, as
    it was checked; `website` is the folder of the website.
    """
    wortel, versie = Path(project).parent, lees_versie(project)
    manifest = maak_manifest(
        editie,
        engine,
        bronnen,
        code,
        [*pdf, *tabellen, cijfers, *overig],
        bronnen_map=editie["bronnen_map"],
        pijplijn=versie,
        wortel=wortel,
        commit=lees_commit(wortel),
    )
    manifest["bronnen"] = [dict(bron) for bron in register]
    if vorige:
        manifest["vorige_editie"] = {Path(pad).name: sha256(pad) for pad in sorted(vorige)}
    # the settings keep their order: themes and labels are shown in it
    geschreven = als_json(manifest, op_naam=False)
    inhoud = (
        _inhoud(pdf, tabellen, cijfers, overig, logo)
        | _bestanden(website)
        | {
            "manifest.json": geschreven.encode(),
            "LEESMIJ.md": leesmij(editie, versie, manifest.get("commit")).encode(),
            "licenties.md": licenties(editie, register).encode(),
            **_uit_project(wortel),
        }
    )
    sommen = {naam: hashlib.sha256(deel).hexdigest() for naam, deel in inhoud.items()}
    crate = als_json(maak_crate(manifest, sommen, register), op_naam=False)
    inhoud["ro-crate-metadata.json"] = crate.encode()
    maak_zip(inhoud, uit_zip, editie["editie"], editie["teksten"]["datum"])
    schrijf_tekst(f"{sha256(uit_zip)}  {Path(uit_zip).name}\n", uit_som)
    schrijf_tekst(geschreven, uit_manifest)


def _uit_project(wortel: Path) -> dict[str, bytes]:
    """Return the licences of the project and the workflow, by their path in the publication."""
    namen = {"LICENSE.txt": "LICENSE", "LICENSE-teksten.txt": "LICENSE-teksten"}
    namen[SNAKEFILE] = "Snakefile"
    return {naam: (wortel / pad).read_bytes() for naam, pad in namen.items()}


def _inhoud(
    pdf: Sequence[str],
    tabellen: Sequence[str],
    cijfers: str,
    overig: Sequence[str],
    logo: str | None,
) -> dict[str, bytes]:
    """Return what was made of the edition, by its path in the publication."""
    paden = {Path(pad).name: pad for pad in [*pdf, cijfers]}
    paden |= {f"tabellen/{Path(pad).name}": pad for pad in tabellen}
    # what a next edition lays its own summary beside
    for pad in overig:
        if Path(pad).name == HOOFDRAPPORT:
            paden[TEKST_IN_ZIP] = pad
            if logo:  # which that text names
                paden[f"{Path(TEKST_IN_ZIP).parent}/{Path(logo).name}"] = logo
    return {naam: Path(pad).read_bytes() for naam, pad in paden.items()}


def _bestanden(map_: str | Path | None) -> dict[str, bytes]:
    """Return every file of a folder, by its path in the publication; {} without one."""
    if map_ is None:
        return {}
    wortel = Path(map_)
    paden = sorted(pad for pad in wortel.rglob("[!.]*") if pad.is_file())
    return {
        f"{wortel.name}/{pad.relative_to(wortel).as_posix()}": pad.read_bytes() for pad in paden
    }


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
            uit_som=snakemake.output.zip_som,
            uit_manifest=snakemake.output.manifest,
            vorige=invoer.vorige,
            logo=invoer.logo or None,
            website=Path(invoer.website[0]).parent,
            register=snakemake.params.bronnen,
        )
