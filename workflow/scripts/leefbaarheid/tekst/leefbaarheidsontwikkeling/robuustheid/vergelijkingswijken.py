"""Wijken outside the selection with the same scores."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import LAND, OVERIG
from leefbaarheid.basis.tabelwaarden import LAND_GROOTTEKLASSE, LOG_INWONERS
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    interval,
    nadruk,
    punt,
    redentekst,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import interval_in_zin
from leefbaarheid.tekst.stof import Stof

POOLNAMEN = {
    OVERIG: "niet geselecteerde wijken die in aanmerking kwamen",
    LAND: "niet geselecteerde wijken in het hele land",
    LAND_GROOTTEKLASSE: "niet geselecteerde wijken in een gemeente van dezelfde grootteklasse",
}


def vergelijking_zin(stof: Stof) -> str:
    """Say how the selected wijken fared beside comparable wijken elsewhere."""
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    rijen = rijen_van(stof, "vergelijking", pool=LAND, van=van, tot=tot)
    if not rijen or rijen[0]["n_gekoppeld"] == 0:
        return "Buiten de selectie zijn geen wijken met vergelijkbare scores gevonden."
    rij = rijen[0]
    begin = (
        f"Voor {taal.getal(rij['n_gekoppeld'])} van de {taal.getal(rij['n_selectie'])} "
        f"geselecteerde wijken ({taal.procent(rij['aandeel_gekoppeld'])}) is er buiten de selectie "
        "een wijk met vrijwel dezelfde scores"
    )
    if rij["reden"]:
        return f"{begin}: {redentekst(rij['reden'])}."
    if rij["gekoppeld"]:
        return (
            f"{begin}; op de scores van {van} en {tot} is gekoppeld, dus die periode toetst niets."
        )
    if rij["ci_laag"] <= 0 <= rij["ci_hoog"]:
        slot = "een verschil is niet aangetoond"
    else:
        kant = "gunstiger" if rij["verschil"] > 0 else "ongunstiger"
        slot = f"de geselecteerde wijken ontwikkelden zich {kant}"
    return (
        f"{begin}; tussen {van} en {tot} was het verschil in verandering met die wijken "
        f"{punt(rij['verschil'])} punt (95%-interval "
        f"{interval_in_zin(rij['ci_laag'], rij['ci_hoog'])}): {slot}, en over de overige "
        "geselecteerde wijken zegt deze vergelijking niets."
    )


def vergelijking_rijen(stof: Stof) -> list[Cellen]:
    """Return the comparators in the country for every free window, the other pools for one."""
    hoofd = tuple(stof.editie["regressie"]["hoofdvenster"])
    uit = []
    for rij in sorted(rijen_van(stof, "vergelijking"), key=lambda r: r["pool"] != LAND):
        periode = (rij["van"], rij["tot"])
        if rij["gekoppeld"] or (rij["pool"] != LAND and periode != hoofd):
            continue
        reden = f" (*{redentekst(rij['reden'])}*)" if rij["reden"] else ""
        uit.append(
            [
                venster(*periode),
                POOLNAMEN[rij["pool"]] + reden,
                taal.getal(rij["n_gekoppeld"]),
                punt(rij["verandering"]),
                punt(rij["verandering_controle"]),
                nadruk(punt(rij["verschil"]), rij),
                interval(rij["ci_laag"], rij["ci_hoog"]),
            ]
        )
    return uit


def balans_zin(stof: Stof) -> str:
    """Say on which features the pairs are not alike."""
    rijen = rijen_van(stof, "balans", pool=LAND)
    scheef = [rij["variabele"] for rij in rijen if rij["in_evenwicht"] is False]
    if not scheef:
        return "Op alle kenmerken lijken de paren op elkaar."
    namen = [f"*{_kenmerk(naam)}*" if _kenmerk(naam) else factornaam(stof, naam) for naam in scheef]
    return (
        f"Niet in evenwicht, met een verschil van meer dan een tiende standaarddeviatie, "
        f"{taal.meervoud(len(namen), 'is', 'zijn')} {taal.opsomming(namen)}: daarop is niet "
        "gekoppeld, en ook die verschillen kunnen met de ontwikkeling samenhangen."
    )


def balans_rijen(stof: Stof) -> list[Cellen]:
    """Return the balance of the comparators in the country, before and after matching."""
    uit = []
    for rij in rijen_van(stof, "balans", pool=LAND):
        naam = rij["variabele"]
        decimalen = 2 if naam.startswith("lbm_") else 1
        getallen = [
            taal.getal(rij[k], decimalen)
            for k in (
                *("gemiddelde_selectie", "gemiddelde_kandidaten"),
                *("gemiddelde_gekoppeld", "gemiddelde_controle"),
            )
        ]
        voor, na = (taal.verandering(rij[k], 2) for k in ("smd_voor", "smd_na"))
        kop = taal.hoofdletter(_kenmerk(naam)) or rijkop(stof, naam)
        uit.append([kop, *getallen[:2], voor, *getallen[2:], na])
    return uit


def _kenmerk(variabele: str) -> str:
    """Name a variable of `balans`; "" for a factor, which has a label."""
    if variabele == LOG_INWONERS:
        return "inwoners (logaritme)"
    return f"score {variabele[4:]}" if variabele.startswith("lbm_") else ""
