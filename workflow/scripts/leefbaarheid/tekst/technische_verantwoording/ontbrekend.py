"""Missing data: what is missing, and what filling it in changes."""

from __future__ import annotations

from collections import Counter

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE, VERANDERING
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import (
    ALLE_FACTOREN,
    COMPLETE_CASE,
    EN,
    GEEN_FACTOR,
    IMPUTATIE,
    VOLLEDIG,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factorlabel, factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    per_factor,
    punt,
    redentekst,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE, richting_van
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    kort_cel,
    rijkop_met_reden,
    schatting_cel,
    vanaf_cel,
)

PATRONEN = 6
"""Combinations of missing factors that have a row of their own."""


def plan(stof: Stof) -> list[str]:
    """Return the plan for missing data, as sentences."""
    imputaties = stof.editie["inferentie"]["imputaties"]
    return [
        f"De hoofdanalyse gebruikt de {W.gebieden} waarvan alle factoren bekend zijn. Dat geeft "
        "een zuiver beeld zolang het ontbreken, bij gelijke factoren en een gelijke beginscore, "
        "niet samenhangt met de uitkomst.",
        f"Ter controle zijn ontbrekende factoren {taal.getal(imputaties)} keer ingevuld "
        f"(meervoudige imputatie): elke lege plek krijgt telkens de waarde van een {W.gebied} die "
        "erop lijkt, zodat ook de onzekerheid over het invullen meetelt.",
        f"Welke {W.gebied} erop lijkt, volgt uit de begin- en eindscore, de score in het "
        "basisjaar, de andere factoren en de gemiddelden van de gemeente. Een factor die alleen "
        "tussen gemeenten verschilt, is per gemeente ingevuld. Scores zijn nooit ingevuld.",
        "De uitkomsten zijn samengevoegd met de regels van Rubin [@rubin1987], met de "
        "vrijheidsgraden van Barnard en Rubin [@barnard1999].",
        "Invullen veronderstelt dat het ontbreken te voorspellen is uit wat wel bekend is. Dat is "
        f"niet te toetsen. Daarom staat erbij waarin {W.gebieden} met en zonder ontbrekende "
        "gegevens verschillen, en zijn de ingevulde waarden ook verschoven: alsof zij in "
        f"werkelijkheid hoger of lager liggen dan die van {W.gebieden} die erop lijken "
        "[@rubin1987; @vanbuuren2018].",
    ]


def ontbrekend_tekst(stof: Stof) -> str:
    """Say what is missing, whether those wijken differ, and what filling in changes."""
    mist = any(rij["n_factoren"] for rij in rijen_van(stof, "patroon", steekproef=SELECTIE))
    if not mist:
        return f"{_hoeveel_ontbreekt(stof)} Er valt dus niets in te vullen."
    zinnen = (_hoeveel_ontbreekt(stof), _anders_ontwikkeld(stof), _na_invullen(stof))
    return " ".join(zin for zin in (*zinnen, _na_verschuiven(stof)) if zin)


def _hoeveel_ontbreekt(stof: Stof) -> str:
    """Say how many wijken miss something, and which factor most often."""
    rijen = rijen_van(stof, "patroon", steekproef=SELECTIE)
    n = sum(rij["n"] for rij in rijen)
    mist = [rij for rij in rijen if rij["patroon"] != VOLLEDIG]
    if not mist:
        return f"Van alle {taal.getal(n)} {W.gebieden} zijn alle factoren bekend."
    per_factor_: Counter[str] = Counter()
    for rij in mist:
        per_factor_.update(dict.fromkeys(rij["patroon"].split(EN), rij["n"]))
    vaakst = max(per_factor_, key=lambda factor: per_factor_[factor])
    aantal = sum(rij["n"] for rij in mist)
    return (
        f"Bij {taal.getal(aantal)} van de {taal.getal(n)} {W.gebieden} "
        f"({taal.procent(aantal / n)}) ontbreekt ten minste één factor, het vaakst "
        f"{factornaam(stof, vaakst)}."
    )


def _anders_ontwikkeld(stof: Stof) -> str:
    """Say whether wijken with missing data developed otherwise."""
    rijen = rijen_van(stof, "uitval", steekproef=SELECTIE)
    if not rijen:
        return (
            f"Er ontbreekt niets, dus ook geen verschil tussen {W.gebieden} met en zonder gegevens."
        )
    rij = zoek(rijen, factor=ALLE_FACTOREN, score=VERANDERING)
    zin = (
        f"De score van {W.gebieden} waarvan iets ontbreekt, veranderde in "
        f"{rij['van']}–{rij['tot']} gemiddeld {taal.getal(abs(rij['verschil']), 3)} punt "
        f"{'gunstiger' if rij['verschil'] > 0 else 'ongunstiger'} dan die van de overige "
        f"{W.gebieden}"
    )
    if leeg(rij["p"]):
        reden = redentekst(rij["reden"])
        return f"{zin}; of dat verschil aantoonbaar is, is niet te toetsen, want {reden}."
    if rij["p"] < SIGNIFICANTIE:
        return (
            f"{zin}, een aantoonbaar verschil; weglaten van die {W.gebieden} is dus niet neutraal."
        )
    return (
        f"{zin}. Dat verschil is niet aantoonbaar; dat is geen bewijs dat de gegevens willekeurig "
        "ontbreken."
    )


def _na_invullen(stof: Stof) -> str:
    """Say whether filling in the missing factors changes a conclusion."""
    rijen = [
        rij
        for rij in rijen_van(stof, "imputatie", steekproef=SELECTIE)
        if rij["term"] not in GEEN_FACTOR
    ]
    per_term: dict[str, dict[str, Rij]] = {}
    for rij in rijen:
        per_term.setdefault(rij["term"], {})[rij["schatting"]] = rij
    paren = {
        term: (per[COMPLETE_CASE], per[IMPUTATIE])
        for term, per in per_term.items()
        if not any(leeg(rij["p"]) for rij in per.values())
    }
    if not paren:
        redenen = [rij["reden"] for rij in rijen if rij["reden"]]
        if all(reden == ToetsReden.NIETS_ONTBREEKT for reden in redenen):
            return "Er ontbreekt niets, dus er valt niets in te vullen."
        return f"Invullen is niet te vergelijken met weglaten: {redentekst(redenen[-1])}."
    anders = [
        term for term, (een, ander) in paren.items() if richting_van(een) != richting_van(ander)
    ]
    waar = factornamen(stof, anders) if anders else "geen enkele factor"
    schuif = max(paren, key=lambda term: _verschuiving(*paren[term]))
    volledig, ingevuld = paren[schuif]
    return (
        f"Met ingevulde gegevens ({taal.getal(ingevuld['n'])} {W.gebieden} in plaats van "
        f"{taal.getal(volledig['n'])}) verandert de conclusie bij {waar}; het meest verschuift de "
        f"samenhang met {factornaam(stof, schuif)} (van {punt(volledig['coef_sd'])} naar "
        f"{punt(ingevuld['coef_sd'])} punt per standaarddeviatie)."
    )


def _na_verschuiven(stof: Stof) -> str:
    """Say at which shift of the filled-in values a conclusion changes, or that none does."""
    rijen = [rij for rij in rijen_van(stof, "mnar") if not leeg(rij["coef_sd"])]
    if not rijen:
        return ""
    uiterste = taal.getal(max(abs(rij["delta"]) for rij in rijen), 2)
    begin = (
        "Liggen de ontbrekende waarden van een factor in werkelijkheid hoger of lager dan wat is "
        f"ingevuld, tot {uiterste} standaarddeviatie,"
    )
    gevallen = _kantelpunten(rijen)
    if not gevallen:
        return f"{begin} dan verandert bij geen enkele factor de conclusie."
    delen = [
        f"die over {factornaam(stof, term)} als de waarden van "
        f"{'deze factor' if term == verschoven else factornaam(stof, verschoven)} "
        f"{taal.getal(abs(delta), 2)} of meer {'hoger' if delta > 0 else 'lager'} liggen"
        for term, verschoven, delta in gevallen
    ]
    return f"{begin} dan verandert een conclusie: {taal.opsomming(delen)}."


def _kantelpunten(rijen: list[Rij]) -> list[tuple[str, str, float]]:
    """Return (factor, shifted factor, shift): the smallest shift to each side with another answer.

    The order is that of the table.
    """
    uit: dict[tuple[str, str, bool], float] = {}
    for rij in rijen:
        if rij["anders"]:
            sleutel = (rij["term"], rij["verschoven"], rij["delta"] > 0)
            eerder = uit.get(sleutel)
            if eerder is None or abs(rij["delta"]) < abs(eerder):
                uit[sleutel] = rij["delta"]
    return [(term, verschoven, delta) for (term, verschoven, _), delta in uit.items()]


def mnar_koppen(stof: Stof) -> Cellen:
    """Return the shifts as column heads."""
    deltas = sorted({rij["delta"] for rij in rijen_van(stof, "mnar") if not leeg(rij["coef_sd"])})
    return [taal.verandering(delta, 2) if delta else "0" for delta in deltas]


def mnar_rijen(stof: Stof) -> list[Cellen]:
    """Return per incomplete factor its own estimate after each shift of its filled-in values."""
    uit = []
    for factor in stof.editie["factoren"]:
        rijen = [
            rij
            for rij in rijen_van(stof, "mnar", verschoven=factor, term=factor)
            if not leeg(rij["coef_sd"])
        ]
        if rijen:
            cellen = [kort_cel(rij) for rij in sorted(rijen, key=lambda rij: rij["delta"])]
            uit.append([rijkop(stof, factor), taal.getal(rijen[0]["n_verschoven"]), *cellen])
    return uit


def _verschuiving(volledig: Rij, ingevuld: Rij) -> float:
    return abs(float(ingevuld["coef_sd"] - volledig["coef_sd"]))


def patroon_rijen(stof: Stof) -> list[Cellen]:
    """Return which factors are missing together, the rarest combinations in one row."""
    rijen = rijen_van(stof, "patroon", steekproef=SELECTIE)
    uit = [
        [
            taal.hoofdletter(_wat_ontbreekt(stof, rij["patroon"])),
            taal.getal(rij["n"]),
            taal.procent(rij["aandeel"], 1),
            taal.getal(rij["n_gemeenten"]),
        ]
        for rij in rijen[:PATRONEN]
    ]
    rest = rijen[PATRONEN:]
    if rest:
        n = sum(rij["n"] for rij in rest)
        naam = f"{taal.aantal_van(len(rest), 'andere combinatie', 'andere combinaties')}"
        aandeel = taal.procent(sum(rij["aandeel"] for rij in rest), 1)
        uit.append([taal.hoofdletter(naam), taal.getal(n), aandeel, taal.GEEN])
    return uit


def _wat_ontbreekt(stof: Stof, patroon: str) -> str:
    """Name the factors of a pattern."""
    if patroon == VOLLEDIG:
        return "alles bekend"
    labels = [taal.kleine_letter(factorlabel(stof, factor)) for factor in patroon.split(EN)]
    return als_markdown(taal.opsomming(labels))


def imputatie_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor complete cases against imputed data."""
    volledig = per_factor(stof, "imputatie", schatting=COMPLETE_CASE)
    ingevuld = per_factor(stof, "imputatie", schatting=IMPUTATIE)
    return [
        [
            rijkop_met_reden(stof, factor, volledig[factor]),
            schatting_cel(volledig[factor]),
            schatting_cel(ingevuld[factor], reden=redentekst(ingevuld[factor].get("reden"))),
            taal.procent(ingevuld[factor].get("fmi")),
            vanaf_cel(stof, factor),
        ]
        for factor in stof.editie["factoren"]
    ]
