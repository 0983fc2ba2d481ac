"""Groups that follow from the data."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, maat, redentekst, rijen_van
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import frame, netjes
from leefbaarheid.tekst.stof import Stof


def getoond(stof: Stof) -> tuple[str, int]:
    """Return form and number of groups of the solution to show, as in the figure."""
    rijen = rijen_van(stof, "trajectmaten")
    for keuze in (
        [r for r in rijen if r["rol"] == "beste met meer groepen"],
        [r for r in rijen if r["rol"] == "gekozen"],
        [r for r in rijen if not leeg(r["kleinste_n"])],
    ):
        if keuze:
            return keuze[0]["methode"], keuze[0]["aantal_groepen"]
    raise KeyError("geen enkele oplossing in robuustheid_trajectmaten")


def _oplossing(stof: Stof, naam: str) -> list[Rij]:
    methode, aantal = getoond(stof)
    return rijen_van(stof, naam, methode=methode, aantal_groepen=aantal)


def traject_zin(stof: Stof) -> str:
    """Say how many groups the data suggest, how firmly, and whether the rule agrees."""
    from leefbaarheid.toetsen.trajectgroepen import zin_trajectgroepen

    return netjes(stof, zin_trajectgroepen(frame(stof, "trajectmaten")))


def trajectvorm(stof: Stof) -> str:
    """Name the form of the solution that is shown, as its table calls it."""
    methode, aantal = getoond(stof)
    rij = rijen_van(stof, "trajectmaten", methode=methode, aantal_groepen=aantal)[0]
    return als_markdown(rij["omschrijving"])


def trajectmaten_rijen(stof: Stof) -> list[Cellen]:
    """Return the fit of one to six groups, in the form that is shown; that solution in bold."""
    methode, aantal = getoond(stof)
    uit = []
    for rij in rijen_van(stof, "trajectmaten", methode=methode):
        slot = "ja" if rij["toegelaten"] else redentekst(rij["reden"]) or "nee"
        cellen = [
            taal.getal(rij["aantal_groepen"]),
            maat(rij["bic"], 1),
            maat(rij["kleinste_n"], 0),
            maat(rij["posterior_laagste"], 2),
            maat(rij["entropie"], 2),
            maat(rij["silhouet"], 2),
            maat(rij["stabiliteit"], 2),
            maat(rij["ari_regel"], 2),
            slot,
        ]
        eigen = rij["aantal_groepen"] == aantal
        uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
    return uit


def trajectgroepen_aantal(stof: Stof) -> str:
    """Return the number of groups that is shown, with its noun."""
    return taal.aantal_van(getoond(stof)[1], "groep", "groepen")


def trajectkenmerken_rijen(stof: Stof) -> list[Cellen]:
    """Return what tells the groups apart: level, and change per year before and after."""
    uit = []
    for rij in _oplossing(stof, "trajectkenmerken"):
        decimalen = 3 if rij["kenmerk"] == "niveau" else 4
        hellend = rij["kenmerk"] != "niveau"
        gemiddelde = taal.getal(rij["gemiddelde"], decimalen, plus=hellend)
        grenzen = [
            taal.GEEN if leeg(rij[k]) else taal.getal(rij[k], decimalen, plus=hellend)
            for k in ("ci_laag", "ci_hoog")
        ]
        uit.append(
            [
                f"Groep {taal.telwoord(rij['groep'])} ({taal.getal(rij['n'])})",
                als_markdown(rij["label"]),
                gemiddelde,
                maat(rij["sd"], decimalen),
                maat(rij["se"], decimalen),
                SPATIE.join((grenzen[0], "tot", grenzen[1])),
            ]
        )
    return uit


def kruisclusters(stof: Stof) -> list[str]:
    """Return the clusters of the cross-table, those of the rule first."""
    aanwezig = {rij["cluster"] for rij in _oplossing(stof, "trajectkruis")}
    return [*CLUSTERS, *sorted(aanwezig - set(CLUSTERS))]


def kruiskoppen(stof: Stof) -> Cellen:
    """Return the clusters as column heads."""
    return [clusternaam(naam) for naam in kruisclusters(stof)]


def trajectkruis_rijen(stof: Stof) -> list[Cellen]:
    """Return how the groups of trajectories fall over the clusters of the rule."""
    rijen = _oplossing(stof, "trajectkruis")
    uit = []
    for groep in sorted({rij["groep"] for rij in rijen}):
        deel = [rij for rij in rijen if rij["groep"] == groep]
        cellen = [f"Groep {taal.telwoord(groep)}"]
        for naam in kruisclusters(stof):
            rij = zoek(deel, cluster=naam) if any(r["cluster"] == naam for r in deel) else None
            cellen.append(
                f"{taal.getal(rij['n_wijken'])} ({taal.procent(rij['aandeel'])})"
                if rij
                else taal.GEEN
            )
        uit.append(cellen)
    return uit
