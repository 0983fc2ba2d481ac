"""make praktijklab: two pages per theme, accessible, from the results of an edition."""

from __future__ import annotations

import json

import pytest
import yaml

import praktijklab
from hulp import WORTEL
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_regel
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.paginas import hoofdstukken, meet, onder_iets_anders
from leefbaarheid.rapport.pdfcontrole import controleer_pdf

JAREN = (2002, 2014, 2022)
ADVIES = {
    "laag": "thema", "bestand": "sociaal.md", "volgnummer": 1, "thema": "sociaal",
    "label": "Sociale aanpak", "wat": "Maak een plan.", "wie": "gemeente",
}  # fmt: skip


@pytest.fixture
def uit(tmp_path):
    """Return the results of an edition with one advice and nothing else."""
    config = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
    config = json.loads(json.dumps(config | {"rapport": {"engine": "pandoc"}}, default=str))
    (tmp_path / "manifest.json").write_text(json.dumps({"config": config}), "utf-8")
    (tmp_path / "cijfers.json").write_text("{}", "utf-8")
    for map_ in ("data", "tabellen", "figuren/wijkprofielen", "rapport"):
        (tmp_path / map_).mkdir(parents=True)
    (tmp_path / "data" / "wijkanalyses.json").write_text("[]", "utf-8")
    (tmp_path / "figuren" / "wijkprofielen" / "figuren.json").write_text("{}", "utf-8")
    for naam in (*van_regel("koppel_wijkanalyses"), "wijken"):
        _schrijf(tmp_path, naam, [ADVIES] if naam == "adviezen" else [])
    return tmp_path


def _schrijf(uit, naam, rijen):
    """Write a result table with some cells filled, in the columns of its contract that it needs."""
    tabel = TABELLEN[naam]
    kolommen = [kolom.naam for kolom in tabel.kolommen if "<" not in kolom.naam]
    per_jaar = [kolom.patroon for kolom in tabel.kolommen if "<" in kolom.naam]
    kolommen += [
        kolom
        for kolom in (rijen[0] if rijen else {})
        if any(patroon.fullmatch(kolom) for patroon in per_jaar)
    ]
    regels = [kolommen, *([str(rij.get(kolom, "")) for kolom in kolommen] for rij in rijen)]
    tekst = "\n".join(",".join(regel) for regel in regels) + "\n"
    (uit / TABELLEN[naam].pad).write_text(tekst, "utf-8")


def _vul(uit, aantal):
    """Let `aantal` wijken bring the theme up, with all that a hand-out can hold of long texts."""
    analyses = [
        {"analyse": f"Analyse {i}: zo ging het", "bestand": f"{i}.md", "sleutel": f"s{i}",
         "wk_code": f"WK{i:06d}", "wk_naam": f"Wijk nummer {i}", "gm_code": "GM1",
         "gm_naam": "Gemeente met een naam", "gemeente": "Gemeente met een naam",
         "in_selectie": True, "cluster": "Terugval" if i % 2 else "Succes!",
         "koppelstatus": "in_selectie", "oordeel": "daler", "reden": "x", "bespreking": "x",
         "thema": "sociaal", "label": "Sociale aanpak", "aanwezig": True, "volgnummer": 1}
        for i in range(aantal)
    ]  # fmt: skip
    scores = {f"lbm_{jaar}": 3.9 for jaar in JAREN} | {f"land_{jaar}": 4.1 for jaar in JAREN}
    lang = "Een zin van gewone lengte over wat er te doen was in deze wijk."
    per_tabel = {
        "themas": analyses,
        "wijkanalyses": analyses,
        "wijkprofielen": [rij | scores for rij in analyses],
        "wijken": [rij | {f"lbm_{jaar}": 3.9 for jaar in JAREN} for rij in analyses],
        "aanpakken": [rij | dict.fromkeys(("opgave", "aanpak", "opbrengst"), lang)
                      for rij in analyses],
        "wijkanalyses_citaten": [rij | {"citaat": lang, "rol": "bewoner"} for rij in analyses],
        "adviezen": [rij | {"laag": "wijkanalyse", "wat": lang, "wie": "gemeente"}
                     for rij in analyses],
    }  # fmt: skip
    for naam, rijen in per_tabel.items():
        _schrijf(uit, naam, rijen)
    (uit / "data" / "wijkanalyses.json").write_text(
        json.dumps([{"titel": rij["analyse"], "bron": rij["bestand"]} for rij in analyses]), "utf-8"
    )


@pytest.mark.traag
def test_een_thema_is_twee_bladzijden_en_voor_te_lezen(uit, capsys):
    praktijklab.main([str(uit), "--thema", "Sociale aanpak"])

    pad = uit / "rapport" / "praktijklab-sociaal.pdf"
    assert capsys.readouterr().out.strip() == str(pad)
    eerste, tweede = lees_paginas(pad)
    assert controleer_pdf(pad)["getagd"]
    assert "Om over door te praten" in eerste
    assert "Maak een plan." in tweede
    assert "is er geen figuur" in eerste


@pytest.mark.traag
@pytest.mark.parametrize("aantal", [1, 14, 40])
def test_met_weinig_en_met_veel_wijken_zijn_het_twee_bladzijden(uit, aantal):
    _vul(uit, aantal)

    praktijklab.main([str(uit), "--thema", "sociaal"])

    pad = uit / "rapport" / "praktijklab-sociaal.pdf"
    eerste, tweede = lees_paginas(pad)
    assert "Figuur 1" in eerste and "Wijk nummer 0" in eerste and "gemiddelde van alle" in eerste
    assert "Advies" in tweede and "Figuur" not in tweede
    # nothing above the title, nothing in the margin, no small letters
    assert onder_iets_anders(hoofdstukken(pad)) == []
    assert [fout for pagina in meet(pad) for fout in pagina.fouten()] == []
    assert controleer_pdf(pad)["getagd"]


@pytest.mark.traag
def test_elk_thema_heeft_zijn_eigen_figuur(uit, tmp_path):
    _vul(uit, 3)
    stof = praktijklab.lees_stof(uit, "sociaal")
    noten = praktijklab.teken_themas(uit, stof, tmp_path / "praktijklab")

    assert list(noten) == ["thema_sociaal"]
    assert "sociale aanpak" in noten["thema_sociaal"]["titel"]
    svg = (tmp_path / noten["thema_sociaal"]["bestand"]).read_text("utf-8")
    assert ">Wijk\u00a0nummer\u00a02\u00a0−0,20</text>" in svg
    nogmaals = praktijklab.teken_themas(uit, stof, tmp_path / "nog" / "praktijklab")
    assert nogmaals == noten
    assert (tmp_path / "nog" / noten["thema_sociaal"]["bestand"]).read_text("utf-8") == svg


@pytest.mark.parametrize(
    ("thema", "melding"),
    [
        ("sociaall", "dit thema heeft de editie niet"),
        ("fysiek", "over dit thema zegt deze editie niets"),
    ],
)
def test_een_thema_dat_er_niet_is_geeft_een_melding(uit, thema, melding):
    with pytest.raises(SystemExit, match=melding):
        praktijklab.main([str(uit), "--thema", thema])


def test_zonder_resultaten_is_er_een_melding(tmp_path):
    with pytest.raises(SystemExit, match="make rapport"):
        praktijklab.main([str(tmp_path)])


def test_hulp_noemt_het_thema(capsys):
    with pytest.raises(SystemExit):
        praktijklab.main(["--help"])
    assert "--thema" in capsys.readouterr().out
