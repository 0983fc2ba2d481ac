"""The fixed terms of the study and of the Leefbaarometer (DOMAIN: sections 1 and 2)."""

from leefbaarheid.basis.gebied import Woordenlijst

KLASSENAMEN = (
    "zeer onvoldoende",
    "ruim onvoldoende",
    "onvoldoende",
    "zwak",
    "voldoende",
    "ruim voldoende",
    "goed",
    "zeer goed",
    "uitstekend",
)
"""The classes 1-9 of the total score, Leefbaarometer 3.0."""

CLUSTERS = SUCCES, VROEGSIGNALERING, GESTAAG_HERSTEL, TERUGVAL, NIET_INGEDEELD = (
    "Succes!",
    "Vroegsignalering",
    "Gestaag herstel",
    "Terugval",
    "niet ingedeeld",
)
"""The four clusters of the study (Platform31/RIGO 2017) and the group none of them describes."""

ZONDER_CLUSTER = "onbekend"
"""What wijken are called that cannot be in a cluster, because a score is missing."""

OORDELEN = STIJGER, DALER, STABIEL, GEMENGD = ("stijger", "daler", "stabiel", "gemengd")
"""What the writers of a wijkanalyse conclude about the development of the wijk."""

DIMENSIES = {
    "fys": "fysieke omgeving",
    "onv": "overlast en onveiligheid",
    "soc": "sociale samenhang",
    "vrz": "voorzieningen",
    "won": "woningvoorraad",
}
"""The five dimensions of the Leefbaarometer; they add up to the deviation `afw`."""

SECTIES = (
    "Profiel",
    "Ontwikkeling",
    "Perspectief gemeente",
    "Perspectief professionals",
    "Perspectief bewoners en ondernemers",
    "Opgaven",
    "Aanpak en opbrengst",
    "Bronnen",
)
"""The fixed headings of a wijkanalyse, in the only order allowed."""

KORTE_AANPAK, ADVIEZEN = "Aanpak in het kort", "Adviezen"
VRIJE_SECTIES = (KORTE_AANPAK, ADVIEZEN)
"""Headings a wijkanalyse may have and need not; under them stand lists of fields, anywhere."""

SELECTIE, IN_AANMERKING = "selectie", "in_aanmerking"
OVERIG, LAND = "overig_in_aanmerking", "land"
"""Which wijken: the selection, all that were eligible, the eligible ones outside the selection, and
all wijken with a score."""

GROEPNAMEN = Woordenlijst(
    {
        SELECTIE: "geselecteerde [[gebieden]]",
        OVERIG: "overige [[gebieden]] die in aanmerking kwamen",
        LAND: "alle [[gebieden]]",
    }
)
"""The groups that are compared, as text and figures call them."""

STEEKPROEFNAMEN = Woordenlijst(
    {
        SELECTIE: "geselecteerde [[gebieden]]",
        IN_AANMERKING: "alle [[gebieden]] die in aanmerking kwamen",
    }
)
"""The samples of the regressions, as text and figures call them."""

MODELLEN = VERANDERING, ANCOVA, BASISMETING = ("verandering", "ancova", "basismeting")
MODELNAMEN = {
    VERANDERING: "verandering",
    ANCOVA: "eindscore gegeven beginscore",
    BASISMETING: "verandering gegeven basismeting",
}
"""The model forms, as text and figures call them."""
