"""Whether scores of several years can be compared: what successive changes have in common."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import OVERIG, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import REST_VAN_LAND
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import land
from leefbaarheid.tekst.gedeeld.vergelijking import kant
from leefbaarheid.tekst.stof import Stof


def _rijen(stof: Stof, groep: str) -> list[Rij]:
    return [
        rij
        for rij in stof.tabellen["opeenvolgend"]
        if rij["groep"] == groep and not taal.is_leeg(rij["correlatie"])
    ]


def kort(stof: Stof) -> str:
    """Say in two sentences what the same borders do not give; for the hoofdrapport."""
    begin = (
        "Elke meting heeft een eigen fout, en die maakt dat een stijging in de ene periode en een "
        "daling in de volgende deels elkaars spiegelbeeld kunnen zijn."
    )
    telling = _telling(stof)
    return f"{begin} {telling}" if telling else begin


def _telling(stof: Stof) -> str:
    """Count the pairs of successive changes that go together, both ways, in two groups."""
    zinnen = []
    for groep, begin in (
        (SELECTIE, "In de selectie hangen twee opeenvolgende veranderingen"),
        (OVERIG, f"Bij de overige {W.gebieden} die in aanmerking kwamen, hangen zij"),
    ):
        kanten = [k for k in map(kant, _rijen(stof, groep)) if k is not None]
        if kanten:
            zinnen.append(f"{begin} {_hoe(kanten)}.")
    return " ".join(zinnen)


def _hoe(kanten: Sequence[int]) -> str:
    """Return "in twee van de zes gevallen aantoonbaar negatief samen, en nooit positief"."""
    if len(kanten) == 1:
        return {1: "aantoonbaar positief", -1: "aantoonbaar negatief"}.get(
            kanten[0], "niet aantoonbaar"
        ) + " samen"
    alle = f"van de {taal.telwoord(len(kanten))} gevallen"
    negatief, positief = kanten.count(-1), kanten.count(1)
    if not negatief and not positief:
        return f"in geen {alle} aantoonbaar samen"
    delen = [("negatief", negatief), ("positief", positief)]
    (een, n), (ander, m) = delen if negatief else delen[::-1]
    slot = (
        f"in {taal.telwoord(m)} aantoonbaar {ander}" if m else f"in geen geval aantoonbaar {ander}"
    )
    return f"in {taal.telwoord(n)} {alle} aantoonbaar {een} samen en {slot}"


def uitleg(stof: Stof) -> str:
    """Say what the correlations of successive changes are, and what they do and do not mean."""
    rijen = _rijen(stof, SELECTIE)
    if not rijen:
        return "Met minder dan drie meetjaren zijn er geen opeenvolgende veranderingen."
    zinnen = [
        _telling(stof),
        f"In de selectie loopt de samenhang van {_van_tot(rijen, 'correlatie')}.",
    ]
    van_fout = ("door_meetfout", "alleen_ruis")  # empty where the error is estimated at zero
    met = [rij for rij in rijen if not any(taal.is_leeg(rij[kolom]) for kolom in van_fout)]
    if met:
        zinnen.append(
            "De geschatte meetfout van de gedeelde meting geeft op zichzelf, bij echte "
            "veranderingen die los van elkaar staan, een samenhang van "
            f"{_van_tot(met, 'door_meetfout')}; bestond elke verandering alleen uit "
            f"meetfout, dan was zij {_van_tot(met, 'alleen_ruis')}."
        )
    if any(kant(rij) == -1 for groep in (SELECTIE, OVERIG) for rij in _rijen(stof, groep)):
        zinnen.append(
            "Een negatieve samenhang past bij een fout in de gedeelde meting, en ook bij "
            f"{W.gebieden} die na een uitschieter naar hun eigen niveau terugkeren; welk van beide "
            "het is, is hiermee niet te zeggen. Wie één periode bekijkt, ziet daardoor deels wat "
            "de vorige of de volgende weer ongedaan maakt; een ontwikkeling over meer metingen "
            "heeft daar minder last van."
        )
    return " ".join(zinnen)


def _van_tot(rijen: Sequence[Rij], kolom: str) -> str:
    """Return the range of a column: "−0,43 tot +0,12", or the one value."""
    waarden = [rij[kolom] for rij in rijen]
    grenzen = dict.fromkeys(taal.verandering(x) for x in (min(waarden), max(waarden)))
    return " tot ".join(grenzen)


def rijen(stof: Stof) -> list[Cellen]:
    """Return per shared measurement the correlation in each group, beside that of noise."""
    uit = []
    per_groep = {
        groep: {
            rij["midden"]: rij for rij in stof.tabellen["opeenvolgend"] if rij["groep"] == groep
        }
        for groep in (SELECTIE, OVERIG, REST_VAN_LAND)
    }
    for midden, eigen in sorted(per_groep[SELECTIE].items()):
        cellen = [f"{eigen['van']}–{midden}–{eigen['tot']}"]
        cellen += [_cel(per_groep[groep].get(midden)) for groep in per_groep]
        cellen += [taal.verandering(eigen[k]) for k in ("door_meetfout", "alleen_ruis")]
        uit.append(cellen)
    return uit


def _cel(rij: Rij | None) -> str:
    """Return a correlation with its interval, in bold where that leaves out zero."""
    if rij is None or taal.is_leeg(rij["correlatie"]):
        return taal.GEEN
    getal = taal.verandering(rij["correlatie"])
    uitkomst = kant(rij)
    if uitkomst is None:
        return getal
    tekst = f"{getal} ({taal.interval(rij['ci_laag'], rij['ci_hoog'])})"
    return f"**{tekst}**" if uitkomst else tekst


def koppen(stof: Stof) -> Cellen:
    """Return the column heads of `rijen`."""
    elders = taal.hoofdletter(f"alle andere in {land(stof)}")
    return ["Metingen", "Selectie", "Overige", elders, "Door meetfout", "Alleen ruis"]
