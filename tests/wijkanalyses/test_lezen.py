"""Reading wijkanalyses: what comes out, and what each mistake says."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
import yaml
from PIL import Image

import lees_wijkanalyses
from hulp import WORTEL
from hulp.wijkanalyses import THEMAS, kop, koptabel, romp, schrijf_docx, schrijf_md
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.lezen import (
    SECTIES,
    beeldinhoud,
    controleer_codes,
    lees_bestand,
    lees_map,
    vind_bestanden,
)

VOORBEELD = WORTEL / "data" / "raw" / "voorbeeld" / "wijkanalyses"


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


# --- what comes out -----------------------------------------------------------------------------


def test_markdown(tmp_path):
    pad = schrijf_md(tmp_path, kop() + romp(profiel="Een *mooie* wijk.\n\n### Ligging\n\nAan zee."))

    analyse = lees_bestand(pad, THEMAS)

    assert analyse["bron"] == "proef.md"
    assert analyse["sleutel"] == "proef"
    assert analyse["titel"] == "Voorbeeldwijk: een proef"
    assert analyse["wijken"] == ["WK900101"]
    assert analyse["auteurs"] == ["A. Proef", "B. Proef"]
    assert analyse["datum"] == "2016-10-25"
    assert analyse["themas"] == ["crisis", "sociaal"]
    assert list(analyse["secties"]) == list(SECTIES)
    assert analyse["secties"]["Profiel"] == "Een *mooie* wijk.\n\n#### Ligging\n\nAan zee.\n"
    assert analyse["secties"]["Bronnen"] == "Eén zin over deze wijk.\n"
    assert analyse["woorden"] == 3 + 1 + 2 + 7 * 5
    assert analyse["afbeeldingen"] == []
    json.dumps(analyse)


def test_regeleinden_en_bom_maken_niets_uit(tmp_path):
    tekst = kop() + romp()
    gewoon = lees_bestand(schrijf_md(tmp_path, tekst), THEMAS)

    windows = lees_bestand(schrijf_md(tmp_path, "\ufeff" + tekst.replace("\n", "\r\n")), THEMAS)

    assert windows == gewoon


def test_getallen_en_ja_blijven_tekst(tmp_path):
    pad = schrijf_md(tmp_path, kop(titel="2016", studie="yes", samenvatting=">\n  Een.\n  Twee."))

    with pytest.raises(InvoerFout, match="ontbreken vaste koppen"):
        lees_bestand(pad, THEMAS)
    analyse = lees_bestand(schrijf_md(tmp_path, pad.read_text(encoding="utf-8") + romp()), THEMAS)
    assert (analyse["titel"], analyse["studie"]) == ("2016", "yes")
    assert analyse["samenvatting"] == "Een. Twee."


@pytest.mark.parametrize("hekje", ["#", "##"])
def test_word_met_koptabel_is_gelijk_aan_markdown(tmp_path, hekje):
    tekst = romp(profiel="Een *mooie* wijk[^1].\n\n### Ligging\n\nAan zee.\n\n[^1]: Noot.")
    uit_md = lees_bestand(schrijf_md(tmp_path, kop(wijken="[WK900101, WK900102]") + tekst), THEMAS)
    in_word = tekst.replace("\n## ", f"\n{hekje} ").replace("\n### ", f"\n{hekje}# ")

    pad = schrijf_docx(tmp_path, koptabel(wijken="[WK900101, WK900102]") + in_word)
    uit_word = lees_bestand(pad, THEMAS)

    anders = {"bron", "plaats_wijken"}
    assert {k: v for k, v in uit_word.items() if k not in anders} == {
        k: v for k, v in uit_md.items() if k not in anders
    }


def test_word_met_yaml_ernaast(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    analyse = lees_bestand(pad, THEMAS)

    assert analyse["titel"] == "Voorbeeldwijk: een proef"
    assert analyse["plaats_wijken"] == {"bestand": "proef.yaml", "regel": 3}


def test_letterlijke_tekens_in_word_blijven_tekst(tmp_path):
    tekst = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`{=typst} en \<b\> in C# voor € 5 < 6."

    secties = lees_bestand(schrijf_docx(tmp_path, koptabel() + romp(profiel=tekst)), THEMAS)[
        "secties"
    ]

    verwacht = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`\{=typst\} en \<b\> in C\# voor € 5 \< 6."
    assert secties["Profiel"] == verwacht + "\n"


def test_gewone_tekens_in_markdown_mogen(tmp_path):
    tekst = "In C# kost het € 5 < 6, mail a@b.nl; $5 tot $10; 50% & meer; 3 * 4 = 12; [sic]."

    secties = lees_bestand(schrijf_md(tmp_path, kop() + romp(profiel=tekst)), THEMAS)["secties"]

    assert secties["Profiel"] == (
        r"In C\# kost het € 5 \< 6, mail a\@b.nl; \$5 tot \$10; 50% \& meer; 3 \* 4 = 12; "
        "\\[sic\\].\n"
    )


def test_voorbeeldanalyses_worden_gelezen():
    analyses = lees_map(
        vind_bestanden(VOORBEELD),
        _themas_van_de_editie(),
        VOORBEELD,
    )

    assert len(analyses) == 12
    assert sum(analyse["bron"].endswith(".docx") for analyse in analyses) == 2
    assert [len(analyse["wijken"]) for analyse in analyses].count(2) == 1
    assert all(400 <= analyse["woorden"] <= 700 for analyse in analyses)


def _themas_van_de_editie() -> dict[str, str]:
    config = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text(encoding="utf-8"))
    return config["wijkanalyses"]["themas"]


# --- the header ---------------------------------------------------------------------------------

KOPFOUTEN = {
    "sleutel ontbreekt": ({"studie": None}, "ontbreekt het veld 'studie'", None),
    "datum bestaat niet": ({"datum": "2016-02-30"}, "geen bestaande datum", 7),
    "datum anders geschreven": ({"datum": "25-10-2016"}, "jaar-maand-dag", 7),
    "oordeel": ({"oordeel": "stijgers"}, "Bedoelde u stijger", 8),
    "thema": ({"themas": "[crisis, sociaall]"}, "Bedoelde u sociaal", 9),
    "wijkcode": ({"wijken": "[WK90010]"}, "geen CBS-wijkcode", 4),
    "wijkcode in kleine letters": ({"wijken": "[wk900101]"}, "geen CBS-wijkcode", 4),
    "zelfde wijk twee keer": ({"wijken": "[WK900101, WK900101]"}, "twee keer in de lijst", 4),
    "lege lijst": ({"wijken": "[]"}, "dit veld is leeg", 4),
    "lege waarde": ({"gemeente": ""}, "dit veld is leeg", 3),
    "null": ({"gemeente": "null"}, "dit veld is leeg", 3),
    "leeg deel": ({"auteurs": "[A. Proef, '']"}, "lijst van teksten", 6),
    "tekst waar een lijst hoort": ({"wijken": "WK900101"}, "lijst van teksten", 4),
    "lijst waar tekst hoort": ({"gemeente": "[a, b]"}, "moet tekst zijn", 3),
    "blok waar tekst hoort": ({"gemeente": "{a: b}"}, "moet tekst zijn", 3),
    "shortcode": ({"titel": "'{{< include x >}}'"}, "Quarto-shortcode", 2),
    "dubbele punt": ({"titel": "Wijk: een proef"}, "geen geldige YAML", 2),
    "aanhalingsteken open": ({"studie": '"half'}, "geen geldige YAML", None),
    "onbekende sleutel": ({"samenvating": "x"}, "Bedoelde u samenvatting", 11),
    "sleutel twee keer": ({"extra": "x\ntitel: y"}, "staat er twee keer", 12),
    "anker": ({"titel": "&a x"}, "verwijzing", 2),
    "yaml-bom": ({"titel": "&a [x]", "studie": "[*a, *a, *a]"}, "verwijzing", 2),
    "tag": ({"titel": "!!python/object:os.system x"}, "uitroepteken", 2),
    "diep genest": ({"titel": "[" * 5000 + "]" * 5000}, "te diep genest", 2),
    "te groot": ({"titel": "x" * 30_000}, "te groot", None),
}


@pytest.mark.parametrize("geval", KOPFOUTEN)
def test_fouten_in_de_kop(tmp_path, geval):
    velden, melding, regel = KOPFOUTEN[geval]

    fout = lees_fout(tmp_path, kop(**velden) + romp())

    assert melding in str(fout)
    if regel is not None:
        assert fout.regel == regel


def test_geen_kop(tmp_path):
    fout = lees_fout(tmp_path, romp())
    assert "begint niet met een kop" in str(fout)
    assert fout.regel == 1
    assert "begint niet met een kop" in str(lees_fout(tmp_path, ""))
    assert "niet afgesloten" in str(lees_fout(tmp_path, "---\ntitel: x\n"))
    assert "de kop is leeg" in str(lees_fout(tmp_path, "---\n---\n" + romp()))
    assert "geen lijst van velden" in str(lees_fout(tmp_path, "---\n- a\n---\n" + romp()))


def test_geen_utf8(tmp_path):
    pad = tmp_path / "proef.md"
    pad.write_bytes((kop() + romp(profiel="Eén café.")).encode("cp1252"))

    with pytest.raises(InvoerFout, match=r"geen UTF-8 \(byte 0xE9\)") as fout:
        lees_bestand(pad, THEMAS)
    assert fout.value.regel == 15
    assert "Windows-1252" in fout.value.remedie


def test_besturingsteken(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(profiel="Een \x07 teken."))

    assert "U+0007" in str(fout)
    assert fout.regel == regel_met(tmp_path, "\x07")


# --- the headings -------------------------------------------------------------------------------


def verwissel(tekst: str, oud: str, nieuw: str) -> str:
    assert oud in tekst
    return tekst.replace(oud, nieuw)


KOPPEN = {
    "ontbreekt": ("## Opgaven\n\nEén zin over deze wijk.\n", "", "kop 'Opgaven' ontbreekt"),
    "dubbel": ("## Opgaven", "## Profiel", "staat er twee keer"),
    "onbekend": ("## Opgaven", "## Opgave", "Bedoelde u Opgaven"),
    "extra": ("## Bronnen", "## Slot\n\nx\n\n## Bronnen", "hoort niet bij de vaste koppen"),
    "verkeerd niveau": ("## Opgaven", "### Opgaven", "niet het niveau van een sectie"),
    "niveau 1": ("## Opgaven", "# Opgaven", "niet het niveau van een sectie"),
    "tekst ervoor": ("## Profiel", "Vooraf.\n\n## Profiel", "tekst vóór de eerste kop"),
    "niveau overgeslagen": ("## Opgaven\n", "## Opgaven\n\n#### Te diep\n", "slaat een niveau"),
    "te diep": ("## Opgaven\n", "## Opgaven\n\n### A\n\n#### B\n\n##### C\n", "ligt te diep"),
    "lege kop": ("## Opgaven\n", "## Opgaven\n\n###\n", "lege kop"),
}


@pytest.mark.parametrize("geval", KOPPEN)
def test_fouten_in_de_koppen(tmp_path, geval):
    oud, nieuw, melding = KOPPEN[geval]

    fout = lees_fout(tmp_path, kop() + verwissel(romp(), oud, nieuw))

    assert melding in str(fout)
    if geval not in ("ontbreekt", "lege kop"):
        assert fout.regel


def test_dubbele_kop_noemt_de_tweede(tmp_path):
    fout = lees_fout(tmp_path, kop() + verwissel(romp(), "## Ontwikkeling", "## Profiel"))

    assert fout.regel == 17
    assert fout.waarde == "Profiel"


def test_andere_volgorde(tmp_path):
    tekst = romp().replace("## Opgaven", "## X").replace("## Bronnen", "## Opgaven")

    fout = lees_fout(tmp_path, kop() + tekst.replace("## X", "## Bronnen"))

    assert "hier hoort 'Opgaven'" in str(fout)
    assert fout.waarde == "Bronnen"


@pytest.mark.parametrize("inhoud", ["", "### Alleen een kop", "—"])
def test_lege_sectie(tmp_path, inhoud):
    fout = lees_fout(tmp_path, kop() + romp(opgaven=inhoud))

    assert "deze sectie is leeg (sectie 'Opgaven')" in str(fout)
    assert fout.regel == regel_met(tmp_path, "## Opgaven")


def test_titel_herhaald_als_kop_mag(tmp_path):
    pad = schrijf_md(tmp_path, kop() + "\n# Voorbeeldwijk: een proef\n" + romp())

    assert list(lees_bestand(pad, THEMAS)["secties"]) == list(SECTIES)


# --- what may not be in the text ----------------------------------------------------------------

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
    "shortcode": ("{{< include /etc/passwd >}}", "Quarto-shortcode", "{{< include"),
    "shortcode in code": ("`{{< meta x >}}`", "Quarto-shortcode", "{{< meta"),
    "codecel": ("```{python}\n1\n```", "uitvoerbare codecel", "```{python}"),
    "codecel met lege regel": ("```{r}\n\n1\n```", "uitvoerbare codecel", "```{r}"),
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


def test_de_remedie_werkt(tmp_path):
    pad = schrijf_md(tmp_path, kop() + romp(opgaven=r"Een \<b\>, \$x\$, \@x en \\input."))

    assert lees_bestand(pad, THEMAS)["secties"]["Opgaven"] == (
        "Een \\<b\\>, \\$x\\$, \\@x en \\\\input.\n"
    )


def test_te_diep_genest_is_een_melding(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(opgaven=">" * 3000 + " x"))

    assert "te diep genest" in str(fout) or "pandoc" in str(fout)


# --- images -------------------------------------------------------------------------------------


def test_afbeelding(tmp_path):
    (tmp_path / "foto's").mkdir()
    (tmp_path / "foto's" / "plein 1.png").write_bytes(plaatje())
    tekst = 'Zie:\n\n![Het *plein*](<foto\'s/plein 1.png>){fig-alt="Een \\"leeg\\" plein" width=9}'
    pad = schrijf_md(tmp_path, kop() + romp(profiel=tekst))

    analyse = lees_bestand(pad, THEMAS)

    (beeld,) = analyse["afbeeldingen"]
    assert beeld["alt"] == "Een ”leeg” plein"
    assert beeld["bestand"].startswith("wijkanalyses-beelden/proef-")
    assert beeldinhoud(pad, beeld) == plaatje()
    assert analyse["secties"]["Profiel"] == (
        f'Zie:\n\n![Het *plein*]({beeld["bestand"]}){{#fig-proef-1 fig-alt="Een ”leeg” plein"}}\n'
    )


def test_afbeelding_uit_word(tmp_path):
    (tmp_path / "plein.jpg").write_bytes(plaatje("JPEG"))
    pad = schrijf_docx(tmp_path, koptabel() + romp(profiel="Zie:\n\n![Het plein](plein.jpg)"))

    analyse = lees_bestand(pad, THEMAS)

    (beeld,) = analyse["afbeeldingen"]
    assert beeld["bestand"].endswith(".jpg")
    assert beeldinhoud(pad, beeld) == plaatje("JPEG")
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


# --- Word that is wrong -------------------------------------------------------------------------


def word_fout(pad: Path) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees_bestand(pad, THEMAS)
    assert str(pad.parent) in str(fout.value)
    return str(fout.value)


def test_kapotte_word_bestanden(tmp_path):
    goed = schrijf_docx(tmp_path, koptabel() + romp()).read_bytes()
    pad = tmp_path / "kapot.docx"
    for inhoud in (b"", b"geen zip", goed[: len(goed) // 2], b"\xd0\xcf\x11\xe0" + b"\0" * 600):
        pad.write_bytes(inhoud)
        assert "geen leesbaar Word-bestand" in word_fout(pad)
    midden = len(goed) // 3
    pad.write_bytes(goed[:midden] + b"\0" * 50 + goed[midden + 50 :])
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("iets.txt", "anders")
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("word/document.xml", "<niet-goed>")
    assert "pandoc kan dit bestand niet lezen" in word_fout(pad)


def test_zipbom(tmp_path):
    pad = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for n in range(11):
            zip_.writestr(f"word/{n}.xml", b"\0" * 10_000_000)

    assert pad.stat().st_size < 1_000_000
    assert "uitgepakt te groot" in word_fout(pad)


def test_te_groot_tekstbestand(tmp_path, monkeypatch):
    monkeypatch.setattr("leefbaarheid.wijkanalyses.lezen.MAX_TEKST", 100)

    assert "te groot" in str(lees_fout(tmp_path, kop() + romp()))


def test_word_zonder_kop(tmp_path):
    fout = word_fout(schrijf_docx(tmp_path, romp()))

    assert "het Word-bestand heeft geen kop" in fout
    assert ".yaml" in fout


def test_word_met_twee_koppen(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    assert "de kop staat er twee keer" in word_fout(pad)


def test_fouten_in_de_koptabel(tmp_path):
    def fout(tabel: str) -> str:
        return word_fout(schrijf_docx(tmp_path, tabel + romp()))

    assert "Bedoelde u samenvatting" in fout(koptabel() + "| samenvating | x |\n")
    assert "ontbreekt het veld 'datum'" in fout(koptabel(datum=None))
    assert "staat er twee keer" in fout(koptabel() + "| titel | x |\n")
    assert "twee kolommen" in fout("| veld | waarde | meer |\n|--|--|--|\n| a | b | c |\n")
    assert "twee keer in de lijst" in fout(koptabel(wijken="WK900101; WK900101"))


def test_fout_in_yaml_naast_word_noemt_het_yaml_bestand(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop(oordeel="goed"), encoding="utf-8")

    with pytest.raises(InvoerFout, match="deze waarde bestaat niet") as fout:
        lees_bestand(pad, THEMAS)
    assert fout.value.bestand == tmp_path / "proef.yaml"
    assert fout.value.regel == 8


def test_verboden_in_word(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp(opgaven="Hier {{\\< include x >}}."))

    assert "Quarto-shortcode in de tekst (sectie 'Opgaven')" in word_fout(pad)


# --- the folder ---------------------------------------------------------------------------------


def test_map(tmp_path):
    for naam, titel in (("b.md", "B"), ("a.md", "A"), ("c.MD", "C")):
        schrijf_md(tmp_path, kop(titel=titel) + romp(), naam)
    for naam in ("README.md", ".verborgen.md", "~$b.docx"):
        (tmp_path / naam).write_text("geen wijkanalyse")
    (tmp_path / "oud").mkdir()
    (tmp_path / "oud" / "d.md").write_text("geen wijkanalyse")
    (tmp_path / "foto.png").write_bytes(plaatje())

    gevonden = vind_bestanden(tmp_path)
    analyses = lees_map(gevonden, THEMAS, tmp_path)

    assert [analyse["bron"] for analyse in analyses] == ["a.md", "b.md", "c.MD"]
    assert [pad.name for pad in gevonden] == [
        "README.md",
        "a.md",
        "b.md",
        "c.MD",
        "foto.png",
        "d.md",
    ]
    assert lees_map(reversed(gevonden), THEMAS, tmp_path, draden=1) == analyses


def test_lege_map(tmp_path):
    assert vind_bestanden(tmp_path) == []
    assert lees_map([], THEMAS, tmp_path) == []


def test_voetnoten_van_twee_analyses_botsen_niet(tmp_path):
    for naam in ("een", "twee"):
        tekst = kop(titel=naam) + romp(profiel=f"Tekst[^1].\n\n[^1]: Noot {naam}.")
        schrijf_md(tmp_path, tekst, f"{naam}.md")

    een, twee = lees_map(vind_bestanden(tmp_path), THEMAS)

    assert "[^een-1]: Noot een." in een["secties"]["Profiel"]
    assert "[^twee-1]: Noot twee." in twee["secties"]["Profiel"]


def map_fout(map_: Path) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees_map(vind_bestanden(map_), THEMAS, map_)
    return str(fout.value)


def test_zelfde_titel(tmp_path):
    schrijf_md(tmp_path, kop() + romp(), "a.md")
    schrijf_md(tmp_path, kop(titel='"voorbeeldwijk:  een PROEF"') + romp(), "b.md")

    fout = map_fout(tmp_path)

    assert "deze titel heeft ook a.md" in fout
    assert "b.md" in fout


def test_namen_die_botsen(tmp_path):
    schrijf_md(tmp_path, kop() + romp(), "een wijk.md")
    schrijf_md(tmp_path, kop(titel="B") + romp(), "een-wijk.md")

    assert "lijkt te veel op een wijk.md" in map_fout(tmp_path)


@pytest.mark.parametrize("naam", ["los.yaml", "proef.yaml", "proef.yml"])
def test_yaml_zonder_word(tmp_path, naam):
    schrijf_md(tmp_path, kop() + romp())
    (tmp_path / naam).write_text(kop(), encoding="utf-8")

    assert "bij deze kop hoort geen Word-bestand" in map_fout(tmp_path)


@pytest.mark.parametrize("naam", ["wijk.doc", "wijk.odt", "wijk.qmd"])
def test_ander_bestand(tmp_path, naam):
    (tmp_path / naam).write_bytes(b"x")

    assert "wordt niet gelezen" in map_fout(tmp_path)


def test_verwijzing_uit_de_map(tmp_path):
    map_ = tmp_path / "wijkanalyses"
    map_.mkdir()
    buiten = schrijf_md(tmp_path, kop() + romp())
    (map_ / "link.md").symlink_to(buiten)

    assert "wijst buiten de map" in map_fout(map_)


def test_onbekende_code_noemt_de_naaste(tmp_path):
    pad = schrijf_md(tmp_path, kop(wijken="[WK900101, WK900109]") + romp())
    bekend = {"WK900101": "Voorbeeldwijk", "WK900100": "Centrum", "WK123456": "Ver weg"}

    with pytest.raises(InvoerFout, match="in geen van de bronnen") as fout:
        controleer_codes([lees_bestand(pad, THEMAS)], bekend, tmp_path)

    assert fout.value.bestand == pad
    assert fout.value.regel == 4
    assert fout.value.waarde == "WK900109"
    assert "WK900101 (Voorbeeldwijk)" in fout.value.remedie
    assert "Ver weg" not in fout.value.remedie


# --- the rule -----------------------------------------------------------------------------------


def draai(map_: Path, uit: Path) -> list[dict]:
    wijken = uit / "wijken.csv"
    wijken.write_text("wk_code,wk_naam\nWK900101,Voorbeeldwijk\n", encoding="utf-8")
    lees_wijkanalyses.main(
        vind_bestanden(map_), map_, wijken, THEMAS, uit / "wijkanalyses.json", uit / "beelden"
    )
    return json.loads((uit / "wijkanalyses.json").read_text(encoding="utf-8"))


def test_regel_zonder_analyses(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()

    assert draai(map_, tmp_path) == []
    assert list((tmp_path / "beelden").iterdir()) == []


def test_regel_schrijft_alleen_de_beelden_van_nu(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    (map_ / "plein.png").write_bytes(plaatje())
    (map_ / "ongebruikt.png").write_bytes(plaatje(kleur="blue"))
    schrijf_md(map_, kop() + romp(profiel="Zie:\n\n![Het plein](plein.png)"))
    (tmp_path / "beelden").mkdir()
    (tmp_path / "beelden" / "oud.png").write_bytes(b"van de vorige keer")

    (analyse,) = draai(map_, tmp_path)

    (beeld,) = (tmp_path / "beelden").iterdir()
    assert analyse["afbeeldingen"][0]["bestand"] == f"wijkanalyses-beelden/{beeld.name}"
    assert beeld.read_bytes() == plaatje()


def test_regel_schrijft_niets_bij_een_fout(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    schrijf_md(map_, kop(wijken="[WK900199]") + romp())

    with pytest.raises(InvoerFout):
        draai(map_, tmp_path)
    assert not (tmp_path / "wijkanalyses.json").exists()
