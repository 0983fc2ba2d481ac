"""The made-up edition, and the same one with something else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hulp.verandering import CONFIG, maak_stand, wijken
from leefbaarheid.verandering.stand import Stand


@pytest.fixture
def stand() -> Stand:
    """The previous edition."""
    return maak_stand()


Anders = Callable[..., Stand]


@pytest.fixture
def anders(stand: Stand) -> Anders:
    """Return the same edition with something else: cells of its wijken, keys of its config."""

    def maak(
        cellen: dict[tuple[str, str], Any] | None = None,
        *,
        weg: tuple[str, ...] = (),
        config: dict[str, Any] | None = None,
        **velden: Any,
    ) -> Stand:
        tabel = wijken().set_index("wk_code").drop(index=list(weg))
        for (code, kolom), waarde in (cellen or {}).items():
            tabel.loc[code, kolom] = waarde
        tabellen = {**stand.tabellen, "wijken": tabel.reset_index()} | velden.pop("tabellen", {})
        nieuw = copy.deepcopy(CONFIG)
        for sleutel, waarde in (config or {}).items():
            blok, _, deel = sleutel.rpartition(".")
            doel = nieuw[blok] if blok else nieuw
            doel[deel] = waarde
        return replace(stand, config=nieuw, tabellen=tabellen, **velden)

    return maak
