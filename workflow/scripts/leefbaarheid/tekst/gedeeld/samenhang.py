"""What the hoofdrapport and the bijlage say about the main model."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.stof import Stof


def hoofdmodel(stof: Stof) -> list[Rij]:
    """Return the estimates of the factors in the main regression."""
    r = stof.editie["regressie"]
    van, tot = r["hoofdvenster"]
    return [
        rij
        for rij in stof.tabellen["regressie"]
        if (rij["van"], rij["tot"], rij["model"], rij["steekproef"])
        == (van, tot, r["hoofdmodel"], SELECTIE)
        and rij["term"] in stof.editie["factoren"]
    ]


def samenhang_kort(stof: Stof) -> str:
    """Say with which factors the development goes together, in one or two sentences."""
    periode = venster(*stof.editie["regressie"]["hoofdvenster"])
    rijen = hoofdmodel(stof)
    hoger = [klein(r["label"]) for r in rijen if richting_van(r) > 0]
    lager = [klein(r["label"]) for r in rijen if richting_van(r) < 0]
    open_ = len(rijen) - len(hoger) - len(lager)
    zinnen = []
    for wie, woord in ((lager, "ongunstigere"), (hoger, "gunstigere")):
        if wie:
            zinnen.append(
                f"een hogere waarde op {taal.opsomming(wie)} hangt samen met een {woord} "
                "ontwikkeling"
            )
    if not zinnen and len(rijen) == 1:
        return (
            f"Voor {periode} hangt de onderzochte contextfactor niet aantoonbaar samen met "
            "de ontwikkeling; het interval is ruim, zodat ook een betekenisvol verschil niet "
            "is uitgesloten."
        )
    if not zinnen:
        return (
            f"Voor {periode} hangt geen van de {taal.telwoord(len(rijen))} onderzochte "
            "contextfactoren aantoonbaar samen met de ontwikkeling; de intervallen zijn ruim, "
            "zodat ook betekenisvolle verschillen niet zijn uitgesloten."
        )
    rest = (
        f" Voor de andere {taal.telwoord(open_)} factoren is geen samenhang aantoonbaar."
        if open_ > 1
        else " Voor één factor is geen samenhang aantoonbaar."
        if open_
        else ""
    )
    return f"In {periode} geldt: {'; '.join(zinnen)}.{rest}"


def weggevallen(stof: Stof, model: str) -> str:
    """Say how many wijken a model (the name of its numbers) lost to missing values."""
    n = stof.cijfers.waarde(f"{model}.n_weggevallen")
    if not n:
        return "er vielen geen wijken weg."
    aandeel = stof.cijfers.tekst(f"{model}.aandeel_weggevallen")
    woord = taal.meervoud(n, "viel", "vielen")
    wijken = taal.aantal_van(n, "wijk", "wijken")
    return f"{wijken} ({aandeel}) {woord} weg omdat een factor of score ontbreekt."
