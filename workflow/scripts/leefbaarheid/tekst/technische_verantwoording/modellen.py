"""The chapter Modellen: full output, every window and the wider sample."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import VOOR_MERK
from leefbaarheid.basis.schattingen import richting_van
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.basis.termnamen import termnaam
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.opzet import (
    schattingen,
    steekproeven,
)
from leefbaarheid.tekst.stof import Stof

VERGELIJKING = {
    (True, True, False): "in beide groepen aantoonbaar en in dezelfde richting",
    (True, False, False): "alleen binnen de selectie aantoonbaar",
    (False, True, False): "alleen in de ruimere groep aantoonbaar",
    (True, True, True): "in beide groepen aantoonbaar, maar in tegengestelde richting",
}
"""Clear in the selection, clear in the wider sample, opposite directions."""


def uitvoer_rijen(stof: Stof, van: int, tot: int, model: str, steekproef: str) -> list[Cellen]:
    """Return the full output of one regression in natural units, constant included."""
    return [
        [
            als_markdown(termnaam(rij, stof.editie["basisjaar"])),
            als_markdown(rij["eenheid"]),
            taal.verandering(rij["coef"], 4),
            taal.getal(rij["se"], 4),
            taal.verandering(rij["t"], 2),
            taal.p_waarde(rij["p"]),
            taal.interval(rij["ci_laag"], rij["ci_hoog"], 4),
            taal.getal(rij["sd_factor"], 2),
        ]
        for rij in stof.tabellen["regressie"]
        if (rij["van"], rij["tot"], rij["model"], rij["steekproef"])
        == (van, tot, model, steekproef)
    ]


def ruimere_groep(stof: Stof) -> str:
    """Compare the size and the intervals of the wider sample with those of the selection."""
    r = stof.editie["regressie"]
    (van, tot), model = r["hoofdvenster"], r["hoofdmodel"]
    naam = f"model.{van}_{tot}.{model}"
    n = stof.cijfers.tekst(f"{naam}.in_aanmerking.n")
    breed, smal = (
        stof.cijfers.tekst(f"{naam}.{s}.halve_breedte") for s in (IN_AANMERKING, SELECTIE)
    )
    vergelijking = "net als" if breed == smal else f"tegen {smal}"
    return (
        f"In het hoofdmodel telt die groep {n} {W.gebieden} met alle gegevens. De intervallen "
        f"reiken er doorgaans {breed} punt aan weerszijden, {vergelijking} bij de selectie; de "
        "standaarddeviatie van een factor is in elke groep opnieuw bepaald."
    )


def steekproeven_vergeleken(stof: Stof) -> str:
    """Say whether the wider sample tells the same as the selection, in the main window."""
    if IN_AANMERKING not in steekproeven(stof):
        return ""
    r = stof.editie["regressie"]
    van, tot = r["hoofdvenster"]
    factoren: dict[str, list[str]] = {wat: [] for wat in VERGELIJKING.values()}
    for factor in stof.editie["factoren"]:
        rijen = schattingen(stof, van=van, tot=tot, model=r["hoofdmodel"], term=factor)
        smal, breed = (richting_van(zoek(rijen, steekproef=s)) for s in (SELECTIE, IN_AANMERKING))
        if smal or breed:
            wat = VERGELIJKING[bool(smal), bool(breed), smal == -breed]
            factoren[wat].append(factornaam(stof, factor))
    zinnen = [
        f"bij {taal.opsomming(namen)} is de samenhang {wat}"
        for wat, namen in factoren.items()
        if namen
    ]
    begin = f"Voor {venster(van, tot)} en het hoofdmodel geldt"
    if not zinnen:
        return f"{begin}: in geen van beide groepen is een samenhang aantoonbaar."
    return f"{begin}: {'; '.join(zinnen)}."


def venster_rijen(
    stof: Stof, model: str, steekproef: str, vensters: Sequence[tuple[int, int]]
) -> list[Cellen]:
    """Return the estimates of one model form, one column per window."""
    rijen = []
    for factor in stof.editie["factoren"]:
        kenmerken = {"model": model, "steekproef": steekproef, "term": factor}
        per_venster = [schattingen(stof, van=v, tot=t, **kenmerken)[0] for v, t in vensters]
        cellen = [schatting_met_marge(rij) for rij in per_venster]
        rijen.append([als_markdown(per_venster[0]["label"]), *cellen])
    return rijen


def schatting_met_marge(rij: Rij) -> str:
    """Return an estimate ± half its interval for a narrow column; bold as in `schatting_met_p`.

    With a mark where the window ends before the factor was measured.
    """
    getal = taal.verandering(rij["coef_sd"], 3)
    merk = VOOR_MERK if rij["meting"] == Meting.NA else ""
    nadruk = f"**{getal}**" if richting_van(rij) else getal
    if taal.is_leeg(rij["ci_sd_laag"]):
        return f"{nadruk}{merk}"
    half = taal.getal((rij["ci_sd_hoog"] - rij["ci_sd_laag"]) / 2, 3)
    return f"{nadruk}{merk} ±{SPATIE}{half}"
