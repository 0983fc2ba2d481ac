"""Plain text as Markdown is only text, wherever it stands."""

from __future__ import annotations

import pytest

from hulp.lastige_tekst import GEWOON, LASTIG, soorten, zelfde
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.wijkanalyses.blokken import platte_tekst
from leefbaarheid.wijkanalyses.pandoc import lees_ast


@pytest.mark.traag
@pytest.mark.parametrize("tekst", [*LASTIG, "{{< include /etc/passwd >}}"])
@pytest.mark.parametrize("vorm", ["{}", "# {}", "| kop |\n|:--|\n| {} |", "vooraf {} achteraf"])
def test_als_markdown_is_overal_tekst(tekst, vorm):
    markdown = vorm.format(als_markdown(tekst))
    gelezen, _ = lees_ast(markdown.encode(), "markdown")

    verwacht = {"Header", "Table", "Plain", "AlignLeft", "AlignDefault", "ColWidthDefault"}
    assert soorten(gelezen) <= GEWOON | verwacht
    assert zelfde(tekst) in zelfde(platte_tekst(gelezen))
    assert "{{<" not in markdown


def test_een_apostrof_in_een_naam_is_gezet():
    assert als_markdown("Wijk 't Zand in 's-Gravenhage") == "Wijk ’t Zand in ’s-Gravenhage"
    assert als_markdown("de 'mooie' wijk") == "de ‘mooie’ wijk"


def test_als_markdown_maakt_er_een_regel_van():
    assert als_markdown("een\n\n# twee\t drie") == "een \\# twee drie"
