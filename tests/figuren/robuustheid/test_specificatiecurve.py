"""The specification curve: the whole order, the main specification, a row per choice."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.begrippen import MODELNAMEN, STEEKPROEFNAMEN
from leefbaarheid.basis.tabelwaarden import (
    BEPERKINGEN,
    GEWICHTEN,
    HOOFDVENSTER,
    MET_ANDERE,
    OORDELEND,
    SCHATTERS,
    SCHEIDING,
)
from leefbaarheid.figuren.delen.blad import MAX_HOOGTE_CM, bewaar
from leefbaarheid.figuren.delen.kader import Bronnen, Kader
from leefbaarheid.figuren.robuustheid import specificatiecurve as figuren

HOOFDTOETS = ("ancova", HOOFDVENSTER)
LABELS = {"corporatie": "Corporatiewoningen", "woz": "Woningwaarde", "inkomen": "Lage inkomens"}
KADER = Kader(
    (2002, 2014), 2002, 2014, (), Bronnen("Leefbaarometer", "CBS", "Onderzoeksteam", False)
)


@pytest.fixture(scope="module")
def specificaties() -> pd.DataFrame:
    """Every combination of choices per focal factor; only corporatie has an association."""
    rng = np.random.default_rng(1)
    rijen = []
    for factor in LABELS:
        anderen = [f for f in LABELS if f != factor]
        sets = [[], anderen[:1], anderen[1:], anderen]
        for (van, tot), model, steekproef, beperking, gewicht, schatter, samen in product(
            ((2002, 2008), (2012, 2014)),
            MODELNAMEN,
            STEEKPROEFNAMEN,
            BEPERKINGEN,
            GEWICHTEN,
            SCHATTERS,
            sets,
        ):
            if (van, model) == (2002, "basismeting"):  # the same as ancova
                continue
            plat = (beperking, gewicht, schatter) == ("geen", "geen", "ols")
            hoofd = (van, model, steekproef, len(samen)) == (2012, "ancova", "selectie", 2)
            coef = rng.normal(-0.03 * (factor == "corporatie"), 0.01)
            rijen.append(
                {
                    "factor": factor, "van": van, "tot": tot, "model": model,
                    "steekproef": steekproef, "beperking": beperking, "gewicht": gewicht,
                    "schatter": schatter, "factoren": SCHEIDING.join([factor, *samen]),
                    "n_factoren": 1 + len(samen), "hoofdspecificatie": plat and hoofd,
                    "coef_sd": -0.031 if plat and hoofd else coef,
                    "ci_sd_laag": coef - 0.02, "ci_sd_hoog": coef + 0.02,
                    "n": 120 if steekproef == "selectie" else 160, "reden": "",
                }
            )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.fixture(scope="module")
def toets() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                **{"factor": factor, "vensters": vensters, "statistiek": statistiek},
                **{"model": model, "p": 0.01 if (model, vensters) == HOOFDTOETS else 0.5},
            }
            for factor in LABELS
            for model in MODELNAMEN
            for vensters in (HOOFDVENSTER, MET_ANDERE)
            for statistiek in OORDELEND
        ]
    )


@pytest.mark.traag
def test_figuur_toont_de_hele_volgorde_en_de_hoofdspecificatie(
    specificaties, toets, tmp_path, monkeypatch
):
    monkeypatch.setattr(figuren, "GETOOND", 60)
    fig, noot = figuren.specificatiecurve(specificaties, toets, "corporatie", LABELS, KADER)
    eigen = specificaties[
        (specificaties["factor"] == "corporatie")
        & (specificaties["tot"] == 2014)
        & (specificaties["model"] == "ancova")
    ]
    eigen = eigen.sort_values("coef_sd", kind="stable", ignore_index=True)
    boven, onder = fig.axes
    punten = np.concatenate([lijn.get_xydata() for lijn in boven.lines if lijn.get_marker() == "o"])
    punten = punten[np.argsort(punten[:, 0])]
    assert figuren.GETOOND <= len(punten) <= figuren.GETOOND + 1 < len(eigen)
    np.testing.assert_array_equal(
        punten[:, 1], eigen["coef_sd"].to_numpy()[punten[:, 0].astype(int)]
    )
    assert punten[0, 0] == 0 and punten[-1, 0] == len(eigen) - 1
    hoofd = int(np.flatnonzero(eigen["hoofdspecificatie"])[0])
    assert [hoofd, hoofd] in [list(lijn.get_xdata()) for lijn in onder.lines]
    namen = [tekst.get_text() for tekst in onder.get_yticklabels()]
    assert namen == [
        *("geselecteerde wijken", "alle in aanmerking", "geen"),
        *("zonder grootste gemeente", "zonder vier grootste", "alleen grotere wijken"),
        *("elke wijk even zwaar", "gewogen naar inwoners", "tussen en binnen gemeenten"),
        *("alleen binnen gemeenten", "woningwaarde", "lage inkomens"),
    ]
    mediaan = eigen.loc[eigen["gewicht"] == "inwoners", "coef_sd"].median()
    teksten = [tekst.get_text() for tekst in onder.texts]
    assert f"−{abs(mediaan):.3f}".replace(".", ",") in teksten
    assert noot.n.startswith("N = 128 berekeningen over ")
    assert "corporatiewoningen" in noot.titel and "hoofdspecificatie geeft −0,0" in noot.alt
    assert "2012–2014 (eindscore gegeven beginscore)" in noot.titel
    lager = int((eigen["ci_sd_hoog"] < 0).sum())
    assert f"bij geen hogere uitkomsten en bij {lager} lagere." in noot.alt
    assert fig.get_size_inches()[1] * 2.54 <= MAX_HOOGTE_CM
    bewaar(fig, tmp_path / "a.svg")
    assert (tmp_path / "a.svg").stat().st_size < 300_000


@pytest.mark.traag
def test_figuren_ook_na_teruglezen_en_zonder_geldige_geen(specificaties, toets, tmp_path):
    """Read back from csv the empty reasons are NaN; a factor that cannot be estimated has none."""
    for naam, tabel in {"specificaties": specificaties, "toets": toets}.items():
        tabel.to_csv(tmp_path / f"{naam}.csv", index=False)
    gelezen = [pd.read_csv(tmp_path / f"{naam}.csv") for naam in ("specificaties", "toets")]
    inkomen = gelezen[0]["factor"] == "inkomen"
    gelezen[0]["reden"] = gelezen[0]["reden"].astype(object).where(~inkomen, "collineair")
    makers = figuren.specificatiecurven(*gelezen, LABELS, KADER, ["woz", "inkomen", "nee"])
    assert [naam for naam, maak in makers.items() if maak()] == ["specificatiecurve_woz"]


@pytest.mark.traag
def test_zonder_toets_zegt_de_alt_er_niets_over(specificaties, toets):
    beeld = figuren.specificatiecurve(specificaties, toets.iloc[:0], "woz", LABELS, KADER)
    assert "Gezamenlijke toets" not in beeld[1].alt
    beeld = figuren.specificatiecurve(specificaties, toets, "woz", LABELS, KADER)
    assert beeld[1].alt.endswith("Gezamenlijke toets van de mediaan: p\u00a0=\u00a00,010.")
