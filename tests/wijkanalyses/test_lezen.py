"""What comes out of reading a wijkanalyse."""

from __future__ import annotations

import json

import pytest

from hulp.wijkanalyses import THEMAS, kop, romp, schrijf_md
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.wijkanalyses.lezen import lees_bestand


@pytest.mark.traag
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


@pytest.mark.traag
def test_gewone_tekens_in_markdown_mogen(tmp_path):
    tekst = "In C# kost het € 5 < 6, mail a@b.nl; $5 tot $10; 50% & meer; 3 * 4 = 12; [sic]."

    secties = lees_bestand(schrijf_md(tmp_path, kop() + romp(profiel=tekst)), THEMAS)["secties"]

    assert secties["Profiel"] == (
        r"In C\# kost het € 5 \< 6, mail a\@b.nl; \$5 tot \$10; 50% \& meer; 3 \* 4 = 12; "
        "\\[sic\\].\n"
    )
