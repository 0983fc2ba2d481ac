"""What could have been noticed: the smallest detectable association."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.kracht import (
    DICHTBIJ,
    aantoonbaar_en_dichtbij,
    berekend,
    van_tot,
)
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    aantoonbaar_vanaf,
    factornamen,
    heeft,
    hoofdrijen,
    interval,
    leeg,
    maat,
    nadruk,
    per_factor,
    punt,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    is_nulbevinding,
    nulbevindingen,
    rijkop_met_reden,
)

# AANNAME: twee berekeningen van de kleinste aantoonbare samenhang verschillen veel als de ene meer
#   dan een kwart groter is.
#   Waarom: een kleiner verschil verandert niet welke samenhang had kunnen opvallen.
#   Gevolg: met een lagere grens zijn meer factoren genoemd waarbij de twee berekeningen
#   uiteenlopen; de getallen in de tabel veranderen niet.
#   Onderwerp: modellen. Als: controle aantoonbaar. Zie: sec-rob-kracht.
VEEL_MEER = 1.25


def kracht(stof: Stof) -> str:
    """Return the probability that belongs to the minimal detectable association."""
    rijen = hoofdrijen(stof, "aantoonbaar")
    return taal.procent(rijen[0]["kracht"]) if rijen else taal.GEEN


def kracht_betekenis(stof: Stof) -> str:
    """Say what the smallest detectable association is."""
    return (
        "De kleinste aantoonbare samenhang is zo groot dat deze gegevens haar met "
        f"{kracht(stof)} kans aan het licht zouden brengen; een kleinere samenhang kan bestaan "
        "zonder dat deze analyse haar laat zien."
    )


def kracht_tekst(stof: Stof) -> str:
    """Lay the null findings beside what could be detected."""
    rijen = per_factor(stof, "aantoonbaar")
    grenzen = {
        f: grens
        for f in rijen
        if is_nulbevinding(stof, f) and (grens := aantoonbaar_vanaf(stof, f)) is not None
    }
    nul = list(grenzen)
    wel = [f for f in rijen if rijen[f].get("nul_in_interval") is False]
    if not nul:
        return "In het hoofdmodel sluit het interval van elke factor nul uit."
    zin = f"Niet aantoonbaar in het hoofdmodel: {nulbevindingen(stof, nul)}. "
    if wel:
        kleinst = min(wel, key=lambda f: abs(rijen[f]["coef_sd"]))
        grootte = abs(rijen[kleinst]["coef_sd"])
        verborgen = [f for f in nul if grenzen[f] > grootte]
        if verborgen:
            wie = "elk van deze factoren" if verborgen == nul else factornamen(stof, verborgen)
            return zin + (
                f"Ter vergelijking: de kleinste samenhang die wél aantoonbaar is, die met "
                f"{factornaam(stof, kleinst)}, bedraagt {taal.getal(grootte, 3)} punt. Bij {wie} "
                f"zou een samenhang van die omvang met minder dan {kracht(stof)} kans zijn "
                "opgevallen."
            )
        return zin + (
            f"Een samenhang zo groot als die met {factornaam(stof, kleinst)} "
            f"({taal.getal(grootte, 3)} punt), de kleinste die wél aantoonbaar is, zou ook bij "
            f"deze factoren met ten minste {kracht(stof)} kans zijn opgevallen."
        )
    return zin + (
        f"Een samenhang kleiner dan {van_tot(list(grenzen.values()), 3)} punt zou met minder dan "
        f"{kracht(stof)} kans zijn opgevallen."
    )


def kracht_berekening(stof: Stof) -> str:
    """Lay the two ways to compute the smallest detectable association side by side."""
    grenzen = berekend(stof)
    if not grenzen:
        return ""
    reeksen = {
        naam: van_tot([rij[kolom] for rij in grenzen.values()], 3)
        for naam, kolom in (("sim", "mde_simulatie_sd"), ("formule", "mde_formule_sd"))
    }
    zin = (
        f"Met de nabootsing is zij {reeksen['sim']} punt, met de formule {reeksen['formule']} punt."
    )
    verder = [
        f
        for f, rij in grenzen.items()
        if rij["mde_formule_sd"] > VEEL_MEER * rij["mde_simulatie_sd"]
    ]
    if not verder:
        return zin
    return (
        f"{zin} Bij {factornamen(stof, verder)} geeft de formule meer dan "
        f"{taal.getal(VEEL_MEER, 2)} keer zoveel: daar is de geschatte standaardfout groter dan "
        "past bij afwijkingen die binnen elke gemeente even sterk samenhangen."
    )


def overdrijving(stof: Stof) -> str:
    """Warn of estimates that are clear but not far above what could be detected."""
    rijen, dichtbij = aantoonbaar_en_dichtbij(stof)
    if not rijen:
        return ""
    wie = dichtbij or list(rijen)
    kansen = van_tot([100 * rijen[f]["kracht_half"] for f in wie], 0)
    keren = van_tot([rijen[f]["overdrijving"] for f in wie], 1)
    begin = (
        "Is een samenhang in werkelijkheid half zo groot als de kleinste aantoonbare, dan valt zij "
        "alleen op als zij bij toeval te groot wordt geschat [@gelman2014]."
    )
    hoe = f"{kansen}%, en de schatting is dan gemiddeld {keren} keer zo groot als de samenhang zelf"
    grens = f"{taal.getal(DICHTBIJ, 2)} keer de kleinste aantoonbare"
    if not dichtbij:
        return (
            f"{begin} De kans daarop is {hoe}. Elke aantoonbare schatting in het hoofdmodel is "
            f"groter dan {grens}."
        )
    zijn = "die samenhang is" if len(dichtbij) == 1 else "die samenhangen zijn"
    return (
        f"{begin} Dat kan spelen bij {factornamen(stof, dichtbij)}: {zijn} aantoonbaar, maar niet "
        f"groter dan {grens}. De kans op zo'n toevalstreffer is daar {hoe}."
    )


def kracht_berekening_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor what the smallest detectable association is made of."""
    return [
        [
            rijkop_met_reden(stof, factor, rij, "mde_sd"),
            taal.getal(rij.get("G_eff_icc"), 1),
            maat(rij.get("mde_simulatie_sd")),
            maat(rij.get("mde_formule_sd")),
            taal.procent(rij.get("kracht_half")),
            taal.getal(rij.get("overdrijving"), 1),
        ]
        for factor, rij in per_factor(stof, "aantoonbaar").items()
    ]


def aantal_trekkingen(stof: Stof) -> str:
    """Return how often the errors were drawn again."""
    aantallen = [rij["trekkingen"] for rij in berekend(stof).values()]
    return taal.getal(aantallen[0]) if aantallen else taal.GEEN


def samenhang_binnen_gemeenten(stof: Stof) -> str:
    """Return the share of the variation between gemeenten that the calculation takes."""
    iccs = [rij["icc"] for rij in berekend(stof).values()]
    return taal.procent(iccs[0]) if iccs else taal.GEEN


def kracht_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the estimate and the smallest association that could be detected."""
    uit = []
    intervallen = per_factor(stof, "clusters") if heeft(stof, "clusters") else {}
    for factor, rij in per_factor(stof, "aantoonbaar").items():
        grenzen = intervallen.get(factor, {})
        nul = rij.get("nul_in_interval")
        uit.append(
            [
                rijkop_met_reden(stof, factor, rij, "mde_sd"),
                _eenheid(stof, factor),
                nadruk(punt(rij.get("coef_sd")), grenzen),
                interval(grenzen.get("ci_sd_laag"), grenzen.get("ci_sd_hoog")),
                taal.GEEN if nul is None else "ja" if nul else "nee",
                maat(rij.get("mde_sd")),
                maat(rij.get("mde"), 4),
            ]
        )
    return uit


def _eenheid(stof: Stof, factor: str) -> str:
    for rij in stof.tabellen["codeboek"]:
        if rij["factor"] == factor:
            return als_markdown(rij["eenheid"] or taal.GEEN)
    return taal.GEEN


def kracht_venster_rijen(stof: Stof, vensters: Sequence[tuple[int, int]]) -> list[Cellen]:
    """Return the smallest detectable association per window; bold where zero is left out."""
    model = stof.editie["regressie"]["hoofdmodel"]
    uit = []
    for factor in stof.editie["factoren"]:
        cellen = [rijkop(stof, factor)]
        for van, tot in vensters:
            rijen = rijen_van(
                stof,
                "aantoonbaar",
                van=van,
                tot=tot,
                model=model,
                steekproef=SELECTIE,
                term=factor,
            )
            rij = rijen[0] if rijen else {}
            tekst = f"{maat(rij.get('mde_sd'))} ({punt(rij.get('coef_sd'))})"
            duidelijk = rij.get("nul_in_interval") is False
            cellen.append(
                taal.GEEN if leeg(rij.get("mde_sd")) else f"**{tekst}**" if duidelijk else tekst
            )
        uit.append(cellen)
    return uit
