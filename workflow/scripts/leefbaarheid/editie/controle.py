"""The configuration of an edition, read and checked before any job starts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.alle import CONTROLES
from leefbaarheid.editie.register import Register, vul_bronnen
from leefbaarheid.editie.samenhang import controleer_samenhang
from leefbaarheid.editie.schemafouten import Document, controleer_schema


def controleer_editie(
    config: object,
    schema: Mapping[str, Any],
    bestand: str = "config",
    register: Register | None = None,
) -> dict[str, Any]:
    """Return the edition after all checks; dates become ISO text, and every check has its switch.

    A source that is named from the register is filled in from it.

    Args:
        config: what the YAML file and `--config` gave.
        schema: the parsed config/schema.yaml.
        bestand: name of the file, for the message.
        register: from `lees_register`; may be left out for an edition that names its own files.

    Raises:
        InvoerFout: the first problem: the schema comes first, and in it unknown keys.
    """
    if not isinstance(config, Mapping):
        raise InvoerFout(
            "dit is geen configuratie van een editie: er staan geen sleutels in",
            bestand=bestand,
            remedie="Neem config/config.yaml als voorbeeld.",
        )
    editie = dict(config)
    for naam in ("teksten", "voorregistratie"):
        blok = editie.get(naam)
        if isinstance(blok, Mapping) and isinstance(blok.get("datum"), dt.date):
            editie[naam] = {**blok, "datum": blok["datum"].isoformat()}
    if isinstance(bronnen := editie.get("bronnen"), Mapping):
        editie["bronnen"] = vul_bronnen(bronnen, register or {}, bestand)
    soort = "de configuratie van een editie"
    controleer_schema(editie, schema, Document(bestand, soort, "config/README.md"))
    controleer_samenhang(editie, bestand)
    return editie | {"inferentie": _voluit(editie)}


def _voluit(editie: Mapping[str, Any]) -> dict[str, Any]:
    """Return the block `inferentie` with what it may leave out.

    A check that is not named is on. All years are compared with the crisis year, and the group
    around it is that of the first policy label; without labels ("") the selection itself.
    """
    inferentie, labels = editie["inferentie"], editie["selectie"].get("labels", [""])
    gebeurtenis = {"basisjaar": editie["clusters"]["crisisjaar"], "label": labels[0]}
    return {
        **inferentie,
        "controles": dict.fromkeys(CONTROLES, True) | inferentie.get("controles", {}),
        "gebeurtenis": gebeurtenis | inferentie.get("gebeurtenis", {}),
    }
