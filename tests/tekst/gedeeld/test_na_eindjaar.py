"""The years after the end year in words: any edition, also one in which nothing came after."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.gedeeld import na_eindjaar as later

VIER = {"jaren": [2008, 2012, 2014, 2018, 2022]}


def rij(groep="selectie", cluster=None, **anders):
    return {
        **{"groep": groep, "cluster": cluster, "van": 2014, "tot": 2022, "n": 140},
        **{"gemiddelde": 0.0682, "n_gedaald": 5, "n_gestagneerd": 17, "n_gestegen": 118},
        **{"n_onder": 98, "n_bereikt_blijvend": 29, "n_bereikt_laatste": 4},
        **{"n_bereikt_verloren": 1, "n_voldoende": 42, "n_gebleven": 39},
    } | anders


def toets(vorm, p, **anders):
    return {
        **{"vorm": vorm, "van": 2014, "tot": 2022, "n": 140, "n_clusters": 5, "f": 5.109},
        **{"p": p, "reden": None},
    } | anders


def afstand(wie, van, tot, ci, **anders):
    return {
        **{"cluster": None, "van": 2014, "tot": 2022, "vergeleken_met": wie, "n": 140},
        **{"n_ander": 700, "kloof_van": van, "kloof_tot": tot, "verandering": tot - van},
        **{"ci_laag": ci[0], "ci_hoog": ci[1], "reden": None},
    } | anders


def stof(*rijen, toetsen=(), kloof=(), verschillen=(), editie=None):
    tabellen = {"na_eindjaar": list(rijen), "clustervoorspelling": list(toetsen)}
    tabellen |= {"kloof": list(kloof), "clusterverschillen": list(verschillen)}
    return hoofdrapport(editie or VIER, **tabellen)


@pytest.mark.parametrize(
    ("telling", "zin"),
    [
        (
            (5, 17, 118),
            "stegen 118 van de 140 geselecteerde wijken (84%) meer dan de marge; vijf wijken "
            "daalden en 17 wijken bleven binnen de marge.",
        ),
        ((0, 140, 0), "bleven alle 140 geselecteerde wijken binnen de marge."),
        ((140, 0, 0), "daalden alle 140 geselecteerde wijken meer dan de marge."),
        ((0, 0, 140), "stegen alle 140 geselecteerde wijken meer dan de marge."),
        (
            (139, 1, 0),
            "steeg geen van de 140 geselecteerde wijken (0%) meer dan de marge; 139 wijken daalden "
            "en één wijk bleef binnen de marge.",
        ),
        (
            (0, 139, 1),
            "steeg één van de 140 geselecteerde wijken (1%) meer dan de marge; geen enkele wijk "
            "daalde en 139 wijken bleven binnen de marge.",
        ),
    ],
)
def test_wie_steeg_en_wie_daalde(telling, zin):
    omlaag, stil, omhoog = telling
    regel = rij(n_gedaald=omlaag, n_gestagneerd=stil, n_gestegen=omhoog)
    assert later.richtingen(stof(regel)) == f"Tussen 2014 en 2022 {zin}"


def test_terugval_en_succes_naast_elkaar_zonder_wat_leeg_is():
    terugval = rij(cluster="Terugval", n=21, n_gestegen=18)
    succes = rij(cluster="Succes!", n=28, n_gestegen=1)
    assert later.terugval_en_succes(stof(rij(), terugval, succes)) == (
        "In *Terugval* stegen 18 van de 21 wijken en in *Succes!* steeg één van de 28 wijken."
    )
    alle = rij(cluster="Terugval", n=15, n_gestegen=15)
    geen = rij(cluster="Succes!", n=1, n_gestegen=0)
    assert later.terugval_en_succes(stof(rij(), alle, geen)) == (
        "In *Terugval* stegen alle 15 wijken en in *Succes!* steeg de ene wijk niet."
    )
    leeg = rij(cluster="Succes!", n=0, n_gestegen=0)
    assert later.terugval_en_succes(stof(rij(), leeg)) == ""


def test_wie_voldoende_bereikte():
    assert later.voldoende(stof(rij())) == (
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stonden er 29 bij ten minste de "
        "laatste twee metingen op die klasse of hoger. Vier haalden haar alleen bij de meting van "
        "2022 en één haalde haar wel, maar was haar in 2022 weer kwijt. Van de 42 wijken die toen "
        "al ten minste *voldoende* waren, bleven 39 dat bij elke latere meting."
    )
    assert later.voldoende_kort(stof(rij())) == (
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stonden er 29 bij ten minste de "
        "laatste twee metingen op die klasse of hoger."
    )
    niets = rij(n_bereikt_blijvend=0, n_bereikt_laatste=0, n_bereikt_verloren=0, n_voldoende=0)
    assert later.voldoende(stof(niets)) == (
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stond er geen bij ten minste de "
        "laatste twee metingen op die klasse of hoger."
    )
    boven = rij(n_onder=0, n_gebleven=42)
    assert later.voldoende(stof(boven)) == (
        "Geen enkele geselecteerde wijk stond in 2014 onder *voldoende*. Van de 42 wijken die toen "
        "al ten minste *voldoende* waren, bleven alle dat bij elke latere meting."
    )


def test_met_een_latere_meting_zegt_de_tekst_niet_dat_iets_blijvend_is():
    tekst = later.voldoende(stof(rij(n_bereikt_laatste=1), editie={"jaren": [2008, 2014, 2022]}))
    assert tekst.startswith(
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stond er één in 2022 op "
        "*voldoende* of hoger. Of dat blijvend is, is met één latere meting niet te zien."
    )
    assert tekst.endswith("bleven 39 dat in 2022.")


def test_de_afstand_verandert_alleen_als_het_interval_nul_uitsluit():
    rijen = [
        afstand("rest_van_land", 0.25, 0.21, (-0.056, -0.032)),
        afstand("overig_in_aanmerking", 0.22, 0.23, (-0.01, 0.03)),
    ]
    tekst = later.kloof(stof(kloof=rijen), 2014, 2022)
    assert tekst.startswith(
        "De afstand tot de overige wijken die in aanmerking kwamen ging van 0,22 naar 0,23 punt "
        "(niet aantoonbaar veranderd: +0,010, 95%-interval"
    )
    assert "en die tot alle andere wijken in het voorbeeldland ging van 0,25 naar 0,21" in tekst
    assert "(aantoonbaar kleiner:" in tekst
    assert tekst.endswith("kan regressie naar het gemiddelde zijn (@sec-selectie).")
    groter = later.kloof(stof(kloof=[afstand("rest_van_land", 0.1, 0.2, (0.05, 0.15))]), 2014, 2022)
    assert "aantoonbaar groter" in groter
    assert "regressie" not in groter
    reden = AnalyseReden.EEN_GEMEENTE_BESLIST.met()
    zonder = afstand("rest_van_land", 0.1, 0.2, (None, None), reden=reden)
    assert "(niet te toetsen: zonder één van de gemeenten" in later.kloof(
        stof(kloof=[zonder]), 2014, 2022
    )


@pytest.mark.parametrize(
    ("cis", "slot"),
    [
        (((-0.04, -0.01), (-0.05, -0.02)), "punt; beide afstanden zijn aantoonbaar kleiner gew"),
        (((-0.04, 0.01), (-0.05, 0.02)), "punt; beide afstanden zijn niet aantoonbaar veranderd."),
        (((0.04, 0.05),), "punt; die afstand is aantoonbaar groter geworden."),
    ],
)
def test_de_afstand_in_het_kort_zonder_intervallen(cis, slot):
    namen = ("overig_in_aanmerking", "rest_van_land")
    rijen = [afstand(wie, 0.22, 0.19, ci) for wie, ci in zip(namen, cis, strict=False)]
    kort = later.kloof_kort(stof(kloof=rijen), 2014, 2022)
    assert slot in kort
    assert "interval" not in kort
    verdeeld = [afstand(namen[0], 0.2, 0.1, (-0.2, -0.1)), afstand(namen[1], 0.2, 0.1, (-0.2, 0.1))]
    gemengd = stof(kloof=verdeeld)
    assert later.kloof_kort(gemengd, 2014, 2022) == later.kloof(gemengd, 2014, 2022)


def test_wie_elders_steeg_staat_ernaast():
    rijen = naast(2014, 2022, "gestegen", 0.84, (0.72, 0.12), (0.56, 0.28))
    tabel = stof(rij())
    tabel.tabellen["vergelijkingen"] = rijen
    assert later.stegen_elders(tabel) == (
        "Van de overige wijken die in aanmerking kwamen steeg 72% en van alle andere wijken in het "
        "voorbeeldland 56%; beide verschillen met de selectie zijn aantoonbaar."
    )


@pytest.mark.parametrize(
    ("p", "p_later", "delen"),
    [
        (0.002, 0.056, ["verschilden de clusters aantoonbaar", "niet aantoonbaar", "onbeslist"]),
        (
            0.002,
            0.01,
            [
                "dan is dat verschil ook aantoonbaar",
                "zegt iets over de ontwikkeling na 2014 wat haar score",
            ],
        ),
        (0.2, 0.3, ["clusters niet aantoonbaar", "ook niet aantoonbaar", "niet aangetoond"]),
        (0.2, 0.01, ["clusters niet aantoonbaar", "dan is dat verschil aantoonbaar", "onbeslist"]),
    ],
)
def test_of_de_clusters_iets_voorspellen(p, p_later, delen):
    toetsen = [toets("gegeven_score", p), toets("vanaf_volgende", p_later, van=2018)]
    tekst = later.voorspelling(stof(toetsen=toetsen))
    for deel in delen:
        assert deel in tekst
    assert f"(p = {str(p).replace('.', ',').ljust(5, '0')})" in tekst
    assert "na de meting van 2018" in tekst


def test_een_toets_die_niet_kan_zegt_waarom():
    reden = AnalyseReden.EEN_CLUSTER.met()
    tekst = later.voorspelling(stof(toetsen=[toets("gegeven_score", None, reden=reden)]))
    assert tekst == (
        "Of de clusters iets zeggen over de ontwikkeling na 2014, is niet te toetsen: er is maar "
        "één cluster met wijken in ten minste twee gemeenten."
    )
    assert later.slot(stof(toetsen=[toets("gegeven_score", None, reden=reden)])) == ""


def test_zonder_latere_meting_zegt_geen_enkele_functie_iets():
    reden = AnalyseReden.GEEN_LATERE_METING.met()
    leeg = stof(
        toetsen=[toets("verandering", None, reden=reden)], editie={"jaren": [2008, 2012, 2014]}
    )
    assert not later.heeft_later(leeg)
    zinnen = (later.richtingen, later.terugval_en_succes, later.voldoende, later.voorspelling)
    assert [zin(leeg) for zin in (*zinnen, later.slot, later.stegen_elders)] == [""] * 6
    assert later.zonder_score(leeg) == later.kloof(leeg, 2014, 2014) == ""
    assert later.rijen(leeg) == later.kloof_rijen(leeg) == later.verschil_rijen(leeg) == []


def test_rijen_van_groepen_met_wijken():
    uit = later.rijen(
        stof(rij(cluster="Terugval", n=21), rij(cluster="Succes!", n=0), rij("rest_van_land"))
    )
    assert [regel[0] for regel in uit] == ["*Terugval*", "alle andere wijken in het voorbeeldland"]
    assert uit[0][1:] == ["21", "+0,07", "5", "17", "118", "98", "29", "4"]


def test_rijen_van_de_toets_met_de_verschillen_eronder():
    verschil = {"cluster": "Succes!", "n": 28, "verschil": 0.061, "ci_laag": 0.027}
    verschillen = [
        {"vorm": "gegeven_score", "cluster": "Terugval", "referentie": True},
        {"vorm": "gegeven_score", "referentie": False, "ci_hoog": 0.095, **verschil},
    ]
    gegeven = stof(toetsen=[toets("gegeven_score", 0.0001)], verschillen=verschillen)
    assert later.referentie(gegeven) == "*Terugval*"
    assert later.verschil_rijen(gegeven) == [
        ["gegeven de score in 2014", "*alle samen*", "140", "–", "p <0,001"],
        ["", "*Succes!*", "28", "+0,061", "**+0,027 tot +0,095**"],
    ]
