"""Rule lees_bronnen: read and validate the raw open data of an edition, write tidy tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data
from leefbaarheid.data.bestand import controleer_bestand
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.grenzen import grenzen_als_tabel, lees_grenzen
from leefbaarheid.data.kwaliteit import datakwaliteit
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer
from leefbaarheid.data.schemas import (
    codeboek_schema,
    context_schema,
    datakwaliteit_schema,
    panel_schema,
    valideer,
    wijken_schema,
)
from leefbaarheid.data.selectielijst import lees_selectielijst
from leefbaarheid.data.wijken import maak_wijken


def main(
    bestanden: Mapping[str, str | Path],
    *,
    bronnen: Mapping[str, Mapping[str, str]],
    jaren: Sequence[int],
    factoren: Sequence[str],
    kenmerken: Mapping[str, str],
    labels: Sequence[str],
    uitvoer: Mapping[str, str | Path],
) -> None:
    """Read the sources of one edition and write the tables of the data stage.

    Args:
        bestanden: source to file: leefbaarometer, context, codeboek and, when the edition selects
            by list, selectielijst; grenzen when it has a map.
        bronnen: source to its block in the config: ophalen (where it comes from) and sha256, both
            optional.
        jaren, factoren, kenmerken: as in the config.
        labels: labels of the selection list; empty when the edition selects by rule.
        uitvoer: path per table: panel, bronwijken, context, codeboek, datakwaliteit, grenzen.

    Raises:
        InvoerFout: a source is not as it should be; nothing is written.
    """
    pad = _controleer_bestanden(bestanden, bronnen)
    codeboek = lees_codeboek(pad["codeboek"])
    panel = lees_leefbaarometer(pad["leefbaarometer"], jaren)
    kenmerkentabel, context = lees_context(
        pad["context"], codeboek, factoren, kenmerken, codeboek_bestand=pad["codeboek"]
    )
    bekend = {*panel["wk_code"], *kenmerkentabel["wk_code"]}
    lijst = pad.get("selectielijst")
    wijken = maak_wijken(
        panel, kenmerkentabel, lees_selectielijst(lijst, labels, bekend) if lijst else None
    )
    kwaliteit = datakwaliteit(
        panel,
        wijken,
        context,
        jaren=jaren,
        bestanden={naam: bestand for naam, bestand in pad.items() if naam != "grenzen"},
        contextnamen=kenmerkentabel.set_index("wk_code")["wk_naam"],
        labels=labels,
    )
    valideer(panel, panel_schema())
    valideer(wijken, wijken_schema(labels))
    valideer(context, context_schema(codeboek, factoren))
    valideer(codeboek, codeboek_schema())
    valideer(kwaliteit, datakwaliteit_schema())
    tabellen = {
        "panel": panel,
        "bronwijken": wijken,
        "context": context,
        "codeboek": codeboek,
        "datakwaliteit": kwaliteit,
        "grenzen": _grenzen(pad.get("grenzen")),
    }
    schrijf_tabellen(tabellen, uitvoer, data.TABELLEN)
    _meld(panel, kenmerkentabel, kwaliteit)


def _controleer_bestanden(
    bestanden: Mapping[str, str | Path], bronnen: Mapping[str, Mapping[str, str]]
) -> dict[str, Path]:
    """Return the path of every source, found and with the sum of the config."""
    return {
        naam: controleer_bestand(bestand, bronnen[naam].get("ophalen"), bronnen[naam].get("sha256"))
        for naam, bestand in bestanden.items()
    }


def _grenzen(pad: Path | None) -> pd.DataFrame:
    """Return the borders as a table, without rows where the edition has no map."""
    return grenzen_als_tabel(lees_grenzen(pad)) if pad else pd.DataFrame(columns=["code", "wkb"])


def _meld(panel: pd.DataFrame, kenmerken: pd.DataFrame, kwaliteit: pd.DataFrame) -> None:
    """Say in the log how much was read."""
    afwijkend = kwaliteit["ernst"].ne("ok").sum()
    print(
        f"{panel['wk_code'].nunique()} wijken met scores, {len(kenmerken)} in de "
        f"contexttabel; {len(kwaliteit)} controles, {afwijkend} met een opmerking"
    )


if __name__ == "__main__":
    with taak(snakemake):
        invoer, params, uitvoer = snakemake.input, snakemake.params, snakemake.output
        main(
            {naam: pad for naam, pad in invoer.items() if naam in params.bronnen},
            bronnen=params.bronnen,
            jaren=params.jaren,
            factoren=params.factoren,
            kenmerken=params.kenmerken,
            labels=params.labels,
            uitvoer=dict(uitvoer.items()),
        )
