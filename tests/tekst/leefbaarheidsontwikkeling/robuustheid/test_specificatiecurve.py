"""Every defensible computation: the specification curve."""

from __future__ import annotations

from hulp import WORTEL
from hulp.controletabellen import EDITIE, maak_stof
from leefbaarheid.rapport.sjablonen import maak_omgeving
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import specificatiecurve
from leefbaarheid.tekst.stof import Stof


def curve(factor, vensters, statistiek, p):
    return {
        **{"factor": factor, "vensters": vensters, "statistiek": statistiek, "p": p},
        **{"waargenomen": 0.5, "n_specificaties": 100, "reden": None},
    }


def test_figuren_met_een_begin_in_de_volgorde_van_de_factoren():
    figuren = {n: {} for n in ("curve_dichtheid", "invloed", "curve_werkloosheid", "curve_rest")}
    omgeving = maak_omgeving([WORTEL / "reports"], Stof(EDITIE, Cijfers(), {}), figuren)
    namen = omgeving.globals["figuren_met"]("curve_")
    assert namen == ["curve_dichtheid", "curve_werkloosheid", "curve_rest"]
    assert specificatiecurve.curve_figuren(maak_stof(), namen) == [
        "curve_werkloosheid",
        "curve_dichtheid",
        "curve_rest",
    ]


def test_curve_in_de_hoofdperiode_naar_alle_toetsen():
    statistieken = ("mediaan", "aandeel_dominant_teken", "aandeel_significant", "stouffer_z")
    p = {"werkloosheid": (0.01, 0.9, 0.01, 0.01), "corporatie_pct": (0.01, 0.01, 0.3, 0.3)}
    rijen = [
        curve(f, v, s, q)
        for f, ps in p.items()
        for v in ("alle vensters", "hoofdvenster")
        for s, q in zip(statistieken, ps, strict=True)
    ]
    stof = maak_stof(specificatietoets=rijen)
    zin = specificatiecurve.curve_hoofdperiode(stof)
    assert "*werkloosheid* onwaarschijnlijk als er geen samenhang is" in zin
    assert "*woningen van corporaties* verschillend te beoordelen" in zin
    assert [rij[1] for rij in specificatiecurve.curve_rijen(stof)] == ["alle", "hoofdperiode"] * 2
    assert specificatiecurve.curve_anders(stof) == "Een curve is er alleen voor de hoofdfactoren."
