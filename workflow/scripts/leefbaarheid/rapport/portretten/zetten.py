"""From the data of the portretten to a checked PDF, in one compile of Typst."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.rapport.pandoc_typst import PDF_NORMEN
from leefbaarheid.rapport.pdfcontrole import Feiten, rond_af
from leefbaarheid.rapport.renderfout import RenderFout

SJABLOON, GEGEVENS = "portretten.typ", "gegevens.json"
# AANNAME: een logo in SVG staat onder aan elk wijkportret als het hoogstens 20 kB is.
#   Waarom: de PDF bewaart een SVG op elke bladzijde opnieuw, en een PNG één keer.
#   Gevolg: een zwaarder logo in SVG staat alleen op het omslag; geen cijfer verandert.
#   Onderwerp: techniek.
LICHT = 20_000

_KLEUR = re.compile(r"\$if\((\w+)\)\$\$\1\$\$else\$(\w+)\$endif\$")


def met_kleuren(sjabloon: str, huisstijl: Mapping[str, str]) -> str:
    """Return the house style with the colours of an edition, as pandoc fills its template.

    Args:
        sjabloon: typst-template.typ.
        huisstijl: the block of the edition config (#rrggbb by name); what it lacks has a default.
    """
    return _KLEUR.sub(lambda deel: huisstijl.get(deel[1], deel[2]).lstrip("#"), sjabloon)


def gezet(gegevens: Mapping[str, Any]) -> str:
    """Return the data as JSON to print: an apostrophe in a name or text is a typographic one.

    The data themselves keep the names of the sources, by which a wijk is found.
    """
    # all at once: no key, code or file name has an apostrophe, and JSON itself has none
    return json.dumps(gegevens, ensure_ascii=False).replace("'", "’")


def woorden() -> dict[str, str]:
    """Return what an area is called, by the names that portretten.typ knows."""
    return {naam: getattr(W, naam) for naam in ("gebied", "gebieden", "Gebied", "Gebieden")}


def zet(
    gegevens: Mapping[str, Any],
    sjabloon: Path,
    huisstijl: Path,
    doel: Path,
    tijdstip: int,
    logo: Path | None = None,
) -> Feiten:
    """Write the PDF of the portretten; same data, same bytes.

    Args:
        gegevens: what `document` returns.
        sjabloon: reports/bijlage-wijkportretten/portretten.typ.
        huisstijl: the folder `reports`, with the house style and the fonts.
        doel: the PDF; on any failure it is what it was.
        tijdstip: seconds since 1970, the date in the PDF; from the edition, never today.
        logo: the logo that the data name, if they do.

    Raises:
        RenderFout: Typst cannot make it, or the PDF is not accessible.
    """
    import typst  # a library of 60 MB

    with tempfile.TemporaryDirectory(prefix="wijkrapport-") as tijdelijk:
        map_ = Path(tijdelijk).resolve()
        shutil.copyfile(sjabloon, map_ / SJABLOON)
        invoer = {"gegevens": GEGEVENS, **woorden()}
        if logo:
            shutil.copyfile(logo, map_ / gegevens["logo"]["bestand"])
            if logo.suffix == ".png" or logo.stat().st_size <= LICHT:
                invoer["logo-onderaan"] = "ja"
        stijl = huisstijl / "_extensions" / "wijkrapport" / "typst-template.typ"
        (map_ / stijl.name).write_text(
            met_kleuren(stijl.read_text("utf-8"), gegevens["huisstijl"]), "utf-8"
        )
        (map_ / GEGEVENS).write_text(gezet(gegevens), "utf-8")
        try:
            inhoud = typst.compile(
                str(map_ / SJABLOON),
                root=str(map_),
                font_paths=[str(huisstijl / "fonts")],
                ignore_system_fonts=True,
                sys_inputs=invoer,
                pdf_standards=[*PDF_NORMEN],
                timestamp=tijdstip,
            )
        except typst.TypstError as fout:
            melding = str(getattr(fout, "diagnostic", "") or fout)
            raise RenderFout(
                f"de wijkportretten zijn niet te zetten: {melding[:400]}", bestand=sjabloon
            ) from None
        pdf = map_ / "portretten.pdf"
        pdf.write_bytes(inhoud)
        feiten = rond_af(pdf, eerste_noemt=True)  # so is every table of portretten.typ
        with vervang(doel) as half:
            shutil.copyfile(pdf, half)
    return feiten
