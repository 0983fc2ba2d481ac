"""Everything the pages show, as plain data: numbers to draw, and every text ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, KLASSENAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.kleur import CLUSTERKLEUREN, rand
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.rapport.portretten import kenmerken, reeksen
from leefbaarheid.rapport.portretten.kaartje import Kaartje
from leefbaarheid.tekst.wijkportretten import cluster as over_cluster
from leefbaarheid.tekst.wijkportretten import omgeving, stand
from leefbaarheid.tekst.wijkportretten.gemeente import over_de_wijken
from leefbaarheid.tekst.wijkportretten.wijk import (
    Kader,
    Wijk,
    score_in_klasse,
    verandering,
)


@dataclass(frozen=True)
class Bronnen:
    """The tables that the portretten are made from.

    Attributes:
        wijken: rows of the table of wijken.
        panel: rows with score and dimensions per wijk and year.
        context: row of the context table per wijk.
        factoren: rows of the codeboek of the factors, in the order of the edition.
        gelijkend: codes of the wijken that are most alike, by code.
        afstanden: row of the table `clusterafstand` per wijk.
        kaartjes, gemeentekaarten: map per wijk, and per gemeente.
        analyses: title and summary of the wijkanalyses per wijk.
        onderzoeksnamen: name per wijk in the study that the edition knows of, where it has one.
    """

    wijken: Sequence[Rij]
    panel: Sequence[Rij]
    context: Mapping[str, Rij]
    factoren: Sequence[Rij]
    gelijkend: Mapping[str, Sequence[str]]
    afstanden: Mapping[str, Rij]
    analyses: Mapping[str, Sequence[Mapping[str, str]]]
    kaartjes: Mapping[str, Kaartje] = field(default_factory=dict)
    gemeentekaarten: Mapping[str, Kaartje] = field(default_factory=dict)
    onderzoeksnamen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Alles:
    """What every page is made with."""

    kader: Kader
    bronnen: Bronnen
    rijen: Mapping[str, Rij]
    scores: reeksen.Reeksen
    dimensies: reeksen.Dimensiescores
    factoren: Sequence[Mapping[str, Any]]


def portretten(codes: Sequence[str], kader: Kader, bronnen: Bronnen) -> dict[str, Any]:
    """Return what the pages of these wijken show, by gemeente.

    Returns:
        JSON: the axes that are the same on every page, the selection's factors, the country, and
        `gemeenten` with their `wijken`, both in alphabetical order.
    """
    rijen = {rij["wk_code"]: rij for rij in bronnen.wijken}
    selectie = [code for code, rij in rijen.items() if rij["in_selectie"]]
    alles = _Alles(
        kader,
        bronnen,
        rijen,
        reeksen.lees_reeksen(bronnen.panel, {c: rij["gm_code"] for c, rij in rijen.items()}),
        reeksen.lees_dimensies(bronnen.panel, codes),
        kenmerken.spreiding(bronnen.factoren, bronnen.context, selectie),
    )
    gekozen = [rijen[code] for code in codes]
    groepen: dict[tuple[str, str], list[Rij]] = {}
    for rij in sorted(gekozen, key=lambda rij: op_alfabet(rij["wk_naam"], rij["wk_code"])):
        groepen.setdefault((rij["gm_naam"], rij["gm_code"]), []).append(rij)
    return {
        **_assen(alles, codes),
        "factoren": [{"label": deel["label"], "midden": deel["midden"]} for deel in alles.factoren],
        "land": [alles.scores.land.get(jaar) for jaar in kader.jaren],
        "land_tekst": [taal.score(alles.scores.land.get(jaar)) for jaar in kader.jaren],
        "gemeenten": [
            _gemeente(naam, code, groepen[naam, code], alles)
            for naam, code in sorted(groepen, key=lambda deel: op_alfabet(*deel))
        ],
    }


def op_alfabet(naam: str, code: str) -> tuple[str, str]:
    """Return what places are sorted by on pages, maps and in the index; the code decides ties."""
    return taal.alfabet(naam), code


def _assen(alles: _Alles, codes: Sequence[str]) -> dict[str, Any]:
    """Return the axes that are the same on every page."""
    kader, scores, dimensies = alles.kader, alles.scores, alles.dimensies
    gemeenten = {alles.rijen[code]["gm_code"] for code in codes}
    laag, hoog = reeksen.assen(
        [
            scores.land,
            *(scores.wijken.get(code, {}) for code in codes),
            *(scores.gemeenten.get(code, {}) for code in gemeenten),
        ]
    )
    return {
        "assen": {
            "jaren": list(kader.jaren),
            "laag": laag,
            "hoog": hoog,
            "grenzen": list(kader.grenzen),
            "klassen": list(KLASSENAMEN),
        },
        "dimensies": {
            "namen": [taal.hoofdletter(naam) for naam in DIMENSIES.values()],
            "jaren": dimensies.jaren,
            "laag": dimensies.laag,
            "hoog": dimensies.hoog,
        },
    }


def _gemeente(naam: str, code: str, rijen: Sequence[Rij], alles: _Alles) -> dict[str, Any]:
    kaart = alles.bronnen.gemeentekaarten.get(code, Kaartje())
    wijken = [
        Wijk(
            code=rij["wk_code"],
            naam=rij["wk_naam"],
            gemeente=naam,
            scores=alles.scores.wijken.get(rij["wk_code"], {}),
            cluster=rij["cluster"],
            in_selectie=bool(rij["in_selectie"]),
            in_gemeente=alles.scores.gemeenten.get(code, {}),
            in_land=alles.scores.land,
        )
        for rij in rijen
    ]
    return {
        "naam": naam,
        "code": code,
        "tekst": over_de_wijken(wijken, alles.kader),
        "kaart": kaart.gegevens(),
        "kaart_alt": f"Kaart van {naam}, {taal.getal(kaart.km, 1)} kilometer breed, met de "
        f"{W.gebieden} van deze bijlage genummerd. De tabel eronder geeft bij elk nummer de "
        f"{W.gebied}.",
        "wijken": [_portret(wijk, alles) for wijk in wijken],
    }


def _portret(wijk: Wijk, alles: _Alles) -> dict[str, Any]:
    kader, bronnen, rij = alles.kader, alles.bronnen, alles.rijen[wijk.code]
    zinnen = {"stand": stand.stand(wijk, kader), "ontwikkeling": stand.ontwikkeling(wijk, kader)}
    return {
        "code": wijk.code,
        "naam": wijk.naam,
        "inwoners": "" if rij["inwoners"] is None else taal.getal(rij["inwoners"]),
        "onderzoeksnaam": omgeving.naam_in_onderzoek(
            wijk.naam, bronnen.onderzoeksnamen.get(wijk.code)
        ),
        **zinnen,
        "scores": [wijk.scores.get(jaar) for jaar in kader.jaren],
        "gemeente": [wijk.in_gemeente.get(jaar) for jaar in kader.jaren],
        "tabel": [
            [taal.score(reeks.get(jaar)) for jaar in kader.jaren]
            for reeks in (wijk.scores, wijk.in_gemeente)
        ],
        "laatste": _laatste(wijk, kader),
        "verschil": verandering(wijk, kader, kader.jaren[0], kader.jaren[-1]),
        "alt": f"Lijngrafiek van de score van {wijk.naam}, de gemeente en het land. "
        f"{zinnen['stand']} {zinnen['ontwikkeling']} De cijfers staan in de tabel eronder.",
        "dimensies": alles.dimensies.van(wijk.code),
        "factoren": kenmerken.van_wijk(bronnen.context.get(wijk.code, {}), alles.factoren),
        "cluster": over_cluster.welk(wijk),
        "vlakje": _vlakje(wijk.cluster),
        "voorwaarden": over_cluster.voorwaarden(wijk, kader),
        "dichtbij": over_cluster.hoe_dichtbij(bronnen.afstanden.get(wijk.code)),
        "gelijkend": [_anders(alles.rijen[c], kader) for c in bronnen.gelijkend.get(wijk.code, ())],
        **_kaart(wijk, bronnen, alles.rijen),
        "analyse": _analyse(bronnen.analyses.get(wijk.code, ())),
    }


def _vlakje(cluster: str | None) -> list[str] | None:
    """Return fill and edge of the sign of a cluster; None without one."""
    if cluster is None:
        return None
    return [CLUSTERKLEUREN[cluster], rand(CLUSTERKLEUREN[cluster])]


def _laatste(wijk: Wijk, kader: Kader) -> str:
    """Return the score of the last year as it stands beside its class."""
    score = wijk.scores.get(kader.jaren[-1])
    return taal.GEEN if score is None else score_in_klasse(kader, score)


def _anders(rij: Rij, kader: Kader) -> list[str]:
    """Return name and gemeente, first and last score of a wijk that is alike."""
    scores = [taal.score(rij[f"lbm_{jaar}"]) for jaar in (kader.jaren[0], kader.jaren[-1])]
    return [f"{rij['wk_naam']}, {rij['gm_naam']}", *scores]


def _naam_van_buur(rij: Rij, eigen: Rij) -> str:
    """Return the name of a wijk nearby, with its gemeente where that is another one."""
    naam = str(rij["wk_naam"])
    return naam if rij["gm_code"] == eigen["gm_code"] else f"{naam} ({rij['gm_naam']})"


def _kaart(wijk: Wijk, bronnen: Bronnen, rijen: Mapping[str, Rij]) -> dict[str, Any]:
    kaart = bronnen.kaartjes.get(wijk.code, Kaartje())
    eigen = rijen[wijk.code]
    namen = [_naam_van_buur(rijen[code], eigen) for code in kaart.buren if code in rijen]
    buren = (omgeving.grenst_aan if kaart.met_grenzen else omgeving.in_de_buurt)(namen)
    alt = f"Kaartje van {wijk.naam} en omgeving, {taal.getal(kaart.km, 1)} kilometer breed. {buren}"
    return {"kaart": kaart.gegevens() | {"buren": buren}, "kaart_alt": alt.strip()}


def _analyse(analyses: Sequence[Mapping[str, str]]) -> dict[str, str] | None:
    """Return the first wijkanalyse of a wijk, and that there are more: a portret is one page."""
    if not analyses:
        return None
    eerste, *andere = analyses
    delen = {
        "titel": eerste["titel"],
        "tekst": omgeving.in_drie_regels(eerste["samenvatting"]),
        "meer": omgeving.nog_meer_analyses([analyse["titel"] for analyse in andere]),
    }
    return {naam: taal.apostrof(tekst) for naam, tekst in delen.items()}
