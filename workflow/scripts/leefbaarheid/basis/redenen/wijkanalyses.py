"""How a wijkanalyse stands to the numbers."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class KoppelReden(Code):
    """How a wijkanalyse stands to the numbers."""
