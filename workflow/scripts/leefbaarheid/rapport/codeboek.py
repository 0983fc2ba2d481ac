"""The codebook of the result tables, for who reads them: docs/resultaatbestanden.md."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from leefbaarheid.basis.contract import Kolom, Tabel
from leefbaarheid.basis.redenen.code import Code
from leefbaarheid.tekst.redenen.woorden import Woorden

KOP = """# Resultaatbestanden

Alle tabellen staan onder `results/<editie>/`: csv met komma's en decimale punten, getallen niet
afgerond, ja/nee als `True`/`False`, een lege cel waar niets te zeggen is, gesorteerd op de sleutel.
Een kolom als `lbm_<jaar>` staat er voor elk jaar van de editie. Een kolom met een *redencode* heeft
een woord met velden, geschreven als in een webadres
(`te_weinig_gemeenten?n_gemeenten=3&minimum=5`),
of meer van zulke woorden met een puntkomma ertussen; [onderaan](#redencodes) staat elke code met
haar tekst. Dit codeboek komt uit de contracten van de tabellen (`make docs`), in
`workflow/scripts/leefbaarheid/basis/tabellen`.
"""


def _waarden(kolom: Kolom) -> str:
    """Return the type of a column with the values it may hold."""
    if kolom.waarden:
        return f"{kolom.soort}: " + ", ".join(f"`{waarde}`" for waarde in kolom.waarden)
    return str(kolom.soort)


def _tabel(tabel: Tabel) -> str:
    sleutel = ", ".join(f"`{naam}`" for naam in tabel.sleutel)
    uit = " Staat de controle uit, dan heeft de tabel alleen de kolom `reden`."
    alleen = f" Alleen met `{tabel.vereist}` in de configuratie." if tabel.vereist else ""
    rijen = [
        f"| `{kolom.naam}` | {kolom.betekenis} | {_waarden(kolom)} | {kolom.eenheid} "
        f"| {'ja' if kolom.leeg else 'nee'} |"
        for kolom in tabel.kolommen
    ]
    return "\n".join(
        [
            f"### `{tabel.pad}`",
            "",
            f"{tabel.betekenis} Sleutel: {sleutel}.{uit if tabel.controle else ''}{alleen}",
            "",
            "| Kolom | Betekenis | Soort | Eenheid | Mag leeg |",
            "|---|---|---|---|---|",
            *rijen,
            "",
        ]
    )


def _codes(woorden: Woorden) -> str:
    """Return every reason code with its fields and its words."""

    def tekst(code: Code) -> str:
        woord = woorden[code]
        return "*hangt af van de velden*" if callable(woord) else woord.replace("|", "\\|")

    rijen = [
        f"| `{code}` | {', '.join(f'`{veld}`' for veld in code.velden)} | {tekst(code)} |"
        for code in sorted(woorden)
    ]
    return "\n".join(
        ["## Redencodes", "", "| Code | Velden | Tekst |", "|---|---|---|", *rijen, ""]
    )


def als_document(tabellen: Mapping[str, Tabel], woorden: Woorden) -> str:
    """Return the codebook as Markdown, tables by the step that makes them.

    Args:
        tabellen: the contracts, tables of one step together.
        woorden: the Dutch of every reason code.
    """
    delen = [KOP]
    for regel, groep in groupby(tabellen.values(), key=lambda tabel: tabel.regel):
        delen += [f"## Stap `{regel}`\n", *(_tabel(tabel) for tabel in groep)]
    return "\n".join([*delen, _codes(woorden)])
