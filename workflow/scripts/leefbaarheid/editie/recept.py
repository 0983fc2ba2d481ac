"""The recipe of a context table (config/recepten/): per factor which file, column and operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.editie.instellingen import Instellingen
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.register import Bron, Register, samen_onder, zoek_bron
from leefbaarheid.editie.schemafouten import Document, controleer_schema

SCHEMA = "config/recepten-schema.yaml"
BRUG = {"postcode": "adresgewichten", "concordantie": "concordantie"}
"""Couplings that need weights, and the form of the file with them."""
VELDEN = {
    "overnemen": {"kolom"},
    "aantal": {"kolom"},
    "aandeel": {"teller", "noemer"},
    "gemiddelde": {"kolom"},
    "verandering": {"kolom", "van", "tot"},
}
"""What each operation takes from the recipe, and needs."""
KOPPELINGEN = {
    "overnemen": {"wijkcode", "gemeentecode", "gemeentenaam"},
    "aantal": {"postcode", "concordantie"},
    "aandeel": {"wijkcode", "postcode", "concordantie"},
    "gemiddelde": {"postcode", "concordantie"},
    "verandering": {"wijkcode", "gemeentecode", "gemeentenaam"},
}
"""How the rows of a file can belong to wijken, per operation."""


@dataclass(frozen=True)
class Recept(Instellingen):
    """A recipe that passed its checks, with what the register knows of its files.

    Attributes:
        bestand: the file of the recipe, for messages.
        indeling: year of the borders of the table.
        wijken: block of the recipe: the file with the wijken and its columns.
        toevoegingen: what a source may put behind the name of a gemeente, tried in this order.
        factoren: name of the column to the block of the recipe, with `koppeling`, `dekking`,
            `peiljaar` and `licentie` filled in.
        bronnen: name in the register to what of it the table is made with: `bestand`, `vorm`,
            `indeling`, `peiljaar`, `sha256`, `ophalen`, `citeren`.
    """

    bestand: str
    indeling: int
    wijken: Mapping[str, str]
    toevoegingen: Sequence[str]
    factoren: Mapping[str, Mapping[str, Any]]
    bronnen: Mapping[str, Mapping[str, Any]]

    def van_factor(self, factor: str) -> list[str]:
        """Return the names in the register that a factor is made from."""
        blok = self.factoren[factor]
        return [blok[sleutel] for sleutel in ("bestand", "gewicht") if sleutel in blok]


def lees_recept(pad: str | Path, wortel: Path, register: Register, naam: str = "") -> Recept:
    """Return the recipe in a file.

    Args:
        pad: the recipe.
        naam: what it is called in messages and results, the same in every folder; `pad` if not
            given.
        wortel: the folder of the project, where the schema is.
        register: from `lees_register`.

    Raises:
        InvoerFout: no recipe, an unknown key, a file that the register does not know, an operation
            without what it needs or with what it does not take, a coupling that does not fit.
    """
    inhoud = lees_configuratie(pad)
    schema = lees_eigen_yaml(wortel / SCHEMA)
    bestand = naam or str(pad)
    controleer_schema(inhoud, schema, Document(bestand, "het recept van een contexttabel", SCHEMA))
    wijken = inhoud["wijken"]
    lijst = zoek_bron(register, wijken["bestand"], bestand, "wijken.bestand")
    _eis_indeling(lijst, inhoud["indeling"], bestand)
    factoren = {
        naam: _gevuld(naam, blok, inhoud, register, bestand)
        for naam, blok in inhoud["factoren"].items()
    }
    namen = [wijken["bestand"]]
    for blok in factoren.values():
        namen += [blok[sleutel] for sleutel in ("bestand", "gewicht") if sleutel in blok]
    return Recept(
        bestand=bestand,
        indeling=inhoud["indeling"],
        wijken=wijken,
        toevoegingen=inhoud.get("gemeentenamen", {}).get("toevoegingen", []),
        factoren=factoren,
        bronnen={naam: _van_bron(register[naam]) for naam in dict.fromkeys(namen)},
    )


def _van_bron(bron: Bron) -> dict[str, Any]:
    """Return what of a source the table is made with, as plain data."""
    return {
        "bestand": bron.bestand,
        "vorm": bron.vorm,
        "indeling": bron.indeling,
        "peiljaar": bron.peiljaar,
        "sha256": bron.sha256,
        "ophalen": bron.ophalen,
        "citeren": bron.citeren,
    }


def _eis_indeling(bron: Bron, indeling: int, bestand: str) -> None:
    if bron.indeling != indeling:
        raise InvoerFout(
            f"de lijst van {W.gebieden} '{bron.naam}' heeft de indeling van {bron.indeling}, het "
            f"recept die van {indeling}",
            bestand=bestand,
            sleutel="wijken.bestand",
            waarde=bron.naam,
            remedie=f"Kies een lijst met de {W.gebieden} van {indeling}, of pas `indeling` aan.",
        )


def _gevuld(
    naam: str,
    blok: Mapping[str, Any],
    recept: Mapping[str, Any],
    register: Register,
    bestand: str,
) -> dict[str, Any]:
    """Return the block of a factor after its checks, with what it may leave out."""
    plek = f"factoren.{naam}"
    koppeling = blok.get("koppeling", "wijkcode")
    bron = zoek_bron(register, blok["bestand"], bestand, f"{plek}.bestand")
    for sleutel, wat, remedie in _bezwaren(blok, koppeling):
        raise InvoerFout(
            wat,
            bestand=bestand,
            sleutel=f"{plek}.{sleutel}",
            waarde=blok.get(sleutel),
            remedie=remedie,
        )
    _eis_brug(blok, koppeling, plek, register, bestand)
    _eis_zelfde_wijken(blok, koppeling, bron, recept["indeling"], plek, bestand)
    peiljaar = f"{blok['van']}-{blok['tot']}" if "van" in blok else bron.peiljaar
    licenties = [bron]
    if "gewicht" in blok:
        licenties.append(register[blok["gewicht"]])
    rest = {"koppeling": koppeling, "dekking": recept["dekking"], "peiljaar": peiljaar}
    return {**rest, **blok, "licentie": _licentie(licenties)}


def _bezwaren(blok: Mapping[str, Any], koppeling: str) -> Iterator[tuple[str, str, str]]:
    """Yield (key, what is wrong, remedy) for an operation that misses or has too much."""
    bewerking = blok["bewerking"]
    nodig = VELDEN[bewerking]
    for sleutel in sorted(set().union(*VELDEN.values())):
        if sleutel in nodig and sleutel not in blok:
            yield sleutel, f"de bewerking '{bewerking}' heeft deze sleutel nodig", "Vul hem in."
        if sleutel not in nodig and sleutel in blok:
            yield (
                sleutel,
                f"de bewerking '{bewerking}' gebruikt deze sleutel niet",
                f"Haal hem weg; nodig zijn {', '.join(sorted(nodig))}.",
            )
    if koppeling not in KOPPELINGEN[bewerking]:
        mag = ", ".join(sorted(KOPPELINGEN[bewerking]))
        yield (
            "koppeling",
            f"de bewerking '{bewerking}' kan niet met de koppeling '{koppeling}'",
            f"Kies een van {mag}, of een andere bewerking.",
        )
    if "van" in blok and blok["van"] >= blok.get("tot", blok["van"] + 1):
        yield "van", "het eerste jaar ligt niet voor het laatste", "Zet het vroegste jaar bij van."
    if ("gewicht" in blok) != (koppeling in BRUG):
        yield (
            "gewicht",
            f"bij de koppeling '{koppeling}' "
            + (
                "ontbreekt het bestand met gewichten"
                if koppeling in BRUG
                else "horen geen gewichten"
            ),
            "Noem bij postcode en concordantie een bron met adressen, en anders geen.",
        )


def _eis_brug(
    blok: Mapping[str, Any], koppeling: str, plek: str, register: Register, bestand: str
) -> None:
    """Refuse weights of the wrong form."""
    if koppeling not in BRUG:
        return
    gewicht = zoek_bron(register, blok["gewicht"], bestand, f"{plek}.gewicht")
    if gewicht.vorm != BRUG[koppeling]:
        raise InvoerFout(
            f"deze bron heeft de vorm '{gewicht.vorm}'; de koppeling '{koppeling}' vraagt een bron "
            f"met de vorm '{BRUG[koppeling]}'",
            bestand=bestand,
            sleutel=f"{plek}.gewicht",
            waarde=gewicht.naam,
            remedie=f"Kies een bron met die vorm uit het register ({register_namen(register)}).",
        )


def register_namen(register: Register) -> str:
    """Return the names in a register for in a message."""
    return ", ".join(sorted(register))


def _eis_zelfde_wijken(
    blok: Mapping[str, Any], koppeling: str, bron: Bron, indeling: int, plek: str, bestand: str
) -> None:
    """Refuse to join wijken of different years on their code, unless the recipe says so."""
    if koppeling != "wijkcode" or bron.indeling == indeling or blok.get("gelijke_codes"):
        return
    van = f"die van {bron.indeling}" if bron.indeling else "niet bekend"
    raise InvoerFout(
        f"de {W.gebieden} in '{bron.naam}' zijn niet die van {indeling}: hun indeling is {van}",
        bestand=bestand,
        sleutel=f"{plek}.koppeling",
        waarde=koppeling,
        remedie=f"Gebruik de koppeling 'concordantie' met een bron van adressen per {W.gebied}, of "
        f"zet `gelijke_codes: true` als alleen {W.gebieden} met dezelfde code een waarde krijgen.",
    )


def _licentie(bronnen: Sequence[Bron]) -> str:
    """Return the licences that hold for a factor, with whose each is when there are more."""
    samen = samen_onder(bronnen)
    slot = "" if all(licentie.commercieel for licentie in samen) else ": niet commercieel"
    if len(samen) == 1:
        return samen[0].naam + slot
    delen = []
    for licentie in reversed(samen):
        van = [_wie(bron) for bron in bronnen if bron.licentie == licentie]
        delen.append(f"{licentie.naam} ({', '.join(van)})")
    return " en ".join(delen) + slot


def _wie(bron: Bron) -> str:
    """Return who is quoted: "CBS" of "CBS, Kerncijfers per postcode 2017 (CC BY 4.0)"."""
    return bron.citeren.split(",", 1)[0]


def met_recept(
    editie: dict[str, Any], wortel: Path, register: Register, waar: Path
) -> Recept | None:
    """Return the recipe of an edition, and give the edition the year of its borders.

    Args:
        editie: the checked edition; its block of the context table gets `indeling`.
        wortel: the folder of the project.
        register: from `lees_register`.
        waar: the folder that the path of the recipe starts from when it is there.

    Returns:
        None for an edition with a context table of its own.

    Raises:
        InvoerFout: see `lees_recept`.
    """
    context = editie["bronnen"]["context"]
    if "recept" not in context:
        return None
    naam = context["recept"]
    pad = waar / naam if (waar / naam).exists() else wortel / naam
    recept = lees_recept(pad, wortel, register, naam)
    editie["bronnen"] = {**editie["bronnen"], "context": {**context, "indeling": recept.indeling}}
    return recept
