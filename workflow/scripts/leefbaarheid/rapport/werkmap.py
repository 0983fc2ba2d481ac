"""The folder a document is rendered in: what lies there, and programs that run there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from leefbaarheid.rapport.renderfout import RenderFout, leg_uit

WACHTTIJD = 600  # seconds; a render takes a few


def naast_de_qmd(
    literatuur: Path, figuren: Iterable[Path], beelden: Path | None, logo: Path | None = None
) -> dict[str, Path]:
    """Return what a .qmd names and has to have beside it: name in its folder -> file or folder.

    Args:
        literatuur: the bibliography; house style and fonts are in the same folder.
        figuren: folders with figures.
        beelden: folder with the pictures of the wijkanalyses, if they are shown.
        logo: of the publisher, if there is one.
    """
    stijl = huisstijl(literatuur.parent)
    del stijl["_pandoc"]  # for the engine that is not Quarto only
    return (
        stijl
        | {f"figuren/{map_.name}": map_ for map_ in figuren}
        | ({"wijkanalyses-beelden": beelden} if beelden else {})
        | ({logo.name: logo} if logo else {})
        | {literatuur.name: literatuur}
    )


def huisstijl(reports: Path) -> dict[str, Path]:
    """Return what every document needs beside it, from the folder `reports` of the project."""
    return {naam: reports / naam for naam in ("_extensions", "_pandoc", "fonts")}


def kopieer(bestanden: Mapping[str, Path], map_: Path) -> None:
    """Copy files and folders into the folder `map_`, each under its own name there.

    Raises:
        RenderFout: something is not there, or would land outside the folder.
    """
    for doelnaam, bron in sorted(bestanden.items()):
        doel = map_ / doelnaam
        if not doel.resolve().is_relative_to(map_.resolve()):
            raise RenderFout("een pad wijst buiten de map van het document", waarde=doelnaam)
        doel.parent.mkdir(parents=True, exist_ok=True)
        if bron.is_dir():
            # not shutil.copytree: that hides what went wrong (a full disk) in an error of its own
            doel.mkdir(exist_ok=True)
            for bestand in sorted(pad for pad in bron.rglob("[!.]*") if pad.is_file()):
                kopie = doel / bestand.relative_to(bron)
                kopie.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(bestand, kopie)
        elif bron.is_file():
            shutil.copyfile(bron, doel)
        else:
            raise RenderFout("een bestand dat het document nodig heeft ontbreekt", bestand=bron)


def leg_klaar(tekst: str, naam: str, bestanden: Mapping[str, Path], map_: Path) -> None:
    """Put the document `naam` and what it needs beside it in the render folder `map_`."""
    kopieer(bestanden, map_)
    (map_ / naam).write_text(tekst, encoding="utf-8", newline="\n")


def voer_uit(
    opdracht: list[str], map_: Path, document: str, qmd: str, omgeving: Mapping[str, str]
) -> str:
    """Run a program in the render folder and return what it said on stderr."""
    try:
        klaar = subprocess.run(
            opdracht,
            cwd=map_,
            env={**os.environ, **omgeving},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=WACHTTIJD,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RenderFout(
            f"{Path(opdracht[0]).name} was na {WACHTTIJD} seconden niet klaar", bestand=document
        ) from None
    except OSError as fout:
        raise RenderFout(
            f"{opdracht[0]} is niet te starten: {fout.strerror}", bestand=document
        ) from None
    if klaar.returncode != 0:
        melding = klaar.stderr.strip() or klaar.stdout.strip() or f"code {klaar.returncode}"
        raise leg_uit(melding, document, qmd, map_)
    return klaar.stderr
