"""A history that cannot be: a wijk whose score jumps, a year that breaks with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.cellen import Getallen, Masker
from leefbaarheid.data.kwaliteitscontroles.rij import LEEFBAAROMETER, aanduiding, rij
from leefbaarheid.data.kwaliteitscontroles.scores import breed

# AANNAME: een score springt als zij tussen twee metingen meer dan tien keer zoveel verandert als
#   gebruikelijk, en twintig keer in een wijk met te weinig inwoners voor de selectie.
#   Waarom: in het bestand van 2002–2022 haalt minder dan één op de honderd wijken die grens.
#   Gevolg: een wijk met een sprong is genoemd en telt gewoon mee; met een lagere grens worden er
#   meer genoemd.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
KEER, KEER_KLEINE_WIJK = 10.0, 20.0
# AANNAME: gebruikelijk is de mediaan van de absolute afwijking (maal 1,4826) van alle veranderingen
#   in die periode, ten minste 0,02 punt; bij minder dan twintig wijken 0,04 punt.
#   Waarom: een mediaan wordt niet groter van de sprongen die ermee gezocht worden.
#   Gevolg: zonder ondergrens zou in een rustige periode een gewone verandering al een sprong heten.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
MINSTE_VERANDERING, VERANDERING_BIJ_WEINIG, WEINIG = 0.02, 0.04, 20
# AANNAME: een jaar breekt met zijn buren als het gemiddelde een halve standaarddeviatie verspringt
#   of de spreiding 1,4 keer zo groot of klein wordt; heen en weer volstaat minder: een kwart
#   standaarddeviatie, of 1,15 keer. Onder dertig wijken geldt geen grens.
#   Waarom: verschuiven alle scores tegelijk, dan ligt dat eerder aan het bestand dan aan de wijken.
#   Gevolg: zo'n jaar is genoemd en telt gewoon mee; met een krappere grens worden meer jaren
#   genoemd.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
SPRONG_GEMIDDELDE, HEEN_EN_WEER_GEMIDDELDE = 0.5, 0.25
SPRONG_SPREIDING, HEEN_EN_WEER_SPREIDING = np.log(1.4), np.log(1.15)
MIN_WIJKEN = 30
# AANNAME: twee metingen na elkaar horen ten minste 0,5 samen te hangen (correlatie over de wijken).
#   Waarom: landelijk is dat 0,93 of meer; een veel lager getal past bij scores die bij de verkeerde
#   wijk staan.
#   Gevolg: een jaar onder de grens is genoemd en telt gewoon mee.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
MIN_SAMENHANG = 0.5


def sprongen(scores: pd.DataFrame, klein: pd.Series[bool]) -> pd.DataFrame:
    """Return the wijken whose score jumps, but not when it only goes back.

    Args:
        scores: one row per wijk, one column per year.
        klein: whether a wijk has too few inhabitants to take part, by wk_code.

    Returns:
        wk_code, jaar, vorig_jaar, vorige, nieuwe (scores), gebruikelijk (points), hoe_groot (jump
        divided by the bound of this wijk); sorted by jaar and size.
    """
    vorige = scores.ffill(axis=1).shift(axis=1)
    stap = scores - vorige
    jaar_van = scores.notna().mul(scores.columns, axis=1).where(scores.notna())
    vorig_jaar = jaar_van.ffill(axis=1).shift(axis=1)
    grens = np.where(klein.reindex(scores.index).eq(True), KEER_KLEINE_WIJK, KEER)
    delen = []
    for jaar in scores.columns:
        midden, gebruikelijk = _gebruikelijk(stap[jaar].dropna())
        delen.append(
            pd.DataFrame(
                {
                    "wk_code": scores.index,
                    "jaar": jaar,
                    "vorig_jaar": vorig_jaar[jaar].to_numpy(),
                    "vorige": vorige[jaar].to_numpy(),
                    "nieuwe": scores[jaar].to_numpy(),
                    "gebruikelijk": gebruikelijk,
                    "hoe_groot": ((stap[jaar] - midden).abs() / gebruikelijk / grens).to_numpy(),
                }
            )
        )
    alle = pd.concat(delen, ignore_index=True)
    groot = alle[alle["hoe_groot"] > 1].sort_values(["wk_code", "jaar"], ignore_index=True)
    return groot[~_gaat_terug(groot)].sort_values(
        ["jaar", "hoe_groot", "wk_code"], ascending=[True, False, True], ignore_index=True
    )


def _gaat_terug(groot: pd.DataFrame) -> Masker:
    """Tell which jumps undo the one just before: a wrong score makes one there and one back.

    Args:
        groot: jumps, by wijk in the order of the years.
    """
    terug = np.zeros(len(groot), dtype=bool)
    omhoog = (groot["nieuwe"] > groot["vorige"]).to_numpy()
    wijk, jaar, vorig_jaar = (groot[k].to_numpy() for k in ("wk_code", "jaar", "vorig_jaar"))
    for i in range(1, len(groot)):
        sluit_aan = wijk[i] == wijk[i - 1] and vorig_jaar[i] == jaar[i - 1]
        terug[i] = sluit_aan and omhoog[i] != omhoog[i - 1] and not terug[i - 1]
    return terug


def _gebruikelijk(stap: pd.Series[float]) -> tuple[float, float]:
    """Return the middle of the changes in a period, and how far they usually are from it."""
    if len(stap) < WEINIG:
        return 0.0, VERANDERING_BIJ_WEINIG
    midden = float(stap.median())
    mad = 1.4826 * float((stap - midden).abs().median())
    return midden, max(mad, MINSTE_VERANDERING)


class Breuk(NamedTuple):
    """A year that breaks with the one before it and, where it goes back again, the one after it.

    Attributes:
        maat: what breaks.
        jaar, waarde: the year, and its mean or standard deviation.
        vorig_jaar, vorig: those of the year before it.
        volgend_jaar, volgend: those of the year after it; None when it does not go back.
    """

    maat: str
    jaar: int
    waarde: float
    vorig_jaar: int
    vorig: float
    volgend_jaar: int | None = None
    volgend: float | None = None


def jaarbreuken(waarden: pd.DataFrame) -> list[Breuk]:
    """Return the years whose mean or spread breaks with their neighbours.

    Args:
        waarden: one row per wijk, one column per year; years with few values are passed over.
    """
    vol = waarden.loc[:, waarden.notna().sum() >= MIN_WIJKEN]
    if vol.shape[1] < 2:
        return []
    jaren = [int(str(jaar)) for jaar in vol.columns]
    gemiddeld = vol.mean().to_numpy(dtype=float)
    spreiding = np.maximum(vol.std().to_numpy(dtype=float), 1e-9)
    schaal = float(np.median(spreiding))
    return [
        *_breuken(
            "gemiddelde",
            jaren,
            gemiddeld,
            np.diff(gemiddeld) / schaal,
            (SPRONG_GEMIDDELDE, HEEN_EN_WEER_GEMIDDELDE),
        ),
        *_breuken(
            "spreiding",
            jaren,
            spreiding,
            np.diff(np.log(spreiding)),
            (SPRONG_SPREIDING, HEEN_EN_WEER_SPREIDING),
        ),
    ]


def _breuken(
    maat: str,
    jaren: Sequence[int],
    waarde: Getallen,
    stappen: Getallen,
    grenzen: tuple[float, float],
) -> Iterator[Breuk]:
    """Give the years that go there and back, then the steps that are large by themselves."""
    sprong, heen_en_weer = grenzen
    gehad = set()
    for i, (heen, terug) in enumerate(pairwise(stappen), 1):
        if i - 1 not in gehad and heen * terug < 0 and min(abs(heen), abs(terug)) > heen_en_weer:
            gehad |= {i - 1, i}
            yield Breuk(
                *(maat, jaren[i], float(waarde[i]), jaren[i - 1], float(waarde[i - 1])),
                *(jaren[i + 1], float(waarde[i + 1])),
            )
    for i, stap in enumerate(stappen):
        if i not in gehad and abs(stap) > sprong:
            yield Breuk(maat, jaren[i + 1], float(waarde[i + 1]), jaren[i], float(waarde[i]))


def losse_jaren(waarden: pd.DataFrame) -> list[tuple[int, int, float]]:
    """Return the years whose values hardly go with those before: year, year before, correlation.

    Args:
        waarden: one row per wijk, one column per year; years with few values are passed over.
    """
    vol = waarden.loc[:, waarden.notna().sum() >= MIN_WIJKEN]
    vol = vol.loc[:, vol.std() > 0]
    los = []
    for vorig, jaar in pairwise(vol.columns):
        beide = vol[[vorig, jaar]].dropna()
        if len(beide) < MIN_WIJKEN:
            continue
        r = float(beide[vorig].corr(beide[jaar]))
        if r < MIN_SAMENHANG:
            los.append((int(str(jaar)), int(str(vorig)), r))
    return los


def geschiedenisrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, jaren: Sequence[int], min_inwoners: float
) -> Iterator[Rij]:
    """Name the wijken whose score jumps, and the years that break with their neighbours."""
    scores = breed(panel, jaren)
    inwoners = wijken.set_index("wk_code")["inwoners"]
    gesprongen = sprongen(scores, inwoners < min_inwoners)
    namen = wijken.set_index("wk_code")["wk_naam"]
    yield from _sprongrijen(scores, gesprongen, namen)
    # one wijk with a wrong score does not make a wrong year
    rest = panel[~panel["wk_code"].isin(gesprongen["wk_code"])]
    yield from _breukrijen(rest, jaren)


def _sprongrijen(
    scores: pd.DataFrame, gesprongen: pd.DataFrame, namen: pd.Series[str]
) -> Iterator[Rij]:
    geef = partial(rij, "sprong van een wijk", LEEFBAAROMETER, kolom="lbm")
    if gesprongen.empty:
        yield geef(DataReden.GEEN_SPRONG.met(), n=len(scores), afwijkend=0)
    for jaar, deel in gesprongen.groupby("jaar"):
        wie = [aanduiding(code, namen[code]) for code in deel["wk_code"]]
        yield geef(
            DataReden.SPRONG.met(
                jaar=jaar,
                n=len(deel),
                wijken=SCHEIDING.join(wie),
                vorige_jaren=SCHEIDING.join(f"{vorig:.0f}" for vorig in deel["vorig_jaar"]),
                vorige=SCHEIDING.join(map(repr, map(float, deel["vorige"]))),
                nieuwe=SCHEIDING.join(map(repr, map(float, deel["nieuwe"]))),
                gebruikelijk=float(deel["gebruikelijk"].iloc[0]),
            ),
            n=int(scores[jaar].notna().sum()),
            afwijkend=len(deel),
            jaar=int(str(jaar)),
            bij_afwijking=Ernst.LET_OP,
        )


def _breukrijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[Rij]:
    kolommen = ("lbm", *DIMENSIES)
    per_kolom = {kolom: breed(panel, jaren, kolom) for kolom in kolommen}
    geef = partial(rij, "jaar sluit aan op zijn buren", LEEFBAAROMETER)
    rijen = [
        geef(reden, n=n, afwijkend=n, kolom=kolom, jaar=jaar, bij_afwijking=Ernst.LET_OP)
        for kolom, waarden in per_kolom.items()
        for reden, jaar, n in _wat_breekt(kolom, waarden)
    ]
    beoordeeld = any((w.notna().sum() >= MIN_WIJKEN).sum() > 1 for w in per_kolom.values())
    if beoordeeld and not rijen:
        alle = " ".join(kolommen)
        yield geef(DataReden.JAREN_SLUITEN_AAN.met(), n=len(jaren), afwijkend=0, kolom=alle)
    yield from rijen


def _wat_breekt(kolom: str, waarden: pd.DataFrame) -> Iterator[tuple[str, int, int]]:
    """Give reason, year and number of steps between years for all that breaks in a column."""
    for breuk in jaarbreuken(waarden):
        velden = {naam: "" if deel is None else deel for naam, deel in breuk._asdict().items()}
        stappen = 1 if breuk.volgend_jaar is None else 2
        yield DataReden.JAAR_BREEKT.met(kolom=kolom, **velden), breuk.jaar, stappen
    for jaar, vorig, r in losse_jaren(waarden):
        reden = DataReden.JAAR_HANGT_NIET_SAMEN.met(
            kolom=kolom, jaar=jaar, vorig_jaar=vorig, correlatie=r
        )
        yield reden, jaar, 1
