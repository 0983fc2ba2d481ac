"""The editions of the project: what two of them share, and what each selects."""

from __future__ import annotations

import pytest
import yaml

from hulp import WORTEL
from hulp.echte_editie import lees_echte_editie

EIGEN = {"editie", "teksten", "bronnen_map", "bronnen", "selectie", "voorregistratie"}


def lees(naam):
    return yaml.safe_load((WORTEL / "config" / "edities" / f"{naam}.yaml").read_text("utf-8"))


def test_de_echte_edities_verschillen_alleen_in_hun_selectie():
    regel, lijst = lees("leefbaarometer-3.0"), lees("aandachtswijken-2007")
    assert regel.keys() == lijst.keys()
    assert {naam for naam in regel if regel[naam] != lijst[naam]} <= EIGEN
    # both are compared with the same other wijken
    voor_allebei = ("min_inwoners", "min_inwoners_gemeente", "voorwaarden")
    for sleutel in voor_allebei:
        assert regel["selectie"][sleutel] == lijst["selectie"][sleutel]
    andere_bronnen = regel["bronnen"].keys() - {"selectielijst"}
    assert {b: regel["bronnen"][b] for b in andere_bronnen} == {
        b: lijst["bronnen"][b] for b in andere_bronnen
    }


@pytest.mark.parametrize("pad", ["config.yaml", "edities/leefbaarometer-3.0.yaml"])
def test_een_editie_verschijnt_na_haar_laatste_meting(pad):
    editie = yaml.safe_load((WORTEL / "config" / pad).read_text("utf-8"))
    assert int(str(editie["teksten"]["datum"])[:4]) > max(editie["jaren"])


@pytest.mark.traag
def test_de_aandachtswijken_zijn_53_wijken_waarvan_een_te_klein(echte_data):
    wijken = lees_echte_editie(echte_data, "aandachtswijken-2007").wijken
    gekozen = wijken[wijken["in_selectie"]]
    assert (len(gekozen), gekozen["gm_code"].nunique()) == (53, 15)
    buiten = gekozen[~gekozen["in_aanmerking"]]
    assert buiten["wk_code"].tolist() == ["WK051835"]
    assert buiten["inwoners"].item() < 1000
    zeker = gekozen[gekozen["label_aandachtswijk_zeker"]]
    assert (len(zeker), zeker["gm_code"].nunique()) == (40, 12)
    scores = gekozen[[f"lbm_{jaar}" for jaar in (2002, 2008, 2012, 2014, 2022)]]
    assert scores.notna().all(axis=None)
