"""What a low score makes one expect: reliability and simulation."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.robuustheid import interval, punt, rijen_van
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import frame, netjes
from leefbaarheid.tekst.stof import Stof

OORDEEL_SIMULATIE = {
    "meer": "meer dan verwacht",
    "minder": "minder dan verwacht",
    "past": "past",
}


def betrouwbaarheid_zin(stof: Stof) -> str:
    """Say how reliable one measurement seems to be, with its interval."""
    rij = rijen_van(stof, "betrouwbaarheid")[-1]
    laag, hoog = (taal.getal(min(rij[k], 1.0), 3) for k in ("ci_laag", "ci_hoog"))
    return (
        "De betrouwbaarheid van één meting is uit drie opeenvolgende metingen geschat op "
        f"{taal.getal(min(rij['betrouwbaarheid'], 1.0), 3)} (95%-interval {laag} tot {hoog}; "
        "één betekent geen meetruis)."
    )


def simulatie_vensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows to speak about: the first one, and the main window."""
    rijen = rijen_van(stof, "simulatie", groep="selectie")
    vensters = sorted({(rij["van"], rij["tot"]) for rij in rijen})
    hoofd = tuple(stof.editie["regressie"]["hoofdvenster"])
    return [v for i, v in enumerate(vensters) if i == 0 or v == hoofd]


def simulatie_zinnen(stof: Stof) -> str:
    """Say what a low score makes one expect, beside what was observed."""
    from leefbaarheid.toetsen.regressie_naar_gemiddelde import zin_simulatie

    effect, betrouwbaarheid = frame(stof, "simulatie"), frame(stof, "betrouwbaarheid")
    return " ".join(
        netjes(stof, zin_simulatie(effect, betrouwbaarheid, venster_))
        for venster_ in simulatie_vensters(stof)
    )


def simulatie_rijen(stof: Stof) -> list[Cellen]:
    """Return per window the observed change and what two models make one expect."""
    uit = []
    per_venster: dict[tuple[int, int], dict[str, Rij]] = {}
    for rij in rijen_van(stof, "simulatie", groep="selectie"):
        per_venster.setdefault((rij["van"], rij["tot"]), {})[rij["model"]] = rij
    for (van, tot), modellen in per_venster.items():
        ruis, beweging = modellen["alleen_ruis"], modellen["ruis_en_beweging"]
        waargenomen = f"{punt(ruis['waargenomen'])} ({interval(ruis['ci_laag'], ruis['ci_hoog'])})"
        uit.append([venster(van, tot), waargenomen])
        for rij in (ruis, beweging):
            grenzen = interval(rij["verwacht_laag"], rij["verwacht_hoog"])
            uit[-1] += [
                f"{punt(rij['verwacht'])} ({grenzen})",
                OORDEEL_SIMULATIE[rij["oordeel"]],
            ]
    return uit
