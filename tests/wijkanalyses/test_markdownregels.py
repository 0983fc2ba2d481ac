"""What writers leave out in Markdown: read as they mean it, or refused with its line."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS, kop, lees_fout, regel_met, romp, schrijf_md
from leefbaarheid.wijkanalyses.lezen import lees_bestand

LIJST = "Inleiding\n\n- een\n- twee\n"
TABEL = "| a   | b   |\n|-----|-----|\n| 1   | 2   |\n"

BEDOELD = {
    "lijst na tekst": ("Inleiding\n- een\n- twee", LIJST),
    "lijst met sterren": ("Inleiding\n* een\n* twee", LIJST),
    "lijst met plussen": ("Inleiding\n+ een\n+ twee", LIJST),
    "lijst die inspringt": ("Inleiding\n  - een\n  - twee", LIJST),
    "lijst van één na dubbele punt": ("Zoals:\n- een", "Zoals:\n\n- een\n"),
    "nummers na tekst": ("Tekst\n1. een\n2. twee", "Tekst\n\n1.  een\n2.  twee\n"),
    "nummer na dubbele punt": ("Tekst:\n1. een", "Tekst:\n\n1.  een\n"),
    "letters na tekst": ("Tekst\na) een\nb) twee", "Tekst\n\na)  een\nb)  twee\n"),
    "lijst onder een kop": ("### Kop\n- een\n- twee", "#### Kop\n\n- een\n- twee\n"),
    "jaartal aan het begin van een regel": ("Dat was in\n2016. Daarna niet.",
                                           "Dat was in 2016. Daarna niet.\n"),
    "voorletter aan het begin van een regel": ("Volgens\nA. Proef klopt het.",
                                              "Volgens A. Proef klopt het.\n"),
    "tabel na tekst": ("Zie:\n| a | b |\n|---|---|\n| 1 | 2 |", f"Zie:\n\n{TABEL}"),
    "tabel na een kop": ("### K\n| a | b |\n|---|---|\n| 1 | 2 |", f"#### K\n\n{TABEL}"),
    "tekst na tabel": ("| a | b |\n|---|---|\n| 1 | 2 |\nTekst erna.", f"{TABEL}\nTekst erna.\n"),
    "tabel zonder randen": ("Zie\na | b\n---|---\n1 | 2", f"Zie\n\n{TABEL}"),
    "tabel die inspringt": ("    | a | b |\n    |---|---|\n    | 1 | 2 |", TABEL),
    "kop na tekst": ("Tekst\n### Kop\nmeer", "Tekst\n\n#### Kop\n\nmeer\n"),
    "kop na een lijst": ("- een\n- twee\n### Kop\nx", "- een\n- twee\n\n#### Kop\n\nx\n"),
    "citaat na tekst": ("Zij zei:\n> Mooi hier.\n> — bewoner",
                        "Zij zei:\n\n> Mooi hier.\n>\n> — bewoner\n"),
    "citaat van twee alinea's": ("> Mooi hier.\n>\n> En stil.\n> — bewoner",
                                 "> Mooi hier.\n>\n> En stil.\n>\n> — bewoner\n"),
    "noot na tekst": ("Tekst[^1].\n[^1]: Een noot.", "Tekst[^proef-1].\n\n[^proef-1]: Een noot.\n"),
    "tab voor een alinea": ("\tEen alinea\nvan twee regels.", "Een alinea van twee regels.\n"),
    "vier spaties": ("    Alinea een.\n\n    Alinea twee.", "Alinea een.\n\nAlinea twee.\n"),
    "tab voor een lijst": ("\t- een\n\t- twee", "- een\n- twee\n"),
    "tab na een kop": ("### Kop\n\tEen tekst.", "#### Kop\n\nEen tekst.\n"),
    "alinea binnen een lijst": ("- een\n\n    vervolg\n\nslot", "- een\n\n  vervolg\n\nslot\n"),
    "code tussen hekken": ("```\n- geen lijst\n    x\n```", "``` text\n- geen lijst\n    x\n```\n"),
    "streep in code in een tabel": ("| `a|b` | c |\n|---|---|\n| 1 | 2 |",
                                    "| `a|b` | c   |\n|-------|-----|\n| 1     | 2   |\n"),
    "woord met nadruk erin": ("*Oost*west", "*Oost*west\n"),
    "letters als entiteit": ("Eén caf&eacute;", "Eén café\n"),
    "losse accenten": ("Een cafe\u0301", "Een café\n"),
}  # fmt: skip


@pytest.mark.traag
@pytest.mark.parametrize("geval", BEDOELD)
def test_gelezen_zoals_bedoeld(tmp_path, geval):
    tekst, verwacht = BEDOELD[geval]

    analyse = lees_bestand(schrijf_md(tmp_path, kop() + romp(opgaven=tekst)), THEMAS)

    assert analyse["secties"]["Opgaven"] == verwacht


GEWEIGERD = {
    "streepje of punt": ("Het plein\n- ooit een haven - is leeg.", "of er een lijst begint", "- o"),
    "nummer midden in tekst": ("Zie artikel\n3. Daarna.", "of er een lijst begint", "3. D"),
    "groter dan of citaat": ("Het was\n> 5 procent.", "of > een citaat begint", "> 5"),
    "cel te veel": ("| a | b |\n|--|--|\n| 1 | 2 | 3 |", "heeft 3 cellen", "| 1"),
    "cel te weinig": ("| a | b |\n|--|--|\n| x | y |\n| 1 |", "heeft 1 cel, de kop", "| 1"),
    "streepjes te veel": ("| a | b |\n|--|--|--|\n| 1 | 2 |", "heeft 3 cellen", "|--"),
    "tabel zonder streepjes": ("a | b\nc | d", "zonder regel met streepjes", "c | d"),
    "kop zonder spatie": ("Tekst\n\n###Ligging\n\nx", "ontbreekt een spatie", "###L"),
    "code in een lijst": ("- een\n\n        diep\n", "als code gelezen", "diep"),
    "codeblok open": ("```\nx", "codeblok wordt niet afgesloten", "```"),
    "lijn": ("Hier.\n\n---\n\nDaar.", "een horizontale lijn", None),
    "lijn van sterren na tekst": ("Hier dus.\n* * *\nDaar dus.", "een horizontale lijn", "* * *"),
    "adres dat niemand noemt": ("Hier dus.\n\n[x]: http://a.nl/weg", "zou wegvallen", "[x]:"),
    "kop van 300 letters": ("### " + "lang " * 60 + "\n\nx", "dit is te lang", "### lang"),
    "woord van 3000 letters": ("x" * 3000, "woord van 3000 letters", "xxx"),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEWEIGERD)
def test_geweigerd_met_de_regel(tmp_path, geval):
    tekst, melding, zoek = GEWEIGERD[geval]

    fout = lees_fout(tmp_path, kop() + romp(opgaven=tekst))

    assert melding in str(fout)
    assert len(str(fout)) < 700
    if zoek:
        assert fout.regel == regel_met(tmp_path, zoek)
