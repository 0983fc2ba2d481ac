"""Contracts of the tables of the data stage: what `data/raw` says, tidy."""

from __future__ import annotations

from math import inf

from leefbaarheid.basis.contract import (
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    FACTOR,
    INWONERS,
    PUNT,
    WIJK,
    WK_CODE,
    WK_NAAM,
)
from leefbaarheid.basis.tabelwaarden import Ernst

REGEL = "lees_bronnen"

DIMENSIES = mag_leeg(
    getal("fys", "bijdrage van de fysieke omgeving aan `afw`; alleen in sommige jaren", PUNT),
    getal("onv", "bijdrage van overlast en onveiligheid aan `afw`; alleen in sommige jaren", PUNT),
    getal("soc", "bijdrage van de sociale samenhang aan `afw`; alleen in sommige jaren", PUNT),
    getal("vrz", "bijdrage van de voorzieningen aan `afw`; alleen in sommige jaren", PUNT),
    getal("won", "bijdrage van de woningvoorraad aan `afw`; alleen in sommige jaren", PUNT),
)
PLAATS = mag_leeg(
    getal("x", "x van een punt in de [[gebied]] (RD New)", "m"),
    getal("y", "y van een punt in de [[gebied]] (RD New)", "m"),
)
IN_BRONNEN = (
    janee("in_bron_leefbaarometer", "de [[gebied]] heeft een regel in de Leefbaarometer"),
    janee("in_bron_context", "de [[gebied]] heeft een regel in de contexttabel"),
)
VOORWAARDE = getal(
    "voorwaarde_<kenmerk>",
    "waarde waarop een voorwaarde van de selectie rust (alleen met `selectie.voorwaarden`)",
    "zie codeboek",
    leeg=True,
)
LABEL = janee("label_<label>", "de [[gebied]] had dit beleidslabel (alleen met een selectielijst)")

PANEL = Tabel(
    "panel",
    REGEL,
    "Een rij per [[gebied]] en meetjaar: de scores van de Leefbaarometer.",
    ("wk_code", "jaar"),
    (
        WK_CODE,
        WK_NAAM,
        geheel("jaar", "meetjaar", "jaar", bereik=(1900, 2099)),
        *mag_leeg(
            getal("lbm", "Leefbaarometerscore (totaalscore, hoger is beter)", PUNT),
            getal("afw", "afwijking van een vaste basis, niet van het jaargemiddelde", PUNT),
        ),
        *DIMENSIES,
    ),
    map="data",
)
BRONWIJKEN = Tabel(
    "bronwijken",
    REGEL,
    "Een rij per [[gebied]] die in een van de bronnen staat, met haar kenmerken.",
    ("wk_code",),
    (*WIJK, *mag_leeg(INWONERS), *PLAATS, *IN_BRONNEN, VOORWAARDE, LABEL),
    map="data",
    bestand="wijken",
)
CONTEXT = Tabel(
    "context",
    REGEL,
    "Een rij per [[gebied]] met de contextfactoren van de editie.",
    ("wk_code",),
    (
        WK_CODE,
        getal("<factor>", "waarde van de factor; het codeboek zegt wat", "zie codeboek", leeg=True),
    ),
    map="data",
)
CODEBOEK = Tabel(
    "codeboek",
    REGEL,
    "Een rij per contextfactor: wat hij meet en waar hij vandaan komt.",
    ("factor",),
    (
        FACTOR,
        tekst(
            "label",
            "naam van de factor in het rapport; met peiljaar en † als hij na de hoofdperiode is "
            "gemeten",
        ),
        tekst("eenheid", "eenheid van de waarden"),
        tekst("bron", "herkomst van de gegevens"),
        tekst("peiljaar", "jaar of periode waarover gemeten is"),
        tekst("licentie", "licentie van de bron"),
        tekst("concept", "begrip waar de factor een maat voor is"),
        tekst("toelichting", "hoe de factor gemaakt is", leeg=True),
    ),
    bestand="factoren",
)
GRENZEN = Tabel(
    "grenzen",
    REGEL,
    "Een rij per gemeente met haar grens; leeg voor een editie zonder kaart.",
    ("code",),
    (
        tekst("code", "CBS-code van de gemeente"),
        tekst("wkb", "grens in RD New (EPSG:28992) als WKB, hexadecimaal geschreven"),
    ),
    map="data",
)
WIJKGRENZEN = Tabel(
    "wijkgrenzen",
    REGEL,
    "Een rij per [[gebied]] met haar grens, voor kaarten; leeg voor een editie zonder "
    "[[gebied+grenzen]].",
    ("code",),
    (
        tekst("code", "[[CBS-code]] van de [[gebied]]"),
        tekst("wkb", "grens in RD New (EPSG:28992) als WKB, hexadecimaal geschreven"),
    ),
    map="data",
)
ONDER_DE_LOEP = Tabel(
    "onder_de_loep",
    REGEL,
    "Een rij per [[gebied]] die een eerder onderzoek van dichtbij bekeek; leeg voor een editie "
    "zonder zo'n lijst.",
    ("nr",),
    (
        geheel("nr", "volgnummer"),
        tekst("wijk", "naam van de [[gebied]] in dat onderzoek", leeg=True),
        tekst("gemeente", "gemeente", leeg=True),
        tekst("wk_code", "[[CBS-code]] van de [[gebied]] van die naam", leeg=True),
        tekst(
            "toelichting", "hoe de [[gebied]] is gevonden, of waarom zij geen code heeft", leeg=True
        ),
    ),
)
DATAKWALITEIT = Tabel(
    "datakwaliteit",
    REGEL,
    "Een rij per controle van een bron: wat bekeken is en wat opviel.",
    ("controle", "bron", "kolom", "jaar", "toelichting"),
    (
        tekst("controle", "wat er gecontroleerd is"),
        tekst("bron", "in welke bron"),
        tekst("kolom", "in welke kolom; leeg voor het hele bestand", leeg=True),
        geheel("jaar", "in welk jaar; leeg voor alle jaren", "jaar", leeg=True),
        geheel("n", "aantal gecontroleerde gevallen", bereik=(0, inf)),
        geheel("n_afwijkend", "aantal dat afwijkt", bereik=(0, inf)),
        aandeel("aandeel", "`n_afwijkend` gedeeld door `n`"),
        tekst("ernst", "hoe erg het is", waarden=tuple(Ernst)),
        reden("toelichting", "wat er gevonden is", leeg=False),
    ),
)

TABELLEN = registreer(
    PANEL, BRONWIJKEN, CONTEXT, CODEBOEK, GRENZEN, WIJKGRENZEN, ONDER_DE_LOEP, DATAKWALITEIT
)
