"""One wijk or one gemeente out of the bijlage Wijkportretten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W

MEESTE = 12
"""Names that a message lists."""


def los_wijk(gegevens: Mapping[str, Any], vraag: str) -> tuple[dict[str, Any], str]:
    """Return the data with the page of one wijk only, and its code.

    Args:
        gegevens: `document`, of the whole bijlage.
        vraag: code or name of the wijk; capitals do not matter.

    Raises:
        InvoerFout: no wijk is called so, or more than one.
    """
    alle = [(gm, wijk) for gm in gegevens["gemeenten"] for wijk in gm["wijken"]]
    gezocht = vraag.strip().casefold()
    gevonden = [d for d in alle if gezocht in (d[1]["code"].casefold(), d[1]["naam"].casefold())]
    if not gevonden:
        gevonden = [d for d in alle if gezocht and gezocht in d[1]["naam"].casefold()]
    if len(gevonden) == 1:
        gm, wijk = gevonden[0]
        keuze = {**gm, "wijken": [wijk]}
        return {**gegevens, "los": "wijk", "gemeenten": [keuze]}, str(wijk["code"])
    if gevonden:
        raise InvoerFout(
            f"er zijn {len(gevonden)} {W.gebieden} met deze naam: {_lijst(gevonden)}",
            waarde=vraag,
            remedie="Kies er een met haar code: WIJK=<code>.",
        )
    namen = {wijk["naam"].casefold(): (gm, wijk) for gm, wijk in alle}
    dichtbij = [namen[naam] for naam in get_close_matches(gezocht, namen, n=3)]
    raad = f"Bedoelde u {_lijst(dichtbij)}? " if dichtbij else ""
    raise InvoerFout(
        f"deze {W.gebied} heeft geen portret in deze editie",
        waarde=vraag,
        remedie=f"{raad}Welke {W.gebieden} een portret krijgen, staat in de configuratie onder "
        "portretten.wijken: selectie, in_aanmerking of alle.",
    )


def losse_gemeente(gegevens: Mapping[str, Any], vraag: str) -> tuple[dict[str, Any], str]:
    """Return the data with the page of one gemeente only, and its code.

    Raises:
        InvoerFout: no gemeente with a portret is called so.
    """
    gezocht = vraag.strip().casefold()
    for gm in gegevens["gemeenten"]:
        if gezocht in (gm["code"].casefold(), gm["naam"].casefold()):
            return {**gegevens, "los": "gemeente", "gemeenten": [gm]}, str(gm["code"])
    namen = {gm["naam"].casefold(): gm["naam"] for gm in gegevens["gemeenten"]}
    dichtbij = [namen[naam] for naam in get_close_matches(gezocht, namen, n=3)]
    raad = f"Bedoelde u {', '.join(dichtbij)}? " if dichtbij else ""
    raise InvoerFout(
        f"deze gemeente heeft in deze editie geen {W.gebieden} met een portret",
        waarde=vraag,
        remedie=f"{raad}De gemeenten staan voorin bijlage-wijkportretten.pdf.",
    )


def _lijst(gevonden: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> str:
    namen = [f"{wijk['naam']} in {gm['naam']} ({wijk['code']})" for gm, wijk in gevonden[:MEESTE]]
    rest = len(gevonden) - MEESTE
    return "; ".join(namen) + (f"; en nog {rest}" if rest > 0 else "")
