"""What does not meet the contract of a table is told as one message."""

from __future__ import annotations

from hulp.bronnen import melding
from leefbaarheid.data.schemas import panel_schema, valideer


def test_schema_failure_is_a_message(gelezen):
    panel = gelezen[0].copy()
    panel.loc[1, "wk_code"] = "fout"
    tekst = melding(valideer, panel, panel_schema())
    assert "data/panel.csv" in tekst
    assert "regel 3" in tekst
    assert "waarde 'fout'" in tekst
