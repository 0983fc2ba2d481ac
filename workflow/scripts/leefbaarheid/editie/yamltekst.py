"""Change a YAML text in a few places and leave the rest, comments and order too, as it stands."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

BREEDTE = 100


@dataclass
class Yamltekst:
    """A YAML text whose root is a block of keys, with the changes that were asked for.

    Attributes:
        tekst: the text as it was.
        wijzigingen: (first, last, replacement) by place in the text.
    """

    tekst: str
    wijzigingen: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Parse the text; the places of its parts are those of the text as it was."""
        self._wortel = yaml.compose(self.tekst, Loader=yaml.SafeLoader)

    def paar(self, pad: str) -> tuple[yaml.Node, yaml.Node] | None:
        """Return the nodes of a key (a dotted path) and its value; None where it is not there."""
        gevonden, blok = None, self._wortel
        for naam in pad.split("."):
            paren = blok.value if isinstance(blok, yaml.MappingNode) else []
            gevonden = next(((k, v) for k, v in paren if k.value == naam), None)
            if gevonden is None:
                return None
            blok = gevonden[1]
        return gevonden

    def zet(self, pad: str, waarde: str) -> None:
        """Replace the value of a key by YAML text; nothing where there is no such key."""
        if gevonden := self.paar(pad):
            self.wijzigingen.append((gevonden[1].start_mark.index, eind(gevonden[1]), waarde))

    def zet_paar(self, pad: str, regels: Sequence[str]) -> None:
        """Replace a key and its value by lines of YAML, each indented as the key was."""
        if gevonden := self.paar(pad):
            sleutel, waarde = gevonden
            tussen = "\n" + " " * sleutel.start_mark.column
            begin = sleutel.start_mark.index
            self.wijzigingen.append((begin, eind(waarde), tussen.join(regels)))

    def zet_lijst(self, pad: str, waarden: Sequence[Any]) -> None:
        """Replace a list by other values, in the style it has: on one line or one per line."""
        if not (gevonden := self.paar(pad)):
            return
        lijst = gevonden[1]
        if not isinstance(lijst, yaml.SequenceNode):
            return
        delen = [als_yaml(waarde) for waarde in waarden]
        if lijst.flow_style:
            nieuw = f"[{', '.join(delen)}]"
        else:
            tussen = "\n" + " " * lijst.start_mark.column
            nieuw = tussen.join(f"- {deel}" for deel in delen)
        self.wijzigingen.append((lijst.start_mark.index, eind(lijst), nieuw))

    def zet_erboven(self, pad: str, tekst: str) -> None:
        """Put a remark above the line of a key, wrapped and indented as the key is."""
        if gevonden := self.paar(pad):
            sleutel = gevonden[0].start_mark
            begin = sleutel.index - sleutel.column
            self.wijzigingen.append((begin, begin, als_opmerking(tekst, sleutel.column)))

    def voeg_in(self, pad: str, regel: str) -> None:
        """Put a line of YAML above the line of a key of the root."""
        if gevonden := self.paar(pad):
            begin = gevonden[0].start_mark.index
            self.wijzigingen.append((begin, begin, f"{regel}\n"))

    def vervang_blok(self, pad: str, tekst: str) -> None:
        """Replace a key of the root, its value and the remarks right above it by a remark."""
        if not (gevonden := self.paar(pad)):
            return
        sleutel, waarde = gevonden
        begin = sleutel.start_mark.index
        while (vorige := self.tekst.rfind("\n", 0, max(begin - 1, 0)) + 1) < begin:
            if not self.tekst[vorige:begin].startswith("#"):
                break
            begin = vorige
        einde = self.tekst.find("\n", eind(waarde)) + 1 or len(self.tekst)
        self.wijzigingen.append((begin, einde, als_opmerking(tekst, 0)))

    def klaar(self) -> str:
        """Return the text with all changes; of two at one place the first asked for comes first."""
        uit, vorige = [], 0
        for begin, einde, nieuw in sorted(self.wijzigingen, key=lambda deel: deel[:2]):
            uit += [self.tekst[vorige:begin], nieuw]
            vorige = max(vorige, einde)
        return "".join([*uit, self.tekst[vorige:]])


def eind(knoop: yaml.Node) -> int:
    """Return where a value ends; YAML itself has a block end behind the remarks below it."""
    if isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style and knoop.value:
        laatste = knoop.value[-1]
        return eind(laatste[1] if isinstance(laatste, tuple) else laatste)
    einde: int = knoop.end_mark.index
    return einde


def als_yaml(waarde: Any) -> str:
    """Return a value as YAML on one line: `[2014, 2022]`, `'3.0'`."""
    tekst = yaml.safe_dump(
        waarde, default_flow_style=True, allow_unicode=True, width=float("inf")
    ).removesuffix("\n")
    return tekst.removesuffix("\n...")


def als_opmerking(tekst: str, inspringing: int) -> str:
    """Return a remark of one or more lines, wrapped; lines after the first are set in."""
    wit = " " * inspringing
    return "".join(
        textwrap.fill(
            regel,
            BREEDTE,
            initial_indent=f"{wit}# " if i == 0 else f"{wit}#   ",
            subsequent_indent=f"{wit}#   ",
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
        + "\n"
        for i, regel in enumerate(tekst.split("\n"))
    )
