"""The bundled edition, changed in one place, and the message that follows."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.schema import lees_schema

SCHEMA = lees_schema(WORTEL)
VOORBEELD = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
REGEL = {"soort": "laagste_scores", "jaar": 2002, "aantal": 140, "min_inwoners": 1000}
WEG = object()


def zet(editie: dict[str, Any], pad: str, waarde: object) -> None:
    """Set (or with WEG remove) the key at a dotted path."""
    *ouders, laatste = pad.split(".")
    blok = editie
    for ouder in ouders:
        blok = blok[ouder]
    if waarde is WEG:
        del blok[laatste]
    else:
        blok[laatste] = waarde


def melding(editie: object) -> str:
    """Return the message on an edition that is not right."""
    with pytest.raises(InvoerFout) as fout:
        controleer_editie(editie, SCHEMA, "config/proef.yaml")
    tekst = str(fout.value)
    assert tekst.startswith("FOUT in bestand config/proef.yaml")
    assert "Wat te doen:" in tekst
    return tekst
