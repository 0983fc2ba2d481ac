"""A sentence that compares, ranks or names a direction is made with the data in hand.

Such words as fixed text in a template are refused, but for sentences that define or explain. Each
of these stands below with its reason; a sentence is known by a part of it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hulp import WORTEL
from leefbaarheid.basis.gebied import W

SJABLONEN = sorted((WORTEL / "reports").rglob("*.j2"))

WOORDEN = re.compile(
    r"\b(?:hogere?|lagere?|meer dan|minder dan|grotere?|kleinere?|st(?:eeg|egen)|gestegen"
    r"|daalden?|gedaald|vooral|(?:groot|klein|sterk|zwak|minst|meest|hoog|laag)ste|meeste|minste"
    r"|uiteen\w*|sterker|zwakker|vaker|zelden|beter|slechter|toegenomen|afgenomen|gunstiger"
    r"|bijna|ruim|vrijwel|(?:liep|liepen|nam|namen) (?:op|af|toe|terug))\b",
    re.I,
)
GEEN_VERGELIJKING = re.compile(r"ten minste|kleinste[ -]kwadraten|kleinste kwadraten", re.I)
"""Expressions with such a word in them that compare nothing."""

DEFINITIE = "zegt wat een woord, maat of regel in dit rapport betekent"
METHODE = "zegt wat een rekenwijze doet of kan, in elke editie"
OPSCHRIFT = "opschrift van een tabel of kolom: de tabel zelf heeft de gegevens"
STUDIE = "een feit over het onderzoek uit 2017"
VOORWAARDE = "zegt wat een lezer moet bedenken als iets zich voordoet, niet dat het zich voordoet"

TOEGESTAAN = {
    # definitions
    "een hogere score betekent dus een hoger niveau": DEFINITIE,
    "bijdragen en coëfficiënten hebben er drie of vier, omdat zij kleiner zijn": DEFINITIE,
    "maat voor hoever wijken op een kenmerk doorgaans uiteenlopen": DEFINITIE,
    "met de laagste score in § gekozen": DEFINITIE,
    "precies op een grens hoort bij de hogere klasse": DEFINITIE,
    "Is dat verschil groter dan § punt, dan heet de wijk": DEFINITIE,
    "daalde de score meer dan dat, dan heet zij": DEFINITIE,
    "welk deel van de bewoners in een wijk woont die steeg of daalde": DEFINITIE,
    "De stand is *ten minste §* of *lager dan §*.": DEFINITIE,
    "gestegen, gestagneerd of gedaald volgens de marge": DEFINITIE,
    "sinds § niet duidelijk zijn gestegen en sinds § niet duidelijk zijn gedaald": DEFINITIE,
    "stegen wijken met veel van deze factor meer dan wijken met weinig?": DEFINITIE,
    "welke staat er aan het eind hoger?": DEFINITIE,
    "hoeveel maal groter de variantie van een coëfficiënt is dan": DEFINITIE,
    "hoe hoger, hoe meer samenloop": DEFINITIE,
    "een stijger als een daler heeft van meer dan de marge": DEFINITIE,
    "geeft de kleinste samenhang die goed zou zijn opgevallen": DEFINITIE,
    "dat zo sterk is als het sterkste dat gemeten is": DEFINITIE,
    "één is gelijk, nul is niet meer dan toeval": DEFINITIE,
    "De kleinste aantoonbare samenhang volgt uit het ontwerp": DEFINITIE,
    "op twee manieren berekend, en de grootste uitkomst telt": DEFINITIE,
    "Een wijk is gestegen of gedaald als de score meer dan § punt verandert": DEFINITIE,
    "een kleinere verandering heet stagnatie": DEFINITIE,
    "Vet: een verandering van meer dan de marge": OPSCHRIFT,
    "is een samenhang die daarin bij elke stem dezelfde richting heeft": DEFINITIE,
    "Een samenhang die kleiner is dan haar interval aan één kant reikt": DEFINITIE,
    "een samenhang die kleiner is dan haar interval aan één kant reikt": DEFINITIE,
    "## Gedaald, gestagneerd, gestegen": DEFINITIE,
    # what a method does
    "vaker dan gemiddeld een tegenvallende uitslag": METHODE,
    "Wie op lage scores kiest, ziet later gemiddeld hogere": METHODE,
    "## Uiteenleggen naar dimensie": METHODE,
    "De uiteenlegging is dus exact": METHODE,
    "precies uiteen te leggen is": METHODE,
    "met vrijwel dezelfde scores in": METHODE,
    "De RESET-toets gaat na of gebogen lijnen beter zouden passen": METHODE,
    "hoe groter *M*, hoe ruimer het interval": METHODE,
    "wat alle grotere wijken in grotere gemeenten onderscheidt": METHODE,
    "het aandeel wijken dat daalde, stagneerde en steeg": METHODE,
    "telt per periode hoeveel wijken daalden, stagneerden en stegen": METHODE,
    "## Meer dan één toets": METHODE,
    "een enkele wijk laat zich beter door haar scores beschrijven": METHODE,
    "een analyse kan over meer dan één wijk gaan": METHODE,
    "zijn zij niet gemiddeld": METHODE,
    "geen geval gevonden waarin verhaal en cijfers uiteenlopen": "staat er alleen als er geen is",
    # what a reader must bear in mind
    "De twee lopen uiteen als grote wijken zich anders ontwikkelen": VOORWAARDE,
    "verschuivingen zien die groter kunnen lijken dan zij zijn": VOORWAARDE,
    "verschuift met een iets andere marge tussen *stagnatie* en *gestegen* of": VOORWAARDE,
    "Waar beide uiteenlopen, is dat een aanleiding om verder te vragen": VOORWAARDE,
    # the study of 2017
    "ruim honderddertig wijken": STUDIE,
    "Zij valt uiteen in § deelvragen": DEFINITIE,
    # heads, titles and notes of tables
    "Verandering van de score tussen %s en %s, uiteengelegd naar dimensie": OPSCHRIFT,
    "Grootste: aandeel van de wijken in de grootste gemeente": OPSCHRIFT,
    "Hoogste bijdrage": OPSCHRIFT,
    "Laagste bijdrage": OPSCHRIFT,
    "de sterkste stijger en de sterkste daler": OPSCHRIFT,
    "Bij het weglaten van een gemeente: de laagste en de hoogste uitkomst": OPSCHRIFT,
    "de kleinste en de grootste schatting als telkens één gemeente wegblijft": OPSCHRIFT,
    "Wijk met de meeste invloed": OPSCHRIFT,
    "als zijn ingevulde waarden hoger of lager liggen": OPSCHRIFT,
    "Hoger en lager: aantal waarvan het interval boven en onder nul ligt": OPSCHRIFT,
    "Kleinste groep": OPSCHRIFT,
    "BIC: lager past beter. Kans: laagste gemiddelde kans": OPSCHRIFT,
    "De kleinste samenhang die met %s kans zou zijn opgevallen": OPSCHRIFT,
    "De kleinste aantoonbare samenhang per periode": OPSCHRIFT,
    "Hoe de kleinste aantoonbare samenhang is berekend": OPSCHRIFT,
    "met een kans van minder dan de helft bij de ware scores past": OPSCHRIFT,
    "Sterkste kenmerk": OPSCHRIFT,
    "het sterkste waargenomen kenmerk": OPSCHRIFT,
    "Wijk met de hoogste": OPSCHRIFT,
    "*Hoogste* de hoogste afstand": OPSCHRIFT,
    "elk met het meetjaar van de hoogste afstand": OPSCHRIFT,
}
"""Part of a fixed sentence -> why it may compare."""


WOORD = r"(?P<woord>W\.\w+(?:\([^)]*\))?)"


def als_over_wijken(tekst: str) -> str:
    """Return a template with the words for wijken where it asks for those of the edition."""

    def woord(gevonden: re.Match[str]) -> str:
        return str(eval(gevonden["woord"], {"W": W}))

    tekst = re.sub(f"<< {WOORD} >>", woord, tekst)
    # a title that a template puts together: ("De geselecteerde " ~ W.gebieden ~ " van ...")
    tekst = re.sub(f'" ~ {WOORD} ~ "', woord, tekst)
    tekst = re.sub(rf'(?<=\(){WOORD} ~ "', lambda m: f'"{woord(m)}', tekst)
    return re.sub(rf'" ~ {WOORD}(?=\))', lambda m: f'{woord(m)}"', tekst)


def vaste_zinnen(tekst: str) -> list[str]:
    """Return the sentences of a template, § for what is filled in, and the texts it hands over."""
    tekst = als_over_wijken(re.sub(r"<#.*?#>", " ", tekst, flags=re.S))
    blokken = re.findall(r"<<.*?>>|<%.*?%>", tekst, flags=re.S)
    los = [s for blok in blokken for s in re.findall(r'"([^"]*)"', blok) if " " in s.strip()]
    tekst = re.sub(r"\A\s*---\n.*?\n---\n", "", tekst, flags=re.S)
    tekst = re.sub(r"<%.*?%>", " ", tekst, flags=re.S)
    tekst = re.sub(r"<<.*?>>", "§", tekst, flags=re.S)
    alineas = re.split(r"\n\s*\n|\n(?=[-#|])", tekst)
    zinnen = [zin for a in alineas for zin in re.split(r"(?<=[.?!:;])\s+", " ".join(a.split()))]
    return zinnen + los


def vergelijkend(tekst: str) -> list[str]:
    """Return the fixed sentences of a template that compare, rank or name a direction."""
    return [z for z in vaste_zinnen(tekst) if WOORDEN.search(GEEN_VERGELIJKING.sub("", z))]


def niet_toegestaan(tekst: str) -> list[str]:
    """Return those that are not among `TOEGESTAAN`."""
    return [z for z in vergelijkend(tekst) if not any(deel in z for deel in TOEGESTAAN)]


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_een_vergelijking_komt_uit_een_functie(pad: Path):
    """Move the sentence to a function of `tekst`, or say above why it may be fixed."""
    assert niet_toegestaan(pad.read_text("utf-8")) == []


def test_elke_toegestane_zin_komt_voor():
    alles = [zin for pad in SJABLONEN for zin in vergelijkend(pad.read_text("utf-8"))]
    assert [deel for deel in TOEGESTAAN if not any(deel in zin for zin in alles)] == []


@pytest.mark.parametrize(
    "zin",
    [
        "Na 2012 liepen de wijken uiteen.",
        "De scores stegen in << n >> wijken.",
        "Dat is meer dan elders.",
        "De grootste groep is << naam >>.",
        '<< tabel(titel="Terugval had de minste wijken") >>',
        "De gemiddelde score nam toe.",
        "Vooral in grote gemeenten daalde zij.",
    ],
)
def test_een_vaste_vergelijking_valt_op(zin):
    assert niet_toegestaan(zin) != []


@pytest.mark.parametrize(
    "zin",
    [
        "Er zijn ten minste vijf gemeenten nodig.",
        "Zij volgen uit de kleinste kwadraten.",
        '<< zinnen.steeg("hoger") >>',
        "<# de grootste groep #>De tabel toont de scores.",
        "<% if waarde > meeste %>De tabel toont de scores.<% endif %>",
    ],
)
def test_wat_niet_vergelijkt_mag(zin):
    assert niet_toegestaan(zin) == []
