"""The wijkanalyses of an edition together: which files, names and titles that clash, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.wijkanalyses.bron import sleutel
from leefbaarheid.wijkanalyses.kop import WIJKCODE
from leefbaarheid.wijkanalyses.lezen import Wijkanalyse, lees_bestand

_WORD_OF_MARKDOWN = (".md", ".docx")
_ANDERE_TEKST = (".doc", ".docm", ".odt", ".rtf", ".qmd", ".rmd", ".markdown")


def lees_map(
    paden: Iterable[str | Path],
    themas: Mapping[str, str],
    map_: str | Path | None = None,
    draden: int = 2,
) -> list[Wijkanalyse]:
    """Return the wijkanalyses among `paden`, ordered by file name; [] when there are none.

    Args:
        paden: files of the folder; .md and .docx directly in it are wijkanalyses, except README.md.
        themas: the themes of the edition: key and label.
        map_: the folder; default the one the files are in.
        draden: how many files are read at once (the work is done by pandoc).

    Raises:
        InvoerFout: a file is wrong (see `lees_bestand`), two files have the same title or name, a
            .yaml file belongs to no Word file, or a file is of a kind that is not read.
    """
    alle = sorted(
        (Path(pad) for pad in paden if not Path(pad).name.startswith((".", "~$"))),
        key=lambda pad: pad.name,
    )
    eigen = [pad for pad in alle if map_ is None or pad.parent.resolve() == Path(map_).resolve()]
    analyses = [
        pad
        for pad in eigen
        if pad.suffix.lower() in _WORD_OF_MARKDOWN and pad.name.lower() != "readme.md"
    ]
    _controleer_namen(eigen, analyses)
    with ThreadPoolExecutor(max_workers=draden) as groep:
        gelezen = list(groep.map(lambda pad: lees_bestand(pad, themas, map_), analyses))
    titels: dict[str, str] = {}
    for analyse in gelezen:
        titel = " ".join(analyse["titel"].casefold().split())
        if titel in titels:
            raise InvoerFout(
                f"deze titel heeft ook {titels[titel]}",
                bestand=analyse["bron"],
                kolom="titel",
                waarde=analyse["titel"],
                remedie="Geef elke wijkanalyse een eigen titel, of haal het dubbele bestand weg.",
            )
        titels[titel] = analyse["bron"]
    return gelezen


def _controleer_namen(eigen: Sequence[Path], analyses: Sequence[Path]) -> None:
    """Refuse files that would be passed over in silence, and names that clash."""
    word = {pad.stem for pad in analyses if pad.suffix.lower() == ".docx"}
    for pad in eigen:
        if pad.suffix.lower() in _ANDERE_TEKST:
            raise InvoerFout(
                f"een {pad.suffix}-bestand wordt niet gelezen",
                bestand=pad,
                remedie="Sla het op als .docx of .md, of haal het uit de map.",
            )
        if pad.suffix.lower() in (".yaml", ".yml") and (
            pad.stem not in word or pad.suffix != ".yaml"
        ):
            raise InvoerFout(
                "bij deze kop hoort geen Word-bestand",
                bestand=pad,
                remedie=f"De kop van x.docx heet x.yaml. Leg {pad.stem}.docx ernaast, of haal dit "
                "bestand weg; een .md-bestand heeft zijn kop in het bestand zelf.",
            )
    sleutels: dict[str, Path] = {}
    for pad in analyses:
        eerder = sleutels.setdefault(sleutel(pad), pad)
        if eerder != pad:
            raise InvoerFout(
                f"deze naam lijkt te veel op {eerder.name}",
                bestand=pad,
                remedie="Geef de bestanden namen die ook zonder extensie, hoofdletters en "
                "leestekens verschillen, of haal het dubbele bestand weg.",
            )


def controleer_codes(
    analyses: Iterable[Wijkanalyse],
    bekend: Mapping[str, str],
    map_: str | Path | None = None,
) -> None:
    """Check that every wijk code is in at least one source.

    Args:
        analyses: as `lees_map` returns them.
        bekend: wk_code and name of every wijk in either source.
        map_: folder of the wijkanalyses, for the message.

    Raises:
        InvoerFout: an unknown code; the message gives the nearest ones with their names.
    """
    for analyse in analyses:
        for code in analyse["wijken"]:
            if code in bekend:
                continue
            zin = bedoelde_u(code, bekend)
            for naam in re.findall(WIJKCODE, zin):
                zin = zin.replace(naam, f"{naam} ({bekend[naam]})")
            raise InvoerFout(
                "deze wijkcode staat in geen van de bronnen van deze editie",
                bestand=Path(map_ or "") / analyse["plaats_wijken"]["bestand"],
                regel=analyse["plaats_wijken"]["regel"],
                kolom="wijken",
                waarde=code,
                remedie=zin or "Controleer de code en het peiljaar van de wijkindeling.",
            )
