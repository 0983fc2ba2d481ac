"""What a verification says of files that are the same, changed, gone or not at hand."""

from __future__ import annotations

import json
import zipfile

import pytest

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.verificatie import sommen
from leefbaarheid.verificatie.herbouw import omgeving, verschil_in_tabel
from leefbaarheid.verificatie.publicatie import lees_publicatie
from leefbaarheid.verificatie.verslag import (
    MEESTE_REGELS,
    Onderdeel,
    Oordeel,
    Punt,
    Verslag,
    als_tekst,
)


@pytest.fixture
def uit(tmp_path):
    """The results of a tiny publication."""
    map_ = tmp_path / "results" / "proef"
    (map_ / "tabellen").mkdir(parents=True)
    (map_ / "tabellen" / "a.csv").write_text("x\n1\n")
    (map_ / "hoofdrapport.pdf").write_text("pdf")
    namen = ("tabellen/a.csv", "hoofdrapport.pdf")
    manifest = {
        "editie": "proef",
        "config": {"jaren": [2012], "clusters": {"delta": 0.02, "weg": 1}},
        "versies": {"python": "2.7.0", "bestaatniet": "1"},
        "invoer": {},
        "code": {},
        "uitvoer": {f"results/proef/{naam}": sha256(map_ / naam) for naam in namen},
    }
    (map_ / "manifest.json").write_text(json.dumps(manifest))
    return map_


def oordelen(deel):
    return {punt.naam.removeprefix("results/proef/"): punt.oordeel for punt in deel.punten}


def test_een_veranderd_en_een_verdwenen_bestand_worden_genoemd(uit, tmp_path):
    (uit / "tabellen" / "a.csv").write_text("x\n2\n")
    (uit / "hoofdrapport.pdf").unlink()
    deel = sommen.uitvoer(lees_publicatie(uit / "manifest.json", tmp_path))
    assert oordelen(deel) == {"tabellen/a.csv": Oordeel.ANDERS, "hoofdrapport.pdf": Oordeel.AFWEZIG}
    tekst = als_tekst(deel)
    assert tekst.startswith("uitvoer: 1 anders, 1 afwezig")
    assert "- results/proef/tabellen/a.csv: anders" in tekst


def zip_van(uit, doel, *extra):
    with zipfile.ZipFile(doel, "w") as archief:
        for pad in sorted(uit.rglob("*")):
            if pad.is_file():
                archief.write(pad, f"proef/{pad.relative_to(uit)}")
        for naam in extra:
            archief.writestr(naam, "x")
    return doel


def test_van_een_zip_telt_wat_erin_zit_en_zonder_bronnen_is_niet_alles_na_te_gaan(uit, tmp_path):
    (uit / "hoofdrapport.pdf").unlink()
    zip_ = zip_van(uit, tmp_path / "p.zip")
    (tmp_path / "werk").mkdir()
    publicatie = lees_publicatie(zip_, tmp_path / "werk")
    assert oordelen(sommen.uitvoer(publicatie)) == {"tabellen/a.csv": Oordeel.GELIJK}
    publicatie.manifest["invoer"]["scores.csv"] = "0" * 64
    bronnen = sommen.bronnen(publicatie, None)
    assert oordelen(bronnen) == {"scores.csv": Oordeel.NIET_NAGEGAAN}
    assert Verslag("proef", "p.zip", [bronnen]).uitslag == 2


@pytest.mark.parametrize("naam", ["../weg.csv", "/weg.csv", "proef\\..\\weg.csv"])
def test_een_zip_die_buiten_zijn_map_wil_wordt_geweigerd(uit, tmp_path, naam):
    (tmp_path / "werk").mkdir()
    with pytest.raises(InvoerFout, match="wil buiten zijn map"):
        lees_publicatie(zip_van(uit, tmp_path / "p.zip", naam), tmp_path / "werk")


@pytest.mark.parametrize("inhoud", ["{}", "geen json", "[]"])
def test_iets_anders_dan_een_manifest_wordt_geweigerd(tmp_path, inhoud):
    pad = tmp_path / "manifest.json"
    with pytest.raises(InvoerFout, match="is er niet"):
        lees_publicatie(pad, tmp_path)
    pad.write_text(inhoud)
    with pytest.raises(InvoerFout, match="geen manifest"):
        lees_publicatie(pad, tmp_path)


def test_instellingen_worden_sleutel_voor_sleutel_vergeleken(uit, tmp_path):
    publicatie = lees_publicatie(uit / "manifest.json", tmp_path)
    nu = {"jaren": [2012], "clusters": {"delta": 0.03}, "bronnen_map": "x"}
    deel = sommen.instellingen(publicatie, nu)
    gevonden = {punt.naam: (punt.oordeel, punt.waarom) for punt in deel.punten}
    assert gevonden == {
        "jaren": (Oordeel.GELIJK, ""),
        "clusters.delta": (Oordeel.ANDERS, "toen 0.02, nu 0.03"),
        "clusters.weg": (Oordeel.ANDERS, "er nu niet"),
    }


@pytest.mark.parametrize(
    ("nieuw", "hoe"),
    [
        ("x,y\na,1.0\nb,2.5\n", "hoogstens 5.0e-01"),
        ("x,y\na,1.0\nc,2.0\n", "regel 3: 'b' werd 'c'"),
        ("x,y\na,1.0\n", "vanaf regel 3"),
    ],
)
def test_hoe_twee_tabellen_verschillen(tmp_path, nieuw, hoe):
    (tmp_path / "oud.csv").write_text("x,y\na,1.0\nb,2.0\n")
    (tmp_path / "nieuw.csv").write_text(nieuw)
    assert hoe in verschil_in_tabel(tmp_path / "oud.csv", tmp_path / "nieuw.csv")


def test_een_andere_omgeving_wordt_genoemd(uit, tmp_path):
    anders = omgeving(lees_publicatie(uit / "manifest.json", tmp_path).manifest)
    assert anders[0].endswith("in plaats van 2.7.0")
    assert anders[1] == "bestaatniet ontbreekt in plaats van 1"


@pytest.mark.parametrize(
    ("gevonden", "uitslag"),
    [
        ([Oordeel.GELIJK], 0),
        ([Oordeel.GELIJK, Oordeel.NIET_NAGEGAAN], 2),
        ([Oordeel.NIET_NAGEGAAN, Oordeel.ANDERS], 1),
        ([Oordeel.AFWEZIG], 1),
    ],
)
def test_de_uitslag_is_de_strengste(gevonden, uitslag):
    deel = Onderdeel("x", [Punt("a", oordeel) for oordeel in gevonden])
    assert Verslag("proef", "m", [deel]).uitslag == uitslag


def test_een_lange_lijst_wordt_afgekapt_met_hoeveel_er_volgen():
    punten = [Punt(f"n{i}", Oordeel.ANDERS) for i in range(MEESTE_REGELS + 7)]
    assert "en nog 7; --json noemt ze alle" in als_tekst(Onderdeel("x", punten))
