"""A made-up finished edition of four wijken: names, codes and scores are fictional."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.verandering import TABELLEN
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.verandering.stand import Stand
from leefbaarheid.verandering.vergelijking import vergelijk

CONFIG: dict[str, Any] = {
    "editie": "proef",
    "fictief": True,
    "teksten": {
        **{"titel": "Proef", "ondertitel": "Een proef", "datum": "2017-03-07"},
        **{"auteurs": ["Een team"], "uitgever": "Een team", "plaats": "Proefstad"},
        **{
            "licentie": "CC BY 4.0",
            "bron_leefbaarometer": "Verzonnen",
            "bron_context": "Verzonnen",
        },
    },
    "rapport": {"engine": "pandoc"},
    "bronnen": {
        "leefbaarometer": {"bestand": "scores.csv", "versie": "3.0"},
        "context": {"bestand": "context.csv"},
    },
    "jaren": [2008, 2012, 2014, 2016],
    "eindjaar": 2014,
    "selectie": {
        "soort": "laagste_scores",
        "jaar": 2008,
        "aantal": 2,
        "min_inwoners": 1000,
        "min_inwoners_gemeente": 5000,
    },
    "klassen": {"grenzen": [3.6, 3.7, 3.8]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012, "delta": 0.02},
    "factoren": ["huur"],
    "regressie": {"hoofdvenster": [2012, 2014], "hoofdmodel": "ancova"},
}
BRONNEN = {"scores.csv": "a" * 64, "context.csv": "b" * 64}
CODE = {
    "Snakefile": "1" * 64,
    "workflow/scripts/leefbaarheid/analyse/selectie.py": "2" * 64,
    "workflow/scripts/leefbaarheid/tekst/stof.py": "3" * 64,
}
TEKST = """# Samenvatting {.unnumbered}

> Verzonnen.

**Waar gaat het over?** Dit rapport volgt 2 wijken. De *score* steeg (@sec-x).

# Inleiding

Iets anders.
"""


def wijken() -> pd.DataFrame:
    """Four wijken in one gemeente; A and B have the lowest scores of 2008 and are selected."""
    scores = {
        "lbm_2008": [3.70, 3.80, 3.90, 4.00],
        "lbm_2012": [3.72, 3.81, 3.91, 4.00],
        "lbm_2014": [3.75, 3.80, 3.92, 4.01],
        "lbm_2016": [3.80, 3.80, 3.93, 4.02],
    }
    return pd.DataFrame(
        {
            "wk_code": ["WK900001", "WK900002", "WK900003", "WK900004"],
            "wk_naam": ["Akkers", "Brink", "Citadel", "Dijk"],
            "gm_code": "GM9000",
            "gm_naam": "Proefstad",
            "inwoners": [2000.0, 3000.0, 4000.0, 5000.0],
            "in_selectie": [True, True, False, False],
            "in_aanmerking": True,
            **scores,
            "cluster": ["Gestaag herstel", "Terugval", "", ""],
        }
    )


def anders(
    cellen: Mapping[tuple[str, str], Any] | None = None,
    *,
    weg: tuple[str, ...] = (),
    config: Mapping[str, Any] | None = None,
    **velden: Any,
) -> Stand:
    """Return the edition with something else: cells of its wijken, codes gone, keys of its config.

    A key of the config is dotted; what else is given takes the place of a field of the edition.
    """
    tabel = wijken().set_index("wk_code").drop(index=list(weg))
    for (code, kolom), waarde in (cellen or {}).items():
        tabel.loc[code, kolom] = waarde
    stand = maak_stand()
    tabellen = {**stand.tabellen, "wijken": tabel.reset_index()} | velden.pop("tabellen", {})
    nieuw = copy.deepcopy(CONFIG)
    for sleutel, waarde in (config or {}).items():
        blok, _, deel = sleutel.rpartition(".")
        doel = nieuw[blok] if blok else nieuw
        doel[deel] = waarde
    return replace(stand, config=nieuw, tabellen=tabellen, **velden)


def regressie() -> pd.DataFrame:
    """The main model with one factor, and its constant."""
    vast = {"uitkomst": "2012-2014", "van": 2012, "tot": 2014, "model": "ancova"}
    rijen = [
        vast | {"term": "constante", "label": "constante", "coef": 0.5, "p": 0.5},
        vast | {"term": "huur", "label": "Huurwoningen", "coef": -0.02, "p": 0.01},
    ]
    tabel = pd.DataFrame(rijen).assign(steekproef="selectie", n=2)
    for naam in ("coef_sd", "ci_laag", "ci_hoog", "ci_sd_laag", "ci_sd_hoog"):
        tabel[naam] = tabel["coef"]
    return tabel


def oordelen() -> pd.DataFrame:
    """One factor."""
    rij = {"factor": "huur", "label": "Huurwoningen", "oordeel": "robuust", "waarom": "geteld"}
    maten = {"coef_sd": -0.02, "ci_sd_laag": -0.03, "ci_sd_hoog": -0.01, "p": 0.01}
    return pd.DataFrame([rij | maten])


def maak_stand() -> Stand:
    """Return the edition."""
    return Stand(
        config=copy.deepcopy(CONFIG),
        bronnen=dict(BRONNEN),
        code=dict(CODE),
        versies={"pandas": "3.0"},
        pijplijn="1.0.0",
        commit="c" * 40,
        afwijkend=0,
        engine="pandoc",
        tabellen={
            "wijken": wijken(),
            "marge": pd.DataFrame({"periode": ["doorsnee"], "delta": [0.02]}),
            "regressie": regressie(),
            "robuustheid_eindoordeel": oordelen(),
        },
        cijfers={"cluster.n": {"tekst": "2", "waarde": 2, "eenheid": "aantal"}},
        tekst=TEKST,
    )


def resultaten(map_: Path) -> Path:
    """Write the edition as a run leaves it; return the folder."""
    stand = maak_stand()
    (map_ / "tabellen").mkdir(parents=True)
    (map_ / "rapport").mkdir()
    manifest = {
        "pijplijn": stand.pijplijn,
        "commit": {"hash": stand.commit, "afwijkend": []},
        "config": stand.config | {"bronnen_map": "ergens"},
        "invoer": stand.bronnen,
        "code": stand.code,
        "versies": stand.versies,
        "engine": stand.engine,
    }
    (map_ / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (map_ / "cijfers.json").write_text(json.dumps(stand.cijfers), "utf-8")
    (map_ / "rapport" / "hoofdrapport.qmd").write_text(stand.tekst or "", "utf-8")
    for naam, tabel in stand.tabellen.items():
        tabel.to_csv(map_ / "tabellen" / f"{naam}.csv", index=False)
    return map_


def maak_stof(oud: Stand, nieuw: Stand, map_: Path) -> Stof:
    """Return what a text about two editions is made from, by way of the files of the tables."""
    paden = {naam: map_ / f"{naam}.csv" for naam in TABELLEN}
    schrijf_tabellen(vergelijk(oud, nieuw), paden, TABELLEN)
    gelezen = {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in paden.items()}
    return Stof({**nieuw.config, "engine": "proef"}, Cijfers(), gelezen)
