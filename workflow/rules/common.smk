# Helpers and constants; no rules.
import sys
from pathlib import Path

import yaml
from snakemake.exceptions import WorkflowError

sys.path.insert(0, str(Path(workflow.basedir) / "workflow" / "scripts"))

from leefbaarheid.basis.codebestanden import codebestanden
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.slot import neem_slot
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_regel
from leefbaarheid.editie.bronnen import zoek_bronnen
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.rapport.engine import kies_engine


def met_melding(functie, *invoer):
    """Call a function; a mistake of the user becomes one message, without a trace of our code."""
    try:
        return functie(*invoer)
    except InvoerFout as fout:
        raise WorkflowError(str(fout)) from None


def lees_editie():
    """Check the edition, its source files and the engine before any job starts.

    Of the source files only the names are looked at.
    """
    schema = yaml.safe_load(
        (Path(workflow.basedir) / "config" / "schema.yaml").read_text("utf-8")
    )
    editie = controleer_editie(config, schema, str(Path(workflow.configfiles[-1])))
    return editie, zoek_bronnen(editie), kies_engine(editie["rapport"]["engine"])


EDITIE, BRON, ENGINE = met_melding(lees_editie)
UIT = f"results/{EDITIE['editie']}"

DOCUMENTEN = [
    "hoofdrapport",
    "bijlage-leefbaarheidsontwikkeling",
    "bijlage-wijkanalyses",
]


# The environment of every rule, for who runs Snakemake with --software-deployment-method conda.
OMGEVING = str(Path(workflow.basedir) / "environment.yml")

# Source files that are read as tables by lees_bronnen.
BRONTABELLEN = ["leefbaarometer", "context", "codeboek", "selectielijst", "grenzen"]

# What every page needs: house style, fonts and the shared parts of the templates.
SNITTEN = ["Regular", "It", "Semibold", "Bold", "BoldIt"]
LETTERTYPEN = [f"reports/fonts/SourceSans3-{snit}.ttf" for snit in SNITTEN]
DELEN = [f"reports/_delen/{deel}.j2" for deel in ["kop", "fictief"]]
HUISSTIJL = [
    "reports/_extensions/wijkrapport/_extension.yml",
    "reports/_extensions/wijkrapport/huisstijl.lua",
    "reports/_extensions/wijkrapport/typst-show.typ",
    "reports/_extensions/wijkrapport/typst-template.typ",
    "reports/_pandoc/crossref.lua",
    "reports/_pandoc/metadata.yml",
    "reports/_pandoc/pandoc-template.typ",
    *LETTERTYPEN,
]

# The texts that figures print; a new title or date redraws nothing.
FIGUURTEKSTEN = {
    sleutel: EDITIE["teksten"][sleutel]
    for sleutel in ["uitgever", "bron_leefbaarometer", "bron_context", "bron_grenzen"]
    if sleutel in EDITIE["teksten"]
}


def tabellen(*namen):
    """Return {name: path} of result tables, for named inputs."""
    return {naam: f"{UIT}/{TABELLEN[naam].pad}" for naam in namen}


def uitvoer(regel):
    """Return {name: path} of the result tables that a rule makes."""
    return tabellen(*van_regel(regel))


def code(script):
    """Return the files with the code of a rule: its script and the library modules it uses."""
    basis = Path(workflow.basedir)
    script = basis / "workflow" / "scripts" / f"{script}.py"
    return [str(pad.relative_to(basis)) for pad in codebestanden(script)]


def hoofdstukken(wildcards):
    """Return the templates of the chapters of a document."""
    map_ = Path("reports") / wildcards.document
    return [
        str(pad)
        for pad in sorted(map_.glob("*.qmd.j2"))
        if pad.name != "document.qmd.j2"
    ]


def code_tekst(wildcards):
    """Return the code that writes a document: the script, and the sentences of that document.

    The templates name the modules they use; those of another document are of no concern.
    """
    basis = Path(workflow.basedir)
    eigen = wildcards.document.removeprefix("bijlage-")
    tekst = basis / "workflow" / "scripts" / "leefbaarheid" / "tekst"
    paden = {str(pad) for pad in code("vul_sjabloon")}
    for module in [*tekst.glob("gedeeld/*.py"), *tekst.glob(f"{eigen}/**/*.py")]:
        paden |= {
            str(pad.relative_to(basis))
            for pad in codebestanden(module, tekst.parents[1])
        }
    return sorted(paden)


# Which figures a document shows, and which tables its template may use. The bijlage about the
# scores knows nothing of the wijkanalyses, so that a change of one leaves it alone.
FIGUREN = {
    "hoofdrapport": ["hoofdrapport", "wijkprofielen"],
    "bijlage-leefbaarheidsontwikkeling": ["hoofdrapport", "robuustheid"],
    "bijlage-wijkanalyses": ["wijkprofielen"],
}


def _van_regels(*regels):
    return [
        naam
        for regel in regels
        for naam, tabel in van_regel(regel).items()
        if not tabel.alleen_figuur
    ]


DOCUMENTTABELLEN = {
    "hoofdrapport": [
        *_van_regels("bepaal_trajecten", "schat_modellen", "weeg_robuustheid"),
        "robuustheid_clusters",
        *_van_regels("koppel_wijkanalyses"),
    ],
    "bijlage-leefbaarheidsontwikkeling": [
        "datakwaliteit",
        "codeboek",
        *_van_regels("bepaal_trajecten", "schat_modellen", "toets_modellen"),
        *_van_regels(
            "toets_trajecten", "bereken_specificatiecurve", "weeg_robuustheid"
        ),
    ],
    "bijlage-wijkanalyses": _van_regels("koppel_wijkanalyses"),
}


# Blocks of the config that the text of a document does not use.
ONGEBRUIKT = {
    "hoofdrapport": ["bronnen_map", "kenmerken"],
    "bijlage-leefbaarheidsontwikkeling": ["bronnen_map", "wijkanalyses"],
    "bijlage-wijkanalyses": [
        "bronnen_map",
        "bronnen",
        "kenmerken",
        "jaren",
        "basisjaar",
        "vensters",
        "decompositie_vensters",
        "selectie",
        "klassen",
        "stijgers_dalers",
        "factoren",
        "regressie",
        "inferentie",
    ],
}


def tekstblokken(wildcards):
    """Return the blocks of the config that the text of a document uses."""
    weg = ONGEBRUIKT[wildcards.document]
    return {sleutel: blok for sleutel, blok in EDITIE.items() if sleutel not in weg}


def figuurmappen(wildcards):
    """Return the folders with the figures of a document."""
    return [f"{UIT}/figuren/{map_}" for map_ in FIGUREN[wildcards.document]]


def beeldenmap(wildcards):
    """Return the folder with the pictures of the wijkanalyses, for a document that shows them."""
    zonder = "wijkanalyses" not in DOCUMENTTABELLEN[wildcards.document]
    return [] if zonder else f"{UIT}/data/wijkanalyses-beelden"


def materiaal(wildcards):
    """Return what the template of a document is filled with, by name."""
    document = wildcards.document
    stof = {"figuren": figuurmappen(wildcards), **tabellen(*DOCUMENTTABELLEN[document])}
    if document == "bijlage-leefbaarheidsontwikkeling":
        stof["aannames"] = "docs/aannames.md"
        return {**stof, "cijfers": f"{UIT}/data/cijfers-ontwikkeling.json"}
    return {
        **stof,
        "cijfers": f"{UIT}/cijfers.json",
        "analyses": f"{UIT}/data/wijkanalyses.json",
    }


onstart:
    met_melding(neem_slot, UIT)
