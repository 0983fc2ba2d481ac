"""Missing data: every hole filled in as often as there are imputations.

Multiple imputation by chained equations (van Buuren & Groothuis-Oudshoorn 2011, Journal of
Statistical Software 45; `imputatieketting`), given the scores of the window and the baseline
(outcome and begin score included). A factor that differs only between gemeenten is imputed once per
gemeente; where a neighbour in the gemeente has the value, that value is taken over. Scores are
never imputed: wijken without the outcome add nothing to the regression (von Hippel 2007,
Sociological Methodology 37).

`uitval` shows what is missing, `imputatievergelijking` what filling it in changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import PER_GEMEENTE, PER_WIJK
from leefbaarheid.toetsen.imputatieketting import maak_invuldata, trek
from leefbaarheid.toetsen.uitval import van_steekproef

THEMA = 81
"""Second part of the seed: draws of this module are independent of those of other modules."""
MIN_IMPUTATIES = 20
# Twice the number of passes of R's mice.
ITERATIES = 10
# AANNAME: een invulmodel heeft ten minste drie waarnemingen per voorspeller; anders vallen eerst de
#   gemeentegemiddelden en dan de andere factoren als voorspeller weg.
#   Waarom: een model met te veel voorspellers volgt ook het toeval.
#   Gevolg: een factor waarvan weinig waarden bekend zijn, is met minder kenmerken ingevuld; de
#   ingevulde waarden volgen de andere factoren dan minder.
#   Onderwerp: modellen. Als: controle imputatie. Zie: sec-rob-ontbrekend.
PER_VOORSPELLER = 3

KOLOMMEN_INGEVULD = [
    *("steekproef", "factor", "label", "niveau", "n_ontbreekt", "n_overgenomen"),
    *("gemiddelde_aanwezig", "sd_aanwezig", "gemiddelde_ingevuld", "sd_ingevuld", "imputaties"),
]


@dataclass(frozen=True)
class Ingevuld:
    """Completed data of one sample.

    Attributes:
        waarden: (m, n, k) the factors of every imputation, natural units.
        index: wk_code of the n wijken that have all scores and a gemeente, sorted.
        factoren: names of the k factors.
        ontbrak: (n, k) True where a value was missing.
        overgenomen: (n, k) True where it was taken over from the same gemeente.
        niveau: per factor one of `NIVEAUS`.
    """

    waarden: np.ndarray
    index: pd.Index
    factoren: list[str]
    ontbrak: np.ndarray
    overgenomen: np.ndarray
    niveau: dict[str, str]

    def tabel(self, nummer: int) -> pd.DataFrame:
        """Return the factors of one imputation, wk_code as index."""
        return pd.DataFrame(self.waarden[nummer], self.index, self.factoren)


def imputeer(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    scores: Sequence[str],
    *,
    steekproef: str,
    imputaties: int,
    zaad: int,
    iteraties: int = ITERATIES,
) -> Ingevuld:
    """Fill in the missing factors of a sample `imputaties` times.

    Every imputation has a random stream of its own, so that the first 20 of 50 are the same 20.

    Args:
        tabel: result of `regressie.koppel`.
        factoren: factors with at least two different values in the sample.
        scores: score columns of the imputation model, the outcome among them.
        steekproef: key of `regressie.STEEKPROEVEN`.
        imputaties: number of completed data sets, at least `MIN_IMPUTATIES`.
        zaad: seed.
        iteraties: passes over the incomplete factors before the values are kept.

    Raises:
        InvoerFout: too few imputations; a factor without values.
    """
    deel = van_steekproef(tabel, steekproef).dropna(subset=[*scores, "gm_code"])
    factoren = list(factoren)
    _controleer(deel, factoren, steekproef, imputaties)
    waarden = deel[factoren].astype(float)
    ontbrak = waarden.isna().to_numpy()
    niveau = {f: _niveau(waarden[f], deel["gm_code"]) for f in factoren}
    for factor in (f for f in factoren if niveau[f] == PER_GEMEENTE):
        waarden[factor] = waarden.groupby(deel["gm_code"])[factor].transform("first")
    data = maak_invuldata(
        scores=deel[list(scores)].to_numpy(float),
        factoren=waarden.to_numpy(),
        gemeente=pd.factorize(deel["gm_code"], sort=True)[0],
        per_gemeente=np.array([niveau[f] == PER_GEMEENTE for f in factoren]),
        per_voorspeller=PER_VOORSPELLER,
    )
    stromen = (np.random.default_rng([zaad, THEMA, nummer]) for nummer in range(imputaties))
    return Ingevuld(
        waarden=np.stack([trek(data, rng, iteraties) for rng in stromen]),
        index=deel.index,
        factoren=factoren,
        ontbrak=ontbrak,
        overgenomen=ontbrak & waarden.notna().to_numpy(),
        niveau=niveau,
    )


def _controleer(
    deel: pd.DataFrame, factoren: Sequence[str], steekproef: str, imputaties: int
) -> None:
    """Raise InvoerFout when there are too few imputations, or a factor has no values."""
    if imputaties < MIN_IMPUTATIES:
        raise InvoerFout(
            f"er zijn ten minste {MIN_IMPUTATIES} imputaties nodig",
            sleutel="inferentie.imputaties",
            waarde=imputaties,
            remedie=f"Kies {MIN_IMPUTATIES} of meer, liefst ten minste het percentage {W.gebieden} "
            "met ontbrekende waarden.",
        )
    leeg = [f for f in factoren if not deel[f].notna().any()]
    if leeg:
        raise InvoerFout(
            f"van deze factor is bij geen enkele {W.gebied} in steekproef '{steekproef}' iets "
            "bekend",
            kolom=leeg[0],
            remedie="Haal de factor uit de config.",
        )


def _niveau(waarden: pd.Series, gemeente: pd.Series) -> str:
    """Return 'gemeente' if a factor never differs within a gemeente that has two values or more."""
    groep = waarden.groupby(gemeente)
    meer = groep.count() > 1
    return PER_GEMEENTE if meer.any() and (groep.nunique()[meer] == 1).all() else PER_WIJK


def ingevulde_waarden(ingevuld: Ingevuld, steekproef: str, codeboek: pd.DataFrame) -> pd.DataFrame:
    """Compare the values that were filled in with those observed (`KOLOMMEN_INGEVULD`).

    One row per incomplete factor; means and sds in natural units, over all imputations.
    `n_overgenomen` holes took over the value of their gemeente.
    """
    labels = codeboek.set_index("factor")["label"]
    rijen = []
    for nummer, factor in enumerate(ingevuld.factoren):
        gaten = ingevuld.ontbrak[:, nummer]
        if not gaten.any():
            continue
        bekend = ingevuld.waarden[0, ~gaten, nummer]
        nieuw = ingevuld.waarden[:, gaten, nummer]
        rijen.append(
            {
                "steekproef": steekproef,
                "factor": factor,
                "label": labels.get(factor, factor),
                "niveau": ingevuld.niveau[factor],
                "n_ontbreekt": int(gaten.sum()),
                "n_overgenomen": int(ingevuld.overgenomen[:, nummer].sum()),
                "gemiddelde_aanwezig": bekend.mean(),
                "sd_aanwezig": bekend.std(ddof=1),
                "gemiddelde_ingevuld": nieuw.mean(),
                "sd_ingevuld": nieuw.std(ddof=1),
                "imputaties": len(ingevuld.waarden),
            }
        )
    return pd.DataFrame(rijen, columns=KOLOMMEN_INGEVULD)
