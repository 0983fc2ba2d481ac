"""The sentences about two editions, and the whole document for pairs of all kinds."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from hulp import CAUSAAL, WORTEL, lezer
from hulp.verandering import anders, maak_stand, maak_stof
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.wat_is_er_veranderd import (
    clusters,
    edities,
    herkomst,
    samenhang,
    samenvatting,
    scores,
    selectie,
    zinnen,
)

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
BRONNEN = {"scores.csv": "f" * 64, "context.csv": "b" * 64}
RUIL = {(B, "in_selectie"): False, (C, "in_selectie"): True, (C, "cluster"): "Succes!"}


@pytest.fixture
def stof(tmp_path):
    """Return what the text is made from, for the made-up edition and another."""
    return lambda nieuw=None, oud=None: maak_stof(
        oud or maak_stand(), nieuw or maak_stand(), tmp_path
    )


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


def test_herziene_scores_met_de_aanleiding(stof):
    tekst = stof(anders({(A, "lbm_2014"): 3.79, (C, "lbm_2014"): 3.91}, bronnen=BRONNEN))
    eerste, tweede = scores.herzien(tekst)
    # (0.04 + 0.01) / 16 = 0.003
    assert eerste == (
        "Van de 16 scores die in beide edities staan, zijn er twee herzien (12,5%). Over al die "
        "scores is het verschil gemiddeld 0,003 punt, omhoog of omlaag."
    )
    assert tweede == "De grootste herziening is 0,040 punt: Akkers (WK900001) in 2014."
    assert samenvatting.aanleiding(tekst, "scores") == (
        "Van alles waar de scores op rusten, verschilt alleen iets in het bronbestand "
        "leefbaarometer."
    )
    assert scores.wijken_rijen(tekst) == [
        ["Akkers", "Proefstad", "2014", "3,750", "3,790", "+0,040"]
    ]


def test_alle_scores_herzien(stof):
    tekst = stof(
        anders({(c, f"lbm_{j}"): 3.5 for c in (A, B, C, D) for j in (2008, 2012, 2014, 2016)})
    )
    assert scores.herzien(tekst)[0].startswith(
        "Alle 16 scores die in beide edities staan, zijn herzien. Over al die scores"
    )


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


def test_wie_in_de_selectie_kwam_en_eruit_ging(stof):
    tekst = stof(anders(RUIL | {(B, "lbm_2008"): 3.95}, bronnen=BRONNEN))
    assert selectie.aantallen(tekst) == (
        "Van de twee wijken in de vorige selectie is er één ook nu geselecteerd. Eén wijk ging "
        "eruit en één wijk kwam erbij."
    )
    assert selectie.rijen(tekst) == [
        ["eruit", "de score van 2008 is herzien, van 3,800 naar 3,950", "1", "Proefstad: Brink"],
        [
            *("erbij", "de hoogste geselecteerde score ging van 3,800 naar 3,900"),
            *("1", "Proefstad: Citadel"),
        ],
    ]


def test_wijken_met_dezelfde_reden_staan_bij_elkaar(stof):
    uit = {(A, "in_selectie"): False, (B, "in_selectie"): False}
    tekst = stof(anders(uit, config={"selectie.soort": "lijst"}))
    assert selectie.rijen(tekst) == [
        [
            *("eruit", "de selectieregel veranderde (selectie.soort)", "2"),
            "Proefstad: Akkers, Brink",
        ]
    ]


def test_clusters_van_naar_met_namen_en_redenen(stof):
    tekst = stof(anders({(B, "cluster"): "niet ingedeeld", (B, "lbm_2014"): 3.81}))
    assert clusters.aantallen(tekst) == (
        "Van de twee wijken die in beide edities geselecteerd zijn, staat er één in een ander "
        "cluster."
    )
    assert clusters.waarom(tekst) == [
        "Bij de enige verplaatste wijk is een score herzien in een jaar dat de regel gebruikt."
    ]
    assert clusters.naam_rijen(tekst) == [
        ["*Terugval*", "*niet ingedeeld*", "1", "Proefstad: Brink"]
    ]
    assert clusters.matrix_kop(tekst)[0] == "Was"
    assert clusters.matrix_rijen(tekst)[-1] == ["Samen", "1", "0", "1", "2"]


def test_een_andere_regel_geldt_voor_de_hele_indeling(stof):
    tekst = stof(anders({(B, "cluster"): "Succes!"}, config={"eindjaar": 2016}))
    assert clusters.waarom(tekst) == [
        "De clusterregel veranderde (eindjaar); dat geldt voor de hele indeling."
    ]
    assert edities.verschil(tekst) == [
        "De vorige editie eindigt in 2014 en de nieuwe in 2016: clusters en klassen beschrijven "
        "daardoor niet dezelfde periode."
    ]


def test_een_oordeel_dat_omslaat_wordt_genoemd_en_niet_getoetst(stof):
    oordelen = maak_stand().tabellen["robuustheid_eindoordeel"].assign(oordeel="onzeker")
    tekst = stof(anders(tabellen={"robuustheid_eindoordeel": oordelen}))
    assert samenhang.oordelen(tekst) == (
        "Van de enige factor met een oordeel in beide edities luidt het oordeel bij één anders: "
        "dat over *huurwoningen* ging van *robuust* naar *onzeker*."
    )
    assert samenhang.heeft_oordelen(tekst) and not samenhang.heeft_schattingen(tekst)


def test_een_samenhang_die_in_een_editie_aantoonbaar_is(stof):
    regressie = maak_stand().tabellen["regressie"].copy()
    regressie.loc[regressie["term"] == "huur", ["coef", "p"]] = [-0.01, 0.2]
    nieuw = anders(tabellen={"regressie": regressie})
    assert samenhang.aantoonbaar(stof(nieuw)) == (
        "Alleen in de vorige editie is de samenhang met *huurwoningen* aantoonbaar."
    )
    assert samenhang.aantoonbaar(stof(oud=nieuw)) == (
        "Alleen in de nieuwe editie is de samenhang met *huurwoningen* aantoonbaar."
    )
    assert samenhang.aantoonbaar(stof()) == ""


def test_als_de_code_niet_te_vergelijken_is_staat_dat_bij_de_aanleiding(stof):
    nieuw = anders({(A, "lbm_2014"): 3.79}, bronnen=BRONNEN, code={})
    assert samenvatting.aanleiding(stof(nieuw), "scores").endswith(
        "bronbestand leefbaarometer. Of ook de rekencode verschilt, is niet na te gaan."
    )


def test_een_ander_hoofdvenster_is_niet_naast_het_oude_te_leggen(stof):
    regressie = maak_stand().tabellen["regressie"].assign(uitkomst="2014-2016", van=2014, tot=2016)
    nieuw = anders(
        tabellen={"regressie": regressie},
        config={"regressie": {"hoofdvenster": [2014, 2016], "hoofdmodel": "ancova"}},
    )
    tekst = stof(nieuw)
    assert "heeft de vorige editie niet geschat" in samenhang.inleiding(tekst)
    assert edities.verschil(tekst) == [
        "Het hoofdmodel van de vorige editie gaat over 2012–2014 en dat van de nieuwe over "
        "2014–2016."
    ]


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


EDITIES = {
    "gelijk": maak_stand,
    "alles anders": lambda: anders(
        {(C, "in_selectie"): True, (C, "cluster"): "Succes!", (A, "cluster"): "Succes!"}
        | {(A, "lbm_2014"): 3.99},
        weg=(B,),
        config={"eindjaar": 2016, "fictief": False},
        bronnen=BRONNEN,
        versies={"pandas": "3.1"},
    ),
    "geen wijk gedeeld": lambda: anders(
        tabellen={
            "wijken": maak_stand()
            .tabellen["wijken"]
            .assign(wk_code=[f"WK91000{n}" for n in range(4)])
        }
    ),
    "zonder tabellen": lambda: replace(maak_stand(), tabellen={}, tekst=None, code={}, cijfers={}),
    "een wijk": lambda: anders(weg=(B, C, D)),
    "andere factor": lambda: anders(
        tabellen={
            naam: maak_stand().tabellen[naam].replace({"huur": "koop", "Huurwoningen": "A | b*c"})
            for naam in ("regressie", "robuustheid_eindoordeel")
        }
    ),
}


def document(oud, nieuw, map_):
    omgeving = maak_omgeving([WORTEL / "reports"], maak_stof(oud, nieuw, map_), {})
    return vul(omgeving, "wat-is-er-veranderd/document.qmd.j2")


@pytest.mark.parametrize("naam_oud", EDITIES)
@pytest.mark.parametrize("naam_nieuw", EDITIES)
def test_het_document_leest_goed_voor_elk_tweetal(tmp_path, naam_oud, naam_nieuw):
    tekst = document(EDITIES[naam_oud](), EDITIES[naam_nieuw](), tmp_path)
    assert not re.search(r"\b(?:nan|None|NaN|True|False)\b", tekst)
    assert CAUSAAL.findall(lezer.proza(tekst)) == []
    for controle in (
        *(lezer.lege_tabellen, lezer.losse_verwijzingen, lezer.haperingen),
        *(lezer.herhaalde_zinnen, lezer.lege_koppen),
    ):
        assert controle(tekst) == [], controle.__name__
    for zin in lezer.zinnen(tekst):
        assert not re.search(r"\b(?:één|1) (?:wijken|scores|factoren|instellingen)\b", zin), zin
        assert not re.search(r"\b(?:twee|2) (?:wijk|score|factor|instelling)\b", zin), zin


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


def test_veel_redenen_staan_deels_alleen_in_de_csv(stof):
    tekst = stof(anders(RUIL))
    assert selectie.rest(tekst) == ""
    rij = tekst.tabellen["verandering_selectie"][0]
    tekst.tabellen["verandering_selectie"] = [
        rij | {"reden": f"aantal_inwoners?oud={n}&nieuw=1&grens=2"}
        for n in range(selectie.HOOGSTENS + 1)
    ]
    assert len(selectie.rijen(tekst)) == selectie.HOOGSTENS
    assert selectie.rest(tekst).startswith("Nog één wijk staat alleen in de tabel")


def test_een_meetjaar_dat_maar_een_editie_heeft(stof):
    nieuw = anders()
    nieuw.tabellen["wijken"] = pd.DataFrame(nieuw.tabellen["wijken"]).assign(lbm_2018=4.0)
    assert scores.jaren_apart(stof(nieuw)) == ["Meetjaar 2018 staat alleen in de nieuwe editie."]
