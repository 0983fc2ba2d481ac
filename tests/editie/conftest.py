"""An edition to spoil."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from hulp.editie import VOORBEELD


@pytest.fixture
def editie() -> dict[str, Any]:
    """A copy of the bundled edition."""
    return copy.deepcopy(VOORBEELD)
