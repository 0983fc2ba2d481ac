"""Space: what is said of the error model, and of noise in the place of a factor."""

from __future__ import annotations

import pytest

from hulp.controletabellen import FACTOREN, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import ruimte


def fout(factor, gewichten, p, **rest):
    rij = hoofdrij(factor, -0.02, p, factor=factor, gewichten=gewichten, n_zonder_buren=0)
    rij |= {"buren": 5, "afstand_km": 5.0, "lambda": 0.37, "p_lambda": 0.007}
    return {k: v for k, v in rij.items() if k != "term"} | rest


def stof_met(knn, afstand, hoofd=(0.01, 0.4, 0.4), **rest):
    """Tables from the p-value per factor; None has no test."""
    fouten = [
        fout(f, g, p, **rest)
        for g, ps in (("knn", knn), ("afstand", afstand))
        for f, p in zip(FACTOREN, ps, strict=True)
    ]
    clusters = [hoofdrij(f, -0.02, p) for f, p in zip(FACTOREN, hoofd, strict=True)]
    return maak_stof(ruimte=fouten, clusters=clusters)


def schoon(tekst):
    return tekst.replace("\u00a0", " ")


def test_zin_over_buren_die_op_elkaar_leunen():
    zin = schoon(ruimte.lambda_zinnen(stof_met((0.01,) * 3, (0.01,) * 3, n_zonder_buren=1)))
    assert zin.startswith(
        "Met de vijf dichtstbijzijnde wijken als buren hangen de resten van buren samen (λ = 0,37; "
        "p = 0,007; één wijk heeft dan geen buur)."
    )
    assert "Met alle wijken binnen 5 km als buren" in zin


def test_zin_over_buren_die_niet_op_elkaar_leunen():
    zin = schoon(ruimte.lambda_zinnen(stof_met((0.01,) * 3, (0.01,) * 3, p_lambda=0.4)))
    assert "hangen niet aantoonbaar de resten van buren samen" not in zin
    assert "hangen de resten van buren niet aantoonbaar samen (λ = 0,37; p = 0,400)." in zin


def test_zonder_foutenmodel_zegt_de_zin_waarom():
    stof = stof_met((None,) * 3, (None,) * 3, reden="geen_coordinaten", **{"lambda": None})
    zin = ruimte.lambda_zinnen(stof)
    assert zin.count("is het foutenmodel niet te schatten: er zijn geen coördinaten") == 2
    assert ruimte.fouten_zinnen(stof) == ""


@pytest.mark.parametrize(
    ("knn", "afstand", "zin"),
    [
        (
            (0.01, 0.4, 0.4),
            (0.01, 0.4, 0.4),
            "In het foutenmodel is de samenhang bij *werkloosheid* aantoonbaar; bij *woningen van "
            "corporaties* en *WOZ-waarde* niet aantoonbaar. Met de vijf dichtstbijzijnde wijken "
            "als buren is dat bij elke factor zoals in het hoofdmodel.",
        ),
        (
            (0.4, 0.01, 0.4),
            (0.4, 0.4, 0.4),
            "In het foutenmodel is de samenhang bij *woningen van corporaties* aantoonbaar, maar "
            "alleen met de vijf dichtstbijzijnde wijken als buren; bij *werkloosheid* en "
            "*WOZ-waarde* niet aantoonbaar. Met de vijf dichtstbijzijnde wijken als buren is dat "
            "anders dan in het hoofdmodel bij *woningen van corporaties* (daar niet aantoonbaar) "
            "en bij *werkloosheid* (daar wel aantoonbaar).",
        ),
    ],
)
def test_zin_over_het_foutenmodel(knn, afstand, zin):
    assert ruimte.fouten_zinnen(stof_met(knn, afstand)) == zin


def test_zonder_de_controle_op_gemeenten_wordt_niet_vergeleken():
    stof = stof_met((0.01,) * 3, (0.01,) * 3, hoofd=(None,) * 3)
    assert ruimte.fouten_zinnen(stof).endswith("aantoonbaar.")
    assert "hoofdmodel" not in ruimte.fouten_zinnen(stof)


def test_zin_over_alle_wijken_die_in_aanmerking_kwamen():
    rijen = [
        fout(f, "knn", p, steekproef="in_aanmerking", n=743)
        for f, p in zip(FACTOREN, (0.01, 0.4, 0.4), strict=True)
    ]
    assert schoon(ruimte.ruimer_zin(maak_stof(ruimte=rijen))) == (
        "In alle 743 wijken die in aanmerking kwamen, is λ = 0,37 (p = 0,007, met de vijf "
        "dichtstbijzijnde wijken) en is de samenhang in het foutenmodel aantoonbaar bij "
        "*werkloosheid*."
    )
    assert ruimte.ruimer_zin(stof_met((0.01,) * 3, (0.01,) * 3)) == ""


# ---------------------------------------------------------------------------- placebo


def placebo(factor, p_crv3, p_placebo, aandeel=0.05, **rest):
    rij = hoofdrij(factor, None, None, factor=factor, niveau="wijk", bereik_km=9.2)
    rij |= {"aandeel_ruimtelijk": 0.8, "moran_factor": 0.4, "moran_ruis": 0.38}
    rij |= {"p_crv3": p_crv3, "p_placebo": p_placebo, "aandeel_aantoonbaar": aandeel}
    return {k: v for k, v in rij.items() if k != "term"} | {"trekkingen": 499} | rest


def test_zinnen_over_ruis():
    stof = maak_stof(
        ruimte_placebo=[
            placebo("werkloosheid", 0.01, 0.012),
            placebo("corporatie_pct", 0.03, 0.09, 0.12, niveau="gemeente"),
            placebo("dichtheid", 0.4, 0.36),
        ],
        ruimte=[],
    )
    zinnen = ruimte.placebo_zinnen(stof)
    assert zinnen[0] == (
        "Ruis met dezelfde ruimtelijke samenhang als *werkloosheid* is in 1,2% van de 499 "
        "trekkingen minstens zo sterk; ruimtelijke samenhang alleen geeft zo'n uitkomst dus zelden."
    )
    assert zinnen[1].startswith("Ruis per gemeente met dezelfde ruimtelijke samenhang als *woning")
    assert "in 9,0% van de 499 trekkingen" in zinnen[1] and "dus ook" in zinnen[1]
    assert zinnen[2] == (
        "Bij *WOZ-waarde* is er volgens CRV3 geen aantoonbare samenhang; ruis doet het daar in 36% "
        "van de trekkingen minstens zo goed."
    )
    assert "in 5% tot 12% van de trekkingen aantoonbaar" in ruimte.ruis_zin(stof)


def test_zonder_placebo_zegt_een_zin_waarom():
    leeg = {"moran_factor": None, "moran_ruis": None, "bereik_km": None, "aandeel_ruimtelijk": None}
    rijen = [
        placebo(f, None, None, None, reden="geen_coordinaten", niveau=None, **leeg)
        for f in FACTOREN
    ]
    stof = maak_stof(ruimte_placebo=rijen)
    assert ruimte.placebo_zinnen(stof) == [
        "Niet te toetsen: er zijn geen coördinaten van de wijken."
    ]
    assert ruimte.ruis_zin(stof) == ""
    assert [cellen[1:] for cellen in ruimte.placebo_rijen(stof)] == [["–"] * 6] * 3


def test_factor_zonder_ruimtelijk_deel_heeft_geen_bereik():
    rij = placebo("werkloosheid", 0.4, 0.4, aandeel_ruimtelijk=0.0, bereik_km=None)
    assert ruimte.placebo_rijen(maak_stof(ruimte_placebo=[rij]))[0][1] == "geen"
    rij = placebo("werkloosheid", 0.4, 0.4)
    assert ruimte.placebo_rijen(maak_stof(ruimte_placebo=[rij]))[0][1] == "9 km (80%)"


def test_factoren_met_een_uitkomst_delen_een_zin_over_ruis():
    rijen = [placebo("werkloosheid", 0.01, 0.012), placebo("dichtheid", 0.02, 0.004)]
    assert ruimte.placebo_zinnen(maak_stof(ruimte_placebo=rijen))[0] == (
        "Ruis met dezelfde ruimtelijke samenhang als *werkloosheid* en *WOZ-waarde* is in "
        "respectievelijk 1,2% en 0,4% van de 499 trekkingen minstens zo sterk; ruimtelijke "
        "samenhang alleen geeft zo'n uitkomst dus zelden."
    )


def test_ruis_in_een_steekproef_wordt_genoemd():
    rijen = [placebo(f, 0.01, 0.012, n=1000) for f in ("werkloosheid", "corporatie_pct")]
    alle = [{"term": "werkloosheid", "n": n, "gewichten": "knn"} for n in (1000, 3304)]
    zinnen = [ruimte.ruis_zin(maak_stof(ruimte_placebo=rijen, ruimte=[rij])) for rij in alle]
    assert zinnen[0].startswith("Ruis heet volgens CRV3")
    assert zinnen[1].startswith("Dit is gedaan in een steekproef van 1000 van de 3304 wijken.")
