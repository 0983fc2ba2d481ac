"""The images of a wijkanalyse: where they may lie, what they may be, and their bytes."""

from __future__ import annotations

import hashlib
import re
import urllib.parse
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.wijkanalyses.beeldbewerking import MAX_BEELD, Bewerking, vernieuw
from leefbaarheid.wijkanalyses.bron import Bron, sleutel
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

BEELDENMAP = "wijkanalyses-beelden"
"""Folder that images are written to, and that the Markdown refers to."""


@dataclass
class Album:
    """The images of one wijkanalyse; each is written under a name made from what is in it.

    Attributes:
        afbeeldingen: per image bestand (path in the Markdown), bron (where it came from), alt and
            where Word changed what is seen, bewerking (`Bewerking.als_tekst`).
    """

    bron: Bron
    afbeeldingen: list[dict[str, str]] = field(default_factory=list)

    def neem_op(self, doel: str, alt: str) -> str:
        """Take an image in and return its path in the Markdown; raises Ongeschikt."""
        inhoud, herkomst, bewerking = zoek_beeld(self.bron, doel)
        nieuwe_inhoud, soort = vernieuw(inhoud, herkomst, bewerking)
        vinger = hashlib.sha256(nieuwe_inhoud).hexdigest()[:8]
        naam = f"{sleutel(self.bron.pad)}-{vinger}.{soort}"
        nieuw = {"bestand": f"{BEELDENMAP}/{naam}", "bron": herkomst, "alt": alt}
        if tekst := bewerking.als_tekst():
            nieuw["bewerking"] = tekst
        if nieuw not in self.afbeeldingen:
            self.afbeeldingen.append(nieuw)
        return nieuw["bestand"]


def zoek_beeld(bron: Bron, doel: str) -> tuple[bytes, str, Bewerking]:
    """Return the bytes of an image, where they came from, and what to do to them.

    Raises:
        Ongeschikt: outside the folder of the wijkanalyses, or missing.
    """
    if bron.zip_ is not None:
        plaatje = bron.plaatjes[doel]
        return bron.zip_.read(plaatje.deel), plaatje.deel, plaatje.bewerking
    return *_uit_map(bron, doel), Bewerking()


def _uit_map(bron: Bron, doel: str) -> tuple[bytes, str]:
    relatief = urllib.parse.unquote(doel)
    pad = bron.pad.parent / relatief
    if _wijst_naar_buiten(relatief) or not pad.resolve().is_relative_to(bron.map_.resolve()):
        raise Ongeschikt(
            "een afbeelding ligt buiten de map met wijkanalyses",
            fragment=doel,
            remedie="Zet de afbeelding in de map (of een map daarbinnen) en verwijs er met een "
            "relatief pad naar.",
        )
    if len(doel) > 255 or not pad.is_file():
        raise Ongeschikt(
            "een afbeelding is er niet",
            fragment=doel,
            remedie=f"Zet het bestand in de map, of herstel de naam. "
            f"{bedoelde_u(relatief, [p.name for p in pad.parent.glob('*')])}".strip(),
        )
    if pad.stat().st_size > MAX_BEELD:
        raise Ongeschikt(
            f"een afbeelding is te groot (meer dan {MAX_BEELD // 1_000_000} MB)",
            fragment=doel,
            remedie="Verklein de afbeelding.",
        )
    return pad.read_bytes(), relatief


def _wijst_naar_buiten(relatief: str) -> bool:
    """Tell whether a path is a web address, absolute, or goes up, whatever lies there."""
    return bool(
        re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", relatief)
        or relatief.startswith(("/", "\\", "~"))
        or ".." in re.split(r"[/\\]", relatief)
        or "\x00" in relatief
    )


def beeldinhoud(pad: str | Path, afbeelding: Mapping[str, str]) -> bytes:
    """Return the bytes to print of an image of the wijkanalyse at `pad`, as it was read."""
    pad = Path(pad)
    if pad.suffix.lower() == ".docx":
        with zipfile.ZipFile(pad) as zip_:
            inhoud = zip_.read(afbeelding["bron"])
    else:
        inhoud = (pad.parent / afbeelding["bron"]).read_bytes()
    bewerking = Bewerking.uit_tekst(afbeelding.get("bewerking", ""))
    return vernieuw(inhoud, afbeelding["bron"], bewerking)[0]
