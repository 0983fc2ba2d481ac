"""Lay two editions beside each other (`make vergelijk OUD=... NIEUW=...`)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import gebied_van, stel_in

if TYPE_CHECKING:
    from leefbaarheid.tekst.stof import Stof
    from leefbaarheid.verandering.stand import Stand

WORTEL = Path(__file__).resolve().parents[2]
REPORTS = WORTEL / "reports"
DOCUMENT = "wat-is-er-veranderd"
VOORBEELD = "make vergelijk OUD=results/<vorige editie> NIEUW=results/<nieuwe editie>"

# What only a comparison needs is imported where it is used: a mistake in the arguments, and the
# help, come without the second that pandas and jinja take.


def maak_tabellen(oud: Stand, nieuw: Stand, uit: Path) -> Stof:
    """Write the tables of a comparison into a folder; return what a text about it is made from."""
    from leefbaarheid.basis.schrijven import schrijf_tabellen
    from leefbaarheid.basis.tabel import lees_tabel
    from leefbaarheid.basis.tabellen.verandering import TABELLEN
    from leefbaarheid.editie import huisstijl
    from leefbaarheid.rapport.engine import kies_engine
    from leefbaarheid.tekst.cijfers import Cijfers
    from leefbaarheid.tekst.stof import Stof
    from leefbaarheid.verandering.vergelijking import vergelijk

    inhoud = vergelijk(oud, nieuw)
    doelen = {naam: uit / f"{naam}.csv" for naam in inhoud}
    schrijf_tabellen(inhoud, doelen, TABELLEN)
    engine = kies_engine(nieuw.config["rapport"]["engine"]).versie
    return Stof(
        # the logo is with the sources, which a comparison does without
        {**nieuw.config, "huisstijl": huisstijl.kleuren(nieuw.config), "engine": engine},
        Cijfers(),
        {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in doelen.items()},
    )


def maak_document(stof: Stof, uit: Path) -> Path:
    """Write the document about a comparison, as .qmd and as PDF; return the PDF."""
    from leefbaarheid.basis.schrijven import schrijf_tekst
    from leefbaarheid.rapport.engine import kies_engine
    from leefbaarheid.rapport.pdf import maak_pdf
    from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
    from leefbaarheid.rapport.tijdstip import tijdstip_van
    from leefbaarheid.rapport.werkmap import huisstijl, naast_de_qmd

    qmd, pdf = (uit / f"{DOCUMENT}.{soort}" for soort in ("qmd", "pdf"))
    tekst = vul(maak_omgeving([REPORTS], stof, {}), f"{DOCUMENT}/document.qmd.j2")
    schrijf_tekst(tekst, qmd)
    maak_pdf(
        qmd,
        pdf,
        bestanden=huisstijl(REPORTS) | naast_de_qmd(REPORTS / "literatuur.bib", [], None),
        engine=kies_engine(stof.editie["rapport"]["engine"]),
        tijdstip=tijdstip_van(stof.editie["teksten"]["datum"]),
    )
    return pdf


def plaats(nieuw: Path) -> Path:
    """Return where a comparison goes: in the folder of the new edition, beside a publication."""
    return (nieuw if nieuw.is_dir() else nieuw.parent) / "verandering"


def main(oud: str, nieuw: str, uit: str | None = None, pdf: bool = True) -> str:
    """Compare two editions; return what a user reads.

    Args:
        oud, nieuw: folders with results, or publications (zip).
        uit: folder for the outcome; by default that of `plaats`.
        pdf: make the document too.

    Raises:
        InvoerFout: an edition is not named or cannot be read, or `uit` cannot be written in.
    """
    for naam, waarde in (("OUD", oud), ("NIEUW", nieuw)):
        if not waarde:
            raise InvoerFout(f"{naam} ontbreekt: welke editie?", remedie=f"Geef {VOORBEELD}.")
    from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import kern
    from leefbaarheid.verandering.stand import lees_stand

    map_ = Path(uit) if uit else plaats(Path(nieuw))
    paar = lees_stand(Path(oud)), lees_stand(Path(nieuw))
    stel_in(gebied_van(paar[1].config.get("gebied")))
    try:
        stof = maak_tabellen(*paar, map_ / "tabellen")
        regels = [kern(stof), f"De tabellen staan in {map_ / 'tabellen'}."]
        if pdf:
            regels.append(f"Het document staat in {maak_document(stof, map_)}.")
    except OSError as fout:
        raise InvoerFout(
            f"hier is niet te schrijven ({fout.strerror})",
            bestand=map_,
            remedie="Kies een andere map met --uit <map>.",
        ) from None
    return "\n".join(regels)


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Zegt wat er tussen twee edities veranderde, en waarom waar dat vaststaat: "
        "tabellen verandering_*.csv en het document Wat is er veranderd."
    )
    lezer.add_argument("--oud", default="", help="map results/<editie> of publicatie.zip")
    lezer.add_argument("--nieuw", default="", help="map results/<editie> of publicatie.zip")
    lezer.add_argument("--uit", help="map voor de uitkomst (standaard: <nieuw>/verandering)")
    lezer.add_argument("--zonder-pdf", action="store_true", help="alleen de tabellen")
    keuze = lezer.parse_args()
    try:
        print(main(keuze.oud, keuze.nieuw, keuze.uit, pdf=not keuze.zonder_pdf))
    except InvoerFout as fout:
        sys.exit(str(fout))
