"""What is drawn in a Word file: a picture that can be taken over, or something that cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from leefbaarheid.wijkanalyses.beeldbewerking import Bewerking
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wordxml import Pakket, Relatie, naam_van, nazaten, q

TEKENINGEN = {"w:drawing", "w:pict", "w:object"}
_RECHTHOEKEN = {"", "rect", "roundRect"}
ALS_AFBEELDING = (
    "Maak er een afbeelding van (in Word: knippen, Plakken speciaal, Afbeelding (PNG)) en geef die "
    "een alternatieve tekst, of schrijf de inhoud als gewone tekst of tabel."
)
_GEGENEREERD = re.compile(
    r"automatisch gegenereerde beschrijving|description automatically generated"
    r"|AI-generated content may be incorrect|door AI gegenereerde inhoud"
    r"|automatisch gegenereerd|automatically generated",
    re.I,
)
_BESTANDSNAAM = re.compile(
    r".*\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|heic|webp|svg)|[A-Za-z]:\\.*|https?://\S+"
    r"|(?:afbeelding|picture|image|foto|figuur|img|dsc|screenshot)[\s_-]*\d*",
    re.I | re.S,
)
_SOORTEN = {
    "c:chart": "een grafiek van Word of Excel",
    "dgm:relIds": "een SmartArt-schema",
    "wpg:wgp": "een groep tekeningen",
    "wpc:wpc": "een tekenpapier met tekeningen",
    "v:group": "een groep tekeningen",
}


@dataclass(frozen=True)
class Plaatje:
    """A picture in a Word file.

    Attributes:
        deel: the part that has its bytes.
        alt: its alternative text, "" when there is none.
        bewerking: what Word does to it before it is shown.
    """

    deel: str
    alt: str
    bewerking: Bewerking


def bekijk(tekening: ET.Element, pakket: Pakket, relaties: Mapping[str, Relatie]) -> Plaatje:
    """Return the picture that a drawing is.

    Raises:
        Ongeschikt: it is something else, or a picture that is not shown as it is in the file.
    """
    soort = _drawingml if tekening.tag == q("w:drawing") else _vml
    try:
        return soort(tekening, pakket, relaties)
    except ValueError:  # a size or angle that is no number
        raise geweigerde_tekening("een tekening met onleesbare maten") from None


def geweigerde_tekening(wat: str, inhoud: str = "") -> Ongeschikt:
    """Return the objection to a drawing that would not arrive."""
    return Ongeschikt(
        f"{wat} kan niet worden overgenomen",
        fragment=" ".join(inhoud.split())[:80],
        remedie=ALS_AFBEELDING,
    )


def woorden_in(element: ET.Element) -> str:
    """Return the words in a drawing, whatever kind of text they are."""
    tekst = {q("w:t"), q("a:t"), q("m:t")}
    stukken = [e.text or "" for e in nazaten(element) if e.tag in tekst]
    stukken += [e.get("string", "") for e in nazaten(element) if e.tag == q("v:textpath")]
    return " ".join(" ".join(stukken).split())


# --- the drawings of today ----------------------------------------------------------------------


def _drawingml(tekening: ET.Element, pakket: Pakket, relaties: Mapping[str, Relatie]) -> Plaatje:
    gegevens = next((e for e in nazaten(tekening) if e.tag == q("a:graphicData")), None)
    inhoud = list(gegevens) if gegevens is not None else []
    if gegevens is not None and not inhoud:
        raise geweigerde_tekening("een tekening")
    kenmerken = next((e for e in nazaten(tekening) if e.tag == q("wp:docPr")), None)
    if kenmerken is not None and kenmerken.get("hidden") in ("1", "true", "on"):
        raise _verborgen()
    if [e.tag for e in inhoud] != [q("pic:pic")]:
        raise _andere_tekening(tekening, inhoud, pakket, relaties)
    alt = kenmerken.get("descr") or kenmerken.get("title") or "" if kenmerken is not None else ""
    return _plaatje(inhoud[0], alt, pakket, relaties)


def _andere_tekening(
    tekening: ET.Element, inhoud: list[ET.Element], pakket: Pakket, relaties: Mapping[str, Relatie]
) -> Ongeschikt:
    woorden = woorden_in(tekening)
    for element in inhoud:
        if naam_van(element) in _SOORTEN:
            elders = _woorden_elders(element, pakket, relaties)
            return geweigerde_tekening(_SOORTEN[naam_van(element)], woorden or elders)
        if "chart" in str(element.tag):
            elders = _woorden_elders(element, pakket, relaties)
            return geweigerde_tekening(_SOORTEN["c:chart"], elders)
    warp = [e for e in nazaten(tekening) if e.tag == q("a:prstTxWarp")]
    if any(e.get("prst", "textNoShape") != "textNoShape" for e in warp):
        return geweigerde_tekening("WordArt", woorden)
    if woorden:
        return _tekstvak(woorden)
    return geweigerde_tekening("een getekende vorm (lijn, pijl, vlak)")


def _tekstvak(woorden: str) -> Ongeschikt:
    return Ongeschikt(
        "tekst in een tekstvak kan niet worden overgenomen",
        fragment=woorden[:80],
        remedie="Zet de tekst als gewone alinea in het document en haal het tekstvak weg.",
    )


def _verborgen() -> Ongeschikt:
    return Ongeschikt(
        "er staat een verborgen afbeelding in het Word-bestand",
        remedie="Haal haar weg of maak haar zichtbaar (Word: Indeling, Selectiedeelvenster).",
    )


def _woorden_elders(element: ET.Element, pakket: Pakket, relaties: Mapping[str, Relatie]) -> str:
    """Return the words of a chart or SmartArt, which stand in a part of their own."""
    for waarde in element.attrib.values():
        relatie = relaties.get(waarde)
        if relatie is None or relatie.extern:
            continue
        boom = pakket.boom(relatie.doel) if relatie.doel.endswith(".xml") else None
        if boom is not None and (woorden := woorden_in(boom)):
            return woorden
    return ""


def _plaatje(pic: ET.Element, alt: str, pakket: Pakket, relaties: Mapping[str, Relatie]) -> Plaatje:
    blip = next((e for e in nazaten(pic) if e.tag == q("a:blip")), None)
    id_ = blip.get(q("r:embed"), "") if blip is not None else ""
    if not id_ and blip is not None and blip.get(q("r:link")):
        raise _gekoppeld(relaties.get(blip.get(q("r:link"), "")))
    deel = _deel(id_, pakket, relaties)
    vorm = next((e for e in nazaten(pic) if e.tag in (q("a:prstGeom"), q("a:custGeom"))), None)
    eigen_vorm = vorm is not None and vorm.tag == q("a:custGeom")
    gerekt = next((e for e in nazaten(pic) if e.tag == q("a:fillRect")), None)
    if eigen_vorm or (vorm is not None and vorm.get("prst", "") not in _RECHTHOEKEN):
        raise _anders_getoond("in een vorm bijgesneden", "Bijsnijden tot vorm: Rechthoek")
    if gerekt is not None and any(v.strip("0%") for v in gerekt.attrib.values()):
        raise _anders_getoond("als vulling bijgesneden", "Bijsnijden, en dan Aanpassen")
    snede = next((e for e in nazaten(pic) if e.tag == q("a:srcRect")), None)
    kanten = [_promille(snede.get(k, "0")) if snede is not None else 0.0 for k in "ltrb"]
    plaats = next((e for e in nazaten(pic) if e.tag == q("a:xfrm")), None)
    hoek = int(plaats.get("rot", "0") or 0) / 60_000 if plaats is not None else 0.0
    h, v = (
        plaats is not None and plaats.get(kant) in ("1", "true", "on")
        for kant in ("flipH", "flipV")
    )
    bewerking = Bewerking((kanten[0], kanten[1], kanten[2], kanten[3]), _slagen(hoek), h, v)
    return Plaatje(deel, _eigen_alt(alt), bewerking)


def _promille(waarde: str) -> float:
    """Return a share written as 12500 (thousandths of a percent) or 12.5%."""
    if waarde.endswith("%"):
        return float(waarde[:-1]) / 100
    return int(waarde or 0) / 100_000


def _slagen(hoek: float) -> int:
    """Return a rotation as quarter turns in degrees; one in between cannot be printed."""
    if hoek % 90:
        raise _anders_getoond("schuin gezet", "Indeling, Draaien: 0 graden")
    return int(hoek % 360)


def _anders_getoond(hoe: str, waar_in_word: str) -> Ongeschikt:
    return Ongeschikt(
        f"een afbeelding is in Word {hoe} en zou anders in het rapport komen",
        remedie=f"Maak er in Word een gewone afbeelding van ({waar_in_word}), of bewerk haar in "
        "een fotoprogramma en voeg haar opnieuw in.",
    )


def _gekoppeld(relatie: Relatie | None) -> Ongeschikt:
    return Ongeschikt(
        "een afbeelding is gekoppeld: zij staat niet in het Word-bestand zelf",
        fragment=relatie.doel if relatie is not None else "",
        remedie="Voeg de afbeelding in (Word: Invoegen, Afbeeldingen, Invoegen) in plaats van "
        "ernaar te verwijzen.",
    )


def _deel(id_: str, pakket: Pakket, relaties: Mapping[str, Relatie]) -> str:
    relatie = relaties.get(id_)
    if relatie is not None and relatie.extern:
        raise _gekoppeld(relatie)
    if relatie is None or not pakket.heeft(relatie.doel):
        raise Ongeschikt(
            "een afbeelding staat niet in het Word-bestand zelf",
            fragment=relatie.doel if relatie is not None else "",
            remedie="Haal de lege afbeelding weg en voeg haar opnieuw in.",
        )
    return relatie.doel


def _eigen_alt(alt: str) -> str:
    """Return an alternative text that someone wrote."""
    alt = " ".join(alt.split())
    wat = ""
    if _GEGENEREERD.search(alt):
        wat = "is door Word gemaakt"
    elif _BESTANDSNAAM.fullmatch(alt):
        wat = "is een naam en geen beschrijving"
    if not wat:
        return alt
    raise Ongeschikt(
        f"de alternatieve tekst van een afbeelding {wat}",
        fragment=alt[:80],
        remedie="Beschrijf zelf wat de afbeelding laat zien (Word: Alternatieve tekst bewerken).",
    )


# --- the drawings of before 2010 ----------------------------------------------------------------


def _vml(tekening: ET.Element, pakket: Pakket, relaties: Mapping[str, Relatie]) -> Plaatje:
    binnen = list(nazaten(tekening))
    namen = {naam_van(e) for e in binnen}
    woorden = woorden_in(tekening)
    if "v:textpath" in namen and woorden:
        raise geweigerde_tekening("WordArt", woorden)
    if "w:control" in namen:
        raise geweigerde_tekening("een formulierveld", woorden)
    if "v:group" in namen:
        raise geweigerde_tekening(_SOORTEN["v:group"], woorden)
    if woorden:
        raise _tekstvak(woorden)
    beelden = [e for e in binnen if e.tag == q("v:imagedata")]
    if len(beelden) != 1:
        object_ = next((e for e in binnen if e.tag == q("o:OLEObject")), None)
        if tekening.tag == q("w:object") or object_ is not None:
            soort = object_.get("ProgID", "") if object_ is not None else ""
            raise geweigerde_tekening("een ingesloten object", soort)
        lijn = any(e.get(q("o:hr")) in ("t", "true") for e in binnen)
        raise geweigerde_tekening("een lijn" if lijn else "een getekende vorm (lijn, pijl, vlak)")
    vorm = next((e for e in binnen if beelden[0] in list(e)), beelden[0])
    return _vml_plaatje(vorm, beelden[0], pakket, relaties)


def _vml_plaatje(
    vorm: ET.Element, beeld: ET.Element, pakket: Pakket, relaties: Mapping[str, Relatie]
) -> Plaatje:
    stijl = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", vorm.get("style", "")))
    if stijl.get("visibility", "").strip() == "hidden":
        raise _verborgen()
    id_ = beeld.get(q("r:id")) or beeld.get(q("r:embed")) or ""
    if not id_ and (adres := beeld.get(q("r:href")) or beeld.get("src")):
        raise _gekoppeld(relaties.get(adres) or Relatie("image", adres, True))
    kanten = [_vml_deel(beeld.get(f"crop{k}", "0")) for k in ("left", "top", "right", "bottom")]
    hoek = re.match(r"-?[\d.]+", stijl.get("rotation", "0").strip())
    graden = float(hoek[0]) if hoek else 0.0
    spiegel = stijl.get("flip", "").lower()
    bewerking = Bewerking(
        (kanten[0], kanten[1], kanten[2], kanten[3]),
        _slagen(graden),
        "x" in spiegel,
        "y" in spiegel,
    )
    return Plaatje(_deel(id_, pakket, relaties), _eigen_alt(vorm.get("alt", "")), bewerking)


def _vml_deel(waarde: str) -> float:
    """Return a share written as 13107f (of 65536), .2 or 20%."""
    if waarde.endswith("f"):
        return int(waarde[:-1]) / 65_536
    return float(waarde[:-1]) / 100 if waarde.endswith("%") else float(waarde or 0)
