"""Whether anything changed, how much, and what it can come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hulp.verandering import anders, maak_stand
from leefbaarheid.tekst.wat_is_er_veranderd import (
    clusters,
    herkomst,
    samenvatting,
    scores,
    selectie,
    zinnen,
)

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
BRONNEN = {"scores.csv": "f" * 64, "context.csv": "b" * 64}
RUIL = {(B, "in_selectie"): False, (C, "in_selectie"): True, (C, "cluster"): "Succes!"}


def test_niets_veranderd_is_een_zin(stof):
    tekst = stof()
    assert samenvatting.kern(tekst) == "Er is niets veranderd tussen de twee edities."
    assert samenvatting.stand_van_zaken(tekst) == samenvatting.opmerkingen(tekst) == []
    assert scores.herzien(tekst) == ["Alle 16 scores die in beide edities staan, zijn gelijk."]
    assert selectie.aantallen(tekst) == "De selectie bestaat uit dezelfde twee wijken."
    assert clusters.aantallen(tekst) == (
        "Beide wijken die in beide edities geselecteerd zijn, staan in hetzelfde cluster."
    )
    assert zinnen.aantallen(tekst).endswith("is woord voor woord gelijk.")
    assert herkomst.bronnen(tekst) == "De bronbestanden zijn byte voor byte gelijk."


def test_alleen_andere_instellingen(stof):
    tekst = stof(anders(config={"teksten.plaats": "Elders"}))
    assert samenvatting.kern(tekst) == (
        "De uitkomsten zijn gelijk; de edities zijn gemaakt met andere instellingen."
    )


def test_wat_niet_te_vergelijken_is_telt_niet_als_gelijk(stof):
    tekst = stof(replace(maak_stand(), tekst=None))
    assert samenvatting.kern(tekst) == (
        "In wat te vergelijken is, is niets veranderd; één onderdeel is niet te vergelijken."
    )
    assert samenvatting.opmerkingen(tekst) == [
        "Zinnen van de samenvatting: van de nieuwe editie is de tekst van het hoofdrapport er niet."
    ]


def test_twee_aanleidingen_zonder_te_zeggen_welk_deel_waarvan_komt(stof):
    nieuw = anders(RUIL | {(B, "lbm_2008"): 3.95}, bronnen=BRONNEN, config={"selectie.aantal": 2.0})
    tekst = stof(nieuw)
    assert samenvatting.aanleiding(tekst, "selectie") == (
        "Van alles waar de selectie op rust, verschilt iets in de instellingen en de scores; welk "
        "deel waaraan toe te schrijven is, is hiermee niet te zeggen."
    )


def test_een_onbekende_aanleiding_wordt_niet_geraden(stof):
    tekst = stof(anders({(A, "lbm_2014"): 3.79}))
    assert samenvatting.aanleiding(tekst, "scores") == (
        "Waar het verschil in de scores vandaan komt, is uit de manifesten niet te herleiden."
    )


def test_als_de_code_niet_te_vergelijken_is_staat_dat_bij_de_aanleiding(stof):
    nieuw = anders({(A, "lbm_2014"): 3.79}, bronnen=BRONNEN, code={})
    assert samenvatting.aanleiding(stof(nieuw), "scores").endswith(
        "bronbestand leefbaarometer. Of ook de rekencode verschilt, is niet na te gaan."
    )


def test_de_samenvatting_telt_per_onderdeel(stof):
    oud = maak_stand()
    nieuw = anders(
        RUIL | {(A, "cluster"): "Succes!"},
        weg=(D,),
        tekst=oud.tekst.replace("De *score* steeg (@sec-x).", "Iets heel anders. Nog een zin."),
        tabellen={
            "robuustheid_eindoordeel": oud.tabellen["robuustheid_eindoordeel"].assign(
                oordeel="onzeker"
            )
        },
    )
    assert samenvatting.stand_van_zaken(stof(nieuw)) == [
        "**Wijkindeling.** Eén wijkcode verdween (@sec-scores).",
        "**Selectie.** Eén wijk ging eruit en één wijk kwam erbij (@sec-selectie).",
        "**Clusters.** Van de enige wijk in beide selecties staat er één in een ander cluster "
        "(@sec-clusters).",
        "**Oordelen.** Eén factor heeft een ander oordeel (@sec-samenhang).",
        "**De samenvatting.** Van de drie zinnen is er één verdwenen; twee zinnen kwamen erbij "
        "(@sec-zinnen).",
    ]
