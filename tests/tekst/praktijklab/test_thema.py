"""The hand-out of a theme: only what someone noted about it, and no more than fits."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.praktijklab.thema import (
    MEESTE_WIJKEN,
    Thema,
    aanpak_rijen,
    advies_rijen,
    citaten,
    figuurnaam,
    genoemd,
    lees_de_figuur,
    themas,
    wijken,
    zonder_figuur,
)

LABELS = {"a_b": "Eerste", "c": "Tweede"}
EERSTE = Thema("a_b", "Eerste", "a-b")


def _stof(noemers: str = "PQ", totaal: str = "PQR", gevraagd=(), **tabellen):
    rijen = [
        {"bestand": f"{naam}.md", "thema": "a_b", "aanwezig": naam in noemers} for naam in totaal
    ]
    leeg = {naam: [] for naam in ("adviezen", "aanpakken", "wijkanalyses_citaten")}
    koppeling = [
        {"bestand": f"{naam}.md", "wk_naam": f"{naam}*", "gm_naam": "Astad"} for naam in totaal
    ]
    return hoofdrapport(
        editie={"wijkanalyses": {"themas": LABELS}, "praktijklab": list(gevraagd)},
        analyses=tuple({"titel": f"{naam}: x", "bron": f"{naam}.md"} for naam in totaal),
        **{"themas": rijen, "wijkanalyses": koppeling, **leeg, **tabellen},
    )


def test_alleen_themas_waar_iemand_iets_over_zegt():
    assert themas(_stof()) == [EERSTE]
    assert themas(_stof(noemers="")) == []
    met_advies = _stof(noemers="", adviezen=[{"thema": "c"}])
    assert [thema.sleutel for thema in themas(met_advies)] == ["c"]
    assert themas(_stof(gevraagd=["c"])) == []


@pytest.mark.parametrize(
    ("noemers", "totaal", "zin"),
    [
        ("PQ", "PQR", "Van de drie wijkanalyses noemen er twee dit thema."),
        ("P", "PQR", "Van de drie wijkanalyses noemt er één dit thema."),
        ("PQR", "PQR", "Alle drie wijkanalyses noemen dit thema."),
        ("PQ", "PQ", "Beide wijkanalyses noemen dit thema."),
        ("P", "P", "De wijkanalyse noemt dit thema."),
        ("", "PQ", "Geen van de wijkanalyses noemt dit thema; er zijn wel adviezen of citaten "
         "bij."),
    ],
)  # fmt: skip
def test_hoeveel_analyses_het_thema_noemen(noemers, totaal, zin):
    assert genoemd(_stof(noemers, totaal), EERSTE) == zin


def test_de_wijken_van_wie_het_thema_noemt():
    assert wijken(_stof(), EERSTE) == r"Het gaat om P\* (Astad) en Q\* (Astad)."
    assert wijken(_stof(noemers=""), EERSTE) == ""


def test_meer_wijken_dan_er_passen_worden_geteld():
    namen = [chr(ord("a") + i // 26) + chr(ord("a") + i % 26) for i in range(MEESTE_WIJKEN + 3)]
    stof = _stof(noemers=tuple(namen), totaal=tuple(namen))
    zin = wijken(stof, EERSTE)
    assert zin.endswith(" en nog 3.") and zin.count("(Astad)") == MEESTE_WIJKEN


def test_zonder_figuur_staat_er_waarom():
    assert "Zonder wijk" in zonder_figuur(_stof(noemers=""), EERSTE)
    assert "hebben geen score" in zonder_figuur(_stof(), EERSTE)


def test_de_tekst_verwijst_naar_de_figuur_van_het_thema():
    assert figuurnaam(EERSTE) == "thema_a_b"
    zin = lees_de_figuur(EERSTE)
    assert "@fig-thema-a-b" in zin and "zegt zij niet" in zin


def test_opgaven_met_een_opbrengst_gaan_voor_en_er_zijn_er_hoogstens_vier():
    rij = {"bestand": "P.md", "analyse": "P: x", "gemeente": "Astad", "thema": "a_b", "aanpak": "q"}
    rijen = [{**rij, "opgave": str(n), "opbrengst": "r" if n > 2 else None} for n in range(6)]
    rijen.append({**rij, "thema": "c", "opgave": "ander", "opbrengst": "r"})

    gemaakt = aanpak_rijen(_stof(aanpakken=rijen), EERSTE)

    assert [cellen[1] for cellen in gemaakt] == ["3", "4", "5", "0"]
    assert gemaakt[-1] == ["P", "0", "q", "–"]


def test_citaten_komen_uit_verschillende_analyses():
    rijen = [{"bestand": f"{naam}.md", "thema": "a_b", "citaat": str(n)}
             for n, naam in enumerate("PPQR")]  # fmt: skip
    assert [c["citaat"] for c in citaten(_stof(wijkanalyses_citaten=rijen), EERSTE)] == ["0", "2"]


def test_advies_van_het_thema_heet_anders_dan_dat_van_een_wijk():
    rij = {"analyse": "P: x", "gemeente": "Astad", "thema": "a_b", "wat": "Doe dit.",
           "wie": "gemeente", "horizon": None, "samenwerkingsvorm": "convenant",
           "financieringsvorm": None}  # fmt: skip
    rijen = [
        {**rij, "laag": "thema"},
        {**rij, "laag": "wijk"},
        {**rij, "laag": "wijk", "thema": "c"},
    ]
    assert advies_rijen(_stof(adviezen=rijen), EERSTE) == [
        ["Dit thema", "Doe dit.", "Gemeente", "Convenant"],
        ["P", "Doe dit.", "Gemeente", "Convenant"],
    ]
