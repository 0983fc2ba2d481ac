"""The four clusters and their rule, in the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.stof import Stof


def regel_rijen(stof: Stof) -> list[Cellen]:
    """Return each cluster in the words of 2017 and in the rule of this edition."""
    c = stof.editie["clusters"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    voldoende = f"*{klassenaam(c['voldoende_vanaf_klasse'])}*"
    return [
        [
            SUCCES,
            f"voorheen zwak, verbeterd sinds {lang}, en blijvend",
            f"stand ten minste {voldoende}; gestegen sinds {lang} én sinds {crisis}",
        ],
        [
            VROEGSIGNALERING,
            "voldoende maar onder het gemiddelde, stagnerend of dalend",
            f"stand ten minste {voldoende}; niet gestegen sinds {lang} of sinds {crisis}",
        ],
        [
            GESTAAG_HERSTEL,
            f"verbeterd sinds {lang}, maar nog steeds zwak",
            f"stand onder {voldoende}; gestegen sinds {lang} en niet gedaald sinds {crisis}",
        ],
        [
            TERUGVAL,
            f"duidelijk achteruitgegaan sinds {crisis}",
            f"stand onder {voldoende}; gedaald sinds {crisis}",
        ],
        [NIET_INGEDEELD, "alle overige wijken", "past in geen van de vier"],
    ]


def _scorejaren(stof: Stof) -> list[int]:
    """Return the years of which the table of clusters shows the score."""
    c = stof.editie["clusters"]
    jaren = (c["langjaar"], c["crisisjaar"], stof.editie["eindjaar"], stof.editie["jaren"][-1])
    return list(dict.fromkeys(jaren))


def clusters_kop(stof: Stof) -> Cellen:
    """Return the column heads of the table of clusters."""
    scores = [f"Score {jaar}" for jaar in _scorejaren(stof)]
    return ["Cluster", "Wijken", "Aandeel wijken", "Bewoners", "Aandeel bewoners", *scores]


def clusters_rijen(stof: Stof) -> list[Cellen]:
    """Return the size and the mean scores of each cluster."""
    return [
        [
            rij["cluster"],
            taal.getal(rij["n_wijken"]),
            taal.procent(rij["aandeel_wijken"]),
            taal.getal(rij["n_inwoners"]),
            taal.procent(rij["aandeel_inwoners"]),
            *(taal.score(rij[f"lbm_{jaar}"]) for jaar in _scorejaren(stof)),
        ]
        for rij in stof.tabellen["clusters"]
    ]
