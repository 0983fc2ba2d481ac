"""From templates and numbers to a plain Quarto document.

Templates use `<< >>`, `<% %>` and `<# #>`, because `{#fig-x}` and `{{< >}}` are Quarto's. A missing
name, number, table or figure fails the build: leniency would put an empty place in the report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.cijfers import sleutel
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.stof import Stof, bind
from leefbaarheid.tekst.zinnen import Zinnen
from leefbaarheid.tekst.zinnen_bijlage import ZinnenBijlage


def _cel(waarde: Any) -> str:
    """Return a table cell on one line; a bar in it is no column border."""
    return re.sub(r"(?<!\\)\|", r"\|", " ".join(str(waarde).split()))


def tabel(
    kop: Sequence[str],
    rijen: Sequence[Sequence[Any]],
    *,
    id: str,
    titel: str,
    bron: str,
    uitlijning: str,
    breedtes: Sequence[int] | None = None,
) -> str:
    """Return a captioned Markdown pipe table.

    Args:
        kop: column heads.
        rijen: cells as Markdown (numbers formatted, data escaped by the caller).
        id: name of the table; the reference is `@tbl-<id>`.
        titel: caption.
        bron: source line, put behind the caption.
        uitlijning: one letter per column: l, r or c.
        breedtes: relative column widths; without them each column takes what its cells need.

    Raises:
        ValueError: a row has another number of cells than the head.
    """
    if any(len(rij) != len(kop) for rij in rijen) or len(uitlijning) != len(kop):
        raise ValueError(f"table {id}: every row needs {len(kop)} cells")
    streep = [{"l": ":---", "r": "---:", "c": ":--:"}[letter] for letter in uitlijning]
    lijnen = [
        "| " + " | ".join(_cel(cel) for cel in regel) + " |" for regel in [kop, streep, *rijen]
    ]
    maten = "false"
    if breedtes:
        procenten = [str(int(100 * breedte / sum(breedtes))) for breedte in breedtes]
        maten = f'"[{",".join(procenten)}]"'
    return "\n".join([*lijnen, "", f": {titel} {bron} {{#tbl-{id} tbl-colwidths={maten}}}"])


def _figuur(figuren: Mapping[str, Mapping[str, Any]], map_: str):
    def figuur(naam: str, breedte: str = "100%") -> str:
        """Return a captioned figure with its alt text."""
        if naam not in figuren:
            raise KeyError(f"er is geen figuur met de naam '{naam}'")
        f = figuren[naam]
        delen = [f["titel"].rstrip(".") + ".", f["n"], f["peiljaar"], f["bron"].rstrip(".") + "."]
        bijschrift = " ".join(als_markdown(deel) for deel in delen if deel)
        alt = " ".join(f["alt"].split()).replace("\\", "\\\\").replace('"', '\\"')
        id = sleutel(naam).replace("_", "-")
        return (
            f'![{bijschrift}]({map_}/{f["bestand"]}){{#fig-{id} fig-alt="{alt}" width={breedte}}}'
        )

    return figuur


def maak_omgeving(
    mappen: Sequence[str | Path],
    stof: Stof,
    figuren: Mapping[str, Mapping[str, Any]],
) -> Environment:
    """Return the jinja2 environment of the templates.

    Args:
        mappen: folders templates and shared parts are found in.
        stof: the edition, its numbers, result tables, wijkanalyses and assumptions.
        figuren: figure notes by name (titel, alt, bron, peiljaar, n, bestand).

    In a template: `zinnen("hoofdrapport.samenvatting")` gives the functions of that module of
    `tekst`, with the tables bound; `cijfer(naam)` is a number's Dutch text, `waarde(naam)` its
    value, `tabel_van(naam)` the rows of a table, `figuur(naam)` a figure, `tabel(...)` a table;
    every function of `taal` goes by its own name, and `z` has the sentences that follow numbers
    (`zb` those of the bijlage Leefbaarheidsontwikkeling, and its table rows). `heeft_figuur(naam)`
    tells whether a figure exists and `figuren_met(begin)` which names begin like that.
    """
    omgeving = Environment(
        loader=FileSystemLoader([str(map_) for map_ in mappen]),
        undefined=StrictUndefined,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown, not HTML; data go through the filter `tekst`
    )

    def tabel_van(naam: str) -> list[Rij]:
        if naam not in stof.tabellen:
            raise KeyError(f"er is geen tabel met de naam '{naam}'")
        return stof.tabellen[naam]

    def zinnen(naam: str) -> SimpleNamespace:
        return bind(import_module(f"leefbaarheid.tekst.{naam}"), stof)

    functies = {
        naam: getattr(taal, naam)
        for naam in (
            *("getal", "score", "verandering", "procent", "p_waarde", "interval", "telwoord"),
            *("meervoud", "aantal_van", "breuk", "van_de", "deed", "werkwoord", "opsomming"),
            *("hoofdletter", "maand_jaar", "is_leeg"),
        )
    }
    omgeving.globals.update(
        functies,
        cijfer=stof.cijfers.tekst,
        waarde=stof.cijfers.waarde,
        zinnen=zinnen,
        tabel_van=tabel_van,
        figuur=_figuur(figuren, "figuren"),
        heeft_figuur=figuren.__contains__,
        figuren_met=lambda begin: [naam for naam in figuren if naam.startswith(begin)],
        tabel=tabel,
        zoek=zoek,
        sleutel=sleutel,
        clusternaam=clusternaam,
        editie=stof.editie,
        analyses=stof.analyses,
        aannames=stof.aannames,
        z=Zinnen(stof.editie, stof.cijfers, stof.tabellen),
        zb=ZinnenBijlage(stof.editie, stof.cijfers, stof.tabellen),
    )
    omgeving.filters.update(
        functies,
        tekst=lambda waarde: als_markdown(str(waarde)),
        clusternaam=clusternaam,
        volgorde=lambda secties: [(kop, secties[kop]) for kop in SECTIES],
        # inside a double-quoted YAML string that Quarto reads as Markdown
        yaml=lambda waarde: als_markdown(str(waarde)).replace("\\", "\\\\").replace('"', '\\"'),
    )
    return omgeving


def vul(omgeving: Environment, sjabloon: str) -> str:
    """Return the filled template.

    Raises:
        InvoerFout: the template asks for a name, number, table or figure that does not exist, or
            has a syntax error; the message names the template and the line.
    """
    try:
        inhoud = omgeving.get_template(sjabloon).render()
    except TemplateSyntaxError as fout:
        raise InvoerFout(
            f"het sjabloon is niet te lezen: {fout.message}",
            bestand=f"reports/{fout.name}",
            regel=fout.lineno,
            remedie="Herstel de schrijfwijze van << >> of <% %> op deze regel.",
        ) from fout
    except TemplateNotFound as fout:
        naam, regel = _plaats(fout, sjabloon, omgeving)
        raise InvoerFout(
            f"dit sjabloon is er niet: {fout.name}",
            bestand=f"reports/{naam}",
            regel=regel,
            remedie="Herstel de naam; gedeelde stukken staan in reports/_delen.",
        ) from fout
    except (UndefinedError, KeyError) as fout:
        naam, regel = _plaats(fout, sjabloon, omgeving)
        raise InvoerFout(
            f"het sjabloon vraagt iets dat er niet is: {fout.args[0]}",
            bestand=f"reports/{naam}",
            regel=regel,
            remedie="Herstel de naam; alle cijfers staan in results/<editie>/cijfers.json.",
        ) from fout
    return re.sub(r"\n{3,}", "\n\n", inhoud)


def _plaats(fout: BaseException, sjabloon: str, omgeving: Environment) -> tuple[str, int | None]:
    """Return template name and line of the deepest template frame of an error."""
    mappen = omgeving.loader.searchpath
    naam, regel = sjabloon, None
    stap = fout.__traceback__
    while stap is not None:
        bestand = Path(stap.tb_frame.f_code.co_filename)
        if bestand.suffix == ".j2":
            map_ = next(map_ for map_ in mappen if bestand.is_relative_to(map_))
            naam, regel = bestand.relative_to(map_).as_posix(), stap.tb_lineno
        stap = stap.tb_next
    return naam, regel
