"""The Dutch of `OpbouwReden`: why a cell of the context table is empty."""

from __future__ import annotations

from leefbaarheid.basis.redenen.opbouw import OpbouwReden
from leefbaarheid.tekst.redenen.woorden import Woorden

WOORDEN: Woorden = {
    OpbouwReden.NIET_IN_BRON: (
        "de [[gebied]], haar gemeente of haar postcodes staan niet in het bestand"
    ),
    OpbouwReden.ONBEKEND_IN_BRON: "het bestand geeft geen cijfer",
    OpbouwReden.TE_WEINIG_DEKKING: "het cijfer is bekend van een te klein deel van de adressen",
}
