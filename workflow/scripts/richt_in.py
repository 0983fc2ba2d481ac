"""Make the environment of the project in .venv: `make omgeving`, and the install without make.

Runs with the Python of the system and nothing else, so that it can mend any state: half installed,
of an older lock, moved with its folder, or asked for twice at the same time.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

WORTEL = Path(__file__).resolve().parents[2]
PIP = ("-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--require-hashes")
STAP = 10
"""So many packages between two lines about progress."""
START = """#!/bin/sh
# Geschreven door workflow/scripts/richt_in.py: Snakemake, met de controles van
# workflow/scripts/start.py vooraf (docs/besluiten/0070). Zonder: python -m snakemake
hier=$(dirname "$0")
exec "$hier/python" "$hier/../../workflow/scripts/start.py" "$@"
"""


class Mislukt(Exception):
    """The environment cannot be made; the message says why and what to do."""


def kenmerk(wortel: Path) -> str:
    """Return what an environment must be made from: the lock, and the folder it stands in."""
    return f"{wortel}\n{(wortel / 'requirements.lock').read_text('utf-8')}"


def is_klaar(wortel: Path) -> bool:
    """Return whether the environment is whole, of this lock and folder, and its Python runs."""
    try:
        if (wortel / ".venv" / ".klaar").read_text("utf-8") != kenmerk(wortel):
            return False
        python = [wortel / ".venv" / "bin" / "python", "-c", ""]
        return subprocess.run(python, capture_output=True).returncode == 0
    except OSError:
        return False


@contextmanager
def om_de_beurt(wortel: Path) -> Iterator[None]:
    """Hold the lock of the installation; wait while another holds it."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (wortel / ".venv.slot").open("w") as bestand:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            meld("Een andere opdracht zet de omgeving al klaar; even wachten ...")
            fcntl.flock(bestand, fcntl.LOCK_EX)
        except OSError:  # a drive without locks
            pass
        yield


def meld(tekst: str) -> None:
    """Say something at once."""
    print(tekst, flush=True)


def richt_in(wortel: Path = WORTEL) -> None:
    """Make the environment, unless it is there.

    Raises:
        Mislukt: no module venv, or the packages cannot be had.
    """
    with om_de_beurt(wortel):
        if is_klaar(wortel):
            return
        venv = wortel / ".venv"
        if venv.is_symlink():
            raise Mislukt(
                f"FOUT: .venv is een koppeling naar {venv.readlink()}; die omgeving blijft zoals "
                "zij is.\n  Wat te doen: draai 'make omgeving' in de map van die omgeving, of "
                "verwijder de koppeling."
            )
        if ":" in str(venv):
            raise Mislukt(
                f"FOUT: een omgeving kan niet in een map met een dubbele punt staan: {wortel}\n"
                "  Wat te doen: geef de map een naam zonder dubbele punt."
            )
        lock = wortel / "requirements.lock"
        aantal = sum(regel[:1].isalnum() for regel in lock.read_text("utf-8").splitlines())
        meld(f"Zet de omgeving klaar in .venv: {aantal} pakketten, ongeveer een minuut (eenmalig).")
        maak_venv(venv)
        installeer(venv, lock, aantal)
        schrijf_start(venv)
        (venv / ".klaar").write_text(kenmerk(wortel), "utf-8")
        meld("De omgeving staat klaar.")


def maak_venv(venv: Path) -> None:
    """Make an empty environment in place of what is there."""
    shutil.rmtree(venv, ignore_errors=True)
    klaar = subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)])
    if klaar.returncode:
        raise Mislukt(
            "FOUT: de omgeving is niet te maken.\n  Wat te doen: installeer de module venv van "
            "Python (op Debian en Ubuntu: het pakket python3-venv)."
        )


def installeer(venv: Path, lock: Path, aantal: int) -> None:
    """Install the packages of the lock, and say how far it is."""
    opdracht = [venv / "bin" / "python", *PIP, "-r", lock]
    with subprocess.Popen(
        opdracht, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as pip:
        assert pip.stdout
        regels: list[str] = []
        lezer = threading.Thread(target=_lees, args=(pip.stdout, regels, aantal), daemon=True)
        lezer.start()
        _meld_voortgang(pip, venv, aantal)
        lezer.join()
    if pip.returncode:
        print(*regels[-15:], sep="", file=sys.stderr)
        raise Mislukt(
            "FOUT: de pakketten zijn niet te installeren (zie hierboven).\n"
            "  Wat te doen: controleer de verbinding met de pakketserver en start opnieuw."
        )


def _lees(uitvoer: IO[str], regels: list[str], aantal: int) -> None:
    """Keep what pip says, and count what it has fetched."""
    opgehaald = 0
    for regel in uitvoer:
        regels.append(regel)
        if regel.startswith("Collecting "):
            opgehaald += 1
            if opgehaald % STAP == 0 or opgehaald == aantal:
                meld(f"  opgehaald: {opgehaald} van {aantal}")


def _meld_voortgang(pip: subprocess.Popen[str], venv: Path, aantal: int) -> None:
    """Count what is installed, which pip does not say, until it is done."""
    begin, gemeld = len(list(venv.glob("lib/*/site-packages/*.dist-info"))), 0
    while pip.poll() is None:
        time.sleep(0.5)
        staat = len(list(venv.glob("lib/*/site-packages/*.dist-info"))) - begin
        if staat >= gemeld + STAP:
            gemeld = staat
            meld(f"  geïnstalleerd: {staat} van {aantal}")


def schrijf_start(venv: Path) -> None:
    """Put our start of Snakemake in place of the one that pip made."""
    doel = venv / "bin" / "snakemake"
    doel.unlink(missing_ok=True)
    doel.write_text(START, "utf-8")
    doel.chmod(0o755)


if __name__ == "__main__":
    try:
        richt_in()
    except Mislukt as fout:
        sys.exit(str(fout))
    except OSError as fout:
        sys.exit(
            f"FOUT: de omgeving is niet te maken ({fout.filename}: {fout.strerror}).\n"
            "  Wat te doen: zorg voor schijfruimte en een map waarin u mag schrijven."
        )
    except KeyboardInterrupt:
        sys.exit("Afgebroken. Start opnieuw: de omgeving wordt dan vanaf het begin gemaakt.")
