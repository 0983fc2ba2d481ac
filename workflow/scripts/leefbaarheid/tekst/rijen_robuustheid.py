"""Table rows of the chapter on robustness, in the bijlage Leefbaarheidsontwikkeling.

As in `rijen_bijlage`: a row is a list of Markdown cells. Unless it says otherwise a table is about
the main regression: hoofdvenster, hoofdmodel and the selected wijken. A factor that cannot be
tested keeps its row, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, MODELNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen, passend, venster
from leefbaarheid.tekst.gedeeld.namen import clusternaam, klein
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE

SCHATTERNAMEN = {"crv1": "CRV1", "crv3": "CRV3", "wcr": "WCR"}
MODELKOPPEN = {
    "verandering": "Verandering",
    "ancova": "Eindscore gegeven begin",
    "basismeting": "Gegeven basismeting",
}
VARIANTKOPPEN = {
    "hoofd": "Hoofdmodel",
    "hc3": "HC3",
    "huber": "Huber",
    "gewogen": "Naar bewoners",
    "zonder_invloedrijk": "Zonder invloedrijke",
}
AFHANKELIJK = {
    "ols_crv1": "Hoofdmodel",
    "gemeente_fe": "Binnen gemeenten",
    "random_intercept": "Niveau per gemeente",
    "conley": "Ruimtelijk",
}
CONTROLENAMEN = {
    **SCHATTERNAMEN,
    "holm": "Holm",
    "loo": "zonder één gemeente",
    "gemeente_fe": "binnen gemeenten",
    "random_intercept": "niveau per gemeente",
    "conley": "ruimtelijk (Conley)",
    "verandering": "vorm *verandering*",
    "ancova": "vorm *eindscore*",
    "basismeting": "vorm *basismeting*",
    "zonder_dimensie": "zonder de dimensie",
    "hc3": "HC3",
    "huber": "Huber",
    "gewogen": "naar bewoners",
    "zonder_invloedrijk": "zonder invloedrijke",
    "imputatie": "gaten ingevuld",
    "in_aanmerking": "ruimere groep wijken",
    "specificatiecurve": "midden van de curve",
}
"""The checks as row heads, in the words of the sections that explain them."""
OORDEEL_SIMULATIE = {
    "meer": "meer dan verwacht",
    "minder": "minder dan verwacht",
    "past": "past",
}
PER_TABEL = 3
"""Factors beside each other in the table of all checks: an estimate takes its interval along."""
PATRONEN = 6
"""Combinations of missing factors that have a row of their own."""


def leeg(waarde: Any) -> bool:
    """Tell whether a cell has no number: empty, NaN or text."""
    return waarde is None or isinstance(waarde, str) or taal.is_leeg(waarde)


def interval(laag: Any, hoog: Any, decimalen: int = 3) -> str:
    """Return an interval on one line; an end that is not bounded is "onbegrensd"."""
    if leeg(laag) or leeg(hoog):
        return taal.GEEN
    grenzen = [
        taal.verandering(grens, decimalen) if math.isfinite(grens) else "onbegrensd"
        for grens in (laag, hoog)
    ]
    return SPATIE.join((grenzen[0], "tot", grenzen[1]))


def redentekst(reden: str) -> str:
    """Return a reason of a table as Markdown, in the words of the report."""
    return als_markdown(reden.replace("complete case", "volledige gevallen"))


def punt(waarde: Any) -> str:
    """Return a coefficient per standard deviation: sign and three decimals."""
    return taal.GEEN if leeg(waarde) else taal.verandering(waarde, 3)


def maat(waarde: Any, decimalen: int = 3) -> str:
    """Return a number without sign, or a dash."""
    return taal.GEEN if leeg(waarde) else taal.getal(waarde, decimalen)


def sluit_nul_uit(rij: Mapping[str, Any], achter: str = "") -> bool | None:
    """Tell whether an estimate is clear; None where there is no test."""
    p = rij.get(f"p{achter}")
    return None if leeg(p) else p < SIGNIFICANTIE


def nadruk(tekst: str, rij: Mapping[str, Any], achter: str = "") -> str:
    """Return `tekst` in bold where the interval leaves out zero."""
    return f"**{tekst}**" if sluit_nul_uit(rij, achter) else tekst


def schatting_cel(rij: Mapping[str, Any], achter: str = "", reden: str | None = None) -> str:
    """Return an estimate with its interval in brackets, bold where it leaves out zero.

    Args:
        rij: coef_sd, ci_sd_laag, ci_sd_hoog and p, each with `achter` behind its name.
        achter: suffix of the columns.
        reden: shown in italics where there is no estimate or no interval.
    """
    coef, laag, hoog = (rij.get(f"{k}{achter}") for k in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    if leeg(coef):
        return f"*{redentekst(reden)}*" if reden else taal.GEEN
    getal = nadruk(punt(coef), rij, achter)
    if leeg(laag):
        return f"{getal} *({redentekst(reden)})*" if reden else getal
    return f"{getal} ({interval(laag, hoog)})"


def kort_cel(rij: Mapping[str, Any], achter: str = "", reden: str | None = None) -> str:
    """Return an estimate ± half its (symmetric) interval, for a narrow column.

    Args:
        rij, achter, reden: see `schatting_cel`.
    """
    coef, laag, hoog = (rij.get(f"{k}{achter}") for k in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    if leeg(coef) or leeg(laag) or leeg(hoog) or not math.isfinite(hoog - laag):
        return schatting_cel(rij, achter, reden)
    return f"{nadruk(punt(coef), rij, achter)} ±{SPATIE}{maat((hoog - laag) / 2)}"


@dataclass(frozen=True)
class RijenRobuustheid:
    """Table rows of one edition.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows, with `codeboek` and the `robuustheid_` tables. Nothing is
            read before a row or sentence asks for it, so documents without these tables can have
            this class as well.
    """

    editie: Mapping[str, Any]
    cijfers: Cijfers
    tabellen: Mapping[str, list[Rij]]

    # ------------------------------------------------------------------ access

    def heeft(self, naam: str) -> bool:
        """Tell whether a table (name without "robuustheid_") was made and has something in it."""
        return bool(self.tabellen.get(f"robuustheid_{naam}")) and not self.uit(naam)

    def uit(self, naam: str) -> str:
        """Return the sentence that a check is off, or "" when its table has results."""
        rijen = self._tabel(naam)
        if rijen and set(rijen[0]) == {"reden"}:
            return f"{taal.hoofdletter(als_markdown(rijen[0]['reden']))}."
        return ""

    def _tabel(self, naam: str) -> list[Rij]:
        naam = f"robuustheid_{naam}"
        if naam not in self.tabellen:
            raise KeyError(f"er is geen tabel met de naam '{naam}'")
        return self.tabellen[naam]

    def _rijen(self, naam: str, /, **kenmerken: Any) -> list[Rij]:
        """Return the rows with these values; none when the check is off."""
        if self.uit(naam):
            return []
        return [
            rij for rij in self._tabel(naam) if all(rij.get(k) == v for k, v in kenmerken.items())
        ]

    def _hoofd(self, naam: str, /, **kenmerken: Any) -> list[Rij]:
        """Return the rows of the main regression, as far as a table has its columns."""
        r = self.editie["regressie"]
        van, tot = r["hoofdvenster"]
        vast = {"van": van, "tot": tot, "model": r["hoofdmodel"], "steekproef": "selectie"}
        rijen = self._rijen(naam, **kenmerken)
        return [rij for rij in rijen if all(rij[k] == v for k, v in vast.items() if k in rij)]

    def _per_factor(self, naam: str, /, **kenmerken: Any) -> dict[str, Rij]:
        """Return factor -> its row in the main regression, in the order of the config."""
        gevonden: dict[str, Rij] = {}
        for rij in self._hoofd(naam, **kenmerken):
            gevonden.setdefault(rij.get("term") or rij.get("factor"), rij)
        return {f: gevonden.get(f, {"reden": "geen uitkomst"}) for f in self.editie["factoren"]}

    # ------------------------------------------------------------------ names

    def _label(self, factor: str) -> str:
        """Return the label of a factor as the codeboek, or else the table of verdicts, has it."""
        for rij in self.tabellen.get("codeboek", ()):
            if rij["factor"] == factor:
                return rij["label"]
        for rij in self._rijen("eindoordeel", factor=factor):
            return rij["label"]
        return factor

    def label(self, factor: str) -> str:
        """Return the label of a factor as a row head."""
        return als_markdown(self._label(factor))

    def naam(self, factor: str) -> str:
        """Return the label of a factor within a sentence, in italics."""
        return f"*{klein(self._label(factor))}*"

    def kop(self, factor: str, rij: Mapping[str, Any], veld: str = "coef_sd") -> str:
        """Return the row head of a factor, with the reason where there is no estimate."""
        reden = rij.get("reden")
        if reden and leeg(rij.get(veld)):
            return f"{self.label(factor)} (*niet te toetsen: {redentekst(reden)}*)"
        return self.label(factor)

    def schatter(self) -> str:
        """Return the short name of the leading estimator."""
        return SCHATTERNAMEN[self.editie["inferentie"]["primaire_schatter"]]

    def passend(self, breedtes: Sequence[float]) -> list[int]:
        """See `rijen_bijlage.passend`."""
        return passend(breedtes)

    def vanaf(self, factor: str) -> float | None:
        """Return the minimal detectable association of a factor, per standard deviation."""
        bron = "aantoonbaar" if "robuustheid_aantoonbaar" in self.tabellen else "eindoordeel"
        waarde = self._per_factor(bron)[factor].get("mde_sd")
        return None if leeg(waarde) else waarde

    def vanaf_cel(self, factor: str) -> str:
        """Return the minimal detectable association of a factor as a cell."""
        return maat(self.vanaf(factor))

    # ------------------------------------------------------------------ verdict

    def eindoordeel_rijen(self) -> list[Cellen]:
        """Return per factor the leading estimate, what could be detected, counts and verdict."""
        uit = []
        for factor, rij in self._per_factor("eindoordeel").items():
            uit.append(
                [
                    self.label(factor),
                    nadruk(punt(rij.get("coef_sd")), rij),
                    interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
                    taal.p_waarde(rij.get("p")),
                    taal.p_waarde(rij.get("p_holm")),
                    maat(rij.get("mde_sd")),
                    self._van(rij.get("n_zelfde_teken"), rij.get("n_controles")),
                    self._van(rij.get("n_sluit_nul_uit"), self.n_met_p(factor)),
                    str(rij.get("oordeel") or taal.GEEN),
                ]
            )
        return uit

    def n_met_p(self, factor: str) -> int:
        """Return the number of checks of a factor that count and have a test."""
        return sum(
            bool(rij["telt_mee"]) and rij["sluit_nul_uit"] is not None
            for rij in self._rijen("oordeel", factor=factor)
            if rij["controle"] != self.editie["inferentie"]["primaire_schatter"]
        )

    @staticmethod
    def _van(deel: Any, geheel: Any) -> str:
        if leeg(deel) or not geheel:
            return taal.GEEN
        return f"{taal.getal(deel)}{SPATIE}van{SPATIE}{taal.getal(geheel)}"

    def factorgroepen(self) -> list[list[str]]:
        """Return the factors in groups that fit in a table; the primary ones come first."""
        eerst = self.editie["inferentie"]["primaire_factoren"]
        rest = [f for f in self.editie["factoren"] if f not in eerst]
        groepen = []
        for deel in (list(eerst), rest):
            groepen += [deel[i : i + PER_TABEL] for i in range(0, len(deel), PER_TABEL)]
        return groepen

    def controlekoppen(self, factoren: Sequence[str]) -> Cellen:
        """Return the factors as column heads."""
        return [self.label(factor) for factor in factoren]

    def controlenaam(self, controle: str) -> str:
        """Return the short name of a check; one that is new goes by its own name."""
        return CONTROLENAMEN.get(controle, als_markdown(controle))

    def controle_rijen(self, factoren: Sequence[str]) -> list[Cellen]:
        """Return every check with the estimate of each factor; what does not count is a dash."""
        uit = []
        for controle in dict.fromkeys(rij["controle"] for rij in self._rijen("oordeel")):
            cellen = [self.controlenaam(controle)]
            for factor in factoren:
                rij = self._rijen("oordeel", factor=factor, controle=controle)
                telt = rij and rij[0]["telt_mee"]
                cellen.append(schatting_cel(rij[0]) if telt else taal.GEEN)
            uit.append(cellen)
        return uit

    # ------------------------------------------------------------------ gemeenten

    def gemeenten_rijen(self) -> list[Cellen]:
        """Return per factor the three estimators, and what one gemeente can do."""
        uit = []
        for factor, rij in self._per_factor("clusters").items():
            sd = rij.get("sd_factor")
            zonder = [
                None if leeg(rij.get(k)) or leeg(sd) else rij[k] * sd
                for k in ("loo_min", "loo_max")
            ]
            uit.append(
                [
                    self.kop(factor, rij),
                    nadruk(punt(rij.get("coef_sd")), rij),
                    *(taal.p_waarde(rij.get(f"{naam}_p")) for naam in SCHATTERNAMEN),
                    interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
                    self.vanaf_cel(factor),
                    maat(rij.get("G_eff"), 0),
                    interval(*zonder),
                ]
            )
        return uit

    def _naast_elkaar(self, tabel: str, namen: Iterable[str]) -> list[Cellen]:
        """Return per factor the estimate of each variant of a check, and what was detectable."""
        varianten = [self._per_factor(tabel, variant=naam) for naam in namen]
        return [
            [
                self.label(factor),
                *(kort_cel(rijen[factor], reden=rijen[factor].get("reden")) for rijen in varianten),
                self.vanaf_cel(factor),
            ]
            for factor in self.editie["factoren"]
        ]

    # ------------------------------------------------------------------ dependence

    def afhankelijkheid_koppen(self) -> Cellen:
        """Return the variants as column heads."""
        return list(AFHANKELIJK.values())

    def afhankelijkheid_rijen(self) -> list[Cellen]:
        """Return per factor the four answers to dependence between wijken."""
        return self._naast_elkaar("afhankelijkheid", AFHANKELIJK)

    # ------------------------------------------------------------------ regression to the mean

    def placebo_rijen(self) -> list[Cellen]:
        """Return the clusters that the same rule gives in other years, as shares of the wijken."""
        uit = []
        for rij in self._rijen("placebo"):
            namen = [taal.hoofdletter(als_markdown(rij["omschrijving"]))]
            if leeg(rij["n"]):
                namen[0] += f" (*{als_markdown(rij['reden'])}*)"
            jaren = [rij[k] for k in ("langjaar", "crisisjaar", "eindjaar")]
            cellen = [
                *namen,
                taal.GEEN if leeg(rij["selectiejaar"]) else str(int(rij["selectiejaar"])),
                "–".join(str(int(j)) for j in jaren) if not any(map(leeg, jaren)) else taal.GEEN,
                maat(rij["n"], 0),
                *(
                    taal.procent(rij[f"aandeel_{kolom}"])
                    for kolom in (
                        *("succes", "vroegsignalering", "gestaag_herstel"),
                        *("terugval", "niet_ingedeeld"),
                    )
                ),
            ]
            eigen = rij["variant"] == "editie"
            uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
        return uit

    def simulatie_rijen(self) -> list[Cellen]:
        """Return per window the observed change and what two models make one expect."""
        uit = []
        per_venster: dict[tuple[int, int], dict[str, Rij]] = {}
        for rij in self._rijen("simulatie", groep="selectie"):
            per_venster.setdefault((rij["van"], rij["tot"]), {})[rij["model"]] = rij
        for (van, tot), modellen in per_venster.items():
            ruis, beweging = modellen["alleen_ruis"], modellen["ruis_en_beweging"]
            waargenomen = (
                f"{punt(ruis['waargenomen'])} ({interval(ruis['ci_laag'], ruis['ci_hoog'])})"
            )
            uit.append([venster(van, tot), waargenomen])
            for rij in (ruis, beweging):
                grenzen = interval(rij["verwacht_laag"], rij["verwacht_hoog"])
                uit[-1] += [
                    f"{punt(rij['verwacht'])} ({grenzen})",
                    OORDEEL_SIMULATIE[rij["oordeel"]],
                ]
        return uit

    def vergelijking_rijen(self) -> list[Cellen]:
        """Return the comparators in the country for every free window, the other pools for one."""
        hoofd = tuple(self.editie["regressie"]["hoofdvenster"])
        uit = []
        for rij in sorted(self._rijen("vergelijking"), key=lambda r: r["pool"] != "land"):
            periode = (rij["van"], rij["tot"])
            if rij["gekoppeld"] or (rij["pool"] != "land" and periode != hoofd):
                continue
            reden = f" (*{als_markdown(rij['reden'])}*)" if rij["reden"] else ""
            uit.append(
                [
                    venster(*periode),
                    als_markdown(rij["omschrijving"]) + reden,
                    taal.getal(rij["n_gekoppeld"]),
                    punt(rij["verandering"]),
                    punt(rij["verandering_controle"]),
                    nadruk(punt(rij["verschil"]), rij),
                    interval(rij["ci_laag"], rij["ci_hoog"]),
                ]
            )
        return uit

    def balans_rijen(self) -> list[Cellen]:
        """Return the balance of the comparators in the country, before and after matching."""
        uit = []
        for rij in self._rijen("balans", pool="land"):
            naam = rij["variabele"]
            factor = naam in self.editie["factoren"]
            decimalen = 2 if naam.startswith("score") else 1
            getallen = [
                taal.getal(rij[k], 0 if naam == "inwoners" else decimalen)
                for k in (
                    *("gemiddelde_selectie", "gemiddelde_kandidaten"),
                    *("gemiddelde_gekoppeld", "gemiddelde_controle"),
                )
            ]
            voor, na = (taal.verandering(rij[k], 2) for k in ("smd_voor", "smd_na"))
            kop = self.label(naam) if factor else taal.hoofdletter(als_markdown(naam))
            uit.append([kop, *getallen[:2], voor, *getallen[2:], na])
        return uit

    # ------------------------------------------------------------------ Lord

    def lord_modellen(self) -> list[str]:
        """Return the model forms in reading order."""
        return [m for m in MODELNAMEN if m in self.editie["regressie"]["modellen"]]

    def lord_koppen(self) -> Cellen:
        """Return the model forms as column heads."""
        return [MODELKOPPEN[m] for m in self.lord_modellen()]

    def lord_rijen(self) -> list[Cellen]:
        """Return per factor the model forms beside each other, and whether they agree."""
        return [
            [
                self.label(factor),
                *(kort_cel(rij, f"_{m}", reden=rij.get("reden")) for m in self.lord_modellen()),
                als_markdown(rij.get("oordeel") or taal.GEEN),
                self.vanaf_cel(factor),
            ]
            for factor, rij in self._per_factor("lord").items()
        ]

    # ------------------------------------------------------------------ circularity

    def _circulariteit(self, **kenmerken: Any) -> list[Rij]:
        """Return the comparisons in the main form, or in the change form if that was not made."""
        rijen = self._rijen("circulariteit_oordeel", steekproef="selectie", **kenmerken)
        model = self.editie["regressie"]["hoofdmodel"]
        if model not in {rij["model"] for rij in rijen}:
            model = "verandering"
        return [rij for rij in rijen if rij["model"] == model]

    def circulair(self) -> list[Rij]:
        """Return the comparisons of the total with and without a dimension that were possible."""
        return [rij for rij in self._circulariteit() if not leeg(rij["coef_sd_zonder"])]

    def circulariteit_rijen(self) -> list[Cellen]:
        """Return per window and factor the total, the total without its dimension, and that one."""
        return [
            [
                venster(rij["van"], rij["tot"]),
                self.label(rij["factor"]),
                DIMENSIES[rij["dimensie"]],
                *(kort_cel(rij, f"_{deel}") for deel in ("totaal", "zonder", "dimensie")),
            ]
            for rij in sorted(self.circulair(), key=lambda r: (r["van"], r["tot"]))
        ]

    # ------------------------------------------------------------------ multiplicity

    def primair_rijen(self) -> list[Cellen]:
        """Return the tests of the primary family before and after Holm."""
        uit = []
        for rij in self._rijen("toetsen", familie="primair"):
            overeind = {True: "ja", False: "nee"}.get(rij["verworpen"], taal.GEEN)
            uit.append(
                [
                    self.kop(rij["term"], rij, "p"),
                    taal.p_waarde(rij["p"]),
                    taal.p_waarde(rij["p_aangepast"]),
                    f"**{overeind}**" if rij["verworpen"] else overeind,
                    self.vanaf_cel(rij["term"]),
                ]
            )
        return uit

    def verkennend_rijen(self) -> list[Cellen]:
        """Return per window how many exploratory tests there are and what the correction leaves."""
        uit = []
        rijen = self._rijen("toetsen", familie="verkennend")
        for van, tot in sorted({(r["van"], r["tot"]) for r in rijen}):
            deel = [r for r in rijen if (r["van"], r["tot"]) == (van, tot) and not leeg(r["p"])]
            blijft = [r for r in deel if r["verworpen"]]
            factoren = {r["term"] for r in blijft}
            namen = [self.naam(f) for f in self.editie["factoren"] if f in factoren]
            uit.append(
                [
                    venster(van, tot),
                    taal.getal(len(deel)),
                    taal.getal(sum(r["p"] < SIGNIFICANTIE for r in deel)),
                    taal.getal(len(blijft)),
                    taal.opsomming(namen) or "geen",
                ]
            )
        return uit

    # ------------------------------------------------------------------ influence and form

    def variant_koppen(self) -> Cellen:
        """Return the ways of estimating as column heads."""
        return list(VARIANTKOPPEN.values())

    def varianten_rijen(self) -> list[Cellen]:
        """Return per factor the ways of estimating beside each other."""
        return self._naast_elkaar("varianten", VARIANTKOPPEN)

    def dfbetas_rijen(self) -> list[Cellen]:
        """Return per factor the wijk that moves its coefficient most."""
        uit = []
        for factor in self.editie["factoren"]:
            rij = self._per_factor("invloed", maat="dfbetas", rang=1).get(factor, {})
            if not rij.get("wk_naam"):
                rij = self._per_factor("invloed", maat="dfbetas")[factor]
                reden = rij.get("reden")
                streepjes = [taal.GEEN] * 3
                uit.append(
                    [
                        self.label(factor),
                        f"*{als_markdown(reden)}*" if reden else taal.GEEN,
                        maat(rij.get("n_boven_grens"), 0),
                        *streepjes,
                    ]
                )
                continue
            uit.append(
                [
                    self.label(factor),
                    f"{als_markdown(rij['wk_naam'])} ({als_markdown(rij['gm_naam'])})",
                    maat(rij["n_boven_grens"], 0),
                    taal.verandering(rij["waarde"], 2),
                    punt(rij["coef_sd"]),
                    punt(rij["coef_sd_zonder"]),
                ]
            )
        return uit

    # ------------------------------------------------------------------ missing data

    def patroon_rijen(self) -> list[Cellen]:
        """Return which factors are missing together, the rarest combinations in one row."""
        rijen = self._rijen("patroon", steekproef="selectie")
        uit = [
            [
                taal.hoofdletter(als_markdown(rij["label"])),
                taal.getal(rij["n"]),
                taal.procent(rij["aandeel"], 1),
                taal.getal(rij["n_gemeenten"]),
            ]
            for rij in rijen[:PATRONEN]
        ]
        rest = rijen[PATRONEN:]
        if rest:
            n = sum(rij["n"] for rij in rest)
            naam = f"{taal.aantal_van(len(rest), 'andere combinatie', 'andere combinaties')}"
            aandeel = taal.procent(sum(rij["aandeel"] for rij in rest), 1)
            uit.append([taal.hoofdletter(naam), taal.getal(n), aandeel, taal.GEEN])
        return uit

    def imputatie_rijen(self) -> list[Cellen]:
        """Return per factor complete cases against imputed data."""
        volledig = self._per_factor("imputatie", schatting="complete_case")
        ingevuld = self._per_factor("imputatie", schatting="imputatie")
        return [
            [
                self.kop(factor, volledig[factor]),
                schatting_cel(volledig[factor]),
                schatting_cel(ingevuld[factor], reden=ingevuld[factor].get("reden")),
                taal.procent(ingevuld[factor].get("fmi")),
                self.vanaf_cel(factor),
            ]
            for factor in self.editie["factoren"]
        ]

    # ------------------------------------------------------------------ specification curve

    def curve_rijen(self) -> list[Cellen]:
        """Return the joint tests of the specification curve, per factor and set of windows."""
        groepen: dict[tuple[str, str], dict[str, Rij]] = {}
        for rij in self._rijen("specificatietoets"):
            groepen.setdefault((rij["factor"], rij["vensters"]), {})[rij["statistiek"]] = rij
        uit = []
        for (factor, vensters), per in groepen.items():
            mediaan = per["mediaan"]
            kop = self.kop(factor, mediaan, "waargenomen")
            uit.append(
                [
                    kop,
                    "alle" if vensters == "alle vensters" else "hoofdperiode",
                    maat(mediaan["n_specificaties"], 0),
                    punt(mediaan["waargenomen"]),
                    *(
                        taal.procent(per[naam]["waargenomen"])
                        for naam in ("aandeel_dominant_teken", "aandeel_significant")
                    ),
                    *(
                        taal.p_waarde(per[naam]["p"])
                        for naam in ("mediaan", "aandeel_significant", "stouffer_z")
                    ),
                ]
            )
        return uit

    def curve_figuren(self, namen: Sequence[str]) -> list[str]:
        """Return names of figures ("..._<factor>") in the order of the factors."""
        factoren = self.editie["factoren"]
        return sorted(
            namen, key=lambda naam: [naam.endswith(f"_{f}") for f in factoren], reverse=True
        )

    # ------------------------------------------------------------------ trajectories

    def getoond(self) -> tuple[str, int]:
        """Return form and number of groups of the solution to show, as in the figure."""
        rijen = self._rijen("trajectmaten")
        for keuze in (
            [r for r in rijen if r["rol"] == "beste met meer groepen"],
            [r for r in rijen if r["rol"] == "gekozen"],
            [r for r in rijen if not leeg(r["kleinste_n"])],
        ):
            if keuze:
                return keuze[0]["methode"], keuze[0]["aantal_groepen"]
        raise KeyError("geen enkele oplossing in robuustheid_trajectmaten")

    def _oplossing(self, naam: str) -> list[Rij]:
        methode, aantal = self.getoond()
        return self._rijen(naam, methode=methode, aantal_groepen=aantal)

    def trajectmaten_rijen(self) -> list[Cellen]:
        """Return the fit of one to six groups, in the form that is shown; that solution in bold."""
        methode, aantal = self.getoond()
        uit = []
        for rij in self._rijen("trajectmaten", methode=methode):
            slot = "ja" if rij["toegelaten"] else als_markdown(rij["reden"] or "nee")
            cellen = [
                taal.getal(rij["aantal_groepen"]),
                maat(rij["bic"], 1),
                maat(rij["kleinste_n"], 0),
                maat(rij["posterior_laagste"], 2),
                maat(rij["entropie"], 2),
                maat(rij["silhouet"], 2),
                maat(rij["stabiliteit"], 2),
                maat(rij["ari_regel"], 2),
                slot,
            ]
            eigen = rij["aantal_groepen"] == aantal
            uit.append([f"**{cel}**" for cel in cellen] if eigen else cellen)
        return uit

    def trajectkenmerken_rijen(self) -> list[Cellen]:
        """Return what tells the groups apart: level, and change per year before and after."""
        uit = []
        for rij in self._oplossing("trajectkenmerken"):
            decimalen = 3 if rij["kenmerk"] == "niveau" else 4
            hellend = rij["kenmerk"] != "niveau"
            gemiddelde = taal.getal(rij["gemiddelde"], decimalen, plus=hellend)
            grenzen = [
                taal.GEEN if leeg(rij[k]) else taal.getal(rij[k], decimalen, plus=hellend)
                for k in ("ci_laag", "ci_hoog")
            ]
            uit.append(
                [
                    f"Groep {taal.telwoord(rij['groep'])} ({taal.getal(rij['n'])})",
                    als_markdown(rij["label"]),
                    gemiddelde,
                    maat(rij["sd"], decimalen),
                    maat(rij["se"], decimalen),
                    SPATIE.join((grenzen[0], "tot", grenzen[1])),
                ]
            )
        return uit

    def kruisclusters(self) -> list[str]:
        """Return the clusters of the cross-table, those of the rule first."""
        aanwezig = {rij["cluster"] for rij in self._oplossing("trajectkruis")}
        return [*CLUSTERS, *sorted(aanwezig - set(CLUSTERS))]

    def kruiskoppen(self) -> Cellen:
        """Return the clusters as column heads."""
        return [clusternaam(naam) for naam in self.kruisclusters()]

    def trajectkruis_rijen(self) -> list[Cellen]:
        """Return how the groups of trajectories fall over the clusters of the rule."""
        rijen = self._oplossing("trajectkruis")
        uit = []
        for groep in sorted({rij["groep"] for rij in rijen}):
            deel = [rij for rij in rijen if rij["groep"] == groep]
            cellen = [f"Groep {taal.telwoord(groep)}"]
            for naam in self.kruisclusters():
                rij = zoek(deel, cluster=naam) if any(r["cluster"] == naam for r in deel) else None
                cellen.append(
                    f"{taal.getal(rij['n_wijken'])} ({taal.procent(rij['aandeel'])})"
                    if rij
                    else taal.GEEN
                )
            uit.append(cellen)
        return uit

    def grolts_rijen(self) -> list[Cellen]:
        """Return the GRoLTS checklist: number, item, reported, how."""
        return [
            [
                str(rij["nr"]),
                als_markdown(rij["item"]),
                als_markdown(rij["gerapporteerd"]),
                als_markdown(rij["hoe"]),
            ]
            for rij in self._rijen("grolts")
        ]

    # ------------------------------------------------------------------ power

    def kracht_rijen(self) -> list[Cellen]:
        """Return per factor the estimate and the smallest association that could be detected."""
        uit = []
        intervallen = self._per_factor("clusters") if self.heeft("clusters") else {}
        for factor, rij in self._per_factor("aantoonbaar").items():
            grenzen = intervallen.get(factor, {})
            nul = {True: "ja", False: "nee"}.get(rij.get("nul_in_interval"), taal.GEEN)
            uit.append(
                [
                    self.kop(factor, rij, "mde_sd"),
                    self._eenheid(factor),
                    nadruk(punt(rij.get("coef_sd")), grenzen),
                    interval(grenzen.get("ci_sd_laag"), grenzen.get("ci_sd_hoog")),
                    nul,
                    maat(rij.get("mde_sd")),
                    maat(rij.get("mde"), 4),
                ]
            )
        return uit

    def _eenheid(self, factor: str) -> str:
        for rij in self.tabellen["codeboek"]:
            if rij["factor"] == factor:
                return als_markdown(rij["eenheid"] or taal.GEEN)
        return taal.GEEN

    def kracht_venster_rijen(self, vensters: Sequence[tuple[int, int]]) -> list[Cellen]:
        """Return the smallest detectable association per window; bold where zero is left out."""
        model = self.editie["regressie"]["hoofdmodel"]
        uit = []
        for factor in self.editie["factoren"]:
            cellen = [self.label(factor)]
            for van, tot in vensters:
                rijen = self._rijen(
                    "aantoonbaar",
                    van=van,
                    tot=tot,
                    model=model,
                    steekproef="selectie",
                    term=factor,
                )
                rij = rijen[0] if rijen else {}
                tekst = f"{maat(rij.get('mde_sd'))} ({punt(rij.get('coef_sd'))})"
                duidelijk = rij.get("nul_in_interval") is False
                cellen.append(
                    taal.GEEN if leeg(rij.get("mde_sd")) else f"**{tekst}**" if duidelijk else tekst
                )
            uit.append(cellen)
        return uit
