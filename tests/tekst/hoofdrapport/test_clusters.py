"""The cluster rule and the size of the clusters."""

from __future__ import annotations

from hulp.stof import bijdragen, clusterrijen, hoofdrapport
from leefbaarheid.basis.begrippen import CLUSTERS, NIET_INGEDEELD
from leefbaarheid.tekst.hoofdrapport.clusters import (
    clusters_kop,
    clusters_rijen,
    daarna_rijen,
    daarna_titel,
    portretten,
)


def wijk(cluster, gemeente, **anders):
    plaats = {"gm_code": gemeente, "gm_naam": gemeente}
    return {"in_selectie": True, "cluster": cluster} | plaats | anders


def proef(wijken):
    rijen = [rij | {"lbm_2008": 3.8, "lbm_2012": 3.85} for rij in clusterrijen()]
    return dict(portretten(hoofdrapport(wijken=wijken, clusters=rijen)))


def test_een_portret_noemt_regel_omvang_en_plaats():
    wijken = [wijk("Terugval", naam) for naam in ("Ede", "Ede", "Assen")]
    wijken += [wijk("Succes!", "Assen"), wijk(None, "Ede"), wijk("Succes!", "X", in_selectie=False)]
    uit = proef(wijken)
    assert list(uit) == [*CLUSTERS[:4], "Niet ingedeeld"]
    assert uit["Terugval"] == (
        "Duidelijk achteruit: in 2014 onder *voldoende* en gedaald sinds 2012. Tot *Terugval* "
        "horen drie van de 5 wijken, in twee gemeenten; de meeste in Ede (twee)."
    )
    assert uit["Succes!"].endswith("Tot *Succes!* hoort één van de 5 wijken, in één gemeente.")
    assert uit["Vroegsignalering"].endswith("is er geen enkele geselecteerde wijk.")


def test_wat_niet_is_ingedeeld_is_geen_cluster():
    uit = proef([wijk(NIET_INGEDEELD, naam) for naam in ("Ede", "Assen")])["Niet ingedeeld"]
    assert uit.endswith("Niet ingedeeld zijn twee van de 2 wijken, in twee gemeenten.")


def test_bij_een_gelijke_stand_ligt_het_meeste_nergens():
    uit = proef([wijk("Terugval", naam) for naam in ("Ede", "Ede", "Assen", "Assen")])
    assert "de meeste" not in uit["Terugval"]


def daarna(**tabellen):
    leeg = {"na_eindjaar": [], "decompositie": [], "bijdragen": []}
    rijen = [rij | {"lbm_2008": 3.8, "lbm_2012": 3.85} for rij in clusterrijen()]
    stof = hoofdrapport(clusters=rijen, **(leeg | tabellen))
    return {rij[0]: rij[2:] for rij in daarna_rijen(stof)}, daarna_titel(stof)


def test_na_het_eindjaar_en_de_dimensies_van_de_langste_periode():
    na = {"groep": "selectie", "cluster": "Terugval", "van": 2014, "tot": 2022, "n": 3}
    vensters = [(2014, 2018, 3), (2014, 2022, 3), (2002, 2022, 0)]
    decompositie = [{"groep": "selectie", "van": v, "tot": t, "n": n} for v, t, n in vensters]
    delen = bijdragen(2014, 2022, "Terugval", {"fys": 0.05, "onv": 0.0, "soc": 0.01})
    rijen, titel = daarna(
        na_eindjaar=[na | {"n_gestegen": 2, "n_gedaald": 0}],
        decompositie=decompositie,
        bijdragen=delen,
    )
    assert rijen["Terugval"] == [
        *("2", "0", "*fysieke omgeving* (+0,050)"),
        "*overlast en onveiligheid* (0,000)",
    ]
    assert rijen["Succes!"] == ["–"] * 4
    assert "tussen 2014 en 2022" in titel and "aan 2014–2022" in titel


def test_wat_niet_te_onderscheiden_is_staat_samen_en_alles_bij_elkaar_is_een_streepje():
    vensters = [{"groep": "selectie", "van": 2014, "tot": 2022, "n": 3}]
    delen = bijdragen(2014, 2022, "Terugval", {"fys": 0.05, "onv": 0.0495, "soc": 0.01})
    alles = bijdragen(2014, 2022, "Succes!", {"fys": 0.05, "onv": 0.0498, "soc": 0.0496})
    rijen, _ = daarna(decompositie=vensters, bijdragen=[*delen, *alles])
    hoog = "*fysieke omgeving* (+0,050) of *overlast en onveiligheid* (+0,050)"
    assert rijen["Terugval"][2:] == [hoog, "*sociale samenhang* (+0,010)"]
    assert rijen["Succes!"][2:] == ["–", "–"]


def test_zonder_latere_meting_en_zonder_dimensies_geen_tabel():
    rijen, _ = daarna()
    assert rijen == {}


def test_kop_en_rij_van_de_clusters_hebben_dezelfde_jaren():
    scores = {f"lbm_{jaar}": jaar / 1000 for jaar in (2008, 2012, 2014, 2022)}
    rij = {"cluster": "Succes!", "n_wijken": 12, "aandeel_wijken": 0.4, "n_inwoners": 12345}
    stof = hoofdrapport(clusters=[rij | {"aandeel_inwoners": 0.5} | scores])
    assert clusters_kop(stof)[5:] == ["Score 2008", "Score 2012", "Score 2014", "Score 2022"]
    assert clusters_rijen(stof) == [
        ["Succes!", "12", "40%", "12.345", "50%", "2,01", "2,01", "2,01", "2,02"]
    ]
