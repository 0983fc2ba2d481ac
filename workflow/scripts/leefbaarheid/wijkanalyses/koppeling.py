"""Where narrative and numbers meet: wijkanalyses joined to the wijken by CBS code.

Cities volunteered the wijken of the analyses; they need not be in the selection (DOMAIN.md section
1). So nothing is dropped on either side: every analysis x wijk is a row with a flag and a reason,
and `selectie_zonder_analyse` lists the other half of the outer join. Names are display only.

Verdict and cluster are laid side by side and never averaged: where they differ, the difference is
a finding, and `bespreek` says of which kind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.begrippen import (
    CLUSTERS,
    DALER,
    GEMENGD,
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    OORDELEN,
    STABIEL,
    STIJGER,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
)
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.basis.tabelwaarden import GEEN_CLUSTER, Koppelstatus
from leefbaarheid.basis.vergelijk import gelijknamig

Analyse = Mapping[str, Any]

_REDENEN = {
    Koppelstatus.IN_SELECTIE: KoppelReden.WIJK_IN_SELECTIE,
    Koppelstatus.BUITEN_SELECTIE: KoppelReden.WIJK_BUITEN_SELECTIE,
    Koppelstatus.ZONDER_CLUSTER: KoppelReden.WIJK_ZONDER_CLUSTER,
    Koppelstatus.ZONDER_SCORE: KoppelReden.WIJK_ZONDER_SCORE,
}
"""What became of a wijk of an analysis (koppelstatus), and the code that says so."""

# AANNAME: het oordeel stijger past bij Succes! en Gestaag herstel, daler bij Terugval, stabiel bij
#   niet ingedeeld (stagnatie).
#   Waarom: het oordeel noemt een richting, en elk cluster heeft er een.
#   Gevolg: bij een andere toewijzing passen andere analyses bij de cijfers; oordeel en cluster
#   veranderen niet.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
# AANNAME: Vroegsignalering past zowel bij het oordeel stabiel als bij daler.
#   Waarom: dit cluster is 'stagneert of daalt'.
#   Gevolg: paste het maar bij één van beide, dan pasten minder analyses bij de cijfers, nooit meer.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
# AANNAME: het oordeel gemengd past bij wijken in verschillende clusters en bij niet ingedeeld; met
#   één ander cluster is niet te bepalen of het past.
#   Waarom: gemengd zegt dat het niet overal dezelfde kant op ging, en dat is aan één cluster niet
#   te zien.
#   Gevolg: telde zo'n analyse als niet passend, dan was het aantal dat niet past nooit lager.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
# AANNAME: een oordeel over meer wijken geldt voor de analyse als geheel: het past als het bij alle
#   clusters van haar wijken past, het past niet als het bij geen daarvan past, en anders is het
#   niet te bepalen.
#   Waarom: een analyse geeft één oordeel, ook als zij over meer wijken gaat.
#   Gevolg: per wijk beoordeeld kon een analyse deels passen; nu is dat niet te bepalen.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
# AANNAME: een wijkanalyse die meer dan vijf jaar vóór of na het eindjaar geschreven is, krijgt een
#   opmerking.
#   Waarom: beschrijft zij een andere periode dan de cijfers, dan zegt een verschil minder.
#   Gevolg: met een krappere grens krijgen meer analyses de opmerking; wat past, verandert niet.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
JAREN_VER = 5

_CONGRUENT = {
    STIJGER: (SUCCES, GESTAAG_HERSTEL),
    DALER: (TERUGVAL, VROEGSIGNALERING),
    STABIEL: (VROEGSIGNALERING, NIET_INGEDEELD),
}

_RICHTING = {
    STIJGER: 1,
    STABIEL: 0,
    DALER: -1,
    SUCCES: 1,
    GESTAAG_HERSTEL: 1,
    VROEGSIGNALERING: 0,
    NIET_INGEDEELD: 0,
    TERUGVAL: -1,
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
    analyses: Sequence[Analyse],
    wijken: pd.DataFrame,
    bronnen: pd.DataFrame | None = None,
    eindjaar: int | None = None,
) -> pd.DataFrame:
    """Return the table `wijkanalyses`: one row per analysis x wijk, in the order of the analyses.

    Args:
        analyses: as `verzameling.lees_map` returns them.
        wijken: result table `wijken` (wk_code, wk_naam, gm_code, gm_naam, in_selectie, cluster and
            where present in_aanmerking); it holds the wijken with inhabitants and scores.
        bronnen: all wijken in either source (wk_code, wk_naam, gm_code, gm_naam). A wijk that is
            only there is kept, with status zonder_score. None: `wijken` is all there is to know.
        eindjaar: end year of the edition, to remark on an analysis that was written long before or
            after it. None: no remark.

    Returns:
        KOPPELKOLOMMEN: among them koppelstatus, congruent (missing where it cannot be said), and
        as `KoppelReden`: reden, bespreking (`bespreek`) and opmerking (where the gemeente in the
        header is not the one the code belongs to, the date is far from the end year, and what was
        remarked in reading).

    Raises:
        InvoerFout: a code that is in no source; the message gives the nearest.
    """
    gegevens = wijken.set_index("wk_code")
    bekend = (bronnen if bronnen is not None else wijken).set_index("wk_code")
    rijen = []
    for analyse in analyses:
        per_wijk = [_cluster(gegevens, code) for code in analyse["wijken"]]
        clusters = {cluster for cluster in per_wijk if cluster is not None}
        for n, code in enumerate(analyse["wijken"]):
            if code not in gegevens.index and code not in bekend.index:
                raise InvoerFout(
                    f"deze {W.met('code')} staat in geen van de bronnen van deze editie",
                    bestand=analyse["bron"],
                    kolom="wijken",
                    waarde=code,
                    remedie=bedoelde_u(code, bekend.index)
                    or f"Controleer de code en het peiljaar van de {W.met('indeling')}.",
                )
            wijk = (gegevens if code in gegevens.index else bekend).loc[code]
            rij = _koppelrij(analyse, wijk, code in gegevens.index, clusters)
            # what was remarked in reading is told once, with the first wijk
            gelezen = analyse.get("meldingen", []) if n == 0 else []
            codes = _opmerkingen(analyse, wijk.get("gm_naam"), eindjaar if n == 0 else None)
            opmerking = samen([*codes, *gelezen]) or None
            rijen.append({**rij, "opmerking": opmerking})
    return _tabel(rijen, KOPPELKOLOMMEN)


def _cluster(wijken: pd.DataFrame, code: str) -> str | None:
    """Return the cluster of a wijk, None where it has none or is not in the table."""
    cluster = wijken["cluster"].get(code)
    return cluster if isinstance(cluster, str) else None


def _koppelrij(
    analyse: Analyse, wijk: pd.Series[Any], met_score: bool, clusters: Collection[str]
) -> Mapping[str, Any]:
    cluster = wijk["cluster"] if met_score and pd.notna(wijk["cluster"]) else None
    in_selectie = met_score and bool(wijk["in_selectie"])
    status = _koppelstatus(met_score, in_selectie, cluster)
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
        "congruent": None if cluster is None else congruent(analyse["oordeel"], clusters),
        "reden": _reden(status, in_selectie, bool(wijk.get("in_aanmerking", True))),
    }
    return {**rij, "bespreking": bespreek(rij)}


def _koppelstatus(met_score: bool, in_selectie: bool, cluster: str | None) -> Koppelstatus:
    if not met_score:
        return Koppelstatus.ZONDER_SCORE
    if cluster is None:
        return Koppelstatus.ZONDER_CLUSTER
    return Koppelstatus.IN_SELECTIE if in_selectie else Koppelstatus.BUITEN_SELECTIE


def _reden(status: Koppelstatus, in_selectie: bool, in_aanmerking: bool) -> str:
    """Return the code that says why a wijk has this koppelstatus."""
    if status == Koppelstatus.BUITEN_SELECTIE and not in_aanmerking:
        return KoppelReden.WIJK_BUITEN_DE_EISEN.met()
    if status == Koppelstatus.ZONDER_CLUSTER and not in_selectie:
        return KoppelReden.WIJK_BUITEN_SELECTIE_ZONDER_CLUSTER.met()
    return _REDENEN[status].met()


def _opmerkingen(analyse: Analyse, gm_naam: Any, eindjaar: int | None) -> list[str]:
    """Return codes where header and numbers differ: in the gemeente, and much in the year."""
    codes = []
    gemeente = analyse["gemeente"]
    if isinstance(gm_naam, str) and gelijknamig(gm_naam) != gelijknamig(gemeente):
        codes.append(KoppelReden.ANDERE_GEMEENTE.met(gemeente=gemeente, gm_naam=gm_naam))
    if eindjaar is not None:
        jaar = int(analyse["datum"][:4])
        if abs(jaar - eindjaar) > JAREN_VER:
            codes.append(KoppelReden.DATUM_VER_VAN_EINDJAAR.met(jaar=jaar, eindjaar=eindjaar))
    return codes


def selectie_zonder_analyse(koppeling: pd.DataFrame, wijken: pd.DataFrame) -> pd.DataFrame:
    """Return the other half of the outer join: wijken of the selection without a wijkanalyse.

    Columns: wk_code, wk_naam, gm_code, gm_naam, cluster; sorted by wk_code.
    """
    zonder = wijken[wijken["in_selectie"] & ~wijken["wk_code"].isin(koppeling["wk_code"])]
    tabel = zonder[["wk_code", "wk_naam", "gm_code", "gm_naam", "cluster"]]
    return tabel.sort_values("wk_code", ignore_index=True)


# --- congruence ---------------------------------------------------------------------------------


def congruent(oordeel: str, clusters: Collection[str]) -> bool | None:
    """Tell whether the verdict of an analysis and the clusters of its wijken point the same way.

    An analysis has one verdict, so it is judged once, however many wijken it describes.

    Args:
        oordeel: one of OORDELEN.
        clusters: those of CLUSTERS that its wijken are in.

    Returns:
        None where it cannot be said: there is no cluster, or the verdict fits one of them only.
    """
    if not clusters:
        return None
    if oordeel == GEMENGD:
        return True if len(set(clusters)) > 1 or NIET_INGEDEELD in clusters else None
    past = {cluster in _CONGRUENT[oordeel] for cluster in clusters}
    return past.pop() if len(past) == 1 else None


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
    """Return the code for how verdict and cluster of a wijk relate.

    Args:
        rij: a row of `koppel` (oordeel, cluster, congruent).
    """
    oordeel, cluster, past = rij["oordeel"], rij["cluster"], rij["congruent"]
    if cluster is None or pd.isna(cluster):
        return KoppelReden.OORDEEL_ZONDER_CLUSTER.met(oordeel=oordeel)
    if oordeel == GEMENGD:
        if pd.isna(past):
            return KoppelReden.GEMENGD_ONBESLIST.met(cluster=cluster)
        if cluster == NIET_INGEDEELD:
            return KoppelReden.GEMENGD_PAST.met(cluster=cluster)
        # one cluster points one way: it fits because the other wijken lie in another
        return KoppelReden.GEMENGD_VERDEELD.met()
    if pd.isna(past):
        return KoppelReden.OORDEEL_VERDEELD.met(oordeel=oordeel, cluster=cluster)
    return (KoppelReden.ZELFDE_RICHTING if past else _verschil(oordeel, cluster)).met(
        oordeel=oordeel, cluster=cluster
    )


def _verschil(oordeel: str, cluster: str) -> KoppelReden:
    """Return how a verdict and a cluster that do not match differ."""
    verschil = _RICHTING[oordeel] - _RICHTING[cluster]
    if abs(verschil) == 2:
        return KoppelReden.TEGENGESTELDE_RICHTING
    if _RICHTING[oordeel] == 0:
        return KoppelReden.SCORE_VERANDERT_VERHAAL_NIET
    return KoppelReden.VERHAAL_GUNSTIGER if verschil > 0 else KoppelReden.VERHAAL_ONGUNSTIGER


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
