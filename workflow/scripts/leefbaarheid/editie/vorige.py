"""The edition before this one (`vorige_editie`): where its results are, and what of them is read.

Looked at while the DAG is built, so nothing is opened here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.buren import wat_er_wel_is
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.modellen import MODELREGRESSIE
from leefbaarheid.basis.tabellen.oordelen import EINDOORDEEL
from leefbaarheid.basis.tabellen.trajecten import MARGE, WIJKEN

SLEUTEL = "vorige_editie"
MANIFEST, CIJFERS = "manifest.json", "cijfers.json"
TEKST_IN_ZIP = "tekst/hoofdrapport.qmd"
TEKSTEN = ("rapport/hoofdrapport.qmd", TEKST_IN_ZIP)
"""Where the text of the hoofdrapport lies in a folder with results, and in a publication."""
TABELLEN = (WIJKEN, MARGE, MODELREGRESSIE, EINDOORDEEL)
"""The result tables that are compared."""


def benodigd(pad: Path) -> list[Path]:
    """Return the files of an edition that a comparison reads, as far as they are there.

    Args:
        pad: the folder with its results, or its publication (zip), with the manifest beside it.
    """
    if not pad.is_dir():
        return [deel for deel in (pad, pad.with_name(MANIFEST)) if deel.is_file()]
    namen = [MANIFEST, CIJFERS, *TEKSTEN, *(tabel.pad for tabel in TABELLEN)]
    return [pad / naam for naam in namen if (pad / naam).is_file()]


def zoek_vorige(editie: Mapping[str, Any], mappen: Iterable[Path], eigen: Path) -> Path | None:
    """Return where the edition before this one is; None for an edition that names none.

    Args:
        editie: the config.
        mappen: where a path may start: the folder of the run, of the project, of the config.
        eigen: the folder with the results of this edition.

    Raises:
        InvoerFout: it is not there, has no manifest (a folder), or is this edition itself.
    """
    if SLEUTEL not in editie:
        return None
    gezocht: list[Path] = [map_ / editie[SLEUTEL] for map_ in mappen]
    pad = next((plek for plek in gezocht if plek.exists()), None)
    if pad is None or (pad.is_dir() and not (pad / MANIFEST).is_file()):
        leeg = "in deze map staan geen resultaten (er is geen manifest.json)"
        raise InvoerFout(
            leeg if pad else "deze map of dit bestand is er niet",
            sleutel=SLEUTEL,
            waarde=editie[SLEUTEL],
            remedie=f"{wat_er_wel_is(gezocht[0])} Geef een map results/<editie> of een "
            "publicatie.zip, als pad vanaf de map van het project of van de configuratie.".strip(),
        )
    if pad.resolve() in (eigen.resolve(), (eigen / "publicatie.zip").resolve()):
        raise InvoerFout(
            "dit zijn de resultaten van deze editie zelf",
            sleutel=SLEUTEL,
            waarde=editie[SLEUTEL],
            remedie="Bewaar de vorige editie onder een andere naam, of kopieer haar publicatie.zip "
            "met manifest.json naar een andere map, en wijs die aan.",
        )
    return pad
