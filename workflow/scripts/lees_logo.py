"""Rule lees_logo: the logo of the publisher, checked before anything is made with it."""

from pathlib import Path

from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.basis.taak import taak
from leefbaarheid.rapport.logo import controleer_logo


def main(logo: str | Path, lettertypen: str | Path, uitvoer: str | Path) -> None:
    """Check a logo and write it where the documents take it from.

    Args:
        logo: the file of the publisher.
        lettertypen: folder with the fonts.
        uitvoer: the same bytes, under the name that the documents use.

    Raises:
        InvoerFout: no logo, or not a harmless one.
    """
    inhoud = controleer_logo(Path(logo), Path(lettertypen))
    with vervang(uitvoer) as half:
        Path(half).write_bytes(inhoud)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            logo=snakemake.input.logo,
            lettertypen=Path(snakemake.input.lettertypen[0]).parent,
            uitvoer=snakemake.output[0],
        )
