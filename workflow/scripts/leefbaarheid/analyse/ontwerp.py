"""From data to design: the outcome, the regressors and the gemeente of each wijk in a regression.

Three forms per outcome window van -> tot, with s the Leefbaarometer score and z the factors:

- ``verandering``  : s_tot - s_van = a + b'z + e              (change score)
- ``ancova``       : s_tot         = a + g s_van + b'z + e    (end given begin)
- ``basismeting``  : s_tot - s_van = a + g s_basis + b'z + e  (pre-selection baseline)

The first two answer different questions and may disagree: Lord (1967), Psychological Bulletin 68.
DOMAIN.md section 5 asks for all three. Nothing is centred: the constant is the expected outcome
where every regressor is zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, IN_AANMERKING, MODELLEN, SELECTIE
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE, GEEN_FACTOR

STEEKPROEVEN = {SELECTIE: "in_selectie", IN_AANMERKING: "in_aanmerking"}
"""Sample -> the column of `wijken` that says which wijken are in it."""


@dataclass(frozen=True)
class Ontwerp:
    """The complete cases of one regression.

    Attributes:
        van, tot: outcome window (years).
        basisjaar: year of the pre-selection baseline.
        model: one of `begrippen.MODELLEN`.
        steekproef: key of `STEEKPROEVEN`.
        y: outcome per wijk, score points; index wk_code, sorted.
        X: regressors, same index: 'constante', then 'beginscore' or 'basisscore' if the model has
            one, then the factors in the order of the config, in natural units.
        gemeente: gm_code per wijk, the cluster; same index.
        gm_naam: name of that gemeente; same index.
        n_verwacht: number of wijken in the sample before cases with missing values are dropped.
        schatter: where standard errors, intervals and p-values come from; a design that is made
            from this one has the same.
    """

    van: int
    tot: int
    basisjaar: int
    model: str
    steekproef: str
    y: pd.Series
    X: pd.DataFrame
    gemeente: pd.Series
    gm_naam: pd.Series
    n_verwacht: int
    schatter: Schatter = field(default_factory=Schatter)

    @property
    def uitkomst(self) -> str:
        """The window as text, such as "2012-2014"."""
        return f"{self.van}-{self.tot}"

    @property
    def regressoren(self) -> pd.DataFrame:
        """X without the constant."""
        return self.X.drop(columns=CONSTANTE)

    @property
    def factoren(self) -> list[str]:
        """The contextual factors, in the order of the config."""
        return [x for x in self.X.columns if x not in GEEN_FACTOR]

    def __str__(self) -> str:
        return f"regressie {self.uitkomst}, model '{self.model}', steekproef '{self.steekproef}'"


def koppel(wijken: pd.DataFrame, context: pd.DataFrame, factoren: Sequence[str]) -> pd.DataFrame:
    """Join the factors to the wijken by CBS code.

    Args:
        wijken: tabellen/wijken.csv, one row per wijk (wk_code, gm_code, gm_naam, in_selectie,
            in_aanmerking, lbm_<jaar>).
        context: wk_code and one numeric column per factor, one row per wijk.
        factoren: names of the factors.

    Returns:
        `wijken` with the factors as extra columns, indexed and sorted by wk_code; a wijk that the
        context table lacks has NaN for every factor.

    Raises:
        InvoerFout: no factors; a factor is named twice, absent from the table, or not numeric.
    """
    _controleer_factoren(factoren, context)
    eigen = wijken.drop(columns=[f for f in factoren if f in wijken.columns])
    tabel = eigen.merge(context[["wk_code", *factoren]], on="wk_code", how="left")
    return tabel.set_index("wk_code").sort_index()


def _controleer_factoren(factoren: Sequence[str], context: pd.DataFrame) -> None:
    if not factoren:
        raise InvoerFout(
            "er zijn geen factoren om een regressie mee te schatten",
            sleutel="factoren",
            remedie="Noem in de config onder 'factoren' ten minste één kolom van de contexttabel.",
        )
    for nummer, factor in enumerate(factoren):
        if factor in factoren[:nummer]:
            raise InvoerFout(
                "de factor staat twee keer in de lijst",
                sleutel="factoren",
                waarde=factor,
                remedie="Haal één van de twee weg.",
            )
        if factor not in context.columns:
            kandidaten = [k for k in context.columns if k != "wk_code"]
            raise InvoerFout(
                "de factor staat niet in de contexttabel",
                sleutel="factoren",
                waarde=factor,
                remedie=bedoelde_u(factor, kandidaten)
                or f"Kies uit de kolommen van de contexttabel: {', '.join(kandidaten)}.",
            )
        if not pd.api.types.is_numeric_dtype(context[factor]):
            tekst = context[factor].dropna().astype(str)
            raise InvoerFout(
                "de factor is geen getal en kan dus niet in een regressie",
                kolom=factor,
                waarde=tekst.iloc[0] if len(tekst) else None,
                remedie="Zet de kolom om naar getallen of haal de factor uit de config.",
            )


def maak_ontwerp(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    *,
    van: int,
    tot: int,
    model: str,
    steekproef: str,
    basisjaar: int,
    schatter: Schatter | None = None,
) -> Ontwerp:
    """Select the sample and its complete cases for one regression.

    Args:
        tabel: result of `koppel`.
        factoren: names of the factors.
        van, tot: outcome window.
        model: one of `begrippen.MODELLEN`.
        steekproef: 'selectie' (the selected wijken) or 'in_aanmerking' (all eligible wijken).
        basisjaar: year of the pre-selection baseline, not later than `van`.
        schatter: the primary estimator; CRV3 by default.

    Raises:
        InvoerFout: unknown model or sample; a year without scores; a baseline inside the window;
            a factor or score that is missing for every wijk of the sample.
    """
    _controleer_keuze(model, MODELLEN, "regressie.modellen")
    _controleer_keuze(steekproef, STEEKPROEVEN, "regressie.steekproeven")
    if model == BASISMETING and basisjaar > van:
        raise _basis_in_venster(basisjaar, van, tot)
    scores = scorekolommen(van, tot, model, basisjaar)
    _controleer_scorekolommen(tabel, scores)
    deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)]
    nodig = ["gm_code", *scores, *factoren]
    leeg = [k for k in nodig if len(deel) and deel[k].isna().all()]
    if leeg:
        raise _zonder_waarden(leeg[0], leeg[0] in factoren, len(deel), steekproef, van, tot)
    volledig = deel.dropna(subset=nodig)
    return Ontwerp(
        van=van,
        tot=tot,
        basisjaar=basisjaar,
        model=model,
        steekproef=steekproef,
        y=_uitkomst(volledig, van, tot, model),
        X=_regressoren(volledig, factoren, van, model, basisjaar),
        gemeente=volledig["gm_code"],
        gm_naam=volledig["gm_naam"],
        n_verwacht=len(deel),
        schatter=schatter or Schatter(),
    )


def eigen_vorm(model: str, van: int, basisjaar: int) -> str:
    """Return the model form that a form comes down to in a window.

    From the base year, `basismeting` has the begin score among its regressors, and then the change
    and the end score give the same coefficients and tests of every factor: it is `ancova`.
    """
    return ANCOVA if model == BASISMETING and van == basisjaar else model


def _uitkomst(volledig: pd.DataFrame, van: int, tot: int, model: str) -> pd.Series[float]:
    eind, begin = volledig[f"lbm_{tot}"], volledig[f"lbm_{van}"]
    return (eind if model == ANCOVA else eind - begin).astype(float).rename("y")


def _regressoren(
    volledig: pd.DataFrame, factoren: Sequence[str], van: int, model: str, basisjaar: int
) -> pd.DataFrame:
    kolommen: dict[str, pd.Series[float]] = {CONSTANTE: pd.Series(1.0, volledig.index)}
    if model == ANCOVA:
        kolommen[BEGINSCORE] = volledig[f"lbm_{van}"]
    elif model == BASISMETING:
        kolommen[BASISSCORE] = volledig[f"lbm_{basisjaar}"]
    kolommen |= {factor: volledig[factor] for factor in factoren}
    return pd.DataFrame(kolommen, index=volledig.index).astype(float)


def _basis_in_venster(basisjaar: int, van: int, tot: int) -> InvoerFout:
    return InvoerFout(
        f"de basismeting moet vóór het venster {van}-{tot} liggen of ermee samenvallen",
        sleutel="basisjaar",
        waarde=basisjaar,
        remedie="Kies een eerder basisjaar, of laat 'basismeting' uit regressie.modellen weg.",
    )


def _zonder_waarden(
    kolom: str, is_factor: bool, n: int, steekproef: str, van: int, tot: int
) -> InvoerFout:
    return InvoerFout(
        f"geen enkele van de {n} {W.gebieden} in steekproef '{steekproef}' heeft hiervoor "
        f"een waarde (regressie {van}-{tot})",
        kolom=kolom,
        remedie="Vul de kolom aan, of haal de factor uit de config."
        if is_factor
        else "Controleer de gegevens of kies een ander venster.",
        reden=AnalyseReden.GEEN_WAARDEN.met(n=n, steekproef=steekproef, van=van, tot=tot),
    )


def scorekolommen(van: int, tot: int, model: str, basisjaar: int) -> list[str]:
    """Return the score columns that a model needs: ['lbm_2012', 'lbm_2014', ...]."""
    jaren = {van, tot} | ({basisjaar} if model == BASISMETING else set())
    return [f"lbm_{jaar}" for jaar in sorted(jaren)]


def _controleer_keuze(waarde: str, mogelijk: Iterable[str], sleutel: str) -> None:
    if waarde not in mogelijk:
        raise InvoerFout(
            "deze keuze bestaat niet",
            sleutel=sleutel,
            waarde=waarde,
            remedie=bedoelde_u(waarde, mogelijk) or f"Kies uit: {', '.join(mogelijk)}.",
        )


def _controleer_scorekolommen(tabel: pd.DataFrame, kolommen: Iterable[str]) -> None:
    for kolom in kolommen:
        if kolom not in tabel.columns:
            jaren = sorted(k.removeprefix("lbm_") for k in tabel.columns if k.startswith("lbm_"))
            raise InvoerFout(
                "voor dit jaar zijn er geen scores",
                sleutel="regressie.vensters",
                waarde=kolom.removeprefix("lbm_"),
                remedie=f"Kies uit de meetjaren {', '.join(jaren)}, of vul 'jaren' aan.",
            )
