"""The packages whose version can change a number or a page."""

from __future__ import annotations

import sys
from importlib.metadata import version

PAKKETTEN = (
    "babel",
    "fonttools",
    "jinja2",
    "matplotlib",
    "numpy",
    "pandas",
    "pandera",
    "pikepdf",
    "pillow",
    "pyogrio",
    "pypandoc-binary",
    "python-calamine",
    "pyyaml",
    "rocrate",
    "scipy",
    "seaborn",
    "shapely",
    "snakemake",
    "statsmodels",
    "typst",
)


def versies() -> dict[str, str]:
    """Return the version of each of these packages, and of Python."""
    python = ".".join(map(str, sys.version_info[:3]))
    return {pakket: version(pakket) for pakket in PAKKETTEN} | {"python": python}
