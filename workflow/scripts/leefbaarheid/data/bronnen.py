"""Read and validate the raw open data; the only module that knows the formats of `data/raw`.

Formats and identities: DOMAIN.md section 2 (Leefbaarometer 3.0 open data; CBS tables). Every
reader raises InvoerFout with file, line, column, value and remedy. Structural faults (encoding,
separator, columns, fields) are raised at once; faults in cells are collected: per kind the first
row and the number of rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.data.csvbestand import (
    ONTBREKEND,
    Bevindingen,
    Brontabel,
    controleer_bestand,
    is_decimale_komma,
    lees_cellen,
    naar_getallen,
)

__all__ = [
    "AFW_TOLERANTIE",
    "CODEBOEK_KOLOMMEN",
    "DIMENSIES",
    "LBM_BASIS",
    "LBM_BEREIK",
    "LBM_KOLOMMEN",
    "controleer_bestand",
    "lees_codeboek",
    "lees_context",
    "lees_grenzen",
    "lees_leefbaarometer",
    "lees_selectielijst",
    "maak_wijken",
]

DIMENSIES = ("fys", "onv", "soc", "vrz", "won")
LBM_KOLOMMEN = ("wk_code", "wk_naam", "jaar", "lbm", "afw", *DIMENSIES)
CODEBOEK_KOLOMMEN = (
    "factor",
    "label",
    "eenheid",
    "bron",
    "peiljaar",
    "licentie",
    "concept",
    "toelichting",
)
KENMERKEN = ("inwoners", "gm_code", "gm_naam", "x", "y")

WK_PATROON = re.compile(r"WK\d{4}[0-9A-Z]{2}", re.ASCII)
GM_PATROON = re.compile(r"GM\d{4}", re.ASCII)
_JAAR_PATROON = re.compile(r"(?:19|20)\d{2}", re.ASCII)

# lbm - afw in every row and year of Leefbaarometer 3.0 (DOMAIN.md section 2).
LBM_BASIS = 4.1022648511
AFW_TOLERANTIE = 1e-6
# AANNAME: een score van een wijk ligt tussen 2,5 en 6,0; daarbuiten is het een fout in het bestand.
LBM_BEREIK = (2.5, 6.0)
# CBS writes "." or -99997 for a missing value (DOMAIN.md section 2).
ONTBREKEND_CBS = ONTBREKEND | {".", "-99997", "-99997.0"}
# AANNAME: een waarde van -99990 of lager in de contexttabel is een code voor ontbrekend.
_CODE_VOOR_ONTBREKEND = -99990.0

_WAAR = frozenset({"true", "1", "ja"})
_ONWAAR = frozenset({"false", "0", "nee"})


def _past(cellen: Iterable[str], patroon: re.Pattern[str]) -> np.ndarray:
    return np.fromiter((patroon.fullmatch(cel) is not None for cel in cellen), dtype=bool)


def _meld_codes(bevindingen: Bevindingen, kolom: str, patroon: re.Pattern[str]) -> None:
    vorm = (
        "WK + 4 cijfers + 2 cijfers of hoofdletters (WK001400)"
        if kolom == "wk_code"
        else "GM + 4 cijfers (GM0014)"
    )
    bevindingen.meld(
        ~_past(bevindingen.bron.cellen[kolom], patroon),
        "dit is geen CBS-code",
        kolom=kolom,
        remedie=f"Schrijf de code als {vorm}, met voorloopnullen.",
    )


def _meld_dubbel(bevindingen: Bevindingen, sleutel: list[str]) -> None:
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


def lees_leefbaarometer(
    pad: str | Path, jaren: Sequence[int], *, basis: float = LBM_BASIS
) -> pd.DataFrame:
    """Read the official Leefbaarometer csv for wijken.

    Checks every row of the file, also of years outside the edition: code pattern, year, numbers,
    (wk_code, jaar) unique, score within `LBM_BEREIK`, `lbm - afw` = `basis`, `afw` = sum of the
    five dimensions where all are filled (DOMAIN.md section 2).

    Args:
        pad: `Leefbaarometer-scores wijken ....csv`.
        jaren: the years of the edition; each must be in the file.
        basis: the fixed value of lbm - afw in this version of the Leefbaarometer.

    Returns:
        wk_code, wk_naam, jaar (int), lbm, afw, fys, onv, soc, vrz, won (float, score points),
        only `jaren`, sorted by wk_code and jaar. A missing name becomes the code.

    Raises:
        InvoerFout: the file does not have the official form, or a year is absent.
    """
    bron = lees_cellen(pad, LBM_KOLOMMEN, toegestaan=LBM_KOLOMMEN)
    bevindingen = Bevindingen(bron)
    _meld_codes(bevindingen, "wk_code", WK_PATROON)
    jaar_goed = _past(bron.cellen["jaar"], _JAAR_PATROON)
    bevindingen.meld(
        ~jaar_goed,
        "dit is geen jaartal",
        kolom="jaar",
        remedie="Schrijf het jaar met vier cijfers (2014).",
    )
    _meld_dubbel(bevindingen, ["wk_code", "jaar"])
    getallen, onleesbaar = _getallen(bron, LBM_KOLOMMEN[3:], ONTBREKEND)
    bevindingen.meld_getallen(onleesbaar)
    _meld_scores(bevindingen, getallen, onleesbaar, basis)
    bevindingen.klaar()

    panel = pd.DataFrame(
        {
            "wk_code": bron.cellen["wk_code"].astype(str),
            "wk_naam": _naam_of_code(bron.cellen, "wk_naam", "wk_code"),
            "jaar": bron.cellen["jaar"].astype(int),
            **getallen,
        }
    )
    _eis_jaren(Path(pad), jaren, panel["jaar"].unique())
    panel = panel[panel["jaar"].isin(list(jaren))]
    return panel.sort_values(["wk_code", "jaar"], ignore_index=True)


def _naam_of_code(cellen: pd.DataFrame, naam: str, code: str) -> pd.Series:
    """Return the names, which are for display only; the code where a name is missing."""
    namen = cellen[naam] if naam in cellen else cellen[code]
    return namen.where(~namen.isin(ONTBREKEND), cellen[code]).astype(str)


def _getallen(
    bron: Brontabel, kolommen: Iterable[str], ontbrekend: frozenset[str]
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return floats and a mask of unreadable cells, both by column."""
    paren = {k: naar_getallen(bron.cellen[k].tolist(), ontbrekend) for k in kolommen}
    return {k: p[0] for k, p in paren.items()}, {k: p[1] for k, p in paren.items()}


def _meld_scores(
    bevindingen: Bevindingen,
    g: dict[str, np.ndarray],
    onleesbaar: dict[str, np.ndarray],
    basis: float,
) -> None:
    """Note scores out of range and rows that break one of the two identities."""
    laag, hoog = LBM_BEREIK
    lbm, afw = g["lbm"], g["afw"]
    buiten = (lbm < laag) | (lbm > hoog)
    bevindingen.meld(
        buiten,
        f"de score valt buiten het bereik {_nl(laag, 1)} tot {_nl(hoog, 1)}",
        kolom="lbm",
        remedie="Controleer de waarde in het officiële bestand (decimale punt vergeten?).",
    )
    een_ontbreekt = (np.isnan(lbm) != np.isnan(afw)) & ~onleesbaar["lbm"] & ~onleesbaar["afw"]
    bevindingen.meld(
        een_ontbreekt | (~buiten & (np.abs(lbm - afw - basis) > AFW_TOLERANTIE)),
        lambda i: (
            f"lbm min afw is {_nl(lbm[i] - afw[i])}, verwacht {_nl(basis)} in elke regel"
            if not een_ontbreekt[i]
            else "van lbm en afw is er één gevuld, verwacht allebei of geen van beide"
        ),
        kolom="afw",
        remedie="Gebruik één versie van de Leefbaarometer; meng geen versies en pas geen losse "
        "waarden aan.",
    )
    som = sum(g[d] for d in DIMENSIES)
    bevindingen.meld(
        np.abs(afw - som) > AFW_TOLERANTIE,
        lambda i: (
            f"afw is {_nl(afw[i])}, maar de dimensies fys, onv, soc, vrz en won tellen op tot "
            f"{_nl(som[i])}"
        ),
        kolom="afw",
        remedie="Haal het officiële bestand opnieuw op; in het origineel is afw de som van de "
        "vijf dimensies.",
    )


def _nl(getal: float, decimalen: int = 7) -> str:
    return f"{getal:.{decimalen}f}".replace(".", ",").replace("-", "−")


def _eis_jaren(pad: Path, jaren: Sequence[int], aanwezig: Iterable[int]) -> None:
    aanwezig = sorted(int(j) for j in aanwezig)
    ontbreekt = [j for j in jaren if j not in aanwezig]
    if ontbreekt:
        lijst = ", ".join(map(str, ontbreekt))
        raise InvoerFout(
            (
                f"het jaar {lijst} uit de config staat"
                if len(ontbreekt) == 1
                else f"de jaren {lijst} uit de config staan"
            )
            + f" niet in het bestand; aanwezig zijn: {', '.join(map(str, aanwezig))}",
            bestand=pad,
            kolom="jaar",
            waarde=ontbreekt[0],
            remedie="Pas `jaren` in de config aan, of haal een editie van de Leefbaarometer op "
            "die dit jaar heeft.",
        )


def lees_codeboek(pad: str | Path) -> pd.DataFrame:
    """Read the codebook of the contextual factors: one row per factor, all columns text.

    Returns:
        The columns `CODEBOEK_KOLOMMEN`, in the order of the file.

    Raises:
        InvoerFout: wrong form, a factor twice, or an empty cell (only toelichting may be empty).
    """
    bron = lees_cellen(pad, CODEBOEK_KOLOMMEN, toegestaan=CODEBOEK_KOLOMMEN, meerregelig=True)
    bevindingen = Bevindingen(bron)
    for kolom in CODEBOEK_KOLOMMEN[:-1]:
        bevindingen.meld(
            bron.cellen[kolom] == "",
            f"'{kolom}' is leeg",
            kolom=kolom,
            remedie="Vul de cel; het rapport noemt van elke factor label, eenheid, bron, "
            "peiljaar en licentie. Alleen toelichting mag leeg zijn.",
        )
    _meld_dubbel(bevindingen, ["factor"])
    bevindingen.klaar()
    return bron.cellen[list(CODEBOEK_KOLOMMEN)].astype(str)


def lees_context(
    pad: str | Path,
    codeboek: pd.DataFrame,
    factoren: Sequence[str],
    kenmerken: Mapping[str, str],
    *,
    codeboek_bestand: str | Path = "codeboek",
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read the table of contextual factors: `wk_code` and one column per factor.

    Missing is an empty cell, NA, and as in CBS tables "." or -99997.

    Args:
        pad: the table.
        codeboek: from `lees_codeboek`; every factor must have a row in it.
        factoren: columns to use as factors, all numeric.
        kenmerken: which columns describe the wijk: keys inwoners, gm_code, gm_naam and,
            optionally, x and y.
        codeboek_bestand: name of the codebook in messages.

    Returns:
        (1) wk_code, wk_naam, gm_code, gm_naam, inwoners (persons), x, y (m RD; NaN if not given);
        (2) wk_code and the factors in config order, float. Both sorted by wk_code.

    Raises:
        InvoerFout: wrong form, a factor or kenmerk that is not there, text in a numeric column,
            an empty factor, wk_code twice, gm_code that does not fit wk_code.
    """
    pad = Path(pad)
    _eis_factoren(factoren, codeboek["factor"], codeboek_bestand)
    kenmerken = {k: v for k, v in kenmerken.items() if v}
    bron = lees_cellen(
        pad,
        ["wk_code", *dict.fromkeys([*kenmerken.values(), *factoren])],
        config_kolommen={*kenmerken.values(), *factoren},
    )
    bevindingen = Bevindingen(bron)
    _meld_codes(bevindingen, "wk_code", WK_PATROON)
    _meld_dubbel(bevindingen, ["wk_code"])
    _meld_gemeente(bevindingen, kenmerken["gm_code"])
    numeriek = [kenmerken[k] for k in ("inwoners", "x", "y") if k in kenmerken]
    getallen, onleesbaar = _getallen(bron, dict.fromkeys([*numeriek, *factoren]), ONTBREKEND_CBS)
    for factor in factoren:
        _eis_getallen(bron, factor, getallen[factor], onleesbaar[factor])
    bevindingen.meld_getallen(onleesbaar)
    _meld_onmogelijk(bevindingen, getallen, kenmerken["inwoners"])
    bevindingen.klaar()

    cellen = bron.cellen
    leeg = np.full(len(cellen), np.nan)
    wijken = pd.DataFrame(
        {
            "wk_code": cellen["wk_code"].astype(str),
            "wk_naam": _naam_of_code(cellen, "wk_naam", "wk_code"),
            "gm_code": cellen[kenmerken["gm_code"]].astype(str),
            "gm_naam": _naam_of_code(cellen, kenmerken["gm_naam"], kenmerken["gm_code"]),
            **{k: getallen.get(kenmerken.get(k, ""), leeg) for k in ("inwoners", "x", "y")},
        }
    ).sort_values("wk_code", ignore_index=True)
    context = pd.DataFrame(
        {"wk_code": cellen["wk_code"].astype(str), **{f: getallen[f] for f in factoren}}
    ).sort_values("wk_code", ignore_index=True)
    return wijken, context


def _eis_factoren(factoren: Sequence[str], bekend: Iterable[str], bestand: str | Path) -> None:
    bekend = list(bekend)
    for factor in factoren:
        if factor not in bekend:
            raise InvoerFout(
                "deze factor uit de config staat niet in het codeboek",
                bestand=bestand,
                kolom="factor",
                waarde=factor,
                remedie=f"{bedoelde_u(factor, bekend)} Verbeter `factoren` in de config, of voeg "
                "een regel aan het codeboek toe.".strip(),
            )


def _meld_gemeente(bevindingen: Bevindingen, kolom: str) -> None:
    cellen = bevindingen.bron.cellen
    wk, gm = cellen["wk_code"], cellen[kolom]
    goed = _past(gm, GM_PATROON)
    bevindingen.meld(
        ~goed,
        "dit is geen CBS-gemeentecode",
        kolom=kolom,
        remedie="Schrijf de code als GM + 4 cijfers (GM0014), met voorloopnullen.",
    )
    bevindingen.meld(
        goed & _past(wk, WK_PATROON) & (wk.str[2:6] != gm.str[2:6]).to_numpy(),
        lambda i: f"de gemeentecode past niet bij de wijkcode {wk.iat[i]}",
        kolom=kolom,
        remedie=lambda i: f"Verwacht GM{wk.iat[i][2:6]}; gebruik codes van één peiljaar.",
    )


def _eis_getallen(
    bron: Brontabel, factor: str, getallen: np.ndarray, onleesbaar: np.ndarray
) -> None:
    """Refuse a factor that is text or empty throughout; single bad cells are not its concern."""
    if onleesbaar.all() or onleesbaar.sum() > np.isfinite(getallen).sum():
        cellen = bron.cellen[factor][onleesbaar]
        if cellen.map(is_decimale_komma).mean() > 0.5:
            return
        voorbeelden = ", ".join(f"'{c}'" for c in list(dict.fromkeys(cellen))[:3])
        raise InvoerFout(
            f"deze factor bevat tekst en geen getallen ({voorbeelden})",
            bestand=bron.pad,
            regel=int(bron.regels[onleesbaar.argmax()]),
            kolom=factor,
            waarde=cellen.iloc[0],
            remedie="Neem een factor met getallen in `factoren`, of maak van de klassen een "
            "kolom met getallen (bijvoorbeeld 1 tot en met 5) en beschrijf die in het codeboek.",
        )
    if np.isnan(getallen).all() and not onleesbaar.any():
        raise InvoerFout(
            "deze factor is voor alle wijken leeg",
            bestand=bron.pad,
            kolom=factor,
            remedie="Vul de kolom, of haal de factor uit `factoren` in de config.",
        )


def _meld_onmogelijk(
    bevindingen: Bevindingen, getallen: dict[str, np.ndarray], inwoners: str
) -> None:
    masker = np.column_stack([g <= _CODE_VOOR_ONTBREKEND for g in getallen.values()])
    kolommen = list(getallen)
    bevindingen.meld(
        masker.any(axis=1),
        "dit lijkt een code voor een ontbrekende waarde en geen meting",
        kolom=lambda i: kolommen[int(masker[i].argmax())],
        remedie="Maak de cel leeg; bekend als ontbrekend zijn een lege cel, NA, '.' en -99997.",
    )
    bevindingen.meld(
        (getallen[inwoners] < 0) & (getallen[inwoners] > _CODE_VOOR_ONTBREKEND),
        "het aantal inwoners is negatief",
        kolom=inwoners,
        remedie="Verbeter het aantal, of maak de cel leeg als het onbekend is.",
    )


def lees_selectielijst(
    pad: str | Path, labels: Sequence[str], bekende_codes: Iterable[str]
) -> pd.DataFrame:
    """Read the list of wijken that once had a policy label.

    Args:
        pad: csv with wk_code and one boolean column per label (True/False, 1/0, ja/nee); other
            columns, such as a name, are ignored.
        labels: the label columns the config asks for.
        bekende_codes: codes in the other sources.

    Returns:
        wk_code and one bool column `label_<label>` per label, sorted by wk_code.

    Raises:
        InvoerFout: wrong form, a label column missing, a code twice or unknown (with the nearest
            codes), a cell that is not a boolean, no wijk with any label.
    """
    pad = Path(pad)
    bron = lees_cellen(pad, ["wk_code", *labels], config_kolommen=set(labels))
    bevindingen = Bevindingen(bron)
    codes, bekend = bron.cellen["wk_code"], sorted(set(bekende_codes))
    _meld_codes(bevindingen, "wk_code", WK_PATROON)
    _meld_dubbel(bevindingen, ["wk_code"])
    bevindingen.meld(
        _past(codes, WK_PATROON) & ~codes.isin(bekend).to_numpy(),
        "deze wijkcode staat niet in de Leefbaarometer en niet in de contexttabel",
        kolom="wk_code",
        remedie=lambda i: (
            f"{bedoelde_u(codes.iat[i], bekend)} Gebruik de wijkindeling van de "
            "Leefbaarometer (één peiljaar voor alle jaren).".strip()
        ),
    )
    waarden = {}
    for label in labels:
        klein = bron.cellen[label].str.lower()
        waarden[f"label_{label}"] = klein.isin(_WAAR)
        bevindingen.meld(
            ~klein.isin(_WAAR | _ONWAAR),
            "dit is geen ja of nee",
            kolom=label,
            remedie="Schrijf True of False (ook goed: true/false, 1/0, ja/nee).",
        )
    bevindingen.klaar()
    if not any(w.any() for w in waarden.values()):
        raise InvoerFout(
            f"geen enkele wijk heeft een van de labels {', '.join(labels)}",
            bestand=pad,
            remedie="Zet True bij de wijken die het label hadden.",
        )
    lijst = pd.DataFrame({"wk_code": codes.astype(str), **waarden})
    return lijst.sort_values("wk_code", ignore_index=True)


def lees_grenzen(pad: str | Path) -> pd.DataFrame:
    """Read borders of wijken or gemeenten (gpkg) in RD New (EPSG:28992).

    Returns:
        code (wk_code or gm_code) and geometry (shapely, metres RD), sorted by code.

    Raises:
        InvoerFout: unreadable, no column with codes, another coordinate system, a code twice.
    """
    import pyogrio
    import shapely

    pad = controleer_bestand(pad)
    try:
        meta, _, geometrie, velden = pyogrio.raw.read(pad)
    except pyogrio.errors.DataSourceError:
        raise InvoerFout(
            "dit is geen leesbaar bestand met grenzen",
            bestand=pad,
            remedie="Gebruik een GeoPackage (.gpkg) met wijk- of gemeentegrenzen.",
        ) from None
    namen = list(meta["fields"])
    kolom = next((k for k in ("wk_code", "gm_code") if k in namen), None)
    if kolom is None:
        raise InvoerFout(
            f"de kolom wk_code of gm_code ontbreekt; het bestand heeft: {', '.join(namen)}",
            bestand=pad,
            remedie="Hernoem de kolom met de CBS-code.",
        )
    if meta["crs"] != "EPSG:28992":
        raise InvoerFout(
            "de coördinaten staan niet in het Rijksdriehoeksstelsel",
            bestand=pad,
            waarde=meta["crs"],
            remedie="Zet de grenzen om naar RD New: "
            "`ogr2ogr -t_srs EPSG:28992 nieuw.gpkg oud.gpkg`.",
        )
    grenzen = pd.DataFrame(
        {"code": velden[namen.index(kolom)], "geometry": shapely.from_wkb(geometrie)}
    )
    dubbel = grenzen.loc[grenzen["code"].duplicated(), "code"]
    if len(dubbel):
        raise InvoerFout(
            "deze code heeft meer dan één gebied",
            bestand=pad,
            kolom=kolom,
            waarde=dubbel.iloc[0],
            remedie="Voeg de delen samen tot één gebied (multipolygoon) per code.",
        )
    return grenzen.sort_values("code", ignore_index=True)


def grenzen_als_tabel(grenzen: pd.DataFrame) -> pd.DataFrame:
    """Return borders as plain text: code, and geometry as WKB in hex for `shapely.from_wkb`."""
    import shapely

    return pd.DataFrame(
        {"code": grenzen["code"], "wkb": shapely.to_wkb(grenzen["geometry"].to_numpy(), hex=True)}
    )


def maak_wijken(
    panel: pd.DataFrame,
    wijken_kenmerken: pd.DataFrame,
    selectielijst: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Join the sources to one row per wijk that is in either of them.

    Args:
        panel: from `lees_leefbaarometer`.
        wijken_kenmerken: the first table of `lees_context`.
        selectielijst: from `lees_selectielijst`, or None when the edition selects by rule.

    Returns:
        wk_code, wk_naam (that of the latest measurement, else of the context table), gm_code,
        gm_naam, inwoners, x, y, in_bron_leefbaarometer, in_bron_context and the label columns;
        sorted by wk_code. A wijk that is not in the context table gets its gemeente from its code.
    """
    namen = panel.drop_duplicates("wk_code", keep="last").set_index("wk_code")["wk_naam"]
    kenmerken = wijken_kenmerken.set_index("wk_code")
    wijken = kenmerken.reindex(sorted({*namen.index, *kenmerken.index}))
    wijken["wk_naam"] = namen.reindex(wijken.index).fillna(wijken["wk_naam"])
    uit_code = wijken.index.to_series().map(lambda code: f"GM{code[2:6]}")
    wijken["gm_code"] = wijken["gm_code"].fillna(uit_code)
    naam_van = kenmerken.drop_duplicates("gm_code").set_index("gm_code")["gm_naam"]
    wijken["gm_naam"] = (
        wijken["gm_naam"].fillna(wijken["gm_code"].map(naam_van)).fillna(wijken["gm_code"])
    )
    wijken["in_bron_leefbaarometer"] = wijken.index.isin(namen.index)
    wijken["in_bron_context"] = wijken.index.isin(kenmerken.index)
    if selectielijst is not None:
        labels = selectielijst.set_index("wk_code").reindex(wijken.index, fill_value=False)
        wijken = wijken.join(labels.astype(bool))
    return wijken.rename_axis("wk_code").reset_index()
