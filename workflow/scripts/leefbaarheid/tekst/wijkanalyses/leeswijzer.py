"""How the wijkanalyses are read and joined to the numbers, in the bijlage Wijkanalyses."""

from __future__ import annotations

from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.redenen.code import los
from leefbaarheid.tekst.gedeeld import koppeling
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.stof import Stof

PAST = {True: "ja", False: "nee", None: "niet te bepalen"}
"""Whether verdict and cluster agree."""


def koppeling_rijen(stof: Stof) -> list[Cellen]:
    """Return per wijk of an analysis the verdict beside the cluster, and how they were joined."""
    return [
        [
            als_markdown(rij["wk_naam"]),
            als_markdown(rij["gm_naam"]),
            rij["wk_code"],
            rij["oordeel"],
            clusternaam(rij["cluster"]),
            PAST[rij["congruent"]],
            als_markdown(koppeling.zin(rij["reden"])),
        ]
        for rij in stof.tabellen["wijkanalyses"]
    ]


def opmerkingen(stof: Stof) -> list[str]:
    """Return what there is to remark about a join, as list items."""
    return [
        f"{als_markdown(rij['wk_naam'])}: {als_markdown(koppeling.zin(code))}"
        for rij in stof.tabellen["wijkanalyses"]
        for code in los(rij["opmerking"])
    ]
