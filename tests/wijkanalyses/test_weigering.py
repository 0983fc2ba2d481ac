"""What may not be in the text, and what its writer reads about it."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS, kop, lees_fout, regel_met, romp, schrijf_md
from leefbaarheid.wijkanalyses.lezen import lees_bestand

VERBODEN = {
    "typst-blok": ("```{=typst}\n#pagebreak()\n```", "ruwe Typst-opmaak", "#pagebreak()"),
    "typst in de regel": ("Een `#v(1em)`{=typst} wijk.", "ruwe Typst-opmaak", "#v(1em)"),
    "html": ("Een <b>vette</b> wijk.", "ruwe HTML-opmaak", "<b>"),
    "script": ("<script>alert(1)</script>", "ruwe HTML-opmaak", "<script>"),
    "html-blok": ('<div class="x">\nx\n</div>', "ruwe HTML-opmaak", '<div class="x">'),
    "commentaar": ("Een <!-- nog nakijken --> wijk.", "ruwe HTML-opmaak", "<!-- nog nakijken -->"),
    "latex": ("Zie \\input{/etc/passwd} hier.", "ruwe LaTeX-opmaak", "\\input{/etc/passwd}"),
    "latex-blok": ("\\begin{x}\nx\n\\end{x}", "ruwe LaTeX-opmaak", "\\begin{x}"),
    "formule": ("Dat is $x^2$.", "formule", "$x^2$"),
    "formule apart": ("$$x^2$$", "formule", "$$x^2$$"),
    "verwijzing": ("Zie [@jansen2015, p. 3].", "verwijzing met @", "@jansen2015"),
    "kruisverwijzing": ("Zie @fig-x.", "verwijzing met @", "@fig-x"),
    "code in de regel": ("Dat zijn er `{python} 1`.", "uitvoerbare codecel", "{python} 1"),
    "knitr": ("Dat zijn er `r 1 + 1`.", "uitvoerbare codecel", "r 1 + 1"),
    "div": ("::: {.content-hidden}\nWeg.\n:::", "een opmaakblok", None),
    "span": ("Een [woord]{.mark} hier.", "opmaak tussen accolades", None),
    "definitielijst": ("Term\n\n: uitleg", "een definitielijst", None),
    "regelblok": ("| een\n| twee", "een regelblok", None),
    "lijn": ("Eerst.\n\n***\n\nDan.", "een horizontale lijn", None),
    "javascript": ("[klik](javascript:alert(1))", "wijst niet naar een webadres", "javascript:"),
    "eigen bestand": ("[klik](file:///etc/passwd)", "wijst niet naar een webadres", "file:///"),
    "anker": ("[klik](#profiel)", "wijst niet naar een webadres", "#profiel"),
    "kop in citaat": ("> ### Kop", "kop binnen een lijst", "### Kop"),
    "noot zonder tekst": ("Een noot[^7].", "bij deze voetnoot ontbreekt", "[^7]"),
    "noot niet gebruikt": ("Tekst.\n\n[^7]: Noot.", "nergens aangehaald", "[^7]: Noot."),
    "noot dubbel": ("A[^7].\n\n[^7]: N.\n\n[^7]: M.", "voetnoot staat er twee keer", "[^7]: M."),
    "tabel zonder kop": ("--- ---\n a   b\n--- ---", "geen kopregel", None),
    "twee lijsten": ("1. a\n\n(1) b", "twee genummerde lijsten", None),
}


@pytest.mark.parametrize("geval", VERBODEN)
def test_verboden_in_de_tekst(tmp_path, geval):
    tekst, melding, zoek = VERBODEN[geval]

    fout = lees_fout(tmp_path, kop() + romp(opgaven=tekst))

    assert melding in str(fout)
    if zoek:
        assert fout.regel == regel_met(tmp_path, zoek)


def test_melding_noemt_sectie_fragment_en_remedie(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(opgaven="Een <b>vette</b> wijk."))

    assert str(fout) == (
        f"FOUT in bestand {tmp_path / 'proef.md'}, regel 35, waarde '<b>': er staat ruwe "
        "HTML-opmaak in de tekst (sectie 'Opgaven')\n"
        "  Wat te doen: Gebruik gewone Markdown. Een letterlijke < schrijf je als \\<."
    )


@pytest.mark.traag
def test_de_remedie_werkt(tmp_path):
    pad = schrijf_md(tmp_path, kop() + romp(opgaven=r"Een \<b\>, \$x\$, \@x en \\input."))

    assert lees_bestand(pad, THEMAS)["secties"]["Opgaven"] == (
        "Een \\<b\\>, \\$x\\$, \\@x en \\\\input.\n"
    )


@pytest.mark.traag
def test_te_diep_genest_is_een_melding(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(opgaven=">" * 3000 + " x"))

    assert "te diep genest" in str(fout) or "pandoc" in str(fout)
