"""The folder of the website: pages, scripts, colours and data, the same bytes every time."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pikepdf
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from leefbaarheid.basis import kleur, taal
from leefbaarheid.basis.gebied import met_woorden
from leefbaarheid.basis.schrijven import schrijf_tekst
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.rapport.website.gegevens import CLUSTERNAMEN

SCRIPTS = "code"
ZWART = "#000000"
MEER_CONTRAST = "(forced-colors: active), (prefers-contrast: more)"
"""What a reader who needs more contrast asks of a page; as in the style sheet."""


def schrijf_gegevens(map_: Path, delen: Mapping[str, Any], blokken: Sequence[Any]) -> None:
    """Write the data as scripts: a page opened from a disk may load nothing else.

    Args:
        map_: the folder `gegevens`.
        delen: contents by the name that the pages know them by: KERN is in kern.js.
        blokken: the details of the wijken.
    """
    map_.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in delen.items():
        schrijf_tekst(f"window.{naam} = {_compact(inhoud)};\n", map_ / f"{naam.lower()}.js")
    for nummer, blok in enumerate(blokken):
        regel = f"WIJKEN.blok({nummer}, {_compact(blok)});\n"
        schrijf_tekst(regel, map_ / f"blok-{nummer}.js")


def _compact(inhoud: Any) -> str:
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))


def schrijf_bladen(bron: Path, doel: Path, waarden: Mapping[str, Any]) -> None:
    """Fill the templates, and put style and scripts beside them.

    Both have marks for the words of the areas (`met_woorden`).

    Args:
        bron: reports/website.
        doel: the folder of the website.
        waarden: what the templates use; all of it is escaped.
    """
    omgeving = Environment(
        loader=FileSystemLoader(bron),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for sjabloon in sorted(bron.glob("*.html.j2")):
        tekst = omgeving.get_template(sjabloon.name).render(**waarden)
        schrijf_tekst(met_woorden(tekst, escape), doel / sjabloon.name.removesuffix(".j2"))
    (doel / SCRIPTS).mkdir(parents=True, exist_ok=True)
    for stijl in sorted(bron.glob("*.css")):
        shutil.copyfile(stijl, doel / stijl.name)
    for script in sorted((bron / SCRIPTS).glob("*.js")):
        schrijf_tekst(
            met_woorden(script.read_text("utf-8"), _in_script), doel / SCRIPTS / script.name
        )


def _in_script(woord: str) -> str:
    """Return a word as it stands within quotes of any kind in a script."""
    return re.sub(r"""['"`\\$]""", r"\\\g<0>", woord)


def kleuren(huisstijl: Mapping[str, str]) -> str:
    """Return the colours as a style sheet: those of the figures and of the edition.

    Args:
        huisstijl: `hoofdkleur` and `accent`, as far as the edition chose them.
    """
    vlakken = {
        **{f"k{i}": (f"klasse-{i}", tint) for i, tint in enumerate(kleur.KLASSEKLEUREN, start=1)},
        **{
            f"c{i}": (f"cluster-{i}", kleur.CLUSTERKLEUREN[naam])
            for i, naam in enumerate(CLUSTERNAMEN)
        },
        "v-op": ("gestegen", kleur.RICHTINGKLEUREN["gestegen"]),
        "v-gelijk": ("gelijk", kleur.RICHTINGKLEUREN["gestagneerd"]),
        "v-neer": ("gedaald", kleur.RICHTINGKLEUREN["gedaald"]),
        "geen": ("geen", kleur.ONBEKEND),
    }
    basis = {
        "hoofdkleur": huisstijl.get("hoofdkleur", kleur.HOOFDKLEUR),
        "accent": huisstijl.get("accent", kleur.ACCENT),
    }
    regels = [f"  --{naam}: {tint};" for naam, tint in (*basis.items(), *vlakken.values())]
    uit = [":root {", *regels, "}"]
    for klasse, (naam, _) in vlakken.items():
        uit.append(f".{klasse} {{ fill: var(--{naam}); }}")
        uit.append(f".blokje.{klasse} {{ background-color: var(--{naam}); }}")
    donker = [
        f".vlakken .{klasse}"
        for klasse, (_, tint) in vlakken.items()
        if kleur.contrast(tint, kleur.WIT) > kleur.contrast(tint, ZWART)
    ]
    uit += [f"@media {MEER_CONTRAST} {{", f"{', '.join(donker)} {{ stroke: {kleur.WIT}; }}", "}"]
    return "\n".join(uit) + "\n"


def bladzijden(pdfs: Sequence[Path]) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Return file and page of each portret by gemeente and wijk, from the bookmarks of the PDFs.

    Names are as `gelijknamig` has them: print has other apostrophes than the data.

    Two wijken of one gemeente may have one name; their pages are in the order of their codes.

    Args:
        pdfs: the parts of the bijlage Wijkportretten.
    """
    uit: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for pad in pdfs:
        with pikepdf.open(pad) as pdf:
            plek: dict[Any, int] = {
                blad.objgen: nummer for nummer, blad in enumerate(pdf.pages, start=1)
            }
            with pdf.open_outline() as boom:
                for gemeente in boom.root:
                    for wijk in gemeente.children:
                        doel = wijk.destination
                        if isinstance(doel, pikepdf.Array):
                            waar = (pad.name, plek[doel[0].objgen])
                            namen = gelijknamig(gemeente.title), gelijknamig(wijk.title)
                            uit.setdefault(namen, []).append(waar)
    return uit


def alle_wijken(kern: Mapping[str, Any], portretten: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return every wijk by gemeente as texts, for the page that needs no script.

    Args:
        kern: from `kern`.
        portretten: link to the portret of each wijk that has one.
    """
    jaren = kern["jaren"]
    gemeenten = [{"naam": gm[1], "code": gm[0], "wijken": []} for gm in kern["gemeenten"]]
    for code, naam, nummer, cluster, _, scores, _, bladzijde, _ in kern["wijken"]:
        gemeenten[nummer]["wijken"].append(
            {
                "naam": naam,
                "code": code,
                "cluster": kern["clusters"][cluster]["naam"],
                "eerste": _score(scores[0]),
                "laatste": kern["precies"].get(code, _score(scores[len(jaren) - 1])),
                "klasse": _klasse(kern, scores[len(jaren) - 1]),
                "bladzijde": bladzijde,
                "portret": portretten.get(code, ""),
            }
        )
    return gemeenten


def _score(waarde: int | None) -> str:
    """Return thousandths as they are printed everywhere; half a hundredth goes up."""
    return taal.GEEN if waarde is None else taal.getal((waarde + 5) // 10 / 100, 2)


def _klasse(kern: Mapping[str, Any], waarde: int | None) -> str:
    if waarde is None:
        return taal.GEEN
    return str(kern["klassen"][sum(waarde >= grens for grens in kern["grenzen"])])
