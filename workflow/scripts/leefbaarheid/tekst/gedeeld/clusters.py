"""What the hoofdrapport and the bijlage say about the clusters."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SUCCES, TERUGVAL, VROEGSIGNALERING
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import KOLOM_VAN_CLUSTER
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.gedeeld.vergelijking import aantoonbaar, andere_wijken, naast
from leefbaarheid.tekst.stof import Stof


def grootste_cluster(stof: Stof) -> str:
    """Name the largest cluster of the selection, and how far that hangs on the two choices.

    Clusters of the same size are named together.
    """
    rijen = stof.tabellen["clusters"]
    meest = max(rij["n_wijken"] for rij in rijen)
    namen = [rij["cluster"] for rij in rijen if rij["n_wijken"] == meest]
    aandeel = taal.procent(next(r["aandeel_wijken"] for r in rijen if r["n_wijken"] == meest))
    wijken = taal.aantal_van(meest, W.gebied, W.gebieden)
    cursief = taal.opsomming([f"*{naam}*" for naam in namen])
    if len(namen) > 1:
        return f"De grootste groepen zijn {cursief}, elk met {wijken} ({aandeel})."
    zelfde, alle = _ook_bij_andere_keuzes(stof, namen[0])
    zin = f"De grootste groep is {cursief} met {wijken} ({aandeel})"
    if not alle:
        return f"{zin}."
    alle_keuzes = taal.alle_van(alle, "andere keuze", "andere keuzes")
    if zelfde == alle:
        return f"{zin}, ook bij {alle_keuzes} voor marge en grens."
    return (
        f"{zin}; bij {taal.aantal_van(alle, 'andere keuze', 'andere keuzes')} voor marge en grens "
        f"is dat {f'{taal.telwoord(zelfde)} keer ook' if zelfde else 'niet'} zo."
    )


def omvang_bij_keuzes(stof: Stof) -> str:
    """Return how large Terugval and Succes! are over all tolerances and class cuts."""
    delen = []
    for naam in (TERUGVAL, SUCCES):
        aantallen = [r["n_wijken"] for r in stof.tabellen["gevoeligheid"] if r["cluster"] == naam]
        minst, meest = min(aantallen), max(aantallen)
        omvang = taal.bereik(taal.getal(minst), taal.getal(meest)) if meest else "geen"
        delen.append(f"*{naam}* {omvang} {taal.meervoud(meest, W.gebied, W.gebieden)}")
    return f"telt {taal.opsomming(delen)}"


def _ook_bij_andere_keuzes(stof: Stof, naam: str) -> tuple[int, int]:
    """Return in how many of the other tolerances and class cuts a cluster is the only largest."""
    keuzes: dict[tuple[float, int], dict[str, int]] = {}
    for rij in stof.tabellen["gevoeligheid"]:
        if not rij["basis"]:
            sleutel = (rij["delta"], rij["voldoende_vanaf_klasse"])
            keuzes.setdefault(sleutel, {})[rij["cluster"]] = rij["n_wijken"]
    zelfde = sum(
        all(n < telling[naam] for ander, n in telling.items() if ander != naam)
        for telling in keuzes.values()
    )
    return zelfde, len(keuzes)


def regel_elders(stof: Stof) -> str:
    """Say what the same rule makes of wijken outside the selection; "" without any."""
    van, tot = stof.editie["clusters"]["langjaar"], stof.editie["eindjaar"]
    per_cluster = {
        naam: naast(stof, van, tot, KOLOM_VAN_CLUSTER[naam])
        for naam in (SUCCES, VROEGSIGNALERING, TERUGVAL)
    }
    if not all(per_cluster.values()):
        return ""
    delen = [
        f"*{naam}* {_elders(stof, [rij['waarde_ander'] for rij in rijen], rijen[0]['waarde'])} "
        f"({aantoonbaar(stof, rijen)})"
        for naam, rijen in per_cluster.items()
        if naam != VROEGSIGNALERING
    ]
    onder = [
        1 - hoog["waarde_ander"] - laag["waarde_ander"]
        for hoog, laag in zip(per_cluster[SUCCES], per_cluster[VROEGSIGNALERING], strict=True)
    ]
    eigen = 1 - sum(per_cluster[naam][0]["waarde"] for naam in (SUCCES, VROEGSIGNALERING))
    grens = klassenaam(stof.editie["clusters"]["voldoende_vanaf_klasse"])
    return (
        f"Dezelfde regel is ook op andere {W.gebieden} toegepast: {'; '.join(delen)}. De regel "
        f"kijkt ook naar de stand: onder *{grens}* stond in {tot} {_elders(stof, onder, eigen)}. "
        f"Hoe vaak {W.gebieden} daalden, ongeacht hun stand, staat bij de ontwikkeling per periode."
    )


def _elders(stof: Stof, andere: Sequence[float], eigen: float) -> str:
    """Return a share of the selection, and the same share of the comparators in brackets."""
    namen = andere_wijken(stof).values()
    delen = [
        f"{taal.procent(aandeel, 1)} van {naam}"
        for naam, aandeel in zip(namen, andere, strict=False)
    ]
    return f"{taal.procent(eigen, 1)} van de selectie, tegen {taal.opsomming(delen)}"
