"""Codes and names: their form, once each, and the same in every source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst
from leefbaarheid.data.bronnen import GM_PATROON, WK_PATROON
from leefbaarheid.data.kwaliteitscontroles.rij import (
    CONTEXT,
    LEEFBAAROMETER,
    aanduidingen,
    goed_of,
    rij,
)


def coderijen(panel: pd.DataFrame, wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
    for bron, codes in ((LEEFBAAROMETER, panel["wk_code"]), (CONTEXT, context["wk_code"])):
        fout = int((~codes.str.fullmatch(WK_PATROON.pattern)).sum())
        yield rij(
            "codepatroon",
            bron,
            goed_of(fout, DataReden.WIJKCODES_GOED, DataReden.WIJKCODES_FOUT),
            n=len(codes),
            afwijkend=fout,
            kolom="wk_code",
        )
    for bron, tabel, sleutel, goed in (
        (LEEFBAAROMETER, panel, ["wk_code", "jaar"], DataReden.EENMAAL_PER_JAAR),
        (CONTEXT, context, ["wk_code"], DataReden.EENMAAL),
    ):
        dubbel = int(tabel.duplicated(sleutel).sum())
        yield rij(
            "dubbele regels",
            bron,
            goed_of(dubbel, goed, DataReden.DUBBELE_REGELS),
            n=len(tabel),
            afwijkend=dubbel,
            kolom=" en ".join(sleutel),
        )
    gm = wijken["gm_code"]
    fout = int(
        (~gm.str.fullmatch(GM_PATROON.pattern) | (gm.str[2:6] != wijken["wk_code"].str[2:6])).sum()
    )
    yield rij(
        "gemeentecode bij wijkcode",
        CONTEXT,
        goed_of(fout, DataReden.GEMEENTECODE_PAST, DataReden.GEMEENTECODE_PAST_NIET),
        n=len(gm),
        afwijkend=fout,
        kolom="gm_code",
    )


def koppelrijen(wijken: pd.DataFrame, accepteer: Sequence[str] = ()) -> Iterator[Rij]:
    """Name the wijken that are in one source only, and those of which the config accepts that."""
    in_lbm, in_context = wijken["in_bron_leefbaarometer"], wijken["in_bron_context"]
    for bron, hier, daar, goed, anders in (
        (
            LEEFBAAROMETER,
            in_lbm,
            in_context,
            DataReden.OOK_IN_CONTEXT,
            DataReden.NIET_IN_CONTEXT,
        ),
        (
            CONTEXT,
            in_context,
            in_lbm,
            DataReden.OOK_IN_LEEFBAAROMETER,
            DataReden.NIET_IN_LEEFBAAROMETER,
        ),
    ):
        los = wijken[hier & ~daar]
        yield rij(
            "code in één bron",
            bron,
            _met_namen(los, anders) if len(los) else goed.met(),
            n=int(hier.sum()),
            afwijkend=len(los),
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )
    yield from _aanvaardrijen(wijken[in_lbm != in_context], accepteer)


def _met_namen(wijken: pd.DataFrame, reden: DataReden) -> str:
    return reden.met(n=len(wijken), wijken=aanduidingen(wijken))


def _aanvaardrijen(los: pd.DataFrame, accepteer: Sequence[str]) -> Iterator[Rij]:
    """Tell which wijken the config accepts in one source only, and which of its codes do nothing.

    Args:
        los: the wijken that are in one source only.
        accepteer: codes of the config.
    """
    aanvaard = los[los["wk_code"].isin(list(accepteer))]
    over = sorted(set(accepteer) - set(los["wk_code"]))
    if len(aanvaard):
        yield rij(
            "ontbreken aanvaard",
            CONTEXT,
            _met_namen(aanvaard, DataReden.ONTBREKEN_AANVAARD),
            n=len(los),
            afwijkend=len(aanvaard),
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )
    if over:
        yield rij(
            "ontbreken aanvaard",
            CONTEXT,
            DataReden.AANVAARD_OVERBODIG.met(n=len(over), wijken=SCHEIDING.join(over)),
            n=len(set(accepteer)),
            afwijkend=len(over),
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )


def naamrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, contextnamen: pd.Series[str] | None
) -> Iterator[Rij]:
    namen = panel.groupby("wk_code")["wk_naam"].nunique()
    wisselend = int((namen > 1).sum())
    yield rij(
        "naam gelijk over de jaren",
        LEEFBAAROMETER,
        goed_of(wisselend, DataReden.NAAM_VAST, DataReden.NAAM_WISSELT),
        n=len(namen),
        afwijkend=wisselend,
        kolom="wk_naam",
        bij_afwijking=Ernst.LET_OP,
    )
    if contextnamen is None:
        return
    in_beide = wijken["in_bron_leefbaarometer"] & wijken["in_bron_context"]
    beide = wijken[in_beide].set_index("wk_code")["wk_naam"]
    anders = int((beide != contextnamen.reindex(beide.index)).sum())
    yield rij(
        "naam gelijk in beide bronnen",
        CONTEXT,
        goed_of(anders, DataReden.NAMEN_GELIJK, DataReden.NAMEN_VERSCHILLEN),
        n=len(beide),
        afwijkend=anders,
        kolom="wk_naam",
        bij_afwijking=Ernst.LET_OP,
    )
