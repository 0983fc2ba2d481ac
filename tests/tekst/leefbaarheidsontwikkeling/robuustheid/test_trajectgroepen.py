"""Groups that follow from the data."""

from __future__ import annotations

from hulp.controletabellen import maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import trajectgroepen


def traject(methode, groepen, rol="", **rest):
    return {
        **{"methode": methode, "aantal_groepen": groepen, "omschrijving": methode, "rol": rol},
        **{"bic": 1.0, "kleinste_n": 5, "posterior_laagste": 0.9, "entropie": 0.8},
        **{"silhouet": None, "stabiliteit": 0.5, "ari_regel": 0.1},
        **{"toegelaten": True, "reden": None},
        **rest,
    }


def test_getoonde_trajecten_zijn_die_met_meer_dan_een_groep():
    maten = [
        traject("vol", 1, "gekozen"),
        traject("gelijk", 2, "beste met meer groepen"),
        traject("gelijk", 3, toegelaten=False, reden="de kleinste groep telt 1 wijk"),
    ]
    kruis = [
        {"methode": m, "aantal_groepen": 2, "groep": 1, "cluster": c, "n_wijken": n, "aandeel": 0.5}
        for m, c, n in (
            ("gelijk", "Terugval", 4),
            ("gelijk", "onbekend", 4),
            ("vol", "Terugval", 9),
        )
    ]
    stof = maak_stof(trajectmaten=maten, trajectkruis=kruis)
    assert trajectgroepen.getoond(stof) == ("gelijk", 2)
    rijen = trajectgroepen.trajectmaten_rijen(stof)
    assert rijen[0][0] == "**2**" and rijen[1][-1] == "de kleinste groep telt 1 wijk"
    assert trajectgroepen.kruisclusters(stof)[-1] == "onbekend"
    assert trajectgroepen.trajectkruis_rijen(stof)[0] == [
        "Groep één",
        "–",
        "–",
        "–",
        "4 (50%)",
        "–",
        "4 (50%)",
    ]
