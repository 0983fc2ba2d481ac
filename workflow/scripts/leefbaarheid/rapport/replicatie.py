"""The README for replicators elsewhere, in the template of the Social Science Data Editors.

Template: https://social-science-data-editors.github.io/template_README/. In English, as its readers
ask; the lists of data and programs come from the register and the contracts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from leefbaarheid.basis.contract import Tabel
from leefbaarheid.editie.register import Bron, Register

TEKST = """# README for replicators

This file follows the template README of the Social Science Data Editors. It describes how the
report *Kwetsbare wijken in beeld* (in Dutch) is made again from the publishers' files. It is
generated from the register of sources and the contracts of the result tables (`make docs`).

## Overview

One command makes all tables, figures and documents of an edition. The edition `voorbeeld` comes
with the project and is entirely fictional; `leefbaarometer-3.0` and `aandachtswijken-2007` use
real open data that are not part of the project. An edition takes about half a minute on two
cores.

## Data availability and provenance statements

### Statement about rights

- The authors of this project have legitimate access to and permission to use the data in it.
- The data of the real editions are **not** redistributed here. Their publishers have published
  them under the licences below.

### License for data

The fictional data in `data/raw/voorbeeld/` are licensed under CC BY 4.0 (`LICENSE-teksten`).
The publishers' files have their own licences:

{licenties}

Whatever is made with a source that may not be used commercially may not be used so either. In
the real editions that holds for every contextual factor that was brought from postcode areas or
older wijken to wijken with address weights; the codebook of the edition says it factor by
factor.

### Summary of availability

- All data of the edition `voorbeeld` **are** available with the project.
- All data of the real editions were published as open data. Of some files only an extract is
  used, and of most no direct address is known, only a page or the publisher. No address has been
  tried against the live site unless the list says so.

### Details on each data source

{details}

## Dataset list

| Data file | Source | Provided | Notes |
|---|---|---|---|
| `data/raw/voorbeeld/*` | this project | yes | fictional; see its `DATASHEET.md` |
{bestanden}

## Computational requirements

### Software

- Python 3.11, 3.12 or 3.13, git and make. `make rapport` installs everything else, with exact
  versions and hashes, from `requirements.lock` into `.venv` (1.1 GB); `environment.yml` does
  the same with conda.
- The PDFs are made with Quarto where it is installed and otherwise with pandoc and Typst, which
  come with the environment. Both give the same pages.
- No proprietary software.

### Controlled randomness

- Every random draw has a seed: `inferentie.zaad` in the config of an edition, combined with a
  fixed number per check. Results do not depend on the number of cores or the order of the
  steps.

### Memory, runtime, storage

- Last run on a machine with 2 cores and 23 GB of memory: about half a minute per edition, at
  most 0.5 GB of memory in any step. One edition takes about 30 MB of disk space.

## Description of programs

`Snakefile` and `workflow/rules/` declare the steps; each has one script in `workflow/scripts/`.
The code that computes is in `workflow/scripts/leefbaarheid/`: `data` and `opbouw` (reading and
building), `analyse` and `toetsen` (estimates and checks), `tekst`, `figuren` and `rapport`
(documents). `docs/architectuur.md` (in Dutch) is the map. The code is licensed under the EUPL
1.2 (`LICENSE`).

## Instructions to replicators

1. `make rapport` makes the fictional edition; `make test` runs all tests.
2. `make bronnen EDITIE=config/edities/leefbaarometer-3.0.yaml` gets the publishers' files, and
   says per file where a person can get what it cannot. `SPIEGEL=<folder>` takes them from a
   folder.
3. `make rapport EDITIE=config/edities/leefbaarometer-3.0.yaml` makes the real edition in
   `results/leefbaarometer-3.0/`.
4. `make verifieer EDITIE=config/edities/leefbaarometer-3.0.yaml` compares the checksums of
   sources, code and outputs, makes the edition again in a folder of its own, and recomputes
   twenty randomly drawn published numbers from the raw files with independent code.
5. `make herleid ZIN="..."` traces a sentence of a document to its tables, code and raw lines.

## List of tables and programs

Every table in a document names its csv below it; every csv is made by one script.

| Script | Tables (`results/<edition>/`) |
|---|---|
{programmas}

The figures are made by `workflow/scripts/teken_figuren.py`,
`workflow/scripts/teken_robuustheid.py` and `workflow/scripts/teken_wijkprofielen.py`. The
numbers in running text are in `cijfers.json`, made by `workflow/scripts/verzamel_cijfers.py`.

## References

{citaten}
"""


def als_document(register: Register, tabellen: Mapping[str, Tabel]) -> str:
    """Return the README for replicators.

    Args:
        register: from `lees_register`.
        tabellen: the contracts of the result tables.
    """
    bronnen = list(register.values())
    licenties = {bron.licentie.naam: bron.licentie for bron in bronnen}
    return TEKST.format(
        licenties="\n".join(
            f"- {naam}{f' (<{deel.adres}>)' if deel.adres else ''}"
            f"{'' if deel.commercieel else ': non-commercial use only'}"
            for naam, deel in sorted(licenties.items())
        ),
        details="\n\n".join(map(_details, bronnen)),
        bestanden="\n".join(map(_bestand, bronnen)),
        programmas="\n".join(_programmas(list(tabellen.values()))),
        citaten="\n".join(f"- {tekst}" for tekst in sorted({bron.citeren for bron in bronnen})),
    )


def _details(bron: Bron) -> str:
    """Return a paragraph on a source, its title in the language of the publisher."""
    waar = bron.adres or bron.pagina
    vindplaats = f"<{waar}>" if waar else "no address is known; ask the publisher"
    geprobeerd = "" if bron.geprobeerd or not waar else " (not tried against the live site)"
    som = f"sha256 `{bron.sha256}`" if bron.sha256 else "checksum not yet known"
    return (
        f"**{bron.titel}** ({bron.uitgever}; version {bron.versie}; reference period "
        f"{bron.peiljaar}). Where: {vindplaats}{geprobeerd}. File `{bron.bestand}`, {som}. "
        f"Licence: {bron.licentie.naam}."
    )


def _bestand(bron: Bron) -> str:
    soort = "extract of the publisher's file" if bron.versie == "uittreksel" else bron.vorm
    return f"| `{bron.bestand}` | {bron.citeren} | no | {soort} |"


def _programmas(tabellen: Sequence[Tabel]) -> list[str]:
    per_regel = groupby(sorted(tabellen, key=attrgetter("regel")), key=attrgetter("regel"))
    return [
        f"| `workflow/scripts/{regel}.py` | {', '.join(f'`{tabel.pad}`' for tabel in groep)} |"
        for regel, groep in per_regel
    ]
