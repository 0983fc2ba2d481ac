"""Lord's paradox: the model forms beside each other."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import per_factor, rijen_van, rijkop
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    kort_cel,
    vanaf_cel,
    zinnen_per_oordeel,
)
from leefbaarheid.tekst.stof import Stof

MODELKOPPEN = {
    "verandering": "Verandering",
    "ancova": "Eindscore gegeven begin",
    "basismeting": "Gegeven basismeting",
}


def lord_modellen(stof: Stof) -> list[str]:
    """Return the model forms in reading order."""
    return [m for m in MODELNAMEN if m in stof.editie["regressie"]["modellen"]]


def lord_koppen(stof: Stof) -> Cellen:
    """Return the model forms as column heads."""
    return [MODELKOPPEN[m] for m in lord_modellen(stof)]


def lord_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the model forms beside each other, and whether they agree."""
    return [
        [
            rijkop(stof, factor),
            *(kort_cel(rij, f"_{m}", reden=rij.get("reden")) for m in lord_modellen(stof)),
            als_markdown(rij.get("oordeel") or taal.GEEN),
            vanaf_cel(stof, factor),
        ]
        for factor, rij in per_factor(stof, "lord").items()
    ]


def lord_zinnen(stof: Stof) -> list[str]:
    """Say where the model forms of the main window part, as list items."""
    return zinnen_per_oordeel(
        stof, "lord", "Bij {wie} geven de modelvormen hetzelfde beeld, in teken en aantoonbaarheid."
    )


def lord_perioden(stof: Stof) -> str:
    """Count over all windows how often the model forms agree."""
    factoren = stof.editie["factoren"]
    rijen = [r for r in rijen_van(stof, "lord", steekproef="selectie") if r["term"] in factoren]
    eens = sum(bool(rij["eensgezind"]) for rij in rijen)
    tegen = sum(rij["oordeel"] == "tegengesteld" for rij in rijen)
    zin = (
        f"Over alle perioden samen zijn de vormen het bij {taal.getal(eens)} van de "
        f"{taal.getal(len(rijen))} combinaties van factor en periode eens"
    )
    if tegen:
        return (
            f"{zin}; {taal.telwoord(tegen)} keer {taal.meervoud(tegen, 'spreekt', 'spreken')} "
            "twee aantoonbare uitkomsten elkaar tegen."
        )
    return f"{zin}; nergens spreken twee aantoonbare uitkomsten elkaar tegen."
