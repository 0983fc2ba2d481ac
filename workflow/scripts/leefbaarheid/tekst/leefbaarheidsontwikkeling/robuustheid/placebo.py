"""The same rule in other years."""

from __future__ import annotations

import re

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, maat, redentekst, rijen_van
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import frame, netjes
from leefbaarheid.tekst.stof import Stof


def placebo_rijen(stof: Stof) -> list[Cellen]:
    """Return the clusters that the same rule gives in other years, as shares of the wijken."""
    uit = []
    for rij in rijen_van(stof, "placebo"):
        namen = [taal.hoofdletter(als_markdown(rij["omschrijving"]))]
        if leeg(rij["n"]):
            namen[0] += f" (*{redentekst(rij['reden'])}*)"
        jaren = [rij[k] for k in ("langjaar", "crisisjaar", "eindjaar")]
        cellen = [
            *namen,
            taal.GEEN if leeg(rij["selectiejaar"]) else str(int(rij["selectiejaar"])),
            "–".join(str(int(j)) for j in jaren) if not any(map(leeg, jaren)) else taal.GEEN,
            maat(rij["n"], 0),
            *(
                taal.procent(rij[f"aandeel_{kolom}"])
                for kolom in (
                    *("succes", "vroegsignalering", "gestaag_herstel"),
                    *("terugval", "niet_ingedeeld"),
                )
            ),
        ]
        eigen = rij["variant"] == "editie"
        uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
    return uit


def placebo_zin(stof: Stof) -> str:
    """Say what the same rule finds in other years."""
    from leefbaarheid.toetsen.placebo import zin_placebo

    return _clusters_cursief(netjes(stof, zin_placebo(frame(stof, "placebo"))))


def _clusters_cursief(zin: str) -> str:
    return re.sub(r"(?<!\*)\b(Terugval|Gestaag herstel)\b(?!\*)", r"*\1*", zin)
