"""More than one test: what the corrections leave."""

from __future__ import annotations

import pytest

from hulp.controletabellen import AANTOONBAAR, FACTOREN, hoofdrij, maak_stof
from leefbaarheid.basis import taal
from leefbaarheid.tekst.technische_verantwoording import meervoudig_toetsen


def toets(familie, factor, p, verworpen, van=2012):
    return hoofdrij(factor, 0.01, p) | {
        **{"familie": familie, "van": van, "p_aangepast": p, "verworpen": verworpen},
        "reden": None if p is not None else "geen_p_waarde",
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
    stof.tabellen["regressie"] = [
        hoofdrij("dichtheid", -0.01, 0.02),
        hoofdrij("dichtheid", 0.01, 0.6) | {"van": 2008},
    ]
    primair = meervoudig_toetsen.primair_rijen(stof)
    assert primair[0][3] == "**ja**" and primair[1][3] == "–"
    assert "niet te toetsen: er is geen p-waarde: deze factor" in primair[1][0]
    assert meervoudig_toetsen.verkennend_rijen(stof) == [
        ["2008–2014", "1", "0", "0", "geen"],
        ["2012–2014", "2", "2 (2 negatief)", "1 (1 negatief)", "*WOZ-waarde*"],
    ]
    zin = meervoudig_toetsen.toetsen_zin(stof)
    assert "De toets op een hoofdfactor blijft overeind (*werkloosheid*)" in zin
    assert "één factor was niet te toetsen" in zin and "van de drie verkennende toetsen" in zin


@pytest.mark.parametrize(
    ("overeind", "zin"),
    [
        (
            [True, True, False],
            "van de drie toetsen op hoofdfactoren blijven er twee overeind (*werkloosheid* en "
            "*woningen van corporaties*)",
        ),
        (
            [True, False, False],
            "van de drie toetsen op hoofdfactoren blijft er één overeind (*werkloosheid*)",
        ),
        ([False] * 3, "van de drie toetsen op hoofdfactoren blijft er geen overeind"),
        ([True], "de toets op een hoofdfactor blijft overeind (*werkloosheid*)"),
        ([False], "de toets op een hoofdfactor blijft niet overeind"),
        ([None], "geen enkele toets op een hoofdfactor was uit te voeren"),
    ],
)
def test_zin_over_de_toetsen_op_hoofdfactoren(overeind, zin):
    rijen = [
        toets("primair", factor, None if stand is None else 0.5, stand)
        for factor, stand in zip(FACTOREN, overeind, strict=False)
    ]
    tekst = meervoudig_toetsen.toetsen_zin(maak_stof(toetsen=rijen))
    assert tekst.startswith(taal.hoofdletter(zin))
    assert "verkennend" not in tekst and tekst.endswith(".")


def test_zin_noemt_het_verkennende_rooster():
    rijen = [toets("primair", "werkloosheid", 0.01, True)]
    rijen += [toets("verkennend", "dichtheid", 0.01, stand) for stand in (True,) * 3 + (False,) * 2]
    assert meervoudig_toetsen.toetsen_zin(maak_stof(toetsen=rijen)).endswith(
        "en van de vijf verkennende toetsen blijven er drie overeind "
        "(naar verwachting hooguit 5% daarvan bij toeval)."
    )


def test_een_herhaalde_toets_telt_niet_en_staat_erbij():
    rijen = [toets("primair", "werkloosheid", 0.01, True)]
    rijen += [toets("verkennend", "dichtheid", p, False) for p in (0.2, 0.3)]
    dubbel = toets("verkennend", "dichtheid", None, None)
    dubbel["reden"] = "zelfde_toets?model=ancova&steekproef=selectie"
    tekst = meervoudig_toetsen.toetsen_zin(maak_stof(toetsen=[*rijen, dubbel]))
    assert "van de twee verkennende toetsen blijft er geen overeind" in tekst
    assert tekst.endswith(
        "Eén verkennende toets meer herhaalt een andere en telt niet nog eens mee."
    )
