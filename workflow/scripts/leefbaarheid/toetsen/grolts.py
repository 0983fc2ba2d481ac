"""The GRoLTS checklist (van de Schoot et al. 2017): what a report on trajectories should tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from leefbaarheid.basis import taal


@dataclass(frozen=True)
class Werkwijze:
    """How groups were looked for, as far as the checklist asks.

    Attributes:
        jaren: the years that were used, up to eindjaar. crisisjaar: the knot.
        restspreiding: see `trajectwolk.restspreiding`.
        starts, afmaken: starts of a fit, and how many of them run on to the end.
        min_aandeel, min_posterior: demands on the smallest group and on every group.
        trekkingen: bootstrap samples.
    """

    jaren: Sequence[int]
    crisisjaar: int
    eindjaar: int
    restspreiding: Mapping[str, float]
    starts: int
    afmaken: int
    min_aandeel: float
    min_posterior: float
    trekkingen: int


def grolts(hoe: Werkwijze, maten: pd.DataFrame, getoond: tuple[str, int]) -> pd.DataFrame:
    """Return the 16 items of the checklist with how each is met.

    Args:
        maten: table of `Trajectgroepen`.
        getoond: methode and number of groups of the solution that is shown.
    """
    n, verwacht = int(maten["n"].max()), int(maten["n_verwacht"].max())
    geschat = int(maten["kleinste_n"].notna().sum())
    eigen = (maten["methode"] == getoond[0]) & (maten["aantal_groepen"] == getoond[1])
    entropie = float(maten.loc[eigen, "entropie"].iloc[0])
    gebruikt, rest = hoe.jaren, hoe.restspreiding
    tussen = taal.opsomming([str(b - a) for a, b in pairwise(gebruikt)])
    uitval = verwacht - n
    rijen = [
        ("1", "Tijdschaal van het model", "ja",
         f"Kalenderjaren: {taal.opsomming([str(j) for j in gebruikt])}, met tussenpozen van "
         f"{tussen} jaar; veranderingen zijn per jaar uitgedrukt."),
        ("2", "Gemiddelde en spreiding van de tijd binnen een meting", "niet van toepassing",
         "Elke meting heeft voor alle wijken hetzelfde peiljaar."),
        ("3a", "Mechanisme van ontbrekende gegevens", "ja",
         f"Van de {verwacht} geselecteerde wijken "
         + (f"missen er {uitval} een score in deze jaren; scores ontbreken waar de Leefbaarometer "
            "er geen publiceert." if uitval else "mist er geen een score in deze jaren.")),
        ("3b", "Wat met ontbreken samenhangt", "ja" if not uitval else "deels",
         "Er ontbreekt niets." if not uitval else
         "De datakwaliteitstabel noemt de ontbrekende scores; samenhang is niet getoetst."),
        ("3c", "Hoe met ontbrekende gegevens is omgegaan", "ja",
         f"Alleen wijken met alle scores tot en met {hoe.eindjaar} doen mee ({n})."),
        ("4", "Verdeling van de gemeten variabelen", "ja",
         "Gemiddelde en standaarddeviatie per jaar staan in de tabel met gemiddelden, de verdeling "
         "van de verandering in een figuur."),
        ("5", "Software", "ja",
         "Eigen implementatie in Python (numpy, scipy), vergeleken met scikit-learn; versies in "
         "manifest.json."),
        ("6a", "Andere aannamen over verschillen binnen groepen", "ja",
         "Met en zonder samenhang tussen niveau en hellingen binnen groepen; k-means als uiterste "
         "zonder spreidingsmodel."),
        ("6b", "Andere aannamen over verschil in spreiding tussen groepen", "ja",
         "Drie vormen: eigen spreiding en samenhang per groep, eigen spreiding zonder samenhang, "
         "en dezelfde spreiding in elke groep."),
        ("7", "Andere vormen van het traject", "ja",
         f"Gebroken lijn met een knik in {hoe.crisisjaar} (restspreiding "
         f"{_punt(rest['gebroken'])}) naast een rechte lijn ({_punt(rest['recht'])})."),
        ("8", "Herhaalbaar met covariaten", "niet van toepassing",
         "Er zijn geen covariaten gebruikt."),
        ("9", "Aantal startwaarden en iteraties", "ja",
         f"{hoe.starts} starts (k-means++) van 20 iteraties; de beste {hoe.afmaken} gaan door tot "
         "de log-likelihood niet meer stijgt, hoogstens 1000 iteraties. De tabel noemt hoeveel "
         "daarvan dezelfde oplossing gaven."),
        ("10", "Maten om modellen te vergelijken en te kiezen", "ja",
         "Laagste BIC onder oplossingen met een kleinste groep van ten minste "
         f"{taal.procent(hoe.min_aandeel)} en een gemiddelde toewijzingskans van ten minste "
         f"{taal.getal(hoe.min_posterior, 1)} in elke groep; daarnaast AIC, entropie, silhouet en "
         f"stabiliteit over {hoe.trekkingen} bootstrapsteekproeven (adjusted Rand). Meer groepen "
         "kunnen ook één scheve of ongelijk gespreide wolk beschrijven (Bauer & Curran 2003)."),
        ("11", "Aantal geschatte modellen, ook met één groep", "ja",
         f"{geschat} modellen: {int(maten['aantal_groepen'].min())} tot "
         f"{int(maten['aantal_groepen'].max())} groepen in {maten['methode'].nunique()} vormen."),
        ("12", "Aantal wijken per groep in elk model", "ja",
         "In de tabel met het verloop, voor elk model."),
        ("13", "Entropie", "ja",
         f"Voor elk model; {taal.getal(entropie, 2)} bij de getoonde oplossing."),
        ("14a", "Figuur met gemiddelde trajecten van de gekozen oplossing", "ja",
         "Gemarkeerd in de figuur met alle oplossingen."),
        ("14b", "Figuren met gemiddelde trajecten van elk model", "ja",
         "Alle aantallen groepen van de gekozen vorm in één figuur; de andere vormen in de tabel."),
        ("14c", "Figuur met gemiddelde en afzonderlijke trajecten per groep", "ja",
         "De scores van de afzonderlijke wijken staan achter de gemiddelden, per groep."),
        ("15", "Kenmerken van de gekozen groepen in cijfers", "ja",
         "Gemiddelde, standaarddeviatie, standaardfout, n en 95%-interval per groep."),
        ("16", "Syntaxis beschikbaar", "ja",
         "De volledige code hoort bij de publicatie."),
    ]  # fmt: skip
    return pd.DataFrame(rijen, columns=["nr", "item", "gerapporteerd", "hoe"])


def _punt(waarde: float) -> str:
    return "niet te bepalen" if taal.is_leeg(waarde) else f"{taal.getal(waarde, 3)} punt"
