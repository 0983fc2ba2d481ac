"""How well a regression fits, and what its reader must know."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp.regressie import FACTOREN, ontwerp
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.diagnose import diagnose
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import los, ontleed


def opmerking(cel: str, code: AnalyseReden) -> dict[str, str]:
    """Return the fields of one of the codes in a cell."""
    (melding,) = [melding for melding in map(ontleed, los(cel)) if melding.code == code]
    return melding.velden


@pytest.mark.traag
def test_grootste_gemeente_en_aantal_gemeenten(schat):
    rij = schat().diagnose.query("steekproef == 'in_aanmerking'").iloc[0]
    assert rij["n_gemeenten"] == 9
    assert rij["grootste_gemeente"] == "Gemeente 0"
    assert rij["aandeel_grootste_gemeente"] == pytest.approx(17 / 60)


@pytest.mark.traag
def test_hoge_vif_is_een_opmerking_en_geen_fout(schat, context, codeboek):
    rng = np.random.default_rng(1)
    context["dubbel"] = context["corporatie_pct"] + rng.normal(0, 1, 60)
    boek = pd.concat([codeboek, codeboek.iloc[[0]].assign(factor="dubbel")])
    uit = schat([*FACTOREN, "dubbel"], context=context, codeboek=boek, steekproeven=["selectie"])
    for _, rij in uit.diagnose.iterrows():
        assert rij["vif_max"] > 10
        velden = opmerking(rij["toelichting"], AnalyseReden.VIF_BOVEN_GRENS)
        assert velden["grens"] == "10"
        assert set(velden["termen"].split()) == {"corporatie_pct", "dubbel"}
        waarden = [float(waarde) for waarde in velden["waarden"].split()]
        assert waarden == sorted(waarden, reverse=True)
        assert waarden[0] == rij["vif_max"]
    assert "vif" not in " ".join(schat().diagnose["toelichting"])


@pytest.mark.traag
def test_toelichting_zegt_wat_de_lezer_moet_weten(schat):
    diagnose = schat().diagnose.set_index(["uitkomst", "model", "steekproef"])["toelichting"]
    crisis = diagnose.loc[("2012-2014", "basismeting", "selectie")]
    assert los(crisis) == [
        AnalyseReden.ALLEEN_TUSSEN_GEMEENTEN.met(factoren="woz_verandering_pct"),
        AnalyseReden.GEMETEN.met(wanneer="tijdens", factoren="woz_verandering_pct"),
        AnalyseReden.GEMETEN.met(wanneer="na", factoren="laag_inkomen_pct"),
    ]
    vroeg = diagnose.loc[("2002-2012", "basismeting", "in_aanmerking")]
    assert los(vroeg)[0] == AnalyseReden.SCHRIJFWIJZE_VAN_ANCOVA


@pytest.mark.traag
def test_weinig_gemeenten_bij_veel_coefficienten_wordt_gemeld(schat, wijken):
    wijken["in_selectie"] = wijken["gm_code"] <= "GM9004"
    diagnose = schat(wijken=wijken, steekproeven=["selectie"]).diagnose
    toelichting = diagnose.groupby("model")["toelichting"].first()
    weinig = AnalyseReden.WEINIG_GEMEENTEN.met(n_gemeenten=5, n_coefficienten=5)
    assert weinig in los(toelichting["ancova"])
    assert "weinig_gemeenten" not in toelichting["verandering"]


@pytest.mark.traag
def test_factor_die_op_een_gemeente_rust_wordt_gemeld(schat, context, bestand):
    in_een = context["corporatie_pct"].where(bestand["gm_code"] == "GM9001", 0.0)
    diagnose = schat(context=context.assign(corporatie_pct=in_een)).diagnose
    code = AnalyseReden.AFWIJKEND_IN_EEN_GEMEENTE.met(factoren="corporatie_pct")
    assert all(code in los(cel) for cel in diagnose["toelichting"])
    assert not schat().diagnose["toelichting"].str.contains("afwijkend_in_een").any()


def test_toetsen_op_de_residuen(wijken, context, codeboek):
    """Koenker's n R2 of e2 on X, and Jarque-Bera n/6 (S2 + (K-3)2/4), both chi-square."""
    o = ontwerp(wijken, context)
    fit = regressie.schat(o)
    uit = diagnose(o, fit, codeboek, 10)
    e = fit.residuen.to_numpy()
    X, u = o.X.to_numpy(), e**2
    v = u - X @ np.linalg.lstsq(X, u, rcond=None)[0]
    lm = 60 * (1 - (v**2).sum() / ((u - u.mean()) ** 2).sum())
    assert uit["breusch_pagan_p"] == pytest.approx(stats.chi2.sf(lm, 4))
    jb = 60 / 6 * (stats.skew(e) ** 2 + stats.kurtosis(e) ** 2 / 4)
    assert uit["jarque_bera_p"] == pytest.approx(stats.chi2.sf(jb, 2))
