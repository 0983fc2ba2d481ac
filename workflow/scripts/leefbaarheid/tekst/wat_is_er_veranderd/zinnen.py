"""The chapter on the sentences of the summary of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabelwaarden import Onderdeel, Verandering
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import de
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import rijen as overzicht

HOOGSTENS = 15
"""So many numbers are worth a table in a document about sentences."""


def aantallen(stof: Stof) -> str:
    """Say how many sentences are the same, changed, gone and new."""
    rij = overzicht(stof)[Onderdeel.ZINNEN]
    if rij["n_oud"] is None:
        return ""
    anders = rij["n_gewijzigd"] + rij["n_verdwenen"]
    if not anders and not rij["n_erbij"]:
        return "De samenvatting van het hoofdrapport is woord voor woord gelijk."
    gelijk = rij["n_oud"] - anders
    zin = (
        f"Van {de(rij['n_oud'], 'zin', 'zinnen')} in de samenvatting van het "
        f"vorige hoofdrapport {taal.meervoud(gelijk, 'staat', 'staan')} er "
        f"{taal.hoeveel(gelijk)} letterlijk in het nieuwe"
    )
    delen = [
        f"{taal.hoeveel(n)} {taal.meervoud(n, enkel, meer)}"
        for n, enkel, meer in (
            (rij["n_gewijzigd"], "is gewijzigd", "zijn gewijzigd"),
            (rij["n_verdwenen"], "is verdwenen", "zijn verdwenen"),
            (rij["n_erbij"], "is erbij gekomen", "zijn erbij gekomen"),
        )
        if n
    ]
    return f"{zin}; {taal.opsomming(delen)}."


def heeft_rijen(stof: Stof) -> bool:
    """Tell whether a sentence changed, went or came."""
    return bool(rijen(stof))


def rijen(stof: Stof) -> list[Cellen]:
    """Return the sentences that are not the same, in reading order."""
    return [
        [
            als_markdown(rij["zin_oud"] or "") or taal.GEEN,
            als_markdown(rij["zin_nieuw"] or "") or taal.GEEN,
        ]
        for rij in stof.tabellen["verandering_zinnen"]
        if rij["verandering"] != Verandering.GELIJK
    ]


def cijfers(stof: Stof) -> str:
    """Say how many numbers of the text read differently, and where they are."""
    rij = overzicht(stof)[Onderdeel.CIJFERS]
    n = rij["n_gewijzigd"]
    if not n:
        return ""
    return (
        f"In de lopende tekst van alle documenten {taal.meervoud(n, 'staat', 'staan')} "
        f"{taal.aantal_van(n, 'cijfer', 'cijfers')} anders dan in de vorige editie; de tabel "
        "*verandering\\_cijfers* noemt ze."
    )


def cijfer_rijen(stof: Stof) -> list[Cellen]:
    """Return the numbers that read differently, as long as they are few."""
    rijen_ = [
        rij
        for rij in stof.tabellen["verandering_cijfers"]
        if rij["verandering"] == Verandering.GEWIJZIGD
    ]
    if len(rijen_) > HOOGSTENS:
        return []
    return [
        [als_markdown(str(rij[naam])) for naam in ("naam", "tekst_oud", "tekst_nieuw")]
        for rij in rijen_
    ]
