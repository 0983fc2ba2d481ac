"""What stands before the portretten: colofon and how to read a portret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN
from leefbaarheid.basis.documenten import DOCUMENTEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.meetmoment import MERK_UITLEG, NA_MERK
from leefbaarheid.tekst.wijkportretten.wijk import Kader

Stukje = tuple[str, str]
"""Words, and where they lead; "" for words that are no link."""
WATERMERK = "Voorbeelddata: [[gebieden]], gemeenten en uitkomsten zijn fictief"


def bron(teksten: Mapping[str, Any], met_grenzen: bool) -> str:
    """Return the source line at the foot of every page."""
    delen = [teksten["bron_leefbaarometer"], teksten["bron_context"]]
    if met_grenzen and teksten.get("bron_grenzen"):
        delen.append(f"grenzen: {teksten['bron_grenzen']}")
    return f"Bron: {'; '.join(delen)}; bewerking {teksten['uitgever']}."


def colofon(
    teksten: Mapping[str, Any],
    editie: str,
    fictief: bool,
    register: Sequence[Mapping[str, Any]],
    licenties: Mapping[str, str],
) -> list[tuple[str, list[Stukje]]]:
    """Return heading and text of each part of the colofon, the text in pieces.

    Args:
        teksten: block of the edition.
        editie: its name.
        fictief: whether its data are made up.
        register: the sources of the edition in the register.
        licenties: where the text of each licence is, by its name.
    """
    gemaakt = f"De onderzoekspijplijn Kwetsbare {W.gebieden} in beeld"
    bronnen: list[Stukje] = []
    for citaat, adres in {str(b["citeren"]): str(b["vindplaats"]) for b in register}.items():
        bronnen += [("; ", "")] if bronnen else []
        bronnen.append((citaat, _adres(adres)))
    bronnen.append((".", ""))
    if not register:
        namen = ("bron_leefbaarometer", "bron_context")
        bronnen = [(" ".join(f"{taal.hoofdletter(teksten[naam])}." for naam in namen), "")]
    verboden = sorted({b["licentie"]["naam"] for b in register if not b["licentie"]["commercieel"]})
    if verboden:
        bronnen.append(
            (
                f" Wat met een bron onder {taal.opsomming(verboden)} is gemaakt, is niet voor "
                "commercieel gebruik.",
                "",
            )
        )
    delen = [
        (
            "Uitgave",
            f"{teksten['uitgever']}, {teksten['plaats']}, {taal.maand_jaar(teksten['datum'])}",
        ),
        ("Auteurs", ", ".join(teksten["auteurs"])),
    ]
    if fictief:
        delen.append(
            (
                "Fictieve gegevens",
                f"Alle {W.gebieden}, gemeenten, scores en kenmerken in deze uitgave zijn "
                "verzonnen. Zij dienen om de werkwijze te tonen en zeggen niets over bestaande "
                f"{W.gebieden} of personen.",
            )
        )
    naam = str(teksten["licentie"])
    slot = (
        f"{gemaakt}, editie {editie}, en Typst. Wat in welke versie gebruikt is, staat met "
        "controlesommen in manifest.json."
    )
    return [
        *((kop, [(tekst, "")]) for kop, tekst in delen),
        ("Bronnen", bronnen),
        (
            "Licentie",
            [(naam, _adres(licenties.get(naam, ""))), (". Overnemen mag, met bronvermelding.", "")],
        ),
        ("Gemaakt met", [(slot, "")]),
    ]


AFRONDEN = (
    "Scores staan er met twee decimalen. Een verandering of een afstand tot een grens is berekend "
    "met de scores van vóór het afronden. Rekent u haar na met de scores die u ziet, dan kan uw "
    "uitkomst een honderdste anders zijn. Een getal heeft meer decimalen als twee niet laten zien "
    "aan welke kant van een klassegrens of van de marge het ligt."
)
"""How numbers are rounded, for a reader who works one out again."""


def _klassen(kader: Kader) -> str:
    """Say where a class begins and ends, with the one that the rule of the clusters looks at."""
    grens = taal.getal(kader.grenzen[kader.voldoende_vanaf - 2], 3)
    onder, boven = KLASSENAMEN[kader.voldoende_vanaf - 2 : kader.voldoende_vanaf]
    return (
        "Een klasse begint bij haar grens en loopt door tot de grens van de volgende klasse. Die "
        f"hoort er niet meer bij: een score van precies {grens} is ‘{boven}’, en een die iets "
        f"lager is ‘{onder}’."
    )


def merk(labels: Sequence[str]) -> str:
    """Return what the mark of a late factor means, where one of the labels has it; else ""."""
    return MERK_UITLEG if any(NA_MERK in label for label in labels) else ""


def _adres(adres: str) -> str:
    """Return an address without an apostrophe, which print would make a typographic one."""
    return adres.replace("'", "%27")


def leeswijzer(
    kader: Kader, wijken: str, aantal: int, labels: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """Return heading and text of each part of the reading guide.

    Args:
        kader: what holds for every portret.
        wijken: which wijken have one: selectie, in_aanmerking or alle.
        aantal: of wijken that a portret is laid beside as most alike.
        labels: of the factors that a portret shows.
    """
    van, tot = kader.jaren[0], kader.jaren[-1]
    welke = {
        "selectie": f"elke geselecteerde {W.gebied}",
        "in_aanmerking": f"elke {W.gebied} die voor de selectie in aanmerking kwam",
        "alle": f"elke {W.gebied} met scores en inwoners",
    }[wijken]
    technisch = DOCUMENTEN["bijlage-leefbaarheidsontwikkeling"]
    return [
        (
            "Voor wie",
            f"Deze bijlage heeft een bladzijde voor {welke}, voor wie de eigen {W.gebied} zoekt: "
            f"gemeenten, corporaties, bewoners. De {W.gebieden} staan per gemeente op alfabet; "
            "achterin staat een register op naam.",
        ),
        (
            "De score",
            f"De Leefbaarometer vat de leefbaarheid van een {W.gebied} samen in één getal, in "
            f"negen klassen. De score is een schatting uit kenmerken van de {W.gebied}, geen "
            "oordeel van bewoners, en heeft een meetfout. Een verandering tot en met "
            f"{taal.met_minst(kader.delta, 2)} punt, omhoog of omlaag, heet hier ‘binnen de "
            "marge’.",
        ),
        ("Klassen", _klassen(kader)),
        ("Afronden", AFRONDEN),
        (
            "De grafiek",
            f"De dikke lijn is de {W.gebied}, van {van} tot en met {tot}. De streepjeslijn is het "
            f"gemiddelde van de {W.gebieden} in de gemeente, de stippellijn dat van alle "
            f"{W.gebieden} in het land; elke {W.gebied} telt daarin even zwaar. De banden zijn de "
            "klassen. De assen zijn op elke bladzijde dezelfde, zodat u bladzijden naast elkaar "
            "kunt leggen.",
        ),
        (
            "Vijf dimensies",
            "De score is de som van vijf dimensies en een vaste basis. Nul is het landelijke "
            "ijkpunt. Het open rondje is het eerste jaar met gegevens, het dichte het laatste.",
        ),
        (
            f"Kenmerken van de {W.gebied}",
            f"Elk kenmerk staat naast de {taal.getal(kader.n_selectie)} geselecteerde "
            f"{W.gebieden}. ‘Midden’ is de middelste waarde (de mediaan): die in het midden, als "
            f"die {W.gebieden} op volgorde van laag naar hoog staan. ‘Hoger dan 98 van 140’ "
            f"betekent: bij 98 van de 140 {W.gebieden} met een waarde is die lager. "
            f"{merk(labels)}".rstrip(),
        ),
        (
            "Cluster",
            f"Het cluster volgt uit de stand in {kader.eindjaar} en de ontwikkeling sinds "
            f"{kader.langjaar} en {kader.crisisjaar}. De bladzijde zegt aan welke voorwaarden de "
            f"{W.gebied} voldoet en hoe weinig een andere uitkomst scheelde. Wie één {W.gebied} "
            "bekijkt, leest het best de score zelf.",
        ),
        (
            f"{W.Gebieden} die erop lijken",
            f"De {taal.telwoord(aantal)} {W.gebieden} die in aanmerking kwamen en waarvan niveau "
            f"en verloop van de score het meest op die van deze {W.gebied} lijken. Niveau en "
            "verloop tellen even zwaar. Dat zij op elkaar lijken in de score, zegt niet dat zij "
            "verder gelijk zijn.",
        ),
        (
            "Meer weten",
            f"De rekenwijze staat in bijlage {technisch.nummer}, {technisch.titel}. Een plaats in "
            f"deze bijlage is geen oordeel over een {W.gebied} of haar bewoners.",
        ),
    ]
