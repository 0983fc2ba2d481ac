"""A run ends with where the PDFs are and what asks for attention."""

from __future__ import annotations

import pytest

from leefbaarheid.tekst.slotwoord import TEN_HOOGSTE, slotwoord

KOP = "controle,bron,kolom,jaar,n,n_afwijkend,aandeel,ernst,toelichting\n"
OK = "codering,context,,,1,0,0.0,ok,codering?codering=UTF-8\n"


def let_op(n: int, controle: str = "regels") -> str:
    kolom = "corporatie_pct" if controle == "factor gevuld" else ""
    return f"{controle},context,{kolom},,9,{n},0.1,let_op,dubbele_regels?n={n}\n"


@pytest.fixture
def map_(tmp_path):
    for naam in ("rapport", "tabellen", "logs"):
        (tmp_path / naam).mkdir()
    (tmp_path / "rapport" / "hoofdrapport.pdf").touch()
    return tmp_path


def kwaliteit(map_, *rijen):
    (map_ / "tabellen" / "datakwaliteit.csv").write_text(KOP + "".join(rijen))


def test_zonder_opmerkingen(map_):
    kwaliteit(map_, OK)
    assert slotwoord(map_, ["hoofdrapport", "bijlage"]).splitlines() == [
        f"Klaar. De PDF's staan in {map_}/rapport:",
        "  hoofdrapport.pdf",
        "Er is niets dat uw aandacht vraagt.",
    ]


def test_opmerkingen_van_bronnen_en_stappen_in_woorden(map_):
    kwaliteit(map_, OK, let_op(3, "factor gevuld"), let_op(2))
    (map_ / "logs" / "lees_wijkanalyses.log").write_text(
        "4 gelezen\nLET OP: a.png is niet gebruikt.\n"
    )
    assert slotwoord(map_, ["hoofdrapport"]).splitlines()[2:] == [
        "Dit vraagt uw aandacht:",
        "  - a.png is niet gebruikt.",
        "  - context: Twee regels staan dubbel in het bestand.",
        "  - context, corporatie_pct: Drie regels staan dubbel in het bestand.",  # names the factor
    ]


def test_een_opmerking_die_voor_meer_jaren_geldt_staat_er_een_keer(map_):
    kwaliteit(map_, let_op(2), let_op(3), let_op(4))
    assert slotwoord(map_, []).splitlines()[-1] == (
        "  - context: Twee regels staan dubbel in het bestand. (en zo nog 2 keer, voor een ander "
        "jaar of een andere kolom)"
    )


def test_van_veel_opmerkingen_staan_er_tien(map_):
    kwaliteit(map_, *(let_op(n, f"regels {n}") for n in range(2, TEN_HOOGSTE + 5)))
    regels = slotwoord(map_, ["hoofdrapport"]).splitlines()
    assert len([regel for regel in regels if regel.startswith("  - ")]) == TEN_HOOGSTE
    assert regels[-1] == f"  en nog 3; zie {map_}/tabellen/datakwaliteit.csv"


def test_zonder_pdf_de_map_met_resultaten(map_):
    (map_ / "rapport" / "hoofdrapport.pdf").unlink()
    assert slotwoord(map_, ["hoofdrapport"]).startswith(f"Klaar. De resultaten staan in {map_}.\n")


@pytest.mark.parametrize("code", ["van_vroeger?n=2", "dubbele_regels?aantal=2", "dubbele_regels"])
def test_een_tabel_van_een_oudere_versie_geeft_de_code_zelf(map_, code):
    kwaliteit(map_, f"regels,context,,,9,2,0.1,let_op,{code}\n")
    assert slotwoord(map_, []).splitlines()[-1] == f"  - context: {code}"
