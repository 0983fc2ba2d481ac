"""The largest cluster, the rule elsewhere, and what came after the end year."""

from __future__ import annotations

import pytest

from hulp.stof import clusterrijen, hoofdrapport, naast
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.gedeeld.clusters import grootste_cluster, regel_elders


def keuzes(*terugval: int):
    """Return a table of sensitivity: per other choice the size of Terugval, the others have 5."""
    return [
        {"delta": d, "voldoende_vanaf_klasse": 5, "cluster": c, "n_wijken": n, "basis": False}
        for d, aantal in enumerate(terugval)
        for c, n in ((c, aantal if c == "Terugval" else 5) for c in CLUSTERS)
    ]


@pytest.mark.parametrize(
    ("andere", "slot"),
    [
        ((), "."),
        ((9, 8), ", ook bij beide andere keuzes voor marge en grens."),
        ((9, 5, 2), "; bij drie andere keuzes voor marge en grens is dat één keer ook zo."),
    ],
)
def test_grootste_cluster_en_hoe_vast_dat_is(andere, slot):
    rijen = clusterrijen(terugval={"n_wijken": 12, "aandeel_wijken": 0.414}, succes={"n_wijken": 1})
    assert grootste_cluster(hoofdrapport(clusters=rijen, gevoeligheid=keuzes(*andere))) == (
        f"De grootste groep is *Terugval* met twaalf wijken (41%){slot}"
    )


def test_even_grote_clusters_worden_samen_genoemd():
    rijen = clusterrijen(terugval={"n_wijken": 12}, succes={"n_wijken": 12})
    assert grootste_cluster(hoofdrapport(clusters=rijen, gevoeligheid=[])) == (
        "De grootste groepen zijn *Succes!* en *Terugval*, elk met twaalf wijken (20%)."
    )


def test_de_regel_elders_naast_de_selectie():
    rijen = [
        rij
        for maat, eigen, ander in (
            *(("succes", 0.2, 0.3), ("vroegsignalering", 0.1, 0.6), ("terugval", 0.15, 0.04)),
        )
        for rij in naast(2008, 2014, maat, eigen, (ander, eigen - ander))
    ]
    assert regel_elders(hoofdrapport(vergelijkingen=rijen)) == (
        "Dezelfde regel is ook op andere wijken toegepast: *Succes!* 20,0% van de selectie, tegen "
        "30,0% van de overige wijken die in aanmerking kwamen (dat verschil met de selectie is "
        "aantoonbaar); *Terugval* 15,0% van de selectie, tegen 4,0% van de overige wijken die in "
        "aanmerking kwamen (dat verschil met de selectie is aantoonbaar). De regel kijkt ook naar "
        "de stand: onder *voldoende* stond in 2014 70,0% van de selectie, tegen 10,0% van de "
        "overige wijken die in aanmerking kwamen. Hoe vaak wijken daalden, ongeacht hun stand, "
        "staat bij de ontwikkeling per periode."
    )
    assert regel_elders(hoofdrapport(vergelijkingen=[])) == ""
