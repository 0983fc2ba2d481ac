"""The model forms beside each other, for one window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, SELECTIE
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.basis.schattingen import richting_van
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen
from leefbaarheid.tekst.gedeeld.namen import factornaam, modelnaam
from leefbaarheid.tekst.gedeeld.opzet import (
    modelvormen,
    schattingen,
)
from leefbaarheid.tekst.gedeeld.robuustheid import redentekst
from leefbaarheid.tekst.stof import Stof


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
    peiljaar = taal.jaren(zoek(stof.tabellen["codeboek"], factor=rij["term"])["peiljaar"])
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
    p = f"({taal.p_in_zin(rij['p'])})".replace("\u00a0", " ")
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
