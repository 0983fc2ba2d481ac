"""The chapter on robustness: its rows, its sentences, and what happens when a check is off."""

from __future__ import annotations

import math
import re

import pytest

from hulp import WORTEL
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.rapport.sjablonen import maak_omgeving
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.rijen_robuustheid import interval, kort_cel, schatting_cel
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.zinnen_robuustheid import Robuustheid, zinbegin
from leefbaarheid.toetsen.trekkingen import STAAT_UIT

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
UIT = [{"reden": STAAT_UIT}]


def maak(editie=None, codeboek=CODEBOEK, **tabellen):
    inhoud = {f"robuustheid_{naam}": rijen for naam, rijen in tabellen.items()}
    if codeboek:
        inhoud["codeboek"] = codeboek
    return Robuustheid(EDITIE | (editie or {}), Cijfers(), inhoud)


def kern(factor, coef, p, half=0.01, /, **rest):
    """One estimate of the main regression; `half` is half its interval."""
    return {
        **{"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie"},
        **{"term": factor, "label": LABELS[factor], "coef_sd": coef, "p": p, "reden": None},
        "ci_sd_laag": None if coef is None else coef - half,
        "ci_sd_hoog": None if coef is None else coef + half,
        **rest,
    }


def eind(factor, coef, p, oordeel, mde=0.02, **rest):
    rij = kern(factor, coef, p, factor=factor, oordeel=oordeel, mde_sd=mde, p_holm=None)
    rij |= {"n_controles": 5, "n_zelfde_teken": 5, "n_sluit_nul_uit": 4, "waarom": "zo"}
    return {k: v for k, v in rij.items() if k not in ("van", "tot", "model", "steekproef")} | rest


def controle(factor, naam, coef=0.01, p=0.01, telt=True, reden=None):
    sluit = None if p is None or not telt else p < 0.05
    return kern(factor, coef, p, reden=reden) | {
        **{"factor": factor, "controle": naam, "naam": naam, "telt_mee": telt},
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
    eind("werkloosheid", -0.03, 0.001, "robuust"),
    eind("corporatie_pct", 0.004, 0.4, "onzeker", mde=0.015, n_sluit_nul_uit=0),
    eind("dichtheid", 0.002, 0.8, "gevoelig", mde=0.025, n_sluit_nul_uit=2),
]
AANTOONBAAR = [
    kern("werkloosheid", -0.03, None, mde_sd=0.02, mde=0.5, nul_in_interval=False, kracht=0.8),
    kern("corporatie_pct", 0.004, None, mde_sd=0.015, mde=0.5, nul_in_interval=True, kracht=0.8),
    kern("dichtheid", 0.002, None, mde_sd=0.04, mde=0.5, nul_in_interval=True, kracht=0.8),
]


# ---------------------------------------------------------------------------- cells


def test_interval_breekt_niet_af_en_kan_open_zijn():
    assert interval(-0.0123, 0.004) == rf"{MIN}0,012\ tot\ +0,004"
    assert interval(-math.inf, 0.004) == r"onbegrensd\ tot\ +0,004"
    assert interval(None, 0.004) == "–"


def test_een_onbegrensd_interval_uit_een_bestand(tmp_path):
    (tmp_path / "t.csv").write_text("ci_sd_laag,ci_sd_hoog\n-inf,inf\n")
    rij = lees_tabel(tmp_path / "t.csv")[0]
    assert interval(*rij.values()) == r"onbegrensd\ tot\ onbegrensd"


def test_cel_vet_als_het_interval_nul_uitsluit():
    duidelijk, niet = kern("dichtheid", -0.03, 0.001), kern("dichtheid", 0.004, 0.4)
    assert schatting_cel(duidelijk) == rf"**{MIN}0,030** ({MIN}0,040\ tot\ {MIN}0,020)"
    assert schatting_cel(niet) == rf"+0,004 ({MIN}0,006\ tot\ +0,014)"
    assert kort_cel(duidelijk) == rf"**{MIN}0,030** ±\ 0,010"


def test_cel_zonder_schatting_geeft_de_reden():
    assert schatting_cel(kern("dichtheid", None, None), reden="geen variatie") == "*geen variatie*"
    assert kort_cel(kern("dichtheid", None, None)) == "–"
    zonder_marge = kern("dichtheid", 0.004, None) | {"ci_sd_laag": None}
    assert kort_cel(zonder_marge, reden="geen marge") == "+0,004 *(geen marge)*"


def test_zin_begint_met_een_hoofdletter_ook_cursief():
    assert zinbegin("*werkloosheid* en meer") == "*Werkloosheid* en meer"
    assert zinbegin("één wijk") == "Eén wijk"


# ---------------------------------------------------------------------------- off, missing, draft


def test_een_uitgezette_controle_is_een_zin():
    zr = maak(clusters=UIT, moran=alle(kern))
    assert zr.uit("clusters") == f"{STAAT_UIT[0].upper()}{STAAT_UIT[1:]}."
    assert zr.uit("moran") == ""
    assert not zr.heeft("clusters") and zr.heeft("moran") and not zr.heeft("lord")


def test_een_tabel_die_er_niet_is_wordt_genoemd():
    with pytest.raises(KeyError, match="robuustheid_lord"):
        maak().lord_rijen()


def test_documenten_zonder_de_tabellen_kunnen_de_omgeving_wel_maken():
    omgeving = maak_omgeving([WORTEL / "reports"], Stof(EDITIE, Cijfers(), {}), {})
    assert isinstance(omgeving.globals["zr"], Robuustheid)


@pytest.mark.parametrize(("snel", "deel"), [(True, "**Concept.**"), (False, "")])
def test_conceptstand_staat_in_de_tekst(snel, deel):
    zr = maak({"inferentie": EDITIE["inferentie"] | {"snel": snel}})
    assert zr.concept().startswith(deel) and bool(zr.concept()) == snel


def test_figuren_met_een_begin_in_de_volgorde_van_de_factoren():
    figuren = {n: {} for n in ("curve_dichtheid", "invloed", "curve_werkloosheid", "curve_rest")}
    omgeving = maak_omgeving([WORTEL / "reports"], Stof(EDITIE, Cijfers(), {}), figuren)
    namen = omgeving.globals["figuren_met"]("curve_")
    assert namen == ["curve_dichtheid", "curve_werkloosheid", "curve_rest"]
    assert maak().curve_figuren(namen) == ["curve_werkloosheid", "curve_dichtheid", "curve_rest"]


def test_een_factor_die_niet_te_toetsen_is_houdt_zijn_rij_met_reden():
    rijen = alle(kern, crv1_p=0.01, crv3_p=0.02, wcr_p=0.03, sd_factor=2.0, G_eff=9.4)
    rijen[1] |= {"loo_min": -0.01, "loo_max": 0.02}
    rijen[2] = kern("dichtheid", None, None, reden="alle wijken hebben dezelfde waarde")
    cellen = maak(clusters=rijen, aantoonbaar=AANTOONBAAR).gemeenten_rijen()
    assert [len(rij) for rij in cellen] == [9, 9, 9]
    assert cellen[2][0] == "WOZ-waarde (*niet te toetsen: alle wijken hebben dezelfde waarde*)"
    assert cellen[2][1:6] == ["–"] * 5
    assert cellen[1][-1] == rf"{MIN}0,020\ tot\ +0,040"  # per standard deviation
    assert maak(clusters=rijen[:1], aantoonbaar=UIT).gemeenten_rijen()[1][0].startswith("Woningen")


# ---------------------------------------------------------------------------- verdict


def test_eindoordeel_telt_alleen_controles_met_een_toets():
    oordeel = [
        controle("werkloosheid", "wcr"),
        controle("werkloosheid", "crv1"),
        controle("werkloosheid", "hc3", p=0.3),
        controle("werkloosheid", "loo", p=None),
        controle("werkloosheid", "conley", telt=False, reden="geen coördinaten"),
    ]
    zr = maak(eindoordeel=EIND, oordeel=oordeel)
    assert zr.n_met_p("werkloosheid") == 2  # not the leading one, not loo, not conley
    rij = zr.eindoordeel_rijen()[0]
    assert rij[1] == f"**{MIN}0,030**" and rij[5] == "0,020" and rij[-1] == "robuust"
    assert rij[6:8] == [r"5\ van\ 5", r"4\ van\ 2"]


def test_wat_niet_meetelt_is_een_streepje_met_een_reden():
    oordeel = [
        *(controle(f, "crv1") for f in FACTOREN),
        *(controle(f, "conley", telt=False, reden="geen coördinaten") for f in FACTOREN),
        controle("werkloosheid", "holm", telt=True),
        controle("dichtheid", "holm", telt=False, reden="niet van toepassing"),
        controle("corporatie_pct", "hc3", telt=False, reden="niet te schatten"),
    ]
    zr = maak(oordeel=oordeel)
    rijen = {rij[0]: rij[1:] for rij in zr.controle_rijen(FACTOREN)}
    assert rijen["ruimtelijk (Conley)"] == ["–"] * 3
    assert rijen["Holm"] == [r"**+0,010** (0,000\ tot\ +0,020)", "–", "–"]
    assert zr.niet_geteld() == [
        "Ruimtelijk (Conley): geen coördinaten.",
        "Holm: niet van toepassing (factoren die geen hoofdfactor zijn).",
        "HC3: niet te schatten (*woningen van corporaties*).",
    ]


def test_hoofdfactoren_staan_vooraan_en_passen_in_een_tabel():
    namen = [f"f{i}" for i in range(8)]
    inferentie = EDITIE["inferentie"] | {"primaire_factoren": ["f6", "f1"]}
    zr = maak({"factoren": namen, "inferentie": inferentie})
    assert zr.factorgroepen() == [["f6", "f1"], ["f0", "f2", "f3"], ["f4", "f5", "f7"]]


def test_oordeelzin_bij_een_nulbevinding_noemt_wat_had_kunnen_opvallen():
    zinnen = maak(eindoordeel=EIND).oordeel_zinnen()
    assert zinnen[0].startswith("*Werkloosheid*: **robuust**. Een standaarddeviatie meer gaat")
    assert "lagere score" in zinnen[0] and "vanaf" not in zinnen[0]
    assert "niet aantoonbaar" in zinnen[1] and "vanaf 0,015" in zinnen[1]


def test_telling_van_de_oordelen():
    assert maak(eindoordeel=EIND).telling() == (
        "Van de drie factoren is de samenhang bij één robuust, bij één gevoelig en bij één onzeker."
    )
    eens = [rij | {"oordeel": "onzeker"} for rij in EIND]
    assert maak(eindoordeel=eens).telling().startswith("Voor alle drie factoren")
    een = maak({"factoren": ["werkloosheid"]}, eindoordeel=EIND).telling()
    assert een == "De samenhang met *werkloosheid* is robuust."


@pytest.mark.parametrize(
    ("crv1_p", "p", "p_holm", "deel"),
    [
        (0.01, 0.20, 0.2, "*werkloosheid* niet langer aantoonbaar (goed op te merken was pas"),
        (0.20, 0.01, 0.01, "*werkloosheid* juist wel aantoonbaar"),
        (0.01, 0.03, 0.09, "blijft *werkloosheid* niet overeind"),
        (0.01, 0.01, 0.02, "veranderen niet welke samenhangen"),
    ],
)
def test_wat_de_strengere_toets_verandert(crv1_p, p, p_holm, deel):
    zr = maak(
        {"factoren": ["werkloosheid"]},
        eindoordeel=[eind("werkloosheid", -0.03, p, "gevoelig", p_holm=p_holm)],
        oordeel=[controle("werkloosheid", "crv1", p=crv1_p)],
    )
    assert deel in zr.veranderd()


def test_een_samenhang_die_binnen_gemeenten_verdwijnt_wordt_genoemd():
    binnen = [controle(f, "gemeente_fe", p=0.6) for f in FACTOREN]
    zin = maak(eindoordeel=EIND, oordeel=binnen).binnen_gemeenten()
    assert "*werkloosheid* niet aantoonbaar" in zin and "corporaties" not in zin
    wel = [controle(f, "gemeente_fe", p=0.01) for f in FACTOREN]
    assert maak(eindoordeel=EIND, oordeel=wel).binnen_gemeenten() == ""


@pytest.mark.parametrize(
    ("coef", "p", "deel"),
    [
        (0.03, 0.001, "omgekeerd bij *werkloosheid* (2008–2012)"),
        (0.03, 0.4, "in geen andere periode"),
        (-0.03, 0.001, "in geen andere periode"),
    ],
)
def test_het_oordeel_geldt_voor_de_hoofdperiode(coef, p, deel):
    ander = kern("werkloosheid", coef, p) | {"van": 2008, "tot": 2012}
    zr = maak(eindoordeel=EIND, clusters=[*alle(kern), ander])
    assert deel in zr.andere_perioden()
    # the hoofdrapport has no table of gemeenten and reads the regressions
    zonder = maak(eindoordeel=EIND, codeboek=None)
    zonder.tabellen["regressie"] = [*alle(kern), ander]
    assert zonder.andere_perioden() == zr.andere_perioden()


def test_regel_volgt_de_drempels_van_het_oordeel(monkeypatch):
    assert "ten minste driekwart" in maak().regel()[0]
    monkeypatch.setattr("leefbaarheid.toetsen.oordeel.AANDEEL_ROBUUST", 0.9)
    assert "ten minste negen tiende" in maak().regel()[0]


# ---------------------------------------------------------------------------- hoofdrapport


def test_zekerheid_heeft_alleen_het_oordeel_nodig():
    oordeel = [controle("werkloosheid", naam) for naam in ("wcr", "crv1", "hc3", "huber", "conley")]
    zr = maak(codeboek=None, eindoordeel=EIND, oordeel=oordeel)
    zr.tabellen["regressie"] = alle(kern)
    rijen = zr.zekerheid_rijen()
    assert [rij[0] for rij in rijen] == list(LABELS.values())
    assert rijen[0][4] == "dezelfde richting in alle 5 controles; aantoonbaar in 4 van 4"
    assert rijen[1][4] == "niet aantoonbaar; goed op te merken pas vanaf 0,015"
    assert rijen[2][4].startswith("niet aantoonbaar, wel in 2 van 0 controles; goed op te merken")
    tekst = zr.zekerheid_tekst()
    assert "*Onzeker* betekent niet dat er geen samenhang is" in tekst
    assert not re.search(r"CRV|WCR|bootstrap|Holm", tekst)


# ---------------------------------------------------------------------------- checks


def clusters(factor, coef, p, **rest):
    sd, half = 2.0, 0.005
    vast = {
        **{"sd_factor": sd, "coef": coef / sd, "n": 120, "G": 30, "G_eff": 9.4},
        **{"grootste_gemeente": "A'stad", "grootste_aandeel": 0.21},
        **{"crv1_p": p, "crv3_p": p, "wcr_p": p, "wcr_trekkingen": 9999},
        **{"loo_min": coef / sd - half, "loo_max": coef / sd + half},
        **{"loo_min_gemeente": "Noord", "loo_max_gemeente": "Zuid"},
    }
    return kern(factor, coef, p, **(vast | rest))


def test_gemeenten_noemt_nulbevindingen_met_wat_had_kunnen_opvallen():
    zr = maak(clusters=alle(clusters), aantoonbaar=AANTOONBAAR)
    tekst = zr.gemeenten_tekst()
    assert "in 30 gemeenten; A'stad heeft daarvan 21%" in tekst
    assert "telt dat als 9 gelijke gemeenten." in tekst
    assert "aantoonbaar bij *werkloosheid*; niet bij *woningen van corporaties* (vanaf 0,015)" in (
        tekst
    )
    assert "De drie schatters geven bij elke factor hetzelfde oordeel." in tekst
    # only the two null findings are within 0.01 of zero
    assert "Bij *woningen van corporaties* en *WOZ-waarde* wisselt de schatting van teken" in tekst
    assert zr.trekkingen() == "9999"


def test_schatters_die_het_oneens_zijn_worden_genoemd():
    rijen = alle(clusters)
    rijen[0] |= {"crv3_p": 0.2}
    rijen[1] |= {"loo_min": 0.002, "loo_min_gemeente": "Noord"}
    tekst = maak(clusters=rijen, aantoonbaar=AANTOONBAAR).gemeenten_tekst()
    assert "bij *werkloosheid* is zij aantoonbaar met CRV1 en WCR en niet met CRV3" in tekst


def test_zonder_enige_aantoonbare_samenhang():
    rijen = [clusters(f, 0.02, 0.4) for f in FACTOREN]
    tekst = maak(clusters=rijen, aantoonbaar=AANTOONBAAR).gemeenten_tekst()
    assert "Volgens WCR is geen samenhang aantoonbaar: *werkloosheid* (vanaf 0,020)" in tekst
    assert "geen enkele schatting wisselt van teken" in tekst


def moran(gewichten, significant, betekenis, i=0.1):
    return kern("werkloosheid", None, None) | {
        **{"gewichten": gewichten, "significant": significant, "moran_i": i},
        "betekenis": betekenis,
    }


@pytest.mark.parametrize(
    ("significant", "i", "deel"),
    [(True, 0.1, "telt daarom mee"), (False, 0.1, "alleen ter informatie"), (None, None, "")],
)
def test_ruimtelijke_kolom_volgt_de_naaste_buren(significant, i, deel):
    zr = maak(
        moran=[
            moran("knn", significant, "Buren (I 0,1); daarom telt ook de ruimtelijke marge.", i),
            moran("afstand", True, "Buren (I 0,1); daarom telt ook de ruimtelijke marge.", i),
        ]
    )
    assert deel in zr.ruimtelijk() and bool(zr.ruimtelijk()) == bool(deel)
    assert zr.moran_zinnen() == ["Buren (I 0,1)."]


def test_zinnen_van_een_controle_krijgen_de_huisstijl():
    zr = maak()
    zin = "de samenhang met WOZ-waarde in het venster is niet zeker: werkloosheid telt (marge)."
    assert zr.netjes(zin) == (
        "De samenhang met *WOZ-waarde* in de periode is niet zeker: *werkloosheid* telt "
        "(onzekerheidsmarge)."
    )
    assert zr.netjes("Werkloosheidscijfers blijven.") == "Werkloosheidscijfers blijven."


def test_eensgezinde_factoren_krijgen_samen_een_zin():
    oordeel = [
        kern("werkloosheid", -0.03, 0.01, eensgezind=True, betekenis="A."),
        kern("corporatie_pct", 0.01, 0.4, eensgezind=False, betekenis="Bij werkloosheid niet."),
        kern("dichtheid", 0.01, 0.4, eensgezind=True, betekenis="C."),
    ]
    zr = maak(lord=oordeel, aantoonbaar=AANTOONBAAR)
    eerste, tweede = zr.lord_zinnen()
    assert eerste == "Bij *werkloosheid* niet. (In het hoofdmodel: vanaf 0,015.)"
    assert tweede.startswith("Bij *werkloosheid* en *WOZ-waarde* (vanaf 0,040) geven")
    allen = maak(
        lord=[rij | {"eensgezind": True} for rij in oordeel], aantoonbaar=AANTOONBAAR
    ).lord_zinnen()
    assert len(allen) == 1 and allen[0].startswith("Bij elke factor")


def test_lord_telt_over_alle_perioden():
    rijen = [
        kern(f, 0.01, 0.4, eensgezind=f == "dichtheid", oordeel=oordeel)
        for f, oordeel in zip(FACTOREN, ("tegengesteld", "x", "x"), strict=True)
    ]
    zin = maak(lord=rijen).lord_perioden()
    assert "bij 1 van de 3 combinaties" in zin and "één keer spreekt" in zin


def circulair(tot, zonder, reden=None, eensgezind=True, model="ancova"):
    return kern("corporatie_pct", 0.01, 0.4, reden=reden) | {
        **{"van": 2012, "tot": tot, "model": model, "factor": "corporatie_pct"},
        **{"dimensie": "won", "eensgezind": eensgezind, "betekenis": "Zo."},
        **{"coef_sd_totaal": None if zonder is None else 0.01, "coef_sd_zonder": zonder},
        **{"coef_sd_dimensie": 0.01, "p_totaal": 0.01, "p_zonder": 0.4, "p_dimensie": 0.4},
    }


def test_circulariteit_zegt_waarom_de_hoofdperiode_niet_kan():
    zonder = circulair(2014, None, reden="geen dimensiescores in 2012")
    zr = maak(circulariteit_oordeel=[zonder])
    assert zr.circulariteit_hoofd().endswith(
        "niet te doen (geen dimensiescores in 2012), en ook voor geen andere periode."
    )
    assert zr.circulariteit_rijen() == [] and zr.circulariteit_zinnen() == []
    zr = maak(circulariteit_oordeel=[zonder, circulair(2022, 0.01)])
    assert zr.circulariteit_hoofd().endswith("(geen dimensiescores in 2012).")
    assert zr.circulariteit_rijen()[0][:3] == [
        "2012–2022",
        "Woningen van corporaties",
        "woningvoorraad",
    ]
    assert "*werkloosheid* en *WOZ-waarde* zijn" in zr.zonder_dimensie().replace("*W", "*w", 1)


def test_circulariteit_met_een_hoofdmodel_dat_er_niet_is():
    regressie = EDITIE["regressie"] | {"hoofdmodel": "basismeting"}
    rijen = [circulair(2014, 0.01, model="verandering"), circulair(2014, 0.02)]
    zr = maak({"regressie": regressie}, circulariteit_oordeel=rijen)
    assert [rij["model"] for rij in zr.circulair()] == ["verandering"]
    assert zr.circulariteit_hoofd() == ""


def toets(familie, factor, p, verworpen, van=2012):
    return kern(factor, 0.01, p) | {
        **{"familie": familie, "van": van, "p_aangepast": p, "verworpen": verworpen},
        "reden": None if p is not None else "geen variatie",
    }


def test_toetsen_per_periode_en_een_die_niet_kan():
    rijen = [
        toets("primair", "werkloosheid", 0.01, True),
        toets("primair", "corporatie_pct", None, None),
        toets("verkennend", "dichtheid", 0.01, True),
        toets("verkennend", "dichtheid", 0.04, False),
        toets("verkennend", "dichtheid", None, None),
        toets("verkennend", "dichtheid", 0.60, False, van=2008),
    ]
    zr = maak(toetsen=rijen, aantoonbaar=AANTOONBAAR)
    primair = zr.primair_rijen()
    assert primair[0][3] == "**ja**" and primair[1][3] == "–"
    assert "niet te toetsen: geen variatie" in primair[1][0]
    assert zr.verkennend_rijen() == [
        ["2008–2014", "1", "0", "0", "geen"],
        ["2012–2014", "2", "2", "1", "*WOZ-waarde*"],
    ]
    zin = zr.toetsen_zin()
    assert "de vooraf aangewezen toets blijft overeind (*werkloosheid*)" in zin
    assert "één factor was niet te toetsen" in zin and "van de drie verkennende toetsen" in zin


def test_invloed_zonder_wijk_boven_de_grens():
    vast = {"maat": "dfbetas", "rang": None, "wk_naam": None, "gm_naam": None, "waarde": None}
    rijen = [kern(f, 0.01, 0.4, **vast) | {"n_boven_grens": 0} for f in FACTOREN]
    rijen[1]["reden"] = "geen wijk boven de grens"
    rijen.append(
        kern("werkloosheid", 0.01, 0.4, **(vast | {"rang": 1, "wk_naam": "A_b", "gm_naam": "C"}))
        | {"n_boven_grens": 3, "waarde": -0.5, "coef_sd_zonder": 0.02}
    )
    cellen = maak(invloed=rijen).dfbetas_rijen()
    assert cellen[0] == ["Werkloosheid", r"A\_b (C)", "3", f"{MIN}0,50", "+0,010", "+0,020"]
    assert cellen[1][1] == "*geen wijk boven de grens*" and cellen[1][3:] == ["–"] * 3


def test_zeldzame_patronen_staan_samen_in_een_rij():
    rijen = [
        {
            **{"steekproef": "selectie", "patroon": str(i), "label": f"factor {i}"},
            **{"n_factoren": i, "n": 10 - i, "aandeel": 0.1, "n_gemeenten": 2},
        }
        for i in range(8)
    ]
    cellen = maak(patroon=rijen).patroon_rijen()
    assert len(cellen) == 7
    assert cellen[-1] == ["Twee andere combinaties", "7", "20,0%", "–"]
    alles = maak(patroon=[rijen[0] | {"patroon": "volledig"}]).ontbrekend_tekst()
    assert alles.endswith("Er valt dus niets in te vullen.")


def traject(methode, groepen, rol="", **rest):
    return {
        **{"methode": methode, "aantal_groepen": groepen, "omschrijving": methode, "rol": rol},
        **{"bic": 1.0, "kleinste_n": 5, "posterior_laagste": 0.9, "entropie": 0.8},
        **{"silhouet": None, "stabiliteit": 0.5, "ari_regel": 0.1},
        **{"toegelaten": True, "reden": None},
        **rest,
    }


def test_getoonde_trajecten_zijn_die_met_meer_dan_een_groep():
    maten = [
        traject("vol", 1, "gekozen"),
        traject("gelijk", 2, "beste met meer groepen"),
        traject("gelijk", 3, toegelaten=False, reden="de kleinste groep telt 1 wijk"),
    ]
    kruis = [
        {"methode": m, "aantal_groepen": 2, "groep": 1, "cluster": c, "n_wijken": n, "aandeel": 0.5}
        for m, c, n in (
            ("gelijk", "Terugval", 4),
            ("gelijk", "onbekend", 4),
            ("vol", "Terugval", 9),
        )
    ]
    zr = maak(trajectmaten=maten, trajectkruis=kruis)
    assert zr.getoond() == ("gelijk", 2)
    rijen = zr.trajectmaten_rijen()
    assert rijen[0][0] == "**2**" and rijen[1][-1] == "de kleinste groep telt 1 wijk"
    assert zr.kruisclusters()[-1] == "onbekend"
    assert zr.trajectkruis_rijen()[0] == ["Groep één", "–", "–", "–", "4 (50%)", "–", "4 (50%)"]


def curve(factor, vensters, statistiek, p):
    return {
        **{"factor": factor, "vensters": vensters, "statistiek": statistiek, "p": p},
        **{"waargenomen": 0.5, "n_specificaties": 100, "reden": None},
    }


def test_curve_in_de_hoofdperiode_naar_alle_toetsen():
    statistieken = ("mediaan", "aandeel_dominant_teken", "aandeel_significant", "stouffer_z")
    p = {"werkloosheid": (0.01, 0.9, 0.01, 0.01), "corporatie_pct": (0.01, 0.01, 0.3, 0.3)}
    rijen = [
        curve(f, v, s, q)
        for f, ps in p.items()
        for v in ("alle vensters", "hoofdvenster")
        for s, q in zip(statistieken, ps, strict=True)
    ]
    zr = maak(specificatietoets=rijen)
    zin = zr.curve_hoofdperiode()
    assert "*werkloosheid* onwaarschijnlijk als er geen samenhang is" in zin
    assert "*woningen van corporaties* verschillend te beoordelen" in zin
    assert [rij[1] for rij in zr.curve_rijen()] == ["alle", "hoofdperiode"] * 2
    assert zr.curve_anders() == "Een curve is er alleen voor de hoofdfactoren."


# ---------------------------------------------------------------------------- power


def test_nulbevindingen_naast_wat_wel_aantoonbaar_is():
    tekst = maak(aantoonbaar=AANTOONBAAR).kracht_tekst()
    assert "*woningen van corporaties* (vanaf 0,015) en *WOZ-waarde* (vanaf 0,040)" in tekst
    # 0.030 is clear for one factor; for another it would have been found with less than 80 %
    assert "bedraagt 0,030 punt. Bij *WOZ-waarde* zou" in tekst and "minder dan 80% kans" in tekst
    klein = [rij | {"mde_sd": 0.01} for rij in AANTOONBAAR]
    assert "ten minste 80% kans" in maak(aantoonbaar=klein).kracht_tekst()
    geen = [rij | {"nul_in_interval": True} for rij in AANTOONBAAR]
    assert "kleiner dan 0,015 punt tot 0,040" not in maak(aantoonbaar=geen).kracht_tekst()
    assert "kleiner dan 0,015 tot 0,040 punt" in maak(aantoonbaar=geen).kracht_tekst()
    wel = [rij | {"nul_in_interval": False} for rij in AANTOONBAAR]
    assert maak(aantoonbaar=wel).kracht_tekst().endswith("van elke factor nul uit.")


def test_kracht_per_periode():
    ander = AANTOONBAAR[0] | {"van": 2008, "tot": 2012, "mde_sd": 0.05, "coef_sd": 0.01}
    zr = maak(aantoonbaar=[*AANTOONBAAR, ander], clusters=UIT)
    rijen = zr.kracht_venster_rijen([(2008, 2012), (2012, 2014)])
    assert rijen[0] == ["Werkloosheid", "**0,050 (+0,010)**", f"**0,020 ({MIN}0,030)**"]
    assert rijen[1] == ["Woningen van corporaties", "–", "0,015 (+0,004)"]
    assert zr.kracht_rijen()[1][4:6] == ["ja", "0,015"]
