"""Rule maak_website: the publication as pages that open from a disk, a zip or any host."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak
from leefbaarheid.editie.instellingen import Portretinstellingen


def main(
    bestanden: Mapping[str, str],
    portretten: Sequence[str],
    instelling: Portretinstellingen,
    documenten: Sequence[str],
    themanamen: Mapping[str, str],
    licenties: Mapping[str, str],
    stijgers: Mapping[str, Any],
    doel: str | Path,
) -> None:
    """Write the website of all wijken, without the documents that it offers.

    Args:
        bestanden: path per table, of the JSON with the `analyses` (summaries) and the `verhalen`
            (all of them), of the `hoofdrapport` (.qmd), and of index.html.j2 (`sjabloon`).
        portretten: the parts of the bijlage Wijkportretten.
        instelling: blocks of the edition.
        documenten: file names of all documents.
        themanamen: label of each theme of the wijkanalyses.
        licenties: where the text of each licence is, by its name.
        stijgers: block of the edition that says who is on the list of stijgers and dalers.
        doel: the folder.
    """
    # a second of imports, which a step that has its pages already does without
    from leefbaarheid.analyse.wijkpaginas import reken
    from leefbaarheid.basis.tabel import lees_tabel
    from leefbaarheid.basis.tabellen import trajecten
    from leefbaarheid.rapport.portretten.inhoud import (
        ALLE,
        ALS_RIJEN,
        ALS_TABEL,
        WEBSITE,
        maak_inhoud,
    )
    from leefbaarheid.rapport.website.site import Stukken, maak_site

    inhoud = maak_inhoud(
        {naam: bestanden[naam] for naam in {*ALS_RIJEN, *ALS_TABEL, "analyses"}},
        replace(instelling, wijken=ALLE),
        partial(reken, gelijkende=instelling.gelijkende),
        kaarten=False,
        waar=WEBSITE,
    )
    stukken = Stukken(
        bron=Path(bestanden["sjabloon"]).parent,
        hoofdrapport=Path(bestanden["hoofdrapport"]),
        analyses=Path(bestanden["verhalen"]),
        portretten=[Path(pad) for pad in portretten],
        lijst=lees_tabel(bestanden["stijgers_dalers"], trajecten.STIJGERS_DALERS),
        documenten=documenten,
    )
    maak_site(inhoud, instelling, stukken, themanamen, licenties, stijgers, Path(doel))
    print(f"{len(inhoud.codes)} {W.gebieden}")


if __name__ == "__main__":
    with taak(snakemake), hergebruik(snakemake) as nodig:
        if nodig:
            main(
                dict(snakemake.input.items()),
                snakemake.input.portretten,
                Portretinstellingen.uit_gegevens(snakemake.params.instelling),
                snakemake.params.documenten,
                snakemake.params.themas,
                snakemake.params.licenties,
                snakemake.params.stijgers,
                Path(snakemake.output.index).parent,
            )
