"""Tables of the checks: cells, and what happens when a check is off or missing."""

from __future__ import annotations

import math

import pytest

from hulp.controletabellen import MIN, UIT, alle, hoofdrij, maak_stof
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.modelcontroles import CLUSTERS
from leefbaarheid.tekst.gedeeld import robuustheid
from leefbaarheid.tekst.gedeeld.robuustheid import interval
from leefbaarheid.tekst.technische_verantwoording import lord


def test_interval_breekt_niet_af_en_kan_open_zijn():
    assert interval(-0.0123, 0.004) == rf"{MIN}0,012\ tot\ +0,004"
    assert interval(-math.inf, 0.004) == r"onbegrensd\ tot\ +0,004"
    assert interval(None, 0.004) == "–"


def test_een_onbegrensd_interval_uit_een_bestand(tmp_path):
    (tmp_path / "t.csv").write_text("ci_sd_laag,ci_sd_hoog\n-inf,inf\n")
    rij = lees_tabel(tmp_path / "t.csv", CLUSTERS)[0]
    assert interval(*rij.values()) == r"onbegrensd\ tot\ onbegrensd"


def test_een_uitgezette_controle_is_een_zin():
    stof = maak_stof(clusters=UIT, moran=alle(hoofdrij))
    assert robuustheid.uitgezet(stof, "clusters") == ("Deze controle staat uit in de configuratie.")
    assert robuustheid.uitgezet(stof, "moran") == ""
    namen = ("clusters", "moran", "lord")
    assert [robuustheid.heeft(stof, naam) for naam in namen] == [False, True, False]


def test_een_tabel_die_er_niet_is_wordt_genoemd():
    with pytest.raises(KeyError, match="robuustheid_lord"):
        lord.lord_rijen(maak_stof())
