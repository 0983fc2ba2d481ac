"""One row per wijk of all sources together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.data.wijken import maak_wijken


def test_wijken_has_every_wijk_of_both_sources(gelezen):
    panel, kenmerken, _ = gelezen
    lijst = pd.DataFrame({"wk_code": ["WK900101"], "label_aandachtswijk": [True]})
    wijken = maak_wijken(panel, kenmerken, lijst).set_index("wk_code")
    assert wijken.index.tolist() == ["WK900100", "WK900101", "WK900109", "WK9002A0", "WK900300"]
    assert wijken["in_bron_leefbaarometer"].tolist() == [True, True, True, True, False]
    assert wijken["in_bron_context"].tolist() == [True, True, False, True, True]
    # the name is that of the Leefbaarometer; only then that of the context table
    assert wijken["wk_naam"].tolist() == ["Dorp", "Dorp", "Nieuw", "Dorp", "Oost"]
    # without a row in the context table the gemeente follows from the code
    assert wijken.loc["WK900109", ["gm_code", "gm_naam"]].tolist() == ["GM9001", "Astad"]
    assert np.isnan(wijken.loc["WK900109", "inwoners"])
    assert wijken["label_aandachtswijk"].tolist() == [False, True, False, False, False]


def test_a_wijk_that_was_renamed_goes_by_its_last_name(gelezen):
    panel, kenmerken, _ = gelezen
    panel.loc[panel["jaar"] == 2014, "wk_naam"] = "Nieuwe naam"
    wijken = maak_wijken(panel, kenmerken).set_index("wk_code")
    assert wijken.loc["WK900100", "wk_naam"] == "Nieuwe naam"
