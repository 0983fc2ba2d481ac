"""The windows of the summary."""

from __future__ import annotations

from hulp.stof import bijlage
from leefbaarheid.tekst.leefbaarheidsontwikkeling.samenvatting import kernvensters


def test_kernvensters_vallen_terug_op_wat_er_is():
    assert kernvensters(bijlage()) == [(2008, 2012), (2012, 2014)]
    assert kernvensters(bijlage({"vensters": [[2002, 2008]]})) == [(2002, 2008)]
