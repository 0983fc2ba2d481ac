"""Wijkanalyses joined to the numbers: flags, reasons and congruence."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

import koppel_wijkanalyses
from hulp.koppeling import analyse, bronnen, panel, wijken_tabel
from leefbaarheid.basis.begrippen import CLUSTERS, OORDELEN
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.code import los
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen import wijkanalyses as contract
from leefbaarheid.wijkanalyses.koppeling import (
    bespreek,
    congruent,
    congruentietabel,
    koppel,
    selectie_zonder_analyse,
    themamatrix,
)

THEMAS = {"crisis": "Economische crisis", "sociaal": "Sociale aanpak"}


def rij(code: str, **velden) -> pd.Series:
    return koppel([analyse("A", [code], **velden)], wijken_tabel(), bronnen()).iloc[0]


# --- the join -----------------------------------------------------------------------------------


def test_wijk_in_de_selectie():
    gevonden = rij("WK900100")

    assert gevonden["koppelstatus"] == "in_selectie"
    assert bool(gevonden["in_selectie"]) is True
    assert gevonden["cluster"] == "Succes!"
    assert gevonden["wk_naam"] == "Een"
    assert gevonden["reden"] == KoppelReden.WIJK_IN_SELECTIE
    assert pd.isna(gevonden["opmerking"])


def test_wijk_buiten_de_selectie_houdt_haar_cluster_en_een_reden():
    gevonden = rij("WK900102", oordeel="stabiel")

    assert gevonden["koppelstatus"] == "buiten_selectie"
    assert bool(gevonden["in_selectie"]) is False
    assert gevonden["cluster"] == "Vroegsignalering"
    assert bool(gevonden["congruent"]) is True
    assert gevonden["reden"] == KoppelReden.WIJK_BUITEN_SELECTIE


def test_wijk_zonder_cluster():
    gevonden = rij("WK900201")

    assert gevonden["koppelstatus"] == "zonder_cluster"
    assert pd.isna(gevonden["cluster"])
    assert pd.isna(gevonden["congruent"])
    assert gevonden["reden"] == KoppelReden.WIJK_BUITEN_SELECTIE_ZONDER_CLUSTER
    assert gevonden["bespreking"] == KoppelReden.OORDEEL_ZONDER_CLUSTER.met(oordeel="stijger")


def test_wijk_in_de_selectie_zonder_cluster():
    tabel = wijken_tabel()
    tabel.loc[0, "cluster"] = np.nan

    gevonden = koppel([analyse("A", ["WK900100"])], tabel).iloc[0]

    assert gevonden["koppelstatus"] == "zonder_cluster"
    assert gevonden["reden"] == KoppelReden.WIJK_ZONDER_CLUSTER


def test_buiten_de_eisen_staat_in_de_reden():
    tabel = wijken_tabel()
    tabel.loc[2, "in_aanmerking"] = False

    gevonden = koppel([analyse("A", ["WK900102"])], tabel).iloc[0]

    assert gevonden["reden"] == KoppelReden.WIJK_BUITEN_DE_EISEN


def test_wijk_die_alleen_in_een_bron_staat_valt_niet_weg():
    gevonden = rij("WK900203")

    assert gevonden["koppelstatus"] == "zonder_score"
    assert gevonden["wk_naam"] == "Zeven"
    assert bool(gevonden["in_selectie"]) is False
    assert gevonden["reden"] == KoppelReden.WIJK_ZONDER_SCORE


@pytest.mark.parametrize("bron", [None, bronnen()])
def test_onbekende_code(bron):
    with pytest.raises(InvoerFout, match="in geen van de bronnen") as fout:
        koppel([analyse("A", ["WK900100", "WK9001X0"])], wijken_tabel(), bron)

    assert fout.value.waarde == "WK9001X0"
    assert fout.value.bestand == "a.md"
    assert "WK900100" in fout.value.remedie


def test_een_analyse_over_twee_wijken_en_een_wijk_in_twee_analyses():
    koppeling = koppel(
        [analyse("Zet", ["WK900100", "WK900101"], "gemengd"), analyse("A", ["WK900100"])],
        wijken_tabel(),
    )

    assert list(koppeling["analyse"]) == ["Zet", "Zet", "A"]
    assert list(koppeling["wk_code"]) == ["WK900100", "WK900101", "WK900100"]
    assert koppeling["congruent"].tolist() == [True, True, True]


def test_andere_gemeente_is_een_opmerking_en_geen_fout():
    gevonden = rij("WK900200")

    assert gevonden["opmerking"] == KoppelReden.ANDERE_GEMEENTE.met(
        gemeente="Aastad", gm_naam="Beestad"
    )
    assert pd.isna(rij("WK900200", gemeente="beestad")["opmerking"])


def test_wat_bij_het_lezen_is_opgemerkt_staat_bij_de_eerste_wijk():
    gelezen = [
        KoppelReden.WIJZIGINGEN_AANVAARD.met(n=2),
        KoppelReden.KOPTEKST_WEGGELATEN.met(tekst="a; b"),
    ]
    koppeling = koppel([analyse("A", ["WK900200", "WK900201"], meldingen=gelezen)], wijken_tabel())

    eerste, tweede = ([*los(cel)] for cel in koppeling["opmerking"])
    gemeente = KoppelReden.ANDERE_GEMEENTE.met(gemeente="Aastad", gm_naam="Beestad")
    assert eerste == [gemeente, *gelezen]
    assert tweede == [gemeente]


def test_de_andere_helft_van_de_koppeling():
    koppeling = koppel([analyse("A", ["WK900101", "WK900102"])], wijken_tabel())

    zonder = selectie_zonder_analyse(koppeling, wijken_tabel())

    assert list(zonder["wk_code"]) == ["WK900100", "WK900200", "WK900202"]


# --- congruence ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oordeel", "passend", "niet"),
    [
        ("stijger", {"Succes!", "Gestaag herstel"}, {"Terugval", "Vroegsignalering"}),
        ("daler", {"Terugval", "Vroegsignalering"}, {"Succes!", "niet ingedeeld"}),
        ("stabiel", {"Vroegsignalering", "niet ingedeeld"}, {"Succes!", "Terugval"}),
    ],
)
def test_congruentie(oordeel, passend, niet):
    assert {c for c in CLUSTERS if congruent(oordeel, [c])} == passend
    assert not any(congruent(oordeel, [c]) for c in niet)
    assert congruent(oordeel, []) is None


def test_elk_oordeel_dat_de_kop_toelaat_past_bij_een_cluster():
    assert all(any(congruent(oordeel, [c]) for c in CLUSTERS) for oordeel in OORDELEN)


def test_congruentie_van_gemengd():
    assert congruent("gemengd", ["niet ingedeeld"]) is True
    assert congruent("gemengd", ["Succes!"]) is None
    assert congruent("gemengd", ["Succes!", "Terugval"]) is True
    assert congruent("gemengd", []) is None


@pytest.mark.parametrize(
    ("oordeel", "clusters", "past"),
    [
        ("stijger", ["Succes!", "Gestaag herstel"], True),
        ("stijger", ["Terugval", "Vroegsignalering"], False),
        ("stijger", ["Succes!", "Terugval"], None),
        ("daler", ["Terugval", "Vroegsignalering"], True),
        ("daler", ["Terugval", "Succes!"], None),
        ("stabiel", ["Succes!", "Terugval"], False),
    ],
)
def test_een_oordeel_over_twee_wijken_is_een_oordeel(oordeel, clusters, past):
    tabel = wijken_tabel()
    tabel.loc[[0, 1], "cluster"] = clusters

    koppeling = koppel([analyse("A", ["WK900100", "WK900101", "WK900201"], oordeel)], tabel)

    assert congruent(oordeel, clusters) is past
    verwacht = [past, past, None]  # the third wijk has no cluster
    assert [None if pd.isna(c) else bool(c) for c in koppeling["congruent"]] == verwacht
    if past is None:
        assert koppeling["bespreking"][0] == KoppelReden.OORDEEL_VERDEELD.met(
            oordeel=oordeel, cluster=clusters[0]
        )


@pytest.mark.parametrize(
    ("datum", "jaren"),
    [("2014-06-01", None), ("2019-12-31", None), ("2020-01-01", 2020), ("2008-12-31", 2008)],
)
def test_een_datum_ver_van_het_eindjaar_is_een_opmerking(datum, jaren):
    gevonden = koppel([analyse("A", ["WK900100"], datum=datum)], wijken_tabel(), None, 2014)

    (opmerking,) = gevonden["opmerking"]
    if jaren is None:
        assert pd.isna(opmerking)
    else:
        code = KoppelReden.DATUM_VER_VAN_EINDJAAR
        assert opmerking == code.met(jaar=jaren, eindjaar=2014)


@pytest.mark.parametrize(
    "getypt", ["'s-Gravenhage", "’s-Gravenhage", "ʼS-GRAVENHAGE", "`s-Gravenhage"]
)
def test_elke_apostrof_is_dezelfde_gemeente(getypt):
    tabel = wijken_tabel()
    tabel["gm_naam"] = "’s-Gravenhage"

    gevonden = koppel([analyse("A", ["WK900100"], gemeente=getypt)], tabel)

    assert gevonden["opmerking"].isna().all()


def test_gemengd_met_twee_wijken_in_hetzelfde_cluster_is_niet_te_bepalen():
    tabel = wijken_tabel()
    tabel.loc[1, "cluster"] = "Succes!"

    koppeling = koppel([analyse("A", ["WK900100", "WK900101"], "gemengd")], tabel)

    assert koppeling["congruent"].isna().all()


@pytest.mark.traag
def test_congruentietabel_telt_wijken():
    koppeling = koppel(
        [
            analyse("A", ["WK900100", "WK900101"], "stijger"),
            analyse("B", ["WK900102"], "stabiel"),
            analyse("C", ["WK900201"], "daler"),
        ],
        wijken_tabel(),
    )

    tabel = congruentietabel(koppeling).set_index(["oordeel", "cluster"])

    assert len(tabel) == 4 * 6
    assert tabel["n_wijken"].sum() == 4
    assert tabel.loc[("stijger", "Succes!")].tolist() == [1, 1, 0, 0, 1]
    assert tabel.loc[("stijger", "Terugval")].tolist() == [1, 1, 0, 0, 1]
    assert tabel.loc[("stabiel", "Vroegsignalering")].tolist() == [1, 0, 1, 0, 0]
    assert tabel.loc[("daler", "geen cluster")].tolist() == [1, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("oordeel", "cluster", "code"),
    [
        ("stijger", "Terugval", KoppelReden.TEGENGESTELDE_RICHTING),
        ("daler", "Succes!", KoppelReden.TEGENGESTELDE_RICHTING),
        ("stijger", "niet ingedeeld", KoppelReden.VERHAAL_GUNSTIGER),
        ("stijger", "Vroegsignalering", KoppelReden.VERHAAL_GUNSTIGER),
        ("daler", "niet ingedeeld", KoppelReden.VERHAAL_ONGUNSTIGER),
        ("stabiel", "Succes!", KoppelReden.SCORE_VERANDERT_VERHAAL_NIET),
        ("stabiel", "Terugval", KoppelReden.SCORE_VERANDERT_VERHAAL_NIET),
        ("daler", "Terugval", KoppelReden.ZELFDE_RICHTING),
        ("gemengd", "Succes!", KoppelReden.GEMENGD_ONBESLIST),
        ("gemengd", "niet ingedeeld", KoppelReden.GEMENGD_PAST),
    ],
)
def test_bespreking_noemt_de_soort_verschil(oordeel, cluster, code):
    rij = {"oordeel": oordeel, "cluster": cluster, "congruent": congruent(oordeel, [cluster])}
    velden = {naam: rij[naam] for naam in code.velden}

    assert bespreek(rij) == code.met(**velden)


def test_gemengd_over_verschillende_clusters_leest_geen_twee_kanten_in_een_cluster():
    clusters = ["Succes!", "Terugval"]
    past = congruent("gemengd", clusters)
    codes = {bespreek({"oordeel": "gemengd", "cluster": c, "congruent": past}) for c in clusters}

    assert codes == {KoppelReden.GEMENGD_VERDEELD.met()}


# --- themes -------------------------------------------------------------------------------------


def test_themamatrix():
    matrix = themamatrix(
        [analyse("Zet", ["WK900100"]), analyse("A", ["WK900101"], themas=["sociaal", "crisis"])],
        THEMAS,
    )

    assert list(matrix["analyse"]) == ["Zet", "Zet", "A", "A"]
    assert list(matrix["thema"]) == ["crisis", "sociaal"] * 2
    assert list(matrix["label"][:2]) == ["Economische crisis", "Sociale aanpak"]
    assert matrix["aanwezig"].tolist() == [True, False, True, True]


# --- the rule -----------------------------------------------------------------------------------


def draai(map_, analyses: list[dict]) -> dict[str, list[dict]]:
    wijken_tabel().to_csv(map_ / "wijken.csv", index=False)
    panel().to_csv(map_ / "panel.csv", index=False)
    bronnen().to_csv(map_ / "bronwijken.csv", index=False)
    (map_ / "wijkanalyses.json").write_text(json.dumps(analyses), encoding="utf-8")
    uit = {naam: map_ / f"uit_{naam}.csv" for naam in contract.TABELLEN}
    koppel_wijkanalyses.main(
        map_ / "wijkanalyses.json",
        map_ / "wijken.csv",
        map_ / "panel.csv",
        map_ / "bronwijken.csv",
        uit,
        THEMAS,
        2014,
    )
    return {naam: lees_tabel(pad, contract.TABELLEN[naam]) for naam, pad in uit.items()}


@pytest.mark.traag
def test_regel_zonder_analyses_geeft_lege_tabellen_met_kop(tmp_path):
    tabellen = draai(tmp_path, [])

    assert all(rijen == [] for rijen in tabellen.values())
    koppen = {naam: (tmp_path / f"uit_{naam}.csv").read_text("utf-8") for naam in tabellen}
    for kolom in ("analyse", "wk_code", "in_selectie", "cluster", "oordeel", "congruent", "reden"):
        assert kolom in koppen["wijkanalyses"].strip().split(",")
    assert koppen["themas"] == "analyse,bestand,thema,label,aanwezig\n"
    assert "oordeel,cluster,n_wijken" in koppen["congruentie"]
    assert "lbm_2014,gemeente_2008" in koppen["wijkprofielen"]


@pytest.mark.traag
def test_regel_schrijft_waar_onwaar_en_leeg(tmp_path):
    tabellen = draai(
        tmp_path,
        [
            analyse("A", ["WK900100"], "stijger"),
            analyse("B", ["WK900101"], "stijger"),
            analyse("C", ["WK900203"], "gemengd"),
        ],
    )

    assert [r["congruent"] for r in tabellen["wijkanalyses"]] == [True, False, None]
    assert [r["in_selectie"] for r in tabellen["wijkanalyses"]] == [True, True, False]
    assert [r["klasse"] for r in tabellen["wijkprofielen"]] == [6, 2, None]
    assert len(tabellen["themas"]) == 6
    assert len(tabellen["congruentie"]) == 24
