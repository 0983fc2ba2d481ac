"""The words of marked content: what a tag of a PDF of ours (from Typst) says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pikepdf

LEEG = pikepdf.Dictionary()
ZACHT_STREEPJE = "\u00ad"  # what Typst breaks a word with

_STUK = re.compile(rb"/MCID (\d+)")
_STRING = rb"<[0-9A-F]+>|\((?:\\.|[^\\()])*\)"
_TEKEN = re.compile(
    rb"/ActualText\s*(?P<echt>" + _STRING + rb")>>\s*BDC.*?EMC"  # a hyphen, a break in a word
    rb"|/(?P<letter>[^\s/<>()\[\]]+) [\d.]+ Tf|(?P<codes>" + _STRING + rb")",
    re.DOTALL,
)
_ONTSNAPT = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERLIJK = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


def codes(letter: pikepdf.Object) -> Iterator[tuple[int, str]]:
    """Yield the two-byte codes of a font and the text that each stands for (its ToUnicode map)."""

    def tekst_van(hexadecimaal: str) -> str:
        return bytes.fromhex(hexadecimaal).decode("utf-16-be")

    cmap = letter.ToUnicode.read_bytes().decode("latin-1")
    for blok in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, uit in re.findall(r"<(\w+)>\s*<(\w+)>", blok):
            yield int(code, 16), tekst_van(uit)
    for blok in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for van, tot, uit in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", blok):
            for stap in range(int(tot, 16) - int(van, 16) + 1):
                yield int(van, 16) + stap, chr(ord(tekst_van(uit)) + stap)


Letters = Mapping[str, Mapping[int, str]]


class Woorden:
    """The text of the marked content of a document; a page is read when it is first asked for."""

    def __init__(self) -> None:
        self._letters: dict[tuple[int, int], dict[int, str]] = {}
        self._paginas: dict[tuple[int, int], tuple[dict[int, bytes], Letters]] = {}

    def van(self, pagina: pikepdf.Object | None, mcid: int) -> str:
        """Return the text of one piece of marked content; "" for one without text."""
        if pagina is None:
            return ""
        sleutel = pagina.objgen
        if sleutel not in self._paginas:
            self._paginas[sleutel] = (stukken(_inhoud(pagina)), self._letters_van(pagina))
        inhoud, letters = self._paginas[sleutel]
        return tekst(inhoud.get(mcid, b""), letters)

    def _letters_van(self, pagina: pikepdf.Object) -> Letters:
        letters = pagina.get("/Resources", LEEG).get("/Font", LEEG)
        return {str(naam)[1:]: self._letter(letter) for naam, letter in letters.items()}

    def _letter(self, letter: pikepdf.Object) -> dict[int, str]:
        if letter.objgen not in self._letters:
            self._letters[letter.objgen] = dict(codes(letter)) if "/ToUnicode" in letter else {}
        return self._letters[letter.objgen]


def _inhoud(pagina: pikepdf.Object) -> bytes:
    """Return the content stream of a page."""
    inhoud = pagina.Contents
    delen = [inhoud] if isinstance(inhoud, pikepdf.Stream) else list(inhoud)
    return b"\n".join(deel.read_bytes() for deel in delen)


def stukken(inhoud: bytes) -> dict[int, bytes]:
    """Return what begins with each piece of marked content of a content stream, by its number.

    Marked content of ours has no other marked content in it, but for breaks within a word.
    """
    _, *delen = _STUK.split(inhoud)
    return {int(mcid): stuk for mcid, stuk in zip(delen[::2], delen[1::2], strict=True)}


def tekst(stuk: bytes, letters: Letters) -> str:
    """Return the text of a piece of marked content.

    Args:
        stuk: its part of the content stream; an artifact that follows is none of it.
        letters: the text of each two-byte code, per font of the page.
    """
    uit: list[str] = []
    letter: Mapping[int, str] = {}
    for teken in _TEKEN.finditer(stuk.partition(b"/Artifact")[0]):
        if teken.lastgroup == "letter":
            letter = letters.get(teken["letter"].decode("latin-1"), {})
        elif teken.lastgroup == "echt":
            ruw = _bytes(teken["echt"])
            uit.append(ruw.decode("utf-16" if ruw.startswith(b"\xfe\xff") else "latin-1"))
        else:
            ruw = _bytes(teken["codes"])
            uit += (letter.get(int.from_bytes(ruw[i : i + 2]), "") for i in range(0, len(ruw), 2))
    return "".join(uit).replace(ZACHT_STREEPJE, "")


def _bytes(string: bytes) -> bytes:
    """Return the bytes of a string in a content stream, which is in hexadecimals or has escapes."""
    if string.startswith(b"<"):
        return bytes.fromhex(string[1:-1].decode())
    return _ONTSNAPT.sub(_ontsnapt, string[1:-1])


def _ontsnapt(deel: re.Match[bytes]) -> bytes:
    if deel[1][:1] in b"01234567":
        return bytes([int(deel[1], 8) & 255])
    return _LETTERLIJK.get(deel[1], deel[1])
