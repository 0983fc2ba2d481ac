"""The grid of the specification curve: which specifications there are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import yaml

from hulp import WORTEL
from hulp.specificaties import (
    BLOK,
    FACTOREN,
    KLEIN,
    curve,
    maak_data,
    ongeldig,
)
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatierooster as sr


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


def test_tot_vijf_factoren_alle_deelverzamelingen():
    sets = sr.factorsets(["a", "b", "c", "d", "e"], "c")
    assert len(sets) == len(set(sets)) == 16
    assert ("c",) in sets and ("a", "c", "e") in sets and ("a", "b", "c", "d", "e") in sets


def test_met_meer_factoren_alleen_samen_met_een_zonder_een_en_alles():
    sets = sr.factorsets(list("abcdefgh"), "c")
    assert sorted(len(s) for s in sets) == [1] + [2] * 7 + [7] * 7 + [8]
    assert all("c" in s for s in sets)


def test_basismeting_vanaf_het_basisjaar_is_dubbel_en_valt_weg():
    vormen = sr.maak_rooster(FACTOREN, BLOK, 2002).vormen
    assert sr.Vorm(2002, 2008, "basismeting") not in vormen
    assert sr.Vorm(2012, 2014, "basismeting") in vormen
    assert len(vormen) == 5
    alleen = sr.maak_rooster(FACTOREN, BLOK | {"modellen": ["basismeting"]}, 2002).vormen
    assert len(alleen) == 2  # without ANCOVA it repeats nothing


@pytest.mark.parametrize(
    "bestand",
    ["config.yaml", "edities/leefbaarometer-3.0.yaml", "edities/aandachtswijken-2007.yaml"],
)
def test_elke_editie_heeft_per_vraag_500_specificaties_in_de_hoofdperiode(bestand):
    config = yaml.safe_load((WORTEL / "config" / bestand).read_text(encoding="utf-8"))
    factor = config["factoren"][:1]
    # measured in the far future: the main window only
    rooster = sr.maak_rooster(
        config["factoren"], config["regressie"], config["basisjaar"], factor, {factor[0]: "2090"}
    )
    assert rooster.n >= 500 * len(rooster.modellen)
    assert {tuple(vorm[:2]) for vorm in rooster.vormen} == {
        tuple(config["regressie"]["hoofdvenster"])
    }
    assert len({(v, m, p) for v in rooster.vakken for m in rooster.vormen for p in rooster.paren})


@pytest.mark.traag
def test_wijken_die_iets_missen_vallen_overal_weg(data):
    wijken, context = (d.copy() for d in data)
    wijken.loc[[0, 1], "lbm_2008"] = np.nan
    context.loc[2, "inkomen"] = np.nan
    heel = curve(wijken[3:], context[3:], blok=KLEIN).specificaties
    # KLEIN does not use 2008, so only the wijk without an income is gone there
    pd.testing.assert_frame_equal(
        curve(wijken[2:], context, blok=KLEIN).specificaties, heel, check_exact=True
    )
    pd.testing.assert_frame_equal(
        curve(wijken, context).specificaties,
        curve(wijken[3:], context[3:]).specificaties,
        check_exact=True,
    )


@pytest.mark.traag
def test_dubbele_steekproef_telt_niet_nog_eens_mee(data):
    wijken, context = data
    slecht = ongeldig(curve(wijken, context, min_inwoners=1_000))
    assert set(slecht["reden"]) == {
        "dubbele_steekproef?steekproef=selectie&beperking=geen",
        "dubbele_steekproef?steekproef=in_aanmerking&beperking=geen",
    }
    assert (slecht["beperking"] == "min_inwoners").all()
