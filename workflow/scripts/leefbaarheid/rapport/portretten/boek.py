"""The bijlage Wijkportretten as a whole: a page per wijk, and the tables that the pages rest on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from leefbaarheid.basis.schrijven import schrijf_tabellen, schrijf_tekst
from leefbaarheid.basis.tabellen import portretten as contracten
from leefbaarheid.editie.instellingen import Portretinstellingen
from leefbaarheid.rapport.pdfcontrole import Feiten
from leefbaarheid.rapport.portretten.delen import document, verdeel
from leefbaarheid.rapport.portretten.inhoud import Rekenaar, maak_inhoud
from leefbaarheid.rapport.portretten.zetten import zet
from leefbaarheid.rapport.tijdstip import tijdstip_van


def maak_boek(
    invoer: Mapping[str, str | Path],
    sjabloon: str | Path,
    huisstijl: str | Path,
    instelling: Portretinstellingen,
    register: Sequence[Mapping[str, Any]],
    licenties: Mapping[str, str],
    reken: Rekenaar,
    uit_tabellen: Mapping[str, str | Path],
    uit_gegevens: str | Path,
    uit_pdf: Sequence[str | Path],
    processen: int = 1,
    logo: str | Path | None = None,
) -> None:
    """Write the tables, the data of the pages and the PDF, in as many parts as the edition asks.

    Args:
        invoer: path per table (wijken, panel, context, codeboek, marge, wijkgrenzen, wijkanalyses,
            onder_de_loep) and of the JSON with the `analyses`.
        sjabloon, huisstijl: portretten.typ, and the folder `reports`.
        instelling: which wijken, and the blocks of the edition that the pages use.
        register: sources of the edition in the register.
        licenties: where the text of each licence is, by its name.
        reken: gives the tables of the wijken that are alike and of the distance to other clusters,
            from the wijken, their scores, the codes of the portretten and the frame of the edition.
        uit_tabellen, uit_gegevens, uit_pdf: what is written; `make wijkportret` reads the data.
        processen: how many parts are laid out at the same time.
        logo: of the publisher, as lees_logo wrote it; None: there is none.

    Raises:
        InvoerFout: a part would have more pages than fit in memory.
    """
    inhoud = maak_inhoud(invoer, instelling, reken)
    gegevens, kader = inhoud.gegevens, inhoud.kader
    editie = {**instelling.gegevens(), "licenties": licenties}
    delen = verdeel(gegevens, len(uit_pdf), editie, kader, register)
    schrijf_tabellen(
        {"gelijkende_wijken": inhoud.gelijkend, "clusterafstand": inhoud.afstand},
        uit_tabellen,
        contracten.TABELLEN,
    )
    # compact: with indents it takes as long to write as the pages themselves
    alles = document(gegevens, editie, kader, register)
    schrijf_tekst(json.dumps(alles, ensure_ascii=False), uit_gegevens)
    tijdstip = tijdstip_van(instelling.teksten["datum"])
    opdrachten = [
        (deel, Path(sjabloon), Path(huisstijl), Path(pdf), tijdstip, Path(logo) if logo else None)
        for deel, pdf in zip(delen, uit_pdf, strict=True)
    ]
    if len(opdrachten) == 1:
        feiten = [zet(*opdrachten[0])]
    else:
        with ThreadPoolExecutor(max_workers=processen) as pool:
            feiten = list(pool.map(_apart, opdrachten))
    print(f"{len(inhoud.codes)} portretten op {sum(deel['paginas'] for deel in feiten)} bladzijden")


def _apart(opdracht: tuple[dict[str, Any], Path, Path, Path, int, Path | None]) -> Feiten:
    """Lay out a part in a process of its own: that gives back the memory that it needed."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        return pool.submit(zet, *opdracht).result()
