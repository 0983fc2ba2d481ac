"""Rule leg_bij_de_qmd: what every .qmd names, beside it: it renders on its own with Quarto."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.taak import taak
from leefbaarheid.rapport.werkmap import kopieer, naast_de_qmd


def main(bestanden: Mapping[str, Path], rapportmap: str | Path) -> None:
    """Copy figures, pictures, fonts, house style and bibliography.

    Args:
        bestanden: name in the folder -> file or folder.
        rapportmap: folder of the .qmd.
    """
    kopieer(bestanden, Path(rapportmap))


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            naast_de_qmd(
                Path(invoer.literatuur),
                map(Path, invoer.figuren),
                Path(invoer.beelden),
                Path(invoer.logo) if invoer.logo else None,
            ),
            rapportmap=Path(snakemake.output.literatuur).parent,
        )
