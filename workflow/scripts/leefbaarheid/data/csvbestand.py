"""From bytes to cells: an official csv read strictly, with the true line number of every row.

The csv module is used and not `pandas.read_csv`, because pandas repairs in silence what should be
told (rows with too few fields, unclosed quotes, NUL bytes) and loses the line numbers. Cells stay
text here; `bronnen` gives them their meaning.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u

SCHEIDINGSTEKENS = {",": "komma", ";": "puntkomma", "\t": "tab", "|": "verticale streep"}
ONTBREKEND = frozenset({"", "NA"})
_GETAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_DECIMALE_KOMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?", re.ASCII)
_VORM = (
    "Sla het bestand op met een komma als scheidingsteken, een punt als decimaalteken en als "
    "UTF-8; een officieel bestand is al zo, gebruik dat zoals het is."
)
_AANVULLEN = "Haal het bestand opnieuw op of vul het aan."
_NAAR_UTF8 = (
    "Sla het bestand op als UTF-8 (Excel: 'CSV UTF-8'), of zet het om met "
    "`iconv -f {codering} -t UTF-8 oud.csv > nieuw.csv`."
)


def controleer_bestand(
    pad: str | Path, ophalen: str | None = None, sha256: str | None = None
) -> Path:
    """Return `pad` if the source file is there, is not empty and has the expected checksum.

    Args:
        pad: the source file.
        ophalen: where it comes from, as the config says it: an address, or a command.
        sha256: the expected checksum (64 hex digits), or None for no check.

    Raises:
        InvoerFout: missing, empty, or another checksum than the config states.
    """
    pad = Path(pad)
    if not pad.is_file():
        raise InvoerFout(
            "het bestand ontbreekt" if not pad.exists() else "dit is geen bestand",
            bestand=pad,
            remedie=_ophaalzin(pad, ophalen),
        )
    if pad.stat().st_size == 0:
        raise InvoerFout(
            "het bestand is leeg (0 bytes)", bestand=pad, remedie=_ophaalzin(pad, ophalen)
        )
    if sha256:
        with pad.open("rb") as stroom:
            werkelijk = hashlib.file_digest(stroom, "sha256").hexdigest()
        if werkelijk != sha256.strip().lower():
            raise InvoerFout(
                "het bestand is niet het bestand dat de config verwacht: sha256 is "
                f"{werkelijk}, verwacht {sha256}",
                bestand=pad,
                remedie=f"{_ophaalzin(pad, ophalen)} Is het bestand bewust vervangen, zet dan de "
                "nieuwe sha256 in de config.",
            )
    return pad


def _ophaalzin(pad: Path, ophalen: str | None) -> str:
    """Say how to get the file: download, command, or where to put it."""
    if not ophalen:
        return (
            f"Zet '{pad.name}' in de map '{pad.parent}', of pas `bronnen_map` of `bronnen` in de "
            "config aan."
        )
    if ophalen.startswith(("http://", "https://")):
        return (
            f"Download {ophalen}, pak het zo nodig uit en zet '{pad.name}' in de map "
            f"'{pad.parent}' (of pas `bronnen_map` in de config aan)."
        )
    return f"Haal of maak het met: {ophalen}. Het hoort in de map '{pad.parent}'."


@dataclass(frozen=True)
class Brontabel:
    """A source table as text, with where each row stands in the file.

    Attributes:
        pad: the file.
        cellen: one str column per csv column, whitespace at the ends removed.
        regels: line number in the file at which each row begins (header = 1).
    """

    pad: Path
    cellen: pd.DataFrame
    regels: np.ndarray


def lees_tekst(pad: str | Path) -> tuple[str, str]:
    """Return the text of a file and its encoding ("UTF-8" or "UTF-8 met BOM").

    Raises:
        InvoerFout: empty, a zip or Excel file, UTF-16, NUL bytes, or not UTF-8; the last with the
            line and the byte, and how to convert.
    """
    pad = Path(pad)
    ruw = pad.read_bytes()
    if not ruw.strip():
        raise InvoerFout("het bestand is leeg", bestand=pad, remedie=_AANVULLEN)
    if ruw.startswith(b"PK\x03\x04"):
        raise InvoerFout(
            "dit is een zip- of Excelbestand, geen csv",
            bestand=pad,
            remedie="Pak de zip uit, of sla het werkblad op als 'CSV UTF-8'.",
        )
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


def scheidingsteken(tekst: str) -> str:
    """Return the character that separates the columns of the header line; a comma if none does."""
    kop = tekst.split("\n", 1)[0]
    return max(SCHEIDINGSTEKENS, key=kop.count)


def lees_cellen(
    pad: str | Path,
    verplicht: Sequence[str],
    *,
    toegestaan: Collection[str] | None = None,
    config_kolommen: Collection[str] = (),
    meerregelig: bool = False,
) -> Brontabel:
    """Read a csv strictly into text cells.

    Args:
        pad: the file; comma separated, UTF-8 with or without byte order mark.
        verplicht: columns that must be there.
        toegestaan: the only columns allowed; None allows any.
        config_kolommen: those of `verplicht` that the config names, so that the remedy says so.
        meerregelig: whether a quoted cell may hold a line end.

    Raises:
        InvoerFout: see `lees_tekst`; wrong separator, unclosed quote, missing, double or unknown
            columns, header only, rows with too few (cut off) or too many fields.
    """
    pad = Path(pad)
    tekst, _ = lees_tekst(pad)
    _controleer_scheiding(pad, tekst)
    rijen, regels = _ontleed(pad, tekst, meerregelig)
    kop, *rijen = rijen
    kop = [naam.strip() for naam in kop]
    _controleer_kop(pad, kop, verplicht, toegestaan, config_kolommen)
    if not rijen:
        raise InvoerFout(
            "het bestand heeft alleen een kopregel en geen gegevens",
            bestand=pad,
            regel=1,
            remedie=_AANVULLEN,
        )
    _controleer_velden(pad, kop, rijen, regels[1:])
    cellen = {
        naam: [cel.strip() for cel in kolom]
        for naam, kolom in zip(kop, zip(*rijen, strict=True), strict=True)
    }
    return Brontabel(pad, pd.DataFrame(cellen, dtype=object), np.asarray(regels[1:]))


def _controleer_scheiding(pad: Path, tekst: str) -> None:
    teken = scheidingsteken(tekst)
    if teken == ",":
        return
    kop, *gegevens = tekst.split("\n", 2)[:2]
    komma = any(is_decimale_komma(cel.strip()) for cel in "".join(gegevens).split(teken))
    raise InvoerFout(
        f"de kolommen zijn gescheiden door een {SCHEIDINGSTEKENS[teken]}, verwacht een komma"
        + ("; ook staat er een decimale komma in plaats van een punt" if komma else ""),
        bestand=pad,
        regel=1,
        waarde=kop.strip()[:60].replace("\t", "\\t"),
        remedie=_VORM,
    )


def _ontleed(pad: Path, tekst: str, meerregelig: bool) -> tuple[list[list[str]], list[int]]:
    """Split into rows, with the line at which each begins; blank lines are passed over."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), strict=True)
    rijen, regels, vorige = [], [], 0
    try:
        for rij in lezer:
            if lezer.line_num > vorige + 1 and not meerregelig:
                raise csv.Error("a cell runs over several lines")
            if rij:
                rijen.append(rij)
                regels.append(vorige + 1)
            vorige = lezer.line_num
    except csv.Error:
        raise InvoerFout(
            "een aanhalingsteken op deze regel wordt niet, of verkeerd, gesloten",
            bestand=pad,
            regel=vorige + 1,
            waarde=re.split(r"\r\n|\r|\n", tekst)[vorige][:60],
            remedie='Zet aanhalingstekens om de hele cel ("Appel, Driedorp") of haal ze weg; '
            'een aanhalingsteken binnen een cel wordt verdubbeld (""). Is dit de laatste regel, '
            "dan is het bestand afgekapt: haal het opnieuw op.",
        ) from None
    return rijen, regels


def _controleer_kop(
    pad: Path,
    kop: list[str],
    verplicht: Sequence[str],
    toegestaan: Collection[str] | None,
    config_kolommen: Collection[str],
) -> None:
    dubbel = sorted({naam for naam in kop if kop.count(naam) > 1})
    if dubbel:
        plekken = ", ".join(str(i + 1) for i, naam in enumerate(kop) if naam == dubbel[0])
        raise InvoerFout(
            f"de kolom staat dubbel in de kopregel (plaatsen {plekken})",
            bestand=pad,
            regel=1,
            kolom=dubbel[0],
            remedie="Laat één van de kolommen weg, of geef ze verschillende namen.",
        )
    ontbreekt = [naam for naam in verplicht if naam not in kop]
    if ontbreekt:
        vrij = {naam.lower(): naam for naam in kop if naam not in verplicht}
        hint = bedoelde_u(ontbreekt[0].lower(), vrij)
        for klein, naam in vrij.items():
            hint = hint.replace(klein, naam)
        rest = f" (ook: {', '.join(ontbreekt[1:])})" if ontbreekt[1:] else ""
        if ontbreekt[0] == "wk_code" and (ander := {"bu_code", "gm_code", "PC4"} & set(kop)):
            hint = f"Dit lijkt een bestand met '{min(ander)}' in plaats van wijken."
        doen = (
            "Verbeter de naam in de config, of voeg de kolom toe."
            if ontbreekt[0] in config_kolommen
            else f"De kopregel hoort te bevatten: {', '.join(verplicht)}."
        )
        raise InvoerFout(
            f"de kolom ontbreekt{rest}; het bestand heeft: {', '.join(kop)}",
            bestand=pad,
            regel=1,
            kolom=ontbreekt[0],
            remedie=f"{hint} {doen}".strip(),
        )
    onbekend = [naam for naam in kop if toegestaan is not None and naam not in toegestaan]
    if onbekend:
        hint = bedoelde_u(onbekend[0].lower(), toegestaan or ())
        raise InvoerFout(
            "deze kolom hoort niet in dit bestand",
            bestand=pad,
            regel=1,
            kolom=onbekend[0],
            remedie=f"{hint} Toegestaan zijn: {', '.join(toegestaan or ())}.".strip(),
        )


def _controleer_velden(
    pad: Path, kop: list[str], rijen: list[list[str]], regels: list[int]
) -> None:
    """Refuse rows with another number of fields than the header."""
    aantal = np.fromiter(map(len, rijen), dtype=int, count=len(rijen))
    fout = np.flatnonzero(aantal != len(kop))
    if not fout.size:
        return
    i = int(fout[0])
    afgekapt = aantal[i] < len(kop) and i == len(rijen) - 1
    if afgekapt:
        oorzaak = "; het bestand lijkt afgekapt"
        remedie = "Haal het bestand opnieuw op."
    elif aantal[i] < len(kop):
        oorzaak, remedie = "", "Vul de regel aan; een ontbrekende waarde is NA of leeg."
    elif _lijkt_decimale_komma(rijen[i]):
        oorzaak = "; er lijken decimale komma's in te staan"
        remedie = "Schrijf getallen met een decimale punt (4.13 en niet 4,13)."
    else:
        oorzaak = ""
        remedie = (
            'Zet een tekst met een komma tussen aanhalingstekens ("Appel, Driedorp"), en schrijf '
            "getallen met een decimale punt."
        )
    raise InvoerFout(
        f"de regel heeft {aantal[i]} velden, de kopregel heeft er {len(kop)}{oorzaak}"
        + en_nog(fout.size),
        bestand=pad,
        regel=regels[i],
        waarde=",".join(rijen[i])[:60],
        remedie=remedie,
    )


def _lijkt_decimale_komma(rij: list[str]) -> bool:
    """Tell whether fields look like halves of numbers: no point, and "4" followed by "1315"."""
    if any(re.fullmatch(r"-?\d*\.\d+", cel.strip()) for cel in rij):
        return False
    return any(
        re.fullmatch(r"-?\d{1,2}", a.strip()) and re.fullmatch(r"\d{3,}", b.strip())
        for a, b in pairwise(rij)
    )


def en_nog(aantal: int) -> str:
    """Return " (en nog 12 regels)" for 13 rows, "" for one."""
    if aantal <= 1:
        return ""
    return " (en nog 1 regel)" if aantal == 2 else f" (en nog {aantal - 1} regels)"


def is_getal(cel: str) -> bool:
    """Tell whether a cell is a number with a decimal point: "4.13" or "1e-05", not "nan"."""
    return _GETAL.fullmatch(cel) is not None


def is_decimale_komma(cel: str) -> bool:
    """Tell whether a cell is a number with a decimal comma ("4,13")."""
    return _DECIMALE_KOMMA.fullmatch(cel) is not None


def naar_getallen(
    cellen: Sequence[str], ontbrekend: Collection[str] = ONTBREKEND
) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells as floats (NaN for missing or unreadable) and a mask of the unreadable."""
    leesbaar = np.fromiter(map(is_getal, cellen), dtype=bool, count=len(cellen))
    leeg = np.fromiter((cel in ontbrekend for cel in cellen), dtype=bool, count=len(cellen))
    getallen = np.full(len(cellen), np.nan)
    goed = leesbaar & ~leeg
    getallen[goed] = [float(cel) for cel, g in zip(cellen, goed, strict=True) if g]
    getallen[np.isinf(getallen)] = np.nan
    return getallen, np.isnan(getallen) & ~leeg


@dataclass
class Bevindingen:
    """Collects what is wrong in one file: per kind the first row and the number of rows."""

    bron: Brontabel
    fouten: list[InvoerFout] = field(default_factory=list)

    def meld(
        self,
        fout: np.ndarray | pd.Series,
        wat: str | Callable[[int], str],
        *,
        kolom: str | Callable[[int], str],
        remedie: str | Callable[[int], str],
    ) -> None:
        """Note the first row where `fout` is True; texts may be functions of the row's position."""
        plekken = np.flatnonzero(np.asarray(fout, dtype=bool))
        if not plekken.size:
            return
        i = int(plekken[0])
        wat, kolom, remedie = (x(i) if callable(x) else x for x in (wat, kolom, remedie))
        cellen = self.bron.cellen
        self.fouten.append(
            InvoerFout(
                wat + en_nog(plekken.size),
                bestand=self.bron.pad,
                regel=int(self.bron.regels[i]),
                kolom=kolom,
                waarde=cellen[kolom].iat[i] if kolom in cellen else None,
                remedie=remedie,
            )
        )

    def meld_getallen(self, onleesbaar: dict[str, np.ndarray]) -> None:
        """Note cells that are no number: decimal commas as one kind, the rest as another."""
        kolommen = list(onleesbaar)
        masker = np.column_stack([onleesbaar[k] for k in kolommen])
        if not masker.any():
            return
        komma = masker.copy()
        for j, naam in enumerate(kolommen):
            komma[masker[:, j], j] = [
                is_decimale_komma(cel) for cel in self.bron.cellen[naam][masker[:, j]]
            ]
        for deel, wat, remedie in (
            (
                komma,
                "er staat een decimale komma, verwacht een decimale punt",
                "Schrijf getallen met een decimale punt (4.13 en niet 4,13).",
            ),
            (
                masker & ~komma,
                "dit is geen getal",
                "Zet hier een getal met een decimale punt, of NA als de waarde ontbreekt.",
            ),
        ):
            self.meld(
                deel.any(axis=1),
                wat,
                kolom=lambda i, deel=deel: kolommen[int(deel[i].argmax())],
                remedie=remedie,
            )

    def klaar(self) -> None:
        """Raise the first finding, with the other kinds listed below it; return if there is none.

        Raises:
            InvoerFout: anything was found.
        """
        if not self.fouten:
            return
        eerste, *rest = self.fouten
        if rest:
            lijst = "\n".join(
                f"  - regel {f.regel}, kolom '{f.kolom}', waarde '{f.waarde}': {f.wat}"
                for f in rest
            )
            eerste = InvoerFout(
                eerste.wat,
                bestand=eerste.bestand,
                regel=eerste.regel,
                kolom=eerste.kolom,
                waarde=eerste.waarde,
                remedie=f"{eerste.remedie}\n  Ook mis in dit bestand:\n{lijst}",
            )
        raise eerste
