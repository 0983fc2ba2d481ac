"""Associations with the context factors: estimates, model forms, windows, samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, IN_AANMERKING, SELECTIE
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import VOOR_MERK, zonder_merk
from leefbaarheid.basis.schattingen import SIGNIFICANTIE, richting_van, tel_richtingen
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.basis.termnamen import termnaam
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen, venster
from leefbaarheid.tekst.gedeeld.factoren import meer_van_factor
from leefbaarheid.tekst.gedeeld.namen import factornaam, modelnaam
from leefbaarheid.tekst.gedeeld.robuustheid import redentekst
from leefbaarheid.tekst.gedeeld.samenhang import met_meetmoment
from leefbaarheid.tekst.leefbaarheidsontwikkeling.opzet import (
    modelvormen,
    schattingen,
    steekproeven,
)
from leefbaarheid.tekst.stof import Stof

VERGELIJKING = {
    (True, True, False): "in beide groepen dezelfde aantoonbare richting",
    (True, False, False): "alleen binnen de selectie een aantoonbare samenhang",
    (False, True, False): "alleen in de ruimere groep een aantoonbare samenhang",
    (True, True, True): "in de twee groepen een tegengestelde aantoonbare richting",
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


def modelkoppen(stof: Stof) -> Cellen:
    """Return the model forms as column heads."""
    return [taal.hoofdletter(modelnaam(vorm)) for vorm in modelvormen(stof)]


def model_rijen(stof: Stof, van: int, tot: int, steekproef: str) -> list[Cellen]:
    """Return the estimates of a window, one column per model form."""
    rijen = []
    for factor in stof.editie["factoren"]:
        kenmerken = {"van": van, "tot": tot, "steekproef": steekproef, "term": factor}
        per_model = [schattingen(stof, model=m, **kenmerken)[0] for m in modelvormen(stof)]
        cellen = [schatting_met_p(rij) for rij in per_model]
        rijen.append([_rijkop(stof, per_model[0]), *cellen])
    return rijen


def _rijkop(stof: Stof, rij: Rij) -> str:
    """Return the label of a factor, and in words that it was measured after this very window."""
    label = als_markdown(rij["label"])
    if rij["meting"] != Meting.NA or zonder_merk(rij["label"])[1]:
        return label
    peiljaar = zoek(stof.tabellen["codeboek"], factor=rij["term"])["peiljaar"]
    return f"{label} (*gemeten in {als_markdown(peiljaar)}, na deze periode*)"


def schatting_met_p(rij: Rij) -> str:
    """Return an estimate per standard deviation with p and interval, as one table cell.

    Bold where the interval leaves out zero; with the reason where there is no test. Only between
    the two parts can a line break.
    """
    getal = taal.verandering(rij["coef_sd"], 3)
    if taal.is_leeg(rij["p"]):
        reden = redentekst(rij.get("reden"))
        return f"{getal} (*{reden}*)" if reden else getal
    p = taal.p_waarde(rij["p"])
    p = f"(p = {p})" if not p.startswith("<") else f"(p {p})"
    interval = taal.interval(rij["ci_sd_laag"], rij["ci_sd_hoog"], 3)
    nadruk = f"**{getal}**" if richting_van(rij) else getal
    return f"{nadruk} {p}".replace(" ", SPATIE) + " " + interval.replace(" ", SPATIE)


def vormen_vergeleken(stof: Stof, van: int, tot: int) -> str:
    """Say where the model forms of a window differ in sign or significance, and where not."""
    vormen = modelvormen(stof)
    if len(vormen) == 1:
        return "Deze editie schat één modelvorm; er is dus niets om haar mee te vergelijken."
    eens, tegengesteld, wisselend = [], [], []
    for factor in stof.editie["factoren"]:
        rijen = schattingen(stof, van=van, tot=tot, steekproef=SELECTIE, term=factor)
        per_vorm = {vorm: zoek(rijen, model=vorm) for vorm in vormen}
        richtingen = [richting_van(rij) for rij in per_vorm.values()]
        if {1, -1} <= set(richtingen):
            tegengesteld.append(factornaam(stof, factor))
        elif all(richtingen):
            eens.append(factornaam(stof, factor))
        elif any(richtingen):
            wisselend.append(_wisselend(factornaam(stof, factor), per_vorm))
    zinnen = []
    if eens:
        zinnen.append(
            f"Bij {taal.opsomming(eens)} wijzen alle modelvormen aantoonbaar dezelfde kant op."
        )
    zinnen += wisselend
    if tegengesteld:
        zinnen.append(
            f"Bij {taal.opsomming(tegengesteld)} spreken de modelvormen elkaar tegen: in de "
            "ene vorm is de samenhang aantoonbaar positief en in de andere aantoonbaar "
            "negatief."
        )
    if wisselend or tegengesteld:
        zinnen.append("Zo'n uitkomst hangt af van hoe de vraag is gesteld.")
    if not zinnen:
        zinnen.append("In geen van de modelvormen sluit een interval nul uit.")
    if van == stof.editie["basisjaar"] and {ANCOVA, BASISMETING} <= set(vormen):
        zinnen.append(
            "Deze periode begint in het jaar van de basismeting; de laatste twee vormen zijn "
            "dan twee schrijfwijzen van hetzelfde model."
        )
    return " ".join(zinnen)


def _wisselend(naam: str, per_vorm: Mapping[str, Rij]) -> str:
    """Say in which model forms an estimate is clear and in which its sign turns."""
    duidelijk = [vorm for vorm, rij in per_vorm.items() if richting_van(rij)]
    richting = richting_van(per_vorm[duidelijk[0]])
    anders = [
        vorm
        for vorm, rij in per_vorm.items()
        if not richting_van(rij) and rij["coef_sd"] * richting < 0
    ]
    zin = f"Bij {naam} is de samenhang alleen aantoonbaar in de {_vormnamen(duidelijk)}"
    if anders:
        zin += (
            f"; in de {_vormnamen(anders)} wijst de schatting de andere kant op, niet aantoonbaar"
        )
    return f"{zin}."


def _vormnamen(vormen: Sequence[str]) -> str:
    namen = taal.opsomming([f"*{modelnaam(vorm)}*" for vorm in vormen])
    return f"{taal.meervoud(len(vormen), 'vorm', 'vormen')} {namen}"


def vormen_kort(stof: Stof, van: int, tot: int) -> str:
    """Say in one sentence of which factors the outcome depends on the model form."""
    wissel = []
    for factor in stof.editie["factoren"]:
        rijen = schattingen(stof, van=van, tot=tot, steekproef=SELECTIE, term=factor)
        if len({richting_van(rij) for rij in rijen}) > 1:
            wissel.append(factornaam(stof, factor))
    if len(modelvormen(stof)) == 1:
        return ""
    if not wissel:
        return "De modelvormen geven daarbij hetzelfde beeld."
    return f"Bij {taal.opsomming(wissel)} hangt de uitkomst af van de modelvorm."


def perioden_vergeleken(stof: Stof) -> list[str]:
    """Say per factor of the main model in which windows it is clear, in which direction."""
    model = stof.editie["regressie"]["hoofdmodel"]
    zinnen = []
    for factor in stof.editie["factoren"]:
        rijen = schattingen(stof, model=model, steekproef=SELECTIE, term=factor)
        delen = []
        for teken, woord in ((1, "gunstigere"), (-1, "ongunstigere")):
            perioden = [met_meetmoment(r) for r in rijen if richting_van(r) == teken]
            if perioden:
                delen.append(f"een {woord} ontwikkeling in {taal.opsomming(perioden)}")
        wie = meer_van_factor(stof, factor)
        zinnen.append(
            f"{taal.hoofdletter(wie)} hangt samen met {taal.opsomming(delen)}."
            if delen
            else f"{taal.hoofdletter(wie)} hangt in geen enkele periode aantoonbaar samen met de "
            "ontwikkeling."
        )
    return zinnen


def toeval(stof: Stof) -> str:
    """Lay the number of clear estimates beside what chance alone would give."""
    model = stof.editie["regressie"]["hoofdmodel"]
    rijen = schattingen(stof, model=model, steekproef=SELECTIE)
    telling = tel_richtingen(rijen)
    n = telling.n
    verwacht = n * SIGNIFICANTIE
    if n <= 1:
        return ""
    getal = taal.getal(verwacht, 0 if verwacht == round(verwacht) else 1)
    return (
        "Het hoofdmodel geeft voor de selectie "
        f"{taal.aantal_van(n, 'schatting', 'schattingen')} (factoren maal perioden). Bij "
        f"{telling.in_woorden} daarvan sluit het interval nul uit. Was er nergens enige "
        f"samenhang, dan zou dat door toeval gemiddeld {getal} keer gebeuren. De schattingen "
        "zijn onderling niet onafhankelijk, en hier niet gecorrigeerd voor hun aantal (zie "
        "@sec-rob-toetsen); één losse uitkomst net onder de grens zegt dus weinig."
    )


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
        f"In het hoofdmodel telt die groep {n} wijken met alle gegevens. De intervallen reiken "
        f"er doorgaans {breed} punt aan weerszijden, {vergelijking} bij de selectie; de "
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
        f"{taal.opsomming(namen)} {taal.meervoud(len(namen), 'heeft', 'hebben')} {wat}"
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
