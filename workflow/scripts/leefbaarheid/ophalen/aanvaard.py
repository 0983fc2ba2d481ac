"""A new checksum into the register, by hand as it were: nothing else in the file changes."""

from __future__ import annotations

import re
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import schrijf_tekst


def zet_som(register: Path, naam: str, som: str) -> None:
    """Write the sha256 of a source into the register; comments, order and the rest stay.

    Args:
        register: config/bronnen.yaml.
        naam: the source; its block has a line `bestand:`.
        som: 64 hex digits.

    Raises:
        InvoerFout: the block is written in another way than line by line.
    """
    regels = register.read_text("utf-8").splitlines(keepends=True)
    kop = re.compile(rf"""  ["']?{re.escape(naam)}["']?:\s*(#.*)?$""")
    begin = next((i for i, regel in enumerate(regels) if kop.match(regel)), len(regels))
    eind = next(
        (i for i in range(begin + 1, len(regels)) if re.match(r" {0,3}[^ #\n]", regels[i])),
        len(regels),
    )
    nieuw = f"    sha256: {som}\n"
    plek = next((i for i in range(begin, eind) if regels[i].startswith("    sha256:")), None)
    if plek is None:
        # below the file it is of
        bestand = (i for i in range(begin, eind) if regels[i].startswith("    bestand:"))
        plek = next(bestand, None)
        if plek is None:
            raise InvoerFout(
                "de nieuwe controlesom is niet in het register te zetten",
                bestand=register,
                sleutel=f"bronnen.{naam}",
                remedie=f"Zet haar er zelf in: sha256: {som}",
            )
        regels.insert(plek + 1, nieuw)
    else:
        regels[plek] = nieuw
    schrijf_tekst("".join(regels), register)
