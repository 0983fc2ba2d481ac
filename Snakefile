# Kwetsbare wijken in beeld: van open data en wijkanalyses tot PDF's.
# This file only declares; the rules are in workflow/rules, one file per stage, in reading order.
from snakemake.utils import min_version

min_version("9.0")


report: "workflow/report/werkstroom.rst"


include: "workflow/rules/common.smk"
include: "workflow/rules/scherm.smk"
include: "workflow/rules/documenten.smk"
include: "workflow/rules/bronnen.smk"
include: "workflow/rules/data.smk"
include: "workflow/rules/analyse.smk"
include: "workflow/rules/robuustheid.smk"
include: "workflow/rules/wijkanalyses.smk"
include: "workflow/rules/portretten.smk"
include: "workflow/rules/rapport.smk"
include: "workflow/rules/website.smk"


if VORIGE:

    include: "workflow/rules/verandering.smk"


rule all:
    default_target: True
    input:
        expand(f"{UIT}/rapport/{{document}}.pdf", document=ALLE_DOCUMENTEN),
        f"{UIT}/cijfers.json",
        f"{UIT}/publicatie.zip",
        f"{UIT}/manifest.json",
        f"{UIT}/rapport/literatuur.bib",  # with all that a .qmd needs beside it
