"""Factors in a sentence: more of them, in words that suit the unit, and when they were measured."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import NA_MERK, zonder_merk
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.namen import factorlabel, klein
from leefbaarheid.tekst.stof import Stof

_VERANDERING, _KLASSE = "verandering", "klasse"


def in_woorden(label: str) -> str:
    """Return a factor within a sentence that stands alone, with its time of measurement in words.

    "*koopwoningen*", or "*koopwoningen* (gemeten in 2017, na de periode)" where the label is
    marked.
    """
    kaal, peiljaar = zonder_merk(label)
    naam = f"*{klein(kaal)}*"
    return f"{naam} (gemeten in {als_markdown(peiljaar)}, na de periode)" if peiljaar else naam


def meer_van(label: str, eenheid: str) -> str:
    """Return more of a factor, as the subject of a sentence.

    A share of what can be counted gets larger ("een groter aandeel *koopwoningen*"), a change and
    any other measure higher; of a class the scale is told too, as its direction is no matter of
    course.

    Args:
        label, eenheid: as in the codeboek; the label may be marked.
    """
    kaal = zonder_merk(label)[0]
    if kaal.lower().startswith(_VERANDERING):
        return f"een hogere {in_woorden(label)}"
    if eenheid.strip() == "%" and _is_meervoud(kaal):
        return f"een groter aandeel {in_woorden(label)}"
    if eenheid.lower().startswith(_KLASSE):
        schaal = als_markdown(eenheid[len(_KLASSE) :].strip())
        return f"een hogere klasse van {in_woorden(label)}" + (f" {schaal}" if schaal else "")
    return f"een hogere waarde van {in_woorden(label)}"


def _is_meervoud(label: str) -> bool:
    """Tell whether a label names what can be counted: its noun, first or second word, is plural."""
    return any(woord.lower().endswith(("en", "s")) for woord in label.split()[:2])


def meer_van_rij(rij: Rij) -> str:
    """Return `meer_van` the factor of a row of the regressions."""
    return meer_van(str(rij["label"]), str(rij["eenheid"]))


def meer_van_factor(stof: Stof, factor: str) -> str:
    """Return `meer_van` a factor by its name."""
    for rij in stof.tabellen.get("codeboek", ()):
        if rij["factor"] == factor:
            return meer_van_rij(rij)
    return f"een hogere waarde van {in_woorden(factorlabel(stof, factor))}"


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
