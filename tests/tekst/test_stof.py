"""What a template calls: the functions of a module with the edition's tables bound."""

from __future__ import annotations

from types import ModuleType

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
    assert t.NAAM == "n"
    assert not hasattr(t, "_eigen") and not hasattr(t, "re")
    assert not hasattr(t, "getal")  # one name, one place
