"""What the pages of the website show: the numbers and sentences of the portretten, for all wijken.

The website makes no sentence and rounds no number of its own: what it says of a wijk are the words
of its portret, and a score is drawn where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, KLASSENAMEN, ZONDER_CLUSTER
from leefbaarheid.basis.gebied import W
from leefbaarheid.rapport.portretten.inhoud import Inhoud
from leefbaarheid.tekst.gedeeld.clusterregel import clusterregels
from leefbaarheid.tekst.wijkportretten import voorwerk
from leefbaarheid.tekst.wijkportretten.wijk import Kader, mijlpalen

PER_BLOK = 150
"""Wijken in one file of details: a file opens at once, and compresses as well as the whole."""
CLUSTERNAMEN = (*CLUSTERS, ZONDER_CLUSTER)
DUIZEND = 1000


def duizendsten(waarde: float | None, grenzen: Sequence[float] = ()) -> int | None:
    """Return a score in thousandths that is printed and classed as the documents do, or None.

    Rounding may bring a score over a bound of its class, or to the next hundredth (half of one goes
    up in a browser); the nearest thousandth that does neither is taken.

    Args:
        waarde: the score.
        grenzen: the bounds of the classes, in score points.
    """
    if waarde is None:
        return None
    getoond = round(float(taal.score(waarde).replace(",", ".").replace(taal.MIN, "-")) * 100)
    in_duizend = [round(grens * DUIZEND) for grens in grenzen]
    klasse = sum(waarde >= grens for grens in grenzen)
    dichtbij = sorted(
        range(getoond * 10 - 5, getoond * 10 + 5), key=lambda n: abs(n - waarde * 1000)
    )
    for kandidaat in dichtbij:
        if sum(kandidaat >= grens for grens in in_duizend) == klasse:
            return kandidaat
    return dichtbij[0]


def perioden(kader: Kader) -> list[dict[str, int]]:
    """Return the periods that changes are shown over: all years, then the last period first."""
    paren = [*pairwise(mijlpalen(kader)), (kader.jaren[0], kader.jaren[-1])]
    uit = list(dict.fromkeys(paren))
    return [{"van": van, "tot": tot} for van, tot in reversed(uit)]


def richting(scores: Sequence[float | None], van: int, tot: int, delta: float) -> int | None:
    """Return 1 for a rise of more than the margin, -1 for such a fall, 0 for neither, or None.

    Args:
        scores: per year of measurement.
        van, tot: places in `scores`.
        delta: the margin, in score points.
    """
    eerst, laatst = scores[van], scores[tot]
    if eerst is None or laatst is None:
        return None
    verschil = round(laatst - eerst, 9)
    return (verschil > delta) - (verschil < -delta)


def kern(
    inhoud: Inhoud,
    editie: Mapping[str, Any],
    bladzijden: Mapping[str, int],
    met_analyse: Mapping[str, Sequence[int]],
    downloads: Sequence[Mapping[str, str]],
) -> dict[str, Any]:
    """Return what the first view needs of all wijken.

    Args:
        inhoud: of all wijken, from `maak_inhoud`.
        editie: name, title, publisher, source line and licence, ready to show.
        bladzijden: page of the bijlage Wijkportretten per wijk that has one.
        met_analyse: places of the wijkanalyses of a wijk in the list of analyses.
        downloads: name and path of the documents.
    """
    g, kader = inhoud.gegevens, inhoud.kader
    vensters = perioden(kader)
    plek = {jaar: i for i, jaar in enumerate(kader.jaren)}
    rijen = inhoud.tabel["wijken"].set_index("wk_code")
    clusters = {str(code): naam for code, naam in rijen["cluster"].items()}
    gekozen = {str(code) for code, ja in rijen["in_selectie"].items() if ja}
    wijken = [
        [
            wijk["code"],
            wijk["naam"],
            nummer,
            _cluster(clusters.get(wijk["code"])),
            int(wijk["code"] in gekozen),
            [duizendsten(score, kader.grenzen) for score in wijk["scores"]],
            volgnummer // PER_BLOK,
            bladzijden.get(wijk["code"], 0),
            [
                richting(wijk["scores"], plek[v["van"]], plek[v["tot"]], kader.delta)
                for v in vensters
            ],
        ]
        for volgnummer, (nummer, wijk) in enumerate(_alle(g["gemeenten"]))
    ]
    return {
        "editie": {
            **editie,
            "marge": taal.met_minst(kader.delta, 2),
            "marge_score": round(kader.delta * DUIZEND),
        },
        "jaren": list(kader.jaren),
        "grenzen": [round(grens * DUIZEND) for grens in kader.grenzen],
        "klassen": g["assen"]["klassen"],
        "assen": _as(g["assen"]),
        "dimensies": {
            "namen": g["dimensies"]["namen"],
            "jaren": g["dimensies"]["jaren"],
            **_as(g["dimensies"]),
        },
        "factoren": g["factoren"],
        "clusters": _clusters(kader),
        "merk": voorwerk.merk([factor["label"] for factor in g["factoren"]]),
        "perioden": vensters,
        "land": [duizendsten(score) for score in g["land"]],
        "gemeenten": [
            [gm["code"], gm["naam"], gm["tekst"], _van_gemeente(gm)] for gm in g["gemeenten"]
        ],
        "wijken": wijken,
        "precies": _precies(g["gemeenten"]),
        "downloads": list(downloads),
        "met_analyse": {code: list(plekken) for code, plekken in sorted(met_analyse.items())},
    }


def _clusters(kader: Kader) -> list[dict[str, str]]:
    """Return the clusters, with the rule that the hoofdrapport gives of each."""
    voldoende = f"‘{KLASSENAMEN[kader.voldoende_vanaf - 1]}’"
    regels = clusterregels(kader.eindjaar, kader.langjaar, kader.crisisjaar, voldoende)
    regels |= {
        ZONDER_CLUSTER: f"Van deze {W.gebieden} ontbreekt een score die de regel nodig heeft."
    }
    return [{"naam": taal.hoofdletter(naam), "uitleg": regels[naam]} for naam in CLUSTERNAMEN]


def _precies(gemeenten: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the last score of a wijk as text, where two decimals would show another class."""
    return {
        wijk["code"]: wijk["laatste"]
        for _, wijk in _alle(gemeenten)
        if wijk["laatste"] != taal.score(wijk["scores"][-1])
    }


def _as(assen: Mapping[str, Any]) -> dict[str, int]:
    return {eind: round(assen[eind] * DUIZEND) for eind in ("laag", "hoog")}


def _cluster(naam: Any) -> int:
    return CLUSTERNAMEN.index(naam if isinstance(naam, str) else ZONDER_CLUSTER)


def _alle(gemeenten: Sequence[Mapping[str, Any]]) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """Yield every wijk with the place of its gemeente."""
    for nummer, gemeente in enumerate(gemeenten):
        for wijk in gemeente["wijken"]:
            yield nummer, wijk


def _van_gemeente(gemeente: Mapping[str, Any]) -> list[int | None]:
    """Return the mean scores of a gemeente; they stand with each of its wijken."""
    return [duizendsten(score) for score in gemeente["wijken"][0]["gemeente"]]


def blokken(
    inhoud: Inhoud, portretten: Mapping[str, str], op_de_lijst: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the details of the wijken, PER_BLOK at a time, by code.

    The page draws what it is given: numbers in thousandths, and every text ready to show.

    Args:
        inhoud: of all wijken, from `maak_inhoud`.
        portretten: link to the portret of each wijk that has one.
        op_de_lijst: what is said of each wijk on the list of stijgers and dalers.
    """
    gelijkend: dict[str, list[str]] = {}
    tabel = inhoud.gelijkend
    for code, ander in zip(tabel["wk_code"], tabel["gelijkende_wk_code"], strict=True):
        gelijkend.setdefault(str(code), []).append(str(ander))
    delen = [
        (
            wijk["code"],
            _details(wijk, gelijkend.get(wijk["code"], []))
            | {
                "portret": portretten.get(wijk["code"], ""),
                "lijst": op_de_lijst.get(wijk["code"], ""),
            },
        )
        for _, wijk in _alle(inhoud.gegevens["gemeenten"])
    ]
    return [dict(delen[i : i + PER_BLOK]) for i in range(0, len(delen), PER_BLOK)]


def _details(wijk: Mapping[str, Any], gelijkend: Sequence[str]) -> dict[str, Any]:
    gelijk = ("inwoners", "onderzoeksnaam", "stand", "ontwikkeling", "cluster", "voorwaarden")
    return {
        **{naam: wijk[naam] for naam in (*gelijk, "dichtbij")},
        "dimensies": [
            [[_punt(waarde) for waarde in deel["waarden"]], deel["cellen"]]
            for deel in wijk["dimensies"]
        ],
        "factoren": [[deel["tekst"], deel["plaats"]] for deel in wijk["factoren"]],
        "gelijkend": list(gelijkend),
        "buren": wijk["kaart"]["buren"],
    }


def _punt(waarde: float | None) -> int | None:
    return None if waarde is None else round(waarde * DUIZEND)
