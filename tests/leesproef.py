"""Read the texts of whole editions as a strict editor would (`tests/hulp/lezer.py`).

A separate command, not part of the tests (those read small editions):

    python tests/leesproef.py                              # the example and the real editions
    python tests/leesproef.py config/edities/x.yaml        # an edition of one's own
    python tests/leesproef.py --vreemd                     # the odd editions of the tests

Nothing is drawn and no PDF is made; checks run in draft mode (`snel`). The texts are written to
`results/leesproef`, the objections to the screen. The real editions need LEEFBAARHEID_DATA.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL / "tests"), str(WORTEL / "workflow" / "scripts")]

from hulp import proefeditie, vreemde_edities  # noqa: E402
from hulp.echte_data import zoek_echte_data  # noqa: E402
from hulp.lezer import bezwaren  # noqa: E402

ECHT = [
    WORTEL / "config" / "edities" / f"{naam}.yaml"
    for naam in ("leefbaarometer-3.0", "aandachtswijken-2007")
]


def edities(configs: list[Path], vreemd: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the editions to read, by name."""
    if vreemd:
        for naam, verander in vreemde_edities.EDITIES.items():
            with tempfile.TemporaryDirectory() as map_:
                editie = vreemde_edities.bereid_voor(Path(map_))
                verander(editie)
                yield naam, editie
        return
    for pad in configs or [WORTEL / "config" / "config.yaml", *ECHT]:
        editie = proefeditie.lees_editie(pad)
        if pad.resolve() in ECHT:
            map_ = zoek_echte_data()
            if map_ is None:
                print(f"{pad.stem}: overgeslagen, de gegevens staan niet klaar (LEEFBAARHEID_DATA)")
                continue
            editie["bronnen_map"] = str(map_)
        editie["inferentie"]["snel"] = True
        yield editie["editie"], editie


def main(configs: list[Path], vreemd: bool) -> int:
    """Print the objections; return how many there are."""
    totaal = 0
    for naam, editie in edities(configs, vreemd):
        doel = WORTEL / "results" / "leesproef" / naam
        doel.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as map_:
            proef = proefeditie.maak(editie, Path(map_))
        for document, tekst in proef.teksten.items():
            (doel / f"{document}.qmd").write_text(tekst, encoding="utf-8")
            for soort, gevonden in bezwaren(tekst, proef.tabellen).items():
                totaal += len(gevonden)
                for passage in gevonden:
                    print(f"{naam}, {document}: {soort}: {passage}")
    print(f"{totaal} bezwaren")
    return totaal


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Leest de teksten van edities na.")
    lezer.add_argument("configs", nargs="*", type=Path)
    lezer.add_argument("--vreemd", action="store_true", help="de vreemde edities van de toetsen")
    keuze = lezer.parse_args()
    sys.exit(bool(main(keuze.configs, keuze.vreemd)))
