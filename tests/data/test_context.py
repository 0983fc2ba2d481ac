"""The context table: missing values as the CBS writes them, and factors that are numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest

from hulp import ander_gebied
from hulp.bronnen import CONTEXT, KENMERKEN, melding, schrijf, vervang_cel
from leefbaarheid.basis.gebied import BUURT, gebied_van, over
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context


def lees(tmp_path, codeboek, regels=CONTEXT, factoren=("corporatie_pct", "dichtheid"), **wijzig):
    pad = schrijf(tmp_path, regels, "context.csv")
    return lees_context(pad, codeboek, factoren, {**KENMERKEN, **wijzig})


def test_context_reads_cbs_missing_values(tmp_path, codeboek):
    wijken, context = lees(tmp_path, codeboek)
    assert context["wk_code"].tolist() == ["WK900100", "WK900101", "WK9002A0", "WK900300"]
    np.testing.assert_array_equal(context["corporatie_pct"], [np.nan, 40.5, np.nan, 12])
    np.testing.assert_array_equal(context["dichtheid"], [1200, np.nan, 900, np.nan])
    np.testing.assert_array_equal(wijken["inwoners"], [1500, 2500, np.nan, 10])
    assert list(wijken) == ["wk_code", "wk_naam", "gm_code", "gm_naam", "inwoners", "x", "y"]


def test_context_without_coordinates(tmp_path, codeboek):
    pad = schrijf(tmp_path, CONTEXT, "context.csv")
    zonder = {k: v for k, v in KENMERKEN.items() if k not in ("x", "y")}
    wijken, _ = lees_context(pad, codeboek, ["dichtheid"], zonder)
    assert wijken[["x", "y"]].isna().all(axis=None)


CONTEXTFOUTEN = {
    "factor niet in tabel": (
        [CONTEXT[0].replace("corporatie_pct", "corporatie_pct_08"), *CONTEXT[1:]],
        {},
        ["kolom 'corporatie_pct'", "ontbreekt", "Bedoelde u corporatie_pct_08?", "in de config"],
    ),
    "factor niet in codeboek": (
        CONTEXT,
        {"factoren": ["dichtheit"]},
        ["'dichtheit'", "staat niet in het codeboek", "Bedoelde u dichtheid?", "`factoren`"],
    ),
    "factor is tekst": (
        CONTEXT,
        {"factoren": ["stedelijkheid"]},
        [
            "regel 2",
            "kolom 'stedelijkheid'",
            "tekst en geen getallen ('strongly urbanised', 'extremely urbanised', 'not urbanised')",
            "bijvoorbeeld 1 tot en met 5",
        ],
    ),
    "factor is leeg": (
        [CONTEXT[0], *(vervang_cel(CONTEXT, n, "dichtheid", ".")[n - 1] for n in range(2, 6))],
        {},
        ["kolom 'dichtheid'", "voor alle wijken leeg", "`factoren`"],
    ),
    "cel is geen getal": (
        vervang_cel(CONTEXT, 5, "corporatie_pct", "12%"),
        {},
        ["regel 5", "kolom 'corporatie_pct'", "waarde '12%'", "meer dan een getal"],
    ),
    "onbekende code voor ontbrekend": (
        vervang_cel(CONTEXT, 3, "dichtheid", "-9999"),
        {},
        [
            "regel 3",
            "kolom 'dichtheid'",
            "waarde '-9999'",
            "ontbrekende waarde",
            "Maak de cel leeg",
        ],
    ),
    "kenmerk ontbreekt": (
        CONTEXT,
        {"inwoners": "inwoners_2008"},
        ["kolom 'inwoners_2008'", "Bedoelde u inwoners?", "Verbeter de naam in de config"],
    ),
    "negatieve inwoners": (
        vervang_cel(CONTEXT, 2, "inwoners", "-5"),
        {},
        ["regel 2", "kolom 'inwoners'", "waarde '-5'", "negatief"],
    ),
    "gemeente past niet bij wijk": (
        vervang_cel(CONTEXT, 4, "gm_code", "GM9001"),
        {},
        ["regel 4", "kolom 'gm_code'", "past niet bij de wijkcode WK9002A0", "Verwacht GM9002"],
    ),
    "gemeentecode": (
        vervang_cel(CONTEXT, 4, "gm_code", "9002"),
        {},
        ["regel 4", "waarde '9002'", "geen CBS-gemeentecode", "GM0014"],
    ),
    "dubbele wijk": (
        [*CONTEXT, CONTEXT[2]],
        {},
        ["WK900100 komt dubbel voor: op regel 3 en op regel 6"],
    ),
    "wijkcode": (
        vervang_cel(CONTEXT, 2, "wk_code", "BU90010100"),
        {},
        ["regel 2", "waarde 'BU90010100'", "geen CBS-code"],
    ),
    "Windows-1252": (
        "\n".join(CONTEXT).replace("Oost", "Oosté").encode("cp1252"),
        {},
        ["regel 5", "0xE9", "geen UTF-8"],
    ),
    "puntkomma": ([r.replace(",", ";") for r in CONTEXT], {}, ["puntkomma, verwacht een komma"]),
}


@pytest.mark.parametrize(
    ("regels", "wijzig", "delen"), CONTEXTFOUTEN.values(), ids=list(CONTEXTFOUTEN)
)
def test_bad_context(tmp_path, codeboek, regels, wijzig, delen):
    tekst = melding(lees, tmp_path, codeboek, regels, **wijzig)
    for deel in ["Wat te doen: ", *delen]:
        assert deel in tekst


def test_het_kenmerk_van_een_voorwaarde_staat_bij_de_wijk(tmp_path, codeboek):
    pad = schrijf(tmp_path, CONTEXT, "context.csv")
    wijken, context = lees_context(
        pad, codeboek, ["dichtheid"], KENMERKEN, voorwaarden=["corporatie_pct", "dichtheid"]
    )
    np.testing.assert_array_equal(wijken["voorwaarde_corporatie_pct"], [np.nan, 40.5, np.nan, 12])
    np.testing.assert_array_equal(wijken["voorwaarde_dichtheid"], context["dichtheid"])
    assert list(context) == ["wk_code", "dichtheid"]


@pytest.mark.parametrize(
    ("kenmerk", "delen"),
    [
        ("corporatie_pc", ["staat niet in het codeboek", "Bedoelde u corporatie_pct?"]),
        ("stedelijkheid", ["bevat tekst en geen getallen", "Neem een kolom met getallen"]),
    ],
)
def test_een_voorwaarde_op_een_kolom_die_niet_kan(tmp_path, codeboek, kenmerk, delen):
    pad = schrijf(tmp_path, CONTEXT, "context.csv")
    tekst = melding(lees_context, pad, codeboek, ["dichtheid"], KENMERKEN, voorwaarden=[kenmerk])
    for deel in ["het kenmerk van deze voorwaarde", "`selectie.voorwaarden`", *delen]:
        assert deel in tekst


def test_real_context(echte_data):
    codeboek = lees_codeboek(echte_data / "codeboek-contextfactoren.csv")
    wijken, context = lees_context(
        echte_data / "contextfactoren-wijken.csv",
        codeboek,
        ["corporatie_pct_2017", "woz_verandering_gm_2009_2014"],
        {**KENMERKEN, "inwoners": "inwoners_2022"},
    )
    assert len(wijken) == len(context) == 3340
    assert wijken["gm_code"].nunique() == 345
    tekst = melding(
        lees_context,
        echte_data / "contextfactoren-wijken.csv",
        codeboek,
        ["stedelijkheid_2022"],
        {**KENMERKEN, "inwoners": "inwoners_2022"},
    )
    assert "tekst en geen getallen ('extremely urbanised'" in tekst


def als_gebied(soort: str) -> list[str]:
    code, codekolom, naamkolom = ander_gebied.CODES[soort]
    tekst = re.sub(r"WK(\d{4}[0-9A-Z]{2})", code, "\n".join(CONTEXT))
    return tekst.replace("wk_code", codekolom).replace("wk_naam", naamkolom).split("\n")


@pytest.mark.parametrize(
    ("soort", "codes"),
    [
        ("buurt", ["BU90010000", "BU90010100", "BU9002A000", "BU90030000"]),
        ("eigen", ["KERN-900100", "KERN-900101", "KERN-9002A0", "KERN-900300"]),
    ],
)
def test_context_of_other_areas_has_their_codes_under_the_same_name(
    tmp_path, codeboek, soort, codes
):
    with over(gebied_van(ander_gebied.gebied(soort))):
        wijken, context = lees(tmp_path, codeboek, als_gebied(soort))
    assert wijken["wk_code"].tolist() == context["wk_code"].tolist() == codes
    assert wijken["wk_naam"].tolist() == lees(tmp_path, codeboek)[0]["wk_naam"].tolist()


def test_context_of_wijken_in_an_edition_about_buurten(tmp_path, codeboek):
    with over(BUURT):
        tekst = melding(lees, tmp_path, codeboek)
    assert "kolom 'bu_code'" in tekst
    assert "Dit lijkt een bestand met 'wk_code' in plaats van buurten." in tekst


def test_the_gemeente_must_fit_the_code_of_a_buurt_but_not_that_of_an_area_of_ones_own(
    tmp_path, codeboek
):
    anders = [regel.replace("GM9003", "GM9004") for regel in als_gebied("buurt")]
    with over(BUURT):
        tekst = melding(lees, tmp_path, codeboek, anders)
    assert "de gemeentecode past niet bij de buurtcode BU90030000" in tekst
    eigen = [regel.replace("GM9003", "GM9004") for regel in als_gebied("eigen")]
    with over(gebied_van(ander_gebied.EIGEN)):
        assert lees(tmp_path, codeboek, eigen)[0]["gm_code"].tolist()[-1] == "GM9004"
