"""How analyses and numbers were joined."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.wijkanalyses.leeswijzer import koppeling_rijen, opmerkingen

RIJ = {
    **{"wk_naam": "O_ost", "gm_naam": "Astad", "wk_code": "WK900101", "oordeel": "daler"},
    **{"cluster": "Terugval", "congruent": True, "reden": str(KoppelReden.WIJK_IN_SELECTIE)},
    "opmerking": None,
}


def test_een_wijk_met_haar_koppeling():
    rijen = [RIJ | {"congruent": c} for c in (True, False, None)]
    uit = koppeling_rijen(hoofdrapport(wijkanalyses=rijen))
    assert uit[0] == [
        *(r"O\_ost", "Astad", "WK900101", "daler", "*Terugval*", "ja"),
        "De wijk hoort tot de selectie.",
    ]
    assert [rij[5] for rij in uit] == ["ja", "nee", "niet te bepalen"]


def test_een_opmerking_noemt_de_wijk():
    cel = KoppelReden.ANDERE_GEMEENTE.met(gemeente="Bstad", gm_naam="Astad")
    stof = hoofdrapport(wijkanalyses=[RIJ, RIJ | {"opmerking": cel}])
    (zin,) = opmerkingen(stof)
    assert zin.startswith(r"O\_ost: De wijkanalyse noemt de gemeente Bstad")
