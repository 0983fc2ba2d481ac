"""The rule leg_bij_website: what the website offers lies in its folder."""

from __future__ import annotations

import leg_bij_website as regel


def test_de_documenten_liggen_bij_de_website(tmp_path):
    for naam in ("hoofdrapport.pdf", "wijken.csv"):
        (tmp_path / naam).write_text(naam)
    map_ = tmp_path / "website" / "downloads"
    regel.main([tmp_path / "hoofdrapport.pdf", tmp_path / "wijken.csv"], map_)
    assert {pad.name: pad.read_text() for pad in map_.iterdir()} == {
        "hoofdrapport.pdf": "hoofdrapport.pdf",
        "wijken.csv": "wijken.csv",
    }
