"""The data of the pages: axes of one kind, means by hand, missing values, parts."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import shapely

from hulp.bronnen import melding
from hulp.portretten import KADER
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.kleur import GRIJS, MIN_VLAK, WIT, contrast, rand
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL
from leefbaarheid.rapport.portretten import kaartje, kenmerken, reeksen
from leefbaarheid.rapport.portretten.delen import MEEST, _register, verdeel
from leefbaarheid.rapport.portretten.gegevens import Bronnen, _vlakje, op_alfabet, portretten
from leefbaarheid.rapport.portretten.inhoud import _kaarten
from leefbaarheid.rapport.portretten.zetten import gezet

PANEL = [
    {"wk_code": code, "jaar": jaar, "lbm": lbm, **dict.fromkeys(("fys", "onv", "soc", "vrz"), d)}
    | {"won": d}
    for code, jaar, lbm, d in (
        ("A", 2002, 3.8, None),
        ("A", 2014, 3.9, -0.1),
        ("A", 2022, 4.0, 0.05),
        ("B", 2002, 4.0, None),
        ("B", 2022, None, None),
        ("C", 2022, 4.4, 0.3),
    )
]


def test_gemiddelden_van_gemeente_en_land():
    uit = reeksen.lees_reeksen(PANEL, {"A": "GM1", "B": "GM1", "C": "GM2"})
    assert uit.wijken["B"] == {2002: 4.0}
    assert uit.gemeenten == {"GM1": {2002: pytest.approx(3.9), 2014: 3.9, 2022: 4.0}}
    assert uit.land[2022] == pytest.approx(4.2)


def test_assen_zijn_tienden_en_nooit_leeg():
    assert reeksen.assen([{2002: 3.74}, {2022: 4.21}]) == (3.7, 4.3)
    assert reeksen.assen([{2002: 4.0}]) == (4.0, 4.1)
    assert reeksen.assen([]) == (0.0, 1.0)


def test_dimensies_van_het_eerste_en_laatste_jaar():
    uit = reeksen.lees_dimensies(PANEL, ["A", "B"])
    assert (uit.jaren, uit.laag, uit.hoog) == ([2014, 2022], -0.1, 0.1)
    assert uit.van("A")[0]["cellen"][-1] == "+0,15"
    assert uit.van("B")[0] == {"waarden": [None, None], "cellen": ["–", "–", "–"]}
    geen = reeksen.lees_dimensies([rij for rij in PANEL if rij["fys"] is None], ["A"])
    assert (geen.jaren, geen.van("A")) == ([], [])


def test_kenmerken_naast_de_selectie():
    boek = [{"factor": "huur", "label": "Huurwoningen", "eenheid": "%"}]
    waarden = {"A": {"huur": 40.0}, "B": {"huur": None}, "C": {"huur": 9.96}}
    (deel,) = kenmerken.spreiding(boek, waarden, ["A", "B", "C"])
    assert (deel["midden"], deel["waarden"]) == ("25%", [9.96, 40.0])
    assert kenmerken.van_wijk({"huur": 40.0}, [deel]) == [
        {"tekst": "40%", "plaats": "hoger dan 1 van 2"}
    ]
    assert kenmerken.van_wijk({}, [deel])[0] == {"tekst": "–", "plaats": "niet bekend"}


def test_plaatsnamen_op_alfabet():
    namen = ["Zwolle", "'s-Hertogenbosch", "Haarlem", "’s-Gravenhage", "Almere"]
    goed = ["Almere", "’s-Gravenhage", "Haarlem", "'s-Hertogenbosch", "Zwolle"]
    assert sorted(namen, key=lambda naam: op_alfabet(naam, "")) == goed


def test_een_kaartje_met_grenzen_noemt_wie_ernaast_ligt():
    vakken = {"A": shapely.box(0, 0, 1000, 1000), "B": shapely.box(1000, 0, 2000, 1000)}
    vakken["C"] = shapely.box(9000, 0, 9900, 900)
    grenzen = pd.DataFrame({"code": list(vakken), "wkb": [v.wkb_hex for v in vakken.values()]})
    uit = kaartje.met_grenzen(grenzen, {"A": "GM1", "B": "GM1", "C": "GM2"}, ["A", "Z"])
    assert list(uit) == ["A"]
    assert (uit["A"].buren, uit["A"].km) == (["B"], 3.0)
    assert [soort for _, soort in uit["A"].vlakken] == [1, 2]  # the wijk itself is drawn last
    ringen = [ring for ring, _ in uit["A"].vlakken]
    assert all(0 <= xy <= kaartje.MAAT for ring in ringen for xy in ring)
    assert sorted(ringen[-1][:8]) == [147, 147, 147, 147, 293, 293, 293, 293]
    gemeente = kaartje.gemeente_met_grenzen(
        grenzen, {"A": "GM1", "B": "GM1"}, {"GM1": ["B", "A"], "GM3": ["Z"]}
    )
    assert [nummer for *_, nummer in gemeente["GM1"].nummers] == [1, 2]
    assert list(gemeente) == ["GM1"]


def test_een_kaartje_met_punten():
    wijken = pd.DataFrame(
        {
            "wk_code": list("ABCD"),
            "gm_code": ["GM1", "GM1", "GM2", "GM2"],
            "x": [0.0, 500.0, 900.0, None],
            "y": [0.0, 0.0, 0.0, None],
        }
    )
    uit = kaartje.met_punten(wijken, ["A", "D"])
    assert list(uit) == ["A"] and uit["A"].buren == ["B", "C"]
    assert uit["A"].punten[-1][2] == 2
    gemeente = kaartje.gemeente_met_punten(wijken, {"GM1": ["A"], "GM2": ["D"]})
    assert [p[2] for p in gemeente["GM1"].punten if p[2] == 2] == [2]
    assert list(gemeente) == ["GM1"]


def test_te_veel_wijken_voor_een_deel_is_een_melding():
    gemeenten = [{"naam": f"G{i}", "wijken": [{}] * 100} for i in range(10)]
    tekst = melding(verdeel, {"gemeenten": gemeenten}, 1, {}, None, [])
    for deel in ("portretten.delen", f"meer dan {MEEST}", "Zet portretten.delen op 5"):
        assert deel in tekst


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_het_vlakje_van_een_cluster_heeft_de_kleur_van_de_figuren_en_is_te_zien(cluster):
    vulling, rand = _vlakje(cluster)
    assert vulling == CLUSTERSTIJL[cluster].kleur
    assert max(contrast(kleur, WIT) for kleur in (vulling, rand)) >= MIN_VLAK


def test_een_licht_vlakje_heeft_een_rand_en_zonder_cluster_is_er_geen():
    assert (rand("#d9dfe2"), rand("#0a5ea8")) == (GRIJS, WIT)
    assert _vlakje(None) is None


NAMEN = {
    "WK900101": ("éénhoorn", "GM9001", "Rijswijk"),
    "WK900102": ("Eenhoorn", "GM9001", "Rijswijk"),
    "WK900103": ("DUIN", "GM9001", "Rijswijk"),
    "WK900104": ("'t Zand", "GM9001", "Rijswijk"),
    "WK900105": ("dal", "GM9001", "Rijswijk"),
    "WK900201": ("Wijk 04", "GM9002", "'s-Gravenhage"),
}
SCORES = {2012: 3.90, 2014: 3.93, 2022: 3.9372}


def gegevens_van(kaartjes=None):
    """Return the data of the pages of NAMEN, all with SCORES."""
    leeg = {"in_selectie": False, "cluster": None, "inwoners": None}
    wijken = [
        {"wk_code": code, "wk_naam": naam, "gm_code": gm, "gm_naam": gm_naam, **leeg}
        for code, (naam, gm, gm_naam) in NAMEN.items()
    ]
    panel = [
        {"wk_code": code, "jaar": jaar, "lbm": lbm}
        | dict.fromkeys(("won", "fys", "vrz", "soc", "onv"))
        for code in NAMEN
        for jaar, lbm in SCORES.items()
    ]
    bronnen = Bronnen(wijken, panel, {}, [], {}, {}, {}, kaartjes=kaartjes or {})
    return portretten(list(NAMEN), KADER, bronnen)


def test_de_nummers_op_de_kaart_van_een_gemeente_zijn_die_van_haar_tabel():
    """Also where names differ in capitals, accents or what is elided in front."""
    (haag, rijswijk) = gegevens_van()["gemeenten"]
    assert (haag["naam"], rijswijk["naam"]) == ("'s-Gravenhage", "Rijswijk")
    tabel = [wijk["code"] for wijk in rijswijk["wijken"]]
    assert tabel == ["WK900105", "WK900103", "WK900101", "WK900102", "WK900104"]
    vakken = {code: shapely.box(1e3 * i, 0, 1e3 * i + 1e3, 1e3) for i, code in enumerate(NAMEN)}
    wijken = pd.DataFrame.from_dict(NAMEN, "index", columns=["wk_naam", "gm_code", "gm_naam"])
    wijken = wijken.rename_axis("wk_code")
    met_grens = pd.DataFrame({"code": list(vakken), "wkb": [v.wkb_hex for v in vakken.values()]})
    met_punt = wijken.assign(x=[1e3 * i for i in range(len(NAMEN))], y=0.0)
    for grenzen, bron in ((met_grens, wijken), (met_grens[:0], met_punt)):
        kaart = _kaarten(grenzen, bron, list(NAMEN))["gemeentekaarten"]["GM9001"]
        van_links = sorted(kaart.nummers)
        # on the map they lie by code, from left to right
        assert [tabel[nummer - 1] for *_, nummer in van_links] == sorted(tabel)


@pytest.mark.parametrize(
    ("met_grenzen", "zin"),
    [
        (True, "Grenst aan Eenhoorn en Wijk 04 ('s-Gravenhage)."),
        (False, "Dichtstbij liggen Eenhoorn en Wijk 04 ('s-Gravenhage)."),
    ],
)
def test_een_buur_in_een_andere_gemeente_heeft_haar_gemeente(met_grenzen, zin):
    kaart = kaartje.Kaartje(buren=["WK900102", "WK900201", "WK999999"], met_grenzen=met_grenzen)
    _, rijswijk = gegevens_van({"WK900101": kaart})["gemeenten"]
    eigen = next(wijk for wijk in rijswijk["wijken"] if wijk["code"] == "WK900101")
    assert eigen["kaart"]["buren"] == zin


def test_de_tabel_van_een_gemeente_heeft_de_getallen_van_de_bladzijde():
    (wijk,) = gegevens_van()["gemeenten"][0]["wijken"]
    assert (wijk["laatste"], wijk["verschil"]) == ("3,937", "+0,04")
    assert wijk["tabel"][0] == ["3,90", "3,93", "3,94"]
    assert wijk["stand"].startswith("In 2022 is de score 3,937: zwak")


def test_het_register_staat_op_alfabet():
    namen = [naam for naam, *_ in _register(gegevens_van()["gemeenten"])]
    assert namen == ["dal", "DUIN", "éénhoorn", "Eenhoorn", "Wijk 04", "'t Zand"]


def test_op_papier_zijn_apostroffen_gezet_en_in_de_gegevens_niet():
    gegevens = gegevens_van()
    op_papier = json.loads(gezet(gegevens))
    assert [gm["naam"] for gm in op_papier["gemeenten"]] == ["’s-Gravenhage", "Rijswijk"]
    assert op_papier["gemeenten"][1]["wijken"][-1]["naam"] == "’t Zand"
    assert "Lijngrafiek van de score van ’t Zand" in op_papier["gemeenten"][1]["wijken"][-1]["alt"]
    assert gegevens["gemeenten"][0]["naam"] == "'s-Gravenhage"
