"""A folder of figures takes the place of the old one only when it is whole."""

from __future__ import annotations

import pytest

from leefbaarheid.figuren.delen.schrijven import schrijf_figuren


@pytest.mark.traag
def test_afgebroken_tekenen_laat_de_vorige_map_staan(tmp_path, beelden):
    doel = tmp_path / "figuren"
    beeld = beelden["groepen_lijnen"]
    assert schrijf_figuren({"a": lambda: beeld, "leeg": lambda: None}, doel) == 1

    def breekt_af():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        schrijf_figuren({"b": lambda: beeld, "c": breekt_af}, doel)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.svg", "figuren", "figuren.json"]
