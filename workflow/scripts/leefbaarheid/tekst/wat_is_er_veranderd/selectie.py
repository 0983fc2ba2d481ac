"""The chapter on the selection: who came in, who fell out, and why."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.redenen.code import los, ontleed
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Onderdeel, Verandering
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.redenen.alle import redenteksten
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import de
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import rijen as overzicht
from leefbaarheid.tekst.wat_is_er_veranderd.wijknamen import per_gemeente

HOOGSTENS = 60
"""So many reasons are read on pages; the csv has every wijk."""
WOORD = {Verandering.ERBIJ: "erbij", Verandering.VERDWENEN: "eruit"}


def aantallen(stof: Stof) -> str:
    """Say how many wijken stayed, fell out and came in."""
    rij = overzicht(stof)[Onderdeel.SELECTIE]
    bleven = rij["n_oud"] - rij["n_verdwenen"]
    if not rij["n_verdwenen"] and not rij["n_erbij"]:
        wijken = taal.aantal_van(rij["n_oud"], W.gebied, W.gebieden)
        return f"De selectie bestaat uit dezelfde {wijken}."
    van = f"Van {de(rij['n_oud'], W.gebied, W.gebieden)} in de vorige selectie"
    eruit = taal.aantal_van(rij["n_verdwenen"], f"{W.gebied} ging", f"{W.gebieden} gingen")
    erbij = taal.aantal_van(rij["n_erbij"], f"{W.gebied} kwam", f"{W.gebieden} kwamen")
    return (
        f"{van} {_is(bleven)} er {taal.hoeveel(bleven)} ook nu geselecteerd. "
        f"{taal.hoofdletter(eruit)} eruit en {erbij} erbij."
    )


def _is(aantal: int) -> str:
    return taal.meervoud(aantal, "is", "zijn")


def codes(stof: Stof) -> str:
    """Say what a code that is in one edition only can mean; "" where none of them is."""
    redenen = {
        ontleed(code).code
        for rij in stof.tabellen["verandering_selectie"]
        for code in los(rij["reden"])
    }
    if not redenen & {VeranderReden.CODE_NIEUW, VeranderReden.CODE_WEG}:
        return ""
    return (
        f"Een {W.gebied} waarvan de code maar in één van de edities staat, kan bij een andere "
        f"{W.met('indeling')} een andere code hebben gekregen, of zijn samengevoegd of gesplitst."
    )


def heeft_rijen(stof: Stof) -> bool:
    """Tell whether a wijk came in or fell out."""
    return bool(stof.tabellen["verandering_selectie"])


def _groepen(stof: Stof) -> list[tuple[str, str, list[Rij]]]:
    """Return the wijken that came in or fell out by reason: those that fell out first.

    Each group has its change, the words of its reason, and its wijken; the largest come first.
    """
    groepen: dict[tuple[str, str], list[Rij]] = {}
    for rij in stof.tabellen["verandering_selectie"]:
        reden = als_markdown("; ".join(redenteksten(rij["reden"])))
        groepen.setdefault((rij["verandering"], reden), []).append(rij)
    volgorde = sorted(
        groepen.items(), key=lambda deel: (deel[0][0] == Verandering.ERBIJ, -len(deel[1]))
    )
    return [(verandering, reden, wijken) for (verandering, reden), wijken in volgorde]


def rijen(stof: Stof) -> list[Cellen]:
    """Return a row per reason: in or out, the reason, how many wijken, and which."""
    return [
        [WOORD[Verandering(verandering)], reden, str(len(wijken)), per_gemeente(wijken)]
        for verandering, reden, wijken in _groepen(stof)[:HOOGSTENS]
    ]


def rest(stof: Stof) -> str:
    """Say how many wijken the table leaves out; "" when it has them all."""
    n = sum(len(wijken) for _, _, wijken in _groepen(stof)[HOOGSTENS:])
    if not n:
        return ""
    nog = taal.aantal_van(n, f"{W.gebied} staat", f"{W.gebieden} staan")
    return f"Nog {nog} alleen in de tabel *verandering\\_selectie*."
