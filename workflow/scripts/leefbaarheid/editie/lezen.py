"""The file of an edition, read strictly: what YAML takes without a word is refused here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.yamlgrenzen import Bezwaar, eerste_bezwaar

MAX_BYTES = 1_000_000
MAX_DIEPTE = 20
VOORBEELD = "Herstel de schrijfwijze; config/config.yaml is een voorbeeld."
BEZWAREN = {
    Bezwaar.VERWIJZING: "een verwijzing (& of *) mag niet in een configuratie",
    Bezwaar.OPDRACHT: "een opdracht (!) mag niet in een configuratie",
    Bezwaar.DIEPTE: "de configuratie is te diep genest",
}
AANHALING = "Schrijf de waarde uit, of zet haar tussen aanhalingstekens."


class _Lezer(yaml.SafeLoader):
    """YAML of which every key stands once and every value can be made."""

    def __init__(self, tekst: str, bestand: str) -> None:
        super().__init__(tekst)
        self.bestand = bestand

    def fout(self, wat: str, plaats: yaml.Mark | None, remedie: str, **meer: Any) -> InvoerFout:
        """Return the message with the line of a place."""
        regel = plaats.line + 1 if plaats else None
        return InvoerFout(wat, bestand=self.bestand, regel=regel, remedie=remedie, **meer)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Make a value; a date that does not exist is a message."""
        try:
            return super().construct_object(node, deep)
        except ValueError:
            raise self.fout(
                "deze datum of dit getal bestaat niet",
                node.start_mark,
                "Schrijf een datum als 2017-03-07.",
                waarde=node.value,
            ) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Make a block, with every key once."""
        eerder: dict[str, int] = {}
        for sleutel, _ in node.value:
            if not isinstance(sleutel, yaml.ScalarNode) or sleutel.tag.endswith(":merge"):
                raise self.fout(
                    "een sleutel is een naam", sleutel.start_mark, "Schrijf 'naam: waarde'."
                )
            if sleutel.value in eerder:
                raise self.fout(
                    f"deze sleutel staat er twee keer (ook op regel {eerder[sleutel.value]})",
                    sleutel.start_mark,
                    "Houd er een.",
                    sleutel=sleutel.value,
                )
            eerder[sleutel.value] = sleutel.start_mark.line + 1
        return super().construct_mapping(node, deep)


def lees_yaml(tekst: str, bestand: str) -> Any:
    """Return what a YAML text holds.

    Args:
        tekst: the text.
        bestand: name of the file, for the message.

    Raises:
        InvoerFout: no YAML, a key twice, or a reference, an order (`!`) or deep nesting.
    """
    try:
        _weiger_opdrachten(tekst, bestand)
        lezer = _Lezer(tekst, bestand)
        return lezer.get_single_data()
    except yaml.MarkedYAMLError as fout:
        raise _geen_yaml(fout, tekst, bestand) from None
    except yaml.YAMLError as fout:  # a character that YAML does not know
        teken = getattr(fout, "character", None)
        raise InvoerFout(
            "hier staat een teken dat niet in een YAML-bestand mag",
            bestand=bestand,
            waarde=f"teken {teken:#x}" if isinstance(teken, int) else None,
            remedie="Haal het teken weg en bewaar het bestand als UTF-8.",
        ) from None


def _weiger_opdrachten(tekst: str, bestand: str) -> None:
    """Refuse references, orders and deep nesting before anything is made of them."""
    gevonden = eerste_bezwaar(tekst, MAX_DIEPTE)
    if gevonden is None:
        return
    bezwaar, plaats = gevonden
    regel = plaats.line + 1 if plaats else None
    raise InvoerFout(BEZWAREN[bezwaar], bestand=bestand, regel=regel, remedie=AANHALING)


def _geen_yaml(fout: yaml.MarkedYAMLError, tekst: str, bestand: str) -> InvoerFout:
    """Return the message of a text that is no YAML, with the line."""
    plaats = fout.problem_mark or fout.context_mark
    regels = tekst.splitlines()
    inhoud = regels[plaats.line] if plaats and plaats.line < len(regels) else ""
    wat, remedie = "dit is geen geldige YAML", VOORBEELD
    if "\t" in inhoud[: len(inhoud) - len(inhoud.lstrip())] or "'\\t'" in str(fout.problem):
        wat, remedie = "hier staat een tab", "Spring in met spaties; YAML kent geen tabs."
    elif "single document" in str(fout.context):
        wat, remedie = "na deze regel begint een tweede document", "Haal de regel '---' weg."
    return InvoerFout(
        wat,
        bestand=bestand,
        regel=plaats.line + 1 if plaats else None,
        waarde=inhoud.strip() or None,
        remedie=remedie,
    )


def lees_configuratie(pad: str | Path) -> dict[str, Any]:
    """Return the configuration in a file.

    Raises:
        InvoerFout: not there, no file, not readable, empty, no UTF-8, no strict YAML, no keys.
    """
    bestand = Path(pad)
    tekst = _lees_tekst(bestand)
    inhoud = lees_yaml(tekst, str(bestand))
    if inhoud is None:
        raise InvoerFout("dit bestand is leeg", bestand=bestand, remedie=VOORBEELD)
    if not isinstance(inhoud, Mapping):
        soort = "een lijst" if isinstance(inhoud, list) else "losse tekst"
        raise InvoerFout(
            f"dit is {soort}, geen configuratie van een editie: er staan geen sleutels in",
            bestand=bestand,
            remedie="Neem config/config.yaml als voorbeeld.",
        )
    return dict(inhoud)


def _lees_tekst(bestand: Path) -> str:
    """Return the text of a file of an ordinary size in UTF-8."""
    try:
        if not bestand.is_file():
            raise _geen_bestand(bestand)
        if bestand.stat().st_size > MAX_BYTES:
            raise InvoerFout(
                "dit bestand is te groot voor een configuratie (meer dan 1 MB)",
                bestand=bestand,
                remedie="Kies een bestand uit config/edities/.",
            )
        return bestand.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fout:
        regel = fout.object[: fout.start].count(b"\n") + 1
        raise InvoerFout(
            f"dit bestand is geen UTF-8 (byte {fout.object[fout.start]:#04x})",
            bestand=bestand,
            regel=regel,
            remedie="Bewaar het opnieuw met codering UTF-8.",
        ) from None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise InvoerFout(
            "dit configbestand is niet te lezen",
            bestand=bestand,
            remedie="Controleer de naam en of u het bestand mag lezen.",
        ) from None


def _geen_bestand(bestand: Path) -> InvoerFout:
    """Return the message of a file that is not there, with a name that is near."""
    if bestand.exists():
        soort = "een map" if bestand.is_dir() else "geen gewoon bestand"
        return InvoerFout(
            f"dit is {soort}, geen configbestand",
            bestand=bestand,
            remedie="Geef een bestand uit config/edities/.",
        )
    map_ = bestand.parent
    namen = [pad.name for pad in map_.iterdir() if pad.is_file()] if map_.is_dir() else []
    raad = "Kies een bestand uit config/edities/ of maak er een."
    return InvoerFout(
        "dit configbestand is er niet",
        bestand=bestand,
        remedie=bedoelde_u(bestand.name, sorted(namen)) or raad,
    )
