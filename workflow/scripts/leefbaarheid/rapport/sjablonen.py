"""From templates and numbers to a plain Quarto document.

Templates use `<< >>`, `<% %>` and `<# #>`, because `{#fig-x}` and `{{< >}}` are Quarto's. A missing
name, number, table or figure fails the build: leniency would put an empty place in the report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
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
from jinja2.ext import Extension

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.basis.documenten import elders, omslagtitel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.editie import huisstijl
from leefbaarheid.rapport import opmaak
from leefbaarheid.tekst.stof import Stof, bind

TAAL = {
    functie.__name__: functie
    for functie in (
        *(taal.getal, taal.score, taal.verandering, taal.procent, taal.p_waarde, taal.interval),
        *(
            taal.telwoord,
            taal.hoeveel,
            taal.meervoud,
            taal.aantal_van,
            taal.breuk,
            taal.van_de,
            taal.deed,
        ),
        *(taal.werkwoord, taal.opsomming, taal.hoofdletter, taal.maand_jaar),
    )
}
"""What a template may use of `taal`, as function and as filter, each by its own name."""


_BLOK = re.compile(r"<%.*?%>")


class HeleAlineas(Extension):
    """The line end after a block tag that closes a line of text stays.

    `trim_blocks` takes it away, as it should after a tag alone on its line; after text the next
    paragraph, or heading, would become part of this one.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template with `+%>` at the end of such lines."""
        return "".join(map(_houd_regeleinde, source.splitlines(keepends=True)))


def _houd_regeleinde(regel: str) -> str:
    kaal = regel.rstrip("\r\n")
    tekst, eindigt_op_blok = _BLOK.sub("", kaal).strip(), re.search(r"<%[^%]*[^%+-]%>$", kaal)
    if not tekst or not eindigt_op_blok:
        return regel
    return f"{kaal.removesuffix('%>')}+%>{regel[len(kaal) :]}"


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
    `tekst`, with the tables bound: sentences and table rows. `cijfer(naam)` is a number's Dutch
    text and `waarde(naam)` its value; `tabel(...)` lays out rows, with `passend(...)` widths;
    `figuur(naam)` places a figure, `heeft_figuur(naam)` tells whether it exists and
    `figuren_met(begin)` which names begin like that; `hoofdstukken(document)` are its chapters in
    their order, to include. `elders(document, paragraaf)` names another document, or a section of
    it, and `omslagtitel(document)` is what its cover says. Functions of `taal` go by their own
    name. `W.gebieden` and its like are the words for the areas of the edition (`basis.gebied`).
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
        extensions=[HeleAlineas],
        autoescape=False,  # Markdown, not HTML; data go through the filter `tekst`
    )
    omgeving.globals.update(TAAL, **_uit_stof(stof), **_uit_figuren(figuren))
    omgeving.globals.update(tabel=opmaak.tabel, passend=opmaak.passend)
    omgeving.globals.update(hoofdstukken=partial(_hoofdstukken, omgeving))
    omgeving.globals.update(elders=elders, omslagtitel=omslagtitel)
    omgeving.globals.update(W=W)
    omgeving.globals.update(kleuren=huisstijl.kleuren, logo=huisstijl.logo)
    omgeving.filters.update(TAAL, tekst=_tekst, yaml=_yaml, volgorde=_volgorde)
    return omgeving


def _uit_stof(stof: Stof) -> dict[str, Any]:
    """Return what templates call to reach the edition, its numbers, sentences and table rows."""

    def zinnen(naam: str) -> SimpleNamespace:
        try:
            module = import_module(f"leefbaarheid.tekst.{naam}")
        except ModuleNotFoundError as fout:
            if not (fout.name or "").startswith("leefbaarheid.tekst"):
                raise
            raise KeyError(f"er is in tekst geen module met de naam '{naam}'") from None
        return bind(module, stof)

    return {
        "editie": stof.editie,
        "analyses": stof.analyses,
        "cijfer": stof.cijfers.tekst,
        "waarde": stof.cijfers.waarde,
        "zinnen": zinnen,
    }


def _uit_figuren(figuren: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return what templates call to place a figure."""

    def figuur(naam: str, breedte: str = "100%") -> str:
        if naam not in figuren:
            raise KeyError(f"er is geen figuur met de naam '{naam}'")
        return opmaak.figuur(figuren[naam], naam, breedte)

    def figuren_met(begin: str) -> list[str]:
        return [naam for naam in figuren if naam.startswith(begin)]

    return {
        "figuur": figuur,
        "heeft_figuur": figuren.__contains__,
        "figuren_met": figuren_met,
    }


def _hoofdstukken(omgeving: Environment, document: str) -> list[str]:
    """Return the templates of the chapters of a document, in the order of their names."""
    return [naam for naam in omgeving.list_templates() if re.match(rf"{document}/\d", naam)]


def _tekst(waarde: object) -> str:
    """Escape a value for use within a line of Markdown."""
    return als_markdown(str(waarde))


def _yaml(waarde: object) -> str:
    """Escape a value inside a double-quoted YAML string that Quarto reads as Markdown."""
    return _tekst(waarde).replace("\\", "\\\\").replace('"', '\\"')


def _volgorde(secties: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the sections of a wijkanalyse in their fixed order."""
    return [(kop, secties[kop]) for kop in SECTIES]


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
            remedie="Herstel de naam; hoofdstukken staan in reports/<document>, gedeelde stukken "
            "in reports/_delen.",
        ) from fout
    except (UndefinedError, KeyError) as fout:
        naam, regel = _plaats(fout, sjabloon, omgeving)
        raise InvoerFout(
            f"het sjabloon vraagt iets dat er niet is: {fout.args[0]}",
            bestand=f"reports/{naam}",
            regel=regel,
            remedie="Herstel de naam; alle cijfers staan in results/<editie>/cijfers.json, alle "
            "zinnen en tabelrijen in workflow/scripts/leefbaarheid/tekst.",
        ) from fout
    return re.sub(r"\n{3,}", "\n\n", inhoud)


def _plaats(fout: BaseException, sjabloon: str, omgeving: Environment) -> tuple[str, int | None]:
    """Return template name and line of the deepest template frame of an error."""
    lader = omgeving.loader
    mappen = lader.searchpath if isinstance(lader, FileSystemLoader) else []
    naam, regel = sjabloon, None
    stap = fout.__traceback__
    while stap is not None:
        bestand = Path(stap.tb_frame.f_code.co_filename)
        if bestand.suffix == ".j2":
            map_ = next(map_ for map_ in mappen if bestand.is_relative_to(map_))
            naam, regel = bestand.relative_to(map_).as_posix(), stap.tb_lineno
        stap = stap.tb_next
    return naam, regel
