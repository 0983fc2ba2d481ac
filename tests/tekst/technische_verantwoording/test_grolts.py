"""The GRoLTS checklist in words."""

from __future__ import annotations

import pytest

from hulp.controletabellen import maak_stof
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.technische_verantwoording import grolts


def rij(nr, hoe, gerapporteerd="ja"):
    (cellen,) = grolts.grolts_rijen(
        maak_stof(grolts=[{"nr": nr, "gerapporteerd": gerapporteerd, "hoe": hoe}])
    )
    return cellen


def test_een_onderdeel_heeft_nummer_naam_oordeel_en_antwoord():
    assert rij(2, ToetsReden.GROLTS_ZELFDE_PEILJAAR.met(), "niet_van_toepassing") == [
        "2",
        "Gemiddelde en spreiding van de tijd binnen een meting",
        "niet van toepassing",
        "Elke meting heeft voor alle wijken hetzelfde peiljaar.",
    ]


@pytest.mark.parametrize(
    ("nr", "hoe", "antwoord"),
    [
        (
            1,
            ToetsReden.GROLTS_JAREN.met(jaren="2002-2008-2012-2014", tussenpozen="6-4-2"),
            "Kalenderjaren: 2002, 2008, 2012 en 2014, met tussenpozen van 6, 4 en 2 jaar; "
            "veranderingen zijn per jaar uitgedrukt.",
        ),
        (
            "3a",
            ToetsReden.GROLTS_SCORES_ONTBREKEN.met(n_verwacht=130, n_ontbreekt=5),
            "Van de 130 geselecteerde wijken missen er 5 een score in deze jaren; scores ontbreken "
            "waar de Leefbaarometer er geen publiceert.",
        ),
        (
            7,
            ToetsReden.GROLTS_GEBROKEN_LIJN.met(
                crisisjaar=2012, rest_gebroken=float("nan"), rest_recht=0.0123
            ),
            "Gebroken lijn met een knik in 2012 (restspreiding niet te bepalen) naast een rechte "
            "lijn (0,012 punt).",
        ),
        (
            10,
            ToetsReden.GROLTS_LAAGSTE_BIC.met(min_aandeel=0.05, min_kans=0.7, trekkingen=100),
            "Laagste BIC onder oplossingen met een kleinste groep van ten minste 5% en een "
            "gemiddelde toewijzingskans van ten minste 0,7 in elke groep; daarnaast AIC, entropie, "
            "silhouet en stabiliteit over 100 bootstrapsteekproeven (adjusted Rand). Meer groepen "
            "kunnen ook één scheve of ongelijk gespreide wolk beschrijven.",
        ),
        (
            13,
            ToetsReden.GROLTS_ENTROPIE.met(entropie=0.6543),
            "Voor elk model; 0,65 bij de getoonde oplossing.",
        ),
        (
            13,
            ToetsReden.GROLTS_ENTROPIE.met(entropie=float("nan")),
            "Voor elk model met meer dan één groep; de getoonde oplossing heeft er één.",
        ),
    ],
)
def test_antwoorden_met_getallen(nr, hoe, antwoord):
    assert rij(nr, hoe)[3] == antwoord
