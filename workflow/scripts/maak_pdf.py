"""Rule maak_pdf: render one Quarto document to an accessible PDF."""

from collections.abc import Sequence
from pathlib import Path

from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.tijdstip import tijdstip_van
from leefbaarheid.rapport.werkmap import huisstijl, naast_de_qmd


def main(
    qmd: str | Path,
    figuren: Sequence[str | Path],
    beelden: str | Path | None,
    literatuur: str | Path,
    engine: str,
    datum: str,
    uitvoer: str | Path,
    logo: str | Path | None = None,
) -> None:
    """Render a document to a PDF that is tagged, titled and has alt texts, or to nothing.

    Args:
        qmd: the document.
        figuren: folders with its figures.
        beelden: folder with the pictures of the wijkanalyses, if the document shows them.
        literatuur: the bibliography; house style and fonts are in the same folder.
        engine: auto, quarto or pandoc.
        datum: ISO date of the edition; the time stamp inside the PDF.
        uitvoer: the PDF.
        logo: of the publisher, as lees_logo wrote it; None: there is none.
    """
    gekozen = kies_engine(engine)
    print(f"engine: {gekozen.versie} {gekozen.let_op}".rstrip())
    literatuur = Path(literatuur)
    verslag = maak_pdf(
        Path(qmd),
        Path(uitvoer),
        bestanden=huisstijl(literatuur.parent)
        | naast_de_qmd(
            literatuur,
            map(Path, figuren),
            Path(beelden) if beelden else None,
            Path(logo) if logo else None,
        ),
        engine=gekozen,
        tijdstip=tijdstip_van(datum),
    )
    print(verslag)


if __name__ == "__main__":
    with taak(snakemake), hergebruik(snakemake) as nodig:
        invoer, params = snakemake.input, snakemake.params
        if nodig:
            main(
                qmd=invoer.qmd,
                figuren=invoer.figuren,
                beelden=invoer.beelden or None,
                logo=invoer.logo or None,
                literatuur=invoer.literatuur,
                engine=params.engine,
                datum=params.datum,
                uitvoer=snakemake.output[0],
            )
