"""Circularity: the score without the dimension that a factor feeds."""

from __future__ import annotations

import pytest

from hulp.controletabellen import EDITIE, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import circulariteit


def circulair(tot, zonder, reden=None, eensgezind=True, model="ancova"):
    return hoofdrij("corporatie_pct", 0.01, 0.4, reden=reden) | {
        **{"van": 2012, "tot": tot, "model": model, "factor": "corporatie_pct"},
        **{"dimensie": "won", "eensgezind": eensgezind},
        **{"coef_sd_totaal": None if zonder is None else 0.01, "coef_sd_zonder": zonder},
        **{"coef_sd_dimensie": 0.01, "p_totaal": 0.01, "p_zonder": 0.4, "p_dimensie": 0.4},
    }


def test_circulariteit_zegt_waarom_de_hoofdperiode_niet_kan():
    zonder = circulair(2014, None, reden="geen_dimensiescores?jaren=2012")
    stof = maak_stof(circulariteit_oordeel=[zonder])
    assert circulariteit.circulariteit_hoofd(stof).endswith(
        "niet te doen (geen dimensiescores in 2012), en ook voor geen andere periode."
    )
    assert (
        circulariteit.circulariteit_rijen(stof) == []
        and circulariteit.circulariteit_zinnen(stof) == []
    )
    stof = maak_stof(circulariteit_oordeel=[zonder, circulair(2022, 0.01)])
    assert circulariteit.circulariteit_hoofd(stof).endswith("(geen dimensiescores in 2012).")
    assert circulariteit.circulariteit_rijen(stof)[0][:3] == [
        "2012–2022",
        "Woningen van corporaties",
        "woningvoorraad",
    ]
    assert "*werkloosheid* en *WOZ-waarde* zijn" in circulariteit.zonder_dimensie(stof).replace(
        "*W", "*w", 1
    )


def test_circulariteit_met_een_hoofdmodel_dat_er_niet_is():
    regressie = EDITIE["regressie"] | {"hoofdmodel": "basismeting"}
    rijen = [circulair(2014, 0.01, model="verandering"), circulair(2014, 0.02)]
    stof = maak_stof({"regressie": regressie}, circulariteit_oordeel=rijen)
    assert [rij["model"] for rij in circulariteit.circulair(stof)] == ["verandering"]
    assert circulariteit.circulariteit_hoofd(stof) == ""


@pytest.mark.parametrize(
    ("totaal", "zonder", "stuk"),
    [
        ((-0.02, 0.01), (-0.015, 0.01), "blijft zonder de dimensie woningvoorraad, die deze factor "
         "voedt, aantoonbaar; zij wordt zwakker (−0,015)."),
        ((-0.02, 0.01), (-0.021, 0.01), "blijft vrijwel even sterk (−0,021)."),
        ((-0.02, 0.01), (-0.03, 0.01), "wordt sterker (−0,030)."),
        ((-0.02, 0.01), (0.02, 0.01), "aantoonbaar; zij wisselt van teken (+0,020)."),
        ((-0.02, 0.01), (-0.005, 0.4), "aantoonbaar; zij verdwijnt voor meer dan de helft"),
        ((-0.02, 0.04), (-0.0199, 0.06), "niet meer aantoonbaar; zij blijft vrijwel even sterk"),
        ((-0.02, 0.2), (-0.03, 0.01), "met de totale score niet aantoonbaar (−0,020), maar zonder"),
        ((-0.02, 0.2), (-0.01, 0.5), "niet aantoonbaar (−0,020), ook zonder de dimensie"),
    ],
)  # fmt: skip
def test_zin_volgt_de_getallen(totaal, zonder, stuk):
    rij = {
        **{"label": "Huur", "dimensie": "won", "coef_sd_totaal": totaal[0], "p_totaal": totaal[1]},
        **{"coef_sd_zonder": zonder[0], "p_zonder": zonder[1]},
    }
    assert stuk in circulariteit.circulariteit_zin(rij)


def test_alleen_waar_iets_verandert_staat_een_zin():
    zelfde, anders = circulair(2022, 0.01), circulair(2018, 0.01, eensgezind=False)
    eerste, tweede = circulariteit.circulariteit_zinnen(
        maak_stof(circulariteit_oordeel=[zelfde, anders])
    )
    assert eerste.startswith("*2012–2018.* De samenhang met *woningen van corporaties* (+0,010) is")
    assert tweede.startswith("In de andere vergelijking blijven")


def test_wat_in_geen_van_beide_aantoonbaar_is_staat_er_een_keer():
    rijen = [
        circulair(tot, -0.002, eensgezind=False) | {"p_totaal": 0.4} for tot in (2018, 2020, 2022)
    ]
    (zin,) = circulariteit.circulariteit_zinnen(maak_stof(circulariteit_oordeel=rijen))
    assert zin.startswith("Alleen het teken van de schatting wisselt")
    assert zin.count("in 2012–20") == 3 and "woningen van corporaties" in zin
