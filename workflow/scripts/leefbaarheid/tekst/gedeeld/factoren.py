"""Factors in a sentence: where there is more of them, and when they were measured."""

from __future__ import annotations

from collections.abc import Iterable

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import NA_MERK, zonder_merk
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.namen import factorlabel, klein, tussen_haakjes
from leefbaarheid.tekst.stof import Stof

_VERANDERING, _KLASSE = "verandering", "klasse"


def in_woorden(label: str) -> str:
    """Return a factor within a sentence that stands alone, with its time of measurement in words.

    "*koopwoningen*", or "*koopwoningen* (gemeten in 2017, na de hoofdperiode)" where the label is
    marked.
    """
    kaal, peiljaar = zonder_merk(label)
    naam = f"*{klein(kaal)}*"
    return _gemeten(naam, peiljaar) if peiljaar else naam


def waar(stof: Stof, rij: Rij) -> str:
    """Return what there is more of, behind "in wijken waar": a clause, in plain words.

    The words of the edition (`factorzinnen`), where it has them for this factor; else words that
    suit the unit: a share of what can be counted is larger ("het aandeel *koopwoningen* groter
    was"), a change and any other measure higher; of a class the scale is told too, as its direction
    is no matter of course. A label with a mark adds when it was measured.

    Args:
        rij: a row with `term` or `factor`, `label` and `eenheid`, as in the regressions.
    """
    factor = str(rij.get("term") or rij.get("factor"))
    kaal, peiljaar = zonder_merk(str(rij["label"]))
    eigen = stof.editie.get("factorzinnen", {}).get(factor)
    zin = als_markdown(eigen) if eigen else _waar(kaal, str(rij["eenheid"]))
    return _gemeten(zin, peiljaar) if peiljaar else zin


def _gemeten(tekst: str, peiljaar: str) -> str:
    """Add when a factor was measured; the main window is named, as others may stand beside it."""
    return tussen_haakjes(tekst, f"gemeten in {als_markdown(peiljaar)}, na de hoofdperiode")


def _waar(label: str, eenheid: str) -> str:
    naam = f"*{klein(label)}*"
    if (
        eenheid.strip() == "%"
        and _is_meervoud(label)
        and not label.lower().startswith(_VERANDERING)
    ):
        return f"het aandeel {naam} groter was"
    if eenheid.lower().startswith(_KLASSE):
        schaal = als_markdown(eenheid[len(_KLASSE) :].strip())
        return f"de klasse van {naam} hoger was" + (f" {schaal}" if schaal else "")
    return f"de waarde van {naam} hoger was"


def _is_meervoud(label: str) -> bool:
    """Tell whether a label names what can be counted: its noun, first or second word, is plural."""
    return any(woord.lower().endswith(("en", "s")) for woord in label.split()[:2])


def waar_factor(stof: Stof, factor: str) -> str:
    """Return `waar` of a factor by its name."""
    for rij in stof.tabellen.get("codeboek", ()):
        if rij["factor"] == factor:
            return waar(stof, rij)
    return waar(stof, {"term": factor, "label": factorlabel(stof, factor), "eenheid": ""})


def in_wijken(stof: Stof, rijen: Iterable[Rij]) -> str:
    """Return "in wijken waar a en in wijken waar b"."""
    return taal.opsomming([f"in {W.gebieden} waar {waar(stof, rij)}" for rij in rijen])


def gemerkte_factoren(stof: Stof) -> list[str]:
    """Return the labels, without mark, of the factors measured after the main window."""
    labels = [zonder_merk(factorlabel(stof, factor)) for factor in stof.editie["factoren"]]
    return [label for label, peiljaar in labels if peiljaar]


def late_factoren(stof: Stof) -> str:
    """Say which factors were measured after the main window and how to read them; "" if none."""
    namen = gemerkte_factoren(stof)
    if not namen:
        return ""
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    delen = taal.opsomming([f"*{klein(naam)}*" for naam in namen])
    is_ = taal.meervoud(len(namen), "is", "zijn")
    zin = (
        f"Pas na de hoofdperiode {van}–{tot} gemeten {is_}: {delen} (in tabellen en figuren "
        f"te herkennen aan {NA_MERK} achter het jaar van meting). "
    )
    if len(namen) == 1:
        return zin + (
            "Deze factor kan mede volgen op de ontwikkeling zelf en is daarom geen hoofdfactor."
        )
    return zin + (
        "Deze factoren kunnen mede volgen op de ontwikkeling zelf en zijn daarom geen hoofdfactor."
    )
