"""Published numbers again, from the raw csv and by other code than made them.

On purpose only the standard library, plain loops and nothing of the rest of this project: a fault
in what the pipeline uses cannot come back here. What it needs of the method is in the docstrings;
the rules are those of the chapters on selection, clusters and development in the bijlage.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from leefbaarheid.verificatie.kleinste_kwadraten import kleinste_kwadraten
from leefbaarheid.verificatie.rauw import DIMENSIES, Wijk, lees_getal

CLUSTERS = ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld")
MAATSTAF = 1e-9
"""So much two roads to one number may differ, relative to it."""


def _kies(maat: str, makers: Mapping[str, Callable[[], float]]) -> float:
    """Return the number that is asked; KeyError for another."""
    return makers[maat]()


def _som(waarden: Iterable[float]) -> float:
    return math.fsum(waarden)


class Naloop:
    """The edition again, by plain loops.

    Args:
        config: the config of the edition.
        wijken: from `lees_wijken`.
    """

    def __init__(self, config: Mapping[str, Any], wijken: Mapping[str, Wijk]) -> None:
        self.config = config
        self.alle = sorted(wijken.values(), key=lambda wijk: wijk.code)
        # the country is every wijk with a score and with inhabitants
        self.land = [wijk for wijk in self.alle if wijk.score and wijk.inwoners]
        self.kan = self._in_aanmerking()
        self.selectie = self._selectie()
        self._opgelost: dict[tuple[str, ...], list[float]] = {}
        self._groepen: dict[str, list[Wijk] | None] = {}

    # ------------------------------------------------------------------ groups
    def _voldoet(self, wijk: Wijk) -> bool:
        """Tell whether a wijk meets the conditions of the selection; unknown is no."""
        for kolom, eis in self.config["selectie"].get("voorwaarden", {}).items():
            waarde = lees_getal(wijk.context.get(kolom))
            if waarde is None or waarde < eis.get("min", -math.inf):
                return False
            if waarde > eis.get("max", math.inf):
                return False
        return True

    def _in_aanmerking(self) -> list[Wijk]:
        """Large enough, in a large gemeente, a score in every year to the end year, conditions."""
        per_gemeente: dict[str, float] = {}
        for wijk in self.alle:
            if wijk.gemeente:
                per_gemeente[wijk.gemeente] = per_gemeente.get(wijk.gemeente, 0.0) + (
                    wijk.inwoners or 0.0
                )
        keuze, eind = self.config["selectie"], self.config["eindjaar"]
        jaren = [jaar for jaar in self.config["jaren"] if jaar <= eind]
        return [
            wijk
            for wijk in self.alle
            if wijk.inwoners is not None
            and wijk.inwoners >= keuze["min_inwoners"]
            and per_gemeente.get(wijk.gemeente, 0.0) >= keuze["min_inwoners_gemeente"]
            and all(jaar in wijk.score for jaar in jaren)
            and self._voldoet(wijk)
        ]

    def _selectie(self) -> list[Wijk]:
        keuze = self.config["selectie"]
        if keuze["soort"] == "laagste_scores":
            op_rij = sorted(self.kan, key=lambda wijk: (wijk.score[keuze["jaar"]], wijk.code))
            return op_rij[: keuze["aantal"]]
        return [w for w in self.alle if w.labels & set(keuze["labels"]) and self._voldoet(w)]

    def groep(self, naam: str) -> list[Wijk] | None:
        """Return the wijken of a group as the tables name it; None for one we do not know."""
        if naam not in self._groepen:
            self._groepen[naam] = self._maak_groep(naam)
        return self._groepen[naam]

    def _maak_groep(self, naam: str) -> list[Wijk] | None:
        codes = {wijk.code for wijk in self.selectie}
        if naam == "land":
            return self.land
        if naam == "selectie":
            return self.selectie
        if naam == "overig_in_aanmerking":
            return [wijk for wijk in self.kan if wijk.code not in codes]
        if naam.startswith("label_"):
            return [w for w in self.alle if naam.removeprefix("label_") in w.labels]
        if naam in CLUSTERS and isinstance(self.config["clusters"]["delta"], (int, float)):
            return [wijk for wijk in self.selectie if self.cluster(wijk) == naam]
        return None

    def klasse(self, score: float) -> int:
        """Return the class 1-9 of a score."""
        grenzen: list[float] = self.config["klassen"]["grenzen"]
        return 1 + sum(score >= grens for grens in grenzen)

    def cluster(self, wijk: Wijk) -> str | None:
        """Return the cluster by the rule of the edition; None where a score is missing.

        A change of exactly the tolerance counts as none.
        """
        regel, eind = self.config["clusters"], self.config["eindjaar"]
        jaren = (regel["langjaar"], regel["crisisjaar"], eind)
        if any(jaar not in wijk.score for jaar in jaren):
            return None
        lang, crisis = (round(wijk.score[eind] - wijk.score[jaar], 9) for jaar in jaren[:2])
        delta = regel["delta"]
        if self.klasse(wijk.score[eind]) >= regel["voldoende_vanaf_klasse"]:
            return "succes" if lang > delta and crisis > delta else "vroegsignalering"
        if lang > delta and crisis >= -delta:
            return "gestaag_herstel"
        return "terugval" if crisis < -delta else "niet_ingedeeld"

    # ------------------------------------------------------------------ numbers
    def getal(self, naam: str) -> float | str | None:
        """Return a published number by its name.

        Raises:
            KeyError: not a number that this code can make.
        """
        soort, *rest = naam.split(".")
        maker: Callable[[list[str]], float | str | None] = {
            "wijken": self._wijken,
            "selectie": self._over_selectie,
            "cluster": self._over_cluster,
            "gemiddelde": self._gemiddelde,
            "spreiding": self._spreiding,
            "ontwikkeling": self._ontwikkeling,
            "decompositie": self._decompositie,
            "regressie": self._regressie,
            "model": self._model,
        }[soort]
        return maker(rest)

    def _leden(self, naam: str) -> list[Wijk]:
        leden = self.groep(naam)
        if leden is None:
            raise KeyError(naam)
        return leden

    def kent(self, naam: str) -> bool:
        """Tell whether `getal` can make a number, without a regression being solved for it."""
        soort, *rest = naam.split(".")
        try:
            if soort == "regressie":
                venster, model, steekproef, term, maat = rest
                namen = self._ontwerp(venster, model, steekproef).namen
                return term in namen and maat in ("coef", "coef_sd")
            if soort == "model" and rest[-1] == "r2":
                return bool(self._ontwerp(*rest[:-1]).y)
            self.getal(naam)
        except (KeyError, ValueError, IndexError, ZeroDivisionError):
            return False
        return True

    def _wijken(self, rest: list[str]) -> float:
        return _kies(
            rest[0],
            {
                "n": lambda: len(self.land),
                "n_gemeenten": lambda: len({w.gemeente for w in self.land if w.gemeente}),
            },
        )

    def _over_selectie(self, rest: list[str]) -> float | str:
        per_gemeente: dict[str, int] = {}
        for wijk in self.selectie:
            per_gemeente[wijk.gemeente] = per_gemeente.get(wijk.gemeente, 0) + 1
        if rest[0] == "grensscore" and self.config["selectie"]["soort"] != "laagste_scores":
            raise KeyError(rest[0])
        return _kies(
            rest[0],
            {
                "n_geselecteerd": lambda: len(self.selectie),
                "n_in_aanmerking": lambda: len(self.kan),
                "n_gemeenten": lambda: len(per_gemeente),
                "n_grootste_gemeente": lambda: max(per_gemeente.values()),
                "aandeel_grootste_gemeente": lambda: (
                    max(per_gemeente.values()) / len(self.selectie)
                ),
                "grensscore": lambda: self.selectie[-1].score[self.config["selectie"]["jaar"]],
            },
        )

    def _over_cluster(self, rest: list[str]) -> float:
        naam, maat = rest
        leden = self._leden(naam)
        # shares are of all selected wijken that have a cluster
        samen = [wijk for wijk in self.selectie if self.cluster(wijk)]
        inwoners = _som(wijk.inwoners or 0.0 for wijk in leden)
        return _kies(
            maat,
            {
                "n": lambda: len(leden),
                "aandeel": lambda: len(leden) / len(samen),
                "n_inwoners": lambda: inwoners,
                "aandeel_inwoners": lambda: inwoners / _som(w.inwoners or 0.0 for w in samen),
            },
        )

    def _scores(self, rest: list[str]) -> list[float]:
        *groep, jaar = rest
        leden = self._leden(groep[-1])
        return [wijk.score[int(jaar)] for wijk in leden if int(jaar) in wijk.score]

    def _gemiddelde(self, rest: list[str]) -> float:
        scores = self._scores(rest)
        return _som(scores) / len(scores)

    def _spreiding(self, rest: list[str]) -> float:
        return _sd(self._scores(rest))

    def _ontwikkeling(self, rest: list[str]) -> float:
        """Return a share or a mean over wijken with both scores; a change up to delta is none."""
        venster, groep, maat = rest
        van, tot = (int(jaar) for jaar in venster.split("_"))
        delta = self.config["clusters"]["delta"]
        if not isinstance(delta, (int, float)):
            raise KeyError(maat)
        leden = [w for w in self._leden(groep) if van in w.score and tot in w.score]
        verandering = {w.code: w.score[tot] - w.score[van] for w in leden}
        if maat == "n":
            return len(leden)
        gewogen = maat.endswith("_inwoners")
        gewicht = {w.code: (w.inwoners or 0.0) if gewogen else 1.0 for w in leden}
        totaal = _som(gewicht.values())
        maat = maat.removesuffix("_inwoners")
        if maat == "gemiddelde":
            return _som(gewicht[code] * d for code, d in verandering.items()) / totaal
        telt: Callable[[float], bool] = {
            "gestegen": lambda d: round(d, 9) > delta,
            "gedaald": lambda d: round(d, 9) < -delta,
            "gestagneerd": lambda d: abs(round(d, 9)) <= delta,
        }[maat]
        return _som(gewicht[code] for code, d in verandering.items() if telt(d)) / totaal

    def _decompositie(self, rest: list[str]) -> float:
        """Return the mean change of a dimension, or of their sum, where all five are known."""
        venster, groep, maat = rest
        van, tot = (int(jaar) for jaar in venster.split("_"))
        leden = [
            wijk
            for wijk in self._leden(groep)
            if all((naam, jaar) in wijk.dimensie for naam in DIMENSIES for jaar in (van, tot))
        ]
        if maat == "n":
            return len(leden)
        if maat == "totaal":
            return _som(wijk.score[tot] - wijk.score[van] for wijk in leden) / len(leden)
        if maat not in DIMENSIES:
            raise KeyError(maat)
        return _som(w.dimensie[maat, tot] - w.dimensie[maat, van] for w in leden) / len(leden)

    # ------------------------------------------------------------------ regressions
    def _ontwerp(self, venster: str, model: str, steekproef: str) -> Ontwerp:
        """Return the complete cases of a regression.

        The outcome is the change, or for `ancova` the end score; besides the constant and the
        factors `ancova` has the begin score and `basismeting` the score of the base year.
        """
        van, tot = (int(jaar) for jaar in venster.split("_"))
        begin = {"verandering": None, "ancova": van, "basismeting": self.config["basisjaar"]}[model]
        leden = {"selectie": self.selectie, "in_aanmerking": self.kan}[steekproef]
        namen = ["constante"]
        if begin is not None:
            namen.append("beginscore" if model == "ancova" else "basisscore")
        namen += self.config["factoren"]
        heel, X, y = [], [], []
        for wijk in leden:
            cellen = [lees_getal(wijk.context.get(naam)) for naam in self.config["factoren"]]
            waarden = [cel for cel in cellen if cel is not None]
            jaren = [van, tot] if begin is None else [van, tot, begin]
            if len(waarden) < len(cellen) or any(jaar not in wijk.score for jaar in jaren):
                continue
            score = wijk.score
            heel.append(wijk)
            y.append(score[tot] - (0.0 if model == "ancova" else score[van]))
            X.append([1.0, *([] if begin is None else [score[begin]]), *waarden])
        return Ontwerp(namen, heel, X, y, len(leden))

    def _regressie(self, rest: list[str]) -> float:
        """Return a coefficient, as it is or per standard deviation (n - 1) of its regressor."""
        venster, model, steekproef, term, maat = rest
        ontwerp = self._ontwerp(venster, model, steekproef)
        plek = ontwerp.namen.index(term) if term in ontwerp.namen else -1
        if plek < 0 or maat not in ("coef", "coef_sd"):
            raise KeyError(maat)
        coef = self._coef(venster, model, steekproef)[plek]
        return coef if maat == "coef" else coef * _sd([rij[plek] for rij in ontwerp.X])

    def _coef(self, *welke: str) -> list[float]:
        """Return the coefficients of a regression, which is solved once."""
        if welke not in self._opgelost:
            ontwerp = self._ontwerp(*welke)
            self._opgelost[welke] = kleinste_kwadraten(ontwerp.X, ontwerp.y)
        return self._opgelost[welke]

    def _model(self, rest: list[str]) -> float:
        venster, model, steekproef, maat = rest
        ontwerp = self._ontwerp(venster, model, steekproef)
        per_gemeente: dict[str, int] = {}
        for wijk in ontwerp.wijken:
            per_gemeente[wijk.gemeente] = per_gemeente.get(wijk.gemeente, 0) + 1
        n = len(ontwerp.wijken)
        return _kies(
            maat,
            {
                "n": lambda: n,
                "n_verwacht": lambda: ontwerp.n_verwacht,
                "n_weggevallen": lambda: ontwerp.n_verwacht - n,
                "aandeel_weggevallen": lambda: (ontwerp.n_verwacht - n) / ontwerp.n_verwacht,
                "n_gemeenten": lambda: len(per_gemeente),
                "aandeel_grootste_gemeente": lambda: max(per_gemeente.values()) / n,
                "r2": lambda: _r2(ontwerp, self._coef(venster, model, steekproef)),
            },
        )


class Ontwerp(NamedTuple):
    """The complete cases of a regression: names of the regressors, wijken, regressors, outcome."""

    namen: list[str]
    wijken: list[Wijk]
    X: list[list[float]]
    y: list[float]
    n_verwacht: int


def _sd(waarden: list[float]) -> float:
    """Return the standard deviation of a sample (n - 1)."""
    midden = _som(waarden) / len(waarden)
    return math.sqrt(_som((waarde - midden) ** 2 for waarde in waarden) / (len(waarden) - 1))


def _r2(ontwerp: Ontwerp, coef: list[float]) -> float:
    """Return one minus the residual over the total sum of squares."""
    midden = _som(ontwerp.y) / len(ontwerp.y)
    rest = (
        uit - _som(b * x for b, x in zip(coef, rij, strict=True))
        for rij, uit in zip(ontwerp.X, ontwerp.y, strict=True)
    )
    return 1 - _som(r**2 for r in rest) / _som((uit - midden) ** 2 for uit in ontwerp.y)


def gelijk(een: float | str | None, ander: float | str | None) -> bool:
    """Tell whether two roads led to the same number."""
    if isinstance(een, (int, float)) and isinstance(ander, (int, float)):
        return math.isclose(een, ander, rel_tol=MAATSTAF, abs_tol=MAATSTAF)
    return een == ander
