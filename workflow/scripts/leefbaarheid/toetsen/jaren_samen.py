"""The tables of the check with all years together: per year, per side, and the bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.collineariteit import collineaire_regressoren
from leefbaarheid.analyse.crv import t_interval, t_toets
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.basis.meetmoment import tijdstip_meting
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    PER_JAAR,
    PER_METING,
    VORM_APART,
    VORM_SAMEN,
    Zijde,
)
from leefbaarheid.toetsen.gebeurtenis import (
    Gebeurtenis,
    Paneel,
    gebeurtenisstudie,
    maak_paneel,
)
from leefbaarheid.toetsen.jarentoets import samen_nul
from leefbaarheid.toetsen.ontwerpen import niet_toetsbare_factoren
from leefbaarheid.toetsen.parallelle_trend import Verschil, doorbreekwaarde, robuuste_grenzen

# AANNAME: het verloop na het basisjaar mag niet, half zo sterk, even sterk en twee keer zo sterk
#   uiteenlopen als ervoor.
#   Waarom: hoe de groepen anders waren verlopen, is niet te meten; het verloop ervoor geeft een
#   maat.
#   Gevolg: hoe meer het verloop uiteen mag lopen, hoe wijder de grenzen; de tabel geeft ze bij elk
#   van de vier.
#   Onderwerp: modellen. Als: controle jaren_grenzen. Zie: sec-rob-jaren.
MBAR = (0.0, 0.5, 1.0, 2.0)
GROEP = "groep"


class Opzet(NamedTuple):
    """What the event study of a sample is made from.

    Attributes:
        tabel: result of `ontwerp.koppel`.
        jaren: measurement years, ascending.
        basisjaar: the year the others are compared with.
        factoren: the factors of the edition.
        codeboek: label and peiljaar per factor (index).
        trekkingen, zaad: of the bootstrap of the joint tests.
    """

    tabel: pd.DataFrame
    jaren: Sequence[int]
    basisjaar: int
    factoren: Sequence[str]
    codeboek: pd.DataFrame
    trekkingen: int
    zaad: int

    @property
    def andere_jaren(self) -> list[int]:
        """The years without the base year."""
        return [jaar for jaar in self.jaren if jaar != self.basisjaar]

    @property
    def zijden(self) -> dict[Zijde, list[int]]:
        """The years before and after the base year."""
        return {
            Zijde.VOOR: [jaar for jaar in self.jaren if jaar < self.basisjaar],
            Zijde.NA: [jaar for jaar in self.jaren if jaar > self.basisjaar],
        }


def jarentabellen(opzet: Opzet, steekproeven: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the estimates per year, and the joint tests of the years before and after.

    Every factor has a row for every year, also where nothing can be estimated (with `reden`). The
    wijken of a sample are the same in both forms: those with every year and every usable factor.
    """
    per_jaar: list[dict[str, Any]] = []
    toetsen: list[dict[str, Any]] = []
    for steekproef in steekproeven:
        for vorm, studie, factor, vast in _studies(opzet, steekproef):
            kop = {"steekproef": steekproef, "vorm": vorm, "factor": factor}
            kop["label"] = str(opzet.codeboek.at[factor, "label"])
            per_jaar += [kop | rij for rij in _jaarrijen(opzet, studie, factor, vast)]
            toetsen += [kop | rij for rij in _toetsrijen(opzet, studie, factor, vast)]
    return pd.DataFrame(per_jaar), pd.DataFrame(toetsen)


def _studies(
    opzet: Opzet, steekproef: str
) -> Iterator[tuple[str, Gebeurtenis | None, str, dict[str, Any]]]:
    """Yield per form and factor the study it is in, or None, and what its rows have in common."""
    redenen = niet_toetsbare_factoren(opzet.tabel, opzet.factoren, steekproef)
    bruikbaar = [factor for factor in opzet.factoren if factor not in redenen]
    paneel = maak_paneel(opzet.tabel, opzet.jaren, bruikbaar, steekproef)
    redenen |= _niet_in_paneel(paneel)
    bruikbaar = [factor for factor in bruikbaar if factor not in redenen]
    sd = paneel.regressoren.std(ddof=1)
    aantallen = {"n": paneel.n, "n_gemeenten": paneel.n_gemeenten}
    in_sd = paneel.met(bruikbaar).per_sd()
    samen = gebeurtenisstudie(in_sd, opzet.basisjaar) if bruikbaar else None
    for vorm in (VORM_SAMEN, VORM_APART):
        for factor in opzet.factoren:
            vast = aantallen | {"sd_factor": sd.get(factor), "reden": redenen.get(factor, "")}
            if factor in redenen:
                yield vorm, None, factor, vast
            elif vorm == VORM_SAMEN:
                yield vorm, samen, factor, vast
            else:
                yield vorm, gebeurtenisstudie(in_sd.met([factor]), opzet.basisjaar), factor, vast


def _niet_in_paneel(paneel: Paneel) -> dict[str, str]:
    """Return the regressors that these wijken cannot estimate, with the reason code."""
    Z = paneel.regressoren
    if paneel.n <= Z.shape[1] + 1:
        reden = ToetsReden.TE_WEINIG_WIJKEN.met(n=paneel.n, n_coefficienten=Z.shape[1] + 1)
        return dict.fromkeys(Z.columns, reden)
    if paneel.n_gemeenten < MIN_GEMEENTEN:
        reden = ToetsReden.MINDER_GEMEENTEN_DAN_NODIG.met(
            n=paneel.n_gemeenten, minimum=MIN_GEMEENTEN
        )
        return dict.fromkeys(Z.columns, reden)
    redenen = {
        str(naam): ToetsReden.ALLE_WIJKEN_GELIJK.met()
        for naam in Z.columns
        if np.ptp(Z[naam]) <= 1e-12 * Z[naam].abs().max()
    }
    samen = collineaire_regressoren(Z.drop(columns=list(redenen)))
    for naam in samen:
        anderen = ", ".join(ander for ander in samen if ander != naam)
        redenen[naam] = ToetsReden.NIET_TE_ONDERSCHEIDEN.met(termen=anderen)
    return redenen


def _jaarrijen(
    opzet: Opzet, studie: Gebeurtenis | None, factor: str, vast: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    peiljaar = opzet.codeboek.at[factor, "peiljaar"]
    for jaar in opzet.andere_jaren:
        van, tot = sorted((jaar, opzet.basisjaar))
        rij = {
            "jaar": jaar,
            "basisjaar": opzet.basisjaar,
            "meting": tijdstip_meting(peiljaar, van, tot).value,
            **dict.fromkeys(("coef_sd", "se_sd", "ci_sd_laag", "ci_sd_hoog", "p"), np.nan),
            **vast,
        }
        if studie is not None:
            rij |= _schatting(studie, jaar, factor)
        yield rij


def _schatting(studie: Gebeurtenis, jaar: int, naam: str) -> dict[str, Any]:
    """Return estimate, standard error, interval, p and what is missing, for one year."""
    (t,), k = studie.plaatsen([jaar]), studie.namen.index(naam)
    coef, se, reden = studie.coef[t, k], studie.se[t, k], _onbepaald(studie, t, k)
    if reden:
        se = np.nan
    laag, hoog = t_interval(coef, se, studie.df)
    return {
        "coef_sd": coef,
        "se_sd": se,
        "ci_sd_laag": laag,
        "ci_sd_hoog": hoog,
        "p": float(t_toets(coef, se, studie.df)) if not reden else np.nan,
        "reden": reden,
    }


def _onbepaald(studie: Gebeurtenis, t: int, k: int) -> str:
    """Return why a coefficient has no standard error, or ""."""
    los = np.isnan(studie.zonder[t, :, k])
    if los.any():
        return ToetsReden.CRV3_ONBEPAALD.met(gemeenten=", ".join(studie.gemeenten[los]))
    if studie.se[t, k] <= 1e-12 * max(np.abs(studie.coef).max(), 1e-12):
        return ToetsReden.GEEN_AFWIJKINGEN.met()
    return ""


def _toetsrijen(
    opzet: Opzet, studie: Gebeurtenis | None, factor: str, vast: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for zijde, jaren in opzet.zijden.items():
        rij = {
            "zijde": zijde.value,
            "basisjaar": opzet.basisjaar,
            "n_jaren": len(jaren),
            **dict.fromkeys(("F", "p", "p_f", "trekkingen"), np.nan),
            **{naam: waarde for naam, waarde in vast.items() if naam != "sd_factor"},
        }
        if studie is not None:
            rij |= _gezamenlijk(opzet, studie, factor, zijde)
        yield rij


def _gezamenlijk(opzet: Opzet, studie: Gebeurtenis, factor: str, zijde: Zijde) -> dict[str, Any]:
    """Return the joint test of the years on one side, or why there is none."""
    jaren = opzet.zijden[zijde]
    if not jaren:
        geen = ToetsReden.GEEN_METING_VOOR if zijde == Zijde.VOOR else ToetsReden.GEEN_METING_NA
        return {"reden": geen.met(jaar=studie.basisjaar)}
    k = studie.namen.index(factor)
    redenen = [reden for t in studie.plaatsen(jaren) if (reden := _onbepaald(studie, t, k))]
    if redenen:
        return {"reden": redenen[0]}
    if len(jaren) > studie.df:
        reden = ToetsReden.MINDER_GEMEENTEN_DAN_NODIG.met(n=studie.df + 1, minimum=len(jaren) + 1)
        return {"reden": reden}
    toets = samen_nul(studie, factor, jaren, trekkingen=opzet.trekkingen, zaad=opzet.zaad)
    return {"F": toets.waarde, "p": toets.p, "p_f": toets.p_f, "trekkingen": toets.trekkingen}


# ------------------------------------------------------------------ bounds


def grenzentabel(opzet: Opzet, label: str = "") -> pd.DataFrame:
    """Return the difference between a group and the other eligible wijken, with its bounds.

    The difference in every year against the base year, by the regression of the change on being in
    the group. Its covariance is CRV3, widened so that a normal interval becomes a t interval. The
    degrees of freedom are the gemeenten of the side with fewest, less one: with `mbar` 0 this is
    the interval of `analyse.jackknife`.

    Args:
        opzet: see `Opzet`; its factors are not used.
        label: policy label of the group; "" or one that the wijken do not have takes the selection.
    """
    kolom = f"label_{label}"
    groep = kolom if label and kolom in opzet.tabel.columns else SELECTIE
    tabel = opzet.tabel.assign(
        **{GROEP: opzet.tabel[kolom if groep == kolom else "in_selectie"].eq(True).astype(float)}
    )
    paneel = maak_paneel(tabel, opzet.jaren, [GROEP], IN_AANMERKING)
    in_groep = paneel.regressoren[GROEP].eq(1)
    vast = {
        "n_voor": len(opzet.zijden[Zijde.VOOR]),
        "n_groep": int(in_groep.sum()),
        "n_overig": int((~in_groep).sum()),
        "n_gemeenten": paneel.n_gemeenten,
    }
    reden = _geen_groep(opzet, paneel, in_groep)
    studie = None if reden else gebeurtenisstudie(paneel, opzet.basisjaar)
    df = min(_gemeenten(paneel, in_groep)) - 1
    rijen = []
    for maat in (PER_JAAR, PER_METING):
        for jaar in opzet.andere_jaren:
            kop = {"groep": groep, "maat": maat, "jaar": jaar, "basisjaar": opzet.basisjaar}
            if studie is None:
                rijen.append({**kop, "mbar": 0.0, **vast, "reden": reden})
            else:
                rijen += [kop | rij | vast for rij in _grensrijen(opzet, studie, maat, jaar, df)]
    return pd.DataFrame(rijen).reindex(columns=GRENSKOLOMMEN)


GRENSKOLOMMEN = [
    *("groep", "maat", "jaar", "basisjaar", "mbar", "verschil", "ci_laag", "ci_hoog"),
    *("doorbreekwaarde", "grootste_voor", "grootste_voor_van"),
    *("n_voor", "n_groep", "n_overig", "n_gemeenten", "reden"),
]


def _geen_groep(opzet: Opzet, paneel: Paneel, in_groep: pd.Series[bool]) -> str:
    """Return why two groups cannot be compared, or ""."""
    n = int(min(in_groep.sum(), (~in_groep).sum()))
    if n < 2:
        return ToetsReden.TE_WEINIG_WIJKEN.met(n=n, n_coefficienten=1)
    gemeenten = min(_gemeenten(paneel, in_groep))
    if gemeenten < MIN_GEMEENTEN:
        return ToetsReden.MINDER_GEMEENTEN_DAN_NODIG.met(n=gemeenten, minimum=MIN_GEMEENTEN)
    return ""


def _gemeenten(paneel: Paneel, in_groep: pd.Series[bool]) -> tuple[int, int]:
    """Return in how many gemeenten the group lies, and the other wijken."""
    return paneel.gemeente[in_groep].nunique(), paneel.gemeente[~in_groep].nunique()


def _grensrijen(
    opzet: Opzet, studie: Gebeurtenis, maat: str, jaar: int, df: int
) -> Iterator[dict[str, Any]]:
    """Yield the row of every `MBAR`; only the ordinary interval for a year before the base year."""
    verschil = _verschil(opzet, studie, maat, jaar, df)
    voor = opzet.zijden[Zijde.VOOR]
    eigen = {"verschil": verschil.schatting, "reden": ""}
    if voor:
        grootste = int(np.abs(verschil.voor).argmax())
        eigen["grootste_voor"] = float(np.abs(verschil.voor[grootste]))
        eigen["grootste_voor_van"] = voor[grootste]
    if jaar > opzet.basisjaar and voor:
        eigen["doorbreekwaarde"] = doorbreekwaarde(verschil)
    for mbar in MBAR if jaar > opzet.basisjaar else MBAR[:1]:
        if mbar and not voor:
            reden = ToetsReden.GEEN_METING_VOOR.met(jaar=opzet.basisjaar)
            yield {**eigen, "mbar": mbar, "reden": reden}
            continue
        laag, hoog = robuuste_grenzen(verschil, mbar)
        yield {**eigen, "mbar": mbar, "ci_laag": laag, "ci_hoog": hoog}


def _verschil(opzet: Opzet, studie: Gebeurtenis, maat: str, jaar: int, df: int) -> Verschil:
    """Return the estimate of a year with the steps before the base year, and their covariance."""
    voor = opzet.zijden[Zijde.VOOR]
    plaatsen = studie.plaatsen([jaar, *voor])
    grenzen = [*voor, opzet.basisjaar]
    lengte = np.diff(grenzen) if maat == PER_JAAR else np.ones(len(voor))
    # row 0 is the year itself, the others the change from each year before to the next
    naar = np.zeros((1 + len(voor), 1 + len(voor)))
    naar[0, 0] = 1
    for stap, duur in enumerate(lengte):
        naar[1 + stap, 1 + stap] = -1 / duur
        if stap + 1 < len(voor):
            naar[1 + stap, 2 + stap] = 1 / duur
    beta, V = studie.coef[plaatsen, 0], studie.covariantie[0][np.ix_(plaatsen, plaatsen)]
    ruimer = (special.stdtrit(df, 0.975) / special.ndtri(0.975)) ** 2
    tussen = [j for j in opzet.jaren if opzet.basisjaar < j <= jaar]
    stappen = jaar - opzet.basisjaar if maat == PER_JAAR else len(tussen)
    waarden = naar @ beta
    return Verschil(float(waarden[0]), float(stappen), waarden[1:], ruimer * naar @ V @ naar.T)
