"""The conclusions follow the numbers."""

from __future__ import annotations

import pytest

from hulp.stof import clusterrijen, hoofdrapport, naast
from leefbaarheid.tekst.hoofdrapport.conclusies import beperkingen, clusters, crisis


@pytest.mark.parametrize(
    ("n", "minst", "meest", "tekst"),
    [
        (1, 0, 4, "In *Terugval* zit één wijk (1%); met een andere marge of een andere grens voor "
         "*voldoende* loopt dat aantal van 0 tot 4."),
        (20, 20, 20, "In *Terugval* zitten 20 wijken (1%); met een andere marge of een andere "
         "grens voor *voldoende* blijft dat aantal 20."),
    ],
)  # fmt: skip
def test_conclusie_clusters(n, minst, meest, tekst):
    cijfers = {
        "cluster.terugval.n": (n, "aantal"),
        "cluster.terugval.aandeel": (0.01, "aandeel"),
        "cluster.terugval.min": (minst, "aantal"),
        "cluster.terugval.max": (meest, "aantal"),
    }
    assert tekst in clusters(
        hoofdrapport(cijfers=cijfers, clusters=clusterrijen(), gevoeligheid=[])
    )


def test_conclusie_over_de_crisisjaren():
    cijfers = {"ontwikkeling.2012_2014.selectie.gedaald": (0.30, "aandeel")}
    rijen = [
        *naast(2012, 2014, "gemiddelde_verandering", 0.01, (0.01, 0.0), (0.01, 0.0)),
        *naast(2012, 2014, "gedaald", 0.30, (0.32, -0.02), (0.28, 0.02)),
    ]
    assert crisis(hoofdrapport(cijfers=cijfers, vergelijkingen=rijen)) == (
        "Tussen 2012 en 2014 veranderde de gemiddelde score niet aantoonbaar; 30% van de "
        "geselecteerde wijken daalde. Van de overige wijken die in aanmerking kwamen, daalde 32% "
        "en van alle andere wijken in het voorbeeldland 28%; geen van beide verschillen met de "
        "selectie is aantoonbaar."
    )


@pytest.mark.parametrize(
    ("selectie", "kanttekening", "begin"),
    [
        (
            {"soort": "laagste_scores"},
            "Er mist er één.",
            "Drie beperkingen blijven staan. Bij een ",
        ),
        ({"soort": "lijst"}, "Er mist er één.", "Vier beperkingen blijven staan. Er mist er één. "),
        (
            {"soort": "lijst"},
            "",
            "Drie beperkingen blijven staan. Hoort bij een plaats op de lijst ",
        ),
    ],
)
def test_beperkingen_volgen_de_soort_selectie(selectie, kanttekening, begin):
    bronnen = {"selectielijst": {"kanttekening": kanttekening}}
    wijken = [{"gm_code": gm, "in_selectie": gm != "C"} for gm in ("A", "A", "A", "B", "C")]
    tekst = beperkingen(hoofdrapport({"bronnen": bronnen, "selectie": selectie}, wijken=wijken))
    assert tekst.startswith(begin)
    assert tekst.endswith(
        "De geselecteerde wijken liggen in 2 gemeenten, waarvan de grootste 75% van de wijken "
        "heeft; hoe ruim een interval is, hangt daarvan af."
    )
