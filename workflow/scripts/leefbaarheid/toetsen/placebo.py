"""The same selection and cluster rule in other years: what arises there as well?

Nothing about the wijken changes between the rows, only the years that are looked at. What a rule
finds in other years too is not particular to the years of the study; part of it is that a group
chosen on low scores tends to score nearer the mean later on (Galton 1886). The variant
'ander_selectiejaar' on the end year is the time-reversed check (Campbell & Kenny 1999, A primer on
regression artifacts): a low score at the end makes a fall on the way to it likely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.jackknife import gemiddelde, getoetst, momenten
from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.selectie import (
    Selectie,
    in_aanmerking,
    scores_breed,
    selecteer,
    selecteer_laagste_scores,
)
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster
from leefbaarheid.basis.begrippen import GESTAAG_HERSTEL, TERUGVAL, ZONDER_CLUSTER
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import EDITIE, KOLOM_VAN_CLUSTER, REGELEQUIVALENT
from leefbaarheid.toetsen.uitkomst import reden_van

GETOETST = (GESTAAG_HERSTEL, TERUGVAL)
"""The clusters whose share in other years is laid beside that of the edition with a test."""


class Jaren(NamedTuple):
    """The years of a selection with a division into clusters; None where none is measured."""

    selectiejaar: int | None
    langjaar: int | None
    crisisjaar: int | None
    eindjaar: int | None


@dataclass(frozen=True)
class Opzet:
    """A selection with a division into clusters.

    Attributes:
        variant: EDITIE, REGELEQUIVALENT, or what is shifted: 'meting_eerder' and 'meting_later'
            (everything, by one measurement), 'clusterregel_meting_eerder' (not the selection),
            'zelfde_tussenpozen' (everything, by a number of years), 'ander_selectiejaar'.
        jaren: its four years.
        reden: why it cannot be done, else "".
    """

    variant: str
    jaren: Jaren
    reden: str = ""


def placebo_opzetten(
    jaren: Sequence[int], selectiejaar: int, langjaar: int, crisisjaar: int, eindjaar: int
) -> list[Opzet]:
    """Return the shifted designs that the measurement years allow, and those they do not.

    Args:
        jaren: measurement years, ascending.
        selectiejaar, langjaar, crisisjaar, eindjaar: the years of the edition.

    A design with the years of an earlier one in the list is left out.
    """
    eigen = (selectiejaar, langjaar, crisisjaar, eindjaar)

    def schuif(jaar: int, stap: int) -> int | None:
        doel = jaren.index(jaar) + stap
        return jaren[doel] if 0 <= doel < len(jaren) else None

    eerder, later = (Jaren(*(schuif(jaar, stap) for jaar in eigen)) for stap in (-1, 1))
    kandidaten = [
        Opzet("meting_eerder", eerder),
        Opzet("clusterregel_meting_eerder", eerder._replace(selectiejaar=selectiejaar)),
        *_zelfde_tussenpozen(jaren, eigen),
        Opzet("meting_later", later),
        *(Opzet("ander_selectiejaar", Jaren(jaar, *eigen[1:])) for jaar in eigen[1:]),
    ]
    uit: list[Opzet] = []
    for opzet in kandidaten:
        if not opzet.reden and None in opzet.jaren:
            uit.append(replace(opzet, reden=_geen_meting(opzet, jaren)))
        elif opzet.reden or opzet.jaren not in {eigen, *(o.jaren for o in uit)}:
            uit.append(opzet)
    return uit


def _zelfde_tussenpozen(jaren: Sequence[int], eigen: Sequence[int]) -> list[Opzet]:
    """Return the designs whose four measured years lie as far apart as those of the edition."""
    verschillen = sorted({jaar - eigen[0] for jaar in jaren} - {0})
    passend = [d for d in verschillen if all(jaar + d in jaren for jaar in eigen)]
    if not passend:
        niets = Jaren(None, None, None, None)
        return [Opzet("zelfde_tussenpozen", niets, ToetsReden.GEEN_ZELFDE_TUSSENPOZEN.met())]
    return [Opzet("zelfde_tussenpozen", Jaren(*(jaar + d for jaar in eigen))) for d in passend]


def _geen_meting(opzet: Opzet, jaren: Sequence[int]) -> str:
    if "eerder" in opzet.variant:
        return ToetsReden.GEEN_METING_VOOR.met(jaar=jaren[0])
    return ToetsReden.GEEN_METING_NA.met(jaar=jaren[-1])


@dataclass(frozen=True)
class _Gegevens:
    """What every row is made from.

    Attributes:
        kenmerken, panel: tables of the data stage.
        breed: the scores, one column per year.
        gekozen: kenmerken with in_selectie and in_aanmerking of the edition.
        selectie: the config block `selectie`.
        jaren: measurement years, ascending.
        grenzen, regel: class cut points and cluster rule.
        min_gemeenten: fewest gemeenten for an interval.
        maatstaf: the selection that the designs are laid beside: that of the edition, or where
            that is a list, as many lowest scores. A shifted rule and a list differ in more than
            their years.
    """

    kenmerken: pd.DataFrame
    panel: pd.DataFrame
    breed: pd.DataFrame
    gekozen: pd.DataFrame
    selectie: Mapping[str, Any]
    jaren: list[int]
    grenzen: Sequence[float]
    regel: Clusterregel
    min_gemeenten: int
    maatstaf: pd.Series | None = None

    @property
    def in_selectie(self) -> pd.Series:
        """Whether a wijk is in the edition's selection and has inhabitants."""
        return self.gekozen["in_selectie"] & self.kenmerken["inwoners"].gt(0)


def placebo(
    kenmerken: pd.DataFrame,
    panel: pd.DataFrame,
    *,
    selectie: Mapping[str, Any],
    jaren: Sequence[int],
    basisjaar: int,
    grenzen: Sequence[float],
    regel: Clusterregel,
    min_gemeenten: int = 5,
) -> pd.DataFrame:
    """Apply the selection and the cluster rule in other years; count what arises there.

    Args:
        kenmerken: the wijken of the data stage (wk_code, gm_code, gm_naam, inwoners, labels).
        panel: wk_code, jaar, lbm.
        selectie: the config block `selectie`. A list cannot be shifted: its place is taken by the
            same number of lowest scores in `basisjaar`, which is a row of its own.
        jaren: measurement years of the edition.
        basisjaar: year of the pre-selection baseline.
        grenzen: class cut points of the total score.
        regel: the cluster rule.
        min_gemeenten: fewest gemeenten for an interval.

    Returns:
        One row per `Opzet`: variant, selectiejaar, langjaar, crisisjaar, eindjaar, tussenpozen
        ("6-4-2"; only "4-2" when the selection is not before the long year), n, n_ook_in_selectie
        (also in the edition's selection), n_<cluster> and aandeel_<cluster> (share of n),
        verandering_lang and verandering_crisis (mean change to the end year, score points), the
        same with `_overig` for the eligible wijken that were not selected, verschil_<cluster> with
        _laag and _hoog (share in the edition less that in the row, jackknife by gemeente; some
        wijken are in both; where the edition is a list, the lowest scores that take its place
        stand for it in the rows after theirs), and reden (why the row is empty). The first row is
        the edition itself.
    """
    jaren = sorted(jaren)
    eigen = (regel.langjaar, regel.crisisjaar, regel.eindjaar)
    breed = scores_breed(kenmerken, panel, jaren)
    gekozen, _ = selecteer(kenmerken, panel, selectie, jaren, regel.eindjaar)
    gegevens = _Gegevens(
        kenmerken, panel, breed, gekozen, selectie, jaren, grenzen, regel, min_gemeenten
    )
    is_lijst = selectie["soort"] == "lijst"
    selectiejaar = basisjaar if is_lijst else selectie["jaar"]
    opzetten = placebo_opzetten(jaren, selectiejaar, *eigen)
    if is_lijst:
        opzetten.insert(0, Opzet(REGELEQUIVALENT, Jaren(selectiejaar, *eigen)))
        with suppress(InvoerFout):  # too few wijken: that row says so, and the list stays
            keuze, _ = _laagste_scores(gegevens, selectiejaar, regel.eindjaar)
            gegevens = replace(gegevens, maatstaf=keuze.in_selectie)
    echt = Opzet(EDITIE, Jaren(None if is_lijst else selectiejaar, *eigen))
    rijen = [
        _rij(gegevens, echt, gegevens.in_selectie, gekozen["in_aanmerking"]),
        *(_verschoven_rij(gegevens, opzet, eigen) for opzet in opzetten),
    ]
    gehelen = [k for k in KOLOMMEN if k.endswith("jaar") or k == "n" or k.startswith("n_")]
    return pd.DataFrame(rijen, columns=KOLOMMEN).astype(dict.fromkeys(gehelen, "Int64"))


KOLOMMEN = [
    *("variant", "selectiejaar", "langjaar", "crisisjaar", "eindjaar"),
    *("tussenpozen", "n", "n_ook_in_selectie"),
    *(f"n_{kolom}" for kolom in (*KOLOM_VAN_CLUSTER.values(), ZONDER_CLUSTER)),
    *(f"aandeel_{kolom}" for kolom in (*KOLOM_VAN_CLUSTER.values(), ZONDER_CLUSTER)),
    *("verandering_lang", "verandering_crisis"),
    *("verandering_lang_overig", "verandering_crisis_overig"),
    *(
        f"verschil_{KOLOM_VAN_CLUSTER[c]}{eind}"
        for c in GETOETST
        for eind in ("", "_laag", "_hoog")
    ),
    "reden",
]


def _verschoven_rij(
    gegevens: _Gegevens, opzet: Opzet, eigen: tuple[int, int, int]
) -> dict[str, Any]:
    """Select as many wijken as the edition has by the rule of a shifted design.

    Args:
        eigen: long year, crisis year and end year of the edition.
    """
    jaar, _, _, eind = opzet.jaren
    if opzet.reden or jaar is None or eind is None:
        return _lege_rij(opzet, opzet.reden)
    try:
        keuze, overig = _laagste_scores(gegevens, jaar, eind)
    except InvoerFout as fout:
        return _lege_rij(opzet, reden_van(fout))
    rij = _rij(gegevens, opzet, keuze.in_selectie, overig)
    if opzet.variant == REGELEQUIVALENT:
        gegevens = replace(gegevens, maatstaf=None)
    return rij | _verschillen(gegevens, keuze.in_selectie, opzet.jaren[1:], eigen)


def _laagste_scores(
    gegevens: _Gegevens, jaar: int, eindjaar: int
) -> tuple[Selectie, pd.Series[bool]]:
    """Select as many lowest scores in a year as the edition has wijken; tell who is eligible.

    Raises:
        InvoerFout: fewer wijken are eligible.
    """
    eisen = {
        "jaren_tm_eindjaar": [j for j in gegevens.jaren if j <= max(eindjaar, jaar)],
        "min_inwoners": gegevens.selectie["min_inwoners"],
        "min_inwoners_gemeente": gegevens.selectie["min_inwoners_gemeente"],
        "voorwaarden": gegevens.selectie.get("voorwaarden", {}),
    }
    aantal = int(gegevens.in_selectie.sum())
    wijken, panel = gegevens.kenmerken, gegevens.panel
    keuze = selecteer_laagste_scores(wijken, panel, jaar=jaar, aantal=aantal, **eisen)
    return keuze, in_aanmerking(wijken, panel, **eisen)


def _verschillen(
    gegevens: _Gegevens,
    gekozen: pd.Series,
    jaren: Sequence[int | None],
    eigen: Sequence[int],
) -> dict[str, float]:
    """Return the share of a cluster in the edition less that in a design, with its interval.

    Args:
        gekozen: the selection of the design. jaren, eigen: its three years, and the edition's.
    """
    maatstaf = gegevens.in_selectie if gegevens.maatstaf is None else gegevens.maatstaf
    _, codes = np.unique(gegevens.kenmerken["gm_code"], return_inverse=True)
    G = int(codes.max()) + 1
    hier, daar = (
        (masker.to_numpy(bool), _clusters(gegevens, masker, reeks))
        for masker, reeks in (
            (maatstaf, eigen),
            (gekozen, [j for j in jaren if j is not None]),
        )
    )
    minst = min(len(np.unique(codes[masker])) for masker, _ in (hier, daar))
    uit = {}
    for cluster in GETOETST:
        aandelen = [
            gemiddelde(momenten((c == cluster).to_numpy(float), codes[masker], G))
            for masker, c in (hier, daar)
        ]
        verschil = aandelen[0] - aandelen[1]
        getoetst_ = getoetst(verschil, minst, gegevens.min_gemeenten)
        naam = f"verschil_{KOLOM_VAN_CLUSTER[cluster]}"
        uit[naam] = float(verschil[0])
        uit |= {f"{naam}_{eind}": getoetst_[f"ci_{eind}"] for eind in ("laag", "hoog")}
    return uit


def _clusters(gegevens: _Gegevens, gekozen: pd.Series, jaren: Sequence[int]) -> pd.Series:
    """Return the clusters of the selected wijken by the rule in other years (long, crisis, end)."""
    lang, crisis, eind = (gegevens.breed.loc[gekozen, jaar] for jaar in jaren)
    regel = gegevens.regel
    cluster = bepaal_cluster(
        klasse(eind, gegevens.grenzen),
        eind - lang,
        eind - crisis,
        regel.delta,
        regel.voldoende_vanaf_klasse,
    )
    return cluster.fillna(ZONDER_CLUSTER)


def _lege_rij(opzet: Opzet, reden: str) -> dict[str, Any]:
    return {
        "variant": opzet.variant,
        **opzet.jaren._asdict(),
        "tussenpozen": "",
        "reden": reden,
    }


def _rij(gegevens: _Gegevens, opzet: Opzet, gekozen: pd.Series, kan: pd.Series) -> dict[str, Any]:
    """Return the row of a design that can be done: `gekozen` is its selection."""
    breed = gegevens.breed
    selectiejaar = opzet.jaren.selectiejaar
    lang, crisis, eind = reeks = [jaar for jaar in opzet.jaren[1:] if jaar is not None]
    d_lang, d_crisis = breed[eind] - breed[lang], breed[eind] - breed[crisis]
    namen = KOLOM_VAN_CLUSTER | {ZONDER_CLUSTER: ZONDER_CLUSTER}
    aantallen = _clusters(gegevens, gekozen, reeks).value_counts()
    n = int(gekozen.sum())
    overig = kan & ~gekozen
    if selectiejaar is not None and selectiejaar < lang:
        reeks = [selectiejaar, *reeks]
    return {
        **_lege_rij(opzet, ""),
        "tussenpozen": "-".join(str(b - a) for a, b in pairwise(reeks)),
        "n": n,
        "n_ook_in_selectie": int((gekozen & gegevens.in_selectie).sum()),
        **{f"n_{k}": int(aantallen.get(naam, 0)) for naam, k in namen.items()},
        **{f"aandeel_{k}": aantallen.get(naam, 0) / n for naam, k in namen.items()},
        "verandering_lang": d_lang[gekozen].mean(),
        "verandering_crisis": d_crisis[gekozen].mean(),
        "verandering_lang_overig": d_lang[overig].mean(),
        "verandering_crisis_overig": d_crisis[overig].mean(),
    }
