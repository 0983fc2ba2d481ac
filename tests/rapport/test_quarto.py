"""The call of Quarto, and what happens when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hulp.document import KOP, TEKST, TIJDSTIP, render
from leefbaarheid.rapport.engine import Engine, kies_engine
from leefbaarheid.rapport.renderfout import RenderFout


@pytest.mark.traag
def test_quarto_opdracht(bron, tmp_path, tijdelijk, nep_quarto, voorbeeld):
    log = nep_quarto(gedrag=f"shutil.copy({str(voorbeeld.pad)!r}, 'rapport.pdf')")
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
    assert aanroep["qmd"] == KOP + TEKST  # as it stands in results, so that it renders there too
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
    assert (tmp_path / "uit.pdf").read_bytes() == voorbeeld.pad.read_bytes()
    assert list(tijdelijk.iterdir()) == []


@pytest.mark.traag
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


@pytest.mark.traag
def test_quarto_verdwenen_na_de_keuze(bron, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderFout, match="quarto is niet te starten"):
        render(bron, tmp_path / "uit.pdf", Engine("quarto", "Quarto 1.10.18"))
