"""The chapter Methode of the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.stof import Stof


def klasse_rijen(stof: Stof) -> list[Cellen]:
    """Return number, name, lower and upper bound of the nine classes."""
    grenzen = [taal.getal(grens, 3) for grens in stof.editie["klassen"]["grenzen"]]
    onder, boven = ["", *grenzen], [*grenzen, ""]
    return [
        [
            str(nr),
            naam,
            f"vanaf {van}" if van else taal.GEEN,
            f"tot {tot}" if tot else taal.GEEN,
        ]
        for nr, (naam, van, tot) in enumerate(zip(KLASSENAMEN, onder, boven, strict=True), start=1)
    ]


def vensterlengte(stof: Stof) -> str:
    """Warn where the windows differ in length."""
    lengtes = sorted({tot - van for van, tot in stof.editie["vensters"]})
    if len(lengtes) == 1:
        return ""
    return (
        f"De perioden zijn niet even lang: van {taal.telwoord(lengtes[0])} tot "
        f"{taal.telwoord(lengtes[-1])} jaar. In een langere periode kan meer veranderen, zodat "
        "aandelen en veranderingen alleen binnen een periode goed te vergelijken zijn."
    )


def clusterregel_kop(stof: Stof) -> Cellen:
    """Return the column heads of the cluster rule."""
    c = stof.editie["clusters"]
    ontwikkelingen = [f"Ontwikkeling sinds {c[jaar]}" for jaar in ("langjaar", "crisisjaar")]
    return ["Cluster", f"Stand in {stof.editie['eindjaar']}", *ontwikkelingen]


def clusterregel_rijen(stof: Stof) -> list[Cellen]:
    """Return the cluster rule: standing, long and recent development of each cluster."""
    voldoende = klassenaam(stof.editie["clusters"]["voldoende_vanaf_klasse"])
    hoog, laag = f"ten minste {voldoende}", f"lager dan {voldoende}"
    een_niet = "ten minste één van de twee niet gestegen"
    return [
        ["*Succes!*", hoog, "gestegen", "gestegen"],
        ["*Vroegsignalering*", hoog, een_niet, een_niet],
        ["*Gestaag herstel*", laag, "gestegen", "gestegen of gestagneerd"],
        ["*Terugval*", laag, "maakt niet uit", "gedaald"],
        ["*niet ingedeeld*", laag, "gestagneerd of gedaald", "gestegen of gestagneerd"],
    ]
