"""A whole run: outputs, same bytes, nothing to do, and which edit reruns which rules."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hulp import CAUSAAL, mini
from leefbaarheid.rapport.pdf import controleer_pdf, lees_paginas

pytestmark = pytest.mark.xdist_group("hele_run")

DOCUMENTEN = ("hoofdrapport", "bijlage-leefbaarheidsontwikkeling", "bijlage-wijkanalyses")
NIETS = "Nothing to be done"


def vingerafdrukken(map_: Path) -> dict[str, str]:
    """Return sha256 per file, without what carries time: logs, benchmarks and the lock."""
    return {
        pad.relative_to(map_).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
        and pad.relative_to(map_).parts[0] not in ("logs", "benchmarks")
        and pad.name not in (".slot", ".snakemake_timestamp")
    }


def rijen(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def test_drie_toegankelijke_pdfs_met_de_waarschuwing_op_elke_bladzijde(klaar_project):
    for document in DOCUMENTEN:
        pdf = klaar_project / mini.UIT / "rapport" / f"{document}.pdf"
        verslag = controleer_pdf(pdf)  # raises when tagging, language, title or alt text is missing
        assert verslag["paginas"] > 4
        for nummer, bladzijde in enumerate(lees_paginas(pdf), start=1):
            assert "fictief" in bladzijde, f"{document}, bladzijde {nummer}"
        assert pdf.with_suffix(".qmd").is_file()


def test_de_gemaakte_tekst_claimt_geen_oorzaak(klaar_project):
    for document in DOCUMENTEN:
        bladzijden = lees_paginas(klaar_project / mini.UIT / "rapport" / f"{document}.pdf")
        assert CAUSAAL.findall(" ".join(" ".join(bladzijden).split())) == [], document


def test_resultaatbestanden_hebben_hun_kolommen(klaar_project):
    tabellen = klaar_project / mini.UIT / "tabellen"
    contract = {
        "wijken": "wk_code wk_naam gm_code gm_naam inwoners in_selectie lbm_2014 klasse_2014 "
        "delta_2012_2014 cluster",
        "clusters": "cluster n_wijken n_inwoners aandeel_wijken aandeel_inwoners lbm_2014",
        "ontwikkeling": "van tot groep n gemiddelde aandeel_gedaald aandeel_gestagneerd "
        "aandeel_gestegen gemiddelde_inwoners aandeel_gedaald_inwoners "
        "aandeel_gestagneerd_inwoners aandeel_gestegen_inwoners",
        "regressie": "uitkomst model term coef se ci_laag ci_hoog p n n_gemeenten r2",
        "wijkanalyses": "analyse wk_code in_selectie cluster oordeel congruent reden",
    }
    for naam, kolommen in contract.items():
        tabel = rijen(tabellen / f"{naam}.csv")
        assert tabel, naam
        assert set(kolommen.split()) <= set(tabel[0]), naam
    wijken = rijen(tabellen / "wijken.csv")
    assert [rij["wk_code"] for rij in wijken] == sorted(rij["wk_code"] for rij in wijken)
    assert {rij["in_selectie"] for rij in wijken} == {"True", "False"}
    clusters = rijen(tabellen / "clusters.csv")
    n_selectie = sum(rij["in_selectie"] == "True" for rij in wijken)
    assert sum(int(rij["n_wijken"]) for rij in clusters) == n_selectie


def test_cijfers_staan_in_de_tabel_die_zij_noemen(klaar_project):
    uit = klaar_project / mini.UIT
    cijfers = json.loads((uit / "cijfers.json").read_text("utf-8"))
    clusters = {rij["cluster"]: rij for rij in rijen(uit / "tabellen" / "clusters.csv")}
    assert cijfers["cluster.terugval.n"]["waarde"] == int(clusters["Terugval"]["n_wijken"])
    for naam, cijfer in cijfers.items():
        assert set(cijfer) == {"waarde", "tekst", "eenheid", "bron_tabel"}, naam
        assert (uit / "tabellen" / f"{cijfer['bron_tabel']}.csv").is_file(), naam


def test_zip_en_manifest(klaar_project):
    uit = klaar_project / mini.UIT
    manifest = json.loads((uit / "manifest.json").read_text("utf-8"))
    for naam, som in manifest["uitvoer"].items():
        assert hashlib.sha256((klaar_project / naam).read_bytes()).hexdigest() == som
    for naam, som in manifest["invoer"].items():
        pad = klaar_project / mini.MINI / naam
        assert hashlib.sha256(pad.read_bytes()).hexdigest() == som
    with zipfile.ZipFile(uit / "publicatie.zip") as archief:
        namen = set(archief.namelist())
    assert {f"mini/{document}.pdf" for document in DOCUMENTEN} <= namen
    assert "mini/tabellen/wijken.csv" in namen
    assert str(klaar_project) not in json.dumps(manifest)


def test_zelfde_bytes_met_een_andere_hoeveelheid_kernen(klaar_project, tmp_path):
    tweede = mini.maak_project(tmp_path)
    klaar = mini.snakemake(tweede, cores=1)
    assert klaar.returncode == 0, klaar.stdout
    assert vingerafdrukken(tweede / mini.UIT) == vingerafdrukken(klaar_project / mini.UIT)


def test_tweede_run_doet_niets(klaar_project):
    klaar = mini.snakemake(klaar_project)
    assert klaar.returncode == 0
    assert NIETS in klaar.stdout


def test_aanraken_zonder_wijzigen_doet_niets(klaar_project):
    for map_ in ("config", "data", "reports", "workflow"):
        for pad in (klaar_project / map_).rglob("*"):
            if pad.is_file():
                pad.touch()
    klaar = mini.snakemake(klaar_project)
    assert NIETS in klaar.stdout, klaar.stdout


# --- edit -> rules ------------------------------------------------------------------------------

SLOT = {"maak_publicatie": 1}
ALLE_TEKSTEN = {"vul_sjabloon": 3, "maak_pdf": 3, **SLOT}
# hoofdrapport and bijlage Leefbaarheidsontwikkeling show the checks; the third document does not
NA_OORDEEL = {"vul_sjabloon": 2, "maak_pdf": 2, **SLOT}
NA_CONTROLES = {"weeg_robuustheid": 1, "teken_robuustheid": 1, **NA_OORDEEL}
NA_MODELLEN = {
    "teken_figuren": 1,
    "bereken_cijfers": 1,
    "verzamel_cijfers": 1,
    "toets_modellen": 1,
    "weeg_robuustheid": 1,
    "teken_robuustheid": 1,
    **ALLE_TEKSTEN,
}
NA_TRAJECTEN = {
    "schat_modellen": 1,
    "toets_trajecten": 1,
    "bereken_specificatiecurve": 1,
    "koppel_wijkanalyses": 1,
    "teken_wijkprofielen": 1,
    **NA_MODELLEN,
}
ALLES = {"lees_bronnen": 1, "lees_wijkanalyses": 1, "bepaal_trajecten": 1, **NA_TRAJECTEN}
EEN_ANALYSE = {
    "lees_wijkanalyses": 1,
    "koppel_wijkanalyses": 1,
    "teken_wijkprofielen": 1,
    "verzamel_cijfers": 1,
    "vul_sjabloon": 2,
    "maak_pdf": 2,
    **SLOT,
}
MODULES = Path("workflow/scripts/leefbaarheid")
ANALYSE = mini.MINI / "wijkanalyses" / mini.ANALYSES[0]


def regel_erbij(pad: Path, teken: str = "#") -> Callable[[Path], None]:
    """Return an edit that adds a comment line to a file."""

    def doe(project: Path) -> None:
        with (project / pad).open("a", encoding="utf-8") as bestand:
            bestand.write(f"\n{teken} gewijzigd\n")

    return doe


def tekst_erbij(pad: Path) -> Callable[[Path], None]:
    """Return an edit that adds a sentence to a text."""

    def doe(project: Path) -> None:
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
    # the texts quote the sentences of the checks, so the template step uses these modules too
    "oordeel.py": (
        regel_erbij(MODULES / "toetsen" / "oordeel.py"),
        {"weeg_robuustheid": 1, **ALLE_TEKSTEN},
    ),
    "placebo.py": (
        regel_erbij(MODULES / "toetsen" / "placebo.py"),
        {"toets_trajecten": 1, "teken_robuustheid": 1, **ALLE_TEKSTEN},
    ),
    "specificatiecurve.py": (
        regel_erbij(MODULES / "toetsen" / "specificatiecurve.py"),
        {
            "bereken_specificatiecurve": 1,
            "weeg_robuustheid": 1,
            "teken_robuustheid": 1,
            **ALLE_TEKSTEN,
        },
    ),
    "overzicht.py": (
        regel_erbij(MODULES / "figuren" / "overzicht.py"),
        {"teken_figuren": 1} | {"vul_sjabloon": 2, "maak_pdf": 2, **SLOT},
    ),
    "koppeling.py": (
        regel_erbij(MODULES / "wijkanalyses" / "koppeling.py"),
        {k: v for k, v in EEN_ANALYSE.items() if k != "lees_wijkanalyses"},
    ),
    "pdf.py": (regel_erbij(MODULES / "rapport" / "pdf.py"), {"maak_pdf": 3, **SLOT}),
    "publicatie.py": (regel_erbij(MODULES / "rapport" / "publicatie.py"), SLOT),
    "script schat_modellen": (
        regel_erbij(Path("workflow/scripts/schat_modellen.py")),
        {"schat_modellen": 1, **NA_MODELLEN},
    ),
    "sjabloon bijlage": (
        tekst_erbij(Path("reports/bijlage-wijkanalyses/document.qmd.j2")),
        {"vul_sjabloon": 1, "maak_pdf": 1, **SLOT},
    ),
    "huisstijl": (
        regel_erbij(Path("reports/_extensions/wijkrapport/huisstijl.lua"), "--"),
        {"maak_pdf": 3, **SLOT},
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
        {
            "toets_modellen": 1,
            "toets_trajecten": 1,
            "bereken_specificatiecurve": 1,
            **NA_CONTROLES,
        },
    ),
    "plaats van uitgave": (config("teksten", "plaats", waarde="Elders"), ALLE_TEKSTEN),
    "engine": (config("rapport", "engine", waarde="pandoc"), ALLE_TEKSTEN),
}


def geplande_regels(project: Path) -> dict[str, int]:
    """Return {rule: number of jobs} that a dry run announces."""
    uitvoer = mini.snakemake(project, "--dry-run").stdout
    if NIETS in uitvoer:
        return {}
    tabel = uitvoer.split("job ", 1)[1].split("total", 1)[0]
    paren = re.findall(r"^(\w+) +(\d+)$", tabel, flags=re.MULTILINE)
    return {naam: int(aantal) for naam, aantal in paren if naam != "all"}


@pytest.mark.parametrize("naam", EDITS)
def test_alleen_wat_ervan_afhangt_draait_opnieuw(klaar_project, tmp_path, naam):
    edit, verwacht = EDITS[naam]
    bewaard = tmp_path / "bewaard"
    mappen = ("config", "data/raw/mini", "reports", "workflow")
    for map_ in mappen:
        shutil.copytree(klaar_project / map_, bewaard / map_)
    try:
        edit(klaar_project)
        assert geplande_regels(klaar_project) == verwacht
    finally:
        for map_ in mappen:
            shutil.rmtree(klaar_project / map_)
            shutil.copytree(bewaard / map_, klaar_project / map_)
