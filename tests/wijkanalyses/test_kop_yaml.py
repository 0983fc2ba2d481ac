"""The header as YAML: values stay text, and what YAML could do is refused."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS, kop, lees_fout, romp, schrijf_md
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.lezen import lees_bestand

YAMLFOUTEN = {
    "dubbele punt": ({"titel": "Wijk: een proef"}, "geen geldige YAML", 2),
    "aanhalingsteken open": ({"studie": '"half'}, "geen geldige YAML", None),
    "sleutel twee keer": ({"auteurs": "[A]\ntitel: y"}, "staat er twee keer", 7),
    "hekje in een waarde": ({"studie": "wijk #1 en meer"}, "achter een # staat", 5),
    "hekje achter een lijst": ({"wijken": "[WK900101] # Oost"}, "achter een # staat", 4),
    "hekje achter aanhalingstekens": ({"titel": '"Een" # twee'}, "achter een # staat", 2),
    "hekje achter een vouwteken": ({"studie": ">- # x\n  Een."}, "achter een # staat", 5),
    "anker": ({"titel": "&a x"}, "verwijzing", 2),
    "yaml-bom": ({"titel": "&a [x]", "studie": "[*a, *a, *a]"}, "verwijzing", 2),
    "tag": ({"titel": "!!python/object:os.system x"}, "uitroepteken", 2),
    "diep genest": ({"titel": "[" * 5000 + "]" * 5000}, "te diep genest", 2),
    "te groot": ({"titel": "x" * 30_000}, "te groot", None),
}


@pytest.mark.traag
@pytest.mark.parametrize("geval", YAMLFOUTEN)
def test_fouten_in_de_yaml(tmp_path, geval):
    velden, melding, regel = YAMLFOUTEN[geval]

    fout = lees_fout(tmp_path, kop(**velden) + romp())

    assert melding in str(fout)
    if regel is not None:
        assert fout.regel == regel


@pytest.mark.traag
def test_getallen_en_ja_blijven_tekst(tmp_path):
    pad = schrijf_md(tmp_path, kop(titel="2016", studie="yes", samenvatting=">\n  Een.\n  Twee."))

    with pytest.raises(InvoerFout, match="ontbreken vaste koppen"):
        lees_bestand(pad, THEMAS)
    analyse = lees_bestand(schrijf_md(tmp_path, pad.read_text(encoding="utf-8") + romp()), THEMAS)
    assert (analyse["titel"], analyse["studie"]) == ("2016", "yes")
    assert analyse["samenvatting"] == "Een. Twee."


@pytest.mark.traag
def test_een_hekje_dat_tekst_is_mag(tmp_path):
    velden = {"studie": '"wijk #1"', "titel": "C#", "samenvatting": ">-\n  Een #1.\n  # Twee."}
    pad = schrijf_md(
        tmp_path, "---\n# een regel die alleen een opmerking is" + kop(**velden)[3:] + romp()
    )

    analyse = lees_bestand(pad, THEMAS)

    assert (analyse["studie"], analyse["titel"]) == ("wijk #1", "C#")
    assert analyse["samenvatting"] == "Een #1. # Twee."


def test_geen_kop(tmp_path):
    fout = lees_fout(tmp_path, romp())
    assert "begint niet met een kop" in str(fout)
    assert fout.regel == 1
    assert "begint niet met een kop" in str(lees_fout(tmp_path, ""))
    assert "niet afgesloten" in str(lees_fout(tmp_path, "---\ntitel: x\n"))
    assert "de kop is leeg" in str(lees_fout(tmp_path, "---\n---\n" + romp()))
    assert "geen lijst van velden" in str(lees_fout(tmp_path, "---\n- a\n---\n" + romp()))
