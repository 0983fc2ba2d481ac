"""What a template calls: the functions of a module with the edition's tables bound."""

from __future__ import annotations

from types import ModuleType

import pytest

from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof, bind


def test_alleen_wie_om_stof_vraagt_krijgt_haar():
    module = ModuleType("proef")
    exec(
        "import re\n"
        "from leefbaarheid.basis.taal import getal\n"
        "NAAM = 'n'\n"
        "def met(stof, jaar): return stof.editie['editie'], jaar\n"
        "def zonder(jaar): return jaar\n"
        "def _eigen(stof): return 1\n",
        module.__dict__,
    )
    t = bind(module, Stof({"editie": "proef"}, Cijfers(), {}))
    assert t.met(2014) == ("proef", 2014)
    assert t.zonder(2014) == 2014
    assert set(vars(t)) == {"met", "zonder"}  # nothing private, nothing it imports


def test_een_tabel_die_er_niet_is_staat_in_de_melding():
    stof = Stof({}, Cijfers(), {"clusters": []})
    assert stof.tabellen["clusters"] == []
    with pytest.raises(KeyError, match="er is geen tabel met de naam 'weg'"):
        stof.tabellen["weg"]
