"""The last lines of a run: where the PDFs are, and what asks for attention."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.tekst.redenen.alle import redentekst

TEN_HOOGSTE = 10
"""So many points are read on a screen; the tables and the bijlage have them all."""
LET_OP = "LET OP: "
FACTOR_GEVULD = "factor gevuld"


def slotwoord(map_: Path, documenten: Iterable[str]) -> str:
    """Return what a run ends with.

    Args:
        map_: results/<editie>.
        documenten: names of the documents; those that were made are named.
    """
    alle = sorted(documenten, key=lambda naam: (naam.startswith("bijlage"), naam))
    pdfs = [naam for naam in alle if (map_ / "rapport" / f"{naam}.pdf").is_file()]
    regels = [f"Klaar. De resultaten staan in {map_}."]
    if pdfs:
        regels = [f"Klaar. De PDF's staan in {map_ / 'rapport'}:", *(f"  {p}.pdf" for p in pdfs)]
    punten = list(dict.fromkeys([*_uit_logs(map_), *_uit_kwaliteit(map_)]))
    if not punten:
        return "\n".join([*regels, "Er is niets dat uw aandacht vraagt."])
    regels += ["Dit vraagt uw aandacht:", *(f"  - {punt}" for punt in punten[:TEN_HOOGSTE])]
    if len(punten) > TEN_HOOGSTE:
        regels.append(
            f"  en nog {len(punten) - TEN_HOOGSTE}; zie {map_ / 'tabellen' / 'datakwaliteit.csv'}"
        )
    return "\n".join(regels)


def _uit_logs(map_: Path) -> Iterator[str]:
    """What the steps said on a line of their own."""
    for log in sorted((map_ / "logs").glob("*.log")):
        for regel in log.read_text("utf-8", errors="replace").splitlines():
            if LET_OP in regel:
                yield regel.partition(LET_OP)[2].strip()


def _uit_kwaliteit(map_: Path) -> Iterator[str]:
    """The remarks on the sources, what is missing of the factors last."""
    pad = map_ / "tabellen" / "datakwaliteit.csv"
    if not pad.is_file():
        return
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if rij["ernst"] != Ernst.OK]
    soorten: dict[tuple[str, str], list[str]] = {}
    for rij in sorted(rijen, key=lambda rij: rij["controle"] == FACTOR_GEVULD):
        teksten = soorten.setdefault((rij["controle"], rij["bron"]), [])
        # its words say "deze factor": on a screen nothing beside it tells which
        waar = f"{rij['bron']}, {rij['kolom']}" if rij["controle"] == FACTOR_GEVULD else rij["bron"]
        teksten.append(f"{waar}: {_in_woorden(rij['toelichting'])}")
    for eerste, *rest in soorten.values():
        zo_ook = f" (en zo nog {len(rest)} keer, voor een ander jaar of een andere kolom)"
        yield f"{eerste}{zo_ook if rest else ''}"


def _in_woorden(code: str) -> str:
    """Return the words of a reason code; of a table of an older version the code itself."""
    try:
        return redentekst(code)
    except (KeyError, TypeError, ValueError):
        return code
