"""Collect what is wrong in the cells of one source, so that one message tells it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from leefbaarheid.basis.fouten import InvoerFout, en_nog
from leefbaarheid.basis.gebied import EIGEN, WIJK, Gebied, huidig
from leefbaarheid.data.cellen import Brontabel, Masker, past
from leefbaarheid.data.getalvorm import Vorm, vorm_van

Tekst = str | Callable[[int], str]
"""A text, or a function that gives the text for the row at a position."""


def _bij(tekst: Tekst, plek: int) -> str:
    return tekst(plek) if callable(tekst) else tekst


_GENOEMD = 10


def op_regels(regels: Sequence[int] | NDArray[np.int_]) -> str:
    """Return " (regels 3, 4, 7 en nog 12)", or "" for one line."""
    if len(regels) <= 1:
        return ""
    genoemd = ", ".join(map(str, regels[:_GENOEMD]))
    rest = len(regels) - _GENOEMD
    return f" (regels {genoemd} en nog {rest})" if rest > 0 else f" (regels {genoemd})"


@dataclass
class Bevindingen:
    """Collects what is wrong in one file: per kind the first row and the number of rows."""

    bron: Brontabel
    fouten: list[InvoerFout] = field(default_factory=list)

    def meld(
        self,
        fout: Masker | pd.Series[bool],
        wat: Tekst,
        *,
        kolom: Tekst,
        remedie: Tekst,
        opsommen: bool = False,
    ) -> None:
        """Note the first row where `fout` is True; texts may be functions of the row's position.

        With `opsommen` the sentence names the lines of more rows, not only their number.
        """
        plekken = np.flatnonzero(np.asarray(fout, dtype=bool))
        if not plekken.size:
            return
        i = int(plekken[0])
        naam, cellen = _bij(kolom, i), self.bron.cellen
        self.fouten.append(
            InvoerFout(
                _bij(wat, i)
                + (op_regels(self.bron.regels[plekken]) if opsommen else en_nog(plekken.size)),
                bestand=self.bron.pad,
                regel=int(self.bron.regels[i]),
                kolom=naam,
                waarde=cellen[naam].iat[i] if naam in cellen else None,
                remedie=_bij(remedie, i),
            )
        )

    def klaar(self) -> None:
        """Raise the first finding, with the other kinds listed below it; return if there is none.

        Raises:
            InvoerFout: anything was found.
        """
        if self.fouten:
            raise _in_een_melding(self.fouten)


def _in_een_melding(fouten: Sequence[InvoerFout]) -> InvoerFout:
    eerste, *rest = fouten
    if not rest:
        return eerste
    lijst = "\n".join(
        f"  - regel {f.regel}, kolom '{f.kolom}', waarde '{f.waarde}': {f.wat}" for f in rest
    )
    return InvoerFout(
        eerste.wat,
        bestand=eerste.bestand,
        regel=eerste.regel,
        kolom=eerste.kolom,
        waarde=eerste.waarde,
        remedie=f"{eerste.remedie}\n  Ook mis in dit bestand:\n{lijst}",
    )


def meld_getallen(bevindingen: Bevindingen, onleesbaar: Mapping[str, Masker]) -> None:
    """Note cells that are no number, each way of writing (`getalvorm`) as a kind.

    Args:
        bevindingen: what was found in the source.
        onleesbaar: per column which cells are neither a number nor missing.
    """
    per_vorm: dict[Vorm, dict[str, Masker]] = {}
    for kolom, masker in onleesbaar.items():
        for i in map(int, np.flatnonzero(masker)):
            vorm = vorm_van(bevindingen.bron.cellen[kolom].iat[i])
            maskers = per_vorm.setdefault(vorm, {})
            maskers.setdefault(kolom, np.zeros(len(masker), dtype=bool))[i] = True
    for vorm, maskers in per_vorm.items():
        meld_eerste_kolom(bevindingen, maskers, vorm.wat, vorm.remedie)


def meld_eerste_kolom(
    bevindingen: Bevindingen, fout: Mapping[str, Masker], wat: str, remedie: str
) -> None:
    """Note the first row that is wrong in any column, with the first column that is."""
    bevindingen.meld(
        np.logical_or.reduce(list(fout.values())),
        wat,
        kolom=lambda i: next(kolom for kolom, masker in fout.items() if masker[i]),
        remedie=remedie,
    )


def meld_codes(bevindingen: Bevindingen, gebied: Gebied | None = None) -> None:
    """Note codes that do not have the form of a kind of area; by default that of the edition."""
    gebied = gebied or huidig()
    soort = "code" if gebied.soort == EIGEN else "CBS-code"
    bevindingen.meld(
        ~past(bevindingen.bron.cellen[gebied.code], gebied.patroon),
        f"dit is geen {soort}" + ("" if gebied is WIJK else f" van een {gebied.enkelvoud}"),
        kolom=gebied.code,
        remedie=f"Schrijf de code als {gebied.vorm}, met voorloopnullen.",
    )


def meld_dubbel(bevindingen: Bevindingen, sleutel: list[str]) -> None:
    """Note the first repeated key, with the line of its first occurrence in the sentence."""
    cellen, regels = bevindingen.bron.cellen, bevindingen.bron.regels
    sleutels = cellen[sleutel]

    def wat(i: int) -> str:
        gelijk = (sleutels == sleutels.iloc[i]).all(axis=1).to_numpy()
        waarden = ", ".join(sleutels.iloc[i])
        return (
            f"{waarden} komt dubbel voor: op regel {regels[gelijk.argmax()]} en op regel "
            f"{regels[i]}"
        )

    bevindingen.meld(
        sleutels.duplicated(),
        wat,
        kolom=sleutel[0],
        remedie="Verwijder één van de regels; elke "
        + ("combinatie van " if len(sleutel) > 1 else "")
        + f"{' en '.join(sleutel)} hoort één keer voor te komen.",
    )
