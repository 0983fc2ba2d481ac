"""How many wijkanalyses there are and how they compare, also when there is one."""

from __future__ import annotations

from typing import NamedTuple

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.tekst.stof import Stof


class Vergelijking(NamedTuple):
    """A comparison of narrative and numbers, in the orders that a sentence needs.

    `na_bij` follows "Bij drie analyses", `los` stands alone, `bijzin` follows "is niet te bepalen
    of"; {niet} is filled with "niet " or nothing, `teken` parts the two counts.
    """

    na_bij: str
    los: str
    bijzin: str
    teken: str


RICHTING = Vergelijking(
    "wijzen het verhaal van de [[gebied]] en de cijfers {niet}dezelfde kant op",
    "Het verhaal van de [[gebied]] en de cijfers wijzen {niet}dezelfde kant op",
    "het verhaal van de [[gebied]] en de cijfers dezelfde kant op wijzen",
    ";",
)
PAST = Vergelijking(
    "past het oordeel uit de gesprekken {niet}bij het cluster uit de cijfers",
    "Het oordeel uit de gesprekken past {niet}bij het cluster uit de cijfers",
    "het oordeel uit de gesprekken bij het cluster uit de cijfers past",
    ",",
)


def hoeveel(stof: Stof, naam: str) -> int:
    """Return one of the counts of the wijkanalyses."""
    return int(stof.cijfers.waarde(f"wijkanalyses.{naam}"))


def wijken(stof: Stof) -> str:
    """Return the number of wijken that are described: "13 wijken", "één wijk"."""
    aantal = hoeveel(stof, "n_wijken")
    return f"één {W.gebied}" if aantal == 1 else f"{taal.getal(aantal)} {W.gebieden}"


def gemeenten(stof: Stof) -> str:
    """Return the number of gemeenten of the wijken: "12 gemeenten", "één gemeente"."""
    aantal = hoeveel(stof, "n_gemeenten")
    return "één gemeente" if aantal == 1 else f"{taal.getal(aantal)} gemeenten"


def beschrijven(stof: Stof) -> str:
    """Return "twaalf wijkanalyses beschrijven 13 wijken", "één wijkanalyse beschrijft één wijk"."""
    n = hoeveel(stof, "n")
    werkwoord = taal.meervoud(n, "beschrijft", "beschrijven")
    return f"{taal.aantal_van(n, 'wijkanalyse', 'wijkanalyses')} {werkwoord} {wijken(stof)}"


def vergelijk(stof: Stof, zin: Vergelijking) -> str:
    """Say for how many analyses narrative and numbers agree and for how many they do not."""
    n, past, niet = (hoeveel(stof, naam) for naam in ("n", "n_congruent", "n_afwijkend"))
    los, na_bij, bijzin = (met_woorden(deel) for deel in (zin.los, zin.na_bij, zin.bijzin))
    if n == 1 and past + niet == 1:
        return f"{los.format(niet='' if past else 'niet ')}."
    if not past + niet:
        begin = "Het" if n == 1 else "Bij geen van de analyses"
        is_niet = "is niet" if n == 1 else "is"
        return f"{begin} {is_niet} te bepalen of {bijzin}."
    if not past:
        return f"{_bij(niet)} {na_bij.format(niet='niet ')}."
    delen = [f"bij {taal.telwoord(niet)} niet"] if niet else []
    if n - past - niet:
        delen.append(f"bij {taal.telwoord(n - past - niet)} is dat niet te bepalen")
    uit = f"{_bij(past)} {na_bij.format(niet='')}"
    return f"{uit}{zin.teken} {' en '.join(delen)}." if delen else f"{uit}."


def richting(stof: Stof) -> str:
    """Say how often narrative and numbers agree, and that differences are discussed."""
    return f"{vergelijk(stof, RICHTING)} {besproken(stof)}".strip()


def past(stof: Stof) -> str:
    """Say how often the verdict fits the cluster."""
    return vergelijk(stof, PAST)


def _bij(aantal: int) -> str:
    return f"Bij {taal.aantal_van(aantal, 'analyse', 'analyses')}"


def besproken(stof: Stof) -> str:
    """Say that differences are discussed; "" where there are none."""
    niet = hoeveel(stof, "n_afwijkend")
    if not niet:
        return ""
    onderwerp = taal.meervoud(niet, "Dat verschil is", "Die verschillen zijn")
    return f"{onderwerp} niet weggemiddeld maar besproken."


def buiten_selectie(stof: Stof) -> str:
    """Return how many analyses are about a wijk outside the selection, after a colon."""
    n, buiten = hoeveel(stof, "n"), hoeveel(stof, "n_buiten_selectie")
    if n == 1:
        waar = "buiten" if buiten else "in"
        return f"de ene analyse gaat over een {W.gebied} {waar} de selectie"
    gaan = {0: "gaat er geen", 1: "gaat er één"}.get(buiten, f"gaan er {taal.telwoord(buiten)}")
    return f"van de {taal.telwoord(n)} analyses {gaan} over een {W.gebied} buiten de selectie"
