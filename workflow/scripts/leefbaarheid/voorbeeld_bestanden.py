"""Writes the bundled example edition: four csv files in the official formats and a datasheet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.schrijven import schrijf_tabel, schrijf_tekst
from leefbaarheid.voorbeeld import (
    AFW_BASIS,
    CLUSTERS,
    DIMENSIE_JAREN,
    DIMENSIES,
    JAREN,
    LABELS,
    ZAAD,
    Parameters,
    VoorbeeldData,
    clusters_2014,
    simuleer,
    ware_beginscore,
    ware_effecten,
)

LEEFBAAROMETER = "Leefbaarometer-scores wijken 2002-2022.csv"
CONTEXT = "contextfactoren-wijken.csv"
CODEBOEK = "codeboek-contextfactoren.csv"
SELECTIELIJST = "selectielijst.csv"
DATASHEET = "DATASHEET.md"
VENSTERS = ((2002, 2008), (2008, 2012), (2012, 2014), (2012, 2016), (2014, 2022))

# Targets of DOMAIN.md section 3.
DOEL_GEMIDDELD = (4.096, 4.101, 4.115, 4.127, 4.142, 4.146, 4.151, 4.153)
DOEL_SPREIDING = (0.133, 0.128, 0.124, 0.123, 0.122, 0.119, 0.113, 0.112)
DOEL_SELECTIE = (3.814, 3.843, 3.878, 3.893, 3.911, 3.925, 3.956, 3.961)
DOEL_DIMENSIES = {
    "fys": (0.006, 0.046, -0.010),
    "onv": (0.046, 0.072, -0.100),
    "soc": (0.036, 0.053, -0.047),
    "vrz": (-0.072, 0.132, 0.063),
    "won": (0.035, 0.045, -0.047),
}


def _met_decimalen(kolom: pd.Series, decimalen: int, leeg: str) -> list[str]:
    """Return the numbers as text with a fixed number of decimals, never "-0.0"."""
    return [leeg if pd.isna(x) else f"{x + 0.0:.{decimalen}f}" for x in kolom]


def _leefbaarometer_tekst(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the scores as text in the official form: NA for missing."""
    uit = tabel[["wk_code", "wk_naam", "jaar"]].copy()
    for kolom in ("lbm", "afw", *DIMENSIES):
        uit[kolom] = _met_decimalen(tabel[kolom], 10 if kolom in ("afw", "won") else 6, "NA")
    return uit


def _context_tekst(p: Parameters, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the context table as text: an empty cell for missing."""
    decimalen = {factor.naam: factor.decimalen for factor in p.factoren}
    uit = tabel.iloc[:, :4].copy()
    for kolom in tabel.columns[4:]:
        uit[kolom] = _met_decimalen(tabel[kolom], decimalen.get(kolom, 0), "")
    return uit


def schrijf_voorbeeld(
    doel: str | Path, zaad: int = ZAAD, parameters: Parameters | None = None
) -> VoorbeeldData:
    """Write the example edition to the folder `doel` and return it. Same seed, same bytes.

    Raises:
        ValueError: in this edition a wijkanalyse has no wijk with figures that fit it.
    """
    p, doel = parameters or Parameters(), Path(doel)
    data = simuleer(p, zaad)
    zonder = data.wijkanalyses.loc[data.wijkanalyses["wk_code"].isna(), "wk_naam"]
    if len(zonder):
        raise ValueError(f"zaad {zaad} geeft geen passende wijk voor: {', '.join(zonder)}")
    schrijf_tabel(_leefbaarometer_tekst(data.leefbaarometer), doel / LEEFBAAROMETER)
    schrijf_tabel(_context_tekst(p, data.context), doel / CONTEXT)
    schrijf_tabel(data.codeboek, doel / CODEBOEK)
    schrijf_tabel(data.selectie, doel / SELECTIELIJST)
    schrijf_tekst(maak_datasheet(data, p, zaad), doel / DATASHEET)
    return data


# --- calibration ---------------------------------------------------------------------------------


def ijking(data: VoorbeeldData) -> pd.DataFrame:
    """Return what the edition was calibrated to, and what it reached.

    Returns:
        One row per target: groep, kenmerk, jaar, doel, bereikt, tolerantie (largest difference
        that counts as reached), decimalen (for display). Targets: DOMAIN.md section 3.
    """
    breed = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    context = data.context.set_index("wk_code")
    selectie = data.selectie["wk_code"]
    gekozen = breed.loc[selectie]
    correlatie = breed.corr()
    rijen: list[tuple[str, str, str, float, float, float, int]] = []

    def voeg(groep, kenmerk, jaar, doel, bereikt, tolerantie, decimalen=3):
        rijen.append((groep, kenmerk, str(jaar), doel, float(bereikt), tolerantie, decimalen))

    for j, jaar in enumerate(JAREN):
        voeg("alle wijken", "gemiddelde score", jaar, DOEL_GEMIDDELD[j], breed[jaar].mean(), 0.008)
    for j, jaar in enumerate(JAREN):
        voeg("alle wijken", "standaarddeviatie", jaar, DOEL_SPREIDING[j], breed[jaar].std(), 0.008)
    for j, jaar in enumerate(JAREN):
        voeg("selectie", "gemiddelde score", jaar, DOEL_SELECTIE[j], gekozen[jaar].mean(), 0.015)
    for jaar, doel in ((2002, 0.069), (2022, 0.100)):
        voeg("selectie", "standaarddeviatie", jaar, doel, gekozen[jaar].std(), 0.020)
    for van, tot in pairwise(JAREN):
        r = correlatie.loc[van, tot]
        voeg("alle wijken", "correlatie opeenvolgende metingen", f"{van}-{tot}", 0.94, r, 0.025)
    voeg("alle wijken", "correlatie", "2002-2022", 0.77, correlatie.loc[2002, 2022], 0.05)
    for van, tot in pairwise(JAREN):
        sd = (breed[tot] - breed[van]).std()
        voeg("alle wijken", "standaarddeviatie verandering", f"{van}-{tot}", 0.04, sd, 0.008)
    grootste = context.loc[selectie, "gm_code"].value_counts(normalize=True).iloc[0]
    voeg("selectie", "aandeel grootste gemeente", "", 0.19, grootste, 0.02, 2)
    daalt = (gekozen[2014] < gekozen[2012]).mean()
    voeg("selectie", "aandeel gedaald", "2012-2014", 0.39, daalt, 0.06, 2)

    per_2022 = data.leefbaarometer[data.leefbaarometer["jaar"] == 2022].set_index("wk_code")
    for naam, (gemiddelde, spreiding, _) in DOEL_DIMENSIES.items():
        waarde = per_2022[naam]
        voeg("alle wijken", f"gemiddelde {naam}", 2022, gemiddelde, waarde.mean(), 0.010)
        voeg("alle wijken", f"standaarddeviatie {naam}", 2022, spreiding, waarde.std(), 0.012)
    for naam, (_, _, in_selectie) in DOEL_DIMENSIES.items():
        waarde = per_2022.loc[selectie, naam].mean()
        voeg("selectie", f"gemiddelde {naam}", 2022, in_selectie, waarde, 0.025)

    for kolom, kort, landelijk, sd, in_selectie, sd_selectie in (
        ("corporatie_pct_2008", "corporatiebezit (%)", 24, 13, 47, 14),
        ("laag_inkomen_pct_2008", "laag inkomen (%)", 21, 6.6, 36, 7.2),
    ):
        alle, deel = context[kolom], context.loc[selectie, kolom]
        voeg("alle wijken", f"gemiddelde {kort}", 2008, landelijk, alle.mean(), 1.5, 1)
        voeg("alle wijken", f"standaarddeviatie {kort}", 2008, sd, alle.std(), 1.5, 1)
        voeg("selectie", f"gemiddelde {kort}", 2008, in_selectie, deel.mean(), 2.5, 1)
        voeg("selectie", f"standaarddeviatie {kort}", 2008, sd_selectie, deel.std(), 2.5, 1)
    woz = context.groupby("gm_code")["woz_verandering_2009_2014"].mean()
    voeg("gemeenten", "gemiddelde woningwaarde (%)", "2009-2014", -12, woz.mean(), 1.0, 1)
    voeg("gemeenten", "standaarddeviatie woningwaarde", "2009-2014", 3.6, woz.std(), 0.6, 1)
    return pd.DataFrame(
        rijen,
        columns=["groep", "kenmerk", "jaar", "doel", "bereikt", "tolerantie", "decimalen"],
    )


# --- datasheet -----------------------------------------------------------------------------------


def _nl(waarde: float, decimalen: int) -> str:
    """Return a number in Dutch form: decimal comma, point per thousand, true minus sign."""
    tekst = f"{abs(waarde):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"−{tekst}" if waarde < 0 and tekst.strip("0,") else tekst


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
    rijen = [
        [r.groep, r.kenmerk, r.jaar.replace("-", "–"), _nl(r.doel, r.decimalen),
         _nl(r.bereikt, r.decimalen)]
        for r in ijking(data).itertuples()
    ]  # fmt: skip
    return _tabel(["groep", "kenmerk", "jaar", "doel", "bereikt"], rijen, tekst_kolommen=3)


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


def maak_datasheet(data: VoorbeeldData, p: Parameters, zaad: int) -> str:
    """Return DATASHEET.md (Dutch): what the edition is, how it was made, the true values."""
    met_score = data.leefbaarometer["wk_code"]
    metingen = met_score.value_counts()
    factoren = [factor.naam for factor in p.factoren]
    leeg = data.context.loc[data.context["wk_code"].isin(met_score), factoren].isna().mean()
    nul = [f.naam for f in p.factoren if not any(f.effect)]
    per_label = ", ".join(f"{_nl(data.selectie[label].sum(), 0)} {label}" for label in LABELS)
    return f"""# Datasheet van de voorbeeldeditie

**Alle gegevens in deze map zijn fictief.** Gemeenten, wijken, scores, contextfactoren en wijkanalyses
zijn verzonnen. Geen enkel getal zegt iets over een bestaande wijk, gemeente, instelling of persoon.
Dit bestand en de csv-bestanden zijn gemaakt met zaad {zaad} en worden niet met de hand bewerkt.

## Waarom fictief

De voorbeeldeditie laat de hele keten zien zonder download, in de officiële bestandsformaten. Omdat de
gegevens gesimuleerd zijn, is bekend wat de regressies horen te vinden. Met echte gegevens kan dat niet:
daar kent niemand de ware samenhang.

## Bestanden

{
        _tabel(
            ["bestand", "rijen", "inhoud"],
            [
                [
                    LEEFBAAROMETER,
                    _nl(len(data.leefbaarometer), 0),
                    "score per wijk en meting, officieel formaat",
                ],
                [CONTEXT, _nl(len(data.context), 0), "kenmerken en contextfactoren per wijk"],
                [CODEBOEK, _nl(len(data.codeboek), 0), "betekenis en eenheid per kolom"],
                [SELECTIELIJST, _nl(len(data.selectie), 0), "geselecteerde wijken met hun labels"],
                ["wijkanalyses/", "", "fictieve wijkanalyses (met de hand geschreven)"],
            ],
            1,
        )
    }

Codes beginnen met GM9 en WK9, nummers die het CBS niet uitgeeft voor gemeenten in deze reeks. De
coördinaten (`x_rd`, `y_rd`) liggen op een eigen rooster; ze wijzen geen plek in Nederland aan.

## Hoe gemaakt

1. {_nl(len(p.gemeenten), 0)} gemeenten en {
        _nl(metingen.size, 0)
    } wijken krijgen inwoners, een plek en
   een verborgen kwetsbaarheid, die bepaalt hoe laag de score van 2002 is.
2. De contextfactoren hangen met die kwetsbaarheid samen, met de ligging en met de gemeente. Ze
   liggen vast voordat de ontwikkeling na 2002 begint.
3. De scores na 2002 volgen een keten. De score van een wijk bij de volgende meting is: het
   landelijk gemiddelde van dan, plus rho maal de afstand tot het landelijk gemiddelde nu, plus de
   effecten van de factoren, plus een toevallige schok voor de hele gemeente (sigma_u), plus een
   toevallige schok voor de wijk (sigma_e). De schokken hangen nergens mee samen.
4. `afw` is `lbm − {_nl(AFW_BASIS, 10)}`. De vijf dimensies zijn er alleen in
   {", ".join(str(jaar) for jaar in DIMENSIE_JAREN)} en tellen op tot `afw`.
5. De selectie bestaat uit de {
        _nl(p.n_selectie, 0)
    } laagste scores van 2002, met ruis (standaarddeviatie
   {
        _nl(p.sigma_selectie, 2)
    }) omdat historische lijsten de score niet precies volgden, onder wijken met ten
   minste {_nl(p.min_inwoners, 0)} inwoners in gemeenten met ten minste {
        _nl(p.min_inwoners_gemeente, 0)
    } inwoners.
   Labels: {per_label}; een wijk kan er meer dan één hebben.

De code staat in `workflow/scripts/leefbaarheid/voorbeeld.py`. Opnieuw maken: `make voorbeelddata`; dat
geeft dezelfde bestanden, byte voor byte.

## Ware waarden

Per stap tussen twee metingen, in punten van `lbm`. Effecten van factoren gelden per genoemd aantal
eenheden (zie het codeboek); 0 betekent dat er geen effect is.

{_tabel_stappen(p)}

Zonder enig effect: {" en ".join(f"`{naam}`" for naam in nul)}. De twee crisisfactoren
(`woz_verandering_2009_2014`, `werkloosheid_verandering_2008_2013`) hebben in 2002–2008 en na 2016
geen effect: een schatting voor die jaren hoort nul te zijn.

Voor een venster van meer stappen werken eerdere effecten door met de rho van latere stappen. Dit
zijn de ware coëfficiënten van de ANCOVA-vorm (eindscore ~ beginscore + alle factoren), per eenheid:

{_tabel_vensters(p)}

Een regressie van alleen de verandering, zonder beginscore, schat iets anders: daarin zit de terugkeer
naar het gemiddelde.

## IJking

Doel zijn de landelijke kerncijfers van de echte Leefbaarometer en van de 140 wijken die daarin in 2002
het laagst scoorden.

{_tabel_ijking(data)}

Het doel voor laag inkomen is het aandeel dat moeite heeft met rondkomen (2012). Dat van het aandeel
gedaald ligt tussen de gepubliceerde "een derde" en "bijna 40 procent".

Clusters van de selectie (regel van de voorbeeldeditie, eindjaar 2014):

{_tabel_clusters(data, p)}

## Ontbrekende waarden

- {
        _nl((metingen < len(JAREN)).sum(), 0)
    } kleine wijken missen een of meer metingen (de rij ontbreekt, zoals in het
  officiële bestand); dimensies zijn `NA` in de andere jaren.
- {
        _nl((~data.context["wk_code"].isin(met_score)).sum(), 0)
    } wijken staan wel in de contexttabel en niet in het scorebestand.
- Cellen van factoren zijn leeg: door toeval, en bij `woz_verandering_2009_2014` ook voor hele gemeenten.
  Het hoogste aandeel leeg in een factor is {
        _nl(100 * leeg.max(), 1)
    }%. Wat ontbreekt hangt niet samen met de score.

## Namen en wijkanalyses

Namen van gemeenten en wijken zijn verzonnen. Na de simulatie krijgt per wijkanalyse de eerste wijk (op
code) in die gemeente de naam uit de tekst, mits de cijfers bij de bedoeling van de tekst passen; de
scores blijven zoals ze zijn. Het zaad is zo gekozen dat voor elke tekst een wijk past en de ijking
klopt.

{_tabel_wijkanalyses(data)}

## Beperkingen

- Een keten zonder geheugen heeft maar één knop voor samenhang in de tijd: stappen van ongeveer 0,95
  geven over zeven stappen nog 0,70. Dat de samenhang 2002–2022 hoger uitkomt, komt door de factoren, die
  in elke stap opnieuw meetellen.
- Ongeveer een op de zeven wijken is geselecteerd; in werkelijkheid is dat een op de 24. Om hun scores
  toch zo laag te krijgen, heeft de verdeling van 2002 een duidelijke linkerschouder.
- Er zijn geen uitschieters door sloop en nieuwbouw, zoals in de echte cijfers, en de spreiding van de
  schokken is voor alle wijken gelijk.
- Eén editie is één trekking. Of de methode klopt, blijkt uit veel edities met andere zaden; een test
  doet dat.

## Licentie

De bestanden {LEEFBAAROMETER} en {
        SELECTIELIJST
    }: CC0. De contextfactoren, het codeboek, deze datasheet
en de wijkanalyses: CC BY 4.0, Onderzoeksteam Kwetsbare wijken in beeld.
"""
