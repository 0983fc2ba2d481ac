"""make kijkblad: a picture per PDF, and a line for each page that a reader would stumble over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst
from PIL import Image

import kijkblad
from hulp import WORTEL

KOP = "#set page(width: 210mm, height: 297mm, margin: (left: 31mm, rest: 27mm))\n"


def maak(map_: Path, naam: str, inhoud: str) -> None:
    (map_ / "rapport").mkdir(exist_ok=True)
    bron = map_ / f"{naam}.typ"
    bron.write_text(KOP + '#set text(font: "Source Sans 3")\n' + inhoud, "utf-8")
    letters = [str(WORTEL / "reports" / "fonts")]
    doel = map_ / "rapport" / f"{naam}.pdf"
    typst.compile(bron, output=doel, font_paths=letters, ignore_system_fonts=True)


@pytest.mark.traag
def test_een_beeld_per_pdf_en_een_regel_per_fout(tmp_path, capsys):
    (tmp_path / "manifest.json").write_text(json.dumps({"config": {}}), "utf-8")
    maak(tmp_path, "a", "Omslag #pagebreak() #text(size: 6pt)[klein] #pagebreak() #v(200mm) Vol")
    maak(tmp_path, "wijkportret-x", "Omslag #pagebreak() Kort")
    kijkblad.main([str(tmp_path)])
    regels = capsys.readouterr().out.splitlines()
    assert regels[0].endswith("a.png: drie bladzijden")
    assert regels[1] == "  bladzijde 2: letters van 6,0 punt; 0% gevuld"
    assert regels[2].endswith("wijkportret-x.png: twee bladzijden") and len(regels) == 3
    with Image.open(tmp_path / "kijkblad" / "a.png") as beeld:
        assert beeld.width == kijkblad.KOLOMMEN * (kijkblad.BREED + 14) + 14


def test_zonder_resultaten_is_er_een_melding(tmp_path):
    with pytest.raises(SystemExit, match="make rapport"):
        kijkblad.main([str(tmp_path)])
    (tmp_path / "manifest.json").write_text(json.dumps({"config": {}}), "utf-8")
    with pytest.raises(SystemExit, match="geen PDF"):
        kijkblad.main([str(tmp_path)])
