"""The chapter Gegevens of the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.stof import Stof


def dimensiejaren(stof: Stof) -> str:
    """Say in which years there are scores per dimension."""
    rijen = [r for r in stof.tabellen["datakwaliteit"] if r["controle"] == "dimensies gevuld"]
    met = [r["jaar"] for r in rijen if r["n_afwijkend"] < r["n"]]
    zonder = [r["jaar"] for r in rijen if r["n_afwijkend"] >= r["n"]]
    if not met:
        return "Scores per dimensie zijn er in deze editie voor geen enkel meetjaar."
    if not zonder:
        return "Scores per dimensie zijn er voor alle meetjaren."
    return (
        f"Scores per dimensie zijn er alleen voor {taal.opsomming(met)}; voor "
        f"{taal.opsomming(zonder)} bestaat alleen de totaalscore."
    )
