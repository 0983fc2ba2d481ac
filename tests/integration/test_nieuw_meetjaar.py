"""A new measurement year on a made-up release: every command of the handleiding, as printed."""

from __future__ import annotations

import re

import pandas as pd
import pytest
import yaml

from hulp import WORTEL, mini, nieuwe_uitgave
from hulp.make import make
from hulp.omgeving import leen_omgeving
from leefbaarheid.basis.documenten import DOCUMENTEN

NAMEN = {"leefbaarometer-3.0": "mini", "leefbaarometer-2024": "mini-2024"}
"""The editions in the text, and those that stand for them here."""


def gedrukt() -> list[str]:
    """Return the commands of the chapter, in order."""
    tekst = (WORTEL / "docs" / "handleiding.md").read_text("utf-8")
    hoofdstuk = tekst.split("\n## Een nieuw meetjaar\n")[1].split("\n## ")[0]
    blokken = re.findall(r"^```sh\n(.*?)^```", hoofdstuk, flags=re.M | re.S)
    return [regel for blok in blokken for regel in blok.splitlines()]


def woorden(opdracht: str) -> list[str]:
    """Return what stands after `make`, with the editions that are at hand."""
    for naam, hier in NAMEN.items():
        opdracht = opdracht.replace(naam, hier)
    gesplitst = re.findall(r'(?:[^\s"]|"[^"]*")+', opdracht)
    assert gesplitst[0] == "make"
    return [woord.replace('"', "") for woord in gesplitst[1:]]


@pytest.fixture(scope="module")
def project(klaar_project):
    """The finished tiny edition, with the files of the next release beside its own."""
    leen_omgeving(klaar_project)
    map_ = klaar_project / mini.MINI
    nieuwe_uitgave.maak_bronnen(map_, map_.with_name("mini-2024"), basis=4.11, versie="3.0")
    return klaar_project


def test_de_stappen_uit_de_handleiding_brengen_een_nieuw_meetjaar_in_druk(project):
    uitvoer = {}
    opdrachten = gedrukt()
    for opdracht in opdrachten:
        klaar = make(*woorden(opdracht), "CORES=2", map_=project)
        assert klaar.returncode == 0, f"{opdracht}\n{klaar.stdout}{klaar.stderr}"
        uitvoer[opdracht] = klaar.stdout
    eerste = uitvoer[opdrachten[0]]
    assert "Nieuwe meetjaren: 2024." in eerste and "Nog niet in" not in eerste
    assert any("This was a dry-run" in tekst for tekst in uitvoer.values())
    _controleer_voorregistratie(next(t for o, t in uitvoer.items() if "voorregistratie" in o))
    _controleer_resultaten(project)


def _controleer_voorregistratie(blok: str) -> None:
    keuzes = yaml.safe_load(blok)["voorregistratie"]
    assert keuzes["uitkomsten_bekend"] is False
    assert [2022, 2024] in keuzes["keuzes"]["vensters"]


def _controleer_resultaten(project) -> None:
    uit = project / "results" / "mini-2024"
    assert {pad.stem for pad in (uit / "rapport").glob("*.pdf")} == {
        *DOCUMENTEN,
        "wat-is-er-veranderd",
    }
    assert (uit / "rapport" / "wat-is-er-veranderd.pdf").is_file()
    codes = pd.read_csv(uit / "verandering" / "tabellen" / "verandering_scorewijken.csv")["wk_code"]
    assert {"WK9001AA", "WK9001Z0"} <= set(codes)  # merged, and what they became
    wijken = pd.read_csv(uit / "tabellen" / "wijken.csv")
    assert wijken["lbm_2024"].notna().any()
    kwaliteit = pd.read_csv(uit / "tabellen" / "datakwaliteit.csv").set_index("controle")
    assert "indeling=2024" in kwaliteit.loc["uitgave", "toelichting"]
    assert "4.11" in kwaliteit.loc["lbm min afw constant", "toelichting"]
    oud = pd.read_csv(project / mini.UIT / "tabellen" / "wijken.csv")
    # of the wijken that kept their code the selection is the same
    beide = set(oud["wk_code"]) & set(wijken["wk_code"])
    kies = [set(t.loc[t["in_selectie"], "wk_code"]) & beide for t in (oud, wijken)]
    assert kies[0] == kies[1] and kies[0]


def test_scores_van_een_eerder_jaar_gaan_met_een_concordantie_over(project):
    """The context table of 2024 with the scores and the list of 2022, in a run of the step."""
    oud, nieuw = project / mini.MINI, project / mini.MINI.with_name("mini-2024")
    for naam in (nieuwe_uitgave.CONTEXT, nieuwe_uitgave.CONCORDANTIE):
        (oud / f"nieuw-{naam}").write_bytes((nieuw / naam).read_bytes())
    was = mini.lees_config(project)
    config = mini.lees_config(project) | {"editie": "mini-over"}
    config["bronnen"]["context"] |= {
        "bestand": f"nieuw-{nieuwe_uitgave.CONTEXT}",
        "indeling": 2024,
    }
    config["bronnen"]["selectielijst"]["indeling"] = 2022
    config["bronnen"]["concordantie"] = {"bestand": f"nieuw-{nieuwe_uitgave.CONCORDANTIE}"}
    tabel = "results/mini-over/tabellen/datakwaliteit.csv"
    try:
        mini.schrijf_config(project, config)
        klaar = mini.snakemake(project, tabel)
        assert klaar.returncode != 0
        assert "twee wijken bestaan na een herindeling uit delen van wijken" in klaar.stdout
        config["accepteer_ontbrekend"] = re.findall(
            r"WK\w{6}", klaar.stdout.split("ontbrekend: [")[1]
        )
        mini.schrijf_config(project, config)
        klaar = mini.snakemake(project, tabel)
        assert klaar.returncode == 0, klaar.stdout
    finally:
        mini.schrijf_config(project, was)
    controles = pd.read_csv(project / tabel)["controle"].tolist()
    for controle in ("score samengevoegd", "score overgenomen", "score niet herleid"):
        assert controle in controles
