"""A group against the other wijken around the base year, resting on parallel trends or not."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import PER_JAAR, PER_METING
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import STEEKPROEF_IN_ZIN
from leefbaarheid.tekst.gedeeld.robuustheid import (
    interval,
    leeg,
    maat,
    punt,
    redentekst,
    rijen_van,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import interval_in_zin

LABEL = "label_"
VERSTE_MBAR = 10
"""So far the breakdown value has been looked for (contract of the table)."""


def _rijen(stof: Stof, maat_: str = PER_JAAR) -> list[Rij]:
    return rijen_van(stof, "jaren_grenzen", maat=maat_)


def groep(stof: Stof) -> str:
    """Name the group that is compared."""
    naam = str(_rijen(stof)[0]["groep"])
    if naam.startswith(LABEL):
        return f"de {W.gebieden} met het label *{als_markdown(naam.removeprefix(LABEL))}*"
    return STEEKPROEF_IN_ZIN[naam]


def reden(stof: Stof) -> str:
    """Say why there is no comparison; "" when there is one."""
    eerste = _rijen(stof)[0]
    if leeg(eerste["verschil"]):
        return f"Deze vergelijking is niet te maken: {redentekst(eerste['reden'])}."
    if not _na(stof):
        return f"Na {eerste['basisjaar']} is er geen meting; er valt niets te vergelijken."
    return ""


def _na(stof: Stof, maat_: str = PER_JAAR) -> list[Rij]:
    """Return the rows of the years after the base year with the ordinary interval."""
    return [
        rij for rij in _rijen(stof, maat_) if rij["jaar"] > rij["basisjaar"] and rij["mbar"] == 0
    ]


def heeft_jaren_voor(stof: Stof) -> bool:
    """Tell whether anything can be said of how the groups ran before the base year."""
    return bool(_rijen(stof)[0]["n_voor"])


def wie(stof: Stof) -> str:
    """Say which wijken are compared, and with how many."""
    rij = _rijen(stof)[0]
    zin = (
        f"Van de {W.gebieden} die in aanmerking kwamen, gaat het hier om {groep(stof)} "
        f"({taal.getal(rij['n_groep'])}) tegenover de {taal.getal(rij['n_overig'])} andere, zonder "
        "factoren."
    )
    if str(rij["groep"]).startswith(LABEL):
        zin += (
            f" Een {W.gebied} die het label had maar in het bestand met labels ontbreekt, telt bij "
            f"de andere {W.gebieden}."
        )
    return zin


def verloop_voor(stof: Stof) -> str:
    """Say how much the groups differed in trend before the base year."""
    rij = _na(stof)[0]
    jaren = sorted({int(r["jaar"]) for r in _rijen(stof)} | {int(rij["basisjaar"])})
    van = int(rij["grootste_voor_van"])
    tot = jaren[jaren.index(van) + 1]
    stap = taal.getal(rij["grootste_voor"], 4)
    if rij["n_voor"] == 1:
        return (
            f"Vóór {rij['basisjaar']} veranderde het verschil tussen de groepen met {stap} punt "
            f"per jaar ({venster(van, tot)})."
        )
    return (
        f"Vóór {rij['basisjaar']} veranderde het verschil tussen de groepen het sterkst in "
        f"{venster(van, tot)}: met {stap} punt per jaar."
    )


def grenzen_zinnen(stof: Stof) -> list[str]:
    """Say for the first and the last year after the base year what is left of the difference."""
    rijen = _na(stof)
    return [_zin(stof, rij) for rij in ([rijen[0], rijen[-1]] if len(rijen) > 1 else rijen)]


def _zin(stof: Stof, rij: Rij) -> str:
    periode = venster(rij["basisjaar"], rij["jaar"])
    cijfers = f"{punt(rij['verschil'])}; {interval_in_zin(rij['ci_laag'], rij['ci_hoog'])}"
    wie_ = groep(stof)
    if rij["ci_laag"] <= 0 <= rij["ci_hoog"]:
        return (
            f"*{periode}.* De verandering van {wie_} verschilt ook bij gelijk verloop niet "
            f"aantoonbaar van die van de andere {W.gebieden} ({cijfers})."
        )
    hoe = "gunstiger" if rij["verschil"] > 0 else "minder gunstig"
    begin = (
        f"*{periode}.* Bij gelijk verloop ontwikkelden {wie_} zich aantoonbaar {hoe} dan "
        f"de andere {W.gebieden} ({cijfers})"
    )
    if leeg(rij["doorbreekwaarde"]):
        return f"{begin}; of het verloop ervoor gelijk was, is niet na te gaan."
    return f"{begin}. {_standvastig(rij)}"


def _standvastig(rij: Rij) -> str:
    """Say up to which departure from parallel trends a difference stays clear."""
    waarde, basis = float(rij["doorbreekwaarde"]), rij["basisjaar"]
    if waarde >= VERSTE_MBAR:
        return (
            f"Dat blijft zo, ook als hun verloop na {basis} per jaar "
            f"{taal.telwoord(VERSTE_MBAR)} keer zo veel verschilt als het vóór {basis} op zijn "
            "meest verschilde."
        )
    besluit = (
        "Verschilt het verloop evenveel als ervoor, dan is er dus geen verschil aantoonbaar."
        if waarde <= 1
        else "Verschilt het verloop evenveel als ervoor, dan is het dus nog aantoonbaar."
    )
    return (
        f"Dat vervalt als hun verloop na {basis} per jaar {taal.getal(waarde, 2)} keer zo veel "
        f"verschilt als het vóór {basis} op zijn meest verschilde. {besluit}"
    )


def grenzen_koppen(stof: Stof) -> list[str]:
    """Return the heads of the table: without years before there is the ordinary interval only."""
    begin = ["Jaar", "Verschil"]
    if not heeft_jaren_voor(stof):
        return [*begin, "95%-interval"]
    waarden = sorted({float(rij["mbar"]) for rij in _rijen(stof)})
    koppen = [f"M = {taal.getal(w, 0 if w == int(w) else 1)}" for w in waarden]
    return [*begin, *koppen, "Doorbreekt, per jaar", "per meting"]


def noot(stof: Stof) -> str:
    """Explain M below the table."""
    if not heeft_jaren_voor(stof):
        return ""
    basis = _rijen(stof)[0]["basisjaar"]
    return f"M: hoeveel keer zo veel het verloop na {basis} per jaar mag verschillen als ervoor. "


def grenzen_breedtes(stof: Stof) -> list[int]:
    """Return the widths of the columns, in parts."""
    eind = [11, 8] if heeft_jaren_voor(stof) else []
    return [6, 8, *[17] * (len(grenzen_koppen(stof)) - 2 - len(eind)), *eind]


def grenzen_rijen(stof: Stof) -> list[Cellen]:
    """Return per year after the base year the difference and its bounds; bold without zero."""
    per_meting = {rij["jaar"]: rij["doorbreekwaarde"] for rij in _na(stof, PER_METING)}
    met_grenzen = heeft_jaren_voor(stof)
    uit = []
    for rij in _na(stof):
        cellen = [str(rij["jaar"]), punt(rij["verschil"]), _bereik(rij)]
        if met_grenzen:
            grenzen = [r for r in _rijen(stof) if r["jaar"] == rij["jaar"] and r["mbar"] > 0]
            cellen += [_bereik(r) for r in sorted(grenzen, key=lambda r: r["mbar"])]
            cellen += [maat(rij["doorbreekwaarde"], 2), maat(per_meting[rij["jaar"]], 2)]
        uit.append(cellen)
    return uit


def _bereik(rij: Rij) -> str:
    """Return an interval, bold where it leaves out zero; a narrow column breaks it before "tot"."""
    if leeg(rij["ci_laag"]):
        return taal.GEEN
    tekst = interval(rij["ci_laag"], rij["ci_hoog"]).replace(f"{SPATIE}tot", " tot")
    return tekst if rij["ci_laag"] <= 0 <= rij["ci_hoog"] else f"**{tekst}**"
