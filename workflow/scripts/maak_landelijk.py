"""Write a national file with known truth, and an edition of it; used by `make landelijk`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import BUURT, GEBIEDEN, Gebied
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.voorbeeld.landelijk import MEEST_PER_SOORT
from leefbaarheid.voorbeeld.landelijk_bestanden import (
    EDITIE,
    maak_editie,
    schrijf_editie,
    schrijf_landelijk,
)

WORTEL = Path(__file__).resolve().parents[2]
ZAAD = 1


def main(doel: Path, gebied: Gebied, aantal: int, zaad: int, n_selectie: int) -> str:
    """Write a national file and its edition to a folder, and return what to tell the user.

    Raises:
        InvoerFout: more areas than their codes can tell apart, or a selection that does not fit.
    """
    hoogste = MEEST_PER_SOORT[gebied]
    if not 140 <= aantal <= hoogste:
        raise InvoerFout(
            f"zoveel {gebied.meervoud} kan dit bestand niet hebben",
            sleutel="--aantal",
            waarde=aantal,
            remedie=f"Kies een aantal van 140 tot en met {hoogste}.",
        )
    if not 70 <= n_selectie <= aantal // 2:
        raise InvoerFout(
            "deze selectie past niet bij het aantal",
            sleutel="--selectie",
            waarde=n_selectie,
            remedie=f"Kies een aantal van 70 tot en met {aantal // 2}.",
        )
    data = schrijf_landelijk(doel, gebied, aantal, zaad, n_selectie)
    naam = f"landelijk-{gebied.meervoud}-{aantal}"
    basis = lees_configuratie(WORTEL / "config" / "config.yaml")
    editie = maak_editie(basis, gebied, naam, str(doel), n_selectie)
    schrijf_editie(doel / EDITIE, editie)
    return (
        f"{len(data.context)} fictieve {gebied.meervoud} in "
        f"{data.context['gm_code'].nunique()} gemeenten, {n_selectie} op de lijst, geschreven naar "
        f"{doel}\nsnakemake --configfile {doel / EDITIE}"
    )


def _gebied(soort: str) -> Gebied:
    """Return the kind of area with this name.

    Raises:
        InvoerFout: there is none.
    """
    bekend = {gebied.soort: gebied for gebied in GEBIEDEN}
    if soort not in bekend:
        raise InvoerFout(
            "dit gebied is er niet",
            sleutel="--gebied",
            waarde=soort,
            remedie=f"Kies uit: {', '.join(bekend)}.",
        )
    return bekend[soort]


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Maak een fictief landelijk bestand waarvan de ware effecten bekend zijn: "
        "scores, contextfactoren, codeboek, lijst, grenzen, waarheid.csv en een editie."
    )
    for naam, soort, standaard, uitleg in (
        ("doel", Path, Path("data/raw/buurten"), "map waarin de bestanden komen"),
        ("gebied", str, BUURT.soort, "wijk, buurt of gemeente"),
        ("aantal", int, 12_000, "aantal gebieden"),
        ("selectie", int, 600, "aantal gebieden op de lijst"),
        ("zaad", int, ZAAD, "hetzelfde zaad geeft dezelfde bestanden"),
    ):
        lezer.add_argument(
            f"--{naam}", type=soort, default=standaard, help=f"{uitleg} (standaard: {standaard})"
        )
    opties = lezer.parse_args()
    try:
        print(
            main(opties.doel, _gebied(opties.gebied), opties.aantal, opties.zaad, opties.selectie)
        )
    except InvoerFout as fout:
        sys.exit(str(fout))
