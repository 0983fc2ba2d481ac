"""Few and unequal gemeenten: three estimators of the uncertainty."""

from __future__ import annotations

from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
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
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    nulbevindingen,
    rijkop_met_reden,
    vanaf_cel,
)
from leefbaarheid.tekst.stof import Stof


def gemeenten_betekenis() -> str:
    """Say what the check on few gemeenten means."""
    return (
        "De wijken liggen in weinig en ongelijke gemeenten; deze tabel laat zien of de uitkomst "
        "overeind blijft als daar op drie manieren rekening mee wordt gehouden, en als één "
        "gemeente buiten beschouwing blijft."
    )


def trekkingen(stof: Stof) -> str:
    """Return the number of draws of the bootstrap."""
    return maat(hoofdrijen(stof, "clusters")[0]["wcr_trekkingen"], 0)


def gemeenten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the three estimators, and what one gemeente can do."""
    uit = []
    for factor, rij in per_factor(stof, "clusters").items():
        sd = rij.get("sd_factor")
        laag, hoog = (
            None if leeg(rij.get(k)) or leeg(sd) else rij[k] * sd for k in ("loo_min", "loo_max")
        )
        uit.append(
            [
                rijkop_met_reden(stof, factor, rij),
                nadruk(punt(rij.get("coef_sd")), rij),
                *(taal.p_waarde(rij.get(f"{naam}_p")) for naam in SCHATTERNAMEN),
                interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
                vanaf_cel(stof, factor),
                maat(rij.get("G_eff"), 0),
                interval(laag, hoog),
            ]
        )
    return uit


def gemeenten_tekst(stof: Stof) -> str:
    """Say how few and unequal the gemeenten are, and whether the estimators agree."""
    alle = per_factor(stof, "clusters")
    rijen = {f: rij for f, rij in alle.items() if not leeg(rij.get("coef_sd"))}
    if not rijen:
        return "Van geen enkele factor is de samenhang te schatten."
    een = next(iter(rijen.values()))
    effectief = [rij["G_eff"] for rij in rijen.values() if not leeg(rij["G_eff"])]
    zinnen = [
        f"De {taal.getal(een['n'])} wijken in het model liggen in {taal.getal(een['G'])} "
        f"gemeenten; {als_markdown(een['grootste_gemeente'])} heeft daarvan "
        f"{taal.procent(een['grootste_aandeel'])}."
    ]
    if effectief:
        laag, hoog = (taal.getal(x) for x in (min(effectief), max(effectief)))
        aantal, slot = (
            (laag, "") if laag == hoog else (f"{laag} tot {hoog}", ", naar gelang de factor")
        )
        zinnen.append(f"Voor de schattingen telt dat als {aantal} gelijke gemeenten{slot}.")
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
        wel = [n for s, n in SCHATTERNAMEN.items() if sluit_nul_uit(rij_p(rij, s))]
        niet = [n for s, n in SCHATTERNAMEN.items() if sluit_nul_uit(rij_p(rij, s)) is False]
        if wel and niet:
            oneens.append(
                f"bij {factornaam(stof, factor)} is zij aantoonbaar met {taal.opsomming(wel)} "
                f"en niet met {taal.opsomming(niet)}"
            )
    if not oneens:
        return "De drie schatters geven bij elke factor hetzelfde oordeel."
    return f"De schatters zijn het niet steeds eens: {'; '.join(oneens)}."


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
