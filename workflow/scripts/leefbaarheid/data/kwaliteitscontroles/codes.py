"""Codes and names: their form, once each, and the same in every source."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence

import pandas as pd

from leefbaarheid.basis.gebied import GM_PATROON, huidig
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.data.kwaliteitscontroles.rij import (
    CONTEXT,
    GRENZEN,
    LEEFBAAROMETER,
    aanduiding,
    aanduidingen,
    goed_of,
    met_namen,
    rij,
)

# AANNAME: twee namen van één wijk zijn spellingen van dezelfde naam als de ene met de andere begint
#   of hun letters voor ten minste de helft gelijk zijn; anders kan het een andere wijk zijn.
#   Waarom: namen wisselen per bron van spelling.
#   Gevolg: met een strengere grens noemt de controle meer wijken. De koppeling gaat op code en
#   verandert niet.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
MINSTE_GELIJKENIS = 0.5


def coderijen(panel: pd.DataFrame, wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[Rij]:
    for bron, codes in ((LEEFBAAROMETER, panel["wk_code"]), (CONTEXT, context["wk_code"])):
        fout = int((~codes.str.fullmatch(huidig().patroon.pattern)).sum())
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
    anders = gm.str[2:6] != wijken["wk_code"].str[2:6] if huidig().in_code else False
    fout = int((~gm.str.fullmatch(GM_PATROON.pattern) | anders).sum())
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
            met_namen(los, goed, anders),
            n=int(hier.sum()),
            afwijkend=len(los),
            kolom="wk_code",
            bij_afwijking=Ernst.LET_OP,
        )
    yield from _aanvaardrijen(wijken[in_lbm != in_context], accepteer)


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
            DataReden.ONTBREKEN_AANVAARD.met(n=len(aanvaard), wijken=aanduidingen(aanvaard)),
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


def grensrijen(wijken: pd.DataFrame, grenscodes: Sequence[str]) -> Iterator[Rij]:
    """Name the gemeenten (or wijken) that are on the map only, or not on it.

    Args:
        wijken: from `maak_wijken`.
        grenscodes: codes of the areas on the map; none when the edition has no map.
    """
    if not len(grenscodes):
        return
    kolom = "wk_code" if huidig().patroon.fullmatch(grenscodes[0]) else "gm_code"
    namen = dict(zip(wijken[kolom], wijken[f"{kolom[:2]}_naam"], strict=True))
    bekend, kaart = set(namen), set(grenscodes)
    for bron, hier, daar, anders in (
        (CONTEXT, bekend, kaart, DataReden.NIET_OP_KAART),
        (GRENZEN, kaart, bekend, DataReden.ALLEEN_OP_KAART),
    ):
        los = sorted(hier - daar)
        wie = SCHEIDING.join(aanduiding(code, namen.get(code, code)) for code in los)
        yield rij(
            "code op de kaart",
            bron,
            anders.met(n=len(los), gebieden=wie) if los else DataReden.KAART_VOLLEDIG.met(),
            n=len(hier),
            afwijkend=len(los),
            kolom=kolom,
            bij_afwijking=Ernst.LET_OP,
        )


def naamrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, contextnamen: pd.Series[str] | None
) -> Iterator[Rij]:
    uniek = panel[["wk_code", "wk_naam"]].drop_duplicates()
    namen = uniek["wk_naam"].map(gelijknamig).groupby(uniek["wk_code"]).nunique()
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
    daar = contextnamen.reindex(beide.index)
    anders = beide.index[beide.map(gelijknamig) != daar.map(gelijknamig)]
    paren = [
        f"{aanduiding(code, beide[code])} / {daar[code].replace(SCHEIDING.strip(), ',')}"
        for code in anders
        if not _lijkt_op(beide[code], daar[code])
    ]
    yield rij(
        "naam gelijk in beide bronnen",
        CONTEXT,
        DataReden.NAMEN_VERSCHILLEN.met(n=len(anders), namen=SCHEIDING.join(paren))
        if len(anders)
        else DataReden.NAMEN_GELIJK.met(),
        n=len(beide),
        afwijkend=len(anders),
        kolom="wk_naam",
        bij_afwijking=Ernst.LET_OP,
    )


def _lijkt_op(naam: str, ander: str) -> bool:
    """Tell whether two names are spellings of one name."""
    een, twee = (re.sub(r"[^a-z0-9]", "", _zonder_accenten(n)) for n in (naam, ander))
    if een and twee and (een.startswith(twee) or twee.startswith(een)):
        return True
    return difflib.SequenceMatcher(None, een, twee, autojunk=False).ratio() >= MINSTE_GELIJKENIS


def _zonder_accenten(tekst: str) -> str:
    return unicodedata.normalize("NFKD", tekst).lower()
