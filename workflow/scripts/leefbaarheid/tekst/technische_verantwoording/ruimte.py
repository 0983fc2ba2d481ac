"""Space: errors that lean on those of neighbours, and noise in the place of a factor."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import IN_AANMERKING
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import AFSTAND, KNN, PER_GEMEENTE, Rekenwijze
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    maat,
    nadruk,
    per_factor,
    redentekst,
    rijen_van,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import kort_cel

BUURKEUZES = (KNN, AFSTAND)


# ---------------------------------------------------------------------------- error model


def _fouten(stof: Stof) -> dict[str, dict[str, Rij]]:
    """Return per definition of neighbours factor -> its row in the main regression."""
    return {g: per_factor(stof, "ruimte", gewichten=g) for g in BUURKEUZES}


def _buren(rij: Rij) -> str:
    """Name the neighbours of a row."""
    if rij["gewichten"] == KNN:
        return f"de {taal.telwoord(rij['buren'])} dichtstbijzijnde {W.gebieden}"
    return f"alle {W.gebieden} binnen {taal.getal(rij['afstand_km'], 1).removesuffix(',0')} km"


def fouten_koppen(stof: Stof) -> Cellen:
    """Return the heads of the columns with estimates."""
    rijen = [next(iter(per.values())) for per in _fouten(stof).values()]
    knn, afstand = (f"Foutenmodel, {_buren(rij).removeprefix('de ')}" for rij in rijen)
    return ["Hoofdmodel", "Conley", knn, afstand]


def fouten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the main model, Conley, and the error model by kind of neighbours."""
    kolommen = [
        per_factor(stof, "clusters"),
        per_factor(stof, "afhankelijkheid", variant=Rekenwijze.CONLEY),
        *_fouten(stof).values(),
    ]
    return [
        [
            rijkop(stof, factor),
            *(
                kort_cel(per[factor], reden=redentekst(per[factor].get("reden")))
                for per in kolommen
            ),
        ]
        for factor in stof.editie["factoren"]
    ]


def lambda_zinnen(stof: Stof) -> str:
    """Say per kind of neighbours whether what the factors do not describe leans on neighbours."""
    return " ".join(_lambda_zin(next(iter(per.values()))) for per in _fouten(stof).values())


def _lambda_zin(rij: Rij) -> str:
    buren = _buren(rij)
    if leeg(rij.get("lambda")):
        reden = redentekst(rij["reden"])
        return f"Met {buren} als buren is het foutenmodel niet te schatten: {reden}."
    waarde = f"λ\u00a0=\u00a0{taal.getal(rij['lambda'], 2)}; {taal.p_in_zin(rij['p_lambda'])}"
    niet = "" if sluit_nul_uit(rij, "_lambda") else "niet aantoonbaar "
    zin = f"Met {buren} als buren hangen de resten van buren {niet}samen ({waarde}"
    zonder = rij["n_zonder_buren"]
    if zonder:
        zin += (
            f"; {taal.aantal_van(zonder, f'{W.gebied} heeft', f'{W.gebieden} hebben')} dan geen "
            "buur"
        )
    return f"{zin})."


def fouten_zinnen(stof: Stof) -> str:
    """Say of which factors the error model finds a clear association, and where it parts."""
    per_buren = _fouten(stof)
    wel: dict[str, list[str]] = {"alle": []}  # first what is clear whoever the neighbours are
    for factor in stof.editie["factoren"]:
        gevonden = [g for g in BUURKEUZES if sluit_nul_uit(per_buren[g][factor])]
        getoetst = [g for g in BUURKEUZES if sluit_nul_uit(per_buren[g][factor]) is not None]
        if getoetst:
            wel.setdefault(_wanneer(stof, gevonden, getoetst), []).append(factor)
    zinnen = []
    for wanneer, factoren in sorted(wel.items(), key=lambda paar: paar[0] == "geen"):
        if not factoren:
            continue
        hoe = "aantoonbaar" if wanneer != "geen" else "niet aantoonbaar"
        achter = "" if wanneer in ("alle", "geen") else f", maar alleen met {wanneer} als buren"
        zinnen.append(f"bij {factornamen(stof, factoren)} {hoe}{achter}")
    if not zinnen:
        return ""
    return f"In het foutenmodel is de samenhang {'; '.join(zinnen)}. {_anders(stof)}".strip()


def ruimer_zin(stof: Stof) -> str:
    """Say what the error model finds in all wijken that were eligible; "" if not estimated."""
    rijen = rijen_van(stof, "ruimte", steekproef=IN_AANMERKING, gewichten=KNN)
    getoetst = {rij["factor"]: rij for rij in rijen if sluit_nul_uit(rij) is not None}
    if not getoetst:
        return ""
    een = next(iter(getoetst.values()))
    wel = [f for f in stof.editie["factoren"] if f in getoetst and sluit_nul_uit(getoetst[f])]
    waar = f"bij {factornamen(stof, wel)}" if wel else "bij geen enkele factor"
    return (
        f"In alle {taal.getal(een['n'])} {W.gebieden} die in aanmerking kwamen, is "
        f"λ\u00a0=\u00a0{taal.getal(een['lambda'], 2)} ({taal.p_in_zin(een['p_lambda'])}, met "
        f"{_buren(een)}) en is de samenhang in het foutenmodel aantoonbaar {waar}."
    )


def _wanneer(stof: Stof, gevonden: list[str], getoetst: list[str]) -> str:
    """Return with which neighbours there is a clear association: "alle", "geen" or their name."""
    if not gevonden:
        return "geen"
    if gevonden == getoetst:
        return "alle"
    return _buren(next(iter(_fouten(stof)[gevonden[0]].values())))


def _anders(stof: Stof) -> str:
    """Say where the error model gives another answer than the main model; "" if unknown."""
    hoofd, knn = per_factor(stof, "clusters"), _fouten(stof)[KNN]
    paren = {f: (sluit_nul_uit(hoofd[f]), sluit_nul_uit(knn[f])) for f in stof.editie["factoren"]}
    bekend = {f: paar for f, paar in paren.items() if None not in paar}
    if not bekend:
        return ""
    delen = []
    for vooraf, hoe in ((False, "daar niet aantoonbaar"), (True, "daar wel aantoonbaar")):
        wie = [f for f, (a, b) in bekend.items() if a != b and a == vooraf]
        if wie:
            delen.append(f"bij {factornamen(stof, wie)} ({hoe})")
    buren = _buren(next(iter(knn.values())))
    if not delen:
        return f"Met {buren} als buren is dat bij elke factor zoals in het hoofdmodel."
    return f"Met {buren} als buren is dat anders dan in het hoofdmodel {taal.opsomming(delen)}."


# ---------------------------------------------------------------------------- placebo


def placebo_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor how it lies over the map, and how often noise does as well."""
    return [
        [
            rijkop(stof, factor),
            _bereik(rij),
            maat(rij.get("moran_factor"), 2),
            maat(rij.get("moran_ruis"), 2),
            nadruk(taal.p_waarde(rij.get("p_crv3")), rij, "_crv3"),
            nadruk(taal.p_waarde(rij.get("p_placebo")), rij, "_placebo"),
            taal.procent(rij.get("aandeel_aantoonbaar")),
        ]
        for factor, rij in per_factor(stof, "ruimte_placebo").items()
    ]


def _bereik(rij: Rij) -> str:
    """Return range and share of the field of a factor; an en dash without one."""
    if leeg(rij.get("aandeel_ruimtelijk")):
        return taal.GEEN
    if leeg(rij.get("bereik_km")):
        return "geen"
    return f"{taal.getal(rij['bereik_km'], 0)} km ({taal.procent(rij['aandeel_ruimtelijk'])})"


def placebo_noot() -> str:
    """Say what the table of noise shows in bold, and what a range is."""
    return (
        f"Vet: onder {taal.getal(SIGNIFICANTIE, 2)}. Bereik: afstand waarop de samenhang tot "
        f"{taal.procent(math.exp(-1))} is gedaald, met het deel van de variantie dat zo vervaagt."
    )


def placebo_zinnen(stof: Stof) -> list[str]:
    """Say of each clear factor how often noise does as well, of the others together, as items."""
    rijen = per_factor(stof, "ruimte_placebo")
    getoetst = {f: rij for f, rij in rijen.items() if not leeg(rij.get("p_placebo"))}
    redenen = {redentekst(rij.get("reden")) for f, rij in rijen.items() if f not in getoetst}
    groepen: dict[tuple[bool, str, int], dict[str, Rij]] = {}
    for f, rij in getoetst.items():
        if sluit_nul_uit(rij, "_crv3"):
            soort = (bool(sluit_nul_uit(rij, "_placebo")), rij["niveau"], rij["trekkingen"])
            groepen.setdefault(soort, {})[f] = rij
    zinnen = [_placebo_zin(stof, *soort, per) for soort, per in groepen.items()]
    rest = {f: rij for f, rij in getoetst.items() if not sluit_nul_uit(rij, "_crv3")}
    if rest:
        zinnen.append(
            f"Bij {factornamen(stof, rest)} is er volgens CRV3 geen aantoonbare samenhang; ruis "
            f"doet het daar in {_spreiding([rij['p_placebo'] for rij in rest.values()])} van de "
            "trekkingen minstens zo goed."
        )
    zinnen += [f"Niet te toetsen: {reden}." for reden in sorted(redenen - {""})]
    return zinnen


def _placebo_zin(
    stof: Stof, zelden: bool, niveau: str, trekkingen: int, per: Mapping[str, Rij]
) -> str:
    """Say how often noise does as well as factors whose association is clear by CRV3."""
    ruis = "ruis per gemeente" if niveau == PER_GEMEENTE else "ruis"
    hoe_vaak = taal.opsomming([taal.procent(rij["p_placebo"], 1) for rij in per.values()])
    onderscheidenlijk = "respectievelijk " if len(per) > 1 else ""
    zin = (
        f"{taal.hoofdletter(ruis)} met dezelfde ruimtelijke samenhang als "
        f"{factornamen(stof, per)} is in {onderscheidenlijk}{hoe_vaak} van de "
        f"{taal.getal(trekkingen)} trekkingen minstens zo sterk"
    )
    if zelden:
        return f"{zin}; ruimtelijke samenhang alleen geeft zo'n uitkomst dus zelden."
    return (
        f"{zin}; ruimtelijke samenhang alleen geeft zo'n uitkomst dus ook, en niet minder vaak dan "
        f"de {taal.procent(SIGNIFICANTIE)} waaronder een samenhang hier aantoonbaar heet."
    )


def _spreiding(aandelen: list[float]) -> str:
    """Return the smallest and largest of some shares: "2%" or "2% tot 12%"."""
    laag, hoog = (taal.procent(f(aandelen)) for f in (min, max))
    return laag if laag == hoog else f"{laag} tot {hoog}"


def _steekproef_zin(stof: Stof, rijen: Iterable[Rij]) -> str:
    """Say that the noise was drawn in a sample of the wijken, where it was; else ""."""
    n, alle = (
        max((int(rij.get("n") or 0) for rij in deel), default=0)
        for deel in (rijen, per_factor(stof, "ruimte", gewichten=KNN).values())
    )
    if n >= alle:
        return ""
    return (
        f"Dit is gedaan in een steekproef van {taal.getal(n, 0)} van de {taal.getal(alle, 0)} "
        f"{W.gebieden}. "
    )


def ruis_zin(stof: Stof) -> str:
    """Say how often noise itself would be called clear; "" where nothing was drawn."""
    rijen = per_factor(stof, "ruimte_placebo").values()
    aandelen = [r["aandeel_aantoonbaar"] for r in rijen if not leeg(r.get("aandeel_aantoonbaar"))]
    if not aandelen:
        return ""
    return (
        f"{_steekproef_zin(stof, rijen)}Ruis heet volgens CRV3 in {_spreiding(aandelen)} van de "
        "trekkingen aantoonbaar, naar gelang de factor die zij nadoet; bij een toets die haar "
        f"niveau houdt is dat {taal.procent(SIGNIFICANTIE)}."
    )
