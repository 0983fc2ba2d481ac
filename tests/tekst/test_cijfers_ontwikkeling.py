"""From result tables to named numbers: the names templates rely on, with the right cell behind."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES
from leefbaarheid.tekst.cijfers_ontwikkeling import bereken_cijfers

RICHTINGEN = ("gedaald", "gestagneerd", "gestegen")


def regressierij(term, coef_sd, laag, hoog, model="ancova"):
    return {
        **{"van": 2012, "tot": 2014, "model": model, "steekproef": "selectie", "term": term},
        **{"coef": 0.5, "p": 0.0123, "coef_sd": coef_sd, "ci_sd_laag": laag, "ci_sd_hoog": hoog},
    }


@pytest.fixture
def tabellen():
    return {
        "datakwaliteit": [{"ernst": "ok"}, {"ernst": "ok"}, {"ernst": "let_op"}],
        "wijken": [{"gm_code": "GM9001"}, {"gm_code": "GM9001"}, {"gm_code": "GM9002"}],
        "selectie": [
            {"grootheid": "n_geselecteerd", "waarde": 140, "soort": "aantal"},
            {"grootheid": "grootste_gemeente", "waarde": "Astad", "soort": "tekst"},
            {"grootheid": "grensscore", "waarde": 3.855, "soort": "score"},
        ],
        "clusters": [
            {
                **{"cluster": naam, "n_wijken": i, "n_inwoners": 1000.0 * i},
                **{"aandeel_wijken": i / 10, "aandeel_inwoners": i / 20},
            }
            for i, naam in enumerate(CLUSTERS)
        ],
        "gevoeligheid": [{"cluster": naam, "n_wijken": n} for n in (4, 2, 9) for naam in CLUSTERS],
        "gemiddelden": [
            *(
                {"groep": g, "cluster": None, "jaar": 2014, "gemiddelde": m, "sd": 0.1}
                for g, m in (("selectie", 3.9), ("land", 4.1))
            ),
            {
                **{"groep": "selectie", "cluster": "Gestaag herstel", "jaar": 2014},
                **{"gemiddelde": 3.7, "sd": None},
            },
        ],
        "ontwikkeling": [
            {
                **{"van": 2012, "tot": 2014, "groep": "selectie", "n": 139},
                **{"gemiddelde": 0.0144, "gemiddelde_inwoners": -0.0144},
                **{f"aandeel_{r}": i / 4 for i, r in enumerate(RICHTINGEN)},
                **{f"aandeel_{r}_inwoners": i / 8 for i, r in enumerate(RICHTINGEN)},
            }
        ],
        "uitspraken_2017": [
            {
                **{"nr": 1, "aandeel_wijken": 0.4, "aandeel_inwoners": 0.5},
                **{"aandeel_wijken_zonder_marge": None, "aandeel_inwoners_zonder_marge": None},
            }
        ],
        "decompositie": [
            {"van": 2012, "tot": 2014, "groep": "selectie", "n": 0},
            {
                **{"van": 2014, "tot": 2018, "groep": "Terugval", "n": 7, "totaal": -0.0405},
                **{naam: i / 1000 for i, naam in enumerate(DIMENSIES)},
            },
        ],
        "regressie": [
            regressierij("constante", None, None, None),
            regressierij("beginscore", 0.1, 0.0, 0.2),
            regressierij("corporatie_pct", -0.02, -0.05, 0.01),  # half width 0.03
            regressierij("woz", 0.01, 0.0, 0.02),  # half width 0.01
            regressierij("uitkering", 0.0, -0.02, 0.02),  # half width 0.02
            regressierij("woz", 0.3, 0.1, 0.5, model="verandering"),
        ],
        "regressie_diagnose": [
            {
                **{"van": 2012, "tot": 2014, "model": model, "steekproef": "selectie"},
                **{"n_verwacht": 140, "n": 118, "n_weggevallen": 22, "n_gemeenten": 36},
                **{"aandeel_weggevallen": 22 / 140, "aandeel_grootste_gemeente": 0.23},
                **{"r2": 0.7263, "vif_max": 2.49},
            }
            for model in ("ancova", "verandering")
        ],
        "stijgers_dalers": [
            {"verandering": v, "in_selectie": s}
            for v, s in ((0.05, True), (3.92 - 3.90, True), (0.0, False), (-0.03, False))
        ],
        "kandidaatparen": [{}, {}],
        "marge": [{"delta": 0.02}],
    }


@pytest.fixture
def cijfers(tabellen):
    return bereken_cijfers(tabellen)


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst", "bron"),
    [
        ("selectie.n_geselecteerd", 140, "140", "selectie"),
        ("selectie.grootste_gemeente", "Astad", "Astad", "selectie"),
        ("selectie.grensscore", 3.855, "3,86", "selectie"),
        ("cluster.terugval.n", 3, "3", "clusters"),
        ("cluster.terugval.aandeel", 0.3, "30%", "clusters"),
        ("cluster.niet_ingedeeld.aandeel_inwoners", 0.2, "20%", "clusters"),
        ("cluster.gestaag_herstel.n_inwoners", 2000.0, "2000", "clusters"),
        ("cluster.succes.min", 2, "2", "gevoeligheid"),
        ("cluster.succes.max", 9, "9", "gevoeligheid"),
        ("gemiddelde.selectie.2014", 3.9, "3,90", "gemiddelden"),
        ("gemiddelde.land.2014", 4.1, "4,10", "gemiddelden"),
        ("gemiddelde.cluster.gestaag_herstel.2014", 3.7, "3,70", "gemiddelden"),
        ("spreiding.cluster.gestaag_herstel.2014", None, "–", "gemiddelden"),
        ("ontwikkeling.2012_2014.selectie.n", 139, "139", "ontwikkeling"),
        ("ontwikkeling.2012_2014.selectie.gemiddelde", 0.0144, "+0,01", "ontwikkeling"),
        ("ontwikkeling.2012_2014.selectie.gestegen", 0.5, "50%", "ontwikkeling"),
        ("ontwikkeling.2012_2014.selectie.gestegen_inwoners", 0.25, "25%", "ontwikkeling"),
        ("uitspraak.1.aandeel_inwoners", 0.5, "50%", "uitspraken_2017"),
        ("uitspraak.1.aandeel_wijken_zonder_marge", None, "–", "uitspraken_2017"),
        ("decompositie.2012_2014.selectie.n", 0, "0", "decompositie"),
        ("decompositie.2014_2018.terugval.onv", 0.001, "+0,001", "decompositie"),
        ("decompositie.2014_2018.terugval.totaal", -0.0405, "\N{MINUS SIGN}0,041", "decompositie"),
        ("regressie.2012_2014.ancova.selectie.woz.coef_sd", 0.01, "+0,010", "regressie"),
        ("regressie.2012_2014.verandering.selectie.woz.coef_sd", 0.3, "+0,300", "regressie"),
        ("regressie.2012_2014.ancova.selectie.woz.p", 0.0123, "0,012", "regressie"),
        ("model.2012_2014.ancova.selectie.aandeel_weggevallen", 22 / 140, "16%", None),
        ("model.2012_2014.ancova.selectie.r2", 0.7263, "0,73", None),
        # median of 0.03, 0.01 and 0.02; the begin score and the constant are no factors
        ("model.2012_2014.ancova.selectie.halve_breedte", 0.02, "0,020", "regressie"),
        # rises above the margin: 0.05; 3.92 - 3.90 is the margin itself
        ("stijgers_dalers.n", 4, "4", "stijgers_dalers"),
        ("stijgers_dalers.n_stijgers", 1, "1", "stijgers_dalers"),
        ("stijgers_dalers.n_dalers", 1, "1", "stijgers_dalers"),
        ("stijgers_dalers.n_in_selectie", 2, "2", "stijgers_dalers"),
        ("stijgers_dalers.n_paren", 2, "2", "kandidaatparen"),
        ("wijken.n_gemeenten", 2, "2", "wijken"),
        ("datakwaliteit.let_op", 1, "1", "datakwaliteit"),
        ("datakwaliteit.fout", 0, "0", "datakwaliteit"),
    ],
)
def test_elk_cijfer_komt_uit_de_goede_cel(cijfers, naam, waarde, tekst, bron):
    assert cijfers.waarde(naam) == (pytest.approx(waarde) if waarde is not None else None)
    assert cijfers.tekst(naam) == tekst
    assert cijfers.inhoud[naam]["bron_tabel"] == (bron or "regressie_diagnose")


@pytest.mark.parametrize(
    "naam",
    [
        "decompositie.2012_2014.selectie.totaal",  # no dimension scores
        "regressie.2012_2014.ancova.selectie.constante.coef_sd",  # a constant has no sd
    ],
)
def test_wat_er_niet_is_krijgt_geen_naam(cijfers, naam):
    assert naam not in cijfers.inhoud


def test_een_dubbele_rij_is_een_fout_en_geen_stille_keuze(tabellen):
    tabellen["ontwikkeling"] *= 2
    with pytest.raises(ValueError, match=r"ontwikkeling\.2012_2014\.selectie\.n is given twice"):
        bereken_cijfers(tabellen)
