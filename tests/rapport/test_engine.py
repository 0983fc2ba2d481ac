"""Which engine is taken: by preference, by what is on PATH, by version."""

from __future__ import annotations

import re

import pytest

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.engine import MIN_QUARTO, REMEDIE_QUARTO, kies_engine

GOED = ["1.10.0", "1.10.19", "1.10", "1.11.2", "2.0", "2.0.0", "v1.10.3", "99.9.9", "1.10.0-rc1"]
TE_OUD = ["1.9.37", "1.9", "1.8.27", "1.1.0", "0.10.5"]
ONBEGRIJPELIJK = [
    ("", 0),
    ("geen versie", 0),
    ("1", 0),
    ("error: 1.10 modules not found", 0),
    ("Traceback (most recent call last): 3.11", 0),
    ("1.10.18", 1),  # answers, and fails
]


@pytest.mark.traag
@pytest.mark.parametrize("versie", GOED)
def test_quarto_vanaf_1_10(nep_quarto, versie):
    nep_quarto(versie)
    for voorkeur in ("auto", "quarto"):
        engine = kies_engine(voorkeur)
        assert (engine.naam, engine.versie) == ("quarto", f"Quarto {versie.removeprefix('v')}")
        assert engine.let_op == ""


@pytest.mark.traag
@pytest.mark.parametrize("versie", TE_OUD)
def test_te_oude_quarto(nep_quarto, versie):
    """1.9 has a Typst that takes one PDF standard, and we ask for two."""
    nep_quarto(versie)
    engine = kies_engine("auto")
    assert engine.naam == "pandoc"
    assert engine.versie.startswith("pandoc 3.")
    assert "+ Typst 0." in engine.versie
    assert engine.let_op == (
        f"LET OP: Quarto {versie} is te oud: versie 1.10 of nieuwer is nodig. "
        "Pandoc en Typst maken de PDF's."
    )
    with pytest.raises(InvoerFout) as fout:
        kies_engine("quarto")
    assert str(fout.value).splitlines() == [
        f"FOUT in kolom 'rapport.engine', waarde 'quarto': Quarto {versie} is te oud: versie 1.10 "
        "of nieuwer is nodig",
        f"  Wat te doen: {REMEDIE_QUARTO}",
    ]


@pytest.mark.traag
@pytest.mark.parametrize(("antwoord", "code"), ONBEGRIJPELIJK)
def test_quarto_die_geen_versie_geeft(nep_quarto, antwoord, code):
    nep_quarto(antwoord, code)
    engine = kies_engine("auto")
    assert engine.naam == "pandoc"
    assert "staat op het PATH, maar" in engine.let_op
    assert "\n" not in engine.let_op
    with pytest.raises(InvoerFout, match="staat op het PATH, maar"):
        kies_engine("quarto")


def test_zonder_quarto(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = kies_engine("auto")
    assert (engine.naam, engine.let_op) == ("pandoc", "")
    with pytest.raises(InvoerFout, match="niet op het PATH") as fout:
        kies_engine("quarto")
    assert "make quarto" in str(fout.value)


@pytest.mark.parametrize(
    "bestand",
    [
        "Makefile",
        "config/schema.yaml",
        "config/README.md",
        "docs/handleiding.md",
        "docs/besluiten/0006-twee-pdf-engines.md",
        "reports/_extensions/wijkrapport/_extension.yml",
        "environment.yml",
    ],
)
def test_de_minimale_versie_is_overal_dezelfde(bestand):
    tekst = (WORTEL / bestand).read_text("utf-8")
    genoemd = re.findall(r"(?i)quarto(?:-cli|-required)?[=: \">(]*v?(\d+\.\d+)", tekst)
    assert genoemd and set(genoemd) == {".".join(map(str, MIN_QUARTO))} == {"1.10"}


def test_pandoc_gevraagd_terwijl_quarto_er_is(nep_quarto):
    nep_quarto("1.10.18")
    assert kies_engine("pandoc").naam == "pandoc"


def test_onbekende_engine():
    with pytest.raises(InvoerFout, match="Kies auto, quarto of pandoc"):
        kies_engine("latex")
