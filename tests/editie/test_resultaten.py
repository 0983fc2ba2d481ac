"""Where a command finds no finished edition, it says so and what to do."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.resultaten import lees_manifest


def test_een_manifest_met_wat_erbij_hoort(tmp_path):
    (tmp_path / "manifest.json").write_text('{"config": {"editie": "proef"}}', "utf-8")
    assert lees_manifest(tmp_path) == {"config": {"editie": "proef"}}
    with pytest.raises(InvoerFout, match="hier staan geen resultaten van een editie"):
        lees_manifest(tmp_path, "data/wijkportretten.json")


def test_zonder_manifest_is_er_geen_editie(tmp_path):
    with pytest.raises(InvoerFout, match="make rapport"):
        lees_manifest(tmp_path)
