"""The margin beside the noise, and whose change is beyond doubt."""

from __future__ import annotations

from collections.abc import Callable

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import ALLE, DOORSNEE, INDELINGEN, UIT_MEETFOUT
from leefbaarheid.tekst.gedeeld.robuustheid import redentekst, rijen_van
from leefbaarheid.tekst.stof import Stof

STER = "\\*"
"""What marks a change that is beyond doubt, in Markdown."""


def _doorsnee(stof: Stof) -> Rij:
    return zoek(stof.tabellen["marge"], periode=DOORSNEE)


def _periode(stof: Stof, van: int, tot: int) -> Rij:
    return zoek(stof.tabellen["marge"], periode=f"{van}-{tot}")


def marge_getal(stof: Stof) -> str:
    """Return the margin with the decimals it needs, at least two: "0,02"."""
    return taal.met_minst(_doorsnee(stof)["delta"], 2)


def marge_tekst(stof: Stof) -> str:
    """Say where the margin comes from, and put it beside the usual change and the noise."""
    return " ".join((_herkomst(stof), _spreiding(stof), meetfout_zin(stof)))


def marge_kort(stof: Stof) -> str:
    """Say where the margin comes from and how many wijken the noise labels, in plain words."""
    rij = _doorsnee(stof)
    if rij["herkomst"] == UIT_MEETFOUT:
        zin = "Die marge volgt uit de meetfout van de score."
    else:
        zin = "Die marge is een aanname."
    if rij["reden"] or not rij["se_verschil"] > 0:
        return zin
    return (
        f"{zin} Van de {W.gebieden} waarin niets veranderde, heet door meetfout naar verwachting "
        f"{_kansen(stof)} toch stijger of daler."
    )


def _kansen(stof: Stof) -> str:
    perioden = [r for r in stof.tabellen["marge"] if r["periode"] != DOORSNEE and not r["reden"]]
    return _laagste_en_hoogste(perioden, "kans_gelabeld", taal.procent)


def _herkomst(stof: Stof) -> str:
    rij = _doorsnee(stof)
    if rij["herkomst"] == UIT_MEETFOUT:
        return (
            "Die marge volgt uit de meetfout: zij is "
            f"{taal.met_minst(rij['maal'], 0)} maal de standaardfout van een verschil."
        )
    return "Die marge is een aanname."


def _spreiding(stof: Stof) -> str:
    """Lay the margin beside the spread of changes between measurements that follow each other."""
    gewoon = [rij["sd_verandering"] for rij in stof.tabellen["marge"] if rij["opvolgend"]]
    grenzen = [taal.getal(waarde, 3) for waarde in (min(gewoon), max(gewoon))]
    van_tot = " tot ".join(dict.fromkeys(grenzen))
    return (
        "De gebruikelijke spreiding (standaarddeviatie) van een verandering tussen twee metingen "
        f"is {van_tot} punt."
    )


def meetfout_zin(stof: Stof) -> str:
    """Say how large the noise in a difference is, and how many wijken it labels by itself."""
    rij = _doorsnee(stof)
    if rij["reden"]:
        return f"De meetfout van een score is niet te schatten: {redentekst(rij['reden'])}."
    if not rij["se_verschil"] > 0:
        return "In de meetjaren is geen meetfout van de score aan te wijzen."
    perioden = [r for r in stof.tabellen["marge"] if r["periode"] != DOORSNEE and not r["reden"]]
    fouten = _laagste_en_hoogste(perioden, "se_verschil", lambda x: taal.getal(x, 3))
    return (
        "De meetfout van een score is uit de meetjaren zelf geschat: het verschil van één "
        f"{W.gebied} tussen twee metingen heeft er, naar gelang de jaren, een standaardfout van "
        f"{fouten} punt door. Van de {W.gebieden} waarin niets veranderde, heet dan naar "
        f"verwachting {_kansen(stof)} toch stijger of daler."
    )


def _laagste_en_hoogste(perioden: list[Rij], naam: str, opmaak: Callable[[float], str]) -> str:
    """Return the range of a column over the periods, or one number where both read the same."""
    waarden = [rij[naam] for rij in perioden]
    return taal.bereik(*(opmaak(waarde) for waarde in (min(waarden), max(waarden))))


def met_ster(tekst: str, gemerkt: bool | None) -> str:
    """Return a change with a star behind it where it is beyond doubt."""
    return f"{tekst}{STER}" if gemerkt else tekst


def ster_noot(stof: Stof, van: int, tot: int) -> str:
    """Explain the star under a table of changes between two years; "" without an error."""
    rij = _periode(stof, van, tot)
    if rij["reden"]:
        return ""
    return f"Met {STER}: buiten twijfel (meer dan {_grens(rij)} punt)."


def _grens(rij: Rij) -> str:
    return taal.getal(rij["grens_buiten_twijfel"], 3)


def lijst_buiten_twijfel(stof: Stof) -> str:
    """Say of how many stijgers and dalers the change is beyond doubt."""
    sd, delta = stof.editie["stijgers_dalers"], _doorsnee(stof)["delta"]
    rij = _periode(stof, sd["van"], sd["tot"])
    if rij["reden"]:
        return (
            f"De lijst ordent de {W.gebieden}; welke verandering buiten twijfel is, valt niet te "
            f"zeggen: {redentekst(rij['reden'])}."
        )
    lijst = stof.tabellen["stijgers_dalers"]
    groepen = {
        woorden: [r for r in lijst if round(teken * r["verandering"], 9) > delta]
        for teken, woorden in ((1, ("stijger", "stijgers")), (-1, ("daler", "dalers")))
    }
    delen = [_van_de(rijen, *woorden) for woorden, rijen in groepen.items() if rijen]
    if not delen:
        return f"Geen enkele {W.gebied} op de lijst veranderde meer dan de marge."
    return (
        f"De lijst ordent de {W.gebieden}. Een verandering is buiten twijfel als zij groter is dan "
        f"de marge en de meetruis (95%-grens) samen, hier {_grens(rij)} punt: "
        f"dat geldt voor {taal.opsomming(delen)}."
    )


def _van_de(rijen: list[Rij], enkel: str, meer: str) -> str:
    """Return "12 van de 40 stijgers", "de enige daler" or "0 van de 30 dalers"."""
    zeker = sum(bool(rij["buiten_twijfel"]) for rij in rijen)
    if len(rijen) == zeker == 1:
        return f"de enige {enkel}"
    return f"{taal.getal(zeker)} van de {taal.getal(len(rijen))} {meer}"


def wijken_buiten_twijfel(stof: Stof) -> str:
    """Say of how many selected wijken the recent change is beyond doubt, and in which direction."""
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    rij = _periode(stof, crisis, eind)
    if rij["reden"]:
        return ""
    zeker = [
        wijk[f"delta_{crisis}_{eind}"]
        for wijk in stof.tabellen["wijken"]
        if wijk["in_selectie"] and wijk["buiten_twijfel"]
    ]
    omhoog = sum(verandering > 0 for verandering in zeker)
    if not zeker:
        return (
            f"Bij geen enkele {W.gebied} is de verandering tussen {crisis} en {eind} buiten "
            "twijfel: meer dan de marge plus 1,96 maal de standaardfout van een verschil "
            f"({_grens(rij)} punt)."
        )
    n = taal.aantal_van(len(zeker), W.gebied, W.gebieden)
    return (
        f"Bij {n} is de verandering tussen {crisis} en {eind} buiten twijfel, dat wil zeggen meer "
        f"dan de marge plus 1,96 maal de standaardfout van een verschil ({_grens(rij)} punt): "
        f"{taal.getal(omhoog)} omhoog en {taal.getal(len(zeker) - omhoog)} omlaag."
    )


def label_zin(stof: Stof) -> str:
    """Say how sure the labels are, over all selected wijken that were judged.

    "" where the check is off or has no outcome.
    """
    rijen = rijen_van(stof, "misclassificatie", groep=ALLE)
    if not rijen or rijen[0]["reden"]:
        return ""
    cluster, richting = (zoek(rijen, indeling=naam) for naam in INDELINGEN)
    n = taal.aantal_van(cluster["n"], W.gebied, W.gebieden)
    zin = (
        f"Van {n} heeft naar verwachting {taal.procent(cluster['kans_waar'])} het cluster dat bij "
        "de ware scores hoort; een nieuwe meting zou bij "
        f"{taal.procent(cluster['kans_herhaling'])} hetzelfde cluster geven. Voor de richting "
        f"(gedaald, gestagneerd of gestegen) is dat {taal.procent(richting['kans_waar'])} en "
        f"{taal.procent(richting['kans_herhaling'])}."
    )
    onzeker = cluster["n_onzeker"]
    if onzeker:
        zin += (
            f" Bij {taal.aantal_van(onzeker, W.gebied, W.gebieden)} is het waarschijnlijker dat "
            "zij in een ander cluster "
            f"{taal.meervoud(onzeker, 'hoort', 'horen')} dan in dat van de tabellen."
        )
    return zin
