"""Every defensible computation: the specification curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import (
    ALLE_VENSTERS,
    HOOFDVENSTER,
    MEDIAAN,
    OORDELEND,
    SIGNIFICANT,
    TEKEN,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    maat,
    punt,
    rijen_van,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    grens_erachter,
    rijkop_met_reden,
)
from leefbaarheid.tekst.stof import Stof


def curve_betekenis() -> str:
    """Say what the specification curve means."""
    return (
        "Een uitkomst hangt mede af van keuzes die ook anders hadden gekund; de specificatiecurve "
        "laat de uitkomst zien onder alle verdedigbare combinaties van die keuzes, en toetst ze "
        "samen."
    )


def curve_rijen(stof: Stof) -> list[Cellen]:
    """Return the joint tests of the specification curve, per factor and set of windows."""
    groepen: dict[tuple[str, str], dict[str, Rij]] = {}
    for rij in rijen_van(stof, "specificatietoets"):
        groepen.setdefault((rij["factor"], rij["vensters"]), {})[rij["statistiek"]] = rij
    uit = []
    for (factor, vensters), per in groepen.items():
        mediaan = per[MEDIAAN]
        kop = rijkop_met_reden(stof, factor, mediaan, "waargenomen")
        uit.append(
            [
                kop,
                "alle" if vensters == ALLE_VENSTERS else "hoofdperiode",
                maat(mediaan["n_specificaties"], 0),
                punt(mediaan["waargenomen"]),
                *(taal.procent(per[naam]["waargenomen"]) for naam in (TEKEN, SIGNIFICANT)),
                *(taal.p_waarde(per[naam]["p"]) for naam in OORDELEND),
            ]
        )
    return uit


def curve_zinnen(stof: Stof) -> list[str]:
    """Say per factor what its curve says, over all windows, as list items."""
    per: dict[str, dict[str, Rij]] = {}
    for rij in rijen_van(stof, "specificatietoets", vensters=ALLE_VENSTERS):
        per.setdefault(rij["factor"], {})[rij["statistiek"]] = rij
    return [_zin(stof, factor, rijen) for factor, rijen in per.items()]


def _zin(stof: Stof, factor: str, rijen: dict[str, Rij]) -> str:
    naam, n = factornaam(stof, factor), rijen[MEDIAAN]["n_specificaties"]
    if not n:
        return f"De samenhang met {naam} is met geen enkele berekening te schatten."
    mediaan, teken, significant = (
        rijen[naam_]["waargenomen"] for naam_ in (MEDIAAN, TEKEN, SIGNIFICANT)
    )
    p = [rijen[statistiek]["p"] for statistiek in OORDELEND]
    richting = "gunstiger" if mediaan > 0 else "ongunstiger"
    bereik = " tot ".join(dict.fromkeys(taal.p_waarde(x) for x in (min(p), max(p))))
    zin = (
        f"Van de {taal.getal(n)} berekeningen van de samenhang met {naam} wijst "
        f"{taal.procent(teken)} op een {richting} ontwikkeling bij een hogere waarde, en is "
        f"{taal.procent(significant)} dat aantoonbaar (middelste uitkomst {punt(mediaan)} punt per "
        f"standaarddeviatie); {_samen_getoetst(p)} (gezamenlijk getoetst: p = {bereik})."
    )
    return zin.replace("p = <", r"p \< ") + grens_erachter(stof, factor)


def _samen_getoetst(p: Sequence[float]) -> str:
    """Say what the joint tests mean together, from their p-values."""
    if max(p) < SIGNIFICANTIE:
        return "zo'n beeld is zonder samenhang onwaarschijnlijk"
    if min(p) < SIGNIFICANTIE:
        return "of zo'n beeld ook zonder samenhang kan ontstaan, verschilt per toets"
    return "zo'n beeld kan ook zonder samenhang ontstaan"


def curve_hoofdperiode(stof: Stof) -> str:
    """Say of which factors the picture in the main window alone is unlikely by chance."""
    per: dict[str, list[float]] = {}
    for rij in rijen_van(stof, "specificatietoets", vensters=HOOFDVENSTER):
        if rij["statistiek"] in OORDELEND and not leeg(rij["p"]):
            per.setdefault(rij["factor"], []).append(rij["p"])
    if not per:
        return ""
    soorten: dict[str, Callable[[list[float]], bool]] = {
        "onwaarschijnlijk als er geen samenhang is": lambda ps: max(ps) < SIGNIFICANTIE,
        "verschillend te beoordelen, naar gelang de toets": lambda ps: (
            min(ps) < SIGNIFICANTIE <= max(ps)
        ),
        "ook zonder samenhang te verwachten": lambda ps: min(ps) >= SIGNIFICANTIE,
    }
    delen = []
    for woorden, past in soorten.items():
        factoren = [f for f, ps in per.items() if past(ps)]
        if factoren:
            delen.append(f"bij {factornamen(stof, factoren)} {woorden}")
    hoofd = venster(*stof.editie["regressie"]["hoofdvenster"])
    return f"Van alleen de hoofdperiode {hoofd} is het beeld {'; '.join(delen)}."


def curve_anders(stof: Stof) -> str:
    """Say that some factors have no curve; "" if all do."""
    met = {rij["factor"] for rij in rijen_van(stof, "specificatietoets")}
    if met >= set(stof.editie["factoren"]):
        return ""
    return "Een curve is er alleen voor de hoofdfactoren."


def curve_figuren(stof: Stof, namen: Sequence[str]) -> list[str]:
    """Return names of figures ("..._<factor>") in the order of the factors."""
    factoren = stof.editie["factoren"]
    return sorted(namen, key=lambda naam: [naam.endswith(f"_{f}") for f in factoren], reverse=True)
