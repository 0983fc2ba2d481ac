"""The summary: whether anything changed, how much of what, and what that can come from."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.basis.redenen.code import los, samen
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Onderdeel, Rol
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.redenen.alle import redentekst, redenteksten
from leefbaarheid.tekst.stof import Stof

NAMEN: dict[str, tuple[str, str]] = {
    Onderdeel.INSTELLINGEN: ("instellingen", "instellingen"),
    Onderdeel.BRONNEN: ("bronbestanden", "bronbestanden"),
    Onderdeel.CODE: ("rekencode", "bestanden van de rekencode"),
    Onderdeel.PAKKETTEN: ("versies van pakketten", "pakketten"),
    Onderdeel.WIJKEN: ("de [[gebied+indeling]]", "[[gebied+codes]]"),
    Onderdeel.SCORES: ("de scores", "scores"),
    Onderdeel.SELECTIE: ("de selectie", "geselecteerde [[gebieden]]"),
    Onderdeel.CLUSTERS: ("de clusters", "clusters ([[gebieden]] in beide selecties)"),
    Onderdeel.COEFFICIENTEN: ("de schattingen", "schattingen"),
    Onderdeel.OORDELEN: ("de oordelen", "oordelen over factoren"),
    Onderdeel.CIJFERS: ("de cijfers in de tekst", "cijfers in de tekst"),
    Onderdeel.ZINNEN: ("de samenvatting", "zinnen van de samenvatting"),
}
"""Each part within a sentence, and what is counted of it."""
MEERVOUD = (
    *(Onderdeel.SCORES, Onderdeel.CLUSTERS, Onderdeel.COEFFICIENTEN, Onderdeel.OORDELEN),
    Onderdeel.CIJFERS,
)
"""Parts whose name is a plural."""
HERKOMST = (Onderdeel.INSTELLINGEN, Onderdeel.BRONNEN, Onderdeel.CODE, Onderdeel.PAKKETTEN)
"""What an edition is made of; the other parts come out of it."""


def rijen(stof: Stof) -> dict[str, Rij]:
    """Return the rows of the overview by part."""
    return {rij["onderdeel"]: rij for rij in stof.tabellen["verandering_overzicht"]}


def aantal_anders(rij: Rij) -> int:
    """Return how much of a part differs: changed, gone and new."""
    return sum(rij[naam] or 0 for naam in ("n_gewijzigd", "n_verdwenen", "n_erbij"))


def is_anders(stof: Stof, onderdeel: str) -> bool:
    """Tell whether anything of a part differs."""
    return aantal_anders(rijen(stof)[onderdeel]) > 0


def is_gelijk(stof: Stof) -> bool:
    """Tell whether nothing at all differs and everything could be compared."""
    alle = rijen(stof).values()
    return not any(aantal_anders(rij) or rij["reden"] for rij in alle)


def edities(stof: Stof) -> tuple[Rij, Rij]:
    """Return what the previous and the new edition are."""
    tabel = stof.tabellen["verandering_edities"]
    return zoek(tabel, rol=Rol.OUD), zoek(tabel, rol=Rol.NIEUW)


def kern(stof: Stof) -> str:
    """Say in one sentence whether anything changed, and in which parts."""
    if is_gelijk(stof):
        return "Er is niets veranderd tussen de twee edities."
    anders = [naam for naam in Onderdeel if is_anders(stof, naam)]
    onvergelijkbaar = [rij for rij in rijen(stof).values() if rij["reden"]]
    if not anders:
        return (
            "In wat te vergelijken is, is niets veranderd; "
            f"{taal.aantal_van(len(onvergelijkbaar), 'onderdeel is', 'onderdelen zijn')} niet te "
            "vergelijken."
        )
    uitkomsten = [met_woorden(NAMEN[naam][0]) for naam in anders if naam not in HERKOMST]
    gemaakt_van = [met_woorden(NAMEN[naam][0]) for naam in anders if naam in HERKOMST]
    delen = []
    if uitkomsten:
        delen.append(f"de uitkomsten verschillen in {taal.opsomming(uitkomsten)}")
    if gemaakt_van:
        delen.append(f"de edities zijn gemaakt met andere {taal.opsomming(gemaakt_van)}")
    if not uitkomsten:
        delen.insert(0, "de uitkomsten zijn gelijk")
    return f"{taal.hoofdletter('; '.join(delen))}."


def aanleiding(stof: Stof, onderdeel: str) -> str:
    """Say what changed of all that a part depends on; "" where the part itself did not change."""
    codes = los(rijen(stof)[onderdeel]["aanleiding"])
    if not codes:
        return ""
    if rijen(stof)[Onderdeel.CODE]["reden"]:
        return f"{_aanleiding(onderdeel, codes)} {ONBEKENDE_CODE}"
    return _aanleiding(onderdeel, codes)


ONBEKENDE_CODE = "Of ook de rekencode verschilt, is niet na te gaan."


def _aanleiding(onderdeel: str, codes: Sequence[str]) -> str:
    """Say what changed of all that a part depends on, from the codes of it."""
    naam, rust = met_woorden(NAMEN[onderdeel][0]), "rusten" if onderdeel in MEERVOUD else "rust"
    if codes == [VeranderReden.NIET_TE_HERLEIDEN.met()]:
        return f"Waar het verschil in {naam} vandaan komt, is uit de manifesten niet te herleiden."
    wat = taal.opsomming(redenteksten(samen(codes)))
    if len(codes) == 1:
        return f"Van alles waar {naam} op {rust}, verschilt alleen iets in {wat}."
    return (
        f"Van alles waar {naam} op {rust}, verschilt iets in {wat}; welk deel waaraan toe te "
        "schrijven is, is hiermee niet te zeggen."
    )


def niet_te_vergelijken(stof: Stof, onderdeel: str) -> str:
    """Say why a part could not be compared; "" where it could."""
    reden = rijen(stof)[onderdeel]["reden"]
    if not reden:
        return ""
    is_ = "zijn" if onderdeel in MEERVOUD else "is"
    return (
        f"{taal.hoofdletter(met_woorden(NAMEN[onderdeel][0]))} {is_} niet te vergelijken: "
        f"{redentekst(reden)}."
    )


def de(aantal: int, enkel: str, meer: str) -> str:
    """Return a group with its article: "de enige wijk", "de twee wijken"."""
    return f"de enige {enkel}" if aantal == 1 else f"de {taal.aantal_van(aantal, enkel, meer)}"


def alle(aantal: int, enkel: str, meer: str) -> str:
    """Return a whole group: "de enige wijk", "beide wijken", "alle drie wijken"."""
    return f"beide {meer}" if aantal == 2 else taal.alle_van(aantal, enkel, meer)


def stand_van_zaken(stof: Stof) -> list[str]:
    """Return a sentence per part that came out differently, in the order of the chapters."""
    return [zin for naam, maak in ZINNEN.items() if is_anders(stof, naam) and (zin := maak(stof))]


def _scores(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.SCORES]
    if not rij["n_gewijzigd"]:
        return ""
    n = taal.aantal_van(rij["n_gewijzigd"], "score is", "scores zijn")
    return f"**Scores.** {taal.hoofdletter(n)} herzien (@sec-scores)."


def _wijken(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.WIJKEN]
    code, codes = W.met("code"), W.met("codes")
    delen = [
        f"{taal.aantal_van(n, f'{code} {enkel}', f'{codes} {meer}')}"
        for n, enkel, meer in (
            (rij["n_verdwenen"], "verdween", "verdwenen"),
            (rij["n_erbij"], "kwam erbij", "kwamen erbij"),
        )
        if n
    ]
    return f"**{W.Met('indeling')}.** {taal.hoofdletter(taal.opsomming(delen))} (@sec-scores)."


def _selectie(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.SELECTIE]
    eruit = taal.aantal_van(rij["n_verdwenen"], f"{W.gebied} ging", f"{W.gebieden} gingen")
    erbij = taal.aantal_van(rij["n_erbij"], f"{W.gebied} kwam", f"{W.gebieden} kwamen")
    return f"**Selectie.** {taal.hoofdletter(eruit)} eruit en {erbij} erbij (@sec-selectie)."


def _clusters(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.CLUSTERS]
    n = taal.hoeveel(rij["n_gewijzigd"])
    staat = taal.meervoud(rij["n_gewijzigd"], "staat", "staan")
    wijken = de(rij["n_oud"], W.gebied, W.gebieden)
    return (
        f"**Clusters.** Van {wijken} in beide selecties {staat} er {n} in een ander cluster "
        "(@sec-clusters)."
    )


def _oordelen(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.OORDELEN]
    delen = [
        taal.aantal_van(n, f"factor {enkel}", f"factoren {meer}")
        for n, enkel, meer in (
            (rij["n_gewijzigd"], "heeft een ander oordeel", "hebben een ander oordeel"),
            (rij["n_verdwenen"], "verdween", "verdwenen"),
            (rij["n_erbij"], "kwam erbij", "kwamen erbij"),
        )
        if n
    ]
    return f"**Oordelen.** {taal.hoofdletter(taal.opsomming(delen))} (@sec-samenhang)."


def _zinnen(stof: Stof) -> str:
    rij = rijen(stof)[Onderdeel.ZINNEN]
    delen = [
        f"{taal.hoeveel(n)} {wat}"
        for n, wat in ((rij["n_gewijzigd"], "gewijzigd"), (rij["n_verdwenen"], "verdwenen"))
        if n
    ]
    zinnen = []
    if delen:
        zijn = "is" if delen[0].startswith("één ") else "zijn"
        van = de(rij["n_oud"], "zin", "zinnen")
        zinnen.append(f"van {van} {zijn} er {taal.opsomming(delen)}")
    if rij["n_erbij"]:
        zinnen.append(taal.aantal_van(rij["n_erbij"], "zin kwam erbij", "zinnen kwamen erbij"))
    return f"**De samenvatting.** {taal.hoofdletter('; '.join(zinnen))} (@sec-zinnen)."


ZINNEN = {
    Onderdeel.WIJKEN: _wijken,
    Onderdeel.SCORES: _scores,
    Onderdeel.SELECTIE: _selectie,
    Onderdeel.CLUSTERS: _clusters,
    Onderdeel.OORDELEN: _oordelen,
    Onderdeel.ZINNEN: _zinnen,
}


def overzicht_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per part: how many there are, how many differ, and why not where not."""
    uit = []
    for naam, rij in rijen(stof).items():
        tellingen = [
            taal.getal(rij[kolom])
            for kolom in ("n_oud", "n_nieuw", "n_gewijzigd", "n_verdwenen", "n_erbij")
        ]
        uit.append([taal.hoofdletter(met_woorden(NAMEN[naam][1])), *tellingen])
    return uit


def opmerkingen(stof: Stof) -> list[str]:
    """Say of each part that could not be compared why not."""
    return [
        f"{taal.hoofdletter(met_woorden(NAMEN[naam][1]))}: {redentekst(rij['reden'])}."
        for naam, rij in rijen(stof).items()
        if rij["reden"]
    ]
