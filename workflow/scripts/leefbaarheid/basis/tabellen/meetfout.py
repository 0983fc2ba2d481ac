"""Contracts of the check on measurement error."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.contract import (
    Controle,
    Tabel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import PUNT

CONTROLE = Controle(
    "meetfout", "Meetfout per jaar, verkeerd ingedeelde wijken, en modellen met die fout."
)
_VanTrajecten = partial(Tabel, regel="toets_trajecten", controle=CONTROLE)
PUNT_KWADRAAT = "scorepunt in het kwadraat"

MEETFOUT = _VanTrajecten(
    naam="robuustheid_meetfout",
    betekenis="Een rij per meetjaar, en een voor alle jaren: hoe groot de meetfout van een score "
    "is.",
    sleutel=("meting",),
    kolommen=(
        tekst("meting", "het jaar, of `alle jaren`: het gemiddelde van de jaren ertussenin"),
        geheel("jaar", "meetjaar", "jaar", leeg=True),
        tekst("drietal", "de drie metingen waaruit de fout van het jaar volgt", leeg=True),
        *mag_leeg(
            getal("fout_var", "variantie van de meetfout; kan onder nul liggen", PUNT_KWADRAAT),
            getal("var_laag", "ondergrens van het 95%-interval van `fout_var`", PUNT_KWADRAAT),
            getal("var_hoog", "bovengrens van het 95%-interval van `fout_var`", PUNT_KWADRAAT),
            getal("fout_sd", "standaarddeviatie van de meetfout waarmee gerekend is", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval van `fout_sd`", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval van `fout_sd`", PUNT),
        ),
        janee("geleend", "het jaar heeft geen eigen schatting boven nul en leent het gemiddelde"),
        *mag_leeg(
            getal("betrouwbaarheid", "betrouwbaarheid, wijken die in aanmerking kwamen"),
            getal("betrouwbaarheid_laag", "ondergrens van het 95%-interval"),
            getal("betrouwbaarheid_hoog", "bovengrens van het 95%-interval"),
            getal("betrouwbaarheid_selectie", "betrouwbaarheid binnen de geselecteerde wijken"),
        ),
        geheel("n_drietallen", "aantal drietallen metingen met het jaar in het midden"),
        *mag_leeg(
            getal("drietal_min", "kleinste `fout_var` van die drietallen", PUNT_KWADRAAT),
            getal("drietal_max", "grootste `fout_var` van die drietallen", PUNT_KWADRAAT),
            janee("botsing", "de buurjaren geven aantoonbaar een andere fout dan de rest"),
            janee("afwijkend", "de fout verschilt aantoonbaar van die van de andere jaren"),
        ),
        geheel("n", "aantal wijken"),
        geheel("n_gemeenten", "aantal gemeenten"),
        reden("reden", "waarom er geen schatting is"),
    ),
)

TABELLEN = registreer(MEETFOUT)
