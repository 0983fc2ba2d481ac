"""The years after the end year in words: any edition, also one in which nothing came after."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast
from leefbaarheid.tekst.gedeeld import na_eindjaar as later

VIER = {"jaren": [2008, 2012, 2014, 2018, 2022]}


def rij(groep="selectie", cluster=None, **anders):
    return {
        **{"groep": groep, "cluster": cluster, "van": 2014, "tot": 2022, "n": 140},
        **{"gemiddelde": 0.0682, "n_gedaald": 5, "n_gestagneerd": 17, "n_gestegen": 118},
        **{"n_onder": 98, "n_bereikt_blijvend": 29, "n_bereikt_laatste": 4},
        **{"n_bereikt_verloren": 1, "n_voldoende": 42, "n_gebleven": 39},
    } | anders


def stof(*rijen, editie=None):
    return hoofdrapport(editie or VIER, na_eindjaar=list(rijen))


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
    assert later.terugval_en_succes(stof(rij(), terugval, succes), met_jaren=True) == (
        "Tussen 2014 en 2022 stegen in *Terugval* 18 van de 21 wijken meer dan de marge, en steeg "
        "in *Succes!* één van de 28 wijken."
    )
    meer = rij(cluster="Succes!", n=28, n_gestegen=9)
    assert later.terugval_en_succes(stof(rij(), terugval, meer), met_jaren=True).endswith(
        "meer dan de marge, en in *Succes!* negen van de 28 wijken."
    )
    leeg = rij(cluster="Succes!", n=0, n_gestegen=0)
    assert later.terugval_en_succes(stof(rij(), leeg)) == ""


def test_wie_voldoende_bereikte():
    assert later.voldoende(stof(rij())) == (
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stonden er 29 bij ten minste de "
        "laatste twee metingen op die klasse of hoger. Vier haalden die klasse alleen bij de "
        "meting van 2022 en één haalde die eerder, maar was die in 2022 weer kwijt. Van de 42 "
        "wijken die in 2014 al ten minste *voldoende* waren, bleven 39 dat bij elke latere meting."
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
        "Geen enkele geselecteerde wijk stond in 2014 onder *voldoende*. Van de 42 wijken die in "
        "2014 al ten minste *voldoende* waren, bleven alle 42 dat bij elke latere meting."
    )


def test_met_een_latere_meting_zegt_de_tekst_niet_dat_iets_blijvend_is():
    tekst = later.voldoende(stof(rij(n_bereikt_laatste=1), editie={"jaren": [2008, 2014, 2022]}))
    assert tekst.startswith(
        "Van de 98 wijken die in 2014 onder *voldoende* stonden, stond er één in 2022 op "
        "*voldoende* of hoger. Of dat blijvend is, is met één latere meting niet te zien."
    )
    assert tekst.endswith("bleven 39 dat in 2022.")


def test_wie_elders_steeg_staat_ernaast():
    rijen = naast(2014, 2022, "gestegen", 0.84, (0.72, 0.12), (0.56, 0.28))
    tabel = stof(rij())
    tabel.tabellen["vergelijkingen"] = rijen
    assert later.stegen_elders(tabel) == (
        "Van de overige wijken die in aanmerking kwamen, steeg 72% en van alle andere wijken in "
        "het voorbeeldland 56%; beide verschillen met de selectie zijn aantoonbaar."
    )


def test_rijen_van_groepen_met_wijken():
    uit = later.rijen(
        stof(rij(cluster="Terugval", n=21), rij(cluster="Succes!", n=0), rij("rest_van_land"))
    )
    assert [regel[0] for regel in uit] == ["*Terugval*", "alle andere wijken in het voorbeeldland"]
    assert uit[0][1:] == ["21", "+0,07", "5", "17", "118", "98", "29", "4"]


def test_zonder_latere_meting_zegt_geen_enkele_functie_iets():
    leeg = stof(editie={"jaren": [2008, 2012, 2014]})
    assert not later.heeft_later(leeg)
    zinnen = (later.richtingen, later.terugval_en_succes, later.voldoende, later.stegen_elders)
    assert [zin(leeg) for zin in zinnen] == [""] * 4
    assert later.rijen(leeg) == []
