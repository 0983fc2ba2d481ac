"""Which engine is taken: by preference, by what is on PATH, by version."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.engine import kies_engine


@pytest.mark.parametrize(
    ("versie", "naam"),
    [("1.8.27", "pandoc"), ("1.9.1", "quarto"), ("1.10.18", "quarto"), ("2.0.0", "quarto")],
)
def test_auto_kiest_quarto_vanaf_1_9(nep_quarto, versie, naam):
    nep_quarto(versie)
    engine = kies_engine("auto")
    assert engine.naam == naam
    if naam == "quarto":
        assert engine.versie == f"Quarto {versie}"
    else:
        assert engine.versie.startswith("pandoc 3.")
        assert "+ Typst 0." in engine.versie


@pytest.mark.parametrize(("versie", "code"), [("", 0), ("geen versie", 0), ("1.10.18", 1)])
def test_kapotte_quarto(nep_quarto, versie, code):
    nep_quarto(versie, code)
    assert kies_engine("auto").naam == "pandoc"
    with pytest.raises(InvoerFout, match="staat op het PATH, maar"):
        kies_engine("quarto")


def test_quarto_gevraagd_maar_afwezig(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert kies_engine("auto").naam == "pandoc"
    with pytest.raises(InvoerFout, match="niet op het PATH") as fout:
        kies_engine("quarto")
    assert "make quarto" in str(fout.value)


def test_quarto_gevraagd_maar_te_oud(nep_quarto):
    nep_quarto("1.8.27")
    with pytest.raises(InvoerFout, match=r"Quarto 1\.8\.27 is te oud"):
        kies_engine("quarto")


def test_pandoc_gevraagd_terwijl_quarto_er_is(nep_quarto):
    nep_quarto("1.10.18")
    assert kies_engine("pandoc").naam == "pandoc"


def test_onbekende_engine():
    with pytest.raises(InvoerFout, match="Kies auto, quarto of pandoc"):
        kies_engine("latex")
