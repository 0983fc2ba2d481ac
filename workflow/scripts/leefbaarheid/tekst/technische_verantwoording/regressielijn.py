"""What a low score makes one expect, from the line of wijken outside the selection."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import ALLE_OVERIGE, LAAGSTE_HELFT
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.lage_score import selectiejaar
from leefbaarheid.tekst.gedeeld.robuustheid import interval, leeg, punt, redentekst, rijen_van
from leefbaarheid.tekst.gedeeld.vergelijking import kant
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import interval_in_zin

WOORD = {
    1: "meer dan de lijn doet verwachten",
    -1: "minder dan de lijn doet verwachten",
    0: "niet aantoonbaar anders dan de lijn doet verwachten",
}
"""What the excess over the line says, by the side of zero its interval is on."""
OORDEEL = {1: "meer dan verwacht", -1: "minder dan verwacht", 0: "niet aantoonbaar anders"}
LIJNNAMEN = {ALLE_OVERIGE: "alle overige", LAAGSTE_HELFT: "laagste helft"}


def extrapolatie_zin(stof: Stof) -> str:
    """Say how far below the other eligible wijken the line is drawn on; "" without a line."""
    rijen = [r for r in rijen_van(stof, "regressielijn", lijn=ALLE_OVERIGE) if not leeg(r["score"])]
    if not rijen:
        return ""
    rij = rijen[0]
    afstand = (
        f"gemiddeld ligt de selectie {taal.getal(rij['afstand_sd'], 1)} standaarddeviaties onder "
        f"de overige {W.gebieden}"
    )
    if not rij["n_onder"]:
        return (
            f"Daarvoor is de lijn niet verder getrokken dan er overige {W.gebieden} zijn; "
            f"{afstand}."
        )
    if rij["n_onder"] == rij["n"]:
        wie = f"alle {taal.getal(rij['n'])} geselecteerde {W.gebieden} scoorden"
    else:
        scoorde = taal.meervoud(rij["n_onder"], "scoorde", "scoorden")
        wie = (
            f"{taal.getal(rij['n_onder'])} van de {taal.getal(rij['n'])} geselecteerde "
            f"{W.gebieden} {scoorde}"
        )
    return (
        f"Dat is extrapolatie: {wie} in {selectiejaar(stof)} onder de laagste van de overige "
        f"{W.gebieden} ({taal.score(rij['laagste_overig'])}), en {afstand}."
    )


def vensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows to speak about: the first one, that to the crisis year, the main one."""
    alle = sorted({(rij["van"], rij["tot"]) for rij in rijen_van(stof, "regressielijn")})
    c = stof.editie["clusters"]
    ook = {(c["langjaar"], c["crisisjaar"]), tuple(stof.editie["regressie"]["hoofdvenster"])}
    return [v for i, v in enumerate(alle) if i == 0 or v in ook]


def lijn_zinnen(stof: Stof) -> str:
    """Say what the line makes one expect, beside what was observed."""
    return " ".join(_lijn_zin(stof, *paar) for paar in vensters(stof))


def _rij(stof: Stof, van: int, tot: int, lijn: str) -> Rij:
    return zoek(rijen_van(stof, "regressielijn"), van=van, tot=tot, lijn=lijn)


def _lijn_zin(stof: Stof, van: int, tot: int) -> str:
    rij = _rij(stof, van, tot, ALLE_OVERIGE)
    if leeg(rij["verwacht"]):
        return f"Voor {venster(van, tot)} is er geen lijn: {redentekst(rij['reden'])}."
    begin = (
        f"Tussen {van} en {tot} veranderde de score van de selectie met "
        f"{punt(rij['verandering'])} punt en die van de overige {W.gebieden} met "
        f"{punt(rij['verandering_overig'])}; de lijn geeft bij de scores van de selectie "
        f"{punt(rij['verwacht'])}"
    )
    uitkomst = kant(rij)
    if uitkomst is None:
        return f"{begin}. Het verschil is niet te toetsen: {redentekst(rij['reden'])}."
    return (
        f"{begin}. Het verschil met de lijn is {punt(rij['verschil'])} punt (95%-interval "
        f"{interval_in_zin(rij['ci_laag'], rij['ci_hoog'])}): {WOORD[uitkomst]}"
        f"{_laagste_helft(stof, van, tot, uitkomst)}."
    )


def _laagste_helft(stof: Stof, van: int, tot: int, uitkomst: int) -> str:
    """Say that the line of the lower half tells another story; "" where it does not."""
    helft = kant(_rij(stof, van, tot, LAAGSTE_HELFT))
    if helft is None or helft == uitkomst:
        return ""
    return (
        f"; met de lijn van alleen de laagst scorende helft van de overige {W.gebieden} is het "
        f"{OORDEEL[helft]}"
    )


def lijn_rijen(stof: Stof) -> list[Cellen]:
    """Return per window and line the change of the selection beside that of the line."""
    uit = []
    for rij in rijen_van(stof, "regressielijn"):
        kop = [venster(rij["van"], rij["tot"]), LIJNNAMEN[rij["lijn"]], taal.getal(rij["n_overig"])]
        reden = f"*{redentekst(rij['reden'])}*" if rij["reden"] else ""
        if leeg(rij["verwacht"]):
            uit.append([*kop, taal.GEEN, taal.GEEN, taal.GEEN, reden])
            continue
        uitkomst = kant(rij)
        verschil = punt(rij["verschil"])
        if uitkomst is not None:
            verschil += f" ({interval(rij['ci_laag'], rij['ci_hoog'])})"
        uit.append(
            [
                *kop,
                *(punt(rij["verandering"]), punt(rij["verwacht"])),
                f"**{verschil}**" if uitkomst else verschil,
                reden if uitkomst is None else OORDEEL[uitkomst],
            ]
        )
    return uit
