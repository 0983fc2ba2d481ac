"""How estimates and verdicts differ between two editions."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.schattingen import SIGNIFICANTIE
from leefbaarheid.basis.tabellen.modellen import MODELREGRESSIE
from leefbaarheid.basis.tabellen.oordelen import EINDOORDEEL
from leefbaarheid.basis.tabelwaarden import Verandering
from leefbaarheid.verandering.scores import GELIJK_TOT
from leefbaarheid.verandering.stand import Stand

SLEUTEL = ["uitkomst", "model", "steekproef", "term"]
MATEN = ["coef", "ci_laag", "ci_hoog", "p", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "n"]
OORDEELMATEN = ["oordeel", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "p", "waarom"]


def vergelijk_coefficienten(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_coefficienten`: one row per regression and term of either."""
    voor, na = (_regressie(stand) for stand in (oud, nieuw))
    samen = _naast_elkaar(voor, na, SLEUTEL, ["van", "tot", "label"], MATEN)
    for kant in ("oud", "nieuw"):
        p = samen[f"p_{kant}"]
        samen[f"aantoonbaar_{kant}"] = (p < SIGNIFICANTIE).astype(object).where(p.notna())
    regressie = nieuw.config["regressie"]
    van, tot = regressie["hoofdvenster"]
    samen["hoofdmodel"] = (
        (samen["uitkomst"] == f"{van}-{tot}")
        & (samen["model"] == regressie["hoofdmodel"])
        & (samen["steekproef"] == SELECTIE)
    )
    samen["verandering"] = _soorten(samen, ["coef", "ci_laag", "ci_hoog"])
    kolommen = ["uitkomst", "van", "tot", "model", "steekproef", "term", "label", "hoofdmodel"]
    kolommen += ["verandering", *_paren([*MATEN, "aantoonbaar"])]
    return samen.reindex(columns=kolommen).sort_values(SLEUTEL, ignore_index=True)


def _regressie(stand: Stand) -> pd.DataFrame:
    leeg = pd.DataFrame(columns=[*SLEUTEL, "van", "tot", "label", *MATEN])
    return stand.tabellen.get(MODELREGRESSIE.naam, leeg)


def vergelijk_oordelen(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_oordelen`: one row per factor of either edition."""
    leeg = pd.DataFrame(columns=["factor", "label", *OORDEELMATEN])
    voor, na = (stand.tabellen.get(EINDOORDEEL.naam, leeg) for stand in (oud, nieuw))
    samen = _naast_elkaar(voor, na, ["factor"], ["label"], OORDEELMATEN)
    samen["verandering"] = _soorten(samen, ["oordeel"])
    kolommen = ["factor", "label", "verandering", *_paren(OORDEELMATEN)]
    return samen.reindex(columns=kolommen).sort_values("factor", ignore_index=True)


def _paren(maten: Sequence[str]) -> list[str]:
    return [f"{maat}_{kant}" for maat in maten for kant in ("oud", "nieuw")]


def _naast_elkaar(
    voor: pd.DataFrame,
    na: pd.DataFrame,
    sleutel: list[str],
    gedeeld: list[str],
    maten: list[str],
) -> pd.DataFrame:
    """Return the rows of either table by key; what names a row comes from the new one if it can."""
    een, ander = (
        t.reindex(columns=[*sleutel, *gedeeld, *maten]).assign(er=True) for t in (voor, na)
    )
    samen = een.merge(ander, on=sleutel, how="outer", suffixes=("_oud", "_nieuw"))
    for naam in gedeeld:
        samen[naam] = samen[f"{naam}_nieuw"].where(
            samen[f"{naam}_nieuw"].notna(), samen[f"{naam}_oud"]
        )
    for kolom in samen.select_dtypes(include="number"):
        if kolom in ("van", "tot"):
            samen[kolom] = samen[kolom].astype(int)
    return samen


def _soorten(samen: pd.DataFrame, maten: Sequence[str]) -> list[Verandering]:
    """Return per row what became of it, by the measures that tell."""
    gelijk = pd.Series(True, index=samen.index)
    for maat in maten:
        voor, na = samen[f"{maat}_oud"], samen[f"{maat}_nieuw"]
        beide_leeg = voor.isna() & na.isna()
        if pd.api.types.is_numeric_dtype(voor) and pd.api.types.is_numeric_dtype(na):
            gelijk &= beide_leeg | ((na - voor).abs() <= GELIJK_TOT)
        else:
            gelijk &= beide_leeg | (voor == na)
    return [
        Verandering.ERBIJ
        if er_oud is not True
        else Verandering.VERDWENEN
        if er_nieuw is not True
        else Verandering.GELIJK
        if zelfde
        else Verandering.GEWIJZIGD
        for er_oud, er_nieuw, zelfde in zip(samen["er_oud"], samen["er_nieuw"], gelijk, strict=True)
    ]
