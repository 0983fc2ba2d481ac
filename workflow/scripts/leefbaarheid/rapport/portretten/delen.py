"""The document around the pages: cover, colofon and guide, in one part or more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.documenten import omslagtitel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.editie import huisstijl
from leefbaarheid.rapport.portretten.kaartje import MAAT, MAAT_GEMEENTE
from leefbaarheid.tekst.wijkportretten import voorwerk
from leefbaarheid.tekst.wijkportretten.wijk import Kader

# AANNAME: een deel van de bijlage Wijkportretten heeft hoogstens 300 portretten.
#   Waarom: twee delen worden tegelijk gezet, en vragen daarboven samen meer dan 3 GB geheugen.
#   Gevolg: een groter deel geeft een melding, met het aantal delen dat wel past; geen cijfer
#   verandert.
#   Onderwerp: techniek.
MEEST = 300
RUIM = 200
"""So many in a part on average leave room for a large gemeente, which stays in one part."""
NAAM = "bijlage-wijkportretten"


def document(
    gegevens: Mapping[str, Any],
    editie: Mapping[str, Any],
    kader: Kader,
    register: Sequence[Mapping[str, Any]],
    deel: str = "",
) -> dict[str, Any]:
    """Return the pages with what stands around them.

    Args:
        gegevens: from `portretten`.
        editie: `Portretinstellingen` as plain data, and `licenties`: where their texts are.
        kader: what holds for every portret.
        register: the sources of the edition in the register.
        deel: what the cover says of this part; "" for a document in one part.
    """
    teksten, fictief = editie["teksten"], editie["fictief"]
    met_grenzen = any(
        wijk["kaart"]["met_grenzen"] for gm in gegevens["gemeenten"] for wijk in gm["wijken"]
    )
    ondertitel = omslagtitel(NAAM)
    return {
        **gegevens,
        "los": None,
        "register": _register(gegevens["gemeenten"]),
        "huisstijl": huisstijl.kleuren(editie),
        **({"logo": beeld} if (beeld := huisstijl.logo(editie)) else {}),
        "kaartmaten": [MAAT, MAAT_GEMEENTE],
        "landnaam": f"alle {W.gebieden} in {kader.land}",
        "bron": voorwerk.bron(teksten, met_grenzen),
        "colofon": voorwerk.colofon(
            teksten, editie["editie"], fictief, register, editie["licenties"]
        ),
        "leeswijzer": voorwerk.leeswijzer(
            kader,
            editie["wijken"],
            editie["gelijkende"],
            [factor["label"] for factor in gegevens["factoren"]],
        ),
        "omslag": {
            "titel": teksten["titel"],
            "ondertitel": f"{ondertitel}, {deel}" if deel else ondertitel,
            "auteurs": list(teksten["auteurs"]),
            "datum": taal.maand_jaar(teksten["datum"]),
            "uitgever": teksten["uitgever"],
            "plaats": teksten["plaats"],
            "editie": teksten["ondertitel"],
            "watermerk": met_woorden(voorwerk.WATERMERK) if fictief else None,
        },
    }


def _register(gemeenten: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return name, gemeente and code of every wijk, as the index has them."""
    alle = [[wijk["naam"], gm["naam"], wijk["code"]] for gm in gemeenten for wijk in gm["wijken"]]
    return sorted(alle, key=lambda deel: (*map(taal.alfabet, deel[:2]), deel[2]))


def verdeel(
    gegevens: Mapping[str, Any],
    delen: int,
    editie: Mapping[str, Any],
    kader: Kader,
    register: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """Return the document in this many parts of about the same size, each of whole gemeenten.

    Raises:
        InvoerFout: a part has more portretten than can be laid out.
    """
    gemeenten = gegevens["gemeenten"]
    n = sum(len(gm["wijken"]) for gm in gemeenten)
    groepen: list[list[Any]] = [[] for _ in range(delen)]
    gehad = 0
    for gm in gemeenten:
        groepen[min(delen - 1, gehad * delen // max(n, 1))].append(gm)
        gehad += len(gm["wijken"])
    grootste = max(sum(len(gm["wijken"]) for gm in groep) for groep in groepen)
    if grootste > MEEST:
        raise InvoerFout(
            f"een deel van de wijkportretten heeft {grootste} {W.gebieden}; meer dan {MEEST} "
            "passen niet in het geheugen",
            sleutel="portretten.delen",
            waarde=delen,
            remedie=f"Zet portretten.delen op {-(-n // RUIM)}.",
        )
    if delen == 1:
        return [document(gegevens, editie, kader, register)]
    return [
        document({**gegevens, "gemeenten": groep}, editie, kader, register, _naam(i, delen, groep))
        for i, groep in enumerate(groepen, start=1)
    ]


def _naam(nummer: int, delen: int, groep: Sequence[Mapping[str, Any]]) -> str:
    naam = f"deel {nummer} van {delen}"
    if not groep:
        return naam
    return f"{naam} ({groep[0]['naam']} tot en met {groep[-1]['naam']})"
