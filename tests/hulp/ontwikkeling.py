"""Six wijken whose development can be worked out by hand."""

from __future__ import annotations

import pandas as pd

# 2012-2014: a -0.05, b 0.00, c +0.05, d unknown, e -0.02 (exactly the margin), f +0.10
WIJKEN = pd.DataFrame(
    {
        "wk_code": [f"WK90010{i}" for i in range(1, 7)],
        "in_selectie": [True, True, True, True, False, False],
        "in_aanmerking": [True, True, False, True, True, False],
        "inwoners": [1000.0, 2000.0, 3000.0, 9000.0, 4000.0, 6000.0],
        "cluster": ["Terugval", "Terugval", "Succes!", None, "Succes!", "Terugval"],
        "lbm_2008": [3.80, 3.70, 3.70, 3.60, 4.00, 4.00],
        "lbm_2012": [3.90, 3.80, 3.80, 3.70, 4.02, 4.10],
        "lbm_2014": [3.85, 3.80, 3.85, None, 4.00, 4.20],
    }
)
