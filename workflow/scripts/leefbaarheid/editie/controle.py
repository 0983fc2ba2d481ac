"""The configuration of an edition: a closed schema, and checks between keys."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u

SOORTEN = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal (met een punt als decimaalteken)",
    "boolean": "true of false",
}


def _is_getal(_: object, waarde: object) -> bool:
    return (
        isinstance(waarde, int | float) and not isinstance(waarde, bool) and math.isfinite(waarde)
    )


def _is_geheel(_: object, waarde: object) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


# JSON Schema calls 2014.0 an integer and lets not-a-number through; a year or a margin is neither
_Controle = validators.extend(
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": _is_geheel, "number": _is_getal}
    ),
)


def _pad(fout: ValidationError) -> str:
    return ".".join(str(deel) for deel in fout.absolute_path)


def _vertaal(fout: ValidationError, bestand: str) -> InvoerFout:
    """Turn a jsonschema error into one Dutch message."""
    sleutel, waarde, regel = _pad(fout), fout.instance, fout.validator
    plek: dict[str, Any] = {"bestand": bestand, "sleutel": sleutel or None}
    if regel == "additionalProperties":
        bekend = fout.schema.get("properties", {})
        onbekend = sorted(str(k) for k in waarde if k not in bekend)[0]
        hint = bedoelde_u(onbekend, bekend) or f"Mogelijk zijn: {', '.join(bekend)}."
        plek["sleutel"] = f"{sleutel}.{onbekend}" if sleutel else onbekend
        return InvoerFout(
            "deze sleutel bestaat niet in de configuratie van een editie", remedie=hint, **plek
        )
    if regel == "required":
        mist = next(k for k in fout.validator_value if k not in waarde)
        plek["sleutel"] = f"{sleutel}.{mist}" if sleutel else mist
        return InvoerFout(
            "deze sleutel ontbreekt",
            remedie="Voeg de sleutel toe; config/README.md legt hem uit.",
            **plek,
        )
    if waarde is None:
        return InvoerFout(
            "deze sleutel is leeg gelaten",
            remedie="Vul een waarde in of haal de sleutel weg als hij optioneel is.",
            **plek,
        )
    if regel == "type":
        return InvoerFout(
            f"hier hoort {SOORTEN[fout.validator_value]}",
            waarde=waarde,
            remedie="Zie config/README.md voor deze sleutel.",
            **plek,
        )
    if regel == "enum":
        keuzes = [str(k) for k in fout.validator_value]
        return InvoerFout(
            "deze waarde is geen van de keuzes",
            waarde=waarde,
            remedie=bedoelde_u(str(waarde), keuzes) or f"Kies uit: {', '.join(keuzes)}.",
            **plek,
        )
    uitleg = {
        "minimum": "de waarde is te klein; het minimum is",
        "maximum": "de waarde is te groot; het maximum is",
        "minItems": "de lijst is te kort; het minste aantal is",
        "maxItems": "de lijst is te lang; het grootste aantal is",
        "uniqueItems": "de lijst heeft een waarde dubbel; elke waarde mag één keer",
        "pattern": "de waarde heeft niet de vereiste vorm",
        "minLength": "de tekst is leeg; minste aantal tekens",
        "contains": "in de lijst ontbreekt",
        "minProperties": "het blok is leeg; minste aantal sleutels",
    }.get(str(regel), f"de waarde voldoet niet aan de regel '{regel}'")
    eis = fout.validator_value
    eis = "selectie" if regel == "contains" else ("" if eis is True else f"{eis}")
    return InvoerFout(
        f"{uitleg} {eis}".rstrip(),
        waarde=waarde,
        remedie="Zie config/README.md voor deze sleutel.",
        **plek,
    )


def _eis(voorwaarde: bool, wat: str, bestand: str, sleutel: str, waarde: object, remedie: str):
    if not voorwaarde:
        raise InvoerFout(wat, bestand=bestand, sleutel=sleutel, waarde=waarde, remedie=remedie)


def _controleer_jaren(editie: Mapping[str, Any], bestand: str) -> None:
    jaren = editie["jaren"]
    _eis(
        jaren == sorted(jaren),
        "de meetjaren staan niet oplopend",
        bestand,
        "jaren",
        jaren,
        f"Schrijf {sorted(jaren)}.",
    )
    losse = {
        "basisjaar": editie["basisjaar"],
        "eindjaar": editie["eindjaar"],
        "clusters.langjaar": editie["clusters"]["langjaar"],
        "clusters.crisisjaar": editie["clusters"]["crisisjaar"],
        "stijgers_dalers.van": editie["stijgers_dalers"]["van"],
        "stijgers_dalers.tot": editie["stijgers_dalers"]["tot"],
    }
    if "jaar" in editie["selectie"]:
        losse["selectie.jaar"] = editie["selectie"]["jaar"]
    uitleg = f"Kies een van de jaren {', '.join(map(str, jaren))} of voeg het jaar toe aan 'jaren'."
    for sleutel, jaar in losse.items():
        _eis(jaar in jaren, "dit jaar staat niet in 'jaren'", bestand, sleutel, jaar, uitleg)
    blokken = {
        "vensters": editie["vensters"],
        "decompositie_vensters": editie["decompositie_vensters"],
        "regressie.vensters": editie["regressie"]["vensters"],
        "regressie.hoofdvenster": [editie["regressie"]["hoofdvenster"]],
    }
    for sleutel, vensters in blokken.items():
        for venster in vensters:
            for jaar in venster:
                _eis(
                    jaar in jaren, "dit jaar staat niet in 'jaren'", bestand, sleutel, jaar, uitleg
                )
            _eis(
                venster[0] < venster[1],
                "een venster loopt van een vroeger naar een later jaar",
                bestand,
                sleutel,
                venster,
                "Zet het vroegste jaar eerst.",
            )
    lang, crisis, eind = (
        editie["clusters"]["langjaar"],
        editie["clusters"]["crisisjaar"],
        editie["eindjaar"],
    )
    _eis(
        lang < crisis < eind,
        "de clusterregel vraagt langjaar < crisisjaar < eindjaar",
        bestand,
        "clusters",
        [lang, crisis, eind],
        "Pas clusters.langjaar, clusters.crisisjaar of eindjaar aan.",
    )
    for venster in ([lang, crisis], [crisis, eind]):
        _eis(
            venster in editie["vensters"],
            "het rapport beschrijft deze periode, maar zij staat niet in 'vensters'",
            bestand,
            "vensters",
            venster,
            "Voeg de periode toe aan 'vensters'.",
        )
    van, tot = editie["stijgers_dalers"]["van"], editie["stijgers_dalers"]["tot"]
    _eis(
        van < tot,
        "het beginjaar ligt niet voor het eindjaar",
        bestand,
        "stijgers_dalers",
        [van, tot],
        "Zet het vroegste jaar bij 'van'.",
    )


def _controleer_selectie(editie: Mapping[str, Any], bestand: str) -> None:
    selectie = editie["selectie"]
    nodig = {"lijst": ["labels"], "laagste_scores": ["jaar", "aantal"]}
    for soort, sleutels in nodig.items():
        for sleutel in sleutels:
            _eis(
                (sleutel in selectie) == (selectie["soort"] == soort),
                f"deze sleutel hoort bij selectie.soort '{soort}', en alleen daarbij",
                bestand,
                f"selectie.{sleutel}",
                selectie.get(sleutel, "(ontbreekt)"),
                "Voeg de sleutel toe of haal hem weg, of kies de andere soort.",
            )
    _eis(
        ("selectielijst" in editie["bronnen"]) == (selectie["soort"] == "lijst"),
        "een selectielijst hoort bij selectie.soort 'lijst', en alleen daarbij",
        bestand,
        "bronnen.selectielijst",
        selectie["soort"],
        "Voeg bronnen.selectielijst toe of haal hem weg.",
    )
    _eis(
        selectie.get("jaar", 0) <= editie["eindjaar"],
        "het selectiejaar ligt na het eindjaar",
        bestand,
        "selectie.jaar",
        selectie.get("jaar"),
        "Kies een jaar tot en met het eindjaar.",
    )


def _controleer_paden(editie: Mapping[str, Any], bestand: str) -> None:
    for naam, bron in editie["bronnen"].items():
        for sleutel in {"bestand", "gemeenten", "map"} & set(bron):
            pad = Path(bron[sleutel])
            _eis(
                not pad.is_absolute() and ".." not in pad.parts,
                "een bronbestand ligt binnen bronnen_map",
                bestand,
                f"bronnen.{naam}.{sleutel}",
                bron[sleutel],
                "Geef het pad vanaf bronnen_map, zonder '..'.",
            )


def _controleer_rest(editie: Mapping[str, Any], bestand: str) -> None:
    grenzen: Sequence[float] = editie["klassen"]["grenzen"]
    _eis(
        list(grenzen) == sorted(set(grenzen)),
        "klassegrenzen lopen op, zonder dubbele",
        bestand,
        "klassen.grenzen",
        grenzen,
        "Zet de acht grenzen van laag naar hoog.",
    )
    regressie = editie["regressie"]
    _eis(
        regressie["hoofdvenster"] in regressie["vensters"],
        "het hoofdvenster is geen van de uitkomstvensters",
        bestand,
        "regressie.hoofdvenster",
        regressie["hoofdvenster"],
        "Voeg het toe aan regressie.vensters.",
    )
    _eis(
        regressie["hoofdmodel"] in regressie["modellen"],
        "het hoofdmodel is geen van de modellen",
        bestand,
        "regressie.hoofdmodel",
        regressie["hoofdmodel"],
        "Voeg het toe aan regressie.modellen.",
    )
    kenmerken = list(editie["kenmerken"].values())
    for factor in editie["factoren"]:
        _eis(
            factor not in kenmerken or factor == editie["kenmerken"]["inwoners"],
            "deze kolom is een kenmerk van de wijk, geen factor",
            bestand,
            "factoren",
            factor,
            "Haal de kolom uit 'factoren'.",
        )
    datum = editie["teksten"]["datum"]
    try:
        jaar = dt.date.fromisoformat(datum).year
    except ValueError:
        raise InvoerFout(
            "deze datum bestaat niet",
            bestand=bestand,
            sleutel="teksten.datum",
            waarde=datum,
            remedie="Schrijf een datum als 2017-03-07.",
        ) from None
    _eis(
        1990 <= jaar <= 2100,
        "het jaar van uitgave ligt niet tussen 1990 en 2100",
        bestand,
        "teksten.datum",
        datum,
        "Schrijf een datum als 2017-03-07.",
    )


def _controleer_inferentie(editie: Mapping[str, Any], bestand: str) -> None:
    inferentie, factoren = editie["inferentie"], editie["factoren"]
    blokken = {
        "inferentie.primaire_factoren": inferentie["primaire_factoren"],
        "inferentie.dimensie_van_factor": list(inferentie["dimensie_van_factor"]),
    }
    for sleutel, namen in blokken.items():
        for factor in namen:
            _eis(
                factor in factoren,
                "deze factor staat niet bij 'factoren'",
                bestand,
                sleutel,
                factor,
                bedoelde_u(factor, factoren) or f"Kies uit: {', '.join(factoren)}.",
            )


def controleer_editie(
    config: Mapping[str, Any], schema: Mapping[str, Any], bestand: str = "config"
) -> dict[str, Any]:
    """Return the edition after all checks; dates become ISO text.

    Args:
        config: what the YAML file and `--config` gave.
        schema: the parsed config/schema.yaml.
        bestand: name of the file, for the message.

    Raises:
        InvoerFout: the first problem, unknown keys before anything else.
    """
    if not isinstance(config, Mapping):
        raise InvoerFout(
            "dit is geen configuratie van een editie: er staan geen sleutels in",
            bestand=bestand,
            remedie="Neem config/config.yaml als voorbeeld.",
        )
    editie = dict(config)
    teksten = editie.get("teksten")
    if isinstance(teksten, Mapping) and isinstance(teksten.get("datum"), dt.date):
        editie["teksten"] = {**teksten, "datum": teksten["datum"].isoformat()}
    rang = {"additionalProperties": 0, "required": 1}
    fouten = sorted(
        _Controle(schema).iter_errors(editie),
        key=lambda fout: (rang.get(str(fout.validator), 2), _pad(fout)),
    )
    if fouten:
        raise _vertaal(fouten[0], bestand)
    _controleer_jaren(editie, bestand)
    _controleer_selectie(editie, bestand)
    _controleer_paden(editie, bestand)
    _controleer_rest(editie, bestand)
    _controleer_inferentie(editie, bestand)
    return editie


def zoek_bronnen(editie: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the source files of an edition are; only names are looked at, nothing is read.

    Returns:
        `leefbaarometer`, `context`, `codeboek`, and where configured `selectielijst`, `grenzen`:
        a path; `wijkanalyses_map`: a folder; `wijkanalyses`: all files in it, sorted.

    Raises:
        InvoerFout: a file or folder is not there; the message names the official download.
    """
    map_ = Path(editie["bronnen_map"])
    bronnen = editie["bronnen"]
    paden: dict[str, Any] = {}
    for naam, bron in bronnen.items():
        if naam == "wijkanalyses":
            continue
        pad = map_ / bron["gemeenten" if naam == "grenzen" else "bestand"]
        if not pad.is_file():
            ophalen = (
                f" Het bestand is te krijgen via: {bron['ophalen']}" if "ophalen" in bron else ""
            )
            raise InvoerFout(
                "dit bronbestand is er niet",
                bestand=pad,
                remedie="Zet het bestand in bronnen_map of wijs die map aan met "
                f"--config bronnen_map=<map>.{ophalen}",
            )
        paden[naam] = str(pad)
    if "wijkanalyses" in bronnen:
        analyses = map_ / bronnen["wijkanalyses"]["map"]
        if not analyses.is_dir():
            raise InvoerFout(
                "de map met wijkanalyses is er niet",
                bestand=analyses,
                remedie="Maak de map of haal bronnen.wijkanalyses uit de configuratie.",
            )
        paden["wijkanalyses_map"] = str(analyses)
        paden["wijkanalyses"] = sorted(
            str(pad)
            for pad in analyses.rglob("*")
            if pad.is_file() and not pad.name.startswith((".", "~$"))
        )
    return paden
