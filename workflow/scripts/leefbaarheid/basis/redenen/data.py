"""What the data stage found in a source."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class DataReden(Code):
    """What the data stage found in a source."""
