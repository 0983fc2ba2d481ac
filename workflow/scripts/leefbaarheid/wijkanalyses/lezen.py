"""Read a wijkanalyse: one Markdown or Word file with a header and eight fixed sections.

What comes out is plain data: the header as checked values and each section as Markdown that holds
text and nothing else (see `schoonmaak`). Everything a writer can get wrong is one Dutch message
with the file and, in Markdown, the line.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from leefbaarheid.basis.begrippen import ADVIEZEN, KORTE_AANPAK, SECTIES, VRIJE_SECTIES
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.wijkanalyses.adviezen import soort_van
from leefbaarheid.wijkanalyses.beelden import Album
from leefbaarheid.wijkanalyses.blokken import Blok, platte_tekst
from leefbaarheid.wijkanalyses.bron import (
    MAX_TEKST,
    MAX_UITGEPAKT,
    Bron,
    controleer_binnen,
    lees_bytes,
    lees_tekst,
    sleutel,
)
from leefbaarheid.wijkanalyses.citaten import neem_citaten
from leefbaarheid.wijkanalyses.kop import controleer_kop, themasleutel
from leefbaarheid.wijkanalyses.kop_yaml import KOPREMEDIE, MAX_KOP, lees_yaml
from leefbaarheid.wijkanalyses.markdownregels import Markdown, lees_regels, zonder_spaties
from leefbaarheid.wijkanalyses.pandoc import LEES_MARKDOWN, PandocFout, lees_ast
from leefbaarheid.wijkanalyses.schoonmaak import Schoonmaak, schone_sectie
from leefbaarheid.wijkanalyses.secties import verdeel
from leefbaarheid.wijkanalyses.sectietekst import schrijf_markdown
from leefbaarheid.wijkanalyses.tekens import (
    bezwaren,
    controleer_cellen,
    controleer_shortcode,
    zonder_onzichtbare,
)
from leefbaarheid.wijkanalyses.veldenlijst import Soort, lees_velden
from leefbaarheid.wijkanalyses.verlies import verloren_woorden
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wijkcode import Wijknamen
from leefbaarheid.wijkanalyses.word import (
    WORDREMEDIE,
    Koptabel,
    kop_uit_tabel,
    koptabel,
    open_word,
    tekst_erboven,
    zonder_titel,
)
from leefbaarheid.wijkanalyses.worddocument import WEIGER, Worddocument, lees_worddocument
from leefbaarheid.wijkanalyses.wordxml import OPNIEUW_OPSLAAN

Wijkanalyse = dict[str, Any]
"""One analysis as plain data; `lees_bestand` says what is in it."""


def lees_bestand(
    pad: str | Path,
    themas: Mapping[str, str],
    map_: str | Path | None = None,
    bekend: Wijknamen | None = None,
    wijzigingen: str = WEIGER,
) -> Wijkanalyse:
    """Return one wijkanalyse.

    Args:
        pad: a .md or .docx file.
        themas: the themes of the edition: key and label.
        map_: the folder that the file and its images must be in; default the folder of the file.
        bekend: every wijk of the sources by code; None: codes are not looked up.
        wijzigingen: `weiger` or `accepteer` tracked changes and comments that are still open.

    Returns:
        bron (file name), sleutel (short name, unique within the folder), the header fields (VELDEN;
        lists as lists, datum as ISO text), secties (Markdown per heading of SECTIES, without the
        heading itself; headings within it start at level 4), woorden (number of words in the
        sections), citaten (list of sectie, tekst, rol, thema), aanpakken and adviezen (lists of
        fields, see `adviezen`), afbeeldingen (list of bestand: path in the Markdown, bron, alt),
        plaats_wijken (file and line the codes stand in, for messages) and meldingen (a
        `KoppelReden` for each thing that was not taken over as it stands).

    Raises:
        InvoerFout: anything that is not as it should be; all of it in one message.
    """
    pad = Path(pad)
    bron = Bron(pad, Path(map_) if map_ is not None else pad.parent)
    controleer_binnen(bron, pad)
    try:
        if bron.is_word:
            inhoud = lees_bytes(pad, MAX_UITGEPAKT)
            with open_word(bron, inhoud) as bron.zip_:
                return _lees_word(bron, themas, bekend, wijzigingen)
        return _lees_markdown(bron, themas, bekend)
    except RecursionError:
        raise bron.fout(
            "de tekst is te diep genest", remedie="Vereenvoudig lijsten en citaten in lijsten."
        ) from None


# --- Markdown -----------------------------------------------------------------------------------


def _lees_markdown(bron: Bron, themas: Mapping[str, str], bekend: Wijknamen | None) -> Wijkanalyse:
    tekst = unicodedata.normalize("NFC", lees_tekst(bron.pad, MAX_TEKST))
    bron.regels = tekst.split("\n")
    controleer_tekens(bron, tekst)
    tekst = zonder_onzichtbare(tekst)
    regels = tekst.split("\n")
    begin, bron.einde_kop = _grenzen_van_de_kop(bron, regels)
    velden: dict[str, Any] = {"titel": ""}
    with bron.verzamelt():
        kop = lees_yaml(bron, "\n".join(regels[begin : bron.einde_kop - 1]), eerste_regel=begin + 1)
        velden = controleer_kop(bron, kop, themas, bekend)
    blokken = lees_romp(bron, regels[bron.einde_kop :])
    return _maak_analyse(bron, velden, blokken, themas)


def lees_romp(bron: Bron, regels: Sequence[str]) -> list[Blok]:
    """Return the blocks of Markdown below the header; what is wrong is noted at `bron`."""
    markdown = lees_regels(bron, regels, bron.einde_kop + 1)
    romp = "\n".join(markdown.regels).encode()
    blokken, waarschuwingen = _ast(
        bron, romp, LEES_MARKDOWN, "Vereenvoudig de opmaak van de tekst."
    )
    _controleer_voetnoten(bron, markdown, blokken, waarschuwingen)
    _controleer_code(bron, markdown, blokken)
    for nummer, woord in verloren_woorden(markdown, blokken) if not bron.fouten else ():
        bron.meld(
            bron.fout(
                "deze tekst zou wegvallen: zij is als opmaak te lezen",
                regel=nummer,
                waarde=woord,
                remedie="Schrijf het als gewone tekst, met een \\ voor tekens als [, { en |.",
            )
        )
    return blokken


def controleer_tekens(bron: Bron, tekst: str) -> None:
    """Note what may not be in the text whatever pandoc makes of it."""
    for fout in bezwaren(tekst):
        bron.meld(bron.uit(fout))
    for controle in (controleer_shortcode, controleer_cellen):
        try:
            controle(tekst)
        except Ongeschikt as fout:
            bron.meld(bron.uit(fout))


def _grenzen_van_de_kop(bron: Bron, regels: Sequence[str]) -> tuple[int, int]:
    """Return the index of the first line of the header and the number of the line that ends it."""
    begin = next((n for n, regel in enumerate(regels) if regel.strip()), 0)
    if regels[begin].rstrip() != "---":
        raise bron.fout("het bestand begint niet met een kop", regel=1, remedie=KOPREMEDIE)
    einde = next(
        (n for n in range(begin + 1, len(regels)) if regels[n].rstrip() in ("---", "...")), 0
    )
    if not einde:
        raise bron.fout(
            "de kop wordt niet afgesloten met een regel ---", regel=begin + 1, remedie=KOPREMEDIE
        )
    return begin + 1, einde + 1


def _controleer_code(bron: Bron, markdown: Markdown, blokken: Any) -> None:
    """Note a paragraph that is code only because it is indented."""
    if isinstance(blokken, list):
        for blok in blokken:
            _controleer_code(bron, markdown, blok)
    elif isinstance(blokken, dict) and blokken.get("t") == "CodeBlock":
        tekst = blokken["c"][1]
        if zonder_spaties(tekst) not in markdown.code:
            eerste = tekst.strip().split("\n")[0]
            bron.meld(
                bron.fout(
                    "deze alinea springt zo ver in dat zij als code gelezen wordt",
                    regel=bron.regel_van(eerste, bron.einde_kop),
                    waarde=eerste[:60],
                    remedie="Haal de tab of de spaties aan het begin weg; zet code tussen regels "
                    "met ```.",
                )
            )
    elif isinstance(blokken, dict):
        _controleer_code(bron, markdown, list(blokken.values()))


def _ast(bron: Bron, inhoud: bytes, formaat: str, remedie: str) -> tuple[list[Blok], list[str]]:
    try:
        return lees_ast(inhoud, formaat)
    except (PandocFout, json.JSONDecodeError) as fout:
        raise bron.fout(f"pandoc kan dit bestand niet lezen: {fout}", remedie=remedie) from None


def _controleer_voetnoten(
    bron: Bron, markdown: Markdown, blokken: list[Blok], waarschuwingen: Sequence[str]
) -> None:
    """Note text that pandoc would drop, and footnotes without text."""
    soorten = {
        "Note with key": "een voetnoot wordt nergens aangehaald en zou wegvallen",
        "Duplicate note": "een voetnoot staat er twee keer",
        "Duplicate link": "een webadres met deze naam staat er twee keer",
    }
    for melding in waarschuwingen:
        wat = next((zin for begin, zin in soorten.items() if begin in melding), None)
        regel = re.search(r"at line (\d+)", melding)
        bron.meld(
            bron.fout(
                wat or "pandoc vindt de opmaak niet in orde",
                regel=markdown.regel(int(regel[1])) if regel else None,
                waarde=None if wat else melding.removeprefix("[WARNING] "),
                remedie="Herstel de opmaak op deze regel.",
            )
        )
    for zonder in dict.fromkeys(re.findall(r"\[\^[^\]\s]+\]", platte_tekst(blokken))):
        bron.meld(
            bron.fout(
                "bij deze voetnoot ontbreekt de tekst",
                regel=bron.regel_van(zonder, bron.einde_kop),
                waarde=zonder,
                remedie=f"Voeg een regel '{zonder}: tekst van de noot' toe.",
            )
        )


# --- Word ---------------------------------------------------------------------------------------


def _lees_word(
    bron: Bron, themas: Mapping[str, str], bekend: Wijknamen | None, wijzigingen: str
) -> Wijkanalyse:
    document = _worddocument(bron, wijzigingen)
    bron.plaatjes = document.plaatjes
    meldingen = document.meldingen()
    tabel = koptabel(document.blokken)
    velden: dict[str, Any] = {"titel": ""}
    with bron.verzamelt():
        velden = controleer_kop(bron, _wordkop(bron, tabel), themas, bekend)
    if tabel is None:
        blokken = zonder_titel(document.blokken, velden["titel"])
        return _maak_analyse(bron, velden, blokken, themas, meldingen)
    with bron.verzamelt():
        if tekst := tekst_erboven(bron, tabel.erboven, velden["titel"]):
            meldingen.append(KoppelReden.TEKST_BOVEN_DE_KOP.met(tekst=tekst))
    return _maak_analyse(bron, velden, tabel.erna, themas, meldingen)


def _wordkop(bron: Bron, tabel: Koptabel | None) -> dict[str, Any]:
    """Return the header of a Word file: its first table, or the file beside it."""
    ernaast = bron.pad.with_suffix(".yaml")
    if not ernaast.exists():
        if tabel is None:
            raise bron.fout("het Word-bestand heeft geen kop", remedie=WORDREMEDIE)
        return kop_uit_tabel(bron, tabel.rijen)
    if tabel is not None:
        raise bron.fout(
            f"de kop staat er twee keer: in de eerste tabel en in {ernaast.name}",
            remedie="Houd een van de twee.",
        )
    controleer_binnen(bron, ernaast)
    bron.kopbestand = ernaast
    # the lines --- that a header has in Markdown may stand here too
    tekst = re.sub(r"\A---[ \t]*$|^---[ \t]*\s*\Z", "", lees_tekst(ernaast, MAX_KOP), flags=re.M)
    return lees_yaml(bron, tekst, eerste_regel=1)


def _worddocument(bron: Bron, wijzigingen: str) -> Worddocument:
    """Return the Word file as blocks; what its writer must mend is noted."""
    assert bron.zip_ is not None
    try:
        document = lees_worddocument(bron.zip_, wijzigingen)
    except Ongeschikt as fout:
        raise bron.uit(fout) from None
    except (PandocFout, json.JSONDecodeError) as fout:
        raise bron.fout(
            f"pandoc kan dit bestand niet lezen: {fout}", remedie=OPNIEUW_OPSLAAN
        ) from None
    for bezwaar in document.bezwaren:
        bron.meld(bron.uit(bezwaar))
    return document


# --- the sections -------------------------------------------------------------------------------


def _maak_analyse(
    bron: Bron,
    velden: Mapping[str, Any],
    blokken: Sequence[Blok],
    themas: Mapping[str, str],
    meldingen: Sequence[str] = (),
) -> Wijkanalyse:
    niveau, delen = verdeel(bron, velden["titel"], list(blokken))
    album = Album(bron)
    werk = Schoonmaak(sleutel(bron.pad), uit_word=bron.is_word, beeld=album.neem_op, bezwaren=[])
    schoon = {naam: _schone_sectie(bron, werk, naam, deel, niveau) for naam, deel in delen}
    lijsten = {
        naam: lees_lijst(bron, schoon.pop(naam), soort_van(naam, themas), naam)
        for naam in VRIJE_SECTIES
        if naam in schoon
    }
    citaten = _citaten(bron, schoon, themas)
    bron.klaar()
    try:
        markdown = schrijf_markdown(schoon, werk.sleutel)
    except Ongeschikt as fout:
        raise bron.uit(fout) from None
    except PandocFout as fout:
        raise bron.fout(
            f"pandoc kan de tekst niet schrijven: {fout}", remedie="Vereenvoudig de opmaak."
        ) from None
    return {
        "bron": bron.pad.name,
        "sleutel": werk.sleutel,
        **velden,
        "plaats_wijken": {
            "bestand": (bron.kopbestand or bron.pad).name,
            "regel": bron.kopregels.get("wijken"),
        },
        "secties": markdown,
        "woorden": sum(len(re.findall(r"\S*\w\S*", platte_tekst(s))) for s in schoon.values()),
        "afbeeldingen": album.afbeeldingen,
        "citaten": citaten,
        "aanpakken": lijsten.get(KORTE_AANPAK, []),
        "adviezen": lijsten.get(ADVIEZEN, []),
        "meldingen": list(meldingen),
    }


def lees_lijst(
    bron: Bron, blokken: list[Blok], soort: Soort, sectie: str = ""
) -> list[dict[str, str]]:
    """Return the records in clean blocks; what is wrong is noted at `bron`."""
    gelezen = lees_velden(blokken, soort)
    for fout in gelezen.bezwaren:
        bron.meld(bron.uit(fout, sectie))
    if not gelezen.records and not bron.fouten:
        bron.meld(
            bron.fout(
                f"hier staat geen enkel {soort.naam}",
                regel=bron.kopregel(sectie) if sectie else None,
                remedie=f"Begin elk {soort.naam} met '- {soort.verplicht[0]}: ...', of haal de kop "
                "of het bestand weg.",
            )
        )
    return gelezen.records


def _citaten(
    bron: Bron, schoon: dict[str, list[Blok]], themas: Mapping[str, str]
) -> list[dict[str, str]]:
    """Return the quotations of all sections, and leave only roles below them in the text."""
    uit = []
    for naam, blokken in schoon.items():
        schoon[naam], citaten, bezwaren_ = neem_citaten(blokken, partial(themasleutel, themas))
        for fout in bezwaren_:
            bron.meld(bron.uit(fout, naam))
        uit += [{"sectie": naam, **asdict(citaat)} for citaat in citaten]
    return uit


def _schone_sectie(
    bron: Bron, werk: Schoonmaak, naam: str, blokken: list[Blok], niveau: int
) -> list[Blok]:
    """Return the clean blocks of a section that says something; faults name the section."""
    gevonden: list[Ongeschikt] = []
    werk.bezwaren = gevonden
    schoon = schone_sectie(werk, blokken, niveau)
    zonder_koppen = [blok for blok in schoon if blok["t"] != "Header"]
    if naam in SECTIES and not gevonden and not re.search(r"\w", platte_tekst(zonder_koppen)):
        gevonden.append(
            Ongeschikt(
                "deze sectie is leeg", zoek=naam, remedie="Schrijf er ten minste één zin onder."
            )
        )
    keren: Counter[str] = Counter()
    for fout in _zonder_slottags(gevonden):
        keren[fout.zoek] += 1
        bron.meld(bron.uit(fout, naam, keren[fout.zoek]))
    return schoon


def _zonder_slottags(bezwaren_: Sequence[Ongeschikt]) -> list[Ongeschikt]:
    """Return the objections without those to an HTML tag that only closes one before it."""
    begonnen = {m[1] for fout in bezwaren_ if (m := re.match(r"<(\w+)", fout.fragment))}
    return [
        fout
        for fout in bezwaren_
        if not ((slot := re.match(r"</(\w+)", fout.fragment)) and slot[1] in begonnen)
    ]
