"""Names of many wijken in one cell."""

from __future__ import annotations

from collections.abc import Iterable

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij


def per_gemeente(rijen: Iterable[Rij]) -> str:
    """Return wijken by gemeente: "Almere: De Hoven, De Werven; Breda: Noord"."""
    gemeenten: dict[str, list[str]] = {}
    for rij in sorted(rijen, key=_plek):
        gemeenten.setdefault(als_markdown(rij["gm_naam"]), []).append(als_markdown(rij["wk_naam"]))
    return "; ".join(f"{gemeente}: {', '.join(namen)}" for gemeente, namen in gemeenten.items())


def _plek(rij: Rij) -> tuple[str, str, str]:
    return taal.alfabet(rij["gm_naam"]), taal.alfabet(rij["wk_naam"]), rij["wk_code"]
