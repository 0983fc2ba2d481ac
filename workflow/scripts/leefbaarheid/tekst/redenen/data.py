"""The Dutch of `DataReden`."""

from __future__ import annotations

from leefbaarheid.tekst.redenen.woorden import Woorden

WOORDEN: Woorden = {}
