"""The rule schat_modellen: four tables, or none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import schat_modellen as regel
from hulp.regressie import BLOK, CODEBOEK, FACTOREN, lees_wijken_met_factoren, wijkentabel
from leefbaarheid.analyse.regressietabellen import schat_modellen
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.modellen import TABELLEN
from leefbaarheid.editie.instellingen import Modelinstellingen


@pytest.fixture
def draai(tmp_path):
    """Run main() of the rule on files; return the paths of its outputs."""

    bestand = lees_wijken_met_factoren()
    wijken, codeboek = wijkentabel(bestand), pd.DataFrame(CODEBOEK)
    factoren = bestand[["wk_code", *FACTOREN]]

    def doe(context=factoren):
        for naam, tabel in (("wijken", wijken), ("context", context), ("codeboek", codeboek)):
            tabel.to_csv(tmp_path / f"{naam}.csv", index=False)
        uit = {naam: tmp_path / f"uit_{naam}.csv" for naam in TABELLEN}
        invoer = {naam: tmp_path / f"{naam}.csv" for naam in ("wijken", "context", "codeboek")}
        regel.main(
            invoer, uit, Modelinstellingen(FACTOREN, 2002, BLOK, {"primaire_schatter": "crv3"})
        )
        return uit

    return doe


@pytest.mark.traag
def test_script_schrijft_de_vier_tabellen(draai):
    bestand = lees_wijken_met_factoren()
    verwacht = schat_modellen(
        wijkentabel(bestand),
        bestand[["wk_code", *FACTOREN]],
        pd.DataFrame(CODEBOEK),
        regressie=BLOK,
        factoren=FACTOREN,
        basisjaar=2002,
    )
    geschreven = {naam: pd.read_csv(pad) for naam, pad in draai().items()}
    for naam, tabel in zip(TABELLEN, verwacht, strict=True):
        assert list(geschreven[naam].columns) == list(tabel.columns)
        assert len(geschreven[naam]) == len(tabel)
    np.testing.assert_allclose(
        geschreven["regressie"]["coef"], verwacht.regressie["coef"], rtol=1e-12
    )
    assert geschreven["regressie"]["p"].between(0, 1).all()


def test_script_schrijft_niets_bij_een_fout(draai, tmp_path):
    context = lees_wijken_met_factoren()[["wk_code", *FACTOREN]]
    with pytest.raises(InvoerFout):
        draai(context=context.assign(corporatie_pct=1.0))
    assert not list(tmp_path.glob("uit_*"))
