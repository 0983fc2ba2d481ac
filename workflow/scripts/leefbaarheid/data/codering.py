"""From bytes to text: a source is UTF-8, and anything else is told with how to convert it."""

from __future__ import annotations

from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.bestandssoort import weiger_andere_soort

AANVULLEN = "Haal het bestand opnieuw op of vul het aan."
_NAAR_UTF8 = (
    "Sla het bestand op als UTF-8 (Excel: 'CSV UTF-8'), of zet het om met "
    "`iconv -f {codering} -t UTF-8 oud.csv > nieuw.csv`."
)


def lees_tekst(pad: str | Path) -> tuple[str, str]:
    """Return the text of a file and its encoding ("UTF-8" or "UTF-8 met BOM").

    Raises:
        InvoerFout: empty, another kind of file (see `bestandssoort`), UTF-16, NUL bytes, or not
            UTF-8; the last with the line and the byte, and how to convert.
    """
    pad = Path(pad)
    ruw = pad.read_bytes()
    weiger_andere_soort(pad, ruw)
    _weiger_utf16(pad, ruw)
    if (plek := ruw.find(b"\0")) >= 0:
        raise InvoerFout(
            "er staat een NUL-byte in; het bestand is afgekapt of beschadigd",
            bestand=pad,
            regel=_regel_van_byte(ruw, plek),
            remedie="Haal het bestand opnieuw op.",
        )
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise _geen_utf8(pad, ruw, fout.start) from None
    if not tekst.strip("\ufeff").strip():
        raise InvoerFout("het bestand is leeg", bestand=pad, remedie=AANVULLEN)
    if tekst.startswith("\ufeff"):
        return tekst[1:], "UTF-8 met BOM"
    return tekst, "UTF-8"


def _weiger_utf16(pad: Path, ruw: bytes) -> None:
    """Refuse UTF-16, with a byte order mark or recognised by its NUL at every other byte."""
    begin = ruw[:200]
    helft = len(begin) // 2
    zonder_bom = helft > 3 and max(begin[0::2].count(0), begin[1::2].count(0)) > 0.8 * helft
    if ruw.startswith((b"\xff\xfe", b"\xfe\xff")) or zonder_bom:
        raise InvoerFout(
            "het bestand is UTF-16 ('Unicode-tekst' in Excel), verwacht UTF-8",
            bestand=pad,
            regel=1,
            remedie=_NAAR_UTF8.format(codering="UTF-16"),
        )


def _regel_van_byte(ruw: bytes, plek: int) -> int:
    return ruw.count(b"\n", 0, plek) + 1


def _geen_utf8(pad: Path, ruw: bytes, plek: int) -> InvoerFout:
    """Build the message for a file whose byte `plek` is not UTF-8: most often Windows-1252."""
    begin = ruw.rfind(b"\n", 0, plek) + 1
    einde = ruw.find(b"\n", plek)
    aantal = sum(byte > 127 for byte in ruw)
    fragment = ruw[max(begin, plek - 15) : min(plek + 15, einde if einde >= 0 else len(ruw))]
    return InvoerFout(
        f"het bestand is geen UTF-8: byte {plek - begin + 1} van deze regel is 0x{ruw[plek]:02X}"
        + (f" (het bestand heeft {aantal} zulke bytes)" if aantal > 1 else "")
        + "; het lijkt Windows-1252",
        bestand=pad,
        regel=_regel_van_byte(ruw, plek),
        waarde=fragment.decode("cp1252", errors="replace").strip(),
        remedie=_NAAR_UTF8.format(codering="WINDOWS-1252"),
    )
