"""What the official sources promise: their columns, codes, identities and limits.

Formats and identities: DOMAIN.md section 2 (Leefbaarometer 3.0 open data; CBS tables). Each source
has a module of its own that reads it. Every reader raises InvoerFout with file, line, column, value
and remedy. Structural faults (encoding, separator, columns, fields) are raised at once; faults in
cells are collected: per kind the first row and the number of rows.
"""

from __future__ import annotations

from leefbaarheid.basis.gebied import GEBIEDEN, huidig

DIMENSIES = ("fys", "onv", "soc", "vrz", "won")


def is_gebiedscode(tekst: str) -> bool:
    """Tell whether a text is the code of an area, of any kind."""
    return any(gebied.patroon.fullmatch(tekst) for gebied in (*GEBIEDEN, huidig()))


AFW_TOLERANTIE = 1e-6
# AANNAME: een score van een wijk, buurt of gemeente ligt tussen 2,5 en 6,0; daarbuiten is het een
#   fout in het bestand.
#   Waarom: de gepubliceerde scores liggen daar ruim binnen.
#   Gevolg: een score erbuiten stopt het rekenwerk met een melding; een fout die erbinnen blijft,
#   valt hiermee niet op.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
LBM_BEREIK = (2.5, 6.0)
# AANNAME: een dimensie van een wijk, buurt of gemeente wijkt hoogstens twee punten af; daarbuiten
#   is het een fout in het bestand.
#   Waarom: de gepubliceerde dimensies liggen daar ruim binnen.
#   Gevolg: een waarde erbuiten stopt het rekenwerk met een melding; een fout die erbinnen blijft,
#   valt hiermee niet op.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
DIMENSIE_BEREIK = (-2.0, 2.0)
