"""Contract of the check that takes associations apart: within gemeenten and between them."""

from __future__ import annotations

from leefbaarheid.basis.contract import (
    Controle,
    Kolom,
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    FACTOR,
    FACTORLABEL,
    PUNT_PER_SD,
    SD_FACTOR,
    STEEKPROEF,
    TOT,
    VAN,
    N,
)
from leefbaarheid.basis.tabelwaarden import SEGMENTEN, TUSSENSCHATTERS

CONTROLE = Controle(
    "binnen_tussen",
    "Binnen en tussen gemeenten: elke factor gesplitst, met de toets op het verschil.",
)


def _deel(naam: str, wat: str, coef: str) -> tuple[Kolom, ...]:
    """Return estimate, interval and p-value of one of the two parts, or of their difference."""
    return mag_leeg(
        getal(coef, wat, PUNT_PER_SD),
        getal(f"ci_sd_laag_{naam}", f"ondergrens van het 95%-interval: {wat}", PUNT_PER_SD),
        getal(f"ci_sd_hoog_{naam}", f"bovengrens van het 95%-interval: {wat}", PUNT_PER_SD),
        aandeel(f"p_{naam}", f"p-waarde: {wat}"),
    )


BINNEN_TUSSEN = Tabel(
    naam="robuustheid_binnen_tussen",
    regel="toets_modellen",
    controle=CONTROLE,
    betekenis="Een rij per steekproef, periode, schatter en factor: de samenhang binnen gemeenten, "
    "tussen gemeenten, en het verschil.",
    sleutel=("steekproef", "segment", "schatter", "factor"),
    kolommen=(
        STEEKPROEF,
        tekst(
            "segment",
            "`hoofdvenster`: het hoofdmodel; `voor_crisis` en `na_crisis`: de verandering over de "
            "meetjaren tot en met het crisisjaar, en vanaf het crisisjaar",
            waarden=SEGMENTEN,
        ),
        *mag_leeg(VAN, TOT),
        tekst(
            "schatter",
            "kleinste kwadraten met de jackknife over gemeenten (crv3), of een niveau per gemeente "
            "met een parametrische bootstrap (reml_bootstrap)",
            waarden=TUSSENSCHATTERS,
        ),
        janee("leidend", "de rij die het oordeel leest"),
        FACTOR,
        FACTORLABEL,
        *_deel("binnen", "samenhang binnen gemeenten", "coef_sd_binnen"),
        *_deel("tussen", "samenhang tussen gemeentegemiddelden", "coef_sd_tussen"),
        *_deel("verschil", "tussen min binnen", "verschil_sd"),
        aandeel(
            "p_verschil_alle",
            "p-waarde van de toets dat tussen en binnen bij alle factoren gelijk zijn (crv3)",
            leeg=True,
        ),
        *mag_leeg(SD_FACTOR),
        aandeel(
            "aandeel_tussen",
            "deel van de variantie van de factor dat tussen gemeenten ligt",
            leeg=True,
        ),
        aandeel("icc", "deel van de restvariantie tussen gemeenten (reml_bootstrap)", leeg=True),
        *mag_leeg(
            N,
            geheel("G", "aantal gemeenten"),
            geheel("G_twee", "aantal gemeenten met twee [[gebieden]] of meer"),
            geheel("trekkingen", "aantal trekkingen van de bootstrap"),
        ),
        reden("reden", "waarom een deel, of alles, geen schatting heeft"),
    ),
)

TABELLEN = registreer(BINNEN_TUSSEN)
