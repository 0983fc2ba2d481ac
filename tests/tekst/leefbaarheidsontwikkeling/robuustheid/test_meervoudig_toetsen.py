"""More than one test: what the corrections leave."""

from __future__ import annotations

from hulp.controletabellen import AANTOONBAAR, hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import meervoudig_toetsen


def toets(familie, factor, p, verworpen, van=2012):
    return hoofdrij(factor, 0.01, p) | {
        **{"familie": familie, "van": van, "p_aangepast": p, "verworpen": verworpen},
        "reden": None if p is not None else "geen variatie",
    }


def test_toetsen_per_periode_en_een_die_niet_kan():
    rijen = [
        toets("primair", "werkloosheid", 0.01, True),
        toets("primair", "corporatie_pct", None, None),
        toets("verkennend", "dichtheid", 0.01, True),
        toets("verkennend", "dichtheid", 0.04, False),
        toets("verkennend", "dichtheid", None, None),
        toets("verkennend", "dichtheid", 0.60, False, van=2008),
    ]
    stof = maak_stof(toetsen=rijen, aantoonbaar=AANTOONBAAR)
    primair = meervoudig_toetsen.primair_rijen(stof)
    assert primair[0][3] == "**ja**" and primair[1][3] == "–"
    assert "niet te toetsen: geen variatie" in primair[1][0]
    assert meervoudig_toetsen.verkennend_rijen(stof) == [
        ["2008–2014", "1", "0", "0", "geen"],
        ["2012–2014", "2", "2", "1", "*WOZ-waarde*"],
    ]
    zin = meervoudig_toetsen.toetsen_zin(stof)
    assert "de vooraf aangewezen toets blijft overeind (*werkloosheid*)" in zin
    assert "één factor was niet te toetsen" in zin and "van de drie verkennende toetsen" in zin
