"""The margin delta: fixed or derived from the measurement error, and what noise does to it.

A wijk that does not change still differs between two measurements, by their errors: with standard
error s of that difference (`Meetfout.se_verschil`) it is labelled a riser or a faller with
probability 2 (1 - Phi(delta / s)). A change is beyond doubt when it is beyond the margin by more
than 1.96 s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.meetfout import Meetfout
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import DOORSNEE, UIT_CONFIGURATIE, UIT_MEETFOUT

Z_BUITEN_TWIJFEL = 1.96
"""Standard errors beyond the margin from which a change is beyond doubt (95 %, two sided)."""


def bepaal_delta(instelling: float | Mapping[str, float], meetfout: Meetfout) -> float:
    """Return the margin in score points; one from the noise is rounded to three decimals.

    Args:
        instelling: `clusters.delta` of the edition: a number, or {uit_meetfout: z} for z standard
            errors of a difference between two years of average noise.
        meetfout: the error of one measurement.

    Raises:
        InvoerFout: the margin is to come from an error that cannot be estimated.
    """
    if not isinstance(instelling, Mapping):
        return float(instelling)
    delta = instelling[UIT_MEETFOUT] * meetfout.se_doorsnee
    if not round(delta, 3) > 0:
        raise InvoerFout(
            "de marge is niet uit de meetfout af te leiden: die is niet te schatten, of er is geen "
            "meetfout aan te wijzen",
            sleutel="clusters.delta",
            remedie="Geef de marge als getal, bijvoorbeeld 0.02.",
            reden=meetfout.reden or None,
        )
    return round(float(delta), 3)


def buiten_twijfel(verandering: pd.Series, delta: float, se: float) -> pd.Series:
    """Tell of each change whether it is beyond the margin by more than 1.96 standard errors.

    Args:
        verandering: changes in score points. delta: margin. se: standard error of a difference.

    Returns:
        nullable bool with the index of `verandering`; missing where a change or `se` is missing.
    """
    ver = (verandering.abs() > delta + Z_BUITEN_TWIJFEL * se).astype("boolean")
    return ver.mask(verandering.isna() | np.isnan(se))


def merk_recente_verandering(
    wijken: pd.DataFrame, regel: Clusterregel, meetfout: Meetfout
) -> pd.DataFrame:
    """Return the table `wijken` with `buiten_twijfel`, of the change since the crisis year."""
    recent = wijken[f"lbm_{regel.eindjaar}"] - wijken[f"lbm_{regel.crisisjaar}"]
    se = meetfout.se_verschil(regel.crisisjaar, regel.eindjaar)
    gemerkt = wijken.copy()
    plek = list(gemerkt.columns).index("cluster")
    gemerkt.insert(plek, "buiten_twijfel", buiten_twijfel(recent, regel.delta, se))
    return gemerkt


def kans_gelabeld(delta: float, se: float) -> float:
    """Return the probability that a wijk without change is labelled a riser or a faller."""
    if np.isnan(se):
        return np.nan
    return float(2 * special.ndtr(-delta / se)) if se > 0 else float(delta < 0)


def margetabel(
    wijken: pd.DataFrame,
    meetfout: Meetfout,
    instelling: float | Mapping[str, float],
    delta: float,
    vensters: Iterable[Sequence[int]],
) -> pd.DataFrame:
    """Return the table `marge`: per window the margin beside the noise and the usual change.

    The first row, `DOORSNEE`, is about two years of average noise, with the mean spread of the
    changes between measurements that follow each other. The windows are those and `vensters`.

    Args:
        wijken: in_aanmerking, in_selectie and lbm_<jaar>.
        meetfout: the error of one measurement. instelling: `clusters.delta`. delta: the margin.
    """
    opvolgend = list(pairwise(meetfout.jaren))
    alle = sorted({*opvolgend, *((van, tot) for van, tot in vensters)})
    vast = {"delta": delta, "herkomst": UIT_CONFIGURATIE, "maal": np.nan}
    if isinstance(instelling, Mapping):
        vast |= {"herkomst": UIT_MEETFOUT, "maal": instelling[UIT_MEETFOUT]}
    rijen = [_vensterrij(wijken, meetfout, van, tot, (van, tot) in opvolgend) for van, tot in alle]
    gewoon = [rij for rij in rijen if rij["opvolgend"]]
    doorsnee = {
        "periode": DOORSNEE,
        "van": None,
        "tot": None,
        "opvolgend": False,
        "se_verschil": meetfout.se_doorsnee,
        "sd_verandering": np.mean([rij["sd_verandering"] for rij in gewoon]),
        "sd_verandering_selectie": np.mean([rij["sd_verandering_selectie"] for rij in gewoon]),
    }
    tabel = pd.DataFrame([vast | _afgeleid(rij, delta) for rij in (doorsnee, *rijen)])
    return tabel.astype({"van": "Int64", "tot": "Int64"}).assign(reden=meetfout.reden)


def _vensterrij(
    wijken: pd.DataFrame, meetfout: Meetfout, van: int, tot: int, opvolgend: bool
) -> dict[str, Any]:
    verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
    return {
        "periode": f"{van}-{tot}",
        "van": van,
        "tot": tot,
        "opvolgend": opvolgend,
        "se_verschil": meetfout.se_verschil(van, tot),
        "sd_verandering": verandering[wijken["in_aanmerking"]].std(),
        "sd_verandering_selectie": verandering[wijken["in_selectie"]].std(),
    }


def _afgeleid(rij: dict[str, Any], delta: float) -> dict[str, Any]:
    """Return a row with what follows from the margin and the standard error."""
    se = rij["se_verschil"]
    return rij | {
        "kans_gelabeld": kans_gelabeld(delta, se),
        "grens_buiten_twijfel": delta + Z_BUITEN_TWIJFEL * se,
    }
