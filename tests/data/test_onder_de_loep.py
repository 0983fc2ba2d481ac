"""The wijken of an earlier study: a code or a reason, each once."""

from __future__ import annotations

import pytest

from hulp.bronnen import melding, schrijf
from leefbaarheid.data.onder_de_loep import lees_onder_de_loep

KOP = "nr,wijk,gemeente,wk_code,zekerheid,toelichting"
GOED = "2,Noord,Proefstad,WK900101,zeker,de wijk draagt de naam"
GEEN = "1,Zuid,Proefstad,,geen wijk,een buurt binnen een grotere wijk"


def test_de_lijst_op_volgorde_met_lege_codes(tmp_path):
    lijst = lees_onder_de_loep(schrijf(tmp_path, [KOP, GOED, GEEN], "l.csv"), ["WK900101"])
    assert lijst["nr"].tolist() == [1, 2]
    assert lijst["wk_code"].tolist() == ["", "WK900101"]


@pytest.mark.parametrize(
    ("regel", "fragmenten"),
    [
        ("3,Oost,X,900102,zeker,x", ["wk_code", "geen wijkcode", "WK036300"]),
        ("3,Oost,X,WK900109,zeker,x", ["WK900109", "niet in de Leefbaarometer"]),
        ("3,Oost,X,,geen wijk,", ["toelichting", "niet waarom"]),
        ("drie,Oost,X,,geen wijk,x", ["nr", "geen volgnummer", "drie"]),
        ("2,Oost,X,,geen wijk,x", ["nr", "twee keer"]),
        ("3,Oost,X,WK900101,zeker,x", ["wk_code", "twee keer"]),
    ],
)
def test_een_fout_in_de_lijst_is_een_melding(tmp_path, regel, fragmenten):
    pad = schrijf(tmp_path, [KOP, GOED, GEEN, regel], "l.csv")
    tekst = melding(lees_onder_de_loep, pad, ["WK900101"])
    for fragment in ("l.csv", "4", "Wat te doen", *fragmenten):
        assert fragment in tekst
