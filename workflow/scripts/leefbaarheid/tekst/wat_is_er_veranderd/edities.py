"""The chapter on the two editions: what each is, and what that means for a comparison."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import modelnaam
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import edities


def rijen(stof: Stof) -> list[Cellen]:
    """Return a row per attribute, with that of the previous and of the new edition."""
    paar = edities(stof)
    kenmerken = {
        "Editie": [als_markdown(rij["editie"]) for rij in paar],
        "Ondertitel": [als_markdown(rij["ondertitel"]) for rij in paar],
        "Datum van uitgave": [taal.dag_maand_jaar(rij["datum"]) for rij in paar],
        "Gegevens": ["verzonnen" if rij["fictief"] else "echt" for rij in paar],
        "Meetjaren": [taal.opsomming(_jaren(rij["jaren"])) for rij in paar],
        "Eindjaar": [str(rij["eindjaar"]) for rij in paar],
        "Hoofdmodel": [
            f"{modelnaam(rij['hoofdmodel'])}, {venster(*_jaren(rij['hoofdvenster'], '-'))}"
            for rij in paar
        ],
        f"Geselecteerde {W.gebieden}": [taal.getal(rij["n_selectie"]) for rij in paar],
        "Versie van de pijplijn": [als_markdown(rij["pijplijn"]) for rij in paar],
        "Opmaak met": [als_markdown(rij["engine"] or "") or taal.GEEN for rij in paar],
        "Commit van de code": [_commit(rij) for rij in paar],
    }
    return [[naam, *waarden] for naam, waarden in kenmerken.items()]


def _commit(rij: Rij) -> str:
    """Return the begin of a commit, and how many files differ from it."""
    if not rij["commit"]:
        return taal.GEEN
    kort, n = als_markdown(rij["commit"][:10]), rij["n_afwijkend"]
    return f"{kort}, met {taal.aantal_van(n, 'bestand', 'bestanden')} anders" if n else kort


def _jaren(tekst: str, teken: str = " ") -> list[int]:
    return [int(jaar) for jaar in tekst.split(teken)]


def verschil(stof: Stof) -> list[str]:
    """Say what of the two editions stands in the way of laying them side by side."""
    oud, nieuw = edities(stof)
    zinnen = []
    if oud["fictief"] != nieuw["fictief"]:
        wat = "vorige" if oud["fictief"] else "nieuwe"
        zinnen.append(
            f"De gegevens van de {wat} editie zijn verzonnen en die van de andere niet: een "
            "vergelijking toont alleen de werkwijze."
        )
    if oud["eindjaar"] != nieuw["eindjaar"]:
        zinnen.append(
            f"De vorige editie eindigt in {oud['eindjaar']} en de nieuwe in {nieuw['eindjaar']}: "
            "clusters en klassen beschrijven daardoor niet dezelfde periode."
        )
    if oud["hoofdvenster"] != nieuw["hoofdvenster"]:
        vensters = [venster(*_jaren(rij["hoofdvenster"], "-")) for rij in (oud, nieuw)]
        zinnen.append(
            f"Het hoofdmodel van de vorige editie gaat over {vensters[0]} en dat van de nieuwe "
            f"over {vensters[1]}."
        )
    elif oud["hoofdmodel"] != nieuw["hoofdmodel"]:
        namen = [modelnaam(rij["hoofdmodel"]) for rij in (oud, nieuw)]
        zinnen.append(f"De vorm van het hoofdmodel ging van {namen[0]} naar {namen[1]}.")
    return zinnen
