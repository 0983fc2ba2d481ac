"""Settings, sources, packages and code in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hulp.verandering import anders, maak_stand
from leefbaarheid.tekst.wat_is_er_veranderd import (
    herkomst,
    zinnen,
)

pytestmark = pytest.mark.traag


def test_een_waarde_van_een_instelling_leest_als_tekst(stof):
    nieuw = anders(config={"vensters": [[2012, 2014]], "fictief": False})
    rijen = {rij[0]: tuple(rij[1:]) for rij in herkomst.instelling_rijen(stof(nieuw))}
    assert rijen["fictief"] == ("ja", "nee")
    assert rijen["vensters"] == ("–", "2012–2014")


def test_andere_pakketten_en_code_staan_er_met_hun_versie(stof):
    nieuw = replace(
        maak_stand(),
        versies={"pandas": "3.1", "rocrate": "1.0"},
        code={**maak_stand().code, "Snakefile": "9" * 64},
    )
    assert herkomst.code(stof(nieuw)) == (
        "Van de rekencode verschilt één bestand. Deze pakketten hebben een andere versie: pandas "
        "(van 3.0 naar 3.1) en rocrate (1.0, nieuw)."
    )


def test_bronnen_in_een_zin_en_weinig_cijfers_in_een_tabel(stof):
    bronnen = {"scores.csv": "f" * 64, "context.csv": "b" * 64, "los.csv": "e" * 64}
    cijfers = {"cluster.n": {"tekst": "3", "waarde": 3, "eenheid": "aantal"}}
    tekst = stof(anders(bronnen=bronnen, cijfers=cijfers))
    assert herkomst.bronnen(tekst) == (
        "Van de bronbestanden is er één gelijk, één gewijzigd en één erbij gekomen."
    )
    assert zinnen.cijfer_rijen(tekst) == [["cluster.n", "2", "3"]]
    rij = tekst.tabellen["verandering_cijfers"][0]
    tekst.tabellen["verandering_cijfers"] = [rij] * (zinnen.HOOGSTENS + 1)
    assert zinnen.cijfer_rijen(tekst) == []
