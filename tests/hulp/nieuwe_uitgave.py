"""A made-up next release of an edition: a year more, older scores revised, other borders.

Everything is made from the files of an edition that is there already, so with fictional names and
codes. Of the wijken five are merged into two, two get another code and one is split; wijken that a
wijkanalyse names keep theirs. Which they are follows from the files, so it is the same every time.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml

from hulp.bronnen import LBM_BASIS
from leefbaarheid.data.bronnen import DIMENSIES

JAAR = 2024
SCORES = f"Leefbaarometer-scores wijken 2002-{JAAR}.csv"
CONTEXT, LIJST, CODEBOEK = (
    "contextfactoren-wijken.csv",
    "selectielijst.csv",
    "codeboek-contextfactoren.csv",
)
CONCORDANTIE = "concordantie-wijken.csv"
GETALLEN = ["lbm", "afw", *DIMENSIES]
HERZIEN, GROEI = 0.004, 0.03
"""Standard deviation of a revision of an older score, and of the change to the new year."""
_WIJK = re.compile(r"WK\d{4}[0-9A-Z]{2}")


@dataclass(frozen=True)
class Herindeling:
    """Which wijken of the old borders are which of the new ones; the others keep their code.

    Attributes:
        samen: new code -> the old codes that were merged into it.
        hernummerd: old code -> new code of the same area.
        gesplitst: old code -> the new codes it was split into.
    """

    samen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hernummerd: Mapping[str, str] = field(default_factory=dict)
    gesplitst: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def paren(self) -> list[tuple[str, str]]:
        """Every old code with every new code it went to, in order."""
        samen = [(oud, nieuw) for nieuw, oude in self.samen.items() for oud in oude]
        splits = [(oud, nieuw) for oud, delen in self.gesplitst.items() for nieuw in delen]
        return sorted([*samen, *self.hernummerd.items(), *splits])

    @property
    def oude_codes(self) -> set[str]:
        """The codes that are no longer there."""
        return {oud for oud, _ in self.paren}


def voeg_toe(project: Path, van: Path, *, basis: float = LBM_BASIS) -> tuple[Path, Herindeling]:
    """Write the files of the next release and its config beside those of an edition.

    Args:
        project: the folder of the project.
        van: config of the edition, from `project`; its sources stand in `project` too.
        basis: lbm - afw in the new release.

    Returns:
        The config of the next edition, from `project`, and what changed in the borders.
    """
    config = yaml.safe_load((project / van).read_text("utf-8"))
    oud = Path(config["bronnen_map"])
    nieuw = oud.with_name(f"{oud.name}-{JAAR}")
    herindeling = maak_bronnen(project / oud, project / nieuw, basis=basis)
    doel = van.with_name(f"{config['editie']}-{JAAR}.yaml")
    volgende = volgende_config(config) | {"bronnen_map": nieuw.as_posix()}
    tekst = yaml.safe_dump(volgende, allow_unicode=True, sort_keys=False)
    (project / doel).write_text(tekst, encoding="utf-8")
    return doel, herindeling


def volgende_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the config of the next edition: the new year, and the last period until then."""
    laatste = max(config["jaren"])

    def tot_nu(vensters: list[list[int]]) -> list[list[int]]:
        return [[van, JAAR if tot == laatste else tot] for van, tot in vensters]

    bronnen, regressie = config["bronnen"], config["regressie"]
    nieuw = {k: v for k, v in config.items() if k != "voorregistratie"}
    return nieuw | {
        "editie": f"{config['editie']}-{JAAR}",
        "bronnen": bronnen | {"leefbaarometer": bronnen["leefbaarometer"] | {"bestand": SCORES}},
        "jaren": [*config["jaren"], JAAR],
        "vensters": tot_nu(config["vensters"]),
        "decompositie_vensters": tot_nu(config["decompositie_vensters"]),
        "regressie": regressie | {"vensters": tot_nu(regressie["vensters"])},
    }


def maak_bronnen(
    oud: Path, nieuw: Path, *, basis: float = LBM_BASIS, versie: str = ""
) -> Herindeling:
    """Write the sources of the next release in a folder of its own.

    Args:
        oud: folder with the sources of an edition, as those of the example.
        nieuw: folder to make.
        basis: lbm - afw in the new release.
        versie: what its column `versie` says; "" for a file without one.
    """
    nieuw.mkdir(parents=True)
    context = _lees(oud / CONTEXT)
    lijst = _lees(oud / LIJST).set_index("wk_code")
    herindeling = _kies(context, lijst, vrij=set(context["wk_code"]) - _in_analyses(oud))
    inwoners = context.set_index("wk_code").filter(like="inwoners").iloc[:, 0].astype(float)
    scores = pd.read_csv(next(oud.glob("Leefbaarometer-scores*.csv")))
    _schrijf(nieuw / SCORES, _scores(scores, inwoners, herindeling, basis, versie))
    _schrijf(nieuw / CONTEXT, _context(context, inwoners, herindeling))
    _schrijf(nieuw / LIJST, _lijst(lijst, herindeling))
    _schrijf(nieuw / CONCORDANTIE, _concordantie(inwoners, herindeling))
    shutil.copy(oud / CODEBOEK, nieuw)
    for teksten in ("wijkanalyses", "adviezen"):
        if (oud / teksten).is_dir():
            shutil.copytree(oud / teksten, nieuw / teksten)
    return herindeling


def _lees(pad: Path) -> pd.DataFrame:
    return pd.read_csv(pad, dtype=str, keep_default_na=False)


def _schrijf(pad: Path, tabel: pd.DataFrame) -> None:
    tabel.to_csv(pad, index=False, na_rep="NA", lineterminator="\n", encoding="utf-8")


def _in_analyses(map_: Path) -> set[str]:
    """Return the codes that wijkanalyses name."""
    codes: set[str] = set()
    for pad in (map_ / "wijkanalyses").glob("*"):
        if pad.suffix == ".docx":
            with zipfile.ZipFile(pad) as zip_:
                tekst = re.sub(r"<[^>]+>", "", zip_.read("word/document.xml").decode())
        else:
            tekst = pad.read_text("utf-8")
        codes |= set(_WIJK.findall(tekst))
    return codes


def _kies(context: pd.DataFrame, lijst: pd.DataFrame, vrij: set[str]) -> Herindeling:
    """Choose the wijken that change: merged ones lie in one gemeente and have the same labels."""
    labels = {code: tuple(rij) for code, *rij in lijst.itertuples()}
    groepen: dict[tuple[str, Any], list[str]] = {}
    for code, gemeente in zip(context["wk_code"], context["gm_code"], strict=True):
        if code in vrij:
            groepen.setdefault((gemeente, labels.get(code)), []).append(code)
    zonder = iter([codes for (_, label), codes in groepen.items() if not label and len(codes) > 4])
    met = next(codes for (_, label), codes in groepen.items() if label and len(codes) > 2)
    eerste, tweede = next(zonder), next(zonder)
    vrije = _vrije_codes(set(context["wk_code"]))

    def nieuwe(oud: str) -> str:
        return vrije[oud[:6]].pop(0)

    return Herindeling(
        samen={nieuwe(codes[0]): codes for codes in (eerste[:3], met[:2])},
        hernummerd={code: nieuwe(code) for code in (met[2], tweede[0])},
        gesplitst={tweede[1]: [nieuwe(tweede[1]) for _ in range(2)]},
    )


def _vrije_codes(bezet: set[str]) -> dict[str, list[str]]:
    """Return per gemeente (`WK9001`) the codes that no wijk has."""
    kandidaten = [f"Z{teken}" for teken in "0123456789"]
    return {
        begin: [begin + eind for eind in kandidaten if begin + eind not in bezet]
        for begin in sorted({code[:6] for code in bezet})
    }


def _delen(codes: Sequence[str], herindeling: Herindeling) -> Iterator[tuple[str, list[str]]]:
    """Return every new code with the old codes it lies in, in the order of the new codes."""
    uit: dict[str, list[str]] = {}
    naar: dict[str, list[str]] = {}
    for oud, nieuw in herindeling.paren:
        naar.setdefault(oud, []).append(nieuw)
    for code in codes:
        for nieuw in naar.get(code, [code]):
            uit.setdefault(nieuw, []).append(code)
    yield from sorted(uit.items())


def _naam(namen: Sequence[str], nieuw: str, herindeling: Herindeling) -> str:
    if any(nieuw in delen for delen in herindeling.gesplitst.values()):
        return f"{namen[0]} {'Noord' if nieuw.endswith(('0', '2', '4')) else 'Zuid'}"
    return " en ".join(namen[:2]) if len(namen) > 1 else namen[0]


def _gemiddeld(waarden: pd.DataFrame, gewicht: pd.Series) -> pd.Series:
    """Return the weighted mean per column; NaN where one of the values is missing."""
    return waarden.mul(gewicht / gewicht.sum(), axis=0).sum(skipna=False)


def _scores(
    scores: pd.DataFrame, inwoners: pd.Series, herindeling: Herindeling, basis: float, versie: str
) -> pd.DataFrame:
    """Return the scores on the new borders, revised, with the new year; both identities hold."""
    laatste = scores[scores["jaar"] == scores["jaar"].max()].assign(jaar=JAAR)
    scores = pd.concat([scores, laatste], ignore_index=True)
    codes = sorted(scores["wk_code"].unique())
    paren = [(nieuw, oud) for nieuw, oude in _delen(codes, herindeling) for oud in oude]
    delen = pd.DataFrame(paren, columns=["nieuw", "wk_code"]).merge(scores, on="wk_code")
    gewicht = delen["wk_code"].map(inwoners).fillna(1)
    delen[GETALLEN] = delen[GETALLEN].mul(gewicht, axis=0)
    per_wijk = delen.assign(gewicht=gewicht).groupby(["nieuw", "jaar"])
    gemiddeld = per_wijk[GETALLEN].agg("sum").div(per_wijk["gewicht"].sum(), axis=0)
    gemiddeld = gemiddeld.mask(per_wijk[GETALLEN].count().lt(per_wijk.size(), axis=0))
    namen = per_wijk["wk_naam"].agg(list)
    uit = gemiddeld.reset_index().rename(columns={"nieuw": "wk_code"})
    uit["wk_naam"] = [_naam(n, code, herindeling) for (code, _), n in namen.items()]
    uit = uit[["wk_code", "wk_naam", "jaar", *GETALLEN]]
    _herzie(uit, basis)
    return uit.assign(versie=versie) if versie else uit


def _herzie(tabel: pd.DataFrame, basis: float) -> None:
    """Move every score a little, the new year more; then make both identities hold."""
    ruis = np.random.default_rng(JAAR).normal(0, 1 / np.sqrt(5), (len(tabel), 5))
    ruis *= np.where(tabel["jaar"] == JAAR, GROEI, HERZIEN)[:, None]
    tabel["lbm"] = (tabel["lbm"] - LBM_BASIS + basis + ruis.sum(axis=1)).round(6)
    tabel["afw"] = (tabel["lbm"] - basis).round(10)
    tabel[list(DIMENSIES)] = (tabel[list(DIMENSIES)] + ruis).round(6)
    *ander, laatste = DIMENSIES
    tabel[laatste] = (tabel["afw"] - tabel[ander].sum(axis=1, skipna=False)).round(10)


def _context(context: pd.DataFrame, inwoners: pd.Series, herindeling: Herindeling) -> pd.DataFrame:
    """Return the context table on the new borders: inhabitants add up, the rest is a mean."""
    per_wijk = context.set_index("wk_code")
    rijen = []
    for nieuw, oude in _delen(context["wk_code"].tolist(), herindeling):
        rij = per_wijk.loc[oude[0]].to_dict()
        delen = sum(oude[0] in paar for paar in herindeling.paren)
        if len(oude) > 1 or delen > 1:
            getallen = per_wijk.loc[oude, [k for k in rij if _zijn_getallen(per_wijk[k])]]
            getallen = getallen.apply(pd.to_numeric, errors="coerce")
            rij |= _gemiddeld(getallen, inwoners[oude]).round(2).to_dict()
            rij[inwoners.name] = int(inwoners[oude].sum() / max(delen, 1) // 5 * 5)
            if "stedelijkheid_2008" in rij:
                rij["stedelijkheid_2008"] = per_wijk.loc[oude[0], "stedelijkheid_2008"]
        rij["wk_naam"] = _naam(per_wijk.loc[oude, "wk_naam"].tolist(), nieuw, herindeling)
        rijen.append({"wk_code": nieuw} | rij)
    return pd.DataFrame(rijen, columns=context.columns)


def _zijn_getallen(cellen: pd.Series) -> bool:
    return bool(pd.to_numeric(cellen, errors="coerce").notna().any())


def _lijst(lijst: pd.DataFrame, herindeling: Herindeling) -> pd.DataFrame:
    """Return the selection list on the new borders."""
    per_wijk = {nieuw: oude[0] for nieuw, oude in _delen(list(lijst.index), herindeling)}
    nieuw = lijst.loc[list(per_wijk.values())]
    return nieuw.set_axis(pd.Index(per_wijk, name="wk_code")).reset_index()


def _concordantie(inwoners: pd.Series, herindeling: Herindeling) -> pd.DataFrame:
    """Return the addresses per old and new wijk, of the wijken that changed; two per address."""
    delen = {oud: sum(oud == code for code, _ in herindeling.paren) for oud, _ in herindeling.paren}
    rijen = [
        (2022, JAAR, oud, nieuw, int(inwoners[oud] / 2 / delen[oud]))
        for oud, nieuw in herindeling.paren
    ]
    return pd.DataFrame(rijen, columns=["van_jaar", "naar_jaar", "van", "naar", "adressen"])
