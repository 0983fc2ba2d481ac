"""Within gemeenten and between them: what the sentences may say."""

from __future__ import annotations

import pytest

from hulp.controletabellen import LABELS, maak_stof
from leefbaarheid.tekst.technische_verantwoording import binnen_tussen


def rij(factor, binnen, tussen, verschil, segment="hoofdvenster", schatter="crv3", **rest):
    """A row from (estimate, p) per part; None has no estimate."""
    uit = {
        **{"steekproef": "selectie", "segment": segment, "schatter": schatter, "van": 2012},
        **{"leidend": segment == "hoofdvenster" and schatter == "crv3", "factor": factor},
        **{"tot": 2014, "label": LABELS[factor], "aandeel_tussen": 0.4, "p_verschil_alle": 0.2},
        **{"icc": None, "trekkingen": None, "reden": None},
    }
    for deel, waarde in (("binnen", binnen), ("tussen", tussen), ("verschil", verschil)):
        coef, p = waarde or (None, None)
        uit["verschil_sd" if deel == "verschil" else f"coef_sd_{deel}"] = coef
        uit[f"ci_sd_laag_{deel}"] = None if coef is None else coef - 0.01
        uit[f"ci_sd_hoog_{deel}"] = None if coef is None else coef + 0.01
        uit[f"p_{deel}"] = p
    return uit | rest


WEL, NIET = (-0.03, 0.01), (0.004, 0.4)


def zinnen(*rijen):
    gemaakt = binnen_tussen.factor_zinnen(maak_stof(binnen_tussen=list(rijen)))
    return [zin.replace("\u00a0", " ") for zin in gemaakt]


@pytest.mark.parametrize(
    ("binnen", "tussen", "verschil", "zin"),
    [
        (
            WEL,
            NIET,
            (0.034, 0.2),
            "binnen gemeenten aantoonbaar en tussen gemeenten niet; dat de twee van elkaar "
            "verschillen, is niet aantoonbaar (+0,034; p = 0,200).",
        ),
        (
            NIET,
            WEL,
            (-0.034, 0.0004),
            "tussen gemeenten aantoonbaar en binnen gemeenten niet; het verschil tussen de twee is "
            "aantoonbaar (−0,034; p < 0,001).",
        ),
        (
            WEL,
            (-0.01, 0.02),
            (0.02, 0.3),
            "zowel binnen als tussen gemeenten aantoonbaar, in dezelfde richting; dat de twee van "
            "elkaar verschillen, is niet aantoonbaar (+0,020; p = 0,300).",
        ),
        (
            WEL,
            (0.03, 0.01),
            (0.06, 0.001),
            "zowel binnen als tussen gemeenten aantoonbaar, in tegengestelde richting; het "
            "verschil tussen de twee is aantoonbaar (+0,060; p = 0,001).",
        ),
        (
            NIET,
            NIET,
            (0.03, 0.03),
            "binnen noch tussen gemeenten aantoonbaar; het verschil tussen de twee is aantoonbaar "
            "(+0,030; p = 0,030).",
        ),
        (NIET, NIET, NIET, "binnen noch tussen gemeenten aantoonbaar, en een verschil tussen de "
         "twee ook niet."),
    ],
)  # fmt: skip
def test_zin_per_factor(binnen, tussen, verschil, zin):
    gemaakt = zinnen(rij("werkloosheid", binnen, tussen, verschil))
    assert gemaakt == [f"De samenhang met *werkloosheid* is {zin}"]


@pytest.mark.parametrize(("tussen", "hoe"), [(WEL, "aantoonbaar"), (NIET, "niet aantoonbaar")])
def test_factor_van_de_gemeente(tussen, hoe):
    reden = "factor_alleen_tussen_gemeenten"
    assert zinnen(rij("werkloosheid", None, tussen, None, reden=reden)) == [
        f"De samenhang met *werkloosheid* is tussen gemeenten {hoe}, en binnen gemeenten niet te "
        "schatten (de factor verschilt alleen tussen gemeenten)."
    ]


def test_zonder_enige_schatting_zegt_de_zin_waarom():
    [zin] = zinnen(rij("werkloosheid", None, None, None, reden="factor_vast"))
    assert zin.startswith("De samenhang met *werkloosheid* is niet te splitsen: de factor heeft")


def test_factoren_waarvan_niets_aantoonbaar_is_delen_een_zin():
    rijen = [rij(f, NIET, NIET, NIET) for f in ("corporatie_pct", "dichtheid")]
    gemaakt = zinnen(rij("werkloosheid", WEL, NIET, NIET), *rijen)
    assert len(gemaakt) == 2
    assert gemaakt[1].startswith("De samenhang met *woningen van corporaties* en *WOZ-waarde* is")


@pytest.mark.parametrize(
    ("p", "zin"),
    [
        (0.2, "Over alle factoren samen is het verschil niet aantoonbaar (p = 0,200)."),
        (0.01, "Over alle factoren samen is het verschil aantoonbaar (p = 0,010)."),
        (None, ""),
    ],
)
def test_zin_over_alle_factoren(p, zin):
    stof = maak_stof(binnen_tussen=[rij("werkloosheid", WEL, WEL, WEL, p_verschil_alle=p)])
    assert binnen_tussen.alle_zin(stof).replace("\u00a0", " ") == zin


def groei(verschil, streng, van=2012, tot=2022, segment="na_crisis", **rest):
    jaren = {"van": van, "tot": tot} | rest
    return [
        rij("werkloosheid", WEL, WEL, verschil, segment, "reml_bootstrap", icc=0.2, **jaren),
        rij("werkloosheid", WEL, WEL, streng, segment, **jaren),
    ]


@pytest.mark.parametrize(
    ("verschil", "streng", "zin"),
    [
        (WEL, WEL, "aantoonbaar bij *werkloosheid*; ook volgens CRV3."),
        (WEL, NIET, "aantoonbaar bij *werkloosheid*; volgens CRV3 is dat niet aantoonbaar."),
        (NIET, WEL, "is bij geen enkele factor aantoonbaar dat binnen en tussen verschillen."),
        (None, None, "is het verschil bij geen enkele factor te toetsen."),
    ],
)
def test_zin_over_een_segment(verschil, streng, zin):
    stof = maak_stof(binnen_tussen=groei(verschil, streng))
    assert binnen_tussen.groei_zinnen(stof).endswith(zin)
    assert "2012–2022" in binnen_tussen.groei_zinnen(stof)


def test_segment_zonder_jaren_staat_niet_in_de_tabel():
    leeg = groei(
        None, None, van=2012, tot=2012, segment="voor_crisis", reden="geen_meting_voor?jaar=2012"
    )
    stof = maak_stof(binnen_tussen=[*leeg, *groei(WEL, WEL)])
    assert binnen_tussen.groei_koppen(stof) == [
        "Binnen 2012–2022",
        "Tussen 2012–2022",
        "p 2012–2022",
    ]
    assert [len(cellen) for cellen in binnen_tussen.groei_rijen(stof)] == [4]
    assert "2012–2012" not in binnen_tussen.groei_zinnen(stof)
    assert binnen_tussen.icc_zin(stof) == (
        "Van de verschillen in verandering die de factoren niet beschrijven, ligt 20% in "
        "2012–2022 tussen gemeenten."
    )


def test_zin_over_alle_wijken_die_in_aanmerking_kwamen():
    ruim = {"steekproef": "in_aanmerking", "leidend": False, "n": 743, "G": 48}
    rijen = [
        rij("werkloosheid", WEL, NIET, NIET, **ruim),
        rij("corporatie_pct", NIET, NIET, NIET, **ruim),
        rij("dichtheid", None, NIET, None, reden="factor_alleen_tussen_gemeenten", **ruim),
    ]
    assert binnen_tussen.ruimer_zin(maak_stof(binnen_tussen=rijen)) == (
        "In alle 743 wijken die in aanmerking kwamen, in 48 gemeenten, is de samenhang aantoonbaar "
        "binnen gemeenten bij *werkloosheid* en tussen gemeenten bij geen enkele factor, en het "
        "verschil bij geen enkele factor."
    )
    alleen = maak_stof(binnen_tussen=[rij("werkloosheid", WEL, NIET, NIET)])
    assert binnen_tussen.ruimer_zin(alleen) == ""


def test_twee_segmenten_zonder_verschil_delen_een_zin():
    rijen = [
        *groei(NIET, NIET),
        *groei(NIET, NIET, van=2002, tot=2012, segment="voor_crisis"),
    ]
    assert binnen_tussen.groei_zinnen(maak_stof(binnen_tussen=rijen)) == (
        "In 2002–2012 en in 2012–2022 is bij geen enkele factor aantoonbaar dat binnen en tussen "
        "verschillen."
    )
