"""Names in the bundled example edition: made up, and checked against the real ones in a test.

Gemeenten carry the wijken; wijknamen are drawn from composites of ordinary Dutch words. The
wijken that a fictional wijkanalyse is about get their name after the simulation, so that the text
and the figures of the wijk tell a story; no score is touched for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Gemeente:
    """A fictional gemeente: name, number of wijken, inhabitants in 2008."""

    naam: str
    wijken: int
    inwoners: int


GEMEENTEN = (
    Gemeente("Havermeer", 95, 780_000),
    Gemeente("Kolkmonde", 48, 420_000),
    Gemeente("Lindrecht", 42, 330_000),
    Gemeente("Mijnrade", 36, 262_000),
    Gemeente("Weverbroek", 32, 236_000),
    Gemeente("Grensvoorde", 30, 212_000),
    Gemeente("Duinhaven", 28, 196_000),
    Gemeente("Spoorhagen", 26, 184_000),
    Gemeente("Waalmonde", 25, 175_000),
    Gemeente("Polderstede", 24, 168_000),
    Gemeente("Essenmonde", 23, 161_000),
    Gemeente("Turfhoven", 23, 156_000),
    Gemeente("Griendstede", 22, 152_000),
    Gemeente("Kwelmonde", 22, 149_000),
    Gemeente("Zilverbroek", 21, 145_000),
    Gemeente("Klinkerveen", 20, 141_000),
    Gemeente("Wilgenrecht", 20, 138_000),
    Gemeente("Lisdrecht", 19, 134_000),
    Gemeente("Vlonderdam", 19, 130_000),
    Gemeente("Hazelmonde", 18, 127_000),
    Gemeente("Beukrecht", 18, 123_000),
    Gemeente("Otterstede", 17, 119_000),
    Gemeente("Bolderhaven", 17, 116_000),
    Gemeente("Rietmonde", 17, 112_000),
    Gemeente("Klaverstede", 16, 109_000),
    Gemeente("Kreekmonde", 16, 106_000),
    Gemeente("Zwaluwrecht", 15, 102_000),
    Gemeente("Torenbroek", 15, 99_000),
    Gemeente("Merelstede", 15, 96_000),
    Gemeente("Stuwerveen", 14, 93_000),
    Gemeente("Elzenrecht", 14, 90_000),
    Gemeente("Schorstede", 13, 87_000),
    Gemeente("Ganzerbroek", 13, 84_000),
    Gemeente("Oeverstede", 12, 81_000),
    Gemeente("Lepelmonde", 12, 79_000),
    Gemeente("Regendam", 12, 77_000),
    Gemeente("Brakwaarde", 11, 75_000),
    Gemeente("Steenkolk", 11, 72_500),
    Gemeente("Wendelbroek", 12, 61_000),
    Gemeente("Kievitrecht", 12, 56_000),
    Gemeente("Dobbermeer", 11, 52_000),
    Gemeente("Zonnestede", 11, 48_000),
    Gemeente("Egelmonde", 10, 44_000),
    Gemeente("Vossenrecht", 10, 41_000),
    Gemeente("Noordergriend", 10, 38_000),
    Gemeente("Wolkenrecht", 9, 35_000),
    Gemeente("Molenrecht", 9, 32_000),
    Gemeente("Pijlstede", 9, 30_000),
    Gemeente("Morgenbroek", 8, 28_000),
    Gemeente("Hermelrecht", 8, 26_000),
    Gemeente("Slootmonde", 8, 24_000),
    Gemeente("Ruigmonde", 7, 22_000),
    Gemeente("Zandstede", 7, 21_000),
    Gemeente("Bremrade", 7, 19_000),
    Gemeente("Kluunveen", 6, 18_000),
    Gemeente("Varenbroek", 6, 16_000),
    Gemeente("Lijsterrecht", 6, 15_000),
    Gemeente("Dauwmonde", 5, 13_000),
    Gemeente("Terpstede", 5, 11_000),
    Gemeente("Wierrecht", 5, 9_500),
)

_THEMAS = (
    "Ambachten", "Appel", "Astronomen", "Bakkers", "Berken", "Bessen", "Bomen", "Bruggen",
    "Dichters", "Dirigenten", "Eiken", "Edelsteen", "Fabrieks", "Fluiters", "Fruit", "Gieters",
    "Graan", "Scheeps", "Heide", "Hout", "Iepen", "Kanaal", "Kastanje", "Kersen", "Klaver",
    "Klokken", "Kruiden", "Kuipers", "Linden", "Markt", "Meidoorn", "Metaal", "Mijnwerkers",
    "Molenaars", "Muzikanten", "Olmen", "Papier", "Parel", "Peren", "Planeten", "Populieren",
    "Rivieren", "Schilders", "Schrijvers", "Smids", "Spoor", "Stations", "Kometen", "Textiel",
    "Toren", "Tuinders", "Uitvinders", "Vijver", "Vlinder", "Vogel", "Waterlelie", "Wilgen",
    "Zangers", "Zeemans",
)  # fmt: skip
_SOORTEN = ("kwartier", "hof", "tuinen", "laan e.o.", "plein e.o.", "dreef", "rand")
_RICHTINGEN = ("Noord", "Oost", "Zuid", "West", "Midden")
_STADSDELEN = (
    "Tuindorp", "Nieuwstad", "Oude Singel", "Nieuwe Singel", "Vestingwal", "Stadsrand",
    "Flatwijk", "Hoogbouwrand", "Ringpark", "Kop van de Kade", "Achter de Vaart", "Over het Spoor",
)  # fmt: skip
_LANDELIJK = ("Dorpskern", "Kerkdorp", "Dijkdorp", "Polderlint", "Esdorp", "Veldkant", "Brink")
_LIGGINGEN = (*_RICHTINGEN, "aan de Dijk", "aan de Vaart", "aan de Plas")


@dataclass(frozen=True)
class Onderwerp:
    """A wijk that a fictional wijkanalyse is about, and what its figures have to look like.

    Args:
        plaatshouder: code that stands in the text before the real one is known.
        gemeente, naam: names as in the text.
        clusters: clusters that fit the text; None for a wijk outside the selection, which then
            has enough inhabitants and a score a little below the national mean.
    """

    plaatshouder: str
    gemeente: str
    naam: str
    clusters: tuple[str, ...] | None


ONDERWERPEN = (
    Onderwerp("WK000001", "Havermeer", "Havenkwartier-Oost", ("Succes!",)),
    Onderwerp("WK000002", "Havermeer", "Tuindorp Zuid", ("Terugval",)),
    Onderwerp("WK000003", "Kolkmonde", "Sluiskwartier", ("Terugval",)),
    Onderwerp("WK000004", "Kolkmonde", "Nieuwe Kade", ("Vroegsignalering",)),
    Onderwerp("WK000005", "Lindrecht", "Spoorzone-West", ("Gestaag herstel", "Succes!")),
    Onderwerp("WK000006", "Lindrecht", "Spoorzone-Oost", ("Terugval", "niet ingedeeld")),
    Onderwerp("WK000007", "Mijnrade", "Schachtenwijk", ("niet ingedeeld", "Terugval")),
    Onderwerp("WK000008", "Weverbroek", "Weverskwartier", ("Gestaag herstel",)),
    Onderwerp("WK000009", "Grensvoorde", "Bloemenhof", None),
    Onderwerp("WK000010", "Duinhaven", "Vissershof", None),
    Onderwerp("WK000011", "Spoorhagen", "Componistenkwartier", ("Terugval",)),
    Onderwerp("WK000012", "Waalmonde", "Stroomwijk", ("Succes!",)),
    Onderwerp("WK000013", "Polderstede", "Plantage-Noord", ("Gestaag herstel",)),
)


def _zonder_gebruikt(namen: list[str]) -> np.ndarray:
    """Return `namen` without those kept for the wijkanalyses."""
    bezet = {onderwerp.naam for onderwerp in ONDERWERPEN}
    return np.array([naam for naam in namen if naam not in bezet], dtype=object)


def _voorraad() -> tuple[np.ndarray, np.ndarray]:
    """Return the names for cities and those for small gemeenten."""
    stad = [f"{thema}{soort}" for thema in _THEMAS for soort in _SOORTEN]
    stad += [f"{deel} {richting}" for deel in _STADSDELEN for richting in _RICHTINGEN]
    land = [f"{kern} {ligging}" for kern in _LANDELIJK for ligging in _LIGGINGEN]
    return _zonder_gebruikt(stad), _zonder_gebruikt(land)


def trek_namen(
    gemeenten: tuple[Gemeente, ...], grens: int, rng: np.random.RandomState
) -> np.ndarray:
    """Return a wijknaam per wijk, unique within its gemeente, in the order of `gemeenten`.

    Gemeenten under `grens` inhabitants get names of villages and countryside.
    """
    stad, land = _voorraad()
    return np.concatenate(
        [
            voorraad[rng.permutation(len(voorraad))[: gemeente.wijken]]
            for gemeente in gemeenten
            for voorraad in ((stad if gemeente.inwoners >= grens else land),)
        ]
    )


def kies_wijken(wijken: pd.DataFrame) -> pd.DataFrame:
    """Return for each of ONDERWERPEN the first wijk by code in its gemeente that fits.

    Args:
        wijken: one row per wijk sorted by wk_code, with wk_code, gm_naam, cluster (missing outside
            the selection) and geschikt_buiten (bool: fits an analysis outside the selection).

    Returns:
        One row per onderwerp: plaatshouder, gm_naam, wk_naam, wk_code (missing where none fits).
    """
    rijen, bezet = [], set[str | None]()
    for onderwerp in ONDERWERPEN:
        plek = wijken[(wijken["gm_naam"] == onderwerp.gemeente) & ~wijken["wk_code"].isin(bezet)]
        past = (
            plek["geschikt_buiten"]
            if onderwerp.clusters is None
            else plek["cluster"].isin(onderwerp.clusters)
        )
        code = next(iter(plek.loc[past, "wk_code"]), None)
        bezet.add(code)
        rijen.append((onderwerp.plaatshouder, onderwerp.gemeente, onderwerp.naam, code))
    return pd.DataFrame(rijen, columns=["plaatshouder", "gm_naam", "wk_naam", "wk_code"])
