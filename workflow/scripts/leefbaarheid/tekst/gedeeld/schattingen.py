"""When an estimate counts as clear: the rule of `basis.schattingen`, for every sentence."""

from __future__ import annotations

from leefbaarheid.basis.schattingen import SIGNIFICANTIE as SIGNIFICANTIE
from leefbaarheid.basis.schattingen import richting_van as richting_van
