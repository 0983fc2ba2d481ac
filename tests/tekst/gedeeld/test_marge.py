"""The margin beside the noise, and whose change is beyond doubt."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, bijlage
from leefbaarheid.tekst.gedeeld import marge


def rij(periode, sd=0.04, se=0.02, opvolgend=True, delta=0.02, **rest):
    van, tot = periode.split("-") if "-" in periode else (None, None)
    return {
        **{"periode": periode, "van": van, "tot": tot, "delta": delta, "opvolgend": opvolgend},
        **{"herkomst": "configuratie", "se_verschil": se, "sd_verandering": sd},
        **{"kans_gelabeld": 0.317, "grens_buiten_twijfel": delta + 1.96 * se, "reden": None},
    } | rest


def tabel(**rest):
    return [
        rij("doorsnee", opvolgend=False, **rest),
        rij("2008-2012", 0.047, **{"kans_gelabeld": 0.17, "se": 0.014} | rest),
        rij("2012-2014", 0.031, **rest),
    ]


GEEN = {"se": 0.0, "kans_gelabeld": 0.0}
ONBEKEND = {"reden": "meetfout_te_weinig_jaren?n=2&minimum=3", "kans_gelabeld": None}


@pytest.mark.parametrize(
    ("anders", "stukken"),
    [
        (
            {},
            [
                "Die marge is een aanname.",
                "tussen twee metingen is 0,031 tot 0,047 punt.",
                "een standaardfout van 0,014 tot 0,020 punt",
                "heet dan naar verwachting 17% tot 32% toch stijger of daler.",
            ],
        ),
        (
            {"herkomst": "uit_meetfout", "delta": 0.033, "maal": 1.645},
            ["Die marge volgt uit de meetfout: zij is 1,645 maal de standaardfout van"],
        ),
        ({"herkomst": "uit_meetfout", "maal": 2.0}, ["zij is 2 maal de standaardfout"]),
        (GEEN, ["In de meetjaren is geen meetfout van de score aan te wijzen."]),
        (ONBEKEND, ["niet te schatten: er zijn 2 meetjaren; om de meetfout te schatten"]),
    ],
)
def test_waar_de_marge_vandaan_komt_en_wat_ernaast_staat(anders, stukken):
    zin = marge.marge_tekst(bijlage(marge=tabel(**anders)))
    assert [stuk for stuk in stukken if stuk not in zin] == []
    assert "helft" not in zin


@pytest.mark.parametrize(("delta", "tekst"), [(0.02, "0,02"), (0.0, "0,00"), (0.033, "0,033")])
def test_de_marge_met_de_decimalen_die_zij_nodig_heeft(delta, tekst):
    assert marge.marge_getal(bijlage(marge=tabel(delta=delta))) == tekst


def lijst(*veranderingen):
    return [{"verandering": v, "buiten_twijfel": abs(v) > 0.0592} for v in veranderingen]


@pytest.mark.parametrize(
    ("veranderingen", "slot"),
    [
        ((0.1, 0.05, -0.1), "dat geldt voor 1 van de 2 stijgers en de enige daler."),
        ((0.1, 0.01, -0.03, -0.04), "dat geldt voor de enige stijger en 0 van de 2 dalers."),
        ((0.1, 0.2, -0.01), "dat geldt voor 2 van de 2 stijgers."),
    ],
)
def test_de_lijst_ordent_en_zegt_wie_buiten_twijfel_is(veranderingen, slot):
    stof = bijlage(marge=tabel(), stijgers_dalers=lijst(*veranderingen))
    zin = marge.lijst_buiten_twijfel(stof)
    assert zin.startswith("De lijst ordent de wijken.")
    assert "hier 0,059 punt" in zin
    assert zin.endswith(slot)


def test_een_lijst_zonder_stijgers_of_dalers_of_zonder_meetfout():
    stil = bijlage(marge=tabel(), stijgers_dalers=lijst(0.01, -0.01))
    assert marge.lijst_buiten_twijfel(stil) == (
        "Geen enkele wijk op de lijst veranderde meer dan de marge."
    )
    onbekend = bijlage(marge=tabel(**ONBEKEND), stijgers_dalers=lijst(0.1))
    assert "valt niet te zeggen: er zijn 2 meetjaren" in marge.lijst_buiten_twijfel(onbekend)
    assert marge.ster_noot(onbekend, 2012, 2014) == ""
    assert marge.wijken_buiten_twijfel(onbekend) == ""


def test_een_ster_staat_alleen_bij_wat_buiten_twijfel_is():
    assert marge.met_ster("+0,10", True) == "+0,10\\*"
    assert marge.met_ster("+0,10", False) == marge.met_ster("+0,10", None) == "+0,10"
    stof = bijlage(marge=tabel())
    assert marge.ster_noot(stof, 2012, 2014) == "Met \\*: buiten twijfel (meer dan 0,059 punt)."


def wijk(verandering, zeker, gekozen=True):
    return {"in_selectie": gekozen, "delta_2012_2014": verandering, "buiten_twijfel": zeker}


def test_hoeveel_geselecteerde_wijken_buiten_twijfel_veranderden():
    wijken = [wijk(0.1, True), wijk(-0.1, True), wijk(0.2, True, gekozen=False), wijk(0.0, False)]
    zin = marge.wijken_buiten_twijfel(bijlage(marge=tabel(), wijken=wijken))
    assert zin.startswith("Bij twee wijken is de verandering tussen 2012 en 2014 buiten twijfel")
    assert zin.endswith("(0,059 punt): 1 omhoog en 1 omlaag.")
    geen = marge.wijken_buiten_twijfel(bijlage(marge=tabel(), wijken=[wijk(0.0, None)]))
    assert geen.startswith("Bij geen enkele wijk")
    assert MIN not in geen
