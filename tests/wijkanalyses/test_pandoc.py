"""pandoc as a program of others: it may take too long."""

from __future__ import annotations

import pytest

from leefbaarheid.wijkanalyses import pandoc


def test_pandoc_die_te_lang_duurt_is_een_fout(monkeypatch):
    monkeypatch.setattr(pandoc, "TIJD", 0.0001)

    with pytest.raises(pandoc.PandocFout, match="niet klaar"):
        pandoc.lees_ast(b"x", "markdown")
