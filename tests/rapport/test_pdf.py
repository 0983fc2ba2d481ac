"""The PDFs: what is on their pages, the same bytes twice, and what happens when it fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.pdf import (
    Engine,
    RenderFout,
    controleer_pdf,
    controleer_qmd,
    huisstijl,
    kies_engine,
    lees_paginas,
    maak_pdf,
)

WORTEL = Path(__file__).resolve().parents[2]
REPORTS = WORTEL / "reports"
WATERMERK = "Voorbeelddata – fictieve wijken en gemeenten"
TIJDSTIP = 1_700_000_000

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
    '<rect width="200" height="100" fill="#17495a"/></svg>'
)
BIB = """@book{uyterlinde2017, author={Uyterlinde, Matthijs and {Van der Velden}, Jeroen},
title={Kwetsbare wijken in beeld}, year={2017}, publisher={Platform31}, address={Den Haag}}
"""
KOP = f"""---
title: "Kwetsbare wijken in beeld"
subtitle: "Proefdruk"
author:
  - "A. de Vries"
  - "B. Jansen"
datum: "maart 2026"
uitgever: "Instituut voor Wijkonderzoek"
plaats: "Den Haag"
editie: "Editie voorbeeld"
watermerk: "{WATERMERK}"
lang: nl-NL
engine: markdown
format: wijkrapport-typst
bibliography: literatuur.bib
---

"""
TEKST = """# Samenvatting {.unnumbered}

Zie [@fig-lijn; @tbl-klein], @sec-ontwikkeling en @sec-clusters. @fig-lijn toont de lijn.
De wijken in 's-Hertogenbosch doen het "goed", volgens @uyterlinde2017, maar
een ander [@uyterlinde2017, p. 3] niet.^[De noot bij de samenvatting.]

# Ontwikkeling {#sec-ontwikkeling}

![Score per *cluster*. Bron: Leefbaarometer.](figuren/lijn.svg){#fig-lijn fig-alt="Een lijn
die daalt" width=60%}

## Clusters {#sec-clusters}

- punt
    - deelpunt **vet**
        - nog dieper met @tbl-klein

| Wijk | Score |
|:-----|------:|
| Ölmen | 4,12 |
| 's-Hertog^[Noot in een tabel.] | −0,02 |

: Scores per wijk {#tbl-klein tbl-colwidths="[30,20]"}

| Los | Getal |
|:----|------:|
| a | 1 |

: Bijschrift zonder label

{{< pagebreak >}}

Na het pagina-einde.

::: {.landscape}

Op een liggende pagina.

:::

::: {.kader}
**Een kader** met tekst.
:::

$$ a = b $$ {#eq-model alt="a is b"}

Zie @eq-model.
"""


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    """A folder with a document and what lies beside it."""
    map_ = tmp_path / "bron"
    (map_ / "figuren").mkdir(parents=True)
    (map_ / "figuren" / "lijn.svg").write_text(SVG, encoding="utf-8")
    (map_ / "literatuur.bib").write_text(BIB, encoding="utf-8")
    (map_ / "rapport.qmd").write_text(KOP + TEKST, encoding="utf-8")
    return map_


@pytest.fixture
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary folders are made, to see that nothing stays behind."""
    map_ = tmp_path / "tmp"
    map_.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(map_))
    return map_


@pytest.fixture(scope="module")
def pandoc() -> Engine:
    return kies_engine("pandoc")


def render(bron: Path, doel: Path, engine: Engine) -> dict[str, object]:
    bestanden = {
        "figuren": bron / "figuren",
        "literatuur.bib": bron / "literatuur.bib",
    } | huisstijl(REPORTS)
    return maak_pdf(
        bron / "rapport.qmd", doel, bestanden=bestanden, engine=engine, tijdstip=TIJDSTIP
    )


def met_tekst(bron: Path, tekst: str, kop: str = KOP) -> Path:
    (bron / "rapport.qmd").write_text(kop + tekst, encoding="utf-8")
    return bron


# ---- a document that is in order -----------------------------------------------------------------


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory, pandoc: Engine) -> tuple[Path, dict, list]:
    map_ = tmp_path_factory.mktemp("voorbeeld")
    (map_ / "figuren").mkdir()
    (map_ / "figuren" / "lijn.svg").write_text(SVG, encoding="utf-8")
    (map_ / "literatuur.bib").write_text(BIB, encoding="utf-8")
    (map_ / "rapport.qmd").write_text(KOP + TEKST, encoding="utf-8")
    feiten = render(map_, map_ / "uit" / "rapport.pdf", pandoc)
    return map_ / "uit" / "rapport.pdf", feiten, lees_paginas(map_ / "uit" / "rapport.pdf")


def test_watermerk_op_elke_pagina(voorbeeld):
    _, feiten, paginas = voorbeeld
    assert len(paginas) == feiten["paginas"] > 5
    assert [WATERMERK in pagina for pagina in paginas] == [True] * len(paginas)


def test_zonder_watermerk_geen_watermerk(bron, tmp_path, pandoc):
    kop = "\n".join(r for r in KOP.split("\n") if not r.startswith("watermerk"))
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert not any("Voorbeelddata" in pagina for pagina in paginas)
    assert "Instituut voor Wijkonderzoek · Proefdruk 3" in paginas[2]


def test_omslag_en_inhoudsopgave(voorbeeld):
    paginas = voorbeeld[2]
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
    tekst = " ".join("\n".join(voorbeeld[2]).split())
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
    assert "Bijschrift zonder label" in tekst
    assert "Tabel 2" not in tekst  # a table without a label has no number
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
    with pikepdf.open(voorbeeld[0]) as pdf:
        alt = [
            str(o["/Alt"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]
    assert "Een lijn die daalt" in alt


def test_tweemaal_dezelfde_bytes(bron, tmp_path, pandoc, voorbeeld):
    render(bron, tmp_path / "ander" / "rapport.pdf", pandoc)
    assert (tmp_path / "ander" / "rapport.pdf").read_bytes() == voorbeeld[0].read_bytes()


def test_tijdstip_staat_in_de_pdf(voorbeeld):
    with pikepdf.open(voorbeeld[0]) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")


def test_kopregel_herhaalt_op_de_volgende_pagina(bron, tmp_path, pandoc):
    rijen = "".join(f"| wijk {i} | {i} |\n" for i in range(80))
    tekst = f"# Lijst\n\n| Naam van de wijk | Getal |\n|:--|--:|\n{rijen}\n: Lijst {{#tbl-lijst}}\n"
    render(met_tekst(bron, tekst), tmp_path / "uit.pdf", pandoc)
    paginas = [p for p in lees_paginas(tmp_path / "uit.pdf") if "\nwijk " in p]
    assert len(paginas) > 1
    assert all("Naam van de wijk Getal" in p for p in paginas)
    assert "wijk 0 0" in paginas[0]
    assert "wijk 79 79" in paginas[-1]


def test_html_en_latex_komen_er_als_gewone_tekst_uit(bron, tmp_path, pandoc):
    tekst = "# Kop\n\nEen <b>woord</b> en \\begin{x} en #panic(1) en $5 tot $6.\n"
    render(met_tekst(bron, tekst), tmp_path / "uit.pdf", pandoc)
    pagina = lees_paginas(tmp_path / "uit.pdf")[2]
    assert "Een <b>woord</b> en \\begin{x} en #panic(1) en $5 tot $6." in pagina


def test_zonder_inhoudsopgave(bron, tmp_path, pandoc):
    kop = KOP.replace("engine: markdown", "engine: markdown\ntoc: false")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert len(paginas) == 2
    assert paginas[1].startswith("1\nKop")


def test_colofon_op_pagina_2(bron, tmp_path, pandoc):
    kop = KOP.replace("engine: markdown", "engine: markdown\ncolofon: |\n  Uitgave van *ons*.")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    paginas = lees_paginas(tmp_path / "uit.pdf")
    assert "Uitgave van ons." in paginas[1]
    assert WATERMERK in paginas[1]
    assert paginas[2].startswith("Inhoudsopgave")


def test_titel_met_apostrof(bron, tmp_path, pandoc):
    kop = KOP.replace("Kwetsbare wijken in beeld", "Wat 's-Hertogenbosch leert")
    render(met_tekst(bron, "# Kop\n\nTekst.\n", kop), tmp_path / "uit.pdf", pandoc)
    assert lees_paginas(tmp_path / "uit.pdf")[0].startswith("Wat ’s-Hertogenbosch")


# ---- a document that is not ----------------------------------------------------------------------

FOUTEN = {
    "geen alternatieve tekst": (
        "![Kop](figuren/lijn.svg){#fig-a}",
        r"regel \d+: een afbeelding of vergelijking heeft geen alternatieve tekst",
    ),
    "formule zonder alternatieve tekst": ("$$ a = b $$", "geen alternatieve tekst"),
    "onbekende verwijzing": ("Zie @fig-weg.", "verwijst naar fig-weg, maar dat bestaat niet"),
    "onbekende publicatie": ("Zie @nergens2020.", "nergens2020, maar dat staat niet in het lit"),
    "ontbrekende afbeelding": (
        '![A](figuren/weg.svg){#fig-a fig-alt="x"}',
        r"het bestand figuren/weg\.svg ontbreekt",
    ),
    "afbeelding buiten de map": (
        '![A](../../geheim.svg){#fig-a fig-alt="x"}',
        "buiten de map van het document",
    ),
    "kapotte afbeelding": (
        '![A](figuren/kapot.svg){#fig-a fig-alt="x"}',
        "een afbeelding is niet te lezen",
    ),
    "dubbel label": ("## A {#sec-a}\n\n## B {#sec-a}", "het label sec-a komt meer dan eens voor"),
    "kop zonder nummer": ("## A {#sec-a .unnumbered}\n\n@sec-a", "naar een kop zonder nummer"),
    "kopniveau overgeslagen": ("### Te diep", r"regel \d+: na een kop van niveau 1 komt een kop"),
    "hoofdstuk in een kader": ("::: {.kader}\n# Kop\n:::", "staat in een kader, lijst of citaat"),
    "open blok": ("::: {.kader}\nTekst", "niet afgesloten"),
    "onbekend teken": ("Een huis 🏠.", "het teken 🏠 komt in geen van de lettertypen voor"),
    "gemengde verwijzing": (
        '![A](figuren/lijn.svg){#fig-a fig-alt="x"}\n\n[@fig-a; @uyterlinde2017]',
        "zet ze in aparte blokken haken",
    ),
    "te brede tabel": (
        '| a | b |\n|---|---|\n| 1 | 2 |\n\n: T {#tbl-a tbl-colwidths="[60,60]"}',
        "tbl-a zijn samen 120, meer dan 100",
    ),
}


@pytest.mark.parametrize(("tekst", "melding"), FOUTEN.values(), ids=FOUTEN.keys())
def test_fout_in_het_document(bron, tmp_path, tijdelijk, pandoc, tekst, melding):
    (bron / "figuren" / "kapot.svg").write_text("<svg", encoding="utf-8")
    (tmp_path / "uit").mkdir()
    doel = tmp_path / "uit" / "rapport.pdf"
    doel.write_bytes(b"de vorige")
    with pytest.raises(RenderFout, match=melding) as fout:
        render(met_tekst(bron, f"# Kop\n\n{tekst}\n"), doel, pandoc)
    assert "rapport.qmd" in str(fout.value)
    assert str(tijdelijk) not in str(fout.value)
    assert doel.read_bytes() == b"de vorige"
    assert list(doel.parent.iterdir()) == [doel]
    assert list(tijdelijk.iterdir()) == []


def test_geen_titel(bron, tmp_path, pandoc):
    kop = "\n".join(r for r in KOP.split("\n") if not r.startswith(("title", "subtitle")))
    with pytest.raises(RenderFout, match="het document heeft geen titel"):
        render(met_tekst(bron, "# Kop\n", kop), tmp_path / "uit.pdf", pandoc)
    assert not (tmp_path / "uit.pdf").exists()


def test_ontbrekend_lettertype(bron, tmp_path, pandoc):
    (bron / "leeg").mkdir()
    bestanden = {"figuren": bron / "figuren", "literatuur.bib": bron / "literatuur.bib"}
    bestanden |= huisstijl(REPORTS) | {"fonts": bron / "leeg"}
    with pytest.raises(RenderFout, match="lettertype source sans 3 is niet gevonden"):
        maak_pdf(
            bron / "rapport.qmd",
            tmp_path / "uit.pdf",
            bestanden=bestanden,
            engine=pandoc,
            tijdstip=0,
        )


def test_bestand_naast_het_document_ontbreekt(bron, tmp_path, pandoc):
    bestanden = {"figuren": bron / "nergens"} | huisstijl(REPORTS)
    with pytest.raises(RenderFout, match=r"bron/nergens.*ontbreekt"):
        maak_pdf(
            bron / "rapport.qmd",
            tmp_path / "uit.pdf",
            bestanden=bestanden,
            engine=pandoc,
            tijdstip=0,
        )


@pytest.mark.parametrize(
    "regel",
    [
        "{{< include /etc/passwd >}}",
        "tekst {{< env HOME >}} tekst",
        "`#panic()`{=typst}",
        "```{=html}",
        "```{python}",
        "~~~ {r}",
    ],
)
def test_wat_quarto_zou_uitvoeren_wordt_geweigerd(regel):
    with pytest.raises(RenderFout, match=r"bestand a\.qmd, regel 6") as fout:
        controleer_qmd(f"---\ntitle: x\n---\n\nTekst.\n{regel}\n", "a.qmd")
    assert fout.value.regel == 6


def test_tweede_kop_wordt_geweigerd():
    with pytest.raises(RenderFout, match="tweede kop") as fout:
        controleer_qmd("---\ntitle: x\n---\n\nTekst.\n\n---\nfilters: [x.lua]\n---\n", "a.qmd")
    assert fout.value.regel == 7


@pytest.mark.parametrize(
    "regel",
    ["{{< pagebreak >}}", "{#fig-x}", "```", "```{.python}", "---", "| a |\n|---|", "[a]{.b}"],
)
def test_gewone_opmaak_mag(regel):
    controleer_qmd(f"---\ntitle: x\n---\n\n{regel}\n\nTekst.\n", "a.qmd")


# ---- which engine --------------------------------------------------------------------------------

NEP_QUARTO = """#!{python}
import json, os, shutil, sys, time
from pathlib import Path
if sys.argv[1:] == ["--version"]:
    print({versie!r})
    sys.exit({code_versie})
log = dict(argv=sys.argv[1:], cwd=os.getcwd(), qmd=Path("rapport.qmd").read_text(),
           bestanden=sorted(str(p) for p in Path(".").rglob("*") if p.is_file()),
           epoch=os.environ.get("SOURCE_DATE_EPOCH"), fonts=os.environ.get("TYPST_FONT_PATHS"))
Path({log!r}).write_text(json.dumps(log))
{gedrag}
"""


@pytest.fixture
def nep_quarto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a fake quarto on PATH, and nothing else; returns where it logs its call."""

    def maak(versie: str = "1.10.18", code_versie: int = 0, gedrag: str = "sys.exit(0)") -> Path:
        map_ = tmp_path / "bin"
        map_.mkdir(exist_ok=True)
        log = tmp_path / "quarto.json"
        programma = map_ / "quarto"
        programma.write_text(
            NEP_QUARTO.format(
                python=sys.executable,
                versie=versie,
                code_versie=code_versie,
                log=str(log),
                gedrag=gedrag,
            ),
            encoding="utf-8",
        )
        programma.chmod(0o755)
        monkeypatch.setenv("PATH", str(map_))
        return log

    return maak


@pytest.mark.parametrize(
    ("versie", "naam"),
    [("1.8.27", "pandoc"), ("1.9.1", "quarto"), ("1.10.18", "quarto"), ("2.0.0", "quarto")],
)
def test_auto_kiest_quarto_vanaf_1_9(nep_quarto, versie, naam):
    nep_quarto(versie)
    engine = kies_engine("auto")
    assert engine.naam == naam
    if naam == "quarto":
        assert engine.versie == f"Quarto {versie}"
    else:
        assert engine.versie.startswith("pandoc 3.")
        assert "+ Typst 0." in engine.versie


@pytest.mark.parametrize(("versie", "code"), [("", 0), ("geen versie", 0), ("1.10.18", 1)])
def test_kapotte_quarto(nep_quarto, versie, code):
    nep_quarto(versie, code)
    assert kies_engine("auto").naam == "pandoc"
    with pytest.raises(InvoerFout, match="staat op het PATH, maar"):
        kies_engine("quarto")


def test_quarto_gevraagd_maar_afwezig(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert kies_engine("auto").naam == "pandoc"
    with pytest.raises(InvoerFout, match="niet op het PATH") as fout:
        kies_engine("quarto")
    assert "make quarto" in str(fout.value)


def test_quarto_gevraagd_maar_te_oud(nep_quarto):
    nep_quarto("1.8.27")
    with pytest.raises(InvoerFout, match=r"Quarto 1\.8\.27 is te oud"):
        kies_engine("quarto")


def test_pandoc_gevraagd_terwijl_quarto_er_is(nep_quarto):
    nep_quarto("1.10.18")
    assert kies_engine("pandoc").naam == "pandoc"


def test_onbekende_engine():
    with pytest.raises(InvoerFout, match="Kies auto, quarto of pandoc"):
        kies_engine("latex")


# ---- the call of Quarto --------------------------------------------------------------------------


def test_quarto_opdracht(bron, tmp_path, tijdelijk, nep_quarto, voorbeeld):
    log = nep_quarto(gedrag=f"shutil.copy({str(voorbeeld[0])!r}, 'rapport.pdf')")
    feiten = render(bron, tmp_path / "uit.pdf", kies_engine("quarto"))
    aanroep = json.loads(log.read_text(encoding="utf-8"))
    assert aanroep["argv"] == [
        "render",
        "rapport.qmd",
        "--to",
        "wijkrapport-typst",
        "--no-execute",
    ]
    assert aanroep["epoch"] == str(TIJDSTIP)
    assert aanroep["qmd"] == (KOP + TEKST).replace("---\n", "---\nfont-paths: fonts\n", 1)
    assert Path(aanroep["cwd"]).parent == tijdelijk.resolve()
    assert aanroep["fonts"] == f"{aanroep['cwd']}/fonts"
    assert {
        "_extensions/wijkrapport/_extension.yml",
        "_extensions/wijkrapport/huisstijl.lua",
        "figuren/lijn.svg",
        "fonts/SourceSans3-Regular.ttf",
        "literatuur.bib",
    } <= set(aanroep["bestanden"])
    assert feiten["titel"] == "Kwetsbare wijken in beeld: Proefdruk"
    assert (tmp_path / "uit.pdf").read_bytes() == voorbeeld[0].read_bytes()
    assert list(tijdelijk.iterdir()) == []


@pytest.mark.parametrize(
    ("gedrag", "melding"),
    [
        ("Path('rapport.pdf').write_bytes(b'%PDF-1.7 half'); sys.exit(1)", "niet worden opgemaakt"),
        ("Path('rapport.pdf').write_bytes(b'%PDF-1.7 half')", "geen leesbare PDF"),
        ("os.kill(os.getpid(), 9)", "niet worden opgemaakt"),
        ("pass", "liet geen PDF achter"),
        (
            "print('WARN: Unable to resolve crossref @fig-weg', file=sys.stderr)",
            "fig-weg, maar dat bestaat niet",
        ),
    ],
)
def test_quarto_mislukt(bron, tmp_path, tijdelijk, nep_quarto, gedrag, melding):
    nep_quarto(gedrag=gedrag)
    (tmp_path / "uit").mkdir()
    doel = tmp_path / "uit" / "rapport.pdf"
    for vorige in (None, b"de vorige"):
        if vorige:
            doel.write_bytes(vorige)
        with pytest.raises(RenderFout, match=melding):
            render(bron, doel, Engine("quarto", "Quarto 1.10.18"))
        assert (doel.read_bytes() if doel.exists() else None) == vorige
        assert [p.name for p in doel.parent.iterdir()] == (["rapport.pdf"] if vorige else [])
    assert list(tijdelijk.iterdir()) == []


def test_quarto_verdwenen_na_de_keuze(bron, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderFout, match="quarto is niet te starten"):
        render(bron, tmp_path / "uit.pdf", Engine("quarto", "Quarto 1.10.18"))


def test_gedood_tijdens_het_renderen(bron, tmp_path, nep_quarto):
    """SIGKILL halfway: the old PDF stands, and the next run makes the new one."""
    log = nep_quarto(gedrag="time.sleep(30)")
    doel = tmp_path / "rapport.pdf"
    doel.write_bytes(b"de vorige")
    programma = (
        "import sys; from pathlib import Path; from leefbaarheid.rapport.pdf import *\n"
        "bron, doel, reports = map(Path, sys.argv[1:])\n"
        "maak_pdf(bron / 'rapport.qmd', doel, bestanden=huisstijl(reports),"
        " engine=Engine('quarto', 'x'), tijdstip=0)"
    )
    proces = subprocess.Popen(
        [sys.executable, "-c", programma, str(bron), str(doel), str(REPORTS)],
        env=os.environ
        | {"PYTHONPATH": str(WORTEL / "workflow" / "scripts"), "TMPDIR": str(tmp_path)},
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


# ---- the check of the PDF ------------------------------------------------------------------------


def _verander(bron: Path, doel: Path, wijziging) -> Path:
    with pikepdf.open(bron) as pdf:
        wijziging(pdf)
        pdf.save(doel)
    return doel


def _zonder_alt(pdf) -> None:
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and "/Alt" in o and o.get("/S") == "/Figure":
            del o["/Alt"]


def _koppen_weg(pdf) -> None:
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH":
            o["/S"] = pikepdf.Name("/TD")


def _titel_weg(pdf) -> None:
    with pdf.open_metadata() as xmp:
        del xmp["dc:title"]


def _ua_weg(pdf) -> None:
    with pdf.open_metadata() as xmp:
        del xmp["pdfuaid:part"]


@pytest.mark.parametrize(
    ("wijziging", "melding"),
    [
        (lambda pdf: pdf.Root.__setitem__("/Lang", pikepdf.String("nl-US")), "taal is nl-US, niet"),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), "taal is niet gezet"),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "er zijn geen tags"),
        (_zonder_alt, "figuur zonder alternatieve tekst"),
        (_koppen_weg, "tabel zonder kopregel"),
        (_titel_weg, "er is geen titel"),
        (_ua_weg, "het is geen PDF/UA-1"),
    ],
)
def test_controle_ziet_een_ontoegankelijke_pdf(voorbeeld, tmp_path, wijziging, melding):
    with pytest.raises(RenderFout, match=melding):
        controleer_pdf(_verander(voorbeeld[0], tmp_path / "kapot.pdf", wijziging))


def test_controle_van_iets_anders_dan_een_pdf(tmp_path):
    (tmp_path / "x.pdf").write_text("geen pdf", encoding="utf-8")
    with pytest.raises(RenderFout, match="geen leesbare PDF"):
        controleer_pdf(tmp_path / "x.pdf")
