"""The bundled example with other areas: the same numbers, as buurten or as areas of one's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

EIGEN = {
    "enkelvoud": "kern",
    "meervoud": "kernen",
    "engels": "village",
    "engels_meervoud": "villages",
    "code": "kern_code",
    "naam": "kern_naam",
    "vorm": "KERN-[0-9A-Z]{6}",
    "voorbeeld": "KERN-900101",
}
CODES = {
    "buurt": (r"BU\g<1>00", "bu_code", "bu_naam"),
    "eigen": (r"KERN-\g<1>", EIGEN["code"], EIGEN["naam"]),
}


def zet_om(bron: Path, naar: Path, soort: str) -> None:
    """Copy the files of an example to a folder, with codes and columns of other areas.

    Word documents stay behind: their codes are not so easily changed.
    """
    shutil.copytree(bron, naar, ignore=shutil.ignore_patterns("*.docx", "*.yaml"))
    code, codekolom, naamkolom = CODES[soort]
    for pad in sorted(naar.rglob("*")):
        if pad.suffix not in (".csv", ".md"):
            continue
        tekst = pad.read_text("utf-8")
        tekst = re.sub(r"\bWK(\d{4}[0-9A-Z]{2})\b", code, tekst)
        if pad.suffix == ".csv":
            tekst = tekst.replace("wk_code", codekolom).replace("wk_naam", naamkolom)
        pad.write_bytes(tekst.encode("utf-8"))


def gebied(soort: str) -> str | dict[str, Any]:
    """Return the key `gebied` of an edition about these areas."""
    return EIGEN if soort == "eigen" else soort
