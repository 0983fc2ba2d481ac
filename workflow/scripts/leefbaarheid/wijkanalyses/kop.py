"""The header of a wijkanalyse: its fields, and the checks on what was filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from leefbaarheid.basis.begrippen import OORDELEN
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.tekens import controleer_leesbaar, controleer_shortcode
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

TEKST, LIJST = "tekst", "lijst"
VELDEN = {
    "titel": TEKST,
    "gemeente": TEKST,
    "wijken": LIJST,
    "studie": TEKST,
    "auteurs": LIJST,
    "datum": TEKST,
    "oordeel": TEKST,
    "themas": LIJST,
    "samenvatting": TEKST,
}
"""The keys of the header, all required, and what each holds."""

WIJKCODE = re.compile(r"WK\d{4}[0-9A-Z]{2}")  # CBS, DOMAIN.md section 2


def controleer_kop(bron: Bron, kop: Mapping[str, Any], themas: Mapping[str, str]) -> dict[str, Any]:
    """Return the header fields after all checks."""
    for sleutel in kop:
        if sleutel not in VELDEN:
            raise bron.kopfout(
                "dit veld bestaat niet",
                sleutel,
                None,
                bedoelde_u(sleutel, VELDEN) or f"De velden zijn: {', '.join(VELDEN)}.",
            )
    for sleutel, soort in VELDEN.items():
        if sleutel not in kop:
            raise InvoerFout(
                f"in de kop ontbreekt het veld '{sleutel}'",
                bestand=bron.kopbestand or bron.pad,
                kolom=sleutel,
                remedie=f"Vul het veld in; de kop heeft de velden {', '.join(VELDEN)}.",
            )
        _controleer_soort(bron, sleutel, soort, kop[sleutel])
    _controleer_datum(bron, kop["datum"])
    _controleer_keuze(bron, "oordeel", [kop["oordeel"]], OORDELEN)
    _controleer_keuze(bron, "themas", kop["themas"], list(themas))
    for code in kop["wijken"]:
        if not WIJKCODE.fullmatch(code):
            raise bron.kopfout(
                "dit is geen CBS-wijkcode",
                "wijken",
                code,
                "Een wijkcode is WK, vier cijfers van de gemeente en twee tekens, bijvoorbeeld "
                "WK036300.",
            )
    return {sleutel: kop[sleutel] for sleutel in VELDEN}


def _controleer_soort(bron: Bron, sleutel: str, soort: str, waarde: Any) -> None:
    """Check that a field is text or a list of texts, filled, without doubles or odd characters."""
    if waarde in ("", []):
        raise bron.kopfout("dit veld is leeg", sleutel, None, "Vul het veld in.")
    if soort == TEKST and not isinstance(waarde, str):
        raise bron.kopfout(
            "dit veld moet tekst zijn, geen lijst", sleutel, waarde, f"Schrijf '{sleutel}: tekst'."
        )
    delen = [waarde] if soort == TEKST else waarde
    if not isinstance(delen, list) or not all(isinstance(deel, str) and deel for deel in delen):
        raise bron.kopfout(
            "dit veld moet een lijst van teksten zijn",
            sleutel,
            waarde,
            f"Schrijf '{sleutel}: [a, b]', of onder elkaar met '- ' ervoor; ook bij één waarde.",
        )
    dubbel = next((deel for n, deel in enumerate(delen) if deel in delen[:n]), None)
    if dubbel is not None:
        raise bron.kopfout(
            "deze waarde staat twee keer in de lijst", sleutel, dubbel, "Houd er een."
        )
    try:
        for deel in delen:
            controleer_leesbaar(deel)
            controleer_shortcode(deel)
    except Ongeschikt as fout:
        raise bron.kopfout(fout.wat, sleutel, fout.fragment or None, fout.remedie) from None


def _controleer_datum(bron: Bron, datum: str) -> None:
    try:
        goed = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", datum)) and bool(dt.date.fromisoformat(datum))
    except ValueError:
        goed = False
    if not goed:
        raise bron.kopfout(
            "dit is geen bestaande datum",
            "datum",
            datum,
            "Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2016-11-30.",
        )


def _controleer_keuze(
    bron: Bron, sleutel: str, waarden: Sequence[str], mogelijk: Collection[str]
) -> None:
    for waarde in waarden:
        if waarde not in mogelijk:
            raise bron.kopfout(
                "deze waarde bestaat niet",
                sleutel,
                waarde,
                f"{bedoelde_u(waarde, mogelijk)} Kies uit: {', '.join(mogelijk)}.".strip(),
            )
