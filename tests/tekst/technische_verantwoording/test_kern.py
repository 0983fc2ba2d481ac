"""What the sections on the checks share: cells, house style, null findings."""

from __future__ import annotations

from hulp.controletabellen import MIN, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import kern
from leefbaarheid.tekst.technische_verantwoording.kern import (
    kort_cel,
    schatting_cel,
    zinbegin,
)


def test_een_grens_bij_nul_leest_niet_als_nul():
    assert kern.interval_in_zin(-0.0403, -0.0002) == f"{MIN}0,0403 tot {MIN}0,0002"
    assert kern.interval_in_zin(-0.0403, 0.0123) == f"{MIN}0,040 tot +0,012"


def test_cel_vet_als_het_interval_nul_uitsluit():
    duidelijk, niet = hoofdrij("dichtheid", -0.03, 0.001), hoofdrij("dichtheid", 0.004, 0.4)
    assert schatting_cel(duidelijk) == rf"**{MIN}0,030** ({MIN}0,040\ tot\ {MIN}0,020)"
    assert schatting_cel(niet) == rf"+0,004 ({MIN}0,006\ tot\ +0,014)"
    assert kort_cel(duidelijk) == rf"**{MIN}0,030** ±\ 0,010"


def test_cel_zonder_schatting_geeft_de_reden():
    assert (
        schatting_cel(hoofdrij("dichtheid", None, None), reden="geen variatie") == "*geen variatie*"
    )
    assert kort_cel(hoofdrij("dichtheid", None, None)) == "–"
    zonder_marge = hoofdrij("dichtheid", 0.004, None) | {"ci_sd_laag": None}
    assert kort_cel(zonder_marge, reden="geen marge") == "+0,004 *(geen marge)*"


def test_zin_begint_met_een_hoofdletter_ook_cursief():
    assert zinbegin("*werkloosheid* en meer") == "*Werkloosheid* en meer"
    assert zinbegin("één wijk") == "Eén wijk"


def test_zinnen_van_een_controle_krijgen_de_huisstijl():
    stof = maak_stof()
    zin = "de samenhang met WOZ-waarde in het venster is niet zeker: werkloosheid telt (marge)."
    assert kern.netjes(stof, zin) == (
        "De samenhang met *WOZ-waarde* in de periode is niet zeker: *werkloosheid* telt "
        "(onzekerheidsmarge)."
    )
    assert kern.netjes(stof, "Werkloosheidscijfers blijven.") == "Werkloosheidscijfers blijven."
