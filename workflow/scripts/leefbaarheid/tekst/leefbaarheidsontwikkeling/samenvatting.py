"""The summary of the bijlage Leefbaarheidsontwikkeling; it repeats sentences of the chapters."""

from __future__ import annotations

from leefbaarheid.tekst.stof import Stof


def kernvensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows around the crisis year, as far as the edition shows them."""
    c, eind = stof.editie["clusters"], stof.editie["eindjaar"]
    kern = [(c["langjaar"], c["crisisjaar"]), (c["crisisjaar"], eind)]
    aanwezig = [(van, tot) for van, tot in stof.editie["vensters"]]
    return [v for v in kern if v in aanwezig] or aanwezig[-1:]
