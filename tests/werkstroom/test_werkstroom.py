"""The rules and their scripts keep to the house rules."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from hulp import PAKKET, SCRIPTS, WORTEL

REGELBESTANDEN = sorted((WORTEL / "workflow" / "rules").glob("*.smk"))


def regels():
    """Return {name: text} of every rule in workflow/rules."""
    uit = {}
    for bestand in REGELBESTANDEN:
        kop, *stukken = re.split(
            r"^(?:rule|checkpoint) (\w+):\n", bestand.read_text("utf-8"), flags=re.M
        )
        assert "\n    script:" not in kop
        for naam, tekst in zip(stukken[::2], stukken[1::2], strict=True):
            assert naam not in uit, f"regel {naam} bestaat twee keer"
            uit[naam] = re.split(r"^(?=\S)", tekst, maxsplit=1, flags=re.M)[0]
    return uit


OP_VERZOEK = {"haal_bronnen"}
"""Rules that make no file of the edition: they show what they do, and nothing waits for them."""
ALLE = regels()
REGELS = {naam: tekst for naam, tekst in ALLE.items() if naam not in OP_VERZOEK}


def delen(tekst):
    """Return {directive: text} of a rule."""
    stukken = re.split(r"^    (\w+):", tekst, flags=re.M)[1:]
    return dict(zip(stukken[::2], stukken[1::2], strict=True))


def test_er_zijn_regels():
    assert {"lees_bronnen", "bepaal_trajecten", "schat_modellen", "maak_pdf"} <= REGELS.keys()


def test_een_regel_op_verzoek_heeft_een_melding_en_haar_eigen_script():
    for naam in OP_VERZOEK:
        deel = delen(ALLE[naam])
        assert f'"{naam}.py"' in deel["params"]
        assert re.search(r'"[^"]+"', deel["message"])


@pytest.mark.parametrize("naam", REGELS)
def test_een_regel_heeft_log_benchmark_melding_en_haar_eigen_script(naam):
    deel = delen(REGELS[naam])
    assert {"input", "output", "log", "benchmark", "message", "script"} <= deel.keys()
    assert deel["script"].strip() == f'"../scripts/{naam}.py"'
    assert f"{{UIT}}/logs/{naam}" in deel["log"]
    assert f"{{UIT}}/benchmarks/{naam}" in deel["benchmark"]
    assert re.search(r'"[^"]+"', deel["message"])


@pytest.mark.parametrize("naam", REGELS)
def test_een_regel_zegt_wat_zij_nodig_heeft(naam):
    deel = delen(REGELS[naam])
    assert re.fullmatch(r"\s*\d+\s*", deel["threads"])
    assert re.search(r"mem_mb=(\d+|geheugen\(.+\)),\s+runtime=\d+,", deel["resources"])


@pytest.mark.parametrize("naam", REGELS)
def test_een_regel_ziet_wijzigingen_in_haar_code(naam):
    # the rule of the texts adds the sentences of its document; the manifest names the whole project
    bijzonder = {
        "vul_sjabloon": "code_tekst",
        "maak_publicatie": "_paden(projectbestanden(BASIS))",
    }
    verwacht = bijzonder.get(naam, f'code("{naam}")')
    assert re.findall(r"\bcode=(.*?),\n", delen(REGELS[naam])["input"]) == [verwacht]


@pytest.mark.parametrize("naam", REGELS)
def test_een_regel_zegt_wat_zij_aan_kernen_geheugen_en_tijd_vraagt(naam):
    deel = delen(REGELS[naam])
    assert int(deel["threads"]) >= 1
    # measured at most 70 seconds, on the portretten of a whole country
    assert int(re.search(r"runtime=(\d+),", deel["resources"])[1]) >= 10


@pytest.mark.parametrize("naam", REGELS)
def test_een_taak_van_een_cluster_krijgt_bij_een_tweede_poging_meer_geheugen(naam):
    deel = delen(REGELS[naam])
    vraag = re.search(r"mem_mb=(geheugen\()?(\d+)", deel["resources"])
    if "localrule" in deel:  # no task: it runs where Snakemake itself runs, and has little to do
        assert int(vraag[2]) <= 1000
    else:
        # at most 450 MB in an edition of 1 000 wijken, and 300 for the Snakemakes around the script
        assert vraag[1] and int(vraag[2]) >= 1000


def test_geheugen_groeit_met_de_invoer_en_met_de_poging(tmp_path):
    tekst = (WORTEL / "workflow" / "rules" / "common.smk").read_text("utf-8")
    (functie,) = re.findall(r"^def geheugen\(.*?(?=^def )", tekst, flags=re.M | re.S)
    ruimte = {}
    exec("import os\n" + functie, ruimte)
    (tmp_path / "panel.csv").write_bytes(bytes(2_000_000))
    invoer = {"panel": str(tmp_path / "panel.csv")}
    assert ruimte["geheugen"](1000)(None, {}, 1) == 1000
    assert [ruimte["geheugen"](1000, "panel", 300)(None, invoer, n) for n in (1, 2)] == [1600, 3200]


@pytest.mark.parametrize("naam", REGELS)
def test_geen_run_of_shadow(naam):
    # each costs two seconds of start-up; `shell` hides code from reruns
    assert not {"run", "shadow", "shell", "notebook"} & delen(REGELS[naam]).keys()


@pytest.mark.parametrize("naam", REGELS)
def test_een_script_van_een_regel_heeft_main_en_raakt_snakemake_alleen_onderaan(naam):
    boom = ast.parse((SCRIPTS / f"{naam}.py").read_text("utf-8"))
    assert not [
        knoop
        for knoop in boom.body
        # Snakemake puts lines before the script, and this import may only come first
        if isinstance(knoop, ast.ImportFrom) and knoop.module == "__future__"
    ]
    assert "main" in {knoop.name for knoop in boom.body if isinstance(knoop, ast.FunctionDef)}
    *rest, laatste = boom.body
    slot = r"with taak\(snakemake\)(, hergebruik\(snakemake\) as nodig)?:"
    assert re.match("if __name__ == '__main__':\n    " + slot, ast.unparse(laatste))
    for knoop in rest:
        namen = {deel.id for deel in ast.walk(knoop) if isinstance(deel, ast.Name)}
        assert "snakemake" not in namen


@pytest.mark.traag
@pytest.mark.parametrize("bestand", sorted(PAKKET.rglob("*.py")), ids=lambda pad: pad.stem)
def test_de_bibliotheek_kent_snakemake_niet(bestand):
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.ImportFrom):
            assert (knoop.module or "").split(".")[0] != "snakemake"
        elif isinstance(knoop, ast.Import):
            assert "snakemake" not in {alias.name.split(".")[0] for alias in knoop.names}


def test_geen_netwerk_en_geen_lezen_van_bronnen_bij_het_opstellen_van_de_stappen():
    for bestand in REGELBESTANDEN:
        tekst = bestand.read_text("utf-8")
        assert not re.search(r"\b(requests|urllib|http|pandas|glob_wildcards|open)\b\(?", tekst)


# ---------------------------------------------------------------------------- assumptions

VORM = re.compile(r"^\s*# AANNAME: \S.*\S$")
BRONNEN = [
    *sorted(SCRIPTS.rglob("*.py")),
    *REGELBESTANDEN,
    *sorted((WORTEL / "config").rglob("*.yaml")),
]


def naast_code(bestand: Path):
    """Return the assumptions that stand behind code on the same line, where they are not found."""
    tekst = bestand.read_text("utf-8")
    if bestand.suffix != ".py":
        return [r for r in tekst.splitlines() if "AANNAME" in r and not r.lstrip().startswith("#")]
    return [
        stuk.line
        for stuk in tokenize.generate_tokens(io.StringIO(tekst).readline)
        if stuk.type == tokenize.COMMENT
        and "AANNAME" in stuk.string
        and not stuk.line.lstrip().startswith("#")
    ]


@pytest.mark.parametrize("bestand", BRONNEN, ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_een_aanname_staat_in_de_vorm_waarin_zij_gevonden_wordt(bestand):
    regels_ = bestand.read_text("utf-8").splitlines()
    fout = [
        regel
        for regel in regels_
        if regel.lstrip().startswith("#") and "AANNAME" in regel and not VORM.match(regel)
    ]
    assert fout == []
    assert naast_code(bestand) == []


def test_elke_aanname_heeft_een_waarom_en_een_gevolg():
    from leefbaarheid.rapport.aannames import verzamel

    assert len(verzamel(BRONNEN, WORTEL)) > 10  # else it names file and line
