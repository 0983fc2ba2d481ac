"""Wijkanalyses joined to the numbers: flags, reasons, congruence and profiles."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

import koppel_wijkanalyses
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.wijkanalyses import kop as wijkanalyse_kop
from leefbaarheid.wijkanalyses.koppeling import (
    OORDELEN,
    bespreek,
    congruent,
    congruentie_regel,
    congruentietabel,
    koppel,
    profielen,
    selectie_zonder_analyse,
    themamatrix,
)

THEMAS = {"crisis": "Economische crisis", "sociaal": "Sociale aanpak"}


def analyse(titel: str, wijken: list[str], oordeel: str = "stijger", **velden) -> dict:
    naam = titel.lower()
    return {
        "titel": titel,
        "bron": f"{naam}.md",
        "sleutel": naam,
        "gemeente": "Aastad",
        "wijken": wijken,
        "oordeel": oordeel,
        "themas": ["crisis"],
        **velden,
    }


def wijken_tabel() -> pd.DataFrame:
    """Six wijken in two gemeenten: four selected, one outside, one without a score in 2014."""
    tabel = pd.DataFrame(
        [
            ("WK900100", "Een", "GM9001", "Aastad", True, True, "Succes!", 3.8, 4.1),
            ("WK900101", "Twee", "GM9001", "Aastad", True, True, "Terugval", 3.9, 3.7),
            ("WK900102", "Drie", "GM9001", "Aastad", False, True, "Vroegsignalering", 4.2, 4.1),
            ("WK900200", "Vier", "GM9002", "Beestad", True, True, "niet ingedeeld", 3.7, 3.7),
            ("WK900201", "Vijf", "GM9002", "Beestad", False, False, np.nan, np.nan, np.nan),
            ("WK900202", "Zes", "GM9002", "Beestad", True, True, "Gestaag herstel", 3.6, 3.9),
        ],
        columns=[
            *("wk_code", "wk_naam", "gm_code", "gm_naam", "in_selectie", "in_aanmerking"),
            *("cluster", "lbm_2008", "lbm_2014"),
        ],
    )
    tabel["klasse_2014"] = [6, 2, 6, 2, np.nan, 4]
    tabel["delta_2008_2014"] = tabel["lbm_2014"] - tabel["lbm_2008"]
    return tabel


def bronnen() -> pd.DataFrame:
    """All wijken of the sources: those of the table and one without inhabitants."""
    namen = ["wk_code", "wk_naam", "gm_code", "gm_naam"]
    extra = pd.DataFrame([("WK900203", "Zeven", "GM9002", "Beestad")], columns=namen)
    return pd.concat([wijken_tabel()[namen], extra], ignore_index=True)


def rij(code: str, **velden) -> pd.Series:
    return koppel([analyse("A", [code], **velden)], wijken_tabel(), bronnen()).iloc[0]


# --- the join -----------------------------------------------------------------------------------


def test_wijk_in_de_selectie():
    gevonden = rij("WK900100")

    assert gevonden["koppelstatus"] == "in_selectie"
    assert bool(gevonden["in_selectie"]) is True
    assert gevonden["cluster"] == "Succes!"
    assert gevonden["wk_naam"] == "Een"
    assert gevonden["reden"] == "De wijk hoort tot de selectie."
    assert pd.isna(gevonden["opmerking"])


def test_wijk_buiten_de_selectie_houdt_haar_cluster_en_een_reden():
    gevonden = rij("WK900102", oordeel="stabiel")

    assert gevonden["koppelstatus"] == "buiten_selectie"
    assert bool(gevonden["in_selectie"]) is False
    assert gevonden["cluster"] == "Vroegsignalering"
    assert bool(gevonden["congruent"]) is True
    assert gevonden["reden"] == "De wijk hoort niet tot de selectie van deze editie."


def test_wijk_zonder_cluster():
    gevonden = rij("WK900201")

    assert gevonden["koppelstatus"] == "zonder_cluster"
    assert pd.isna(gevonden["cluster"])
    assert pd.isna(gevonden["congruent"])
    assert gevonden["reden"] == (
        "De wijk hoort niet tot de selectie van deze editie. "
        "Van de wijk ontbreekt een score die voor een cluster nodig is."
    )
    assert "Zonder cluster" in gevonden["bespreking"]


def test_buiten_de_eisen_staat_in_de_reden():
    tabel = wijken_tabel()
    tabel.loc[2, "in_aanmerking"] = False

    gevonden = koppel([analyse("A", ["WK900102"])], tabel).iloc[0]

    assert gevonden["reden"].endswith("voldoet niet aan de eisen aan inwoners, gemeente of scores.")


def test_wijk_die_alleen_in_een_bron_staat_valt_niet_weg():
    gevonden = rij("WK900203")

    assert gevonden["koppelstatus"] == "zonder_score"
    assert gevonden["wk_naam"] == "Zeven"
    assert bool(gevonden["in_selectie"]) is False
    assert gevonden["reden"].startswith("De wijk staat in de bronnen, maar zonder inwoners")


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

    assert gevonden["opmerking"] == (
        "De wijkanalyse noemt de gemeente Aastad; de wijkcode hoort bij Beestad."
    )
    assert pd.isna(rij("WK900200", gemeente="beestad")["opmerking"])


def test_de_andere_helft_van_de_koppeling():
    koppeling = koppel([analyse("A", ["WK900101", "WK900102"])], wijken_tabel())

    zonder = selectie_zonder_analyse(koppeling, wijken_tabel())

    assert list(zonder["wk_code"]) == ["WK900100", "WK900200", "WK900202"]
    assert zonder["reden"].eq("De wijk hoort tot de selectie; er is geen wijkanalyse van.").all()


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
    assert {c for c in CLUSTERS if congruent(oordeel, c)} == passend
    assert not any(congruent(oordeel, c) for c in niet)
    assert congruent(oordeel, None) is None


def test_oordelen_zijn_die_van_de_kop():
    assert OORDELEN == wijkanalyse_kop.OORDELEN


def test_congruentie_van_gemengd():
    assert congruent("gemengd", "niet ingedeeld") is True
    assert congruent("gemengd", "Succes!") is None
    assert congruent("gemengd", "Succes!", verdeeld=True) is True
    assert congruent("gemengd", None, verdeeld=True) is None


def test_gemengd_met_twee_wijken_in_hetzelfde_cluster_is_niet_te_bepalen():
    tabel = wijken_tabel()
    tabel.loc[1, "cluster"] = "Succes!"

    koppeling = koppel([analyse("A", ["WK900100", "WK900101"], "gemengd")], tabel)

    assert koppeling["congruent"].isna().all()


def test_de_regel_als_tabel_is_de_regel():
    regel = congruentie_regel()

    assert len(regel) == len(OORDELEN) * len(CLUSTERS)
    for _, combinatie in regel.iterrows():
        verwacht = congruent(combinatie["oordeel"], combinatie["cluster"])
        assert (None if pd.isna(combinatie["congruent"]) else combinatie["congruent"]) == verwacht
        assert combinatie["uitleg"]


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
    assert tabel.loc[("stijger", "Succes!")].tolist() == [1, 1, 1, 0, 0]
    assert tabel.loc[("stijger", "Terugval")].tolist() == [1, 1, 0, 1, 0]
    assert tabel.loc[("stabiel", "Vroegsignalering")].tolist() == [1, 0, 1, 0, 0]
    assert tabel.loc[("daler", "geen cluster")].tolist() == [1, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("oordeel", "cluster", "zin"),
    [
        ("stijger", "Terugval", "tegengestelde richtingen"),
        ("daler", "Succes!", "tegengestelde richtingen"),
        ("stijger", "niet ingedeeld", "het verhaal is gunstiger dan de cijfers"),
        ("stijger", "Vroegsignalering", "het verhaal is gunstiger dan de cijfers"),
        ("daler", "niet ingedeeld", "het verhaal is ongunstiger dan de cijfers"),
        ("stabiel", "Succes!", "gelijk gebleven wijk terwijl de score verandert"),
        ("stabiel", "Terugval", "gelijk gebleven wijk terwijl de score verandert"),
        ("daler", "Terugval", "wijzen in dezelfde richting"),
        ("gemengd", "Succes!", "niet te bevestigen en niet te weerspreken"),
        ("gemengd", "niet ingedeeld", "past bij de scores"),
    ],
)
def test_bespreking_noemt_de_soort_verschil(oordeel, cluster, zin):
    tekst = bespreek(
        {"oordeel": oordeel, "cluster": cluster, "congruent": congruent(oordeel, cluster)}
    )

    assert zin in tekst
    assert f"'{oordeel}'" in tekst
    assert f"'{cluster}'" in tekst
    assert tekst.endswith(".")


def test_bespreking_is_nooit_causaal_of_oordelend():
    for oordeel in OORDELEN:
        for cluster in (*CLUSTERS, None):
            tekst = bespreek(
                {"oordeel": oordeel, "cluster": cluster, "congruent": congruent(oordeel, cluster)}
            )
            for woord in ("veroorza", "leidt tot", "dankzij", "komt door", "onjuist", "fout"):
                assert woord not in tekst


# --- joint display ------------------------------------------------------------------------------


def test_themamatrix():
    matrix = themamatrix(
        [analyse("Zet", ["WK900100"]), analyse("A", ["WK900101"], themas=["sociaal", "crisis"])],
        THEMAS,
    )

    assert list(matrix["analyse"]) == ["Zet", "Zet", "A", "A"]
    assert list(matrix["thema"]) == ["crisis", "sociaal"] * 2
    assert list(matrix["label"][:2]) == ["Economische crisis", "Sociale aanpak"]
    assert matrix["aanwezig"].tolist() == [True, False, True, True]


def panel() -> pd.DataFrame:
    """Scores with dimensions in 2014 and 2018 only; WK900200 has none in 2018."""
    rijen = []
    for n, code in enumerate(wijken_tabel()["wk_code"]):
        for jaar in (2008, 2014, 2018):
            vol = jaar >= 2014 and not (jaar == 2018 and code == "WK900200")
            dims = [n / 10 + (jaar - 2014) if vol else np.nan] * 5
            rijen.append((code, jaar, 4.0, *dims))
    return pd.DataFrame(
        rijen, columns=["wk_code", "jaar", "lbm", "fys", "onv", "soc", "vrz", "won"]
    )


def profiel(code: str) -> pd.Series:
    koppeling = koppel([analyse("A", [code])], wijken_tabel(), bronnen())
    return profielen(koppeling, wijken_tabel(), panel(), 2014).iloc[0]


def test_profiel_met_rang_en_gemiddelden():
    gevonden = profiel("WK900101")

    assert (gevonden["score"], gevonden["klasse"], gevonden["cluster"]) == (3.7, 2, "Terugval")
    assert gevonden["delta_2008_2014"] == pytest.approx(-0.2)
    # selection: 4.1, 3.9, 3.7, 3.7 -> both 3.7 share rank 3; country: 4.1, 4.1, 3.9, 3.7, 3.7
    assert (gevonden["rang_selectie"], gevonden["n_selectie"]) == (3, 4)
    assert (gevonden["rang_land"], gevonden["n_land"]) == (4, 5)
    assert gevonden["lbm_2008"] == 3.9
    assert gevonden["gemeente_2008"] == pytest.approx((3.8 + 3.9 + 4.2) / 3)
    assert gevonden["gemeente_2014"] == pytest.approx((4.1 + 3.7 + 4.1) / 3)
    assert gevonden["land_2014"] == pytest.approx((4.1 + 3.7 + 4.1 + 3.7 + 3.9) / 5)
    assert gevonden["n_gemeente"] == 3


def test_profiel_neemt_de_laatste_dimensies():
    gevonden = profiel("WK900101")

    assert gevonden["dimensiejaar"] == 2018
    assert gevonden["fys"] == pytest.approx(4.1)
    assert gevonden["gemeente_onv"] == pytest.approx(4.1)
    # without WK900200, which has no dimensions in 2018
    assert gevonden["land_won"] == pytest.approx(4 + (0 + 0.1 + 0.2 + 0.4 + 0.5) / 5)
    assert pd.isna(profiel("WK900200")["fys"])


def test_profiel_buiten_de_selectie_heeft_alleen_een_landelijke_rang():
    gevonden = profiel("WK900102")

    assert pd.isna(gevonden["rang_selectie"])
    assert gevonden["n_selectie"] == 4
    assert gevonden["rang_land"] == 1


def test_profiel_zonder_score_is_leeg_maar_aanwezig():
    gevonden = profiel("WK900203")

    assert gevonden["wk_naam"] == "Zeven"
    assert pd.isna(gevonden["score"])
    assert pd.isna(gevonden["land_2014"])


def test_profiel_zonder_dimensies_in_de_editie():
    koppeling = koppel([analyse("A", ["WK900100"])], wijken_tabel())
    zonder = panel().assign(fys=np.nan)

    gevonden = profielen(koppeling, wijken_tabel(), zonder, 2014).iloc[0]

    assert pd.isna(gevonden["dimensiejaar"])
    assert pd.isna(gevonden["fys"])
    assert gevonden["score"] == 4.1


# --- the rule -----------------------------------------------------------------------------------


def draai(map_, analyses: list[dict]) -> dict[str, list[dict]]:
    wijken_tabel().to_csv(map_ / "wijken.csv", index=False)
    panel().to_csv(map_ / "panel.csv", index=False)
    bronnen().to_csv(map_ / "bronwijken.csv", index=False)
    (map_ / "wijkanalyses.json").write_text(json.dumps(analyses), encoding="utf-8")
    uit = {n: map_ / f"uit_{n}.csv" for n in ("wijkanalyses", "congruentie", "themas")}
    uit["wijkprofielen"] = map_ / "uit_wijkprofielen.csv"
    koppel_wijkanalyses.main(
        map_ / "wijkanalyses.json",
        map_ / "wijken.csv",
        map_ / "panel.csv",
        map_ / "bronwijken.csv",
        uit,
        THEMAS,
        2014,
    )
    return {naam: lees_tabel(pad) for naam, pad in uit.items()}


def test_regel_zonder_analyses_geeft_lege_tabellen_met_kop(tmp_path):
    tabellen = draai(tmp_path, [])

    assert all(rijen == [] for rijen in tabellen.values())
    koppen = {naam: (tmp_path / f"uit_{naam}.csv").read_text("utf-8") for naam in tabellen}
    for kolom in ("analyse", "wk_code", "in_selectie", "cluster", "oordeel", "congruent", "reden"):
        assert kolom in koppen["wijkanalyses"].strip().split(",")
    assert koppen["themas"] == "analyse,bestand,thema,label,aanwezig\n"
    assert "oordeel,cluster,n_wijken" in koppen["congruentie"]
    assert "lbm_2014,gemeente_2008" in koppen["wijkprofielen"]


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
