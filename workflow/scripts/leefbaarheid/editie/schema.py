"""The schema of an edition config, with the checks that can be switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
from leefbaarheid.basis.tabellen.alle import CONTROLES


def lees_schema(wortel: Path) -> dict[str, Any]:
    """Return config/schema.yaml with a switch for every check that has tables.

    Args:
        wortel: the folder of the project.
    """
    schema: dict[str, Any] = lees_eigen_yaml(wortel / "config" / "schema.yaml")
    schakelaars = schema["properties"]["inferentie"]["properties"]["controles"]["properties"]
    for naam, controle in CONTROLES.items():
        schakelaars[naam] = {"type": "boolean", "description": controle.uitleg}
    return schema
