"""The schema of an edition config, with the checks that can be switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from leefbaarheid.basis.tabellen.alle import CONTROLES


def lees_schema(wortel: Path) -> dict[str, Any]:
    """Return config/schema.yaml with a switch for every check that has tables.

    Args:
        wortel: the folder of the project.
    """
    schema: dict[str, Any] = yaml.safe_load((wortel / "config" / "schema.yaml").read_text("utf-8"))
    schakelaars = schema["properties"]["inferentie"]["properties"]["controles"]["properties"]
    for naam, controle in CONTROLES.items():
        schakelaars[naam] = {"type": "boolean", "description": controle.betekenis}
    return schema
