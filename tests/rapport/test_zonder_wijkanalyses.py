"""The bijlage Wijkanalyses of an edition that has none: one full page behind the cover."""

from __future__ import annotations

import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.paginas import meet
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.pdfcontrole import controleer_pdf
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.rapport.tijdstip import tijdstip_van
from leefbaarheid.rapport.werkmap import huisstijl, naast_de_qmd
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof

REPORTS = WORTEL / "reports"
ENGINE = "pandoc 3.9 + Typst 0.15.2"
ECHT = ["edities/leefbaarometer-3.0.yaml", "edities/aandachtswijken-2007.yaml"]
EDITIES = ["config.yaml", *ECHT]


def _qmd(naam: str) -> tuple[str, str]:
    """Return the document without analyses, and the date of the edition."""
    editie = yaml.safe_load((WORTEL / "config" / naam).read_text("utf-8"))
    editie["teksten"]["datum"] = str(editie["teksten"]["datum"])
    # as long a list of sources as a real edition has in its register
    bron = {"vindplaats": "", "licentie": {"naam": "CC BY", "commercieel": True}}
    register = [{**bron, "citeren": f"Uitgever {n}, bestand van jaar {n}"} for n in range(15)]
    stof = Stof({**editie, "engine": ENGINE, "register": register}, Cijfers(), {}, [])
    omgeving = maak_omgeving([REPORTS], stof, {})
    return vul(omgeving, "bijlage-wijkanalyses/document.qmd.j2"), editie["teksten"]["datum"]


@pytest.mark.traag
@pytest.mark.parametrize("naam", ECHT)
def test_het_is_een_bladzijde_achter_het_omslag(naam, tmp_path):
    tekst, datum = _qmd(naam)
    qmd, pad = tmp_path / "bijlage.qmd", tmp_path / "uit" / "bijlage.pdf"
    qmd.write_text(tekst, "utf-8")
    maak_pdf(
        qmd,
        pad,
        bestanden=huisstijl(REPORTS) | naast_de_qmd(REPORTS / "literatuur.bib", [], None),
        engine=kies_engine("pandoc"),
        tijdstip=tijdstip_van(datum),
    )

    omslag, bladzijde = lees_paginas(pad)
    assert "Bijlage 2: Wijkanalyses" in omslag
    assert "Deze editie heeft geen wijkanalyses" in bladzijde and "Licentie" in bladzijde
    assert "Inhoudsopgave" not in bladzijde
    tweede = meet(pad)[1]
    assert tweede.gevuld > 0.8 and tweede.fouten() == []
    assert controleer_pdf(pad)["getagd"]


def test_de_tekst_noemt_elke_vaste_kop():
    tekst = _qmd("config.yaml")[0].lower()
    for naam in SECTIES:
        assert ("perspectieven" if naam.startswith("Perspectief") else naam.lower()) in tekst


@pytest.mark.parametrize("naam", EDITIES)
def test_een_hoofdstuk_wordt_alleen_genoemd_als_de_editie_het_heeft(naam):
    editie = yaml.safe_load((WORTEL / "config" / naam).read_text("utf-8"))
    genoemd = "De wijken onder de loep" in _qmd(naam)[0]
    assert genoemd == ("onder_de_loep" in editie["bronnen"])
