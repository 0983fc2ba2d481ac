"""What two editions are made of: settings, source files, packages, code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from leefbaarheid.basis.tabelwaarden import (
    BRON,
    CODE,
    PAKKET,
    Rol,
    Sleutelsoort,
    Verandering,
)
from leefbaarheid.verandering.stand import Stand, sleutels

REKENCODE = re.compile(
    r"Snakefile|requirements\.lock|workflow/scripts/(?:[\w]+\.py"
    r"|leefbaarheid/(?:basis|editie|data|opbouw|analyse|toetsen)/.*)"
)
"""Files that can change a result table; the others make sentences, figures and pages."""
NIET_REKENEND = re.compile(
    r"workflow/scripts/(?:(?:teken|vul|maak|verzamel|schrijf|toon|start|ruim|richt|vergelijk)\w*\.py"
    r"|leefbaarheid/basis/(?:redenen/.*|tabellen/.*|contract\w*\.py|taal\.py|tabelwaarden\.py))"
)
WEERGAVE = ("editie", "fictief", "teksten", "wijkanalyses", "rapport")
"""Blocks of a config that no result table of the quantitative half depends on."""
BIJ_BRONNEN = re.compile(r"bronnen\.\w+\.(?:bestand|gemeenten|map|sha256|versie|ophalen|register)")
"""Keys that the table of the sources has."""
VOORREGISTRATIE = re.compile(r"voorregistratie\.keuzes\b.*")


def soort(oud: object, nieuw: object) -> Verandering:
    """Return what became of a value; None is one that is not there."""
    if oud is None:
        return Verandering.ERBIJ
    if nieuw is None:
        return Verandering.VERDWENEN
    return Verandering.GELIJK if oud == nieuw else Verandering.GEWIJZIGD


def vlak(config: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, str]]:
    """Yield (dotted key, value as text) of every setting; a list is one value, as JSON."""
    for naam, deel in config.items():
        if isinstance(deel, Mapping):
            yield from vlak(deel, f"{voor}{naam}.")
        elif isinstance(deel, str):
            yield f"{voor}{naam}", deel
        else:
            yield f"{voor}{naam}", json.dumps(deel, ensure_ascii=False)


def instellingen(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_instellingen`: the settings that differ."""
    voor, na = dict(vlak(oud.config)), dict(vlak(nieuw.config))
    rijen = [
        {
            "sleutel": naam,
            "soort": Sleutelsoort.WEERGAVE
            if naam.partition(".")[0] in WEERGAVE
            else Sleutelsoort.KEUZE,
            "verandering": soort(voor.get(naam), na.get(naam)),
            "waarde_oud": voor.get(naam),
            "waarde_nieuw": na.get(naam),
        }
        for naam in sleutels(voor, na)
        if voor.get(naam) != na.get(naam)
        and not BIJ_BRONNEN.fullmatch(naam)
        and not VOORREGISTRATIE.fullmatch(naam)
    ]
    kolommen = ["sleutel", "soort", "verandering", "waarde_oud", "waarde_nieuw"]
    return pd.DataFrame(rijen, columns=kolommen)


def gewijzigde_sleutels(tabel: pd.DataFrame, *begin: str) -> list[str]:
    """Return the settings that differ below some keys: "selectie", "clusters.delta"."""
    return [naam for naam in tabel["sleutel"] if any(f"{naam}.".startswith(f"{b}.") for b in begin)]


def bronnen(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_bronnen`: every source and package, and code that differs."""
    rijen = [*_bronbestanden(oud, nieuw), *_pakketten(oud, nieuw), *_codebestanden(oud, nieuw)]
    kolommen = ["soort", "naam", "verandering"]
    kolommen += [f"{k}_{kant}" for k in ("bestand", "sha256", "versie") for kant in Rol]
    return pd.DataFrame(rijen, columns=kolommen).sort_values(["soort", "naam"], ignore_index=True)


def _rij(soort_: str, naam: str, **paren: tuple[str | None, str | None]) -> dict[str, Any]:
    rij: dict[str, Any] = {"soort": soort_, "naam": naam}
    for kolom, (voor, na) in paren.items():
        rij |= {f"{kolom}_oud": voor or None, f"{kolom}_nieuw": na or None}
    maat = next(deel for deel in ("sha256", "versie") if deel in paren)
    return rij | {"verandering": soort(*(deel or None for deel in paren[maat]))}


def genoemd(stand: Stand) -> dict[str, str]:
    """Return {name of a source in the configuration: its file}, as far as the edition read it."""
    blokken = stand.config.get("bronnen", {})
    paren = {naam: blok.get("bestand") or blok.get("gemeenten") for naam, blok in blokken.items()}
    return {naam: bestand for naam, bestand in paren.items() if bestand in stand.bronnen}


def _bronbestanden(oud: Stand, nieuw: Stand) -> Iterator[dict[str, Any]]:
    """Yield the sources: those with a name in the configuration by that, the others by file."""
    voor, na = genoemd(oud), genoemd(nieuw)
    for stand, namen in ((oud, voor), (nieuw, na)):
        namen |= {b: b for b in stand.bronnen if b not in set(namen.values())}
    for naam in sleutels(voor, na):
        bestanden = voor.get(naam), na.get(naam)
        yield _rij(
            BRON,
            naam,
            bestand=bestanden,
            sha256=(oud.bronnen.get(bestanden[0] or ""), nieuw.bronnen.get(bestanden[1] or "")),
            versie=(_versie(oud, naam), _versie(nieuw, naam)),
        )


def _versie(stand: Stand, naam: str) -> str | None:
    versie: str | None = stand.config.get("bronnen", {}).get(naam, {}).get("versie")
    return versie


def _pakketten(oud: Stand, nieuw: Stand) -> Iterator[dict[str, Any]]:
    for naam in sleutels(oud.versies, nieuw.versies):
        yield _rij(PAKKET, naam, versie=(oud.versies.get(naam), nieuw.versies.get(naam)))


def _codebestanden(oud: Stand, nieuw: Stand) -> Iterator[dict[str, Any]]:
    for naam in sleutels(oud.code, nieuw.code):
        sommen = oud.code.get(naam), nieuw.code.get(naam)
        if sommen[0] != sommen[1]:
            namen = tuple(naam if som else None for som in sommen)
            yield _rij(CODE, naam, bestand=(namen[0], namen[1]), sha256=sommen)


def is_rekencode(naam: str) -> bool:
    """Tell whether a file of the project can change a result table."""
    return bool(REKENCODE.fullmatch(naam)) and not NIET_REKENEND.fullmatch(naam)


def noemt_alle_code(stand: Stand) -> bool:
    """Tell whether the manifest lists the whole project; that of an older pipeline does not."""
    return "Snakefile" in stand.code


def edities(oud: Stand, nieuw: Stand) -> pd.DataFrame:
    """Return the table `verandering_edities`: what each of the two is."""
    return pd.DataFrame([_editie(Rol.OUD, oud), _editie(Rol.NIEUW, nieuw)])


def _editie(rol: Rol, stand: Stand) -> dict[str, Any]:
    config, wijken = stand.config, stand.wijken()
    venster = config["regressie"]["hoofdvenster"]
    return {
        "rol": rol,
        "editie": config["editie"],
        "ondertitel": config["teksten"]["ondertitel"],
        "datum": config["teksten"]["datum"],
        "fictief": config["fictief"],
        "jaren": " ".join(map(str, stand.jaren)),
        "eindjaar": config["eindjaar"],
        "hoofdvenster": f"{venster[0]}-{venster[1]}",
        "hoofdmodel": config["regressie"]["hoofdmodel"],
        "n_selectie": None if wijken is None else int(wijken["in_selectie"].sum()),
        "pijplijn": stand.pijplijn,
        "commit": stand.commit or None,
        "n_afwijkend": stand.afwijkend,
        "engine": stand.engine or None,
    }
