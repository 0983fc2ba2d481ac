"""Wijkanalyses to test with: a good one, and the means to spoil it."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypandoc
import pytest
from PIL import Image

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.bronnen import zoek_bronnen
from leefbaarheid.wijkanalyses.lezen import lees_bestand

THEMAS = {"crisis": "Economische crisis", "sociaal": "Sociale aanpak", "fysiek": "Fysieke aanpak"}

KOP = {
    "titel": '"Voorbeeldwijk: een proef"',
    "gemeente": "Voorbeeldstad",
    "wijken": "[WK900101]",
    "studie": "Proefstudie",
    "auteurs": "[A. Proef, B. Proef]",
    "datum": "2016-10-25",
    "oordeel": "stijger",
    "themas": "[crisis, sociaal]",
    "samenvatting": '"De eerste zin. De tweede zin."',
}
SECTIES = (
    "Profiel",
    "Ontwikkeling",
    "Perspectief gemeente",
    "Perspectief professionals",
    "Perspectief bewoners en ondernemers",
    "Opgaven",
    "Aanpak en opbrengst",
    "Bronnen",
)


def kop(**velden: str | None) -> str:
    """Return a header; a field given as None is left out."""
    inhoud = {**KOP, **velden}
    regels = [f"{naam}: {waarde}" for naam, waarde in inhoud.items() if waarde is not None]
    return "\n".join(["---", *regels, "---", ""])


def romp(**secties: str) -> str:
    """Return eight sections of one sentence; give other text by the first word of the heading."""
    delen = []
    for naam in SECTIES:
        tekst = secties.get(naam.split(" ")[0].lower(), "Eén zin over deze wijk.")
        delen.append(f"## {naam}\n\n{tekst}\n")
    return "\n" + "\n".join(delen)


def schrijf_md(map_: Path, tekst: str, naam: str = "proef.md") -> Path:
    pad = map_ / naam
    pad.write_bytes(tekst.encode("utf-8"))
    return pad


def schrijf_docx(map_: Path, markdown: str, naam: str = "proef.docx") -> Path:
    """Write a Word file with the content of `markdown`, images in `map_` included."""
    pad = map_ / naam
    subprocess.run(
        [
            *(pypandoc.get_pandoc_path(), "--from=markdown-yaml_metadata_block", "--to=docx"),
            *(f"--resource-path={map_}", f"--output={pad}"),
        ],
        input=markdown.encode(),
        check=True,
    )
    return pad


def koptabel(**velden: str | None) -> str:
    """Return the header as a Markdown table, lists separated by semicolons."""
    inhoud = {naam: waarde.strip('"') for naam, waarde in KOP.items()} | velden
    rijen = [
        f"| {naam} | {waarde.strip('[]').replace(', ', '; ') if waarde[0] == '[' else waarde} |"
        for naam, waarde in inhoud.items()
        if waarde is not None
    ]
    return "\n".join(["| veld | waarde |", "|------|--------|", *rijen, ""])


def lees_fout(map_: Path, tekst: str) -> InvoerFout:
    """Return the error that a .md file with this text gives."""
    pad = schrijf_md(map_, tekst)
    with pytest.raises(InvoerFout) as gevangen:
        lees_bestand(pad, THEMAS)
    assert str(pad) in str(gevangen.value)
    assert gevangen.value.remedie
    return gevangen.value


def regel_met(map_: Path, zoek: str) -> int:
    """Return the number of the first line of proef.md with `zoek`."""
    regels = (map_ / "proef.md").read_text(encoding="utf-8").splitlines()
    return next(n for n, regel in enumerate(regels, 1) if zoek in regel)


def plaatje(soort: str = "PNG", kleur: str = "red") -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", (4, 3), kleur).save(uit, soort)
    return uit.getvalue()


def word_fout(pad: Path) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees_bestand(pad, THEMAS)
    assert str(pad.parent) in str(fout.value)
    return str(fout.value)


def vind_bestanden(map_: Path) -> list[Path]:
    """Return the files of a folder with wijkanalyses, as an edition finds them."""
    bron = {"bronnen_map": map_.parent, "bronnen": {"wijkanalyses": {"map": map_.name}}}
    return [Path(pad) for pad in zoek_bronnen(bron)["wijkanalyses"]]
