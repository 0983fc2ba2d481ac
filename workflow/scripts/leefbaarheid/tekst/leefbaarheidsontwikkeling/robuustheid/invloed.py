"""Influence of single wijken, other ways of estimating, and straight lines."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import maat, per_factor, punt, rijkop
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    frame,
    naast_elkaar,
    netjes,
)
from leefbaarheid.tekst.stof import Stof

VARIANTKOPPEN = {
    "hoofd": "Hoofdmodel",
    "hc3": "HC3",
    "huber": "Huber",
    "gewogen": "Naar bewoners",
    "zonder_invloedrijk": "Zonder invloedrijke",
}


def invloed_zin(stof: Stof) -> str:
    """Name the wijken that weigh most."""
    from leefbaarheid.toetsen.invloed import betekenis_invloed

    return netjes(stof, betekenis_invloed(frame(stof, "invloed")))


def dfbetas_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the wijk that moves its coefficient most."""
    uit = []
    for factor in stof.editie["factoren"]:
        rij = per_factor(stof, "invloed", maat="dfbetas", rang=1).get(factor, {})
        if not rij.get("wk_naam"):
            rij = per_factor(stof, "invloed", maat="dfbetas")[factor]
            reden = rij.get("reden")
            streepjes = [taal.GEEN] * 3
            uit.append(
                [
                    rijkop(stof, factor),
                    f"*{als_markdown(reden)}*" if reden else taal.GEEN,
                    maat(rij.get("n_boven_grens"), 0),
                    *streepjes,
                ]
            )
            continue
        uit.append(
            [
                rijkop(stof, factor),
                f"{als_markdown(rij['wk_naam'])} ({als_markdown(rij['gm_naam'])})",
                maat(rij["n_boven_grens"], 0),
                taal.verandering(rij["waarde"], 2),
                punt(rij["coef_sd"]),
                punt(rij["coef_sd_zonder"]),
            ]
        )
    return uit


def varianten_zin(stof: Stof) -> str:
    """Say whether another way of estimating changes a conclusion."""
    from leefbaarheid.toetsen.invloed import betekenis_varianten

    return netjes(stof, betekenis_varianten(frame(stof, "varianten")))


def variant_koppen() -> Cellen:
    """Return the ways of estimating as column heads."""
    return list(VARIANTKOPPEN.values())


def varianten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the ways of estimating beside each other."""
    return naast_elkaar(stof, "varianten", VARIANTKOPPEN)


def vorm_zin(stof: Stof) -> str:
    """Say whether straight lines describe the relations well enough."""
    from leefbaarheid.toetsen.invloed import betekenis_vorm

    return netjes(stof, betekenis_vorm(frame(stof, "vorm")))
