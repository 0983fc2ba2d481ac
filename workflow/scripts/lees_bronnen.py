"""Rule lees_bronnen: read and validate the raw open data of an edition, write tidy tables."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.gebied import GEMEENTE, WIJK, Gebied, W, huidig
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data import onder_de_loep
from leefbaarheid.data.bestand import controleer_bestand
from leefbaarheid.data.codeboek import (
    KOLOMMEN,
    eis_hoofdfactoren_op_tijd,
    lees_codeboek,
    merk_late_factoren,
)
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.grenzen import grenzen_als_tabel, lees_grenzen
from leefbaarheid.data.herindeling import (
    Overgang,
    andere_indeling,
    breng_labels_over,
    breng_scores_over,
    eis_een_indeling,
)
from leefbaarheid.data.koppeling import eis_koppeling
from leefbaarheid.data.kwaliteit import Bronstand, datakwaliteit
from leefbaarheid.data.leefbaarometer import Scores, kies_jaren, lees_gebiedsscores
from leefbaarheid.data.selectielijst import lees_selectielijst
from leefbaarheid.data.verwisseling import eis_dimensies_op_hun_plaats
from leefbaarheid.data.wijken import maak_wijken
from leefbaarheid.editie.instellingen import BRONTABELLEN, Broninstellingen
from leefbaarheid.opbouw.overgang import lees_overgang

_ZONDER_KWALITEIT = ("grenzen", "wijkgrenzen", "onder_de_loep")


class Gelezen(NamedTuple):
    """What was read of the sources of an edition.

    Attributes:
        scores: the file of the Leefbaarometer, with every year; `panel` the years of the edition.
        kenmerken, context: the two tables of the context file.
        codeboek, wijken, grenzen, wijkgrenzen, onder_de_loep: as the tables of the data stage.
        overgang: what became of the wijken of the scores on the borders of the context table; None
            where they are the same.
        gemengd: codes of wijken of which a part had a label, where the list had other borders.
    """

    scores: Scores
    panel: pd.DataFrame
    kenmerken: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    wijken: pd.DataFrame
    grenzen: pd.DataFrame
    wijkgrenzen: pd.DataFrame
    onder_de_loep: pd.DataFrame
    overgang: Overgang | None = None
    gemengd: Sequence[str] = ()


def main(
    bestanden: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Broninstellingen,
    ongenoemd: Mapping[str, Any] | None = None,
) -> None:
    """Read the sources of one edition and write the tables of the data stage.

    Args:
        bestanden: source to file: leefbaarometer, context, codeboek and, when the edition selects
            by list, selectielijst; grenzen and wijkgrenzen when it has maps.
        uitvoer: path per table: panel, bronwijken, context, codeboek, datakwaliteit, grenzen,
            wijkgrenzen, onder_de_loep.
        instelling: sources, years, factors and labels of the edition.
        ongenoemd: a folder with wijkanalyses that the config does not name (`zoek_bronnen`).

    Raises:
        InvoerFout: a source is not as it should be; nothing is written.
    """
    pad = _controleer_bestanden(bestanden, instelling.bronnen)
    gelezen = _lees(pad, instelling)
    kwaliteit = _kwaliteit(gelezen, pad, instelling, ongenoemd)
    tabellen = {
        "panel": gelezen.panel,
        "bronwijken": gelezen.wijken,
        "context": gelezen.context,
        "codeboek": gelezen.codeboek[list(KOLOMMEN)],
        "datakwaliteit": kwaliteit,
        "grenzen": gelezen.grenzen,
        "wijkgrenzen": gelezen.wijkgrenzen,
        "onder_de_loep": gelezen.onder_de_loep,
    }
    for naam, inhoud in tabellen.items():
        controleer_tabel(inhoud, data.TABELLEN[naam])
    schrijf_tabellen(tabellen, uitvoer, data.TABELLEN)
    _meld(gelezen.panel, gelezen.kenmerken, kwaliteit)


def _lees(pad: Mapping[str, Path], instelling: Broninstellingen) -> Gelezen:
    """Read every source, and stop where one does not fit the others."""
    codeboek = lees_codeboek(pad["codeboek"])
    scores = lees_gebiedsscores(pad["leefbaarometer"], _versie(instelling))
    eis_een_indeling(scores.tabel, pad["leefbaarometer"])
    panel = kies_jaren(scores.tabel, instelling.jaren, pad["leefbaarometer"])
    eis_dimensies_op_hun_plaats(scores.tabel, _versie(instelling), pad["leefbaarometer"])
    kenmerken, context = lees_context(
        pad["context"],
        codeboek,
        instelling.factoren,
        instelling.kenmerken,
        voorwaarden=list(instelling.voorwaarden),
        codeboek_bestand=pad["codeboek"],
    )
    eis_hoofdfactoren_op_tijd(codeboek, instelling.primaire_factoren, instelling.hoofdvenster)
    codeboek = merk_late_factoren(codeboek, instelling.factoren, instelling.hoofdvenster)
    scores, overgang = _op_grenzen(scores, kenmerken, pad, instelling)
    if overgang:
        panel = kies_jaren(scores.tabel, instelling.jaren, pad["leefbaarometer"])
    lijst, gemengd = _lijst(panel, kenmerken, pad, instelling)
    wijken = maak_wijken(panel, kenmerken, lijst)
    eis_koppeling(
        wijken,
        min_inwoners=instelling.min_inwoners,
        min_inwoners_gemeente=instelling.min_inwoners_gemeente,
        accepteer=instelling.accepteer_ontbrekend,
        voorwaarden=instelling.voorwaarden,
        scores=pad["leefbaarometer"],
        context=pad["context"],
        niet_te_herleiden=overgang.niet_te_herleiden if overgang else (),
    )
    return Gelezen(
        *(scores, panel, kenmerken, context, codeboek, wijken),
        _grenzen(pad.get("grenzen"), (GEMEENTE, WIJK)),
        _grenzen(pad.get("wijkgrenzen"), (huidig(),)),
        _onder_de_loep(pad.get("onder_de_loep"), wijken["wk_code"]),
        overgang,
        gemengd,
    )


def _op_grenzen(
    scores: Scores,
    kenmerken: pd.DataFrame,
    pad: Mapping[str, Path],
    instelling: Broninstellingen,
) -> tuple[Scores, Overgang | None]:
    """Return the scores on the borders of the context table, where those are of another year."""
    uitgave = scores.uitgave.indeling if scores.uitgave else None
    van = instelling.bronnen["leefbaarometer"].get("indeling", uitgave)
    jaren = _andere_jaren(van, instelling)
    if jaren is None:
        return scores, None
    namen = kenmerken.set_index("wk_code")["wk_naam"]
    if "concordantie" not in pad:
        hier = scores.tabel.drop_duplicates("wk_code", keep="last").set_index("wk_code")["wk_naam"]
        raise andere_indeling("de scores", hier, namen, jaren, pad["leefbaarometer"])
    brug = lees_overgang(pad["concordantie"], *jaren)
    tabel, overgang = breng_scores_over(scores.tabel, brug, namen, jaren)
    return scores._replace(tabel=tabel), overgang


def _lijst(
    panel: pd.DataFrame,
    kenmerken: pd.DataFrame,
    pad: Mapping[str, Path],
    instelling: Broninstellingen,
) -> tuple[pd.DataFrame | None, Sequence[str]]:
    """Return the selection list on the borders of the context table, and who is partly on it."""
    if "selectielijst" not in pad:
        return None, ()
    blok, bestand = instelling.bronnen["selectielijst"], pad["selectielijst"]
    bekend = {*panel["wk_code"], *kenmerken["wk_code"]}
    gevraagd = (instelling.labels, bekend, blok.get("uit_kolom"))
    jaren = _andere_jaren(blok.get("indeling"), instelling)
    if jaren is None:
        return lees_selectielijst(bestand, *gevraagd), ()
    if "concordantie" not in pad:
        codes = pd.read_csv(bestand, usecols=[huidig().code], dtype=str)[huidig().code]
        hier = pd.Series(codes.to_numpy(), index=codes)
        namen = kenmerken.set_index("wk_code")["wk_naam"]
        raise andere_indeling("de selectielijst", hier, namen, jaren, bestand)
    brug = lees_overgang(pad["concordantie"], *jaren)
    bekend |= set(brug["sleutel"])
    return breng_labels_over(lees_selectielijst(bestand, *gevraagd), brug)


def _andere_jaren(van: int | None, instelling: Broninstellingen) -> tuple[int, int] | None:
    """Return the year of a source and of the context table; None where they do not differ."""
    naar = instelling.bronnen["context"].get("indeling")
    return (van, naar) if van and naar and van != naar else None


def _versie(instelling: Broninstellingen) -> str:
    return instelling.bronnen["leefbaarometer"]["versie"]


def _kwaliteit(
    gelezen: Gelezen,
    pad: Mapping[str, Path],
    instelling: Broninstellingen,
    ongenoemd: Mapping[str, Any] | None,
) -> pd.DataFrame:
    stand = Bronstand(
        gelezen.panel,
        gelezen.wijken,
        gelezen.context,
        jaren=instelling.jaren,
        bestanden={naam: bestand for naam, bestand in pad.items() if naam not in _ZONDER_KWALITEIT},
        contextnamen=gelezen.kenmerken.set_index("wk_code")["wk_naam"],
        labels=instelling.labels if "selectielijst" in pad else [],
        accepteer=instelling.accepteer_ontbrekend,
        alle_scores=gelezen.scores.tabel,
        basis=gelezen.scores.basis,
        uitgave=gelezen.scores.uitgave,
        versie=_versie(instelling),
        min_inwoners=instelling.min_inwoners,
        min_inwoners_gemeente=instelling.min_inwoners_gemeente,
        grenscodes=gelezen.grenzen["code"].tolist(),
        ongenoemd=ongenoemd,
        overgang=gelezen.overgang,
        gemengd=gelezen.gemengd,
    )
    return datakwaliteit(stand)


def _controleer_bestanden(
    bestanden: Mapping[str, str | Path], bronnen: Mapping[str, Mapping[str, str]]
) -> dict[str, Path]:
    """Return the path of every source, found and with the sum of the config."""
    blok = {naam: bronnen.get(naam, {}) for naam in bestanden}
    return {
        naam: controleer_bestand(bestand, blok[naam].get("ophalen"), blok[naam].get("sha256"))
        for naam, bestand in bestanden.items()
    }


def _grenzen(pad: Path | None, gebieden: Sequence[Gebied]) -> pd.DataFrame:
    """Return the borders as a table, without rows where the edition has no such file."""
    if pad is None:
        return pd.DataFrame(columns=["code", "wkb"])
    return grenzen_als_tabel(lees_grenzen(pad, gebieden))


def _onder_de_loep(pad: Path | None, codes: Iterable[str]) -> pd.DataFrame:
    """Return the wijken of an earlier study, without rows where the edition has no list."""
    if pad is None:
        return pd.DataFrame(columns=onder_de_loep.KOLOMMEN)
    return onder_de_loep.lees_onder_de_loep(pad, codes)


def _meld(panel: pd.DataFrame, kenmerken: pd.DataFrame, kwaliteit: pd.DataFrame) -> None:
    """Say in the log how much was read."""
    afwijkend = kwaliteit["ernst"].ne(Ernst.OK).sum()
    print(
        f"{panel['wk_code'].nunique()} {W.gebieden} met scores, {len(kenmerken)} in de "
        f"contexttabel; {len(kwaliteit)} controles, {afwijkend} met een opmerking"
    )


if __name__ == "__main__":
    with taak(snakemake):
        main(
            {naam: pad for naam, pad in snakemake.input.items() if naam in BRONTABELLEN},
            dict(snakemake.output.items()),
            Broninstellingen.uit_gegevens(snakemake.params.instelling),
            snakemake.params.ongenoemd,
        )
