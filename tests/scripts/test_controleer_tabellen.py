"""The rule controleer_tabellen: a codebook of good tables, or none."""

from __future__ import annotations

import csv

import pytest

import controleer_tabellen as regel
from leefbaarheid.basis.fouten import InvoerFout

KOP = "controle,bron,kolom,jaar,n,n_afwijkend,aandeel,ernst,toelichting\n"


@pytest.fixture
def draai(tmp_path):
    """Run main() of the rule on one table with these lines; return the codebook."""

    def doe(*regels):
        tabel = tmp_path / "tabellen" / "datakwaliteit.csv"
        tabel.parent.mkdir()
        tabel.write_text(KOP + "".join(regels))
        regel.main([str(tabel)], tmp_path / "codeboek.csv")
        return tmp_path / "codeboek.csv"

    return doe


def test_een_goede_tabel_krijgt_per_kolom_een_regel_in_het_codeboek(draai):
    codeboek = draai("dubbel,context,,,10,1,0.1,let_op,dubbele_codes\n")
    with codeboek.open(encoding="utf-8") as bestand:
        rijen = list(csv.DictReader(bestand))
    assert [rij["kolom"] for rij in rijen] == KOP.strip().split(",")
    assert {rij["tabel"] for rij in rijen} == {"datakwaliteit.csv"}
    assert all(rij["betekenis"] for rij in rijen)


def test_een_tabel_die_niet_voldoet_geeft_een_melding_en_geen_codeboek(draai, tmp_path):
    with pytest.raises(InvoerFout) as fout:
        draai("dubbel,context,,,10,1,1.1,let_op,dubbele_codes\n")
    tekst = str(fout.value)
    assert "datakwaliteit.csv, regel 2, kolom 'aandeel', waarde '1.1'" in tekst
    assert "dit ligt niet tussen 0 en 1" in tekst
    assert [pad.name for pad in tmp_path.iterdir()] == ["tabellen"]
