"""Dependence between wijken, within a gemeente and in space."""

from __future__ import annotations

import pytest

from hulp.controletabellen import hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import afhankelijkheid

VARIANTEN = ("ols", "random_intercept", "conley")


# ---------------------------------------------------------------------------- neighbours


def moran(gewichten, significant, i=0.1, **rest):
    return hoofdrij("werkloosheid", None, None) | {
        **{"gewichten": gewichten, "significant": significant, "moran_i": i},
        **{"p_permutatie": 0.012, "buren": 5, "afstand_km": 5.0, "reden": None},
        **rest,
    }


@pytest.mark.parametrize(
    ("significant", "i", "deel"),
    [(True, 0.1, "telt daarom mee"), (False, 0.1, "alleen ter informatie"), (None, None, "")],
)
def test_ruimtelijke_kolom_volgt_de_naaste_buren(significant, i, deel):
    stof = maak_stof(moran=[moran("knn", significant, i), moran("afstand", True, i)])
    zin = afhankelijkheid.ruimtelijk(stof)
    assert deel in zin and bool(zin) == bool(deel)


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        (
            moran("knn", True),
            "Wat de factoren niet beschrijven, lijkt bij buren op elkaar: met de vijf "
            "dichtstbijzijnde wijken als buren is Moran's I 0,10 (p = 0,012).",
        ),
        (
            moran("afstand", False),
            "Wat de factoren niet beschrijven, lijkt bij buren niet aantoonbaar op elkaar: met "
            "wijken binnen 5 km als buren is Moran's I 0,10 (p = 0,012).",
        ),
        (
            moran("afstand_elk", True, afstand_km=13.27),
            "Wat de factoren niet beschrijven, lijkt bij buren op elkaar: met wijken binnen 13,3 "
            "km (de afstand waarop elke wijk een buur heeft) als buren is Moran's I 0,10 (p = "
            "0,012).",
        ),
        (
            moran("knn", False, None, reden="geen_coordinaten"),
            "Of buurwijken op elkaar lijken, is niet te toetsen: er zijn geen coördinaten van de "
            "wijken.",
        ),
    ],
)
def test_zin_over_buren(rij, zin):
    assert afhankelijkheid.moran_zin(rij).replace("\u00a0", " ") == zin


def test_definities_met_een_uitkomst_delen_een_zin():
    stof = maak_stof(moran=[moran("knn", True), moran("afstand", True, 0.34)])
    assert [zin.replace("\u00a0", " ") for zin in afhankelijkheid.moran_zinnen(stof)] == [
        "Wat de factoren niet beschrijven, lijkt bij elke keuze van buren op elkaar: met de vijf "
        "dichtstbijzijnde wijken als buren is Moran’s I 0,10 (p = 0,012) en met wijken binnen 5 km "
        "0,34 (p = 0,012)."
    ]
    verschillend = maak_stof(moran=[moran("knn", True), moran("afstand", False)])
    assert len(afhankelijkheid.moran_zinnen(verschillend)) == 2


def test_definities_die_hetzelfde_zeggen_staan_er_een_keer():
    zonder = [
        moran(g, False, None, reden="geen_coordinaten") for g in ("knn", "afstand", "afstand_elk")
    ]
    assert len(afhankelijkheid.moran_zinnen(maak_stof(moran=zonder))) == 1


# ---------------------------------------------------------------------------- variants


def oordeelrij(waarden, telt_niet=None):
    """A row of the verdict from (coef_sd, p) per variant, and the estimates it is about."""
    rij = hoofdrij("werkloosheid", None, None, telt_niet=telt_niet)
    schattingen = []
    for variant in VARIANTEN:
        coef, p = waarden.get(variant, (0.01, 0.01)) or (None, None)
        rij |= {f"coef_sd_{variant}": coef, f"p_{variant}": p}
        reden = "factor_alleen_tussen_gemeenten" if p is None else None
        schattingen.append(hoofdrij("werkloosheid", coef, p) | {"variant": variant, "reden": reden})
    return maak_stof(afhankelijkheid=schattingen), rij


@pytest.mark.parametrize(
    ("waarden", "telt_niet", "stuk"),
    [
        ({}, None, "blijft aantoonbaar en houdt hetzelfde teken"),
        (
            {"random_intercept": (0.004, 0.4)},
            None,
            "is niet zeker: een ander beeld geeft de schatting met een eigen niveau per "
            "gemeente (+0,004; p = 0,400)",
        ),
        (
            {"random_intercept": (-0.01, 0.01)},
            None,
            "met een eigen niveau per gemeente (−0,010; p = 0,010)",
        ),
        (
            dict.fromkeys(VARIANTEN, (0.01, 0.2)),
            None,
            "niet aantoonbaar (+0,010 punt per standaarddeviatie); ook als rekening is gehouden "
            "met de afhankelijkheid tussen wijken niet.",
        ),
        (
            {"ols": (0.01, 0.2)},
            None,
            "niet aantoonbaar (+0,010 punt per standaarddeviatie), maar wel in de schatting "
            "met een eigen niveau per gemeente",
        ),
        (
            dict.fromkeys(VARIANTEN, (0.01, 0.2)) | {"conley": (-0.01, 0.2)},
            None,
            "; het teken wisselt in de schatting met ruimtelijke marge (−0,010; p = 0,200).",
        ),
        ({"conley": (0.01, 0.3)}, "conley", "blijft aantoonbaar"),
        (
            {},
            "random_intercept; conley",
            "; geen van de andere schattingen is te toetsen.",
        ),
        (
            {"ols": None},
            "ols",
            "is niet te toetsen: de factor verschilt alleen tussen gemeenten.",
        ),
    ],
)
def test_zin_zegt_wat_er_verandert(waarden, telt_niet, stuk):
    zin = afhankelijkheid.afhankelijkheid_zin(*oordeelrij(waarden, telt_niet))
    assert stuk in zin.replace("\u00a0", " ") and " werkloosheid " in zin


# ---------------------------------------------------------------------------- notes


def variantrij(variant, n=60, n_gemeenten=9, icc=None, toelichting=None):
    vast = {"variant": variant, "n": n, "n_gemeenten": n_gemeenten}
    return hoofdrij("werkloosheid", 0.01, 0.1) | vast | {"icc": icc, "toelichting": toelichting}


@pytest.mark.parametrize(
    ("rij", "noot"),
    [
        (
            variantrij("random_intercept", icc=0.134),
            "*Niveau per gemeente*: van de variatie die de factoren niet beschrijven, ligt 13% "
            "tussen gemeenten (intraklassecorrelatie 0,13).",
        ),
        (
            variantrij("random_intercept", icc=0.0),
            "*Niveau per gemeente*: de variantie tussen gemeenten is op nul geschat (singulier). "
            "Het model valt dan samen met een regressie die wijken als onafhankelijk ziet; deze "
            "onzekerheidsmarge is eerder te klein.",
        ),
        (
            variantrij(
                "random_intercept", icc=0.05, toelichting="mixedlm_anders?melding=Singular+matrix"
            ),
            "*Niveau per gemeente*: mixedLM van statsmodels kwam niet tot deze oplossing (Singular "
            "matrix). Van de variatie die de factoren niet beschrijven, ligt 5% tussen gemeenten "
            "(intraklassecorrelatie 0,05).",
        ),
        (
            variantrij("conley", toelichting="ruimtelijke_afkap?km=10.0"),
            "*Ruimtelijk*: de samenhang loopt af tot nul bij 10,0 km.",
        ),
        (
            variantrij("conley", n=58, toelichting="ruimtelijke_afkap?km=10.0"),
            "*Ruimtelijk*: de samenhang loopt af tot nul bij 10,0 km. Zonder twee wijken waarvan "
            "de coördinaten ontbreken; de schatting is daarom niet precies die van de gewone "
            "regressie.",
        ),
    ],
)
def test_noot_onder_de_tabel(rij, noot):
    rijen = [variantrij("ols"), rij, rij]
    assert afhankelijkheid.afhankelijkheid_noten(maak_stof(afhankelijkheid=rijen)) == [noot]
