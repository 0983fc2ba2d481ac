"""Measurement error of the begin score in the regressions."""

from __future__ import annotations

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.begrippen import ANCOVA
from leefbaarheid.toetsen.controles import Tabellen
from leefbaarheid.toetsen.meetfout import TREKKINGEN, meetfouttabel
from leefbaarheid.toetsen.meetfout_model import Fout, meetfout_modellen
from leefbaarheid.toetsen.modelopzet import Modelopzet


def toets(opzet: Modelopzet, eerder: Tabellen) -> Tabellen:
    """The ANCOVA form with the error of the begin score taken out, per window and sample."""
    inferentie, instelling = opzet.inferentie, opzet.instelling
    kolommen = [str(kolom) for kolom in opzet.wijken.columns]
    jaren = sorted(int(k.removeprefix("lbm_")) for k in kolommen if k.startswith("lbm_"))
    fout = meetfouttabel(
        opzet.wijken,
        jaren,
        zaad=inferentie["zaad"],
        trekkingen=aantal(inferentie, TREKKINGEN),
    )
    ontwerpen = [
        opzet.ontwerp(venster, ANCOVA, steekproef)
        for venster in instelling["vensters"]
        for steekproef in instelling["steekproeven"]
    ]
    per_jaar = {
        int(rij["jaar"]): Fout(rij["fout_sd"] ** 2, rij["ci_laag"] ** 2, rij["ci_hoog"] ** 2)
        for rij in fout.dropna(subset="jaar").to_dict("records")
    }
    tabel = meetfout_modellen(
        ontwerpen, per_jaar, opzet.labels, inferentie["zaad"], zonder=fout["reden"].iloc[0]
    )
    return {"robuustheid_meetfout_model": tabel}
