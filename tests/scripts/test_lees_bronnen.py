"""The rule lees_bronnen: all tables of the data stage, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from hulp.bronnen import (
    CODEBOEK,
    CONTEXT,
    GOED,
    KENMERKEN,
    KOP,
    LIJST,
    melding,
    schrijf,
    vervang_cel,
)
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.editie.instellingen import Broninstellingen
from lees_bronnen import main


def edition(tmp_path: Path, scores=GOED, lijst=True) -> dict:
    bestanden = {
        "leefbaarometer": schrijf(tmp_path, scores, "scores.csv"),
        "context": schrijf(tmp_path, CONTEXT, "context.csv"),
        "codeboek": schrijf(tmp_path, CODEBOEK, "codeboek.csv"),
    }
    if lijst:
        bestanden["selectielijst"] = schrijf(tmp_path, LIJST, "lijst.csv")
    tabellen = (
        *("panel", "bronwijken", "context", "codeboek", "datakwaliteit"),
        *("grenzen", "wijkgrenzen", "onder_de_loep"),
    )
    return {
        "bestanden": bestanden,
        "instelling": Broninstellingen(
            bronnen={
                naam: {"bestand": pad.name, "versie": "3.0"} for naam, pad in bestanden.items()
            },
            jaren=[2012, 2014],
            factoren=["corporatie_pct", "dichtheid"],
            kenmerken=KENMERKEN,
            labels=["aandachtswijk", "probleemwijk"] if lijst else [],
            voorwaarden={},
            min_inwoners=1000,
            min_inwoners_gemeente=3000,
            hoofdvenster=[2012, 2014],
            primaire_factoren=["corporatie_pct"],
        ),
        "uitvoer": {naam: tmp_path / "uit" / f"{naam}.csv" for naam in tabellen},
    }


@pytest.mark.traag
def test_rule_writes_the_tables_of_the_contract(tmp_path):
    argumenten = edition(tmp_path)
    main(**argumenten)
    uit = {naam: pd.read_csv(pad) for naam, pad in argumenten["uitvoer"].items()}
    assert uit["panel"].columns.tolist() == KOP.split(",")
    assert uit["panel"].shape == (6, 10)
    assert uit["bronwijken"].columns.tolist() == [
        "wk_code",
        "wk_naam",
        "gm_code",
        "gm_naam",
        "inwoners",
        "x",
        "y",
        "in_bron_leefbaarometer",
        "in_bron_context",
        "label_aandachtswijk",
        "label_probleemwijk",
    ]
    assert uit["bronwijken"]["label_aandachtswijk"].dtype == bool
    assert uit["context"].columns.tolist() == ["wk_code", "corporatie_pct", "dichtheid"]
    assert len(uit["codeboek"]) == 3
    assert {"controle", "bron", "kolom", "jaar", "n", "n_afwijkend", "aandeel", "ernst"} < set(
        uit["datakwaliteit"]
    )
    assert set(uit["datakwaliteit"]["bron"]) == {
        "leefbaarometer",
        "context",
        "codeboek",
        "selectielijst",
    }


@pytest.mark.traag
def test_rule_without_list_has_no_labels(tmp_path):
    argumenten = edition(tmp_path, lijst=False)
    main(**argumenten)
    assert not any("label" in k for k in pd.read_csv(argumenten["uitvoer"]["bronwijken"]).columns)


@pytest.mark.traag
def test_rule_writes_the_same_bytes_whatever_the_order_of_the_rows(tmp_path):
    eerst = edition(tmp_path)
    main(**eerst)
    bytes_ = {naam: pad.read_bytes() for naam, pad in eerst["uitvoer"].items()}
    main(**edition(tmp_path, [GOED[0], *reversed(GOED[1:])]))
    assert bytes_ == {naam: pad.read_bytes() for naam, pad in eerst["uitvoer"].items()}


def test_rule_writes_nothing_when_a_source_is_wrong(tmp_path):
    argumenten = edition(tmp_path, vervang_cel(GOED, 2, "lbm", "39.0"))
    assert "regel 2" in melding(main, **argumenten)
    assert not (tmp_path / "uit").exists()


def test_rule_checks_the_checksum_of_the_config(tmp_path):
    argumenten = edition(tmp_path)
    argumenten["instelling"].bronnen["codeboek"] = {"sha256": "0" * 64}
    assert "codeboek.csv" in melding(main, **argumenten)


@pytest.mark.traag
def test_rule_stops_at_a_code_that_changed_in_the_scores_only(tmp_path):
    """WK900101 becomes WK9001Z1: both are named, and `accepteer_ontbrekend` lets them pass."""
    anders = [regel.replace("WK900101", "WK9001Z1") for regel in GOED]
    argumenten = edition(tmp_path, anders, lijst=False)
    tekst = melding(main, **argumenten)
    assert "Noord (WK900101)" in tekst and "(WK9001Z1)" in tekst
    assert not (tmp_path / "uit").exists()
    instelling = argumenten["instelling"]
    codes = ["WK900101", "WK9001Z1", "WK900100"]
    main(**argumenten | {"instelling": replace(instelling, accepteer_ontbrekend=codes)})
    kwaliteit = pd.read_csv(argumenten["uitvoer"]["datakwaliteit"])
    aanvaard = kwaliteit[kwaliteit["controle"] == "ontbreken aanvaard"]
    assert aanvaard["ernst"].tolist() == ["let_op"] * 2
    namen = ontleed(aanvaard["toelichting"].iloc[0]).velden["wijken"]
    assert namen == "Noord (WK900101); Dorp (WK9001Z1)"
    assert ontleed(aanvaard["toelichting"].iloc[1]).velden["wijken"] == "WK900100"
