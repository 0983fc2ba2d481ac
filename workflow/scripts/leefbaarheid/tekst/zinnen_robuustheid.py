"""Sentences of the chapter on robustness, in the bijlage Leefbaarheidsontwikkeling.

As in `zinnen`: what the text says about the data is decided here, where it can be tested. What a
check means is said by the module that made it (`betekenis` and the like); those sentences are
written for a table of any kind and are put into the house style here (`netjes`). The modules are
imported when a sentence is asked for: they need pandas and statsmodels, other documents do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import TEKSTKOLOM, Rij
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.rijen_robuustheid import (
    AFHANKELIJK,
    SCHATTERNAMEN,
    RijenRobuustheid,
    interval,
    leeg,
    maat,
    punt,
    redentekst,
    sluit_nul_uit,
)

if TYPE_CHECKING:
    import pandas as pd

KERN = re.compile(r"Kern bartlett, afkap ([\d,]+ km)\.")
SCHATTERS_LANG = {
    "crv1": "de standaardfout naar gemeente (CRV1)",
    "crv3": "de jackknife over gemeenten (CRV3)",
    "wcr": "de *wild cluster bootstrap* (WCR)",
}


@dataclass(frozen=True)
class Robuustheid(RijenRobuustheid):
    """Sentences of one edition, beside its table rows: all that the templates call `zr`."""

    # ------------------------------------------------------------------ texts of other modules

    def netjes(self, zin: str) -> str:
        """Return a sentence of another module as this report writes it.

        Labels of factors in italics, "periode" for venster, and no word "marge" for an interval:
        in this report the marge is the tolerance within which a change is stagnation.
        """
        labels = [self._label(factor) for factor in self.editie["factoren"]]
        namen = {als_markdown(taal.kleine_letter(x)): f"*{klein(x)}*" for x in labels}
        namen |= {als_markdown(x): f"*{klein(x)}*" for x in labels}
        zin = als_markdown(zin)
        if namen:
            delen = "|".join(re.escape(x) for x in sorted(namen, key=len, reverse=True))
            zin = re.sub(rf"(?<!\w)(?:{delen})(?!\w)", lambda m: namen[m[0]], zin)
        zin = re.sub(r"\bmarge\b", "onzekerheidsmarge", zin)
        zin = zin.replace("het hoofdvenster", "de hoofdperiode")
        zin = zin.replace("Het venster", "De periode").replace("het venster", "de periode")
        zin = zin.replace("dat venster", "die periode")
        return zinbegin(zin)

    def _frame(self, naam: str, /, **kenmerken: Any) -> pd.DataFrame:
        """Return a table as the modules of the checks made it: empty text is ""."""
        import pandas as pd

        rijen = self._rijen(naam, **kenmerken)
        kolommen = list((rijen or self._tabel(naam) or [{}])[0])
        inhoud = {}
        for kolom in kolommen:
            waarden = [rij[kolom] for rij in rijen]
            tekst = TEKSTKOLOM.search(kolom) or any(isinstance(w, str) for w in waarden)
            niets = "" if tekst else float("nan")
            inhoud[kolom] = [niets if w is None else w for w in waarden]
        return pd.DataFrame(inhoud, columns=kolommen)

    # ------------------------------------------------------------------ names

    def namen(self, factoren: Iterable[str]) -> str:
        """Return factors as an enumeration in italics."""
        return taal.opsomming([self.naam(f) for f in factoren])

    def nullen(self, factoren: Iterable[str]) -> str:
        """Return factors without a clear association, each with what could be detected."""
        delen = []
        for factor in factoren:
            vanaf = self.vanaf(factor)
            erbij = "" if vanaf is None else f" (vanaf {taal.getal(vanaf, 3)})"
            delen.append(f"{self.naam(factor)}{erbij}")
        return taal.opsomming(delen)

    def kracht(self) -> str:
        """Return the probability that belongs to the minimal detectable association."""
        rijen = self._hoofd("aantoonbaar")
        return taal.procent(rijen[0]["kracht"]) if rijen else taal.GEEN

    # ------------------------------------------------------------------ introduction and verdict

    def concept(self) -> str:
        """Say that the edition was computed in draft mode; else ""."""
        if not self.editie["inferentie"]["snel"]:
            return ""
        return (
            "**Concept.** Deze editie is gerekend in de conceptstand, met minder trekkingen dan "
            "voor een definitieve uitgave. De p-waarden, intervallen en oordelen in dit hoofdstuk "
            "zijn daardoor grover en kunnen nog verschuiven."
        )

    def vooraf(self) -> str:
        """Say what the config fixes: the primary factors and the leading estimator."""
        primair = self.editie["inferentie"]["primaire_factoren"]
        schatter = SCHATTERS_LANG[self.editie["inferentie"]["primaire_schatter"]]
        wijst = taal.meervoud(
            len(primair), "één hoofdfactor", f"{taal.telwoord(len(primair))} hoofdfactoren"
        )
        return (
            f"De configuratie van de editie wijst vóór het rekenen {wijst} aan "
            f"({self.namen(primair)}) en legt vast dat {schatter} beslist of een samenhang "
            "aantoonbaar heet. De andere schatters en factoren staan ernaast."
        )

    def regel(self) -> list[str]:
        """Return the rule of the verdict words, as list items."""
        from leefbaarheid.toetsen.oordeel import AANDEEL_GEVOELIG, AANDEEL_OVER, AANDEEL_ROBUUST

        schatter = self.schatter()
        veel = taal.breuk(AANDEEL_ROBUUST)
        deel = taal.breuk(AANDEEL_GEVOELIG)
        return [
            f"**robuust**: {schatter} sluit nul uit, alle controles geven dezelfde richting, "
            f"ten minste {veel} van de controles met een toets sluit ook nul uit, en in geen "
            f"enkele controle blijft minder dan {taal.breuk(AANDEEL_OVER)} van de schatting over;",
            f"**gevoelig**: {schatter} sluit nul uit zonder dat de rest van die eis is gehaald; of "
            f"{schatter} sluit nul niet uit, maar ten minste {deel} van de controles wel;",
            f"**onzeker**: {schatter} sluit nul niet uit, en de controles doen dat evenmin of "
            "zelden. Dat is geen bewijs dat er geen samenhang is.",
        ]

    def _oordelen(self) -> dict[str, list[str]]:
        """Return verdict word -> factors."""
        uit: dict[str, list[str]] = {}
        for factor, rij in self._per_factor("eindoordeel").items():
            uit.setdefault(rij.get("oordeel") or "niet te toetsen", []).append(factor)
        return uit

    def telling(self) -> str:
        """Count the verdicts."""
        n = len(self.editie["factoren"])
        oordelen = self._oordelen()
        woorden = [
            w for w in ("robuust", "gevoelig", "onzeker", "niet te toetsen") if w in oordelen
        ]
        if n == 1:
            return f"De samenhang met {self.naam(self.editie['factoren'][0])} is {woorden[0]}."
        delen = [f"bij {taal.telwoord(len(oordelen[w]))} {w}" for w in woorden]
        if len(woorden) == 1:
            return f"Voor alle {taal.telwoord(n)} factoren is het oordeel: {woorden[0]}."
        return f"Van de {taal.telwoord(n)} factoren is de samenhang {taal.opsomming(delen)}."

    def veranderd(self) -> str:
        """Say which associations the stricter test takes away or adds, or that it does not."""
        return self._veranderd() or (
            "De strengere toets en de correctie voor het aantal hoofdfactoren veranderen niet "
            "welke samenhangen in het hoofdmodel aantoonbaar heten."
        )

    def _veranderd(self) -> str:
        """Say what `veranderd` says, "" where nothing changed."""
        weg, erbij, holm = [], [], []
        crv1 = self._per_factor("oordeel", controle="crv1")
        for factor, rij in self._per_factor("eindoordeel").items():
            leidend, gewoon = sluit_nul_uit(rij), crv1[factor].get("sluit_nul_uit")
            if leidend is None:
                continue
            if gewoon and not leidend:
                weg.append(factor)
            if gewoon is False and leidend:
                erbij.append(factor)
            if leidend and not leeg(rij.get("p_holm")) and rij["p_holm"] >= SIGNIFICANTIE:
                holm.append(factor)
        zinnen = []
        if weg:
            zinnen.append(
                f"Met de strengere toets is de samenhang met {self.namen(weg)} niet langer "
                f"aantoonbaar{self._pas_vanaf(weg)}."
            )
        if erbij:
            zinnen.append(
                f"Met de strengere toets is de samenhang met {self.namen(erbij)} juist wel "
                "aantoonbaar."
            )
        if holm:
            zinnen.append(
                f"Met een correctie voor het aantal hoofdfactoren blijft {self.namen(holm)} niet "
                "overeind."
            )
        return " ".join(zinnen)

    def _pas_vanaf(self, factoren: list[str]) -> str:
        """Return how large an association had to be to be noticed, as an addition."""
        grenzen = [self.vanaf(f) for f in factoren]
        if any(grens is None for grens in grenzen):
            return ""
        laag, hoog = (taal.getal(x, 3) for x in (min(grenzen), max(grenzen)))
        tussen = laag if laag == hoog else f"{laag} of {hoog}, naar gelang de factor"
        return f" (goed op te merken was pas een verschil vanaf {tussen})"

    def binnen_gemeenten(self) -> str:
        """Name the clear associations that are not clear among wijken of one gemeente; else ""."""
        binnen = self._per_factor("oordeel", controle="gemeente_fe")
        weg = [
            factor
            for factor, rij in self._per_factor("eindoordeel").items()
            if sluit_nul_uit(rij) and binnen[factor].get("sluit_nul_uit") is False
        ]
        if not weg:
            return ""
        return (
            "Worden alleen wijken binnen dezelfde gemeente vergeleken, dan is de samenhang met "
            f"{self.namen(weg)} niet aantoonbaar; zij kan dus vooral een verschil tussen "
            "gemeenten zijn."
        )

    def andere_perioden(self) -> str:
        """Say of the clear associations in which other windows they are clearly reversed.

        By the leading estimator where its table is there, else by the regression table.
        """
        r = self.editie["regressie"]
        hoofd = tuple(r["hoofdvenster"])
        om: dict[str, list[str]] = {}
        duidelijk = 0
        for factor, rij in self._per_factor("eindoordeel").items():
            if not sluit_nul_uit(rij):
                continue
            duidelijk += 1
            for ander in self._per_venster(factor):
                periode = (ander["van"], ander["tot"])
                omgekeerd = sluit_nul_uit(ander) and ander["coef_sd"] * rij["coef_sd"] < 0
                if periode != hoofd and omgekeerd:
                    om.setdefault(factor, []).append(venster(*periode))
        if not duidelijk or len(r["vensters"]) == 1:
            return ""
        begin = f"Het oordeel geldt voor de hoofdperiode {venster(*hoofd)}"
        if not om:
            return (
                f"{begin}; in geen andere periode is een van de aantoonbare samenhangen "
                "aantoonbaar omgekeerd."
            )
        delen = [f"{self.naam(f)} ({taal.opsomming(perioden)})" for f, perioden in om.items()]
        return (
            f"{begin}, en niet zonder meer daarbuiten: in een andere periode is de samenhang "
            f"aantoonbaar omgekeerd bij {taal.opsomming(delen)}."
        )

    def _per_venster(self, factor: str) -> list[Rij]:
        """Return the estimates of a factor in the main form and sample, one per window."""
        naam = "robuustheid_clusters"
        if naam not in self.tabellen or self.uit("clusters"):
            naam = "regressie"
        model = self.editie["regressie"]["hoofdmodel"]
        return [
            rij
            for rij in self.tabellen[naam]
            if (rij["term"], rij["model"], rij["steekproef"]) == (factor, model, "selectie")
        ]

    def oordeel_zinnen(self) -> list[str]:
        """Say per factor what the verdict is and why, as list items."""
        return [
            f"*{self.label(factor)}*: **{rij.get('oordeel') or 'niet te toetsen'}**. "
            f"{self._oordeel_zin(rij)}"
            for factor, rij in self._per_factor("eindoordeel").items()
        ]

    def _oordeel_zin(self, rij: Rij) -> str:
        waarom = als_markdown(rij.get("waarom") or rij.get("reden") or "geen uitkomst")
        duidelijk = sluit_nul_uit(rij)
        if duidelijk is None:
            return f"{taal.hoofdletter(waarom)}."
        tussen = f"{punt(rij['coef_sd'])}; {interval(rij['ci_sd_laag'], rij['ci_sd_hoog'])}"
        if duidelijk:
            woord = "hogere" if rij["coef_sd"] > 0 else "lagere"
            return (
                f"Een standaarddeviatie meer gaat samen met een {woord} score ({tussen}); {waarom}."
            )
        if not leeg(rij["mde_sd"]):
            tussen += f"; vanaf {maat(rij['mde_sd'])}"
        return f"Een samenhang is niet aantoonbaar ({tussen}); {waarom}."

    def niet_geteld(self) -> list[str]:
        """Say why a check does not count, as list items: the dashes of the table of checks."""
        per: dict[str, dict[str, list[str]]] = {}
        for rij in self._rijen("oordeel"):
            if not rij["telt_mee"]:
                reden = rij["reden"] or "geen uitkomst"
                per.setdefault(rij["controle"], {}).setdefault(reden, []).append(rij["factor"])
        alle = set(self.editie["factoren"])
        verkennend = alle - set(self.editie["inferentie"]["primaire_factoren"])
        uit = []
        for controle, redenen in per.items():
            delen = []
            for reden, factoren in redenen.items():
                wie = f" ({self.namen(factoren)})"
                if set(factoren) == alle:
                    wie = ""
                elif set(factoren) == verkennend:
                    wie = " (factoren die geen hoofdfactor zijn)"
                delen.append(redentekst(reden) + wie)
            uit.append(f"{zinbegin(self.controlenaam(controle))}: {'; '.join(delen)}.")
        return uit

    # ------------------------------------------------------------------ gemeenten

    def gemeenten_betekenis(self) -> str:
        """Say what the check on few gemeenten means."""
        from leefbaarheid.toetsen.clusterinferentie import BETEKENIS

        return BETEKENIS

    def trekkingen(self) -> str:
        """Return the number of draws of the bootstrap."""
        return maat(self._hoofd("clusters")[0]["wcr_trekkingen"], 0)

    def gemeenten_tekst(self) -> str:
        """Say how few and unequal the gemeenten are, and whether the estimators agree."""
        alle = self._per_factor("clusters")
        rijen = {f: rij for f, rij in alle.items() if not leeg(rij.get("coef_sd"))}
        if not rijen:
            return "Van geen enkele factor is de samenhang te schatten."
        een = next(iter(rijen.values()))
        effectief = [rij["G_eff"] for rij in rijen.values() if not leeg(rij["G_eff"])]
        zinnen = [
            f"De {taal.getal(een['n'])} wijken in het model liggen in {taal.getal(een['G'])} "
            f"gemeenten; {als_markdown(een['grootste_gemeente'])} heeft daarvan "
            f"{taal.procent(een['grootste_aandeel'])}."
        ]
        if effectief:
            laag, hoog = (taal.getal(x) for x in (min(effectief), max(effectief)))
            aantal, slot = (
                (laag, "") if laag == hoog else (f"{laag} tot {hoog}", ", naar gelang de factor")
            )
            zinnen.append(f"Voor de schattingen telt dat als {aantal} gelijke gemeenten{slot}.")
        zinnen.append(self._aantoonbaar(rijen))
        zinnen.append(self._schatters_oneens(rijen))
        zinnen.append(self._een_weg(rijen))
        return " ".join(zin for zin in zinnen if zin)

    def _aantoonbaar(self, rijen: dict[str, Rij]) -> str:
        wel = [f for f, rij in rijen.items() if sluit_nul_uit(rij)]
        niet = [f for f, rij in rijen.items() if sluit_nul_uit(rij) is False]
        schatter = self.schatter()
        if not wel:
            return f"Volgens {schatter} is geen samenhang aantoonbaar: {self.nullen(niet)}."
        zin = f"Volgens {schatter} is de samenhang aantoonbaar bij {self.namen(wel)}"
        return f"{zin}; niet bij {self.nullen(niet)}." if niet else f"{zin}."

    def _schatters_oneens(self, rijen: dict[str, Rij]) -> str:
        oneens = []
        for factor, rij in rijen.items():
            wel = [n for s, n in SCHATTERNAMEN.items() if sluit_nul_uit(rij_p(rij, s))]
            niet = [n for s, n in SCHATTERNAMEN.items() if sluit_nul_uit(rij_p(rij, s)) is False]
            if wel and niet:
                oneens.append(
                    f"bij {self.naam(factor)} is zij aantoonbaar met {taal.opsomming(wel)} en niet "
                    f"met {taal.opsomming(niet)}"
                )
        if not oneens:
            return "De drie schatters geven bij elke factor hetzelfde oordeel."
        return f"De schatters zijn het niet steeds eens: {'; '.join(oneens)}."

    def _een_weg(self, rijen: dict[str, Rij]) -> str:
        """Say whether leaving out one gemeente turns a sign, and which one shifts most."""
        om, schuif = [], []
        for factor, rij in rijen.items():
            if leeg(rij["loo_min"]) or leeg(rij["loo_max"]):
                continue
            if rij["loo_min"] * rij["loo_max"] < 0:
                om.append(factor)
            for kant in ("loo_min", "loo_max"):
                verschil = abs(rij[kant] - rij["coef"]) * rij["sd_factor"]
                schuif.append((verschil, rij[kant] * rij["sd_factor"], rij, factor, kant))
        if not schuif:
            return ""
        _, zonder, rij, factor, kant = max(schuif, key=lambda x: x[0])
        if not om:
            richting = "Welke gemeente ook wegblijft, geen enkele schatting wisselt van teken."
        else:
            wie = "elke factor" if len(om) == len(rijen) else self.namen(om)
            richting = f"Bij {wie} wisselt de schatting van teken als één gemeente wegblijft."
        return (
            f"{richting} Het meest verschuift {self.naam(factor)} zonder "
            f"{als_markdown(rij[f'{kant}_gemeente'])}: van {punt(rij['coef_sd'])} naar "
            f"{punt(zonder)}."
        )

    # ------------------------------------------------------------------ dependence

    def moran_zinnen(self) -> list[str]:
        """Say per definition of neighbours whether their residuals are alike, as list items."""
        zinnen = [rij["betekenis"] or f"{rij['reden']}." for rij in self._hoofd("moran")]
        kort = [re.sub(r"; daarom telt [^;]*\.$", ".", zin) for zin in zinnen]
        return [self.netjes(zin) for zin in dict.fromkeys(kort)]

    def ruimtelijk(self) -> str:
        """Say whether the spatial standard errors are part of the verdict; "" if not estimated."""
        knn = [rij for rij in self._hoofd("moran") if rij["gewichten"] == "knn"]
        if all(leeg(rij["moran_i"]) for rij in knn):
            return ""
        if any(rij["significant"] for rij in knn):
            return "De kolom *Ruimtelijk* telt daarom mee in het oordeel."
        return "De kolom *Ruimtelijk* staat er daarom alleen ter informatie en telt niet mee."

    def afhankelijkheid_zinnen(self) -> list[str]:
        """Say of which factors dependence between wijken changes the picture, as list items."""
        return self._per_oordeel(
            "afhankelijkheid_oordeel",
            "Bij {wie} verandert het beeld niet als rekening is gehouden met de afhankelijkheid "
            "tussen wijken.",
        )

    def _per_oordeel(self, naam: str, rest: str) -> list[str]:
        """Return the sentence of every factor that is not of one mind, and one for the others."""
        uit, eens = [], []
        for factor, rij in self._per_factor(naam).items():
            if rij.get("eensgezind"):
                eens.append(factor)
            else:
                zin = rij.get("betekenis") or f"{rij['reden']}."
                uit.append(self.netjes(zin) + self._vanaf_achter(factor))
        if eens:
            wie = self.nullen_of_namen(eens) if uit else "elke factor"
            uit.append(rest.format(wie=wie))
        return uit

    def nullen_of_namen(self, factoren: Iterable[str]) -> str:
        """Return factors as an enumeration; of those without a clear association what could be."""
        return taal.opsomming(
            [self.nullen([f]) if self._nul(f) else self.naam(f) for f in factoren]
        )

    def _nul(self, factor: str) -> bool:
        """Tell whether the leading estimate of a factor leaves zero within its interval."""
        if not self.heeft("aantoonbaar"):
            return False
        return bool(self._per_factor("aantoonbaar")[factor].get("nul_in_interval"))

    def _vanaf_achter(self, factor: str) -> str:
        """Return a sentence on what could be detected, behind one on a null finding; else ""."""
        vanaf = self.vanaf(factor) if self._nul(factor) else None
        return "" if vanaf is None else f" (In het hoofdmodel: vanaf {taal.getal(vanaf, 3)}.)"

    def afhankelijkheid_noten(self) -> list[str]:
        """Return what the columns of the table leave out or cannot say, each once."""
        zinnen = []
        for rij in self._hoofd("afhankelijkheid"):
            if rij["toelichting"] and rij["term"] in self.editie["factoren"]:
                zin = KERN.sub(r"de samenhang loopt af tot nul bij \1.", rij["toelichting"])
                zin = self.netjes(zin)
                zinnen.append(f"*{AFHANKELIJK[rij['variant']]}*: {zin[:1].lower()}{zin[1:]}")
        return list(dict.fromkeys(zinnen))

    # ------------------------------------------------------------------ regression to the mean

    def placebo_zin(self) -> str:
        """Say what the same rule finds in other years."""
        from leefbaarheid.toetsen.placebo import zin_placebo

        return self._clusters_cursief(self.netjes(zin_placebo(self._frame("placebo"))))

    @staticmethod
    def _clusters_cursief(zin: str) -> str:
        return re.sub(r"(?<!\*)\b(Terugval|Gestaag herstel)\b(?!\*)", r"*\1*", zin)

    def simulatie_vensters(self) -> list[tuple[int, int]]:
        """Return the windows to speak about: the first one, and the main window."""
        rijen = self._rijen("simulatie", groep="selectie")
        vensters = sorted({(rij["van"], rij["tot"]) for rij in rijen})
        hoofd = tuple(self.editie["regressie"]["hoofdvenster"])
        return [v for i, v in enumerate(vensters) if i == 0 or v == hoofd]

    def simulatie_zinnen(self) -> str:
        """Say what a low score makes one expect, beside what was observed."""
        from leefbaarheid.toetsen.regressie_naar_gemiddelde import zin_simulatie

        effect, betrouwbaarheid = self._frame("simulatie"), self._frame("betrouwbaarheid")
        return " ".join(
            self.netjes(zin_simulatie(effect, betrouwbaarheid, venster_))
            for venster_ in self.simulatie_vensters()
        )

    def betrouwbaarheid_zin(self) -> str:
        """Say how reliable one measurement seems to be, with its interval."""
        rij = self._rijen("betrouwbaarheid")[-1]
        laag, hoog = (taal.getal(min(rij[k], 1.0), 3) for k in ("ci_laag", "ci_hoog"))
        return (
            "De betrouwbaarheid van één meting is uit drie opeenvolgende metingen geschat op "
            f"{taal.getal(min(rij['betrouwbaarheid'], 1.0), 3)} (95%-interval {laag} tot {hoog}; "
            "één betekent geen meetruis)."
        )

    def vergelijking_zin(self) -> str:
        """Say how the selected wijken fared beside comparable wijken elsewhere."""
        from leefbaarheid.toetsen.vergelijkingswijken import zin_vergelijking

        hoofd = self.editie["regressie"]["hoofdvenster"]
        return self.netjes(zin_vergelijking(self._frame("vergelijking"), hoofd))

    def balans_zin(self) -> str:
        """Say on which features the pairs are not alike."""
        rijen = self._rijen("balans", pool="land")
        scheef = [rij["variabele"] for rij in rijen if rij["in_evenwicht"] is False]
        if not scheef:
            return "Op alle kenmerken lijken de paren op elkaar."
        namen = [
            self.naam(naam) if naam in self.editie["factoren"] else f"*{als_markdown(naam)}*"
            for naam in scheef
        ]
        return (
            f"Niet in evenwicht, met een verschil van meer dan een tiende standaarddeviatie, "
            f"{taal.meervoud(len(namen), 'is', 'zijn')} {taal.opsomming(namen)}: daarop is niet "
            "gekoppeld, en ook die verschillen kunnen met de ontwikkeling samenhangen."
        )

    # ------------------------------------------------------------------ Lord

    def lord_zinnen(self) -> list[str]:
        """Say where the model forms of the main window part, as list items."""
        return self._per_oordeel(
            "lord", "Bij {wie} geven de modelvormen hetzelfde beeld, in teken en aantoonbaarheid."
        )

    def lord_perioden(self) -> str:
        """Count over all windows how often the model forms agree."""
        factoren = self.editie["factoren"]
        rijen = [r for r in self._rijen("lord", steekproef="selectie") if r["term"] in factoren]
        eens = sum(bool(rij["eensgezind"]) for rij in rijen)
        tegen = sum(rij["oordeel"] == "tegengesteld" for rij in rijen)
        zin = (
            f"Over alle perioden samen zijn de vormen het bij {taal.getal(eens)} van de "
            f"{taal.getal(len(rijen))} combinaties van factor en periode eens"
        )
        if tegen:
            return (
                f"{zin}; {taal.telwoord(tegen)} keer {taal.meervoud(tegen, 'spreekt', 'spreken')} "
                "twee aantoonbare uitkomsten elkaar tegen."
            )
        return f"{zin}; nergens spreken twee aantoonbare uitkomsten elkaar tegen."

    # ------------------------------------------------------------------ circularity

    def circulariteit_hoofd(self) -> str:
        """Say why the main window cannot have this check; else ""."""
        van, tot = self.editie["regressie"]["hoofdvenster"]
        rijen = self._circulariteit(van=van, tot=tot)
        redenen = list(dict.fromkeys(rij["reden"] for rij in rijen if leeg(rij["coef_sd_totaal"])))
        hoofd = venster(*self.editie["regressie"]["hoofdvenster"])
        if not rijen:
            return f"Voor de hoofdperiode {hoofd} is deze controle niet gedaan."
        if not redenen:
            return ""
        ook = "" if self.circulair() else ", en ook voor geen andere periode"
        return (
            f"Voor de hoofdperiode {hoofd} is deze controle niet te doen "
            f"({als_markdown('; '.join(redenen))}){ook}."
        )

    def zonder_dimensie(self) -> str:
        """Name the factors that feed no dimension according to the config; "" if all do."""
        voedt = self.editie["inferentie"]["dimensie_van_factor"]
        factoren = [f for f in self.editie["factoren"] if f not in voedt]
        if not factoren:
            return ""
        if len(factoren) == len(self.editie["factoren"]):
            return "Geen enkele factor is in de configuratie aan een dimensie verbonden."
        woord = taal.meervoud(len(factoren), "is", "zijn")
        return (
            f"{zinbegin(self.namen(factoren))} {woord} in de configuratie niet aan een "
            "dimensie verbonden; daar valt niets weg te laten."
        )

    def circulariteit_zinnen(self) -> list[str]:
        """Say per window and factor where leaving out the dimension matters, as list items."""
        uit, eens = [], 0
        for rij in sorted(self.circulair(), key=lambda r: (r["van"], r["tot"])):
            if rij["eensgezind"]:
                eens += 1
            else:
                zin = self.netjes(rij["betekenis"])
                uit.append(f"*{venster(rij['van'], rij['tot'])}.* {zin}")
        if eens:
            uit.append(
                f"In {'de andere ' if uit else 'alle '}"
                f"{taal.aantal_van(eens, 'vergelijking', 'vergelijkingen')} blijven teken en "
                "aantoonbaarheid gelijk als de dimensie wegvalt."
                if eens > 1 or not uit
                else "In de andere vergelijking blijven teken en aantoonbaarheid gelijk als de "
                "dimensie wegvalt."
            )
        return uit

    # ------------------------------------------------------------------ multiplicity

    def toetsen_zin(self) -> str:
        """Say what is left of the findings after the corrections."""
        from leefbaarheid.toetsen.meervoudig_toetsen import betekenis

        return self.netjes(betekenis(self._frame("toetsen")))

    # ------------------------------------------------------------------ influence and form

    def invloed_zin(self) -> str:
        """Name the wijken that weigh most."""
        from leefbaarheid.toetsen.invloed import betekenis_invloed

        return self.netjes(betekenis_invloed(self._frame("invloed")))

    def varianten_zin(self) -> str:
        """Say whether another way of estimating changes a conclusion."""
        from leefbaarheid.toetsen.invloed import betekenis_varianten

        return self.netjes(betekenis_varianten(self._frame("varianten")))

    def vorm_zin(self) -> str:
        """Say whether straight lines describe the relations well enough."""
        from leefbaarheid.toetsen.invloed import betekenis_vorm

        return self.netjes(betekenis_vorm(self._frame("vorm")))

    # ------------------------------------------------------------------ missing data

    def plan(self) -> list[str]:
        """Return the plan for missing data, as sentences."""
        from leefbaarheid.toetsen.ontbrekend import plan

        zinnen = [self.netjes(zin) for zin in plan(self.editie["inferentie"]["imputaties"])]
        return [zin.replace("regels van Rubin", "regels van Rubin [@rubin1987]") for zin in zinnen]

    def ontbrekend_tekst(self) -> str:
        """Say what is missing, whether those wijken differ, and what filling in changes."""
        import pandas as pd

        from leefbaarheid.toetsen import ontbrekend

        codeboek = pd.DataFrame(self.tabellen["codeboek"])
        if not any(r["n_factoren"] for r in self._rijen("patroon", steekproef="selectie")):
            zin = ontbrekend.betekenis_patroon(
                self._frame("patroon", steekproef="selectie"), codeboek
            )
            return f"{self.netjes(zin)} Er valt dus niets in te vullen."
        delen = [
            ontbrekend.betekenis_patroon(self._frame("patroon", steekproef="selectie"), codeboek),
            ontbrekend.betekenis_samenhang(self._frame("uitval", steekproef="selectie")),
            ontbrekend.betekenis_vergelijking(self._frame("imputatie", steekproef="selectie")),
        ]
        return " ".join(map(self.netjes, delen))

    # ------------------------------------------------------------------ specification curve

    def curve_betekenis(self) -> str:
        """Say what the specification curve means."""
        from leefbaarheid.toetsen.specificatiecurve import BETEKENIS

        return BETEKENIS

    def curve_zinnen(self) -> list[str]:
        """Say per factor what its curve says, over all windows, as list items."""
        from leefbaarheid.toetsen.specificatiecurve import zinnen

        labels = {f: self._label(f) for f in self.editie["factoren"]}
        alle = zinnen(self._frame("specificatietoets"), labels)
        return [self.netjes(zin) + self._vanaf_achter(factor) for factor, zin in alle.items()]

    def curve_hoofdperiode(self) -> str:
        """Say of which factors the picture in the main window alone is unlikely by chance."""
        from leefbaarheid.toetsen.specificatiecurve import OORDELEND, VENSTERS

        per: dict[str, list[float]] = {}
        for rij in self._rijen("specificatietoets", vensters=VENSTERS[1]):
            if rij["statistiek"] in OORDELEND and not leeg(rij["p"]):
                per.setdefault(rij["factor"], []).append(rij["p"])
        if not per:
            return ""
        soorten = {
            "onwaarschijnlijk als er geen samenhang is": lambda ps: max(ps) < SIGNIFICANTIE,
            "verschillend te beoordelen, naar gelang de toets": lambda ps: (
                min(ps) < SIGNIFICANTIE <= max(ps)
            ),
            "ook zonder samenhang te verwachten": lambda ps: min(ps) >= SIGNIFICANTIE,
        }
        delen = []
        for woorden, past in soorten.items():
            factoren = [f for f, ps in per.items() if past(ps)]
            if factoren:
                delen.append(f"bij {self.namen(factoren)} {woorden}")
        hoofd = venster(*self.editie["regressie"]["hoofdvenster"])
        return f"Van alleen de hoofdperiode {hoofd} is het beeld {'; '.join(delen)}."

    def curve_anders(self) -> str:
        """Say that some factors have no curve; "" if all do."""
        met = {rij["factor"] for rij in self._rijen("specificatietoets")}
        if met >= set(self.editie["factoren"]):
            return ""
        return "Een curve is er alleen voor de hoofdfactoren."

    # ------------------------------------------------------------------ trajectories

    def traject_zin(self) -> str:
        """Say how many groups the data suggest, how firmly, and whether the rule agrees."""
        from leefbaarheid.toetsen.trajectgroepen import zin_trajectgroepen

        return self.netjes(zin_trajectgroepen(self._frame("trajectmaten")))

    def trajectvorm(self) -> str:
        """Name the form of the solution that is shown, as its table calls it."""
        methode, aantal = self.getoond()
        rij = self._rijen("trajectmaten", methode=methode, aantal_groepen=aantal)[0]
        return als_markdown(rij["omschrijving"])

    def trajectgroepen_aantal(self) -> str:
        """Return the number of groups that is shown, with its noun."""
        return taal.aantal_van(self.getoond()[1], "groep", "groepen")

    # ------------------------------------------------------------------ power

    def kracht_betekenis(self) -> str:
        """Say what the smallest detectable association is."""
        from leefbaarheid.toetsen.clusterinferentie import BETEKENIS_MDE

        return BETEKENIS_MDE.format(kracht=self.kracht().rstrip("%"))

    def kracht_tekst(self) -> str:
        """Lay the null findings beside what could be detected."""
        rijen = self._per_factor("aantoonbaar")
        nul = [f for f in rijen if self._nul(f) and self.vanaf(f) is not None]
        wel = [f for f in rijen if rijen[f].get("nul_in_interval") is False]
        if not nul:
            return "In het hoofdmodel sluit het interval van elke factor nul uit."
        grenzen = [self.vanaf(f) for f in nul]
        zin = f"Niet aantoonbaar in het hoofdmodel: {self.nullen(nul)}. "
        if wel:
            kleinst = min(wel, key=lambda f: abs(rijen[f]["coef_sd"]))
            grootte = abs(rijen[kleinst]["coef_sd"])
            verborgen = [f for f in nul if self.vanaf(f) > grootte]
            if verborgen:
                wie = "elk van deze factoren" if verborgen == nul else self.namen(verborgen)
                return zin + (
                    f"Ter vergelijking: de kleinste samenhang die wél aantoonbaar is, die met "
                    f"{self.naam(kleinst)}, bedraagt {taal.getal(grootte, 3)} punt. Bij {wie} zou "
                    f"een samenhang van die omvang met minder dan {self.kracht()} kans zijn "
                    "opgevallen."
                )
            return zin + (
                f"Een samenhang zo groot als die met {self.naam(kleinst)} "
                f"({taal.getal(grootte, 3)} punt), de kleinste die wél aantoonbaar is, zou ook bij "
                f"deze factoren met ten minste {self.kracht()} kans zijn opgevallen."
            )
        laag, hoog = (taal.getal(x, 3) for x in (min(grenzen), max(grenzen)))
        tussen = f"{laag} punt" if laag == hoog else f"{laag} tot {hoog} punt"
        return zin + (
            f"Een samenhang kleiner dan {tussen} zou met minder dan {self.kracht()} kans zijn "
            "opgevallen."
        )

    # ------------------------------------------------------------------ hoofdrapport

    def zekerheid_rijen(self) -> list[list[str]]:
        """Return factor, difference, interval, verdict and why: the table of the hoofdrapport."""
        return [
            [
                self.label(factor),
                f"**{punt(rij['coef_sd'])}**" if sluit_nul_uit(rij) else punt(rij.get("coef_sd")),
                interval(rij.get("ci_sd_laag"), rij.get("ci_sd_hoog")),
                str(rij.get("oordeel") or "niet te toetsen"),
                self._kort_waarom(factor, rij),
            ]
            for factor, rij in self._per_factor("eindoordeel").items()
        ]

    def _kort_waarom(self, factor: str, rij: Rij) -> str:
        """Say in a few words why the verdict is what it is, without names of methods."""
        duidelijk = sluit_nul_uit(rij)
        if duidelijk is None:
            return als_markdown(rij.get("waarom") or rij.get("reden") or "geen uitkomst")
        n, met_p = rij["n_controles"], self.n_met_p(factor)
        om, wel = n - rij["n_zelfde_teken"], rij["n_sluit_nul_uit"]
        kant = (
            f"dezelfde richting in alle {taal.getal(n)} controles"
            if not om
            else f"andere richting in {taal.getal(om)} van {taal.getal(n)} controles"
        )
        if duidelijk and "verdwijnt" in rij["waarom"]:
            return f"{kant}; {als_markdown(rij['waarom'])}"
        if duidelijk:
            return f"{kant}; aantoonbaar in {taal.getal(wel)} van {taal.getal(met_p)}"
        vanaf = rij["mde_sd"]
        opvallend = "" if leeg(vanaf) else f"; goed op te merken pas vanaf {maat(vanaf)}"
        if rij["oordeel"] == "gevoelig":
            wel_in = f"{taal.getal(wel)} van {taal.getal(met_p)} controles"
            return f"niet aantoonbaar, wel in {wel_in}{opvallend}"
        return f"niet aantoonbaar{opvallend}"

    def zekerheid_tekst(self) -> str:
        """Say in a few sentences how certain the associations are, for a reader in a hurry."""
        zinnen = [self.telling(), self._veranderd()]
        if "onzeker" in self._oordelen():
            zinnen.append(
                "*Onzeker* betekent niet dat er geen samenhang is: de tabel noemt hoe groot een "
                "verschil had moeten zijn om goed op te vallen."
            )
        zinnen += [self.binnen_gemeenten(), self.andere_perioden()]
        return " ".join(zin for zin in zinnen if zin)


def zinbegin(zin: str) -> str:
    """Return a sentence with a capital at its start, also where that is in italics."""
    return f"*{taal.hoofdletter(zin[1:])}" if zin.startswith("*") else taal.hoofdletter(zin)


def rij_p(rij: Rij, schatter: str) -> dict[str, Any]:
    """Return the p-value of one of the estimators of a row as `p`."""
    return {"p": rij.get(f"{schatter}_p")}
