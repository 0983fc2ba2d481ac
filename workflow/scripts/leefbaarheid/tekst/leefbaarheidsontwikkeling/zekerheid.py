"""How certain the associations are: the section of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.controlenamen import noem_stemmen
from leefbaarheid.tekst.gedeeld.kracht import weinig_gemeenten
from leefbaarheid.tekst.gedeeld.oordeel import (
    binnen_gemeenten,
    factoren_per_oordeel,
    telling,
)
from leefbaarheid.tekst.gedeeld.robuustheid import (
    interval,
    leeg,
    maat,
    per_factor,
    punt,
    redentekst,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof

ZWAARST = (ToetsReden.NIET_NA_CORRECTIE, ToetsReden.VOORAL_TUSSEN_GEMEENTEN)
"""The reasons that decide a verdict by themselves."""


def zekerheid_rijen(stof: Stof) -> list[list[str]]:
    """Return factor, difference, interval, verdict and why: the table of the hoofdrapport."""
    return [
        [
            rijkop(stof, factor),
            f"**{punt(rij['coef_sd'])}**" if sluit_nul_uit(rij) else punt(rij.get("coef_sd")),
            interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
            str(rij.get("oordeel") or Oordeel.NIET_TE_TOETSEN),
            _kort_waarom(rij),
        ]
        for factor, rij in per_factor(stof, "eindoordeel").items()
    ]


def _kort_waarom(rij: Rij) -> str:
    """Say in a few words why the verdict is what it is, without names of methods."""
    duidelijk = sluit_nul_uit(rij)
    if duidelijk is None:
        return redentekst(rij.get("waarom") or rij.get("reden"))
    n, met_p = rij["n_stemmen"], rij["n_met_toets"]
    om, wel = n - rij["n_zelfde_teken"], rij["n_sluit_nul_uit"]
    kant = (
        f"dezelfde richting in alle {taal.getal(n)} stemmen"
        if not om
        else f"andere richting in {taal.getal(om)} van {taal.getal(n)} stemmen"
    )
    if duidelijk and ontleed(rij["waarom"]).code in ZWAARST:
        return f"{kant}; {redentekst(rij['waarom'])}"
    if duidelijk:
        return f"{kant}; aantoonbaar in {taal.getal(wel)} van {taal.getal(met_p)}{_behalve(rij)}"
    vanaf = rij["mde_sd"]
    opvallend = "" if leeg(vanaf) else f"; goed op te merken pas vanaf {maat(vanaf)}"
    if rij["oordeel"] == Oordeel.GEVOELIG:
        wel_in = f"{taal.getal(wel)} van {taal.getal(met_p)} stemmen"
        return f"niet aantoonbaar, wel in {wel_in}{opvallend}"
    return f"niet aantoonbaar{opvallend}"


def _behalve(rij: Rij) -> str:
    """Name the votes that a robust association does not have."""
    velden = ontleed(rij["waarom"]).velden
    return f", niet bij {noem_stemmen(velden['stemmen'])}" if velden.get("stemmen") else ""


def zekerheid_tekst(stof: Stof) -> str:
    """Say in a few sentences how certain the associations are, for a reader in a hurry."""
    zinnen = [telling(stof)]
    if Oordeel.ONZEKER in factoren_per_oordeel(stof):
        zinnen.append(
            "*Onzeker* betekent niet dat er geen samenhang is: de tabel noemt hoe groot een "
            "verschil had moeten zijn om goed op te vallen."
        )
    zinnen += [weinig_gemeenten(stof), binnen_gemeenten(stof)]
    return " ".join(zin for zin in zinnen if zin)
