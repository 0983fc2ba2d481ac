"""Few and unequal gemeenten: three estimators of the uncertainty."""

from __future__ import annotations

from hulp.controletabellen import AANTOONBAAR, FACTOREN, MIN, UIT, alle, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import gemeenten


def clusters(factor, coef, p, **rest):
    sd, half = 2.0, 0.005
    vast = {
        **{"sd_factor": sd, "coef": coef / sd, "n": 120, "G": 30, "G_eff": 9.4},
        **{"grootste_gemeente": "A'stad", "grootste_aandeel": 0.21},
        **{"crv1_p": p, "crv3_p": p, "wcr_p": p, "wcr_trekkingen": 9999},
        **{"loo_min": coef / sd - half, "loo_max": coef / sd + half},
        **{"loo_min_gemeente": "Noord", "loo_max_gemeente": "Zuid"},
    }
    return hoofdrij(factor, coef, p, **(vast | rest))


def test_een_factor_die_niet_te_toetsen_is_houdt_zijn_rij_met_reden():
    rijen = alle(hoofdrij, crv1_p=0.01, crv3_p=0.02, wcr_p=0.03, sd_factor=2.0, G_eff=9.4)
    rijen[1] |= {"loo_min": -0.01, "loo_max": 0.02}
    rijen[2] = hoofdrij("dichtheid", None, None, reden="alle_wijken_gelijk")
    cellen = gemeenten.gemeenten_rijen(maak_stof(clusters=rijen, aantoonbaar=AANTOONBAAR))
    assert [len(rij) for rij in cellen] == [5, 5, 5]
    assert (
        cellen[2][0]
        == "WOZ-waarde (*niet te toetsen: geen variatie: alle wijken hebben dezelfde waarde*)"
    )
    assert [cellen[2][i] for i in (1, 3, 4)] == ["–"] * 3
    assert cellen[1][-1] == rf"{MIN}0,020\ tot\ +0,040"  # per standard deviation
    assert gemeenten.gemeenten_rijen(maak_stof(clusters=rijen[:1], aantoonbaar=UIT))[1][
        0
    ].startswith("Woningen")


def test_crv3_en_wcr_staan_naast_elkaar_per_standaarddeviatie():
    """Bounds are in natural units; with a standard deviation of 2 they double."""
    rij = clusters("werkloosheid", -0.03, 0.01, wcr_p=0.06, crv1_p=0.001) | {
        **{"crv3_ci_laag": -0.02, "crv3_ci_hoog": -0.001},
        **{"wcr_ci_laag": -0.03, "wcr_ci_hoog": 0.002},
    }
    cellen = gemeenten.schatters_rijen(maak_stof({"factoren": ["werkloosheid"]}, clusters=[rij]))
    assert cellen[0][1:] == [
        f"**{MIN}0,030**",
        *(rf"{MIN}0,040\ tot\ {MIN}0,002", "0,010"),
        *(rf"{MIN}0,060\ tot\ +0,004", "0,060"),
        "0,001",
    ]


def test_gemeenten_noemt_nulbevindingen_met_wat_had_kunnen_opvallen():
    stof = maak_stof(clusters=alle(clusters), aantoonbaar=AANTOONBAAR)
    tekst = gemeenten.gemeenten_tekst(stof)
    assert "in 30 gemeenten; A’stad heeft daarvan 21%" in tekst
    assert "telt dat als 9 gelijke gemeenten." in tekst
    assert "aantoonbaar bij *werkloosheid*; niet bij *woningen van corporaties* (vanaf 0,015)" in (
        tekst
    )
    assert "CRV3 en WCR geven bij elke factor hetzelfde oordeel." in tekst
    # only the two null findings are within 0.01 of zero
    assert "Bij *woningen van corporaties* en *WOZ-waarde* wisselt de schatting van teken" in tekst
    assert gemeenten.trekkingen(stof) == "9999"


def test_schatters_die_het_oneens_zijn_worden_genoemd():
    rijen = alle(clusters)
    rijen[0] |= {"crv3_p": 0.2}
    rijen[1] |= {"loo_min": 0.002, "loo_min_gemeente": "Noord"}
    tekst = gemeenten.gemeenten_tekst(maak_stof(clusters=rijen, aantoonbaar=AANTOONBAAR))
    assert "bij *werkloosheid* sluit WCR nul uit en CRV3 niet" in tekst
    # the usual standard error has no say
    rijen[0] |= {"crv3_p": 0.01, "crv1_p": 0.2}
    tekst = gemeenten.gemeenten_tekst(maak_stof(clusters=rijen, aantoonbaar=AANTOONBAAR))
    assert "CRV3 en WCR geven bij elke factor hetzelfde oordeel." in tekst
    assert "CRV1" not in tekst


def test_zonder_enige_aantoonbare_samenhang():
    rijen = [clusters(f, 0.02, 0.4) for f in FACTOREN]
    tekst = gemeenten.gemeenten_tekst(maak_stof(clusters=rijen, aantoonbaar=AANTOONBAAR))
    assert "Volgens WCR is geen samenhang aantoonbaar: *werkloosheid* (vanaf 0,020)" in tekst
    assert "geen enkele schatting wisselt van teken" in tekst
