"""Results of an edition, read from their folder and from a publication."""

from __future__ import annotations

import json
import zipfile

import pytest

from hulp.verandering import resultaten as maak_resultaten
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.verandering.bundel import Bundel
from leefbaarheid.verandering.stand import lees_stand
from leefbaarheid.verandering.vergelijking import vergelijk


@pytest.fixture
def resultaten(tmp_path):
    """A folder with results as a run leaves it."""
    return maak_resultaten(tmp_path / "results" / "proef")


def maak_zip(map_, doel):
    with zipfile.ZipFile(doel, "w") as archief:
        for pad in map_.rglob("*"):
            if pad.is_file() and pad.suffix != ".zip":
                archief.write(pad, f"proef/{pad.relative_to(map_)}")
    return doel


def niets_anders(oud, nieuw):
    tabel = vergelijk(oud, nieuw)["verandering_overzicht"]
    telling = tabel[["n_gewijzigd", "n_verdwenen", "n_erbij"]].fillna(0)
    return int(telling.sum().sum()) == 0 and tabel["reden"].isna().all()


@pytest.mark.traag
def test_een_map_en_haar_zip_zijn_dezelfde_editie(resultaten, stand, tmp_path):
    uit_map = lees_stand(resultaten)
    assert niets_anders(stand, uit_map)
    assert niets_anders(uit_map, lees_stand(maak_zip(resultaten, tmp_path / "publicatie.zip")))


def test_het_manifest_mag_naast_de_zip_staan(resultaten):
    manifest = (resultaten / "manifest.json").read_text("utf-8")
    (resultaten / "manifest.json").unlink()
    zip_ = maak_zip(resultaten, resultaten / "publicatie.zip")
    with pytest.raises(InvoerFout, match=r"geen manifest\.json"):
        lees_stand(zip_)
    (resultaten / "manifest.json").write_text(manifest, "utf-8")
    assert lees_stand(zip_).pijplijn == "1.0.0"


def test_een_tabel_van_een_andere_versie_wordt_gelezen_voor_zover_het_kan(resultaten, stand):
    pad = resultaten / "tabellen" / "wijken.csv"
    wijken = stand.tabellen["wijken"].drop(columns=["in_aanmerking"]).assign(van_vroeger=1)
    wijken.to_csv(pad, index=False)
    gelezen = lees_stand(resultaten).tabellen["wijken"]
    assert "van_vroeger" not in gelezen and "in_aanmerking" not in gelezen
    wijken.drop(columns=["in_selectie"]).to_csv(pad, index=False)
    assert "wijken" not in lees_stand(resultaten).tabellen


@pytest.mark.parametrize("inhoud", ["", "wk_code\n\x00", "geen,tabel\n"])
def test_een_onleesbare_tabel_is_er_niet(resultaten, inhoud):
    (resultaten / "tabellen" / "wijken.csv").write_text(inhoud)
    assert "wijken" not in lees_stand(resultaten).tabellen


def test_een_naam_die_op_niets_lijkt_blijft_een_naam(resultaten, stand):
    wijken = stand.tabellen["wijken"]
    wijken.loc[0, "wk_naam"] = "NA"
    wijken.to_csv(resultaten / "tabellen" / "wijken.csv", index=False)
    assert lees_stand(resultaten).tabellen["wijken"].loc[0, "wk_naam"] == "NA"


def test_wat_geen_editie_is_geeft_een_melding(resultaten, tmp_path):
    los = tmp_path / "los.zip"
    los.write_text("geen zip")
    kapot = tmp_path / "kapot"
    kapot.mkdir()
    (kapot / "manifest.json").write_text("{")
    for pad, fragment in (
        (tmp_path / "nergens", "deze map of dit bestand is er niet"),
        (los, "geen zip die te lezen is"),
        (tmp_path / "results", "geen manifest.json"),
        (kapot, "manifest.json is beschadigd"),
    ):
        with pytest.raises(InvoerFout, match=fragment) as fout:
            lees_stand(pad)
        assert "Wat te doen: Geef een map results/<editie>" in str(fout.value)


def test_een_manifest_van_iets_anders_geeft_een_melding(resultaten):
    pad = resultaten / "manifest.json"
    inhoud = json.loads(pad.read_text("utf-8"))
    del inhoud["config"]["regressie"]
    pad.write_text(json.dumps(inhoud), "utf-8")
    with pytest.raises(InvoerFout, match="regressie ontbreekt"):
        lees_stand(resultaten)


def test_een_beschadigd_deel_van_een_zip_geeft_een_melding(resultaten, tmp_path):
    zip_ = maak_zip(resultaten, tmp_path / "publicatie.zip")
    inhoud = bytearray(zip_.read_bytes())
    plek = inhoud.index(b"Akkers")
    inhoud[plek : plek + 6] = b"ikkerA"
    zip_.write_bytes(inhoud)
    with pytest.raises(InvoerFout, match=r"tabellen/wijken\.csv is beschadigd"):
        lees_stand(zip_)


def test_een_bestand_dat_er_niet_is(resultaten, tmp_path):
    zip_ = maak_zip(resultaten, tmp_path / "publicatie.zip")
    assert Bundel(zip_).lees("tabellen/onbekend.csv") is None
    assert Bundel(resultaten).lees("tabellen/onbekend.csv") is None
