"""Estimate the regressions of the edition: coefficients, diagnostics, VIF and loss of cases."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.analyse.regressietabellen import schat_modellen
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.taak import taak


def main(
    wijken: str | Path,
    context: str | Path,
    codeboek: str | Path,
    uit_regressie: str | Path,
    uit_diagnose: str | Path,
    uit_vif: str | Path,
    uit_verlies: str | Path,
    regressie: Mapping[str, Any],
    factoren: Sequence[str],
    basisjaar: int,
) -> None:
    """Read the tables, estimate all models, write the four result tables."""
    tabellen = schat_modellen(
        lees_csv(wijken),
        lees_csv(context),
        lees_csv(codeboek),
        regressie=regressie,
        factoren=factoren,
        basisjaar=basisjaar,
    )
    schrijf_tabel(tabellen.regressie, uit_regressie)
    schrijf_tabel(tabellen.diagnose, uit_diagnose)
    schrijf_tabel(tabellen.vif, uit_vif)
    schrijf_tabel(tabellen.verlies, uit_verlies)


if __name__ == "__main__":
    with taak(snakemake):
        invoer, uitvoer, params = snakemake.input, snakemake.output, snakemake.params
        main(
            wijken=invoer.wijken,
            context=invoer.context,
            codeboek=invoer.codeboek,
            uit_regressie=uitvoer.regressie,
            uit_diagnose=uitvoer.regressie_diagnose,
            uit_vif=uitvoer.vif,
            uit_verlies=uitvoer.verlies,
            regressie=params.regressie,
            factoren=params.factoren,
            basisjaar=params.basisjaar,
        )
