"""What a second run does: nothing, or after an edit only what depends on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hulp import mini


def test_tweede_run_doet_niets(klaar_project):
    klaar = mini.snakemake(klaar_project)
    assert klaar.returncode == 0
    assert mini.NIETS in klaar.stdout


def test_aanraken_zonder_wijzigen_doet_niets(klaar_project, warm):
    for map_ in ("config", "data", "reports", "workflow"):
        for pad in (klaar_project / map_).rglob("*"):
            if pad.is_file():
                pad.touch()
    klaar = mini.snakemake(klaar_project, warm=warm)
    assert mini.NIETS in klaar.stdout, klaar.stdout


SLOT = {"maak_publicatie": 1}
# what a .qmd names lies beside it: for who renders it with Quarto
BIJ_DE_QMD = {"leg_bij_de_qmd": 1}
# the website offers every document, and says what the hoofdrapport says
DOCUMENTEN = {"leg_bij_website": 1, **SLOT}
WEBSITE = {"maak_website": 1, **DOCUMENTEN}
EEN_TEKST = {"vul_sjabloon": 1, "maak_pdf": 1, **DOCUMENTEN}
ALLE_TEKSTEN = {"vul_sjabloon": 4, "maak_pdf": 4, **WEBSITE}
# all show the checks but the bijlage Wijkanalyses
TABELLEN = {"controleer_tabellen": 1}
NA_OORDEEL = {"vul_sjabloon": 3, "maak_pdf": 3, **TABELLEN, **WEBSITE}
NA_CONTROLES = {"weeg_robuustheid": 1, "teken_robuustheid": 1, **BIJ_DE_QMD, **NA_OORDEEL}
NA_MODELLEN = {
    "teken_figuren": 1,
    "bereken_cijfers": 1,
    "verzamel_cijfers": 1,
    "toets_modellen": 1,
    "weeg_robuustheid": 1,
    "teken_robuustheid": 1,
    **BIJ_DE_QMD,
    **TABELLEN,
    **ALLE_TEKSTEN,
}
NA_TRAJECTEN = {
    "schat_modellen": 1,
    "toets_trajecten": 1,
    "bereken_specificatiecurve": 1,
    "koppel_wijkanalyses": 1,
    "teken_wijkprofielen": 1,
    "maak_wijkportretten": 1,
    **NA_MODELLEN,
}
ALLES = {"lees_bronnen": 1, "lees_wijkanalyses": 1, "bepaal_trajecten": 1, **NA_TRAJECTEN}
EEN_ANALYSE = {
    "lees_wijkanalyses": 1,
    "koppel_wijkanalyses": 1,
    "teken_wijkprofielen": 1,
    "maak_wijkportretten": 1,
    "verzamel_cijfers": 1,
    "vul_sjabloon": 2,
    "maak_pdf": 2,
    **BIJ_DE_QMD,
    **TABELLEN,
    **WEBSITE,
}
MODULES = Path("workflow/scripts/leefbaarheid")
ANALYSE = mini.MINI / "wijkanalyses" / mini.ANALYSES[0]


def regel_erbij(pad: Path, teken: str = "#") -> Callable[[Path], None]:
    """Return an edit that adds a comment line to a file."""

    def doe(project: Path) -> None:
        assert (project / pad).is_file()
        with (project / pad).open("a", encoding="utf-8") as bestand:
            bestand.write(f"\n{teken} gewijzigd\n")

    return doe


def tekst_erbij(pad: Path) -> Callable[[Path], None]:
    """Return an edit that adds a sentence to a text."""

    def doe(project: Path) -> None:
        assert (project / pad).is_file()
        with (project / pad).open("a", encoding="utf-8") as bestand:
            bestand.write("\n- Nog een fictieve bron.\n")

    return doe


def config(*sleutels: str, waarde: object) -> Callable[[Path], None]:
    """Return an edit that changes one config value."""

    def doe(project: Path) -> None:
        inhoud = mini.lees_config(project)
        blok = inhoud
        for sleutel in sleutels[:-1]:
            blok = blok[sleutel]
        blok[sleutels[-1]] = waarde
        mini.schrijf_config(project, inhoud)

    return doe


def kopie_erbij(project: Path) -> None:
    tekst = (project / ANALYSE).read_text("utf-8")
    tekst = re.sub(r"^titel:.*$", "titel: Een tweede blik", tekst, flags=re.MULTILINE)
    (project / ANALYSE).with_name("tweede-blik.md").write_text(tekst, "utf-8")


def analyse_weg(project: Path) -> None:
    (project / ANALYSE).unlink()


EDITS: dict[str, tuple[Callable[[Path], None], dict[str, int]]] = {
    "bronnen.py": (regel_erbij(MODULES / "data" / "bronnen.py"), ALLES),
    "trajecten.py": (
        regel_erbij(MODULES / "analyse" / "trajecten.py"),
        {"bepaal_trajecten": 1, **NA_TRAJECTEN},
    ),
    "regressie.py": (
        regel_erbij(MODULES / "analyse" / "regressie.py"),
        {"schat_modellen": 1, "bereken_specificatiecurve": 1, **NA_MODELLEN},
    ),
    # result tables stand between the checks and the texts: only who shows the table runs again
    "oordeel.py": (
        regel_erbij(MODULES / "toetsen" / "oordeel.py"),
        {"weeg_robuustheid": 1, **NA_OORDEEL},
    ),
    "placebo.py": (
        regel_erbij(MODULES / "toetsen" / "placebo.py"),
        {"toets_trajecten": 1, "teken_robuustheid": 1, **BIJ_DE_QMD, **NA_OORDEEL},
    ),
    "specificatiecurve.py": (
        regel_erbij(MODULES / "toetsen" / "specificatiecurve.py"),
        {"bereken_specificatiecurve": 1, **NA_CONTROLES},
    ),
    "overzicht.py": (
        regel_erbij(MODULES / "figuren" / "ontwikkeling" / "overzicht.py"),
        {"teken_figuren": 1} | {"vul_sjabloon": 2, "maak_pdf": 2, **BIJ_DE_QMD, **WEBSITE},
    ),
    "koppeling.py": (
        regel_erbij(MODULES / "wijkanalyses" / "koppeling.py"),
        {k: v for k, v in EEN_ANALYSE.items() if k != "lees_wijkanalyses"},
    ),
    "pdf.py": (regel_erbij(MODULES / "rapport" / "pdf.py"), {"maak_pdf": 4, **DOCUMENTEN}),
    "publicatie.py": (regel_erbij(MODULES / "rapport" / "publicatie.py"), SLOT),
    "script schat_modellen": (
        regel_erbij(Path("workflow/scripts/schat_modellen.py")),
        {"schat_modellen": 1, **NA_MODELLEN},
    ),
    "sjabloon bijlage": (
        tekst_erbij(Path("reports/bijlage-wijkanalyses/document.qmd.j2")),
        EEN_TEKST,
    ),
    "hoofdstuk": (
        tekst_erbij(Path("reports/hoofdrapport/02-vogelvlucht.qmd.j2")),
        EEN_TEKST | WEBSITE,
    ),
    "zinnen van een hoofdstuk": (
        regel_erbij(MODULES / "tekst" / "hoofdrapport" / "samenvatting.py"),
        EEN_TEKST | WEBSITE,
    ),
    "gedeelde zinnen": (regel_erbij(MODULES / "tekst" / "gedeeld" / "namen.py"), ALLE_TEKSTEN),
    # the manifest names the whole project, also what no other step reads
    "lock": (regel_erbij(Path("requirements.lock")), SLOT),
    "versie": (regel_erbij(Path("pyproject.toml")), SLOT),
    "huisstijl": (
        regel_erbij(Path("reports/_extensions/wijkrapport/huisstijl.lua"), "--"),
        {"maak_pdf": 4, **BIJ_DE_QMD, **DOCUMENTEN},
    ),
    "wijkanalyse gewijzigd": (tekst_erbij(ANALYSE), EEN_ANALYSE),
    "wijkanalyse erbij": (kopie_erbij, EEN_ANALYSE),
    "wijkanalyse weg": (analyse_weg, EEN_ANALYSE),
    "marge": (config("clusters", "delta", waarde=0.03), {"bepaal_trajecten": 1, **NA_TRAJECTEN}),
    "vif_grens": (
        config("regressie", "vif_grens", waarde=5),
        {"schat_modellen": 1, **NA_MODELLEN},
    ),
    "zaad": (
        config("inferentie", "zaad", waarde=1),
        {"bepaal_trajecten": 1, **NA_TRAJECTEN},
    ),
    "plaats van uitgave": (
        config("teksten", "plaats", waarde="Elders"),
        {"maak_wijkportretten": 1, **TABELLEN, **ALLE_TEKSTEN},
    ),
    # the texts name the version of the engine, and that is the same one
    "engine": (config("rapport", "engine", waarde="pandoc"), {"maak_pdf": 4, **DOCUMENTEN}),
}


@pytest.mark.parametrize("naam", EDITS)
def test_alleen_wat_ervan_afhangt_draait_opnieuw(herstel_klaar, warm, naam):
    edit, verwacht = EDITS[naam]
    edit(herstel_klaar)
    assert mini.geplande_regels(herstel_klaar, warm) == verwacht


def test_minder_delen_maakt_de_delen_opnieuw(herstel_klaar, warm):
    """Part 1 of 3 is there already, and is not part 1 of 2."""
    config("portretten", waarde={"delen": 3})(herstel_klaar)
    deel = f"{mini.UIT}/rapport/bijlage-wijkportretten-1.pdf"
    assert mini.snakemake(herstel_klaar, deel).returncode == 0
    config("portretten", waarde={"delen": 2})(herstel_klaar)
    assert "maak_wijkportretten" in mini.geplande_regels(herstel_klaar, warm)
