"""The bijlage Wijkportretten as a whole: a page per wijk, and the tables that the pages rest on."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.basis.lezen import lees_tabellen
from leefbaarheid.basis.marge import marge_van
from leefbaarheid.basis.schrijven import schrijf_tabellen, schrijf_tekst
from leefbaarheid.basis.tabel import Rij, lees_tabel
from leefbaarheid.basis.tabellen import portretten as contracten
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.instellingen import Portretinstellingen
from leefbaarheid.rapport.pdfcontrole import Feiten
from leefbaarheid.rapport.portretten import kaartje
from leefbaarheid.rapport.portretten.delen import document, verdeel
from leefbaarheid.rapport.portretten.gegevens import Bronnen, portretten
from leefbaarheid.rapport.portretten.zetten import zet
from leefbaarheid.rapport.tijdstip import tijdstip_van
from leefbaarheid.tekst.wijkportretten.wijk import Kader

Rekenaar = Callable[
    [pd.DataFrame, pd.DataFrame, Sequence[str], Kader], tuple[pd.DataFrame, pd.DataFrame]
]


def maak_boek(
    invoer: Mapping[str, str | Path],
    sjabloon: str | Path,
    huisstijl: str | Path,
    instelling: Portretinstellingen,
    register: Sequence[Mapping[str, Any]],
    licenties: Mapping[str, str],
    reken: Rekenaar,
    uit_tabellen: Mapping[str, str | Path],
    uit_gegevens: str | Path,
    uit_pdf: Sequence[str | Path],
    processen: int = 1,
    logo: str | Path | None = None,
) -> None:
    """Write the tables, the data of the pages and the PDF, in as many parts as the edition asks.

    Args:
        invoer: path per table (wijken, panel, context, codeboek, marge, wijkgrenzen, wijkanalyses,
            onder_de_loep) and of the JSON with the `analyses`.
        sjabloon, huisstijl: portretten.typ, and the folder `reports`.
        instelling: which wijken, and the blocks of the edition that the pages use.
        register: sources of the edition in the register.
        licenties: where the text of each licence is, by its name.
        reken: gives the tables of the wijken that are alike and of the distance to other clusters,
            from the wijken, their scores, the codes of the portretten and the frame of the edition.
        uit_tabellen, uit_gegevens, uit_pdf: what is written; `make wijkportret` reads the data.
        processen: how many parts are laid out at the same time.
        logo: of the publisher, as lees_logo wrote it; None: there is none.

    Raises:
        InvoerFout: a part would have more pages than fit in memory.
    """
    tabel = lees_tabellen({naam: invoer[naam] for naam in ALS_TABEL}, TABELLEN)
    rijen = {naam: lees_tabel(invoer[naam], TABELLEN[naam]) for naam in ALS_RIJEN}
    wijken = tabel["wijken"].set_index("wk_code")
    codes = _codes(wijken, instelling.wijken)
    kader = _kader(instelling, marge_van(rijen["marge"]), int(wijken["in_selectie"].sum()))
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
            **_kaarten(tabel["wijkgrenzen"], wijken, codes),
        ),
    )
    editie = {**instelling.gegevens(), "licenties": licenties}
    delen = verdeel(gegevens, len(uit_pdf), editie, kader, register)
    schrijf_tabellen(
        {"gelijkende_wijken": gelijkend, "clusterafstand": afstand},
        uit_tabellen,
        contracten.TABELLEN,
    )
    # compact: with indents it takes as long to write as the pages themselves
    alles = document(gegevens, editie, kader, register)
    schrijf_tekst(json.dumps(alles, ensure_ascii=False), uit_gegevens)
    tijdstip = tijdstip_van(instelling.teksten["datum"])
    opdrachten = [
        (deel, Path(sjabloon), Path(huisstijl), Path(pdf), tijdstip, Path(logo) if logo else None)
        for deel, pdf in zip(delen, uit_pdf, strict=True)
    ]
    if len(opdrachten) == 1:
        feiten = [zet(*opdrachten[0])]
    else:
        with ThreadPoolExecutor(max_workers=processen) as pool:
            feiten = list(pool.map(_apart, opdrachten))
    print(f"{len(codes)} portretten op {sum(deel['paginas'] for deel in feiten)} bladzijden")


def _apart(opdracht: tuple[dict[str, Any], Path, Path, Path, int, Path | None]) -> Feiten:
    """Lay out a part in a process of its own: that gives back the memory that it needed."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        return pool.submit(zet, *opdracht).result()


ALS_RIJEN = (
    *("wijken", "panel", "context", "codeboek", "marge", "wijkanalyses"),
    "onder_de_loep",
)
ALS_TABEL = ("wijken", "panel", "wijkgrenzen")


def _codes(wijken: pd.DataFrame, welke: str) -> list[str]:
    """Return the codes of the wijken that get a portret."""
    if welke == "alle":
        return [str(code) for code in wijken.index]
    kolom = {"selectie": "in_selectie", "in_aanmerking": "in_aanmerking"}[welke]
    return [str(code) for code in wijken.index[wijken[kolom].astype(bool)]]


def _kader(instelling: Portretinstellingen, delta: float, n_selectie: int) -> Kader:
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
    alfabet = wijken.loc[codes].reset_index().sort_values(["wk_naam", "wk_code"])
    groepen: dict[str, list[str]] = {}
    for code, gemeente in zip(alfabet["wk_code"], alfabet["gm_code"], strict=True):
        groepen.setdefault(gemeente, []).append(code)
    if len(grenzen):
        namen = _per_wijk(wijken["wk_naam"])
        return {
            "kaartjes": kaartje.met_grenzen(grenzen, namen, gemeenten, codes),
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
