"""What the text about two made-up editions is made from."""

from __future__ import annotations

import pytest

from hulp.verandering import maak_stand, maak_stof


@pytest.fixture
def stof(tmp_path):
    """Return what the text is made from, for the made-up edition and another."""
    return lambda nieuw=None, oud=None: maak_stof(
        oud or maak_stand(), nieuw or maak_stand(), tmp_path
    )
