"""Does the inference keep its promise? Coverage and size over simulated editions.

A separate command, not part of the tests (those run a small version of it):

    python tests/validatie.py                  # writes docs/validatie.md
    python tests/validatie.py --edities 50     # a quick look, written to the screen

Experiments, each with the analysis of the report (`analyse.crv` and `wild_bootstrap`):

- size, real design (`hulp.echt_ontwerp`): the regressors, wijken and gemeenten of the real edition,
  with drawn errors whose share between gemeenten is the estimated one. Needs the open data
  (LEEFBAARHEID_DATA); without it the document is not written;
- coverage: `simulatie.simuleer` gives editions whose true effects are known. How often do the 95 %
  intervals of CRV1, CRV3 and the inverted WCR test hold the truth, in the ANCOVA form on the
  selected wijken?
- size, example: the same generator with every effect at zero. How often is p below 0.05?
- size, real gemeenten: wijken over gemeenten as in the edition with the real Leefbaarometer, with
  drawn factors, and no effects;
- power, real gemeenten: is an effect as large as the minimal detectable one found 80 % of the time?
"""

from __future__ import annotations

import argparse
import sys
import textwrap
import time
from pathlib import Path

import pandas as pd

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL / "tests"), str(WORTEL / "workflow" / "scripts")]

from hulp import echt_ontwerp  # noqa: E402
from hulp.echte_data import zoek_echte_data  # noqa: E402
from hulp.validatieproeven import (  # noqa: E402
    AANDEEL_TUSSEN_FOUT,
    ECHTE_GEMEENTEN,
    LABELS,
    TREKKINGEN,
    VENSTERS,
    ZAAD,
    dekking,
    grootte_echt,
    grootte_voorbeeld,
    kracht_echt,
)
from leefbaarheid.basis.schrijven import schrijf_tekst  # noqa: E402

EDITIES = 500
MEER_NUL = 5
"""So many times more regressions with the real gemeente sizes, which need no edition."""
MEER_ECHT = 10
"""So many times more draws of the errors on the real design, which are quick."""
EISEN = {"dekking": (0.92, 0.98), "grootte": (0.03, 0.07)}
SCHATTERS = {"crv1": "CRV1", "crv3": "CRV3", "wcr": "WCR"}
PRIMAIR = "crv3"
STEEKPROEVEN = {"selectie": "selectie", "in_aanmerking": "alle wijken die in aanmerking komen"}


# ---------------------------------------------------------------------------------------------
# Summary and document


def samenvatting(uitkomsten: pd.DataFrame, maat: str, per: str | None = None) -> pd.DataFrame:
    """Return the share of `maat` per estimator (columns), per value of `per` or in total ('')."""
    sleutel = uitkomsten[per] if per else pd.Series("", index=uitkomsten.index)
    groepen = uitkomsten.groupby([sleutel, uitkomsten["schatter"]], sort=False)[maat]
    return groepen.mean().unstack("schatter")[list(SCHATTERS)]


def onzekerheid(uitkomsten: pd.DataFrame, maat: str, schatter: str = "wcr") -> float:
    """Return the Monte Carlo standard error of the pooled share; editions are independent."""
    deel = uitkomsten[uitkomsten["schatter"] == schatter]
    return float(deel.groupby("editie")[maat].mean().sem())


def _procent(aandeel: float) -> str:
    return f"{_komma(100 * aandeel, 1)}%"


def _komma(getal: float, decimalen: int) -> str:
    return f"{getal:.{decimalen}f}".replace(".", ",")


def _tabel(kop: str, tabel: pd.DataFrame, totaal: pd.Series) -> str:
    regels = [
        f"| {kop} | {' | '.join(SCHATTERS.values())} |",
        f"|---|{'---:|' * len(SCHATTERS)}",
        *(f"| {LABELS.get(i, i)} | {' | '.join(map(_procent, r))} |" for i, r in tabel.iterrows()),
        f"| **alle samen** | {' | '.join(f'**{_procent(x)}**' for x in totaal)} |",
    ]
    return "\n".join(regels)


def _regels(tekst: str) -> str:
    """Return Markdown with its paragraphs filled to 100 characters."""
    blokken = tekst.split("\n\n")
    alinea = [blok.strip() and blok.lstrip("\n")[0] not in "#|- " for blok in blokken]
    return "\n\n".join(
        textwrap.fill(" ".join(blok.split()), 100) + "\n" * blok.endswith("\n")
        if is_alinea
        else blok
        for blok, is_alinea in zip(blokken, alinea, strict=True)
    )


def _oordeel(waarde: float, eis: tuple[float, float]) -> str:
    laag, hoog = eis
    return "voldoet" if laag <= round(waarde, 3) <= hoog else "voldoet niet"


def _oordeelrij(naam: str, waarden: pd.Series, marges: dict[str, float], maat: str) -> str:
    eis = EISEN[maat]
    cellen = [
        f"{_procent(waarden[s])} ± {_marge(marges[s])}, {_oordeel(waarden[s], eis)}"
        for s in SCHATTERS
    ]
    return f"| {naam} | {100 * eis[0]:.0f} tot {100 * eis[1]:.0f}% | {' | '.join(cellen)} |"


def _marge(marge: float) -> str:
    return _procent(marge) if marge >= 0.0005 else "<0,1%"


def _breed(uitkomsten: pd.DataFrame, index: list[str], waarde: str = "grootte") -> pd.DataFrame:
    """Return a column per estimator."""
    tabel = uitkomsten.pivot_table(index=index, columns="schatter", values=waarde, sort=False)
    return tabel[list(SCHATTERS)]


def oordeel_echt(echt: pd.DataFrame) -> list[str]:
    """Return the rows of the table of verdicts that are about the real design."""
    rijen = []
    hoofd = echt["hoofdmodel"] & echt["variant"].eq(echt_ontwerp.NORMAAL)
    for naam, deel in (("hoofdmodel", echt[hoofd]), ("alle modellen en varianten", echt)):
        samen = deel[deel["term"].eq("")].groupby("schatter")
        n = samen.size()
        marge = samen["marge"].agg(lambda m: (m**2).sum() ** 0.5) / n  # draws are independent
        naam = f"onterecht gevonden, echt ontwerp, {naam}"
        rijen.append(_oordeelrij(naam, samen["grootte"].mean(), marge.to_dict(), "grootte"))
    return rijen


def _bereikrij(naam: str, deel: pd.DataFrame) -> str:
    groepen = deel.groupby("schatter")["grootte"]
    laag, hoog = groepen.min(), groepen.max()
    cellen = [f"{_procent(laag[s])} tot {_procent(hoog[s])}" for s in SCHATTERS]
    return f"| {naam} | {' | '.join(cellen)} |"


def _dichtst_bij(afstand: pd.Series) -> str:
    """Return a sentence about the primary estimator beside the one nearest to 5 %."""
    beste = afstand.idxmin()
    if beste == PRIMAIR:
        return f"Op die grond is {SCHATTERS[PRIMAIR]} de primaire schatter van de edities."
    return (
        f"De primaire schatter van de edities is {SCHATTERS[PRIMAIR]}; {SCHATTERS[beste]} ligt "
        "dichter bij 5%."
    )


def hoofdstuk_echt(echt: pd.DataFrame, labels: dict[str, str]) -> str:
    """Return the chapter about the real design."""
    factoren, samen = echt[echt["term"].ne("")], echt[echt["term"].eq("")]
    normaal = echt["variant"].eq(echt_ontwerp.NORMAAL)
    hoofd, hoofd_samen = (t[t["hoofdmodel"] & normaal.loc[t.index]] for t in (factoren, samen))
    een = hoofd_samen.iloc[0]
    per_venster = samen[normaal.loc[samen.index]].copy()
    per_venster["rij"] = [
        f"{v}, {STEEKPROEVEN[s]} ({n} wijken, {G} gemeenten, ICC {_komma(icc, 2)})"
        for v, s, n, G, icc in zip(
            *(per_venster[k] for k in ("venster", "steekproef", "n", "G", "icc")), strict=True
        )
    ]
    per_hoofdvariant = samen[samen["hoofdmodel"]]
    breedte = _breed(hoofd_samen, ["term"], "breedte").iloc[0]
    afstand = (factoren["grootte"] - 0.05).abs().groupby(factoren["schatter"]).mean()
    afstanden = ", ".join(f"{_komma(100 * afstand[s], 1)} voor {SCHATTERS[s]}" for s in SCHATTERS)
    hoofdtabel = _breed(hoofd, ["term"]).rename(index=labels)
    marge = hoofd["marge"].max()
    bereik = "\n".join(
        _bereikrij(naam, factoren[factoren["variant"].eq(naam)]) for naam in echt_ontwerp.VARIANTEN
    )
    return f"""## Het echte ontwerp: hoe vaak wordt een samenhang gevonden die er niet is?

Deze proef gebruikt de regressies van de editie met de echte Leefbaarometer zoals ze zijn: de
{hoofdtabel.shape[0]} factoren, de wijken en de gemeenten. Het hoofdmodel (ANCOVA, {een["venster"]},
selectie) heeft {een["n"]} wijken in {een["G"]} gemeenten; de grootste gemeente heeft er
{een["grootste"]}. Alleen de afwijkingen zijn getrokken: een deel per gemeente en een deel per wijk,
in de verhouding die in de echte gegevens is geschat. In het hoofdmodel ligt
{_procent(een["icc"])} van de variantie van de afwijkingen tussen gemeenten (de ICC, met REML).
Geen factor hangt met de uitkomst samen, dus een goede toets geeft p ≤ 0,05 in 5 van de 100
gevallen. Omdat de factoren vastliggen, mist een 95%-interval de waarheid precies even vaak: de
dekking is 100% min het getal in de tabel.

{_tabel("factor, hoofdmodel", hoofdtabel, _breed(hoofd_samen, ["term"]).iloc[0])}

De marge door het eindige aantal trekkingen is hoogstens ± {_procent(marge)} per factor. Het
interval van CRV3 is hier (mediaan) {_komma(breedte["crv3"], 2)} keer zo breed als dat van CRV1, het
interval van WCR {_komma(breedte["wcr"], 2)} keer.

De gemiddelden over de factoren, per venster en steekproef:

{_tabel("model", _breed(per_venster, ["rij"]), _breed(per_venster.assign(x=""), ["x"]).iloc[0])}

Het hoofdmodel met andere afwijkingen, gemiddeld over de factoren:

{
        _tabel(
            "variant",
            _breed(per_hoofdvariant, ["variant"]),
            _breed(per_hoofdvariant.assign(x=""), ["x"]).iloc[0],
        )
    }

De laagste en de hoogste uitkomst van één factor, over alle vensters en beide steekproeven:

| variant | CRV1 | CRV3 | WCR |
|---|---:|---:|---:|
{bereik}

De varianten zijn aannames: *zwaardere staarten* trekt beide delen uit een t-verdeling met
{echt_ontwerp.T_VRIJHEIDSGRADEN} vrijheidsgraden; bij *kleine wijken wijken meer af* is de variantie
per wijk omgekeerd evenredig met het aantal inwoners; bij *grootste gemeente wijkt meer af* is de
standaardafwijking van het gemeentedeel in de gemeente met de meeste wijken
{_komma(echt_ontwerp.FACTOR_GROOTSTE, 0)} keer zo groot.

Over alle modellen, varianten en factoren is de gemiddelde afstand tot 5%, in procentpunten:
{afstanden}. {_dichtst_bij(afstand)}
"""


def document(
    echt: pd.DataFrame,
    labels: dict[str, str],
    gedekt: pd.DataFrame,
    voorbeeld_nul: pd.DataFrame,
    echt_nul: pd.DataFrame,
    kracht: pd.DataFrame,
    trekkingen_echt: int,
) -> str:
    """Return docs/validatie.md; without the real data `echt` is empty and its part is left out."""
    edities = gedekt["editie"].nunique()

    def totaal(tabel: pd.DataFrame, maat: str) -> pd.Series:
        return samenvatting(tabel, maat).iloc[0]

    def rij(naam: str, tabel: pd.DataFrame, maat: str, eis: str) -> str:
        marges = {s: 1.96 * onzekerheid(tabel, maat, s) for s in SCHATTERS}
        return _oordeelrij(naam, totaal(tabel, maat), marges, eis)

    breedte = gedekt.groupby("schatter")["breedte"].median()
    per_factor = kracht.groupby("term", sort=False)["gevonden"].mean()
    krachten = "\n".join(f"| {term} | {_procent(x)} |" for term, x in per_factor.items())
    oordelen = "\n".join(
        [
            *(oordeel_echt(echt) if len(echt) else []),
            rij("onterecht gevonden, getrokken factoren", echt_nul, "verworpen", "grootte"),
            rij("onterecht gevonden, voorbeeldeditie", voorbeeld_nul, "verworpen", "grootte"),
            rij("dekking, voorbeeldeditie", gedekt, "gedekt", "dekking"),
        ]
    )
    return _regels(f"""# Validatie van de toetsen en intervallen

Dit document is gemaakt door `tests/validatie.py`; bewerk het niet met de hand.

Kloppen de onzekerheidsmarges van de regressies? Dat is nagegaan met getrokken gegevens waarvan de
ware samenhangen bekend zijn: eerst op het ontwerp van de editie met de echte Leefbaarometer, dan
met fictieve edities. Drie schatters worden vergeleken:

- **CRV1**: de gangbare standaardfout naar gemeente, met de t-verdeling;
- **CRV3**: de jackknife, die telkens één gemeente weglaat, met de t-verdeling;
- **WCR**: de wild cluster bootstrap, met een interval dat de toets omkeert.

De primaire schatter van de edities is {SCHATTERS[PRIMAIR]}.

| proef | eis | CRV1 | CRV3 | WCR |
|---|---|---|---|---|
{oordelen}

Achter ± staat de 95%-onzekerheid door het eindige aantal trekkingen of nagebootste edities.

{hoofdstuk_echt(echt, labels) if len(echt) else ""}
## Grootte met de echte verdeling over gemeenten en getrokken factoren

Hier liggen {ECHTE_GEMEENTEN.sum()} wijken in {len(ECHTE_GEMEENTEN)} gemeenten, zoals in het
hoofdmodel van de editie met de echte Leefbaarometer: de grootste heeft er {ECHTE_GEMEENTEN.max()},
en {(ECHTE_GEMEENTEN == 1).sum()} gemeenten hebben er één. De factoren zijn getrokken en verschillen
in hoeverre ze tussen gemeenten variëren; van de variantie van de afwijkingen ligt
{100 * AANDEEL_TUSSEN_FOUT:.0f}% tussen gemeenten. Geen factor hangt met de uitkomst samen.
{echt_nul["editie"].nunique()} keer getrokken.

{_tabel("factor", samenvatting(echt_nul, "verworpen", "term"), totaal(echt_nul, "verworpen"))}

## Dekking in de voorbeeldeditie: bevatten de 95%-intervallen de waarheid?

De generator van de voorbeeldeditie (`leefbaarheid.voorbeeld`) maakte {edities} edities met bekende
samenhangen. Het model is de ANCOVA-vorm op de geselecteerde wijken met alle factoren, in de
vensters {", ".join(f"{van}-{tot}" for van, tot in VENSTERS)}. Een goed interval bevat de waarheid
in 95 van de 100 gevallen.

{_tabel("factor", samenvatting(gedekt, "gedekt", "term"), totaal(gedekt, "gedekt"))}

{_tabel("venster", samenvatting(gedekt, "gedekt", "venster"), totaal(gedekt, "gedekt"))}

Het interval van CRV3 is (mediaan) {_komma(breedte["crv3"], 2)} keer zo breed als dat van CRV1, het
interval van WCR {_komma(breedte["wcr"], 2)} keer.

## Grootte in de voorbeeldeditie

Dezelfde generator en modellen, {voorbeeld_nul["editie"].nunique()} edities, met alle samenhangen op
nul.

{
        _tabel(
            "factor",
            samenvatting(voorbeeld_nul, "verworpen", "term"),
            totaal(voorbeeld_nul, "verworpen"),
        )
    }

## Kracht: wordt een samenhang van de kleinste aantoonbare omvang gevonden?

Het rapport noemt per factor de kleinste samenhang die met 80% kans aan het licht komt. Met de echte
aantallen wijken per gemeente en getrokken factoren is die samenhang ingebouwd en daarna met CRV3
getoetst ({kracht["editie"].nunique()} keer). De uitkomst hoort in de buurt van 80% te liggen.

| factor | gevonden |
|---|---:|
{krachten}
| **alle samen** | **{_procent(kracht["gevonden"].mean())}** |

## Opnieuw draaien

    .venv/bin/python tests/validatie.py                 # schrijft dit document, een kwartier
    .venv/bin/python tests/validatie.py --edities 50    # snelle blik, alleen op het scherm

De proef op het echte ontwerp leest de open data: zet `LEEFBAARHEID_DATA` op de map met de bestanden
van de editie `leefbaarometer-3.0`. Zonder die bestanden zijn de andere proeven wel te herhalen, op
het scherm; dit document wordt dan niet geschreven, zodat zijn eerste hoofdstuk niet verdwijnt.

De zaden van de edities zijn 1 tot en met {edities}, het zaad van de getrokken factoren en
afwijkingen is {ZAAD}. Per model en variant zijn de afwijkingen {trekkingen_echt} keer getrokken. De
bootstrap heeft {TREKKINGEN} trekkingen, op het echte ontwerp {echt_ontwerp.TREKKINGEN_WCR}. De
uitkomst hangt niet af van het aantal kernen. De toetsen van het project draaien dezelfde proeven in
het klein: `tests/toetsen/test_validatie.py`.
""")


def main(edities: int = EDITIES, uit: Path | None = None) -> None:
    """Run the experiments; write the document to `uit`, or to the screen."""
    begin = time.perf_counter()
    echt, labels, trekkingen = pd.DataFrame(), {}, MEER_ECHT * edities
    if map_ := zoek_echte_data():
        ontwerpen, labels = echt_ontwerp.lees_ontwerpen(map_)
        echt = echt_ontwerp.grootte_echt_ontwerp(ontwerpen, trekkingen)
    elif uit is not None:
        print(
            "de echte Leefbaarometer staat niet klaar: zet LEEFBAARHEID_DATA op de map ermee.\n"
            "docs/validatie.md blijft zoals het is; de andere proeven komen op het scherm."
        )
        uit = None
    zaden = range(1, edities + 1)
    tekst = document(
        echt,
        labels,
        dekking(zaden),
        grootte_voorbeeld(zaden),
        grootte_echt(range(1, MEER_NUL * edities + 1)),
        kracht_echt(range(1, MEER_NUL * edities + 1)),
        trekkingen,
    )
    if uit is None:
        print(tekst)
    else:
        schrijf_tekst(tekst, uit)
        print(f"geschreven: {uit}")
    print(f"{time.perf_counter() - begin:.0f} seconden")


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Dekking en grootte over gesimuleerde edities.")
    lezer.add_argument("--edities", type=int, default=EDITIES)
    keuze = lezer.parse_args()
    volledig = keuze.edities == EDITIES
    main(keuze.edities, WORTEL / "docs" / "validatie.md" if volledig else None)
