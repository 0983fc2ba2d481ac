"""The note with a figure, and the phrases that notes and labels share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from matplotlib.figure import Figure
from matplotlib.text import Text

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GROEPNAMEN, LAND
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.basis.meetmoment import NA_MERK, UITLEG

STREEPJE = "–"
IN_TOTAAL = "[[gebieden]] in totaal"
"""What all wijken are called where they are counted."""


@dataclass(frozen=True)
class Toelichting:
    """What the report prints with a figure, and what a screen reader says.

    Attributes:
        titel: caption: what is shown and for which years, without a full stop.
        alt: one to three sentences that say what the figure shows, with its main numbers.
        bron: source line.
        peiljaar: years of the data ("Peiljaren 2002–2022.").
        n: number of wijken ("N = 140 wijken.").
        boodschap: what the figure says, one sentence without a full stop; empty where it only
            describes.

    The report sets boodschap, titel, n, peiljaar and bron one after the other; the last three are
    sentences.
    """

    titel: str
    alt: str
    bron: str
    peiljaar: str
    n: str
    boodschap: str = ""

    def met_merk(self, fig: Figure) -> Toelichting:
        """Return the note, with what the mark of a late factor means where the figure shows it."""
        teksten = [*(tekst.get_text() for tekst in fig.findobj(Text)), self.alt]
        noot, alt = self.n, self.alt
        for merk, uitleg in UITLEG.items():
            if any(merk in tekst for tekst in teksten):
                alt = f"{alt} {uitleg}"
                noot = f"{noot} {uitleg}" if merk == NA_MERK else noot
        return replace(self, n=noot, alt=alt)

    def met_bestand(self, bestand: str) -> dict[str, str]:
        """Return the entry of figuren.json."""
        return {"bestand": bestand, **asdict(self)}


Beeld = tuple[Figure, Toelichting]


def venster(van: int, tot: int) -> str:
    """Return "2012–2014"."""
    return f"{van}{STREEPJE}{tot}"


def periode(jaren: Iterable[int]) -> str:
    """Return "2002–2022" for years, or the one year."""
    jaren = sorted(jaren)
    return venster(jaren[0], jaren[-1]) if jaren[0] != jaren[-1] else str(jaren[0])


def peiljaren(jaren: Iterable[int]) -> str:
    """Return "Peiljaar 2014." or "Peiljaren 2002, 2008 en 2012."."""
    jaren = sorted(set(jaren))
    woord = taal.meervoud(len(jaren), "Peiljaar", "Peiljaren")
    return f"{woord} {taal.opsomming([str(j) for j in jaren])}."


def wijken_tekst(n: int) -> str:
    """Return "1 wijk" or "140 wijken"."""
    return f"{taal.getal(n)} {taal.meervoud(n, W.gebied, W.gebieden)}"


def gemeenten_tekst(n: int) -> str:
    """Return "1 gemeente" or "40 gemeenten"."""
    return f"{taal.getal(n)} {taal.meervoud(n, 'gemeente', 'gemeenten')}"


def panelen_tekst(n: int) -> str:
    """Return "Eén paneel" or "Drie panelen", as a sentence begins."""
    return taal.hoofdletter(taal.aantal_van(n, "paneel", "panelen"))


def met_n(naam: str, n: int) -> str:
    """Return "Terugval (n = 21)", with the number kept together."""
    return f"{naam} (n\u00a0=\u00a0{taal.getal(n)})"


def n_tekst(n: int) -> str:
    """Return "N = 140 wijken."."""
    return f"N = {wijken_tekst(n)}."


def n_groepen(aantallen: Mapping[str, int]) -> str:
    """Return "N = 140 geselecteerde wijken en 3304 wijken in totaal."."""
    namen = {**GROEPNAMEN, LAND: met_woorden(IN_TOTAAL)}
    return f"N = {taal.opsomming([f'{taal.getal(n)} {namen[g]}' for g, n in aantallen.items()])}."


def n_met_gegevens(wijken: int, gemeenten: int) -> str:
    """Return "N = 28 wijken met alle gegevens, in 6 gemeenten."."""
    return f"N = {wijken_tekst(wijken)} met alle gegevens, in {gemeenten_tekst(gemeenten)}."


def decimalen(waarde: float) -> int:
    """Return how many decimals a setting such as delta needs: two, three or four."""
    return next((d for d in (2, 3) if abs(round(waarde, d) - waarde) < 1e-9), 4)


def marge(delta: float) -> str:
    """Return a tolerance in score points with the decimals it needs: "0,02"."""
    return taal.getal(delta, decimalen(delta))


def koplopers(aantallen: Iterable[tuple[str, float]], hoogstens: int = 3) -> list[str]:
    """Return "naam (aantal)" of the largest counts, ties included.

    Where ties would make it more than two longer than `hoogstens`, only those above the tie; that
    may be nobody. Counts of zero are never named.
    """
    volgorde = sorted(aantallen, key=lambda paar: -paar[1])
    if not volgorde:
        return []
    grens = volgorde[min(hoogstens, len(volgorde)) - 1][1]
    leden = [paar for paar in volgorde if paar[1] >= grens]
    if len(leden) > hoogstens + 2:
        leden = [paar for paar in volgorde if paar[1] > grens]
    return [f"{naam} ({taal.getal(n)})" for naam, n in leden if n]
