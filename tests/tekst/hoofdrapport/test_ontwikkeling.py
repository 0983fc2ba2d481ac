"""The chapter Leefbaarheidsontwikkeling: its sentences and rows follow the tables."""

from __future__ import annotations

import pytest

from hulp.stof import HOOFDRAPPORT, MIN, hoofdrapport, schatting
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES
from leefbaarheid.tekst.hoofdrapport.ontwikkeling import (
    clusters_kop,
    clusters_rijen,
    dimensies_tekst,
    meetmoment,
    regel_rijen,
    samenhang_lang,
    samenhang_rijen,
    uitspraken_redenen,
    uitspraken_rijen,
    vensters_rijen,
)


def delen(groep, van, tot, *waarden):
    return {
        **{"groep": groep, "van": van, "tot": tot, "n": 9, "reden": None, "totaal": sum(waarden)},
        **dict(zip(DIMENSIES, waarden, strict=True)),
    }


def zonder(van, tot, reden, groep="selectie"):
    return {"groep": groep, "van": van, "tot": tot, "n": 0, "reden": reden}


def test_dimensies_van_het_langste_venster_en_van_terugval():
    tekst = dimensies_tekst(
        hoofdrapport(
            decompositie=[
                zonder(2008, 2012, "geen dimensiescores in 2008 en 2012"),
                delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.5),
                delen("selectie", 2014, 2022, 0.01, -0.02, 0.03, 0, 0.004),
                delen("Terugval", 2014, 2022, 0, 0, -0.05, 0, 0),
            ]
        )
    )
    assert tekst.startswith(
        "Tussen 2014 en 2022 steeg de gemiddelde score van de geselecteerde wijken (+0,024 punt)."
    )
    assert "De hoogste bijdrage heeft *sociale samenhang* (+0,030)" in tekst
    assert f"de laagste bijdrage heeft *overlast en onveiligheid* ({MIN}0,020)." in tekst
    assert "In het cluster *Terugval* is dat voor de laagste bijdrage *sociale" in tekst
    assert f"samenhang* ({MIN}0,050)." in tekst
    assert tekst.endswith(
        "Voor 2008–2012 is geen uiteenlegging mogelijk, omdat dimensiescores in een of beide "
        "jaren ontbreken."
    )


@pytest.mark.parametrize(
    ("waarden", "tekst"),
    [
        ((-0.01, -0.02, 0, 0, 0), "daalde de gemiddelde score van de geselecteerde wijken"),
        ((0.01, -0.01, 0, 0, 0), "bleef de gemiddelde score van de geselecteerde wijken vrijwel"),
    ],
)
def test_dimensies_bij_een_daling_en_bij_gelijk(waarden, tekst):
    rijen = [delen("selectie", 2014, 2018, *waarden)]
    assert f"Tussen 2014 en 2018 {tekst}" in dimensies_tekst(hoofdrapport(decompositie=rijen))


def test_zonder_dimensies_staat_er_waarom():
    rijen = [
        zonder(2008, 2012, "geen dimensiescores in 2008 en 2012"),
        zonder(2012, 2014, "geen dimensiescores in 2012"),
        zonder(2012, 2014, None, "Terugval"),
    ]
    assert dimensies_tekst(hoofdrapport(decompositie=rijen)) == (
        "Een uiteenlegging naar dimensie is in deze editie niet mogelijk (2008–2012: geen "
        "dimensiescores in 2008 en 2012; 2012–2014: geen dimensiescores in 2012)."
    )


def test_een_cluster_zonder_dimensies_maakt_het_venster_niet_onmogelijk():
    rijen = [delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.1), zonder(2014, 2018, None, "Succes!")]
    tekst = dimensies_tekst(hoofdrapport(decompositie=rijen))
    assert "geen uiteenlegging" not in tekst
    assert "None" not in tekst


def test_samenhang_lang_begint_bij_de_sterkste_en_noemt_interval_en_modelvormen():
    rijen = [
        schatting("woz", 0.02, 0.01),
        schatting("corporatie", -0.03, 0.001),
        schatting("woz", 0.03, 0.01, model="verandering"),
        schatting("corporatie", 0.03, 0.8, model="verandering"),
    ]
    tekst = samenhang_lang(hoofdrapport(regressie=rijen))
    assert tekst.startswith(
        "Een standaarddeviatie meer *label corporatie* gaat samen met een lagere score "
        f"({MIN}0,030 punt; 95%-interval {MIN}0,040 tot {MIN}0,020). Een standaarddeviatie meer "
        "*label woz* gaat samen met een hogere score (+0,020 punt; 95%-interval +0,010 tot +0,030)."
    )
    assert "Bij *label corporatie* geven de andere modelvormen een ander beeld" in tekst
    gelijk = [rijen[0], rijen[2]]
    assert samenhang_lang(hoofdrapport(regressie=gelijk)).endswith(
        "De andere modelvormen geven voor deze factoren dezelfde richting."
    )


def test_zonder_duidelijke_samenhang_is_dat_geen_bewijs_van_geen_samenhang():
    rijen = [schatting(naam, 0.0, 0.9) for naam in ("corporatie", "woz", "uitkering")]
    assert "geen bewijs dat er geen samenhang is" in samenhang_lang(hoofdrapport(regressie=rijen))


def test_een_label_met_opmaaktekens_komt_letterlijk_in_de_zin():
    stof = hoofdrapport(regressie=[schatting("woz", 0.02, 0.01, label="Huur *laag* <10%")])
    assert r"*huur \*laag\* \<10%*" in samenhang_lang(stof)
    assert samenhang_rijen(stof)[0][0] == r"Huur \*laag\* \<10%"


def test_met_een_enkele_modelvorm_gaat_het_niet_over_andere():
    editie = {"regressie": HOOFDRAPPORT["regressie"] | {"modellen": ["ancova"]}}
    tekst = samenhang_lang(hoofdrapport(editie, regressie=[schatting("woz", 0.02, 0.01)]))
    assert tekst.endswith("tot +0,030).")


@pytest.mark.parametrize(
    ("metingen", "begin"),
    [
        (("voor", "voor"), "Alle factoren zijn gemeten vóór het begin van de periode."),
        (("voor", "na"), "Niet vóór het begin van de periode gemeten is: *label woz*. De waarde"),
        (
            ("tijdens", "na"),
            "Niet vóór het begin van de periode gemeten zijn: *label corporatie* en *label woz*.",
        ),
    ],
)
def test_meetmoment_van_de_factoren(metingen, begin):
    rijen = [
        schatting(naam, 0.0, 0.9, meting=meting)
        for naam, meting in zip(("corporatie", "woz"), metingen, strict=True)
    ]
    assert meetmoment(hoofdrapport(regressie=rijen)).startswith(begin)


# ---------------------------------------------------------------------------- table rows


@pytest.mark.parametrize(
    ("coef", "p", "lezing"),
    [
        (0.02, 0.01, "hogere score"),
        (-0.02, 0.049, "lagere score"),
        (0.02, 0.05, "niet aantoonbaar"),
        (-0.02, 0.9, "niet aantoonbaar"),
    ],
)
def test_lezing_van_een_schatting(coef, p, lezing):
    ander = schatting("woz", 0.5, 0.01, model="verandering")
    (rij,) = samenhang_rijen(hoofdrapport(regressie=[ander, schatting("woz", coef, p)]))
    assert rij[-1] == lezing


def test_een_schatting_in_de_tabel():
    (rij,) = samenhang_rijen(hoofdrapport(regressie=[schatting("woz", -0.02, 0.0001)]))
    assert rij == [
        *("Label woz", r"\%", "1,0", f"{MIN}0,020", f"{MIN}0,030 tot {MIN}0,010", "<0,001"),
        "lagere score",
    ]


def test_perioden_en_groepen_zonder_beleidslabels():
    rij = dict.fromkeys(
        (
            *("gemiddelde", "aandeel_gedaald", "aandeel_gestagneerd", "aandeel_gestegen"),
            *("aandeel_gedaald_inwoners", "aandeel_gestegen_inwoners"),
        ),
        0.25,
    ) | {"van": 2012, "tot": 2014, "n": 140}
    groepen = ("selectie", "label_aandachtswijk", "overig_in_aanmerking", "land")
    rijen = vensters_rijen(hoofdrapport(ontwikkeling=[rij | {"groep": g} for g in groepen]))
    assert [r[1] for r in rijen] == ["selectie", "overig in aanmerking", "alle wijken"]
    assert rijen[0] == ["2012–2014", "selectie", "140", "+0,25", *["25%"] * 5]


def test_een_uitspraak_zonder_aandeel_zegt_waarom():
    rij = {
        **{"nr": 4, "citaat": "de helft", "eenheid": "bewoners", "richting": "gedaald"},
        **{"van": 2012, "tot": 2014, "reden": None, "aandeel_wijken": 0.1},
        **{"aandeel_inwoners": 0.27, "aandeel_wijken_zonder_marge": 0.2},
        "aandeel_inwoners_zonder_marge": None,
    }
    mist = rij | {"nr": 6, "reden": "geen lijst van wijken", "aandeel_inwoners": None}
    stof = hoofdrapport(uitspraken_2017=[rij, mist])
    met, zonder_ = uitspraken_rijen(stof)
    assert met == ["‘de helft’", "bewoners", "gedaald 2012–2014", "10%", "27%", "20%", "–"]
    assert zonder_[3:5] == ["niet te berekenen", "–"]
    assert uitspraken_redenen(stof) == [
        "Uitspraak zes is niet te berekenen: geen lijst van wijken."
    ]


def test_regel_noemt_jaren_en_klasse_van_de_editie():
    rijen = {cluster: regel for cluster, _, regel in regel_rijen(hoofdrapport())}
    assert list(rijen) == list(CLUSTERS)
    assert rijen["Succes!"] == ("stand ten minste *voldoende*; gestegen sinds 2008 én sinds 2012")
    assert rijen["Terugval"] == "stand onder *voldoende*; gedaald sinds 2012"


def test_kop_en_rij_van_de_clusters_hebben_dezelfde_jaren():
    scores = {f"lbm_{jaar}": jaar / 1000 for jaar in (2008, 2012, 2014, 2022)}
    rij = {"cluster": "Succes!", "n_wijken": 12, "aandeel_wijken": 0.4, "n_inwoners": 12345}
    stof = hoofdrapport(clusters=[rij | {"aandeel_inwoners": 0.5} | scores])
    assert clusters_kop(stof)[5:] == ["Score 2008", "Score 2012", "Score 2014", "Score 2022"]
    assert clusters_rijen(stof) == [
        ["Succes!", "12", "40%", "12.345", "50%", "2,01", "2,01", "2,01", "2,02"]
    ]
