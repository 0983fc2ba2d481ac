"""Every defensible computation: the specification curve."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import ALLE_VENSTERS, HOOFDVENSTER, OORDELEND
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factorlabel
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    maat,
    punt,
    rijen_van,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    frame,
    grens_erachter,
    netjes,
    rijkop_met_reden,
)
from leefbaarheid.tekst.stof import Stof


def curve_betekenis() -> str:
    """Say what the specification curve means."""
    from leefbaarheid.toetsen.specificatiecurve import BETEKENIS

    return BETEKENIS


def curve_rijen(stof: Stof) -> list[Cellen]:
    """Return the joint tests of the specification curve, per factor and set of windows."""
    groepen: dict[tuple[str, str], dict[str, Rij]] = {}
    for rij in rijen_van(stof, "specificatietoets"):
        groepen.setdefault((rij["factor"], rij["vensters"]), {})[rij["statistiek"]] = rij
    uit = []
    for (factor, vensters), per in groepen.items():
        mediaan = per["mediaan"]
        kop = rijkop_met_reden(stof, factor, mediaan, "waargenomen")
        uit.append(
            [
                kop,
                "alle" if vensters == ALLE_VENSTERS else "hoofdperiode",
                maat(mediaan["n_specificaties"], 0),
                punt(mediaan["waargenomen"]),
                *(
                    taal.procent(per[naam]["waargenomen"])
                    for naam in ("aandeel_dominant_teken", "aandeel_significant")
                ),
                *(
                    taal.p_waarde(per[naam]["p"])
                    for naam in ("mediaan", "aandeel_significant", "stouffer_z")
                ),
            ]
        )
    return uit


def curve_zinnen(stof: Stof) -> list[str]:
    """Say per factor what its curve says, over all windows, as list items."""
    from leefbaarheid.toetsen.specificatiecurve import zinnen

    labels = {f: factorlabel(stof, f) for f in stof.editie["factoren"]}
    alle = zinnen(frame(stof, "specificatietoets"), labels)
    return [netjes(stof, zin) + grens_erachter(stof, factor) for factor, zin in alle.items()]


def curve_hoofdperiode(stof: Stof) -> str:
    """Say of which factors the picture in the main window alone is unlikely by chance."""
    per: dict[str, list[float]] = {}
    for rij in rijen_van(stof, "specificatietoets", vensters=HOOFDVENSTER):
        if rij["statistiek"] in OORDELEND and not leeg(rij["p"]):
            per.setdefault(rij["factor"], []).append(rij["p"])
    if not per:
        return ""
    soorten = {
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
