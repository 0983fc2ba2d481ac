"""The register of sources for who reads it: docs/databronnen.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leefbaarheid.editie.recept import Recept
from leefbaarheid.editie.register import Bron, Licentie, Register

KOP = """# Databronnen

Elk officieel bestand waar een editie mee kan beginnen: van wie het is, waar het te vinden is, wat
ermee mag en waar een lezer op moet letten. Niets ervan staat in dit project; `make bronnen` haalt
op wat een adres heeft. Hoe de bestanden gelezen worden, staat in
[bronnen-lezen.md](bronnen-lezen.md). Dit document komt uit het register `config/bronnen.yaml` en de
recepten (`make docs`).
"""
NIET_GEPROBEERD = "niet tegen de echte site geprobeerd"


def als_document(register: Register, recepten: Mapping[str, Recept]) -> str:
    """Return the register as Markdown.

    Args:
        register: from `lees_register`.
        recepten: the recipes by file name, for which factors a source is used.
    """
    delen = [KOP, "## Licenties\n", _licenties(register.values()), "## Bestanden\n"]
    delen += [_bron(bron, recepten) for bron in register.values()]
    return "\n".join(delen)


def _licenties(bronnen: Iterable[Bron]) -> str:
    """Return each licence with what it asks, and the factors it makes non-commercial elsewhere."""
    uniek: dict[str, Licentie] = {bron.licentie.spdx: bron.licentie for bron in bronnen}
    regels = ["| Licentie | Commercieel gebruik | Voorwaarden |", "|---|---|---|"]
    for licentie in sorted(uniek.values(), key=lambda deel: deel.naam):
        naam = f"[{licentie.naam}]({licentie.adres})" if licentie.adres else licentie.naam
        mag = "ja" if licentie.commercieel else "**nee**"
        regels.append(f"| {naam} | {mag} | {licentie.voorwaarden or 'geen'} |")
    regels += [
        "",
        "Wat uit meer bestanden is gemaakt, valt onder al hun licenties. Eén bron die niet",
        "commercieel gebruikt mag worden, maakt het geheel zo; het codeboek van een editie zegt",
        "dat per factor.",
        "",
    ]
    return "\n".join(regels)


def _bron(bron: Bron, recepten: Mapping[str, Recept]) -> str:
    """Return one source: a table of what is fixed, and its traps."""
    waar = " of ".join(f"<{plek}>" for plek in (bron.adres, bron.pagina) if plek)
    if waar and not bron.geprobeerd:
        waar += f" ({NIET_GEPROBEERD})"
    factoren = sorted(
        {factor for recept in recepten.values() for factor in _factoren(recept, bron.naam)}
    )
    velden = {
        "bestand": f"`{bron.bestand}`",
        "in het archief": f"`{bron.archiefdeel}`" if bron.archiefdeel else "",
        "uitgever": bron.uitgever,
        "versie": bron.versie,
        "peiljaar": bron.peiljaar,
        "wijkindeling": str(bron.indeling or ""),
        "waar": waar or "alleen bij de uitgever na te vragen",
        "sha256": f"`{bron.sha256}`" if bron.sha256 else "nog niet bekend",
        "licentie": bron.licentie.naam,
        "gebruik": bron.gebruik,
        "citeren": bron.citeren,
        "factoren": ", ".join(f"`{factor}`" for factor in factoren),
    }
    rijen = [f"| {naam} | {waarde} |" for naam, waarde in velden.items() if waarde]
    valkuilen = [f"- {valkuil}" for valkuil in bron.valkuilen]
    kop = [f"### {bron.titel}", "", f"In het register: `{bron.naam}`.", ""]
    return "\n".join(
        [*kop, "| | |", "|---|---|", *rijen, "", *([*valkuilen, ""] if valkuilen else [])]
    )


def _factoren(recept: Recept, bron: str) -> list[str]:
    """Return the factors of a recipe that are made from a source."""
    return [factor for factor in recept.factoren if bron in recept.van_factor(factor)]
