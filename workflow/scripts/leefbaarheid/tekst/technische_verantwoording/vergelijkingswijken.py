"""Wijken outside the selection with the same scores."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import LAND, OVERIG
from leefbaarheid.basis.gebied import W, Woordenlijst
from leefbaarheid.basis.tabel import Rij
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
from leefbaarheid.tekst.gedeeld.vergelijking import kant
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import interval_in_zin

POOLNAMEN = Woordenlijst(
    {
        OVERIG: "niet geselecteerde [[gebieden]] die in aanmerking kwamen",
        LAND: "niet geselecteerde [[gebieden]] in het hele land",
        LAND_GROOTTEKLASSE: (
            "niet geselecteerde [[gebieden]] in een gemeente van dezelfde grootteklasse"
        ),
    }
)

GEBIEDEN = Woordenlijst(
    {
        LAND: "in het hele land buiten de selectie",
        OVERIG: "onder de overige [[gebieden]] die in aanmerking kwamen,",
    }
)
"""Where the counterparts of a sentence come from: both comparators, always."""


def vergelijking_zin(stof: Stof) -> str:
    """Say how the selected wijken fared beside comparable wijken, of the country and eligible."""
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    rijen = [
        rij
        for pool in GEBIEDEN
        for rij in rijen_van(stof, "vergelijking", pool=pool, van=van, tot=tot)
        if rij["n_gekoppeld"]
    ]
    if not rijen:
        return f"Buiten de selectie zijn geen {W.gebieden} met vergelijkbare scores gevonden."
    eerste, *rest = rijen
    zinnen = [
        f"Voor {taal.telwoord(eerste['n_gekoppeld'])} van de {taal.telwoord(eerste['n_selectie'])} "
        f"geselecteerde {W.gebieden} ({taal.procent(eerste['aandeel_gekoppeld'])}) is er "
        f"{GEBIEDEN[eerste['pool']]} een {W.gebied} met vrijwel dezelfde scores{_uitkomst(eerste)}"
    ]
    zinnen += [
        f"{taal.hoofdletter(GEBIEDEN[rij['pool']])} is er zo'n {W.gebied} voor "
        f"{taal.telwoord(rij['n_gekoppeld'])} ({taal.procent(rij['aandeel_gekoppeld'])})"
        f"{_uitkomst(rij)}"
        for rij in rest
    ]
    getoetst = [rij for rij in rijen if not rij["reden"] and not rij["gekoppeld"]]
    if len({kant(rij) for rij in getoetst}) > 1:
        zinnen.append(
            f"De uitkomst hangt dus af van waar een vergelijkbare {W.gebied} gezocht wordt."
        )
    if getoetst:
        zinnen.append(f"Over geselecteerde {W.gebieden} zonder paar zegt deze vergelijking niets.")
    return " ".join(zinnen)


def _uitkomst(rij: Rij) -> str:
    """Return the end of the sentence on one pool: its difference, or why there is none."""
    van, tot = rij["van"], rij["tot"]
    if rij["reden"]:
        return f": {redentekst(rij['reden'])}."
    if rij["gekoppeld"]:
        return f"; op de scores van {van} en {tot} is gekoppeld, dus die periode toetst niets."
    slot = {
        0: "een verschil is niet aangetoond",
        1: f"de geselecteerde {W.gebieden} ontwikkelden zich gunstiger",
        -1: f"de geselecteerde {W.gebieden} ontwikkelden zich ongunstiger",
    }[kant(rij) or 0]
    return (
        f"; tussen {van} en {tot} was het verschil in verandering met die {W.gebieden} "
        f"{punt(rij['verschil'])} punt (95%-interval "
        f"{interval_in_zin(rij['ci_laag'], rij['ci_hoog'])}): {slot}."
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
    ook = taal.meervoud(len(namen), "dat verschil kan", "die verschillen kunnen")
    return (
        "Niet in evenwicht, met een verschil van meer dan een tiende standaarddeviatie, "
        f"{taal.meervoud(len(namen), 'is het kenmerk', 'zijn')} {taal.opsomming(namen)}: daarop is "
        f"niet gekoppeld, en ook {ook} met de ontwikkeling samenhangen."
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
