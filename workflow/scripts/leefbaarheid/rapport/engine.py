"""Which programs make the PDFs: Quarto where it is, else pandoc and Typst from pip packages.

Read while the DAG is built, so nothing heavy is imported here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib import metadata

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.pandoc import zoek_pandoc

MIN_QUARTO = (1, 9)  # the first with pdf-standard
REMEDIE_QUARTO = (
    "Installeer Quarto met `make quarto`, of zet rapport.engine op auto of pandoc in de config."
)


@dataclass(frozen=True)
class Engine:
    """The programs that make the PDFs.

    Attributes:
        naam: "quarto" or "pandoc".
        versie: for the colofon and the manifest, e.g. "pandoc 3.9 + Typst 0.15.2".
    """

    naam: str
    versie: str


def _quarto_versie() -> str | None:
    """Return the version of the quarto on PATH, or None where it does not answer as it should."""
    programma = shutil.which("quarto")
    if programma is None:
        return None
    try:
        antwoord = subprocess.run(
            [programma, "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    gevonden = re.search(r"\d+\.\d+[\w.+-]*", antwoord)
    return gevonden.group() if gevonden else None


def _pandoc_engine() -> Engine:
    try:
        uitvoer = subprocess.run(
            [zoek_pandoc(), "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
        return Engine("pandoc", f"{uitvoer.splitlines()[0]} + Typst {metadata.version('typst')}")
    except (metadata.PackageNotFoundError, OSError, subprocess.SubprocessError) as fout:
        raise InvoerFout(
            f"de engine pandoc werkt niet: {fout}",
            remedie="Maak de omgeving opnieuw (`make rapport` doet dat in een lege map).",
        ) from fout


def kies_engine(voorkeur: str) -> Engine:
    """Return the engine for a preference `auto`, `quarto` or `pandoc` (config: rapport.engine).

    `auto` takes Quarto when it is on PATH, answers, and is version 1.9 or newer; else pandoc.
    """
    if voorkeur not in ("auto", "quarto", "pandoc"):
        raise InvoerFout(
            "onbekende engine",
            kolom="rapport.engine",
            waarde=voorkeur,
            remedie="Kies auto, quarto of pandoc.",
        )
    if voorkeur == "pandoc":
        return _pandoc_engine()
    versie = _quarto_versie()
    if versie and tuple(int(deel) for deel in versie.split(".")[:2]) >= MIN_QUARTO:
        return Engine("quarto", f"Quarto {versie}")
    if voorkeur == "auto":
        return _pandoc_engine()
    minimaal = ".".join(map(str, MIN_QUARTO))
    if versie:
        wat = f"Quarto {versie} is te oud: versie {minimaal} of nieuwer is nodig"
    elif shutil.which("quarto"):
        wat = "quarto staat op het PATH, maar `quarto --version` geeft geen versie"
    else:
        wat = "de config vraagt om Quarto, maar quarto staat niet op het PATH"
    raise InvoerFout(wat, kolom="rapport.engine", waarde="quarto", remedie=REMEDIE_QUARTO)
