"""Missing values."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.toetsen import imputatievergelijking, mnar, uitval
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """What is missing, and complete cases against imputed data, also shifted."""
    van, tot = opzet.instelling["hoofdvenster"]
    tabel, codeboek = opzet.tabel, opzet.codeboek
    patronen, verschillen, schattingen, ingevuld, verschoven = [], [], [], [], []
    for steekproef in opzet.instelling["steekproeven"]:
        patronen.append(uitval.patroon(tabel, opzet.factoren, steekproef))
        verschillen.append(
            uitval.samenhang_met_score(
                tabel,
                opzet.factoren,
                van=van,
                tot=tot,
                steekproef=steekproef,
                codeboek=codeboek,
                schatter=opzet.schatter,
            )
        )
        uit = imputatievergelijking.vergelijk(
            tabel,
            opzet.factoren,
            codeboek,
            van=van,
            tot=tot,
            model=opzet.instelling["hoofdmodel"],
            steekproef=steekproef,
            basisjaar=opzet.basisjaar,
            schatter=opzet.schatter,
            imputaties=opzet.inferentie["imputaties"],
            zaad=opzet.inferentie["zaad"],
            deltas=mnar.DELTAS if steekproef == SELECTIE else (),
        )
        schattingen.append(uit.schattingen)
        ingevuld.append(uit.ingevuld)
        if steekproef == SELECTIE:
            verschoven.append(uit.mnar)
    delen = {
        "robuustheid_patroon": patronen,
        "robuustheid_uitval": verschillen,
        "robuustheid_imputatie": schattingen,
        "robuustheid_ingevuld": ingevuld,
        "robuustheid_mnar": verschoven,
    }
    return {naam: pd.concat(lijst, ignore_index=True) for naam, lijst in delen.items()}
