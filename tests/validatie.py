"""Does the inference keep its promise? Coverage and size over simulated editions.

A separate command, not part of the tests (those run a small version of it):

    python tests/validatie.py                  # writes docs/validatie.md
    python tests/validatie.py --edities 50     # a quick look, written to the screen

Four experiments, each with the analysis of the report (`toetsen.crv` and `wild_bootstrap`):

- coverage: `simulatie.simuleer` gives editions whose true effects are known. How often do the 95 %
  intervals of CRV1, CRV3 and the inverted WCR test hold the truth, in the ANCOVA form on the
  selected wijken?
- size, example: the same generator with every effect at zero. How often is p below 0.05?
- size, real gemeenten: wijken over gemeenten as in the edition with the real Leefbaarometer, with
  factors and errors that hang together within gemeenten, and no effects;
- power, real gemeenten: is an effect as large as the minimal detectable one found 80 % of the time?
"""

from __future__ import annotations

import argparse
import sys
import textwrap
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

WORTEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WORTEL / "workflow" / "scripts"))

from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp  # noqa: E402
from leefbaarheid.basis.schrijven import schrijf_tekst  # noqa: E402
from leefbaarheid.toetsen.clusterproducten import Clusterproducten, clusterproducten  # noqa: E402
from leefbaarheid.toetsen.crv import crv1, crv3, standaardfout, t_interval, t_toets  # noqa: E402
from leefbaarheid.toetsen.kracht import minimaal_aantoonbaar  # noqa: E402
from leefbaarheid.toetsen.wild_bootstrap import wild_bootstrap  # noqa: E402
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer  # noqa: E402
from leefbaarheid.voorbeeld.voorbeeld import GEEN_EFFECT, Parameters  # noqa: E402
from leefbaarheid.voorbeeld.waarheid import ware_effecten  # noqa: E402

EDITIES, TREKKINGEN, ZAAD = 500, 9_999, 20170307
MEER_NUL = 5
"""So many times more regressions with the real gemeente sizes, which need no edition."""
# Windows without a step in common: given the score at the start, their errors are independent.
VENSTERS = [(2002, 2008), (2012, 2014), (2014, 2022)]
PARAMETERS = Parameters()
FACTOREN = [factor.naam for factor in PARAMETERS.factoren]
LABELS = {factor.naam: factor.label for factor in PARAMETERS.factoren}
NULPARAMETERS = replace(
    PARAMETERS,
    factoren=tuple(replace(f, effect=GEEN_EFFECT) for f in PARAMETERS.factoren),
)
# Wijken per gemeente among the 118 complete cases of the selection in the edition
# leefbaarometer-3.0, ANCOVA 2012-2014.
ECHTE_GEMEENTEN = np.array([27, 9, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 3, *[2] * 10, *[1] * 13])
# Share of the variance between gemeenten of each factor of `trek_nul`, and of the errors: in the
# example edition 0.012^2 / (0.012^2 + 0.036^2) for 2012-2014.
AANDEEL_TUSSEN = {
    "beginscore": 0.15,
    "factor per gemeente": 1.0,
    "half tussen gemeenten": 0.5,
    "vooral binnen gemeenten": 0.2,
    "alleen binnen gemeenten": 0.0,
    "scheef verdeeld": 0.3,
}
AANDEEL_TUSSEN_FOUT = 0.1
EISEN = {"dekking": (0.92, 0.98), "grootte": (0.03, 0.07)}
SCHATTERS = {"crv1": "CRV1", "crv3": "CRV3", "wcr": "WCR"}


# ---------------------------------------------------------------------------------------------
# Experiments


def wijken_van(data: VoorbeeldData) -> pd.DataFrame:
    """Return what tabellen/wijken.csv has of this edition."""
    scores = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    tabel = data.context[["wk_code", "gm_code", "gm_naam"]].merge(
        scores.add_prefix("lbm_").reset_index(), on="wk_code"
    )
    return tabel.assign(in_selectie=tabel["wk_code"].isin(data.selectie["wk_code"]))


def producten_van(data: VoorbeeldData, van: int, tot: int) -> Clusterproducten:
    """Return the ANCOVA regression on the selection of one edition and window."""
    o = maak_ontwerp(
        koppel(wijken_van(data), data.context, FACTOREN),
        FACTOREN,
        van=van,
        tot=tot,
        model="ancova",
        steekproef="selectie",
        basisjaar=2002,
    )
    return clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente.to_numpy())


def dekking(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return per edition, window, factor and estimator whether the interval holds the truth.

    Columns: editie, venster, term, schatter, gedekt (bool), breedte (of the interval, as a ratio to
    that of CRV1).
    """
    delen = []
    for zaad in zaden:
        data = simuleer(PARAMETERS, zaad)
        for van, tot in VENSTERS:
            p = producten_van(data, van, tot)
            waar = np.array(list(ware_effecten(PARAMETERS, van, tot).values()))
            termen = np.arange(2, p.K)  # the factors come after constante and beginscore
            boot = wild_bootstrap(p, trekkingen=trekkingen, zaad=zaad, termen=termen)
            grenzen = {
                s: t_interval(p.coef[termen], standaardfout(v)[termen], p.df)
                for s, v in (("crv1", crv1(p)), ("crv3", crv3(p)))
            } | {"wcr": (boot.ci_laag, boot.ci_hoog)}
            norm = grenzen["crv1"][1] - grenzen["crv1"][0]
            delen += [
                pd.DataFrame(
                    {
                        "editie": zaad,
                        "venster": f"{van}-{tot}",
                        "term": FACTOREN,
                        "schatter": schatter,
                        "gedekt": (laag <= waar) & (waar <= hoog),
                        "breedte": (hoog - laag) / norm,
                    }
                )
                for schatter, (laag, hoog) in grenzen.items()
            ]
    return pd.concat(delen, ignore_index=True)


def _p_waarden(p: Clusterproducten, termen: np.ndarray, trekkingen: int, zaad: int) -> dict:
    """Return the p-values of no effect per estimator."""
    uit = {
        s: t_toets(p.coef[termen], standaardfout(v)[termen], p.df)
        for s, v in (("crv1", crv1(p)), ("crv3", crv3(p)))
    }
    boot = wild_bootstrap(p, trekkingen=trekkingen, zaad=zaad, termen=termen, interval=False)
    return uit | {"wcr": boot.p}


def _verworpen(editie: int, termen: list[str], p_waarden: dict) -> pd.DataFrame:
    return pd.concat(
        pd.DataFrame({"editie": editie, "term": termen, "schatter": s, "verworpen": p <= 0.05})
        for s, p in p_waarden.items()
    )


def grootte_voorbeeld(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return per edition without effects, factor and estimator whether the null is rejected.

    Columns: editie, venster, term, schatter, verworpen (bool, at 5 %).
    """
    delen = []
    for zaad in zaden:
        data = simuleer(NULPARAMETERS, zaad)
        for van, tot in VENSTERS:
            p = producten_van(data, van, tot)
            p_waarden = _p_waarden(p, np.arange(2, p.K), trekkingen, zaad)
            delen.append(_verworpen(zaad, FACTOREN, p_waarden).assign(venster=f"{van}-{tot}"))
    return pd.concat(delen, ignore_index=True)


def trek_nul(zaad: int) -> Clusterproducten:
    """Return a regression without effects on `ECHTE_GEMEENTEN`, regressors `AANDEEL_TUSSEN`."""
    rng = np.random.default_rng([ZAAD, zaad])
    gemeente = np.repeat(np.arange(len(ECHTE_GEMEENTEN)), ECHTE_GEMEENTEN)
    n = len(gemeente)

    def trek(tussen: float) -> np.ndarray:
        z_gemeente, z = rng.standard_normal(len(ECHTE_GEMEENTEN))[gemeente], rng.standard_normal(n)
        return np.sqrt(tussen) * z_gemeente + np.sqrt(1 - tussen) * z

    Z = np.column_stack([trek(a) for a in AANDEEL_TUSSEN.values()])
    Z[:, -1] = np.exp(Z[:, -1])
    y = 0.9 * Z[:, 0] + trek(AANDEEL_TUSSEN_FOUT)
    return clusterproducten(np.column_stack([np.ones(n), Z]), y, gemeente)


def grootte_echt(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return the rejections as `grootte_voorbeeld` does, for the real gemeente sizes."""
    termen = list(AANDEEL_TUSSEN)[1:]
    delen = []
    for zaad in zaden:
        p = trek_nul(zaad)
        p_waarden = _p_waarden(p, np.arange(2, p.K), trekkingen, zaad)
        delen.append(_verworpen(zaad, termen, p_waarden))
    return pd.concat(delen, ignore_index=True)


def kracht_echt(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return per regression and factor whether WCR finds an effect of the minimal detectable size.

    That size is the mean over the regressions of what the report prints: from the width of the WCR
    interval. Adding an effect to y is the same as testing for minus that effect without it.
    Columns: editie, term, gevonden (bool), mde.
    """
    zaden, termen = list(zaden), list(AANDEEL_TUSSEN)[1:]
    kolommen = np.arange(2, 2 + len(termen))
    keuze = {"trekkingen": trekkingen, "termen": kolommen}
    mde = []
    for zaad in zaden:
        p = trek_nul(zaad)
        b = wild_bootstrap(p, zaad=zaad, **keuze)
        se = (b.ci_hoog - b.ci_laag) / 2 / special.stdtrit(p.df, 0.975)
        mde.append(minimaal_aantoonbaar(se, p.df))
    effect = np.mean(mde, axis=0)
    delen = []
    for zaad in zaden:
        b = wild_bootstrap(trek_nul(zaad), zaad=zaad, nul=-effect, interval=False, **keuze)
        rij = {"editie": zaad, "term": termen, "gevonden": b.p <= 0.05, "mde": effect}
        delen.append(pd.DataFrame(rij))
    return pd.concat(delen, ignore_index=True)


# ---------------------------------------------------------------------------------------------
# Summary and document


def samenvatting(uitkomsten: pd.DataFrame, maat: str, per: str | None = None) -> pd.DataFrame:
    """Return the share of `maat` per estimator (columns), per value of `per` or in total ('')."""
    sleutel = uitkomsten[per] if per else pd.Series("", index=uitkomsten.index)
    groepen = uitkomsten.groupby([sleutel, uitkomsten["schatter"]], sort=False)[maat]
    return groepen.mean().unstack("schatter")[list(SCHATTERS)]


def onzekerheid(uitkomsten: pd.DataFrame, maat: str, schatter: str = "wcr") -> float:
    """Return the Monte Carlo standard error of the pooled share; editions are independent."""
    deel = uitkomsten[uitkomsten["schatter"] == schatter]
    return float(deel.groupby("editie")[maat].mean().sem())


def _procent(aandeel: float) -> str:
    return f"{_komma(100 * aandeel, 1)}%"


def _komma(getal: float, decimalen: int) -> str:
    return f"{getal:.{decimalen}f}".replace(".", ",")


def _tabel(kop: str, tabel: pd.DataFrame, totaal: pd.Series) -> str:
    regels = [
        f"| {kop} | {' | '.join(SCHATTERS.values())} |",
        f"|---|{'---:|' * len(SCHATTERS)}",
        *(f"| {LABELS.get(i, i)} | {' | '.join(map(_procent, r))} |" for i, r in tabel.iterrows()),
        f"| **alle samen** | {' | '.join(f'**{_procent(x)}**' for x in totaal)} |",
    ]
    return "\n".join(regels)


def _regels(tekst: str) -> str:
    """Return Markdown with its paragraphs filled to 100 characters."""
    blokken = tekst.split("\n\n")
    alinea = [blok.strip() and blok.lstrip("\n")[0] not in "#|- " for blok in blokken]
    return "\n\n".join(
        textwrap.fill(" ".join(blok.split()), 100) + "\n" * blok.endswith("\n")
        if is_alinea
        else blok
        for blok, is_alinea in zip(blokken, alinea, strict=True)
    )


def _oordeel(waarde: float, eis: tuple[float, float]) -> str:
    laag, hoog = eis
    goed = "voldoet" if laag <= waarde <= hoog else "voldoet niet"
    return f"{goed} aan de eis ({100 * laag:.0f} tot {100 * hoog:.0f}%)"


def document(
    gedekt: pd.DataFrame, voorbeeld_nul: pd.DataFrame, echt_nul: pd.DataFrame, kracht: pd.DataFrame
) -> str:
    """Return docs/validatie.md."""
    edities = gedekt["editie"].nunique()

    def totaal(tabel: pd.DataFrame, maat: str) -> pd.Series:
        return samenvatting(tabel, maat).iloc[0]

    d, v, e = (
        totaal(t, m)
        for t, m in ((gedekt, "gedekt"), (voorbeeld_nul, "verworpen"), (echt_nul, "verworpen"))
    )
    breedte = gedekt.groupby("schatter")["breedte"].median()
    proeven = [
        ("dekking van de 95%-intervallen", d, gedekt, "gedekt", EISEN["dekking"]),
        ("onterecht gevonden, voorbeeldeditie", v, voorbeeld_nul, "verworpen", EISEN["grootte"]),
        ("onterecht gevonden, echte gemeenten", e, echt_nul, "verworpen", EISEN["grootte"]),
    ]
    per_factor = kracht.groupby("term", sort=False)["gevonden"].mean()
    krachten = "\n".join(f"| {term} | {_procent(x)} |" for term, x in per_factor.items())
    oordelen = "\n".join(
        f"| {naam} | {_procent(uitkomst['wcr'])} | ± {_procent(1.96 * onzekerheid(tabel, maat))} "
        f"| {_oordeel(uitkomst['wcr'], eis)} |"
        for naam, uitkomst, tabel, maat, eis in proeven
    )
    return _regels(f"""# Validatie van de toetsen en intervallen

Dit document is gemaakt door `tests/validatie.py`; bewerk het niet met de hand.

Kloppen de onzekerheidsmarges van de regressies? Dat is nagegaan met fictieve gegevens waarvan de
ware samenhangen bekend zijn. Drie schatters worden vergeleken:

- **CRV1**: de gangbare standaardfout naar gemeente, met de t-verdeling;
- **CRV3**: de jackknife, die telkens één gemeente weglaat, met de t-verdeling;
- **WCR**: de wild cluster bootstrap, met een interval dat de toets omkeert. Dit is de primaire
  schatter.

| proef | uitkomst voor WCR | marge | oordeel |
|---|---:|---:|---|
{oordelen}

De marge is de 95%-onzekerheid door het eindige aantal gesimuleerde edities.

## Dekking: bevatten de 95%-intervallen de waarheid?

De generator van de voorbeeldeditie (`leefbaarheid.voorbeeld`) maakte {edities} edities met bekende
effecten. Het model is de ANCOVA-vorm op de geselecteerde wijken met alle factoren, in de vensters
{", ".join(f"{van}-{tot}" for van, tot in VENSTERS)}. Een goed interval bevat de waarheid in 95 van
de 100 gevallen.

{_tabel("factor", samenvatting(gedekt, "gedekt", "term"), d)}

{_tabel("venster", samenvatting(gedekt, "gedekt", "venster"), d)}

Het interval van CRV3 is (mediaan) {_komma(breedte["crv3"], 2)} keer zo breed als dat van CRV1, het
interval van WCR {_komma(breedte["wcr"], 2)} keer.

## Grootte: hoe vaak wordt een samenhang gevonden die er niet is?

Dezelfde generator en modellen, {voorbeeld_nul["editie"].nunique()} edities, met alle effecten op
nul. Een goede toets geeft p ≤ 0,05 in 5 van de 100 gevallen.

{_tabel("factor", samenvatting(voorbeeld_nul, "verworpen", "term"), v)}

## Grootte met de echte verdeling over gemeenten

Hier liggen {ECHTE_GEMEENTEN.sum()} wijken in {len(ECHTE_GEMEENTEN)} gemeenten, zoals in de
editie met de echte Leefbaarometer (ANCOVA 2012-2014, selectie): de grootste heeft er
{ECHTE_GEMEENTEN.max()}, en {(ECHTE_GEMEENTEN == 1).sum()} gemeenten hebben er één. Alleen deze
aantallen zijn echt. De factoren zijn getrokken en verschillen in hoeverre ze tussen gemeenten
variëren; van de variantie van de fouten ligt {100 * AANDEEL_TUSSEN_FOUT:.0f}% tussen gemeenten.
Geen factor heeft een effect. {echt_nul["editie"].nunique()} keer getrokken.

{_tabel("factor", samenvatting(echt_nul, "verworpen", "term"), e)}

## Kracht: wordt een samenhang van de kleinste aantoonbare omvang gevonden?

Het rapport noemt per factor de kleinste samenhang die met 80% kans aan het licht komt. Met de echte
aantallen wijken per gemeente is die samenhang ingebouwd en daarna met WCR getoetst
({kracht["editie"].nunique()} keer). De uitkomst hoort in de buurt van 80% te liggen.

| factor | gevonden |
|---|---:|
{krachten}
| **alle samen** | **{_procent(kracht["gevonden"].mean())}** |

## Opnieuw draaien

    .venv/bin/python tests/validatie.py                 # schrijft dit document, enkele minuten
    .venv/bin/python tests/validatie.py --edities 50    # snelle blik, alleen op het scherm

De zaden van de edities zijn 1 tot en met {edities}, het zaad van de getrokken factoren is {ZAAD},
en elke bootstrap heeft {TREKKINGEN} trekkingen. De uitkomst hangt niet af van het aantal kernen.
De toetsen van het project draaien dezelfde proeven in het klein: `tests/toetsen/test_validatie.py`.
""")


def main(edities: int = EDITIES, uit: Path | None = None) -> None:
    """Run the experiments; write the document to `uit`, or to the screen."""
    begin = time.perf_counter()
    zaden = range(1, edities + 1)
    tekst = document(
        dekking(zaden),
        grootte_voorbeeld(zaden),
        grootte_echt(range(1, MEER_NUL * edities + 1)),
        kracht_echt(zaden),
    )
    if uit is None:
        print(tekst)
    else:
        schrijf_tekst(tekst, uit)
        print(f"geschreven: {uit}")
    print(f"{time.perf_counter() - begin:.0f} seconden")


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Dekking en grootte over gesimuleerde edities.")
    lezer.add_argument("--edities", type=int, default=EDITIES)
    keuze = lezer.parse_args()
    volledig = keuze.edities == EDITIES
    main(keuze.edities, WORTEL / "docs" / "validatie.md" if volledig else None)
