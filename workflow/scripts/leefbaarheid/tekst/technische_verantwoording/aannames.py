"""The chapter Aannames: per subject what was chosen, why, and what another choice would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leefbaarheid.basis.documenten import elders
from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.onderwerpen import ONDERWERPEN, TECHNIEK
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.taal import opsomming
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import heeft
from leefbaarheid.tekst.stof import Stof

EIGEN = "sec-"
"""Begin of the name of a section of this document."""


def _ijkwaarden_onbekend(stof: Stof) -> bool:
    """Tell whether the scores are of a release whose reference values are not known."""
    rijen = stof.tabellen["datakwaliteit"]
    return any(str(rij["toelichting"]).startswith(DataReden.BASIS_UIT_BESTAND) for rij in rijen)


def _later_gemeten(stof: Stof) -> bool:
    return any(rij["meting"] == Meting.NA for rij in stof.tabellen["regressie"])


VOORWAARDEN: dict[str, Callable[[Stof], bool]] = {
    "": lambda stof: True,
    "fictief": lambda stof: bool(stof.editie["fictief"]),
    "concept": lambda stof: bool(stof.editie["inferentie"]["snel"]),
    "recept": lambda stof: "recept" in stof.editie["bronnen"]["context"],
    "voorwaarden": lambda stof: bool(stof.editie["selectie"].get("voorwaarden")),
    "later gemeten": _later_gemeten,
    "uitgave zonder ijkwaarden": _ijkwaarden_onbekend,
}
"""What may stand behind `Als` -> whether an edition has it; and see `SOORTEN`."""
SOORTEN: dict[str, Callable[[Stof, str], bool]] = {
    "controle": heeft,
    "bron": lambda stof, naam: naam in stof.editie["bronnen"],
}
"""First word of other conditions -> whether an edition has the table or the source behind it."""
WAAROVER = Woordenlijst(
    {
        "gegevens": "de bronbestanden, en over wat bij het inlezen een fout is of opvalt",
        "selectie": "welke [[gebieden]] meedoen",
        "score": "de score, de klassen en de clusters",
        "modellen": "de modellen, hun controles en het oordeel daarover",
        "wijkanalyses": "hoe wijkanalyses zijn opgenomen en met de cijfers vergeleken",
        "uitspraken": "hoe de woorden van 2017 als getallen zijn gelezen",
        "voorbeeld": "de verzonnen gegevens van deze editie",
    }
)
"""What the assumptions of a subject are about, within a sentence."""
WERKEN = {
    "[@nagin2005]": ("Nagin", 2005),
    "[@iglewicz1993]": ("Iglewicz en Hoaglin", 1993),
}
"""Citation -> author and year, as a comment in the code names the work between brackets."""


def _geldt(stof: Stof, als: str) -> bool:
    """Tell whether a condition holds: of `VOORWAARDEN`, or of `SOORTEN` with a name.

    Raises:
        KeyError: there is no such condition.
    """
    if als in VOORWAARDEN:
        return VOORWAARDEN[als](stof)
    begin, _, naam = als.partition(" ")
    return SOORTEN[begin](stof, naam)


def onderwerpen(stof: Stof) -> list[str]:
    """Return the subjects that have an assumption which bears on this edition."""
    gevonden = {aanname["onderwerp"] for aanname in _van_deze_editie(stof)}
    return [naam for naam in ONDERWERPEN if naam in gevonden]


def kop(onderwerp: str) -> str:
    """Return the heading of a subject."""
    return ONDERWERPEN[onderwerp]


def inleiding(onderwerp: str) -> str:
    """Say what the table of a subject is about."""
    return f"@tbl-aannames-{onderwerp} noemt de aannames over {WAAROVER[onderwerp]}."


def rijen(stof: Stof, onderwerp: str) -> list[Cellen]:
    """Return one row per assumption of a subject: what was chosen, why, and what follows."""
    return [
        [
            _tekst(aanname["keuze"]),
            _tekst(aanname["waarom"]),
            f"{_tekst(aanname['gevolg'])} {_zie(aanname['zie'])}".strip(),
        ]
        for aanname in _van_deze_editie(stof)
        if aanname["onderwerp"] == onderwerp
    ]


def _tekst(tekst: str) -> str:
    """Return a text of an assumption as Markdown, with a citation for each work it names."""
    uit = als_markdown(tekst)
    for verwijzing, (naam, jaar) in WERKEN.items():
        uit = uit.replace(f"({naam}, {jaar})", verwijzing)
    return uit


def _van_deze_editie(stof: Stof) -> list[Mapping[str, str]]:
    """Return the assumptions that bear on this edition, each once.

    Those of another edition's config are left out, those whose condition the edition does not
    meet, and those of the software alone.
    """
    eigen = f"config/edities/{stof.editie['editie']}.yaml"
    gezien: dict[str, Mapping[str, str]] = {}
    for aanname in stof.aannames:
        bestand = aanname["bestand"]
        ander = bestand.startswith("config/edities/") and bestand != eigen
        techniek = aanname["onderwerp"] == TECHNIEK
        if not ander and not techniek and _geldt(stof, aanname["als"]):
            gezien.setdefault(aanname["keuze"], aanname)
    return list(gezien.values())


def _zie(zie: str) -> str:
    """Return where a check stands: "Zie @sec-rob-kracht." from `sec-rob-kracht`; "" for "".

    Sections of another document stand together, behind those of this one, so that it is named once.
    """
    if not zie:
        return ""
    hier: list[str] = []
    daar: dict[str, list[str]] = {}
    for plek in zie.split("; "):
        document, _, paragraaf = plek.partition(", ")
        if plek.startswith(EIGEN):
            hier.append(f"@{plek}")
        else:
            daar.setdefault(document, []).extend([f"*{paragraaf}*"] if paragraaf else [])
    groepen = [opsomming(hier)] if hier else []
    for document, paragrafen in daar.items():
        wat = f"{opsomming(paragrafen)} in " if paragrafen else ""
        groepen.append(wat + elders(document))
    return f"Zie {', en '.join(groepen)}."
