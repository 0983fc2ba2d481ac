"""The codeboek of the context factors, as rows and within a sentence."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.stof import Stof


def codeboek_rijen(stof: Stof) -> list[Cellen]:
    """Return the codeboek of every factor, with the share of wijken that lack a value."""
    velden = ("label", "eenheid", "bron", "peiljaar", "licentie", "concept")
    leeg = {
        rij["kolom"]: rij["aandeel"]
        for rij in stof.tabellen["datakwaliteit"]
        if rij["controle"] == "factor gevuld"
    }
    rijen = []
    for factor in stof.editie["factoren"]:
        rij = zoek(stof.tabellen["codeboek"], factor=factor)
        cellen = [
            peiljaartekst(rij) if veld == "peiljaar" else als_markdown(rij[veld] or taal.GEEN)
            for veld in velden
        ]
        rijen.append([*cellen, taal.procent(leeg.get(factor), 1)])
    return rijen


def codeboek_kort(stof: Stof) -> list[Cellen]:
    """Return label, unit, source, reference year and missing share of every factor."""
    return [[*rij[:4], rij[-1]] for rij in codeboek_rijen(stof)]


def peiljaar(stof: Stof, kenmerk: str) -> str | None:
    """Return the reference year of a feature of the config (`inwoners`, `x`), or None."""
    kolom = stof.editie["kenmerken"].get(kenmerk)
    jaren = [rij["peiljaar"] for rij in stof.tabellen["codeboek"] if rij["factor"] == kolom]
    return als_markdown(jaren[0]) if jaren and jaren[0] else None


def peiljaartekst(boek: Rij) -> str:
    """Return the reference year of a row of the codeboek, with an en dash between two years."""
    return als_markdown(taal.jaren(boek["peiljaar"] or taal.GEEN))
