"""The selection list: which wijken once had a policy label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.data.bevindingen import Bevindingen, meld_dubbel, meld_wijkcodes
from leefbaarheid.data.bronnen import WK_PATROON
from leefbaarheid.data.cellen import past
from leefbaarheid.data.csvbestand import lees_cellen

_WAAR = frozenset({"true", "1", "ja", "waar"})
_ONWAAR = frozenset({"false", "0", "nee", "onwaar"})


def lees_selectielijst(
    pad: str | Path, labels: Sequence[str], bekende_codes: Iterable[str]
) -> pd.DataFrame:
    """Read the list of wijken that once had a policy label.

    Args:
        pad: csv with wk_code and one boolean column per label (True/False, 1/0, ja/nee, or
            WAAR/ONWAAR as a Dutch Excel writes it); other columns, such as a name, are ignored.
        labels: the label columns the config asks for.
        bekende_codes: codes in the other sources.

    Returns:
        wk_code and one bool column `label_<label>` per label, sorted by wk_code.

    Raises:
        InvoerFout: wrong form, a label column missing, a code twice or unknown (with the nearest
            codes), a cell that is not a boolean, no wijk with any label.
    """
    bron = lees_cellen(pad, ["wk_code", *labels], config_kolommen=set(labels))
    bevindingen = Bevindingen(bron)
    meld_wijkcodes(bevindingen)
    meld_dubbel(bevindingen, ["wk_code"])
    _meld_onbekend(bevindingen, set(bekende_codes))
    waarden = {}
    for label in labels:
        klein = bron.cellen[label].str.lower()
        waarden[f"label_{label}"] = klein.isin(_WAAR)
        bevindingen.meld(
            ~klein.isin(_WAAR | _ONWAAR),
            "dit is geen ja of nee",
            kolom=label,
            remedie="Schrijf True of False (ook goed: true/false, 1/0, ja/nee, waar/onwaar).",
        )
    bevindingen.klaar()
    if not any(w.any() for w in waarden.values()):
        raise InvoerFout(
            f"geen enkele wijk heeft een van de labels {', '.join(labels)}",
            bestand=bron.pad,
            remedie="Zet True bij de wijken die het label hadden.",
        )
    lijst = pd.DataFrame({"wk_code": bron.cellen["wk_code"].astype(str), **waarden})
    return lijst.sort_values("wk_code", ignore_index=True)


def _meld_onbekend(bevindingen: Bevindingen, bekend: set[str]) -> None:
    """Note codes that have the right form but are in no other source, with the nearest codes."""
    codes = bevindingen.bron.cellen["wk_code"].tolist()
    bevindingen.meld(
        past(codes, WK_PATROON) & ~np.fromiter((code in bekend for code in codes), dtype=bool),
        "deze wijkcode staat niet in de Leefbaarometer en niet in de contexttabel",
        kolom="wk_code",
        remedie=lambda i: (
            f"{bedoelde_u(codes[i], sorted(bekend))} Gebruik de wijkindeling van de "
            "Leefbaarometer (één peiljaar voor alle jaren).".strip()
        ),
    )
