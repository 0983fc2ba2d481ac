"""Tables of the checks on the regressions, for the tests of what the documents say about them."""

from __future__ import annotations

from leefbaarheid.basis.oordeel import STEM_VAN
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.stof import Stof

MIN = "\N{MINUS SIGN}"
FACTOREN = ["werkloosheid", "corporatie_pct", "dichtheid"]
LABELS = {
    "werkloosheid": "Werkloosheid",
    "corporatie_pct": "Woningen van corporaties",
    "dichtheid": "WOZ-waarde",
}
EDITIE = {
    "factoren": FACTOREN,
    "regressie": {
        "hoofdvenster": [2012, 2014],
        "hoofdmodel": "ancova",
        "vensters": [[2008, 2012], [2012, 2014]],
        "modellen": ["verandering", "ancova", "basismeting"],
        "steekproeven": ["selectie", "in_aanmerking"],
    },
    "inferentie": {
        "snel": False,
        "primaire_schatter": "wcr",
        "primaire_factoren": ["werkloosheid", "corporatie_pct"],
        "dimensie_van_factor": {"corporatie_pct": "won"},
        "imputaties": 20,
    },
}
CODEBOEK = [{"factor": f, "label": LABELS[f], "eenheid": "%"} for f in FACTOREN]
UIT = [{"reden": ToetsReden.STAAT_UIT.met()}]


def maak_stof(editie=None, codeboek=CODEBOEK, **tabellen):
    inhoud = {f"robuustheid_{naam}": rijen for naam, rijen in tabellen.items()}
    if codeboek:
        inhoud["codeboek"] = codeboek
    return Stof(EDITIE | (editie or {}), Cijfers(), inhoud)


def hoofdrij(factor, coef, p, half=0.01, /, **rest):
    """One estimate of the main regression; `half` is half its interval."""
    return {
        **{"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie"},
        **{"term": factor, "label": LABELS[factor], "coef_sd": coef, "p": p, "reden": None},
        "ci_sd_laag": None if coef is None else coef - half,
        "ci_sd_hoog": None if coef is None else coef + half,
        **rest,
    }


def eindrij(factor, coef, p, oordeel, mde=0.02, **rest):
    rij = hoofdrij(factor, coef, p, factor=factor, oordeel=oordeel, mde_sd=mde, p_aangepast=None)
    rij |= {"n_stemmen": 5, "n_zelfde_teken": 5, "n_met_toets": 4, "n_sluit_nul_uit": 4}
    rij |= {"waarom": "geteld?n_stemmen=5&n_zelfde_teken=5&n_sluit_nul_uit=4&n_met_toets=4"}
    rij |= {"houdt_stand": None, "correctie": None}
    rij |= dict.fromkeys(("coef_sd_binnen", "p_binnen", "coef_sd_tussen", "p_verschil"))
    return {k: v for k, v in rij.items() if k not in ("van", "tot", "model", "steekproef")} | rest


def controlerij(factor, naam, coef=0.01, p=0.01, telt=True, reden=None):
    sluit = None if p is None or not telt else p < 0.05
    return hoofdrij(factor, coef, p, reden=reden) | {
        **{"factor": factor, "controle": naam, "telt_mee": telt},
        "stem": STEM_VAN[naam].value,
        **{"sluit_nul_uit": sluit, "zelfde_teken": True},
    }


def alle(maak_rij, **rest):
    """A row per factor: clear and negative, null, null."""
    return [
        maak_rij("werkloosheid", -0.03, 0.001, **rest),
        maak_rij("corporatie_pct", 0.004, 0.4, **rest),
        maak_rij("dichtheid", 0.002, 0.8, **rest),
    ]


EIND = [
    eindrij("werkloosheid", -0.03, 0.001, "robuust"),
    eindrij("corporatie_pct", 0.004, 0.4, "onzeker", mde=0.015, n_sluit_nul_uit=0),
    eindrij("dichtheid", 0.002, 0.8, "gevoelig", mde=0.025, n_sluit_nul_uit=2),
]
_BEREKEND = {
    **{"kracht": 0.8, "mde": 0.5, "icc": 0.3, "G_eff_icc": 7.0, "df": 6.0, "trekkingen": 1000},
    **{"kracht_half": 0.3, "overdrijving": 1.6},
}
AANTOONBAAR = [
    hoofdrij(factor, coef, None, mde_sd=mde, mde_simulatie_sd=mde, mde_formule_sd=formule)
    | _BEREKEND
    | {"nul_in_interval": nul}
    for factor, coef, mde, formule, nul in (
        ("werkloosheid", -0.03, 0.02, 0.018, False),
        ("corporatie_pct", 0.004, 0.015, 0.01, True),
        ("dichtheid", 0.002, 0.04, 0.03, True),
    )
]
