"""Per window: which share of the wijken, and of their inhabitants, fell, stagnated or rose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis.tabelwaarden import RICHTINGEN


def groepen(wijken: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the groups that are compared, each as a boolean mask over `wijken`.

    `selectie`, `overig_in_aanmerking` (eligible but not selected), `land` (all wijken), and one
    `label_<naam>` for every policy label of a selection list.
    """
    maskers = {
        "selectie": wijken["in_selectie"],
        "overig_in_aanmerking": wijken["in_aanmerking"] & ~wijken["in_selectie"],
        "land": pd.Series(True, index=wijken.index),
    }
    labels = [kolom for kolom in wijken.columns if kolom.startswith("label_")]
    return maskers | {kolom: wijken[kolom] & wijken["in_selectie"] for kolom in labels}


def richting(verandering: pd.Series, delta: float) -> pd.Series:
    """Return gedaald (< -delta), gestagneerd (within delta) or gestegen (> delta) per wijk."""
    waarden = verandering.round(9)
    uit = np.select(
        [waarden.isna(), waarden < -delta, waarden > delta],
        [None, "gedaald", "gestegen"],
        default="gestagneerd",
    )
    return pd.Series(uit, index=verandering.index, dtype="object")


def _samenvatting(verandering: pd.Series, gewicht: pd.Series, delta: float) -> dict[str, float]:
    if verandering.empty or gewicht.sum() == 0:
        return {"gemiddelde": np.nan, **{f"aandeel_{r}": np.nan for r in RICHTINGEN}}
    soort = richting(verandering, delta)
    som = gewicht.sum()
    return {
        "gemiddelde": float((verandering * gewicht).sum() / som),
        **{f"aandeel_{r}": float(gewicht[soort == r].sum() / som) for r in RICHTINGEN},
    }


def ontwikkeling(
    wijken: pd.DataFrame, vensters: Iterable[tuple[int, int]], delta: float
) -> pd.DataFrame:
    """Return the table `ontwikkeling`: one row per window and group.

    Shares are of the wijken with a score in both years; columns ending in `_inwoners` weigh each
    wijk by its inhabitants.
    # AANNAME: inwoners zijn van één peiljaar; ze wegen alle vensters.

    Args:
        wijken: the table `wijken` (in_selectie, in_aanmerking, inwoners, lbm_<jaar>).
        vensters: pairs (van, tot).
        delta: tolerance in score points.
    """
    rijen = []
    for van, tot in vensters:
        verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
        for groep, masker in groepen(wijken).items():
            deel = verandering[masker].dropna()
            inwoners = wijken.loc[deel.index, "inwoners"]
            gewogen = _samenvatting(deel, inwoners, delta)
            rijen.append(
                {
                    "van": van,
                    "tot": tot,
                    "groep": groep,
                    "n": len(deel),
                    "n_inwoners": inwoners.sum(),
                    **_samenvatting(deel, pd.Series(1.0, index=deel.index), delta),
                    **{f"{naam}_inwoners": waarde for naam, waarde in gewogen.items()},
                }
            )
    return pd.DataFrame(rijen)


def gemiddelden(wijken: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return mean, standard deviation and n of the score per year, for each group and cluster.

    Columns: groep, cluster (empty for a whole group), jaar, n, gemiddelde, sd. Clusters are those
    of the selection.
    """
    delen: dict[tuple[str, str], pd.DataFrame] = {
        (naam, ""): wijken[masker] for naam, masker in groepen(wijken).items()
    }
    selectie = wijken[wijken["in_selectie"]]
    delen |= {("selectie", naam): deel for naam, deel in selectie.groupby("cluster", sort=True)}
    return pd.DataFrame(
        [
            {
                "groep": groep,
                "cluster": cluster,
                "jaar": jaar,
                "n": int(deel[f"lbm_{jaar}"].count()),
                "gemiddelde": deel[f"lbm_{jaar}"].mean(),
                "sd": deel[f"lbm_{jaar}"].std(),
            }
            for (groep, cluster), deel in delen.items()
            for jaar in jaren
        ]
    )


# The published headline figures of 2017 (DOMAIN.md section 1). They contradict each other: unit and
# base differ. `grootheid` is (window, direction, group) of our own figure that comes nearest.
UITSPRAKEN_2017: tuple[Mapping[str, object], ...] = (
    {
        "citaat": "bijna 40 % van de kwetsbare wijken daalde sinds 2012",
        "eenheid": "wijken",
        "venster": (2012, 2014),
        "richting": "gedaald",
        "groep": "selectie",
    },
    {
        "citaat": "ongeveer een derde stagneerde",
        "eenheid": "wijken",
        "venster": (2012, 2014),
        "richting": "gestagneerd",
        "groep": "selectie",
    },
    {
        "citaat": "een derde ging tussen 2012 en 2014 achteruit",
        "eenheid": "wijken",
        "venster": (2012, 2014),
        "richting": "gedaald",
        "groep": "selectie",
    },
    {
        "citaat": "bijna de helft",
        "eenheid": "bewoners",
        "venster": (2012, 2014),
        "richting": "gedaald",
        "groep": "selectie",
    },
    {
        "citaat": "meer dan de helft van de bewoners",
        "eenheid": "bewoners",
        "venster": (2012, 2014),
        "richting": "gedaald",
        "groep": "selectie",
    },
    {
        "citaat": "70 procent van de Vogelaarwijken gaat weer achteruit",
        "eenheid": "wijken",
        "venster": (2012, 2014),
        "richting": "gedaald",
        "groep": "label_aandachtswijk",
    },
    {
        "citaat": "tussen 2008 en 2012 verbeterde de leefbaarheid in alle 130 wijken",
        "eenheid": "wijken",
        "venster": (2008, 2012),
        "richting": "gestegen",
        "groep": "selectie",
    },
)


def uitspraken_naast_herberekening(wijken: pd.DataFrame, delta: float) -> pd.DataFrame:
    """Return the published claims of 2017 beside our shares, wijk- and inhabitant-weighted.

    Columns: nr, citaat, eenheid, van, tot, richting, groep, n, aandeel_wijken, aandeel_inwoners
    (with tolerance delta), aandeel_wijken_zonder_marge, aandeel_inwoners_zonder_marge (any fall or
    rise counts), reden (why there is no figure).
    # AANNAME: 'sinds 2012' is gelezen als 2012-2014, het laatste meetjaar van de studie uit 2017.
    # AANNAME: de twee uitspraken over bewoners zijn gelezen als dalers van 2012 op 2014.
    """
    rijen = []
    for nr, uitspraak in enumerate(UITSPRAKEN_2017, start=1):
        (van, tot), groep = uitspraak["venster"], uitspraak["groep"]
        rij = {
            "nr": nr,
            "citaat": uitspraak["citaat"],
            "eenheid": uitspraak["eenheid"],
            "van": van,
            "tot": tot,
            "richting": uitspraak["richting"],
            "groep": groep,
            "n": 0,
            "reden": "",
        }
        mist = [str(jaar) for jaar in (van, tot) if f"lbm_{jaar}" not in wijken.columns]
        if groep not in groepen(wijken):
            rij["reden"] = "deze editie kent geen lijst met het label aandachtswijk"
        elif mist:
            rij["reden"] = f"deze editie heeft geen scores voor {' en '.join(mist)}"
        else:
            # without a tolerance no wijk stagnates: that share would mean nothing
            marges = {"": delta}
            if uitspraak["richting"] != "gestagneerd":
                marges["_zonder_marge"] = 0.0
            for naam, marge in marges.items():
                tabel = ontwikkeling(wijken, [(van, tot)], marge).set_index("groep").loc[groep]
                rij["n"] = int(tabel["n"])
                rij[f"aandeel_wijken{naam}"] = tabel[f"aandeel_{uitspraak['richting']}"]
                rij[f"aandeel_inwoners{naam}"] = tabel[f"aandeel_{uitspraak['richting']}_inwoners"]
        rijen.append(rij)
    kolommen = ["nr", "citaat", "eenheid", "van", "tot", "richting", "groep", "n"]
    kolommen += [f"aandeel_{e}{m}" for m in ("", "_zonder_marge") for e in ("wijken", "inwoners")]
    return pd.DataFrame(rijen).reindex(columns=[*kolommen, "reden"])
