"""What one edition is for a comparison: what it is made of, and its outcomes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.basis.tabellen.modellen import MODELREGRESSIE
from leefbaarheid.basis.tabellen.oordelen import EINDOORDEEL
from leefbaarheid.basis.tabellen.trajecten import MARGE, WIJKEN
from leefbaarheid.editie.vorige import CIJFERS, MANIFEST, SLEUTEL, TABELLEN, TEKSTEN
from leefbaarheid.verandering.bundel import Bundel

NODIG: dict[str, tuple[str, ...]] = {
    WIJKEN.naam: ("wk_naam", "gm_code", "gm_naam", "inwoners", "in_selectie", "cluster"),
    MARGE.naam: ("delta",),
    MODELREGRESSIE.naam: ("van", "tot", "label", "coef", "p", "ci_laag", "ci_hoog", "n"),
    EINDOORDEEL.naam: ("label", "oordeel", "coef_sd", "p"),
}
"""The columns without which a table cannot be compared."""
ONMISBAAR = (
    *("editie", "fictief", "teksten", "jaren", "eindjaar", "selectie", "klassen", "clusters"),
    "regressie",
)
"""Keys of a config without which there is nothing to compare."""
NIET_VERGELEKEN = ("bronnen_map", SLEUTEL)
"""Keys of a config that say where files are, not what an edition is."""


@dataclass(frozen=True)
class Stand:
    """One edition.

    Attributes:
        config: its configuration, without the folder of the sources.
        bronnen: sha256 by name of the source file.
        code: sha256 by file of the project.
        versies: version by package.
        pijplijn, engine: version of the pipeline, and the programs that made the PDFs.
        commit, afwijkend: commit of the project, and how many files differ from it; "" and None
            where not known.
        tabellen: the result tables of `editie.vorige` that are there and can be used, by name.
        cijfers: the numbers of prose by name, as in cijfers.json.
        tekst: the text of the hoofdrapport (Markdown), or None.
    """

    config: Mapping[str, Any]
    bronnen: Mapping[str, str]
    code: Mapping[str, str]
    versies: Mapping[str, str]
    pijplijn: str
    commit: str = ""
    afwijkend: int | None = None
    engine: str = ""
    tabellen: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    cijfers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tekst: str | None = None

    def wijken(self) -> pd.DataFrame | None:
        """Return the wijken by code, or None."""
        tabel = self.tabellen.get(WIJKEN.naam)
        return None if tabel is None else tabel.set_index("wk_code")

    @property
    def jaren(self) -> list[int]:
        """The measurement years."""
        return [int(jaar) for jaar in self.config["jaren"]]


def lees_uitkomsten(bundel: Bundel) -> dict[str, Any]:
    """Return the outcomes of an edition, as arguments of `Stand`."""
    gelezen = {tabel.naam: bundel.tabel(tabel, NODIG[tabel.naam]) for tabel in TABELLEN}
    tekst = next((inhoud for naam in TEKSTEN if (inhoud := bundel.lees(naam)) is not None), None)
    return {
        "tabellen": {naam: tabel for naam, tabel in gelezen.items() if tabel is not None},
        "cijfers": _als_json(bundel, CIJFERS) or {},
        "tekst": None if tekst is None else tekst.decode("utf-8", errors="replace"),
    }


def lees_stand(pad: Path, manifest: Path | None = None) -> Stand:
    """Return a finished edition.

    Args:
        pad: folder with results, or a publication (zip).
        manifest: its manifest.json, where a publication does not hold it; by default beside it.

    Raises:
        InvoerFout: not there, no results, or without a manifest.
    """
    bundel = Bundel(pad)
    if not pad.exists():
        raise bundel.fout("deze map of dit bestand is er niet")
    naast = manifest or pad.with_name(MANIFEST)
    inhoud = _als_json(bundel, MANIFEST)
    if inhoud is None and pad.is_file() and naast.is_file():
        inhoud = _als_json(Bundel(naast.parent), naast.name)
    if not inhoud or not {"config", "invoer"} <= set(inhoud):
        raise bundel.fout(
            "er is geen manifest.json bij, zodat niet te zien is waarmee deze editie is gemaakt"
        )
    if mist := [naam for naam in ONMISBAAR if naam not in inhoud["config"]]:
        raise bundel.fout(
            f"de configuratie in manifest.json is niet die van een editie: {mist[0]} ontbreekt"
        )
    return Stand(**uit_manifest(inhoud), **lees_uitkomsten(bundel))


def uit_manifest(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an edition is made of, as arguments of `Stand`, from its manifest."""
    commit = manifest.get("commit") or {}
    return {
        "config": kaal(manifest["config"]),
        "bronnen": manifest["invoer"],
        "code": manifest.get("code", {}),
        "versies": manifest.get("versies", {}),
        "pijplijn": str(manifest.get("pijplijn", "")),
        "commit": str(commit.get("hash", "")),
        "afwijkend": len(commit["afwijkend"]) if "afwijkend" in commit else None,
        "engine": str(manifest.get("engine", "")),
    }


def kaal(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration as a manifest has it: plain, and without where the files are."""
    zonder = {naam: deel for naam, deel in config.items() if naam not in NIET_VERGELEKEN}
    schoon: dict[str, Any] = json.loads(json.dumps(zonder, default=str))
    return schoon


def _als_json(bundel: Bundel, naam: str) -> dict[str, Any] | None:
    inhoud = bundel.lees(naam)
    if inhoud is None:
        return None
    try:
        gelezen = json.loads(inhoud)
    except ValueError:
        raise bundel.fout(f"{naam} is beschadigd") from None
    return gelezen if isinstance(gelezen, dict) else None


def sleutels(*edities: Iterable[str]) -> list[str]:
    """Return every key of several mappings once, sorted."""
    return sorted(set().union(*map(set, edities)))
