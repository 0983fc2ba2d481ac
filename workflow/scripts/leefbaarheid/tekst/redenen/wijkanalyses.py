"""The Dutch of `KoppelReden`."""

from __future__ import annotations

from leefbaarheid.tekst.redenen.woorden import Woorden

WOORDEN: Woorden = {}
