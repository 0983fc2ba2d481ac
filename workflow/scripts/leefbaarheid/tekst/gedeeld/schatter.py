"""The primary estimator in words: what decides whether an association is called clear."""

from __future__ import annotations

from leefbaarheid.basis.oordeel import CRV1, CRV3, WCR
from leefbaarheid.tekst.stof import Stof

SCHATTERNAMEN = {CRV1: "CRV1", CRV3: "CRV3", WCR: "WCR"}
"""The estimators as heads of columns."""
SCHATTERS_LANG = {
    CRV1: "de standaardfout naar gemeente (CRV1)",
    CRV3: "de jackknife over gemeenten (CRV3)",
    WCR: "de *wild cluster bootstrap* (WCR)",
}
_ZO_GAAT_HET = {
    CRV1: (
        "De standaardfouten zijn robuust voor samenhang binnen gemeenten [@liang1986], met de "
        "gebruikelijke correctie voor het aantal gemeenten en coëfficiënten (*CRV1*)."
    ),
    CRV3: (
        "De standaardfouten volgen uit een jackknife over gemeenten (*CRV3*): telkens blijft één "
        "gemeente weg, en hoe ver de schatting dan verschuift, bepaalt hoe zeker zij is "
        "[@mackinnon2023]."
    ),
    WCR: (
        "De intervallen en p-waarden volgen uit de *wild cluster bootstrap* (*WCR*): die bootst na "
        "hoe de uitkomst eruitziet als er geen samenhang is, door de resten van hele gemeenten "
        "tegelijk van teken te laten wisselen of te herschalen [@cameron2008]."
    ),
}
_T_VERDELING = (
    " De intervallen en p-waarden zijn die van een t-verdeling; haar vrijheidsgraden zijn het "
    "aantal gemeenten min één [@cameron2015]."
)
_WAAROM_NIET_CRV1 = (
    " De gebruikelijke standaardfout naar gemeente (*CRV1*) [@liang1986] gaat uit van veel "
    "gemeenten die even zwaar wegen en valt bij weinig en ongelijke gemeenten te klein uit; zij "
    "staat in deze bijlage alleen ter vergelijking (@sec-rob-gemeenten)."
)


def primair(stof: Stof) -> str:
    """Return the primary estimator of the edition: crv1, crv3 or wcr."""
    return str(stof.editie["inferentie"]["primaire_schatter"])


def leidende_schatter(stof: Stof) -> str:
    """Return the short name of the primary estimator."""
    return SCHATTERNAMEN[primair(stof)]


def leidende_schatter_lang(stof: Stof) -> str:
    """Return the primary estimator with its article, as a sentence names it."""
    return SCHATTERS_LANG[primair(stof)]


def werkwijze(stof: Stof) -> str:
    """Say how standard errors, intervals and p-values come about, and why not the usual way."""
    schatter = primair(stof)
    zin = _ZO_GAAT_HET[schatter] + ("" if schatter == WCR else _T_VERDELING)
    return zin if schatter == CRV1 else zin + _WAAROM_NIET_CRV1


def bron_schatter(stof: Stof) -> str:
    """Return the note under a table with intervals or p-values."""
    return f"Intervallen en p-waarden volgens {leidende_schatter(stof)}."
