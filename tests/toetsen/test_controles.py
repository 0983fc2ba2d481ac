"""The checks of a rule: found by their contracts, switched off, in draft mode."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pandas as pd
import pytest

from hulp import PAKKET
from leefbaarheid.analyse.selectie import controleer_gemeenten
from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.alle import CONTROLES, controles_van, van_controle, van_regel
from leefbaarheid.toetsen import modelcontroles, trajectcontroles
from leefbaarheid.toetsen.controles import draai_controles

REGELS = [("toets_modellen", modelcontroles), ("toets_trajecten", trajectcontroles)]


@pytest.mark.parametrize(
    ("snel", "n", "verwacht"), [(False, 9999, 9999), (True, 9999, 999), (True, 500, 99)]
)
def test_conceptstand_neemt_een_tiende_maar_nooit_te_weinig(snel, n, verwacht):
    assert aantal({"snel": snel}, n) == verwacht


@pytest.mark.parametrize(("regel", "pakket"), REGELS)
def test_uitgezette_controles_staan_er_met_de_reden(regel, pakket, capsys):
    opzet = SimpleNamespace(inferentie={"controles": dict.fromkeys(CONTROLES, False)})
    tabellen = draai_controles(pakket, regel, opzet)
    assert list(tabellen) == list(van_regel(regel))
    assert all(tabel["reden"].tolist() == ["staat_uit"] for tabel in tabellen.values())
    assert capsys.readouterr().out.splitlines() == [
        f"{naam}: staat uit" for naam in controles_van(regel)
    ]


@pytest.mark.parametrize(("regel", "pakket"), REGELS)
def test_elke_controle_met_een_contract_heeft_een_module_en_andersom(regel, pakket):
    modules = {naam for map_ in pakket.__path__ for naam in _modules(map_)}
    assert modules == set(controles_van(regel))


def _modules(map_: str) -> set[str]:
    return {pad.stem for pad in Path(map_).glob("*.py")} - {"__init__"}


def test_een_controle_krijgt_de_tabellen_van_die_ervoor(monkeypatch, capsys):
    eerste, tweede, *rest = controles_van("toets_trajecten")
    pakket = ModuleType("proef")

    def maakt(naam):
        module = ModuleType(f"proef.{naam}")
        tabel = next(iter(van_controle(naam)))
        module.toets = lambda opzet, eerder: {tabel: pd.DataFrame({"eerder": [len(eerder)]})}
        monkeypatch.setitem(sys.modules, f"proef.{naam}", module)

    maakt(eerste)
    maakt(tweede)
    monkeypatch.setitem(sys.modules, "proef", pakket)
    aan = dict.fromkeys(CONTROLES, True) | dict.fromkeys(rest, False)
    opzet = SimpleNamespace(inferentie={"controles": aan})
    tabellen = draai_controles(pakket, "toets_trajecten", opzet)
    gemaakt = [tabel for tabel in tabellen.values() if "eerder" in tabel]
    assert [tabel["eerder"].item() for tabel in gemaakt] == [0, 1]
    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == f"{eerste} ..."
    assert re.fullmatch(rf"{eerste}: \d+\.\d\d s rekentijd", regels[1])


def test_te_weinig_gemeenten_is_een_melding():
    wijken = pd.DataFrame({"gm_code": ["GM1", "GM2", "GM3"], "in_selectie": [True, True, False]})
    with pytest.raises(InvoerFout, match=r"ligt in 2 gemeenten; .* ten minste 5") as fout:
        controleer_gemeenten(wijken, 5)
    assert "inferentie.min_gemeenten" in str(fout.value)
    controleer_gemeenten(wijken, 2)


def test_elke_module_die_trekt_heeft_haar_eigen_nummer():
    """Draws of one check are independent of those of another (docs/architectuur.md)."""
    nummers = {
        f"{pad.stem}.{naam}": int(getal)
        for pad in sorted(PAKKET.rglob("*.py"))
        for naam, getal in re.findall(r"^(THEMA\w*) = (\d+)$", pad.read_text("utf-8"), re.M)
    }
    assert len(nummers) >= 8
    assert len(set(nummers.values())) == len(nummers), nummers


def test_elke_module_trekt_met_een_eigen_nummer():
    """Draws of one seed: two modules with the same number would share them."""
    regel = re.compile(r"^THEMA\w* = (\d+)$", re.M)
    nummers = {
        pad.name: int(nummer)
        for pad in sorted(PAKKET.rglob("*.py"))
        for nummer in regel.findall(pad.read_text("utf-8"))
    }
    assert len(nummers) > 8
    assert len(set(nummers.values())) == len(nummers), nummers
