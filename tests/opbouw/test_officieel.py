"""Official files of every form: the key, the rows that count, missing, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.officieel import schrijf_dbf, schrijf_xlsx
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.opbouw.officieel import lees_officieel

STATLINE = (
    '\ufeff"Perioden";"Regio\'s";"Wonen/Waarde/Gemiddelde woningwaarde (1 000 euro)"\n'
    '"2009";"Testdorp";"200,5"\n"2009";"Proefstad (O.)";\n'
    '"2012";"Testdorp";"180"\n"2012";"Proefstad (O.)";"150,0"\n'
)
WAARDE = "Gemiddelde woningwaarde (1 000 euro)"


def test_postcodes_uit_een_rekenblad_met_tekst_boven_de_kop(tmp_path):
    pad = schrijf_xlsx(
        tmp_path / "pc4.xlsx",
        [["Toelichting"], ["niet hier"]],
        [
            ["Kerncijfers"],
            [],
            ["PC4", "WONING", "P_HUURWON"],
            [1011, 500, -99997],
            ["1012", 5, 12.5],
        ],
    )
    tabel = lees_officieel(pad, "cbs_pc4", ["WONING", "p_huurwon"])
    assert tabel.index.tolist() == ["1011", "1012"]
    assert tabel["WONING"].tolist() == [500, 5]
    np.testing.assert_array_equal(tabel["p_huurwon"], [np.nan, 12.5])


def test_van_het_rivm_telt_de_schatting_en_niet_haar_marge(tmp_path):
    pad = schrijf_xlsx(
        tmp_path / "rivm.xlsx",
        [
            ["Codering_3", "Marges", "Moeite_38"],
            ["WK900100  ", "MW00000", "   21.5"],
            ["WK900100  ", "MOG0095", "   18.0"],
            ["WK900101  ", "MW00000", "."],
        ],
    )
    tabel = lees_officieel(pad, "rivm", ["Moeite_38"])
    assert tabel.index.tolist() == ["WK900100", "WK900101"]
    np.testing.assert_array_equal(tabel["Moeite_38"], [21.5, np.nan])


def test_statline_geeft_een_kolom_per_jaar_en_kent_de_decimale_komma(tmp_path):
    pad = tmp_path / "statline.csv"
    pad.write_text(STATLINE, "utf-8")
    tabel = lees_officieel(pad, "statline", [WAARDE], (2009, 2012))
    assert tabel.loc["Testdorp"].tolist() == [200.5, 180.0]
    assert tabel.loc["Proefstad (O.)"].isna().tolist() == [True, False]


def test_een_dbf_is_latin_1_en_water_telt_niet(tmp_path):
    pad = schrijf_dbf(
        tmp_path / "wijk.dbf",
        {"WK_CODE": 8, "WK_NAAM": 12, "WATER": 4, "AANT_INW": -9},
        [
            ["WK900100", "Café-buurt", "NEE", 1200],
            ["WK900199", "Plas", "JA", 0],
            ["WK900101", "Nieuw", "NEE", -99999999],
        ],
    )
    tabel = lees_officieel(pad, "dbf", ["AANT_INW"])
    assert tabel.index.tolist() == ["WK900100", "WK900101"]
    np.testing.assert_array_equal(tabel["AANT_INW"], [1200, np.nan])


@pytest.mark.parametrize("sleutel", ["gwb_code", "gwb_code_10", "Codering_3", "WijkenEnBuurten"])
@pytest.mark.parametrize("vorm", ["xlsx", "csv"])
def test_kerncijfers_van_elk_jaar_hebben_hun_eigen_sleutel(tmp_path, sleutel, vorm):
    if vorm == "xlsx":
        pad = schrijf_xlsx(
            tmp_path / "kwb.xlsx", [[sleutel, "regio", "P_KOOP"], ["WK900100 ", "Oost", 43]]
        )
    else:
        pad = tmp_path / "kwb.csv"
        pad.write_text(f"{sleutel};regio;P_KOOP\nWK900100;Oost;43\n", "utf-8")
    assert lees_officieel(pad, "cbs_kwb", ["p_koop"]).loc["WK900100", "p_koop"] == 43


def test_een_kolom_die_er_niet_is_noemt_wat_erop_lijkt(tmp_path):
    pad = schrijf_xlsx(tmp_path / "pc4.xlsx", [["PC4", "WON_HCORP"], [1011, 5]])
    with pytest.raises(InvoerFout, match=r"pc4.xlsx, kolom 'WON_CORP'.*\n.*WON_HCORP"):
        lees_officieel(pad, "cbs_pc4", ["WON_CORP"])


def test_tekst_in_een_getal_noemt_regel_kolom_en_waarde(tmp_path):
    pad = schrijf_xlsx(tmp_path / "pc4.xlsx", [["PC4", "WONING"], [1011, 5], [1012, "veel"]])
    with pytest.raises(InvoerFout, match=r"regel 3, kolom 'WONING', waarde 'veel'"):
        lees_officieel(pad, "cbs_pc4", ["WONING"])


def test_een_gebied_dat_twee_keer_staat_wordt_geweigerd(tmp_path):
    pad = schrijf_xlsx(tmp_path / "pc4.xlsx", [["PC4", "WONING"], [1011, 5], [1011, 6]])
    with pytest.raises(InvoerFout, match=r"regel 3, waarde '1011'"):
        lees_officieel(pad, "cbs_pc4", ["WONING"])


def test_een_jaar_dat_er_niet_is_noemt_de_jaren_die_er_zijn(tmp_path):
    pad = tmp_path / "statline.csv"
    pad.write_text(STATLINE, "utf-8")
    with pytest.raises(InvoerFout, match=r"jaar 2014(.|\n)*2009, 2012"):
        lees_officieel(pad, "statline", [WAARDE], (2009, 2014))


def test_een_bestand_zonder_jaren_heeft_geen_verandering(tmp_path):
    pad = schrijf_xlsx(tmp_path / "pc4.xlsx", [["PC4", "WONING"], [1011, 5]])
    with pytest.raises(InvoerFout, match="geen kolom met het jaar"):
        lees_officieel(pad, "cbs_pc4", ["WONING"], (2009, 2012))


@pytest.mark.parametrize(
    ("naam", "inhoud", "wat"),
    [
        ("kapot.xlsx", b"PK\x03\x04 afgekapt", "geen leesbaar rekenblad"),
        ("kapot.dbf", b"niets", "geen leesbare dbf"),
        ("anders.csv", b"a;b\n1;2\n", "geen kopregel gevonden"),
        ("kort.csv", b"code;x\nWK900100\n", "1 velden en de kopregel 2"),
        ("open.csv", b'code;x\nWK900100;"1\n', "aanhalingsteken"),
    ],
)
def test_een_bestand_dat_niet_te_lezen_is_wordt_een_melding(tmp_path, naam, inhoud, wat):
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    with pytest.raises(InvoerFout, match=wat):
        lees_officieel(pad, "dbf" if naam.endswith("dbf") else "csv", ["x"])
