# Constants and helpers of the workflow; no rules.
import json
import os
import shlex
import sys
from pathlib import Path

from snakemake.script import PythonScript
from snakemake_interface_executor_plugins.executors.real import RealExecutor

BASIS = Path(workflow.basedir)
SCRIPTS = BASIS / "workflow" / "scripts"
sys.path.insert(0, str(SCRIPTS))

from leefbaarheid.basis.codebestanden import codebestanden
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import gebied_van, stel_in
from leefbaarheid.basis.slot import weiger_na_afbreken
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_editie, van_regel
from leefbaarheid.editie import huisstijl, instellingen
from leefbaarheid.editie.bronnen import zoek_bronnen
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.opties import stel_samen
from leefbaarheid.editie.recept import met_recept
from leefbaarheid.editie.register import als_gegevens, lees_register, vindplaatsen
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.editie.uitgaven import controleer_uitgaven
from leefbaarheid.editie.vorige import benodigd, zoek_vorige
from leefbaarheid.rapport import documenten as beschrijving
from leefbaarheid.ophalen.plan import bronnen_van
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.projectbestanden import projectbestanden

# Snakemake reads the rules before it knows its targets: a run that only gets the sources is
# recognised by what was typed.
HAALT_BRONNEN = "haal_bronnen" in sys.argv


def met_melding(functie, *invoer):
    """Call a function; a mistake of the user becomes one message and nothing more."""
    try:
        return functie(*invoer)
    except InvoerFout as fout:
        print(fout, file=sys.stderr)
        sys.exit(1)


def bij_ons(pad):
    """Return a path in the project, seen from the folder of the run (--directory)."""
    return Path(pad) if Path.cwd() == BASIS else BASIS / pad


def bij_ons_of_hier(pad):
    """Return a path from the folder of the run when it is there, else from the project."""
    hier = Path.cwd() / pad
    return hier if hier.exists() else BASIS / pad


def configbestanden():
    """Return the files that make the edition: those of --configfile, or the bundled example.

    Not with `configfile:`, which takes a key that stands twice without a word.
    """
    hier = Path.cwd()
    gegeven = workflow.config_settings.configfiles or [
        bij_ons_of_hier("config/config.yaml")
    ]
    return [
        pad.relative_to(hier) if pad.is_relative_to(hier) else pad for pad in gegeven
    ]


def lees_editie():
    """Check the edition, its source files, the engine and the documents before any job starts.

    Of the source files only the names are looked at.
    """
    schema = lees_schema(BASIS)
    bestanden_ = configbestanden()
    opties = workflow.config_settings.config_args or []
    inhoud = stel_samen(bestanden_, opties, schema)
    register = lees_register(BASIS)
    controleer_uitgaven(BASIS)
    editie = controleer_editie(inhoud, schema, str(bestanden_[-1]), register)
    alle = beschrijving.lees_documenten(BASIS / "reports", schema["properties"])
    documenten = beschrijving.van_editie(alle, editie)
    engine = kies_engine(editie["rapport"]["engine"])
    if not Path(editie["bronnen_map"]).exists():
        editie["bronnen_map"] = str(bij_ons(editie["bronnen_map"]))
    recept = met_recept(editie, BASIS, register, Path.cwd())
    # where the files came from changes nothing in what is made from them
    editie["bronnen"].pop("spiegel", None)
    bronnen = zoek_bronnen(editie, recept, eis=not HAALT_BRONNEN)
    beschreven = [als_gegevens(b) for b in bronnen_van(editie, recept, register)]
    return (
        editie,
        recept,
        bronnen,
        beschreven,
        vindplaatsen(register),
        engine,
        documenten,
    )


def citeer_python():
    """Quote the path of Python where Snakemake 9 does not (its issue 2645): it may have a space."""
    voer_uit = PythonScript._execute_cmd

    def voer_uit_met_aanhaling(script, opdracht, **waarden):
        if "py_exec" in waarden:
            waarden["py_exec"] = shlex.quote(waarden["py_exec"])
        return voer_uit(script, opdracht, **waarden)

    PythonScript._execute_cmd = voer_uit_met_aanhaling
    stel_op = RealExecutor.format_job_exec

    def stel_op_met_aanhaling(motor, taak):
        """Do the same in the command of a job that starts Snakemake again, as on a cluster."""
        python = motor.get_python_executable()
        opdracht = stel_op(motor, taak)
        return opdracht.replace(f"{python} -m", f"{shlex.quote(python)} -m", 1)

    RealExecutor.format_job_exec = stel_op_met_aanhaling


citeer_python()
# In a job of a cluster: before Snakemake clears away what the job is to make.
met_melding(weiger_na_afbreken)
(
    EDITIE,
    RECEPT,
    BRON,
    REGISTERBRONNEN,
    LICENTIES,
    ENGINE,
    DOCUMENTEN,
) = met_melding(lees_editie)
TIJDLIJN = met_melding(lees_tijdlijn, BASIS)
# What the areas are; a parameter of every rule, for the words (basis/gebied.py).
GEBIED = EDITIE.get("gebied", "wijk")
stel_in(gebied_van(GEBIED))
UIT = f"results/{EDITIE['editie']}"
VORIGE = met_melding(
    zoek_vorige,
    EDITIE,
    (Path.cwd(), BASIS, configbestanden()[-1].absolute().parent),
    Path(UIT),
)
VORIGE_BESTANDEN = [str(pad) for pad in benodigd(VORIGE)] if VORIGE else []

# The bijlage Wijkportretten is no .qmd: its pages are laid out in Typst, in one PDF or in parts.
PORTRETDELEN = EDITIE.get("portretten", {}).get("delen", 1)
PORTRETTEN = [
    "bijlage-wijkportretten" + (f"-{deel}" if PORTRETDELEN > 1 else "")
    for deel in range(1, PORTRETDELEN + 1)
]
ALLE_DOCUMENTEN = [*DOCUMENTEN, *PORTRETTEN]

# The environment of every rule, for who runs Snakemake with --software-deployment-method conda.
OMGEVING = str(BASIS / "environment.yml").replace("{", "{{").replace("}", "}}")


def bestanden(*patronen):
    """Return the files of the project that match, from the folder of the Snakefile, sorted."""
    gevonden = (pad for patroon in patronen for pad in BASIS.glob(patroon))
    return sorted(bij_ons(pad.relative_to(BASIS)).as_posix() for pad in gevonden)


# What every page needs: fonts, house style, the shared parts of the templates.
LETTERTYPEN = bestanden("reports/fonts/*.ttf")
HUISSTIJL = bestanden("reports/fonts/*", "reports/_extensions/*/*", "reports/_pandoc/*")
DELEN = bestanden("reports/_delen/*.j2")
FIGUURMAPPEN = [
    f"{UIT}/figuren/{map_}"
    for map_ in sorted({naam for doc in DOCUMENTEN.values() for naam in doc.figuren})
]
BEELDEN = f"{UIT}/data/wijkanalyses-beelden"


def tabellen(*namen):
    """Return {name: path} of result tables, for named inputs."""
    return {naam: f"{UIT}/{TABELLEN[naam].pad}" for naam in namen}


# The tables that `snakemake --report` shows: those of the chapters, and not what is behind them.
IN_VERSLAG = {
    *(
        "wijken",
        "selectie",
        "clusters",
        "ontwikkeling",
        "gemiddelden",
        "vergelijkingen",
    ),
    *(
        "na_eindjaar",
        "regressie",
        "robuustheid_eindoordeel",
        "datakwaliteit",
        "wijkanalyses",
    ),
}


def uitvoer(regel):
    """Return {name: path} of the result tables that a rule makes; the main ones with a caption."""
    paden = tabellen(*van_regel(regel))
    return {
        naam: in_verslag(naam, pad) if naam in IN_VERSLAG else pad
        for naam, pad in paden.items()
    }


TE_PUBLICEREN = [
    f"{UIT}/{tabel.pad}"
    for tabel in van_editie(EDITIE).values()
    if tabel.map == "tabellen" and tabel.regel != "controleer_tabellen"
]


def in_verslag(naam, pad):
    """Return a table as it stands in the report of Snakemake."""
    return report(
        pad,
        caption="../report/tabel.rst",
        category="Tabellen",
        labels={"tabel": naam, "inhoud": TABELLEN[naam].betekenis},
    )


def figuren_in_verslag(map_, deel):
    """Return a folder with figures as they stand in the report of Snakemake, each with its title."""

    def labels(wildcards):
        noten = json.loads((Path(map_) / "figuren.json").read_text("utf-8"))
        noot = noten[wildcards.figuur]
        return {"figuur": noot["titel"], "beschrijving": noot["alt"]}

    return report(
        directory(map_),
        caption="../report/figuur.rst",
        category="Figuren",
        subcategory=deel,
        patterns=["{figuur}.svg"],
        labels=labels,
    )


# What is read as tables, and what of it is a publisher's own file: with a recipe the context table
# and its codebook are made.
BRONTABELLEN = {
    naam: pad for naam, pad in BRON.items() if naam in instellingen.BRONTABELLEN
}
TEKSTBRONNEN = [*BRON.get("wijkanalyses", []), *BRON.get("adviezen", [])]
LOGO_BRON = BRON.get("logo", [])
RUWE_BRONNEN = [*BRONTABELLEN.values(), *BRON.get("recept", [])]
RUWE_BRONNEN += [LOGO_BRON] if LOGO_BRON else []
# Of the publisher, as lees_logo passed it; none in most editions.
LOGO = huisstijl.logo(EDITIE).get("bestand", "")
LOGOBESTAND = f"{UIT}/data/{LOGO}" if LOGO else []
if RECEPT:
    BRONTABELLEN |= {
        "context": tabellen("contexttabel")["contexttabel"],
        "codeboek": tabellen("contextcodeboek")["contextcodeboek"],
    }


def geheugen(mb, naam=None, per_mb=0):
    """Return what a rule asks for, in MB; a second try (--retries) gets twice that.

    Measured use is at most half of it. On Slurm it also has to hold the two Snakemakes around a
    script, 300 MB together, that the benchmarks do not count.

    Args:
        mb: what it needs whatever its input.
        naam: the input with which the rest grows.
        per_mb: MB for each MB of that input.
    """

    def vraag(wildcards, input, attempt):
        groei = per_mb * os.path.getsize(input[naam]) / 1e6 if naam else 0
        return int(attempt * (mb + groei))

    return vraag


def uit_editie(soort):
    """Return what a rule takes from the edition, as plain data (editie/instellingen.py)."""
    return soort.uit_editie(EDITIE).gegevens()


def code(script):
    """Return the files with the code of a rule: its script and the library modules it uses."""
    return _paden(codebestanden(SCRIPTS / f"{script}.py"))


def _paden(gevonden):
    return sorted(str(bij_ons(pad.relative_to(BASIS))) for pad in gevonden)
