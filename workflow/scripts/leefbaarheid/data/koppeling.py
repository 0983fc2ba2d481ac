"""Wijken that are in one of the sources only: a study that misses them must say so or stop."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W, huidig
from leefbaarheid.data.kwaliteitscontroles.rij import aanduiding
from leefbaarheid.data.voorwaarden import Voorwaarden, voldoet

NAMEN_IN_MELDING, CODES_IN_REMEDIE = 10, 60


def groot_genoeg(
    wijken: pd.DataFrame, min_inwoners: float, min_inwoners_gemeente: float
) -> pd.Series[bool]:
    """Tell which wijken are eligible by their inhabitants and those of their gemeente."""
    gemeente = wijken.groupby("gm_code")["inwoners"].transform("sum")
    return (wijken["inwoners"] >= min_inwoners) & (gemeente >= min_inwoners_gemeente)


def doet_mee(
    wijken: pd.DataFrame,
    min_inwoners: float,
    min_inwoners_gemeente: float,
    voorwaarden: Voorwaarden | None = None,
) -> pd.Series[bool]:
    """Tell which wijken are in one source only while they would, or could, take part.

    A wijk without scores would be eligible by its inhabitants and those of its gemeente. Of a wijk
    that is not in the context table the inhabitants are unknown, so that of her gemeente decides.
    A wijk on the selection list always takes part, unless a condition is known to keep it out.

    Args:
        wijken: from `maak_wijken`.
        min_inwoners, min_inwoners_gemeente: from how many inhabitants a wijk is eligible.
        voorwaarden: conditions of the selection.

    Returns:
        bool, with the index of `wijken`.
    """
    in_lbm, in_context = wijken["in_bron_leefbaarometer"], wijken["in_bron_context"]
    inwoners = wijken.groupby("gm_code")["inwoners"]
    gemeente = inwoners.transform("sum")
    # AANNAME: een wijk die niet in de contexttabel staat, telt voor het inwonertal van haar
    #   gemeente als de grootste wijk die er wel in staat; staat er van de gemeente geen enkele in,
    #   dan kan de wijk in aanmerking komen.
    #   Waarom: haar eigen inwonertal is onbekend; zo blijft geen wijk ongemerkt weg die mee had
    #   kunnen doen.
    #   Gevolg: het rekenwerk stopt bij zo'n wijk, tenzij de configuratie aanvaardt dat zij
    #   ontbreekt; dan is zij genoemd. In de cijfers telt zij niet mee.
    #   Onderwerp: selectie. Zie: sec-kwaliteit.
    zonder_context = (~in_context).groupby(wijken["gm_code"]).transform("sum")
    geschat = gemeente + zonder_context * inwoners.transform("max")
    kan = ~in_context & ((geschat >= min_inwoners_gemeente) | geschat.isna())
    zou = ~in_lbm & groot_genoeg(wijken, min_inwoners, min_inwoners_gemeente)
    labels = wijken.filter(regex="^label_").astype(bool).any(axis=1)
    mag = ~in_context | voldoet(wijken, voorwaarden or {})
    return (kan | zou | labels) & mag & (in_lbm != in_context)


def eis_koppeling(
    wijken: pd.DataFrame,
    *,
    min_inwoners: float,
    min_inwoners_gemeente: float,
    accepteer: Sequence[str],
    scores: str | Path,
    context: str | Path,
    voorwaarden: Voorwaarden | None = None,
    niet_te_herleiden: Collection[str] = (),
) -> None:
    """Stop when a wijk that would take part is in one source only, unless the config accepts it.

    Args:
        wijken, min_inwoners, min_inwoners_gemeente, voorwaarden: see `doet_mee`.
        accepteer: codes of wijken that may be in one source only.
        scores, context: the files, for the message.
        niet_te_herleiden: codes of wijken that hold parts of the wijken of the scores.

    Raises:
        InvoerFout: such a wijk, or not a single code that both sources have.
    """
    if not (wijken["in_bron_leefbaarometer"] & wijken["in_bron_context"]).any():
        raise _niets_gemeen(wijken, scores, context)
    mee = doet_mee(wijken, min_inwoners, min_inwoners_gemeente, voorwaarden)
    los = wijken[mee & ~wijken["wk_code"].isin(list(accepteer))]
    if len(los):
        raise _los(los, scores, context, niet_te_herleiden)


def _niets_gemeen(wijken: pd.DataFrame, scores: str | Path, context: str | Path) -> InvoerFout:
    hier = wijken.loc[wijken["in_bron_leefbaarometer"], "wk_code"].iloc[0]
    daar = wijken.loc[wijken["in_bron_context"], "wk_code"].iloc[0]
    return InvoerFout(
        f"geen enkele {W.met('code')} staat ook in de contexttabel '{Path(context).name}'; die "
        f"heeft bijvoorbeeld {daar}",
        bestand=scores,
        kolom=huidig().code,
        waarde=hier,
        remedie="Gebruik scores en contextfactoren van dezelfde gemeenten en dezelfde "
        f"{W.met('indeling')}.",
    )


def _los(
    los: pd.DataFrame, scores: str | Path, context: str | Path, niet_te_herleiden: Collection[str]
) -> InvoerFout:
    alleen_scores = los["in_bron_leefbaarometer"]
    gedeeld = ~alleen_scores & los["wk_code"].isin(list(niet_te_herleiden))
    delen = [
        f"{_hoeveel(len(deel), 'staat', 'staan')} alleen in {bron}: "
        + taal.eerste([*map(aanduiding, deel["wk_code"], deel["wk_naam"])], NAMEN_IN_MELDING)
        for bron, deel in (
            ("de scores", los[alleen_scores]),
            (f"de contexttabel '{Path(context).name}'", los[~alleen_scores & ~gedeeld]),
        )
        if len(deel)
    ]
    if gedeeld.any():
        namen = [*map(aanduiding, los.loc[gedeeld, "wk_code"], los.loc[gedeeld, "wk_naam"])]
        delen.append(
            f"{_hoeveel(len(namen), 'bestaat', 'bestaan')} na een herindeling "
            f"uit delen van {W.gebieden}, en de score van een deel is niet bekend: "
            + taal.eerste(namen, NAMEN_IN_MELDING)
        )
    codes = ", ".join(los["wk_code"].tolist()[:CODES_IN_REMEDIE])
    if len(los) > CODES_IN_REMEDIE:
        codes += f" en nog {len(los) - CODES_IN_REMEDIE}"
    return InvoerFout(
        "; ".join(delen) + ". Zij komen in aanmerking of kunnen dat, en zouden anders stil "
        f"wegvallen of door andere {W.gebieden} vervangen worden",
        bestand=scores,
        kolom=huidig().code,
        waarde=los["wk_code"].iloc[0],
        remedie="Gebruik scores en contextfactoren van dezelfde "
        f"{W.met('indeling')} (bij een herindeling "
        "veranderen codes). Is bekend dat deze "
        f"{W.gebieden} in één bron ontbreken, zet dan in de config: "
        f"accepteer_ontbrekend: [{codes}]",
    )


def _hoeveel(n: int, een: str, meer: str) -> str:
    return taal.aantal_van(n, f"{W.gebied} {een}", f"{W.gebieden} {meer}")
