"""What was settled before the outcomes were known, what was not, and what changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.voorregistratie import KEUZES, gewijzigd
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.stof import Stof

KEUZENAMEN = Woordenlijst(
    {
        "basisjaar": "het basisjaar",
        "eindjaar": "het eindjaar",
        "vensters": "de perioden",
        "selectie": "de selectie",
        "klassen": "de klassegrenzen",
        "clusters": "de clusterregel",
        "stijgers_dalers": "de zoekregel voor stijgers en dalers",
        "factoren": "de factoren",
        "regressievensters": "de perioden van de modellen",
        "hoofdvenster": "de hoofdperiode",
        "modellen": "de modelvormen",
        "hoofdmodel": "het hoofdmodel",
        "steekproeven": "de groepen [[gebieden]]",
        "primaire_factoren": "de hoofdfactoren",
        "primaire_schatter": "de leidende schatter",
        "dimensie_van_factor": "de dimensie die een factor mede meet",
    }
)
"""The settled choices, as a reader calls them."""
ACHTERAF = "ja"
"""Column `bekend` of the log: the outcomes had been seen."""
GENOEMD = 2
"""Late choices that the short sentence names; the oldest come first."""


def vastgelegd(stof: Stof) -> str:
    """Say whether the choices were registered, when, and whether they are still the same."""
    blok = stof.editie.get("voorregistratie")
    if not blok:
        return "De keuzes die de uitkomst bepalen, zijn voor deze editie niet vastgelegd."
    op = taal.dag_maand_jaar(blok["datum"])
    begin = f"De keuzes die de uitkomst bepalen, zijn vastgelegd op {op}"
    namen = list(dict.fromkeys(w.keuze for w in gewijzigd(stof.editie)))
    if namen:
        anders = taal.opsomming([KEUZENAMEN[naam] for naam in namen])
        zin = f"{begin}; daarna gewijzigd: {anders}."
    else:
        zin = f"{begin} en sindsdien ongewijzigd."
    if blok["uitkomsten_bekend"]:
        return (
            f"{zin} Op die dag waren de uitkomsten van deze editie al bekend: de vastlegging laat "
            "een latere wijziging zien, en maakt van de toetsen geen vooraf aangekondigde toetsen."
        )
    return f"{zin} Op die dag waren de uitkomsten van deze editie nog niet bekend."


def vastgelegde_keuzes(stof: Stof) -> str:
    """Name the choices that are registered; "" without a registration."""
    blok = stof.editie.get("voorregistratie")
    if not blok:
        return ""
    namen = taal.opsomming([KEUZENAMEN[naam] for naam in KEUZES if naam in blok["keuzes"]])
    return f"Vastgelegd zijn {namen} (vingerafdruk *{blok['vingerafdruk'][:12]}*)."


def wijzigingen(stof: Stof) -> list[str]:
    """Return what changed since the registration, as list items with the old and the new value."""
    return [
        f"{KEUZENAMEN[w.keuze]}{_onderdeel(w.onderdeel)}: was {_waarde(w.was)}, nu {_waarde(w.nu)}"
        for w in gewijzigd(stof.editie)
    ]


def _onderdeel(plek: str) -> str:
    return f" (*{als_markdown(plek)}*)" if plek else ""


def _waarde(waarde: Any) -> str:
    """Return a value of the config in words."""
    if waarde is None:
        return "niet ingevuld"
    if isinstance(waarde, Mapping):
        return taal.opsomming([f"{als_markdown(k)} {_waarde(v)}" for k, v in waarde.items()])
    if isinstance(waarde, Sequence) and not isinstance(waarde, str):
        if len(waarde) == 2 and all(_is_jaar(deel) for deel in waarde):
            return f"{waarde[0]}–{waarde[1]}"
        return taal.opsomming([_waarde(deel) for deel in waarde]) or "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return als_markdown(str(waarde).replace(".", ",") if isinstance(waarde, float) else str(waarde))


def _is_jaar(waarde: Any) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool) and 1900 < waarde < 2200


def van_editie(stof: Stof) -> list[Mapping[str, str]]:
    """Return the decisions of the log that bear on this edition."""
    eigen = {"alle", stof.editie["editie"]}
    return [b for b in stof.logboek if eigen & {naam.strip() for naam in b["editie"].split(",")}]


def achteraf(stof: Stof, kort: bool = False) -> str:
    """Say which choices were made after their outcomes had been seen, from the log.

    Args:
        stof: what the document is written from.
        kort: name the first of them only.
    """
    besluiten = van_editie(stof)
    laat = [als_markdown(b["keuze"]) for b in besluiten if b["bekend"] == ACHTERAF]
    if not laat:
        return ""
    if len(besluiten) == 1:
        return (
            f"De keuze in het logboek van het project ({laat[0]}) is gemaakt toen de uitkomsten "
            "al bekend waren."
        )
    werkwoord = taal.meervoud(len(laat), "is", "zijn")
    welke = f": {_met_puntkomma(laat)}"
    if kort and len(laat) > GENOEMD + 1:
        welke = f", waaronder {taal.opsomming(laat[:GENOEMD])}"
    return (
        f"Van de {taal.telwoord(len(besluiten))} keuzes in het logboek van het project "
        f"{werkwoord} er {taal.telwoord(len(laat))} gemaakt toen de uitkomsten al bekend "
        f"waren{welke}. Een uitkomst die daarvan afhangt, is daarom een aanwijzing en geen vooraf "
        "aangekondigde toets."
    )


def _met_puntkomma(delen: Sequence[str]) -> str:
    """Return an enumeration; with semicolons where a part has a comma of its own."""
    if not any("," in deel for deel in delen):
        return taal.opsomming(delen)
    *begin, laatste = delen
    return f"{'; '.join(begin)}; en {laatste}" if begin else laatste


def logboek_rijen(stof: Stof) -> list[Cellen]:
    """Return the log: day, choice, whether the outcomes were known, and why."""
    return [
        [
            taal.dag_maand_jaar(b["datum"]),
            als_markdown(taal.hoofdletter(b["keuze"])),
            als_markdown(b["bekend"]),
            als_markdown(b["waarom"]),
        ]
        for b in van_editie(stof)
    ]
