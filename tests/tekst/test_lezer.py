"""The strict reader: each of its checks objects to what is wrong, and to nothing else."""

from __future__ import annotations

import pytest

from hulp import lezer

GOED = """---
titel: None
---

# Samenvatting

In *Terugval* zitten twee wijken (7%). Ruim een derde van de wijken (35%) daalde, zie @tbl-a.
Tussen 2012 en 2014 steeg de gemiddelde score (+0,02 punt); 33 van de 140 wijken (24%) daalden.

| Wijk | Score 2012 | Score 2014 |
| :--- | ---: | ---: |
| a | 3,90 | 3,90 |
| b | 3,80 | 3,90 |

: Twee jaren. {#tbl-a tbl-colwidths="[40,30,30]"}

# Ontwikkeling

## Perioden

In één wijk en twaalf gemeenten, van 10 tot 12 punten (95%-interval 0,0 tot 0,0).
"""


@pytest.mark.parametrize("controle", lezer.CONTROLES.values(), ids=lezer.CONTROLES)
def test_een_goede_tekst_krijgt_geen_bezwaar(controle):
    assert controle(GOED) == []


LANG = "Deze zin is lang genoeg om op te vallen als hij ergens nog een keer staat in de tekst."


@pytest.mark.parametrize(
    ("controle", "fout"),
    [
        (lezer.herhaalde_kolommen, "| a | Score 2022 | Score 2022 |\n|--|--|--|\n| b | 4 | 4 |\n"),
        (lezer.lege_koppen, "# Een\n\n# Twee\n\nTekst.\n"),
        (lezer.lege_koppen, "# Een\n\nTekst.\n\n## Twee\n"),
        (lezer.losse_verwijzingen, "Zie @tbl-weg.\n"),
        (lezer.losse_verwijzingen, "# A {#sec-a}\n\n# B {#sec-a}\n"),
        (lezer.lege_tabellen, "| a | b |\n|--|--|\n\n: Leeg. {#tbl-a}\n"),
        (lezer.breuk_naast_getal, "Bijna een tiende van de wijken (5%) daalde."),
        (lezer.breuk_naast_getal, "Ruim de helft (48%) steeg."),
        (lezer.delen_van_een_geheel, "Bij 33 van de 140 wijken (30%)."),
        (lezer.delen_van_een_geheel, "Dat is 25% (drie van de vijf wijken)."),
        (lezer.richting_tegen_het_teken, "De score steeg in die jaren (\N{MINUS SIGN}0,02 punt)."),
        (lezer.richting_tegen_het_teken, "Daar is de score gedaald (+0,02)."),
        (lezer.vreemde_tellingen, "In dat jaar daalden 0 wijken."),
        (lezer.vreemde_tellingen, "Er zijn 1 gemeenten met twee wijken."),
        (lezer.vreemde_tellingen, "Er zijn twaalf wijk in de selectie."),
        (lezer.vreemde_tellingen, "Het loopt van 26 tot 26."),
        (lezer.vreemde_tellingen, "Tussen 2022 en 2022 veranderde niets."),
        (lezer.vreemde_tellingen, "Ook bij alle één andere keuzes."),
        (lezer.vreemde_tellingen, "Bij geen van de 1 combinaties."),
        (lezer.haperingen, "De uitkomst is None."),
        (lezer.haperingen, "De wijken ( ) daalden."),
        (lezer.haperingen, "Het is de de score."),
        (lezer.haperingen, "Er zijn {n} wijken."),
        (lezer.herhaalde_zinnen, f"{LANG} {LANG}"),
        (lezer.herhaalde_zinnen, f"# A\n\n{LANG}\n\n# B\n\n{LANG}\n"),
        (lezer.uiterste_zonder_keuze, "De kleinste van één."),
    ],
)
def test_een_fout_valt_op(controle, fout):
    assert controle(fout) != []


def test_een_samenvatting_mag_zeggen_wat_een_hoofdstuk_zegt():
    assert lezer.herhaalde_zinnen(f"# Samenvatting\n\n{LANG}\n\n# B\n\n{LANG}\n") == []
    uitgelicht = f"::: {{.uitgelicht}}\n\n> {LANG}\n\n:::\n\n> {LANG}\n"
    assert lezer.herhaalde_zinnen(uitgelicht) == []
    assert lezer.herhaalde_zinnen(uitgelicht.replace("uitgelicht", "citaat")) != []


TABELLEN = {
    "clusters": [{"cluster": "Terugval", "n_wijken": 2}, {"cluster": "Succes!", "n_wijken": 1}],
    "wijken": [{"in_selectie": True, "gm_code": "GM1"}] * 3,
    "ontwikkeling": [
        {"groep": "selectie", "van": 2012, "tot": 2014, "aandeel_gestegen": 0.41}
        | {"aandeel_gedaald": 0.24, "aandeel_gestagneerd": 0.35}
    ],
}
KOP = "| F | Schatting | 95%-interval |\n|--|--|--|\n"
VET = ": T. Vet: het interval sluit nul uit. {#tbl-a}\n"


@pytest.mark.parametrize(
    ("controle", "goed", "fout"),
    [
        (
            lezer.clusters_tegen_de_tabel,
            "Zo zijn de wijken ingedeeld: twee wijken in *Terugval* en één in *Succes!*.",
            "Zo zijn de wijken ingedeeld: twee wijken in *Terugval* en geen in *Succes!*.",
        ),
        (
            lezer.clusters_tegen_de_tabel,
            "De grootste groep is *Terugval* met twee wijken.",
            "De grootste groep is *Succes!* met één wijk.",
        ),
        (
            lezer.clusters_tegen_de_tabel,
            "In *Terugval* zitten twee wijken.",
            "In *Terugval* zitten 33 wijken.",
        ),
        (
            lezer.selectie_tegen_de_tabel,
            "Dit volgt 3 kwetsbare wijken in 1 gemeenten.",
            "Dit volgt 3 kwetsbare wijken in 2 gemeenten.",
        ),
        (
            lezer.richtingen_tegen_de_tabel,
            "Tussen 2012 en 2014 steeg ruim twee vijfde van de geselecteerde wijken (41%), "
            "daalde 24% en stagneerde 35%.",
            "Tussen 2012 en 2014 steeg ruim twee vijfde van de geselecteerde wijken (41%), "
            "daalde 35% en stagneerde 24%.",
        ),
        (
            lezer.factoren_tegen_de_tabel,
            f"{KOP}| a | **+0,02** | +0,01 tot +0,03 |\n\n{VET}",
            f"{KOP}| a | **+0,02** | \N{MINUS SIGN}0,01 tot +0,03 |\n\n{VET}",
        ),
    ],
)
def test_een_zin_tegen_haar_tabel_valt_op(controle, goed, fout):
    assert controle(goed, TABELLEN) == []
    assert controle(fout, TABELLEN) != []
