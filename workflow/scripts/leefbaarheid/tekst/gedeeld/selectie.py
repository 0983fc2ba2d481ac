"""What the hoofdrapport and the bijlage say about the selection: its list and its conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.gedeeld.namen import factornaam, labels
from leefbaarheid.tekst.stof import Stof

MEESTE_NAMEN = 12
"""So many wijken are named in a sentence; the table `wijken` has them all."""


def met_label(stof: Stof) -> str:
    """Return "met het label *a*", or "met ten minste één van de labels *a* of *b*"."""
    enig = len(stof.editie["selectie"]["labels"]) == 1
    return f"met {'het label' if enig else 'ten minste één van de labels'} {labels(stof)}"


def is_lijst(stof: Stof) -> bool:
    """Tell whether the selection is a list of policy labels."""
    return bool(stof.editie["selectie"]["soort"] == "lijst")


def over_de_lijst(stof: Stof) -> str:
    """Say where a list that selects comes from and what it lacks, in the edition's words."""
    return _van_de_lijst(stof, "toelichting")


def kanttekening(stof: Stof) -> str:
    """Return the one sentence of the edition about what a list that selects lacks; else ""."""
    return _van_de_lijst(stof, "kanttekening")


def _van_de_lijst(stof: Stof, sleutel: str) -> str:
    lijst = stof.editie["bronnen"].get("selectielijst", {}) if is_lijst(stof) else {}
    return als_markdown(lijst.get(sleutel, ""))


def varianten_kort(stof: Stof) -> str:
    """Point to the variants of the selection that the bijlage lays beside it; "" if none."""
    eigen = stof.editie["selectie"].get("varianten", {})
    aantal = {rij["variant"]: rij["n_wijken"] for rij in stof.tabellen["selectiegevoeligheid"]}
    delen = [
        f"{als_markdown(variant['omschrijving'])} ({taal.getal(aantal[naam])})"
        for naam, variant in eigen.items()
    ]
    if not delen:
        return ""
    return f"De bijlage zet ernaast wat de uitkomst is met alleen {taal.opsomming(delen, 'of')}."


def buiten_aanmerking(stof: Stof) -> str:
    """Name the wijken of a list that would not be compared with themselves; "" if none."""
    if not is_lijst(stof) or not stof.cijfers.waarde("selectie.n_buiten_aanmerking"):
        return ""
    codes = [r["wk_code"] for r in stof.tabellen["wijken"] if _alleen_geselecteerd(r)]
    n = len(codes)
    return (
        f"{taal.hoofdletter(taal.aantal_van(n, W.gebied, W.gebieden))} op de lijst, "
        f"{_noem(stof, codes)}, {taal.meervoud(n, 'voldoet', 'voldoen')} zelf niet aan de eisen "
        f"voor de vergelijking, maar {taal.meervoud(n, 'blijft', 'blijven')} in de selectie."
    )


def _alleen_geselecteerd(rij: Rij) -> bool:
    return bool(rij["in_selectie"] and not rij["in_aanmerking"])


def voorwaarden(stof: Stof) -> str:
    """Say which conditions a wijk had to meet, and why; "" where there are none."""
    blok = stof.editie["selectie"].get("voorwaarden", {})
    if not blok:
        return ""
    eisen = taal.opsomming([_eis(stof, kenmerk, grens) for kenmerk, grens in blok.items()])
    kop = "geldt een eis aan het kenmerk" if len(blok) == 1 else "gelden eisen aan de kenmerken"
    waarom = [als_markdown(grens["waarom"]) for grens in blok.values() if "waarom" in grens]
    return " ".join([f"Bovendien {kop} {eisen}.", *waarom])


def _eis(stof: Stof, kenmerk: str, grens: Mapping[str, Any]) -> str:
    """Return one condition: "*woningen van vóór 2005* (ten minste 50%)"."""
    rij = zoek(stof.tabellen["codeboek"], factor=kenmerk)
    achter = "%" if rij["eenheid"] == "%" else f" {als_markdown(rij['eenheid'])}"
    woorden = {"min": "ten minste", "max": "ten hoogste"}
    delen = [f"{hoe} {taal.op_maat(grens[naam])}" for naam, hoe in woorden.items() if naam in grens]
    return f"{factornaam(stof, kenmerk)} ({taal.opsomming(delen)}{achter})"


def uitgesloten(stof: Stof) -> str:
    """Name the wijken that the conditions keep out of the selection; "" without conditions."""
    selectie = stof.editie["selectie"]
    if not selectie.get("voorwaarden"):
        return ""
    n = stof.cijfers.waarde("selectie.n_uitgesloten")
    if not n:
        return f"Zonder die eis zou de selectie dezelfde {W.gebieden} tellen.{_zonder_waarde(stof)}"
    wie = _namen(stof, "selectie.uitgesloten")
    wijken = taal.hoofdletter(taal.aantal_van(n, W.gebied, W.gebieden))
    zin = f"{wijken} {taal.meervoud(n, 'blijft', 'blijven')} daardoor buiten de selectie: {wie}."
    erbij = stof.cijfers.waarde("selectie.n_in_de_plaats")
    if not erbij:
        return f"{zin}{_zonder_waarde(stof)}"
    plaats = taal.meervoud(n, "Haar plaats is", "Hun plaatsen zijn")
    door = _namen(stof, "selectie.in_de_plaats")
    wie = taal.meervoud(erbij, f"de {W.gebied} die", f"de {W.gebieden} die")
    komt = taal.meervoud(erbij, "komt", "komen")
    return (
        f"{zin} {plaats} ingenomen door {wie} daarna in de rangorde {komt}: "
        f"{door}.{_zonder_waarde(stof)}"
    )


def afgevallen(stof: Stof) -> str:
    """Say how many wijken the conditions keep out of those that could be selected."""
    n = stof.cijfers.waarde("selectie.niet_in_aanmerking_door_voorwaarden")
    if not n:
        return f"Geen enkele {W.gebied} die anders in aanmerking kwam, valt erdoor af."
    valt = taal.meervoud(n, "valt", "vallen")
    return f"Van de {W.gebieden} die anders in aanmerking kwamen, {valt} er {taal.telwoord(n)} af."


def _zonder_waarde(stof: Stof) -> str:
    """Say how many wijken fail a condition because their value is unknown; "" if none."""
    n = stof.cijfers.waarde("selectie.zonder_waarde_op_voorwaarden")
    if not n:
        return ""
    wijken = taal.aantal_van(n, W.gebied, W.gebieden)
    heeft = taal.meervoud(n, "heeft", "hebben")
    mee = taal.meervoud(n, "doet", "doen")
    een = len(stof.editie["selectie"]["voorwaarden"]) == 1
    return (
        f" Van de {W.gebieden} die anders in aanmerking kwamen, {heeft} {wijken} geen waarde op "
        f"{'dat kenmerk' if een else 'een van die kenmerken'}; ook die {mee} niet mee."
    )


def _namen(stof: Stof, cijfer: str) -> str:
    """Return "Meerstad e.o. (Groningen) en ..." of the codes a number holds."""
    return _noem(stof, str(stof.cijfers.waarde(cijfer)).split(", "))


def _noem(stof: Stof, codes: Sequence[str]) -> str:
    bekend = {rij["wk_code"]: rij for rij in stof.tabellen["wijken"]}
    namen = [
        als_markdown(f"{bekend[code]['wk_naam']} ({bekend[code]['gm_naam']})")
        if code in bekend
        else code
        for code in codes
    ]
    return taal.eerste(namen, MEESTE_NAMEN)
