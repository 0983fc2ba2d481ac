"""What the hoofdrapport and the bijlage say about the main model."""

from __future__ import annotations

from typing import NamedTuple

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.factoren import in_wijken, in_woorden
from leefbaarheid.tekst.gedeeld.oordeel import NIET_MEER, houdt_stand, woord_voor_aantoonbaar
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.stof import Stof

Venster = tuple[int, int]


def hoofdmodel(stof: Stof) -> list[Rij]:
    """Return the estimates of the factors in the main regression."""
    hoofd = _hoofdvenster(stof)
    return [rij for rij in _alle_metingen(stof) if (rij["van"], rij["tot"]) == hoofd]


def vaststaand(stof: Stof) -> list[Rij]:
    """Return the associations that are clear and hold after the correction for many tests."""
    return [
        rij
        for rij in hoofdmodel(stof)
        if richting_van(rij) and houdt_stand(stof, rij["term"]) is not False
    ]


def _hoofdvenster(stof: Stof) -> Venster:
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    return van, tot


def _alle_metingen(stof: Stof) -> list[Rij]:
    """Return the estimates of the factors in the main form and sample, in every window."""
    model = stof.editie["regressie"]["hoofdmodel"]
    return [
        rij
        for rij in stof.tabellen["regressie"]
        if (rij["model"], rij["steekproef"]) == (model, SELECTIE)
        and rij["term"] in stof.editie["factoren"]
    ]


def samenhang_kort(stof: Stof) -> str:
    """Say with which factors the development goes together, in one or two sentences."""
    periode = venster(*_hoofdvenster(stof))
    rijen = hoofdmodel(stof)
    vast = vaststaand(stof)
    weg = [rij for rij in rijen if richting_van(rij) and rij not in vast]
    hoger = [rij for rij in vast if richting_van(rij) > 0]
    lager = [rij for rij in vast if richting_van(rij) < 0]
    open_ = len(rijen) - len(vast) - len(weg)
    if not vast and not weg:
        return _geen_samenhang(periode, len(rijen))
    delen = [
        f"{woord} {in_wijken(stof, wie)}"
        for wie, woord in ((lager, "ongunstiger"), (hoger, "gunstiger"))
        if wie
    ]
    zinnen = [f"de ontwikkeling was {', en '.join(delen)}"] if delen else []
    rest = (
        f" Voor de andere {taal.telwoord(open_)} factoren is geen samenhang aantoonbaar."
        if open_ > 1
        else " Voor één factor is geen samenhang aantoonbaar."
        if open_
        else ""
    )
    if weg:
        zinnen.append(
            f"de samenhang met {taal.opsomming([in_woorden(r['label']) for r in weg])} is op "
            f"zichzelf aantoonbaar, {NIET_MEER}"
        )
    return f"Voor {periode} geldt: {'; '.join(zinnen)}.{rest}"


def _geen_samenhang(periode: str, n: int) -> str:
    if n == 1:
        return (
            f"Voor {periode} hangt de onderzochte contextfactor niet aantoonbaar samen met "
            "de ontwikkeling; het interval is ruim, zodat ook een betekenisvol verschil niet "
            "is uitgesloten."
        )
    return (
        f"Voor {periode} hangt geen van de {taal.telwoord(n)} onderzochte "
        "contextfactoren aantoonbaar samen met de ontwikkeling; de intervallen zijn ruim, "
        "zodat ook betekenisvolle verschillen niet zijn uitgesloten."
    )


# ---------------------------------------------------------------------------------------------
# The clear associations of the main window in the other measurements


class Meetbeeld(NamedTuple):
    """Where else a clear association of the main window is found: windows as text.

    Attributes:
        factor, label: name and label of the factor.
        los: clear in the same direction, in a window apart from the main one.
        overlappend: likewise, in a window that shares years with it.
        omgekeerd: clear in the other direction.
        niet: not clear, or without a test.
    """

    factor: str
    label: str
    los: list[str]
    overlappend: list[str]
    omgekeerd: list[str]
    niet: list[str]


def andere_metingen(stof: Stof) -> list[Meetbeeld]:
    """Return for each clear association of the main window how it stands in the other windows."""
    hoofd = _hoofdvenster(stof)
    beelden = []
    for rij in hoofdmodel(stof):
        if not richting_van(rij):
            continue
        beeld = Meetbeeld(rij["term"], str(rij["label"]), [], [], [], [])
        for ander in _alle_metingen(stof):
            paar = (ander["van"], ander["tot"])
            if ander["term"] != rij["term"] or paar == hoofd:
                continue
            product = richting_van(ander) * richting_van(rij)
            if product == 0:
                beeld.niet.append(venster(*paar))
            elif product < 0:
                beeld.omgekeerd.append(met_meetmoment(ander))
            elif _overlapt(paar, hoofd):
                beeld.overlappend.append(met_meetmoment(ander))
            else:
                beeld.los.append(met_meetmoment(ander))
        beelden.append(beeld)
    return beelden


def met_meetmoment(rij: Rij) -> str:
    """Return the window of an estimate, and that it lies before the factor was measured.

    Not where the label tells so already.
    """
    naam = venster(rij["van"], rij["tot"])
    gemerkt = bool(zonder_merk(rij["label"])[1])
    ervoor = rij["meting"] == Meting.NA and not gemerkt
    return f"{naam} (vóór de meting van de factor)" if ervoor else naam


def _overlapt(een: Venster, ander: Venster) -> bool:
    """Tell whether two windows have more than a measurement in common."""
    return een[0] < ander[1] and ander[0] < een[1]


def meting_kort(stof: Stof) -> str:
    """Say whether the clear associations return in a window apart from the main one, or reverse.

    "" where nothing is clear.
    """
    return " ".join(zin for zin in (komt_terug(stof), omgekeerd(stof)) if zin)


def komt_terug(stof: Stof) -> str:
    """Say how many of the clear associations return, in the same direction, in another window.

    Only a window apart from the main one counts. "" where nothing is clear.
    """
    beelden, hoofd = andere_metingen(stof), _hoofdvenster(stof)
    if not beelden:
        return ""
    periode, n = venster(*hoofd), len(beelden)
    aantoonbare = woord_voor_aantoonbaar(stof, [beeld.factor for beeld in beelden])
    vensters = {(rij["van"], rij["tot"]) for rij in _alle_metingen(stof)} - {hoofd}
    if all(_overlapt(paar, hoofd) for paar in vensters):
        return (
            f"Er is geen andere periode geschat die los staat van {periode}; of de {aantoonbare} "
            f"{taal.meervoud(n, 'samenhang', 'samenhangen')} ook in een andere meting "
            f"{taal.meervoud(n, 'geldt', 'gelden')}, is dus niet na te gaan."
        )
    terug = sum(bool(beeld.los) for beeld in beelden)
    slot = f"in dezelfde richting terug in een periode die los staat van {periode}"
    if n == 1:
        if terug:
            return f"De {aantoonbare} samenhang komt {slot}."
        return f"De {aantoonbare} samenhang komt niet {slot}."
    if not terug:
        return f"Geen van de {taal.telwoord(n)} {aantoonbare} samenhangen komt {slot}."
    if terug == n:
        return f"Alle {taal.telwoord(n)} {aantoonbare} samenhangen komen {slot}."
    return (
        f"Van de {taal.telwoord(n)} {aantoonbare} samenhangen "
        f"{taal.meervoud(terug, 'komt', 'komen')} er "
        f"{taal.telwoord(terug)} {slot}; de andere niet."
    )


def omgekeerd(stof: Stof) -> str:
    """Name the clear associations that are clearly reversed in another window; "" if none is."""
    delen = [
        f"met {in_woorden(beeld.label)} in {taal.opsomming(beeld.omgekeerd)}"
        for beeld in andere_metingen(stof)
        if beeld.omgekeerd
    ]
    if not delen:
        return ""
    is_of_zijn = taal.meervoud(len(delen), "is", "zijn")
    eerste, *andere = delen
    rest = [f"die {deel}" for deel in andere]
    return f"Aantoonbaar omgekeerd {is_of_zijn} de samenhang {taal.opsomming([eerste, *rest])}."


def metingen_zinnen(stof: Stof) -> list[str]:
    """Say per clear association in which other windows it is clear, not clear, or reversed."""
    return [_meetzin(beeld, venster(*_hoofdvenster(stof))) for beeld in andere_metingen(stof)]


def metingen_tekst(stof: Stof) -> str:
    """Return `komt_terug` and `metingen_zinnen` as running text; "" where nothing is clear."""
    return " ".join([komt_terug(stof), *metingen_lijst(stof)])


def metingen_lijst(stof: Stof) -> list[str]:
    """Return `metingen_zinnen`; none where there is no window to compare with."""
    ergens = any(_ergens(beeld) for beeld in andere_metingen(stof))
    return metingen_zinnen(stof) if ergens else []


def _ergens(beeld: Meetbeeld) -> bool:
    """Tell whether there is a window to compare with."""
    return bool(beeld.los or beeld.overlappend or beeld.omgekeerd or beeld.niet)


def _meetzin(beeld: Meetbeeld, periode: str) -> str:
    delen = []
    if beeld.los:
        delen.append(f"is ook aantoonbaar in {taal.opsomming([*beeld.los, *beeld.overlappend])}")
    elif beeld.overlappend:
        overlapt = taal.meervoud(len(beeld.overlappend), "die periode overlapt", "die overlappen")
        delen.append(
            f"is ook aantoonbaar in {taal.opsomming(beeld.overlappend)}, maar {overlapt} met "
            f"{periode}"
        )
    else:
        ook = "in deze richting " if beeld.omgekeerd else ""
        delen.append(f"is {ook}alleen in {periode} aantoonbaar")
    if beeld.omgekeerd:
        delen.append(f"in {taal.opsomming(beeld.omgekeerd)} is zij aantoonbaar omgekeerd")
    if beeld.niet:
        delen.append(f"niet aantoonbaar is zij in {taal.opsomming(beeld.niet)}")
    return f"De samenhang met {in_woorden(beeld.label)} {'; '.join(delen)}."


def weggevallen(stof: Stof, model: str) -> str:
    """Say how many wijken a model (the name of its numbers) lost to missing values."""
    n = stof.cijfers.waarde(f"{model}.n_weggevallen")
    if not n:
        return f"er vielen geen {W.gebieden} weg."
    aandeel = stof.cijfers.tekst(f"{model}.aandeel_weggevallen")
    woord = taal.meervoud(n, "viel", "vielen")
    wijken = taal.aantal_van(n, W.gebied, W.gebieden)
    return f"{wijken} ({aandeel}) {woord} weg omdat een factor of score ontbreekt."
