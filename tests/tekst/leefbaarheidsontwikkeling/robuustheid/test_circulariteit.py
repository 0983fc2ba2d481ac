"""Circularity: the score without the dimension that a factor feeds."""

from __future__ import annotations

from hulp.controletabellen import EDITIE, hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import circulariteit


def circulair(tot, zonder, reden=None, eensgezind=True, model="ancova"):
    return hoofdrij("corporatie_pct", 0.01, 0.4, reden=reden) | {
        **{"van": 2012, "tot": tot, "model": model, "factor": "corporatie_pct"},
        **{"dimensie": "won", "eensgezind": eensgezind, "betekenis": "Zo."},
        **{"coef_sd_totaal": None if zonder is None else 0.01, "coef_sd_zonder": zonder},
        **{"coef_sd_dimensie": 0.01, "p_totaal": 0.01, "p_zonder": 0.4, "p_dimensie": 0.4},
    }


def test_circulariteit_zegt_waarom_de_hoofdperiode_niet_kan():
    zonder = circulair(2014, None, reden="geen dimensiescores in 2012")
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
