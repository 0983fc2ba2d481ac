"""Missing values."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.toetsen import imputatievergelijking, uitval
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """The pattern of missing values, and complete cases against multiple imputation."""
    van, tot = opzet.instelling["hoofdvenster"]
    tabel, codeboek = opzet.tabel, opzet.codeboek
    patronen, verschillen, schattingen, ingevuld = [], [], [], []
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
        schatting, waarden = imputatievergelijking.vergelijk(
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
        )
        schattingen.append(schatting)
        ingevuld.append(waarden)
    delen = {
        "robuustheid_patroon": patronen,
        "robuustheid_uitval": verschillen,
        "robuustheid_imputatie": schattingen,
        "robuustheid_ingevuld": ingevuld,
    }
    return {naam: pd.concat(lijst, ignore_index=True) for naam, lijst in delen.items()}
