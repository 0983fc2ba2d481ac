"""Every regression of the edition: estimates, diagnostics, collinearity, and the wijken lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.collineariteit import vif
from leefbaarheid.analyse.diagnose import diagnose
from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, koppel, maak_ontwerp, scorekolommen
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.tabelwaarden import ALLE_FACTOREN, FACTOR, SAMEN, SCORE


class Regressietabellen(NamedTuple):
    """The result tables of `schat_modellen`."""

    regressie: pd.DataFrame
    diagnose: pd.DataFrame
    vif: pd.DataFrame
    verlies: pd.DataFrame


def schat_modellen(
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    codeboek: pd.DataFrame,
    *,
    regressie: Mapping[str, Any],
    factoren: Sequence[str],
    basisjaar: int,
    schatter: Schatter | None = None,
) -> Regressietabellen:
    """Estimate every window x model x sample of the config.

    Args:
        wijken, context: see `koppel`.
        codeboek: factor, label, eenheid, peiljaar, ... one row per factor.
        regressie: config block: vensters [[van, tot], ...], modellen, steekproeven, vif_grens.
        factoren: names of the factors.
        basisjaar: year of the pre-selection baseline.
        schatter: the primary estimator; CRV3 by default.

    Returns:
        The four tables; sorted by window, model and sample, terms in the order of the model.

    Raises:
        InvoerFout: see `koppel`, `maak_ontwerp` and `schat`.
    """
    tabel = koppel(wijken, context, factoren)
    modellen, steekproeven = sorted(regressie["modellen"]), sorted(regressie["steekproeven"])
    vensters = sorted((int(van), int(tot)) for van, tot in regressie["vensters"])
    coefs, diagnoses, scores = [], [], set()
    for van, tot in vensters:
        for model in modellen:
            for steekproef in steekproeven:
                ontwerp = maak_ontwerp(
                    tabel,
                    factoren,
                    van=van,
                    tot=tot,
                    model=model,
                    steekproef=steekproef,
                    basisjaar=basisjaar,
                    schatter=schatter,
                )
                uitslag = schat(ontwerp)
                coefs.append(coefficienten(ontwerp, uitslag, codeboek))
                diagnoses.append(diagnose(ontwerp, uitslag, codeboek, regressie["vif_grens"]))
                scores.update(scorekolommen(van, tot, model, basisjaar))
    return Regressietabellen(
        regressie=pd.concat(coefs, ignore_index=True),
        diagnose=pd.DataFrame(diagnoses),
        vif=vif_tabel(tabel, factoren, steekproeven),
        verlies=verlies_tabel(tabel, factoren, sorted(scores), steekproeven, codeboek),
    )


def vif_tabel(
    tabel: pd.DataFrame, factoren: Sequence[str], steekproeven: Sequence[str]
) -> pd.DataFrame:
    """Return the VIF per factor (steekproef, factor, vif, n), among the factors alone.

    Computed on the wijken of each sample that have every factor. Within a model the begin or
    baseline score comes in as well: see `vif_max` of `diagnose`.
    """
    rijen = []
    for steekproef in steekproeven:
        deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True), list(factoren)].dropna()
        waarden = vif(deel.astype(float))
        rijen += [(steekproef, factor, waarde, len(deel)) for factor, waarde in waarden.items()]
    kolommen = ["steekproef", "factor", "vif", "n"]
    return pd.DataFrame(rijen, columns=kolommen).sort_values(kolommen[:2], ignore_index=True)


def verlies_tabel(
    tabel: pd.DataFrame,
    factoren: Sequence[str],
    scores: Sequence[str],
    steekproeven: Sequence[str],
    codeboek: pd.DataFrame,
) -> pd.DataFrame:
    """Return how many wijken each factor and each score costs per sample.

    Columns: steekproef, soort ('factor', 'score' or 'samen'), factor, label, n_verwacht,
    n_ontbreekt, aandeel_ontbreekt, n_alleen_hierdoor (wijken that miss this factor and no other
    factor; for 'score' empty) and n_aanwezig. The row 'alle factoren' counts the wijken that miss
    at least one factor: `n_aanwezig` there is the number of complete cases before the scores of a
    window are looked at.
    """
    labels = codeboek.set_index("factor")["label"].to_dict()
    rijen = [
        {"steekproef": steekproef, **rij}
        for steekproef in sorted(steekproeven)
        for rij in _verlies(
            tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)], factoren, scores, labels
        )
    ]
    return pd.DataFrame(rijen).astype({"n_alleen_hierdoor": "Int64"})


def _verlies(
    deel: pd.DataFrame,
    factoren: Sequence[str],
    scores: Sequence[str],
    labels: Mapping[Any, Any],
) -> Iterator[dict[str, object]]:
    """Yield what each factor, all factors together, and each score cost one sample."""

    def rij(
        soort: str, naam: str, mist: pd.Series[bool], alleen: int | None = None
    ) -> dict[str, object]:
        return {
            "soort": soort,
            "factor": naam,
            "label": labels.get(naam, naam),
            "n_verwacht": len(deel),
            "n_ontbreekt": int(mist.sum()),
            "aandeel_ontbreekt": float(mist.mean()),
            "n_alleen_hierdoor": alleen,
            "n_aanwezig": int((~mist).sum()),
        }

    leeg = deel[list(factoren)].isna()
    aantal = leeg.sum(axis=1)
    for factor in factoren:
        alleen = int((leeg[factor] & (aantal == 1)).sum())
        yield rij(FACTOR, factor, leeg[factor], alleen)
    yield rij(SAMEN, ALLE_FACTOREN, aantal > 0)
    for score in scores:
        yield rij(SCORE, score, deel[score].isna())
