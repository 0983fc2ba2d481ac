"""Lord's paradox: the model forms beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, MODELNAMEN, SELECTIE, VERANDERING
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Vormoordeel
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import (
    leeg,
    per_factor,
    punt,
    redentekst,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    kort_cel,
    vanaf_cel,
    zinnen_per_oordeel,
)

VORMEN = {
    VERANDERING: "als verandering gemeten",
    ANCOVA: "bij een gelijke beginscore",
    BASISMETING: "bij een gelijke basismeting",
}
"""How a sentence calls each form."""
OORDELEN = {
    Vormoordeel.EENSGEZIND: "eensgezind",
    Vormoordeel.TEKEN_VERSCHILT: "teken verschilt, niet aantoonbaar",
    Vormoordeel.AANTOONBAARHEID_VERSCHILT: "aantoonbaarheid verschilt",
    Vormoordeel.TEGENGESTELD: "tegengesteld",
    Vormoordeel.NIET_TE_VERGELIJKEN: "niet te vergelijken",
}
MODELKOPPEN = {
    VERANDERING: "Verandering",
    ANCOVA: "Eindscore gegeven begin",
    BASISMETING: "Gegeven basismeting",
}


def lord_modellen(stof: Stof) -> list[str]:
    """Return the model forms in reading order."""
    return [m for m in MODELNAMEN if m in stof.editie["regressie"]["modellen"]]


def lord_koppen(stof: Stof) -> Cellen:
    """Return the model forms as column heads."""
    return [MODELKOPPEN[m] for m in lord_modellen(stof)]


def _reden(rij: Rij) -> str:
    """Return why a form has no estimate; the row itself may be missing."""
    return redentekst(rij["reden"]) if "reden" in rij else als_markdown(niet_geschat(rij))


def lord_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the model forms beside each other, and whether they agree."""
    return [
        [
            rijkop(stof, factor),
            *(kort_cel(rij, f"_{m}", reden=_reden(rij)) for m in lord_modellen(stof)),
            OORDELEN[rij["oordeel"]] if "oordeel" in rij else taal.GEEN,
            vanaf_cel(stof, factor),
        ]
        for factor, rij in per_factor(stof, "lord").items()
    ]


def _vormen(rij: Rij) -> list[str]:
    """Return the forms that have an estimate; of two that are one model only the first."""
    geschat = [m for m in MODELNAMEN if not leeg(rij[f"coef_sd_{m}"]) and not leeg(rij[f"p_{m}"])]
    return geschat[: rij["n_vormen"]]


def _noem(rij: Rij, vormen: Sequence[str]) -> str:
    """Return "als verandering gemeten +0,010 en bij een gelijke beginscore −0,002"."""
    return taal.opsomming([f"{VORMEN[m]} {met_teken(rij[f'coef_sd_{m}'])}" for m in vormen])


def met_teken(waarde: float) -> str:
    """Return an estimate to three decimals, or to as many as it takes to show its sign."""
    decimalen = next((d for d in (3, 4, 5) if round(abs(waarde), d)), 6)
    return taal.verandering(waarde, decimalen)


def _eensgezind(rij: Rij, naam: str, vormen: Sequence[str]) -> str:
    begin = f"De {taal.telwoord(len(vormen))} modelvormen zijn het eens: een"
    if any(rij[f"p_{m}"] >= SIGNIFICANTIE for m in vormen):
        return f"{begin} samenhang met {naam} is in geen ervan aantoonbaar."
    waarden = [rij[f"coef_sd_{m}"] for m in vormen]
    richting = "gunstiger" if waarden[0] > 0 else "ongunstiger"
    bereik = " tot ".join(dict.fromkeys([punt(min(waarden)), punt(max(waarden))]))
    return (
        f"{begin} hogere waarde van {naam} hangt samen met een {richting}e ontwikkeling ({bereik} "
        "punt per standaarddeviatie)."
    )


def _verschillend(rij: Rij, naam: str, vormen: Sequence[str]) -> str:
    wel = [m for m in vormen if rij[f"p_{m}"] < SIGNIFICANTIE]
    if rij["oordeel"] == Vormoordeel.TEGENGESTELD:
        return (
            f"De modelvormen spreken elkaar tegen bij {naam}: de samenhang is {_noem(rij, wel)} "
            "punt per standaarddeviatie; het zijn verschillende vragen met een verschillend "
            "antwoord."
        )
    niet = [m for m in vormen if m not in wel]
    waarden = [rij[f"coef_sd_{m}"] for m in vormen]
    slot = "met een ander teken" if min(waarden) < 0 < max(waarden) else "met hetzelfde teken"
    return (
        f"Bij {naam} hangt het van de vraag af of een samenhang aantoonbaar is: wel "
        f"{_noem(rij, wel)}, niet {_noem(rij, niet)} punt per standaarddeviatie ({slot})."
    )


def niet_geschat(rij: Rij) -> str:
    """Name the model forms that have no estimate; "" if all have."""
    mist = [vorm for m, vorm in VORMEN.items() if leeg(rij[f"coef_sd_{m}"]) or leeg(rij[f"p_{m}"])]
    return f"niet geschat: {taal.opsomming(mist)}" if mist else ""


def lord_zin(rij: Rij) -> str:
    """Say what the model forms say together about a factor."""
    naam, vormen = taal.kleine_letter(rij["label"]), _vormen(rij)
    match rij["oordeel"]:
        case Vormoordeel.NIET_TE_VERGELIJKEN:
            return f"Voor {naam} zijn de modelvormen niet te vergelijken: {niet_geschat(rij)}."
        case Vormoordeel.EENSGEZIND:
            return _eensgezind(rij, naam, vormen)
        case Vormoordeel.TEKEN_VERSCHILT:
            return (
                f"De modelvormen verschillen van teken bij {naam} ({_noem(rij, vormen)}), maar in "
                "geen ervan is een samenhang aantoonbaar."
            )
    return _verschillend(rij, naam, vormen)


def lord_zinnen(stof: Stof) -> list[str]:
    """Say where the model forms of the main window part, as list items."""
    return zinnen_per_oordeel(
        stof,
        "lord",
        lord_zin,
        "Bij {wie} geven de modelvormen hetzelfde beeld, in teken en aantoonbaarheid.",
    )


def lord_perioden(stof: Stof) -> str:
    """Count over all windows how often the model forms agree."""
    factoren = stof.editie["factoren"]
    rijen = [r for r in rijen_van(stof, "lord", steekproef=SELECTIE) if r["term"] in factoren]
    eens = sum(bool(rij["eensgezind"]) for rij in rijen)
    tegen = sum(rij["oordeel"] == Vormoordeel.TEGENGESTELD for rij in rijen)
    if len(rijen) == 1:
        zin = f"Over de enige periode en factor zijn de vormen het {'' if eens else 'on'}eens"
    else:
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
