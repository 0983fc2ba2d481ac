"""The figures in large type: each with its comparator, and none that the edition does not have."""

from __future__ import annotations

from hulp.stof import hoofdrapport, naast, schatting
from leefbaarheid.tekst.hoofdrapport.kerncijfers import kerncijfers

CIJFERS = {
    "gemiddelde.selectie.2008": (3.85, "score"),
    "gemiddelde.selectie.2022": (3.96, "score"),
    "gemiddelde.overig_in_aanmerking.2008": (4.10, "score"),
    "gemiddelde.overig_in_aanmerking.2022": (4.15, "score"),
    "cluster.terugval.n": (33, "aantal"),
    "ontwikkeling.2012_2014.selectie.gedaald": (0.25, "aandeel"),
}


def na(cluster=None, **anders):
    return {
        **{"groep": "selectie", "cluster": cluster, "van": 2014, "tot": 2022, "n": 140},
        **{"n_gestegen": 115, "n_onder": 95, "n_bereikt_blijvend": 35},
    } | anders


KLOOF = [{"vergeleken_met": "overig_in_aanmerking", "n_ander": 700}]
NA = [na(), na("Terugval", n=33, n_gestegen=31)]


def stof(jaren=(2008, 2012, 2014, 2018, 2022), na_eindjaar=None, cijfers=None, kloof=None):
    vergelijkingen = [
        *naast(jaren[0], jaren[-1], "gemiddelde_verandering", 0.11, (0.05, 0.06), (0.05, 0.06)),
        *naast(2014, 2022, "gestegen", 0.82, (0.51, 0.31), (0.50, 0.32)),
        *naast(2012, 2014, "gedaald", 0.25, (0.21, 0.04), (0.2, 0.05)),
    ]
    return hoofdrapport(
        {"jaren": list(jaren)},
        CIJFERS | (cijfers or {}),
        vergelijkingen=vergelijkingen,
        kloof=KLOOF if kloof is None else kloof,
        na_eindjaar=NA if na_eindjaar is None else na_eindjaar,
        regressie=[schatting("woz", 0.02, 0.01), schatting("corporatie", 0.0, 0.9)],
    )


def test_vijf_kerncijfers_met_vergelijking_en_vindplaats():
    cijfers = kerncijfers(stof())
    assert [getal for getal, _ in cijfers] == ["3,85 → 3,96", "82%", "35 van 95", "33", "1 van 2"]
    assert cijfers[0][1] == (
        "Tussen 2008 en 2022 steeg de gemiddelde score van de geselecteerde wijken. De overige "
        "wijken die in aanmerking kwamen, gingen van 4,10 naar 4,15. Zie @fig-groepen-lijnen."
    )
    assert cijfers[1][1].startswith(
        "van de geselecteerde wijken steeg tussen 2014 en 2022 meer dan de marge. Van de overige "
        "wijken die in aanmerking kwamen, steeg 51%"
    )
    assert cijfers[3][1].endswith(
        "Daarvan stegen er 31 tussen 2014 en 2022 meer dan de marge. Zie @tbl-clusters en "
        "@tbl-na-eindjaar."
    )
    assert all("Zie @" in tekst for _, tekst in cijfers)


def test_zonder_latere_jaren_gaat_het_over_de_laatste_periode():
    jaren = (2008, 2012, 2014)
    gelijk = {"gemiddelde.selectie.2014": (3.80, "score")}
    gelijk["gemiddelde.overig_in_aanmerking.2014"] = (4.10, "score")
    cijfers = kerncijfers(stof(jaren, na_eindjaar=[], cijfers=gelijk))
    assert [getal for getal, _ in cijfers] == ["3,85 → 3,80", "25%", "33", "1 van 2"]
    assert "daalde tussen 2012 en 2014" in cijfers[1][1]
    assert "Daarvan" not in cijfers[2][1]


def test_wat_er_niet_is_staat_er_niet():
    niemand = kerncijfers(stof(cijfers={"cluster.terugval.n": (0, "aantal")}, kloof=[]))
    assert [getal for getal, _ in niemand] == ["3,85 → 3,96", "82%", "35 van 95", "1 van 2"]
    assert "overige wijken die in aanmerking kwamen, gingen" not in niemand[0][1]
    geen = kerncijfers(stof(na_eindjaar=[na(n_onder=0), na("Terugval", n=33, n_gestegen=0)]))
    assert "Daarvan steeg er geen tussen" in geen[2][1]
