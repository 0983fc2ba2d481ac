"""The date in a PDF is that of the edition, wherever it is made."""

from __future__ import annotations

import time

import pytest

from leefbaarheid.rapport.tijdstip import tijdstip_van


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland"])
def test_het_tijdstip_is_overal_hetzelfde(monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert tijdstip_van("1970-01-02") == 86_400
    finally:
        monkeypatch.undo()
        time.tzset()
