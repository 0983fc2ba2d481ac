"""The YAML of the project itself: schemas and descriptions of documents, in every run of anything.

What a user writes is read with places and checks (`editie/lezen.py`); this is ours, and read fast.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# the parser in C is ten times as fast, and not in every build of PyYAML
_LEZER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def lees_eigen_yaml(pad: Path) -> Any:
    """Return what is in a YAML file of the project."""
    return yaml.load(pad.read_text("utf-8"), Loader=_LEZER)
