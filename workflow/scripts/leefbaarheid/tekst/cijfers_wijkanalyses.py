"""The numbers of the qualitative half, from the joined wijkanalyses to names prose can use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.cijfers import Cijfers


def vul_aan_met_wijkanalyses(
    cijfers: Cijfers, tabellen: Mapping[str, list[Rij]], analyses: Sequence[Mapping[str, Any]]
) -> Cijfers:
    """Add the numbers of the qualitative half and return `cijfers`.

    Args:
        cijfers: numbers of the quantitative half.
        tabellen: `wijkanalyses` as rows.
        analyses: the analyses as read.
    """
    rijen = tabellen["wijkanalyses"]
    aantallen = {
        "n": len(analyses),
        "n_wijken": len({rij["wk_code"] for rij in rijen}),
        "n_gemeenten": len({rij["gm_code"] for rij in rijen}),
        "n_buiten_selectie": len({rij["analyse"] for rij in rijen if not rij["in_selectie"]}),
    }
    # an analysis is judged once: all its wijken with a cluster have the same value
    alle = {rij["analyse"] for rij in rijen}
    past = {rij["analyse"] for rij in rijen if rij["congruent"] is True}
    afwijkend = {rij["analyse"] for rij in rijen if rij["congruent"] is False}
    aantallen["n_congruent"] = len(past)
    aantallen["n_afwijkend"] = len(afwijkend - past)
    aantallen["n_onbepaald"] = len(alle - past - afwijkend)
    for naam, aantal in aantallen.items():
        cijfers.zet(f"wijkanalyses.{naam}", aantal, "aantal", "wijkanalyses")
    return cijfers
