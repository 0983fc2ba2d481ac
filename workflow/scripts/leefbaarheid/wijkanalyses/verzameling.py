"""The wijkanalyses of an edition together: which files, names and titles that clash, codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout, een_melding
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.wijkanalyses.bestandssoorten import andere_tekst, is_analyse
from leefbaarheid.wijkanalyses.bron import sleutel
from leefbaarheid.wijkanalyses.lezen import Wijkanalyse, lees_bestand
from leefbaarheid.wijkanalyses.wijkcode import Wijknamen
from leefbaarheid.wijkanalyses.worddocument import WEIGER

WAARIN = "de wijkanalyses"

Geheugen = Callable[[Path, Callable[[], Wijkanalyse]], Wijkanalyse]


def lees_map(
    paden: Iterable[str | Path],
    themas: Mapping[str, str],
    map_: str | Path | None = None,
    draden: int = 2,
    bekend: Wijknamen | None = None,
    wijzigingen: str = WEIGER,
    geheugen: Geheugen | None = None,
) -> list[Wijkanalyse]:
    """Return the wijkanalyses among `paden`, ordered by file name; [] when there are none.

    Args:
        paden: files of the folder; .md and .docx directly in it are wijkanalyses, except README.md.
        themas: the themes of the edition: key and label.
        map_: the folder; default the one the files are in.
        draden: how many files are read at once (the work is done by pandoc).
        bekend: every wijk of the sources by code; None: codes are not looked up.
        wijzigingen: `weiger` or `accepteer` tracked changes and comments that are still open.
        geheugen: gives back what a file was read as before, or reads it; None: every file is read.

    Raises:
        InvoerFout: everything that is wrong in any file (see `lees_bestand`), two files with the
            same title or name, a .yaml file that belongs to no Word file, a file of a kind that is
            not read: all in one message, per file.
    """
    alle = sorted(
        (Path(pad) for pad in paden if not Path(pad).name.startswith((".", "~$"))),
        key=lambda pad: pad.name,
    )
    eigen = [pad for pad in alle if map_ is None or pad.parent.resolve() == Path(map_).resolve()]
    analyses = [pad for pad in eigen if is_analyse(pad)]
    fouten = andere_tekst(alle, Path(map_) if map_ is not None else None)
    fouten += _fouten_in_namen(eigen, analyses)
    with ThreadPoolExecutor(max_workers=draden) as groep:
        uitkomsten = list(
            groep.map(
                lambda pad: _probeer(pad, themas, map_, bekend, wijzigingen, geheugen), analyses
            )
        )
    gelezen = [uitkomst for uitkomst in uitkomsten if not isinstance(uitkomst, InvoerFout)]
    fouten += [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, InvoerFout)]
    fouten += _dubbele_titels(gelezen)
    if fout := een_melding(sorted(fouten, key=lambda f: Path(str(f.bestand)).name), WAARIN):
        raise fout
    return gelezen


def _probeer(
    pad: Path,
    themas: Mapping[str, str],
    map_: str | Path | None,
    bekend: Wijknamen | None,
    wijzigingen: str,
    geheugen: Geheugen | None,
) -> Wijkanalyse | InvoerFout:
    """Return a wijkanalyse, or all that is wrong with it."""
    lees = partial(lees_bestand, pad, themas, map_, bekend, wijzigingen)
    try:
        return geheugen(pad, lees) if geheugen else lees()
    except InvoerFout as fout:
        return fout


def _dubbele_titels(gelezen: Sequence[Wijkanalyse]) -> list[InvoerFout]:
    titels: dict[str, str] = {}
    fouten = []
    for analyse in gelezen:
        eerder = titels.setdefault(gelijknamig(analyse["titel"]), analyse["bron"])
        if eerder != analyse["bron"]:
            fouten.append(
                InvoerFout(
                    f"deze titel heeft ook {eerder}",
                    bestand=analyse["bron"],
                    kolom="titel",
                    waarde=analyse["titel"],
                    remedie="Geef elke wijkanalyse een eigen titel, of haal het dubbele bestand "
                    "weg.",
                )
            )
    return fouten


def _fouten_in_namen(eigen: Sequence[Path], analyses: Sequence[Path]) -> list[InvoerFout]:
    """Return files that would be passed over in silence, and names that clash."""
    word = {pad.stem for pad in analyses if pad.suffix.lower() == ".docx"}
    fouten = []
    for pad in eigen:
        if pad.suffix.lower() in (".yaml", ".yml") and (
            pad.stem not in word or pad.suffix != ".yaml"
        ):
            fouten.append(
                InvoerFout(
                    "bij deze kop hoort geen Word-bestand",
                    bestand=pad,
                    remedie=f"De kop van x.docx heet x.yaml. Leg {pad.stem}.docx ernaast, of haal "
                    "dit bestand weg; een .md-bestand heeft zijn kop in het bestand zelf.",
                )
            )
    sleutels: dict[str, Path] = {}
    for pad in analyses:
        eerder = sleutels.setdefault(sleutel(pad), pad)
        if eerder != pad:
            fouten.append(
                InvoerFout(
                    f"deze naam lijkt te veel op {eerder.name}",
                    bestand=pad,
                    remedie="Geef de bestanden namen die ook zonder extensie, hoofdletters en "
                    "leestekens verschillen, of haal het dubbele bestand weg.",
                )
            )
    return fouten
