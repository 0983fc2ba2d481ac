"""What the hoofdrapport and the bijlage say about the main model."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.oordeel import houdt_stand
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
    weg = [r for r in rijen if richting_van(r) and houdt_stand(stof, r["term"]) is False]
    vast = [r for r in rijen if richting_van(r) and r not in weg]
    hoger = [klein(r["label"]) for r in vast if richting_van(r) > 0]
    lager = [klein(r["label"]) for r in vast if richting_van(r) < 0]
    open_ = len(rijen) - len(vast) - len(weg)
    zinnen = []
    for wie, woord in ((lager, "ongunstigere"), (hoger, "gunstigere")):
        if wie:
            zinnen.append(
                f"een hogere waarde op {taal.opsomming(wie)} hangt samen met een {woord} "
                "ontwikkeling"
            )
    na_correctie = (
        f" De samenhang met {taal.opsomming([klein(r['label']) for r in weg])} is los getoetst "
        "aantoonbaar, maar houdt geen stand na correctie voor het aantal toetsen."
        if weg
        else ""
    )
    if not zinnen and not weg and len(rijen) == 1:
        return (
            f"Voor {periode} hangt de onderzochte contextfactor niet aantoonbaar samen met "
            "de ontwikkeling; het interval is ruim, zodat ook een betekenisvol verschil niet "
            "is uitgesloten."
        )
    if not zinnen and not weg:
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
    geldt = f"In {periode} geldt: {'; '.join(zinnen)}." if zinnen else f"In {periode} geldt:"
    if not zinnen:
        return f"{geldt}{na_correctie[:1]}{taal.kleine_letter(na_correctie[1:])}{rest}"
    return f"{geldt}{na_correctie}{rest}"


def weggevallen(stof: Stof, model: str) -> str:
    """Say how many wijken a model (the name of its numbers) lost to missing values."""
    n = stof.cijfers.waarde(f"{model}.n_weggevallen")
    if not n:
        return "er vielen geen wijken weg."
    aandeel = stof.cijfers.tekst(f"{model}.aandeel_weggevallen")
    woord = taal.meervoud(n, "viel", "vielen")
    wijken = taal.aantal_van(n, "wijk", "wijken")
    return f"{wijken} ({aandeel}) {woord} weg omdat een factor of score ontbreekt."
