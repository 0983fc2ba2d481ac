"""The whole table set: it keeps its contracts, and says what changed of what a part rests on."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.tabellen.verandering import TABELLEN
from leefbaarheid.verandering.vergelijking import vergelijk

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))


def overzicht(oud, nieuw):
    return vergelijk(oud, nieuw)["verandering_overzicht"].set_index("onderdeel")


def tellingen(tabel):
    return tabel[["n_gewijzigd", "n_verdwenen", "n_erbij"]].fillna(0).sum(axis=1)


def test_elke_tabel_voldoet_aan_haar_contract(stand, anders):
    nieuw = anders(
        {(B, "in_selectie"): False, (C, "in_selectie"): True, (A, "cluster"): "Succes!"}
        | {(A, "lbm_2014"): 3.99, (C, "cluster"): "Succes!"},
        weg=(D,),
        config={"eindjaar": 2016},
    )
    for oud, ander in ((stand, nieuw), (nieuw, stand), (stand, stand)):
        tabellen = vergelijk(oud, ander)
        assert tabellen.keys() == TABELLEN.keys()
        for naam, tabel in tabellen.items():
            controleer_tabel(tabel, TABELLEN[naam])


def test_andersom_is_wat_erbij_kwam_verdwenen(stand, anders):
    nieuw = anders(
        {(B, "in_selectie"): False, (C, "in_selectie"): True, (C, "cluster"): "Succes!"}
        | {(A, "lbm_2014"): 3.99},
        weg=(D,),
        config={"extra": 1},
        versies={"pandas": "3.1", "numpy": "2"},
    )
    heen, terug = overzicht(stand, nieuw), overzicht(nieuw, stand)
    for een, ander in (("n_oud", "n_nieuw"), ("n_erbij", "n_verdwenen")):
        assert heen[een].equals(terug[ander].rename(een))
    assert heen["n_gewijzigd"].equals(terug["n_gewijzigd"])


def test_van_een_editie_en_zichzelf_verschilt_niets(stand):
    tabel = overzicht(stand, stand)
    assert tellingen(tabel).sum() == 0
    assert tabel["aanleiding"].isna().all() and tabel["reden"].isna().all()


def test_een_andere_bron_is_de_aanleiding_van_herziene_scores(stand, anders):
    bronnen = {**stand.bronnen, "scores.csv": "f" * 64}
    tabel = overzicht(stand, anders({(A, "lbm_2014"): 3.76}, bronnen=bronnen))
    assert tabel.loc["scores", ["n_oud", "n_gewijzigd"]].tolist() == [16, 1]
    assert tabel.loc["scores", "aanleiding"] == "door_bron?namen=leefbaarometer"
    assert pd.isna(tabel.loc["selectie", "aanleiding"])  # it did not change


def test_wat_tegelijk_veranderde_staat_er_samen(stand, anders):
    bronnen = {**stand.bronnen, "scores.csv": "f" * 64}
    nieuw = anders(
        {(A, "lbm_2014"): 3.9, (A, "cluster"): "Succes!"},
        bronnen=bronnen,
        config={"clusters.delta": 0.03},
        code={**stand.code, "workflow/scripts/leefbaarheid/analyse/selectie.py": "7" * 64},
    )
    assert overzicht(stand, nieuw).loc["clusters", "aanleiding"] == (
        "door_instellingen;door_scores;door_code"
    )


def test_een_verandering_zonder_aanwijsbare_aanleiding_wordt_niet_geraden(stand, anders):
    tabel = overzicht(stand, anders({(A, "lbm_2014"): 3.76}))
    assert tabel.loc["scores", "aanleiding"] == "niet_te_herleiden"


def test_code_van_tekst_telt_niet_als_rekencode(stand):
    code = {**stand.code, "workflow/scripts/leefbaarheid/tekst/stof.py": "7" * 64}
    assert overzicht(stand, replace(stand, code=code)).loc["rekencode", "n_gewijzigd"] == 0


def test_een_manifest_dat_niet_alle_code_noemt_zegt_niets_over_de_code(stand):
    oud = replace(stand, code={"workflow/scripts/maak_publicatie.py": "1" * 64})
    rij = overzicht(oud, stand).loc["rekencode"]
    assert rij["reden"] == "code_niet_genoemd" and pd.isna(rij["n_erbij"])


def test_wat_een_editie_niet_heeft_krijgt_een_reden(stand, anders):
    nieuw = replace(anders(), tekst=None, code={})
    del nieuw.tabellen["regressie"]
    tabel = overzicht(stand, nieuw)
    assert tabel["reden"].dropna().to_dict() == {
        "rekencode": "code_niet_genoemd",
        "coefficienten": "tabel_ontbreekt?tabel=regressie&kant=nieuwe",
        "zinnen": "tekst_ontbreekt?kant=nieuwe",
    }
    assert tabel.loc["coefficienten", ["n_oud", "n_gewijzigd"]].isna().all()
