"""The wijken that the study of 2017 looked at: what their figures say, and no more."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.marge import marge_getal
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klassenaam
from leefbaarheid.tekst.stof import Stof


def heeft_lijst(stof: Stof) -> bool:
    """Tell whether the edition has such a list, and at least one wijk on it has figures."""
    return bool(_met_cijfers(stof))


def _met_cijfers(stof: Stof) -> list[tuple[Rij, Rij]]:
    """Return the rows of the list with those of the table of wijken."""
    wijken = {rij["wk_code"]: rij for rij in stof.tabellen["wijken"]}
    return [
        (rij, wijken[rij["wk_code"]])
        for rij in stof.tabellen["onder_de_loep"]
        if rij["wk_code"] in wijken
    ]


def _jaren(stof: Stof) -> list[int]:
    c = stof.editie["clusters"]
    jaren = (stof.editie["jaren"][0], c["crisisjaar"], stof.editie["eindjaar"])
    return list(dict.fromkeys([*jaren, stof.editie["jaren"][-1]]))


def inleiding(stof: Stof) -> str:
    """Say how many wijken the study looked at, and of how many there are figures."""
    n, met = len(stof.tabellen["onder_de_loep"]), len(_met_cijfers(stof))
    heeft = taal.meervoud(met, "heeft", "hebben")
    return (
        f"Het onderzoek uit 2017 keek van dichtbij naar {taal.telwoord(n)} {W.gebieden}, die "
        f"steden zelf aanboden. Daarvan {heeft} er {taal.telwoord(met)} een CBS-wijk van die naam, "
        "en dus eigen cijfers. Dit hoofdstuk zegt wat er van hun score werd, en niet waarom."
    )


def kop(stof: Stof) -> Cellen:
    """Return the column heads: the score in the years of the rule and the last one, and changes."""
    perioden = [venster(*paar) for paar in _perioden(stof)]
    return [W.Gebied, "Gemeente", *map(str, _jaren(stof)), *perioden, "Klasse", "Cluster"]


def rijen(stof: Stof) -> list[Cellen]:
    """Return per wijk its scores and changes, the class of the last year, and its cluster."""
    laatste, delta = stof.editie["jaren"][-1], stof.editie["clusters"]["delta"]
    uit = []
    for rij, wijk in _met_cijfers(stof):
        klasse = wijk[f"klasse_{laatste}"]
        uit.append(
            [
                als_markdown(rij["wijk"]),
                als_markdown(rij["gemeente"]),
                *(taal.score(wijk[f"lbm_{jaar}"]) for jaar in _jaren(stof)),
                *(_verschil(wijk, *paar, delta) for paar in _perioden(stof)),
                taal.GEEN if klasse is None else klassenaam(klasse),
                clusternaam(wijk["cluster"]),
            ]
        )
    return uit


def _perioden(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows of the table: until the end year, and since."""
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    laatste = stof.editie["jaren"][-1]
    return [(crisis, eind)] + ([(eind, laatste)] if laatste > eind else [])


def _verschil(wijk: Rij, van: int, tot: int, delta: float) -> str:
    """Return the change of a wijk, in bold beyond the margin: +0,020 may lie on either side."""
    begin, einde = wijk[f"lbm_{van}"], wijk[f"lbm_{tot}"]
    if begin is None or einde is None:
        return taal.GEEN
    verschil = round(einde - begin, 9)
    tekst = taal.verandering(verschil, 3)
    return f"**{tekst}**" if abs(verschil) > delta else tekst


def buiten_selectie(stof: Stof) -> str:
    """Name the wijken of the list that are not in the selection; "" where all are."""
    buiten = [rij["wijk"] for rij, wijk in _met_cijfers(stof) if not wijk["in_selectie"]]
    if not buiten:
        return ""
    zit = taal.meervoud(len(buiten), "zit", "zitten")
    namen = taal.opsomming([als_markdown(naam) for naam in buiten])
    return taal.als_zin(f"Niet in de selectie {zit} {namen}")


def slot(stof: Stof) -> str:
    """Count the directions since the end year; "" without a later measurement."""
    eind, laatste, delta = (
        *(stof.editie["eindjaar"], stof.editie["jaren"][-1]),
        stof.editie["clusters"]["delta"],
    )
    if laatste == eind:
        return ""
    verschillen = [
        round(w[f"lbm_{laatste}"] - w[f"lbm_{eind}"], 9)
        for _, w in _met_cijfers(stof)
        if w[f"lbm_{laatste}"] is not None and w[f"lbm_{eind}"] is not None
    ]
    omhoog, omlaag = (sum(teken * v > delta for v in verschillen) for teken in (1, -1))
    deed = taal.meervoud(omhoog or 1, "steeg", "stegen")
    ook = taal.meervoud(omlaag or 1, "daalde", "daalden")
    return (
        f"Tussen {eind} en {laatste} {deed} {taal.hoeveel(omhoog)} van deze "
        f"{taal.telwoord(len(verschillen))} {W.gebieden} meer dan de marge van {marge_getal(stof)} "
        f"punt, en {ook} er {taal.hoeveel(omlaag)}. Zo weinig {W.gebieden} zeggen niets over "
        "andere wijken."
    )


def zonder_cijfers(stof: Stof) -> list[str]:
    """Name the wijken without figures of their own, each with the reason of the list."""
    met = {rij["nr"] for rij, _ in _met_cijfers(stof)}
    return [
        f"{_naam(rij)}: {als_markdown(rij['toelichting'] or '')}"
        for rij in stof.tabellen["onder_de_loep"]
        if rij["nr"] not in met
    ]


def _naam(rij: Rij) -> str:
    if not rij["wijk"]:
        return f"{W.Gebied} {rij['nr']}"
    return f"{als_markdown(rij['wijk'])} ({als_markdown(rij['gemeente'])})"
