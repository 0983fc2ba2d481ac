"""Damaged sources: the same numbers or one message, never a traceback, never other numbers."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hulp.bronnen import (
    CODEBOEK,
    CODES,
    CONTEXT,
    GOED,
    KENMERKEN,
    LIJST,
    schrijf,
    vervang_cel,
)
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer
from leefbaarheid.data.selectielijst import lees_selectielijst

Lezer = Callable[[object], list[pd.DataFrame]]


def lezers(tmp_path) -> dict[str, tuple[list[str], Lezer]]:
    """Return the lines of a good file and its reader, by source."""
    boek = lees_codeboek(schrijf(tmp_path, CODEBOEK, "boek.csv"))
    factoren = ["corporatie_pct", "dichtheid"]
    return {
        "leefbaarometer": (GOED, lambda pad: [lees_leefbaarometer(pad, [2012, 2014])]),
        "context": (CONTEXT, lambda pad: [*lees_context(pad, boek, factoren, KENMERKEN)]),
        "codeboek": (CODEBOEK, lambda pad: [lees_codeboek(pad)]),
        "lijst": (LIJST, lambda pad: [lees_selectielijst(pad, ["probleemwijk"], CODES)]),
    }


def uitkomst(lezer: Lezer, pad) -> list[pd.DataFrame] | None:
    """Return what is read, or None where the reader gives its one message."""
    try:
        return lezer(pad)
    except InvoerFout as fout:
        assert str(fout).startswith("FOUT in bestand ")
        assert "Wat te doen: " in str(fout)
        return None


def gelijk(een: list[pd.DataFrame], ander: list[pd.DataFrame]) -> bool:
    return all(a.equals(b) for a, b in zip(een, ander, strict=True))


BRONNEN = ("leefbaarometer", "context", "codeboek", "lijst")
STUKJES = [
    *(b'"', b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\\", b"'"),
    *(b"NA", b".", b"-99997", b"1e308", b"-1e308", b"nan", b"inf", b"1,5", b"1.234", b"#N/B"),
    *(
        b"\xe2\x80\x8b",
        b"Bron: CBS",
        b"\x1a",
        b"=1+1",
        b"<html>",
        b"{{",
        b"\xe2\x80\xa8",
        b"0" * 99,
    ),
]


def vermink(rng: random.Random, ruw: bytes) -> bytes:
    """Return bytes with one to four faults: lost, doubled, inserted, exchanged."""
    for _ in range(rng.randint(1, 4)):
        a, b = sorted(rng.randrange(len(ruw) + 1) for _ in range(2))
        regels = ruw.split(b"\n")
        ruw = rng.choice(
            [
                ruw[:a] + ruw[b:],
                ruw[:a],
                ruw[:b] + ruw[a:],
                ruw[:a] + rng.choice(STUKJES) + ruw[a:],
                ruw[:a] + rng.choice(STUKJES) + ruw[a + 1 :],
                ruw[:a] + bytes([rng.randrange(256)]) + ruw[a + 1 :],
                b"\n".join(rng.sample(regels, len(regels))),
                rng.choice(STUKJES) + ruw,
                ruw + rng.choice(STUKJES),
                ruw.replace(*rng.sample(STUKJES[:8], 2)),
            ]
        )
    return ruw


@pytest.mark.traag
@pytest.mark.parametrize("bron", BRONNEN)
@settings(max_examples=40)
@given(zaad=st.integers(0, 2**32))
def test_damaged_bytes_give_a_table_or_one_message(tmp_path, bron, zaad):
    regels, lezer = lezers(tmp_path)[bron]
    ruw = vermink(random.Random(zaad), ("\n".join(regels) + "\n").encode())
    uitkomst(lezer, schrijf(tmp_path, ruw))


def herschrijf(rng: random.Random, regels: list[str]) -> bytes:
    """Return the same cells as another program may write them."""
    rijen = list(csv.reader(regels))
    kop, *rest = rijen
    if rng.random() < 0.3:
        rng.shuffle(rest)
    if rng.random() < 0.3:
        plek = rng.sample(range(len(kop)), len(kop))
        kop, rest = [kop[i] for i in plek], [[r[i] for i in plek] for r in rest]
    if rng.random() < 0.2:
        kop, rest = ["", *kop], [[str(i), *r] for i, r in enumerate(rest)]
    if rng.random() < 0.2:
        kop, rest = [*kop, ""], [[*r, ""] for r in rest]
    if rng.random() < 0.2:
        rest = [[f" {cel}\xa0" for cel in r] for r in rest]
    if rng.random() < 0.2:
        rest.insert(rng.randrange(len(rest)), [""] * len(kop))
    stroom = io.StringIO()
    soort = rng.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
    einde = rng.choice(["\n", "\r\n"])
    csv.writer(stroom, quoting=soort, lineterminator=einde).writerows([kop, *rest])
    tekst = stroom.getvalue() + rng.choice(["", einde, einde * 3, "," * (len(kop) - 1)])
    codering = rng.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    return tekst.encode(codering)


@pytest.mark.traag
@pytest.mark.parametrize("bron", BRONNEN)
@settings(max_examples=25)
@given(zaad=st.integers(0, 2**32))
def test_the_same_cells_written_in_another_way_give_the_same_table_or_a_message(
    tmp_path, bron, zaad
):
    regels, lezer = lezers(tmp_path)[bron]
    goed = lezer(schrijf(tmp_path, regels))
    anders = uitkomst(lezer, schrijf(tmp_path, herschrijf(random.Random(zaad), regels)))
    if anders is not None and bron == "codeboek":  # in the order of the file
        goed, anders = (
            [t.sort_values("factor", ignore_index=True) for t in x] for x in (goed, anders)
        )
    assert anders is None or gelijk(goed, anders)


@pytest.mark.traag
@settings(max_examples=60)
@given(
    nummer=st.integers(2, len(GOED)),
    kolom=st.sampled_from(["lbm", "afw", "fys", "onv", "soc", "vrz", "won"]),
    cel=st.one_of(
        st.floats().map(repr),
        st.sampled_from(["NA", "", ".", "-99997", "0", "1e308", "4,1", "4.1.2", "1 000"]),
        st.text("0123456789.,-+eE% ", max_size=12),
    ),
)
def test_a_score_that_changed_is_refused(tmp_path, nummer, kolom, cel):
    """The two identities of the file leave no room for one other number."""
    goed = lees_leefbaarometer(schrijf(tmp_path, GOED), [2012, 2014])
    regels = GOED[nummer - 1].split(",")
    regels[GOED[0].split(",").index(kolom)] = f'"{cel}"'
    pad = schrijf(tmp_path, [*GOED[: nummer - 1], ",".join(regels), *GOED[nummer:]])
    anders = uitkomst(lambda p: [lees_leefbaarometer(p, [2012, 2014])], pad)
    if anders is not None:
        getallen = ["lbm", "afw", "fys", "onv", "soc", "vrz", "won"]
        pd.testing.assert_frame_equal(anders[0][getallen], goed[getallen], atol=1e-6, rtol=0)


@pytest.mark.traag
@settings(max_examples=25)
@given(getal=st.integers(1000, 999_999), nummer=st.integers(2, 5))
def test_inhabitants_are_never_a_thousand_times_too_few(tmp_path, getal, nummer):
    _, lezer = lezers(tmp_path)["context"]
    for cel in (f"{getal:,}".replace(",", "."), f'"{getal:,}"', f"{getal:,}".replace(",", " ")):
        regels = vervang_cel(CONTEXT, nummer, "inwoners", cel)
        assert uitkomst(lezer, schrijf(tmp_path, regels)) is None
    wijken, _ = lezer(schrijf(tmp_path, vervang_cel(CONTEXT, nummer, "inwoners", str(getal))))
    assert getal in wijken["inwoners"].tolist()
