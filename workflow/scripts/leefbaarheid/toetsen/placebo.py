"""The same selection and cluster rule in other years: what arises there as well?

Nothing about the wijken changes between the rows, only the years that are looked at. What a rule
finds in other years too is not particular to the years of the study; part of it is that a group
chosen on low scores tends to score nearer the mean later on (Galton 1886).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.selectie import scores_breed, selecteer, selecteer_laagste_scores
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.fouten import InvoerFout

ONBEKEND = "onbekend"
KOLOM_VAN_CLUSTER = {
    **dict(
        zip(
            CLUSTERS,
            ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld"),
            strict=True,
        )
    ),
    ONBEKEND: ONBEKEND,
}
"""The name of a cluster in a column name."""


@dataclass(frozen=True)
class Opzet:
    """The four years of a selection with a division into clusters.

    Attributes:
        variant: key of the variant; omschrijving: what was shifted, in Dutch.
        jaren: selection year, then long year, crisis year and end year of the cluster rule; None
            where there is no measurement.
        reden: why it cannot be done, else "".
    """

    variant: str
    omschrijving: str
    jaren: tuple[int | None, int | None, int | None, int | None]
    reden: str = ""


def placebo_opzetten(
    jaren: Sequence[int], selectiejaar: int, langjaar: int, crisisjaar: int, eindjaar: int
) -> list[Opzet]:
    """Return the shifted designs that the measurement years allow, and those they do not.

    Args:
        jaren: measurement years, ascending.
        selectiejaar, langjaar, crisisjaar, eindjaar: the years of the edition.

    A design with the years of an earlier one in the list is left out.
    """
    eigen = (selectiejaar, langjaar, crisisjaar, eindjaar)
    plaats = {jaar: i for i, jaar in enumerate(jaren)}

    def schuif(jaar: int, stap: int) -> int | None:
        doel = plaats[jaar] + stap
        return jaren[doel] if 0 <= doel < len(jaren) else None

    kandidaten = [
        Opzet(
            "meting_eerder",
            "selectie en clusterregel één meting eerder",
            tuple(schuif(jaar, -1) for jaar in eigen),
        ),
        Opzet(
            "clusterregel_meting_eerder",
            f"clusterregel één meting eerder; selectie op {selectiejaar} gelijk gehouden",
            (selectiejaar, *(schuif(jaar, -1) for jaar in eigen[1:])),
        ),
    ]
    gelijke = sorted(
        verschil
        for verschil in {jaar - selectiejaar for jaar in jaren} - {0}
        if all(jaar + verschil in plaats for jaar in eigen)
    )
    kandidaten += [
        Opzet(
            "zelfde_tussenpozen",
            f"selectie en clusterregel {abs(verschil)} jaar "
            f"{'later' if verschil > 0 else 'eerder'}, met dezelfde tussenpozen",
            tuple(jaar + verschil for jaar in eigen),
        )
        for verschil in gelijke
    ]
    if not gelijke:
        kandidaten.append(
            Opzet(
                "zelfde_tussenpozen",
                "selectie en clusterregel verschoven met dezelfde tussenpozen",
                (None, None, None, None),
                "geen andere vier meetjaren liggen even ver uiteen",
            )
        )
    kandidaten.append(
        Opzet(
            "meting_later",
            "selectie en clusterregel één meting later",
            tuple(schuif(jaar, 1) for jaar in eigen),
        )
    )
    kandidaten += [
        Opzet(
            "ander_selectiejaar",
            f"selectie op de score van {jaar}; clusterregel gelijk gehouden",
            (jaar, *eigen[1:]),
        )
        for jaar in dict.fromkeys(eigen[1:])
    ]
    uit: list[Opzet] = []
    for opzet in kandidaten:
        if not opzet.reden and None in opzet.jaren:
            rand = f"vóór {jaren[0]}" if "eerder" in opzet.variant else f"na {jaren[-1]}"
            uit.append(
                Opzet(opzet.variant, opzet.omschrijving, opzet.jaren, f"er is geen meting {rand}")
            )
        elif opzet.reden or opzet.jaren not in {eigen, *(o.jaren for o in uit)}:
            uit.append(opzet)
    return uit


def placebo(
    kenmerken: pd.DataFrame,
    panel: pd.DataFrame,
    *,
    selectie: Mapping[str, Any],
    jaren: Sequence[int],
    basisjaar: int,
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> pd.DataFrame:
    """Apply the selection and the cluster rule in other years; count what arises there.

    Nothing about the wijken changes between the rows, only the years that are looked at. What a
    rule finds in other years too is not particular to the years of the study. The row
    'ander_selectiejaar' on the end year is the time-reversed check (Campbell & Kenny 1999, A
    primer on regression artifacts): a low score at the end makes a fall on the way to it likely.

    Args:
        kenmerken: the wijken of the data stage (wk_code, gm_code, gm_naam, inwoners, labels).
        panel: wk_code, jaar, lbm.
        selectie: the config block `selectie`. A list cannot be shifted: its place is taken by the
            same number of lowest scores in `basisjaar`, which is a row of its own.
        jaren: measurement years of the edition.
        basisjaar: year of the pre-selection baseline.
        grenzen: class cut points of the total score.
        regel: the cluster rule.

    Returns:
        One row per variant: variant, omschrijving, selectiejaar, langjaar, crisisjaar, eindjaar,
        tussenpozen ("6-4-2"; only "4-2" when the selection is not before the long year), n,
        n_ook_in_selectie (also in the edition's selection), n_<cluster> and aandeel_<cluster>
        (share of n), verandering_lang and verandering_crisis (mean change to the end year, score
        points), the same with `_overig` for the eligible wijken that were not selected, and reden
        (why the row is empty). The first row is the edition itself.
    """
    jaren = sorted(jaren)
    eigen = (regel.langjaar, regel.crisisjaar, regel.eindjaar)
    breed = scores_breed(kenmerken, panel, jaren)
    gekozen, _ = selecteer(kenmerken, panel, selectie, jaren, regel.eindjaar)
    in_selectie = gekozen["in_selectie"] & kenmerken["inwoners"].gt(0)
    is_lijst = selectie["soort"] == "lijst"
    selectiejaar = basisjaar if is_lijst else selectie["jaar"]
    aantal = int(in_selectie.sum())

    opzetten = placebo_opzetten(jaren, selectiejaar, *eigen)
    if is_lijst:
        tekst = f"even veel wijken, met de laagste scores in {basisjaar}, in plaats van de lijst"
        opzetten.insert(0, Opzet("regelequivalent", tekst, (selectiejaar, *eigen)))
    naam = "de selectie van deze editie" + (" (lijst)" if is_lijst else "")
    eerste = Opzet("editie", naam, (None if is_lijst else selectiejaar, *eigen))
    rijen = [
        _placebo_rij(
            eerste, breed, in_selectie, gekozen["in_aanmerking"], in_selectie, grenzen, regel
        )
    ]
    for opzet in opzetten:
        if opzet.reden:
            rijen.append(_lege_rij(opzet))
            continue
        jaar, *_, eind = opzet.jaren
        try:
            keuze = selecteer_laagste_scores(
                kenmerken,
                panel,
                jaar=jaar,
                aantal=aantal,
                jaren_tm_eindjaar=[j for j in jaren if j <= max(eind, jaar)],
                min_inwoners=selectie["min_inwoners"],
                min_inwoners_gemeente=selectie["min_inwoners_gemeente"],
            )
        except InvoerFout as fout:
            rijen.append(_lege_rij(opzet, fout.wat))
            continue
        gemeten = breed[[j for j in jaren if j <= max(eind, jaar)]].notna().all(axis=1)
        overig = _groot_genoeg(kenmerken, selectie) & gemeten
        rijen.append(
            _placebo_rij(opzet, breed, keuze.in_selectie, overig, in_selectie, grenzen, regel)
        )
    return pd.DataFrame(rijen, columns=_PLACEBO_KOLOMMEN).astype(
        {
            kolom: "Int64"
            for kolom in _PLACEBO_KOLOMMEN
            if kolom.endswith("jaar") or kolom[:2] == "n_"
        }
        | {"n": "Int64"}
    )


_PLACEBO_KOLOMMEN = [
    *("variant", "omschrijving", "selectiejaar", "langjaar", "crisisjaar", "eindjaar"),
    *("tussenpozen", "n", "n_ook_in_selectie"),
    *(f"n_{kolom}" for kolom in KOLOM_VAN_CLUSTER.values()),
    *(f"aandeel_{kolom}" for kolom in KOLOM_VAN_CLUSTER.values()),
    *("verandering_lang", "verandering_crisis"),
    *("verandering_lang_overig", "verandering_crisis_overig", "reden"),
]


def _groot_genoeg(kenmerken: pd.DataFrame, selectie: Mapping[str, Any]) -> pd.Series:
    """Tell which wijken meet the minima of inhabitants, as `selectie.in_aanmerking` counts them."""
    gemeente = kenmerken.groupby("gm_code")["inwoners"].transform("sum")
    return (kenmerken["inwoners"] >= selectie["min_inwoners"]) & (
        gemeente >= selectie["min_inwoners_gemeente"]
    )


def _lege_rij(opzet: Opzet, reden: str | None = None) -> dict[str, Any]:
    namen = ("selectiejaar", "langjaar", "crisisjaar", "eindjaar")
    return {
        "variant": opzet.variant,
        "omschrijving": opzet.omschrijving,
        **dict(zip(namen, opzet.jaren, strict=True)),
        "tussenpozen": "",
        "reden": opzet.reden if reden is None else reden,
    }


def _placebo_rij(
    opzet: Opzet,
    breed: pd.DataFrame,
    gekozen: pd.Series,
    in_aanmerking: pd.Series,
    in_selectie: pd.Series,
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> dict[str, Any]:
    selectiejaar, lang, crisis, eind = opzet.jaren
    d_lang, d_crisis = breed[eind] - breed[lang], breed[eind] - breed[crisis]
    cluster = bepaal_cluster(
        klasse(breed.loc[gekozen, eind], grenzen),
        d_lang[gekozen],
        d_crisis[gekozen],
        regel.delta,
        regel.voldoende_vanaf_klasse,
    )
    aantallen = cluster.fillna(ONBEKEND).value_counts()
    n = int(gekozen.sum())
    overig = in_aanmerking & ~gekozen
    voor = selectiejaar is not None and selectiejaar < lang
    reeks = [selectiejaar, lang, crisis, eind] if voor else [lang, crisis, eind]
    return {
        **_lege_rij(opzet, ""),
        "tussenpozen": "-".join(str(b - a) for a, b in pairwise(reeks)),
        "n": n,
        "n_ook_in_selectie": int((gekozen & in_selectie).sum()),
        **{f"n_{k}": int(aantallen.get(naam, 0)) for naam, k in KOLOM_VAN_CLUSTER.items()},
        **{f"aandeel_{k}": aantallen.get(naam, 0) / n for naam, k in KOLOM_VAN_CLUSTER.items()},
        "verandering_lang": d_lang[gekozen].mean(),
        "verandering_crisis": d_crisis[gekozen].mean(),
        "verandering_lang_overig": d_lang[overig].mean(),
        "verandering_crisis_overig": d_crisis[overig].mean(),
    }


def zin_placebo(tabel: pd.DataFrame) -> str:
    """Return one Dutch sentence on what the placebo selections mean."""
    echt = tabel.iloc[0]
    anders = tabel[~tabel["variant"].isin(["editie", "regelequivalent"]) & tabel["n"].notna()]
    if anders.empty:
        return (
            "De meetjaren laten geen verschuiving van de selectie of de clusterregel toe, dus een "
            "placebo is er niet."
        )
    delen = []
    for naam in ("Terugval", "Gestaag herstel"):
        aandeel = anders[f"aandeel_{KOLOM_VAN_CLUSTER[naam]}"]
        eigen = echt[f"aandeel_{KOLOM_VAN_CLUSTER[naam]}"]
        delen.append(
            f"{naam} bij {_van_tot(aandeel.min(), aandeel.max())} van de wijken "
            f"(in deze editie {taal.procent(eigen)})"
        )
    return (
        "Met dezelfde regel in andere jaren ontstaat "
        f"{taal.opsomming(delen)}; wat daar ook ontstaat, is niet eigen aan de jaren van deze "
        "studie."
    )


def _van_tot(laag: float, hoog: float) -> str:
    een, ander = taal.procent(laag), taal.procent(hoog)
    return een if een == ander else f"{een} tot {ander}"
