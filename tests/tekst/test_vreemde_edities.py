"""Editions with odd settings, from sources to text, read as a strict editor reads them.

Small editions on a few gemeenten of the example, without figures and PDFs. More can be read by
hand: `python tests/leesproef.py <config> ...`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hulp import proefeditie, vreemde_edities
from hulp.lezer import bezwaren, citaten_2017
from hulp.proefeditie import Proefeditie

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def maak(tmp_path_factory: pytest.TempPathFactory):
    """Make an edition by name, once."""

    @cache
    def _maak(naam: str) -> Proefeditie:
        map_ = Path(tmp_path_factory.mktemp(naam))
        editie = vreemde_edities.bereid_voor(map_)
        vreemde_edities.EDITIES[naam](editie)
        (map_ / "uit").mkdir()
        return proefeditie.maak(editie, map_ / "uit")

    return _maak


@pytest.mark.parametrize("naam", vreemde_edities.EDITIES)
def test_geen_zin_spreekt_zichzelf_of_haar_tabel_tegen(maak, naam):
    proef = maak(naam)
    gevonden = {
        document: bezwaar
        for document, tekst in proef.teksten.items()
        if (bezwaar := bezwaren(tekst, proef.tabellen))
    }
    assert gevonden == {}


def test_de_edities_zijn_zo_vreemd_als_ze_heten(maak):
    """Each of the odd editions has what it is there for."""
    gestegen, niet_gedaald = (
        [r for r in maak(naam).tabellen["ontwikkeling"] if r["groep"] == "selectie"]
        for naam in ("alles_steeg", "niemand_daalde")
    )
    assert all(rij["aandeel_gestegen"] == 1 for rij in gestegen)
    assert all(rij["aandeel_gedaald"] == 0 for rij in niet_gedaald)
    assert any(rij["aandeel_gestagneerd"] > 0 for rij in niet_gedaald)
    dominant = [r for r in maak("dominante_gemeente").tabellen["wijken"] if r["in_selectie"]]
    codes = [rij["gm_code"] for rij in dominant]
    assert max(map(codes.count, codes)) > len(codes) / 2
    assert sum(r["in_selectie"] for r in maak("dertig_wijken").tabellen["wijken"]) == 30
    jaren = {rij["jaar"] for rij in maak("nieuw_meetjaar").tabellen["panel"]}
    assert max(jaren) == 2024
    assert maak("geen_wijkanalyses").tabellen["wijkanalyses"] == []
    assert len(maak("een_factor").editie["factoren"]) == 1


@pytest.mark.parametrize("naam", ["laatste_jaar", "crisisjaar", "een_venster"])
def test_uitspraken_van_2017_veranderen_niet_met_de_editie(maak, naam):
    """A quotation is what was said, whatever the years of the edition."""
    vast = citaten_2017(maak("een_factor").teksten["hoofdrapport"])
    assert len(vast) > 3
    assert citaten_2017(maak(naam).teksten["hoofdrapport"]) == vast
