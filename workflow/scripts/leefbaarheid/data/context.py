"""The context table: what a wijk is, and its contextual factors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import GM_PATROON, W, huidig
from leefbaarheid.data.bereik import Bereik
from leefbaarheid.data.bevindingen import (
    Bevindingen,
    meld_codes,
    meld_dubbel,
    meld_getallen,
)
from leefbaarheid.data.cellen import (
    Brontabel,
    Getallen,
    Masker,
    getallen_per_kolom,
    naam_of_code,
    past,
)
from leefbaarheid.data.contextgetallen import (
    INWONERREMEDIE,
    bereiken,
    meld_onmogelijk,
    meld_plaats,
    plaatsremedies,
)
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.data.getalvorm import GEEN_GETAL, vorm_van
from leefbaarheid.data.voorwaarden import kolom_van

GETALKENMERKEN = ("inwoners", "x", "y")
"""What describes a wijk and is a number."""


def lees_context(
    pad: str | Path,
    codeboek: pd.DataFrame,
    factoren: Sequence[str],
    kenmerken: Mapping[str, str],
    *,
    voorwaarden: Sequence[str] = (),
    codeboek_bestand: str | Path = "codeboek",
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read the table of contextual factors: a code and one column per factor.

    Missing is an empty cell, NA, and as in CBS tables "." or a code such as -99997.

    Args:
        pad: the table.
        codeboek: from `lees_codeboek`; every factor must have a row in it.
        factoren: columns to use as factors, all numeric.
        kenmerken: which columns describe the wijk: keys inwoners, gm_code, gm_naam and,
            optionally, x and y.
        voorwaarden: columns that `selectie.voorwaarden` looks at, all numeric and in the codebook.
        codeboek_bestand: name of the codebook in messages.

    Returns:
        (1) wk_code, wk_naam, gm_code, gm_naam, inwoners (persons), x, y (m RD; NaN if not given)
            and `voorwaarde_<kenmerk>` per condition;
        (2) wk_code and the factors in config order, float. Both sorted by wk_code.

    Raises:
        InvoerFout: wrong form, a factor or kenmerk that is not there, text in a numeric column,
            a number that its column cannot hold (`contextgetallen`), an empty factor, no wijk with
            inhabitants, wk_code twice, gm_code that does not fit wk_code.
    """
    gevraagd = _plekken(factoren, voorwaarden)
    _eis_beschreven(gevraagd, codeboek["factor"], codeboek_bestand)
    kenmerken = {k: v for k, v in kenmerken.items() if v}
    kolommen = dict.fromkeys([*kenmerken.values(), *gevraagd])
    bron = lees_cellen(pad, [huidig().code, *kolommen], config_kolommen=set(kolommen))
    grenzen = bereiken(codeboek, list(gevraagd), kenmerken)
    getallen = _eis_goede_cellen(bron, gevraagd, kenmerken, grenzen)
    context = pd.DataFrame(
        {"wk_code": bron.cellen[huidig().code].astype(str), **{f: getallen[f] for f in factoren}}
    )
    wijken = _wijkkenmerken(bron, getallen, kenmerken).assign(
        **{kolom_van(naam): getallen[naam] for naam in voorwaarden}
    )
    return (
        wijken.sort_values("wk_code", ignore_index=True),
        context.sort_values("wk_code", ignore_index=True),
    )


def _plekken(factoren: Sequence[str], voorwaarden: Sequence[str]) -> dict[str, str]:
    """Return the columns that must be numbers, and per column the key of the config that asks."""
    return dict.fromkeys(voorwaarden, "selectie.voorwaarden") | dict.fromkeys(factoren, "factoren")


def _eis_goede_cellen(
    bron: Brontabel,
    gevraagd: Mapping[str, str],
    kenmerken: Mapping[str, str],
    grenzen: Mapping[str, Bereik],
) -> dict[str, Getallen]:
    """Return the numbers by column; InvoerFout if anything in the cells is not as it should be."""
    bevindingen = Bevindingen(bron)
    meld_codes(bevindingen)
    meld_dubbel(bevindingen, [huidig().code])
    _meld_gemeente(bevindingen, kenmerken["gm_code"])
    numeriek = [kenmerken[k] for k in GETALKENMERKEN if k in kenmerken]
    kolommen = dict.fromkeys([*numeriek, *gevraagd])
    getallen, onleesbaar = getallen_per_kolom(bron, kolommen)
    for kolom, plek in gevraagd.items():
        _eis_getallen(bron, kolom, plek, getallen[kolom], onleesbaar[kolom])
    meld_getallen(bevindingen, onleesbaar)
    remedies = plaatsremedies(getallen, kenmerken) | {kenmerken["inwoners"]: INWONERREMEDIE}
    meld_onmogelijk(bevindingen, getallen, grenzen, remedies)
    meld_plaats(bevindingen, getallen, kenmerken)
    bevindingen.klaar()
    _eis_inwoners(bron, kenmerken["inwoners"], getallen[kenmerken["inwoners"]])
    return getallen


def _wijkkenmerken(
    bron: Brontabel, getallen: Mapping[str, Getallen], kenmerken: Mapping[str, str]
) -> pd.DataFrame:
    """Return the first table of `lees_context`, in the order of the file."""
    cellen, gebied = bron.cellen, huidig()
    leeg = np.full(len(cellen), np.nan)
    return pd.DataFrame(
        {
            "wk_code": cellen[gebied.code].astype(str),
            "wk_naam": naam_of_code(cellen, gebied.areanaam, gebied.code),
            "gm_code": cellen[kenmerken["gm_code"]].astype(str),
            "gm_naam": naam_of_code(cellen, kenmerken["gm_naam"], kenmerken["gm_code"]),
            **{k: getallen.get(kenmerken.get(k, ""), leeg) for k in GETALKENMERKEN},
        }
    )


def _eis_beschreven(
    gevraagd: Mapping[str, str], codeboek: Iterable[str], bestand: str | Path
) -> None:
    """Refuse a factor, or the column of a condition, that the codebook does not describe."""
    bekend = list(codeboek)
    for kolom, plek in gevraagd.items():
        if kolom not in bekend:
            raise InvoerFout(
                f"{_soort(plek)} uit de config staat niet in het codeboek",
                bestand=bestand,
                kolom="factor",
                waarde=kolom,
                remedie=f"{bedoelde_u(kolom, bekend)} Verbeter `{plek}` in de config, of voeg "
                "een regel aan het codeboek toe.".strip(),
            )


def _soort(plek: str) -> str:
    return "deze factor" if plek == "factoren" else "het kenmerk van deze voorwaarde"


def _meld_gemeente(bevindingen: Bevindingen, kolom: str) -> None:
    """Note codes of gemeenten that have another form, or do not fit the code of the wijk."""
    cellen, gebied = bevindingen.bron.cellen, huidig()
    codes, gm = cellen[gebied.code].tolist(), cellen[kolom].tolist()
    goed = past(gm, GM_PATROON)
    verwacht = [gebied.gemeente_van(code) for code in codes]
    anders = np.fromiter(
        (v not in (None, g) for v, g in zip(verwacht, gm, strict=True)), dtype=bool
    )
    bevindingen.meld(
        ~goed,
        "dit is geen CBS-gemeentecode",
        kolom=kolom,
        remedie="Schrijf de code als GM + 4 cijfers (GM0014), met voorloopnullen.",
    )
    bevindingen.meld(
        goed & past(codes, gebied.patroon) & anders,
        lambda i: f"de gemeentecode past niet bij de {W.met('code')} {codes[i]}",
        kolom=kolom,
        remedie=lambda i: f"Verwacht {verwacht[i]}; gebruik codes van één peiljaar.",
    )


def _eis_getallen(
    bron: Brontabel, kolom: str, plek: str, getallen: Getallen, onleesbaar: Masker
) -> None:
    """Refuse a column that is text or empty throughout; single bad cells are not its concern."""
    if onleesbaar.all() or onleesbaar.sum() > np.isfinite(getallen).sum():
        cellen = bron.cellen[kolom][onleesbaar]
        if cellen.map(lambda cel: vorm_van(cel) != GEEN_GETAL).mean() > 0.5:
            return  # numbers, written in another way: told with the other cells
        voorbeelden = ", ".join(f"'{c}'" for c in list(dict.fromkeys(cellen))[:3])
        raise InvoerFout(
            f"{_soort(plek)} bevat tekst en geen getallen ({voorbeelden})",
            bestand=bron.pad,
            regel=int(bron.regels[onleesbaar.argmax()]),
            kolom=kolom,
            waarde=cellen.iloc[0],
            remedie=f"Neem een kolom met getallen in `{plek}`, of maak van de klassen een "
            "kolom met getallen (bijvoorbeeld 1 tot en met 5) en beschrijf die in het codeboek.",
        )
    if np.isnan(getallen).all() and not onleesbaar.any():
        raise InvoerFout(
            f"{_soort(plek)} is voor alle {W.gebieden} leeg",
            bestand=bron.pad,
            kolom=kolom,
            remedie=f"Vul de kolom, of haal haar uit `{plek}` in de config.",
        )


def _eis_inwoners(bron: Brontabel, kolom: str, inwoners: Getallen) -> None:
    """Refuse a table in which no wijk has inhabitants."""
    if not np.nansum(inwoners) > 0:
        raise InvoerFout(
            f"geen enkele {W.gebied} heeft inwoners",
            bestand=bron.pad,
            kolom=kolom,
            remedie=f"Vul de kolom met het aantal inwoners per {W.gebied}, of wijs in `kenmerken` "
            "van de config een andere kolom aan.",
        )
