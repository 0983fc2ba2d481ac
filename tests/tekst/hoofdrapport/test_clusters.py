"""The cluster rule and the size of the clusters."""

from __future__ import annotations

from hulp.stof import bijdragen, clusterrijen, hoofdrapport
from leefbaarheid.basis.begrippen import CLUSTERS, NIET_INGEDEELD
from leefbaarheid.tekst.hoofdrapport.clusters import (
    clusters_kop,
    clusters_rijen,
    portretten,
)


def wijk(cluster, gemeente, **anders):
    plaats = {"gm_code": gemeente, "gm_naam": gemeente}
    return {"in_selectie": True, "cluster": cluster} | plaats | anders


def proef(wijken, **anders):
    leeg = {"na_eindjaar": [], "decompositie": [], "bijdragen": []}
    rijen = [rij | {"lbm_2008": 3.8, "lbm_2012": 3.85} for rij in clusterrijen()]
    return dict(portretten(hoofdrapport(wijken=wijken, clusters=rijen, **(leeg | anders))))


def test_een_portret_noemt_regel_omvang_plaats_en_verloop():
    na = {"groep": "selectie", "cluster": "Terugval", "van": 2014, "tot": 2022, "n": 3}
    wijken = [wijk("Terugval", naam) for naam in ("Ede", "Ede", "Assen")]
    wijken += [wijk("Succes!", "Assen"), wijk(None, "Ede"), wijk("Succes!", "X", in_selectie=False)]
    uit = proef(wijken, na_eindjaar=[na | {"n_gestegen": 2, "n_gedaald": 0}])
    assert list(uit) == [*CLUSTERS[:4], "Niet ingedeeld"]
    assert uit["Terugval"] == (
        "Duidelijk achteruit: in 2014 onder *voldoende* en gedaald sinds 2012. Tot *Terugval* "
        "horen drie van de 5 wijken, in twee gemeenten; de meeste in Ede (twee). De gemiddelde "
        "score was 3,80 in 2008, 3,85 in 2012, 3,90 in 2014 en 3,90 in 2022. Tussen 2014 en 2022 "
        "stegen er twee en daalde er geen meer dan de marge in *Terugval*."
    )
    assert (
        "Tot *Succes!* hoort één van de 5 wijken, in één gemeente. De gemiddelde" in uit["Succes!"]
    )
    assert uit["Vroegsignalering"].endswith("is er geen enkele geselecteerde wijk.")


def test_wat_niet_is_ingedeeld_is_geen_cluster():
    na = {"groep": "selectie", "cluster": NIET_INGEDEELD, "van": 2014, "tot": 2022, "n": 2}
    wijken = [wijk(NIET_INGEDEELD, naam) for naam in ("Ede", "Assen")]
    uit = proef(wijken, na_eindjaar=[na | {"n_gestegen": 0, "n_gedaald": 1}])["Niet ingedeeld"]
    assert "Niet ingedeeld zijn twee van de 2 wijken, in twee gemeenten." in uit
    assert uit.endswith("steeg er geen en daalde er één meer dan de marge in deze groep.")


def test_bij_een_gelijke_stand_ligt_het_meeste_nergens():
    uit = proef([wijk("Terugval", naam) for naam in ("Ede", "Ede", "Assen", "Assen")])
    assert "de meeste" not in uit["Terugval"]


def test_een_portret_noemt_de_dimensies_van_de_langste_periode():
    vensters = [(2014, 2018, 3), (2014, 2022, 3), (2002, 2022, 0)]
    rijen = [{"groep": "selectie", "van": v, "tot": t, "n": n} for v, t, n in vensters]
    delen = bijdragen(2014, 2022, "Terugval", {"fys": 0.05, "onv": 0.0, "soc": 0.01})
    uit = proef([wijk("Terugval", "Ede")], decompositie=rijen, bijdragen=delen)
    assert (
        "Dimensies, 2014–2022: de hoogste bijdrage heeft *fysieke omgeving* (+0,050)."
        in (uit["Terugval"])
    )


def test_kop_en_rij_van_de_clusters_hebben_dezelfde_jaren():
    scores = {f"lbm_{jaar}": jaar / 1000 for jaar in (2008, 2012, 2014, 2022)}
    rij = {"cluster": "Succes!", "n_wijken": 12, "aandeel_wijken": 0.4, "n_inwoners": 12345}
    stof = hoofdrapport(clusters=[rij | {"aandeel_inwoners": 0.5} | scores])
    assert clusters_kop(stof)[5:] == ["Score 2008", "Score 2012", "Score 2014", "Score 2022"]
    assert clusters_rijen(stof) == [
        ["Succes!", "12", "40%", "12.345", "50%", "2,01", "2,01", "2,01", "2,02"]
    ]
