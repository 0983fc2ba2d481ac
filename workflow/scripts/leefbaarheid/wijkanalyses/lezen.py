"""Read wijkanalyses: one Markdown or Word file each, with a header and eight fixed sections.

What comes out is plain data: the header as checked values and each section as Markdown that holds
text and nothing else (see `schone_tekst`). Everything a writer can get wrong is one Dutch message
with the file and, in Markdown, the line.

The sections and the three perspectives follow *Wijk in zicht* (Platform31; DOMAIN.md section 1).
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.wijkanalyses import schone_tekst
from leefbaarheid.wijkanalyses.bron import (
    MAX_TEKST,
    MAX_UITGEPAKT,
    OPNIEUW_OPSLAAN,
    Bron,
    beeldsoort,
    controleer_binnen,
    lees_bytes,
    lees_tekst,
    open_word,
    zoek_beeld,
)
from leefbaarheid.wijkanalyses.kop import (
    KOPREMEDIE,
    MAX_KOP,
    OORDELEN,
    VELDEN,
    WIJKCODE,
    WORDREMEDIE,
    controleer_kop,
    kop_uit_tabel,
    koptabel,
    lees_yaml,
)
from leefbaarheid.wijkanalyses.schone_tekst import Ongeschikt, PandocFout, Schoonmaker

__all__ = [
    "BEELDENMAP",
    "OORDELEN",
    "SECTIES",
    "VELDEN",
    "Wijkanalyse",
    "als_markdown",
    "beeldinhoud",
    "controleer_codes",
    "lees_bestand",
    "lees_map",
    "vind_bestanden",
]

Wijkanalyse = dict[str, Any]
"""One analysis as plain data; `lees_bestand` says what is in it."""

BEELDENMAP = "wijkanalyses-beelden"
"""Folder that images are written to, and that the Markdown refers to."""

_WORD_OF_MARKDOWN = (".md", ".docx")
_ANDERE_TEKST = (".doc", ".docm", ".odt", ".rtf", ".qmd", ".rmd", ".markdown")


# --- which files --------------------------------------------------------------------------------


def vind_bestanden(map_: str | Path) -> list[Path]:
    """Return all files in the folder of the wijkanalyses (images in subfolders too), sorted.

    Hidden files and Word's lock files (`~$`) are left out; `lees_map` takes from the rest what it
    needs. Only names are looked at.
    """
    paden = (pad for pad in Path(map_).rglob("*") if pad.is_file())
    return sorted(pad for pad in paden if not pad.name.startswith((".", "~$")))


def lees_map(
    paden: Iterable[str | Path],
    themas: Mapping[str, str],
    map_: str | Path | None = None,
    draden: int = 2,
) -> list[Wijkanalyse]:
    """Return the wijkanalyses among `paden`, ordered by file name; [] when there are none.

    Args:
        paden: files of the folder; .md and .docx directly in it are wijkanalyses, except README.md.
        themas: the themes of the edition: key and label.
        map_: the folder; default the one the files are in.
        draden: how many files are read at once (the work is done by pandoc).

    Raises:
        InvoerFout: a file is wrong (see `lees_bestand`), two files have the same title or name, a
            .yaml file belongs to no Word file, or a file is of a kind that is not read.
    """
    alle = sorted(
        (Path(pad) for pad in paden if not Path(pad).name.startswith((".", "~$"))),
        key=lambda pad: pad.name,
    )
    eigen = [pad for pad in alle if map_ is None or pad.parent.resolve() == Path(map_).resolve()]
    analyses = [
        pad
        for pad in eigen
        if pad.suffix.lower() in _WORD_OF_MARKDOWN and pad.name.lower() != "readme.md"
    ]
    _controleer_namen(eigen, analyses)
    with ThreadPoolExecutor(max_workers=draden) as groep:
        gelezen = list(groep.map(lambda pad: lees_bestand(pad, themas, map_), analyses))
    titels: dict[str, str] = {}
    for analyse in gelezen:
        titel = " ".join(analyse["titel"].casefold().split())
        if titel in titels:
            raise InvoerFout(
                f"deze titel heeft ook {titels[titel]}",
                bestand=analyse["bron"],
                kolom="titel",
                waarde=analyse["titel"],
                remedie="Geef elke wijkanalyse een eigen titel, of haal het dubbele bestand weg.",
            )
        titels[titel] = analyse["bron"]
    return gelezen


def _controleer_namen(eigen: Sequence[Path], analyses: Sequence[Path]) -> None:
    """Refuse files that would be passed over in silence, and names that clash."""
    word = {pad.stem for pad in analyses if pad.suffix.lower() == ".docx"}
    for pad in eigen:
        if pad.suffix.lower() in _ANDERE_TEKST:
            raise InvoerFout(
                f"een {pad.suffix}-bestand wordt niet gelezen",
                bestand=pad,
                remedie="Sla het op als .docx of .md, of haal het uit de map.",
            )
        if pad.suffix.lower() in (".yaml", ".yml") and (
            pad.stem not in word or pad.suffix != ".yaml"
        ):
            raise InvoerFout(
                "bij deze kop hoort geen Word-bestand",
                bestand=pad,
                remedie=f"De kop van x.docx heet x.yaml. Leg {pad.stem}.docx ernaast, of haal dit "
                "bestand weg; een .md-bestand heeft zijn kop in het bestand zelf.",
            )
    sleutels: dict[str, Path] = {}
    for pad in analyses:
        eerder = sleutels.setdefault(_sleutel(pad), pad)
        if eerder != pad:
            raise InvoerFout(
                f"deze naam lijkt te veel op {eerder.name}",
                bestand=pad,
                remedie="Geef de bestanden namen die ook zonder extensie, hoofdletters en "
                "leestekens verschillen, of haal het dubbele bestand weg.",
            )


def _sleutel(pad: Path) -> str:
    """Return a name for ids and labels: lower case letters, digits and hyphens."""
    plat = unicodedata.normalize("NFKD", pad.stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plat).strip("-") or "analyse"


# --- one file -----------------------------------------------------------------------------------


def lees_bestand(
    pad: str | Path, themas: Mapping[str, str], map_: str | Path | None = None
) -> Wijkanalyse:
    """Return one wijkanalyse.

    Args:
        pad: a .md or .docx file.
        themas: the themes of the edition: key and label.
        map_: the folder that the file and its images must be in; default the folder of the file.

    Returns:
        bron (file name), sleutel (short name, unique within the folder), the header fields (VELDEN;
        lists as lists, datum as ISO text), secties (Markdown per heading of SECTIES, without the
        heading itself; headings within it start at level 4), woorden (number of words in the
        sections), afbeeldingen (list of bestand: path in the Markdown, bron, alt) and plaats_wijken
        (file and line the codes stand in, for messages).

    Raises:
        InvoerFout: anything that is not as it should be.
    """
    pad = Path(pad)
    bron = Bron(pad, Path(map_) if map_ is not None else pad.parent)
    controleer_binnen(bron, pad)
    try:
        if bron.is_word:
            inhoud = lees_bytes(pad, MAX_UITGEPAKT)
            with open_word(bron, inhoud) as bron.zip_:
                return _lees_word(bron, inhoud, themas)
        return _lees_markdown(bron, themas)
    except RecursionError:
        raise bron.fout(
            "de tekst is te diep genest", remedie="Vereenvoudig lijsten en citaten in lijsten."
        ) from None


def _lees_markdown(bron: Bron, themas: Mapping[str, str]) -> Wijkanalyse:
    tekst = lees_tekst(bron.pad, MAX_TEKST)
    bron.regels = tekst.split("\n")
    try:
        schone_tekst.controleer_leesbaar(tekst)
        schone_tekst.controleer_shortcode(tekst)
        schone_tekst.controleer_cellen(tekst)
    except Ongeschikt as fout:
        raise bron.uit(fout) from None
    if bron.regels[0].rstrip() != "---":
        raise bron.fout("het bestand begint niet met een kop", regel=1, remedie=KOPREMEDIE)
    einde = next((n for n, r in enumerate(bron.regels[1:], 1) if r.rstrip() in ("---", "...")), 0)
    if not einde:
        raise bron.fout(
            "de kop wordt niet afgesloten met een regel ---", regel=1, remedie=KOPREMEDIE
        )
    kop = lees_yaml(bron, "\n".join(bron.regels[1:einde]), eerste_regel=2)
    velden = controleer_kop(bron, kop, themas)
    # empty lines instead of the header, so that pandoc counts lines as the writer does
    romp = ("\n" * (einde + 1) + "\n".join(bron.regels[einde + 1 :])).encode()
    blokken, waarschuwingen = _ast(
        bron, romp, schone_tekst.LEES_MARKDOWN, "Vereenvoudig de opmaak van de tekst."
    )
    _controleer_voetnoten(bron, blokken, waarschuwingen)
    return _maak_analyse(bron, velden, blokken)


def _ast(bron: Bron, inhoud: bytes, formaat: str, remedie: str) -> tuple[list[Any], list[str]]:
    try:
        return schone_tekst.lees_ast(inhoud, formaat)
    except (PandocFout, json.JSONDecodeError) as fout:
        raise bron.fout(f"pandoc kan dit bestand niet lezen: {fout}", remedie=remedie) from None


def _controleer_voetnoten(bron: Bron, blokken: list[Any], waarschuwingen: Sequence[str]) -> None:
    """Refuse text that pandoc would drop, and footnotes without text."""
    soorten = {
        "Note with key": "een voetnoot wordt nergens aangehaald en zou wegvallen",
        "Duplicate note": "een voetnoot staat er twee keer",
        "Duplicate link": "een webadres met deze naam staat er twee keer",
    }
    for melding in waarschuwingen:
        wat = next((zin for begin, zin in soorten.items() if begin in melding), None)
        regel = re.search(r"at line (\d+)", melding)
        raise bron.fout(
            wat or "pandoc vindt de opmaak niet in orde",
            regel=int(regel[1]) if regel else None,
            waarde=None if wat else melding.removeprefix("[WARNING] "),
            remedie="Herstel de opmaak op deze regel.",
        )
    if zonder := re.search(r"\[\^[^\]\s]+\]", schone_tekst.platte_tekst(blokken)):
        raise bron.fout(
            "bij deze voetnoot ontbreekt de tekst",
            regel=bron.regel_van(zonder[0]),
            waarde=zonder[0],
            remedie=f"Voeg een regel '{zonder[0]}: tekst van de noot' toe.",
        )


# --- Word ---------------------------------------------------------------------------------------


def _lees_word(bron: Bron, inhoud: bytes, themas: Mapping[str, str]) -> Wijkanalyse:
    blokken, _ = _ast(bron, inhoud, "docx", OPNIEUW_OPSLAAN)
    ernaast = bron.pad.with_suffix(".yaml")
    tabel = koptabel(blokken)
    if ernaast.exists():
        if tabel is not None:
            raise bron.fout(
                f"de kop staat er twee keer: in de eerste tabel en in {ernaast.name}",
                remedie="Houd een van de twee.",
            )
        controleer_binnen(bron, ernaast)
        bron.kopbestand = ernaast
        # the lines --- that a header has in Markdown may stand here too
        tekst = re.sub(
            r"\A---[ \t]*$|^---[ \t]*\s*\Z", "", lees_tekst(ernaast, MAX_KOP), flags=re.M
        )
        kop = lees_yaml(bron, tekst, eerste_regel=1)
    elif tabel is not None:
        kop = kop_uit_tabel(bron, tabel)
        blokken = blokken[1:]
    else:
        raise bron.fout("het Word-bestand heeft geen kop", remedie=WORDREMEDIE)
    return _maak_analyse(bron, controleer_kop(bron, kop, themas), blokken)


def controleer_codes(
    analyses: Iterable[Wijkanalyse],
    bekend: Mapping[str, str],
    map_: str | Path | None = None,
) -> None:
    """Check that every wijk code is in at least one source.

    Args:
        analyses: as `lees_map` returns them.
        bekend: wk_code and name of every wijk in either source.
        map_: folder of the wijkanalyses, for the message.

    Raises:
        InvoerFout: an unknown code; the message gives the nearest ones with their names.
    """
    for analyse in analyses:
        for code in analyse["wijken"]:
            if code in bekend:
                continue
            zin = bedoelde_u(code, bekend)
            for naam in re.findall(WIJKCODE, zin):
                zin = zin.replace(naam, f"{naam} ({bekend[naam]})")
            raise InvoerFout(
                "deze wijkcode staat in geen van de bronnen van deze editie",
                bestand=Path(map_ or "") / analyse["plaats_wijken"]["bestand"],
                regel=analyse["plaats_wijken"]["regel"],
                kolom="wijken",
                waarde=code,
                remedie=zin or "Controleer de code en het peiljaar van de wijkindeling.",
            )


# --- the sections -------------------------------------------------------------------------------


def _maak_analyse(
    bron: Bron, velden: Mapping[str, Any], blokken: Sequence[dict[str, Any]]
) -> Wijkanalyse:
    sleutel = _sleutel(bron.pad)
    niveau, delen = _verdeel(bron, velden["titel"], list(blokken))
    afbeeldingen: list[dict[str, str]] = []

    def beeld(doel: str, alt: str) -> str:
        inhoud, herkomst = zoek_beeld(bron, doel)
        naam = f"{sleutel}-{hashlib.sha256(inhoud).hexdigest()[:8]}.{beeldsoort(inhoud, doel)}"
        nieuw = {"bestand": f"{BEELDENMAP}/{naam}", "bron": herkomst, "alt": alt}
        if nieuw not in afbeeldingen:
            afbeeldingen.append(nieuw)
        return nieuw["bestand"]

    schoonmaker = Schoonmaker(sleutel, uit_word=bron.is_word, beeld=beeld)
    schoon = {}
    naam = ""
    try:
        for naam, inhoud in delen.items():
            schoon[naam] = schoonmaker.sectie(inhoud, niveau)
            zonder_koppen = [blok for blok in schoon[naam] if blok["t"] != "Header"]
            if not re.search(r"\w", schone_tekst.platte_tekst(zonder_koppen)):
                raise Ongeschikt(
                    "deze sectie is leeg", zoek=naam, remedie="Schrijf er ten minste één zin onder."
                )
        naam = ""
        markdown = schone_tekst.schrijf_markdown(schoon, sleutel)
    except Ongeschikt as fout:
        raise bron.uit(fout, naam) from None
    except PandocFout as fout:
        raise bron.fout(
            f"pandoc kan de tekst niet schrijven: {fout}", remedie="Vereenvoudig de opmaak."
        ) from None
    woorden = sum(
        len(re.findall(r"\S*\w\S*", schone_tekst.platte_tekst(s))) for s in schoon.values()
    )
    return {
        "bron": bron.pad.name,
        "sleutel": sleutel,
        **velden,
        "plaats_wijken": {
            "bestand": (bron.kopbestand or bron.pad).name,
            "regel": bron.kopregels.get("wijken"),
        },
        "secties": markdown,
        "woorden": woorden,
        "afbeeldingen": afbeeldingen,
    }


def _verdeel(
    bron: Bron, titel: str, blokken: list[dict[str, Any]]
) -> tuple[int, dict[str, list[dict[str, Any]]]]:
    """Return the level of the section headings and the blocks of each section.

    In Markdown sections have level 2. In Word they have Heading 1 or Heading 2, whichever style
    the fixed headings are found in first; a heading above them may only repeat the title.
    """
    koppen = [(b["c"][0], schone_tekst.platte_tekst(b)) for b in blokken if b["t"] == "Header"]
    niveau = 2
    if bron.is_word and any(n == 1 and tekst in SECTIES for n, tekst in koppen):
        niveau = 1
    verkeerd = next((t for n, t in koppen if n != niveau and t in SECTIES), None)
    if verkeerd:
        raise bron.fout(
            "deze vaste kop heeft niet het niveau van een sectie",
            regel=bron.kopregel(verkeerd),
            waarde=verkeerd,
            remedie=f"Schrijf '## {verkeerd}'; in Word Kop 1 voor alle vaste koppen, of Kop 2.",
        )
    while blokken and blokken[0]["t"] == "Header" and blokken[0]["c"][0] < niveau:
        if schone_tekst.platte_tekst(blokken[0]).casefold() != titel.casefold():
            break
        blokken = blokken[1:]
    delen = schone_tekst.op_koppen(blokken, niveau)
    namen = [naam for naam, _ in delen]
    if namen and namen[0] == "":
        tekst = schone_tekst.platte_tekst(delen[0][1])
        raise bron.fout(
            "er staat tekst vóór de eerste kop",
            regel=bron.regel_van(tekst.split(" ")[0]),
            waarde=tekst[:60],
            remedie=f"Zet alle tekst onder een van de vaste koppen; de eerste is '{SECTIES[0]}'.",
        )
    _controleer_koppen(bron, namen)
    return niveau, dict(delen)


def _controleer_koppen(bron: Bron, namen: Sequence[str]) -> None:
    """Check that the headings are the fixed ones, each once, in the fixed order."""
    vast = f"De vaste koppen zijn: {', '.join(SECTIES)}."
    for naam in namen:
        if naam not in SECTIES:
            raise bron.fout(
                "deze kop hoort niet bij de vaste koppen",
                regel=bron.kopregel(naam),
                waarde=naam,
                remedie=f"{bedoelde_u(naam, SECTIES)} {vast} Eigen koppen mogen een niveau "
                "lager.".strip(),
            )
    for n, naam in enumerate(namen):
        if naam in namen[:n]:
            raise bron.fout(
                "deze kop staat er twee keer",
                regel=bron.kopregel(naam, keer=2),
                waarde=naam,
                remedie="Voeg de twee secties samen.",
            )
    ontbreekt = [naam for naam in SECTIES if naam not in namen]
    if ontbreekt:
        raise bron.fout(
            f"de vaste kop '{ontbreekt[0]}' ontbreekt"
            if len(ontbreekt) == 1
            else "er ontbreken vaste koppen",
            waarde=", ".join(ontbreekt),
            remedie=f"Voeg de kop toe, met tekst eronder. {vast}",
        )
    for naam, bedoeld in zip(namen, SECTIES, strict=True):
        if naam != bedoeld:
            raise bron.fout(
                f"de koppen staan in een andere volgorde: hier hoort '{bedoeld}'",
                regel=bron.kopregel(naam),
                waarde=naam,
                remedie=vast,
            )


# --- images -------------------------------------------------------------------------------------


def beeldinhoud(pad: str | Path, afbeelding: Mapping[str, str]) -> bytes:
    """Return the bytes of an image of the wijkanalyse at `pad`, as `lees_bestand` saw them."""
    pad = Path(pad)
    if pad.suffix.lower() == ".docx":
        with zipfile.ZipFile(pad) as zip_:
            return zip_.read(afbeelding["bron"])
    return (pad.parent / afbeelding["bron"]).read_bytes()
