"""An edition with a logo: on every cover, traced and verified like any source, cheap to change."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from herleid import Resultaten
from hulp import mini
from leefbaarheid.basis.controlesom import sha256

TEKST = "Logo van 't Voorbeeld: een blok"
LOGO = Path("stijl") / "ons logo.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>'


def zet_logo(project: Path, inhoud: str) -> None:
    pad = project / mini.MINI / LOGO
    pad.parent.mkdir(exist_ok=True)
    pad.write_text(inhoud, "utf-8")


@pytest.fixture(scope="module")
def met_logo(klaar_project, warm):
    """The finished project, made again with a logo."""
    logo = {"bestand": LOGO.as_posix(), "tekst": TEKST}
    mini.schrijf_config(
        klaar_project, mini.lees_config(klaar_project) | {"huisstijl": {"logo": logo}}
    )
    eerst = mini.vingerafdrukken(klaar_project / mini.UIT / "rapport")
    zet_logo(klaar_project, SVG.format(9).replace("<path", "<script/><path"))
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode != 0 and "element dat niet mag: script" in klaar.stdout, klaar.stdout
    assert "Traceback" not in klaar.stdout
    nu = mini.vingerafdrukken(klaar_project / mini.UIT / "rapport")
    assert {naam for naam in nu if naam.endswith(".pdf") and nu[naam] != eerst[naam]} == set()
    zet_logo(klaar_project, SVG.format(9))
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.NIETS in mini.snakemake(klaar_project, warm=warm).stdout
    return klaar_project


def alt_teksten(pdf: Path) -> list[str]:
    """Return the alternative texts in a PDF."""
    with pikepdf.open(pdf) as document:
        delen = [deel for deel in document.objects if isinstance(deel, pikepdf.Dictionary)]
        return [str(deel["/Alt"]) for deel in delen if "/Alt" in deel]


def test_het_staat_op_elk_omslag_met_zijn_tekst(met_logo):
    pdfs = sorted((met_logo / mini.UIT / "rapport").glob("*.pdf"))
    assert len(pdfs) == 5
    for pdf in pdfs:
        alle = [tekst.replace("’", "'") for tekst in alt_teksten(pdf)]
        assert alle.count(TEKST) == 1, pdf.name


def test_manifest_en_publicatie_hebben_het(met_logo):
    uit, som = met_logo / mini.UIT, sha256(met_logo / mini.MINI / LOGO)
    assert json.loads((uit / "manifest.json").read_text("utf-8"))["invoer"][LOGO.as_posix()] == som
    assert sha256(uit / "rapport" / "logo.svg") == som  # beside the .qmd, for Quarto
    with zipfile.ZipFile(uit / "publicatie.zip") as archief:
        assert archief.read("mini/tekst/logo.svg").decode() == SVG.format(9)
        assert b'logo-bestand: "logo.svg"' in archief.read("mini/tekst/hoofdrapport.qmd")
        assert b"image/svg+xml" in archief.read("mini/ro-crate-metadata.json")


def test_een_ander_logo_maakt_alleen_de_pdfs_opnieuw(met_logo, warm):
    zet_logo(met_logo, SVG.format(8))
    verwacht = {"lees_logo": 1, "maak_pdf": 4, "maak_wijkportretten": 1}
    verwacht |= {"leg_bij_de_qmd": 1, "leg_bij_website": 1, "maak_website": 1}
    verwacht |= {"controleer_tabellen": 1, "maak_publicatie": 1}  # the portretten rest on tables
    assert mini.geplande_regels(met_logo, warm) == verwacht
    zet_logo(met_logo, SVG.format(9))
    assert mini.geplande_regels(met_logo, warm) == {}


def test_herleiden_en_verifieren_werken_ermee(met_logo):
    uit = met_logo / mini.UIT
    for document in Resultaten(uit, str(met_logo / mini.MINI), 2, met_logo).neem_op():
        gemaakt = (uit / "rapport" / f"{document.naam}.qmd").read_text("utf-8")
        assert document.tekst == gemaakt
    opdracht = [sys.executable, "workflow/scripts/verifieer.py", str(mini.UIT / "publicatie.zip")]
    opdracht += ["--bronnen", str(mini.MINI), "--zaad", "7"]
    opdracht += ["--editie", str(mini.CONFIG)]
    run = subprocess.run(opdracht, cwd=met_logo, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_een_los_portret_heeft_het_ook(met_logo, tmp_path):
    klaar = met_logo / mini.UIT / "data" / "logo.svg"
    gegevens = json.loads((met_logo / mini.UIT / "data" / "wijkportretten.json").read_text("utf-8"))
    code = gegevens["gemeenten"][0]["wijken"][0]["code"]
    opdracht = [sys.executable, "workflow/scripts/wijkportret.py", str(mini.UIT)]
    los = {}
    for naam, inhoud in (("met", SVG.format(9)), ("ander", SVG.format(3))):
        klaar.write_text(inhoud, "utf-8")
        doel = tmp_path / f"{naam}.pdf"
        run = subprocess.run(
            [*opdracht, "--wijk", code, "--doel", str(doel)],
            cwd=met_logo,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr
        los[naam] = doel.read_bytes()
    klaar.write_text(SVG.format(9), "utf-8")
    assert los["met"] != los["ander"]
