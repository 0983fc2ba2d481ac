"""What is refused as it stands, before anything reads it as markup."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import kop, lees_fout, regel_met, romp

VERBODEN = {
    "shortcode": ("{{< include /etc/passwd >}}", "Quarto-shortcode", "{{< include"),
    "shortcode in code": ("`{{< meta x >}}`", "Quarto-shortcode", "{{< meta"),
    "codecel": ("```{python}\n1\n```", "uitvoerbare codecel", "```{python}"),
    "codecel met lege regel": ("```{r}\n\n1\n```", "uitvoerbare codecel", "```{r}"),
}


@pytest.mark.parametrize("geval", VERBODEN)
def test_verboden_in_de_tekst(tmp_path, geval):
    tekst, melding, zoek = VERBODEN[geval]

    fout = lees_fout(tmp_path, kop() + romp(opgaven=tekst))

    assert melding in str(fout)
    if zoek:
        assert fout.regel == regel_met(tmp_path, zoek)


def test_besturingsteken(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(profiel="Een \x07 teken."))

    assert "U+0007" in str(fout)
    assert fout.regel == regel_met(tmp_path, "\x07")
