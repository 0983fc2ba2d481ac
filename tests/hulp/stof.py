"""What sentences and table rows are tested with: two small editions, and rows of their tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof

MIN = "\N{MINUS SIGN}"

HOOFDRAPPORT: dict[str, Any] = {
    "fictief": True,
    "teksten": {
        "bron_leefbaarometer": "Leefbaarometer 3.0",
        "bron_context": "CBS",
        "uitgever": "Bureau #1",
    },
    "jaren": [2008, 2012, 2014, 2022],
    "eindjaar": 2014,
    "selectie": {"soort": "lijst", "labels": ["aandachtswijk", "prioriteitswijk", "probleemwijk"]},
    "klassen": {"grenzen": [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.27]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012, "voldoende_vanaf_klasse": 5},
    "stijgers_dalers": {"van": 2012, "tot": 2014, "aantal": 10},
    "factoren": ["corporatie", "woz", "uitkering"],
    "regressie": {
        "hoofdvenster": [2012, 2014],
        "hoofdmodel": "ancova",
        "modellen": ["verandering", "ancova", "basismeting"],
    },
    "wijkanalyses": {"themas": {"crisis": "Economische crisis", "isv": "Einde van ISV"}},
}
"""An edition as the hoofdrapport sees it, with a year after the end year."""

BIJLAGE: dict[str, Any] = {
    "editie": "proef",
    "fictief": True,
    "jaren": [2002, 2008, 2012, 2014],
    "basisjaar": 2002,
    "eindjaar": 2014,
    "vensters": [[2002, 2008], [2008, 2012], [2012, 2014]],
    "kenmerken": {"inwoners": "inwoners_2022"},
    "selectie": {"soort": "lijst", "labels": ["aandachtswijk", "probleemwijk"]},
    "klassen": {"grenzen": [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.27]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012, "voldoende_vanaf_klasse": 5},
    "stijgers_dalers": {"van": 2012, "tot": 2014, "aantal": 2},
    "factoren": ["corporatie_pct", "corporatie_pct_2"],
    "regressie": {
        "vensters": [[2008, 2012], [2012, 2014]],
        "hoofdvenster": [2012, 2014],
        "modellen": ["verandering", "ancova", "basismeting"],
        "hoofdmodel": "ancova",
        "steekproeven": ["selectie", "in_aanmerking"],
    },
}
"""An edition as the bijlage Leefbaarheidsontwikkeling sees it."""

CODEBOEK = [
    {
        **{"factor": factor, "label": label, "eenheid": "%", "bron": "CBS", "peiljaar": peiljaar},
        **{"licentie": "CC BY 4.0", "concept": "x", "toelichting": toelichting},
    }
    for factor, label, peiljaar, toelichting in (
        ("corporatie_pct", "Woningen van corporaties", "2008", None),
        ("corporatie_pct_2", "WOZ-waarde", "2009-2014", "per gemeente."),
        ("inwoners_2022", "Inwoners", "2022", None),
    )
]
"""The codeboek of `BIJLAGE`."""


def maak_cijfers(cijfers: Mapping[str, Any] | None) -> Cijfers:
    """Return numbers from {name: count}, {name: text} or {name: (value, kind)}."""
    inhoud = Cijfers()
    for naam, gegeven in (cijfers or {}).items():
        soort = "tekst" if isinstance(gegeven, str) else "aantal"
        waarde, soort = gegeven if isinstance(gegeven, tuple) else (gegeven, soort)
        inhoud.zet(naam, waarde, soort, "proef")
    return inhoud


def hoofdrapport(
    editie: Mapping[str, Any] | None = None,
    cijfers: Mapping[str, Any] | None = None,
    analyses: tuple[Mapping[str, Any], ...] = (),
    **tabellen: list[dict[str, Any]],
) -> Stof:
    """Return stof of `HOOFDRAPPORT` with these blocks, numbers, analyses and tables."""
    return Stof(HOOFDRAPPORT | dict(editie or {}), maak_cijfers(cijfers), tabellen, analyses)


def bijlage(
    editie: Mapping[str, Any] | None = None,
    cijfers: Mapping[str, Any] | None = None,
    aannames: tuple[Mapping[str, str], ...] = (),
    **tabellen: list[dict[str, Any]],
) -> Stof:
    """Return stof of `BIJLAGE` with these blocks, numbers, assumptions and tables."""
    alle = {"codeboek": CODEBOEK, **tabellen}
    return Stof(BIJLAGE | dict(editie or {}), maak_cijfers(cijfers), alle, (), aannames)


def schatting(term: str, coef_sd: float, p: float, **anders: Any) -> dict[str, Any]:
    """Return an estimate of the main regression; its interval is 0.01 to both sides."""
    return {
        **{"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie", "term": term},
        **{"label": f"Label {term}", "eenheid": "%", "meting": "voor", "sd_factor": 1.0},
        **{"coef_sd": coef_sd, "p": p, "ci_sd_laag": coef_sd - 0.01, "ci_sd_hoog": coef_sd + 0.01},
    } | anders


def gemiddelde(
    groep: str, cluster: str | None, jaar: int, n: int, waarde: float | None, sd: float | None
) -> dict[str, Any]:
    """Return a row of the table of means."""
    return {
        **{"groep": groep, "cluster": cluster, "jaar": jaar, "n": n},
        **{"gemiddelde": waarde, "sd": sd},
    }


def clusterrijen(**afwijkend: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the table of clusters, alike but for what is given of `terugval` and `succes`."""
    rijen: dict[str, dict[str, Any]] = {
        naam: {"cluster": naam, "n_wijken": 5, "aandeel_wijken": 0.2} | {"lbm_2014": 3.9}
        for naam in CLUSTERS
    }
    for rij in rijen.values():
        rij["lbm_2022"] = 3.9
    for sleutel, wijziging in afwijkend.items():
        rijen[{"terugval": "Terugval", "succes": "Succes!"}[sleutel]] |= wijziging
    return list(rijen.values())


def naast(
    van: int, tot: int, maat: str, eigen: float, *andere: tuple[float, float], halve: float = 0.05
) -> list[dict[str, Any]]:
    """Return rows of `vergelijkingen`: the selection beside zero and beside each comparator.

    Args:
        andere: per comparator (other eligible, all others) its value and the difference; the
            interval is `halve` to both sides of that difference.
    """
    vast = {"van": van, "tot": tot, "maat": maat, "n": 140, "waarde": eigen, "reden": None}

    def rij(wie: str, waarde: float, verschil: float, n: int | None) -> dict[str, Any]:
        grenzen = {"ci_laag": verschil - halve, "ci_hoog": verschil + halve}
        return vast | {"vergeleken_met": wie, "waarde_ander": waarde, "n_ander": n} | grenzen

    rijen = [rij("beginstand", 0.0, eigen, None)] if maat == "gemiddelde_verandering" else []
    namen = ("overig_in_aanmerking", "rest_van_land")
    return rijen + [rij(naam, *paar, 700) for naam, paar in zip(namen, andere, strict=False)]


def spreiding(
    maat: str, jaar: int, eerst: float, later: float, ci: tuple[float | None, float | None]
) -> dict[str, Any]:
    """Return a row of `spreiding` of the selection."""
    return {
        **{"groep": "selectie", "crisisjaar": 2012, "maat": maat, "jaar": jaar, "n": 140},
        **{"sd_eerst": eerst, "sd_later": later, "verhouding": later / eerst, "reden": None},
        **{"ci_laag": ci[0], "ci_hoog": ci[1]},
    }


def bijdragen(
    van: int, tot: int, groep: str, waarden: Mapping[str, float], onzeker: float | None = 0.005
) -> list[dict[str, Any]]:
    """Return rows of `bijdragen`; distances have `onzeker` to both sides, None: not tested."""
    hoog, laag = max(waarden.values()), min(waarden.values())
    rijen = []
    for naam, waarde in waarden.items():
        rij = {"van": van, "tot": tot, "groep": groep, "dimensie": naam, "bijdrage": waarde}
        for kolom, afstand in (("onder_hoogste", hoog - waarde), ("boven_laagste", waarde - laag)):
            rij |= {kolom: afstand, f"{kolom}_laag": None, f"{kolom}_hoog": None}
            if onzeker is not None:
                marge = onzeker if afstand else 0.0
                rij |= {f"{kolom}_laag": afstand - marge, f"{kolom}_hoog": afstand + marge}
        rijen.append(rij)
    return rijen
