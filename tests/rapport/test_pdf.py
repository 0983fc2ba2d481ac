"""The PDFs: what is on their pages, the same bytes twice, and what a kill leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pikepdf
import pytest

from hulp import SCRIPTS
from hulp.document import KOP, REPORTS, WATERMERK, met_tekst, render
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.pdfcontrole import controleer_pdf


@pytest.mark.traag
def test_watermerk_op_elke_pagina(voorbeeld):
    _, feiten, paginas = voorbeeld
    assert len(paginas) == feiten["paginas"] > 5
    assert [WATERMERK in pagina for pagina in paginas] == [True] * len(paginas)


@pytest.mark.traag
def test_zonder_watermerk_geen_watermerk(bron, tmp_path, pandoc):
    kop = "\n".join(r for r in KOP.split("\n") if not r.startswith("watermerk"))
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert not any("Voorbeelddata" in pagina for pagina in paginas)
    assert "Instituut voor Wijkonderzoek · Proefdruk 3" in paginas[2]


def test_omslag_en_inhoudsopgave(voorbeeld):
    paginas = voorbeeld.paginas
    for tekst in (
        "Kwetsbare wijken in beeld",
        "Proefdruk",
        "A. de Vries",
        "B. Jansen",
        "Instituut voor Wijkonderzoek",
        "Den Haag, maart 2026",
        "Editie voorbeeld",
    ):
        assert tekst in paginas[0]
    inhoud = paginas[1].splitlines()
    assert inhoud[0] == "Inhoudsopgave"
    koppen = [regel.split(" .")[0] for regel in inhoud[1:-1]]
    assert koppen == ["Samenvatting", "1 Ontwikkeling", "1.1 Clusters", "Literatuur"]
    assert paginas[2].startswith("Samenvatting\n")  # no number, a page of its own


def test_verwijzingen_bijschriften_en_noten(voorbeeld):
    tekst = " ".join("\n".join(voorbeeld.paginas).split())
    assert "Zie figuur 1, tabel 1, hoofdstuk 1 en paragraaf 1.1. Figuur 1 toont" in tekst
    assert "’s-Hertogenbosch doen het “goed”" in tekst
    assert "volgens Uyterlinde & Van der Velden (2017)" in tekst
    assert "(Uyterlinde & Van der Velden, 2017, p. 3)" in tekst
    assert "De noot bij de samenvatting." in tekst
    assert "Noot in een tabel." in tekst
    assert "Figuur 1 Score per cluster. Bron: Leefbaarometer." in tekst
    assert "Tabel 1 Scores per wijk Wijk Score" in tekst  # the caption stands above the table
    assert "nog dieper met tabel 1" in tekst
    assert "’s-Hertog" in tekst
    assert "Zonder bijschrift Getal" in tekst
    assert "Tabel 2" not in tekst  # a table without a caption has no number
    assert "Zie vergelijking 1." in tekst
    assert "pagebreak" not in tekst
    assert ":::" not in tekst
    assert "Literatuur Uyterlinde, M., & Van der Velden, J. (2017)" in tekst


def test_pagina_einde_en_liggende_pagina(voorbeeld):
    pad, _, paginas = voorbeeld
    na = next(i for i, p in enumerate(paginas) if "Na het pagina-einde" in p)
    assert "Scores per wijk" in paginas[na - 1]
    ligt = next(i for i, p in enumerate(paginas) if "liggende pagina" in p)
    with pikepdf.open(pad) as pdf:
        liggend = [float(p.mediabox[2]) > float(p.mediabox[3]) for p in pdf.pages]
    assert liggend == [i == ligt for i in range(len(paginas))]


def test_toegankelijk(voorbeeld):
    _, feiten, _ = voorbeeld
    assert feiten["titel"] == "Kwetsbare wijken in beeld: Proefdruk"
    assert feiten["taal"] == "nl-NL"
    assert feiten["getagd"] is True
    assert (feiten["pdf_a"], feiten["pdf_ua"]) == ("2A", "1")
    assert (feiten["figuren"], feiten["figuren_zonder_alt"]) == (1, 0)
    assert (feiten["tabellen"], feiten["tabellen_zonder_kop"]) == (2, 0)
    with pikepdf.open(voorbeeld.pad) as pdf:
        alt = [
            str(o["/Alt"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]
    assert "Een lijn die daalt" in alt


def test_bijschriften_hebben_de_tags_van_quarto(voorbeeld):
    """A caption holds its words (Span), as under Quarto, and no paragraph (P) around them."""
    with pikepdf.open(voorbeeld.pad) as pdf:
        kinderen = [
            str(kind["/S"])
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Caption"
            for kind in (o["/K"] if isinstance(o["/K"], pikepdf.Array) else [o["/K"]])
        ]
    assert set(kinderen) == {"/Span", "/Em"}
    assert kinderen.count("/Span") >= 2


@pytest.mark.traag
def test_tweemaal_dezelfde_bytes(bron, tmp_path, pandoc, voorbeeld):
    render(bron, tmp_path / "ander" / "rapport.pdf", pandoc)
    assert (tmp_path / "ander" / "rapport.pdf").read_bytes() == voorbeeld.pad.read_bytes()


def test_tijdstip_staat_in_de_pdf(voorbeeld):
    with pikepdf.open(voorbeeld.pad) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")


@pytest.mark.traag
def test_kopregel_herhaalt_op_de_volgende_pagina(bron, tmp_path, pandoc):
    rijen = "".join(f"| wijk {i} | {i} |\n" for i in range(80))
    tekst = f"# Lijst\n\n| Naam van de wijk | Getal |\n|:--|--:|\n{rijen}\n: Lijst {{#tbl-lijst}}\n"
    render(met_tekst(bron, tekst), tmp_path / "uit.pdf", pandoc)
    paginas = [p for p in lees_paginas(tmp_path / "uit.pdf") if "\nwijk " in p]
    assert len(paginas) > 1
    assert all("Naam van de wijk Getal" in p for p in paginas)
    assert "wijk 0 0" in paginas[0]
    assert "wijk 79 79" in paginas[-1]


@pytest.mark.traag
def test_wat_op_opmaak_lijkt_komt_er_als_gewone_tekst_uit(met_document):
    tekst = r"Een \<b>woord\</b> en \\emph{x} en p<0,05 en #panic(1) en $5 tot $6 en a < b > c."
    pagina = lees_paginas(met_document(f"# Kop\n\n{tekst}\n"))[2]
    assert "<b>woord</b> en \\emph{x} en p<0,05 en #panic(1) en $5 tot $6" in " ".join(
        pagina.split()
    )
    assert "a < b > c" in pagina


@pytest.mark.traag
def test_zonder_inhoudsopgave(bron, tmp_path, pandoc):
    kop = KOP.replace("engine: markdown", "engine: markdown\ntoc: false")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert len(paginas) == 2
    assert paginas[1].startswith("1\nKop")


@pytest.mark.traag
def test_colofon_op_pagina_2(bron, tmp_path, pandoc):
    kop = KOP.replace("engine: markdown", "engine: markdown\ncolofon: |\n  Uitgave van *ons*.")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert "Uitgave van ons." in paginas[1]
    assert WATERMERK in paginas[1]
    assert paginas[2].startswith("Inhoudsopgave")


@pytest.mark.traag
def test_titel_met_apostrof(bron, tmp_path, pandoc):
    kop = KOP.replace("Kwetsbare wijken in beeld", "Wat 's-Hertogenbosch leert")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    assert lees_paginas(tmp_path / "uit.pdf")[0].startswith("Wat ’s-Hertogenbosch")


@pytest.mark.traag
def test_gedood_tijdens_het_renderen(bron, tmp_path, nep_quarto):
    """SIGKILL halfway: the old PDF stands, and the next run makes the new one."""
    log = nep_quarto(gedrag="time.sleep(30)")
    doel = tmp_path / "rapport.pdf"
    doel.write_bytes(b"de vorige")
    programma = (
        "import sys; from pathlib import Path\n"
        "from leefbaarheid.rapport.engine import Engine\n"
        "from leefbaarheid.rapport.pdf import maak_pdf\n"
        "from leefbaarheid.rapport.werkmap import huisstijl\n"
        "bron, doel, reports = map(Path, sys.argv[1:])\n"
        "maak_pdf(bron / 'rapport.qmd', doel, bestanden=huisstijl(reports),"
        " engine=Engine('quarto', 'x'), tijdstip=0)"
    )
    proces = subprocess.Popen(
        [sys.executable, "-c", programma, str(bron), str(doel), str(REPORTS)],
        env=os.environ | {"PYTHONPATH": str(SCRIPTS), "TMPDIR": str(tmp_path)},
        start_new_session=True,
    )
    einde = time.monotonic() + 20
    while not log.exists() and time.monotonic() < einde:
        time.sleep(0.05)
    assert log.exists(), "the render never started"
    os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()
    assert doel.read_bytes() == b"de vorige"
    render(bron, doel, kies_engine("pandoc"))
    assert controleer_pdf(doel)["taal"] == "nl-NL"
