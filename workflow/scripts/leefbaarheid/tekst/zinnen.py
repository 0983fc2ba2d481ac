"""Sentences whose wording follows the numbers: up or down, many or few, significant or not.

What a sentence says about the data is decided here, where it can be tested; the templates hold the
prose around it. Wording is associational throughout (DOMAIN.md section 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.gedeeld import bronnen, namen
from leefbaarheid.tekst.gedeeld.namen import clusternaam
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.stof import Stof


@dataclass(frozen=True)
class Zinnen:
    """Sentences of one edition.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows.
    """

    editie: Mapping[str, Any]
    cijfers: Cijfers
    tabellen: Mapping[str, list[Rij]]

    # ------------------------------------------------------------------ names

    @property
    def _stof(self) -> Stof:
        return Stof(self.editie, self.cijfers, self.tabellen)

    def land(self) -> str:
        """See `namen.land`."""
        return namen.land(self._stof)

    def groepnaam(self, groep: str) -> str:
        """See `namen.groepnaam`."""
        return namen.groepnaam(self._stof, groep)

    def labels(self) -> str:
        """See `namen.labels`."""
        return namen.labels(self._stof)

    def klassenaam(self, klasse: int) -> str:
        """See `namen.klassenaam`."""
        return namen.klassenaam(klasse)

    def modelnaam(self, model: str) -> str:
        """See `namen.modelnaam`."""
        return namen.modelnaam(model)

    def bron(self) -> str:
        """See `bronnen.bron`."""
        return bronnen.bron(self._stof)

    def bron_model(self) -> str:
        """See `bronnen.bron_model`."""
        return bronnen.bron_model(self._stof)

    # ------------------------------------------------------------------ development

    def richting(self, waarde: float, omhoog: str, omlaag: str, gelijk: str) -> str:
        """Return the words that fit a mean change."""
        return taal.werkwoord(waarde, omhoog, omlaag, gelijk)

    def verloop(self, van: int, tot: int) -> str:
        """Say how the mean of the selection went: "steeg van 3,88 naar 3,89"."""
        begin = self.cijfers.waarde(f"gemiddelde.selectie.{van}")
        eind = self.cijfers.waarde(f"gemiddelde.selectie.{tot}")
        getoond = [taal.score(begin), taal.score(eind)]
        if getoond[0] == getoond[1]:
            return f"bleef vrijwel gelijk ({getoond[0]})"
        werkwoord = taal.werkwoord(eind - begin, "steeg", "daalde", "bleef vrijwel gelijk:")
        return f"{werkwoord} van {getoond[0]} naar {getoond[1]}"

    def afstand(self, van: int, tot: int) -> str:
        """Say whether the selection came nearer to the mean of all wijken."""
        afstanden = [
            self.cijfers.waarde(f"gemiddelde.land.{jaar}")
            - self.cijfers.waarde(f"gemiddelde.selectie.{jaar}")
            for jaar in (van, tot)
        ]
        begin, eind = (taal.getal(afstand, 2) for afstand in afstanden)
        if begin == eind:
            return f"De afstand tot het gemiddelde van alle wijken bleef {eind} punt."
        werkwoord = "kromp" if afstanden[1] < afstanden[0] else "groeide"
        return (
            f"De afstand tot het gemiddelde van alle wijken {werkwoord} van {begin} naar {eind} "
            "punt; een deel daarvan kan regressie naar het gemiddelde zijn (zie @sec-selectie)."
            if werkwoord == "kromp"
            else f"De afstand tot het gemiddelde van alle wijken {werkwoord} van {begin} naar "
            f"{eind} punt."
        )

    def gelijke_stand(self) -> str:
        """Say whether a tie at the edge of the selection was cut by code."""
        n = self.cijfers.waarde("selectie.n_gelijk_aan_grens")
        if n <= 1:
            return "Op de grens van de selectie was er geen gelijke stand."
        einde = (
            "daar besliste de volgorde van de CBS-code"
            if self.cijfers.waarde("selectie.n_gelijk_buiten_selectie")
            else "zij zijn alle geselecteerd"
        )
        return (
            f"Op de grens van de selectie hadden {taal.aantal_van(n, 'wijk', 'wijken')} precies "
            f"dezelfde score; {einde}."
        )

    # ------------------------------------------------------------------ clusters

    def grootste_cluster(self) -> str:
        """Name the largest and the smallest cluster of the selection."""
        rijen = sorted(
            self.tabellen["clusters"], key=lambda rij: (-rij["n_wijken"], rij["cluster"])
        )
        groot, klein = rijen[0], rijen[-1]
        return (
            f"De grootste groep is *{groot['cluster']}* met "
            f"{taal.aantal_van(groot['n_wijken'], 'wijk', 'wijken')} "
            f"({taal.procent(groot['aandeel_wijken'])}), de kleinste *{klein['cluster']}* met "
            f"{taal.aantal_van(klein['n_wijken'], 'wijk', 'wijken')}."
        )

    def na_het_eindjaar(self) -> str:
        """Say what happened to Terugval and Succes! after the end year."""
        eind, laatste = self.editie["eindjaar"], self.editie["jaren"][-1]
        if laatste == eind:
            return "Van na het eindjaar zijn er in deze editie geen metingen."
        zinnen = []
        for naam in ("Terugval", "Succes!"):
            rij = zoek(self.tabellen["clusters"], cluster=naam)
            if not rij["n_wijken"]:
                continue
            begin, later = rij[f"lbm_{eind}"], rij[f"lbm_{laatste}"]
            if taal.is_leeg(begin) or taal.is_leeg(later):
                continue
            verloop = _verloop_van("het gemiddelde", later - begin)
            zinnen.append(f"in *{naam}* {verloop} ({taal.verandering(later - begin)} punt)")
        if not zinnen:
            return ""
        return (
            f"Na het eindjaar, tussen {eind} en {laatste}, gebeurde het volgende: "
            f"{taal.opsomming(zinnen)}. Ook hierin werkt regressie naar het gemiddelde door: "
            "de clusters zijn op een uitslag gekozen."
        )

    # ------------------------------------------------------------------ dimensions

    def dimensies_tekst(self) -> str:
        """Describe the decomposition of change, or say why there is none."""
        rijen = self.tabellen["decompositie"]
        met = [rij for rij in rijen if rij["n"] and rij["groep"] == "selectie"]
        zonder = [rij for rij in rijen if not rij["n"] and rij["groep"] == "selectie"]
        delen = []
        if met:
            rij = max(met, key=lambda r: r["tot"] - r["van"])
            bijdragen = sorted(DIMENSIES, key=lambda naam: rij[naam])
            laagst, hoogst = bijdragen[0], bijdragen[-1]
            verloop = _verloop_van(
                "de gemiddelde score van de geselecteerde wijken", rij["totaal"], 0.0005
            )
            delen.append(
                f"Tussen {rij['van']} en {rij['tot']} {verloop} "
                f"({taal.verandering(rij['totaal'], 3)} punt). De score is de "
                "som van vijf dimensies, zodat die verandering precies uiteen te leggen is. De "
                f"hoogste bijdrage heeft *{DIMENSIES[hoogst]}* "
                f"({taal.verandering(rij[hoogst], 3)}); de laagste bijdrage heeft "
                f"*{DIMENSIES[laagst]}* ({taal.verandering(rij[laagst], 3)})."
            )
            terugval = [
                r
                for r in rijen
                if r["groep"] == "Terugval" and (r["van"], r["tot"]) == (rij["van"], rij["tot"])
            ]
            if terugval and terugval[0]["n"]:
                t = terugval[0]
                naam = min(DIMENSIES, key=lambda d: t[d])
                delen.append(
                    "In het cluster *Terugval* is dat voor de laagste bijdrage "
                    f"*{DIMENSIES[naam]}* ({taal.verandering(t[naam], 3)})."
                )
        if zonder:
            perioden = taal.opsomming([f"{r['van']}–{r['tot']}" for r in zonder])
            redenen = "; ".join(
                dict.fromkeys(f"{r['van']}–{r['tot']}: {r['reden']}" for r in zonder)
            )
            delen.append(
                f"Voor {perioden} is geen uiteenlegging mogelijk, omdat dimensiescores in een of "
                "beide jaren ontbreken."
                if met
                else f"Een uiteenlegging naar dimensie is in deze editie niet mogelijk ({redenen})."
            )
        return " ".join(delen)

    # ------------------------------------------------------------------ regressions

    def _hoofdmodel(self) -> list[Rij]:
        r = self.editie["regressie"]
        van, tot = r["hoofdvenster"]
        return [
            rij
            for rij in self.tabellen["regressie"]
            if (rij["van"], rij["tot"], rij["model"], rij["steekproef"])
            == (van, tot, r["hoofdmodel"], "selectie")
            and rij["term"] in self.editie["factoren"]
        ]

    def leesbaar(self, rij: Rij) -> str:
        """Say in two or three words how to read an estimate."""
        return {1: "hogere score", -1: "lagere score", 0: "niet aantoonbaar"}[richting_van(rij)]

    def samenhang_kort(self) -> str:
        """Say with which factors the development goes together, in one or two sentences."""
        van, tot = self.editie["regressie"]["hoofdvenster"]
        rijen = self._hoofdmodel()
        hoger = [als_markdown(taal.kleine_letter(r["label"])) for r in rijen if richting_van(r) > 0]
        lager = [als_markdown(taal.kleine_letter(r["label"])) for r in rijen if richting_van(r) < 0]
        open_ = len(rijen) - len(hoger) - len(lager)
        zinnen = []
        for wie, woord in ((lager, "ongunstigere"), (hoger, "gunstigere")):
            if wie:
                zinnen.append(
                    f"een hogere waarde op {taal.opsomming(wie)} hangt samen met een {woord} "
                    "ontwikkeling"
                )
        if not zinnen and len(rijen) == 1:
            return (
                f"Voor {van}–{tot} hangt de onderzochte contextfactor niet aantoonbaar samen met "
                "de ontwikkeling; het interval is ruim, zodat ook een betekenisvol verschil niet "
                "is uitgesloten."
            )
        if not zinnen:
            return (
                f"Voor {van}–{tot} hangt geen van de {taal.telwoord(len(rijen))} onderzochte "
                "contextfactoren aantoonbaar samen met de ontwikkeling; de intervallen zijn ruim, "
                "zodat ook betekenisvolle verschillen niet zijn uitgesloten."
            )
        rest = (
            f" Voor de andere {taal.telwoord(open_)} factoren is geen samenhang aantoonbaar."
            if open_ > 1
            else " Voor één factor is geen samenhang aantoonbaar."
            if open_
            else ""
        )
        return f"In {van}–{tot} geldt: {'; '.join(zinnen)}.{rest}"

    def samenhang_lang(self) -> str:
        """Describe each estimate of the main model whose interval leaves out zero."""
        duidelijk = sorted(
            (r for r in self._hoofdmodel() if richting_van(r)), key=lambda r: -abs(r["coef_sd"])
        )
        if not duidelijk:
            return (
                "Van geen enkele factor sluit het interval nul uit. Dat is geen bewijs dat er geen "
                "samenhang is: de intervallen laten nog veel open."
            )
        zinnen = []
        for rij in duidelijk:
            woord = "hogere" if rij["coef_sd"] > 0 else "lagere"
            zinnen.append(
                "Een standaarddeviatie meer "
                f"*{als_markdown(taal.kleine_letter(rij['label']))}* gaat samen met een "
                f"{woord} score ({taal.verandering(rij['coef_sd'], 3)} punt; 95%-interval "
                f"{taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)})."
            )
        if len(self.editie["regressie"]["modellen"]) > 1:
            zinnen.append(self._modelvormen(duidelijk))
        return " ".join(zinnen)

    def meetmoment(self) -> str:
        """Name the factors of the main model that were not measured before the window."""
        laat = [rij for rij in self._hoofdmodel() if rij["meting"] != "voor"]
        if not laat:
            return "Alle factoren zijn gemeten vóór het begin van de periode."
        namen = taal.opsomming(
            [f"*{als_markdown(taal.kleine_letter(rij['label']))}*" for rij in laat]
        )
        woord = taal.meervoud(len(laat), "is", "zijn")
        return (
            f"Niet vóór het begin van de periode gemeten {woord}: {namen}. De waarde kan dan mede "
            "volgen op de ontwikkeling zelf; die samenhang is alleen beschrijvend te lezen."
        )

    def _modelvormen(self, duidelijk: Sequence[Rij]) -> str:
        """Say whether the other model forms give the same direction."""
        wissel = []
        for rij in duidelijk:
            andere = [
                r
                for r in self.tabellen["regressie"]
                if (r["van"], r["tot"], r["steekproef"], r["term"])
                == (rij["van"], rij["tot"], rij["steekproef"], rij["term"])
                and r["model"] != rij["model"]
            ]
            if any(richting_van(r) != richting_van(rij) for r in andere):
                wissel.append(f"*{als_markdown(taal.kleine_letter(rij['label']))}*")
        if not wissel:
            return "De andere modelvormen geven voor deze factoren dezelfde richting."
        return (
            f"Bij {taal.opsomming(wissel)} geven de andere modelvormen een ander beeld; die "
            "uitkomst hangt dus af van hoe de vraag gesteld wordt."
        )

    def weggevallen(self, model: str) -> str:
        """Say how many wijken a model (the name of its numbers) lost to missing values."""
        n = self.cijfers.waarde(f"{model}.n_weggevallen")
        if not n:
            return "er vielen geen wijken weg."
        aandeel = self.cijfers.tekst(f"{model}.aandeel_weggevallen")
        woord = taal.meervoud(n, "viel", "vielen")
        wijken = taal.aantal_van(n, "wijk", "wijken")
        return f"{wijken} ({aandeel}) {woord} weg omdat een factor of score ontbreekt."

    # ------------------------------------------------------------------ stijgers en dalers

    def paren_tekst(self) -> str:
        """Introduce the table of candidate pairs."""
        n = len(self.tabellen["kandidaatparen"])
        if not n:
            return (
                "Geen enkele gemeente heeft zowel een duidelijke stijger als een duidelijke daler."
            )
        getoond = min(n, self.editie["stijgers_dalers"]["aantal"])
        zin = (
            f"{taal.hoofdletter(taal.aantal_van(n, 'gemeente', 'gemeenten'))} "
            f"{taal.meervoud(n, 'heeft', 'hebben')} zowel een duidelijke stijger als een "
            "duidelijke daler."
        )
        if getoond == 1 < n:
            zin += " @tbl-paren toont die met het grootste verschil."
        elif getoond < n:
            zin += f" @tbl-paren toont de {taal.telwoord(getoond)} met het grootste verschil."
        else:
            zin += " @tbl-paren toont ze."
        return zin

    # ------------------------------------------------------------------ wijkanalyses

    def themanamen(self, themas: Sequence[str]) -> str:
        """Return the labels of themes as an enumeration in lower case."""
        labels = self.editie["wijkanalyses"]["themas"]
        namen = (labels[thema] for thema in themas)
        return als_markdown("; ".join(taal.kleine_letter(naam) for naam in namen))

    def congruentie_tekst(self) -> str:
        """Say for how many analyses verdict and cluster agree."""
        n = {
            naam: self.cijfers.waarde(f"wijkanalyses.n_{naam}")
            for naam in ("congruent", "afwijkend", "onbepaald")
        }
        zin = (
            f"Bij {taal.aantal_van(n['congruent'], 'analyse', 'analyses')} wijzen zij in dezelfde "
            f"richting, bij {taal.aantal_van(n['afwijkend'], 'analyse', 'analyses')} niet."
        )
        if n["onbepaald"]:
            zin += f" Bij {taal.telwoord(n['onbepaald'])} is dat niet te bepalen."
        return zin

    def profielzin(self, rij: Rij) -> str:
        """Describe the numbers of one wijk of an analysis in a sentence or two."""
        naam = f"**{als_markdown(rij['wk_naam'])}** ({rij['wk_code']})"
        if rij["score"] is None:
            return f"{naam} heeft in {self.editie['eindjaar']} geen score."
        eind = rij["eindjaar"]
        zin = (
            f"{naam} scoort in {eind} {taal.score(rij['score'])} "
            f"(*{self.klassenaam(rij['klasse'])}*); de gemeente gemiddeld "
            f"{taal.score(rij[f'gemeente_{eind}'])}, alle wijken {taal.score(rij[f'land_{eind}'])}."
        )
        crisis = self.editie["clusters"]["crisisjaar"]
        delta = rij.get(f"delta_{crisis}_{eind}")
        if delta is not None:
            zin += f" Verandering {crisis}–{eind}: {taal.verandering(delta)}."
        if rij["in_selectie"]:
            zin += (
                f" Cluster: {clusternaam(rij['cluster'])}; plaats "
                f"{taal.getal(rij['rang_selectie'])} van {taal.getal(rij['n_selectie'])} in de "
                "selectie (één is de hoogste score)."
            )
        elif rij["cluster"]:
            zin += (
                f" De wijk zit niet in de selectie; naar de regel zou het cluster "
                f"{clusternaam(rij['cluster'])} zijn."
            )
        else:
            zin += " De wijk zit niet in de selectie; voor een cluster ontbreekt een score."
        return zin

    # ------------------------------------------------------------------ conclusions

    def conclusie_ontwikkeling(self) -> str:
        """Summarise development before and after the crisis year."""
        c, eind = self.editie["clusters"], self.editie["eindjaar"]
        lang, crisis = c["langjaar"], c["crisisjaar"]
        op = f"ontwikkeling.{lang}_{crisis}.selectie"
        neer = f"ontwikkeling.{crisis}_{eind}.selectie"
        land = f"ontwikkeling.{crisis}_{eind}.land"
        gedaald, gedaald_land = (
            self.cijfers.waarde(f"{neer}.gedaald"),
            self.cijfers.waarde(f"{land}.gedaald"),
        )
        vergelijking = (
            "een groter aandeel dan"
            if gedaald > gedaald_land + 0.005
            else "een kleiner aandeel dan"
            if gedaald < gedaald_land - 0.005
            else "evenveel als"
        )
        return (
            f"Tussen {lang} en {crisis} steeg {self.cijfers.tekst(f'{op}.gestegen')} van de "
            f"geselecteerde wijken en daalde {self.cijfers.tekst(f'{op}.gedaald')}. Tussen "
            f"{crisis} en {eind} daalde {self.cijfers.tekst(f'{neer}.gedaald')}, {vergelijking} in "
            f"{self.land()} als geheel ({self.cijfers.tekst(f'{land}.gedaald')}). Van de bewoners "
            f"van de geselecteerde wijken woonde {self.cijfers.tekst(f'{neer}.gedaald_inwoners')} "
            "in een wijk die daalde."
        )

    def conclusie_clusters(self) -> str:
        """Summarise the clusters and how firm they are."""
        n = self.cijfers.waarde("cluster.terugval.n")
        aandeel, minst, meest = (
            self.cijfers.tekst(f"cluster.terugval.{naam}") for naam in ("aandeel", "min", "max")
        )
        andere = (
            f"blijft dat aantal {minst}"
            if minst == meest
            else f"loopt dat aantal van {minst} tot {meest}"
        )
        return (
            f"{self.grootste_cluster()} In *Terugval* {taal.meervoud(n, 'zit', 'zitten')} "
            f"{taal.aantal_van(n, 'wijk', 'wijken')} ({aandeel}); met een andere marge of een "
            f"andere grens voor 'voldoende' {andere}. De indeling ordent, maar de grenzen zijn "
            "gekozen."
        )


def _verloop_van(wat: str, verschil: float, marge: float = 0.005) -> str:
    """Say with the verb first how something went: "steeg het gemiddelde"."""
    woorden = (f"steeg {wat}", f"daalde {wat}", f"bleef {wat} vrijwel gelijk")
    return taal.werkwoord(verschil, *woorden, marge)
