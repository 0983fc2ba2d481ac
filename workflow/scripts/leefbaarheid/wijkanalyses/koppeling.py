"""Where narrative and numbers meet: wijkanalyses joined to the wijken by CBS code.

Cities volunteered the wijken of the analyses; they need not be in the selection (DOMAIN.md section
1). So nothing is dropped on either side: every analysis x wijk is a row with a flag and a reason,
and `selectie_zonder_analyse` lists the other half of the outer join. Names are display only.

Verdict and cluster are laid side by side and never averaged: where they differ, the difference is
a finding, and `bespreek` says of which kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u

Analyse = Mapping[str, Any]

GEEN_CLUSTER = "geen cluster"

REDENEN = {
    "in_selectie": "De wijk hoort tot de selectie.",
    "buiten_selectie": "De wijk hoort niet tot de selectie van deze editie.",
    "zonder_cluster": "Van de wijk ontbreekt een score die voor een cluster nodig is.",
    "zonder_score": "De wijk staat in de bronnen, maar zonder inwoners of zonder scores.",
}
"""What became of a wijk of an analysis (koppelstatus), and the sentence that says so."""
_NIET_IN_AANMERKING = "Zij voldoet niet aan de eisen aan inwoners, gemeente of scores."

# AANNAME: het oordeel stijger past bij Succes! en Gestaag herstel, daler bij Terugval, stabiel bij
#    niet ingedeeld (stagnatie).
# AANNAME: Vroegsignalering is 'stagneert of daalt' en past daarom zowel bij het oordeel stabiel als
#    bij daler.
# AANNAME: het oordeel gemengd past bij wijken in verschillende clusters en bij niet ingedeeld; met
#    één ander cluster is niet te bepalen of het past.
_CONGRUENT = {
    "stijger": ("Succes!", "Gestaag herstel"),
    "daler": ("Terugval", "Vroegsignalering"),
    "stabiel": ("Vroegsignalering", "niet ingedeeld"),
}
OORDELEN = (*_CONGRUENT, "gemengd")
"""Verdicts a wijkanalyse can have; a test keeps them equal to those its header allows."""

_RICHTING = {
    "stijger": 1,
    "stabiel": 0,
    "daler": -1,
    "Succes!": 1,
    "Gestaag herstel": 1,
    "Vroegsignalering": 0,
    "niet ingedeeld": 0,
    "Terugval": -1,
}

KOPPELKOLOMMEN = {
    "analyse": "str",
    "bestand": "str",
    "sleutel": "str",
    "gemeente": "str",
    "wk_code": "str",
    "wk_naam": "str",
    "gm_code": "str",
    "gm_naam": "str",
    "in_selectie": "bool",
    "koppelstatus": "str",
    "cluster": "str",
    "oordeel": "str",
    "congruent": "boolean",
    "reden": "str",
    "bespreking": "str",
    "opmerking": "str",
}


def _tabel(rijen: Sequence[Mapping[str, Any]], soorten: Mapping[str, str]) -> pd.DataFrame:
    """Return rows as a table with these columns and dtypes, also when there are no rows."""
    return pd.DataFrame(list(rijen), columns=list(soorten)).astype(dict(soorten))


def koppel(
    analyses: Sequence[Analyse], wijken: pd.DataFrame, bronnen: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the table `wijkanalyses`: one row per analysis x wijk, in the order of the analyses.

    Args:
        analyses: as `wijkanalyses.lees_map` returns them.
        wijken: result table `wijken` (wk_code, wk_naam, gm_code, gm_naam, in_selectie, cluster and
            where present in_aanmerking); it holds the wijken with inhabitants and scores.
        bronnen: all wijken in either source (wk_code, wk_naam, gm_code, gm_naam). A wijk that is
            only there is kept, with status zonder_score. None: `wijken` is all there is to know.

    Returns:
        KOPPELKOLOMMEN: among them koppelstatus and reden (REDENEN), congruent (missing where it
        cannot be said), bespreking (`bespreek`) and opmerking (filled where the gemeente in the
        header is not the one the code belongs to).

    Raises:
        InvoerFout: a code that is in no source; the message gives the nearest.
    """
    gegevens = wijken.set_index("wk_code")
    bekend = (bronnen if bronnen is not None else wijken).set_index("wk_code")
    rijen = []
    for analyse in analyses:
        clusters = {_cluster(gegevens, code) for code in analyse["wijken"]} - {None}
        for code in analyse["wijken"]:
            if code not in gegevens.index and code not in bekend.index:
                raise InvoerFout(
                    "deze wijkcode staat in geen van de bronnen van deze editie",
                    bestand=analyse["bron"],
                    kolom="wijken",
                    waarde=code,
                    remedie=bedoelde_u(code, bekend.index)
                    or "Controleer de code en het peiljaar van de wijkindeling.",
                )
            wijk = (gegevens if code in gegevens.index else bekend).loc[code]
            rijen.append(_koppelrij(analyse, wijk, code in gegevens.index, len(clusters) > 1))
    return _tabel(rijen, KOPPELKOLOMMEN)


def _cluster(wijken: pd.DataFrame, code: str) -> str | None:
    """Return the cluster of a wijk, None where it has none or is not in the table."""
    if code not in wijken.index or pd.isna(wijken.at[code, "cluster"]):
        return None
    return str(wijken.at[code, "cluster"])


def _koppelrij(analyse: Analyse, wijk: pd.Series, met_score: bool, verdeeld: bool) -> Mapping:
    cluster = wijk["cluster"] if met_score and pd.notna(wijk["cluster"]) else None
    in_selectie = met_score and bool(wijk["in_selectie"])
    status = _koppelstatus(met_score, in_selectie, cluster)
    reden = REDENEN[status]
    if status == "buiten_selectie" and not wijk.get("in_aanmerking", True):
        reden = f"{reden} {_NIET_IN_AANMERKING}"
    if status == "zonder_cluster" and not in_selectie:
        reden = f"{REDENEN['buiten_selectie']} {reden}"
    rij = {
        "analyse": analyse["titel"],
        "bestand": analyse["bron"],
        "sleutel": analyse["sleutel"],
        "gemeente": analyse["gemeente"],
        "wk_code": wijk.name,
        **{kolom: wijk.get(kolom) for kolom in ("wk_naam", "gm_code", "gm_naam")},
        "in_selectie": in_selectie,
        "koppelstatus": status,
        "cluster": cluster,
        "oordeel": analyse["oordeel"],
        "congruent": congruent(analyse["oordeel"], cluster, verdeeld),
        "reden": reden,
        "opmerking": _opmerking(analyse["gemeente"], wijk.get("gm_naam")),
    }
    return {**rij, "bespreking": bespreek(rij)}


def _koppelstatus(met_score: bool, in_selectie: bool, cluster: str | None) -> str:
    if not met_score:
        return "zonder_score"
    if cluster is None:
        return "zonder_cluster"
    return "in_selectie" if in_selectie else "buiten_selectie"


def _opmerking(gemeente: str, gm_naam: Any) -> str | None:
    """Return a remark where the header and the code name different gemeenten."""
    if not isinstance(gm_naam, str) or gm_naam.casefold() == gemeente.casefold():
        return None
    return f"De wijkanalyse noemt de gemeente {gemeente}; de wijkcode hoort bij {gm_naam}."


def selectie_zonder_analyse(koppeling: pd.DataFrame, wijken: pd.DataFrame) -> pd.DataFrame:
    """Return the other half of the outer join: wijken of the selection without a wijkanalyse.

    Columns: wk_code, wk_naam, gm_code, gm_naam, cluster, reden; sorted by wk_code.
    """
    zonder = wijken[wijken["in_selectie"] & ~wijken["wk_code"].isin(koppeling["wk_code"])]
    tabel = zonder[["wk_code", "wk_naam", "gm_code", "gm_naam", "cluster"]].sort_values("wk_code")
    tabel = tabel.reset_index(drop=True)
    return tabel.assign(reden="De wijk hoort tot de selectie; er is geen wijkanalyse van.")


# --- congruence ---------------------------------------------------------------------------------


def congruent(oordeel: str, cluster: str | None, verdeeld: bool = False) -> bool | None:
    """Tell whether a narrative verdict and a cluster point the same way; None: cannot be said.

    Args:
        oordeel: one of OORDELEN.
        cluster: one of CLUSTERS, None where the wijk has no cluster.
        verdeeld: the wijken of the analysis are in more than one cluster.
    """
    if cluster is None:
        return None
    if oordeel == "gemengd":
        return True if verdeeld or cluster == "niet ingedeeld" else None
    return cluster in _CONGRUENT[oordeel]


def congruentie_regel() -> pd.DataFrame:
    """Return the rule behind `congruent` as a table to print: oordeel, cluster, congruent, uitleg.

    `congruent` is missing where it depends on the other wijken of the analysis.
    """
    rijen = []
    for oordeel in OORDELEN:
        for cluster in CLUSTERS:
            past = congruent(oordeel, cluster)
            uitleg = {
                True: "wijzen in dezelfde richting",
                False: "wijzen in verschillende richting",
                None: "alleen congruent als de wijken van de analyse in verschillende clusters "
                "vallen, anders niet te bepalen",
            }[past]
            rijen.append((oordeel, cluster, past, uitleg))
    tabel = pd.DataFrame(rijen, columns=["oordeel", "cluster", "congruent", "uitleg"])
    return tabel.astype({"congruent": "boolean"})


def congruentietabel(koppeling: pd.DataFrame) -> pd.DataFrame:
    """Return the table `congruentie`: verdict x cluster, counted in wijken.

    Columns: oordeel, cluster (CLUSTERS and "geen cluster"), n_wijken, n_in_selectie, n_congruent,
    n_afwijkend, n_onbepaald. Every combination is a row, so that a zero is seen; without
    wijkanalyses the table is empty.
    """
    kolommen = ["n_wijken", "n_in_selectie", "n_congruent", "n_afwijkend", "n_onbepaald"]
    rijen = []
    for oordeel in OORDELEN if len(koppeling) else ():
        for cluster in (*CLUSTERS, GEEN_CLUSTER):
            deel = koppeling[
                koppeling["oordeel"].eq(oordeel)
                & koppeling["cluster"].fillna(GEEN_CLUSTER).eq(cluster)
            ]
            past = deel["congruent"]
            aantallen = [
                len(deel),
                int(deel["in_selectie"].sum()),
                int(past.eq(True).fillna(False).sum()),
                int(past.eq(False).fillna(False).sum()),
                int(past.isna().sum()),
            ]
            rijen.append((oordeel, cluster, *aantallen))
    return pd.DataFrame(rijen, columns=["oordeel", "cluster", *kolommen])


def bespreek(rij: Mapping[str, Any]) -> str:
    """Return one Dutch sentence on how verdict and cluster of a wijk relate.

    Args:
        rij: a row of `koppel` (oordeel, cluster, congruent).

    The sentence names what the two sources look at and chooses neither.
    """
    oordeel, cluster, past = rij["oordeel"], rij["cluster"], rij["congruent"]
    if cluster is None or pd.isna(cluster):
        return f"Zonder cluster is het oordeel '{oordeel}' niet naast de scores te leggen."
    if oordeel == "gemengd":
        if pd.isna(past):
            return (
                f"Het oordeel 'gemengd' is met het ene cluster '{cluster}' niet te bevestigen en "
                "niet te weerspreken: een gemiddelde score laat verschillen binnen de wijk niet "
                "zien."
            )
        return (
            "Het oordeel 'gemengd' past bij de scores: de ontwikkeling wijst niet eenduidig één "
            f"kant op (cluster '{cluster}')."
        )
    if past:
        return f"Het oordeel '{oordeel}' en het cluster '{cluster}' wijzen in dezelfde richting."
    begin = f"De wijkanalyse oordeelt '{oordeel}', de scores geven '{cluster}'"
    verschil = _RICHTING[oordeel] - _RICHTING[cluster]
    if abs(verschil) == 2:
        return (
            f"{begin}: tegengestelde richtingen, wat kan samenhangen met een andere periode of een "
            "ander deel van de wijk; beide beelden blijven naast elkaar staan."
        )
    if _RICHTING[oordeel] == 0:
        return (
            f"{begin}: de gesprekken schetsen een gelijk gebleven wijk terwijl de score verandert, "
            "wat kan samenhangen met een andere maatstaf of een andere periode."
        )
    toon = "gunstiger" if verschil > 0 else "ongunstiger"
    return (
        f"{begin}: het verhaal is {toon} dan de cijfers, wat kan samenhangen met een andere "
        "maatstaf; wat mensen merken hoeft niet (of nog niet) in de score zichtbaar te zijn."
    )


# --- joint display ------------------------------------------------------------------------------


def themamatrix(analyses: Sequence[Analyse], themas: Mapping[str, str]) -> pd.DataFrame:
    """Return the table `themas`: analysis x theme, tidy.

    Columns: analyse, bestand, thema (key), label, aanwezig (bool); analyses in their own order,
    themes in the order of the config.
    """
    rijen = [
        (analyse["titel"], analyse["bron"], thema, label, thema in analyse["themas"])
        for analyse in analyses
        for thema, label in themas.items()
    ]
    tabel = pd.DataFrame(rijen, columns=["analyse", "bestand", "thema", "label", "aanwezig"])
    return tabel.astype({"aanwezig": "bool"})


def profielen(
    koppeling: pd.DataFrame, wijken: pd.DataFrame, panel: pd.DataFrame, eindjaar: int
) -> pd.DataFrame:
    """Return the table `wijkprofielen`: the numbers beside each analysis x wijk.

    Args:
        koppeling: as `koppel` returns it.
        wijken: result table `wijken`; "the country" is every wijk in it.
        panel: scores per wijk and year, with the dimensions (score points).
        eindjaar: year of score, class and rank.

    Returns:
        One row per row of `koppeling`: eindjaar, score, klasse, cluster; delta_<van>_<tot>;
        rang_selectie of n_selectie and rang_land of n_land (1 = highest score; rang_selectie only
        for wijken in the selection); per year lbm_<jaar>, gemeente_<jaar>, land_<jaar> (means over
        wijken, not weighted) and n_gemeente; dimensiejaar, the last year with dimension scores,
        with per dimension the wijk, gemeente_<dim> and land_<dim>.
    """
    jaren = [int(k[4:]) for k in wijken.columns if re.fullmatch(r"lbm_\d{4}", k)]
    deltas = [k for k in wijken.columns if re.fullmatch(r"delta_\d{4}_\d{4}", k)]
    namen = ("analyse", "bestand", "sleutel", "wk_code", "wk_naam", "gm_code", "gm_naam")
    basis = koppeling[[*namen, "in_selectie", "cluster"]]
    cijfers = wijken[["wk_code", "gm_code"]].assign(
        eindjaar=eindjaar,
        score=wijken[f"lbm_{eindjaar}"],
        klasse=wijken[f"klasse_{eindjaar}"].astype("Int64"),
        **{kolom: wijken[kolom] for kolom in deltas},
        **_rangen(wijken, eindjaar),
    )
    lbm = wijken[["wk_code", "gm_code", *(f"lbm_{jaar}" for jaar in jaren)]].rename(
        columns={f"lbm_{jaar}": str(jaar) for jaar in jaren}
    )
    reeksen = _met_gemiddelden(lbm, [str(jaar) for jaar in jaren], "lbm_")
    reeksen["n_gemeente"] = wijken.groupby("gm_code")["wk_code"].transform("size")
    dimensies = _met_gemiddelden(*_laatste_dimensies(panel, wijken), "")
    tabel = basis
    for deel in (cijfers, reeksen, dimensies):
        tabel = tabel.merge(deel.drop(columns="gm_code"), on="wk_code", how="left", sort=False)
    heel = ["eindjaar", "klasse", "rang_selectie", "n_selectie", "rang_land", "n_land"]
    heel += ["n_gemeente", "dimensiejaar"]
    return tabel.astype(dict.fromkeys(heel, "Int64"))


def _rangen(wijken: pd.DataFrame, eindjaar: int) -> dict[str, Any]:
    """Return ranks by score (1 = highest, ties share the best rank) and how many were ranked."""
    score = wijken[f"lbm_{eindjaar}"]
    gekozen = score.where(wijken["in_selectie"])
    return {
        "rang_selectie": gekozen.rank(ascending=False, method="min").astype("Int64"),
        "n_selectie": int(gekozen.notna().sum()),
        "rang_land": score.rank(ascending=False, method="min").astype("Int64"),
        "n_land": int(score.notna().sum()),
    }


def _laatste_dimensies(
    panel: pd.DataFrame, wijken: pd.DataFrame
) -> tuple[pd.DataFrame, Sequence[str]]:
    """Return the dimension scores of the last year that has them, for the wijken in the table."""
    volledig = panel.reindex(columns=["wk_code", "jaar", *DIMENSIES]).dropna()
    jaar = volledig["jaar"].max() if len(volledig) else pd.NA
    laatste = volledig[volledig["jaar"] == jaar].drop(columns="jaar") if len(volledig) else volledig
    laatste = laatste.reindex(columns=["wk_code", *DIMENSIES])
    tabel = wijken[["wk_code", "gm_code"]].merge(laatste, on="wk_code", how="left")
    tabel.insert(2, "dimensiejaar", jaar)
    return tabel, list(DIMENSIES)


def _met_gemiddelden(tabel: pd.DataFrame, kolommen: Sequence[str], voor: str) -> pd.DataFrame:
    """Return `tabel` with the mean of its gemeente and of the country beside each column.

    The columns of the wijk itself get the prefix `voor`.
    """
    gemeente = tabel.groupby("gm_code")[list(kolommen)].transform("mean").add_prefix("gemeente_")
    land = {f"land_{kolom}": tabel[kolom].mean() for kolom in kolommen}
    eigen = tabel.rename(columns={kolom: f"{voor}{kolom}" for kolom in kolommen})
    return pd.concat([eigen, gemeente], axis=1).assign(**land)
