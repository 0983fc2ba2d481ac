"""Checksums of a manifest against the files that are here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.verificatie.publicatie import Publicatie
from leefbaarheid.verificatie.verslag import Onderdeel, Oordeel, Punt


def vergelijk(sommen: Mapping[str, str], map_: Path, naam: str) -> Onderdeel:
    """Compare the files of a manifest with those below a folder."""
    return Onderdeel(naam, [_punt(pad, som, map_ / pad) for pad, som in sommen.items()])


def _punt(naam: str, som: str, pad: Path) -> Punt:
    if not pad.is_file():
        return Punt(naam, Oordeel.AFWEZIG)
    return Punt(naam, Oordeel.GELIJK if sha256(pad) == som else Oordeel.ANDERS)


def bronnen(publicatie: Publicatie, map_: Path | None) -> Onderdeel:
    """Compare the sources; without a folder with them they cannot be checked."""
    sommen = publicatie.manifest["invoer"]
    if map_ is None or not map_.is_dir():
        punten = [Punt(naam, Oordeel.NIET_NAGEGAAN) for naam in sommen]
        hoe = "De bronnen staan hier niet: wijs hun map aan met BRONNEN=<map>, of make bronnen."
        return Onderdeel("bronnen", punten, hoe)
    return vergelijk(sommen, map_, "bronnen")


def vorige(publicatie: Publicatie, bestanden: Iterable[Path]) -> Onderdeel | None:
    """Compare the files of the previous edition; None for an edition that names none.

    Args:
        publicatie: the publication.
        bestanden: what there is of that edition here.
    """
    sommen = publicatie.manifest.get("vorige_editie")
    if sommen is None:
        return None
    naam, hier = "vorige editie", {pad.name: pad for pad in bestanden}
    if not hier:
        waar = publicatie.manifest["config"]["vorige_editie"]
        hoe = f"Zij staat hier niet: zet haar in {waar}; zonder haar mislukt de herbouw."
        return Onderdeel(naam, [Punt(deel, Oordeel.NIET_NAGEGAAN) for deel in sommen], hoe)
    return Onderdeel(
        naam,
        [
            _punt(deel, som, hier[deel]) if deel in hier else Punt(deel, Oordeel.AFWEZIG)
            for deel, som in sommen.items()
        ],
    )


def code(publicatie: Publicatie, wortel: Path) -> Onderdeel:
    """Compare code, templates, settings, fonts and lock of the project."""
    deel = vergelijk(publicatie.manifest["code"], wortel, "code")
    commit = publicatie.manifest.get("commit", {}).get("hash")
    zin = f"Gemaakt bij commit {commit}." if commit else ""
    return Onderdeel(deel.naam, deel.punten, zin)


def uitvoer(publicatie: Publicatie) -> Onderdeel:
    """Compare the outputs that came with the publication."""
    punten = []
    for naam, som in publicatie.manifest["uitvoer"].items():
        if naam in publicatie.bestanden:
            punten.append(_punt(naam, som, publicatie.bestanden[naam]))
        elif publicatie.compleet:
            punten.append(Punt(naam, Oordeel.AFWEZIG))
    zin = "" if publicatie.compleet else "Nagegaan is wat er in de zip zit."
    return Onderdeel("uitvoer", punten, zin)


def instellingen(publicatie: Publicatie, editie: Mapping[str, Any] | None) -> Onderdeel:
    """Compare the settings, key by key, with those of the edition's file here."""
    toen = publicatie.manifest["config"]
    if editie is None:
        punten = [Punt(naam, Oordeel.NIET_NAGEGAAN) for naam in toen]
        return Onderdeel("instellingen", punten, "Er is hier geen configuratie van deze editie.")
    nu = {naam: deel for naam, deel in editie.items() if naam != "bronnen_map"}
    return Onderdeel("instellingen", list(_sleutels(toen, nu)))


def _sleutels(toen: Mapping[str, Any], nu: Mapping[str, Any], voor: str = "") -> Iterator[Punt]:
    for naam in dict.fromkeys([*toen, *nu]):
        pad = f"{voor}{naam}"
        if naam not in nu or naam not in toen:
            yield Punt(pad, Oordeel.ANDERS, "er nu niet" if naam in toen else "er toen niet")
        elif isinstance(toen[naam], Mapping) and isinstance(nu[naam], Mapping):
            yield from _sleutels(toen[naam], nu[naam], f"{pad}.")
        elif toen[naam] == nu[naam]:
            yield Punt(pad, Oordeel.GELIJK)
        else:
            yield Punt(pad, Oordeel.ANDERS, f"toen {toen[naam]}, nu {nu[naam]}")
