"""What is said under an analysis about its wijken."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.wijkanalyses.wijkanalyses import (
    aanpak_rijen,
    advies_rijen,
    besprekingen,
    citaat,
    dimensie_rijen,
    dimensiejaar,
    dimensienamen,
    met_overzicht,
    overzicht_rijen,
    score_rijen,
)


def test_alleen_de_wijken_van_de_analyse():
    cel = KoppelReden.ZELFDE_RICHTING.met(oordeel="daler", cluster="Terugval")
    rijen = [{"bestand": bestand, "bespreking": cel} for bestand in ("oost.md", "west.md")]
    assert besprekingen(hoofdrapport(wijkanalyses=rijen), {"bron": "oost.md"}) == [
        "Het oordeel ‘daler’ en het cluster ‘Terugval’ wijzen in dezelfde richting."
    ]


LEEG = dict.fromkeys(("horizon", "samenwerkingsvorm", "financieringsvorm", "bron"))
OOST = {"bron": "oost.md"}


def test_adviezen_van_de_analyse_met_een_streep_voor_wat_niet_is_ingevuld():
    rij = {**LEEG, "bestand": "oost.md", "laag": "wijk", "wat": "Doe *dit*.", "wie": "gemeente"}
    rijen = [
        {**rij, "horizon": "direct", "bron": "gesprekken", "samenwerkingsvorm": "convenant"},
        {**rij, "bestand": "west.md"},
        {**rij, "laag": "thema"},
        rij,
    ]
    assert advies_rijen(hoofdrapport(adviezen=rijen), OOST) == [
        [r"Doe \*dit\*.", "Gemeente; direct", "Convenant", "gesprekken"],
        [r"Doe \*dit\*.", "Gemeente", "–", "–"],
    ]


def test_aanpak_en_citaat_van_de_analyse():
    rij = {"bestand": "oost.md", "opgave": "x*", "aanpak": "y", "opbrengst": None}
    ander = rij | {"bestand": "west.md"}
    assert aanpak_rijen(hoofdrapport(aanpakken=[ander, rij]), OOST) == [[r"x\*", "y", "–"]]

    citaten = [{"bestand": b, "citaat": c} for b, c in (("west.md", "1"), *[("oost.md", "2")] * 2)]
    stof = hoofdrapport(wijkanalyses_citaten=citaten)
    assert citaat(stof, OOST) is citaten[1]
    assert citaat(stof, {"bron": "elders.md"}) is None


def _profiel(naam, gemeente, **meer):
    return {
        "bestand": "oost.md", "wk_naam": naam, "gm_naam": gemeente, "dimensiejaar": 2022,
        **{f"{voor}_{jaar}": getal for jaar in (2008, 2012, 2014, 2022)
           for voor, getal in (("lbm", 3.8), ("gemeente", 3.9), ("land", 4.1))},
        **{f"{voor}{d}": 0.1 for d in DIMENSIES for voor in ("", "gemeente_", "land_")},
        **meer,
    }  # fmt: skip


def test_scores_van_wijken_gemeente_en_land_staan_onder_elkaar():
    rijen = [_profiel("A", "Astad"), _profiel("B", "Astad", lbm_2022=None)]
    rijen.append(_profiel("C", "Bstad") | {"bestand": "west.md"})
    assert score_rijen(hoofdrapport(wijkprofielen=rijen), OOST) == [
        ["A", "3,80", "3,80", "3,80", "3,80"],
        ["B", "3,80", "3,80", "3,80", "–"],
        ["gemiddelde Astad", "3,90", "3,90", "3,90", "3,90"],
        ["alle wijken", "4,10", "4,10", "4,10", "4,10"],
    ]


def test_dimensies_alleen_van_wijken_die_ze_hebben():
    rijen = [_profiel("A", "Astad", soc=None), _profiel("B", "Astad")]
    stof = hoofdrapport(wijkprofielen=rijen)
    namen = [cellen[0] for cellen in dimensie_rijen(stof, OOST)]
    assert namen == ["B", "gemiddelde Astad", "alle wijken"]
    assert dimensiejaar(stof, OOST) == 2022
    assert dimensiejaar(hoofdrapport(wijkprofielen=rijen[:1]), OOST) is None
    assert dimensie_rijen(hoofdrapport(wijkprofielen=rijen[:1]), OOST) == []
    assert len(dimensienamen()) == len(DIMENSIES) == len(dimensie_rijen(stof, OOST)[0]) - 1


def test_een_overzicht_vanaf_zes_analyses():
    analyse = {"titel": "Oost: a*", "gemeente": "Astad", "oordeel": "daler", "themas": ["crisis"]}
    assert not met_overzicht(hoofdrapport(analyses=(analyse,) * 5))
    stof = hoofdrapport(analyses=(analyse,) * 6)
    assert met_overzicht(stof)
    assert overzicht_rijen(stof)[0] == [r"Oost: a\*", "Astad", "daler", "Economische crisis"]
