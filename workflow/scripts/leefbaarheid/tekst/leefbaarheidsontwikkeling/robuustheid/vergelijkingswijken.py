"""Wijken outside the selection with the same scores."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
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
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import frame, netjes
from leefbaarheid.tekst.stof import Stof


def vergelijking_zin(stof: Stof) -> str:
    """Say how the selected wijken fared beside comparable wijken elsewhere."""
    from leefbaarheid.toetsen.vergelijkingswijken import zin_vergelijking

    hoofd = stof.editie["regressie"]["hoofdvenster"]
    return netjes(stof, zin_vergelijking(frame(stof, "vergelijking"), hoofd))


def vergelijking_rijen(stof: Stof) -> list[Cellen]:
    """Return the comparators in the country for every free window, the other pools for one."""
    hoofd = tuple(stof.editie["regressie"]["hoofdvenster"])
    uit = []
    for rij in sorted(rijen_van(stof, "vergelijking"), key=lambda r: r["pool"] != "land"):
        periode = (rij["van"], rij["tot"])
        if rij["gekoppeld"] or (rij["pool"] != "land" and periode != hoofd):
            continue
        reden = f" (*{redentekst(rij['reden'])}*)" if rij["reden"] else ""
        uit.append(
            [
                venster(*periode),
                als_markdown(rij["omschrijving"]) + reden,
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
    rijen = rijen_van(stof, "balans", pool="land")
    scheef = [rij["variabele"] for rij in rijen if rij["in_evenwicht"] is False]
    if not scheef:
        return "Op alle kenmerken lijken de paren op elkaar."
    namen = [
        factornaam(stof, naam) if naam in stof.editie["factoren"] else f"*{als_markdown(naam)}*"
        for naam in scheef
    ]
    return (
        f"Niet in evenwicht, met een verschil van meer dan een tiende standaarddeviatie, "
        f"{taal.meervoud(len(namen), 'is', 'zijn')} {taal.opsomming(namen)}: daarop is niet "
        "gekoppeld, en ook die verschillen kunnen met de ontwikkeling samenhangen."
    )


def balans_rijen(stof: Stof) -> list[Cellen]:
    """Return the balance of the comparators in the country, before and after matching."""
    uit = []
    for rij in rijen_van(stof, "balans", pool="land"):
        naam = rij["variabele"]
        factor = naam in stof.editie["factoren"]
        decimalen = 2 if naam.startswith("score") else 1
        getallen = [
            taal.getal(rij[k], 0 if naam == "inwoners" else decimalen)
            for k in (
                *("gemiddelde_selectie", "gemiddelde_kandidaten"),
                *("gemiddelde_gekoppeld", "gemiddelde_controle"),
            )
        ]
        voor, na = (taal.verandering(rij[k], 2) for k in ("smd_voor", "smd_na"))
        kop = rijkop(stof, naam) if factor else taal.hoofdletter(als_markdown(naam))
        uit.append([kop, *getallen[:2], voor, *getallen[2:], na])
    return uit
