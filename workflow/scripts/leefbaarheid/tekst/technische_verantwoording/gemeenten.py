"""Few and unequal gemeenten: three estimators of the uncertainty."""

from __future__ import annotations

from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.oordeel import CRV3, WCR
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.kracht import telt_als
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    hoofdrijen,
    interval,
    leeg,
    maat,
    nadruk,
    per_factor,
    punt,
    sluit_nul_uit,
)
from leefbaarheid.tekst.gedeeld.schatter import SCHATTERNAMEN, leidende_schatter
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    nulbevindingen,
    rijkop_met_reden,
    vanaf_cel,
)


def gemeenten_betekenis() -> str:
    """Say what the check on few gemeenten means."""
    return (
        f"De {W.gebieden} liggen in weinig gemeenten, en die zijn ongelijk van omvang. "
        "@tbl-rob-schatters zet drie standaardfouten die daarmee rekenen naast elkaar; "
        "@tbl-rob-gemeenten laat zien wat er gebeurt als één gemeente buiten beschouwing blijft."
    )


def trekkingen(stof: Stof) -> str:
    """Return the number of draws of the bootstrap."""
    return maat(hoofdrijen(stof, "clusters")[0]["wcr_trekkingen"], 0)


NAAST_ELKAAR = (CRV3, WCR)
"""The estimators that are weighed against each other; CRV1 has a column for comparison only."""


def schatters_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the estimate, with interval and p of CRV3 and WCR and the p of CRV1."""
    uit = []
    for factor, rij in per_factor(stof, "clusters").items():
        per_schatter: list[str] = []
        for naam in NAAST_ELKAAR:
            laag, hoog = (_per_sd(rij, f"{naam}_ci_{kant}") for kant in ("laag", "hoog"))
            per_schatter += [interval(laag, hoog), taal.p_waarde(rij.get(f"{naam}_p"))]
        uit.append(
            [
                rijkop_met_reden(stof, factor, rij),
                nadruk(punt(rij.get("coef_sd")), rij),
                *per_schatter,
                taal.p_waarde(rij.get("crv1_p")),
            ]
        )
    return uit


def gemeenten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor what was detectable, and what one gemeente can do."""
    return [
        [
            rijkop_met_reden(stof, factor, rij),
            nadruk(punt(rij.get("coef_sd")), rij),
            vanaf_cel(stof, factor),
            maat(rij.get("G_eff"), 0),
            interval(_per_sd(rij, "loo_min"), _per_sd(rij, "loo_max")),
        ]
        for factor, rij in per_factor(stof, "clusters").items()
    ]


def _per_sd(rij: Rij, kolom: str) -> float | None:
    """Return a number in natural units per standard deviation of the factor."""
    waarde: Any = rij.get(kolom)
    sd: Any = rij.get("sd_factor")
    return None if leeg(waarde) or leeg(sd) else float(waarde * sd)


def gemeenten_tekst(stof: Stof) -> str:
    """Say how few and unequal the gemeenten are, and whether the estimators agree."""
    alle = per_factor(stof, "clusters")
    rijen = {f: rij for f, rij in alle.items() if not leeg(rij.get("coef_sd"))}
    if not rijen:
        return "Van geen enkele factor is de samenhang te schatten."
    een = next(iter(rijen.values()))
    zinnen = [
        f"De {taal.getal(een['n'])} {W.gebieden} in het model liggen in {taal.getal(een['G'])} "
        f"gemeenten; {als_markdown(een['grootste_gemeente'])} heeft daarvan "
        f"{taal.procent(een['grootste_aandeel'])}."
    ]
    if telt_als(stof):
        zinnen.append(f"Voor de schattingen telt dat als {telt_als(stof)}.")
    zinnen.append(_aantoonbaar(stof, rijen))
    zinnen.append(_schatters_oneens(stof, rijen))
    zinnen.append(_een_weg(stof, rijen))
    return " ".join(zin for zin in zinnen if zin)


def _aantoonbaar(stof: Stof, rijen: dict[str, Rij]) -> str:
    wel = [f for f, rij in rijen.items() if sluit_nul_uit(rij)]
    niet = [f for f, rij in rijen.items() if sluit_nul_uit(rij) is False]
    schatter = leidende_schatter(stof)
    if not wel:
        return f"Volgens {schatter} is geen samenhang aantoonbaar: {nulbevindingen(stof, niet)}."
    zin = f"Volgens {schatter} is de samenhang aantoonbaar bij {factornamen(stof, wel)}"
    return f"{zin}; niet bij {nulbevindingen(stof, niet)}." if niet else f"{zin}."


def _schatters_oneens(stof: Stof, rijen: dict[str, Rij]) -> str:
    oneens = []
    for factor, rij in rijen.items():
        wel = [SCHATTERNAMEN[s] for s in NAAST_ELKAAR if sluit_nul_uit(rij_p(rij, s))]
        niet = [SCHATTERNAMEN[s] for s in NAAST_ELKAAR if sluit_nul_uit(rij_p(rij, s)) is False]
        if wel and niet:
            oneens.append(
                f"bij {factornaam(stof, factor)} sluit {taal.opsomming(wel)} nul uit en "
                f"{taal.opsomming(niet)} niet"
            )
    namen = " en ".join(SCHATTERNAMEN[s] for s in NAAST_ELKAAR)
    if not oneens:
        return f"{namen} geven bij elke factor hetzelfde oordeel."
    return f"{namen} zijn het niet steeds eens: {'; '.join(oneens)}."


def rij_p(rij: Rij, schatter: str) -> dict[str, Any]:
    """Return the p-value of one of the estimators of a row as `p`."""
    return {"p": rij.get(f"{schatter}_p")}


def _een_weg(stof: Stof, rijen: dict[str, Rij]) -> str:
    """Say whether leaving out one gemeente turns a sign, and which one shifts most."""
    om, schuif = [], []
    for factor, rij in rijen.items():
        if leeg(rij["loo_min"]) or leeg(rij["loo_max"]):
            continue
        if rij["loo_min"] * rij["loo_max"] < 0:
            om.append(factor)
        for kant in ("loo_min", "loo_max"):
            verschil = abs(rij[kant] - rij["coef"]) * rij["sd_factor"]
            schuif.append((verschil, rij[kant] * rij["sd_factor"], rij, factor, kant))
    if not schuif:
        return ""
    _, zonder, rij, factor, kant = max(schuif, key=lambda x: x[0])
    if not om:
        richting = "Welke gemeente ook wegblijft, geen enkele schatting wisselt van teken."
    else:
        wie = "elke factor" if len(om) == len(rijen) else factornamen(stof, om)
        richting = f"Bij {wie} wisselt de schatting van teken als één gemeente wegblijft."
    return (
        f"{richting} Het meest verschuift {factornaam(stof, factor)} zonder "
        f"{als_markdown(rij[f'{kant}_gemeente'])}: van {punt(rij['coef_sd'])} naar "
        f"{punt(zonder)}."
    )
