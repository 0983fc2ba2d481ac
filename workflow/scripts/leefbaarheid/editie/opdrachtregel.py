"""What a user types after `snakemake`, checked where Snakemake itself would give a traceback."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.opties import OPTIE, lees_opties

ALLEEN_KIJKEN = {"-h", "--help", "-v", "--version"}
SNAKEFILES = ("Snakefile", "snakefile", "workflow/Snakefile", "workflow/snakefile")
_KERNEN = re.compile(r"(?:--cores=|-c)(.+)")


@dataclass
class _Opdracht:
    """The parts of a command: what we look at, and the rest as it stands."""

    rest: list[str] = field(default_factory=list)
    doelen: list[str] = field(default_factory=list)
    kernen: list[str] = field(default_factory=list)
    opties: list[str] = field(default_factory=list)
    bestanden: list[str] = field(default_factory=list)
    map_: str = "."
    snakefile: str = ""


def lees_opdracht(opdracht: Sequence[str], schema: Mapping[str, Any]) -> list[str]:
    """Return the arguments for Snakemake.

    `--cores` without a number means all, `--config` may stand there more than once and may name a
    key within a block (`inferentie.snel=true`). Everything else stays as it is.

    Args:
        opdracht: what stands after `snakemake`.
        schema: the parsed config/schema.yaml.

    Raises:
        InvoerFout: a number of cores, a config file, an option or a folder that cannot be.
    """
    if ALLEEN_KIJKEN & set(opdracht):
        return list(opdracht)
    delen = _ontleed(list(opdracht))
    for aantal in delen.kernen:
        _controleer_kernen(aantal)
    for bestand in delen.bestanden:
        lees_configuratie(bestand)
    _controleer_mappen(delen)
    uit = [*delen.rest, *(f"--cores={aantal}" for aantal in delen.kernen)]
    uit += ["--configfile", *delen.bestanden] if delen.bestanden else []
    uit += [OPTIE, *_opties(delen.opties, schema)] if delen.opties else []
    return [*uit, *delen.doelen]


def _ontleed(woorden: list[str]) -> _Opdracht:
    """Take the options that we look at out of the words of a command."""
    delen = _Opdracht()
    if "--" in woorden:
        plek = woorden.index("--")
        woorden, delen.doelen = woorden[:plek], woorden[plek:]
    while woorden:
        woord = woorden.pop(0)
        naam, teken, waarde = woord.partition("=")
        if woord in ("--cores", "-c"):
            delen.kernen.append(next(_waarden(woorden, 1), "all"))
        elif kernen := _KERNEN.fullmatch(woord):
            delen.kernen.append(kernen[1])
        elif naam in (OPTIE, "-C"):
            delen.opties += [waarde] if teken else _waarden(woorden)
        elif naam in ("--configfile", "--configfiles"):
            if delen.bestanden:
                raise InvoerFout(
                    "--configfile staat er twee keer; alleen de laatste zou tellen",
                    remedie="Zet de bestanden achter elkaar: --configfile a.yaml b.yaml.",
                )
            delen.bestanden += [waarde] if teken else _waarden(woorden)
        else:
            delen.rest.append(woord)
            if naam in ("--directory", "-d"):
                delen.map_ = waarde or next(iter(woorden), "")
            elif naam in ("--snakefile", "-s"):
                delen.snakefile = waarde or next(iter(woorden), "")
    return delen


def _waarden(woorden: list[str], hoogstens: int | None = None) -> Iterator[str]:
    """Take the values of an option: the words up to the next option."""
    aantal = 0
    while woorden and aantal != hoogstens and not _is_optie(woorden[0]):
        aantal += 1
        yield woorden.pop(0)


def _is_optie(woord: str) -> bool:
    return woord.startswith("-") and not re.fullmatch(r"-\d+", woord)


def _controleer_kernen(aantal: str) -> None:
    if aantal != "all" and not (aantal.isdecimal() and int(aantal) >= 1):
        raise InvoerFout(
            "--cores vraagt een geheel getal van 1 of meer, of all",
            waarde=aantal,
            remedie="Schrijf --cores 2, of --cores all voor alle kernen.",
        )


def _controleer_mappen(delen: _Opdracht) -> None:
    """There is a Snakefile, and the folder of the run can be written in."""
    if not delen.snakefile and not any(Path(naam).is_file() for naam in SNAKEFILES):
        raise InvoerFout(
            "in deze map staat geen Snakefile",
            bestand=Path.cwd(),
            remedie="Ga eerst naar de map van het project, of geef die met "
            "--snakefile <project>/Snakefile.",
        )
    map_ = Path(delen.map_).absolute()
    while not map_.exists() and map_ != map_.parent:
        map_ = map_.parent
    if not map_.is_dir() or not os.access(map_, os.W_OK | os.X_OK):
        raise InvoerFout(
            "in deze map kan niet worden geschreven",
            bestand=delen.map_ if delen.map_ != "." else Path.cwd(),
            remedie="Kies een andere map voor de resultaten met --directory <map>.",
        )


def _opties(opties: Sequence[str], schema: Mapping[str, Any]) -> list[str]:
    """Return options as Snakemake takes them: one per key, a block as JSON."""
    bekend = schema["properties"]
    uit = []
    for sleutel, waarde in lees_opties(opties, schema).items():
        if sleutel not in bekend:
            raise InvoerFout(
                "deze sleutel bestaat niet in de configuratie van een editie",
                sleutel=f"{OPTIE} {sleutel}",
                remedie=bedoelde_u(sleutel, bekend) or "Zie config/README.md.",
            )
        if isinstance(waarde, str):
            uit.append(f"{sleutel}={waarde}")
        else:
            uit.append(f"{sleutel}={json.dumps(waarde, ensure_ascii=False, default=str)}")
    return uit


def voorraad(omgeving: Mapping[str, str], elders: Path) -> dict[str, str]:
    """Return where caches go when the home folder cannot hold them; nothing when it can.

    Args:
        omgeving: the environment of the process.
        elders: folder that can be written in.
    """
    if omgeving.get("XDG_CACHE_HOME"):
        return {}
    map_ = Path(omgeving.get("HOME") or Path("~").expanduser()) / ".cache"
    try:
        map_.mkdir(parents=True, exist_ok=True)
        (map_ / "snakemake").mkdir(exist_ok=True)
    except OSError:
        return {"XDG_CACHE_HOME": str(elders)}
    return {} if os.access(map_ / "snakemake", os.W_OK) else {"XDG_CACHE_HOME": str(elders)}
