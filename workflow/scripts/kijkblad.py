"""A contact sheet of every PDF of an edition, with what was measured (`make kijkblad`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import gebied_van, stel_in
from leefbaarheid.basis.lettertype import LETTERTYPEN
from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.editie.resultaten import lees_manifest
from leefbaarheid.rapport.paginas import (
    MINST_GEVULD,
    PORTRETSPIEGEL,
    ZETSPIEGEL,
    Pagina,
    beelden,
    hoofdstukken,
    meet,
    onder_iets_anders,
    paragrafen,
    rechts,
    te_leeg,
)

BREED, TUSSEN, ONDER = 170, 14, 30
"""Width of a page, room around it, and of the line below it, in pixels."""
KOLOMMEN = 10
MET_OPENINGEN = "bijlage-wijkanalyses"
"""The document in which each paragraaf opens with two pages side by side (record 0130)."""
GRIJS, ROOD, PAPIER = "#55636b", "#b00020", "#d5dbde"
A4_PT = 595.3


def spiegel_van(pad: Path) -> tuple[bool, list[Pagina]]:
    """Return whether a PDF has a page per wijk, and its measured pages."""
    portretten = "wijkportret" in pad.name
    return portretten, meet(pad, PORTRETSPIEGEL if portretten else ZETSPIEGEL)


def opmerkingen(pad: Path) -> tuple[list[Pagina], dict[int, list[str]]]:
    """Return the pages of a PDF, and per page what is wrong with it.

    A page with a wijk is as full as the wijk has to tell, so its filling is not looked at.
    """
    portretten, paginas = spiegel_van(pad)
    begin = {} if portretten else hoofdstukken(pad)
    leeg = set() if portretten else {p.nr for p in te_leeg(paginas, begin)}
    laag = onder_iets_anders(begin)
    uit = {}
    for pagina in paginas[1:]:  # the cover has no margins
        gevonden = pagina.fouten()
        if pagina.nr in laag:
            gevonden.append("iets staat boven de titel van het hoofdstuk")
        if pagina.nr in leeg:
            gevonden.append(f"{taal.procent(pagina.gevuld)} gevuld")
        if gevonden:
            uit[pagina.nr] = gevonden
    return paginas, uit


def teken(pad: Path, paginas: list[Pagina], fout: dict[int, list[str]], doel: Path) -> None:
    """Write one picture with all pages, how full each is, and in red what is wrong."""
    letter = ImageFont.truetype(LETTERTYPEN / "SourceSans3-Regular.ttf", 15)
    hoog = round(BREED * 297 / 210)
    rijen = -(-len(paginas) // KOLOMMEN)
    vel = Image.new(
        "RGB",
        (KOLOMMEN * (BREED + TUSSEN) + TUSSEN, rijen * (hoog + TUSSEN + ONDER) + TUSSEN),
        PAPIER,
    )
    pen = ImageDraw.Draw(vel)
    for i, (pagina, beeld) in enumerate(zip(paginas, beelden(pad, BREED / A4_PT), strict=True)):
        x = TUSSEN + i % KOLOMMEN * (BREED + TUSSEN)
        y = TUSSEN + i // KOLOMMEN * (hoog + TUSSEN + ONDER)
        vel.paste(beeld.resize((BREED, hoog)), (x, y))
        gevonden = fout.get(pagina.nr, [])
        tekst = "; ".join(gevonden) or taal.procent(pagina.gevuld)
        pen.text(
            (x, y + hoog + 4),
            f"{pagina.nr}  {tekst}",
            fill=ROOD if gevonden else GRIJS,
            font=letter,
        )
        if gevonden:
            pen.rectangle((x - 2, y - 2, x + BREED + 1, y + hoog + 1), outline=ROOD, width=3)
    doel.parent.mkdir(parents=True, exist_ok=True)
    with vervang(doel) as tijdelijk:
        vel.save(tijdelijk, format="PNG")


def maak(uit: Path) -> Iterator[str]:
    """Write a contact sheet per PDF of an edition; yield a line for each as it is there.

    Args:
        uit: results/<editie>.

    Raises:
        InvoerFout: the edition is not made, or has no PDF.
    """
    stel_in(gebied_van(lees_manifest(uit)["config"].get("gebied")))
    pdfs = sorted((uit / "rapport").glob("*.pdf"))
    if not pdfs:
        raise InvoerFout(
            "deze editie heeft geen PDF", bestand=uit, remedie="Maak haar eerst met `make rapport`."
        )
    for pad in pdfs:
        paginas, fout = opmerkingen(pad)
        doel = uit / "kijkblad" / f"{pad.stem}.png"
        teken(pad, paginas, fout, doel)
        yield f"{doel}: {taal.aantal_van(len(paginas), 'bladzijde', 'bladzijden')}"
        for nr, gevonden in fout.items():
            yield f"  bladzijde {nr}: {'; '.join(gevonden)}"
        if pad.stem == MET_OPENINGEN and (nummers := rechts(paragrafen(pad))):
            yield f"  een wijkanalyse opent op een rechterbladzijde: {taal.opsomming(nummers)}"


def main(argumenten: list[str] | None = None) -> None:
    """Write the contact sheets and print what was measured."""
    parser = argparse.ArgumentParser(
        prog="make kijkblad",
        description="Maakt per PDF één beeld met alle bladzijden, en meet ze: hoe vol zij zijn "
        f"(minder dan {taal.procent(MINST_GEVULD)} valt op), wat buiten de kantlijn steekt en "
        "letters onder 8 punt, en wat boven de titel van een hoofdstuk staat. Wat opvalt, heeft "
        "een rode rand.",
    )
    parser.add_argument("uit", type=Path, help="map met de resultaten: results/<editie>")
    gegeven = parser.parse_args(argumenten)
    try:
        for regel in maak(gegeven.uit):
            print(regel, flush=True)
    except InvoerFout as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
