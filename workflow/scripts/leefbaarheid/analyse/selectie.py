"""Which wijken the study is about: by a list of policy labels, or the lowest scores by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.data.voorwaarden import Voorwaarden, kolom_van, per_voorwaarde, voldoet


class Selectie(NamedTuple):
    """The outcome of a selection; the Series have the index of `wijken`.

    Attributes:
        in_selectie: bool, whether the wijk is selected.
        reden: why a selected wijk cannot be used in full, as codes (`AnalyseReden`); else "".
        info: plain numbers and texts about the selection, fit for JSON.
    """

    in_selectie: pd.Series[bool]
    reden: pd.Series[str]
    info: dict[str, Any]


def scores_breed(wijken: pd.DataFrame, panel: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return the scores with the index of `wijken` and one column per year; NaN where none is."""
    breed = panel.pivot(index="wk_code", columns="jaar", values="lbm")
    breed = breed.reindex(index=wijken["wk_code"], columns=list(jaren))
    return breed.set_axis(wijken.index)


def in_aanmerking(
    wijken: pd.DataFrame,
    panel: pd.DataFrame,
    jaren_tm_eindjaar: Sequence[int],
    min_inwoners: float,
    min_inwoners_gemeente: float,
    voorwaarden: Voorwaarden | None = None,
) -> pd.Series:
    """Tell which wijken are eligible: large enough, in a large gemeente, measured throughout.

    Args:
        wijken: wk_code, gm_code, inwoners; one row per wijk.
        panel: wk_code, jaar, lbm.
        jaren_tm_eindjaar: the years of the edition up to and including the end year; a score is
            needed in each.
        min_inwoners: inhabitants of the wijk, at least.
        min_inwoners_gemeente: inhabitants of the gemeente, at least.
        voorwaarden: conditions on other attributes (`data.voorwaarden`); those who do not meet
            them are not compared with either.

    Returns:
        bool Series `in_aanmerking` with the index of `wijken`. Unknown inhabitants, or an unknown
        value that a condition asks for: False.
    """
    # AANNAME: het inwonertal van een gemeente is de som van haar wijken in de contexttabel.
    #   Waarom: de contexttabel heeft alleen wijken.
    #   Gevolg: een wijk zonder inwonertal verlaagt dat van haar gemeente. Een gemeente die daardoor
    #   onder de grens komt, valt weg met al haar wijken.
    #   Onderwerp: selectie. Zie: leefbaarheidsontwikkeling, Wijken die in aanmerking komen.
    gemeente = wijken.groupby("gm_code")["inwoners"].transform("sum")
    gemeten = scores_breed(wijken, panel, jaren_tm_eindjaar).notna().all(axis=1)
    groot_genoeg = (wijken["inwoners"] >= min_inwoners) & (gemeente >= min_inwoners_gemeente)
    kan = groot_genoeg & gemeten & voldoet(wijken, voorwaarden or {})
    return kan.rename("in_aanmerking")


def selecteer_laagste_scores(
    wijken: pd.DataFrame,
    panel: pd.DataFrame,
    *,
    jaar: int,
    aantal: int,
    jaren_tm_eindjaar: Sequence[int],
    min_inwoners: float,
    min_inwoners_gemeente: float,
    voorwaarden: Voorwaarden | None = None,
) -> Selectie:
    """Select the `aantal` eligible wijken with the lowest score in `jaar`; ties by code.

    Args:
        wijken, panel, jaren_tm_eindjaar, min_inwoners, min_inwoners_gemeente, voorwaarden: see
            `in_aanmerking`.
        jaar: the year whose score ranks the wijken.
        aantal: how many wijken to select.

    Returns:
        The selection. `info`: soort, jaar, aantal, n_in_aanmerking, grensscore (the highest score
        selected), n_gelijk_aan_grens (eligible wijken with exactly that score),
        gelijk_buiten_selectie (codes the tie left out), and the gemeenten (see `_gemeenten`).

    Raises:
        InvoerFout: fewer eligible wijken than `aantal`, or no scores in `jaar`.
    """
    jaren = ", ".join(map(str, jaren_tm_eindjaar))
    if jaar not in set(panel["jaar"]):
        raise InvoerFout(
            f"er zijn geen scores in {jaar} om op te selecteren",
            bestand="de config",
            sleutel="selectie.jaar",
            waarde=jaar,
            remedie=f"Kies een jaar van de editie: {jaren}.",
            reden=AnalyseReden.GEEN_SCORES_IN_JAAR.met(jaar=jaar),
        )
    eisen = (jaren_tm_eindjaar, min_inwoners, min_inwoners_gemeente, voorwaarden or {})
    kan = in_aanmerking(wijken, panel, *eisen)
    score = scores_breed(wijken, panel, [jaar])[jaar]
    kan &= score.notna()
    if aantal > kan.sum():
        raise _te_weinig_wijken(aantal, int(kan.sum()), *eisen)
    gerangschikt = wijken.assign(score=score)[kan].sort_values(["score", "wk_code"])
    gekozen = gerangschikt.index[:aantal]
    return Selectie(
        in_selectie=pd.Series(wijken.index.isin(gekozen), wijken.index, name="in_selectie"),
        reden=pd.Series("", wijken.index, name="reden"),
        info={"soort": "laagste_scores", "jaar": int(jaar), **_aan_de_grens(gerangschikt, aantal)},
    )


def _aan_de_grens(gerangschikt: pd.DataFrame, aantal: int) -> dict[str, Any]:
    """Describe a selection of the first `aantal` wijken of a ranking, and what the tie left out."""
    gekozen = gerangschikt.iloc[:aantal]
    grens = float(gekozen["score"].iloc[-1])
    gelijk = gerangschikt[gerangschikt["score"] == grens]
    return {
        "aantal": int(aantal),
        "n_in_aanmerking": len(gerangschikt),
        "grensscore": grens,
        "n_gelijk_aan_grens": len(gelijk),
        "gelijk_buiten_selectie": sorted(set(gelijk["wk_code"]) - set(gekozen["wk_code"])),
        **_gemeenten(gekozen),
    }


def _te_weinig_wijken(
    aantal: int,
    n_in_aanmerking: int,
    jaren: Sequence[int],
    min_inwoners: float,
    min_inwoners_gemeente: float,
    voorwaarden: Voorwaarden,
) -> InvoerFout:
    ook = " en volgens `selectie.voorwaarden`" if voorwaarden else ""
    return InvoerFout(
        f"de selectie vraagt {aantal} {W.gebieden}, maar er komen er {n_in_aanmerking} in "
        f"aanmerking (ten minste {min_inwoners:g} inwoners, in een gemeente met ten minste "
        f"{min_inwoners_gemeente:g} inwoners, met een score in {', '.join(map(str, jaren))}{ook})",
        bestand="de config",
        sleutel="selectie.aantal",
        waarde=aantal,
        remedie="Verlaag `aantal`, `min_inwoners` of `min_inwoners_gemeente` in de config"
        + (", of verruim `voorwaarden`." if voorwaarden else "."),
        reden=AnalyseReden.TE_WEINIG_IN_AANMERKING.met(
            aantal=aantal,
            n=n_in_aanmerking,
            min_inwoners=f"{min_inwoners:g}",
            min_inwoners_gemeente=f"{min_inwoners_gemeente:g}",
            jaren=" ".join(map(str, jaren)),
            n_voorwaarden=len(voorwaarden),
        ),
    )


def selecteer_lijst(
    wijken: pd.DataFrame,
    panel: pd.DataFrame,
    *,
    labels: Sequence[str],
    jaren_tm_eindjaar: Sequence[int],
    min_inwoners: float,
    min_inwoners_gemeente: float,
    voorwaarden: Voorwaarden | None = None,
) -> Selectie:
    """Select every wijk with at least one of the policy labels that meets the conditions.

    A listed wijk stays selected when its data are incomplete; `reden` says what is missing, so
    that no wijk drops out unseen. The minima do not bear on the selection: they say with which
    wijken it is compared, and `n_buiten_aanmerking` counts the selected wijken that fall short.

    Args:
        wijken: as in `in_aanmerking`, with a bool column `label_<label>` per label.
        labels: the labels that count.
        panel, jaren_tm_eindjaar, min_inwoners, min_inwoners_gemeente, voorwaarden: see
            `in_aanmerking`.

    Returns:
        The selection. `info`: soort, n_per_label, n_in_aanmerking (eligible wijken, selected or
        not), n_buiten_aanmerking (selected, not eligible), n_zonder_score, n_zonder_inwoners,
        n_onvolledig (either), and the gemeenten (see `_gemeenten`).

    Raises:
        InvoerFout: no wijk has any of the labels, or none of those meets the conditions.
    """
    vlaggen = wijken[[f"label_{label}" for label in labels]].astype(bool)
    in_selectie = vlaggen.any(axis=1).rename("in_selectie")
    if not in_selectie.any():
        raise _geen_label(labels)
    in_selectie &= voldoet(wijken, voorwaarden or {})
    if not in_selectie.any():
        raise _geen_die_voldoet(voorwaarden or {})
    scores = scores_breed(wijken, panel, jaren_tm_eindjaar)
    zonder_score = scores.isna().any(axis=1) & in_selectie
    zonder_inwoners = wijken["inwoners"].isna() & in_selectie
    reden = _wat_ontbreekt(scores, wijken["inwoners"]).where(in_selectie, "")
    kan = in_aanmerking(
        wijken, panel, jaren_tm_eindjaar, min_inwoners, min_inwoners_gemeente, voorwaarden
    )
    info = {
        "soort": "lijst",
        "n_per_label": {label: int(vlaggen[f"label_{label}"].sum()) for label in labels},
        "n_in_aanmerking": int(kan.sum()),
        "n_buiten_aanmerking": int((in_selectie & ~kan).sum()),
        "n_zonder_score": int(zonder_score.sum()),
        "n_zonder_inwoners": int(zonder_inwoners.sum()),
        "n_onvolledig": int((reden != "").sum()),
        **_gemeenten(wijken[in_selectie]),
    }
    return Selectie(in_selectie, reden, info)


def _geen_label(labels: Sequence[str]) -> InvoerFout:
    return InvoerFout(
        f"geen enkele {W.gebied} heeft een van de labels {', '.join(labels)}",
        bestand="de config",
        sleutel="selectie.labels",
        waarde=", ".join(labels),
        remedie="Controleer `labels` in de config en de selectielijst.",
    )


def _geen_die_voldoet(voorwaarden: Voorwaarden) -> InvoerFout:
    return InvoerFout(
        f"geen enkele {W.gebied} van de selectielijst voldoet aan de voorwaarden",
        bestand="de config",
        sleutel="selectie.voorwaarden",
        waarde=", ".join(voorwaarden),
        remedie="Verruim `voorwaarden`, of controleer de kolom in de contexttabel.",
    )


def _wat_ontbreekt(scores: pd.DataFrame, inwoners: pd.Series[float]) -> pd.Series[str]:
    """Return per wijk the codes of what it lacks: scores of some years, its inhabitants."""
    redenen = []
    for leeg, onbekend in zip(scores.isna().to_numpy(), inwoners.isna(), strict=True):
        codes = []
        if leeg.any():
            jaren = " ".join(str(jaar) for jaar in scores.columns[leeg])
            codes.append(AnalyseReden.GEEN_SCORE.met(jaren=jaren))
        if onbekend:
            codes.append(AnalyseReden.GEEN_INWONERTAL.met())
        redenen.append(samen(codes))
    return pd.Series(redenen, scores.index, name="reden")


def _gemeenten(gekozen: pd.DataFrame) -> dict[str, Any]:
    """Describe how the selected wijken are spread over gemeenten.

    Returns n_geselecteerd, n_gemeenten, grootste_gemeente (name; ties by code),
    n_grootste_gemeente and aandeel_grootste_gemeente (0-1) of the gemeente with most wijken.
    """
    aantallen = gekozen.groupby("gm_code").agg(n=("wk_code", "size"), naam=("gm_naam", "first"))
    plek = int(aantallen["n"].to_numpy().argmax())
    n = int(aantallen["n"].iloc[plek])
    return {
        "n_geselecteerd": len(gekozen),
        "n_gemeenten": len(aantallen),
        "grootste_gemeente": str(aantallen["naam"].iloc[plek]),
        "n_grootste_gemeente": n,
        "aandeel_grootste_gemeente": n / len(gekozen),
    }


def selecteer(
    wijken: pd.DataFrame,
    panel: pd.DataFrame,
    regel: Mapping[str, Any],
    jaren: Sequence[int],
    eindjaar: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Select by the rule of the edition.

    Args:
        wijken, panel: see `in_aanmerking`.
        regel: the config block `selectie`.
        jaren, eindjaar: measurement years and end year of the edition.

    Returns:
        `wijken` with in_selectie, in_aanmerking, reden_onvolledig and reden_uitgesloten, and the
        report of the selection: one row per quantity with `grootheid`, `waarde` and `soort` (how
        it is written).

    Raises:
        InvoerFout: see `selecteer_laagste_scores` and `selecteer_lijst`.
    """
    gedeeld = {
        "jaren_tm_eindjaar": [jaar for jaar in jaren if jaar <= eindjaar],
        "min_inwoners": regel["min_inwoners"],
        "min_inwoners_gemeente": regel["min_inwoners_gemeente"],
    }
    voorwaarden = regel.get("voorwaarden", {})
    keuze = _kies(wijken, panel, regel, gedeeld | {"voorwaarden": voorwaarden})
    kan = in_aanmerking(wijken, panel, **gedeeld)
    zonder = _kies(wijken, panel, regel, gedeeld) if voorwaarden else keuze
    uit = wijken.assign(
        in_selectie=keuze.in_selectie,
        in_aanmerking=kan & voldoet(wijken, voorwaarden),
        reden_onvolledig=keuze.reden,
        reden_uitgesloten=_waarom_niet(wijken, voorwaarden).where(zonder.in_selectie, ""),
    )
    return uit, _verslag(keuze.info | _door_voorwaarden(uit, zonder, kan, voorwaarden))


def zonder_voorwaarden(regel: Mapping[str, Any]) -> dict[str, Any]:
    """Return the config block `selectie` without its conditions on attributes."""
    return {sleutel: deel for sleutel, deel in regel.items() if sleutel != "voorwaarden"}


def _kies(
    wijken: pd.DataFrame, panel: pd.DataFrame, regel: Mapping[str, Any], eisen: Mapping[str, Any]
) -> Selectie:
    if regel["soort"] == "lijst":
        return selecteer_lijst(wijken, panel, labels=regel["labels"], **eisen)
    return selecteer_laagste_scores(
        wijken, panel, jaar=regel["jaar"], aantal=regel["aantal"], **eisen
    )


def _waarom_niet(wijken: pd.DataFrame, voorwaarden: Voorwaarden) -> pd.Series[str]:
    """Return per wijk the codes of the conditions it does not meet; "" where it meets all."""
    redenen: list[list[str]] = [[] for _ in range(len(wijken))]
    for kenmerk, goed in per_voorwaarde(wijken, voorwaarden).items():
        for plek in (~goed).to_numpy().nonzero()[0]:
            waarde = wijken[kolom_van(str(kenmerk))].iloc[plek]
            redenen[plek].append(
                AnalyseReden.KENMERK_ONBEKEND.met(kenmerk=kenmerk)
                if pd.isna(waarde)
                else AnalyseReden.VOLDOET_NIET.met(kenmerk=kenmerk, waarde=f"{waarde:g}")
            )
    return pd.Series([samen(codes) for codes in redenen], wijken.index, dtype="object")


def _door_voorwaarden(
    wijken: pd.DataFrame, zonder: Selectie, kan: pd.Series[bool], voorwaarden: Voorwaarden
) -> dict[str, Any]:
    """Describe what the conditions change: codes that fell out of the selection, and came in.

    Args:
        wijken: with in_selectie and in_aanmerking, by the conditions.
        zonder: the selection without them.
        kan: which wijken are eligible without them.
        voorwaarden: the conditions.
    """
    if not voorwaarden:
        return {}
    nieuw, oud = wijken["in_selectie"], zonder.in_selectie
    kolommen = [kolom_van(kenmerk) for kenmerk in voorwaarden]
    return {
        "niet_in_aanmerking_door_voorwaarden": int((kan & ~wijken["in_aanmerking"]).sum()),
        "zonder_waarde_op_voorwaarden": int((kan & wijken[kolommen].isna().any(axis=1)).sum()),
        "uitgesloten": sorted(wijken.loc[oud & ~nieuw, "wk_code"]),
        "in_de_plaats": sorted(wijken.loc[nieuw & ~oud, "wk_code"]),
    }


def controleer_gemeenten(wijken: pd.DataFrame, minimum: int) -> None:
    """Refuse a selection in fewer gemeenten than the edition wants to test with.

    Args:
        wijken: wk_code, gm_code, in_selectie.
        minimum: `inferentie.min_gemeenten` of the config.

    Raises:
        InvoerFout: the selection lies in fewer gemeenten.
    """
    aantal = wijken.loc[wijken["in_selectie"], "gm_code"].nunique()
    if aantal < minimum:
        raise InvoerFout(
            f"de selectie ligt in {aantal} gemeenten; voor de toetsen zijn er ten minste {minimum} "
            "nodig",
            bestand="de config",
            sleutel="inferentie.min_gemeenten",
            waarde=minimum,
            remedie="Neem meer gemeenten in de selectie op, of verlaag min_gemeenten (niet onder "
            "de vijf).",
        )


def _verslag(info: Mapping[str, Any]) -> pd.DataFrame:
    """Turn the description of a selection into rows; lists and counts per label are spread out.

    A list gives its length as `n_<name>` and its members as text.
    """
    rijen = []
    for naam, waarde in info.items():
        if isinstance(waarde, Mapping):
            rijen += [(f"{naam}.{deel}", aantal, "aantal") for deel, aantal in waarde.items()]
        elif isinstance(waarde, list):
            rijen.append((f"n_{naam}", len(waarde), "aantal"))
            rijen.append((naam, ", ".join(waarde), "tekst"))
        elif naam in ("jaar", "grensscore"):
            rijen.append((naam, waarde, {"jaar": "jaar", "grensscore": "score"}[naam]))
        elif isinstance(waarde, float):
            rijen.append((naam, waarde, "aandeel"))
        else:
            rijen.append((naam, waarde, "tekst" if isinstance(waarde, str) else "aantal"))
    return pd.DataFrame(rijen, columns=["grootheid", "waarde", "soort"])
