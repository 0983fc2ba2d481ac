"""From joined wijkanalyses to named numbers."""

from __future__ import annotations

from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.cijfers_wijkanalyses import vul_aan_met_wijkanalyses


def analyserij(analyse, code, gemeente, in_selectie, congruent):
    return {
        **{"analyse": analyse, "wk_code": code, "gm_code": gemeente},
        **{"in_selectie": in_selectie, "congruent": congruent},
    }


def test_wijkanalyses_tellen_analyses_wijken_en_gemeenten():
    rijen = [
        analyserij("A", "WK900101", "GM9001", True, True),
        analyserij("A", "WK900102", "GM9001", True, None),  # a wijk without a cluster
        analyserij("B", "WK900102", "GM9001", True, False),
        analyserij("C", "WK900201", "GM9002", False, None),
    ]
    uit = vul_aan_met_wijkanalyses(Cijfers(), {"wijkanalyses": rijen}, [{}, {}, {}])
    verwacht = {
        **{"n": 3, "n_wijken": 3, "n_gemeenten": 2, "n_buiten_selectie": 1},
        **{"n_congruent": 1, "n_afwijkend": 1, "n_onbepaald": 1},
    }
    assert {naam: uit.waarde(f"wijkanalyses.{naam}") for naam in verwacht} == verwacht


def test_een_editie_zonder_wijkanalyses_heeft_overal_nul():
    uit = vul_aan_met_wijkanalyses(Cijfers(), {"wijkanalyses": []}, [])
    assert {cijfer["waarde"] for cijfer in uit.inhoud.values()} == {0}
