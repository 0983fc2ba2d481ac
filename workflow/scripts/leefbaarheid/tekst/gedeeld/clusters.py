"""What the hoofdrapport and the bijlage say about the clusters."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SUCCES, TERUGVAL
from leefbaarheid.basis.tabel import zoek
from leefbaarheid.tekst.gedeeld.verloop import verloop_van
from leefbaarheid.tekst.stof import Stof


def grootste_cluster(stof: Stof) -> str:
    """Name the largest and the smallest cluster of the selection."""
    rijen = sorted(stof.tabellen["clusters"], key=lambda rij: (-rij["n_wijken"], rij["cluster"]))
    grootst, kleinst = rijen[0], rijen[-1]
    return (
        f"De grootste groep is *{grootst['cluster']}* met "
        f"{taal.aantal_van(grootst['n_wijken'], 'wijk', 'wijken')} "
        f"({taal.procent(grootst['aandeel_wijken'])}), de kleinste *{kleinst['cluster']}* met "
        f"{taal.aantal_van(kleinst['n_wijken'], 'wijk', 'wijken')}."
    )


def na_het_eindjaar(stof: Stof) -> str:
    """Say what happened to Terugval and Succes! after the end year."""
    eind, laatste = stof.editie["eindjaar"], stof.editie["jaren"][-1]
    if laatste == eind:
        return "Van na het eindjaar zijn er in deze editie geen metingen."
    zinnen = []
    for naam in (TERUGVAL, SUCCES):
        rij = zoek(stof.tabellen["clusters"], cluster=naam)
        if not rij["n_wijken"]:
            continue
        begin, later = rij[f"lbm_{eind}"], rij[f"lbm_{laatste}"]
        if taal.is_leeg(begin) or taal.is_leeg(later):
            continue
        verloop = verloop_van("het gemiddelde", later - begin)
        zinnen.append(f"in *{naam}* {verloop} ({taal.verandering(later - begin)} punt)")
    if not zinnen:
        return ""
    return (
        f"Na het eindjaar, tussen {eind} en {laatste}, gebeurde het volgende: "
        f"{taal.opsomming(zinnen)}. Ook hierin werkt regressie naar het gemiddelde door: "
        "de clusters zijn op een uitslag gekozen."
    )
