"""What the wijkanalyses say per domain: counts, quotations and an example, all as noted there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.stof import Stof

# AANNAME: per domein hoogstens drie citaten en één voorbeeld, elk uit een andere wijkanalyse; een
#   wijkanalyse die in een eerder domein al aan het woord kwam, komt als laatste in aanmerking.
#   Waarom: zo blijft het hoofdstuk kort, en komt niet steeds dezelfde wijk aan het woord.
#   Gevolg: andere citaten en voorbeelden staan alleen in de bijlage met wijkanalyses.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
MEESTE_CITATEN = 3

Domein = Mapping[str, Any]
"""naam, themas (those that an analysis names or quotes), citaten, voorbeeld (or None)."""


def domeinen(stof: Stof) -> list[Domein]:
    """Return the domains of the edition that its wijkanalyses say something about."""
    uit: list[Domein] = []
    geciteerd: Counter[str] = Counter()
    getoond: Counter[str] = Counter()
    for domein in stof.editie["wijkanalyses"].get("domeinen", ()):
        themas = domein["themas"]
        citaten = _kies(stof.tabellen["wijkanalyses_citaten"], themas, geciteerd, MEESTE_CITATEN)
        met_opbrengst = [rij for rij in stof.tabellen["aanpakken"] if rij["opbrengst"]]
        voorbeelden = _kies(met_opbrengst, themas, getoond, 1)
        if citaten or voorbeelden or _noemers(stof, themas):
            inhoud = {"citaten": citaten, "voorbeeld": next(iter(voorbeelden), None)}
            uit.append({"naam": domein["naam"], "themas": themas, **inhoud})
    return uit


def _kies(rijen: Iterable[Rij], themas: Sequence[str], al: Counter[str], meeste: int) -> list[Rij]:
    """Return rows on these themes, one per analysis, those least used before first."""
    per_analyse: dict[str, Rij] = {}
    for rij in rijen:
        if rij["thema"] in themas:
            per_analyse.setdefault(rij["bestand"], rij)
    gekozen = sorted(per_analyse, key=lambda bestand: al[bestand])[:meeste]
    al.update(gekozen)
    return [rij for bestand, rij in per_analyse.items() if bestand in gekozen]


def _noemers(stof: Stof, themas: Sequence[str]) -> set[str]:
    """Return the files of the analyses that name any of these themes."""
    rijen = stof.tabellen["themas"]
    return {rij["bestand"] for rij in rijen if rij["aanwezig"] and rij["thema"] in themas}


def genoemd(stof: Stof, domein: Domein) -> str:
    """Say in how many analyses a domain comes up, and each of its themes; "" where it does not."""
    n, totaal = len(_noemers(stof, domein["themas"])), len(stof.analyses)
    if not n:
        return ""
    labels = stof.editie["wijkanalyses"]["themas"]
    per_thema = {thema: len(_noemers(stof, [thema])) for thema in domein["themas"]}
    delen = [
        f"{als_markdown(taal.kleine_letter(labels[thema]))} ({taal.getal(aantal)})"
        for thema, aantal in sorted(per_thema.items(), key=lambda paar: -paar[1])
        if aantal
    ]
    if totaal == 1:
        return f"De wijkanalyse noemt hier {taal.opsomming([deel[:-4] for deel in delen])}."
    if n == totaal:
        begin = f"In {_alle(totaal)} wijkanalyses"
    else:
        begin = f"In {taal.telwoord(n)} van de {taal.telwoord(totaal)} wijkanalyses"
    return f"{begin} komt dit domein ter sprake: {taal.opsomming(delen)}."


def vaakst(stof: Stof) -> str:
    """Name the themes that come up in most analyses; "" with fewer than two analyses."""
    totaal = len(stof.analyses)
    aantallen = Counter(rij["label"] for rij in stof.tabellen["themas"] if rij["aanwezig"])
    if totaal < 2 or not aantallen:
        return ""
    hoogste = max(aantallen.values())
    meest = [label for label, keer in aantallen.items() if keer == hoogste]
    namen = taal.opsomming([f"*{als_markdown(taal.kleine_letter(label))}*" for label in meest])
    begin = taal.meervoud(
        len(meest), "Het vaakst genoemde thema is", "De vaakst genoemde thema's zijn"
    )
    n_van = f"{taal.telwoord(hoogste)} van de {taal.telwoord(totaal)}"
    waar = _alle(totaal) if hoogste == totaal else n_van
    elk = " elk" if len(meest) > 1 else ""
    return f"{begin} {namen},{elk} in {waar} wijkanalyses."


def _alle(totaal: int) -> str:
    return "beide" if totaal == 2 else f"alle {taal.telwoord(totaal)}"


def oordelen(stof: Stof) -> str:
    """Count the verdicts of the analyses; "" with fewer than two."""
    if len(stof.analyses) < 2:
        return ""
    geteld = Counter(analyse["oordeel"] for analyse in stof.analyses)
    delen = [f"{taal.telwoord(n)} keer *{oordeel}*" for oordeel, n in geteld.most_common()]
    if len(delen) == 1:
        return f"Alle gesprekspartners komen tot hetzelfde oordeel: {delen[0].split(' keer ')[1]}."
    return f"Het oordeel in de gesprekken is {taal.opsomming(delen)}."
