"""A group around the base year: what its sentences say of the difference and of its foundation."""

from __future__ import annotations

import pytest

from hulp.controletabellen import MIN, maak_stof
from leefbaarheid.tekst.technische_verantwoording import jaren_grenzen


def rij(jaar, mbar=0.0, verschil=0.06, half=0.02, **anders):
    return {
        **{"groep": "label_aandachtswijk", "maat": "per_jaar", "jaar": jaar, "basisjaar": 2012},
        **{"mbar": mbar, "verschil": verschil, "ci_laag": verschil - half},
        **{"ci_hoog": verschil + half, "doorbreekwaarde": 0.7, "grootste_voor": 0.0071},
        **{"grootste_voor_van": 2002, "n_voor": 2, "n_groep": 40, "n_overig": 811},
        **{"n_gemeenten": 37, "reden": None},
        **anders,
    }


def stof(*rijen, jaren=(2014, 2022), **anders):
    """Years before, and after with every Mbar, per year and per measurement."""
    alle = list(rijen) or [
        *(rij(jaar, verschil=-0.03, doorbreekwaarde=None) for jaar in (2002, 2008)),
        *(rij(jaar, mbar, half=0.02 + 0.05 * mbar) for jaar in jaren for mbar in (0.0, 0.5, 2.0)),
    ]
    alle = [r | anders for r in alle]
    per_meting = [r | {"maat": "per_meting", "doorbreekwaarde": 0.24} for r in alle]
    return maak_stof(jaren_grenzen=[*alle, *per_meting])


def test_wie_er_vergeleken_worden():
    assert jaren_grenzen.wie(stof()) == (
        "Van de wijken die in aanmerking kwamen, gaat het hier om de wijken met het label "
        "*aandachtswijk* (40) tegenover de 811 andere, zonder factoren. Een wijk die het label had "
        "maar in het bestand met labels ontbreekt, telt bij de andere wijken."
    )
    selectie = jaren_grenzen.wie(stof(groep="selectie"))
    assert "om de geselecteerde wijken (40)" in selectie and "label" not in selectie


@pytest.mark.parametrize(
    ("waarde", "slot"),
    [
        (0.7, "dan is er dus geen verschil aantoonbaar."),
        (1.0, "dan is er dus geen verschil aantoonbaar."),
        (1.3, "dan is het dus nog aantoonbaar."),
    ],
)
def test_doorbreekwaarde_beslist_wat_er_bij_een_even_ongelijk_verloop_overblijft(waarde, slot):
    zinnen = jaren_grenzen.grenzen_zinnen(stof(doorbreekwaarde=waarde))
    assert len(zinnen) == 2 and zinnen[0].startswith("*2012–2014.* Bij gelijk verloop ")
    assert "aantoonbaar gunstiger dan de andere wijken (+0,060; +0,040 tot +0,080)" in zinnen[0]
    assert zinnen[0].endswith(slot)


def test_minder_gunstig_en_niet_aantoonbaar():
    omlaag = jaren_grenzen.grenzen_zinnen(stof(rij(2014, verschil=-0.06)))[0]
    assert f"aantoonbaar minder gunstig dan de andere wijken ({MIN}0,060;" in omlaag
    niets = jaren_grenzen.grenzen_zinnen(stof(rij(2014, verschil=0.01)))
    assert len(niets) == 1 and "verschilt ook bij gelijk verloop niet aantoonbaar" in niets[0]


def test_geen_doorbreekwaarde_binnen_bereik_of_geen_jaren_ervoor():
    ver = jaren_grenzen.grenzen_zinnen(stof(doorbreekwaarde=10.0))[0]
    assert "Dat blijft zo, ook als hun verloop na 2012 per jaar tien keer" in ver
    geen = stof(doorbreekwaarde=None, n_voor=0, grootste_voor=None)
    assert not jaren_grenzen.heeft_jaren_voor(geen)
    assert jaren_grenzen.grenzen_zinnen(geen)[0].endswith("is niet na te gaan.")
    assert jaren_grenzen.grenzen_koppen(geen) == ["Jaar", "Verschil", "95%-interval"]
    assert {len(r) for r in jaren_grenzen.grenzen_rijen(geen)} == {3}
    assert len(jaren_grenzen.grenzen_breedtes(geen)) == 3


def test_verloop_ervoor():
    assert jaren_grenzen.verloop_voor(stof()) == (
        "Vóór 2012 veranderde het verschil tussen de groepen het sterkst in 2002–2008: met 0,0071 "
        "punt per jaar."
    )
    een = stof(rij(2008), rij(2014), n_voor=1, grootste_voor_van=2008)
    assert "met 0,0071 punt per jaar (2008–2012)" in jaren_grenzen.verloop_voor(een)


def test_tabel_zet_vet_wat_nul_uitsluit():
    rijen = jaren_grenzen.grenzen_rijen(stof())
    koppen = jaren_grenzen.grenzen_koppen(stof())
    assert koppen[2:5] == ["M = 0", "M = 0,5", "M = 2"]
    assert len(koppen) == len(rijen[0]) == len(jaren_grenzen.grenzen_breedtes(stof()))
    assert [r[0] for r in rijen] == ["2014", "2022"]
    assert rijen[0][2].startswith("**") and not rijen[0][4].startswith("**")
    assert rijen[0][-2:] == ["0,70", "0,24"]


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"verschil": None, "reden": "te_weinig_wijken?n=0&n_coefficienten=1"}, "niet te maken: "),
        ({"jaar": 2008}, "Na 2012 is er geen meting"),
    ],
)
def test_reden(anders, verwacht):
    assert verwacht in jaren_grenzen.reden(stof(rij(2014) | anders))
    assert jaren_grenzen.reden(stof()) == ""
