"""Why a check gives no outcome, or counts for less."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class ToetsReden(Code):
    """Why a check gives no outcome, or counts for less."""
