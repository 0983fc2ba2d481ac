"""The verdict per factor, and every check beside every factor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, IN_AANMERKING, VERANDERING
from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.oordeel import (
    AANDEEL_GEVOELIG,
    AANDEEL_ROBUUST,
    BINNEN,
    CORRECTIE,
    LOO,
    MEETFOUT,
    MNAR,
    RUIMTE,
    RUIS,
    SPECIFICATIECURVE,
    WEGGELATEN,
    ZONDER_DIMENSIE,
    Oordeel,
    Stem,
)
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import IMPUTATIE, Rekenwijze, Schatwijze
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    interval,
    leeg,
    maat,
    nadruk,
    per_factor,
    punt,
    redentekst,
    rijen_van,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.gedeeld.schatter import SCHATTERNAMEN, leidende_schatter
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    MEESTE_ZINNEN,
    schatting_cel,
    zinbegin,
)

CONTROLENAMEN = Woordenlijst(
    {
        **SCHATTERNAMEN,
        CORRECTIE: "na correctie",
        LOO: "zonder één gemeente",
        BINNEN: "binnen gemeenten",
        Rekenwijze.RANDOM_INTERCEPT: "niveau per gemeente",
        Rekenwijze.CONLEY: "ruimtelijk (Conley)",
        VERANDERING: "vorm *verandering*",
        ANCOVA: "vorm *eindscore*",
        BASISMETING: "vorm *basismeting*",
        ZONDER_DIMENSIE: "zonder de dimensie",
        Schatwijze.HC3: "HC3",
        Schatwijze.HUBER: "Huber",
        Schatwijze.GEWOGEN: "naar bewoners",
        Schatwijze.ZONDER_INVLOEDRIJK: "zonder invloedrijke",
        IMPUTATIE: "gaten ingevuld",
        MNAR: "gaten verschoven",
        IN_AANMERKING: "ruimere groep [[gebieden]]",
        SPECIFICATIECURVE: "midden van de curve",
        MEETFOUT: "zonder meetfout",
        WEGGELATEN: "weggelaten kenmerk",
        RUIMTE: "ruimtelijk model",
        RUIS: "naast ruis",
    }
)
"""The checks as row heads, in the words of the sections that explain them."""
PER_TABEL = 3
"""Factors beside each other in the table of all checks: an estimate takes its interval along."""


def regel(stof: Stof) -> list[str]:
    """Return the rule of the verdict words, as list items."""
    schatter = leidende_schatter(stof)
    veel = taal.breuk(AANDEEL_ROBUUST)
    deel = taal.breuk(AANDEEL_GEVOELIG)
    return [
        f"**robuust**: {schatter} sluit nul uit, ook na correctie voor het aantal toetsen; alle "
        f"stemmen geven dezelfde richting; ten minste {veel} van de stemmen met een toets sluit "
        "ook nul uit; en de samenhang is binnen gemeenten niet aantoonbaar zwakker dan tussen "
        "gemeenten;",
        f"**gevoelig**: {schatter} sluit nul uit zonder dat de rest van die eis is gehaald; of "
        f"{schatter} sluit nul niet uit, maar ten minste {deel} van de stemmen wel;",
        f"**onzeker**: {schatter} sluit nul niet uit, en de stemmen doen dat evenmin of "
        "zelden. Dat is geen bewijs dat er geen samenhang is.",
    ]


def eindoordeel_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the leading estimate, what could be detected, counts and verdict."""
    uit = []
    for factor, rij in per_factor(stof, "eindoordeel").items():
        uit.append(
            [
                rijkop(stof, factor),
                nadruk(punt(rij.get("coef_sd")), rij),
                interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
                taal.p_waarde(rij.get("p")),
                taal.p_waarde(rij.get("p_aangepast")),
                maat(rij.get("mde_sd")),
                _deel_van(rij.get("n_zelfde_teken"), rij.get("n_stemmen")),
                _deel_van(rij.get("n_sluit_nul_uit"), rij.get("n_met_toets")),
                str(rij.get("oordeel") or taal.GEEN),
            ]
        )
    return uit


def _deel_van(deel: Any, geheel: Any) -> str:
    if leeg(deel) or not geheel:
        return taal.GEEN
    return f"{taal.getal(deel)}{SPATIE}van{SPATIE}{taal.getal(geheel)}"


def factorgroepen(stof: Stof) -> list[list[str]]:
    """Return the factors in groups that fit in a table; the primary ones come first."""
    eerst = stof.editie["inferentie"]["primaire_factoren"]
    rest = [f for f in stof.editie["factoren"] if f not in eerst]
    groepen = []
    for deel in (list(eerst), rest):
        groepen += [deel[i : i + PER_TABEL] for i in range(0, len(deel), PER_TABEL)]
    return groepen


def controlekoppen(stof: Stof, factoren: Sequence[str]) -> Cellen:
    """Return the factors as column heads."""
    return [rijkop(stof, factor) for factor in factoren]


STEMKOPPEN = {Stem.UITBIJTERS: "uitschieters"}
"""Votes that a table calls by another word than their key, as the text does."""


def controlenaam(controle: str) -> str:
    """Return the short name of a check; one that is new goes by its own name."""
    return CONTROLENAMEN.get(controle, als_markdown(controle))


def controle_rijen(stof: Stof, factoren: Sequence[str]) -> list[Cellen]:
    """Return every check with its vote and the estimate of each factor; a dash does not count."""
    uit = []
    stemmen = {rij["controle"]: rij["stem"] for rij in rijen_van(stof, "oordeel")}
    for controle, stem in stemmen.items():
        cellen = [STEMKOPPEN.get(stem, stem), controlenaam(controle)]
        for factor in factoren:
            rij = rijen_van(stof, "oordeel", factor=factor, controle=controle)
            telt = rij and rij[0]["telt_mee"]
            cellen.append(schatting_cel(rij[0]) if telt else taal.GEEN)
        uit.append(cellen)
    return uit


def oordeel_zinnen(stof: Stof) -> list[str]:
    """Say per factor what the verdict is and why, as list items.

    Many uncertain ones share an item: the table has the numbers of each.
    """
    zinnen = {
        factor: f"*{rijkop(stof, factor)}*: **{rij.get('oordeel') or Oordeel.NIET_TE_TOETSEN}**. "
        f"{_oordeel_zin(stof, rij)}"
        for factor, rij in per_factor(stof, "eindoordeel").items()
    }
    onzeker = [
        factor
        for factor, rij in per_factor(stof, "eindoordeel").items()
        if rij.get("oordeel") == Oordeel.ONZEKER and sluit_nul_uit(rij) is False
    ]
    if len(onzeker) <= MEESTE_ZINNEN:
        return list(zinnen.values())
    samen = (
        f"{zinbegin(factornamen(stof, onzeker))}: **{Oordeel.ONZEKER}**. Een samenhang is niet "
        "aantoonbaar; hoe groot zij had moeten zijn om op te vallen, en wat de stemmen zeggen, "
        "staat in de tabel."
    )
    return [zin for factor, zin in zinnen.items() if factor not in onzeker] + [samen]


def _oordeel_zin(stof: Stof, rij: Rij) -> str:
    waarom = redentekst(rij.get("waarom") or rij.get("reden"))
    duidelijk = sluit_nul_uit(rij)
    if duidelijk is None:
        return f"{taal.hoofdletter(waarom)}."
    tussen = f"{punt(rij['coef_sd'])}; {interval(rij['ci_sd_laag'], rij['ci_sd_hoog'])}"
    if duidelijk:
        woord = "hogere" if rij["coef_sd"] > 0 else "lagere"
        return f"Een standaarddeviatie meer gaat samen met een {woord} score ({tussen}); {waarom}."
    if not leeg(rij["mde_sd"]):
        tussen += f"; vanaf {maat(rij['mde_sd'])}"
    return f"Een samenhang is niet aantoonbaar ({tussen}); {waarom}."


def niet_geteld(stof: Stof) -> list[str]:
    """Say why a check does not count, as list items: the dashes of the table of checks."""
    per: dict[str, dict[str, list[str]]] = {}
    for rij in rijen_van(stof, "oordeel"):
        if not rij["telt_mee"]:
            reden = rij["reden"] or ToetsReden.GEEN_UITKOMST.met()
            per.setdefault(rij["controle"], {}).setdefault(reden, []).append(rij["factor"])
    alle = set(stof.editie["factoren"])
    verkennend = alle - set(stof.editie["inferentie"]["primaire_factoren"])
    uit = []
    for controle, redenen in per.items():
        delen = []
        for reden, factoren in redenen.items():
            wie = f" ({factornamen(stof, factoren)})"
            if set(factoren) == alle:
                wie = ""
            elif set(factoren) == verkennend:
                wie = " (factoren die geen hoofdfactor zijn)"
            delen.append(redentekst(reden) + wie)
        uit.append(f"{zinbegin(controlenaam(controle))}: {'; '.join(delen)}.")
    return uit
