"""The lists of stijgers and dalers, in the bijlage."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.marge import met_ster
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.gedeeld.stijgers import paren
from leefbaarheid.tekst.stof import Stof


def klassenamen(klassen: Sequence[int]) -> str:
    """Return the names of classes as alternatives: "onvoldoende of zwak"."""
    return taal.opsomming([klassenaam(klasse) for klasse in sorted(klassen)], "of")


def stijgers(stof: Stof) -> list[Rij]:
    """Return the wijken that rose most, at most the number of the config."""
    aantal = stof.editie["stijgers_dalers"]["aantal"]
    return [r for r in stof.tabellen["stijgers_dalers"] if r["verandering"] > 0][:aantal]


def dalers(stof: Stof) -> list[Rij]:
    """Return the wijken that fell most, as many at most, largest fall first."""
    aantal = stof.editie["stijgers_dalers"]["aantal"]
    omlaag = [r for r in stof.tabellen["stijgers_dalers"] if r["verandering"] < 0]
    return omlaag[::-1][:aantal]


def lijst_titel(stof: Stof, lijst: Sequence[Rij], wat: str) -> str:
    """Return the title of a list: "De acht sterkste stijgers, 2012–2016.".

    Args:
        wat: "stijger" or "daler".
    """
    van, tot = (stof.editie["stijgers_dalers"][k] for k in ("van", "tot"))
    n = len(lijst)
    wie = f"sterkste {wat}" if n == 1 else f"{taal.telwoord(n)} sterkste {wat}s"
    return f"De {wie}, {van}–{tot}."


def lege_lijst(steeg_of_daalde: str) -> str:
    """Say that no wijk of the list went this way: "steeg" or "daalde"."""
    return f"Geen enkele {W.gebied} op de lijst {steeg_of_daalde}."


def paren_tekst(stof: Stof) -> str:
    """Introduce the table of candidate pairs."""
    zin = paren(stof)
    if not stof.tabellen["kandidaatparen"]:
        return zin
    return f"{zin} @tbl-paren geeft per gemeente de sterkste van elk."


def lijst_kop(stof: Stof) -> Cellen:
    """Return the column heads of a list of stijgers or dalers."""
    scores = [f"Score {stof.editie['stijgers_dalers'][jaar]}" for jaar in ("van", "tot")]
    return ["Rang", "Gemeente", W.Gebied, "Code", "In selectie", *scores, "Verschil"]


def lijst_rijen(stof: Stof, lijst: Sequence[Rij]) -> list[Cellen]:
    """Return the rows of a list of stijgers or dalers."""
    van, tot = (stof.editie["stijgers_dalers"][k] for k in ("van", "tot"))
    return [
        [
            taal.getal(rij["rang"]),
            als_markdown(rij["gm_naam"]),
            als_markdown(rij["wk_naam"]),
            rij["wk_code"],
            "ja" if rij["in_selectie"] else "nee",
            taal.score(rij[f"lbm_{van}"]),
            taal.score(rij[f"lbm_{tot}"]),
            met_ster(taal.verandering(rij["verandering"]), rij["buiten_twijfel"]),
        ]
        for rij in lijst
    ]


def paren_rijen(stof: Stof) -> list[Cellen]:
    """Return every candidate pair, the wijken with their codes."""
    return [
        [
            als_markdown(rij["gm_naam"]),
            f"{als_markdown(rij['wk_naam_stijger'])} ({rij['wk_code_stijger']})",
            met_ster(taal.verandering(rij["verandering_stijger"]), rij["buiten_twijfel_stijger"]),
            f"{als_markdown(rij['wk_naam_daler'])} ({rij['wk_code_daler']})",
            met_ster(taal.verandering(rij["verandering_daler"]), rij["buiten_twijfel_daler"]),
            taal.getal(rij["verschil"], 2),
        ]
        for rij in stof.tabellen["kandidaatparen"]
    ]
