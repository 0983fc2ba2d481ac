"""Official files read by what the register calls their form: key, rows that count, missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.opbouw.cellen import als_getallen, als_tekst
from leefbaarheid.opbouw.rijen import Rij, lees_rijen


@dataclass(frozen=True)
class Vorm:
    """How files of one form are read.

    Attributes:
        sleutels: names that the column with the key has had over the years.
        periode: column with the year, "" where a row holds for the year of the file.
        alleen, zonder: rows that count have this value in this column, or do not have it; a column
            that the file does not have says nothing.
        komma: numbers have a decimal comma.
    """

    sleutels: tuple[str, ...]
    periode: str = ""
    alleen: Mapping[str, str] = field(default_factory=dict)
    zonder: Mapping[str, str] = field(default_factory=dict)
    komma: bool = False


# The names of the key are those of the files of the CBS of 2009 to 2024; the traps of each form are
# in the register (`valkuilen`).
VORMEN: Mapping[str, Vorm] = {
    "csv": Vorm(("wk_code", "code", "gm_code", "pc4")),
    "cbs_pc4": Vorm(("PC4", "Postcode-4", "pc4_code")),
    "cbs_kwb": Vorm(
        ("gwb_code_10", "Codering_3", "WijkenEnBuurten", "gwb_code", "WK_CODE"), komma=True
    ),
    "statline": Vorm(("Regio's", "RegioS", "Regio"), periode="Perioden", komma=True),
    "rivm": Vorm(("Codering_3",), alleen={"Marges": "MW00000"}),
    "dbf": Vorm(("WK_CODE",), zonder={"WATER": "JA"}),
}
_JAAR = re.compile(r"((?:19|20)\d{2})(?:JJ00)?")


def lees_officieel(
    pad: Path, vorm: str, kolommen: Collection[str], jaren: Collection[int] = ()
) -> pd.DataFrame:
    """Return columns of an official file as numbers, by key.

    Args:
        pad: the file.
        vorm: key of `VORMEN`, from the register.
        kolommen: names of columns, as in the file; upper and lower case are the same, and of a path
            ("Wonen/Waarde/Gemiddelde woningwaarde") the last part is enough.
        jaren: years to read; then each column comes once per year, as `naam jaar`.

    Returns:
        One row per key (text), float columns, NaN for missing.

    Raises:
        InvoerFout: no such column (with the ones that are near), text in a number, a key twice, no
            years in the file, or none of those that are asked.
    """
    soort = VORMEN[vorm]
    inhoud = lees_rijen(pad, soort.sleutels)
    plek = {naam: _zoek_kolom(naam, inhoud.kop, pad) for naam in kolommen}
    sleutel = next(
        plaats
        for naam in soort.sleutels
        for plaats, kop in enumerate(inhoud.kop)
        if kop.lower() == naam.lower()
    )
    telt = _telt(soort, inhoud.kop)
    gehouden = [rij for rij in inhoud.rijen if telt(rij.cellen)]
    if jaren:
        return _per_jaar(pad, soort, inhoud.kop, gehouden, sleutel, plek, jaren)
    return _tabel(pad, soort, gehouden, sleutel, plek)


def _zoek_kolom(naam: str, kop: Sequence[str], pad: Path) -> int:
    """Return where a column is: its name, the same in other case, or the end of a path."""
    laag, einden = naam.lower(), [kolom.rsplit("/", 1)[-1].strip() for kolom in kop]
    manieren = (
        [kolom == naam for kolom in kop],
        [kolom.lower() == laag for kolom in kop],
        [einde.lower() == laag for einde in einden],
    )
    for gelijk in manieren:
        plekken = [plek for plek, past in enumerate(gelijk) if past]
        if len(plekken) == 1:
            return plekken[0]
        if plekken:
            raise InvoerFout(
                f"deze kolom staat {len(plekken)} keer in het bestand",
                bestand=pad,
                kolom=naam,
                remedie="Noem in het recept de hele naam van de kolom.",
            )
    raise InvoerFout(
        "deze kolom staat niet in het bestand",
        bestand=pad,
        kolom=naam,
        remedie=bedoelde_u(naam, dict.fromkeys([*kop, *einden]))
        or f"De kolommen zijn: {', '.join(kop[:40])}.",
    )


def _telt(soort: Vorm, kop: Sequence[str]) -> Callable[[Sequence[object]], bool]:
    """Return which rows count."""
    plekken = {naam.lower(): plek for plek, naam in enumerate(kop)}
    eisen = [
        (plekken[kolom.lower()], waarde, moet)
        for regels, moet in ((soort.alleen, True), (soort.zonder, False))
        for kolom, waarde in regels.items()
        if kolom.lower() in plekken
    ]
    return lambda cellen: all((als_tekst(cellen[p]) == w) == moet for p, w, moet in eisen)


def _tabel(
    pad: Path, soort: Vorm, rijen: Sequence[Rij], sleutel: int, plek: Mapping[str, int]
) -> pd.DataFrame:
    """Return the asked columns by key; a key that stands twice is refused."""
    sleutels = [als_tekst(rij.cellen[sleutel]) for rij in rijen]
    regels = [rij.regel for rij in rijen]
    dubbel = pd.Index(sleutels).duplicated()
    if dubbel.any():
        eerste = int(np.argmax(dubbel))
        raise InvoerFout(
            "dit gebied staat al eerder in het bestand",
            bestand=pad,
            regel=regels[eerste],
            waarde=sleutels[eerste],
            remedie="Neem het bestand zoals de uitgever het geeft; elk gebied heeft één regel.",
        )
    getallen = {
        naam: als_getallen([r.cellen[p] for r in rijen], regels, pad, naam, komma=soort.komma)
        for naam, p in plek.items()
    }
    return pd.DataFrame(getallen, index=pd.Index(sleutels, name="sleutel", dtype=object))


def _per_jaar(
    pad: Path,
    soort: Vorm,
    kop: Sequence[str],
    rijen: Sequence[Rij],
    sleutel: int,
    plek: Mapping[str, int],
    jaren: Collection[int],
) -> pd.DataFrame:
    """Return each column once per year."""
    if not soort.periode or soort.periode not in kop:
        raise InvoerFout(
            "dit bestand heeft geen kolom met het jaar, en dus geen verandering",
            bestand=pad,
            remedie="Kies voor deze bewerking een StatLine-tabel met perioden.",
        )
    plaats = kop.index(soort.periode)
    per_jaar: dict[int, list[Rij]] = {jaar: [] for jaar in jaren}
    aanwezig = set()
    for rij in rijen:
        if gevonden := _JAAR.fullmatch(als_tekst(rij.cellen[plaats])):
            jaar = int(gevonden[1])
            aanwezig.add(jaar)
            if jaar in per_jaar:
                per_jaar[jaar].append(rij)
    if ontbreekt := sorted(set(jaren) - aanwezig):
        raise InvoerFout(
            f"het jaar {ontbreekt[0]} staat niet in het bestand",
            bestand=pad,
            kolom=soort.periode,
            remedie=f"De jaren zijn {', '.join(map(str, sorted(aanwezig))) or 'er niet'}.",
        )
    delen = [
        _tabel(pad, soort, per_jaar[jaar], sleutel, plek).add_suffix(f" {jaar}") for jaar in jaren
    ]
    return pd.concat(delen, axis=1)
