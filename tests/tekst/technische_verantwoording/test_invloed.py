"""Influence of single wijken, other ways of estimating, and straight lines."""

from __future__ import annotations

import pytest

from hulp.controletabellen import FACTOREN, LABELS, MIN, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import invloed


def test_invloed_zonder_wijk_boven_de_grens():
    vast = {"maat": "dfbetas", "rang": None, "wk_naam": None, "gm_naam": None, "waarde": None}
    rijen = [hoofdrij(f, 0.01, 0.4, **vast) | {"n_boven_grens": 0} for f in FACTOREN]
    rijen[1]["reden"] = "geen_wijk_boven_grens"
    rijen.append(
        hoofdrij(
            "werkloosheid", 0.01, 0.4, **(vast | {"rang": 1, "wk_naam": "A_b", "gm_naam": "C"})
        )
        | {"n_boven_grens": 3, "waarde": -0.5, "coef_sd_zonder": 0.02}
    )
    cellen = invloed.dfbetas_rijen(maak_stof(invloed=rijen))
    assert cellen[0] == ["Werkloosheid", r"A\_b (C)", "3", f"{MIN}0,50", "+0,010", "+0,020"]
    assert cellen[1][1] == "*geen wijk boven de grens*" and cellen[1][3:] == ["–"] * 3


def cook(rang, naam, n_boven, n=60):
    return {
        **{"maat": "cook", "rang": rang, "wk_naam": naam, "gm_naam": "Noord"},
        **{"n": n, "n_boven_grens": n_boven, "reden": None},
    }


def test_zwaarste_wijken_bij_naam():
    stof = maak_stof(invloed=[cook(i, f"Wijk {i}", 5) for i in range(1, 6)])
    assert invloed.invloed_zin(stof) == (
        "Volgens een gangbare vuistregel wegen vijf van de 60 wijken zwaar mee in de uitkomst, het "
        "zwaarst Wijk 1 (Noord), Wijk 2 (Noord) en Wijk 3 (Noord); dat zijn geen fouten, maar "
        "wijken om goed te bekijken."
    )
    geen = maak_stof(invloed=[cook(None, None, 0, n=24)])
    assert invloed.invloed_zin(geen) == (
        "Geen van de 24 wijken weegt opvallend zwaar mee in de uitkomst."
    )


def varianten(**grenzen):
    """The estimates of two factors and the begin score in two ways; all above zero."""
    rijen = []
    for term in ("beginscore", "werkloosheid", "corporatie_pct"):
        for variant in ("hoofd", "gewogen"):
            laag = grenzen.get(f"{variant}_{term}", 0.1)
            vast = {"term": term, "label": LABELS.get(term, term), "variant": variant, "p": 0.01}
            rijen.append({**vast, "ci_sd_laag": laag, "ci_sd_hoog": 0.2})
    return maak_stof(varianten=rijen)


def test_alleen_een_interval_dat_van_kant_wisselt_is_een_andere_conclusie():
    """The begin score is no conclusion."""
    plat = varianten(gewogen_beginscore=-0.1)
    assert invloed.gewijzigde_conclusies(plat) == []
    assert invloed.varianten_zin(plat).endswith("geen enkele factor een andere conclusie.")
    anders = varianten(gewogen_corporatie_pct=-0.1)
    assert [rij["term"] for rij in invloed.gewijzigde_conclusies(anders)] == ["corporatie_pct"]
    assert invloed.varianten_zin(anders).endswith(
        "bij één van de twee factoren een andere conclusie: *woningen van corporaties* (gewogen "
        "naar bewoners)."
    )
    geen = maak_stof(varianten=[{"term": "werkloosheid", "variant": "hoofd", "p": None}])
    assert "niet na te gaan" in invloed.varianten_zin(geen)


@pytest.mark.parametrize(
    ("p", "reden", "deel"),
    [
        (0.0004, None, r"(RESET, p \< 0,001) wijst op een gebogen verband"),
        (0.3, None, "(RESET, p = 0,300) geeft geen aanwijzing dat rechte lijnen tekortschieten."),
        (None, "voorspellingen_gelijk", "niet uit te voeren: de voorspelde scores nemen te weinig"),
    ],
)
def test_toets_op_rechte_lijnen(p, reden, deel):
    assert deel in invloed.vorm_zin(maak_stof(vorm=[{"p": p, "reden": reden}]))
