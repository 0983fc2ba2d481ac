"""Rule leg_bij_website: the documents that the website offers, in its folder."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from leefbaarheid.basis.taak import taak


def main(bestanden: Sequence[str | Path], map_: str | Path) -> None:
    """Copy the documents and the table of wijken.

    Args:
        bestanden: the files.
        map_: the folder `downloads` of the website.
    """
    Path(map_).mkdir(parents=True, exist_ok=True)
    for pad in bestanden:
        shutil.copyfile(pad, Path(map_) / Path(pad).name)


if __name__ == "__main__":
    with taak(snakemake):
        main([*snakemake.input.pdf, snakemake.input.wijken], snakemake.output[0])
