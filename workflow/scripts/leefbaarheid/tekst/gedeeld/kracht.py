"""Estimates that are clear but hardly larger than what could be detected."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.maatstaf import klassebreedte
from leefbaarheid.tekst.gedeeld.oordeel import woord_voor_aantoonbaar
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    heeft,
    leeg,
    per_factor,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof

# AANNAME: een schatting ligt dicht bij de kleinste aantoonbare samenhang tot een kwart erboven.
#   Waarom: juist zo'n schatting kan zijn opgevallen doordat zij bij toeval te groot was.
#   Gevolg: met een hogere grens staat bij meer factoren dat de schatting te groot kan zijn; de
#   schatting zelf verandert niet.
#   Onderwerp: modellen. Als: controle aantoonbaar. Zie: sec-rob-kracht.
DICHTBIJ = 1.25


def berekend(stof: Stof) -> dict[str, Rij]:
    """Return factor -> row of the main regression, where there is a smallest association."""
    rijen = per_factor(stof, "aantoonbaar")
    return {f: rij for f, rij in rijen.items() if not leeg(rij.get("mde_simulatie_sd"))}


def aantoonbaar_en_dichtbij(stof: Stof) -> tuple[dict[str, Rij], list[str]]:
    """Return the rows of the clear factors, and which are not far above what could be detected."""
    rijen = {f: rij for f, rij in berekend(stof).items() if rij.get("nul_in_interval") is False}
    dicht = [f for f, rij in rijen.items() if abs(rij["coef_sd"]) <= DICHTBIJ * rij["mde_sd"]]
    return rijen, dicht


def van_tot(waarden: Sequence[float], decimalen: int) -> str:
    """Return a range of numbers, or one where they read the same."""
    return taal.bereik(*(taal.getal(x, decimalen) for x in (min(waarden), max(waarden))))


def kan_te_groot_zijn(stof: Stof) -> str:
    """Warn in two sentences of clear estimates that may be too large; "" if there are none."""
    if not heeft(stof, "aantoonbaar"):
        return ""
    rijen, dicht = aantoonbaar_en_dichtbij(stof)
    if not dicht:
        return ""
    kans = taal.procent(rijen[dicht[0]]["kracht"])
    keren = van_tot([rijen[f]["overdrijving"] for f in dicht], 1)
    eronder = all(abs(rijen[f]["coef_sd"]) < rijen[f]["mde_sd"] for f in dicht)
    schatting = taal.meervoud(len(dicht), "die schatting", "elk van die schattingen")
    if len(dicht) == len(rijen) > 1:
        elk = "Elk" if eronder else "Geen"
        woord = woord_voor_aantoonbaar(stof, dicht)
        wie = f"{elk} van de {taal.telwoord(len(dicht))} {woord} samenhangen is"
        hoe = "kleiner" if eronder else "veel groter"
    else:
        wie = f"De samenhang met {factornamen(stof, dicht)} is aantoonbaar, maar is"
        hoe = "kleiner" if eronder else "niet veel groter"
    return (
        f"{wie} {hoe} geschat dan de kleinste samenhang die met {kans} kans zou opvallen. "
        "Daardoor kan "
        f"{schatting} te groot zijn: is een samenhang in werkelijkheid half zo groot als die "
        f"kleinste en valt zij toch op, dan is zij gemiddeld {keren} keer te groot geschat "
        "[@gelman2014]."
    )


def pas_vanaf(stof: Stof) -> str:
    """Say for the summary how large an association that is not clear had to be; "" if unknown."""
    if not heeft(stof, "eindoordeel"):
        return ""
    rijen = per_factor(stof, "eindoordeel").values()
    open_ = [rij["mde_sd"] for rij in rijen if sluit_nul_uit(rij) is False]
    bekend = [mde for mde in open_ if not leeg(mde)]
    if not bekend:
        return ""
    gelang = ", naar gelang de factor," if len(bekend) > 1 else ""
    return (
        "Dat een samenhang niet is aangetoond, sluit haar niet uit: pas een verschil van "
        f"{van_tot(bekend, 3)} punt per standaarddeviatie{gelang} was goed opgevallen (een klasse "
        f"is gemiddeld {taal.getal(klassebreedte(stof), 2)} punt breed)."
    )


def telt_als(stof: Stof) -> str:
    """Return "3 tot 9 gelijke gemeenten, naar gelang de factor"; "" where that is unknown."""
    rijen = per_factor(stof, "clusters").values()
    bekend = [float(rij["G_eff"]) for rij in rijen if not leeg(rij.get("G_eff"))]
    if not bekend:
        return ""
    laag, hoog = (taal.getal(n) for n in (min(bekend), max(bekend)))
    if laag == hoog:
        return f"{laag} gelijke gemeenten"
    return f"{laag} tot {hoog} gelijke gemeenten, naar gelang de factor"


def weinig_gemeenten(stof: Stof) -> str:
    """Say what the number of gemeenten of the main model is worth; "" where that is unknown."""
    if not heeft(stof, "clusters") or not telt_als(stof):
        return ""
    rij = next(rij for rij in per_factor(stof, "clusters").values() if not leeg(rij.get("G_eff")))
    return (
        f"De {taal.getal(rij['n'])} {W.gebieden} in het hoofdmodel liggen in "
        f"{taal.getal(rij['G'])} gemeenten. Omdat die ongelijk zijn, telt dat voor de schattingen "
        f"als {telt_als(stof)}; hoe minder dat er zijn, hoe groter een verschil moet zijn om op te "
        "vallen."
    )
