"""The codebook of the result tables, for who reads them: docs/resultaatbestanden.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import isfinite

from leefbaarheid.basis.contract import Kolom, Tabel, reden
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
        f"| `{kolom.naam}` | {kolom.uitleg} | {_waarden(kolom)} | {kolom.maat} "
        f"| {'ja' if kolom.leeg else 'nee'} |"
        for kolom in tabel.kolommen
    ]
    return "\n".join(
        [
            f"### `{tabel.pad}`",
            "",
            f"{tabel.uitleg} Sleutel: {sleutel}.{uit if tabel.controle else ''}{alleen}",
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


def kolomrijen(tabellen: Iterable[tuple[Tabel, Sequence[str]]]) -> list[dict[str, object]]:
    """Return the codebook of published tables: one row per column of each file.

    Args:
        tabellen: contract and header of each file, in the order to show them.

    Returns:
        Rows of the contract `codeboek_tabellen`. A column of a family (`lbm_<jaar>`) has the
        meaning of the family; the only column of a check that is off is `reden`.
    """
    rijen: list[dict[str, object]] = []
    for tabel, kop in tabellen:
        uit = tabel.staat_uit(kop)
        for naam in kop:
            kolom = REDEN_UIT if uit else tabel.kolom(naam)
            rijen.append(
                {
                    "tabel": f"{tabel.bestand or tabel.naam}.csv",
                    "kolom": naam,
                    "betekenis": kolom.uitleg,
                    "eenheid": kolom.maat,
                    "soort": str(kolom.soort),
                    "mag_leeg": kolom.leeg,
                    "sleutel": naam in tabel.sleutel,
                    "waarden": ", ".join(kolom.waarden),
                    "bereik": _bereik(kolom),
                }
            )
    return rijen


REDEN_UIT = reden("reden", "waarom deze controle er niet is", leeg=False)


def _bereik(kolom: Kolom) -> str:
    """Return the smallest and largest value, "" where there is no bound."""
    if kolom.bereik is None:
        return ""
    laag, hoog = (f"{grens:g}" if isfinite(grens) else "" for grens in kolom.bereik)
    if laag and hoog:
        return f"{laag} tot {hoog}"
    return f"vanaf {laag}" if laag else f"tot {hoog}"
