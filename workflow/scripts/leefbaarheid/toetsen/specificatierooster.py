"""The grid of the specification curve, and its samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, eigen_vorm
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, MODELLEN
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.meetmoment import tijdstip_meting
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    ALLEEN_GROTERE,
    BEPERKINGEN,
    GEEN,
    GEWICHTEN,
    OLS,
    SCHATTERS,
    ZONDER_GROOTSTE,
    ZONDER_VIER_GROOTSTE,
    Meting,
)

# AANNAME: in de specificatiecurve telt een wijk in de strengere variant mee vanaf 2500 inwoners.
#   Waarom: zo is te zien of kleine wijken de uitkomst bepalen.
#   Gevolg: met een andere grens tellen in een deel van de berekeningen andere wijken mee; het
#   hoofdmodel verandert niet.
#   Onderwerp: modellen. Als: controle specificaties. Zie: sec-rob-curve.
MIN_INWONERS = 2_500
MAX_ALLE_DEELVERZAMELINGEN = 4
"""Up to this number of other factors every subset of them is a choice of covariates."""


class Vorm(NamedTuple):
    """An outcome window with a model form."""

    van: int
    tot: int
    model: str


class Vakkeuze(NamedTuple):
    """The choices that fix sample, weight and estimator: a vak of the grid."""

    steekproef: str
    beperking: str
    gewicht: str
    schatter: str


class Paar(NamedTuple):
    """A focal factor with the set of factors of its regression, the focal one included."""

    factor: str
    factoren: tuple[str, ...]


@dataclass(frozen=True)
class Rooster:
    """The grid: every combination of `vakken`, `vormen` and `paren` that is `toegelaten`.

    `hoofd` holds vak and form of the main specification, which has all factors. `toegelaten`
    (vormen, paren) tells which forms a focal factor may have: the main window always, another
    window only where the factor was measured before it.
    """

    vakken: tuple[Vakkeuze, ...]
    vormen: tuple[Vorm, ...]
    paren: tuple[Paar, ...]
    factoren: tuple[str, ...]
    focaal: tuple[str, ...]
    hoofd: tuple[Vakkeuze, Vorm]
    basisjaar: int
    toegelaten: np.ndarray

    @property
    def omvang(self) -> tuple[int, int, int]:
        """Numbers of vakken, vormen and paren."""
        return len(self.vakken), len(self.vormen), len(self.paren)

    @property
    def n(self) -> int:
        """Number of specifications, all focal factors together."""
        return int(len(self.vakken) * self.toegelaten.sum())

    @property
    def modellen(self) -> list[str]:
        """The model forms: each asks a question of its own and is tested on its own."""
        return list(dict.fromkeys(vorm.model for vorm in self.vormen))

    @property
    def scores(self) -> list[str]:
        """The score columns that the forms need, by year."""
        jaren = {jaar for vorm in self.vormen for jaar in (vorm.van, vorm.tot)}
        if any(vorm.model == BASISMETING for vorm in self.vormen):
            jaren.add(self.basisjaar)
        return [f"lbm_{jaar}" for jaar in sorted(jaren)]

    @property
    def kolommen(self) -> list[str]:
        """The columns that a wijk must have: scores and factors."""
        return [*self.scores, *self.factoren]

    def beginscore(self, vorm: Vorm) -> str | None:
        """Return the score among the regressors of a form, or None for the change form."""
        jaar = {ANCOVA: vorm.van, BASISMETING: self.basisjaar}.get(vorm.model)
        return None if jaar is None else f"lbm_{jaar}"

    def in_hoofdvenster(self, vorm: Vorm) -> bool:
        """Tell whether a form is about the main window."""
        return vorm[:2] == self.hoofd[1][:2]


# ---------------------------------------------------------------------------------------------
# The grid


def factorsets(factoren: Sequence[str], focaal: str) -> list[tuple[str, ...]]:
    """Return the sets of factors that contain `focaal`, each in the order of `factoren`.

    With up to `MAX_ALLE_DEELVERZAMELINGEN` other factors these are all sets; with more, the focal
    factor alone, with each one other, with all but one other, and with all.
    """
    m = len(factoren) - 1
    bij = range(m + 1) if m <= MAX_ALLE_DEELVERZAMELINGEN else (0, 1, m - 1, m)
    return [s for k in bij for s in combinations(factoren, k + 1) if focaal in s]


def maak_rooster(
    factoren: Sequence[str],
    regressie: Mapping[str, Any],
    basisjaar: int,
    focale_factoren: Sequence[str] | None = None,
    peiljaren: Mapping[str, object] | None = None,
) -> Rooster:
    """Return the grid of specifications.

    Windows and model forms are those of the config; a form that repeats another is left out: from
    the base year, `basismeting` gives the coefficients of `ancova`. A window besides the main one
    is for the factors that were measured before it: a later value may follow from the development
    itself. Samples are those of the config
    as they are, without their largest gemeente, without the four largest gemeenten of the country,
    and with larger wijken only; each unweighted and weighted by inhabitants, with and without
    gemeente effects, and with the sets of `factorsets`.

    Args:
        factoren: the factors of the edition.
        regressie: config block: vensters, modellen, steekproeven, hoofdvenster, hoofdmodel.
        basisjaar: year of the pre-selection baseline.
        focale_factoren: the factors a curve is made for; by default all.
        peiljaren: factor -> when it was measured, as in the codeboek; without it a factor counts
            as measured before every window.

    Raises:
        InvoerFout: a focal factor is not a factor of the edition, or there is none.
    """
    factoren = tuple(factoren)
    focaal = factoren if focale_factoren is None else tuple(dict.fromkeys(focale_factoren))
    _controleer_focaal(focaal, factoren)
    steekproeven = [s for s in STEEKPROEVEN if s in regressie["steekproeven"]]
    van, tot = (int(jaar) for jaar in regressie["hoofdvenster"])
    paren = tuple(Paar(f, s) for f in focaal for s in factorsets(factoren, f))
    vormen, toegelaten = _toegelaten(_vormen(regressie, basisjaar), paren, (van, tot), peiljaren)
    return Rooster(
        vakken=tuple(
            Vakkeuze(*keuze) for keuze in product(steekproeven, BEPERKINGEN, GEWICHTEN, SCHATTERS)
        ),
        vormen=vormen,
        paren=paren,
        factoren=factoren,
        focaal=focaal,
        hoofd=(
            Vakkeuze(steekproeven[0], GEEN, GEEN, OLS),
            Vorm(van, tot, regressie["hoofdmodel"]),
        ),
        basisjaar=basisjaar,
        toegelaten=toegelaten,
    )


def _toegelaten(
    vormen: Sequence[Vorm],
    paren: Sequence[Paar],
    hoofd: tuple[int, int],
    peiljaren: Mapping[str, object] | None,
) -> tuple[tuple[Vorm, ...], np.ndarray]:
    """Return the forms that a factor may have, and which factor may have which (vormen, paren)."""
    mag = {
        (vorm, factor): vorm[:2] == hoofd
        or peiljaren is None
        or tijdstip_meting(peiljaren.get(factor), vorm.van, vorm.tot) == Meting.VOOR
        for vorm in vormen
        for factor in {paar.factor for paar in paren}
    }
    over = tuple(v for v in vormen if any(mag[v, paar.factor] for paar in paren))
    rijen = [[mag[vorm, paar.factor] for paar in paren] for vorm in over]
    return over, np.array(rijen, bool).reshape(len(over), len(paren))


def _controleer_focaal(focaal: Sequence[str], factoren: Sequence[str]) -> None:
    """Raise InvoerFout when a focal factor is not a factor of the edition, or there is none."""
    for factor in focaal:
        if factor not in factoren:
            raise InvoerFout(
                "deze factor staat niet onder 'factoren'",
                sleutel="inferentie.primaire_factoren",
                waarde=factor,
                remedie=bedoelde_u(factor, factoren) or f"Kies uit: {', '.join(factoren)}.",
            )
    if not focaal:
        raise InvoerFout(
            "er is geen factor om een specificatiecurve voor te maken",
            sleutel="inferentie.primaire_factoren",
            remedie=f"Kies uit: {', '.join(factoren)}.",
        )


def _vormen(regressie: Mapping[str, Any], basisjaar: int) -> tuple[Vorm, ...]:
    """Return every window with every model form, without repeats."""
    modellen = [m for m in MODELLEN if m in regressie["modellen"]]
    vensters = sorted({(int(van), int(tot)) for van, tot in regressie["vensters"]})
    return tuple(
        Vorm(*venster, model)
        for venster in vensters
        for model in modellen
        if (vorm := eigen_vorm(model, venster[0], basisjaar)) == model or vorm not in modellen
    )


# ---------------------------------------------------------------------------------------------
# Samples


@dataclass(frozen=True)
class Deel:
    """The n wijken of a sample with a restriction.

    Attributes:
        Z: (n, P) constant, scores and factors; standardised (ddof 0), zero where unusable.
        schaal: (P,) standard deviation of each column in its own units.
        kolom: name -> column number.
        code: (n,) number of the gemeente among all gemeenten of the data.
        inwoners: (n,) number of inhabitants, NaN if unknown.
        onbruikbaar: name of a column -> why it cannot be used (a code).
        reden: why nothing can be estimated (a code), or "".
    """

    Z: np.ndarray
    schaal: np.ndarray
    kolom: dict[str, int]
    code: np.ndarray
    inwoners: np.ndarray
    onbruikbaar: dict[str, str]
    reden: str


def volledige_wijken(tabel: pd.DataFrame, steekproef: str, rooster: Rooster) -> pd.DataFrame:
    """Return the wijken of a sample that have every column of the grid.

    One set of complete cases per sample, so that specifications differ by their choices alone. A
    column without any value is skipped.
    """
    deel = tabel.loc[tabel[STEEKPROEVEN[steekproef]].eq(True)].reindex(
        columns=["gm_code", "inwoners", *rooster.kolommen]
    )
    gevuld = [k for k in rooster.kolommen if deel[k].notna().any()]
    return deel.dropna(subset=["gm_code", *gevuld])


def maak_delen(
    tabel: pd.DataFrame, rooster: Rooster, min_inwoners: float
) -> dict[tuple[str, str], Deel]:
    """Return every sample with every restriction.

    One with the wijken of an earlier one is marked as a duplicate and not estimated.
    """
    # as in analyse/selectie.py, where it is stated as an assumption
    inwonertal = tabel.groupby("gm_code")["inwoners"].sum().sort_index()
    vier = inwonertal.sort_values(ascending=False, kind="stable").index[:4]
    nummer = {code: i for i, code in enumerate(inwonertal.index)}
    uit: dict[tuple[str, str], Deel] = {}
    eerder: dict[tuple[str, ...], tuple[str, str]] = {}
    for steekproef in dict.fromkeys(keuze.steekproef for keuze in rooster.vakken):
        basis = volledige_wijken(tabel, steekproef, rooster)
        omvang = basis["gm_code"].value_counts().sort_index()
        blijft = {
            GEEN: basis["gm_code"].notna(),
            ZONDER_GROOTSTE: basis["gm_code"] != (omvang.idxmax() if len(omvang) else ""),
            ZONDER_VIER_GROOTSTE: ~basis["gm_code"].isin(vier),
            ALLEEN_GROTERE: basis["inwoners"] >= min_inwoners,
        }
        for beperking in BEPERKINGEN:
            deel = basis[blijft[beperking]]
            wijken = tuple(deel.index)
            reden = "" if wijken else ToetsReden.GEEN_WIJK_OVER.met()
            if wijken in eerder and wijken:
                dubbel = dict(zip(("steekproef", "beperking"), eerder[wijken], strict=True))
                reden = ToetsReden.DUBBELE_STEEKPROEF.met(**dubbel)
            eerder.setdefault(wijken, (steekproef, beperking))
            uit[steekproef, beperking] = _standaardiseer(deel, rooster.kolommen, nummer, reden)
    return uit


def _standaardiseer(
    deel: pd.DataFrame, kolommen: Sequence[str], nummer: Mapping[str, int], reden: str
) -> Deel:
    n, P = len(deel), len(kolommen) + 1
    Z, schaal = np.zeros((n, P)), np.ones(P)
    Z[:, 0] = 1.0
    onbruikbaar: dict[str, str] = {}
    for k, naam in enumerate(kolommen, start=1):
        reeks = deel[naam].to_numpy(float)
        if not n or np.isnan(reeks).all():
            onbruikbaar[naam] = ToetsReden.KOLOM_LEEG.met(kolom=naam)
        elif np.ptp(reeks) <= 1e-12 * np.abs(reeks).max():
            onbruikbaar[naam] = ToetsReden.KOLOM_ZONDER_VARIATIE.met(kolom=naam)
        else:
            schaal[k] = reeks.std()
            Z[:, k] = (reeks - reeks.mean()) / schaal[k]
    return Deel(
        Z=Z,
        schaal=schaal,
        kolom={naam: k for k, naam in enumerate(kolommen, start=1)},
        code=deel["gm_code"].map(nummer).to_numpy(np.intp),
        inwoners=deel["inwoners"].to_numpy(float),
        onbruikbaar=onbruikbaar,
        reden=reden,
    )
