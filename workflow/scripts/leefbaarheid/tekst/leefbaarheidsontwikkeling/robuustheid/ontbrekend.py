"""Missing data: what is missing, and what filling it in changes."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import per_factor, redentekst, rijen_van
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    frame,
    netjes,
    rijkop_met_reden,
    schatting_cel,
    vanaf_cel,
)
from leefbaarheid.tekst.stof import Stof

PATRONEN = 6
"""Combinations of missing factors that have a row of their own."""


def plan(stof: Stof) -> list[str]:
    """Return the plan for missing data, as sentences."""
    from leefbaarheid.toetsen.ontbrekend import plan

    zinnen = [netjes(stof, zin) for zin in plan(stof.editie["inferentie"]["imputaties"])]
    return [zin.replace("regels van Rubin", "regels van Rubin [@rubin1987]") for zin in zinnen]


def ontbrekend_tekst(stof: Stof) -> str:
    """Say what is missing, whether those wijken differ, and what filling in changes."""
    import pandas as pd

    from leefbaarheid.toetsen import ontbrekend

    codeboek = pd.DataFrame(stof.tabellen["codeboek"])
    if not any(r["n_factoren"] for r in rijen_van(stof, "patroon", steekproef="selectie")):
        zin = ontbrekend.betekenis_patroon(frame(stof, "patroon", steekproef="selectie"), codeboek)
        return f"{netjes(stof, zin)} Er valt dus niets in te vullen."
    delen = [
        ontbrekend.betekenis_patroon(frame(stof, "patroon", steekproef="selectie"), codeboek),
        ontbrekend.betekenis_samenhang(frame(stof, "uitval", steekproef="selectie")),
        ontbrekend.betekenis_vergelijking(frame(stof, "imputatie", steekproef="selectie")),
    ]
    return " ".join(netjes(stof, deel) for deel in delen)


def patroon_rijen(stof: Stof) -> list[Cellen]:
    """Return which factors are missing together, the rarest combinations in one row."""
    rijen = rijen_van(stof, "patroon", steekproef="selectie")
    uit = [
        [
            taal.hoofdletter(als_markdown(rij["label"])),
            taal.getal(rij["n"]),
            taal.procent(rij["aandeel"], 1),
            taal.getal(rij["n_gemeenten"]),
        ]
        for rij in rijen[:PATRONEN]
    ]
    rest = rijen[PATRONEN:]
    if rest:
        n = sum(rij["n"] for rij in rest)
        naam = f"{taal.aantal_van(len(rest), 'andere combinatie', 'andere combinaties')}"
        aandeel = taal.procent(sum(rij["aandeel"] for rij in rest), 1)
        uit.append([taal.hoofdletter(naam), taal.getal(n), aandeel, taal.GEEN])
    return uit


def imputatie_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor complete cases against imputed data."""
    volledig = per_factor(stof, "imputatie", schatting="complete_case")
    ingevuld = per_factor(stof, "imputatie", schatting="imputatie")
    return [
        [
            rijkop_met_reden(stof, factor, volledig[factor]),
            schatting_cel(volledig[factor]),
            schatting_cel(ingevuld[factor], reden=redentekst(ingevuld[factor].get("reden"))),
            taal.procent(ingevuld[factor].get("fmi")),
            vanaf_cel(stof, factor),
        ]
        for factor in stof.editie["factoren"]
    ]
