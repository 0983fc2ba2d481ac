"""Borders in RD New: the layer is told by its columns; what is no area with a code is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from hulp import ander_gebied
from hulp.bronnen import melding, schrijf
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import BUURT, WIJK, gebied_van, over
from leefbaarheid.data.grenzen import grenzen_als_tabel, lees_grenzen

CODES = ["GM9002", "GM9001"]


def vak(i: int = 0, x: float = 100_000.0, y: float = 400_000.0) -> shapely.Geometry:
    return shapely.box(x + 1000 * i, y, x + 1000 * i + 900, y + 900)


def laag(naam: str = "gemeenten", /, crs: str | None = "EPSG:28992", **kolommen: Any) -> dict:
    """Return a layer: columns by name; `vormen` are its geometries, by default squares."""
    n = len(next(iter(kolommen.values())))
    vormen = kolommen.pop("vormen", None) or [vak(i) for i in range(n)]
    soorten = {vorm.geom_type for vorm in vormen if vorm is not None}
    soort = soorten.pop() if len(soorten) == 1 else "Unknown"
    return {"naam": naam, "crs": crs, "kolommen": kolommen, "vormen": vormen, "soort": soort}


def schrijf_lagen(pad: Path, *lagen: dict) -> Path:
    for i, deel in enumerate(lagen):
        pyogrio.raw.write(
            pad,
            geometry=shapely.to_wkb(np.array(deel["vormen"], dtype=object)),
            field_data=[
                np.array(w, dtype=None if w and isinstance(w[0], int | float) else object)
                for w in deel["kolommen"].values()
            ],
            fields=list(deel["kolommen"]),
            geometry_type=deel["soort"],
            crs=deel["crs"],
            layer=deel["naam"],
            append=i > 0,
        )
    return pad


@pytest.mark.traag
def test_borders_are_sorted_by_code(tmp_path):
    grenzen = lees_grenzen(schrijf_lagen(tmp_path / "g.gpkg", laag(gm_code=CODES)))
    assert grenzen["code"].tolist() == ["GM9001", "GM9002"]
    assert [vlak.bounds[0] for vlak in grenzen["geometry"]] == [101_000, 100_000]


@pytest.mark.parametrize(
    ("kolom", "codes"),
    [
        *((kolom, CODES) for kolom in ("gm_code", "GM_CODE", "gemeentecode", "Gemeentecode")),
        *((kolom, CODES) for kolom in ("gemeente_code", "statcode", "STATCODE")),
        *((kolom, ["WK900101", "WK9001A0"]) for kolom in ("wk_code", "wijkcode", "statcode")),
    ],
)
def test_the_column_names_of_cbs(tmp_path, kolom, codes):
    pad = schrijf_lagen(tmp_path / "g.gpkg", laag(id=[1, 2], **{kolom: codes}, naam=["b", "a"]))
    assert lees_grenzen(pad)["code"].tolist() == sorted(codes)


PUNTEN = [shapely.Point(100_000, 400_000), shapely.Point(101_000, 400_000)]
LIJNEN = [shapely.LineString([(100_000, 400_000), (101_000, 401_000)])] * 2
BUURTEN = laag("buurten", buurtcode=["BU90010100"], wijkcode=["WK900101"], gemeentecode=["GM9001"])
WIJKEN = laag("wijken", wijkcode=["WK900101"], gemeentecode=["GM9001"], wijknaam=["Noord"])
NAMEN = laag("punten", naam=["a", "b"], vormen=PUNTEN)
PROVINCIES = laag("provincie", statcode=["PV20"])


@pytest.mark.traag
@pytest.mark.parametrize(
    "lagen",
    [
        (BUURTEN, WIJKEN, laag(gemeentecode=CODES)),
        (NAMEN, laag(gm_code=CODES)),
        (laag("punt", gm_code=CODES, vormen=PUNTEN), laag(gm_code=CODES)),
        (PROVINCIES, laag(statcode=CODES)),
        (laag(gm_code=CODES), NAMEN, PROVINCIES, WIJKEN),
    ],
    ids=["als het CBS", "na een laag zonder codes", "na een laag met punten", "statcode", "eerst"],
)
def test_the_layer_is_chosen_by_its_columns(tmp_path, lagen):
    grenzen = lees_grenzen(schrijf_lagen(tmp_path / "g.gpkg", *lagen))
    assert grenzen["code"].tolist() == ["GM9001", "GM9002"]


def test_water_of_cbs_is_left_out(tmp_path):
    """CBS has land, water and a piece of Belgium apart, with the same or a foreign code."""
    deel = laag(gemeentecode=["GM9001", "GM9001", "GM0998"], water=["NEE", "JA", "B"])
    grenzen = lees_grenzen(schrijf_lagen(tmp_path / "g.gpkg", deel))
    assert grenzen["code"].tolist() == ["GM9001"]
    assert grenzen["geometry"][0].bounds[0] == 100_000


VLINDER = shapely.Polygon([(1e5, 4e5), (1.01e5, 4.01e5), (1.01e5, 4e5), (1e5, 4.01e5)])
GRADEN = [shapely.box(5.0 + i, 52.0, 5.5 + i, 52.5) for i in range(2)]
# layers, parts of the message
FOUTEN = {
    "ander stelsel": ([laag(gm_code=CODES, crs="EPSG:4326")], ["'EPSG:4326'", "ogr2ogr -t_srs"]),
    "Belgisch stelsel": ([laag(gm_code=CODES, crs="EPSG:31370")], ["Rijksdriehoeksstelsel"]),
    "zonder stelsel": ([laag(gm_code=CODES, crs=None)], ["Rijksdriehoeksstelsel"]),
    "graden als meters": (
        [laag(gm_code=CODES, vormen=GRADEN)],
        ["waarde 'GM9002'", "ligt buiten Nederland"],
    ),
    "x en y verwisseld": (
        [laag(gm_code=CODES, vormen=[vak(i, 400_000, 100_000) for i in range(2)])],
        ["ligt buiten Nederland"],
    ),
    "geen code": ([laag("grens", plaats=["a", "b"])], ["geen laag", "grens (plaats)"]),
    "alleen buurten": ([BUURTEN], ["geen laag", "buurten (buurtcode, wijkcode, gemeentecode)"]),
    "alleen provincies": ([PROVINCIES], ["geen laag", "provincie (statcode)"]),
    "zonder rijen, statcode": (
        [laag(statcode=[]) | {"soort": "Polygon"}],
        ["geen laag", "gemeenten (statcode)"],
    ),
    "zonder rijen": ([laag(gm_code=[]) | {"soort": "Polygon"}], ["heeft geen gebieden"]),
    "twee lagen gemeenten": (
        [laag("fijn", gm_code=CODES), laag("grof", gm_code=CODES)],
        ["twee lagen", "'fijn' en 'grof'", "`ogr2ogr grenzen.gpkg g.gpkg fijn`"],
    ),
    "drie lagen statcode": (
        [laag(naam, statcode=CODES) for naam in ("a", "b", "c")],
        ["drie lagen", "'a', 'b' en 'c'"],
    ),
    "twee lagen wijken": (
        [WIJKEN, laag("meer", wk_code=["WK900101"])],
        ["twee lagen", "'wijken' en 'meer'"],
    ),
    "punten": (
        [laag("plaatsen", gm_code=CODES, vormen=PUNTEN)],
        ["de laag 'plaatsen' heeft punten of lijnen", "MultiPolygon"],
    ),
    "lijnen": ([laag(gm_code=CODES, vormen=LIJNEN)], ["heeft punten of lijnen"]),
    "een punt ertussen": (
        [laag(gm_code=CODES, vormen=[vak(), PUNTEN[1]])],
        ["waarde 'GM9001'", "is een punt of lijn"],
    ),
    "punten zonder soort": (
        [laag(gm_code=CODES, vormen=PUNTEN) | {"soort": "Unknown"}],
        ["heeft punten of lijnen"],
    ),
    "zonder grens": ([laag(gm_code=CODES, vormen=[vak(), None])], ["'GM9001'", "geen grens"]),
    "alle zonder grens": (
        [laag(gm_code=CODES, vormen=[None, None]) | {"soort": "Polygon"}],
        ["'GM9002'", "geen grens"],
    ),
    "lege grens": (
        [laag(gm_code=CODES, vormen=[vak(), shapely.Polygon()])],
        ["'GM9001'", "geen grens"],
    ),
    "grens snijdt zichzelf": (
        [laag(gm_code=CODES, vormen=[vak(), VLINDER])],
        ["'GM9001'", "snijdt zichzelf", "-makevalid"],
    ),
    "code leeg": ([laag(gm_code=["GM9001", None])], ["gebied 2 geen code", "GM0363"]),
    "code een spatie": ([laag(gm_code=["GM9001", " "])], ["gebied 2 geen code"]),
    "code een getal": ([laag(gm_code=[9001, 363])], ["'9001'", "geen CBS-code van een gemeente"]),
    "code een kommagetal": ([laag(gm_code=[9001.0, np.nan])], ["'9001.0'", "geen CBS-code"]),
    "code zonder letters": ([laag(gm_code=["0363", "9001"])], ["'0363'", "voorloopnullen"]),
    "code zonder voorloopnul": ([laag(gm_code=["GM363", "GM9001"])], ["'GM363'"]),
    "code kleine letters": ([laag(gm_code=["gm9001", "GM9002"])], ["'gm9001'"]),
    "code van een wijk": ([laag(gm_code=["WK900100", "WK900200"])], ["'WK900100'", "gemeente"]),
    "code van een gemeente": ([laag(wk_code=CODES)], ["'GM9002'", "van een wijk", "WK036300"]),
    "codes gemengd": ([laag(statcode=["GM9001", "PV20"])], ["'PV20'", "van een gemeente"]),
    "code dubbel": ([laag(gm_code=["GM9001"] * 2)], ["'GM9001'", "meer dan één gebied"]),
    "alleen water": ([laag(gm_code=CODES, water=["JA", "JA"])], ["geen enkel gebied land"]),
    "water anders": ([laag(gm_code=CODES, H2O=["land", "water"])], ["kolom 'H2O'", "'land'"]),
}


@pytest.mark.traag
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize(("lagen", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_bad_borders(tmp_path, lagen, delen):
    pad = schrijf_lagen(tmp_path / "g.gpkg", *lagen)
    tekst = melding(lees_grenzen, pad)
    assert tekst.count("FOUT") == 1
    for deel in ["g.gpkg", "Wat te doen: ", *delen]:
        assert deel in tekst


@pytest.mark.parametrize(
    "inhoud",
    ["geen kaart", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\x00" * 2000, b"\xff" * 99],
    ids=["tekst", "alleen de kop", "lege database", "bytes"],
)
def test_borders_that_cannot_be_read(tmp_path, inhoud):
    assert "g.gpkg" in melding(lees_grenzen, schrijf(tmp_path, inhoud, "g.gpkg"))


@pytest.fixture(scope="module")
def geldig(tmp_path_factory) -> tuple[Path, bytes]:
    pad = schrijf_lagen(
        tmp_path_factory.mktemp("grenzen") / "g.gpkg", laag(gm_code=CODES, naam=["a", "b"])
    )
    return pad, pad.read_bytes()


@pytest.mark.traag
@settings(max_examples=25)
@given(st.data())
def test_a_damaged_file_gives_borders_or_one_message(geldig, data):
    """Cut off, or with some bytes changed: never a traceback."""
    pad, inhoud = geldig
    bytes_ = bytearray(inhoud)
    if data.draw(st.booleans()):
        del bytes_[data.draw(st.integers(0, len(bytes_) - 1)) :]
    else:
        for _ in range(data.draw(st.integers(1, 8))):
            bytes_[data.draw(st.integers(0, len(bytes_) - 1))] = data.draw(st.integers(0, 255))
    kapot = pad.with_name("kapot.gpkg")
    kapot.write_bytes(bytes_)
    try:
        grenzen = lees_grenzen(kapot)
    except InvoerFout as fout:
        assert "Wat te doen: " in str(fout)
    else:
        assert grenzen["code"].str.fullmatch(r"GM\d{4}").all()


def test_borders_go_through_plain_text(tmp_path):
    grenzen = lees_grenzen(schrijf_lagen(tmp_path / "g.gpkg", laag(gm_code=CODES)))
    tabel = grenzen_als_tabel(grenzen)
    assert tabel.columns.tolist() == ["code", "wkb"]
    assert shapely.from_wkb(tabel.loc[0, "wkb"]).equals(grenzen.loc[0, "geometry"])


def test_real_borders(echte_data):
    assert len(lees_grenzen(echte_data / "gemeentegrenzen-2022.gpkg")) == 345
    assert len(lees_grenzen(echte_data / "wijkgrenzen-2022.gpkg")) == 3340


@pytest.mark.traag
def test_een_bestand_met_wijkgrenzen_heeft_wijken(tmp_path):
    pad = schrijf_lagen(tmp_path / "g.gpkg", laag(gm_code=CODES))
    tekst = melding(lees_grenzen, pad, (WIJK,))
    for deel in ("de codes van wijken", "wijkgrenzen", "wk_code (ook goed: wijkcode"):
        assert deel in tekst


def test_borders_of_buurten_and_of_areas_of_ones_own(tmp_path):
    codes = ["BU90010001", "BU90010000"]
    pad = schrijf_lagen(
        tmp_path / "b.gpkg", laag("buurten", bu_code=codes, wk_code=["WK900100"] * 2)
    )
    with over(BUURT):
        assert lees_grenzen(pad, [BUURT])["code"].tolist() == sorted(codes)
    assert "geen laag van dit bestand heeft de codes van wijken" in melding(
        lees_grenzen, pad, [WIJK]
    )
    eigen = gebied_van(ander_gebied.EIGEN)
    pad = schrijf_lagen(tmp_path / "e.gpkg", laag("k", kern_code=["KERN-900101", "KERN-900100"]))
    with over(eigen):
        assert lees_grenzen(pad, [eigen])["code"].tolist() == ["KERN-900100", "KERN-900101"]
    pad = schrijf_lagen(tmp_path / "f.gpkg", laag("k", kern_code=["900101"]))
    with over(eigen):
        tekst = melding(lees_grenzen, pad, [eigen])
    assert "dit geen code van een kern" in tekst and "(KERN-900101)" in tekst
