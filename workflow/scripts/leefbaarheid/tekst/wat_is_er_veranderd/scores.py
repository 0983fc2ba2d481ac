"""The chapter on the scores: what was revised, and which codes came and went."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Onderdeel, Verandering
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import alle, de, is_anders
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import rijen as overzicht

HOOGSTENS = 10


def herzien(stof: Stof) -> list[str]:
    """Say how many scores were revised and how much."""
    per_jaar = [rij for rij in stof.tabellen["verandering_scores"] if rij["n_beide"]]
    if not per_jaar:
        return ["Er zijn geen scores die in beide edities staan."]
    n = sum(rij["n_beide"] for rij in per_jaar)
    n_herzien = sum(rij["n_herzien"] for rij in per_jaar)
    staat, is_ = taal.meervoud(n, "staat", "staan"), taal.meervoud(n, "is", "zijn")
    if not n_herzien:
        groep = taal.hoofdletter(alle(n, "score die", "scores die"))
        return [f"{groep} in beide edities {staat}, {is_} gelijk."]
    gemiddeld = sum(rij["gemiddelde_absoluut"] * rij["n_beide"] for rij in per_jaar) / n
    grootste = max(per_jaar, key=lambda rij: (rij["grootste_absoluut"], -rij["jaar"]))
    if n_herzien == n:
        groep = taal.hoofdletter(alle(n, "score die", "scores die"))
        eerste = f"{groep} in beide edities {staat}, {is_} herzien."
    else:
        er = taal.meervoud(n_herzien, "is", "zijn")
        eerste = (
            f"Van {de(n, 'score die', 'scores die')} in beide edities {staat}, {er} er "
            f"{taal.hoeveel(n_herzien)} herzien ({taal.procent(n_herzien / n, 1)})."
        )
    return [
        f"{eerste} Over al die scores is het verschil gemiddeld {taal.getal(gemiddeld, 3)} punt, "
        "omhoog of omlaag.",
        f"De grootste herziening is {taal.getal(grootste['grootste_absoluut'], 3)} punt: "
        f"{als_markdown(grootste['wk_naam'])} ({grootste['wk_code']}) in {grootste['jaar']}.",
    ]


def jaren_apart(stof: Stof) -> list[str]:
    """Name the years that only one edition has."""
    return [
        f"Meetjaar {rij['jaar']} {redentekst(rij['reden'])}."
        for rij in stof.tabellen["verandering_scores"]
        if rij["n_beide"] is None
    ]


def jaar_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per year in both editions; none where no score was revised."""
    if not is_anders(stof, Onderdeel.SCORES):
        return []
    return [
        [
            str(rij["jaar"]),
            taal.getal(rij["n_beide"]),
            taal.getal(rij["n_herzien"]),
            taal.verandering(rij["gemiddelde_herziening"], 3),
            taal.getal(rij["gemiddelde_absoluut"], 3),
            taal.getal(rij["grootste_absoluut"], 3),
            _wijk(rij["wk_naam"], rij["wk_code"]),
        ]
        for rij in stof.tabellen["verandering_scores"]
        if rij["n_beide"]
    ]


def _wijk(naam: str | None, code: str | None) -> str:
    return f"{als_markdown(naam or '')} ({code})" if code else taal.GEEN


def codes(stof: Stof) -> list[str]:
    """Say how many codes went and came, and what that means for the same code in both."""
    rij = overzicht(stof)[Onderdeel.WIJKEN]
    weg, erbij = rij["n_verdwenen"], rij["n_erbij"]
    if not weg and not erbij:
        return []
    code, codes = W.met("code"), W.met("codes")
    delen = [
        f"{taal.aantal_van(n, f'{code} staat', f'{codes} staan')} alleen in de {waar} editie"
        for n, waar in ((weg, "vorige"), (erbij, "nieuwe"))
        if n
    ]
    return [
        f"{taal.hoofdletter(taal.opsomming(delen))}.",
        f"Waar de {W.met('indeling')} veranderde, kan ook een code die bleef nu een ander gebied "
        "zijn: haar herziene score gaat dan voor een deel over andere grenzen.",
    ]


def _herziene(stof: Stof) -> list[Rij]:
    """Return the selected wijken with a revised score, the largest revision first."""
    rijen = [
        rij
        for rij in stof.tabellen["verandering_scorewijken"]
        if rij["verandering"] == Verandering.GEWIJZIGD and rij["in_selectie"]
    ]
    return sorted(rijen, key=lambda rij: (-abs(rij["herziening"]), rij["wk_code"]))


def wijken_zin(stof: Stof) -> str:
    """Introduce the table of the selected wijken with a revised score; "" without any."""
    n = len(_herziene(stof))
    if not n:
        return ""
    wijken = taal.aantal_van(
        n, f"{W.gebied} die geselecteerd is", f"{W.gebieden} die geselecteerd zijn"
    )
    zin = f"Bij {wijken}, nu of in de vorige editie, is een score herzien."
    if n > HOOGSTENS:
        zin += f" @tbl-scorewijken toont de {taal.telwoord(HOOGSTENS)} met de grootste herziening."
    return zin


def wijken_rijen(stof: Stof) -> list[Cellen]:
    """Return the selected wijken with the largest revisions."""
    return [
        [
            als_markdown(rij["wk_naam_nieuw"]),
            als_markdown(rij["gm_naam"]),
            str(rij["jaar"]),
            taal.getal(rij["score_oud"], 3),
            taal.getal(rij["score_nieuw"], 3),
            taal.verandering(rij["herziening"], 3),
        ]
        for rij in _herziene(stof)[:HOOGSTENS]
    ]
