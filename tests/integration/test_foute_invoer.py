"""Bad input from the command line: one Dutch message, an exit code, no traceback, nothing half."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hulp import mini

Wijziging = Callable[[Path], None]
SCORES = mini.SCORES
CONTEXT = "contextfactoren-wijken.csv"
LIJST = "selectielijst.csv"
ANALYSE = f"wijkanalyses/{mini.ANALYSES[0]}"


def tekst(naam: str, wijzig: Callable[[str], str], codering: str = "utf-8") -> Wijziging:
    """Return a change of the text of a file."""

    def doe(project: Path) -> None:
        pad = project / mini.MINI / naam
        pad.write_bytes(wijzig(pad.read_text("utf-8")).encode(codering))

    return doe


def regel(naam: str, nummer: int, wijzig: Callable[[list[str]], list[str]]) -> Wijziging:
    """Return a change of the cells of one line (1 = header)."""

    def doe(alles: str) -> str:
        regels = alles.splitlines()
        regels[nummer - 1] = ",".join(wijzig(regels[nummer - 1].split(",")))
        return "\n".join(regels) + "\n"

    return tekst(naam, doe)


def cel(naam: str, nummer: int, kolom: int, waarde: str) -> Wijziging:
    """Return a change of one cell."""
    return regel(naam, nummer, lambda cellen: [*cellen[:kolom], waarde, *cellen[kolom + 1 :]])


def config(wijzig: Callable[[dict], object]) -> Wijziging:
    """Return a change of the config."""

    def doe(project: Path) -> None:
        inhoud = mini.lees_config(project)
        wijzig(inhoud)
        mini.schrijf_config(project, inhoud)

    return doe


def weg(naam: str) -> Wijziging:
    return lambda project: (project / mini.MINI / naam).unlink()


def bytes_(naam: str, inhoud: bytes) -> Wijziging:
    def doe(project: Path) -> None:
        (project / mini.MINI / naam).write_bytes(inhoud)

    return doe


def in_analyse(oud: str, nieuw: str) -> Wijziging:
    """Return a change in a wijkanalyse; the pattern must be there."""

    def doe(alles: str) -> str:
        gewijzigd, aantal = re.subn(oud, nieuw, alles, count=1, flags=re.MULTILINE)
        assert aantal == 1, oud
        return gewijzigd

    return tekst(ANALYSE, doe)


def dubbele_rij(alles: str) -> str:
    regels = alles.splitlines()
    return "\n".join([*regels, regels[1]]) + "\n"


def zonder_jaar(alles: str) -> str:
    return "\n".join(r for r in alles.splitlines() if r.split(",")[2] != "2012") + "\n"


Gevallen = dict[str, tuple[Wijziging, list[str]]]

PLAN: Gevallen = {
    "sleutel verkeerd gespeld": (
        config(lambda c: c.update(venster=c.pop("vensters"))),
        ["venster", "Bedoelde u vensters"],
    ),
    "sleutel van verkeerde soort": (
        config(lambda c: c["clusters"].update(delta="klein")),
        ["clusters.delta", "klein", "getal"],
    ),
    "sleutel leeg": (config(lambda c: c.update(jaren=None)), ["jaren", "leeg gelaten"]),
    "jaar niet in jaren": (config(lambda c: c.update(eindjaar=2013)), ["eindjaar", "2013"]),
    "vorige editie is er niet": (
        config(lambda c: c.update(vorige_editie="results/weg")),
        ["vorige_editie", "results/weg", "publicatie.zip"],
    ),
    "bestand ontbreekt": (weg(SCORES), [SCORES, "is er niet", "make voorbeelddata"]),
}
"""Refused before any job starts."""

BRONNEN: Gevallen = {
    "decimale komma": (cel(SCORES, 4, 3, '"3,94"'), [SCORES, "regel 4", "lbm", "3,94"]),
    "puntkomma als scheiding": (
        tekst(SCORES, lambda t: t.replace(",", ";")),
        [SCORES, "puntkomma", "komma"],
    ),
    "Windows-1252": (
        tekst(SCORES, lambda t: t.replace("Tuindorp Zuid", "Tuindorp Zuíd"), "cp1252"),
        [SCORES, "UTF-8"],
    ),
    "dubbele rij": (tekst(SCORES, dubbele_rij), [SCORES, "regel 2", "WK"]),
    "jaar ontbreekt": (tekst(SCORES, zonder_jaar), [SCORES, "2012"]),
    "code zonder patroon": (cel(SCORES, 3, 0, "WK12"), [SCORES, "regel 3", "wk_code", "WK12"]),
    "score buiten bereik": (cel(SCORES, 5, 3, "41.2"), [SCORES, "regel 5", "lbm", "41.2"]),
    "afw klopt niet": (cel(SCORES, 6, 4, "0.5"), [SCORES, "regel 6", "afw"]),
    "scores van buurten": (
        tekst(
            SCORES,
            lambda t: re.sub(r"^WK(\w{6})", r"BU\g<1>01", t, flags=re.M).replace("wk_", "bu_"),
        ),
        [SCORES, "bu_code", "scores van buurten", "Leefbaarometer-scores wijken 2002-2022.csv"],
    ),
    "contexttabel met wijken van een ander jaar": (
        config(lambda c: c["bronnen"]["context"].update(indeling=2024)),
        [SCORES, "de wijken van 2022, de contexttabel die van 2024", "bronnen.concordantie"],
    ),
    "leeg bestand": (bytes_(SCORES, b""), [SCORES, "leeg"]),
    "afgekapt bestand": (
        tekst(SCORES, lambda t: t[: len(t) // 2].rsplit(",", 2)[0]),
        [SCORES, "afge"],
    ),
    "factor niet in tabel": (
        config(lambda c: c["factoren"].append("corporatie_pct_2009")),
        ["corporatie_pct_2009", "corporatie_pct_2008"],
    ),
    "onbekende code in de lijst": (
        cel(LIJST, 2, 0, "WK9001ZZ"),
        [LIJST, "regel 2", "WK9001ZZ", "Bedoelde u"],
    ),
}
"""Refused by lees_bronnen."""

SELECTIE: Gevallen = {
    "selectie groter dan het kan": (
        config(
            lambda c: (
                c["bronnen"].pop("selectielijst"),
                c.update(
                    selectie={
                        "soort": "laagste_scores",
                        "jaar": 2002,
                        "aantal": 9000,
                        "min_inwoners": 1000,
                        "min_inwoners_gemeente": 70000,
                    }
                ),
            )
        ),
        ["9000", "aanmerking"],
    ),
}
"""Refused by bepaal_trajecten."""

WIJKANALYSES: Gevallen = {
    "ruwe HTML": (
        in_analyse(r"^## Opgaven$", "## Opgaven\n\n<script>alert(1)</script>\n"),
        [mini.ANALYSES[0], "regel", "script"],
    ),
    "ruwe Typst": (
        in_analyse(r"^## Opgaven$", '## Opgaven\n\n```{=typst}\n#import "x"\n```\n'),
        [mini.ANALYSES[0], "regel", "typst"],
    ),
    "ruwe LaTeX": (
        in_analyse(r"^## Opgaven$", "## Opgaven\n\n\\\\input{/etc/passwd}\n"),
        [mini.ANALYSES[0], "regel", "input"],
    ),
    "afbeelding buiten de map": (
        in_analyse(r"^## Opgaven$", "## Opgaven\n\n![Een kaart](../../../LICENSE.png)\n"),
        [mini.ANALYSES[0], "../../../LICENSE.png", "buiten"],
    ),
    "analyse zonder kop": (
        tekst(ANALYSE, lambda t: t.split("---\n", 2)[2]),
        [mini.ANALYSES[0], "kop"],
    ),
    "analyse met onbekende code": (
        in_analyse(r"^wijken:.*$", "wijken: [WK900199]"),
        [mini.ANALYSES[0], "WK900199"],
    ),
    "paragraaf ontbreekt": (in_analyse(r"^## Opgaven$", ""), [mini.ANALYSES[0], "Opgaven"]),
    "paragraaf dubbel": (
        in_analyse(r"^## Bronnen$", "## Opgaven\n\nNog eens.\n\n## Bronnen"),
        [mini.ANALYSES[0], "Opgaven"],
    ),
    "onbekend thema": (
        in_analyse(r"^themas:.*$", "themas: [fysik]"),
        [mini.ANALYSES[0], "fysik", "fysiek"],
    ),
    "kapot Word-bestand": (
        bytes_("wijkanalyses/kolkmonde-nieuwe-kade.docx", b"PK\x03\x04 kapot"),
        ["kolkmonde-nieuwe-kade.docx", "Word"],
    ),
}
"""Refused by lees_wijkanalyses."""

STAPPEN: dict[str | None, Gevallen] = {
    None: PLAN,
    "lees_bronnen": BRONNEN,
    "bepaal_trajecten": SELECTIE,
    "lees_wijkanalyses": WIJKANALYSES,
}
"""Step -> what it refuses."""

VOLUIT = {next(iter(gevallen)) for gevallen in STAPPEN.values()}
"""One case per step asks for the whole edition; the others for the step that must refuse."""

KEUZES = [(stap, naam) for stap, gevallen in STAPPEN.items() for naam in gevallen]


@pytest.mark.parametrize(("stap", "naam"), KEUZES, ids=[naam for _, naam in KEUZES])
def test_een_melding_en_niets_half(herstel, warm, stap, naam):
    wijzig, fragmenten = STAPPEN[stap][naam]
    wijzig(herstel)
    doel = [] if stap is None or naam in VOLUIT else [stap]
    # with one core the order is that of the priorities: what refuses goes before what takes long
    klaar = mini.snakemake(herstel, *doel, warm=warm, cores=1)
    assert klaar.returncode != 0
    meldingen = re.findall(r"FOUT.*(?:\n.*Wat te doen:.*)?", klaar.stdout)
    assert meldingen, klaar.stdout
    for fragment in fragmenten:
        assert any(fragment.lower() in melding.lower() for melding in meldingen), klaar.stdout
    assert "Wat te doen:" in klaar.stdout
    assert "Traceback" not in klaar.stdout
    uit = herstel / mini.UIT
    assert "FOUT" in (uit / "logs" / f"{stap}.log").read_text("utf-8") if stap else not uit.exists()
    assert not list(uit.rglob("*.pdf"))
    assert not list(uit.rglob("*.half*"))
    assert not (uit / "tabellen" / "regressie.csv").exists() or stap == "bepaal_trajecten"


def test_ontbrekende_config(warm):
    config = Path("config/edities/bestaat-niet.yaml")
    klaar = mini.snakemake(mini.WORTEL, "--dry-run", config=config, warm=warm)
    assert klaar.returncode != 0
    assert "bestaat-niet.yaml" in klaar.stdout


def test_gewone_editie_zonder_wijkanalyses_zegt_dat(herstel_klaar, warm):
    config(lambda c: c["bronnen"].pop("wijkanalyses"))(herstel_klaar)
    shutil.rmtree(herstel_klaar / mini.MINI / "wijkanalyses")
    doel = (mini.UIT / "rapport" / "bijlage-wijkanalyses.qmd").as_posix()
    klaar = mini.snakemake(herstel_klaar, doel, warm=warm)
    assert klaar.returncode == 0, klaar.stdout
    assert "heeft geen wijkanalyses" in (herstel_klaar / doel).read_text("utf-8")
