"""Sentences that compare: the selection beside other wijken, one spread beside another.

Nothing is called more, less, further or nearer here unless the 95% interval of the difference
leaves out zero; otherwise the numbers stand beside each other and the sentence says that no
difference is shown. Each claim about the selection has both comparators, the other eligible wijken
and all other wijken in the country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import OVERIG, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import (
    BEGINSTAND,
    GEMIDDELDE,
    REST_VAN_LAND,
    VAN_SCORE,
    VAN_VERANDERING,
)
from leefbaarheid.tekst.gedeeld.namen import land
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof


def kant(rij: Mapping[str, Any], achter: str = "ci_", nul: float = 0.0) -> int | None:
    """Return +1 or -1 when an interval lies above or below `nul`, 0 when it holds it.

    None where there is no interval. `achter` is the beginning of the names of its two ends.
    """
    laag, hoog = (rij[f"{achter}{eind}"] for eind in ("laag", "hoog"))
    if taal.is_leeg(laag) or taal.is_leeg(hoog):
        return None
    return 1 if laag > nul else -1 if hoog < nul else 0


def andere_wijken(stof: Stof) -> dict[str, str]:
    """Return what the comparators are called within a sentence."""
    return {
        OVERIG: f"de overige {W.gebieden} die in aanmerking kwamen",
        REST_VAN_LAND: f"alle andere {W.gebieden} in {land(stof)}",
    }


def bijzin(naam: str) -> str:
    """Return a name as it stands before a verb: one that ends in a clause gets its comma."""
    return f"{naam}," if " die " in naam else naam


def naast(stof: Stof, van: int, tot: int, maat: str) -> list[Rij]:
    """Return the rows that lay the selection beside each comparator that has wijken.

    Where all wijken of the country are eligible, both comparators are the same and one is left.
    """
    namen = list(andere_wijken(stof))
    rijen = [
        rij
        for rij in stof.tabellen["vergelijkingen"]
        if (rij["van"], rij["tot"], rij["maat"]) == (van, tot, maat)
        and rij["vergeleken_met"] in namen
        and rij["n_ander"]
    ]
    rijen = sorted(rijen, key=lambda rij: namen.index(rij["vergeleken_met"]))
    return rijen[: len({(rij["n_ander"], rij["waarde_ander"]) for rij in rijen})]


def aantoonbaar(stof: Stof, rijen: Sequence[Rij]) -> str:
    """Say which of the differences with the selection are clear, as a clause.

    "geen van beide verschillen met de selectie is aantoonbaar", "alleen het eerste verschil met de
    selectie is aantoonbaar": in the order in which the comparators stand before it.
    """
    kanten = [kant(rij) for rij in rijen]
    duidelijk = [rij for rij, k in zip(rijen, kanten, strict=True) if k]
    if all(k is None for k in kanten):
        return f"het verschil met de selectie is niet te toetsen: {redentekst(rijen[0]['reden'])}"
    if len(rijen) == 1:
        niet = "" if duidelijk else "niet "
        return f"dat verschil met de selectie is {niet}aantoonbaar"
    if len(duidelijk) == len(rijen):
        return "beide verschillen met de selectie zijn aantoonbaar"
    if duidelijk:
        welk = "eerste" if duidelijk[0] is rijen[0] else "tweede"
        return f"alleen het {welk} verschil met de selectie is aantoonbaar"
    if None in kanten:
        return "een verschil met de selectie is niet aantoonbaar"
    return "geen van beide verschillen met de selectie is aantoonbaar"


def aandelen_naast(stof: Stof, van: int, tot: int, maat: str, deed: str) -> str:
    """Say which share of the comparators did what the selection did, and if they differ.

    Args:
        maat: a direction or a cluster of `vergelijkingen`.
        deed: the verb: "daalde".

    "Van de overige wijken die in aanmerking kwamen, daalde 22% en van alle andere wijken in
    Nederland 18%; geen van beide verschillen met de selectie is aantoonbaar."
    """
    rijen = naast(stof, van, tot, maat)
    if not rijen:
        return ""
    namen = andere_wijken(stof)
    cijfers = decimalen(rijen)
    eerste, *rest = (f"van {namen[rij['vergeleken_met']]}" for rij in rijen)
    getallen = [taal.procent(rij["waarde_ander"], cijfers) for rij in rijen]
    delen = [f"{bijzin(eerste)} {deed} {getallen[0]}"]
    delen += [f"{wie} {getal}" for wie, getal in zip(rest, getallen[1:], strict=True)]
    return taal.hoofdletter(f"{taal.opsomming(delen)}; {aantoonbaar(stof, rijen)}.")


def gemiddelden_naast(stof: Stof, van: int, tot: int) -> str:
    """Say how the mean of the comparators changed, and if the selection differs from that."""
    rijen = naast(stof, van, tot, GEMIDDELDE)
    if not rijen:
        return ""
    namen = andere_wijken(stof)
    delen = [
        f"bij {namen[rij['vergeleken_met']]} {taal.verandering(rij['waarde_ander'], 3)}"
        for rij in rijen
    ]
    eigen = taal.verandering(rijen[0]["waarde"], 3)
    return (
        f"Bij de geselecteerde {W.gebieden} was de gemiddelde verandering {eigen} punt, "
        f"{taal.opsomming(delen)}; "
        f"{aantoonbaar(stof, rijen)}."
    )


def decimalen(rijen: Sequence[Rij]) -> int:
    """Return one decimal where two shares that clearly differ would read the same without."""
    gelijk = (taal.procent(rij["waarde"]) == taal.procent(rij["waarde_ander"]) for rij in rijen)
    return int(any(k and g for k, g in zip(map(kant, rijen), gelijk, strict=True)))


def eigen_verandering(stof: Stof, van: int, tot: int) -> Rij:
    """Return the row of the mean change of the selection itself, beside zero."""
    for rij in stof.tabellen["vergelijkingen"]:
        if (rij["van"], rij["tot"], rij["vergeleken_met"]) == (van, tot, BEGINSTAND):
            return rij
    raise KeyError(f"geen venster {van}-{tot} in vergelijkingen")


def steeg_of_daalde(stof: Stof, van: int, tot: int, wat: str = "de gemiddelde score") -> str:
    """Say which way the mean of the selection clearly went: verb, subject `wat`, and if not so."""
    uitkomst = kant(eigen_verandering(stof, van, tot))
    if uitkomst:
        return f"{'steeg' if uitkomst > 0 else 'daalde'} {wat}"
    return f"veranderde {wat} niet aantoonbaar"


# ---------------------------------------------------------------------------------------------
# Spread


def _spreidingsrij(stof: Stof, maat: str, jaar: int) -> Rij:
    for rij in stof.tabellen["spreiding"]:
        if (rij["groep"], rij["maat"], rij["jaar"]) == (SELECTIE, maat, jaar):
            return rij
    raise KeyError(f"geen spreiding van {maat} in {jaar}")


def liepen_uiteen(stof: Stof) -> str:
    """Say whether the wijken moved apart after the crisis year: in level, and in their changes."""
    return f"{_scores_uiteen(stof)} {_veranderingen_uiteen(stof)}"


def spreiding_kort(stof: Stof) -> str:
    """Say in one sentence how the spread of the scores went after the crisis year."""
    rij = _spreidingsrij(stof, VAN_SCORE, stof.editie["eindjaar"])
    uitkomst = kant(rij, nul=1.0)
    if uitkomst is None:
        return ""
    ging = {1: "nam toe", -1: "nam af", 0: "veranderde niet aantoonbaar"}[uitkomst]
    eerst, later = (taal.getal(rij[naam], 3) for naam in ("sd_eerst", "sd_later"))
    return (
        f"De spreiding tussen de geselecteerde {W.gebieden} {ging} (standaarddeviatie van de "
        f"score: {eerst} in {stof.editie['clusters']['crisisjaar']} en {later} in "
        f"{stof.editie['eindjaar']})."
    )


def _scores_uiteen(stof: Stof) -> str:
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    rij = _spreidingsrij(stof, VAN_SCORE, eind)
    cijfers = (
        f"de standaarddeviatie was {taal.getal(rij['sd_eerst'], 3)} in {crisis} en "
        f"{taal.getal(rij['sd_later'], 3)} in {eind}"
    )
    uitkomst = kant(rij, nul=1.0)
    if uitkomst is None:
        return (
            f"Of de scores tussen {crisis} en {eind} verder uiteen gingen lopen, is niet te "
            f"toetsen ({redentekst(rij['reden'])}); {cijfers}."
        )
    grenzen = f"{taal.getal(rij['ci_laag'], 2)} tot {taal.getal(rij['ci_hoog'], 2)}"
    verhouding = f"een verhouding van {taal.getal(rij['verhouding'], 2)} (95%-interval {grenzen})"
    wie, periode = f"De scores van de geselecteerde {W.gebieden}", f"tussen {crisis} en {eind}"
    begin = {
        1: f"{wie} liepen {periode} verder uiteen",
        -1: f"{wie} kwamen {periode} dichter bij elkaar",
        0: f"{wie} gingen {periode} niet aantoonbaar verder of minder ver uiteenlopen",
    }[uitkomst]
    return f"{begin}: {cijfers}, {verhouding}."


def _veranderingen_uiteen(stof: Stof) -> str:
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    rij = _spreidingsrij(stof, VAN_VERANDERING, eind)
    uitkomst = kant(rij, nul=1.0)
    sds = f"{taal.getal(rij['sd_later'], 3)} tegen {taal.getal(rij['sd_eerst'], 3)}"
    if uitkomst is None:
        return (
            f"De standaarddeviatie van de veranderingen was {taal.getal(rij['sd_later'], 3)}, en "
            f"{taal.getal(rij['sd_eerst'], 3)} tussen {lang} en {crisis}."
        )
    hoe = {
        1: "meer van elkaar dan",
        -1: "minder van elkaar dan",
        0: "niet aantoonbaar meer of minder van elkaar dan",
    }[uitkomst]
    zin = (
        f"De veranderingen per {W.gebied} verschilden {hoe} die tussen {lang} en {crisis} "
        f"(standaarddeviatie {sds}"
    )
    jaren = (eind - crisis) - (crisis - lang)
    if not jaren:
        return f"{zin})."
    woord = "langere" if jaren > 0 else "kortere"
    return f"{zin}, over een {woord} periode)."
