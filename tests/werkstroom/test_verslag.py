"""The terminal of a test run: groups by speed, headings, one screen at the end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from hulp.verslag import GROEPEN, Verslag, groep, op_snelheid, samenvatting


def toets(pad: str, naam: str, *merken: str) -> SimpleNamespace:
    return SimpleNamespace(path=Path(pad), naam=naam, keywords=set(merken))


def test_de_groep_volgt_uit_de_merken():
    assert groep({"x", "traag"}) == "traag"
    assert groep({"traag", "hele_run"}) == "hele_run"
    assert groep({"x"}) == "vleugels"
    assert groep({"website"}) == [*GROEPEN][-1]  # a driver of browsers runs after all else


def test_snelle_toetsen_gaan_voor_en_een_bestand_blijft_bij_elkaar():
    items = [
        toets("a.py", "1", "hele_run"),
        toets("b.py", "2"),
        toets("b.py", "3", "traag"),
        toets("c.py", "4"),
        toets("b.py", "5"),
    ]
    assert [item.naam for item in op_snelheid(items)] == ["4", "2", "3", "5", "1"]


def test_de_samenvatting_past_op_een_scherm_en_noemt_de_langste():
    duur = Counter({f"tests/deel{n % 13}/test_x.py::test_{n}": float(n) for n in range(500)})
    groepen = dict(zip(duur, [*GROEPEN] * 200, strict=False))
    regels = samenvatting(duur, groepen)
    assert len(regels) <= 24
    assert regels[-10].split() == ["499.0", "tests/deel5/test_x.py::test_499"]
    assert regels[0].startswith("Toetsen van de vleugels: 125 toetsen")


def test_wat_er_niet_is_staat_er_niet():
    test = "tests/tekst/test_x.py::test_y"
    regels = samenvatting(Counter({test: 1.0}), {test: "vleugels"})
    assert regels[:2] == ["Toetsen van de vleugels: 1 toetsen, 1 s", "  tekst 1"]
    assert [regel for regel in regels if "Hele runs" in regel] == []


def test_wat_is_overgeslagen_staat_er_met_de_reden():
    verslag = Verslag(SimpleNamespace(pluginmanager=SimpleNamespace(get_plugin=lambda _: None)))
    for nummer in range(3):
        verslag.pytest_runtest_logreport(
            SimpleNamespace(
                nodeid=f"tests/website/test_x.py::test_{nummer}",
                duration=0.1,
                keywords={"website"},
                skipped=True,
                longrepr=("x.py", 1, "Skipped: geen Chromium op deze machine"),
            )
        )
    regels: list[str] = []
    verslag.pytest_terminal_summary(SimpleNamespace(write_line=regels.append))
    assert regels == ["Overgeslagen: 3 toetsen, geen Chromium op deze machine"]
