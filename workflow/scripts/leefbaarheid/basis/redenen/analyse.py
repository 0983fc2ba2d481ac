"""Why an outcome of the analysis is empty."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class AnalyseReden(Code):
    """Why an outcome of the analysis is empty."""
