"""The data quality report: what was checked in each source and what stood out, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.data.bronnen import (
    AFW_TOLERANTIE,
    DIMENSIES,
    GM_PATROON,
    LBM_BASIS,
    LBM_BEREIK,
    WK_PATROON,
)
from leefbaarheid.data.codering import lees_tekst
from leefbaarheid.data.csvvorm import SCHEIDINGSTEKENS, scheidingsteken

KOLOMMEN = (
    "controle",
    "bron",
    "kolom",
    "jaar",
    "n",
    "n_afwijkend",
    "aandeel",
    "ernst",
    "toelichting",
)
LEEFBAAROMETER, CONTEXT, LIJST = "leefbaarometer", "context", "selectielijst"


def _telling(n: int, enkelvoud: str = "wijk", meervoud: str = "wijken") -> str:
    """Return "1 wijk", "26 wijken", "26.366 regels" (a point only from 10.000)."""
    getal = f"{n:,}".replace(",", ".") if n >= 10_000 else str(n)
    return f"{getal} {enkelvoud if n == 1 else meervoud}"


def _regels(n: int) -> str:
    return _telling(n, "regel", "regels")


def _staat(n: int) -> str:
    return "staat" if n == 1 else "staan"


def _heeft(n: int) -> str:
    return "heeft" if n == 1 else "hebben"


def _tel(n: int) -> str:
    return "telt" if n == 1 else "tellen"


def _rij(
    controle: str,
    bron: str,
    toelichting: str,
    *,
    n: int,
    afwijkend: int,
    kolom: str = "",
    jaar: int | None = None,
    bij_afwijking: str = "fout",
) -> dict[str, object]:
    return {
        "controle": controle,
        "bron": bron,
        "kolom": kolom,
        "jaar": jaar,
        "n": int(n),
        "n_afwijkend": int(afwijkend),
        "aandeel": afwijkend / n if n else 0.0,
        "ernst": bij_afwijking if afwijkend else "ok",
        "toelichting": toelichting,
    }


def datakwaliteit(
    panel: pd.DataFrame,
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    *,
    jaren: Sequence[int],
    bestanden: Mapping[str, str | Path] | None = None,
    contextnamen: pd.Series | None = None,
    labels: Sequence[str] = (),
    basis: float = LBM_BASIS,
) -> pd.DataFrame:
    """Repeat every check on the data as they go into the analysis, and say what was found.

    The readers stop at what is wrong; this report computes the checks again, from the tables, so
    that it also proves what went right. `fout` marks what an analysis cannot use, `let_op` what a
    reader should know (a gap that is in the official data).

    Args:
        panel: from `lees_leefbaarometer`: one row per wijk and year.
        wijken: from `maak_wijken`: one row per wijk in either source.
        context: from `lees_context`: wk_code and the factors.
        jaren: the years of the edition.
        bestanden: source name to file, for encoding and separator; None leaves those two out.
        contextnamen: names in the context table by wk_code, to compare with the Leefbaarometer.
        labels: labels of the selection list; empty when the edition selects by rule.
        basis: the fixed value of lbm - afw.

    Returns:
        controle, bron, kolom, jaar (Int64), n, n_afwijkend, aandeel (0-1), ernst
        (ok|let_op|fout), toelichting (Dutch); in reading order.
    """
    rijen = [
        *_bestandsrijen(bestanden or {}),
        *_coderijen(panel, wijken, context),
        *_jaarrijen(panel, jaren),
        *_scorerijen(panel, basis),
        *_dimensierijen(panel, jaren),
        *_koppelrijen(panel, wijken, contextnamen),
        *_contextrijen(wijken, context),
        *_lijstrijen(wijken, panel, jaren, labels),
    ]
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype({"jaar": "Int64"})


def _bestandsrijen(bestanden: Mapping[str, str | Path]) -> Iterator[dict]:
    for bron, pad in bestanden.items():
        tekst, codering = lees_tekst(pad)
        teken = SCHEIDINGSTEKENS[scheidingsteken(tekst)]
        yield _rij(
            "codering",
            bron,
            f"De tekst van het bestand is gecodeerd als {codering}, zoals verwacht.",
            n=1,
            afwijkend=0,
        )
        yield _rij(
            "scheidingsteken",
            bron,
            f"De kolommen zijn gescheiden door een {teken}.",
            n=1,
            afwijkend=int(teken != "komma"),
        )


def _coderijen(panel: pd.DataFrame, wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[dict]:
    for bron, codes in ((LEEFBAAROMETER, panel["wk_code"]), (CONTEXT, context["wk_code"])):
        fout = int((~codes.str.fullmatch(WK_PATROON.pattern)).sum())
        yield _rij(
            "codepatroon",
            bron,
            "Alle wijkcodes hebben de vorm die het CBS gebruikt."
            if not fout
            else f"{_regels(fout)} {_heeft(fout)} een wijkcode die niet de vorm van het CBS heeft.",
            n=len(codes),
            afwijkend=fout,
            kolom="wk_code",
        )
    for bron, tabel, sleutel, wat in (
        (LEEFBAAROMETER, panel, ["wk_code", "jaar"], "Elke wijk komt per jaar één keer voor."),
        (CONTEXT, context, ["wk_code"], "Elke wijk komt één keer voor."),
    ):
        dubbel = int(tabel.duplicated(sleutel).sum())
        yield _rij(
            "dubbele regels",
            bron,
            wat if not dubbel else f"{_regels(dubbel)} {_staat(dubbel)} dubbel in het bestand.",
            n=len(tabel),
            afwijkend=dubbel,
            kolom=" en ".join(sleutel),
        )
    gm = wijken["gm_code"]
    fout = int(
        (~gm.str.fullmatch(GM_PATROON.pattern) | (gm.str[2:6] != wijken["wk_code"].str[2:6])).sum()
    )
    yield _rij(
        "gemeentecode bij wijkcode",
        CONTEXT,
        "De gemeentecode van elke wijk komt overeen met het gemeentedeel van de wijkcode."
        if not fout
        else f"Bij {_telling(fout)} past de gemeentecode niet bij de wijkcode.",
        n=len(gm),
        afwijkend=fout,
        kolom="gm_code",
    )


def _jaarrijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[dict]:
    scores = _breed(panel, jaren)
    n = len(scores)
    for jaar in jaren:
        zonder = int(scores[jaar].isna().sum())
        yield _rij(
            "score per jaar",
            LEEFBAAROMETER,
            f"Alle wijken hebben een score in {jaar}."
            if not zonder
            else f"{_telling(zonder)} {_heeft(zonder)} geen score in {jaar} en {_tel(zonder)} niet "
            "mee in vergelijkingen met dit jaar.",
            n=n,
            afwijkend=zonder,
            kolom="lbm",
            jaar=jaar,
            bij_afwijking="let_op",
        )
    onvolledig = int(scores.isna().any(axis=1).sum())
    yield _rij(
        "volledige reeks",
        LEEFBAAROMETER,
        "Alle wijken hebben in elk jaar van de editie een score."
        if not onvolledig
        else f"{_telling(onvolledig)} {'mist' if onvolledig == 1 else 'missen'} in ten minste één "
        "jaar van de editie een score.",
        n=n,
        afwijkend=onvolledig,
        kolom="lbm",
        bij_afwijking="let_op",
    )


def _breed(panel: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return scores with one row per wijk and one column per year; NaN where there is none."""
    breed = panel.drop_duplicates(["wk_code", "jaar"]).pivot(
        index="wk_code", columns="jaar", values="lbm"
    )
    return breed.reindex(columns=list(jaren))


def _scorerijen(panel: pd.DataFrame, basis: float) -> Iterator[dict]:
    score = panel["lbm"].dropna()
    buiten = int((~score.between(*LBM_BEREIK)).sum())
    van, tot = (f"{x:.2f}".replace(".", ",") for x in (score.min(), score.max()))
    laag, hoog = (f"{x:.1f}".replace(".", ",") for x in LBM_BEREIK)
    yield _rij(
        "waardebereik",
        LEEFBAAROMETER,
        f"De scores lopen van {van} tot {tot}"
        + (
            f" en vallen alle binnen het verwachte bereik van {laag} tot {hoog}."
            if not buiten
            else f"; {_telling(buiten, 'score valt', 'scores vallen')} buiten het verwachte "
            f"bereik van {laag} tot {hoog}."
        ),
        n=len(score),
        afwijkend=buiten,
        kolom="lbm",
    )
    verschil = (panel["lbm"] - panel["afw"] - basis).abs()
    ongelijk = panel["lbm"].isna() != panel["afw"].isna()
    fout = int((ongelijk | (verschil > AFW_TOLERANTIE)).sum())
    yield _rij(
        "lbm min afw constant",
        LEEFBAAROMETER,
        "Score en afwijking verschillen in elke regel hetzelfde vaste bedrag, zoals het hoort "
        "binnen één versie van de Leefbaarometer."
        if not fout
        else f"In {_regels(fout)} is het verschil tussen score en afwijking niet het vaste bedrag.",
        n=len(panel),
        afwijkend=fout,
        kolom="afw",
    )


def _dimensierijen(panel: pd.DataFrame, jaren: Sequence[int]) -> Iterator[dict]:
    dimensies = panel[list(DIMENSIES)]
    aantal = dimensies.notna().sum(axis=1)
    vol = aantal == len(DIMENSIES)
    som = (panel["afw"] - dimensies.sum(axis=1)).abs()
    kolom = " ".join(DIMENSIES)
    for jaar in jaren:
        dit = panel["jaar"] == jaar
        n, gevuld = int(dit.sum()), int((dit & vol).sum())
        if not gevuld:
            tekst = (
                f"In {jaar} zijn er geen scores per dimensie; een verandering van of naar dit "
                "jaar kan niet naar dimensies worden uitgesplitst."
            )
        elif gevuld == n:
            tekst = f"In {jaar} hebben alle wijken scores op de vijf dimensies."
        else:
            tekst = f"In {jaar} {_heeft(gevuld)} {gevuld} van de {_telling(n)} alle vijf dimensies."
        yield _rij(
            "dimensies gevuld",
            LEEFBAAROMETER,
            tekst,
            n=n,
            afwijkend=n - gevuld,
            kolom=kolom,
            jaar=jaar,
            bij_afwijking="let_op",
        )
    for jaar in jaren:
        dit = (panel["jaar"] == jaar) & vol
        if dit.any():
            fout = int((dit & ~(som <= AFW_TOLERANTIE)).sum())
            yield _rij(
                "afw is som van dimensies",
                LEEFBAAROMETER,
                f"In {jaar} tellen de vijf dimensies bij elke wijk op tot de afwijking."
                if not fout
                else f"In {jaar} tellen de vijf dimensies bij {_telling(fout)} niet op tot de "
                "afwijking.",
                n=int(dit.sum()),
                afwijkend=fout,
                kolom="afw",
                jaar=jaar,
            )


def _koppelrijen(
    panel: pd.DataFrame, wijken: pd.DataFrame, contextnamen: pd.Series | None
) -> Iterator[dict]:
    in_lbm, in_context = wijken["in_bron_leefbaarometer"], wijken["in_bron_context"]
    for bron, wel, niet, gevolg in (
        (LEEFBAAROMETER, in_lbm, ~in_context, "contexttabel; inwoners en factoren ontbreken"),
        (CONTEXT, in_context, ~in_lbm, "Leefbaarometer; scores ontbreken"),
    ):
        los = int((wel & niet).sum())
        ander = gevolg.split(";")[0]
        yield _rij(
            "code in één bron",
            bron,
            f"Alle wijken staan ook in de {ander}."
            if not los
            else f"{_telling(los)} {_staat(los)} niet in de {gevolg} daar.",
            n=int(wel.sum()),
            afwijkend=los,
            kolom="wk_code",
            bij_afwijking="let_op",
        )
    namen = panel.groupby("wk_code")["wk_naam"].nunique()
    wisselend = int((namen > 1).sum())
    yield _rij(
        "naam gelijk over de jaren",
        LEEFBAAROMETER,
        "Elke wijk heeft in alle jaren dezelfde naam."
        if not wisselend
        else f"{_telling(wisselend)} {_heeft(wisselend)} niet in alle jaren dezelfde naam; het "
        "rapport gebruikt de laatste.",
        n=len(namen),
        afwijkend=wisselend,
        kolom="wk_naam",
        bij_afwijking="let_op",
    )
    if contextnamen is not None:
        beide = wijken[in_lbm & in_context].set_index("wk_code")["wk_naam"]
        anders = int((beide != contextnamen.reindex(beide.index)).sum())
        yield _rij(
            "naam gelijk in beide bronnen",
            CONTEXT,
            "De namen van de wijken zijn in beide bronnen gelijk."
            if not anders
            else f"{_telling(anders)} {_heeft(anders)} in de contexttabel een andere naam. "
            "Gekoppeld is op code, dus dit raakt de uitkomsten niet; het rapport gebruikt de naam "
            "uit de Leefbaarometer.",
            n=len(beide),
            afwijkend=anders,
            kolom="wk_naam",
            bij_afwijking="let_op",
        )


def _contextrijen(wijken: pd.DataFrame, context: pd.DataFrame) -> Iterator[dict]:
    inwoners = wijken["inwoners"]
    zonder = int(inwoners.isna().sum())
    yield _rij(
        "inwoners bekend",
        CONTEXT,
        "Van alle wijken is het aantal inwoners bekend."
        if not zonder
        else f"Van {_telling(zonder)} is het aantal inwoners onbekend; die {_tel(zonder)} niet "
        "mee waar naar inwoners gekeken of gewogen wordt.",
        n=len(wijken),
        afwijkend=zonder,
        kolom="inwoners",
        bij_afwijking="let_op",
    )
    nul = int((inwoners == 0).sum())
    yield _rij(
        "wijk bewoond",
        CONTEXT,
        "Alle wijken hebben inwoners."
        if not nul
        else f"{_telling(nul)} {_heeft(nul)} geen inwoners.",
        n=len(wijken),
        afwijkend=nul,
        kolom="inwoners",
        bij_afwijking="let_op",
    )
    for factor in context.columns.drop("wk_code"):
        leeg = int(context[factor].isna().sum())
        procent = f"{100 * leeg / len(context):.1f}".replace(".", ",")
        yield _rij(
            "factor gevuld",
            CONTEXT,
            "Deze factor is voor alle wijken bekend."
            if not leeg
            else f"Deze factor ontbreekt bij {_telling(leeg)} ({procent}%); die "
            f"{'valt' if leeg == 1 else 'vallen'} weg uit modellen met deze factor.",
            n=len(context),
            afwijkend=leeg,
            kolom=factor,
            bij_afwijking="let_op",
        )


def _lijstrijen(
    wijken: pd.DataFrame, panel: pd.DataFrame, jaren: Sequence[int], labels: Iterable[str]
) -> Iterator[dict]:
    volledig = _breed(panel, jaren).notna().all(axis=1)
    volledig = wijken["wk_code"].map(volledig).eq(True).to_numpy()
    for label in labels:
        in_lijst = wijken[f"label_{label}"].to_numpy()
        zonder = int((in_lijst & ~(volledig & wijken["inwoners"].notna().to_numpy())).sum())
        yield _rij(
            "gegevens van wijken op de lijst",
            LIJST,
            "Van alle wijken met dit label zijn scores en inwoners bekend."
            if not zonder
            else f"Van {_telling(zonder)} met dit label ontbreken een score of het aantal "
            "inwoners.",
            n=int(np.sum(in_lijst)),
            afwijkend=zonder,
            kolom=label,
            bij_afwijking="let_op",
        )
