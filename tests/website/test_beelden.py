"""Six views as pictures, kept as artefacts (LEEFBAARHEID_BEELDEN, or the folder of the tests)."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

from hulp.beelden_website import maak_beelden


def test_zes_bladen_zijn_niet_leeg(chromium, site, tmp_path):
    doel = Path(os.environ.get("LEEFBAARHEID_BEELDEN", tmp_path))
    paden = maak_beelden(chromium, site, doel)
    assert len(paden) == 6
    for pad in paden:
        with Image.open(pad) as beeld:
            klein = beeld.convert("RGB").resize((160, 160))
            assert len(klein.getcolors(160 * 160)) > 30, pad.name
            assert beeld.height > 400
