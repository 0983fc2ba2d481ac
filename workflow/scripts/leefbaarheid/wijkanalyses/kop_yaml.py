"""The header of a wijkanalyse from YAML: text and lists of text, nothing that YAML could do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.yamlgrenzen import Bezwaar, Plaats, eerste_bezwaar
from leefbaarheid.wijkanalyses.bron import Bron

MAX_KOP = 20_000
MAX_DIEPTE = 3

KOPREMEDIE = (
    "Begin het bestand met een regel ---, dan de kop (titel, gemeente, wijken, ...) en weer een "
    "regel ---; zie de handleiding."
)
BEZWAREN = {
    Bezwaar.VERWIJZING: (
        "de kop gebruikt een verwijzing (& of *)",
        "Schrijf de waarde uit, of zet tekst die met & of * begint tussen aanhalingstekens.",
    ),
    Bezwaar.OPDRACHT: (
        "de kop gebruikt een uitroepteken als opdracht",
        "Zet tekst die met ! begint tussen aanhalingstekens.",
    ),
    Bezwaar.DIEPTE: ("de kop is te diep genest", KOPREMEDIE),
}


@dataclass(frozen=True)
class _Koptekst:
    """The text of a header and where it stands: `eerste_regel` is its first line in the file."""

    bron: Bron
    tekst: str
    eerste_regel: int

    def fout(self, wat: str, plaats: Plaats | None, remedie: str = KOPREMEDIE) -> InvoerFout:
        """Return an error with the line of a place in the YAML."""
        bestand = self.bron.kopbestand or self.bron.pad
        if plaats is None:
            return InvoerFout(wat, bestand=bestand, remedie=remedie)
        regels = self.tekst.split("\n")
        inhoud = regels[min(plaats.line, len(regels) - 1)].strip()
        regel = plaats.line + self.eerste_regel
        return InvoerFout(wat, bestand=bestand, regel=regel, waarde=inhoud, remedie=remedie)


def lees_yaml(bron: Bron, tekst: str, eerste_regel: int) -> dict[str, Any]:
    """Return the header as text and lists of text; remembers the line of each key.

    All values stay text (a title may be "2016"), so that YAML's own ideas of dates, numbers and
    yes/no play no part. Aliases, anchors and tags are refused: a header needs none, and aliases
    are how a small file becomes a huge one.

    Raises:
        InvoerFout: too large, no valid YAML, no list of fields, a field twice, or refused as above.
    """
    koptekst = _Koptekst(bron, tekst, eerste_regel)
    if len(tekst) > MAX_KOP:
        raise koptekst.fout(f"de kop is te groot (meer dan {MAX_KOP} tekens)", None)
    knoop = _lees_knoop(koptekst)
    if not isinstance(knoop, yaml.MappingNode):
        raise InvoerFout(
            "de kop is leeg of is geen lijst van velden",
            bestand=bron.kopbestand or bron.pad,
            regel=eerste_regel,
            remedie=KOPREMEDIE,
        )
    _meld_hekjes(koptekst)
    kop: dict[str, Any] = {}
    for sleutelknoop, waardeknoop in knoop.value:
        sleutel = str(sleutelknoop.value)
        if sleutel in kop:
            bron.meld(
                koptekst.fout(
                    "dit veld staat er twee keer", sleutelknoop.start_mark, "Houd er een."
                )
            )
            continue
        bron.kopregels[sleutel] = sleutelknoop.start_mark.line + eerste_regel
        kop[sleutel] = _waarde(waardeknoop)
    return kop


def _lees_knoop(koptekst: _Koptekst) -> yaml.Node | None:
    """Return the YAML as nodes, whose scalars are still the text as written."""
    try:
        _weiger_opdrachten(koptekst)
        return yaml.compose(koptekst.tekst, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fout:
        raise koptekst.fout(
            "de kop is geen geldige YAML",
            fout.problem_mark,
            "Schrijf elk veld als 'naam: waarde', laat lijstregels beginnen met '- ' en zet tekst "
            "met een dubbele punt of aanhalingsteken tussen aanhalingstekens.",
        ) from None
    except yaml.YAMLError:
        raise koptekst.fout("de kop is geen geldige YAML", None) from None


def _weiger_opdrachten(koptekst: _Koptekst) -> None:
    """Refuse aliases, anchors, tags and deep nesting before anything is built of them."""
    if gevonden := eerste_bezwaar(koptekst.tekst, MAX_DIEPTE):
        bezwaar, plaats = gevonden
        wat, remedie = BEZWAREN[bezwaar]
        raise koptekst.fout(wat, plaats, remedie)


def _meld_hekjes(koptekst: _Koptekst) -> None:
    """Note text behind a value that YAML takes for a remark: `studie: wijk #1` is `wijk` to it."""
    einden: dict[int, int] = {}
    for teken in yaml.scan(koptekst.tekst, Loader=yaml.SafeLoader):
        einden[teken.end_mark.line] = max(einden.get(teken.end_mark.line, 0), teken.end_mark.column)
    for nummer, regel in enumerate(koptekst.tekst.split("\n")):
        rest = regel[einden.get(nummer, len(regel)) :].strip()
        if einden.get(nummer) and re.match(r"([>|][-+\d]*\s+)?#", rest):
            koptekst.bron.meld(
                InvoerFout(
                    "wat in de kop achter een # staat, zou wegvallen",
                    bestand=koptekst.bron.kopbestand or koptekst.bron.pad,
                    regel=nummer + koptekst.eerste_regel,
                    waarde=regel.strip(),
                    remedie="Zet de hele tekst tussen aanhalingstekens, of haal de # met wat erna "
                    "komt weg.",
                )
            )


def _waarde(knoop: yaml.Node) -> Any:
    """Return a scalar as text ("" for null), a list as a list, anything else as None."""
    if isinstance(knoop, yaml.ScalarNode):
        leeg = knoop.tag == "tag:yaml.org,2002:null"
        return "" if leeg else " ".join(knoop.value.split())
    if isinstance(knoop, yaml.SequenceNode):
        return [_waarde(deel) for deel in knoop.value]
    return None
