"""What Quarto would run, include or pass on raw is refused; plain markup is not."""

from __future__ import annotations

import pytest

from leefbaarheid.rapport.qmd import controleer_qmd
from leefbaarheid.rapport.renderfout import RenderFout


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
