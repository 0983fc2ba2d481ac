"""A sentence that compares says no more than its interval."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast, spreiding
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    gemiddelden_naast,
    kant,
    liepen_uiteen,
    spreiding_kort,
    steeg_of_daalde,
)


@pytest.mark.parametrize(
    ("laag", "hoog", "uit"),
    [(0.1, 0.2, 1), (-0.2, -0.1, -1), (-0.1, 0.1, 0), (0.0, 0.2, 0), (None, None, None)],
)
def test_kant_van_een_interval(laag, hoog, uit):
    assert kant({"ci_laag": laag, "ci_hoog": hoog}) == uit


@pytest.mark.parametrize(
    ("overig", "rest", "slot"),
    [
        ((0.22, -0.03), (0.18, 0.01), "geen van beide verschillen met de selectie is aantoonbaar"),
        ((0.30, -0.11), (0.10, 0.09), "beide verschillen met de selectie zijn aantoonbaar"),
        (
            *((0.22, -0.03), (0.05, 0.14)),
            "alleen het tweede verschil met de selectie is aantoonbaar",
        ),
    ],
)
def test_beide_groepen_staan_naast_de_selectie(overig, rest, slot):
    stof = hoofdrapport(vergelijkingen=naast(2012, 2014, "gedaald", 0.19, overig, rest))
    begin = (
        f"Van de overige wijken die in aanmerking kwamen, daalde {overig[0] * 100:.0f}% en van "
        f"alle andere wijken in het voorbeeldland {rest[0] * 100:.0f}%; "
    )
    assert aandelen_naast(stof, 2012, 2014, "gedaald", "daalde") == f"{begin}{slot}."


def test_zonder_andere_wijken_is_er_geen_zin():
    stof = hoofdrapport(vergelijkingen=[])
    assert aandelen_naast(stof, 2012, 2014, "gedaald", "daalde") == ""
    assert gemiddelden_naast(stof, 2012, 2014) == ""


def test_een_groep_zonder_wijken_doet_niet_mee():
    rijen = naast(2012, 2014, "gedaald", 0.19, (0.22, -0.03), (0.18, 0.01))
    rijen[0]["n_ander"] = 0
    assert aandelen_naast(hoofdrapport(vergelijkingen=rijen), 2012, 2014, "gedaald", "daalde") == (
        "Van alle andere wijken in het voorbeeldland daalde 18%; dat verschil met de selectie is "
        "niet aantoonbaar."
    )


def test_zonder_toets_staat_er_waarom():
    rijen = naast(2012, 2014, "gedaald", 0.19, (0.22, -0.03), (0.18, 0.01))
    for rij in rijen:
        rij |= {"ci_laag": None, "ci_hoog": None}
        rij["reden"] = "te_weinig_gemeenten_in_groep?n=3&minimum=5"
    zin = aandelen_naast(hoofdrapport(vergelijkingen=rijen), 2012, 2014, "gedaald", "daalde")
    assert zin.endswith(
        "18%; het verschil met de selectie is niet te toetsen: de wijken liggen in drie "
        "gemeenten; voor een interval zijn er ten minste vijf nodig."
    )
    assert "aantoonbaar" not in zin


def test_aandelen_die_verschillen_en_afgerond_gelijk_lijken_krijgen_een_decimaal():
    def zin(verschil):
        rijen = naast(2012, 2014, "gedaald", 0.024, (0.016, verschil), (0.3, -0.2))
        return aandelen_naast(hoofdrapport(vergelijkingen=rijen), 2012, 2014, "gedaald", "daalde")

    assert "1,6%" in zin(0.06)
    assert "30,0%" in zin(0.06)
    assert "daalde 2% en" in zin(0.01)  # no difference to show


@pytest.mark.parametrize(
    ("eigen", "zin"),
    [
        (0.1, "steeg de gemiddelde score"),
        (-0.1, "daalde de gemiddelde score"),
        (0.04, "veranderde de gemiddelde score niet aantoonbaar"),
    ],
)
def test_steeg_of_daalde_volgt_het_interval(eigen, zin):
    rijen = naast(2008, 2012, "gemiddelde_verandering", eigen, (0.01, 0.0))
    assert steeg_of_daalde(hoofdrapport(vergelijkingen=rijen), 2008, 2012) == zin


def test_gemiddelden_naast_elkaar():
    rijen = naast(2008, 2012, "gemiddelde_verandering", 0.035, (0.011, 0.06), (-0.013, 0.07))
    assert gemiddelden_naast(hoofdrapport(vergelijkingen=rijen), 2008, 2012) == (
        "Bij de geselecteerde wijken was de gemiddelde verandering +0,035 punt, bij de overige "
        "wijken die in aanmerking kwamen +0,011 en bij alle andere wijken in het voorbeeldland "
        "\N{MINUS SIGN}0,013; beide verschillen met de selectie zijn aantoonbaar."
    )


@pytest.mark.parametrize(
    ("ci", "tekst"),
    [
        ((1.02, 1.2), "liepen tussen 2012 en 2014 verder uiteen: de standaarddeviatie was 0,080"),
        ((0.8, 0.95), "kwamen tussen 2012 en 2014 dichter bij elkaar: de standaarddeviatie"),
        ((0.98, 1.2), "niet aantoonbaar verder of minder ver uiteenlopen: de standaarddeviatie"),
    ],
)
def test_uiteenlopen_alleen_als_het_interval_een_uitsluit(ci, tekst):
    rijen = [
        spreiding("score", 2014, 0.08, 0.09, ci),
        spreiding("verandering", 2014, 0.05, 0.04, (0.5, 1.5)),
    ]
    zin = liepen_uiteen(hoofdrapport(spreiding=rijen))
    assert tekst in zin
    assert (
        "De veranderingen per wijk verschilden niet aantoonbaar meer of minder van elkaar dan die "
        "tussen 2008 en 2012 (standaarddeviatie 0,040 tegen 0,050, over een kortere periode)."
    ) in zin


@pytest.mark.parametrize(
    ("ci", "ging"),
    [((1.02, 1.2), "nam toe"), ((0.8, 0.95), "nam af"), ((0.98, 1.2), "veranderde niet aant")],
)
def test_spreiding_in_een_zin_volgt_het_interval(ci, ging):
    zin = spreiding_kort(hoofdrapport(spreiding=[spreiding("score", 2014, 0.08, 0.09, ci)]))
    assert ging in zin
    assert zin.endswith("(standaarddeviatie van de score: 0,080 in 2012 en 0,090 in 2014).")
    leeg = [spreiding("score", 2014, 0.08, 0.09, (None, None))]
    assert spreiding_kort(hoofdrapport(spreiding=leeg)) == ""


def test_uiteenlopen_zonder_toets_noemt_geen_richting():
    rijen = [
        spreiding("score", 2014, 0.08, 0.09, (None, None)) | {"reden": "een_gemeente_beslist"},
        spreiding("verandering", 2014, 0.05, 0.04, (None, None)),
    ]
    zin = liepen_uiteen(hoofdrapport(spreiding=rijen))
    assert zin.startswith("Of de scores tussen 2012 en 2014 verder uiteen gingen lopen, is niet te")
    assert "meer" not in zin
    assert "minder" not in zin


def test_twee_vergelijkingsgroepen_die_dezelfde_zijn_staan_er_een_keer():
    """Where every wijk of the country is eligible, "overige" and "alle andere" are one group."""
    zelfde = naast(2012, 2014, "gedaald", 0.19, (0.22, -0.03), (0.22, -0.03))
    zin = aandelen_naast(hoofdrapport(vergelijkingen=zelfde), 2012, 2014, "gedaald", "daalde")
    assert zin == (
        "Van de overige wijken die in aanmerking kwamen, daalde 22%; dat verschil met de selectie "
        "is niet aantoonbaar."
    )
