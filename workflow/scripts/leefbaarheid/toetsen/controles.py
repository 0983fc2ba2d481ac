"""Runs the checks of a rule, each when the config has it on.

A check is a module in the folder of its rule (`modelcontroles`, `trajectcontroles`), named as the
config and the contracts of its tables (`basis.tabellen`) name it, with a function
`toets(opzet, eerder)` that returns those tables; `eerder` are the tables of the checks before it.
Nothing lists the modules: a check is there when its contracts are. A check with tables of both
rules has a module in both folders.
"""

from __future__ import annotations

import time
from importlib import import_module
from types import ModuleType
from typing import Any

import pandas as pd

from leefbaarheid.basis.tabellen.alle import controles_van, van_controle, van_regel
from leefbaarheid.toetsen.trekkingen import uit

Tabellen = dict[str, pd.DataFrame]


def draai_controles(pakket: ModuleType, regel: str, opzet: Any) -> Tabellen:
    """Run the checks of a rule, in the order of their contracts.

    A check that is off gives tables with one row that says so: nothing disappears silently. The log
    says how much processor time each of them took.

    Args:
        pakket: the folder with a module per check.
        regel: the rule whose checks these are.
        opzet: what its checks need; has the config block `inferentie`.
    """
    aan = opzet.inferentie["controles"]
    tabellen: Tabellen = {}
    for naam in controles_van(regel):
        if aan[naam]:
            print(f"{naam} ...", flush=True)
            begin = time.process_time()
            module = import_module(f"{pakket.__name__}.{naam}")
            tabellen |= module.toets(opzet, tabellen)
            print(f"{naam}: {time.process_time() - begin:.2f} s rekentijd", flush=True)
        else:
            print(f"{naam}: staat uit", flush=True)
            tabellen |= uit(*(tabel for tabel in van_controle(naam) if tabel in van_regel(regel)))
    return tabellen
