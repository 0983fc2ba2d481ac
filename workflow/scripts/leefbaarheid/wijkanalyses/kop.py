"""The header of a wijkanalyse: from YAML or a table in Word to checked values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import yaml

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.wijkanalyses import schone_tekst
from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.schone_tekst import Ongeschikt

OORDELEN = ("stijger", "daler", "stabiel", "gemengd")
"""What the writers conclude about the development of the wijk."""

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
MAX_KOP = 20_000

KOPREMEDIE = (
    "Begin het bestand met een regel ---, dan de kop (titel, gemeente, wijken, ...) en weer een "
    "regel ---; zie de handleiding."
)
WORDREMEDIE = (
    "Zet bovenaan een tabel met de kolommen veld en waarde, of leg naast het Word-bestand een "
    ".yaml-bestand met dezelfde naam."
)


def koptabel(blokken: Sequence[dict[str, Any]]) -> list[list[str]] | None:
    """Return the cells of the table that a Word document opens with, None if it does not."""
    if not blokken or blokken[0]["t"] != "Table":
        return None
    rijen = [[_celtekst(cel) for cel in rij] for rij in schone_tekst.cellen(blokken[0])]
    return [rij for rij in rijen if any(rij)]


def _celtekst(blokken: Sequence[dict[str, Any]]) -> str:
    """Return a cell as text: a line per paragraph, list item or hard line break."""
    regels: list[str] = []
    for blok in blokken:
        if blok["t"] in ("BulletList", "OrderedList"):
            punten = blok["c"] if blok["t"] == "BulletList" else blok["c"][1]
            regels += [schone_tekst.platte_tekst(punt) for punt in punten]
            continue
        regel: list[Any] = []
        for inline in blok.get("c") or []:
            if isinstance(inline, dict) and inline.get("t") == "LineBreak":
                regels.append(schone_tekst.platte_tekst(regel))
                regel = []
            else:
                regel.append(inline)
        regels.append(schone_tekst.platte_tekst(regel))
    return "\n".join(regel for regel in regels if regel)


def kop_uit_tabel(bron: Bron, rijen: list[list[str]]) -> dict[str, Any]:
    """Return the header of a Word file: first column the key, second the value."""
    kop: dict[str, Any] = {}
    for n, rij in enumerate(rijen):
        if n == 0 and [cel.casefold() for cel in rij] == ["veld", "waarde"]:
            continue
        if len(rij) != 2:
            raise bron.fout(
                "de koptabel heeft niet precies twee kolommen",
                waarde=" | ".join(rij),
                remedie="Gebruik twee kolommen: veld en waarde.",
            )
        sleutel, waarde = rij[0].casefold(), rij[1]
        if sleutel in kop:
            raise bron.kopfout("dit veld staat er twee keer", sleutel, waarde, "Houd er een.")
        if VELDEN.get(sleutel) == LIJST:
            kop[sleutel] = [deel.strip() for deel in re.split(r"[;\n]", waarde) if deel.strip()]
        else:
            kop[sleutel] = waarde
    return kop


def lees_yaml(bron: Bron, tekst: str, eerste_regel: int) -> dict[str, Any]:
    """Return the header as text and lists of text; remembers the line of each key.

    All values stay text (a title may be "2016"), so that YAML's own ideas of dates, numbers and
    yes/no play no part. Aliases, anchors and tags are refused: a header needs none, and aliases
    are how a small file becomes a huge one.
    """
    bestand = bron.kopbestand or bron.pad

    def fout(wat: str, mark: Any, remedie: str) -> InvoerFout:
        regel = mark.line + eerste_regel if mark is not None else None
        regels = tekst.split("\n")
        inhoud = regels[min(mark.line, len(regels) - 1)].strip() if mark is not None else None
        return InvoerFout(wat, bestand=bestand, regel=regel, waarde=inhoud, remedie=remedie)

    if len(tekst) > MAX_KOP:
        raise InvoerFout(
            f"de kop is te groot (meer dan {MAX_KOP} tekens)", bestand=bestand, remedie=KOPREMEDIE
        )
    try:
        diepte = 0
        for gebeurtenis in yaml.parse(tekst, Loader=yaml.SafeLoader):
            if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
                raise fout(
                    "de kop gebruikt een verwijzing (& of *)",
                    gebeurtenis.start_mark,
                    "Schrijf de waarde uit, of zet tekst die met & of * begint tussen "
                    "aanhalingstekens.",
                )
            if getattr(gebeurtenis, "tag", None):
                raise fout(
                    "de kop gebruikt een uitroepteken als opdracht",
                    gebeurtenis.start_mark,
                    "Zet tekst die met ! begint tussen aanhalingstekens.",
                )
            diepte += isinstance(gebeurtenis, yaml.CollectionStartEvent)
            diepte -= isinstance(gebeurtenis, yaml.CollectionEndEvent)
            if diepte > 3:
                raise fout("de kop is te diep genest", gebeurtenis.start_mark, KOPREMEDIE)
        knoop = yaml.compose(tekst, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as yamlfout:
        raise fout(
            "de kop is geen geldige YAML",
            yamlfout.problem_mark,
            "Schrijf elk veld als 'naam: waarde', laat lijstregels beginnen met '- ' en zet tekst "
            "met een dubbele punt of aanhalingsteken tussen aanhalingstekens.",
        ) from None
    except yaml.YAMLError:
        raise InvoerFout(
            "de kop is geen geldige YAML", bestand=bestand, remedie=KOPREMEDIE
        ) from None
    if not isinstance(knoop, yaml.MappingNode):
        raise InvoerFout(
            "de kop is leeg of is geen lijst van velden",
            bestand=bestand,
            regel=eerste_regel,
            remedie=KOPREMEDIE,
        )
    kop: dict[str, Any] = {}
    for sleutelknoop, waardeknoop in knoop.value:
        sleutel = str(sleutelknoop.value)
        if sleutel in kop:
            raise fout("dit veld staat er twee keer", sleutelknoop.start_mark, "Houd er een.")
        bron.kopregels[sleutel] = sleutelknoop.start_mark.line + eerste_regel
        kop[sleutel] = _waarde(waardeknoop)
    return kop


def _waarde(knoop: yaml.Node) -> Any:
    """Return a scalar as text ("" for null), a list as a list, anything else as None."""
    if isinstance(knoop, yaml.ScalarNode):
        leeg = knoop.tag == "tag:yaml.org,2002:null"
        return "" if leeg else " ".join(knoop.value.split())
    if isinstance(knoop, yaml.SequenceNode):
        return [_waarde(deel) for deel in knoop.value]
    return None


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
            schone_tekst.controleer_leesbaar(deel)
            schone_tekst.controleer_shortcode(deel)
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
