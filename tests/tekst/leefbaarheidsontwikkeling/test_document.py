"""The templates of the two bijlagen with numbers, filled for three editions."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd
import pytest

from hulp import WORTEL, proefeditie
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.basis.schattingen import richting_van
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.ontwikkeling.samenhang import coefficienten
from leefbaarheid.rapport.aannames import lees_document
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.gedeeld import modelvormen as modelvormen_tekst
from leefbaarheid.tekst.gedeeld import samenhang
from leefbaarheid.tekst.gedeeld.factoren import waar
from leefbaarheid.tekst.gedeeld.opzet import modelvormen
from leefbaarheid.tekst.gedeeld.robuustheid import per_factor, sluit_nul_uit
from leefbaarheid.tekst.hoofdrapport import samenhang as hoofdrapport_samenhang
from leefbaarheid.tekst.leefbaarheidsontwikkeling import zekerheid
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording import gemeenten, modellen

pytestmark = pytest.mark.traag

AANNAMES = lees_document((WORTEL / "docs" / "aannames.md").read_text("utf-8"))
LEEFBAARHEID, TECHNISCH = "bijlage-leefbaarheidsontwikkeling", "bijlage-technische-verantwoording"


def _karig(editie):
    """One label, one factor, one model form, window and sample; no dimensions, no coordinates."""
    editie["jaren"], editie["vensters"] = [2002, 2008, 2012, 2014], [[2008, 2012], [2012, 2014]]
    editie["decompositie_vensters"] = [[2002, 2008]]
    editie["factoren"] = ["corporatie_pct_2008"]
    del editie["factorzinnen"], editie["factornamen_engels"]
    editie["regressie"] |= {
        **{"vensters": [[2012, 2014]], "steekproeven": ["selectie"], "modellen": ["ancova"]}
    }
    editie["kenmerken"] = {
        k: v for k, v in editie["kenmerken"].items() if k in ("inwoners", "gm_code", "gm_naam")
    }
    editie["stijgers_dalers"] |= {"tot": 2014, "klassen": [9]}
    editie["selectie"] |= {"labels": ["aandachtswijk"]}


def _regel(editie):
    """Selection by rule, more windows than fit one table, real data by name."""
    del editie["bronnen"]["selectielijst"], editie["selectie"]["labels"]
    editie["selectie"] |= {"soort": "laagste_scores", "jaar": 2012, "aantal": 60}
    jaren = editie["jaren"]
    editie["vensters"] = [list(v) for v in pairwise(jaren)]
    editie["regressie"] |= {"vensters": editie["vensters"], "hoofdmodel": "verandering"}
    editie["fictief"] = False


@pytest.fixture(scope="module", params=[None, _karig, _regel], ids=["voorbeeld", "karig", "regel"])
def stof(request, tmp_path_factory):
    """What the bijlage of an edition on the example data is written from."""
    editie = proefeditie.lees_editie()
    if request.param:
        request.param(editie)
    primair = [f for f in editie["inferentie"]["primaire_factoren"] if f in editie["factoren"]]
    voedt = editie["inferentie"]["dimensie_van_factor"]
    editie["inferentie"] |= {
        "snel": True,
        "primaire_factoren": primair,
        "dimensie_van_factor": {f: voedt[f] for f in voedt if f in editie["factoren"]},
    }
    proef = proefeditie.maak(editie, tmp_path_factory.mktemp("bijlage"), documenten=())
    alles = proef.editie | {"engine": "proef"}
    return Stof(alles, proef.cijfers, proef.tabellen, aannames=AANNAMES)


@pytest.fixture(scope="module")
def ingevuld(stof):
    """The edition, and each filled template by document, without figures."""
    omgeving = maak_omgeving([WORTEL / "reports"], stof, {})
    return stof.editie, {
        naam: vul(omgeving, f"{naam}/document.qmd.j2") for naam in (LEEFBAARHEID, TECHNISCH)
    }


document = pytest.mark.parametrize("naam", [LEEFBAARHEID, TECHNISCH])


@document
def test_elke_verwijzing_heeft_een_doel(ingevuld, naam):
    tekst = ingevuld[1][naam]
    doelen = re.findall(r"\{#((?:tbl|sec|fig)-[\w-]+)", tekst)
    assert len(doelen) == len(set(doelen))
    verwijzingen = set(re.findall(r"@((?:tbl|sec|fig)-[\w-]*\w)", tekst))
    assert verwijzingen - set(doelen) == set()


@document
def test_tabellen_passen_op_de_pagina(ingevuld, naam):
    tekst = ingevuld[1][naam]
    breedtes = re.findall(r'tbl-colwidths="\[([\d,]+)\]"', tekst)
    assert len(breedtes) == tekst.count("{#tbl-") > 10
    for tekst_ in breedtes:
        kolommen = [int(deel) for deel in tekst_.split(",")]
        assert len(kolommen) <= 10
        assert sum(kolommen) == 100


@document
def test_geen_lege_plekken_of_python_in_de_tekst(ingevuld, naam):
    tekst = ingevuld[1][naam]
    assert re.findall(r"\b(?:None|nan|True|False|NaN)\b", tekst) == []
    assert re.findall(r"  +[.,;]|\(\)|\.\s*\.|de één factor", tekst) == []


def test_elke_geselecteerde_wijk_staat_een_keer_in_de_lijst(ingevuld):
    tekst = ingevuld[1][LEEFBAARHEID]
    deel = tekst[tekst.index("{#sec-wijken}") : tekst.index("{#tbl-wijken")]
    codes = re.findall(r"\((WK\w{6})\)", deel)
    assert len(codes) == len(set(codes)) > 30


def test_de_bijlagen_volgen_de_editie(ingevuld):
    editie, teksten = ingevuld
    leefbaarheid, tekst = teksten[LEEFBAARHEID], teksten[TECHNISCH]
    regressie = editie["regressie"]
    for van, tot in regressie["vensters"]:
        assert f"{{#tbl-modellen-{van}-{tot} " in tekst
    ruim = "in_aanmerking" in regressie["steekproeven"]
    assert ("{#sec-in-aanmerking}" in tekst) is ruim
    assert ("{#tbl-diagnose-in-aanmerking" in tekst) is ruim
    assert ("{#tbl-dimensies-" in leefbaarheid) is (editie["jaren"][-1] > 2014)
    assert ("De selectie is een lijst." in leefbaarheid) is (editie["selectie"]["soort"] == "lijst")
    assert ("voorbeeldeditie" in tekst) is editie["fictief"]
    assert ("{#tbl-aannames-voorbeeld " in tekst) is editie["fictief"]
    assert "{#tbl-aannames-modellen " in tekst and "{#tbl-aannames-techniek " not in tekst


def _vet(rijen, kolom):
    """Return which rows are in bold in a column, as a list of flags."""
    return ["**" in rij[kolom] for rij in rijen]


def test_wat_aantoonbaar_heet_is_overal_hetzelfde(stof):
    """Of the main regression: one set in hoofdrapport, bijlage, checks, alt text and summary."""
    factoren, regressie = stof.editie["factoren"], stof.editie["regressie"]
    van, tot = regressie["hoofdvenster"]
    rijen = {rij["term"]: rij for rij in samenhang.hoofdmodel(stof)}
    duidelijk = [bool(richting_van(rijen[factor])) for factor in factoren]
    getoond = [rij[2] for rij in hoofdrapport_samenhang.samenhang_rijen(stof)]
    assert [cel != "niet aangetoond" for cel in getoond] == duidelijk
    assert _vet(zekerheid.zekerheid_rijen(stof), 1) == duidelijk
    assert _vet(gemeenten.schatters_rijen(stof), 1) == duidelijk
    assert _vet(gemeenten.gemeenten_rijen(stof), 1) == duidelijk
    kolom = 1 + modelvormen(stof).index(regressie["hoofdmodel"])
    assert _vet(modelvormen_tekst.model_rijen(stof, van, tot, "selectie"), kolom) == duidelijk
    eigen = [[van, tot]]
    venster_rijen = modellen.venster_rijen(stof, regressie["hoofdmodel"], "selectie", eigen)
    assert _vet(venster_rijen, 1) == duidelijk
    for naam, kenmerken in (
        ("afhankelijkheid", {"variant": "ols"}),
        ("varianten", {"variant": "hoofd"}),
        ("imputatie", {"schatting": "complete_case"}),
    ):
        gevonden = per_factor(stof, naam, **kenmerken)
        assert [bool(sluit_nul_uit(gevonden[f])) for f in factoren] == duidelijk, naam
    per_vorm = per_factor(stof, "lord")
    achter = f"_{regressie['hoofdmodel']}"
    assert [bool(sluit_nul_uit(per_vorm[f], achter)) for f in factoren] == duidelijk
    namen = {f: zonder_merk(rijen[f]["label"])[0] for f in factoren}
    kort = samenhang.samenhang_kort(stof)
    assert [waar(stof, rijen[f]) in kort for f in factoren] == duidelijk
    kader = Kader.uit_editie(
        *(stof.editie[k] for k in ("jaren", "basisjaar", "eindjaar", "klassen", "teksten")), True
    )
    tabel = pd.DataFrame(stof.tabellen["regressie"])
    _, toelichting = coefficienten(tabel, [van, tot], regressie["hoofdmodel"], kader)
    assert [namen[f] in toelichting.alt for f in factoren] == duidelijk


def test_geen_oordelende_zin_noemt_crv1(ingevuld):
    """CRV1 is there for comparison: in the method, in heads of columns and in a row of its own."""
    tekst = ingevuld[1][TECHNISCH]
    zinnen = [zin for zin in re.split(r"(?<=[.;:])\s", tekst) if "CRV1" in zin]
    oordelend = ("aantoonbaar", "sluit nul uit", "robuust", "blijft overeind")
    assert [zin for zin in zinnen if any(woord in zin for woord in oordelend)] == []
