"""Where the source files of an edition are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.buren import wat_er_wel_is
from leefbaarheid.basis.fouten import InvoerFout, een_melding
from leefbaarheid.basis.vergelijk import gelijknamig, te_lang
from leefbaarheid.editie.huisstijl import LOGO
from leefbaarheid.editie.recept import Recept

# AANNAME: de naam van een wijkanalyse is hoogstens 100 tekens; figuren en afbeeldingen krijgen
#   namen die ermee beginnen.
#   Waarom: een langere bestandsnaam past niet op elk systeem.
#   Gevolg: een langere naam geeft een melding; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_BESTANDSNAAM = 100
WIJKANALYSE = (".md", ".docx")


def _bronpad(map_: Path, naam: str, bron: Mapping[str, Any]) -> Path:
    """Return where a source file belongs."""
    return map_ / str(bron["gemeenten" if naam == "grenzen" else "bestand"])


def _ontbreekt(pad: Path, bron: Mapping[str, Any]) -> InvoerFout:
    """Return the message for a source file that is not there and that only a person can place."""
    ophalen = f" Het bestand is te krijgen via: {bron['ophalen']}" if "ophalen" in bron else ""
    return InvoerFout(
        "dit bronbestand is er niet",
        bestand=pad,
        remedie=f"{wat_er_wel_is(pad)} Zet het bestand in bronnen_map of wijs die map aan met "
        f"--config bronnen_map=<map>.{ophalen}".strip(),
    )


def _op_te_halen(map_: Path, paden: Sequence[Path]) -> InvoerFout:
    """Return the message for files of the register that are not there."""
    namen = ", ".join(pad.relative_to(map_).as_posix() for pad in paden)
    zijn = (
        "dit bestand uit het register is"
        if len(paden) == 1
        else (f"{len(paden)} bestanden uit het register zijn")
    )
    return InvoerFout(
        f"{zijn} er niet: {namen}",
        bestand=map_,
        remedie="`make bronnen EDITIE=<configuratie>` haalt ze op, of zegt waar ze te "
        "krijgen zijn. Staan ze al ergens, wijs die map dan aan: make rapport BRONNEN=<map>, of "
        "--config bronnen_map=<map>.",
    )


def _is_er(map_: Path, bron: Mapping[str, Any]) -> bool:
    pad: Path = map_ / bron["bestand"]
    return pad.is_file()


MAPPEN = {
    "wijkanalyses": "de map met wijkanalyses is er niet",
    "adviezen": "de map met adviezen is er niet",
}
"""Sources that are a folder with texts of authors, and what is said where it is not there."""


def _teksten(map_: Path, naam: str) -> list[str]:
    """Return the files in a folder with texts, sorted, without hidden ones."""
    if not map_.is_dir():
        raise InvoerFout(
            MAPPEN[naam],
            bestand=map_,
            remedie=f"{wat_er_wel_is(map_ / 'x')} Maak de map of haal bronnen.{naam} uit de "
            "configuratie.".strip(),
        )
    gevonden = sorted(
        str(pad)
        for pad in map_.rglob("*")
        if pad.is_file() and not pad.name.startswith((".", "~$"))
    )
    fouten = [fout for pad in gevonden if (fout := _fout_in_naam(Path(pad)))]
    if fout := een_melding(fouten, f"de map met {naam}"):
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


Gevraagd = tuple[str, Path, Mapping[str, Any]]
"""A source that an edition asks for: its name there, where it belongs, its block."""


def _fouten(map_: Path, gevraagd: Sequence[Gevraagd]) -> list[InvoerFout]:
    """Return what is wrong with the places of source files."""
    weg = [deel for deel in gevraagd if not deel[1].is_file()]
    te_halen = [pad for naam, pad, bron in weg if "register" in bron or naam == "recept"]
    los = [_ontbreekt(pad, bron) for _, pad, bron in weg if pad not in te_halen]
    fouten = [fout for _, pad, _ in gevraagd if pad.is_file() and (fout := _fout_in_naam(pad))]
    return [*([_op_te_halen(map_, te_halen)] if te_halen else []), *los, *fouten]


def zoek_bronnen(
    editie: Mapping[str, Any], recept: Recept | None = None, *, eis: bool = True
) -> dict[str, Any]:
    """Return where the source files of an edition are; only names are looked at, nothing is read.

    Args:
        editie: the checked edition.
        recept: the recipe of its context table, when it has one.
        eis: whether the files must be there; a run that gets them asks where they belong.

    Returns:
        `leefbaarometer`, `context`, `codeboek`, and where configured `selectielijst`, `grenzen`:
        a path (an optional file that is not there is left out); `recept`: the files of the recipe,
        in the order of `recept.bronnen`; `logo`, where the house style has one;
        `wijkanalyses_map`: a folder;
        `wijkanalyses`: all files in it, sorted; the same for `adviezen`. Where the
        edition names no wijkanalyses and there are some: `wijkanalyses_ongenoemd`, with the name
        of the folder (`map`) and how many (`n`).

    Raises:
        InvoerFout: files or a folder are not there; the message names each, with the official
            download.
    """
    map_ = Path(editie["bronnen_map"])
    bronnen = {naam: blok for naam, blok in editie["bronnen"].items() if naam != "spiegel"}
    gevraagd = [
        (naam, _bronpad(map_, naam, bron), bron)
        for naam, bron in bronnen.items()
        if naam not in MAPPEN
        and "recept" not in bron
        and not (bron.get("optioneel") and not _is_er(map_, bron))
    ]
    if blok := editie.get("huisstijl", {}).get(LOGO):
        gevraagd.append((LOGO, map_ / blok["bestand"], blok))
    paden: dict[str, Any] = {naam: str(pad) for naam, pad, _ in gevraagd}
    if recept:
        delen = [("recept", _bronpad(map_, "recept", b), b) for b in recept.bronnen.values()]
        paden["recept"] = [str(pad) for _, pad, _ in delen]
        gevraagd += delen
    if eis and (melding := een_melding(_fouten(map_, gevraagd), "de bronnen")):
        raise melding
    for naam in MAPPEN:
        if naam in bronnen:
            teksten = map_ / bronnen[naam]["map"]
            paden[naam] = _teksten(teksten, naam) if eis else []
            paden[f"{naam}_map"] = str(teksten)
    if "wijkanalyses" not in bronnen and (ongenoemd := _ongenoemde_wijkanalyses(map_)):
        paden["wijkanalyses_ongenoemd"] = ongenoemd
    return paden
