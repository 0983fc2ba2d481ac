"""Scores and labels of the wijken of one year on the borders of another, where that can be done.

A wijk that was merged from whole wijken gets the mean of their scores, weighted by addresses; both
identities of the Leefbaarometer are linear and keep holding. The score of a part of a wijk is not
known, so a wijk that was split, or made of parts, gets none.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W

# AANNAME: een wijk gaat als geheel over naar een andere indeling als ten minste 95% van haar
#   adressen in één wijk ligt; een wijk bestaat uit hele wijken als die samen ten minste 95% van
#   haar adressen hebben. De rest geldt als een verschoven grens.
#   Waarom: na een kleine verschuiving is de wijk nog dezelfde; na een grotere gaat de score over
#   een ander gebied.
#   Gevolg: met een lagere grens krijgen meer wijken de score van een gebied dat iets anders is; met
#   een hogere blijven meer wijken zonder score.
#   Onderwerp: gegevens. Als: bron concordantie. Zie: sec-kwaliteit.
HEEL = 0.95
# AANNAME: een wijk van een andere indeling heeft een beleidslabel als meer dan de helft van haar
#   adressen in wijken met dat label lag.
#   Waarom: het label gold voor een gebied met andere grenzen dan de wijk nu heeft.
#   Gevolg: met een hogere grens verliezen wijken die maar deels een label hadden hun plaats op de
#   lijst.
#   Onderwerp: selectie. Als: bron concordantie. Zie: sec-kwaliteit.
MEERDERHEID = 0.5
# AANNAME: een bestand met scores is uit twee uitgaven samengesteld als in één jaar ten minste drie
#   wijken en een half procent van alle wijken voorgoed ophouden en er ten minste drie beginnen.
#   Waarom: in de uitgave 2002–2022 houden per jaar hoogstens twee wijken op.
#   Gevolg: zo'n bestand stopt het rekenwerk met een melding; een menging van minder wijken valt
#   hiermee niet op.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
MIN_OPGEHOUDEN, DEEL_OPGEHOUDEN = 3, 0.005
IN_MELDING = 10


class Overgang(NamedTuple):
    """What became of the wijken that changed.

    Attributes:
        van, naar: years of the borders.
        samengevoegd: codes with the mean of more wijken.
        overgenomen: codes with the score of one other wijk.
        niet_te_herleiden: codes without a score, because they hold parts of wijken.
    """

    van: int
    naar: int
    samengevoegd: tuple[str, ...]
    overgenomen: tuple[str, ...]
    niet_te_herleiden: tuple[str, ...]


def eis_een_indeling(scores: pd.DataFrame, pad: str | Path) -> None:
    """Stop when a year has other wijken than the years before it: two releases in one file.

    A release has every year on its own borders, so a year of a later one cannot be put behind it.

    Args:
        scores: wk_code, wk_naam, jaar and lbm, one row per wijk and year.
        pad: the file, for the message.

    Raises:
        InvoerFout: in one year many wijken end for good and others begin; with their names.
    """
    met_score = scores[scores["lbm"].notna()]
    eerste, laatste = (met_score.groupby("wk_code")["jaar"].agg(f) for f in ("min", "max"))
    namen = scores.drop_duplicates("wk_code", keep="last").set_index("wk_code")["wk_naam"]
    jaren = sorted(met_score["jaar"].unique())
    for vorig, jaar in pairwise(jaren):
        weg, nieuw = laatste.index[laatste == vorig], eerste.index[eerste == jaar]
        genoeg = max(MIN_OPGEHOUDEN, DEEL_OPGEHOUDEN * len(namen))
        if len(weg) >= genoeg and len(nieuw) >= MIN_OPGEHOUDEN:
            raise InvoerFout(
                f"in {jaar} staan andere {W.gebieden} dan in {vorig}: na {vorig} houdt "
                f"{taal.eerste(_met_code(namen[weg]), IN_MELDING)} op, en in {jaar} begint "
                f"{taal.eerste(_met_code(namen[nieuw]), IN_MELDING)}",
                bestand=pad,
                kolom="wk_code",
                waarde=weg[0],
                remedie="Een uitgave van de Leefbaarometer heeft alle jaren op dezelfde grenzen. "
                "Plak geen jaar van een andere uitgave achter een bestand; gebruik het bestand van "
                "de nieuwe uitgave als geheel (make nieuwe-editie).",
            )


def keer_om(brug: pd.DataFrame) -> pd.DataFrame:
    """Return a concordance the other way round: what wijken of the later year were made of.

    Args:
        brug: sleutel, wk_code, adressen, deel (share of the addresses of `sleutel`).
    """
    terug = brug.rename(columns={"sleutel": "wk_code", "wk_code": "sleutel"})
    totaal = terug.groupby("sleutel")["adressen"].transform("sum")
    return terug.assign(deel=terug["adressen"] / totaal)[list(brug.columns)]


def _met_aandeel(brug: pd.DataFrame) -> pd.DataFrame:
    """Return a concordance with `aandeel`: share of the addresses of the new wijk."""
    return brug.assign(
        aandeel=brug["adressen"] / brug.groupby("wk_code")["adressen"].transform("sum")
    )


def breng_scores_over(
    scores: pd.DataFrame, brug: pd.DataFrame, namen: pd.Series[str], jaren: tuple[int, int]
) -> tuple[pd.DataFrame, Overgang]:
    """Return scores on the borders of another year, and what became of the wijken that changed.

    Args:
        scores: wk_code, wk_naam, jaar and scores, one row per wijk and year.
        brug: sleutel (old code), wk_code (new code), adressen, deel (share of the addresses of the
            old wijk), of the wijken that changed; any other wijk keeps its code and its scores.
        namen: names by new code; a code that is not there keeps the name of its largest part.
        jaren: year of the old borders and of the new.

    Returns:
        The columns of `scores`, sorted by code and year. A merged wijk has a value in a year in
        which all its parts have one.
    """
    delen = _met_aandeel(brug)
    heel = delen[(delen["deel"] >= HEEL) & delen["sleutel"].isin(scores["wk_code"])]
    dekking = heel.groupby("wk_code")["aandeel"].sum()
    goed = dekking.index[dekking >= HEEL]
    bron = heel[heel["wk_code"].isin(goed)]
    getallen = [k for k in scores.columns if k not in ("wk_code", "wk_naam", "jaar")]
    nieuw = _gewogen(scores, bron, getallen)
    nieuw["wk_naam"] = [
        namen.get(code, naam) for code, naam in zip(nieuw["wk_code"], nieuw["wk_naam"], strict=True)
    ]
    vast = scores[~scores["wk_code"].isin([*brug["sleutel"], *brug["wk_code"]])]
    uit = pd.concat([vast, nieuw[scores.columns]], ignore_index=True)
    return (
        uit.sort_values(["wk_code", "jaar"], ignore_index=True),
        _overgang(bron, delen, jaren),
    )


def _gewogen(scores: pd.DataFrame, bron: pd.DataFrame, getallen: list[str]) -> pd.DataFrame:
    """Return the weighted mean per new wijk and year; NaN where one of its parts has no value."""
    deel = bron[["sleutel", "wk_code", "adressen"]].rename(columns={"wk_code": "nieuw"})
    lang = deel.merge(scores, left_on="sleutel", right_on="wk_code")
    # the largest part goes first, for the name; then the code, so that a tie has one outcome
    volgorde = {"nieuw": True, "jaar": True, "adressen": False, "sleutel": True}
    lang = lang.sort_values(list(volgorde), ascending=list(volgorde.values()))
    groep = lang.groupby(["nieuw", "jaar"], sort=True)
    gewogen = lang[getallen].mul(lang["adressen"], axis=0)
    som = gewogen.groupby([lang["nieuw"], lang["jaar"]]).sum()
    uit = som.div(groep["adressen"].sum(), axis=0)
    delen_nodig = deel.groupby("nieuw").size().reindex(uit.index.get_level_values("nieuw"))
    aanwezig = groep[getallen].count()
    uit = uit.where(aanwezig.eq(delen_nodig.to_numpy(), axis=0))
    uit["wk_naam"] = groep["wk_naam"].first()
    return uit.reset_index().rename(columns={"nieuw": "wk_code"})


def _overgang(bron: pd.DataFrame, delen: pd.DataFrame, jaren: tuple[int, int]) -> Overgang:
    aantal = bron.groupby("wk_code").size()
    een = bron.set_index("wk_code").loc[aantal.index[aantal == 1], "sleutel"]
    return Overgang(
        *jaren,
        samengevoegd=tuple(sorted(aantal.index[aantal > 1])),
        overgenomen=tuple(sorted(een.index[een != een.index])),
        niet_te_herleiden=tuple(sorted(set(delen["wk_code"]) - set(aantal.index))),
    )


def breng_labels_over(
    lijst: pd.DataFrame, brug: pd.DataFrame
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return a selection list on the borders of another year, and which wijken were mixed.

    Args:
        lijst: wk_code and bool columns `label_<label>`; a wijk that is not in it has none.
        brug: see `breng_scores_over`.

    Returns:
        The list, with every wijk that has a label, sorted by code; and the new codes of which the
        addresses lay partly within and partly outside wijken with the same label.
    """
    labels = [kolom for kolom in lijst.columns if kolom != "wk_code"]
    delen = _met_aandeel(brug)
    oud = lijst.set_index("wk_code")[labels].reindex(delen["sleutel"], fill_value=False)
    aandeel = (
        oud.astype(float)
        .mul(delen["aandeel"].to_numpy(), axis=0)
        .groupby(delen["wk_code"].to_numpy())
        .sum()
    )
    gemengd = ((aandeel > 1 - HEEL) & (aandeel < HEEL)).any(axis=1)
    nieuw = (aandeel > MEERDERHEID).rename_axis("wk_code").reset_index()
    nieuw = nieuw[nieuw[labels].any(axis=1)]
    vast = lijst[~lijst["wk_code"].isin([*brug["sleutel"], *brug["wk_code"]])]
    uit = pd.concat([vast, nieuw], ignore_index=True)
    return uit.sort_values("wk_code", ignore_index=True), tuple(sorted(gemengd.index[gemengd]))


def andere_indeling(
    soort: str, hier: pd.Series[str], daar: pd.Series[str], jaren: tuple[int, int], pad: str | Path
) -> InvoerFout:
    """Return the message on a source that has the wijken of another year than the edition.

    Args:
        soort: what the source holds, "de scores" or "de selectielijst".
        hier: names of its wijken by code.
        daar: the same of the context table.
        jaren: year of the borders of the source, and of the context table.
        pad: the source.
    """
    van, naar = jaren
    delen = [
        f"alleen in {waar} staan {taal.eerste(_aanduidingen(namen, ander), IN_MELDING)}"
        for waar, namen, ander in ((soort, hier, daar), ("de contexttabel", daar, hier))
        # a list names some of the wijken only
        if _aanduidingen(namen, ander) and not (soort == "de selectielijst" and namen is daar)
    ]
    welke = "; ".join(delen) or "de codes zijn gelijk, maar de grenzen hoeven dat niet te zijn"
    return InvoerFout(
        f"{soort} {'hebben' if soort == 'de scores' else 'heeft'} de {W.gebieden} van {van}, de "
        f"contexttabel die van {naar}; {welke}",
        bestand=pad,
        kolom="wk_code",
        remedie=f"Gebruik een contexttabel met de {W.gebieden} van {van} (of een recept met die "
        f"indeling), of noem bij de bronnen een concordantie tussen {van} en {naar} "
        "(bronnen.concordantie).",
    )


def _aanduidingen(namen: pd.Series[str], ander: pd.Series[str]) -> list[str]:
    return _met_code(namen[~namen.index.isin(ander.index)])


def _met_code(namen: pd.Series[str]) -> list[str]:
    return [f"{naam} ({code})" for code, naam in namen.sort_index().items()]
