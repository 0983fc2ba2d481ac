"""How much changed per part of an edition, and what changed of all that the part depends on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabellen.modellen import MODELREGRESSIE
from leefbaarheid.basis.tabellen.oordelen import EINDOORDEEL
from leefbaarheid.basis.tabellen.trajecten import WIJKEN
from leefbaarheid.basis.tabelwaarden import (
    BRON,
    CODE,
    PAKKET,
    Onderdeel,
    Rol,
    Sleutelsoort,
    Verandering,
)
from leefbaarheid.verandering.herkomst import gewijzigde_sleutels, is_rekencode, noemt_alle_code
from leefbaarheid.verandering.stand import Stand
from leefbaarheid.verandering.zinnen import is_gewijzigd

Tabellen = Mapping[str, pd.DataFrame]

OVERZICHT = ["onderdeel", "n_oud", "n_nieuw", "n_gewijzigd", "n_verdwenen", "n_erbij"]
OVERZICHT += ["aanleiding", "reden"]

AFHANKELIJK: dict[Onderdeel, tuple[Sequence[str], Sequence[str], Sequence[Onderdeel]]] = {
    Onderdeel.WIJKEN: ((), ("leefbaarometer", "context"), ()),
    Onderdeel.SCORES: ((), ("leefbaarometer",), ()),
    Onderdeel.SELECTIE: (
        ("selectie", "jaren", "eindjaar", "accepteer_ontbrekend", "kenmerken"),
        ("context", "selectielijst"),
        (Onderdeel.SCORES,),
    ),
    Onderdeel.CLUSTERS: (
        ("clusters", "klassen", "eindjaar"),
        (),
        (Onderdeel.SCORES, Onderdeel.SELECTIE),
    ),
    Onderdeel.COEFFICIENTEN: (
        ("regressie", "factoren", "inferentie", "basisjaar", "kenmerken"),
        ("context",),
        (Onderdeel.SCORES, Onderdeel.SELECTIE),
    ),
    Onderdeel.OORDELEN: (
        ("regressie", "factoren", "inferentie", "basisjaar", "kenmerken", "clusters", "jaren"),
        ("context",),
        (Onderdeel.SCORES, Onderdeel.SELECTIE),
    ),
}
"""Part -> the settings, source files and other parts it is made from (besides code)."""
VAN_ONDERDEEL = {
    Onderdeel.SCORES: VeranderReden.DOOR_SCORES,
    Onderdeel.SELECTIE: VeranderReden.DOOR_SELECTIE,
}


def vat_samen(oud: Stand, nieuw: Stand, tabellen: Tabellen) -> pd.DataFrame:
    """Return the table `verandering_overzicht`.

    Args:
        oud, nieuw: the editions.
        tabellen: the other tables of the comparison, by name without `verandering_`.
    """
    tellingen = [*_herkomst(oud, nieuw, tabellen), *_uitkomsten(oud, nieuw, tabellen)]
    anders = {rij["onderdeel"] for rij in tellingen if _is_anders(rij)}
    for rij in tellingen:
        if rij["onderdeel"] in anders and rij["onderdeel"] in AFHANKELIJK:
            rij["aanleiding"] = _aanleiding(rij["onderdeel"], tabellen, anders)
    return pd.DataFrame(tellingen, columns=OVERZICHT)


def _is_anders(rij: Mapping[str, Any]) -> bool:
    return any(rij.get(naam) for naam in ("n_gewijzigd", "n_verdwenen", "n_erbij"))


def _telling(
    onderdeel: Onderdeel, tabel: pd.DataFrame, n: tuple[int | None, int | None]
) -> dict[str, Any]:
    return {
        "onderdeel": onderdeel,
        "n_oud": n[0],
        "n_nieuw": n[1],
        "n_gewijzigd": is_gewijzigd(tabel, Verandering.GEWIJZIGD),
        "n_verdwenen": is_gewijzigd(tabel, Verandering.VERDWENEN),
        "n_erbij": is_gewijzigd(tabel, Verandering.ERBIJ),
    }


def _herkomst(oud: Stand, nieuw: Stand, tabellen: Tabellen) -> list[dict[str, Any]]:
    """Count what differs in what the editions are made of."""
    bronnen = tabellen["bronnen"]
    soorten = {soort: bronnen[bronnen["soort"] == soort] for soort in (BRON, PAKKET, CODE)}
    code = soorten[CODE]
    aantal = [
        sum(map(is_rekencode, stand.code)) if noemt_alle_code(stand) else None
        for stand in (oud, nieuw)
    ]
    regel = _telling(
        Onderdeel.CODE, code[code["naam"].map(is_rekencode).astype(bool)], (aantal[0], aantal[1])
    )
    if None in aantal:
        regel |= dict.fromkeys(("n_gewijzigd", "n_verdwenen", "n_erbij"))
        regel["reden"] = VeranderReden.CODE_NIET_GENOEMD.met()
    return [
        _telling(Onderdeel.INSTELLINGEN, tabellen["instellingen"], (None, None)),
        _telling(Onderdeel.BRONNEN, soorten[BRON], (len(oud.bronnen), len(nieuw.bronnen))),
        regel,
        _telling(Onderdeel.PAKKETTEN, soorten[PAKKET], (len(oud.versies), len(nieuw.versies))),
    ]


def _uitkomsten(oud: Stand, nieuw: Stand, tabellen: Tabellen) -> list[dict[str, Any]]:
    """Count what differs in the outcomes; a part that one edition lacks has a reason."""
    wijken, scores = tabellen["scorewijken"], tabellen["scores"]
    moves = tabellen["clusterwijken"]["verplaatst"]
    n_beide = int(scores["n_beide"].sum()) if len(scores) else 0
    geselecteerd = [
        None if (t := stand.wijken()) is None else int(t["in_selectie"].sum())
        for stand in (oud, nieuw)
    ]
    alle = [None if (t := stand.wijken()) is None else len(t) for stand in (oud, nieuw)]
    rijen = [
        _telling(Onderdeel.WIJKEN, wijken, (alle[0], alle[1])) | {"n_gewijzigd": 0},
        {
            "onderdeel": Onderdeel.SCORES,
            "n_oud": int(scores["n_oud"].sum()),
            "n_nieuw": int(scores["n_nieuw"].sum()),
            "n_gewijzigd": int(scores["n_herzien"].sum()),
            "n_verdwenen": int(scores["n_oud"].sum()) - n_beide,
            "n_erbij": int(scores["n_nieuw"].sum()) - n_beide,
        },
        _telling(Onderdeel.SELECTIE, tabellen["selectie"], (geselecteerd[0], geselecteerd[1])),
        {
            "onderdeel": Onderdeel.CLUSTERS,
            "n_oud": len(moves),
            "n_nieuw": len(moves),
            "n_gewijzigd": int(moves.sum()),
            "n_verdwenen": 0,
            "n_erbij": 0,
        },
    ]
    rijen = [_met_reden(rij, WIJKEN.naam, oud, nieuw) for rij in rijen]
    for onderdeel, tabel in (
        (Onderdeel.COEFFICIENTEN, MODELREGRESSIE),
        (Onderdeel.OORDELEN, EINDOORDEEL),
    ):
        aantal = [_lengte(stand, tabel.naam) for stand in (oud, nieuw)]
        rij = _telling(onderdeel, tabellen[str(onderdeel)], (aantal[0], aantal[1]))
        rijen.append(_met_reden(rij, tabel.naam, oud, nieuw))
    cijfers = _telling(
        Onderdeel.CIJFERS, tabellen["cijfers"], (len(oud.cijfers), len(nieuw.cijfers))
    )
    return [*rijen, cijfers, _zinnen(oud, nieuw, tabellen["zinnen"])]


def _lengte(stand: Stand, naam: str) -> int | None:
    tabel = stand.tabellen.get(naam)
    return None if tabel is None else len(tabel)


def _zinnen(oud: Stand, nieuw: Stand, tabel: pd.DataFrame) -> dict[str, Any]:
    n_oud, n_nieuw = (int(tabel[f"zin_{kant}"].notna().sum()) for kant in Rol)
    rij = _telling(Onderdeel.ZINNEN, tabel, (n_oud, n_nieuw))
    for kant, stand in ((Rol.OUD, oud), (Rol.NIEUW, nieuw)):
        if stand.tekst is None:
            reden = VeranderReden.TEKST_ONTBREEKT.met(kant=KANTEN[kant])
            return _zonder_telling(rij) | {"reden": reden}
    return rij


KANTEN = {Rol.OUD: "vorige", Rol.NIEUW: "nieuwe"}


def _met_reden(rij: dict[str, Any], tabel: str, oud: Stand, nieuw: Stand) -> dict[str, Any]:
    for kant, stand in ((Rol.OUD, oud), (Rol.NIEUW, nieuw)):
        if tabel not in stand.tabellen:
            reden = VeranderReden.TABEL_ONTBREEKT.met(tabel=tabel, kant=KANTEN[kant])
            return _zonder_telling(rij) | {"reden": reden}
    return rij


def _zonder_telling(rij: dict[str, Any]) -> dict[str, Any]:
    return rij | dict.fromkeys(("n_oud", "n_nieuw", "n_gewijzigd", "n_verdwenen", "n_erbij"))


def _aanleiding(onderdeel: Onderdeel, tabellen: Tabellen, anders: set[Onderdeel]) -> str:
    """Return what changed of all that a part depends on, as codes; code only where nothing else.

    Where several things changed, which of them it was is not known; the codes are a list of what
    changed, in the order in which an edition is made.
    """
    instellingen, bronnen, onderdelen = AFHANKELIJK[onderdeel]
    codes: list[str] = []
    keuzes = tabellen["instellingen"]
    keuzes = keuzes[keuzes["soort"] == Sleutelsoort.KEUZE]
    if gewijzigde_sleutels(keuzes, *instellingen):
        codes.append(VeranderReden.DOOR_INSTELLINGEN.met())
    tabel = tabellen["bronnen"]
    gelijk = tabel["verandering"] == Verandering.GELIJK
    namen = [n for n in tabel.loc[(tabel["soort"] == BRON) & ~gelijk, "naam"] if n in bronnen]
    if namen:
        codes.append(VeranderReden.DOOR_BRON.met(namen=" ".join(namen)))
    codes += [VAN_ONDERDEEL[deel].met() for deel in onderdelen if deel in anders]
    if Onderdeel.CODE in anders:
        codes.append(VeranderReden.DOOR_CODE.met())
    if Onderdeel.PAKKETTEN in anders:
        codes.append(VeranderReden.DOOR_PAKKETTEN.met())
    return samen(codes or [VeranderReden.NIET_TE_HERLEIDEN.met()])
