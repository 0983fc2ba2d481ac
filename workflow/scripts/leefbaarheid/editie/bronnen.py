"""Where the source files of an edition are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.buren import wat_er_wel_is
from leefbaarheid.basis.fouten import InvoerFout, een_melding
from leefbaarheid.basis.vergelijk import gelijknamig, te_lang
from leefbaarheid.editie.recept import Recept

# AANNAME: de naam van een wijkanalyse is hoogstens 100 tekens; figuren en afbeeldingen krijgen
#    namen die ermee beginnen.
MAX_BESTANDSNAAM = 100
WIJKANALYSE = (".md", ".docx")


def _bronbestand(map_: Path, naam: str, bron: Mapping[str, Any]) -> str:
    """Return the path of a source file that is there."""
    pad = map_ / bron["gemeenten" if naam == "grenzen" else "bestand"]
    if not pad.is_file():
        ophalen = f" Het bestand is te krijgen via: {bron['ophalen']}" if "ophalen" in bron else ""
        raise InvoerFout(
            "dit bronbestand is er niet",
            bestand=pad,
            remedie=f"{wat_er_wel_is(pad)} Zet het bestand in bronnen_map of wijs die map aan met "
            f"--config bronnen_map=<map>.{ophalen}".strip(),
        )
    if fout := _fout_in_naam(pad):
        raise fout
    return str(pad)


def _is_er(map_: Path, bron: Mapping[str, Any]) -> bool:
    pad: Path = map_ / bron["bestand"]
    return pad.is_file()


def _wijkanalyses(map_: Path) -> list[str]:
    """Return the files in the folder of the wijkanalyses, sorted, without hidden ones."""
    if not map_.is_dir():
        raise InvoerFout(
            "de map met wijkanalyses is er niet",
            bestand=map_,
            remedie=f"{wat_er_wel_is(map_ / 'x')} Maak de map of haal bronnen.wijkanalyses uit de "
            "configuratie.".strip(),
        )
    gevonden = sorted(
        str(pad)
        for pad in map_.rglob("*")
        if pad.is_file() and not pad.name.startswith((".", "~$"))
    )
    fouten = [fout for pad in gevonden if (fout := _fout_in_naam(Path(pad)))]
    if fout := een_melding(fouten, "de map met wijkanalyses"):
        raise fout
    return gevonden


def _fout_in_naam(pad: Path) -> InvoerFout | None:
    """Return what is wrong with a file name that other programs cannot handle; None: nothing."""
    if re.search(r"[{}]", str(pad)):
        return InvoerFout(
            "in de naam van dit bestand of zijn map staat een accolade, en die heeft voor de "
            "werkstroom een eigen betekenis",
            bestand=pad,
            remedie="Geef het bestand of de map een naam zonder { en }.",
        )
    if not pad.name.isprintable():
        zichtbaar = "".join(teken if teken.isprintable() else "▯" for teken in pad.name)
        return InvoerFout(
            "de naam van dit bestand heeft een teken dat niet te zien is of niet in UTF-8 staat",
            bestand=pad.parent / zichtbaar,
            remedie="Geef het bestand een naam met gewone letters, cijfers en koppeltekens.",
        )
    lang = te_lang(pad.stem, MAX_BESTANDSNAAM)
    if lang and pad.suffix.lower() in WIJKANALYSE:
        return InvoerFout(
            f"de naam van dit bestand is geen naam: {lang}",
            bestand=pad.parent / f"{pad.stem[:60]}…{pad.suffix[:10]}",
            remedie="Geef het bestand een kortere naam.",
        )
    return None


def _ongenoemde_wijkanalyses(map_: Path) -> dict[str, Any]:
    """Return the folder beside the sources that looks like one with wijkanalyses, and how many.

    {} where there is none: an edition may leave them out, and then it should be known.
    """
    mappen = sorted(pad for pad in map_.iterdir() if pad.is_dir()) if map_.is_dir() else []
    for kandidaat in mappen:
        if gelijknamig(kandidaat.name).replace("-", "").startswith("wijkanalys"):
            namen = [pad.name for pad in kandidaat.iterdir() if pad.suffix.lower() in WIJKANALYSE]
            aantal = sum(naam.lower() != "readme.md" for naam in namen)
            if aantal:
                return {"map": kandidaat.name, "n": aantal}
    return {}


def zoek_bronnen(editie: Mapping[str, Any], recept: Recept | None = None) -> dict[str, Any]:
    """Return where the source files of an edition are; only names are looked at, nothing is read.

    Args:
        editie: the checked edition.
        recept: the recipe of its context table, when it has one.

    Returns:
        `leefbaarometer`, `context`, `codeboek`, and where configured `selectielijst`, `grenzen`:
        a path (an optional file that is not there is left out); `recept`: the files of the recipe,
        in the order of `recept.bronnen`; `wijkanalyses_map`: a folder;
        `wijkanalyses`: all files in it, sorted. Where the
        edition names no wijkanalyses and there are some: `wijkanalyses_ongenoemd`, with the name
        of the folder (`map`) and how many (`n`).

    Raises:
        InvoerFout: a file or folder is not there; the message names the official download.
    """
    map_, bronnen = Path(editie["bronnen_map"]), editie["bronnen"]
    paden: dict[str, Any] = {
        naam: _bronbestand(map_, naam, bron)
        for naam, bron in bronnen.items()
        if naam != "wijkanalyses"
        and "recept" not in bron
        and not (bron.get("optioneel") and not _is_er(map_, bron))
    }
    if recept:
        paden["recept"] = [_bronbestand(map_, "recept", bron) for bron in recept.bronnen.values()]
    if "wijkanalyses" in bronnen:
        analyses = map_ / bronnen["wijkanalyses"]["map"]
        paden["wijkanalyses"] = _wijkanalyses(analyses)
        paden["wijkanalyses_map"] = str(analyses)
    elif ongenoemd := _ongenoemde_wijkanalyses(map_):
        paden["wijkanalyses_ongenoemd"] = ongenoemd
    return paden
