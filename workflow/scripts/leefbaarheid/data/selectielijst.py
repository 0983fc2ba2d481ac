"""The selection list: which wijken once had a policy label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import W, huidig
from leefbaarheid.data.bevindingen import Bevindingen, meld_codes, meld_dubbel
from leefbaarheid.data.cellen import Brontabel, past
from leefbaarheid.data.csvbestand import lees_cellen

_WAAR = frozenset({"true", "1", "ja", "waar"})
_ONWAAR = frozenset({"false", "0", "nee", "onwaar"})


def lees_selectielijst(
    pad: str | Path,
    labels: Sequence[str],
    bekende_codes: Iterable[str],
    uit_kolom: Mapping[str, Mapping[str, Any]] | None = None,
) -> pd.DataFrame:
    """Read the list of wijken that once had a policy label.

    Args:
        pad: csv with the code of the area and one boolean column per label (True/False, 1/0,
            ja/nee, or WAAR/ONWAAR as a Dutch Excel writes it); other columns, such as a name,
            are ignored.
        labels: the label columns the config asks for.
        bekende_codes: codes in the other sources.
        uit_kolom: of a label that is no column of its own, the `kolom` it follows from and the
            `waarden` there that stand for yes.

    Returns:
        wk_code and one bool column `label_<label>` per label, sorted by wk_code.

    Raises:
        InvoerFout: wrong form, a label column missing, a code twice or unknown (with the nearest
            codes), a cell that is not a boolean, no wijk with any label, a value of `uit_kolom`
            that no wijk has.
    """
    herleid = uit_kolom or {}
    kolom_van = {label: herleid[label]["kolom"] if label in herleid else label for label in labels}
    kolommen = dict.fromkeys(kolom_van.values())
    bron = lees_cellen(pad, [huidig().code, *kolommen], config_kolommen=set(kolommen))
    bevindingen = Bevindingen(bron)
    meld_codes(bevindingen)
    meld_dubbel(bevindingen, [huidig().code])
    _meld_onbekend(bevindingen, set(bekende_codes))
    waarden = {}
    for label in labels:
        if label in herleid:
            waarden[f"label_{label}"] = _een_van(bron, label, **herleid[label])
            bevindingen.meld(
                bron.cellen[kolom_van[label]] == "",
                "deze cel is leeg",
                kolom=kolom_van[label],
                remedie="Vul in wat hier staat, of haal de regel weg.",
            )
            continue
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
            f"geen enkele {W.gebied} heeft een van de labels {', '.join(labels)}",
            bestand=bron.pad,
            remedie=f"Zet True bij de {W.gebieden} die het label hadden.",
        )
    lijst = pd.DataFrame({"wk_code": bron.cellen[huidig().code].astype(str), **waarden})
    return lijst.sort_values("wk_code", ignore_index=True)


def _een_van(bron: Brontabel, label: str, kolom: str, waarden: Sequence[str]) -> pd.Series[bool]:
    """Tell which wijken have one of the values of a column.

    Raises:
        InvoerFout: a value that no wijk has.
    """
    cellen = bron.cellen[kolom]
    aanwezig = sorted({cel for cel in cellen if cel})
    for waarde in waarden:
        if waarde not in aanwezig:
            raise InvoerFout(
                f"geen enkele {W.gebied} heeft deze waarde, die de config bij het label "
                f"{label} noemt",
                bestand=bron.pad,
                kolom=kolom,
                waarde=waarde,
                remedie=bedoelde_u(waarde, aanwezig)
                or f"Kies bij bronnen.selectielijst.uit_kolom uit: {', '.join(aanwezig[:12])}.",
            )
    return cellen.isin(waarden)


def _meld_onbekend(bevindingen: Bevindingen, bekend: set[str]) -> None:
    """Note codes that have the right form but are in no other source, with the nearest codes."""
    gebied = huidig()
    codes = bevindingen.bron.cellen[gebied.code].tolist()
    bevindingen.meld(
        past(codes, gebied.patroon) & ~np.fromiter((code in bekend for code in codes), dtype=bool),
        f"deze {W.met('code')} staat niet in de Leefbaarometer en niet in de contexttabel",
        kolom=gebied.code,
        remedie=lambda i: (
            f"{bedoelde_u(codes[i], sorted(bekend))} Gebruik de {W.met('indeling')} van de "
            "Leefbaarometer (één peiljaar voor alle jaren).".strip()
        ),
    )
