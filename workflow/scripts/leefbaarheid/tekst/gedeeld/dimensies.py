"""Which dimensions added most and least to a change, in the hoofdrapport and the bijlage.

A part is only called the highest when every other one lies clearly below it; else all that cannot
be told from the highest are named together. The same for the lowest.
"""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.vergelijking import kant
from leefbaarheid.tekst.stof import Stof


def uitersten(stof: Stof, van: int, tot: int, groep: str) -> str:
    """Say which dimensions added most and least to the change of a group; "" without any.

    When nothing can be told apart, or nothing is tested, the sentence says just that.
    """
    rijen = _bijdragen(stof, van, tot, groep)
    if not rijen:
        return ""
    hoog = _samen_met(rijen, "onder_hoogste")
    laag = _samen_met(rijen, "boven_laagste")
    if hoog is None or laag is None:
        return f"De bijdragen zijn {_noem(_van_hoog(rijen))}; zij zijn niet getoetst."
    zelfde = {rij["dimensie"] for rij in hoog} & {rij["dimensie"] for rij in laag}
    if zelfde:
        return (
            f"De bijdragen zijn {_noem(_van_hoog(rijen))}; welke de hoogste of de laagste is, is "
            "niet aantoonbaar."
        )
    return f"{_zin(hoog, 'hoogste', 'hoogst')} {_zin(laag, 'laagste', 'laagst')}"


def uiterste_cellen(stof: Stof, van: int, tot: int, groep: str) -> tuple[str, str]:
    """Return the dimensions that added most and least, as two cells of a table.

    What cannot be told apart stands together; a dash where nothing can, or nothing is tested.
    """
    rijen = _bijdragen(stof, van, tot, groep)
    hoog, laag = _samen_met(rijen, "onder_hoogste"), _samen_met(rijen, "boven_laagste")
    if not hoog or not laag:
        return taal.GEEN, taal.GEEN
    if {rij["dimensie"] for rij in hoog} & {rij["dimensie"] for rij in laag}:
        return taal.GEEN, taal.GEEN
    return _noem(hoog, "of"), _noem(laag, "of")


def _bijdragen(stof: Stof, van: int, tot: int, groep: str) -> list[Rij]:
    return [
        rij
        for rij in stof.tabellen["bijdragen"]
        if (rij["van"], rij["tot"], rij["groep"]) == (van, tot, groep)
    ]


def _van_hoog(rijen: Sequence[Rij]) -> list[Rij]:
    return sorted(rijen, key=lambda rij: -rij["bijdrage"])


def _samen_met(rijen: Sequence[Rij], afstand: str) -> list[Rij] | None:
    """Return the extreme part and those not clearly apart from it, extreme first; None: no test."""
    volgorde = sorted(rijen, key=lambda rij: rij[afstand])
    kanten = [kant(rij, f"{afstand}_") for rij in volgorde]
    if any(k is None for k in kanten):
        return None
    return [rij for rij, k in zip(volgorde, kanten, strict=True) if not k]


def _noem(rijen: Sequence[Rij], voegwoord: str = "en") -> str:
    return taal.opsomming(
        [f"*{DIMENSIES[r['dimensie']]}* ({taal.verandering(r['bijdrage'], 3)})" for r in rijen],
        voegwoord,
    )


def _zin(rijen: Sequence[Rij], woord: str, los: str) -> str:
    if len(rijen) == 1:
        return f"De {woord} bijdrage heeft {_noem(rijen)}."
    return (
        f"De {woord} bijdragen hebben {_noem(rijen)}; welke daarvan het {los} is, is niet "
        "aantoonbaar."
    )
