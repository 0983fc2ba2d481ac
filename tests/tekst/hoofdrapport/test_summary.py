"""The English summary says what the Dutch text says: the same numbers, comparators and tests."""

from __future__ import annotations

import re

import pytest
import yaml

from hulp import WORTEL
from hulp.stof import hoofdrapport, naast
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.tekst.hoofdrapport.summary import (
    CLUSTERS,
    _factor,
    clusters,
    gedaald,
    gemiddeld,
    over,
)

EDITIES = [WORTEL / "config" / "config.yaml", *sorted((WORTEL / "config" / "edities").iterdir())]


@pytest.mark.parametrize(
    ("ander", "rest", "slot"),
    [
        ((0.01, 0.07), (0.06, 0.02), "only the first difference is clear"),
        ((0.01, 0.07), (0.02, 0.06), "both differences are clear"),
        ((0.07, 0.01), (0.06, 0.02), "neither difference is clear"),
    ],
)
def test_een_verandering_staat_naast_die_van_anderen(ander, rest, slot):
    rijen = naast(2008, 2012, "gemiddelde_verandering", 0.08, ander, rest)
    zin = gemiddeld(hoofdrapport(vergelijkingen=rijen), 2008, 2012)
    assert zin.startswith(
        "Between 2008 and 2012 their mean score changed by +0.080 points, against"
    )
    assert zin.endswith(f"in all other neighbourhoods; {slot}.")
    assert f"+{ander[0]:.3f} in the other eligible neighbourhoods" in zin


def test_een_aandeel_dat_daalde():
    rijen = naast(2012, 2014, "gedaald", 0.25, (0.21, 0.04), (0.10, 0.15))
    zin = gedaald(hoofdrapport(vergelijkingen=rijen), 2012, 2014)
    assert zin == (
        "Between 2012 and 2014, 25% of them fell by more than the margin, against 21% in the other "
        "eligible neighbourhoods and 10% in all other neighbourhoods; only the second difference "
        "is clear."
    )


def test_zonder_vergelijking_geen_zin():
    assert gemiddeld(hoofdrapport(vergelijkingen=[]), 2008, 2012) == ""


def test_aantallen_zijn_die_van_het_nederlands():
    cijfers = {f"cluster.{naam}.n": (n, "aantal") for n, naam in enumerate(CLUSTERS, start=3)}
    cijfers |= {"selectie.n_geselecteerd": (12345, "aantal"), "selectie.n_gemeenten": (9, "aantal")}
    stof = hoofdrapport(cijfers=cijfers)
    assert re.findall(r"\b\d+(?= are| fit)", clusters(stof)) == ["3", "4", "5", "6", "7"]
    assert "12,345 vulnerable neighbourhoods" in over(stof)
    assert ("fictional" in over(stof)) == stof.editie["fictief"]
    for fictief, soort in ((True, "9 fictional"), (False, "9 Dutch")):
        stof.editie["fictief"] = fictief
        assert f"{soort} municipalities" in over(stof)


def _rij(label="Woningen van corporaties"):
    return {"term": "corporatie", "label": label, "coef": 0.2, "coef_sd": 0.2, "p": 0.01,
            "ci_laag": 0.1, "ci_hoog": 0.3}  # fmt: skip


def test_een_factor_heeft_de_engelse_naam_van_de_editie():
    stof = hoofdrapport(editie={"factornamen_engels": {"corporatie": "the share of *homes*"}})
    assert _factor(stof, _rij(), Oordeel.ROBUUST) == (
        r"the share of \*homes\* (more favourable where it is higher; robust)"
    )
    later = _rij("Woningen van corporaties (2017†)")
    assert ", measured after the period (" in _factor(stof, later, None)


def test_zonder_engelse_naam_blijft_de_factor_nederlands_en_zo_gemerkt():
    stof = hoofdrapport()
    assert _factor(stof, _rij(), None) == (
        "[*woningen van corporaties*]{lang=nl} (more favourable where it is higher)"
    )
    later = _rij("Woningen van corporaties (2017†)")
    assert "{lang=nl}, measured in 2017 (" in _factor(stof, later, None)


def test_nederlandse_namen_zijn_gemerkt_als_nederlands():
    cijfers = {f"cluster.{naam}.n": (3, "aantal") for naam in CLUSTERS}
    zin = clusters(hoofdrapport(cijfers=cijfers))
    assert zin.count("]{lang=nl}") == 4 == zin.count("*]")


@pytest.mark.parametrize("pad", EDITIES, ids=lambda pad: pad.stem)
def test_elke_factor_van_het_project_heeft_een_engelse_naam(pad):
    editie = yaml.safe_load(pad.read_text("utf-8"))
    assert set(editie["factornamen_engels"]) == set(editie["factoren"])


def test_verwijzingen_zijn_engels():
    sjabloon = (WORTEL / "reports" / "hoofdrapport" / "08-summary.qmd.j2").read_text("utf-8")
    verwijzingen = re.findall(r"(\w*) ?@(?:fig|tbl)-", sjabloon)
    assert verwijzingen == ["figure", "table", "table"]


def test_het_deel_is_gemerkt_als_engels():
    sjabloon = (WORTEL / "reports" / "hoofdrapport" / "08-summary.qmd.j2").read_text("utf-8")
    assert sjabloon.count("::: {lang=en-GB}") == 1
