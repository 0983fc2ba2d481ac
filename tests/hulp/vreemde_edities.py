"""Editions with odd settings or odd data, on a few gemeenten of the bundled example."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from hulp import WORTEL, mini, nieuwe_uitgave

Editie = dict[str, Any]
SELECTIELIJST, CONTEXT = "selectielijst.csv", "contextfactoren-wijken.csv"
LABELS = ("aandachtswijk", "prioriteitswijk", "probleemwijk")
TEKST_LEEG = {"dtype": str, "keep_default_na": False}


def bereid_voor(map_: Path) -> Editie:
    """Write the sources of the tiny edition below a folder; return its config."""
    shutil.copytree(WORTEL / "data" / "raw" / "voorbeeld", map_ / mini.VOORBEELD)
    (map_ / mini.CONFIG).parent.mkdir(parents=True)
    shutil.copy(WORTEL / "config" / "config.yaml", map_ / "config")
    mini.voeg_mini_toe(map_)
    config = yaml.safe_load((map_ / mini.CONFIG).read_text("utf-8"))
    return config | {"bronnen_map": str(map_ / mini.MINI)}


def _lees(editie: Editie, naam: str) -> pd.DataFrame:
    return pd.read_csv(Path(editie["bronnen_map"]) / naam, **TEKST_LEEG)


def _schrijf(editie: Editie, naam: str, tabel: pd.DataFrame) -> None:
    tabel.to_csv(Path(editie["bronnen_map"]) / naam, index=False, lineterminator="\n")


def _andere_scores(editie: Editie, maak: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    """Replace the scores (wijken x years); the difference goes to the housing dimension."""
    tabel = pd.read_csv(Path(editie["bronnen_map"]) / mini.SCORES)
    breed = tabel.pivot(index="wk_code", columns="jaar", values="lbm")
    nieuw = maak(breed).stack().rename("nieuw").reset_index()
    tabel = tabel.merge(nieuw, on=["wk_code", "jaar"])
    verschil = tabel["nieuw"] - tabel["lbm"]
    for kolom in ("lbm", "afw", "won"):
        tabel[kolom] = (tabel[kolom] + verschil).round(12)
    tabel.drop(columns="nieuw").to_csv(
        Path(editie["bronnen_map"]) / mini.SCORES, index=False, na_rep="NA", lineterminator="\n"
    )


def laatste_jaar(editie: Editie) -> None:
    """The end year is the last year that was measured."""
    editie |= {"eindjaar": 2022, "vensters": [[2008, 2012], [2012, 2022]]}
    editie["regressie"] |= {"vensters": [[2012, 2022]], "hoofdvenster": [2012, 2022]}
    editie["decompositie_vensters"] = [[2014, 2022]]


def crisisjaar(editie: Editie) -> None:
    """Another year in the middle, and an end year after it."""
    editie |= {"eindjaar": 2020, "vensters": [[2012, 2016], [2016, 2020]]}
    editie["clusters"] |= {"langjaar": 2012, "crisisjaar": 2016}
    editie["regressie"] |= {"vensters": [[2016, 2020]], "hoofdvenster": [2016, 2020]}
    editie["stijgers_dalers"] |= {"van": 2016, "tot": 2020}


def een_venster(editie: Editie) -> None:
    """One period besides the long one, one model form, one sample."""
    editie["clusters"] |= {"langjaar": 2002, "crisisjaar": 2012}
    editie["vensters"] = [[2002, 2012], [2012, 2014]]
    editie["regressie"] |= {"modellen": ["ancova"]}


def dertig_wijken(editie: Editie) -> None:
    """A small selection by rule."""
    editie["bronnen"].pop("selectielijst")
    editie["selectie"] = {
        **{"soort": "laagste_scores", "jaar": 2002, "aantal": 30},
        **{"min_inwoners": 500, "min_inwoners_gemeente": 10000},
    }


def dominante_gemeente(editie: Editie) -> None:
    """Most of the selection lies in one gemeente."""
    lijst = _lees(editie, SELECTIELIJST)
    gemeente = lijst["wk_code"].str[2:6]
    volgnummer = lijst.groupby(gemeente).cumcount()
    _schrijf(editie, SELECTIELIJST, lijst[(gemeente == gemeente.mode()[0]) | (volgnummer == 0)])


def alles_steeg(editie: Editie) -> None:
    """Every wijk rose in every period, by more than the margin."""

    def maak(scores: pd.DataFrame) -> pd.DataFrame:
        stap = scores.diff(axis=1).abs().fillna(0) * 0.5 + 0.03
        return scores[[scores.columns[0]]].to_numpy() - 0.1 + stap.cumsum(axis=1)

    _andere_scores(editie, maak)


def niemand_daalde(editie: Editie) -> None:
    """No score ever fell; many stayed where they were."""
    _andere_scores(editie, lambda scores: scores.cummax(axis=1))


def geen_wijkanalyses(editie: Editie) -> None:
    """Only the quantitative half."""
    editie["bronnen"].pop("wijkanalyses")


def een_factor(editie: Editie) -> None:
    """One contextual factor."""
    factor = editie["factoren"][0]
    editie["factoren"] = [factor]
    editie["factorzinnen"] = {factor: editie["factorzinnen"][factor]}
    editie.pop("factornamen_engels")
    editie["inferentie"] |= {
        "primaire_factoren": [factor],
        "dimensie_van_factor": {factor: "won"},
    }


def alles_uit(editie: Editie) -> None:
    """No check at all, another leading estimator."""
    editie["inferentie"] |= {"primaire_schatter": "wcr"}
    editie["inferentie"]["controles"] = dict.fromkeys(editie["inferentie"]["controles"], False)


def nieuw_meetjaar(editie: Editie) -> None:
    """The made-up next release: a year more, revised scores, other wijken."""
    oud = Path(editie["bronnen_map"])
    nieuw = oud.with_name(f"{oud.name}-{nieuwe_uitgave.JAAR}")
    nieuwe_uitgave.maak_bronnen(oud, nieuw, basis=4.11, versie="3.0")
    editie |= nieuwe_uitgave.volgende_config(editie) | {"bronnen_map": str(nieuw)}
    editie["vensters"].append([2022, nieuwe_uitgave.JAAR])
    del editie["voorregistratie"]


EDITIES: dict[str, Callable[[Editie], None]] = {
    soort.__name__: soort
    for soort in (
        *(laatste_jaar, crisisjaar, een_venster, dertig_wijken, dominante_gemeente),
        *(alles_steeg, niemand_daalde, geen_wijkanalyses, een_factor, alles_uit, nieuw_meetjaar),
    )
}
