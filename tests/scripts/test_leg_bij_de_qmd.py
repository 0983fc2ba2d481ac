"""The rule leg_bij_de_qmd: a .qmd in the results renders on its own with Quarto."""

from __future__ import annotations

import leg_bij_de_qmd as regel


def test_wat_een_qmd_noemt_ligt_ernaast(tmp_path):
    figuren = tmp_path / "figuren" / "hoofdrapport"
    figuren.mkdir(parents=True)
    (figuren / "kaart.svg").write_text("<svg/>")
    (tmp_path / "literatuur.bib").write_text("@book{a, title={A}}")
    regel.main(
        {
            "figuren/hoofdrapport": figuren,
            "literatuur.bib": tmp_path / "literatuur.bib",
        },
        tmp_path / "rapport",
    )
    gelegd = {
        pad.relative_to(tmp_path / "rapport").as_posix(): pad.read_text()
        for pad in (tmp_path / "rapport").rglob("*")
        if pad.is_file()
    }
    assert gelegd == {
        "figuren/hoofdrapport/kaart.svg": "<svg/>",
        "literatuur.bib": "@book{a, title={A}}",
    }
