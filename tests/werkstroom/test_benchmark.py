"""The benchmark: what it takes from the logs, and what it calls over its limit."""

from __future__ import annotations

import benchmark
from leefbaarheid.basis.tabellen.alle import CONTROLES


def test_rekentijd_per_controle_komt_uit_de_logboeken(tmp_path):
    """A check with a part in both rules is added up; the name alone or "staat uit" has no time."""
    logs = tmp_path / "results" / "proef" / "logs"
    logs.mkdir(parents=True)
    (logs / "toets_modellen.log").write_text(
        "ruimte ...\nruimte: 1.25 s rekentijd\nlord: staat uit\nmeetfout: 0.50 s rekentijd\n"
    )
    (logs / "toets_trajecten.log").write_text("meetfout ...\nmeetfout: 0.75 s rekentijd\n")
    assert benchmark.per_controle(tmp_path, "proef") == {"ruimte": 1.25, "meetfout": 1.25}


def test_de_nieuwe_controles_bestaan():
    assert set(benchmark.NIEUWE_CONTROLES) <= set(CONTROLES)


def test_over_de_grens_wordt_gezegd(capsys):
    meting = {"scenario": "proef", "seconden": 41.0, "grens_s": 40, "geheugen_mb": 1}
    for seconden, over in ((14.0, False), (16.0, True)):
        benchmark.toon([meting | {"controles": {"ruimte": seconden, "lord": 9.0}}], {})
        uit = capsys.readouterr().out
        assert "41.0 s   40.0 s" in uit and "1 MB  OVER DE GRENS" in uit
        assert (f"samen: {seconden:.1f} s, grens 15 s  OVER DE GRENS" in uit) is over
