"""Dependence between wijken, within a gemeente and in space."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import AFSTAND_ELK, KNN, SCHEIDING, Rekenwijze
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import hoofdrijen, leeg, per_factor, punt, sluit_nul_uit
from leefbaarheid.tekst.redenen.alle import redentekst as redenwoorden
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    naast_elkaar,
    netjes,
    zinnen_per_oordeel,
)

AFHANKELIJK = {
    Rekenwijze.OLS: "Hoofdmodel",
    Rekenwijze.RANDOM_INTERCEPT: "Niveau per gemeente",
    Rekenwijze.CONLEY: "Ruimtelijk",
}
VARIANTNAMEN = {
    Rekenwijze.RANDOM_INTERCEPT: "met een eigen niveau per gemeente",
    Rekenwijze.CONLEY: "met ruimtelijke marge",
}
"""The variants besides the plain regression, within a sentence."""


def afhankelijkheid_koppen() -> Cellen:
    """Return the variants as column heads."""
    return list(AFHANKELIJK.values())


def afhankelijkheid_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the three answers to dependence between wijken."""
    return naast_elkaar(stof, "afhankelijkheid", AFHANKELIJK)


def moran_zin(rij: Rij) -> str:
    """Say whether the residuals of neighbours are alike, by one definition of neighbours."""
    if rij["reden"]:
        return (
            f"Of buur{W.gebieden} op elkaar lijken, is niet te toetsen: "
            f"{redenwoorden(rij['reden'])}."
        )
    return _moran_uitkomst([rij])


def _moran_uitkomst(rijen: Sequence[Rij]) -> str:
    """Say what definitions of neighbours with one outcome have found."""
    hoe = "op elkaar" if rijen[0]["significant"] else "niet aantoonbaar op elkaar"
    waar = "bij elke keuze van buren" if len(rijen) > 1 else "bij buren"
    eerste, *rest = rijen
    delen = [f"met {_buren(eerste)} als buren is Moran's I {_moran_cijfers(eerste)}"]
    delen += [f"met {_buren(rij)} {_moran_cijfers(rij)}" for rij in rest]
    return f"Wat de factoren niet beschrijven, lijkt {waar} {hoe}: {taal.opsomming(delen)}."


def _moran_cijfers(rij: Rij) -> str:
    return f"{taal.getal(rij['moran_i'], 2)} ({taal.p_in_zin(rij['p_permutatie'])})"


def _buren(rij: Rij) -> str:
    """Name the neighbours of a definition."""
    if rij["gewichten"] == KNN:
        return f"de {taal.telwoord(rij['buren'])} dichtstbijzijnde {W.gebieden}"
    binnen = f"{W.gebieden} binnen {taal.getal(rij['afstand_km'], 1).removesuffix(',0')} km"
    if rij["gewichten"] == AFSTAND_ELK:
        return f"{binnen} (de afstand waarop elke {W.gebied} een buur heeft)"
    return binnen


def moran_zinnen(stof: Stof) -> list[str]:
    """Say per definition of neighbours whether their residuals are alike, as list items."""
    rijen = hoofdrijen(stof, "moran")
    getoetst = [rij for rij in rijen if not rij["reden"]]
    if len(getoetst) > 1 and len({bool(rij["significant"]) for rij in getoetst}) == 1:
        samen = _moran_uitkomst(getoetst)
        anders = [moran_zin(rij) for rij in rijen if rij["reden"]]
        return [netjes(stof, zin) for zin in dict.fromkeys([samen, *anders])]
    return [netjes(stof, zin) for zin in dict.fromkeys(map(moran_zin, rijen))]


def ruimtelijk(stof: Stof) -> str:
    """Say whether the spatial standard errors are part of the verdict; "" if not estimated."""
    knn = [rij for rij in hoofdrijen(stof, "moran") if rij["gewichten"] == KNN]
    if all(leeg(rij["moran_i"]) for rij in knn):
        return ""
    if any(rij["significant"] for rij in knn):
        return "De kolom *Ruimtelijk* telt daarom mee in het oordeel."
    return "De kolom *Ruimtelijk* staat er daarom alleen ter informatie en telt niet mee."


def afhankelijkheid_zin(stof: Stof, rij: Rij) -> str:
    """Say what the variants say about a factor together.

    Args:
        stof: what the document is written from.
        rij: row of `afhankelijkheid_oordeel`, of the main regression.
    """
    gewoon = per_factor(stof, "afhankelijkheid", variant=Rekenwijze.OLS)[rij["term"]]
    naam, duidelijk = taal.kleine_letter(rij["label"]), sluit_nul_uit(rij, "_ols")
    if duidelijk is None:
        reden = redenwoorden(gewoon["reden"])
        return f"De samenhang met {naam} is niet te toetsen: {reden}."
    schatting = f"{punt(rij['coef_sd_ols'])} punt per standaarddeviatie"
    begin = (
        f"De samenhang met {naam} ({schatting})"
        if duidelijk
        else f"Een samenhang met {naam} is in de gewone regressie niet aantoonbaar ({schatting})"
    )
    getoetst = [v for v in VARIANTNAMEN if v not in (rij["telt_niet"] or "").split(SCHEIDING)]
    if not getoetst:
        return f"{begin}; geen van de andere schattingen is te toetsen."
    return f"{begin}{_slot(rij, getoetst, duidelijk)}."


def _slot(rij: Rij, getoetst: Sequence[Rekenwijze], duidelijk: bool) -> str:
    """Say whether the variants that count give another picture than the plain regression."""
    ander = [v for v in getoetst if sluit_nul_uit(rij, f"_{v}") != duidelijk]
    teken = [v for v in getoetst if rij[f"coef_sd_{v}"] * rij["coef_sd_ols"] < 0]
    wie = taal.opsomming(
        [
            f"{VARIANTNAMEN[v]} ({punt(rij[f'coef_sd_{v}'])}; {taal.p_in_zin(rij[f'p_{v}'])})"
            for v in getoetst
            if v in teken or v in ander
        ]
    )
    if duidelijk:
        if wie:
            return f" is niet zeker: een ander beeld geeft de schatting {wie}"
        return (
            " blijft aantoonbaar en houdt hetzelfde teken als rekening is gehouden met de "
            f"afhankelijkheid tussen {W.gebieden}"
        )
    if ander:
        return f", maar wel in de schatting {wie}"
    if teken:
        return f"; het teken wisselt in de schatting {wie}"
    return f"; ook als rekening is gehouden met de afhankelijkheid tussen {W.gebieden} niet"


def afhankelijkheid_zinnen(stof: Stof) -> list[str]:
    """Say of which factors dependence between wijken changes the picture, as list items."""
    return zinnen_per_oordeel(
        stof,
        "afhankelijkheid_oordeel",
        partial(afhankelijkheid_zin, stof),
        "Bij {wie} verandert het beeld niet als rekening is gehouden met de afhankelijkheid "
        f"tussen {W.gebieden}.",
    )


def _noot(rij: Rij, gewoon: Rij) -> str:
    """Return what a reader must know of a variant, beside the plain regression; else ""."""
    code = redenwoorden(rij["toelichting"])
    delen = [f"{taal.hoofdletter(code)}."] if code else []
    match rij["variant"]:
        case Rekenwijze.RANDOM_INTERCEPT:
            delen.append(_niveaus(rij["icc"]))
        case Rekenwijze.CONLEY:
            weg = gewoon["n"] - rij["n"]
            if weg:
                delen.append(
                    f"Zonder {taal.aantal_van(weg, W.gebied, W.gebieden)} waarvan de coördinaten "
                    "ontbreken; de schatting is daarom niet precies die van de gewone regressie."
                )
    return " ".join(deel for deel in delen if deel)


def _niveaus(icc: float | None) -> str:
    """Say how far the levels of gemeenten lie apart; "" where they were not estimated."""
    if icc is None:
        return ""
    if icc == 0:
        return (
            "De variantie tussen gemeenten is op nul geschat (singulier). Het model valt dan samen "
            f"met een regressie die {W.gebieden} als onafhankelijk ziet; deze marge is eerder te "
            "klein."
        )
    return (
        f"Van de variatie die de factoren niet beschrijven, ligt {taal.procent(icc)} tussen "
        f"gemeenten (intraklassecorrelatie {taal.getal(icc, 2)})."
    )


def afhankelijkheid_noten(stof: Stof) -> list[str]:
    """Return what the columns of the table leave out or cannot say, each once."""
    gewoon = per_factor(stof, "afhankelijkheid", variant=Rekenwijze.OLS)
    noten = []
    for rij in hoofdrijen(stof, "afhankelijkheid"):
        if rij["term"] in stof.editie["factoren"]:
            noot = netjes(stof, _noot(rij, gewoon[rij["term"]]))
            if noot:
                noten.append(f"*{AFHANKELIJK[rij['variant']]}*: {noot[:1].lower()}{noot[1:]}")
    return list(dict.fromkeys(noten))
