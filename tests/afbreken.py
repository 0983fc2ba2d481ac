"""Kill -9 at random moments of a run, each started again to the same bytes: `make afbreken`.

    python tests/afbreken.py
    python tests/afbreken.py --aantal 10 --zaad 7

The tiny edition of the tests is made once. Then, for every moment, the results are put back to what
they were when some job began, a run is started, killed somewhere in that job (the whole run, only
its head process, or only the job) and started again. What it makes has to be what the undisturbed
run made, byte for byte. Five such moments are in the normal tests; a hundred take half an hour on
two quiet cores.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hulp import mini
from hulp.afbreken import Moment, breek_af, duren, hervat, start, trek_momenten, zet_terug


def maak(project: Path) -> Path:
    """Make the tiny edition on one core; return a copy of its results, with their times."""
    klaar = mini.snakemake(mini.maak_project(project), cores=1)
    if klaar.returncode != 0:
        sys.exit(klaar.stdout)
    return Path(shutil.copytree(project / mini.UIT, project / "goed"))


def verschil(uit: Path, goed: Path) -> list[str]:
    """Return the names of files that are not the same in both, or in one only."""
    nu, toen = mini.vingerafdrukken(uit), mini.vingerafdrukken(goed)
    return sorted(naam for naam in nu.keys() | toen.keys() if nu.get(naam) != toen.get(naam))


def probeer(project: Path, goed: Path, moment: Moment, cores: int) -> tuple[bool, list[str]]:
    """Kill one run and start it again; return whether it was killed, and what went wrong."""
    uit, duur = project / mini.UIT, duren(goed)
    zet_terug(goed, uit, moment.stap, duur)
    geraakt = breek_af(start(project, cores), uit, [moment], duur)
    klaar = hervat(project, cores)
    if klaar.returncode != 0:
        return bool(geraakt), [klaar.stdout]
    return bool(geraakt), verschil(uit, goed)


def main() -> int:
    """Return 0 when every killed run came to the same bytes."""
    p = argparse.ArgumentParser(description="Breekt runs hard af en start ze opnieuw.")
    p.add_argument("--aantal", type=int, default=100, help="aantal keer (standaard 100)")
    p.add_argument("--zaad", type=int, default=20170307, help="zaad van de momenten")
    p.add_argument("--cores", type=int, default=2, help="rekenkernen van een run (standaard 2)")
    p.add_argument("--minuten", type=float, help="houd na zoveel minuten op")
    keuze = p.parse_args()
    begin = time.monotonic()
    tellers: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="afbreken-") as tijdelijk:
        project = Path(tijdelijk) / "project"
        print("Maakt de kleine editie ...", flush=True)
        goed = maak(project)
        for moment in trek_momenten(duren(goed), 2 * keuze.aantal, keuze.zaad):
            te_lang = keuze.minuten and time.monotonic() - begin > 60 * keuze.minuten
            if te_lang or tellers["raak"] == keuze.aantal:
                break
            geraakt, anders = probeer(project, goed, moment, keuze.cores)
            uitslag = "ANDERS" if anders else "gelijk" if geraakt else "te laat"
            tellers.update([uitslag, *(("raak", moment.manier) if geraakt else ())])
            waar = f"{moment.stap} op {moment.deel:.0%}, {moment.manier}"
            regel = f"{tellers['raak']:4}/{keuze.aantal}  {uitslag:8}{waar}"
            print(regel, *anders, sep="\n       ", flush=True)
    manieren = ", ".join(f"{tellers[m]} keer {m}" for m in ("alles", "hoofd", "stap"))
    print(f"{tellers['raak']} keer afgebroken ({manieren}): ", end="")
    print(f"{tellers['gelijk']} keer dezelfde bytes, {tellers['ANDERS']} keer andere.", end=" ")
    print(f"{tellers['te laat']} keer was de run al klaar; die tellen niet mee.")
    return int(tellers["ANDERS"] > 0 or not tellers["raak"])


if __name__ == "__main__":
    sys.exit(main())
