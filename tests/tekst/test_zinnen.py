"""Sentences follow the numbers: up, down, equal; one, many, none; with and without certainty."""

from __future__ import annotations

import pytest

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.zinnen import Zinnen

MIN = "\N{MINUS SIGN}"
EDITIE = {
    "fictief": True,
    "teksten": {
        "bron_leefbaarometer": "Leefbaarometer 3.0",
        "bron_context": "CBS",
        "uitgever": "Bureau #1",
    },
    "jaren": [2008, 2012, 2014, 2022],
    "eindjaar": 2014,
    "selectie": {"soort": "lijst", "labels": ["aandachtswijk", "prioriteitswijk", "probleemwijk"]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012},
    "stijgers_dalers": {"aantal": 10},
    "factoren": ["corporatie", "woz", "uitkering"],
    "regressie": {
        "hoofdvenster": [2012, 2014],
        "hoofdmodel": "ancova",
        "modellen": ["verandering", "ancova", "basismeting"],
    },
    "wijkanalyses": {"themas": {"crisis": "Economische crisis", "isv": "Einde van ISV"}},
}


def zinnen(editie=None, cijfers=None, **tabellen):
    inhoud = Cijfers()
    for naam, (waarde, soort) in (cijfers or {}).items():
        inhoud.zet(naam, waarde, soort, "proef")
    return Zinnen(EDITIE | (editie or {}), inhoud, tabellen)


# ---------------------------------------------------------------------------- names


def test_namen_van_groepen_en_land():
    echt = zinnen({"fictief": False})
    assert (zinnen().land(), echt.land()) == ("het voorbeeldland", "Nederland")
    assert echt.groepnaam("land") == "alle wijken in Nederland"
    assert echt.groepnaam("selectie") == "geselecteerde wijken"
    assert echt.groepnaam("label_aandachtswijk") == "aandachtswijk"


@pytest.mark.parametrize(
    ("labels", "tekst"),
    [
        (["aandachtswijk"], "*aandachtswijk*"),
        (["aandachtswijk", "probleemwijk"], "*aandachtswijk* of *probleemwijk*"),
        (["a", "b", "c"], "*a*, *b* of *c*"),
        (["a_b"], r"*a\_b*"),
    ],
)
def test_labels_staan_cursief(labels, tekst):
    assert zinnen({"selectie": {"labels": labels}}).labels() == tekst


def test_klassen_modellen_en_clusters_bij_naam():
    assert [zinnen().klassenaam(k) for k in (1, 4, 5, 9)] == [
        *("zeer onvoldoende", "zwak", "voldoende", "uitstekend"),
    ]
    assert zinnen().modelnaam("ancova") == "eindscore gegeven beginscore"
    assert (clusternaam("Succes!"), clusternaam(None), clusternaam("")) == ("*Succes!*", "–", "–")


def test_bronregels_noemen_bron_en_bewerker_letterlijk():
    assert zinnen().bron() == r"Bron: Leefbaarometer 3.0; bewerking Bureau \#1."
    assert zinnen().bron_model() == r"Bron: Leefbaarometer 3.0; CBS; bewerking Bureau \#1."


# ---------------------------------------------------------------------------- development


@pytest.mark.parametrize(
    ("begin", "eind", "tekst"),
    [
        (3.88, 3.93, "steeg van 3,88 naar 3,93"),
        (3.93, 3.88, "daalde van 3,93 naar 3,88"),
        (3.884, 3.8855, "bleef vrijwel gelijk: van 3,88 naar 3,89"),
        (3.88, 3.88, "bleef vrijwel gelijk (3,88)"),
        (3.876, 3.884, "bleef vrijwel gelijk (3,88)"),  # no "steeg van 3,88 naar 3,88"
    ],
)
def test_verloop(begin, eind, tekst):
    cijfers = {
        "gemiddelde.selectie.2012": (begin, "score"),
        "gemiddelde.selectie.2014": (eind, "score"),
    }
    assert zinnen(cijfers=cijfers).verloop(2012, 2014) == tekst


@pytest.mark.parametrize(
    ("selectie", "tekst"),
    [
        ((3.80, 3.90), "kromp van 0,30 naar 0,20 punt; een deel daarvan kan regressie naar het"),
        ((3.90, 3.80), "groeide van 0,20 naar 0,30 punt."),
        ((3.80, 3.801), "bleef 0,30 punt."),
    ],
)
def test_afstand_tot_alle_wijken(selectie, tekst):
    cijfers = {
        f"gemiddelde.{groep}.{jaar}": (waarde, "score")
        for groep, paar in (("selectie", selectie), ("land", (4.1, 4.1)))
        for jaar, waarde in zip((2002, 2022), paar, strict=True)
    }
    zin = zinnen(cijfers=cijfers).afstand(2002, 2022)
    assert zin.startswith(f"De afstand tot het gemiddelde van alle wijken {tekst}")
    assert ("regressie naar het gemiddelde" in zin) == ("kromp" in zin)


@pytest.mark.parametrize(
    ("n", "buiten", "tekst"),
    [
        (1, 0, "Op de grens van de selectie was er geen gelijke stand."),
        (
            *(3, 1),
            "Op de grens van de selectie hadden drie wijken precies dezelfde score; daar besliste "
            "de volgorde van de CBS-code.",
        ),
        (
            *(2, 0),
            "Op de grens van de selectie hadden twee wijken precies dezelfde score; zij zijn alle "
            "geselecteerd.",
        ),
    ],
)
def test_gelijke_stand(n, buiten, tekst):
    cijfers = {
        "selectie.n_gelijk_aan_grens": (n, "aantal"),
        "selectie.n_gelijk_buiten_selectie": (buiten, "aantal"),
    }
    assert zinnen(cijfers=cijfers).gelijke_stand() == tekst


# ---------------------------------------------------------------------------- clusters


def clusters(**afwijkend):
    rijen = {
        naam: {"cluster": naam, "n_wijken": 5, "aandeel_wijken": 0.2} | {"lbm_2014": 3.9}
        for naam in CLUSTERS
    }
    for rij in rijen.values():
        rij["lbm_2022"] = 3.9
    for sleutel, wijziging in afwijkend.items():
        rijen[{"terugval": "Terugval", "succes": "Succes!"}[sleutel]] |= wijziging
    return list(rijen.values())


def test_grootste_en_kleinste_cluster():
    rijen = clusters(terugval={"n_wijken": 12, "aandeel_wijken": 0.414}, succes={"n_wijken": 1})
    assert zinnen(clusters=rijen).grootste_cluster() == (
        "De grootste groep is *Terugval* met twaalf wijken (41%), de kleinste *Succes!* met één "
        "wijk."
    )


@pytest.mark.parametrize(
    ("later", "tekst"),
    [
        (3.93, "steeg het gemiddelde (+0,03 punt)"),
        (3.87, f"daalde het gemiddelde ({MIN}0,03 punt)"),
        (3.902, "bleef het gemiddelde vrijwel gelijk (0,00 punt)"),
    ],
)
def test_na_het_eindjaar(later, tekst):
    rijen = clusters(terugval={"lbm_2022": later}, succes={"n_wijken": 0})
    zin = zinnen(clusters=rijen).na_het_eindjaar()
    begin = "Na het eindjaar, tussen 2014 en 2022, gebeurde het volgende: in *Terugval* "
    assert zin.startswith(f"{begin}{tekst}. Ook hierin werkt regressie naar het gemiddelde door")


def test_na_het_eindjaar_noemt_beide_clusters_en_slaat_over_wat_er_niet_is():
    assert "in *Terugval* bleef het gemiddelde vrijwel gelijk (0,00 punt) en in *Succes!*" in (
        zinnen(clusters=clusters()).na_het_eindjaar()
    )
    leeg = clusters(terugval={"n_wijken": 0}, succes={"lbm_2022": None})
    assert zinnen(clusters=leeg).na_het_eindjaar() == ""
    assert zinnen({"jaren": [2008, 2012, 2014]}, clusters=clusters()).na_het_eindjaar() == (
        "Van na het eindjaar zijn er in deze editie geen metingen."
    )


@pytest.mark.parametrize(
    ("n", "minst", "meest", "tekst"),
    [
        (1, 0, 4, "In *Terugval* zit één wijk (1%); met een andere marge of een andere grens voor "
         "'voldoende' loopt dat aantal van 0 tot 4."),
        (20, 20, 20, "In *Terugval* zitten 20 wijken (1%); met een andere marge of een andere "
         "grens voor 'voldoende' blijft dat aantal 20."),
    ],
)  # fmt: skip
def test_conclusie_clusters(n, minst, meest, tekst):
    cijfers = {
        "cluster.terugval.n": (n, "aantal"),
        "cluster.terugval.aandeel": (0.01, "aandeel"),
        "cluster.terugval.min": (minst, "aantal"),
        "cluster.terugval.max": (meest, "aantal"),
    }
    assert tekst in zinnen(cijfers=cijfers, clusters=clusters()).conclusie_clusters()


@pytest.mark.parametrize(
    ("land", "tekst"),
    [
        (0.20, "een groter aandeel dan in het voorbeeldland als geheel (20%)"),
        (0.40, "een kleiner aandeel dan in het voorbeeldland als geheel (40%)"),
        (0.30, "evenveel als in het voorbeeldland als geheel (30%)"),
    ],
)
def test_conclusie_ontwikkeling(land, tekst):
    cijfers = {
        "ontwikkeling.2008_2012.selectie.gestegen": (0.61, "aandeel"),
        "ontwikkeling.2008_2012.selectie.gedaald": (0.12, "aandeel"),
        "ontwikkeling.2012_2014.selectie.gedaald": (0.30, "aandeel"),
        "ontwikkeling.2012_2014.selectie.gedaald_inwoners": (0.35, "aandeel"),
        "ontwikkeling.2012_2014.land.gedaald": (land, "aandeel"),
    }
    zin = zinnen(cijfers=cijfers).conclusie_ontwikkeling()
    assert "Tussen 2008 en 2012 steeg 61% van de geselecteerde wijken en daalde 12%." in zin
    assert f"Tussen 2012 en 2014 daalde 30%, {tekst}." in zin
    assert "woonde 35% in een wijk die daalde." in zin


# ---------------------------------------------------------------------------- dimensions


def delen(groep, van, tot, *waarden):
    return {
        **{"groep": groep, "van": van, "tot": tot, "n": 9, "reden": None, "totaal": sum(waarden)},
        **dict(zip(DIMENSIES, waarden, strict=True)),
    }


def zonder(van, tot, reden, groep="selectie"):
    return {"groep": groep, "van": van, "tot": tot, "n": 0, "reden": reden}


def test_dimensies_van_het_langste_venster_en_van_terugval():
    tekst = zinnen(
        decompositie=[
            zonder(2008, 2012, "geen dimensiescores in 2008 en 2012"),
            delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.5),
            delen("selectie", 2014, 2022, 0.01, -0.02, 0.03, 0, 0.004),
            delen("Terugval", 2014, 2022, 0, 0, -0.05, 0, 0),
        ]
    ).dimensies_tekst()
    assert tekst.startswith(
        "Tussen 2014 en 2022 steeg de gemiddelde score van de geselecteerde wijken (+0,024 punt)."
    )
    assert "De hoogste bijdrage heeft *sociale samenhang* (+0,030)" in tekst
    assert f"de laagste bijdrage heeft *overlast en onveiligheid* ({MIN}0,020)." in tekst
    assert "In het cluster *Terugval* is dat voor de laagste bijdrage *sociale" in tekst
    assert f"samenhang* ({MIN}0,050)." in tekst
    assert tekst.endswith(
        "Voor 2008–2012 is geen uiteenlegging mogelijk, omdat dimensiescores in een of beide "
        "jaren ontbreken."
    )


@pytest.mark.parametrize(
    ("waarden", "tekst"),
    [
        ((-0.01, -0.02, 0, 0, 0), "daalde de gemiddelde score van de geselecteerde wijken"),
        ((0.01, -0.01, 0, 0, 0), "bleef de gemiddelde score van de geselecteerde wijken vrijwel"),
    ],
)
def test_dimensies_bij_een_daling_en_bij_gelijk(waarden, tekst):
    rijen = [delen("selectie", 2014, 2018, *waarden)]
    assert f"Tussen 2014 en 2018 {tekst}" in zinnen(decompositie=rijen).dimensies_tekst()


def test_zonder_dimensies_staat_er_waarom():
    rijen = [
        zonder(2008, 2012, "geen dimensiescores in 2008 en 2012"),
        zonder(2012, 2014, "geen dimensiescores in 2012"),
        zonder(2012, 2014, None, "Terugval"),
    ]
    assert zinnen(decompositie=rijen).dimensies_tekst() == (
        "Een uiteenlegging naar dimensie is in deze editie niet mogelijk (2008–2012: geen "
        "dimensiescores in 2008 en 2012; 2012–2014: geen dimensiescores in 2012)."
    )


def test_een_cluster_zonder_dimensies_maakt_het_venster_niet_onmogelijk():
    rijen = [delen("selectie", 2014, 2018, 0, 0, 0, 0, 0.1), zonder(2014, 2018, None, "Succes!")]
    tekst = zinnen(decompositie=rijen).dimensies_tekst()
    assert "geen uiteenlegging" not in tekst
    assert "None" not in tekst


# ---------------------------------------------------------------------------- regressions


def schatting(term, coef_sd, p, model="ancova", **anders):
    return {
        **{"van": 2012, "tot": 2014, "model": model, "steekproef": "selectie", "term": term},
        **{"label": f"Label {term}", "coef_sd": coef_sd, "p": p},
        **{"ci_sd_laag": coef_sd - 0.01, "ci_sd_hoog": coef_sd + 0.01},
    } | anders


@pytest.mark.parametrize(
    ("coef", "p", "teken", "lezing"),
    [
        (0.02, 0.01, 1, "hogere score"),
        (-0.02, 0.049, -1, "lagere score"),
        (0.02, 0.05, 0, "niet aantoonbaar"),
        (-0.02, 0.9, 0, "niet aantoonbaar"),
    ],
)
def test_richting_en_lezing_van_een_schatting(coef, p, teken, lezing):
    assert richting_van(schatting("woz", coef, p)) == teken
    assert zinnen().leesbaar(schatting("woz", coef, p)) == lezing


def test_samenhang_noemt_ongunstig_gunstig_en_wat_open_blijft():
    rijen = [
        schatting("corporatie", -0.02, 0.01),
        schatting("woz", 0.02, 0.01),
        schatting("uitkering", 0.001, 0.6),
        # none of these is the main model
        schatting("uitkering", 0.1, 0.001, model="verandering"),
        schatting("uitkering", 0.1, 0.001, van=2008),
        schatting("uitkering", 0.1, 0.001, steekproef="in_aanmerking"),
        schatting("beginscore", 0.1, 0.001),
    ]
    assert zinnen(regressie=rijen).samenhang_kort() == (
        "In 2012–2014 geldt: een hogere waarde op label corporatie hangt samen met een "
        "ongunstigere ontwikkeling; een hogere waarde op label woz hangt samen met een gunstigere "
        "ontwikkeling. Voor één factor is geen samenhang aantoonbaar."
    )


def test_samenhang_met_meer_factoren_aan_een_kant():
    rijen = [schatting(naam, -0.02, 0.01) for naam in ("corporatie", "woz", "uitkering")]
    assert zinnen(regressie=rijen).samenhang_kort() == (
        "In 2012–2014 geldt: een hogere waarde op label corporatie, label woz en label uitkering "
        "hangt samen met een ongunstigere ontwikkeling."
    )
    rijen[1:] = [schatting(naam, 0.0, 0.9) for naam in ("woz", "uitkering")]
    assert "Voor de andere twee factoren is geen samenhang aantoonbaar." in (
        zinnen(regressie=rijen).samenhang_kort()
    )


def test_zonder_duidelijke_samenhang_is_dat_geen_bewijs_van_geen_samenhang():
    rijen = [schatting(naam, 0.0, 0.9) for naam in ("corporatie", "woz", "uitkering")]
    kort = zinnen(regressie=rijen).samenhang_kort()
    assert kort.startswith("Voor 2012–2014 hangt geen van de drie onderzochte contextfactoren")
    assert "niet zijn uitgesloten" in kort
    assert "geen bewijs dat er geen samenhang is" in zinnen(regressie=rijen).samenhang_lang()
    enige = zinnen({"factoren": ["woz"]}, regressie=[schatting("woz", 0.0, 0.9)])
    assert enige.samenhang_kort().startswith(
        "Voor 2012–2014 hangt de onderzochte contextfactor niet aantoonbaar samen"
    )


def test_samenhang_lang_begint_bij_de_sterkste_en_noemt_interval_en_modelvormen():
    rijen = [
        schatting("woz", 0.02, 0.01),
        schatting("corporatie", -0.03, 0.001),
        schatting("woz", 0.03, 0.01, model="verandering"),
        schatting("corporatie", 0.03, 0.8, model="verandering"),
    ]
    tekst = zinnen(regressie=rijen).samenhang_lang()
    assert tekst.startswith(
        "Een standaarddeviatie meer *label corporatie* gaat samen met een lagere score "
        f"({MIN}0,030 punt; 95%-interval {MIN}0,040 tot {MIN}0,020). Een standaarddeviatie meer "
        "*label woz* gaat samen met een hogere score (+0,020 punt; 95%-interval +0,010 tot +0,030)."
    )
    assert "Bij *label corporatie* geven de andere modelvormen een ander beeld" in tekst
    gelijk = [rijen[0], rijen[2]]
    assert (
        zinnen(regressie=gelijk)
        .samenhang_lang()
        .endswith("De andere modelvormen geven voor deze factoren dezelfde richting.")
    )


def test_met_een_enkele_modelvorm_gaat_het_niet_over_andere():
    editie = {"regressie": EDITIE["regressie"] | {"modellen": ["ancova"]}}
    tekst = zinnen(editie, regressie=[schatting("woz", 0.02, 0.01)]).samenhang_lang()
    assert tekst.endswith("tot +0,030).")


def test_een_label_met_opmaaktekens_komt_letterlijk_in_de_zin():
    rijen = [schatting("woz", 0.02, 0.01, label="Huur *laag* <10%")]
    assert r"huur \*laag\* \<10%" in zinnen(regressie=rijen).samenhang_kort()
    assert r"*huur \*laag\* \<10%*" in zinnen(regressie=rijen).samenhang_lang()


@pytest.mark.parametrize(
    ("label", "tekst"),
    [
        ("Corporatiebezit", "corporatiebezit"),
        ("WOZ-waarde", "WOZ-waarde"),
        ("Huur in Oost", "huur in Oost"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_een_label_in_een_zin_houdt_afkorting_en_naam(label, tekst):
    assert taal.kleine_letter(label) == tekst


@pytest.mark.parametrize(
    ("metingen", "begin"),
    [
        (("voor", "voor"), "Alle factoren zijn gemeten vóór het begin van de periode."),
        (("voor", "na"), "Niet vóór het begin van de periode gemeten is: *label woz*. De waarde"),
        (
            ("tijdens", "na"),
            "Niet vóór het begin van de periode gemeten zijn: *label corporatie* en *label woz*.",
        ),
    ],
)
def test_meetmoment_van_de_factoren(metingen, begin):
    rijen = [
        schatting(naam, 0.0, 0.9, meting=meting)
        for naam, meting in zip(("corporatie", "woz"), metingen, strict=True)
    ]
    assert zinnen(regressie=rijen).meetmoment().startswith(begin)


@pytest.mark.parametrize(
    ("n", "tekst"),
    [
        (0, "er vielen geen wijken weg."),
        (1, "één wijk (16%) viel weg omdat een factor of score ontbreekt."),
        (22, "22 wijken (16%) vielen weg omdat een factor of score ontbreekt."),
    ],
)
def test_weggevallen_wijken(n, tekst):
    cijfers = {"m.n_weggevallen": (n, "aantal"), "m.aandeel_weggevallen": (0.157, "aandeel")}
    assert zinnen(cijfers=cijfers).weggevallen("m") == tekst


# ---------------------------------------------------------------------------- stijgers en dalers


@pytest.mark.parametrize(
    ("n", "getoond", "tekst"),
    [
        (0, 10, "Geen enkele gemeente heeft zowel een duidelijke stijger als een duidelijke "
         "daler."),
        (1, 10, "Eén gemeente heeft zowel een duidelijke stijger als een duidelijke daler. "
         "@tbl-paren toont ze."),
        (3, 3, "Drie gemeenten hebben zowel een duidelijke stijger als een duidelijke daler. "
         "@tbl-paren toont ze."),
        (13, 10, "13 gemeenten hebben zowel een duidelijke stijger als een duidelijke daler. "
         "@tbl-paren toont de tien met het grootste verschil."),
        (3, 1, "Drie gemeenten hebben zowel een duidelijke stijger als een duidelijke daler. "
         "@tbl-paren toont die met het grootste verschil."),
    ],
)  # fmt: skip
def test_kandidaatparen(n, getoond, tekst):
    editie = {"stijgers_dalers": {"aantal": getoond}}
    assert zinnen(editie, kandidaatparen=[{}] * n).paren_tekst() == tekst


# ---------------------------------------------------------------------------- wijkanalyses


def test_themanamen():
    assert zinnen().themanamen(["crisis", "isv"]) == "economische crisis; einde van ISV"


@pytest.mark.parametrize(
    ("congruent", "afwijkend", "onbepaald", "tekst"),
    [
        (7, 5, 0, "Bij zeven analyses wijzen zij in dezelfde richting, bij vijf analyses niet."),
        (1, 1, 2, "Bij één analyse wijzen zij in dezelfde richting, bij één analyse niet. Bij "
         "twee is dat niet te bepalen."),
    ],
)  # fmt: skip
def test_congruentie(congruent, afwijkend, onbepaald, tekst):
    cijfers = {
        "wijkanalyses.n_congruent": (congruent, "aantal"),
        "wijkanalyses.n_afwijkend": (afwijkend, "aantal"),
        "wijkanalyses.n_onbepaald": (onbepaald, "aantal"),
    }
    assert zinnen(cijfers=cijfers).congruentie_tekst() == tekst


PROFIEL = {
    **{"wk_naam": "Oost *nieuw*", "wk_code": "WK900101", "eindjaar": 2014, "score": 3.855},
    **{"klasse": 4, "gemeente_2014": 4.0, "land_2014": 4.1, "delta_2012_2014": -0.034},
    **{"in_selectie": True, "cluster": "Terugval", "rang_selectie": 3, "n_selectie": 140},
}


def test_profiel_van_een_wijk_in_de_selectie():
    assert zinnen().profielzin(PROFIEL) == (
        r"**Oost \*nieuw\*** (WK900101) scoort in 2014 3,86 (*zwak*); de gemeente gemiddeld 4,00, "
        f"alle wijken 4,10. Verandering 2012–2014: {MIN}0,03. Cluster: *Terugval*; plaats 3 van "
        "140 in de selectie (één is de hoogste score)."
    )


@pytest.mark.parametrize(
    ("anders", "einde"),
    [
        (
            {"in_selectie": False},
            "De wijk zit niet in de selectie; naar de regel zou het cluster *Terugval* zijn.",
        ),
        (
            {"in_selectie": False, "cluster": None, "delta_2012_2014": None},
            "alle wijken 4,10. De wijk zit niet in de selectie; voor een cluster ontbreekt een "
            "score.",
        ),
        ({"score": None}, "(WK900101) heeft in 2014 geen score."),
    ],
)
def test_profiel_van_een_wijk_die_niet_in_de_selectie_zit_of_geen_score_heeft(anders, einde):
    assert zinnen().profielzin(PROFIEL | anders).endswith(einde)
