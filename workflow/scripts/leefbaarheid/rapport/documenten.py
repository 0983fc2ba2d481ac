"""What a document uses, as the `document.yaml` beside its templates declares it.

The rules give a document this and nothing else, so that a change of anything else leaves it alone.
Read while the DAG is built: small files, no tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_regel
from leefbaarheid.editie.schemafouten import Document as Bestand
from leefbaarheid.editie.schemafouten import controleer_schema

ALLE = "alle"
SCHEMA = "schema.yaml"


@dataclass(frozen=True)
class Document:
    """One document of the publication.

    Attributes:
        naam: folder with its templates; the name of the PDF.
        vereist: keys of the edition config without which it is not made.
        tabellen: result tables its text may use.
        figuren: folders with figures it may show.
        alle_cijfers: the numbers of both halves, or of the quantitative half only.
        wijkanalyses: whether it shows texts and pictures of the wijkanalyses.
        aannames: whether it lists the assumptions of the project.
        logboek: whether it tells from the log when which choice was made.
        tijdlijn: whether it tells the story of national policy.
        editie: blocks of the edition config that its text uses.
    """

    naam: str
    vereist: tuple[str, ...]
    tabellen: tuple[str, ...]
    figuren: tuple[str, ...]
    alle_cijfers: bool
    wijkanalyses: bool
    aannames: bool
    logboek: bool
    tijdlijn: bool
    editie: tuple[str, ...]


def _tabellen(keuze: Mapping[str, Any], bestand: Path) -> tuple[str, ...]:
    """Return the tables by name, in the order of the file."""
    namen: list[str] = []
    for regel, gekozen in keuze.items():
        mogelijk = van_regel(regel)
        if not mogelijk:
            regels = sorted({tabel.regel for tabel in TABELLEN.values()})
            raise InvoerFout(
                "deze stap maakt geen tabellen",
                bestand=bestand,
                sleutel=f"tabellen.{regel}",
                remedie=bedoelde_u(regel, regels) or f"Kies uit: {', '.join(regels)}.",
            )
        if gekozen == [ALLE]:
            namen += [naam for naam, tabel in mogelijk.items() if not tabel.alleen_figuur]
            continue
        for naam in gekozen:
            if naam not in mogelijk:
                raise InvoerFout(
                    "deze stap maakt geen tabel met deze naam",
                    bestand=bestand,
                    sleutel=f"tabellen.{regel}",
                    waarde=naam,
                    remedie=bedoelde_u(naam, mogelijk) or f"Kies uit: {', '.join(mogelijk)}.",
                )
            namen.append(naam)
    return tuple(namen)


def _eis_blokken(
    gevraagd: Iterable[str], blokken: Mapping[str, Any], bestand: Path, sleutel: str
) -> None:
    """Refuse a block that the config of an edition does not have."""
    for blok in gevraagd:
        if blok not in blokken:
            raise InvoerFout(
                "de configuratie van een editie heeft dit blok niet",
                bestand=bestand,
                sleutel=sleutel,
                waarde=blok,
                remedie=bedoelde_u(blok, blokken) or f"Kies uit: {', '.join(blokken)}.",
            )


def lees_document(pad: Path, schema: Mapping[str, Any], blokken: Mapping[str, Any]) -> Document:
    """Read one document.yaml.

    Args:
        pad: reports/<document>/document.yaml.
        schema: the parsed reports/schema.yaml.
        blokken: the blocks an edition config has, by name.

    Raises:
        InvoerFout: an unknown or missing key, or a rule, table or block that does not exist.
    """
    inhoud = lees_eigen_yaml(pad)
    soort = "de beschrijving van een document"
    controleer_schema(inhoud, schema, Bestand(pad.as_posix(), soort, f"reports/{SCHEMA}"))
    for sleutel in ("vereist", "editie"):
        _eis_blokken(inhoud[sleutel], blokken, pad, sleutel)
    return Document(
        naam=pad.parent.name,
        vereist=tuple(inhoud["vereist"]),
        tabellen=_tabellen(inhoud["tabellen"], pad),
        figuren=tuple(inhoud["figuren"]),
        alle_cijfers=inhoud["cijfers"] == ALLE,
        wijkanalyses=inhoud["wijkanalyses"],
        aannames=inhoud["aannames"],
        logboek=inhoud["logboek"],
        tijdlijn=inhoud["tijdlijn"],
        editie=tuple(inhoud["editie"]),
    )


def lees_documenten(map_: Path, blokken: Mapping[str, Any]) -> dict[str, Document]:
    """Return every document below a folder by name, sorted.

    Args:
        map_: the folder `reports`.
        blokken: the blocks an edition config has, by name.

    Raises:
        InvoerFout: see `lees_document`.
    """
    schema = lees_eigen_yaml(map_ / SCHEMA)
    paden = sorted(map_.glob("*/document.yaml"))
    return {pad.parent.name: lees_document(pad, schema, blokken) for pad in paden}


def van_editie(documenten: Mapping[str, Document], editie: Iterable[str]) -> dict[str, Document]:
    """Return the documents that an edition with these keys has."""
    sleutels = set(editie)
    return {naam: deel for naam, deel in documenten.items() if sleutels.issuperset(deel.vereist)}
