"""Images: which are taken in, and why others are not."""

from __future__ import annotations

import pytest

from hulp.beelden import beeldpunten
from hulp.wijkanalyses import (
    THEMAS,
    kop,
    koptabel,
    lees_fout,
    plaatje,
    regel_met,
    romp,
    schrijf_docx,
    schrijf_md,
)
from leefbaarheid.wijkanalyses.beelden import beeldinhoud
from leefbaarheid.wijkanalyses.lezen import lees_bestand


@pytest.mark.traag
def test_afbeelding(tmp_path):
    (tmp_path / "foto's").mkdir()
    (tmp_path / "foto's" / "plein 1.png").write_bytes(plaatje())
    tekst = 'Zie:\n\n![Het *plein*](<foto\'s/plein 1.png>){fig-alt="Een \\"leeg\\" plein" width=9}'
    pad = schrijf_md(tmp_path, kop() + romp(profiel=tekst))

    analyse = lees_bestand(pad, THEMAS)

    (beeld,) = analyse["afbeeldingen"]
    assert beeld["alt"] == "Een ”leeg” plein"
    assert beeld["bestand"].startswith("wijkanalyses-beelden/proef-")
    assert beeldpunten(beeldinhoud(pad, beeld)) == beeldpunten(plaatje())
    assert analyse["secties"]["Profiel"] == (
        f'Zie:\n\n![Het *plein*]({beeld["bestand"]}){{#fig-proef-1 fig-alt="Een ”leeg” plein"}}\n'
    )


@pytest.mark.traag
def test_afbeelding_zonder_bijschrift_krijgt_geen_nummer(tmp_path):
    """A label would number it, and Quarto print "Figuur 1" with nothing behind it."""
    (tmp_path / "plein.png").write_bytes(plaatje())
    beeld = '![](plein.png){fig-alt="Een plein"}'
    pad = schrijf_md(tmp_path, kop() + romp(profiel=f"Zie:\n\n{beeld}\n\n![Twee](plein.png)"))

    tekst = lees_bestand(pad, THEMAS)["secties"]["Profiel"]

    assert '.png){fig-alt="Een plein"}\n' in tekst
    assert '.png){#fig-proef-1 fig-alt="Twee"}\n' in tekst


@pytest.mark.traag
def test_afbeelding_uit_word(tmp_path):
    (tmp_path / "plein.jpg").write_bytes(plaatje("JPEG"))
    pad = schrijf_docx(tmp_path, koptabel() + romp(profiel="Zie:\n\n![Het plein](plein.jpg)"))

    analyse = lees_bestand(pad, THEMAS)

    (beeld,) = analyse["afbeeldingen"]
    assert beeld["bestand"].endswith(".jpg")
    assert beeldpunten(beeldinhoud(pad, beeld)) == beeldpunten(plaatje("JPEG"))
    assert f"![Het plein]({beeld['bestand']})" in analyse["secties"]["Profiel"]


BEELDFOUTEN = {
    "omhoog": ("![x](../geheim.png)", "buiten de map"),
    "omhoog gecodeerd": ("![x](%2e%2e/geheim.png)", "buiten de map"),
    "absoluut": ("![x](/etc/passwd)", "buiten de map"),
    "web": ("![x](https://example.org/x.png)", "buiten de map"),
    "data": ("![x](data:image/png;base64,AAAA)", "buiten de map"),
    "verwijzing naar buiten": ("![x](link.png)", "buiten de map"),
    "ontbreekt": ("![x](plien.png)", "Bedoelde u plein.png"),
    "zonder alt": ("![](plein.png)", "geen alternatieve tekst"),
    "geen beeld": ("![x](tekst.png)", "geen PNG of JPEG"),
    "svg": ("![x](tekening.svg)", "geen PNG of JPEG"),
    "half": ("![x](half.png)", "beschadigd"),
    "midden in de tekst": ("Een ![x](plein.png) plein.", "midden in een alinea"),
}


@pytest.mark.traag
@pytest.mark.parametrize("geval", BEELDFOUTEN)
def test_fouten_in_afbeeldingen(tmp_path, geval):
    map_ = tmp_path / "wijkanalyses"
    map_.mkdir()
    (tmp_path / "geheim.png").write_bytes(plaatje())
    (map_ / "plein.png").write_bytes(plaatje())
    (map_ / "half.png").write_bytes(plaatje()[:50])
    (map_ / "tekst.png").write_text("geen beeld")
    (map_ / "tekening.svg").write_text("<svg/>")
    (map_ / "link.png").symlink_to(tmp_path / "geheim.png")
    tekst, melding = BEELDFOUTEN[geval]

    fout = lees_fout(map_, kop() + romp(opgaven=tekst))

    assert melding in str(fout)
    assert fout.regel == regel_met(map_, tekst)
