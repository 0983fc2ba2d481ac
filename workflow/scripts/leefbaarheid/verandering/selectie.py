"""Which wijken came into the selection or fell out of it, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabelwaarden import Verandering
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.verandering.scores import GELIJK_TOT
from leefbaarheid.verandering.stand import Stand

SELECTIE = ["wk_code", "wk_naam", "gm_naam", "verandering", "score_oud", "score_nieuw"]
SELECTIE += ["rang_oud", "rang_nieuw", "cluster_oud", "cluster_nieuw", "reden"]
LIJST = "lijst"


@dataclass(frozen=True, eq=False)
class Kant:
    """The selection of one edition.

    Attributes:
        stand: the edition.
        wijken: its wijken by code.
    """

    stand: Stand
    wijken: pd.DataFrame

    @property
    def regel(self) -> Mapping[str, Any]:
        """The config block `selectie`."""
        blok: Mapping[str, Any] = self.stand.config["selectie"]
        return blok

    @property
    def jaar(self) -> int | None:
        """The year whose scores choose; None for a list."""
        return None if self.regel["soort"] == LIJST else int(self.regel["jaar"])

    @property
    def nodig(self) -> list[int]:
        """The years in which a score is needed."""
        return [jaar for jaar in self.stand.jaren if jaar <= self.stand.config["eindjaar"]]

    @cached_property
    def gemeente(self) -> pd.Series:
        """Inhabitants of the gemeente, by code of the wijk."""
        return self.wijken.groupby("gm_code")["inwoners"].transform("sum")

    @cached_property
    def score(self) -> pd.Series:
        """The score in the year that chooses, by code; empty for a list."""
        naam = f"lbm_{self.jaar}"
        return self.wijken[naam] if naam in self.wijken else pd.Series(dtype=float)

    @cached_property
    def rang(self) -> pd.Series:
        """Place among who is eligible, from the lowest score, by code; ties by code."""
        if self.score.empty or "in_aanmerking" not in self.wijken:
            return pd.Series(dtype=float)
        kan = self.wijken["in_aanmerking"] & self.score.notna()
        op_volgorde = self.score[kan].sort_index().sort_values(kind="stable")
        return pd.Series(range(1, len(op_volgorde) + 1), op_volgorde.index, dtype=float)

    @property
    def grens(self) -> float:
        """The highest score selected."""
        return float(self.score[self.wijken["in_selectie"]].max())

    def waarde(self, code: str, kolom: str) -> float | None:
        """Return a number of a wijk; None where there is none."""
        if code not in self.wijken.index or kolom not in self.wijken:
            return None
        gevonden = float(self.wijken[kolom].loc[code])
        return None if pd.isna(gevonden) else gevonden


def vergelijk_selectie(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_selectie`: one row per wijk that came in or fell out."""
    voor, na = oud.wijken(), nieuw.wijken()
    if voor is None or na is None:
        return pd.DataFrame(columns=SELECTIE)
    kanten = Kant(oud, voor), Kant(nieuw, na)
    in_voor, in_na = (set(t.index[t["in_selectie"]]) for t in (voor, na))
    rijen = [_rij(code, code in in_na, kanten) for code in sorted(in_voor ^ in_na)]
    return pd.DataFrame(rijen, columns=SELECTIE)


def _rij(code: str, erbij: bool, kanten: tuple[Kant, Kant]) -> dict[str, Any]:
    oud, nieuw = kanten
    bron = nieuw if erbij else oud
    return {
        "wk_code": code,
        "wk_naam": bron.wijken.at[code, "wk_naam"],
        "gm_naam": bron.wijken.at[code, "gm_naam"],
        "verandering": Verandering.ERBIJ if erbij else Verandering.VERDWENEN,
        "score_oud": oud.score.get(code),
        "score_nieuw": nieuw.score.get(code),
        "rang_oud": oud.rang.get(code),
        "rang_nieuw": nieuw.rang.get(code),
        "cluster_oud": _cluster(oud, code),
        "cluster_nieuw": _cluster(nieuw, code),
        "reden": _waarom(code, erbij, kanten),
    }


def _cluster(kant: Kant, code: str) -> str | None:
    """Return the cluster of a wijk that is selected, or None."""
    if code not in kant.wijken.index or not kant.wijken.at[code, "in_selectie"]:
        return None
    return str(kant.wijken.at[code, "cluster"]) or None


def _waarom(code: str, erbij: bool, kanten: tuple[Kant, Kant]) -> str:
    """Return why a wijk is selected in one edition only, as codes.

    What kept it out is looked for in the edition that does not have it: first a demand it does not
    meet there, then its place in the ranking.
    """
    oud, nieuw = kanten
    zonder = oud if erbij else nieuw
    if code not in zonder.wijken.index:
        reden = VeranderReden.CODE_NIEUW if erbij else VeranderReden.CODE_WEG
        return samen([reden.met(), *_zelfde_naam(code, nieuw if erbij else oud, zonder)])
    if oud.regel["soort"] != nieuw.regel["soort"]:
        return VeranderReden.SELECTIEREGEL.met(sleutels="selectie.soort")
    eisen = [*_voorwaarden(code, zonder, kanten)]
    if zonder.jaar is not None:
        eisen += [*_omvang(code, zonder, kanten), *_volledig(code, zonder)]
    return samen(dict.fromkeys(eisen)) if eisen else _rangorde(code, erbij, kanten)


def _zelfde_naam(code: str, met: Kant, zonder: Kant) -> list[str]:
    """Return which code a wijk with the same name and gemeente has in the edition without it.

    Only where there is one such wijk, and its code is not in the edition with it.
    """
    gemeente, naam = (str(met.wijken[deel].loc[code]) for deel in ("gm_code", "wk_naam"))
    kandidaten = zonder.wijken[zonder.wijken["gm_code"] == gemeente]
    kandidaten = kandidaten[~kandidaten.index.isin(met.wijken.index)]
    codes = kandidaten.index[kandidaten["wk_naam"].map(gelijknamig) == gelijknamig(naam)]
    return [VeranderReden.ZELFDE_NAAM.met(code=codes[0])] if len(codes) == 1 else []


def _getallen(*waarden: float | None) -> list[str]:
    return ["" if waarde is None else f"{waarde:.10g}" for waarde in waarden]


def _omvang(code: str, zonder: Kant, kanten: tuple[Kant, Kant]) -> list[str]:
    """Return the demands on size that a wijk does not meet where it is not selected."""
    uit = []
    for sleutel, reden in (
        ("min_inwoners", VeranderReden.AANTAL_INWONERS),
        ("min_inwoners_gemeente", VeranderReden.AANTAL_INWONERS_GEMEENTE),
    ):
        gemeente = sleutel.endswith("gemeente")
        paar = [
            kant.gemeente.get(code) if gemeente else kant.waarde(code, "inwoners")
            for kant in kanten
        ]
        grens, eigen = zonder.regel[sleutel], paar[kanten.index(zonder)]
        if eigen is not None and eigen >= grens:
            continue
        ander = next(kant for kant in kanten if kant is not zonder).regel[sleutel]
        if eigen is not None and eigen >= ander:  # the value would do by the other rule
            uit.append(VeranderReden.SELECTIEREGEL.met(sleutels=f"selectie.{sleutel}"))
            continue
        voor, na, bij = _getallen(*paar, grens)
        uit.append(reden.met(oud=voor, nieuw=na, grens=bij))
    return uit


def _volledig(code: str, zonder: Kant) -> list[str]:
    mist = [jaar for jaar in zonder.nodig if zonder.waarde(code, f"lbm_{jaar}") is None]
    jaren = " ".join(map(str, mist))
    return [VeranderReden.SCORE_NIET_COMPLEET.met(jaren=jaren)] if mist else []


def _voorwaarden(code: str, zonder: Kant, kanten: tuple[Kant, Kant]) -> list[str]:
    """Return the conditions on attributes that a wijk does not meet where it is not selected."""
    met = next(kant for kant in kanten if kant is not zonder)
    uit = []
    for kenmerk, eis in zonder.regel.get("voorwaarden", {}).items():
        waarden = [kant.waarde(code, f"voorwaarde_{kenmerk}") for kant in kanten]
        if _voldoet(waarden[kanten.index(zonder)], eis):
            continue
        if _grenzen(eis) != _grenzen(met.regel.get("voorwaarden", {}).get(kenmerk, {})):
            sleutel = f"selectie.voorwaarden.{kenmerk}"
            uit.append(VeranderReden.SELECTIEREGEL.met(sleutels=sleutel))
            continue
        voor, na = _getallen(*waarden)
        uit.append(VeranderReden.ANDERE_WAARDE.met(kenmerk=kenmerk, oud=voor, nieuw=na))
    return uit


def _grenzen(eis: Mapping[str, Any]) -> tuple[Any, Any]:
    return eis.get("min"), eis.get("max")


def _voldoet(waarde: float | None, eis: Mapping[str, Any]) -> bool:
    if waarde is None:
        return False
    laag, hoog = _grenzen(eis)
    return (laag is None or waarde >= laag) and (hoog is None or waarde <= hoog)


def _rangorde(code: str, erbij: bool, kanten: tuple[Kant, Kant]) -> str:
    """Return why a wijk that meets every demand in both editions is chosen in one of them."""
    oud, nieuw = kanten
    if oud.jaar is None or nieuw.jaar is None:
        if oud.regel.get("labels") != nieuw.regel.get("labels"):
            return VeranderReden.SELECTIEREGEL.met(sleutels="selectie.labels")
        return VeranderReden.ANDER_LABEL.met()
    anders = [naam for naam in ("jaar", "aantal") if oud.regel[naam] != nieuw.regel[naam]]
    codes = []
    if anders:
        namen = " ".join(f"selectie.{naam}" for naam in anders)
        codes.append(VeranderReden.SELECTIEREGEL.met(sleutels=namen))
    if oud.jaar == nieuw.jaar:
        codes += _plaats(code, erbij, kanten, alleen_plaats=not anders)
    return samen(codes)


def _plaats(code: str, erbij: bool, kanten: tuple[Kant, Kant], alleen_plaats: bool) -> list[str]:
    """Return what changed about the place of a wijk: its own score, the limit, or both.

    The limit counts where the wijk would have come in, or fallen out, with its score of before.
    """
    oud, nieuw = kanten
    voor, na = (kant.waarde(code, f"lbm_{oud.jaar}") for kant in kanten)
    codes = []
    herzien = voor is not None and na is not None and abs(na - voor) > GELIJK_TOT
    if herzien:
        een, ander = _getallen(voor, na)
        codes.append(VeranderReden.EIGEN_SCORE_HERZIEN.met(jaar=oud.jaar, oud=een, nieuw=ander))
    ook_zonder = voor is not None and (voor <= nieuw.grens) == erbij
    if alleen_plaats and (ook_zonder or not herzien):
        een, ander = _getallen(oud.grens, nieuw.grens)
        codes.append(VeranderReden.GRENS_VERSCHOOF.met(oud=een, nieuw=ander))
    return codes
