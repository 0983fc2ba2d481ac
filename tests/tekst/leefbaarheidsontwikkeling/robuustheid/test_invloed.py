"""Influence of single wijken, other ways of estimating, and straight lines."""

from __future__ import annotations

from hulp.controletabellen import FACTOREN, MIN, hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import invloed


def test_invloed_zonder_wijk_boven_de_grens():
    vast = {"maat": "dfbetas", "rang": None, "wk_naam": None, "gm_naam": None, "waarde": None}
    rijen = [hoofdrij(f, 0.01, 0.4, **vast) | {"n_boven_grens": 0} for f in FACTOREN]
    rijen[1]["reden"] = "geen wijk boven de grens"
    rijen.append(
        hoofdrij(
            "werkloosheid", 0.01, 0.4, **(vast | {"rang": 1, "wk_naam": "A_b", "gm_naam": "C"})
        )
        | {"n_boven_grens": 3, "waarde": -0.5, "coef_sd_zonder": 0.02}
    )
    cellen = invloed.dfbetas_rijen(maak_stof(invloed=rijen))
    assert cellen[0] == ["Werkloosheid", r"A\_b (C)", "3", f"{MIN}0,50", "+0,010", "+0,020"]
    assert cellen[1][1] == "*geen wijk boven de grens*" and cellen[1][3:] == ["–"] * 3
