"""The datasheet of the example edition (Dutch): what it is, how it was made, the true values."""

from __future__ import annotations

from itertools import pairwise

from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.voorbeeld.ijking import ijking
from leefbaarheid.voorbeeld.selectie import clusters_2014
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import (
    AFW_BASIS,
    CODEBOEK,
    CONTEXT,
    DIMENSIE_JAREN,
    JAREN,
    LABELS,
    LEEFBAAROMETER,
    SELECTIELIJST,
    Parameters,
)
from leefbaarheid.voorbeeld.waarheid import ware_beginscore, ware_effecten

VENSTERS = ((2002, 2008), (2008, 2012), (2012, 2014), (2012, 2016), (2014, 2022))


def _nl(waarde: float, decimalen: int) -> str:
    """Return a number in Dutch form: decimal comma, point per thousand, true minus sign."""
    tekst = f"{abs(waarde):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"−{tekst}" if waarde < 0 and tekst.strip("0,") else tekst


def _opsomming(delen: list[str]) -> str:
    """Return "a, b en c"."""
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else delen[0]


def _tabel(kop: list[str], rijen: list[list[str]], tekst_kolommen: int = 1) -> str:
    """Return a Markdown table; columns after the first `tekst_kolommen` are right aligned."""
    lijn = ["---" if k < tekst_kolommen else "---:" for k in range(len(kop))]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in (kop, lijn, *rijen))


def _tabel_stappen(p: Parameters) -> str:
    """Return the true parameters of the chain per step."""
    kop = ["parameter", *(f"{van}–{tot}" for van, tot in pairwise(JAREN))]
    rijen = [
        ["rho", *(_nl(x, 3) for x in p.rho)],
        ["sigma_u (gemeente)", *(_nl(x, 3) for x in p.sigma_u)],
        ["sigma_e (wijk)", *(_nl(x, 3) for x in p.sigma_e)],
    ]
    for factor in p.factoren:
        naam = f"{factor.naam}, per {_nl(factor.schaal, 0)}"
        rijen.append([naam, *(_nl(x, 4) if x else "0" for x in factor.effect)])
    return _tabel(kop, rijen)


def _tabel_vensters(p: Parameters) -> str:
    """Return the composed true coefficients of the ANCOVA form per window, per natural unit."""
    per_venster = {venster: ware_effecten(p, *venster) for venster in VENSTERS}
    kop = ["factor (per eenheid)", *(f"{van}–{tot}" for van, tot in VENSTERS)]
    rijen = [["beginscore", *(_nl(ware_beginscore(p, *venster), 4) for venster in VENSTERS)]]
    for factor in p.factoren:
        effecten = [per_venster[venster][factor.naam] for venster in VENSTERS]
        rijen.append([factor.naam, *(_nl(x, 6) if x else "0" for x in effecten)])
    return _tabel(kop, rijen)


def _tabel_ijking(data: VoorbeeldData) -> str:
    """Return target beside result."""
    rijen = []
    for r in ijking(data):
        getallen = [_nl(getal, r.decimalen) for getal in (r.doel, r.bereikt, r.tolerantie)]
        rijen.append([r.groep, r.kenmerk, r.jaar.replace("-", "–"), *getallen])
    kop = ["groep", "kenmerk", "jaar", "doel", "bereikt", "marge"]
    return _tabel(kop, rijen, tekst_kolommen=3)


def _tabel_clusters(data: VoorbeeldData, p: Parameters) -> str:
    """Return the sizes of the clusters in the selection."""
    breed = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    aantal = clusters_2014(p, breed.loc[data.selectie["wk_code"]]).value_counts()
    rijen = [[naam, _nl(aantal.get(naam, 0), 0)] for naam in CLUSTERS]
    return _tabel(["cluster", "wijken"], rijen)


def _tabel_wijkanalyses(data: VoorbeeldData) -> str:
    """Return the wijken that a wijkanalyse is about."""
    return _tabel(
        ["gemeente", "wijk", "code"],
        data.wijkanalyses[["gm_naam", "wk_naam", "wk_code"]].to_numpy().tolist(),
        tekst_kolommen=3,
    )


def _tabel_bestanden(data: VoorbeeldData) -> str:
    """Return what each file holds and how many rows it has."""
    rijen = (
        (LEEFBAAROMETER, "score per wijk en meting, officieel formaat", data.leefbaarometer),
        (CONTEXT, "kenmerken en contextfactoren per wijk", data.context),
        (CODEBOEK, "betekenis en eenheid per kolom", data.codeboek),
        (SELECTIELIJST, "geselecteerde wijken met hun labels", data.selectie),
    )
    regels = [[naam, inhoud, _nl(len(tabel), 0)] for naam, inhoud, tabel in rijen]
    regels.append(["wijkanalyses/", "fictieve wijkanalyses, met de hand geschreven", ""])
    regels.append(["adviezen/", "fictieve adviezen per thema, met de hand geschreven", ""])
    return _tabel(["bestand", "inhoud", "rijen"], regels, tekst_kolommen=2)


def maak_datasheet(data: VoorbeeldData, p: Parameters, zaad: int) -> str:
    """Return DATASHEET.md (Dutch): what the edition is, how it was made, the true values."""
    met_score = data.context["wk_code"].isin(data.leefbaarometer["wk_code"])
    metingen = data.leefbaarometer["wk_code"].value_counts()
    factoren = [factor.naam for factor in p.factoren]
    breed = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    correlatie = breed.corr().to_dict()
    stappen = [correlatie[van][tot] for van, tot in pairwise(JAREN)]
    stap = sum(stappen) / len(stappen)
    nul = [f"`{factor.naam}`" for factor in p.factoren if not any(factor.effect)]
    return _DATASHEET.format(
        zaad=zaad,
        bestanden=_tabel_bestanden(data),
        n_gemeenten=_nl(len(p.gemeenten), 0),
        n_wijken=_nl(len(metingen), 0),
        basis=_nl(AFW_BASIS, 10),
        dimensiejaren=_opsomming([str(jaar) for jaar in DIMENSIE_JAREN]),
        n_selectie=_nl(p.n_selectie, 0),
        ruis_selectie=_nl(p.sigma_selectie, 2),
        min_inwoners=_nl(p.min_inwoners, 0),
        min_inwoners_gemeente=_nl(p.min_inwoners_gemeente, 0),
        labels=_opsomming([f"{_nl(data.selectie[label].sum(), 0)} {label}" for label in LABELS]),
        stappen=_tabel_stappen(p),
        nul=_opsomming(nul),
        vensters=_tabel_vensters(p),
        ijking=_tabel_ijking(data),
        clusters=_tabel_clusters(data, p),
        onvolledig=_nl((metingen < len(JAREN)).sum(), 0),
        zonder_score=_nl((~met_score).sum(), 0),
        leeg=_nl(100 * data.context.loc[met_score, factoren].isna().mean().max(), 1),
        wijkanalyses=_tabel_wijkanalyses(data),
        stap=_nl(stap, 2),
        n_stappen=len(stappen),
        kaal=_nl(stap ** len(stappen), 2),
        lang=_nl(correlatie[JAREN[0]][JAREN[-1]], 2),
        aandeel_selectie=_nl(100 * len(data.selectie) / len(metingen), 0),
        leefbaarometer=LEEFBAAROMETER,
        selectielijst=SELECTIELIJST,
    )


_DATASHEET = """# Datasheet van de voorbeeldeditie

**Alle gegevens in deze map zijn fictief.** Gemeenten, wijken, scores, contextfactoren en
wijkanalyses zijn verzonnen. Geen enkel getal zegt iets over een bestaande wijk, gemeente,
instelling of persoon. Deze datasheet en de csv-bestanden zijn gemaakt met zaad {zaad} en worden
niet met de hand bewerkt.

## Waarom fictief

De voorbeeldeditie laat de hele keten zien zonder download, in de officiële bestandsformaten. Omdat
de gegevens gesimuleerd zijn, is bekend wat de regressies horen te vinden. Met echte gegevens kan
dat niet: daar kent niemand de ware samenhang.

## Bestanden

{bestanden}

Codes beginnen met GM9 en WK9; in de echte Leefbaarometer komen zulke codes niet voor. De
coördinaten (`x_rd`, `y_rd`) liggen op een eigen rooster en wijzen geen plek in Nederland aan.

## Hoe gemaakt

1. De {n_wijken} wijken in {n_gemeenten} gemeenten krijgen inwoners, een plek op het rooster en een
   verborgen kwetsbaarheid. Die bepaalt grotendeels hoe laag de score van 2002 is.
2. De contextfactoren hangen samen met die kwetsbaarheid, met de ligging en met de gemeente. Ze
   liggen vast voordat de scores na 2002 worden getrokken.
3. De scores na 2002 vormen een keten. De volgende score van een wijk is de som van: het landelijk
   gemiddelde bij de volgende meting; rho maal de afstand van de wijk tot het landelijk gemiddelde
   bij deze meting; de effecten van de factoren; een toevallige schok voor de hele gemeente
   (sigma_u); en een toevallige schok voor de wijk (sigma_e). De schokken hangen nergens mee samen.
4. De afwijking `afw` is `lbm` min {basis}. De vijf dimensies zijn er alleen in
   {dimensiejaren} en tellen op tot `afw`.
5. Geselecteerd zijn de {n_selectie} wijken met de laagste score van 2002, onder wijken met
   ten minste {min_inwoners} inwoners in gemeenten met ten minste
   {min_inwoners_gemeente} inwoners. Bij die score is eerst ruis opgeteld (standaarddeviatie
   {ruis_selectie}), omdat historische lijsten de score niet precies volgden.
   Labels: {labels}.
   Een wijk kan er meer dan één hebben.

De code staat in `workflow/scripts/leefbaarheid/voorbeeld/`. Opnieuw maken kan met
`make voorbeelddata`; dat geeft dezelfde bestanden, byte voor byte.

## Ware waarden

Per stap tussen twee metingen, in punten van `lbm`. Effecten van factoren gelden per genoemd aantal
eenheden (zie het codeboek); 0 betekent dat er geen effect is.

{stappen}

Zonder enig effect zijn {nul}. De twee crisisfactoren
(`woz_verandering_2009_2014` en `werkloosheid_verandering_2008_2013`) hebben geen effect in
2002–2008 en na 2016: daar hoort een schatting rond nul te liggen.

In een venster van meer stappen werken eerdere effecten door via de rho van latere stappen. Dit zijn
de ware coëfficiënten van de ANCOVA-vorm (eindscore op beginscore en alle factoren), per eenheid:

{vensters}

Een regressie van alleen de verandering, zonder beginscore, schat iets anders: daarin zit ook de
terugkeer naar het gemiddelde.

## IJking

Doel zijn kerncijfers van de echte Leefbaarometer: landelijk, en van de {n_selectie} wijken
die daarin in 2002 het laagst scoorden. De marge is de afwijking die wij toelaten.

{ijking}

Het doel voor laag inkomen is het aandeel inwoners dat moeite heeft met rondkomen (2012). Het doel
voor het aandeel gedaald volgt de gepubliceerde uitspraken "bijna 40%" en "een derde".

Clusters van de selectie volgens de regel van de voorbeeldeditie, eindjaar 2014:

{clusters}

## Ontbrekende waarden

- Metingen: {onvolledig} kleine wijken missen een of meer metingen. De rij ontbreekt dan, zoals
  in het officiële bestand. De dimensies zijn `NA` in de overige jaren.
- Wijken: {zonder_score} wijken staan wel in de contexttabel, maar niet in het scorebestand.
- Factoren: cellen zijn leeg door toeval, en bij `woz_verandering_2009_2014` ook voor hele gemeenten
  tegelijk. Per factor is ten hoogste {leeg}% van de wijken met scores leeg.

Wat ontbreekt hangt niet samen met de scores.

## Namen en wijkanalyses

Na de simulatie krijgt per wijkanalyse de eerste wijk (op code) in die gemeente de naam uit de
tekst, als haar cijfers bij de bedoeling van de tekst passen. De scores blijven zoals ze zijn. Het
zaad is zo gekozen dat voor elke tekst een wijk past en de ijking binnen de marges blijft.

{wijkanalyses}

## Beperkingen

- De keten heeft geen geheugen: alleen de vorige score telt. De correlatie van opeenvolgende
  metingen is gemiddeld {stap}; uit die correlatie alleen zou na {n_stappen} stappen {kaal}
  volgen. De correlatie 2002–2022 is hoger, {lang}, omdat de factoren in elke stap opnieuw
  meetellen.
- Van de wijken is {aandeel_selectie}% geselecteerd, naar verhouding veel meer dan in
  werkelijkheid. Om hun gemiddelde toch zo laag te krijgen, heeft de verdeling van 2002 een
  duidelijke linkerschouder.
- Uitschieters door sloop en nieuwbouw, zoals in de echte cijfers, zijn er niet. De spreiding van de
  schokken is voor alle wijken gelijk.
- Eén editie is één trekking, en het zaad is gekozen. Of een methode de ware waarden terugvindt,
  blijkt pas uit veel edities met andere zaden.

## Licentie

- `{leefbaarometer}` en `{selectielijst}`: CC0.
- Contextfactoren, codeboek, deze datasheet en de wijkanalyses: CC BY 4.0, Onderzoeksteam Kwetsbare
  wijken in beeld.
"""
