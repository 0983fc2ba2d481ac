"""A whole context table from a recipe: cells, their coverage and reasons, and the codebook."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hulp import WORTEL
from hulp.officieel import schrijf_xlsx
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.opbouw import OpbouwReden
from leefbaarheid.editie.recept import Recept, lees_recept
from leefbaarheid.editie.register import lees_register
from leefbaarheid.opbouw.contexttabel import Opbouw, bouw

RECEPT = WORTEL / "config" / "recepten" / "wijken-2022.yaml"
FACTOR = {
    "label": "Huur",
    "eenheid": "%",
    "concept": "woningvoorraad",
    "peiljaar": "2017",
    "licentie": "CC BY 4.0",
    "dekking": 0.6,
    "koppeling": "wijkcode",
}
AANDEEL = FACTOR | {
    "bewerking": "aandeel",
    "bestand": "pc4",
    "teller": {"kolommen": ["huur"]},
    "noemer": {"kolommen": ["woning"]},
    "koppeling": "postcode",
    "gewicht": "gewichten",
    "decimalen": 1,
}


def bron(vorm: str, indeling: int | None = 2022) -> dict:
    citeren = "Proefbureau, proefbestand (CC BY 4.0)"
    return {"vorm": vorm, "indeling": indeling, "citeren": citeren, "sha256": "", "ophalen": ""}


def maak(map_: Path, factoren: dict, bestanden: dict[str, str], vormen: dict) -> Opbouw:
    """Build a table for three made-up wijken from made-up files."""
    paden = {}
    for naam, inhoud in ({"wijken": WIJKEN} | bestanden).items():
        paden[naam] = map_ / f"{naam}.csv"
        paden[naam].write_text(inhoud, "utf-8")
    wijken = {"bestand": "wijken", "naam": "naam", "gm_code": "gm_code", "gm_naam": "gm_naam"}
    recept = Recept("r.yaml", 2022, wijken, ["(O.)"], factoren, {"wijken": bron("csv")} | vormen)
    return bouw(recept, paden)


WIJKEN = (
    "wk_code,naam,gm_code,gm_naam,inwoners\n"
    "WK900102,Zuid,GM9001,Proefstad,300\n"
    "WK900100,Oost,GM9001,Proefstad,1000\n"
    "WK900200,Dorp,GM9002,Testdorp,\n"
)
GEWICHTEN = "pc4,wk_code,adressen\n1011,WK900100,90\n1012,WK900100,10\n1012,WK900102,30\n"


def pc4(map_: Path, rijen: list) -> Path:
    return schrijf_xlsx(map_ / "pc4.xlsx", [["PC4", "huur", "woning"], *rijen])


def met_postcodes(map_: Path, rijen: list) -> Opbouw:
    pad = pc4(map_, rijen)
    wijken, gewichten = map_ / "wijken.csv", map_ / "gewichten.csv"
    wijken.write_text(WIJKEN, "utf-8")
    gewichten.write_text(GEWICHTEN, "utf-8")
    blok = {"bestand": "wijken", "naam": "naam", "gm_code": "gm_code", "gm_naam": "gm_naam"}
    bronnen = {"wijken": bron("csv"), "pc4": bron("cbs_pc4"), "gewichten": bron("adresgewichten")}
    recept = Recept("r.yaml", 2022, blok, [], {"huur_pct": AANDEEL}, bronnen)
    return bouw(recept, {"wijken": wijken, "pc4": pad, "gewichten": gewichten})


def test_een_tabel_met_dekking_en_reden_per_cel(tmp_path):
    uit = met_postcodes(tmp_path, [[1011, 45, 90], [1012, None, 40]])
    # WK900100: 90 of 100 addresses known, 45 of 90 dwellings; WK900102: none; WK900200: no postcode
    assert uit.tabel["wk_code"].tolist() == ["WK900100", "WK900102", "WK900200"]
    np.testing.assert_array_equal(uit.tabel["huur_pct"], [50.0, np.nan, np.nan])
    assert uit.dekking["dekking"].tolist() == [0.9, 0.0, 0.0]
    onbekend, niet = OpbouwReden.ONBEKEND_IN_BRON, OpbouwReden.NIET_IN_BRON
    assert uit.dekking["reden"].tolist() == ["", onbekend, niet]


def test_onder_de_dekking_blijft_een_cel_leeg_en_blijft_de_dekking_bekend(tmp_path):
    uit = met_postcodes(tmp_path, [[1011, None, 90], [1012, 10, 40]])
    # WK900100 has 10 of its 100 addresses in 1012
    assert uit.tabel["huur_pct"].isna().tolist() == [True, False, True]
    assert uit.dekking["dekking"].tolist() == [0.1, 1.0, 0.0]
    assert uit.dekking["reden"].tolist()[0] == OpbouwReden.TE_WEINIG_DEKKING


CONCORDANTIE = (
    "van_jaar,naar_jaar,van,naar,adressen\n"
    "2017,2022,WK900111,WK900100,60\n2017,2022,WK900112,WK900100,40\n"
    "2017,2022,WK900113,WK900100,10\n2017,2022,WK900113,WK900102,30\n"
)
AANTAL = FACTOR | {
    "bewerking": "aantal",
    "bestand": "oud",
    "kolom": "inwoners_2017",
    "koppeling": "concordantie",
    "gewicht": "conc",
    "decimalen": 0,
}


def met_concordantie(map_: Path, concordantie: str = CONCORDANTIE) -> Opbouw:
    oud = "wk_code,inwoners_2017\nWK900111,500\nWK900112,300\nWK900113,400\nWK900200,70\n"
    return maak(
        map_,
        {"inwoners_2017": AANTAL},
        {"oud": oud, "conc": concordantie},
        {"oud": bron("csv", 2017), "conc": bron("concordantie", None)},
    )


def test_na_een_herindeling_tellen_de_oude_wijken_op_naar_hun_adressen(tmp_path):
    uit = met_concordantie(tmp_path).tabel
    # a quarter of WK900113 went to WK900100; WK900200 is not in the concordance: it did not change
    assert uit["inwoners_2017"].tolist() == [500 + 300 + 100, 300, 70]


def test_een_overgang_die_er_niet_is_noemt_welke_er_zijn(tmp_path):
    with pytest.raises(InvoerFout, match=r"2017 naar die van 2022(.|\n)*2016 naar 2022"):
        met_concordantie(tmp_path, CONCORDANTIE.replace("2017,2022", "2016,2022"))


@pytest.mark.parametrize("gewicht", ["0", "", "veel"])
def test_een_gewicht_is_een_aantal_adressen(tmp_path, gewicht):
    with pytest.raises(InvoerFout, match=r"conc.csv, regel 3, kolom 'adressen'"):
        met_concordantie(tmp_path, CONCORDANTIE.replace(",40\n", f",{gewicht}\n"))


def test_het_codeboek_heeft_de_bronnen_zonder_hun_licentie(tmp_path):
    boek = met_concordantie(tmp_path).codeboek
    assert boek.loc[0, "bron"] == "Proefbureau, proefbestand; Proefbureau, proefbestand"
    assert boek.loc[0, "toelichting"] == ""


def test_gemeenten_die_de_bron_niet_heeft_worden_genoemd(tmp_path):
    statline = "Perioden;Regio's;waarde\n2009;Proefstad (O.);100\n2012;Proefstad (O.);90,0\n"
    factor = FACTOR | {"bewerking": "verandering", "bestand": "st", "kolom": "waarde"}
    factor |= {"van": 2009, "tot": 2012, "koppeling": "gemeentenaam", "decimalen": 2}
    uit = maak(tmp_path, {"w": factor}, {"st": statline}, {"st": bron("statline")})
    np.testing.assert_array_equal(uit.tabel["w"], [-10.0, -10.0, np.nan])
    assert uit.gemeenten_onbekend == {"w": ["Testdorp"]}


@pytest.mark.traag
def test_de_tabel_uit_de_officiele_bestanden_is_die_van_de_hand(echte_data):
    """Every derived column of the hand-made table of the real edition, cell by cell."""
    recept = lees_recept(RECEPT, WORTEL, lees_register(WORTEL))
    uit = bouw(recept, {naam: echte_data / b["bestand"] for naam, b in recept.bronnen.items()})
    met_de_hand = pd.read_csv(echte_data / "contextfactoren-wijken.csv")
    gebouwd = uit.tabel.set_index("wk_code").loc[met_de_hand["wk_code"]].reset_index()
    # the one column that is no figure, and no factor of any edition
    assert set(met_de_hand) - set(gebouwd) == {"stedelijkheid_2022"}
    for kolom in set(met_de_hand) & set(gebouwd):
        verwacht = met_de_hand[kolom]
        if pd.api.types.is_numeric_dtype(verwacht):
            np.testing.assert_array_equal(gebouwd[kolom].astype(float), verwacht, kolom)
        else:
            assert gebouwd[kolom].tolist() == verwacht.tolist(), kolom
    leeg = uit.tabel.set_index("wk_code")[list(recept.factoren)].isna().stack()
    redenen = uit.dekking.set_index(["wk_code", "factor"])["reden"]
    assert (redenen.loc[leeg.index].ne("") == leeg).all()
