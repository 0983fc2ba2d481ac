"""More than one test: what the corrections leave."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.schattingen import tel_richtingen
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import PRIMAIR, VERKENNEND
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, rijen_van
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    netjes,
    rijkop_met_reden,
    vanaf_cel,
)

HOOFDTOETS = ("toets op een hoofdfactor", "toetsen op hoofdfactoren")
ANDERE_TOETS = ("verkennende toets", "verkennende toetsen")


def toetsen_zin(stof: Stof) -> str:
    """Say what is left of the findings after the corrections."""
    primair = rijen_van(stof, "toetsen", familie=PRIMAIR)
    verkennend = rijen_van(stof, "toetsen", familie=VERKENNEND)
    uitslag = _uitslag(primair, HOOFDTOETS, noem=True)
    zin = taal.hoofdletter(uitslag)
    niet = sum(leeg(rij["p"]) for rij in primair)
    if niet:
        zin += f" ({taal.aantal_van(niet, 'factor was', 'factoren waren')} niet te toetsen)"
    if any(not leeg(rij["p"]) for rij in verkennend):
        zin += f", en {_uitslag(verkennend, ANDERE_TOETS)}"
        if _overeind(verkennend):
            aandeel = taal.procent(SIGNIFICANTIE)
            zin += f" (naar verwachting hooguit {aandeel} daarvan bij toeval)"
    dubbel = sum(
        ontleed(rij["reden"]).code == ToetsReden.ZELFDE_TOETS for rij in verkennend if rij["reden"]
    )
    if dubbel:
        nog = taal.hoofdletter(taal.aantal_van(dubbel, "verkennende toets", "verkennende toetsen"))
        herhaalt = taal.meervoud(
            dubbel, "herhaalt een andere en telt", "herhalen een andere en tellen"
        )
        zin += f". {nog} meer {herhaalt} niet nog eens mee"
    return netjes(stof, f"{zin}.")


def _overeind(rijen: Sequence[Rij]) -> list[str]:
    """Return the labels of the tests that stand after the correction."""
    return [rij["label"] for rij in rijen if rij["verworpen"]]


def _uitslag(rijen: Sequence[Rij], soort: tuple[str, str], noem: bool = False) -> str:
    n, namen = sum(not leeg(rij["p"]) for rij in rijen), _overeind(rijen)
    lijst = f" ({taal.opsomming(namen)})" if noem and namen else ""
    if n == 0:
        return f"geen enkele {soort[0]} was uit te voeren"
    if n == 1:
        return f"de {soort[0]} blijft {'overeind' if namen else 'niet overeind'}{lijst}"
    aantal = taal.telwoord(len(namen)) if namen else "geen"
    werkwoord = "blijft" if len(namen) < 2 else "blijven"
    return f"van de {taal.telwoord(n)} {soort[1]} {werkwoord} er {aantal} overeind{lijst}"


def primair_rijen(stof: Stof) -> list[Cellen]:
    """Return the tests of the primary family before and after Holm."""
    uit = []
    for rij in rijen_van(stof, "toetsen", familie=PRIMAIR):
        overeind = {True: "ja", False: "nee"}.get(rij["verworpen"], taal.GEEN)
        uit.append(
            [
                rijkop_met_reden(stof, rij["term"], rij, "p"),
                taal.p_waarde(rij["p"]),
                taal.p_waarde(rij["p_aangepast"]),
                f"**{overeind}**" if rij["verworpen"] else overeind,
                vanaf_cel(stof, rij["term"]),
            ]
        )
    return uit


def _met_schatting(stof: Stof, toetsen: Sequence[Rij]) -> list[Rij]:
    """Return tests with the estimate they are about, from the table of regressions."""
    sleutel = ("van", "tot", "model", "steekproef", "term")
    per_toets = {tuple(r[k] for k in sleutel): r for r in stof.tabellen["regressie"]}
    gevonden = ((rij, per_toets[tuple(rij[k] for k in sleutel)]) for rij in toetsen)
    return [rij | {"coef_sd": schatting["coef_sd"]} for rij, schatting in gevonden]


def verkennend_rijen(stof: Stof) -> list[Cellen]:
    """Return per window how many exploratory tests there are and what the correction leaves."""
    uit = []
    rijen = rijen_van(stof, "toetsen", familie=VERKENNEND)
    for van, tot in sorted({(r["van"], r["tot"]) for r in rijen}):
        deel = [r for r in rijen if (r["van"], r["tot"]) == (van, tot) and not leeg(r["p"])]
        blijft = [r for r in deel if r["verworpen"]]
        factoren = {r["term"] for r in blijft}
        namen = [factornaam(stof, f) for f in stof.editie["factoren"] if f in factoren]
        uit.append(
            [
                venster(van, tot),
                taal.getal(len(deel)),
                tel_richtingen(_met_schatting(stof, deel)).in_cijfers,
                tel_richtingen(_met_schatting(stof, blijft)).in_cijfers,
                taal.opsomming(namen) or "geen",
            ]
        )
    return uit
