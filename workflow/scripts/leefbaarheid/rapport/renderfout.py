"""What went wrong while rendering, in Dutch, with the line of the document where it can be told."""

from __future__ import annotations

import re
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout


class RenderFout(InvoerFout):
    """A document that could not be made into a PDF, or a PDF that is not what it must be."""


# (what Typst says, what we say, which part of the message to look up in the .qmd)
_UITLEG = (
    (
        r"missing alt text",
        "een afbeelding of vergelijking heeft geen alternatieve tekst (PDF/UA)",
        'Schrijf ![Titel](figuur.svg){#fig-x fig-alt="..."} of $$ ... $$ {#eq-x alt="..."}; een '
        "formule in de lopende tekst kan geen alternatieve tekst hebben.",
    ),
    (
        r"label `<(?P<zoek>[^`>]+)>` does not exist",
        "de tekst verwijst naar {zoek}, maar dat bestaat niet in dit document",
        "Maak het label aan of verbeter de verwijzing.",
    ),
    (
        r"citation key `(?P<zoek>[^`]+)` is not present",
        "de tekst verwijst naar {zoek}, maar dat staat niet in het literatuurbestand",
        "Zet de publicatie in het .bib-bestand of verbeter de verwijzing.",
    ),
    (
        r"Div at \S+ line (?P<regel>\d+) column \d+ unclosed",
        "een blok dat met ::: begint is niet afgesloten",
        "Sluit het blok met een regel :::.",
    ),
    (
        r"Duplicate identifier '(?P<zoek>[^']+)'|label `<(?P<zoek2>[^`>]+)>` occurs",
        "het label {zoek} komt meer dan eens voor",
        "Geef elke figuur, tabel en paragraaf een eigen label.",
    ),
    (
        r"file not found \(searched at (?P<zoek>[^)]+)\)",
        "het bestand {zoek} ontbreekt",
        "Controleer het pad van de afbeelding of het literatuurbestand.",
    ),
    (
        r"would escape the project root|access denied|cannot read file outside",
        "een pad wijst naar een bestand buiten de map van het document",
        "Gebruik alleen afbeeldingen die bij het document horen.",
    ),
    (
        r"cannot reference heading without numbering",
        "de tekst verwijst naar een kop zonder nummer",
        "Verwijs alleen naar genummerde koppen van niveau 1 en 2.",
    ),
    (
        r"missing document title",
        "het document heeft geen titel",
        "Zet title: in de kop van het document.",
    ),
    (
        r"skipped from heading level (?P<zoek>\d)",
        "na een kop van niveau {zoek} komt een kop die meer dan een niveau dieper is",
        "Sla geen kopniveau over: na # komt ##, na ## komt ###.",
    ),
    (
        r"pagebreaks are not allowed inside of containers",
        "een hoofdstuk (#) of een pagina-einde staat in een kader, lijst of citaat",
        "Zet het erbuiten.",
    ),
    (
        r"failed to parse BibLaTeX",
        "het literatuurbestand is niet te lezen",
        "Controleer haakjes en komma's op de plaats die de melding noemt.",
    ),
    (
        r"failed to (?:parse|decode)",
        "een afbeelding is niet te lezen",
        "Maak de afbeelding opnieuw; SVG, PNG en JPEG kunnen.",
    ),
    (
        r"unknown font family: (?P<zoek>[^\n]+)",
        "het lettertype {zoek} is niet gevonden",
        "Controleer de map reports/fonts.",
    ),
    (
        r"the text `\"(?P<zoek>[^\"]+)\"` could not be displayed with",
        "het teken {zoek} komt in geen van de lettertypen voor",
        "Vervang het teken (een emoji of een vreemd schrift?) door gewone tekst.",
    ),
    (
        r"No space left on device",
        "de schijf is vol",
        "Maak ruimte vrij en start opnieuw.",
    ),
)


def _regel_in_qmd(melding: str, zoek: str | None, qmd: str) -> int | None:
    """Return the line of the .qmd a message is about: the one that names the label or image."""
    namen = [Path(zoek).name if "/" in zoek else zoek] if zoek and len(zoek) > 1 else []
    # Typst quotes the line of the .typ it stumbled over; the images, labels and headings there
    # stand in the .qmd too
    for geciteerd in re.findall(r"│ (.*)", melding):
        namen += re.findall(r"^=+ (.+)", geciteerd)
        namen += re.findall(r'image\("([^"]+)"', geciteerd) + re.findall(r"<([\w-]+)>", geciteerd)
    regels = qmd.splitlines()
    for naam in namen:
        for vorm in (f"@{naam}", naam):
            for nummer, regel in enumerate(regels, start=1):
                if vorm in regel:
                    return nummer
    return None


def leg_uit(melding: str, document: str, qmd: str, map_: Path) -> RenderFout:
    """Turn what an engine said into one Dutch message, with the engine's own words under it."""
    # the folder is gone when this is read
    melding = re.sub(rf"[^\s(`\"]*{re.escape(map_.name)}/", "", melding)
    eigen = re.search(r"wijkrapport: (.+)", melding)
    if eigen:
        return RenderFout(eigen.group(1).strip(), bestand=document)
    wat, remedie, zoek, regel = "het document kon niet worden opgemaakt", None, None, None
    for patroon, uitleg, raad in _UITLEG:
        if gevonden := re.search(patroon, melding):
            wat, remedie, groepen = uitleg, raad, gevonden.groupdict()
            zoek = groepen.get("zoek") or groepen.get("zoek2")
            regel = int(groepen["regel"]) if groepen.get("regel") else None
            break
    woorden = "\n".join(f"    {r}" for r in melding.strip().splitlines()[-12:] if r.strip())
    return RenderFout(
        f"{wat.format(zoek=zoek)}\n  De engine meldt:\n{woorden}",
        bestand=document,
        regel=regel or _regel_in_qmd(melding, zoek, qmd),
        remedie=remedie,
    )
