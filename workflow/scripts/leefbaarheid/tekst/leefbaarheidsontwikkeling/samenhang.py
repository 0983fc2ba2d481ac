"""Associations with the context factors: the main model over the windows."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.documenten import elders
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.schattingen import SIGNIFICANTIE, richting_van, tel_richtingen
from leefbaarheid.tekst.gedeeld.factoren import waar_factor
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.opzet import (
    schattingen,
)
from leefbaarheid.tekst.gedeeld.samenhang import met_meetmoment
from leefbaarheid.tekst.stof import Stof


def perioden_vergeleken(stof: Stof) -> list[str]:
    """Say per factor of the main model in which windows it is clear, in which direction."""
    model = stof.editie["regressie"]["hoofdmodel"]
    zinnen, nergens = [], []
    for factor in stof.editie["factoren"]:
        rijen = schattingen(stof, model=model, steekproef=SELECTIE, term=factor)
        delen = []
        for teken, woord in ((1, "gunstiger"), (-1, "ongunstiger")):
            perioden = [met_meetmoment(r) for r in rijen if richting_van(r) == teken]
            if perioden:
                delen.append(f"{woord} in {taal.opsomming(perioden)}")
        if not delen:
            nergens.append(factor)
            continue
        hoe = taal.opsomming(delen)
        zinnen.append(
            f"In {W.gebieden} waar {waar_factor(stof, factor)}, was de ontwikkeling {hoe}."
        )
    return zinnen + ([_nergens(stof, nergens)] if nergens else [])


def _nergens(stof: Stof, factoren: Sequence[str]) -> str:
    """Name the factors that are clear in no window together: one sentence, not one for each."""
    namen = taal.opsomming([factornaam(stof, factor) for factor in factoren])
    hangt = taal.meervoud(len(factoren), "hangt", "hangen")
    return f"In geen enkele periode {hangt} aantoonbaar samen met de ontwikkeling: {namen}."


def toeval(stof: Stof) -> str:
    """Lay the number of clear estimates beside what chance alone would give."""
    model = stof.editie["regressie"]["hoofdmodel"]
    rijen = schattingen(stof, model=model, steekproef=SELECTIE)
    telling = tel_richtingen(rijen)
    n = telling.n
    verwacht = n * SIGNIFICANTIE
    if n <= 1:
        return ""
    getal = taal.getal(verwacht, 0 if verwacht == round(verwacht) else 1)
    return (
        "Het hoofdmodel geeft voor de selectie "
        f"{taal.aantal_van(n, 'schatting', 'schattingen')} (factoren maal perioden). "
        f"Daarvan sluit bij {telling.in_woorden} het interval nul uit. Was er nergens enige "
        f"samenhang, dan zou dat door toeval gemiddeld {getal} keer gebeuren. De schattingen "
        "zijn onderling niet onafhankelijk, en hier niet gecorrigeerd voor hun aantal (zie "
        f"{elders('technische-verantwoording', 'Meer dan één toets')}); één losse "
        "uitkomst net onder de grens zegt dus weinig."
    )
