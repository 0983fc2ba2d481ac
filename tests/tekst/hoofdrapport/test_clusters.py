"""The cluster rule and the size of the clusters."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.hoofdrapport.clusters import clusters_kop, clusters_rijen, regel_rijen


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
