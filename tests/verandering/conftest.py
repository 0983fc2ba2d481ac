"""The made-up edition, and a function for the same one with something else."""

from __future__ import annotations

import pytest

from hulp import verandering
from leefbaarheid.verandering.stand import Stand


@pytest.fixture
def stand() -> Stand:
    """The previous edition."""
    return verandering.maak_stand()


@pytest.fixture
def anders():
    """Return the same edition with something else."""
    return verandering.anders
