"""The contract of a table: which column is which, and what is refused."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.contract import (
    ContractFout,
    Controle,
    Tabel,
    aandeel,
    getal,
    mag_leeg,
    reden,
    registreer,
    tekst,
)

PROEF = Tabel(
    "proef",
    "maak_proef",
    "Een rij per wijk.",
    ("wk_code",),
    (
        tekst("wk_code", "de wijk"),
        getal("lbm_<jaar>", "score"),
        getal("delta_<van>_<tot>", "verandering"),
        getal("<dimensie>", "dimensiescore"),
        aandeel("aandeel", "aandeel"),
        reden("reden", "waarom niet"),
    ),
    controle=Controle("proef", "Een proef."),
)
GOED = ["wk_code", "lbm_2002", "lbm_2014", "delta_2002_2014", "fys", "won", "aandeel", "reden"]


def test_een_patroon_staat_voor_een_familie_van_kolommen():
    assert [PROEF.kolom(naam).naam for naam in GOED] == [
        *("wk_code", "lbm_<jaar>", "lbm_<jaar>", "delta_<van>_<tot>"),
        *("<dimensie>", "<dimensie>", "aandeel", "reden"),
    ]


@pytest.mark.parametrize("naam", ["lbm_", "lbm_02", "lbm_20022", "delta_2002", "wk", "fysiek", ""])
def test_een_naam_die_maar_lijkt_op_een_patroon_is_onbekend(naam):
    with pytest.raises(ContractFout, match="table proef: column"):
        PROEF.kolom(naam)


def test_een_kolom_met_een_eigen_naam_gaat_voor_een_patroon():
    tabel = Tabel("t", "t", "", (), (getal("<factor>", "factor"), tekst("wk_code", "wijk")))
    assert tabel.kolom("wk_code").betekenis == "wijk"
    assert tabel.kolom("corporatie_pct_2008").betekenis == "factor"


def test_een_goede_tabel_mag_en_een_familie_mag_ontbreken():
    PROEF.controleer(GOED)
    PROEF.controleer(["wk_code", "aandeel", "reden"])


@pytest.mark.parametrize(
    ("kolommen", "wat"),
    [
        ([*GOED, "nieuw"], "'nieuw' is not in its contract"),
        ([naam for naam in GOED if naam != "aandeel"], r"missing \['aandeel'\]"),
        ([*GOED, "fys"], r"twice \['fys'\]"),
    ],
)
def test_een_kolom_te_veel_te_weinig_of_dubbel_wordt_geweigerd(kolommen, wat):
    with pytest.raises(ContractFout, match=wat):
        PROEF.controleer(kolommen)


def test_een_controle_die_uit_staat_heeft_alleen_een_reden():
    PROEF.controleer(["reden"])
    with pytest.raises(ContractFout, match="missing"):
        Tabel("t", "t", "", (), PROEF.kolommen).controleer(["reden"])


def test_mag_leeg_verandert_alleen_dat():
    score = getal("lbm_<jaar>", "score", "punt")
    assert not score.leeg
    (leeg,) = mag_leeg(score)
    assert leeg.leeg
    assert (leeg.naam, leeg.betekenis, leeg.eenheid) == (
        score.naam,
        score.betekenis,
        score.eenheid,
    )


def test_het_pad_volgt_uit_de_naam_tenzij_het_bestand_anders_heet():
    assert PROEF.pad == "tabellen/proef.csv"
    assert Tabel("a", "r", "", (), (), map="data", bestand="b").pad == "data/b.csv"


def test_twee_tabellen_met_een_naam_worden_geweigerd():
    assert registreer(PROEF) == {"proef": PROEF}
    with pytest.raises(ContractFout, match="same name"):
        registreer(PROEF, PROEF)
