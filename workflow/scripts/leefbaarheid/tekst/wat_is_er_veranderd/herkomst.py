"""The chapter on what the editions are made of: settings, sources, code."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import BRON, PAKKET, Onderdeel, Verandering
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import aantal_anders
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import rijen as overzicht

LANG = 90
"""A value with more characters than this is cut in the table of the document."""


def instellingen(stof: Stof) -> str:
    """Say how many settings differ."""
    n = len(stof.tabellen["verandering_instellingen"])
    if not n:
        return "De instellingen zijn gelijk."
    verschilt = taal.meervoud(n, "verschilt", "verschillen")
    return f"Er {verschilt} {taal.aantal_van(n, 'instelling', 'instellingen')}."


def instelling_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per setting that differs."""
    return [
        [als_markdown(rij["sleutel"]), _waarde(rij["waarde_oud"]), _waarde(rij["waarde_nieuw"])]
        for rij in stof.tabellen["verandering_instellingen"]
    ]


def _waarde(tekst: str | None) -> str:
    """Return a value as a reader sees it: a list without brackets, ja and nee."""
    if tekst is None:
        return taal.GEEN
    if re.fullmatch(r"[0-9a-f]{64}", tekst):
        return f"{tekst[:8]}…"
    tekst = JANEE.get(tekst) or (_lijst(json.loads(tekst)) if tekst.startswith("[") else tekst)
    return als_markdown(tekst if len(tekst) <= LANG else f"{tekst[: LANG - 1].rstrip()}…")


JANEE = {"true": "ja", "false": "nee"}


def _lijst(delen: Sequence[object]) -> str:
    """Return a list as text; a list within it (a window) has a dash between its values."""
    return ", ".join("–".join(map(str, d)) if isinstance(d, list) else str(d) for d in delen)


def _van(stof: Stof, soort: str) -> list[Rij]:
    return [rij for rij in stof.tabellen["verandering_bronnen"] if rij["soort"] == soort]


def bronnen(stof: Stof) -> str:
    """Say how many source files are the same, changed, gone and new."""
    rijen = _van(stof, BRON)
    n = {soort: sum(rij["verandering"] == soort for rij in rijen) for soort in Verandering}
    if n[Verandering.GELIJK] == len(rijen):
        return "De bronbestanden zijn byte voor byte gelijk."
    delen = [
        f"{taal.hoeveel(aantal)} {wat}"
        for aantal, wat in (
            (n[Verandering.GELIJK], "gelijk"),
            (n[Verandering.GEWIJZIGD], "gewijzigd"),
            (n[Verandering.VERDWENEN], "verdwenen"),
            (n[Verandering.ERBIJ], "erbij gekomen"),
        )
        if aantal
    ]
    zijn = "is" if delen[0].startswith("één ") else "zijn"
    return f"Van de bronbestanden {zijn} er {taal.opsomming(delen)}."


def bron_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per source that the configuration names and that differs."""
    return [
        [als_markdown(rij["naam"]), _bestand(rij, "oud"), _bestand(rij, "nieuw")]
        for rij in _van(stof, BRON)
        if rij["verandering"] != Verandering.GELIJK
        and rij["naam"] not in (rij["bestand_oud"], rij["bestand_nieuw"])
    ]


def _bestand(rij: Rij, kant: str) -> str:
    if not rij[f"bestand_{kant}"]:
        return taal.GEEN
    versie = f", versie {als_markdown(rij[f'versie_{kant}'])}" if rij[f"versie_{kant}"] else ""
    return f"{als_markdown(rij[f'bestand_{kant}'])}{versie} ({rij[f'sha256_{kant}'][:8]})"


def code(stof: Stof) -> str:
    """Say whether the code that makes the tables, and the packages, are the same."""
    rij = overzicht(stof)[Onderdeel.CODE]
    if rij["reden"]:
        zin = f"Of de rekencode gelijk is, is niet na te gaan: {redentekst(rij['reden'])}."
    elif n := aantal_anders(rij):
        verschilt = taal.meervoud(n, "verschilt", "verschillen")
        bestanden = taal.aantal_van(n, "bestand", "bestanden")
        zin = f"Van de rekencode {verschilt} {bestanden}."
    else:
        zin = "De rekencode is gelijk."
    pakketten = [
        f"{als_markdown(rij['naam'])} ({_versies(rij)})"
        for rij in _van(stof, PAKKET)
        if rij["verandering"] != Verandering.GELIJK
    ]
    if not pakketten:
        return f"{zin} De versies van de pakketten zijn gelijk."
    wat = taal.meervoud(len(pakketten), "Eén pakket heeft", "Deze pakketten hebben")
    return f"{zin} {wat} een andere versie: {taal.opsomming(pakketten)}."


def _versies(rij: Rij) -> str:
    oud, nieuw = (als_markdown(rij[f"versie_{kant}"] or "") for kant in ("oud", "nieuw"))
    if oud and nieuw:
        return f"van {oud} naar {nieuw}"
    return f"{nieuw}, nieuw" if nieuw else f"{oud}, niet meer gebruikt"
