"""The GRoLTS checklist."""

from __future__ import annotations

from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.tabelwaarden import DEELS, GEMELD, NIET_VAN_TOEPASSING
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import redentekst, rijen_van
from leefbaarheid.tekst.stof import Stof

ONDERDELEN = Woordenlijst(
    {
        "1": "Tijdschaal van het model",
        "2": "Gemiddelde en spreiding van de tijd binnen een meting",
        "3a": "Mechanisme van ontbrekende gegevens",
        "3b": "Wat met ontbreken samenhangt",
        "3c": "Hoe met ontbrekende gegevens is omgegaan",
        "4": "Verdeling van de gemeten variabelen",
        "5": "Software",
        "6a": "Andere aannames over verschillen binnen groepen",
        "6b": "Andere aannames over verschil in spreiding tussen groepen",
        "7": "Andere vormen van het traject",
        "8": "Herhaalbaar met covariaten",
        "9": "Aantal startwaarden en iteraties",
        "10": "Maten om modellen te vergelijken en te kiezen",
        "11": "Aantal geschatte modellen, ook met één groep",
        "12": "Aantal [[gebieden]] per groep in elk model",
        "13": "Entropie",
        "14a": "Figuur met gemiddelde trajecten van de gekozen oplossing",
        "14b": "Figuren met gemiddelde trajecten van elk model",
        "14c": "Figuur met gemiddelde en afzonderlijke trajecten per groep",
        "15": "Kenmerken van de gekozen groepen in cijfers",
        "16": "Syntaxis beschikbaar",
    }
)
"""The items of the list, in words of our own."""
GERAPPORTEERD = {
    GEMELD: "ja",
    DEELS: "deels",
    NIET_VAN_TOEPASSING: "niet van toepassing",
}


def grolts_rijen(stof: Stof) -> list[Cellen]:
    """Return the GRoLTS checklist: number, item, reported, how."""
    return [
        [
            str(rij["nr"]),
            ONDERDELEN[str(rij["nr"])],
            GERAPPORTEERD[rij["gerapporteerd"]],
            redentekst(rij["hoe"]),
        ]
        for rij in rijen_van(stof, "grolts")
    ]
