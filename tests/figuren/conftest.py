"""The tables of one small edition, and every figure that is drawn from them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
import shapely

from hulp import WORTEL
from hulp.figuren import EDITIE, GRENZEN, JAREN, KADER, LETTERTYPEN, VENSTERS, Beelden
from leefbaarheid.analyse.decompositie import decompositie
from leefbaarheid.analyse.ontwikkeling import gemiddelden, ontwikkeling
from leefbaarheid.analyse.stijgers_dalers import kandidaatparen, rangschik
from leefbaarheid.analyse.trajecten import (
    Clusterregel,
    gevoeligheid_clusters,
    maak_wijkentabel,
    vat_clusters_samen,
)
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.ontwikkeling.overzicht import alle_figuren
from leefbaarheid.figuren.wijkanalyses import overzicht as wijkoverzicht
from leefbaarheid.wijkanalyses.koppeling import koppel, themamatrix
from leefbaarheid.wijkanalyses.profielen import profielen

REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)
THEMAS = {"crisis": "Economische crisis", "fysiek": "Fysieke aanpak", "sociaal": "Sociale aanpak"}


@pytest.fixture(scope="session", autouse=True)
def huisstijl() -> None:
    stel_in(LETTERTYPEN)


@pytest.fixture(scope="session")
def kader() -> Kader:
    return KADER


# ---------------------------------------------------------------------------------------------
# Development


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def regressie() -> pd.DataFrame:
    rijen = []
    for van, tot in VENSTERS:
        for model in ("ancova", "basismeting", "verandering"):
            for steekproef in ("in_aanmerking", "selectie"):
                for term, label, coef in (
                    ("constante", "constante", np.nan),
                    ("beginscore", "beginscore", 0.5),
                    ("woz", "Verandering gemiddelde woningwaarde 2009-2014 (gemeente)", 0.0123),
                    ("corporatie", "Woningen in bezit van corporaties", -0.004),
                ):
                    rijen.append(
                        {
                            "van": van, "tot": tot, "model": model, "steekproef": steekproef,
                            "term": term, "label": label, "coef_sd": coef,
                            "meting": "voor", "p": 0.01 if term == "woz" else 0.5,
                            "ci_sd_laag": coef - 0.008, "ci_sd_hoog": coef + 0.008,
                            "n": 28, "n_gemeenten": 6,
                        }
                    )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.fixture(scope="session")
def tabellen(panel, wijken, regressie) -> dict[str, pd.DataFrame]:
    selectie = wijken[wijken["in_selectie"]]
    lijst = rangschik(wijken, 2012, 2016, [2, 3, 4], delta=0.02, se_verschil=0.01)
    return {
        "wijken": wijken,
        "clusters": vat_clusters_samen(selectie, JAREN),
        "gemiddelden": gemiddelden(wijken, JAREN),
        "ontwikkeling": ontwikkeling(wijken, [tuple(v) for v in VENSTERS], 0.02),
        "gevoeligheid": gevoeligheid_clusters(selectie, REGEL, [0.0, 0.02, 0.04], [4, 5]),
        "decompositie": decompositie(panel, wijken, [(2012, 2014), (2014, 2018), (2014, 2022)]),
        "stijgers_dalers": lijst,
        "kandidaatparen": kandidaatparen(lijst, 0.02),
        "marge": pd.DataFrame({"delta": [0.02]}),
        "regressie": regressie,
    }


@pytest.fixture(scope="session")
def grenzen() -> pd.DataFrame:
    vakken = [
        shapely.box(20_000 * i, 30_000 * j, 20_000 * (i + 1), 30_000 * (j + 1))
        for i in range(3)
        for j in range(2)
    ]
    return pd.DataFrame({"code": [f"GM900{i}" for i in range(6)], "geometry": vakken})


@pytest.fixture(scope="session")
def teken(kader) -> Callable[..., Beelden]:
    """Return a function: every figure that some tables allow, by name."""

    def doe(tabellen, grenzen=None) -> Beelden:
        makers = alle_figuren(
            tabellen,
            kader,
            vensters=VENSTERS,
            decompositie_vensters=EDITIE["decompositie_vensters"],
            clusters=EDITIE["clusters"],
            stijgers_dalers_regel=EDITIE["stijgers_dalers"],
            regressie=EDITIE["regressie"],
            grenzen=grenzen,
            momenten=lees_tijdlijn(WORTEL),
        )
        return Beelden(makers)

    return doe


@pytest.fixture(scope="session")
def beelden(tabellen, teken, grenzen) -> Beelden:
    return teken(tabellen, grenzen)


# ---------------------------------------------------------------------------------------------
# Wijkanalyses


@pytest.fixture(scope="session")
def analyses(wijken) -> list[dict]:
    gekozen = list(wijken.loc[wijken["in_selectie"], "wk_code"])[:4]
    vorm = {"themas": ["crisis", "fysiek"], "gemeente": "Gemeente 0"}
    return [
        {"sleutel": "een", "bron": "een.md", "titel": "Een", "wijken": gekozen[:1],
         "oordeel": "daler", **vorm},
        {"sleutel": "twee", "bron": "twee.md", "titel": "Twee", "wijken": gekozen[1:3],
         "oordeel": "gemengd", **vorm, "themas": ["crisis"]},
    ]  # fmt: skip


@pytest.fixture(scope="session")
def profiel_van(wijken) -> Callable[[pd.DataFrame, str], pd.DataFrame]:
    """Return a function: the table `wijkprofielen` of one analysis of one wijk."""

    def doe(panel: pd.DataFrame, code: str) -> pd.DataFrame:
        analyse = {"sleutel": "x", "bron": "x.md", "titel": "X", "gemeente": "G",
                   "oordeel": "daler", "wijken": [code], "themas": []}  # fmt: skip
        return profielen(koppel([analyse], wijken), wijken, panel, 2014)

    return doe


@pytest.fixture(scope="session")
def wijktabellen(wijken, panel, tabellen) -> Callable[[list[dict]], dict[str, pd.DataFrame]]:
    """Return a function: the tables of some analyses, as the script that draws takes them."""

    def doe(analyses: list[dict]) -> dict[str, pd.DataFrame]:
        koppeling = koppel(analyses, wijken)
        return {
            "wijkprofielen": profielen(koppeling, wijken, panel, 2014),
            "wijkanalyses": koppeling,
            "themas": themamatrix(analyses, THEMAS),
            "gemiddelden": tabellen["gemiddelden"],
        }

    return doe


@pytest.fixture(scope="session")
def wijkbeelden(analyses, wijktabellen, kader) -> Beelden:
    return Beelden(wijkoverzicht.alle_figuren(*wijktabellen(analyses).values(), kader))
