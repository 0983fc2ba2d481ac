"""Columns that many result tables share, each with its one meaning."""

from __future__ import annotations

from math import inf

from leefbaarheid.basis.begrippen import CLUSTERS, MODELLEN, STEEKPROEFNAMEN
from leefbaarheid.basis.contract import (
    GEBIEDSCODE,
    Kolom,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    tekst,
)
from leefbaarheid.basis.oordeel import SCHATTERS, WCR

PUNT = "scorepunt"
PUNT_PER_EENHEID = "scorepunt per eenheid van de term"
PUNT_PER_SD = "scorepunt per standaarddeviatie"

# ------------------------------------------------------------------ wijken, gemeenten, groepen
WK_CODE = tekst(
    "wk_code", "[[CBS-code]] van de [[gebied]], indeling van de Leefbaarometer", vorm=GEBIEDSCODE
)
WK_NAAM = tekst("wk_naam", "naam van de [[gebied]], alleen om te tonen")
GM_CODE = tekst("gm_code", "CBS-code van de gemeente", vorm=r"GM\d{4}")
GM_NAAM = tekst("gm_naam", "naam van de gemeente, alleen om te tonen")
WIJK = (WK_CODE, WK_NAAM, GM_CODE, GM_NAAM)
INWONERS = geheel(
    "inwoners",
    "aantal inwoners van de [[gebied]] in het peiljaar van het codeboek",
    bereik=(0, inf),
)
IN_SELECTIE = janee(
    "in_selectie", "de [[gebied]] hoort tot de geselecteerde [[gebieden]] van de studie"
)
CLUSTER = tekst("cluster", "cluster volgens de regel van de editie", waarden=CLUSTERS)
GROEP = tekst(
    "groep",
    "groep [[gebieden]]: `selectie`, `overig_in_aanmerking`, `land` of `label_<label>` (alle "
    "[[gebieden]] die dat beleidslabel hadden)",
)
SCORE = getal("lbm_<jaar>", "Leefbaarometerscore (totaalscore, hoger is beter) in dat jaar", PUNT)
VERANDERING = getal("delta_<van>_<tot>", "verandering van de score tussen die jaren", PUNT)

# ------------------------------------------------------------------ regressies
VAN = geheel("van", "eerste jaar van het venster", "jaar")
TOT = geheel("tot", "laatste jaar van het venster", "jaar")
UITKOMST = tekst("uitkomst", "venster van de uitkomst, als `van-tot`")
MODEL = tekst(
    "model",
    "modelvorm: verandering; eindscore gegeven beginscore (ancova); verandering gegeven de score "
    "in het basisjaar (basismeting)",
    waarden=MODELLEN,
)
STEEKPROEF = tekst(
    "steekproef",
    "de geselecteerde [[gebieden]], of alle [[gebieden]] die in aanmerking kwamen",
    waarden=tuple(STEEKPROEFNAMEN),
)
REGRESSIE = (UITKOMST, VAN, TOT, MODEL, STEEKPROEF)
TERM = tekst("term", "verklarende variabele: een factor, `constante`, `beginscore` of `basisscore`")
TERMLABEL = tekst("label", "naam van de factor in het codeboek; bij een andere term de term zelf")
FACTOR = tekst("factor", "contextfactor: een kolom van de contexttabel")
FACTORLABEL = tekst("label", "naam van de factor in het codeboek")
RIJLABEL = tekst(
    "label", "naam van de factor in het codeboek; in een andere rij gelijk aan `factor`"
)
EENHEID = tekst("eenheid", "eenheid van de term")
N = geheel("n", "aantal [[gebieden]] in de schatting")
N_GEMEENTEN = geheel("n_gemeenten", "aantal gemeenten in de schatting")

COEF = getal("coef", "geschatte coëfficiënt", PUNT_PER_EENHEID)
SE = getal("se", "standaardfout van de coëfficiënt", PUNT_PER_EENHEID)
P = aandeel("p", "p-waarde van de tweezijdige toets op nul")
CI = (
    getal("ci_laag", "ondergrens van het 95%-interval", PUNT_PER_EENHEID),
    getal("ci_hoog", "bovengrens van het 95%-interval", PUNT_PER_EENHEID),
)
COEF_SD = getal("coef_sd", "coëfficiënt per standaarddeviatie van de term", PUNT_PER_SD)
CI_SD = (
    getal("ci_sd_laag", "ondergrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
    getal("ci_sd_hoog", "bovengrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
)
SD_FACTOR = getal(
    "sd_factor", "standaarddeviatie van de term in de hoofdschatting", "eenheid van de term"
)
SCHATTER = tekst(
    "schatter", "leidende schatter: waar se, p en interval vandaan komen", waarden=SCHATTERS
)
SCHATTING = (COEF, SE, P, *CI, COEF_SD, *CI_SD, SD_FACTOR)


def schatterkolommen(naam: str, van: str) -> tuple[Kolom, ...]:
    """Return standard error, interval and p-value of one estimator, side by side with others."""
    se = () if naam == WCR else (getal(f"{naam}_se", f"standaardfout {van}", PUNT_PER_EENHEID),)
    return mag_leeg(
        *se,
        getal(f"{naam}_ci_laag", f"ondergrens van het 95%-interval {van}", PUNT_PER_EENHEID),
        getal(f"{naam}_ci_hoog", f"bovengrens van het 95%-interval {van}", PUNT_PER_EENHEID),
        aandeel(f"{naam}_p", f"p-waarde {van}"),
    )


# ------------------------------------------------------------------ verdicts of checks
TEKEN_VERSCHILT = janee("teken_verschilt", "de schattingen hebben niet alle hetzelfde teken")
SIGNIFICANTIE_VERSCHILT = janee(
    "significantie_verschilt", "de ene schatting is aantoonbaar (p < 0,05), een andere niet"
)
EENSGEZIND = janee("eensgezind", "teken en aantoonbaarheid verschillen niet")
