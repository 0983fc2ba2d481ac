"""What every page of a wijk rests on: the tables of the edition, brought together per wijk."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.basis.lezen import lees_tabellen
from leefbaarheid.basis.marge import marge_van
from leefbaarheid.basis.tabel import Rij, lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.instellingen import Portretinstellingen
from leefbaarheid.rapport.portretten import kaartje
from leefbaarheid.rapport.portretten.gegevens import Bronnen, op_alfabet, portretten
from leefbaarheid.tekst.wijkportretten.wijk import Kader

Rekenaar = Callable[
    [pd.DataFrame, pd.DataFrame, Sequence[str], Kader], tuple[pd.DataFrame, pd.DataFrame]
]
ALLE = "alle"
"""Of `portretten.wijken`: every wijk of the edition."""
BIJLAGE, WEBSITE = "In deze bijlage", "In de gegevens"
"""Where the wijken of a gemeente are, at the head of the sentence that counts them."""


@dataclass(frozen=True)
class Inhoud:
    """What the pages show, and what it came from.

    Attributes:
        codes: the wijken that have a page.
        kader: what holds for all of them.
        gegevens: of `portretten`: numbers and sentences, by gemeente.
        gelijkend, afstand: the tables of wijken that are alike, and of the nearest other cluster.
        tabel: the tables that were read, by name.
    """

    codes: list[str]
    kader: Kader
    gegevens: dict[str, Any]
    gelijkend: pd.DataFrame
    afstand: pd.DataFrame
    tabel: Mapping[str, pd.DataFrame]


def maak_inhoud(
    invoer: Mapping[str, str | Path],
    instelling: Portretinstellingen,
    reken: Rekenaar,
    *,
    kaarten: bool = True,
    waar: str = BIJLAGE,
) -> Inhoud:
    """Return what the pages of the wijken of an edition show.

    Args:
        invoer: path per table (ALS_RIJEN, ALS_TABEL) and of the JSON with the `analyses`.
        instelling: which wijken, and the blocks of the edition that the pages use.
        reken: gives the tables of the wijken that are alike and of the distance to other clusters,
            from the wijken, their scores, the codes of the pages and the frame of the edition.
        kaarten: whether every page has a small map, which takes half of the time.
        waar: BIJLAGE or WEBSITE.
    """
    tabel = lees_tabellen({naam: invoer[naam] for naam in ALS_TABEL}, TABELLEN)
    rijen = {naam: lees_tabel(invoer[naam], TABELLEN[naam]) for naam in ALS_RIJEN}
    wijken = tabel["wijken"].set_index("wk_code")
    codes = _codes(wijken, instelling.wijken)
    kader = _kader(instelling, marge_van(rijen["marge"]), int(wijken["in_selectie"].sum()), waar)
    scores = tabel["panel"].pivot(index="wk_code", columns="jaar", values="lbm")
    gelijkend, afstand = reken(wijken, scores, codes, kader)
    boek = {rij["factor"]: rij for rij in rijen["codeboek"]}
    gegevens = portretten(
        codes,
        kader,
        Bronnen(
            wijken=rijen["wijken"],
            panel=rijen["panel"],
            context={rij["wk_code"]: rij for rij in rijen["context"]},
            factoren=[boek[factor] for factor in instelling.factoren],
            gelijkend={
                str(code): list(deel)
                for code, deel in gelijkend.groupby("wk_code")["gelijkende_wk_code"]
            },
            afstanden={str(rij["wk_code"]): _met_namen(rij) for rij in afstand.to_dict("records")},
            analyses=_analyses(rijen["wijkanalyses"], invoer["analyses"]),
            onderzoeksnamen={
                rij["wk_code"]: rij["wijk"] for rij in rijen["onder_de_loep"] if rij["wk_code"]
            },
            **(_kaarten(tabel["wijkgrenzen"], wijken, codes) if kaarten else {}),
        ),
    )
    return Inhoud(codes, kader, gegevens, gelijkend, afstand, tabel)


ALS_RIJEN = (
    *("wijken", "panel", "context", "codeboek", "marge", "wijkanalyses"),
    "onder_de_loep",
)
ALS_TABEL = ("wijken", "panel", "wijkgrenzen")


def _codes(wijken: pd.DataFrame, welke: str) -> list[str]:
    """Return the codes of the wijken that get a portret."""
    if welke == ALLE:
        return [str(code) for code in wijken.index]
    kolom = {"selectie": "in_selectie", "in_aanmerking": "in_aanmerking"}[welke]
    return [str(code) for code in wijken.index[wijken[kolom].astype(bool)]]


def _kader(instelling: Portretinstellingen, delta: float, n_selectie: int, waar: str) -> Kader:
    return Kader(
        jaren=instelling.jaren,
        grenzen=instelling.grenzen,
        delta=delta,
        langjaar=instelling.langjaar,
        crisisjaar=instelling.crisisjaar,
        eindjaar=instelling.eindjaar,
        voldoende_vanaf=instelling.voldoende_vanaf_klasse,
        land="het voorbeeldland" if instelling.fictief else "Nederland",
        n_selectie=n_selectie,
        waar=waar,
    )


def _analyses(koppeling: Sequence[Rij], pad: str | Path) -> dict[str, list[dict[str, str]]]:
    """Return title and summary of the wijkanalyses of each wijk that has any."""
    teksten = {a["bron"]: a for a in json.loads(Path(pad).read_text("utf-8"))}
    uit: dict[str, list[dict[str, str]]] = {}
    for rij in koppeling:
        analyse = teksten.get(rij["bestand"])
        if analyse and rij["wk_code"]:
            deel = {"titel": analyse["titel"], "samenvatting": analyse["samenvatting"]}
            uit.setdefault(rij["wk_code"], []).append(deel)
    return uit


def _kaarten(
    grenzen: pd.DataFrame, wijken: pd.DataFrame, codes: list[str]
) -> dict[str, dict[str, kaartje.Kaartje]]:
    """Return the maps: with borders where the edition has them, else with points."""
    gemeenten = _per_wijk(wijken["gm_code"])
    namen = _per_wijk(wijken["wk_naam"])
    groepen: dict[str, list[str]] = {}
    for code in sorted(codes, key=lambda code: op_alfabet(namen[code], code)):
        groepen.setdefault(gemeenten[code], []).append(code)
    if len(grenzen):
        return {
            "kaartjes": kaartje.met_grenzen(grenzen, gemeenten, codes),
            "gemeentekaarten": kaartje.gemeente_met_grenzen(grenzen, gemeenten, groepen),
        }
    plaatsen = wijken.reset_index()
    if "x" not in plaatsen:
        return {"kaartjes": {}, "gemeentekaarten": {}}
    return {
        "kaartjes": kaartje.met_punten(plaatsen, codes),
        "gemeentekaarten": kaartje.gemeente_met_punten(plaatsen, groepen),
    }


def _per_wijk(kolom: pd.Series[str]) -> dict[str, str]:
    return {str(code): waarde for code, waarde in kolom.items()}


def _met_namen(rij: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {str(kolom): waarde for kolom, waarde in rij.items()}
