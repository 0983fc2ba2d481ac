"""The chapter Stijgers en dalers of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.marge import marge_getal, met_ster
from leefbaarheid.tekst.gedeeld.stijgers import paren
from leefbaarheid.tekst.stof import Stof


def paren_tekst(stof: Stof) -> str:
    """Introduce the table of candidate pairs."""
    n = len(stof.tabellen["kandidaatparen"])
    zin = paren(stof)
    if not n:
        return zin
    getoond = min(n, stof.editie["stijgers_dalers"]["aantal"])
    if getoond == 1 < n:
        zin += " @tbl-paren toont die met het grootste verschil."
    elif getoond < n:
        zin += f" @tbl-paren toont de {taal.telwoord(getoond)} met het grootste verschil."
    else:
        zin += " @tbl-paren toont ze."
    return zin


def paren_zeker(stof: Stof) -> str:
    """Say of how many pairs both changes are more than margin and noise; "" where not known."""
    rijen = stof.tabellen["kandidaatparen"]
    if not rijen or any(rij["buiten_twijfel_stijger"] is None for rij in rijen):
        return ""
    zeker = sum(rij["buiten_twijfel_stijger"] and rij["buiten_twijfel_daler"] for rij in rijen)
    if len(rijen) == 1:
        niet = "" if zeker else "niet "
        return f"Bij dit paar zijn stijging en daling {niet}allebei groter dan marge en meetruis."
    wie = "geen enkel paar" if not zeker else f"{taal.telwoord(zeker)} {_paar(zeker)}"
    zijn = "zijn stijging en daling allebei groter dan marge en meetruis"
    return (
        f"Bij {wie} {zijn}; de andere zijn minder zeker."
        if zeker < len(rijen)
        else f"Bij {taal.alle_van(len(rijen), 'paar', 'paren')} {zijn}."
    )


def _paar(n: int) -> str:
    return taal.meervoud(n, "paar", "paren")


def _wijken(stof: Stof) -> dict[str, Rij]:
    return {rij["wk_code"]: rij for rij in stof.tabellen["wijken"]}


def _daarna(stof: Stof) -> tuple[int, int] | None:
    """Return the years after the window, if there is a later measurement."""
    tot, laatste = stof.editie["stijgers_dalers"]["tot"], stof.editie["jaren"][-1]
    return (tot, laatste) if laatste > tot else None


def _verandering(rij: Rij, van: int, tot: int) -> float | None:
    begin, eind = rij[f"lbm_{van}"], rij[f"lbm_{tot}"]
    return None if begin is None or eind is None else round(eind - begin, 9)


def paren_daarna(stof: Stof) -> str:
    """Say how many of the wijken that fell rose afterwards, by more than the margin."""
    venster_, paren_ = _daarna(stof), stof.tabellen["kandidaatparen"]
    if venster_ is None or not paren_:
        return ""
    wijken, delta = _wijken(stof), marge_getal(stof)
    grens = stof.editie["clusters"]["delta"]
    veranderingen = [
        verschil
        for rij in paren_
        if (verschil := _verandering(wijken[rij["wk_code_daler"]], *venster_)) is not None
    ]
    if not veranderingen:
        return ""
    steeg = sum(verschil > grens for verschil in veranderingen)
    tot, laatste = venster_
    periode = f"Daarna, tussen {tot} en {laatste},"
    slot = f"meer dan de marge van {delta} punt."
    if len(veranderingen) == 1:
        return f"{periode} steeg de daler {'' if steeg else 'niet '}{slot}"
    deed = taal.meervoud(steeg or 1, "steeg", "stegen")
    n = taal.telwoord(len(veranderingen))
    if steeg == len(veranderingen):
        return f"{periode} {deed} {taal.alle_van(steeg, 'daler', 'dalers')} {slot}"
    return f"{periode} {deed} {taal.hoeveel(steeg)} van de {n} dalers {slot}"


def paren_kop(stof: Stof) -> Cellen:
    """Return the column heads of the pairs: one row per wijk."""
    sd, later = stof.editie["stijgers_dalers"], _daarna(stof)
    kop = ["Gemeente", W.Gebied, f"Score {sd['van']}", venster(sd["van"], sd["tot"])]
    return [*kop, venster(*later)] if later else kop


def paren_rijen(stof: Stof) -> list[Cellen]:
    """Return the pairs with the largest difference: the riser, and below it the faller."""
    sd, later, wijken = stof.editie["stijgers_dalers"], _daarna(stof), _wijken(stof)
    uit = []
    for paar in stof.tabellen["kandidaatparen"][: sd["aantal"]]:
        for wie in ("stijger", "daler"):
            rij = wijken[paar[f"wk_code_{wie}"]]
            verandering = taal.verandering(paar[f"verandering_{wie}"])
            cellen = [
                als_markdown(paar["gm_naam"]),
                als_markdown(paar[f"wk_naam_{wie}"]),
                taal.score(rij[f"lbm_{sd['van']}"]),
                met_ster(verandering, paar[f"buiten_twijfel_{wie}"]),
            ]
            uit.append([*cellen, taal.verandering(_verandering(rij, *later))] if later else cellen)
    return uit
