"""The summary: whether anything changed, how much of what, and what that can come from."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.redenen.code import los
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Onderdeel, Rol
from leefbaarheid.tekst.redenen.alle import redentekst, redenteksten
from leefbaarheid.tekst.stof import Stof

NAMEN: dict[str, tuple[str, str]] = {
    Onderdeel.INSTELLINGEN: ("instelling", "instellingen"),
    Onderdeel.BRONNEN: ("bronbestand", "bronbestanden"),
    Onderdeel.CODE: ("bestand van de rekencode", "bestanden van de rekencode"),
    Onderdeel.PAKKETTEN: ("pakket", "pakketten"),
    Onderdeel.WIJKEN: ("wijkcode", "wijkcodes"),
    Onderdeel.SCORES: ("score", "scores"),
    Onderdeel.SELECTIE: ("geselecteerde wijk", "geselecteerde wijken"),
    Onderdeel.CLUSTERS: ("wijk in een ander cluster", "wijken in een ander cluster"),
    Onderdeel.COEFFICIENTEN: ("schatting", "schattingen"),
    Onderdeel.OORDELEN: ("oordeel", "oordelen"),
    Onderdeel.CIJFERS: ("cijfer in de tekst", "cijfers in de tekst"),
    Onderdeel.ZINNEN: ("zin van de samenvatting", "zinnen van de samenvatting"),
}
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
    uitkomsten = [NAMEN[naam][1] for naam in anders if naam not in HERKOMST]
    gemaakt_van = [NAMEN[naam][1] for naam in anders if naam in HERKOMST]
    delen = []
    if uitkomsten:
        delen.append(f"de uitkomsten verschillen in {taal.opsomming(uitkomsten)}")
    if gemaakt_van:
        delen.append(f"de edities zijn gemaakt met verschillende {taal.opsomming(gemaakt_van)}")
    if not uitkomsten:
        delen.insert(0, "de uitkomsten zijn gelijk")
    return f"{taal.hoofdletter('; '.join(delen))}."


def aanleiding(stof: Stof, onderdeel: str) -> str:
    """Say what changed of all that a part depends on; "" where the part itself did not change."""
    codes = los(rijen(stof)[onderdeel]["aanleiding"])
    if not codes:
        return ""
    if codes == [VeranderReden.NIET_TE_HERLEIDEN.met()]:
        return "Waar dat vandaan komt, is uit de manifesten niet te herleiden."
    wat = taal.opsomming(redenteksten(";".join(codes)))
    if len(codes) == 1:
        return f"Van alles waar dit van afhangt, verschilt alleen iets in {wat}."
    return (
        f"Van alles waar dit van afhangt, verschilt iets in {wat}; welk deel waaraan toe te "
        "schrijven is, is hiermee niet te zeggen."
    )


def niet_te_vergelijken(stof: Stof, onderdeel: str) -> str:
    """Say why a part could not be compared; "" where it could."""
    reden = rijen(stof)[onderdeel]["reden"]
    return (
        f"{taal.hoofdletter(redentekst(reden))}: dit deel is niet te vergelijken." if reden else ""
    )
