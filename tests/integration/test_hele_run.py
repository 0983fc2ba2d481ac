"""A whole run and its outputs. (That one core gives the same bytes: test_onderbroken.py.)"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
import yaml

import kijkblad
from hulp import CAUSAAL, mini
from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.basis.taal import telwoord
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.pdfboom import lees_boom, rooster, tabellen
from leefbaarheid.rapport.pdfcontrole import controleer_pdf
from leefbaarheid.rapport.pdftekst import Woorden

DOCUMENTEN = (
    *("hoofdrapport", "bijlage-leefbaarheidsontwikkeling"),
    *("bijlage-technische-verantwoording", "bijlage-wijkanalyses"),
)


PORTRETTEN = "bijlage-wijkportretten"
"""Not made from a .qmd."""


def rijen(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@pytest.fixture(scope="module")
def paginas(gemaakt) -> dict[str, list[str]]:
    """The text of the pages of each document."""
    map_ = gemaakt / mini.UIT / "rapport"
    return {document: lees_paginas(map_ / f"{document}.pdf") for document in DOCUMENTEN}


def test_drie_toegankelijke_pdfs_met_de_waarschuwing_op_elke_bladzijde(gemaakt, paginas):
    for document in DOCUMENTEN:
        pdf = gemaakt / mini.UIT / "rapport" / f"{document}.pdf"
        verslag = controleer_pdf(pdf)  # raises when tagging, language, title or alt text is missing
        assert verslag["paginas"] == len(paginas[document]) > 4
        for nummer, bladzijde in enumerate(paginas[document], start=1):
            assert "fictief" in bladzijde, f"{document}, bladzijde {nummer}"
        assert pdf.with_suffix(".qmd").is_file()


@pytest.mark.parametrize("document", [*DOCUMENTEN, PORTRETTEN])
def test_bladzijden_zijn_gevuld_en_niets_is_te_klein_of_steekt_uit(gemaakt, document):
    """What `make kijkblad` marks in red: less than 40% filled within a chapter, letters under 8
    points, ink beyond the margins."""
    paginas, fouten = kijkblad.opmerkingen(gemaakt / mini.UIT / "rapport" / f"{document}.pdf")
    assert len(paginas) > 4
    assert fouten == {}


def test_elke_geselecteerde_wijk_heeft_precies_een_bladzijde_in_de_wijkportretten(gemaakt):
    pdf = gemaakt / mini.UIT / "rapport" / f"{PORTRETTEN}.pdf"
    verslag, bladzijden = controleer_pdf(pdf), lees_paginas(pdf)
    assert verslag["titel"].endswith("Bijlage 4: Wijkportretten")
    alle = rijen(gemaakt / mini.UIT / "tabellen" / "wijken.csv")
    wijken = [rij for rij in alle if rij["in_selectie"] == "True"]
    portretten = [b for b in bladzijden if "Kenmerken van de wijk" in b and "Cluster:" in b]
    assert len(portretten) == len(wijken) > 10
    for rij in wijken:
        (eigen,) = [b for b in portretten if rij["wk_code"] in b]
        assert rij["wk_naam"] in eigen and rij["gm_naam"] in eigen
        assert sum(rij["wk_naam"] in b for b in bladzijden[-3:]), "register"
    for nummer, bladzijde in enumerate(bladzijden, start=1):
        assert "fictief" in bladzijde, nummer
    # no gemeente page spills a portret, and every portret is one page
    assert all("Vijf dimensies" in b for b in portretten)
    gelijkend = rijen(gemaakt / mini.UIT / "tabellen" / "gelijkende_wijken.csv")
    assert {r["wk_code"] for r in gelijkend} <= {r["wk_code"] for r in wijken}


def test_elke_rij_van_een_portret_heeft_een_kop(gemaakt):
    """In all tables the first column names the row; of a gemeente the number and the wijk do."""
    woorden, gezien = Woorden(), set()
    with pikepdf.open(gemaakt / mini.UIT / "rapport" / f"{PORTRETTEN}.pdf") as pdf:
        for tabel in map(rooster, tabellen(lees_boom(pdf))):
            kop = tabel.kop[0][0].tekst(woorden)
            gezien.add(kop)
            n = 2 if kop == "Nr" else 1
            for rij in tabel.rijen:
                assert [cel.soort for cel in rij] == ["TH"] * n + ["TD"] * (len(rij) - n), kop
    assert {"Nr", "Wijk", "Score", "Dimensie", "Kenmerk"} <= gezien


def test_een_wijkportret_los_en_een_gemeente(gemaakt):
    uit = gemaakt / mini.UIT
    wijk = next(r for r in rijen(uit / "tabellen" / "wijken.csv") if r["in_selectie"] == "True")
    for vraag, naam in (("--wijk", wijk["wk_code"]), ("--gemeente", wijk["gm_naam"])):
        klaar = subprocess.run(
            [sys.executable, gemaakt / "workflow/scripts/wijkportret.py", uit, vraag, naam],
            capture_output=True,
            text=True,
            check=True,
        )
        pdf = Path(klaar.stdout.strip())
        assert len(lees_paginas(pdf)) == controleer_pdf(pdf)["paginas"] == 1
        pdf.unlink()
    fout = subprocess.run(
        [sys.executable, gemaakt / "workflow/scripts/wijkportret.py", uit, "--wijk", "WK0000ZZ"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert fout.returncode == 1 and "Wat te doen" in fout.stderr and "Traceback" not in fout.stderr


def test_een_run_eindigt_met_waar_de_pdfs_staan_en_wat_aandacht_vraagt(gemaakt):
    regels = (gemaakt.parent / "gemaakt.txt").read_text("utf-8").splitlines()
    eind = regels[regels.index("Klaar. De PDF's staan in results/mini/rapport:") :]
    namen = [f"  {naam}.pdf" for naam in (*DOCUMENTEN, PORTRETTEN)]
    assert eind[1 : len(namen) + 2] == [*namen, "Dit vraagt uw aandacht:"]
    punten = [
        "leefbaarometer: In 2002 zijn er geen scores per dimensie",
        "context: Twee wijken staan niet in de Leefbaarometer",
        "context, corporatie_pct_2008: Deze factor ontbreekt bij 14 wijken",
    ]
    assert [regel[:20] for regel in eind[len(namen) + 2 :]] == [
        f"  - {punt}"[:20] for punt in punten
    ]
    assert all(punt in regel for punt, regel in zip(punten, eind[len(namen) + 2 :], strict=True))
    # and before it one short line on why a step runs
    redenen = [regel for regel in regels if regel.startswith("Reason:")]
    assert redenen and max(map(len, redenen)) < 160


def test_de_gemaakte_tekst_claimt_geen_oorzaak(paginas):
    for document, bladzijden in paginas.items():
        assert CAUSAAL.findall(" ".join(" ".join(bladzijden).split())) == [], document


def genoemde_paden(map_: Path, qmd: Path) -> set[str]:
    """Return every path that a .qmd, or the extension it names, expects below its folder."""
    kop = yaml.safe_load(qmd.read_text("utf-8").split("---\n")[1])
    extensie = f"_extensions/{kop['format'].removesuffix('-typst')}"
    deel = yaml.safe_load((map_ / extensie / "_extension.yml").read_text("utf-8"))
    typst = deel["contributes"]["formats"]["typst"]
    paden = {f"{extensie}/{naam}" for naam in (*typst["template-partials"], *typst["filters"])}
    paden |= {kop[naam] for naam in ("bibliography", "font-paths", "csl") if naam in kop}
    opdracht = [zoek_pandoc(), qmd, "--from=markdown", "--to=json"]
    boom = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
    # an image ends in its address and title, and so does a link to elsewhere
    genoemd = re.findall(r'\["([^"]+)","[^"]*"\]\]\}', boom)
    return paden | {pad for pad in genoemd if not pad.startswith("https://")}


def test_de_qmd_zijn_compleet_ook_in_een_kopie_van_hun_map(gemaakt, tmp_path):
    """What `quarto render` needs is there; the engine at hand makes the same PDF of a copy."""
    gemaakte_map = gemaakt / mini.UIT / "rapport"
    map_ = tmp_path / "elders"
    shutil.copytree(gemaakte_map, map_, ignore=shutil.ignore_patterns("*.pdf"))
    assert not any(pad.is_symlink() for pad in map_.rglob("*"))
    beelden = set()
    for document in DOCUMENTEN:
        paden = genoemde_paden(map_, map_ / f"{document}.qmd")
        beelden |= {pad for pad in paden if pad.startswith(("figuren/", "wijkanalyses-beelden/"))}
        for pad in paden:
            assert not Path(pad).is_absolute()
            assert (map_ / pad).resolve().is_relative_to(map_), pad
            assert (map_ / pad).exists(), f"{document}.qmd: {pad}"
    assert len(beelden) > 10
    document = "bijlage-wijkanalyses.qmd"
    naast = {pad.name: pad for pad in map_.iterdir() if pad.suffix != ".qmd"}
    naast["_pandoc"] = gemaakt / "reports" / "_pandoc"
    datum = yaml.safe_load((gemaakt / mini.CONFIG).read_text("utf-8"))["teksten"]["datum"]
    tijdstip = dt.datetime.fromisoformat(str(datum)).replace(tzinfo=dt.UTC).timestamp()
    uit = tmp_path / "uit.pdf"
    maak_pdf(
        map_ / document, uit, bestanden=naast, engine=kies_engine("pandoc"), tijdstip=int(tijdstip)
    )
    assert uit.read_bytes() == (gemaakte_map / document).with_suffix(".pdf").read_bytes()


def test_resultaatbestanden_hebben_hun_kolommen(gemaakt):
    tabellen = gemaakt / mini.UIT / "tabellen"
    contract = {
        "wijken": "wk_code wk_naam gm_code gm_naam inwoners in_selectie lbm_2014 klasse_2014 "
        "delta_2012_2014 cluster",
        "clusters": "cluster n_wijken n_inwoners aandeel_wijken aandeel_inwoners lbm_2014",
        "ontwikkeling": "van tot groep n gemiddelde aandeel_gedaald aandeel_gestagneerd "
        "aandeel_gestegen gemiddelde_inwoners aandeel_gedaald_inwoners "
        "aandeel_gestagneerd_inwoners aandeel_gestegen_inwoners",
        "regressie": "uitkomst model term coef se ci_laag ci_hoog p n n_gemeenten r2",
        "wijkanalyses": "analyse wk_code in_selectie cluster oordeel congruent reden",
    }
    for naam, kolommen in contract.items():
        tabel = rijen(tabellen / f"{naam}.csv")
        assert tabel, naam
        assert set(kolommen.split()) <= set(tabel[0]), naam
    wijken = rijen(tabellen / "wijken.csv")
    assert [rij["wk_code"] for rij in wijken] == sorted(rij["wk_code"] for rij in wijken)
    assert {rij["in_selectie"] for rij in wijken} == {"True", "False"}
    clusters = rijen(tabellen / "clusters.csv")
    n_selectie = sum(rij["in_selectie"] == "True" for rij in wijken)
    assert sum(int(rij["n_wijken"]) for rij in clusters) == n_selectie


def test_cijfers_staan_in_de_tabel_die_zij_noemen(gemaakt):
    uit = gemaakt / mini.UIT
    cijfers = json.loads((uit / "cijfers.json").read_text("utf-8"))
    clusters = {rij["cluster"]: rij for rij in rijen(uit / "tabellen" / "clusters.csv")}
    assert cijfers["cluster.terugval.n"]["waarde"] == int(clusters["Terugval"]["n_wijken"])
    for naam, cijfer in cijfers.items():
        assert set(cijfer) == {"waarde", "tekst", "eenheid", "bron_tabel"}, naam
        assert (uit / "tabellen" / f"{cijfer['bron_tabel']}.csv").is_file(), naam


def test_een_getal_is_terug_te_lopen_van_zin_naar_wijk(gemaakt):
    """The walk of docs/architectuur.md."""
    uit = gemaakt / mini.UIT
    wijken = rijen(uit / "tabellen" / "wijken.csv")
    assert list(wijken[0]).index("in_selectie") == 12  # the 13th, as the walk says
    n = sum(rij["cluster"] == "Terugval" and rij["in_selectie"] == "True" for rij in wijken)
    clusters = {rij["cluster"]: rij for rij in rijen(uit / "tabellen" / "clusters.csv")}
    assert int(clusters["Terugval"]["n_wijken"]) == n > 0
    cijfer = json.loads((uit / "cijfers.json").read_text("utf-8"))["cluster.terugval.n"]
    assert (cijfer["waarde"], cijfer["bron_tabel"]) == (n, "clusters")
    qmd = (uit / "rapport" / "hoofdrapport.qmd").read_text("utf-8")
    assert f"en {telwoord(n)} in *Terugval*" in qmd
    bron = {rij["wk_code"] for rij in rijen(gemaakt / mini.MINI / mini.SCORES)}
    assert {rij["wk_code"] for rij in wijken if rij["cluster"] == "Terugval"} <= bron


def test_zip_en_manifest(gemaakt):
    uit = gemaakt / mini.UIT
    manifest = json.loads((uit / "manifest.json").read_text("utf-8"))
    for naam, som in manifest["uitvoer"].items():
        assert hashlib.sha256((gemaakt / naam).read_bytes()).hexdigest() == som
    for naam, som in manifest["invoer"].items():
        pad = gemaakt / mini.MINI / naam
        assert hashlib.sha256(pad.read_bytes()).hexdigest() == som
    with zipfile.ZipFile(uit / "publicatie.zip") as archief:
        namen = set(archief.namelist())
    assert {f"mini/{document}.pdf" for document in DOCUMENTEN} <= namen
    assert {"mini/tabellen/wijken.csv", "mini/cijfers.json", "mini/manifest.json"} <= namen
    assert str(gemaakt) not in json.dumps(manifest)
    citaat = yaml.safe_load((gemaakt / "CITATION.cff").read_text("utf-8"))
    assert manifest["pijplijn"] == citaat["version"]
