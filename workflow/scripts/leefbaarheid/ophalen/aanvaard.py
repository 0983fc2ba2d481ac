"""A new checksum into the register, by hand as it were: nothing else in the file changes."""

from __future__ import annotations

import re
from pathlib import Path

from leefbaarheid.basis.schrijven import schrijf_tekst


def zet_som(register: Path, naam: str, som: str) -> None:
    """Write the sha256 of a source into the register; comments, order and the rest stay.

    Args:
        register: config/bronnen.yaml.
        naam: the source; its block has a line `bestand:`.
        som: 64 hex digits.
    """
    regels = register.read_text("utf-8").splitlines(keepends=True)
    begin = next(i for i, regel in enumerate(regels) if regel.rstrip() == f"  {naam}:")
    eind = next(
        (i for i in range(begin + 1, len(regels)) if re.match(r" {0,3}[^ #\n]", regels[i])),
        len(regels),
    )
    nieuw = f"    sha256: {som}\n"
    plek = next((i for i in range(begin, eind) if regels[i].startswith("    sha256:")), None)
    if plek is None:
        # below the file it is of
        plek = next(i for i in range(begin, eind) if regels[i].startswith("    bestand:")) + 1
        regels.insert(plek, nieuw)
    else:
        regels[plek] = nieuw
    schrijf_tekst("".join(regels), register)
