"""Small source files as the official ones, and the message a bad one gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.uitgaven import herken_uitgave

UITGAVE = herken_uitgave("3.0", [2022])
assert UITGAVE
LBM_BASIS = UITGAVE.basis["wijk"]

KOP = "wk_code,wk_naam,jaar,lbm,afw,fys,onv,soc,vrz,won"
CODES = ("WK900100", "WK900101", "WK9002A0")

CODEBOEK = [
    "factor,label,eenheid,bron,peiljaar,licentie,concept,toelichting",
    "corporatie_pct,Corporatiewoningen,%,CBS,2008,CC BY 4.0,corporatiebezit,",
    'dichtheid,Dichtheid,adressen per km2,CBS,2008,CC BY 4.0,ligging,"geteld, niet geschat"',
    "stedelijkheid,Stedelijkheid,klasse,CBS,2008,CC BY 4.0,ligging,",
]
CONTEXT = [
    "wk_code,wk_naam,inwoners,gm_code,gm_naam,x_rd,y_rd,corporatie_pct,dichtheid,stedelijkheid",
    "WK900101,Noord,2500,GM9001,Astad,100000,400000,40.5,.,strongly urbanised",
    "WK900100,Centrum,1500,GM9001,Astad,100100,400100,-99997,1200,extremely urbanised",
    "WK9002A0,Zuid,.,GM9002,Bedorp,,,NA,900,",
    "WK900300,Oost,10,GM9003,Cedam,,,12,,not urbanised",
]
KENMERKEN = {
    "inwoners": "inwoners",
    "gm_code": "gm_code",
    "gm_naam": "gm_naam",
    "x": "x_rd",
    "y": "y_rd",
}

LIJST = [
    "wk_code,naam,aandachtswijk,probleemwijk",
    "WK900101,Noord,ja,True",
    "WK900100,Centrum,0,false",
]


def regel(code: str, jaar: int, lbm: float, dimensies: bool = False, naam: str = "Dorp") -> str:
    """Return one official row that meets both identities."""
    afw = lbm - LBM_BASIS
    dims = [0.01, -0.02, 0.03, -0.04, afw + 0.02] if dimensies else ["NA"] * 5
    return ",".join(str(cel) for cel in (code, naam, jaar, lbm, afw, *dims))


def leefbaarometer_regels() -> list[str]:
    """Return header and rows: 3 wijken x 2012, 2014; dimensions in 2014; line 1 is the header."""
    rijen = [
        regel(code, jaar, 3.9 + 0.1 * i, dimensies=jaar == 2014)
        for i, code in enumerate(CODES)
        for jaar in (2012, 2014)
    ]
    return [KOP, *rijen]


GOED = leefbaarometer_regels()


def schrijf(map_: Path, inhoud: str | bytes | list[str], naam: str = "scores.csv") -> Path:
    if isinstance(inhoud, list):
        inhoud = "\n".join(inhoud) + "\n"
    pad = map_ / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return pad


def vervang_cel(regels: list[str], nummer: int, kolom: str, waarde: str) -> list[str]:
    """Return the lines with one cell of line `nummer` (1 = header) replaced."""
    cellen = regels[nummer - 1].split(",")
    cellen[regels[0].split(",").index(kolom)] = waarde
    return [*regels[: nummer - 1], ",".join(cellen), *regels[nummer:]]


def melding(functie: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    """Return the message of the InvoerFout that a call gives; it fails when there is none."""
    with pytest.raises(InvoerFout) as fout:
        functie(*args, **kwargs)
    return str(fout.value)


def contextkolom(cellen: list[str], eenheid: str = "%", **boek: str) -> tuple[list[str], list[str]]:
    """Return the lines of a context table with one factor, and of its codebook.

    Args:
        cellen: the cells of the factor, one wijk each; line 2 of the table has the first.
        eenheid: its unit.
        boek: other cells of its row of the codebook (factor, label, peiljaar, minimum, maximum).
    """
    rij = {"factor": "factor", "label": "Factor", "eenheid": eenheid, "bron": "CBS"}
    rij |= {"peiljaar": "2008", "licentie": "CC BY 4.0", "concept": "ligging", "toelichting": ""}
    rij |= boek
    codeboek = [",".join(rij), ",".join(f'"{cel}"' for cel in rij.values())]
    kop = f"wk_code,wk_naam,inwoners,gm_code,gm_naam,x_rd,y_rd,{rij['factor']}"
    regels = [
        f'WK9001{i:02d},Wijk {i},{1000 + 5 * i},GM9001,Astad,{100_000 + i},{400_000 + i},"{cel}"'
        for i, cel in enumerate(cellen)
    ]
    return [kop, *regels], codeboek
