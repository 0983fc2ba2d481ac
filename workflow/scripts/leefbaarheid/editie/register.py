"""The register of sources (config/bronnen.yaml): what a file is, whose, where, its licence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.schemafouten import Document, controleer_schema

BESTAND = "config/bronnen.yaml"
SCHEMA = "config/bronnen-schema.yaml"


@dataclass(frozen=True)
class Licentie:
    """A licence: its SPDX name, its name for readers, and what it asks.

    Attributes:
        spdx: key in the register.
        naam, adres, voorwaarden: for readers; `adres` and `voorwaarden` may be empty.
        commercieel: commercial use is allowed.
    """

    spdx: str
    naam: str
    commercieel: bool
    adres: str = ""
    voorwaarden: str = ""


@dataclass(frozen=True)
class Bron:
    """One file of a publisher; the fields are those of the schema, "" where one is left out.

    Attributes:
        naam: key in the register.
        bestand: path below the folder of the sources.
        archiefdeel: the file within the archive at `adres`; "" when `adres` is the file itself.
        sha256: of the file, not of the archive; "" where it is not known yet.
        indeling: year of the borders; None where the file has no wijken or gemeenten.
    """

    naam: str
    titel: str
    uitgever: str
    versie: str
    peiljaar: str
    bestand: str
    licentie: Licentie
    citeren: str
    vorm: str
    geprobeerd: bool
    sha256: str = ""
    indeling: int | None = None
    adres: str = ""
    archiefdeel: str = ""
    pagina: str = ""
    gebruik: str = ""
    valkuilen: tuple[str, ...] = ()

    @property
    def ophalen(self) -> str:
        """Where a person or a program can get the file; the title where nothing better is known."""
        return self.adres or self.pagina or f"{self.uitgever}, {self.titel}"


Register = Mapping[str, Bron]


def lees_register(wortel: Path, bestand: str | Path = BESTAND) -> dict[str, Bron]:
    """Return the sources of the register by name.

    Args:
        wortel: the folder of the project, where the schema is.
        bestand: the register, from `wortel`.

    Raises:
        InvoerFout: no register, a key that is not in the schema, a licence that is not listed, two
            sources with one path.
    """
    schema = lees_eigen_yaml(wortel / SCHEMA)
    inhoud = lees_configuratie(wortel / bestand)
    soort = "het register van bronnen"
    controleer_schema(inhoud, schema, Document(str(bestand), soort, SCHEMA))
    licenties = {spdx: Licentie(spdx, **deel) for spdx, deel in inhoud["licenties"].items()}
    register = {
        naam: _bron(naam, deel, licenties, str(bestand)) for naam, deel in inhoud["bronnen"].items()
    }
    _eis_eigen_paden(register.values(), str(bestand))
    return register


def _bron(
    naam: str, deel: Mapping[str, Any], licenties: Mapping[str, Licentie], bestand: str
) -> Bron:
    if deel["licentie"] not in licenties:
        raise InvoerFout(
            "deze licentie staat niet bij `licenties`",
            bestand=bestand,
            sleutel=f"bronnen.{naam}.licentie",
            waarde=deel["licentie"],
            remedie=bedoelde_u(deel["licentie"], list(licenties)) or "Beschrijf de licentie daar.",
        )
    meer = {"licentie": licenties[deel["licentie"]], "valkuilen": tuple(deel.get("valkuilen", ()))}
    return Bron(naam=naam, **{**deel, **meer})


def _eis_eigen_paden(bronnen: Iterable[Bron], bestand: str) -> None:
    eerder: dict[str, str] = {}
    for bron in bronnen:
        if bron.bestand in eerder:
            raise InvoerFout(
                f"dit bestand is ook dat van {eerder[bron.bestand]}",
                bestand=bestand,
                sleutel=f"bronnen.{bron.naam}.bestand",
                waarde=bron.bestand,
                remedie="Geef elke bron een eigen bestand.",
            )
        eerder[bron.bestand] = bron.naam


def zoek_bron(register: Register, naam: str, bestand: str, sleutel: str) -> Bron:
    """Return a source by name.

    Raises:
        InvoerFout: the register has no such source; with the names that are near.
    """
    if naam not in register:
        raise InvoerFout(
            "deze bron staat niet in het register van bronnen",
            bestand=bestand,
            sleutel=sleutel,
            waarde=naam,
            remedie=bedoelde_u(naam, list(register)) or f"Kies een naam uit {BESTAND}.",
        )
    return register[naam]


def samen_onder(bronnen: Iterable[Bron]) -> tuple[Licentie, ...]:
    """Return the licences that hold for what is made from all these sources, each once.

    Whatever is made from a source carries its licence on, so one source that may not be used
    commercially makes the whole so; the strictest come first, then by name.
    """
    uniek = {bron.licentie for bron in bronnen}
    return tuple(sorted(uniek, key=lambda licentie: (licentie.commercieel, licentie.spdx)))


def vul_bronnen(bronnen: Mapping[str, Any], register: Register, bestand: str) -> dict[str, Any]:
    """Return the block `bronnen` of an edition, with what the register knows filled in.

    A block that names a source with `register` gets its file, checksum, version and address, where
    it does not give its own.

    Raises:
        InvoerFout: the register has no such source.
    """
    return {soort: _gevuld(soort, blok, register, bestand) for soort, blok in bronnen.items()}


MET_INDELING = ("leefbaarometer", "context", "selectielijst")
"""Sources with wijken, which have the borders of a year."""


def _gevuld(soort: str, blok: Any, register: Register, bestand: str) -> Any:
    if not isinstance(blok, Mapping) or not isinstance(blok.get("register"), str):
        return blok
    bron = zoek_bron(register, blok["register"], bestand, f"bronnen.{soort}.register")
    plaats = "gemeenten" if soort == "grenzen" else "bestand"
    uit_register: dict[str, Any] = {plaats: bron.bestand}
    if bron.sha256:
        uit_register["sha256"] = bron.sha256
    if soort in ("leefbaarometer", "context"):
        uit_register["ophalen"] = bron.ophalen
    if soort == "leefbaarometer":
        uit_register["versie"] = bron.versie
    if soort in MET_INDELING and bron.indeling is not None:
        uit_register["indeling"] = bron.indeling
    return {**uit_register, **blok}


def als_gegevens(bron: Bron) -> dict[str, Any]:
    """Return a source as plain data, with its licence and where it can be found."""
    return {**asdict(bron), "vindplaats": bron.adres or bron.pagina}


def vindplaatsen(register: Register) -> dict[str, str]:
    """Return where the text of each licence is, by its name for readers."""
    licenties = samen_onder(register.values())
    return {licentie.naam: licentie.adres for licentie in licenties if licentie.adres}
