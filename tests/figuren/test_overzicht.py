"""Figures: what they say must be what the tables say, and every label must be readable."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import teken_figuren
import teken_wijkprofielen
from leefbaarheid.analyse.decompositie import decompositie
from leefbaarheid.analyse.ontwikkeling import gemiddelden, ontwikkeling
from leefbaarheid.analyse.stijgers_dalers import rangschik
from leefbaarheid.analyse.trajecten import (
    Clusterregel,
    gevoeligheid_clusters,
    maak_wijkentabel,
    vat_clusters_samen,
)
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.data.grenzen import grenzen_als_tabel
from leefbaarheid.figuren import clusters as figuren_clusters
from leefbaarheid.figuren import modellen as figuren_modellen
from leefbaarheid.figuren import ontwikkeling as figuren_ontwikkeling
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import (
    Kader,
    decimalen,
    peiljaren,
    schrijf_figuren,
    zet_labels,
)
from leefbaarheid.figuren.figuur_kaart import kaart
from leefbaarheid.figuren.overzicht import alle_figuren
from leefbaarheid.figuren.wijkanalyses import thema_matrix, wijkfiguren, wijkprofiel
from leefbaarheid.wijkanalyses.koppeling import koppel, themamatrix
from leefbaarheid.wijkanalyses.profielen import profielen

pytestmark = pytest.mark.traag

WORTEL = Path(__file__).resolve().parents[2]
LETTERTYPEN = sorted((WORTEL / "reports" / "fonts").glob("*.ttf"))
JAREN = [2002, 2008, 2012, 2014, 2016, 2018, 2022]
VENSTERS = [[2002, 2008], [2008, 2012], [2012, 2014], [2012, 2016]]
GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)
EDITIE = {
    "jaren": JAREN,
    "eindjaar": 2014,
    "vensters": VENSTERS,
    "decompositie_vensters": [[2012, 2014], [2014, 2018], [2014, 2022]],
    "klassen": {"grenzen": GRENZEN},
    "clusters": {"crisisjaar": 2012, "delta": 0.02},
    "stijgers_dalers": {"van": 2012, "tot": 2016, "aantal": 5},
    "regressie": {"hoofdvenster": [2012, 2014], "hoofdmodel": "ancova"},
    "teksten": {
        "uitgever": "Onderzoeksteam",
        "bron_leefbaarometer": "Leefbaarometer 3.0",
        "bron_context": "CBS",
    },
    "fictief": True,
}
THEMAS = {"crisis": "Economische crisis", "fysiek": "Fysieke aanpak", "sociaal": "Sociale aanpak"}


@pytest.fixture(scope="module", autouse=True)
def huisstijl():
    stijl.stel_in(LETTERTYPEN)


@pytest.fixture(scope="module")
def kader() -> Kader:
    return Kader.uit_editie(
        *(EDITIE[k] for k in ("jaren", "eindjaar", "klassen", "teksten", "fictief"))
    )


@pytest.fixture(scope="module")
def panel() -> pd.DataFrame:
    """90 wijken in 6 gemeenten; dimensions from 2014 on; one wijk without a score in 2008."""
    rng = np.random.RandomState(3)
    n = 90
    lbm = np.empty((n, len(JAREN)))
    lbm[:, 0] = np.where(np.arange(n) % 3 == 0, 3.82, 4.08) + 0.05 * rng.standard_normal(n)
    for t in range(1, len(JAREN)):
        lbm[:, t] = lbm[:, t - 1] + 0.012 + 0.04 * rng.standard_normal(n)
    rijen = []
    for i in range(n):
        for t, jaar in enumerate(JAREN):
            if (i, jaar) == (0, 2008):
                continue
            dims = dict.fromkeys(DIMENSIES, np.nan)
            if jaar >= 2014:
                delen = 0.03 * rng.standard_normal(4)
                delen = [*delen, lbm[i, t] - 4.1 - delen.sum()]
                dims = dict(zip(DIMENSIES, delen, strict=True))
            rijen.append(
                {"wk_code": f"WK9{i % 6:03d}{i // 6:02d}", "jaar": jaar, "lbm": lbm[i, t], **dims}
            )
    return pd.DataFrame(rijen).sort_values(["wk_code", "jaar"], ignore_index=True)


@pytest.fixture(scope="module")
def wijken(panel) -> pd.DataFrame:
    codes = sorted(panel["wk_code"].unique())
    rng = np.random.RandomState(5)
    tabel = pd.DataFrame({"wk_code": codes})
    tabel["wk_naam"] = [f"Wijk {chr(65 + i % 26)}{i // 26}" for i in range(len(codes))]
    tabel["gm_code"] = "GM" + tabel["wk_code"].str[2:6]
    tabel["gm_naam"] = "Gemeente " + tabel["wk_code"].str[5]
    tabel["inwoners"] = 1000.0 + 100 * rng.randint(0, 90, len(codes))
    tabel["x"], tabel["y"] = rng.uniform(0, 60_000, (2, len(codes)))
    eerste = panel[panel["jaar"] == 2002].set_index("wk_code")["lbm"]
    tabel["in_selectie"] = tabel["wk_code"].map(eerste) < 3.95
    tabel["in_aanmerking"] = True
    vensters = {tuple(v) for v in VENSTERS} | {(2012, 2014), (2012, 2016)}
    return maak_wijkentabel(tabel, panel, JAREN, vensters, GRENZEN, REGEL)


def maak_regressie() -> pd.DataFrame:
    rijen = []
    for van, tot in VENSTERS:
        for model in ("ancova", "basismeting", "verandering"):
            for steekproef in ("in_aanmerking", "selectie"):
                for term, label, coef in (
                    ("constante", "Constante", np.nan),
                    ("beginscore", "Leefbaarheidsscore (begin van het venster)", 0.5),
                    ("woz", "Verandering gemiddelde woningwaarde 2009-2014 (gemeente)", 0.0123),
                    ("corporatie", "Woningen in bezit van corporaties", -0.004),
                ):
                    rijen.append(
                        {
                            "van": van, "tot": tot, "model": model, "steekproef": steekproef,
                            "term": term, "label": label, "coef_sd": coef,
                            "ci_sd_laag": coef - 0.008, "ci_sd_hoog": coef + 0.008,
                            "n": 28, "n_gemeenten": 6,
                        }
                    )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.fixture(scope="module")
def tabellen(panel, wijken) -> dict[str, pd.DataFrame]:
    selectie = wijken[wijken["in_selectie"]]
    return {
        "wijken": wijken,
        "clusters": vat_clusters_samen(selectie, JAREN),
        "gemiddelden": gemiddelden(wijken, JAREN),
        "ontwikkeling": ontwikkeling(wijken, [tuple(v) for v in VENSTERS], 0.02),
        "gevoeligheid": gevoeligheid_clusters(selectie, REGEL, [0.0, 0.02, 0.04], [4, 5]),
        "decompositie": decompositie(panel, wijken, [(2012, 2014), (2014, 2018), (2014, 2022)]),
        "stijgers_dalers": rangschik(wijken, 2012, 2016, [2, 3, 4]),
        "regressie": maak_regressie(),
    }


@pytest.fixture(scope="module")
def grenzen() -> pd.DataFrame:
    vakken = [shapely.box(20_000 * i, 30_000 * j, 20_000 * (i + 1), 30_000 * (j + 1))
              for i in range(3) for j in range(2)]  # fmt: skip
    return pd.DataFrame({"code": [f"GM900{i}" for i in range(6)], "geometry": vakken})


def teken(tabellen, kader, grenzen=None):
    return {
        naam: (fig, toelichting)
        for naam, fig, toelichting in alle_figuren(
            tabellen,
            kader,
            vensters=VENSTERS,
            decompositie_vensters=EDITIE["decompositie_vensters"],
            clusters=EDITIE["clusters"],
            stijgers_dalers_regel=EDITIE["stijgers_dalers"],
            regressie=EDITIE["regressie"],
            grenzen=grenzen,
        )
    }


@pytest.fixture(scope="module")
def beelden(tabellen, kader, grenzen):
    return teken(tabellen, kader, grenzen)


@pytest.fixture(scope="module")
def analyses(wijken) -> list[dict]:
    gekozen = list(wijken.loc[wijken["in_selectie"], "wk_code"])[:4]
    vorm = {"themas": ["crisis", "fysiek"], "gemeente": "Gemeente 0"}
    return [
        {"sleutel": "een", "bron": "een.md", "titel": "Een", "wijken": gekozen[:1],
         "oordeel": "daler", **vorm},
        {"sleutel": "twee", "bron": "twee.md", "titel": "Twee", "wijken": gekozen[1:3],
         "oordeel": "gemengd", **vorm, "themas": ["crisis"]},
    ]  # fmt: skip


def wijktabellen(analyses, wijken, panel, tabellen):
    koppeling = koppel(analyses, wijken)
    return {
        "wijkprofielen": profielen(koppeling, wijken, panel, 2014),
        "wijkanalyses": koppeling,
        "themas": themamatrix(analyses, THEMAS),
        "gemiddelden": tabellen["gemiddelden"],
    }


@pytest.fixture(scope="module")
def wijkbeelden(analyses, wijken, panel, tabellen, kader):
    t = wijktabellen(analyses, wijken, panel, tabellen)
    makers = wijkfiguren(*t.values(), kader)
    return {naam: list(beeld) for naam, maak in makers.items() if (beeld := maak())}


def teksten(fig: Figure) -> list[str]:
    return [t.get_text().replace("\n", " ").replace("\u00a0", " ")
            for t in fig.findobj(Text) if t.get_visible() and t.get_text()]  # fmt: skip


def tekstvakken(fig: Figure, monkeypatch):
    """Return (text, box in pixels) of every text that is really drawn."""
    getekend, teken_tekst = [], Text.draw

    def noteer(tekst, *rest, **kw):
        getekend.append(tekst)
        return teken_tekst(tekst, *rest, **kw)

    monkeypatch.setattr(Text, "draw", noteer)
    doek = FigureCanvasAgg(fig)
    doek.draw()
    return [
        # the text alone: an annotation also has its arrow in its extent
        (tekst.get_text(), Text.get_window_extent(tekst, doek.get_renderer()))
        for tekst in dict.fromkeys(getekend)
        if tekst.get_text().strip()
    ]


# ---------------------------------------------------------------------------------------------
# Every figure


FIGUREN = {
    "groepen_lijnen", "clusters_lijnen", "clusters_omvang", "aandelen_vensters", "gemeenten",
    "kaart", "decompositie", "coefficienten", "coefficienten_vensters", "gevoeligheid",
    "verdeling_verandering", "stijgers_dalers",
}  # fmt: skip


def test_alle_figuren_worden_gemaakt(beelden, wijkbeelden):
    assert set(beelden) == FIGUREN
    assert set(wijkbeelden) == {"thema_matrix", "een", "twee"}


@pytest.mark.parametrize("naam", sorted(FIGUREN | {"thema_matrix", "een", "twee"}))
def test_geen_tekst_valt_weg_of_over_andere_tekst(naam, beelden, wijkbeelden, monkeypatch):
    fig, _ = (beelden | wijkbeelden)[naam]
    vakken = tekstvakken(fig, monkeypatch)
    breed, hoog = fig.bbox.width, fig.bbox.height
    for tekst, vak in vakken:
        binnen = vak.x0 >= -1 and vak.y0 >= -1 and vak.x1 <= breed + 1 and vak.y1 <= hoog + 1
        assert binnen, f"{tekst!r} is cut off: {vak}"
    for (een, a), (ander, b) in combinations(vakken, 2):
        # boxes have room for tails and accents that most words do not use: 30% of a line
        marge = 0.3 * min(a.height, b.height) if a.height < 2 * b.height else 3
        overlap_x = min(a.x1, b.x1) - max(a.x0, b.x0)
        overlap_y = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert overlap_x <= 1 or overlap_y <= marge, f"{een!r} lies over {ander!r}"


@pytest.mark.parametrize("naam", sorted(FIGUREN | {"thema_matrix", "een", "twee"}))
def test_toelichting_is_volledig(naam, beelden, wijkbeelden):
    _, t = (beelden | wijkbeelden)[naam]
    assert not t.titel.endswith(".") and "nan" not in t.titel.lower()
    assert t.alt.endswith(".") and len(t.alt) > 40 and " nan" not in t.alt.lower()
    assert '"' not in t.alt and "\\" not in t.alt
    assert "Fictieve voorbeelddata" in t.bron
    assert t.bron.endswith("bewerking Onderzoeksteam.")
    assert t.n.startswith("N = ") and t.n.endswith(".")
    assert t.peiljaar.startswith("Peilja")


def test_letters_zijn_op_de_pagina_ten_minste_8_punt(beelden, wijkbeelden):
    for naam, (fig, _) in (beelden | wijkbeelden).items():
        assert fig.get_size_inches()[0] * 2.54 == pytest.approx(stijl.BREEDTE_CM)
        maten = {t.get_fontsize() for t in fig.findobj(Text) if t.get_text()}
        assert min(maten) >= 8, naam


def test_zelfde_bytes_bij_opnieuw_tekenen(tmp_path, tabellen, kader, grenzen, beelden):
    for naam, (fig, _) in teken(tabellen, kader, grenzen).items():
        stijl.bewaar(fig, tmp_path / f"{naam}.svg")
        stijl.bewaar(beelden[naam][0], tmp_path / "eerder.svg")
        assert (tmp_path / f"{naam}.svg").read_bytes() == (tmp_path / "eerder.svg").read_bytes()
    inhoud = (tmp_path / "clusters_lijnen.svg").read_text()
    assert "<dc:date>" not in inhoud and "<text" not in inhoud


def test_matplotlibrc_van_de_gebruiker_doet_niet_mee(tmp_path, tabellen, kader, beelden):
    import matplotlib as mpl

    mpl.rcParams.update({"lines.linewidth": 9, "axes.grid": True, "figure.dpi": 31})
    stijl.stel_in(LETTERTYPEN)
    fig, _ = figuren_ontwikkeling.groepen_lijnen(tabellen["gemiddelden"], kader)
    stijl.bewaar(fig, tmp_path / "a.svg")
    stijl.bewaar(beelden["groepen_lijnen"][0], tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


# ---------------------------------------------------------------------------------------------
# What a figure says is what the table says


def test_clusters_omvang_noemt_aandelen_en_aantallen(beelden, tabellen):
    fig, t = beelden["clusters_omvang"]
    staan = teksten(fig)
    for rij in tabellen["clusters"].itertuples():
        aantal = taal.getal(rij.n_wijken)
        woord = taal.meervoud(rij.n_wijken, "wijk", "wijken")
        assert f"{taal.procent(rij.aandeel_wijken)} ({aantal} {woord})" in staan
        assert (
            f"{rij.cluster} {taal.procent(rij.aandeel_wijken)} van de wijken ({aantal} {woord}) en "
            f"{taal.procent(rij.aandeel_inwoners)} van de inwoners"
        ) in t.alt
    assert t.n == f"N = {tabellen['clusters']['n_wijken'].sum()} wijken."


def test_clusters_lijnen_noemt_begin_en_eind_van_elk_cluster(beelden, tabellen):
    fig, t = beelden["clusters_lijnen"]
    tabel = tabellen["gemiddelden"]
    for naam, deel in tabel[tabel["cluster"] != ""].groupby("cluster"):
        reeks = deel.set_index("jaar")["gemiddelde"]
        assert f"{naam} van {taal.score(reeks[2002])} naar {taal.score(reeks[2022])}" in t.alt
        assert f"{naam} (n = {deel['n'].max()})" in teksten(fig)
    lijn = fig.axes[0].lines
    assert any(list(lijn_.get_xdata()) == JAREN for lijn_ in lijn)
    assert "indeling in clusters: 2014" in teksten(fig)


def test_jaren_staan_op_ware_afstand(beelden):
    assert list(beelden["clusters_lijnen"][0].axes[0].get_xticks()) == JAREN


def test_aandelen_in_alt_en_in_de_staven(beelden, tabellen):
    fig, t = beelden["aandelen_vensters"]
    tabel = tabellen["ontwikkeling"].set_index(["van", "tot", "groep"])
    rij = tabel.loc[(2012, 2014, "selectie")]
    assert f"2012–2014 {taal.procent(rij['aandeel_gedaald'])} gedaald" in t.alt
    assert f"(van de inwoners {taal.procent(rij['aandeel_gestegen_inwoners'])})" in t.alt
    assert taal.procent(rij["aandeel_gestegen"]) in teksten(fig)
    breedtes = [vlak.get_width() for vlak in fig.axes[0].patches]
    assert sum(breedtes) == pytest.approx(2 * len(VENSTERS))  # every bar is 100%
    assert "ten hoogste 0,02 punt" in t.titel


def test_decompositie_alleen_vensters_met_dimensies(beelden, tabellen):
    fig, t = beelden["decompositie"]
    assert "2014–2018 en 2014–2022" in t.titel and "2012" not in t.titel
    tabel = tabellen["decompositie"].set_index(["van", "tot", "groep"])
    rij = tabel.loc[(2014, 2022, "selectie")]
    assert f"2014–2022 met {taal.verandering(rij['totaal'], 3)} punt" in t.alt
    for dimensie, naam in DIMENSIES.items():
        assert f"{naam} {taal.verandering(rij[dimensie], 3)}" in t.alt
    assert {"2014–2018", "2014–2022"} <= set(teksten(fig))


def test_coefficienten_noemt_wat_nul_uitsluit(beelden):
    fig, t = beelden["coefficienten"]
    assert "ligt nul bij 1 van de 2 factoren buiten het interval" in t.alt
    assert "(gemeente) +0,012 (+0,004 tot +0,020)" in t.alt
    assert "corporaties" not in t.alt
    assert t.n == "N = 28 wijken met alle gegevens, in 6 gemeenten."
    staan = " ".join(teksten(fig))
    assert "Constante" not in staan and "begin van het venster" not in staan
    assert "verschil in score per standaarddeviatie van de factor (scorepunten)" in staan


def test_coefficienten_zonder_uitgesloten_nul(kader):
    tabel = maak_regressie().assign(ci_sd_laag=-1.0, ci_sd_hoog=1.0)
    _, t = figuren_modellen.coefficienten(tabel, [2012, 2014], "ancova", kader)
    assert "ligt nul bij alle factoren binnen het interval" in t.alt
    _, t = figuren_modellen.coefficienten_vensters(tabel, "ancova", kader)
    assert "2012–2014 geen enkele factor" in t.alt


def test_gevoeligheid_noemt_uitersten_en_basis(beelden, tabellen):
    fig, t = beelden["gevoeligheid"]
    tabel = tabellen["gevoeligheid"]
    terugval = tabel[tabel["cluster"] == "Terugval"]
    laag, hoog = terugval["n_wijken"].min(), terugval["n_wijken"].max()
    basis = terugval.loc[terugval["basis"], "n_wijken"].iloc[0]
    assert f"Terugval {laag} tot {hoog} (basis {basis})" in t.alt
    assert teksten(fig).count("basis") == 1
    assert {"0,00", "0,02", "0,04"} <= set(teksten(fig))


def test_verdeling_noemt_mediaan_en_aandeel_gedaald(beelden, wijken):
    _, t = beelden["verdeling_verandering"]
    delta = (wijken["lbm_2014"] - wijken["lbm_2012"])[wijken["in_selectie"]]
    assert f"{taal.verandering(delta.median(), 3)} punt bij de geselecteerde wijken" in t.alt
    assert f"{taal.procent(float((delta < -0.02).mean()))} van de geselecteerde wijken" in t.alt


def test_verdeling_zegt_wat_buiten_beeld_valt(kader):
    rng = np.random.RandomState(0)
    tabel = pd.DataFrame({"lbm_2012": 4.0, "lbm_2014": 4.0 + 0.03 * rng.standard_normal(300)})
    tabel.loc[0, "lbm_2014"] = 6.0
    tabel["in_selectie"], tabel["in_aanmerking"] = np.arange(300) < 150, True
    fig, _ = figuren_ontwikkeling.verdeling_verandering(tabel, 2012, 2014, 0.02, kader)
    assert any("hoger dan +" in tekst for tekst in teksten(fig))
    assert fig.axes[0].get_xlim()[1] < 0.2


def test_stijgers_dalers_op_volgorde_met_namen_en_verandering(beelden, tabellen):
    fig, t = beelden["stijgers_dalers"]
    lijst = tabellen["stijgers_dalers"]
    sterkste = lijst.iloc[0]
    staan = teksten(fig)
    assert f"{sterkste['wk_naam']} ({sterkste['gm_naam']})" in staan
    assert taal.verandering(sterkste["verandering"]) in staan
    assert f"de sterkste stijger is {sterkste['wk_naam']}".lower() in t.alt.lower()
    assert "6 van" not in t.n and t.n.startswith("N = 10 van de ")


def test_stijgers_dalers_noemt_geen_wijk_twee_keer(kader, tabellen):
    lijst = tabellen["stijgers_dalers"].head(3)  # only risers, fewer than asked
    fig, t = figuren_ontwikkeling.stijgers_dalers(lijst, 2012, 2016, 5, kader)
    assert "3 sterkste stijgers" in t.titel and "daler" not in t.titel
    assert len([tekst for tekst in teksten(fig) if "(Gemeente" in tekst]) == 3
    assert figuren_ontwikkeling.stijgers_dalers(lijst.head(0), 2012, 2016, 5, kader) is None


def test_gemeenten_telt_de_selectie(beelden, wijken):
    fig, t = beelden["gemeenten"]
    per = wijken[wijken["in_selectie"]]["gm_naam"].value_counts()
    assert f"{per.index[0]} ({per.iloc[0]})" in t.alt
    assert t.n == f"N = {per.sum()} wijken in {len(per)} gemeenten."
    totaal = sum(vlak.get_width() for vlak in fig.axes[0].patches)
    assert totaal == pytest.approx(per.sum())


def test_gemeenten_toont_er_hoogstens_vijftien(kader):
    tabel = pd.DataFrame({"gm_code": [f"GM{i:04d}" for i in range(20)], "cluster": "Terugval"})
    tabel["gm_naam"], tabel["in_selectie"] = "Gemeente " + tabel["gm_code"].str[-2:], True
    fig, t = figuren_clusters.gemeenten(tabel, kader)
    assert "de 15 gemeenten met de meeste wijken" in t.titel
    assert "samen 15 van de 20 wijken" in t.alt
    assert sum(tekst.startswith("Gemeente") for tekst in teksten(fig)) == 15


# ---------------------------------------------------------------------------------------------
# Incomplete data


def test_leeg_cluster_staat_er_met_nul_en_niet_als_lijn(tabellen, kader):
    clusters = tabellen["clusters"].copy()
    rij = clusters["cluster"] == "Succes!"
    getallen = [k for k in clusters.columns if k != "cluster"]
    clusters.loc[rij, getallen] = np.nan
    clusters.loc[rij, ["n_wijken", "n_inwoners", "aandeel_wijken", "aandeel_inwoners"]] = 0
    fig, t = figuren_clusters.clusters_omvang(clusters, kader)
    assert "0% (0 wijken)" in teksten(fig) and "Succes! 0% van de wijken" in t.alt

    gem = tabellen["gemiddelden"]
    fig, t = figuren_ontwikkeling.clusters_lijnen(gem[gem["cluster"] != "Succes!"], kader)
    assert "Succes!" not in t.alt + " ".join(teksten(fig))


def test_wijken_zonder_cluster_zijn_een_eigen_groep(tabellen, kader, wijken):
    selectie = wijken[wijken["in_selectie"]].copy()
    selectie.loc[selectie.index[:2], "cluster"] = None
    fig, t = figuren_clusters.clusters_omvang(vat_clusters_samen(selectie, JAREN), kader)
    assert "onbekend" in teksten(fig) and t.n == f"N = {len(selectie)} wijken."
    fig, _ = figuren_clusters.gemeenten(selectie, kader)
    assert "onbekend" in teksten(fig)


def test_zonder_dimensies_geen_decompositie(tabellen, kader, panel, wijken):
    leeg = decompositie(panel.assign(**dict.fromkeys(DIMENSIES, np.nan)), wijken, [(2014, 2018)])
    assert figuren_clusters.decompositie(leeg, [[2014, 2018]], kader) is None
    assert "decompositie" not in teken(tabellen | {"decompositie": leeg}, kader)


def test_kaart_alleen_met_grenzen_en_ligging(wijken, grenzen, kader):
    assert kaart(wijken, None, kader) is None
    assert kaart(wijken.drop(columns=["x", "y"]), grenzen, kader) is None
    assert kaart(wijken.assign(x=np.nan), grenzen, kader) is None


def test_kaart_telt_wijken_zonder_ligging(wijken, grenzen, kader):
    tabel = wijken.copy()
    eerste = tabel.index[tabel["in_selectie"]][0]
    tabel.loc[eerste, "x"] = np.nan
    n = int(tabel["in_selectie"].sum())
    _, t = kaart(tabel, grenzen, kader)
    assert t.n == f"N = {n - 1} wijken (1 zonder ligging niet op de kaart)."
    assert any(f"{naam} " in t.alt for naam in CLUSTERS)


def test_veel_rijen_blijven_op_een_bladzijde(tabellen, kader):
    basis = maak_regressie()
    factoren = basis[basis["term"].isin(["woz", "corporatie"])]
    veel = [factoren.assign(term=factoren["term"] + str(i)) for i in range(10)]
    beelden = [
        figuren_modellen.coefficienten(pd.concat(veel), [2012, 2014], "ancova", kader),
        figuren_modellen.coefficienten_vensters(pd.concat(veel), "ancova", kader),
        figuren_ontwikkeling.stijgers_dalers(tabellen["stijgers_dalers"], 2012, 2016, 50, kader),
    ]
    for fig, _ in beelden:
        # a text block of A4 is 23.6 cm high, and a caption takes some of it
        assert fig.get_size_inches()[1] * 2.54 <= 22


def test_themamatrix_met_te_veel_analyses_is_er_niet(analyses, wijken, panel, tabellen, kader):
    t = wijktabellen(analyses[:1], wijken, panel, tabellen)
    veel = [t["wijkanalyses"].assign(bestand=f"{i}.md") for i in range(30)]
    themas = [t["themas"].assign(bestand=f"{i}.md") for i in range(30)]
    assert thema_matrix(pd.concat(themas), pd.concat(veel), kader) is None
    assert thema_matrix(pd.concat(themas[:24]), pd.concat(veel[:24]), kader) is not None


def test_profiel_noemt_scores_klasse_en_dimensies(wijkbeelden, analyses, wijken):
    fig, t = wijkbeelden["een"]
    wijk = wijken.set_index("wk_code").loc[analyses[0]["wijken"][0]]
    assert (
        f"{taal.score(wijk['lbm_2002'])} in 2002 naar {taal.score(wijk['lbm_2022'])} in 2022"
        in t.alt
    )
    assert "Staven met de dimensies in 2022" in t.alt and "overlast en onveiligheid" in t.alt
    assert len(fig.axes) == 2
    staan = teksten(fig)
    assert wijk["wk_naam"] in staan and f"gemiddelde {wijk['gm_naam']}" in staan
    assert {"geselecteerde wijken", "alle wijken"} <= set(staan)
    assert t.n.startswith("N = 1 wijk; gemiddelden over 15 wijken in Gemeente")


def test_profiel_van_twee_wijken_heeft_twee_lijnen(wijkbeelden, analyses, wijken):
    fig, t = wijkbeelden["twee"]
    namen = list(wijken.set_index("wk_code").loc[analyses[1]["wijken"], "wk_naam"])
    assert set(namen) <= set(teksten(fig)) and all(naam in t.titel for naam in namen)
    assert t.n.startswith("N = 2 wijken;")


def een_profiel(wijken, panel, code):
    analyse = {"sleutel": "x", "bron": "x.md", "titel": "X", "gemeente": "G", "oordeel": "daler",
               "wijken": [code], "themas": []}  # fmt: skip
    return profielen(koppel([analyse], wijken), wijken, panel, 2014)


def test_profiel_met_een_ontbrekend_jaar(wijken, panel, tabellen, kader):
    profiel = een_profiel(wijken, panel, "WK900000")  # no score in 2008
    fig, t = wijkprofiel(profiel, tabellen["gemiddelden"], kader)
    lijn = fig.axes[0].lines[-1]
    assert list(lijn.get_xdata()) == [j for j in JAREN if j != 2008]
    assert "–" not in t.alt.split("Ter vergelijking")[0]


def test_profiel_noemt_het_eerste_jaar_dat_er_is(wijken, panel, tabellen, kader):
    profiel = een_profiel(wijken, panel, "WK900001").assign(lbm_2002=np.nan)
    _, t = wijkprofiel(profiel, tabellen["gemiddelden"], kader)
    assert "in 2008 naar" in t.alt.split(";")[0]


def test_profiel_zonder_dimensies_heeft_een_paneel(wijken, panel, tabellen, kader):
    kaal = panel.assign(**dict.fromkeys(DIMENSIES, np.nan))
    fig, t = wijkprofiel(een_profiel(wijken, kaal, "WK900001"), tabellen["gemiddelden"], kader)
    assert len(fig.axes) == 1 and "dimensies" not in t.alt + t.titel


def test_profiel_van_een_wijk_zonder_scores_is_er_niet(wijken, panel, tabellen, kader):
    profiel = een_profiel(wijken, panel, "WK900001")
    profiel = profiel.assign(**{f"lbm_{jaar}": np.nan for jaar in JAREN})
    assert wijkprofiel(profiel, tabellen["gemiddelden"], kader) is None


def test_themamatrix_van_een_analyse(analyses, wijken, panel, tabellen, kader):
    t = wijktabellen(analyses[:1], wijken, panel, tabellen)
    fig, toelichting = thema_matrix(t["themas"], t["wijkanalyses"], kader)
    assert toelichting.n == "N = 1 wijkanalyse."
    assert "Economische crisis (1)" in toelichting.alt and "nooit Sociale aanpak" in toelichting.alt
    assert set(THEMAS.values()) <= set(teksten(fig))


def test_themamatrix_telt_en_ordent_op_aantal(wijkbeelden):
    fig, t = wijkbeelden["thema_matrix"]
    assert "Economische crisis (2) en Fysieke aanpak (1)" in t.alt
    assert "daler (1) en gemengd (1)" in t.alt
    rijen = [tekst.get_text() for tekst in fig.axes[0].get_yticklabels()]
    assert rijen[2:] == ["Economische crisis", "Fysieke aanpak", "Sociale aanpak"]


# ---------------------------------------------------------------------------------------------
# Scripts


def schrijf(tabellen, map_: Path) -> dict[str, Path]:
    for naam, tabel in tabellen.items():
        schrijf_tabel(tabel, map_ / f"{naam}.csv")
    return {naam: map_ / f"{naam}.csv" for naam in tabellen}


def test_teken_figuren_schrijft_svg_en_toelichting(tmp_path, tabellen):
    uit = tmp_path / "figuren"
    geen_grenzen = tmp_path / "grenzen.csv"
    geen_grenzen.write_text("code,wkb\n", encoding="utf-8")
    teken_figuren.main(schrijf(tabellen, tmp_path), LETTERTYPEN, EDITIE, geen_grenzen, uit)
    noten = json.loads((uit / "figuren.json").read_text("utf-8"))
    assert set(noten) == FIGUREN - {"kaart"}
    assert {p.name for p in uit.iterdir()} == {f"{naam}.svg" for naam in noten} | {"figuren.json"}
    for noot in noten.values():
        assert set(noot) == {"bestand", "titel", "alt", "bron", "peiljaar", "n"}
        assert (uit / noot["bestand"]).read_text("utf-8").startswith("<?xml")


def test_teken_figuren_met_grenzen_van_de_datastap_tekent_de_kaart(tmp_path, tabellen, grenzen):
    uit = tmp_path / "figuren"
    schrijf_tabel(grenzen_als_tabel(grenzen), tmp_path / "grenzen.csv")
    paden = schrijf(tabellen, tmp_path)
    teken_figuren.main(paden, LETTERTYPEN, EDITIE, tmp_path / "grenzen.csv", uit)
    assert (uit / "kaart.svg").is_file()


def test_teken_wijkprofielen_zonder_wijkanalyses(tmp_path, wijken, panel, tabellen):
    paden = schrijf(wijktabellen([], wijken, panel, tabellen), tmp_path)
    teken_wijkprofielen.main(
        **paden, lettertypen=LETTERTYPEN, editie=EDITIE, uitvoer=tmp_path / "u"
    )
    assert [p.name for p in (tmp_path / "u").iterdir()] == ["figuren.json"]
    assert json.loads((tmp_path / "u" / "figuren.json").read_text()) == {}


def test_teken_wijkprofielen_met_een_analyse(tmp_path, analyses, wijken, panel, tabellen):
    paden = schrijf(wijktabellen(analyses[:1], wijken, panel, tabellen), tmp_path)
    teken_wijkprofielen.main(
        **paden, lettertypen=LETTERTYPEN, editie=EDITIE, uitvoer=tmp_path / "u"
    )
    assert set(json.loads((tmp_path / "u" / "figuren.json").read_text())) == {"thema_matrix", "een"}


def test_tekenen_in_twee_processen_geeft_dezelfde_bestanden(
    tmp_path, analyses, wijken, panel, tabellen
):
    paden = schrijf(wijktabellen(analyses, wijken, panel, tabellen), tmp_path)
    mappen = {}
    for processen in (1, 2):
        map_ = tmp_path / f"met_{processen}"
        teken_wijkprofielen.main(
            **paden, lettertypen=LETTERTYPEN, editie=EDITIE, uitvoer=map_, processen=processen
        )
        mappen[processen] = {pad.name: pad.read_bytes() for pad in map_.iterdir()}
    assert mappen[1] == mappen[2]
    assert len(mappen[1]) > 3


def test_afgebroken_tekenen_laat_de_vorige_map_staan(tmp_path, beelden):
    doel = tmp_path / "figuren"
    fig, t = beelden["groepen_lijnen"]
    schrijf_figuren([("a", fig, t)], doel)

    def breekt_af():
        yield "b", fig, t
        raise RuntimeError

    with pytest.raises(RuntimeError):
        schrijf_figuren(breekt_af(), doel)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.svg", "figuren", "figuren.json"]


# ---------------------------------------------------------------------------------------------
# House style


def test_lijnkleuren_hebben_contrast_met_wit_en_met_de_banden():
    for naam in ("CLUSTERSTIJL", "GROEPSTIJL", "MODELSTIJL", "STEEKPROEFSTIJL"):
        for groep, s in getattr(stijl, naam).items():
            assert stijl.contrast(s.kleur, "#ffffff") >= 3, (naam, groep)
            assert stijl.contrast(s.kleur, stijl.BAND_DONKER) >= 3, (naam, groep)
    assert all(stijl.contrast(s.kleur, stijl.BAND_DONKER) >= 3 for s in stijl.WIJKSTIJLEN)


def test_cijfers_in_vlakken_hebben_contrast():
    for s in (*stijl.RICHTINGSTIJL.values(), *stijl.CLUSTERSTIJL.values()):
        assert stijl.contrast(stijl.tekstkleur(s.kleur), s.kleur) >= 3.8


def test_contrast_volgt_wcag():
    assert stijl.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert stijl.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # WCAG example


def test_geen_groep_is_alleen_aan_kleur_te_herkennen():
    for stijlen in (stijl.CLUSTERSTIJL, stijl.GROEPSTIJL):
        assert len({s.streep for s in stijlen.values()}) == len(stijlen)
        assert len({s.teken for s in stijlen.values()}) == len(stijlen)
    vlakken = list(stijl.CLUSTERSTIJL.values())
    assert len({s.arcering for s in vlakken}) == len(vlakken)


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        ({"decimalen": 2, "plus": True}, ["−0,02", "0,00", "+0,02"]),
        ({"decimalen": 0, "procent": True}, ["−2%", "0%", "2%"]),
    ],
)
def test_assen_in_nederlandse_notatie(opties, verwacht):
    _, ax = stijl.maak_figuur(4, links=1)
    ax.set_xlim(-0.025, 0.025)
    stijl.getalas(ax.xaxis, aantal=4, **opties)
    assert [ax.xaxis.get_major_formatter()(w, 0) for w in (-0.02, 0.0, 0.02)] == verwacht


def test_labels_schuiven_uit_elkaar_en_blijven_in_volgorde():
    y = [1.0, 1.05, 1.1, 3.0]
    plek = zet_labels(y, [0.5] * 4, 0, 4)
    assert plek[3] == 3.0  # has room, stays
    assert np.diff(sorted(plek)).min() >= 0.5 - 1e-9 and plek == sorted(plek)
    assert np.mean(plek[:3]) == pytest.approx(np.mean(y[:3]))
    rand = zet_labels([3.99, 4.0], [0.5, 0.5], 0, 4)
    assert rand == [3.25, 3.75]
    assert zet_labels([], [], 0, 1) == []


def test_lange_tekst_wordt_afgebroken_op_spaties():
    lang = "Verandering van de gemiddelde woningwaarde tussen twee peiljaren in de gemeente"
    regels = stijl.breek_af(lang, 4.0, regels=5).split("\n")
    assert " ".join(regels) == lang
    assert all(stijl.tekstbreedte(regel) <= 4.0 for regel in regels)
    kort = stijl.breek_af(lang, 4.0, regels=1)
    assert kort.endswith("…") and stijl.tekstbreedte(kort) <= 4.0
    assert "(n\u00a0=\u00a028)" in stijl.breek_af("Gestaag herstel (n\u00a0=\u00a028)", 2.5)


def test_bronregel_zegt_altijd_dat_data_fictief_zijn():
    kader = Kader.uit_editie(JAREN, 2014, EDITIE["klassen"], EDITIE["teksten"], True)
    assert kader.bronregel() == (
        "Fictieve voorbeelddata. Bron: Leefbaarometer 3.0; bewerking Onderzoeksteam."
    )
    teksten_ = EDITIE["teksten"] | {"bron_leefbaarometer": "Fictieve voorbeelddata"}
    kader = Kader.uit_editie(JAREN, 2014, EDITIE["klassen"], teksten_, True)
    assert kader.bronregel(context=True) == (
        "Bron: Fictieve voorbeelddata; CBS; bewerking Onderzoeksteam."
    )
    teksten_ = EDITIE["teksten"] | {"bron_grenzen": "grenzen CBS en Kadaster"}
    kader = Kader.uit_editie(JAREN, 2014, EDITIE["klassen"], teksten_, False)
    assert kader.bronregel(grenzen=True) == (
        "Bron: Leefbaarometer 3.0; grenzen CBS en Kadaster; bewerking Onderzoeksteam."
    )
    echt = Kader.uit_editie(JAREN, 2014, EDITIE["klassen"], EDITIE["teksten"], False)
    assert "ictie" not in echt.bronregel()


def test_peiljaren_en_decimalen():
    assert peiljaren([2014]) == "Peiljaar 2014."
    assert peiljaren([2014, 2002, 2014]) == "Peiljaren 2002 en 2014."
    assert [decimalen(w) for w in (0.0, 0.02, 0.005, 0.0125)] == [2, 2, 3, 4]
