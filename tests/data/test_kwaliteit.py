"""The quality report computes every check again, and says what stands out."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.bronnen import GOED, schrijf
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.data.kwaliteit import Bronstand, datakwaliteit
from leefbaarheid.data.wijken import maak_wijken
from leefbaarheid.editie.uitgaven import herken_uitgave
from leefbaarheid.tekst.redenen.alle import redentekst


def kwaliteit(panel, kenmerken, context, **rest):
    wijken = maak_wijken(panel, kenmerken)
    return datakwaliteit(Bronstand(panel, wijken, context, [2012, 2014], **rest))


def rij(tabel: pd.DataFrame, controle: str, **sleutel) -> pd.Series:
    keuze = tabel[tabel["controle"] == controle]
    for kolom, waarde in sleutel.items():
        keuze = keuze[keuze[kolom] == waarde]
    assert len(keuze) == 1, keuze
    return keuze.iloc[0]


@pytest.mark.traag
def test_quality_report_counts_what_stands_out(gelezen):
    tabel = kwaliteit(*gelezen)
    assert not tabel["ernst"].eq("fout").any()
    jaar = rij(tabel, "score per jaar", jaar=2012)
    assert (jaar["n"], jaar["n_afwijkend"], jaar["aandeel"], jaar["ernst"]) == (4, 2, 0.5, "let_op")
    assert jaar["toelichting"] == DataReden.GEEN_SCORE_IN_JAAR.met(jaar=2012, n=2)
    assert rij(tabel, "score per jaar", jaar=2014)["ernst"] == "ok"
    assert rij(tabel, "volledige reeks")["n_afwijkend"] == 2
    assert rij(tabel, "dimensies gevuld", jaar=2012)["aandeel"] == 1
    geen = rij(tabel, "dimensies gevuld", jaar=2012)["toelichting"]
    assert geen == DataReden.DIMENSIES_GEEN.met(jaar=2012)
    assert rij(tabel, "dimensies gevuld", jaar=2014)["ernst"] == "ok"
    assert rij(tabel, "afw is som van dimensies", jaar=2014)["n"] == 4
    los = rij(tabel, "code in één bron", bron="leefbaarometer")["toelichting"]
    assert los == DataReden.NIET_IN_CONTEXT.met(n=1, wijken="Nieuw (WK900109)")
    los = rij(tabel, "code in één bron", bron="context")["toelichting"]
    assert los == DataReden.NIET_IN_LEEFBAAROMETER.met(n=1, wijken="Oost (WK900300)")
    inwoners = rij(tabel, "inwoners bekend")
    assert (inwoners["n"], inwoners["n_afwijkend"]) == (5, 2)
    corporatie = rij(tabel, "factor gevuld", kolom="corporatie_pct")
    assert corporatie["aandeel"] == 0.5
    assert corporatie["toelichting"] == DataReden.FACTOR_ONTBREEKT.met(n=2, aandeel=0.5)
    codes = {ontleed(cel).code for cel in tabel["toelichting"]}
    assert codes <= {str(code) for code in DataReden}


@pytest.mark.traag
def test_quality_report_names_encoding_and_separator(gelezen, tmp_path):
    pad = schrijf(tmp_path, ("\ufeff" + "\n".join(GOED)), "bom.csv")
    tabel = kwaliteit(*gelezen, bestanden={"leefbaarometer": pad})
    codering = rij(tabel, "codering", bron="leefbaarometer")["toelichting"]
    assert codering == DataReden.CODERING.met(codering="UTF-8 met BOM")
    teken = rij(tabel, "scheidingsteken", bron="leefbaarometer")["toelichting"]
    assert teken == DataReden.SCHEIDINGSTEKEN.met(teken="komma")


@pytest.mark.traag
def test_quality_report_marks_faults(gelezen):
    """The report computes for itself: faulty tables that never passed a reader are marked."""
    panel, kenmerken, context = gelezen
    fout = panel.copy()
    fout.loc[0, "lbm"] = 9.0
    fout.loc[1, "fys"] += 0.1
    fout = pd.concat([fout, fout.tail(1)], ignore_index=True)
    tabel = kwaliteit(fout, kenmerken, context)
    assert rij(tabel, "waardebereik")["ernst"] == "fout"
    bereik = ontleed(rij(tabel, "waardebereik")["toelichting"])
    assert bereik.code == DataReden.SCORES_BUITEN_BEREIK
    assert (bereik.velden["tot"], bereik.velden["n"]) == ("9.0", "1")
    assert rij(tabel, "lbm min afw constant")["n_afwijkend"] == 1
    assert rij(tabel, "afw is som van dimensies", jaar=2014)["n_afwijkend"] == 1
    assert rij(tabel, "dubbele regels", bron="leefbaarometer")["n_afwijkend"] == 1


@pytest.mark.traag
def test_quality_report_counts_listed_wijken_without_data(gelezen):
    panel, kenmerken, context = gelezen
    lijst = pd.DataFrame(
        {"wk_code": ["WK900100", "WK900109", "WK900300"], "label_x": [True, True, True]}
    )
    wijken = maak_wijken(panel, kenmerken, lijst)
    tabel = datakwaliteit(Bronstand(panel, wijken, context, [2012, 2014], labels=["x"]))
    gevonden = rij(tabel, "gegevens van wijken op de lijst", kolom="x")
    # WK900109 has no 2012 and no inhabitants, WK900300 has no scores at all
    assert (gevonden["n"], gevonden["n_afwijkend"]) == (3, 2)


@pytest.mark.traag
def test_quality_report_counts_names_that_changed(gelezen):
    panel, kenmerken, context = gelezen
    panel.loc[panel["jaar"] == 2014, "wk_naam"] = "Nieuwe naam"
    gewijzigd = rij(kwaliteit(panel, kenmerken, context), "naam gelijk over de jaren")
    assert (gewijzigd["n_afwijkend"], gewijzigd["ernst"]) == (2, "let_op")


@pytest.mark.traag
def test_quality_report_takes_apostrophes_and_capitals_for_equal(gelezen):
    panel, kenmerken, context = gelezen
    panel.loc[panel["jaar"] == 2014, "wk_naam"] = "'s-Gravenhage"
    panel.loc[panel["jaar"] != 2014, "wk_naam"] = "’s-gravenhage"
    daar = pd.Series("ʼs-Gravenhage", index=kenmerken["wk_code"])
    tabel = kwaliteit(panel, kenmerken, context, contextnamen=daar)
    for controle in ("naam gelijk over de jaren", "naam gelijk in beide bronnen"):
        assert rij(tabel, controle)["n_afwijkend"] == 0


@pytest.mark.traag
def test_quality_report_names_the_years_that_are_not_used(gelezen):
    panel, kenmerken, context = gelezen
    later = [panel.assign(jaar=panel["jaar"] + tel) for tel in (0, 10)]
    tabel = kwaliteit(panel, kenmerken, context, alle_scores=pd.concat(later))
    ander = tabel[tabel["controle"] == "jaar niet gebruikt"]
    assert ander["jaar"].tolist() == [2022, 2024]
    assert ander["ernst"].tolist() == ["let_op"] * 2
    assert ander["toelichting"].iloc[1] == DataReden.JAAR_NIET_GEBRUIKT.met(jaar=2024)
    assert "jaar niet gebruikt" not in set(kwaliteit(panel, kenmerken, context)["controle"])


@pytest.mark.traag
def test_quality_report_says_when_an_exchange_cannot_be_seen(gelezen):
    """Four wijken are too few to tell which dimension is which."""
    plaats = rij(kwaliteit(*gelezen, versie="3.0"), "dimensies op hun plaats")
    assert (plaats["n"], plaats["ernst"]) == (4, "let_op")
    assert plaats["toelichting"] == DataReden.DIMENSIES_NIET_NAGEGAAN.met(versie="3.0")


@pytest.mark.traag
def test_quality_report_names_a_folder_with_wijkanalyses_that_is_not_used(gelezen):
    los = {"map": "Wijkanalyses", "n": 3}
    gevonden = rij(kwaliteit(*gelezen, ongenoemd=los), "wijkanalyses niet genoemd")

    assert (gevonden["n"], gevonden["n_afwijkend"], gevonden["ernst"]) == (3, 3, "let_op")
    assert gevonden["toelichting"] == DataReden.WIJKANALYSES_NIET_GENOEMD.met(**los)
    assert "wijkanalyses niet genoemd" not in set(kwaliteit(*gelezen)["controle"])


def namen(rij: pd.Series, veld: str = "wijken") -> str:
    return ontleed(rij["toelichting"]).velden[veld]


@pytest.mark.traag
def test_quality_report_names_what_it_counts(gelezen):
    """In a gemeente of 4000: both known wijken are large enough, one of them misses 2012."""
    panel, kenmerken, context = gelezen
    panel = panel[~(panel["wk_code"].eq("WK900101") & panel["jaar"].eq(2012))]
    lijst = pd.DataFrame({"wk_code": ["WK900109"], "label_x": [True]})
    wijken = maak_wijken(panel, kenmerken, lijst)
    eisen = {"min_inwoners": 1000, "min_inwoners_gemeente": 4000}
    tabel = datakwaliteit(Bronstand(panel, wijken, context, [2012, 2014], labels=["x"], **eisen))
    assert namen(rij(tabel, "volledige reeks")) == "Dorp (WK900101)"
    onbekend = rij(tabel, "inwoners bekend")
    assert namen(onbekend) == "Nieuw (WK900109); Dorp (WK9002A0)"
    assert namen(rij(tabel, "gegevens van wijken op de lijst")) == "Nieuw (WK900109)"


@pytest.mark.traag
@pytest.mark.parametrize(
    ("hier", "daar", "genoemd"),
    [
        ("Skarsterlân", "Skarsterlan", False),
        ("Wijk 62 Industrie- en verspr. gebieden", "Wijk 62 Industrie- en verspreide", False),
        ("Noord", "Wijk 01 Noord", False),
        ("Centrum", "Zuidoost", True),
        ("Noord", "Zuid", True),
        ("Dorp; Oost", "Kerkwijk", True),
    ],
)
def test_quality_report_names_wijken_with_another_name(gelezen, hier, daar, genoemd):
    """A code that went to another wijk shows in its name; a spelling does not count."""
    panel, kenmerken, context = gelezen
    panel.loc[panel["wk_code"] == "WK900101", "wk_naam"] = hier
    daar = pd.Series({"WK900101": daar, "WK900100": "Dorp", "WK9002A0": "Dorp"})
    anders = rij(
        kwaliteit(panel, kenmerken, context, contextnamen=daar), "naam gelijk in beide bronnen"
    )
    assert anders["n_afwijkend"] == 1
    hier = hier.replace(";", ",")
    assert namen(anders, "namen") == (f"{hier} (WK900101) / {daar['WK900101']}" if genoemd else "")
    assert ("dezelfde wijk" in redentekst(anders["toelichting"])) == genoemd


@pytest.mark.traag
@pytest.mark.parametrize(
    ("codes", "niet_op_kaart", "alleen_op_kaart"),
    [
        (["GM9001", "GM9002", "GM9003"], "", ""),
        (["GM9001", "GM9003"], "Bedorp (GM9002)", ""),
        (["GM9001", "GM9002", "GM9003", "GM9004"], "", "GM9004"),
        (["WK900100", "WK900101", "WK900109", "WK9002A0"], "Oost (WK900300)", ""),
    ],
)
def test_quality_report_names_areas_that_are_not_on_the_map(
    gelezen, codes, niet_op_kaart, alleen_op_kaart
):
    tabel = kwaliteit(*gelezen, grenscodes=codes)
    for bron, wie in (("context", niet_op_kaart), ("grenzen", alleen_op_kaart)):
        gevonden = rij(tabel, "code op de kaart", bron=bron)
        assert (gevonden["ernst"] == "let_op") == bool(wie)
        assert not wie or namen(gevonden, "gebieden") == wie
    assert "code op de kaart" not in set(kwaliteit(*gelezen)["controle"])


@pytest.mark.traag
def test_quality_report_names_columns_that_were_read_over(gelezen, tmp_path):
    extra = [f"{i},{r},{i or 'fid'}" for i, r in enumerate(GOED)]
    regels = [extra[0].replace("0,", ",", 1), *extra[1:]]
    tabel = kwaliteit(*gelezen, bestanden={"leefbaarometer": schrijf(tmp_path, regels)})
    over = rij(tabel, "kolommen overgelezen")
    assert (over["bron"], over["ernst"], over["n_afwijkend"]) == ("leefbaarometer", "let_op", 2)
    assert redentekst(over["toelichting"]) == (
        "Twee kolommen in dit bestand zijn niet gebruikt: fid en kolom 1 (zonder naam)."
    )
    tabel = kwaliteit(*gelezen, bestanden={"leefbaarometer": schrijf(tmp_path, GOED)})
    assert "kolommen overgelezen" not in set(tabel["controle"])


@pytest.mark.traag
def test_quality_report_reads_a_column_with_the_version(gelezen, tmp_path):
    regels = [f"{r},{'versie' if not i else '3.0'}" for i, r in enumerate(GOED)]
    tabel = kwaliteit(*gelezen, bestanden={"leefbaarometer": schrijf(tmp_path, regels)})
    assert "kolommen overgelezen" not in set(tabel["controle"])


@pytest.mark.traag
@pytest.mark.parametrize(
    ("jaren", "uitgave", "basis"),
    [
        ([2012, 2014], ("ok", "2002 tot en met 2022 van Leefbaarometer 3.0"), "in elke regel"),
        ([2024], ("ok", "2002 tot en met 2024 van Leefbaarometer 3.0"), "uit het bestand zelf"),
        ([2012, 2026], ("let_op", "geen uitgave bekend"), "uit het bestand zelf"),
    ],
)
def test_quality_report_names_the_release_and_where_the_base_is_from(
    gelezen, jaren, uitgave, basis
):
    bekend = herken_uitgave("3.0", jaren)
    tabel = kwaliteit(*gelezen, versie="3.0", uitgave=bekend)
    regel = rij(tabel, "uitgave")
    assert regel["ernst"] == uitgave[0]
    assert uitgave[1] in redentekst(regel["toelichting"])
    regel = rij(tabel, "lbm min afw constant")
    assert (regel["n_afwijkend"], regel["ernst"]) == (0, "ok")
    assert basis in redentekst(regel["toelichting"])
