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

MIN_QUARTO = (1, 10)  # 1.9 has a Typst that takes one PDF standard; we ask two (PDF/A and PDF/UA)
REMEDIE_QUARTO = (
    "Installeer Quarto met `make quarto`, of zet rapport.engine op auto of pandoc in de config."
)


@dataclass(frozen=True)
class Engine:
    """The programs that make the PDFs.

    Attributes:
        naam: "quarto" or "pandoc".
        versie: for the colofon and the manifest, e.g. "pandoc 3.9 + Typst 0.15.2".
        let_op: why Quarto was passed over although it is there, one line; "" where it was not.
    """

    naam: str
    versie: str
    let_op: str = ""


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
    # a line that is nothing but a version: an error message may hold a number too
    gevonden = re.search(r"^v?(\d+\.\d+(?:[.+-][\w.+-]*)?)\s*$", antwoord, re.MULTILINE)
    return gevonden.group(1) if gevonden else None


def _bezwaar(versie: str | None) -> str:
    """Return why the Quarto on PATH, which answered `versie`, will not do; "" where it will."""
    minimaal = ".".join(map(str, MIN_QUARTO))
    if versie is None:
        return "quarto staat op het PATH, maar `quarto --version` geeft geen versie"
    if tuple(int(deel) for deel in re.findall(r"\d+", versie)[:2]) < MIN_QUARTO:
        return f"Quarto {versie} is te oud: versie {minimaal} of nieuwer is nodig"
    return ""


def _pandoc_engine(let_op: str = "") -> Engine:
    try:
        uitvoer = subprocess.run(
            [zoek_pandoc(), "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
        versie = f"{uitvoer.splitlines()[0]} + Typst {metadata.version('typst')}"
        return Engine("pandoc", versie, let_op)
    except (metadata.PackageNotFoundError, OSError, subprocess.SubprocessError) as fout:
        raise InvoerFout(
            f"de engine pandoc werkt niet: {fout}",
            remedie="Maak de omgeving opnieuw (`make rapport` doet dat in een lege map).",
        ) from fout


def kies_engine(voorkeur: str) -> Engine:
    """Return the engine for a preference `auto`, `quarto` or `pandoc` (config: rapport.engine).

    `auto` takes Quarto when it is on PATH, answers, and is version 1.10 or newer; else pandoc.
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
    if shutil.which("quarto") is None:
        if voorkeur == "auto":
            return _pandoc_engine()
        wat = "de config vraagt om Quarto, maar quarto staat niet op het PATH"
    else:
        versie = _quarto_versie()
        wat = _bezwaar(versie)
        if not wat:
            return Engine("quarto", f"Quarto {versie}")
        if voorkeur == "auto":
            return _pandoc_engine(f"LET OP: {wat}. Pandoc en Typst maken de PDF's.")
    raise InvoerFout(wat, kolom="rapport.engine", waarde="quarto", remedie=REMEDIE_QUARTO)
