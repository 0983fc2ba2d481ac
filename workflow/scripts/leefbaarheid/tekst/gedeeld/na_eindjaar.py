"""What the hoofdrapport and the bijlage say of the years after the end year.

An edition whose end year is its last has nothing to say here: `heeft_later` is False and every
other function about these years returns "" or no rows.
"""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, OVERIG, SELECTIE, SUCCES, TERUGVAL
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTAGNEERD, GESTEGEN, REST_VAN_LAND
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.kloof import kloof_kort
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.gedeeld.vergelijking import aandelen_naast, andere_wijken, steeg_of_daalde
from leefbaarheid.tekst.stof import Stof


def heeft_later(stof: Stof) -> bool:
    """Tell whether there is a measurement after the end year."""
    return bool(stof.editie["jaren"][-1] > stof.editie["eindjaar"])


def hele_periode(stof: Stof) -> str:
    """Say how the mean of the selection went from the first to the last year."""
    van, tot = stof.editie["jaren"][0], stof.editie["jaren"][-1]
    begin, eind = (stof.cijfers.tekst(f"gemiddelde.selectie.{jaar}") for jaar in (van, tot))
    wat = f"de gemiddelde score van de geselecteerde {W.gebieden}"
    return (
        f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot, wat)}: zij ging van {begin} naar "
        f"{eind}. {kloof_kort(stof, van, tot, wanneer='in die jaren')}"
    )


def richtingen(stof: Stof) -> str:
    """Say how many of the selection rose, fell and stagnated after the end year."""
    rij = _rij(stof, SELECTIE)
    if rij is None or not rij["n"]:
        return ""
    n = rij["n"]
    periode, allen = f"Tussen {rij['van']} en {rij['tot']}", f"alle {taal.getal(n)} geselecteerde"
    omhoog, omlaag, stil = (rij[f"n_{soort}"] for soort in (GESTEGEN, GEDAALD, GESTAGNEERD))
    for aantal, deed in ((omhoog, "stegen"), (omlaag, "daalden")):
        if aantal == n:
            return f"{periode} {deed} {allen} {W.gebieden} meer dan de marge."
    if stil == n:
        return f"{periode} bleven {allen} {W.gebieden} binnen de marge."
    hoeveel, steeg = taal.hoeveel(omhoog), ["steeg", "stegen"]
    return (
        f"{periode} {steeg[omhoog > 1]} {hoeveel} van de {taal.getal(n)} geselecteerde "
        f"{W.gebieden} ({taal.procent(omhoog / n)}) meer dan de marge; {_wijken(omlaag)} "
        f"{taal.meervoud(omlaag or 1, 'daalde', 'daalden')} en "
        f"{_wijken(stil)} {taal.meervoud(stil or 1, 'bleef', 'bleven')} binnen de marge."
    )


def stegen_elders(stof: Stof) -> str:
    """Say which share of the comparators rose after the end year; "" where it is not compared."""
    if not heeft_later(stof):
        return ""
    return aandelen_naast(
        stof, stof.editie["eindjaar"], stof.editie["jaren"][-1], GESTEGEN, "steeg"
    )


def terugval_en_succes(stof: Stof, met_jaren: bool = False) -> str:
    """Say how many wijken of Terugval and of Succes! rose after the end year.

    Args:
        stof: the material.
        met_jaren: name the years and the margin, where the sentence before it does not.
    """
    rijen = [(naam, _rij(stof, SELECTIE, naam)) for naam in (TERUGVAL, SUCCES)]
    geteld = [(naam, rij, rij["n_gestegen"]) for naam, rij in rijen if rij is not None and rij["n"]]
    delen = [
        (f"in *{naam}*", taal.meervoud(omhoog or 1, "steeg", "stegen"), _van_de(omhoog, rij["n"]))
        for naam, rij, omhoog in geteld
    ]
    if not delen:
        return ""
    if not met_jaren:
        zinnen = [" ".join(deel) for deel in delen]
        return f"{taal.hoofdletter(taal.opsomming(zinnen))}."
    jaren = f"Tussen {geteld[0][1]['van']} en {geteld[0][1]['tot']}"
    (waar, steeg, wie), *rest = delen
    # the same verb only once
    ook = [f", en {'' if ander == steeg else f'{ander} '}{daar} {zij}" for daar, ander, zij in rest]
    return f"{jaren} {steeg} {waar} {wie} meer dan de marge{''.join(ook)}."


def voldoende(stof: Stof) -> str:
    """Say how many wijken reached the class that counts as sufficient, and stayed there."""
    rij = _rij(stof, SELECTIE)
    if rij is None:
        return ""
    delen = [_bereikt(stof, rij), _even(stof, rij), _gebleven(stof, rij)]
    return " ".join(deel for deel in delen if deel)


def voldoende_kort(stof: Stof) -> str:
    """Say how many wijken reached the class that counts as sufficient, and no more."""
    rij = _rij(stof, SELECTIE)
    return _bereikt(stof, rij) if rij is not None else ""


def _bereikt(stof: Stof, rij: Rij) -> str:
    klasse = f"*{klassenaam(stof.editie['clusters']['voldoende_vanaf_klasse'])}*"
    van, tot, n = rij["van"], rij["tot"], rij["n_onder"]
    if not n:
        return f"Geen enkele geselecteerde {W.gebied} stond in {van} onder {klasse}."
    wie = (
        f"Van de {taal.telwoord(n)} {W.gebieden} die in {van} onder {klasse} stonden,"
        if n > 1
        else f"Van de ene {W.gebied} die in {van} onder {klasse} stond,"
    )
    blijvend, net = (rij[f"n_bereikt_{hoe}"] for hoe in ("blijvend", "laatste"))
    if _een_latere_meting(stof):
        stond = taal.meervoud(net or 1, "stond", "stonden")
        return (
            f"{wie} {stond} {_er(net)} in {tot} op {klasse} of hoger. Of dat blijvend is, is met "
            "één latere meting niet te zien."
        )
    return (
        f"{wie} {taal.meervoud(blijvend or 1, 'stond', 'stonden')} {_er(blijvend)} bij ten minste "
        f"de laatste twee metingen op die klasse of hoger."
    )


def _even(stof: Stof, rij: Rij) -> str:
    """Say who reached the class in the last measurement only, and who reached and lost it."""
    if not rij["n_onder"] or _een_latere_meting(stof):
        return ""
    tot = rij["tot"]
    net, weg = (rij[f"n_bereikt_{hoe}"] for hoe in ("laatste", "verloren"))
    delen = []
    if net:
        haalde = taal.meervoud(net, "haalde", "haalden")
        delen.append(f"{taal.telwoord(net)} {haalde} die klasse alleen bij de meting van {tot}")
    if weg:
        haalde, was = (("haalde", "was"), ("haalden", "waren"))[weg > 1]
        die = "die" if net else "die klasse"
        delen.append(
            f"{taal.telwoord(weg)} {haalde} {die} eerder, maar {was} die in {tot} weer kwijt"
        )
    return f"{taal.hoofdletter(' en '.join(delen))}." if delen else ""


def _gebleven(stof: Stof, rij: Rij) -> str:
    n, bleef = rij["n_voldoende"], rij["n_gebleven"]
    if not n:
        return ""
    klasse = f"*{klassenaam(stof.editie['clusters']['voldoende_vanaf_klasse'])}*"
    if n == 1:
        niet = "" if bleef else "niet "
        return (
            f"De ene {W.gebied} die in {rij['van']} al ten minste {klasse} was, bleef dat "
            f"{niet}bij elke meting."
        )
    hoeveel = {n: f"alle {taal.telwoord(n)}", 0: "geen enkele"}.get(bleef, taal.telwoord(bleef))
    bleven = taal.meervoud(bleef or 1, "bleef", "bleven")
    wanneer = f"in {rij['tot']}" if _een_latere_meting(stof) else "bij elke latere meting"
    return (
        f"Van de {taal.telwoord(n)} {W.gebieden} die in {rij['van']} al ten minste {klasse} "
        f"waren, {bleven} {hoeveel} dat {wanneer}."
    )


def _een_latere_meting(stof: Stof) -> bool:
    return len([jaar for jaar in stof.editie["jaren"] if jaar > stof.editie["eindjaar"]]) == 1


def _er(n: int) -> str:
    return f"er {'geen' if not n else taal.telwoord(n)}"


def _van_de(deel: int, n: int) -> str:
    """Return "18 van de 21 wijken", "alle 15 wijken", "de ene wijk"."""
    if n == 1:
        return f"de ene {W.gebied}" if deel else f"de ene {W.gebied} niet"
    if deel == n:
        return taal.alle_van(n, W.gebied, W.gebieden)
    return f"{_los(deel)} van de {taal.telwoord(n)} {W.gebieden}"


def _los(n: int) -> str:
    return "geen enkele" if not n else taal.telwoord(n)


def _wijken(n: int) -> str:
    return f"geen enkele {W.gebied}" if not n else taal.aantal_van(n, W.gebied, W.gebieden)


def _rij(stof: Stof, groep: str, cluster: str | None = None) -> Rij | None:
    for rij in stof.tabellen["na_eindjaar"]:
        if (rij["groep"], rij["cluster"] or None) == (groep, cluster):
            return rij
    return None


def rijen(stof: Stof) -> list[Cellen]:
    """Return per cluster, the selection and its comparators what came after the end year."""
    namen: dict[tuple[str, str | None], str] = {
        (SELECTIE, naam): clusternaam(naam) for naam in CLUSTERS
    }
    namen |= {
        (SELECTIE, None): f"alle geselecteerde {W.gebieden}",
        (OVERIG, None): f"overige {W.gebieden} die in aanmerking kwamen",
        (REST_VAN_LAND, None): andere_wijken(stof)[REST_VAN_LAND],
    }
    uit = []
    for (groep, cluster), naam in namen.items():
        rij = _rij(stof, groep, cluster)
        if rij is not None and rij["n"]:
            tellingen = ("gedaald", "gestagneerd", "gestegen", "onder", "bereikt_blijvend")
            uit.append(
                [
                    naam,
                    taal.getal(rij["n"]),
                    taal.verandering(rij["gemiddelde"]),
                    *(taal.getal(rij[f"n_{soort}"]) for soort in tellingen),
                    taal.getal(rij["n_bereikt_laatste"]),
                ]
            )
    return uit
