"""Names of the country, groups, classes, models, clusters and factors, as a reader sees them."""

from __future__ import annotations

import re

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    GROEPNAMEN,
    KLASSENAMEN,
    LAND,
    MODELNAMEN,
    SELECTIE,
    STEEKPROEFNAMEN,
)
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.tekst.stof import Stof

STEEKPROEF_IN_ZIN = STEEKPROEFNAMEN | {SELECTIE: f"de {STEEKPROEFNAMEN[SELECTIE]}"}
"""The samples of the regressions, with their article."""


def land(stof: Stof) -> str:
    """Name what all wijken together are."""
    return "het voorbeeldland" if stof.editie["fictief"] else "Nederland"


def groepnaam(stof: Stof, groep: str) -> str:
    """Return the name of a group of wijken."""
    if groep == LAND:
        return f"alle {W.gebieden} in {land(stof)}"
    return GROEPNAMEN.get(groep, groep.removeprefix("label_"))


def labels(stof: Stof) -> str:
    """Return the policy labels of the selection in italics: "*aandachtswijk* of ..."."""
    cursief = [f"*{als_markdown(label)}*" for label in stof.editie["selectie"]["labels"]]
    return taal.opsomming(cursief, "of")


def klassenaam(klasse: int) -> str:
    """Return the name of a class 1-9."""
    return KLASSENAMEN[klasse - 1]


def modelnaam(model: str) -> str:
    """Return the name of a model form."""
    return MODELNAMEN[model]


def clusternaam(cluster: str | None) -> str:
    """Return a cluster in italics, or an en dash."""
    return f"*{cluster}*" if cluster else taal.GEEN


def klein(label: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its capitals."""
    return als_markdown(taal.kleine_letter(label))


def factorlabel(stof: Stof, factor: str) -> str:
    """Return the label of a factor as data have it, unescaped.

    It is in the codeboek; a document without codeboek has it in the table of verdicts. A factor in
    neither goes by its own name.
    """
    for tabel in ("codeboek", "robuustheid_eindoordeel"):
        for rij in stof.tabellen.get(tabel, ()):
            if rij.get("factor") == factor:
                return str(rij["label"])
    return factor


def in_zin(label: str) -> str:
    """Return the label of a factor within a sentence, in italics.

    A label with the mark of a late factor has its peiljaar behind it, in words.
    """
    kaal, peiljaar = zonder_merk(label)
    naam = f"*{klein(kaal)}*"
    if not peiljaar:
        return naam
    return tussen_haakjes(naam, f"{als_markdown(peiljaar)}, na de hoofdperiode")


def tussen_haakjes(tekst: str, erbij: str) -> str:
    """Add a remark in brackets, within those the text ends with if it has any.

    "*uitkeringen (geen AOW)*" with "2017" is "*uitkeringen* (geen AOW; 2017)".
    """
    eigen = re.fullmatch(r"(?P<voor>.+) \((?P<haakjes>[^()]*)\)(?P<cursief>\*?)", tekst)
    if not eigen:
        return f"{tekst} ({erbij})"
    return f"{eigen['voor']}{eigen['cursief']} ({eigen['haakjes']}; {erbij})"


def factornaam(stof: Stof, factor: str) -> str:
    """Return a factor within a sentence, see `in_zin`."""
    return in_zin(factorlabel(stof, factor))


def groepskop(stof: Stof, groep: str) -> str:
    """Return the name of a group as a row head."""
    if groep.startswith("label_"):
        return f"label *{als_markdown(groep.removeprefix('label_'))}*"
    return groepnaam(stof, groep)
