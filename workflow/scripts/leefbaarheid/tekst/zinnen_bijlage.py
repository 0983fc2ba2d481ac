"""Sentences of the bijlage Leefbaarheidsontwikkeling.

As in `zinnen`: what the text says about the data is decided here, where it can be tested. Wording
is associational throughout (DOMAIN.md section 1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, KLASSENAMEN, MODELNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import zoek
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import STEEKPROEVEN
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE, richting_van
from leefbaarheid.tekst.rijen_bijlage import RijenBijlage


@dataclass(frozen=True)
class ZinnenBijlage(RijenBijlage):
    """Sentences of one edition, beside its table rows: all that the template calls `zb`."""

    # ------------------------------------------------------------------ data

    def laat_peiljaar(self) -> str:
        """Warn where inhabitants were counted after the first measurement; else ""."""
        jaren = [int(j) for j in re.findall(r"(?:19|20)\d{2}", self.peiljaar("inwoners") or "")]
        eerste = self.editie["jaren"][0]
        if not jaren or min(jaren) <= eerste:
            return ""
        return (
            f"Het inwonertal is van {self.peiljaar('inwoners')}, later dan de eerste meting in "
            f"{eerste}. Een wijk die toen nog nauwelijks was gebouwd of bewoond, kan daardoor toch "
            "meedoen; haar vroegste scores zeggen dan weinig over de wijk van nu."
        )

    def toelichtingen(self) -> list[str]:
        """Return "label: remark" for every factor of which the codeboek has one to make."""
        rijen = [zoek(self.tabellen["codeboek"], factor=f) for f in self.editie["factoren"]]
        return [
            f"*{als_markdown(rij['label'])}*: {als_markdown(rij['toelichting'].rstrip('.'))}."
            for rij in rijen
            if rij["toelichting"]
        ]

    def dimensiejaren(self) -> str:
        """Say in which years there are scores per dimension."""
        rijen = [r for r in self.tabellen["datakwaliteit"] if r["controle"] == "dimensies gevuld"]
        met = [r["jaar"] for r in rijen if r["n_afwijkend"] < r["n"]]
        zonder = [r["jaar"] for r in rijen if r["n_afwijkend"] >= r["n"]]
        if not met:
            return "Scores per dimensie zijn er in deze editie voor geen enkel meetjaar."
        if not zonder:
            return "Scores per dimensie zijn er voor alle meetjaren."
        return (
            f"Scores per dimensie zijn er alleen voor {taal.opsomming(met)}; voor "
            f"{taal.opsomming(zonder)} bestaat alleen de totaalscore."
        )

    def kwaliteit_telling(self) -> str:
        """Say how many checks there were and how they came out."""
        n, ok, let_op, fout = (
            self.cijfers.waarde(f"datakwaliteit.{naam}") for naam in ("n", "ok", "let_op", "fout")
        )
        fouten = (
            "geen enkele controle wijst op een fout"
            if not fout
            else f"{taal.aantal_van(fout, 'controle wijst', 'controles wijzen')} op een fout"
        )
        return (
            f"Er zijn {taal.aantal_van(n, 'controle', 'controles')} uitgevoerd. Daarvan "
            f"{taal.meervoud(ok, 'gaf', 'gaven')} er {taal.telwoord(ok)} geen bijzonderheden; "
            f"{taal.telwoord(let_op)} {taal.meervoud(let_op, 'vraagt', 'vragen')} de aandacht van "
            f"de lezer en {fouten}."
        )

    # ------------------------------------------------------------------ selection

    def labels_tekst(self) -> str:
        """Say which labels a selection list has and how many wijken carry each."""
        labels = self.editie["selectie"]["labels"]
        n = self.cijfers.waarde("selectie.n_geselecteerd")
        if len(labels) == 1:
            return (
                f"Geselecteerd is elke wijk met het label {self.z.labels()}; dat zijn er "
                f"{taal.getal(n)}."
            )
        aantallen = [self.cijfers.waarde(f"selectie.n_per_label.{label}") for label in labels]
        delen = [
            f"{taal.telwoord(aantal)} keer *{als_markdown(label)}*"
            for aantal, label in zip(aantallen, labels, strict=True)
        ]
        zin = (
            f"Geselecteerd is elke wijk met ten minste één van de labels {self.z.labels()}; dat "
            f"zijn er {taal.getal(n)}. De lijst geeft {taal.opsomming(delen)}."
        )
        if sum(aantallen) > n:
            zin += (
                " De labels overlappen: een wijk kan er meer dan één hebben en telt dan één keer."
            )
        return zin

    def volledigheid(self) -> str:
        """Say how many wijken of a selection list lack data or fall short of the comparison."""
        onvolledig = self.cijfers.waarde("selectie.n_onvolledig")
        buiten = self.cijfers.waarde("selectie.n_buiten_aanmerking")
        if not onvolledig and not buiten:
            return (
                "Van alle wijken op de lijst zijn de gegevens volledig, en alle voldoen zij ook "
                "aan de eisen die hieronder aan de vergelijking worden gesteld."
            )
        zinnen = []
        if onvolledig:
            wijken = taal.aantal_van(onvolledig, "wijk", "wijken")
            mist = taal.meervoud(onvolledig, "mist", "missen")
            zinnen.append(
                f"{taal.hoofdletter(wijken)} op de lijst {mist} een score of een inwonertal. Zij "
                "blijven in de selectie en vallen alleen weg waar dat gegeven nodig is."
            )
        if buiten:
            wijken = taal.aantal_van(buiten, "wijk", "wijken")
            voldoet = taal.meervoud(buiten, "voldoet", "voldoen")
            zinnen.append(
                f"{taal.hoofdletter(wijken)} op de lijst {voldoet} niet aan de eisen die hieronder "
                "aan de vergelijking worden gesteld, maar "
                f"{taal.meervoud(buiten, 'blijft', 'blijven')} wel in de selectie."
            )
        return " ".join(zinnen)

    def gelijke_stand(self) -> str:
        """Say whether wijken with the same score were parted at the edge of the selection."""
        n = self.cijfers.waarde("selectie.n_gelijk_aan_grens")
        buiten = self.cijfers.waarde("selectie.n_gelijk_buiten_selectie")
        grens = self.cijfers.tekst("selectie.grensscore")
        if n <= 1:
            return (
                f"De hoogste score binnen de selectie is {grens}; geen andere wijk heeft precies "
                "die score."
            )
        if not buiten:
            return (
                f"De hoogste score binnen de selectie is {grens}; "
                f"{taal.aantal_van(n, 'wijk heeft', 'wijken hebben')} precies die score en alle "
                "zijn geselecteerd."
            )
        codes = als_markdown(self.cijfers.waarde("selectie.gelijk_buiten_selectie"))
        return (
            f"De hoogste score binnen de selectie is {grens}. "
            f"{taal.hoofdletter(taal.aantal_van(n, 'wijk heeft', 'wijken hebben'))} precies die "
            "score; de volgorde van de CBS-code besliste. Daardoor "
            f"{taal.meervoud(buiten, 'viel', 'vielen')} {codes} buiten de selectie."
        )

    def concentratie(self) -> str:
        """Say how the selected wijken are spread over gemeenten."""
        aantallen: dict[str, int] = {}
        for rij in self.tabellen["wijken"]:
            if rij["in_selectie"]:
                aantallen[rij["gm_code"]] = aantallen.get(rij["gm_code"], 0) + 1
        n = len(aantallen)
        helft, som = 0, 0
        for aantal in sorted(aantallen.values(), reverse=True):
            if som * 2 >= sum(aantallen.values()):
                break
            som, helft = som + aantal, helft + 1
        enkel = sum(aantal == 1 for aantal in aantallen.values())
        zinnen = []
        if helft < n:
            zinnen.append(
                f"{taal.hoofdletter(taal.aantal_van(helft, 'gemeente telt', 'gemeenten tellen'))} "
                f"{'samen ' if helft > 1 else ''}ten minste de helft van de geselecteerde wijken."
            )
        if enkel:
            zinnen.append(
                f"In {taal.aantal_van(enkel, 'gemeente', 'gemeenten')} is er maar één wijk "
                "geselecteerd."
            )
        return " ".join(zinnen)

    def hulp_bij_regressie(self) -> str:
        """Say what helps to see how much of a rise is regression to the mean."""
        delen = ["de vergelijking met de overige wijken"]
        if "basismeting" in self.modellen():
            delen.append(
                f"de modelvorm met de score van {self.editie['basisjaar']} als basismeting "
                "(@sec-methode-regressie)"
            )
        if self.editie["jaren"][-1] > self.editie["eindjaar"]:
            delen.append(
                f"de metingen na {self.editie['eindjaar']}, waarop geen enkel cluster is gekozen"
            )
        return (
            "Om de uitkomsten op waarde te schatten "
            f"{taal.meervoud(len(delen), 'helpt', 'helpen')} {taal.opsomming(delen)}."
        )

    # ------------------------------------------------------------------ method

    def klassenamen(self, klassen: Sequence[int]) -> str:
        """Return the names of classes as alternatives: "onvoldoende of zwak"."""
        *begin, laatste = [KLASSENAMEN[klasse - 1] for klasse in sorted(klassen)]
        return f"{', '.join(begin)} of {laatste}" if begin else laatste

    def vensterlengte(self) -> str:
        """Warn where the windows differ in length."""
        lengtes = sorted({tot - van for van, tot in self.editie["vensters"]})
        if len(lengtes) == 1:
            return ""
        return (
            f"De perioden zijn niet even lang: van {taal.telwoord(lengtes[0])} tot "
            f"{taal.telwoord(lengtes[-1])} jaar. In een langere periode kan meer veranderen, zodat "
            "aandelen en veranderingen alleen binnen een periode goed te vergelijken zijn."
        )

    # ------------------------------------------------------------------ development

    def kernvensters(self) -> list[tuple[int, int]]:
        """Return the windows around the crisis year, as far as the edition shows them."""
        c, eind = self.editie["clusters"], self.editie["eindjaar"]
        kern = [(c["langjaar"], c["crisisjaar"]), (c["crisisjaar"], eind)]
        aanwezig = [tuple(v) for v in self.editie["vensters"]]
        return [v for v in kern if v in aanwezig] or aanwezig[-1:]

    def ontwikkeling_zin(self, van: int, tot: int) -> str:
        """Say in a sentence what happened to the selection in a window, and to the others."""
        naam = f"ontwikkeling.{van}_{tot}"
        gestegen = self.cijfers.waarde(f"{naam}.selectie.gestegen")
        gedaald = self.cijfers.waarde(f"{naam}.selectie.gedaald")
        stil = self.cijfers.waarde(f"{naam}.selectie.gestagneerd")
        zin = (
            f"Tussen {van} en {tot} {taal.deed(gestegen, 'steeg', 'stegen')} "
            f"{taal.van_de(gestegen, 'geselecteerde wijken')} "
            f"({taal.procent(gestegen)}), daalde {taal.procent(gedaald)} en stagneerde "
            f"{taal.procent(stil)}."
        )
        if not self.cijfers.waarde(f"{naam}.overig_in_aanmerking.n"):
            return zin
        overig = self.cijfers.waarde(f"{naam}.overig_in_aanmerking.gedaald")
        return (
            f"{zin} Van de overige wijken die in aanmerking kwamen, daalde {taal.procent(overig)}."
        )

    def uitspraken_redenen(self) -> str:
        """Say of which claims there is no recomputed share, and why."""
        redenen: dict[str, list[str]] = {}
        for rij in self.tabellen["uitspraken_2017"]:
            if rij["reden"]:
                redenen.setdefault(rij["reden"], []).append(taal.telwoord(rij["nr"]))
        return " ".join(
            f"Voor {'uitspraak' if len(nrs) == 1 else 'de uitspraken'} {taal.opsomming(nrs)} is "
            f"geen aandeel te berekenen: {als_markdown(reden)}."
            for reden, nrs in redenen.items()
        )

    # ------------------------------------------------------------------ clusters

    def gevoeligheid_tekst(self) -> str:
        """Say which cluster depends least and which most on the two choices."""
        reeksen = {
            naam: [r["n_wijken"] for r in self.tabellen["gevoeligheid"] if r["cluster"] == naam]
            for naam in CLUSTERS
        }
        spreiding = {naam: max(aantallen) - min(aantallen) for naam, aantallen in reeksen.items()}
        vast, los = (kies(spreiding, key=lambda naam: spreiding[naam]) for kies in (min, max))
        if spreiding[los] == 0:
            return "De omvang van de clusters verandert niet met deze keuzes."

        def van_tot(naam: str) -> str:
            return f"{min(reeksen[naam])} tot {max(reeksen[naam])} wijken"

        return (
            f"Het meest verschuift *{los}* ({van_tot(los)}), het minst *{vast}* ({van_tot(vast)})."
        )

    # ------------------------------------------------------------------ dimensions

    def decompositie_tekst(self, van: int, tot: int) -> str:
        """Name the dimensions with the highest and lowest part in a window."""
        zinnen = []
        for groep in ("selectie", "Terugval"):
            deel = [
                r
                for r in self.tabellen["decompositie"]
                if (r["van"], r["tot"], r["groep"]) == (van, tot, groep) and r["n"]
            ]
            if not deel:
                continue
            rij = deel[0]
            volgorde = sorted(DIMENSIES, key=lambda naam: rij[naam])
            woord = taal.werkwoord(rij["totaal"], "steeg", "daalde", "bleef vrijwel gelijk", 0.0005)
            wie = "de geselecteerde wijken" if groep == "selectie" else "het cluster *Terugval*"
            hoogst, laagst = volgorde[-1], volgorde[0]
            begin = f"Tussen {van} en {tot} {woord} de gemiddelde score van {wie}"
            if groep != "selectie":
                begin = f"In {wie} {woord} de gemiddelde score"
            zinnen.append(
                f"{begin} ({taal.verandering(rij['totaal'], 3)}). De hoogste bijdrage heeft "
                f"*{DIMENSIES[hoogst]}* ({taal.verandering(rij[hoogst], 3)}), de laagste "
                f"*{DIMENSIES[laagst]}* ({taal.verandering(rij[laagst], 3)})."
            )
        return " ".join(zinnen)

    def decompositie_ontbreekt(self) -> str:
        """Say for which windows there is no decomposition, and which years are to blame."""
        zonder = [r for r in self.tabellen["decompositie"] if not r["n"] and r["reden"]]
        if not zonder:
            return ""
        perioden = taal.opsomming([venster(r["van"], r["tot"]) for r in zonder])
        jaren = sorted({j for r in zonder for j in re.findall(r"\b\d{4}\b", r["reden"])})
        rest = "" if self.decompositie_vensters() else " Een tabel is er daarom niet."
        return (
            f"Voor {perioden} is geen uiteenlegging mogelijk, omdat er voor "
            f"{taal.opsomming(jaren)} geen scores per dimensie zijn.{rest}"
        )

    # ------------------------------------------------------------------ regressions

    def modellen_tekst(self) -> str:
        """Say which model forms the edition estimates and which of them is the main one."""
        r = self.editie["regressie"]
        periode, hoofd = venster(*r["hoofdvenster"]), f"*{MODELNAMEN[r['hoofdmodel']]}*"
        if len(self.modellen()) == 1:
            return f"Deze editie schat alleen de vorm {hoofd}; de hoofdperiode is {periode}."
        zin = f"Het hoofdmodel is {hoofd}; de hoofdperiode is {periode}."
        if len(self.modellen()) < len(MODELNAMEN):
            vormen = taal.opsomming([f"*{MODELNAMEN[m]}*" for m in self.modellen()])
            zin = f"Deze editie schat de vormen {vormen}. {zin}"
        return zin

    def tijdstip_tekst(self) -> str:
        """Count the factors measured before, during and after the main window."""
        van, tot = self.editie["regressie"]["hoofdvenster"]
        hoofdmodel = self.editie["regressie"]["hoofdmodel"]
        rijen = self._schattingen(van=van, tot=tot, model=hoofdmodel, steekproef="selectie")
        n = {w: sum(r["meting"] == w for r in rijen) for w in ("voor", "tijdens", "na", "onbekend")}
        if n["voor"] == len(rijen):
            return f"Alle factoren zijn vóór de hoofdperiode {venster(van, tot)} gemeten."
        woorden = {
            "voor": "vóór die periode gemeten",
            "tijdens": "tijdens die periode",
            "na": "pas erna",
            "onbekend": "op een onbekend tijdstip",
        }
        delen = [
            f"{taal.telwoord(aantal)} {woorden[wanneer]}" for wanneer, aantal in n.items() if aantal
        ]
        zin = (
            f"Voor de hoofdperiode {venster(van, tot)} geldt: van de "
            f"{taal.telwoord(len(rijen))} factoren {taal.meervoud(len(rijen), 'is', 'zijn')} er "
            f"{taal.opsomming(delen)}."
        )
        if n["na"]:
            zin += (
                " Bij een factor die erna is gemeten, kan de samenhang ook omgekeerd lopen: de "
                "ontwikkeling van de wijk kan in de factor zijn doorgewerkt."
            )
        return zin

    def modelvormen(self, van: int, tot: int, steekproef: str = "selectie") -> str:
        """Say where the model forms of a window differ in sign or significance, and where not."""
        modellen = self.modellen()
        if len(modellen) == 1:
            return "Deze editie schat één modelvorm; er is dus niets om haar mee te vergelijken."
        eens, wisselend, tegengesteld = [], [], []
        for factor in self.editie["factoren"]:
            kenmerken = {"van": van, "tot": tot, "steekproef": steekproef, "term": factor}
            rijen = {m: self._schattingen(model=m, **kenmerken)[0] for m in modellen}
            naam = f"*{self.label(factor)}*"
            richting = {m: richting_van(rij) for m, rij in rijen.items()}
            duidelijk = [m for m in modellen if richting[m]]
            if {1, -1} <= set(richting.values()):
                tegengesteld.append(naam)
            elif len(duidelijk) == len(modellen):
                eens.append(naam)
            elif duidelijk:
                anders = [
                    m
                    for m in modellen
                    if not richting[m] and rijen[m]["coef_sd"] * richting[duidelijk[0]] < 0
                ]
                wisselend.append((naam, duidelijk, anders))
        zinnen = []
        if eens:
            zinnen.append(
                f"Bij {taal.opsomming(eens)} wijzen alle modelvormen aantoonbaar dezelfde kant op."
            )
        zinnen += [self._wisselend(*deel) for deel in wisselend]
        if tegengesteld:
            zinnen.append(
                f"Bij {taal.opsomming(tegengesteld)} spreken de modelvormen elkaar tegen: in de "
                "ene vorm is de samenhang aantoonbaar positief en in de andere aantoonbaar "
                "negatief."
            )
        if wisselend or tegengesteld:
            zinnen.append("Zo'n uitkomst hangt af van hoe de vraag is gesteld.")
        if not zinnen:
            zinnen.append("In geen van de modelvormen sluit een interval nul uit.")
        if van == self.editie["basisjaar"] and {"ancova", "basismeting"} <= set(modellen):
            zinnen.append(
                "Deze periode begint in het jaar van de basismeting; de laatste twee vormen zijn "
                "dan twee schrijfwijzen van hetzelfde model."
            )
        return " ".join(zinnen)

    def modelvormen_kort(self, van: int, tot: int) -> str:
        """Say in one sentence of which factors the outcome depends on the model form."""
        wissel = []
        for factor in self.editie["factoren"]:
            rijen = self._schattingen(van=van, tot=tot, steekproef="selectie", term=factor)
            if len({richting_van(rij) for rij in rijen}) > 1:
                wissel.append(f"*{self.label(factor)}*")
        if len(self.modellen()) == 1:
            return ""
        if not wissel:
            return "De modelvormen geven daarbij hetzelfde beeld."
        return f"Bij {taal.opsomming(wissel)} hangt de uitkomst af van de modelvorm."

    def ruimere_groep(self) -> str:
        """Compare the size and the intervals of the wider sample with those of the selection."""
        r = self.editie["regressie"]
        (van, tot), model = r["hoofdvenster"], r["hoofdmodel"]
        naam = f"model.{van}_{tot}.{model}"
        n = self.cijfers.tekst(f"{naam}.in_aanmerking.n")
        breed, smal = (
            self.cijfers.tekst(f"{naam}.{s}.halve_breedte") for s in ("in_aanmerking", "selectie")
        )
        vergelijking = "net als" if breed == smal else f"tegen {smal}"
        return (
            f"In het hoofdmodel telt die groep {n} wijken met alle gegevens. De intervallen reiken "
            f"er doorgaans {breed} punt aan weerszijden, {vergelijking} bij de selectie; de "
            "standaarddeviatie van een factor is in elke groep opnieuw bepaald."
        )

    @staticmethod
    def _wisselend(naam: str, duidelijk: Sequence[str], anders: Sequence[str]) -> str:
        """Say in which model forms an estimate is clear and in which its sign turns."""
        vormen = taal.opsomming([f"*{MODELNAMEN[m]}*" for m in duidelijk])
        zin = f"Bij {naam} is de samenhang alleen aantoonbaar in de vorm {vormen}"
        if anders:
            om = taal.opsomming([f"*{MODELNAMEN[m]}*" for m in anders])
            zin += f"; in de vorm {om} wijst de schatting de andere kant op, niet aantoonbaar"
        return f"{zin}."

    def perioden_vergeleken(self) -> list[str]:
        """Say per factor of the main model in which windows it is clear, in which direction."""
        model = self.editie["regressie"]["hoofdmodel"]
        zinnen = []
        for factor in self.editie["factoren"]:
            rijen = self._schattingen(model=model, steekproef="selectie", term=factor)
            delen = []
            for teken, woord in ((1, "gunstigere"), (-1, "ongunstigere")):
                perioden = [venster(r["van"], r["tot"]) for r in rijen if richting_van(r) == teken]
                if perioden:
                    delen.append(f"een {woord} ontwikkeling in {taal.opsomming(perioden)}")
            zinnen.append(
                f"*{taal.hoofdletter(self.label(factor))}*: "
                + (
                    f"een hogere waarde hangt samen met {taal.opsomming(delen)}."
                    if delen
                    else "in geen enkele periode aantoonbaar."
                )
            )
        return zinnen

    def steekproeven_vergeleken(self) -> str:
        """Say whether the wider sample tells the same as the selection, in the main window."""
        if "in_aanmerking" not in self.steekproeven():
            return ""
        r = self.editie["regressie"]
        (van, tot), model = r["hoofdvenster"], r["hoofdmodel"]
        zelfde, alleen_smal, alleen_breed, omgekeerd = [], [], [], []
        for factor in self.editie["factoren"]:
            kenmerken = {"van": van, "tot": tot, "model": model, "term": factor}
            smal, breed = (
                richting_van(self._schattingen(steekproef=s, **kenmerken)[0])
                for s in ("selectie", "in_aanmerking")
            )
            naam = f"*{self.label(factor)}*"
            if smal and smal == breed:
                zelfde.append(naam)
            elif smal and breed:
                omgekeerd.append(naam)
            elif smal:
                alleen_smal.append(naam)
            elif breed:
                alleen_breed.append(naam)
        delen = [
            (zelfde, "in beide groepen dezelfde aantoonbare richting"),
            (alleen_smal, "alleen binnen de selectie een aantoonbare samenhang"),
            (alleen_breed, "alleen in de ruimere groep een aantoonbare samenhang"),
            (omgekeerd, "in de twee groepen een tegengestelde aantoonbare richting"),
        ]
        zinnen = [
            f"{taal.opsomming(namen)} {taal.meervoud(len(namen), 'heeft', 'hebben')} {wat}"
            for namen, wat in delen
            if namen
        ]
        begin = f"Voor {venster(van, tot)} en het hoofdmodel geldt"
        if not zinnen:
            return f"{begin}: in geen van beide groepen is een samenhang aantoonbaar."
        return f"{begin}: {'; '.join(zinnen)}."

    def toeval(self) -> str:
        """Lay the number of clear estimates beside what chance alone would give."""
        model = self.editie["regressie"]["hoofdmodel"]
        rijen = self._schattingen(model=model, steekproef="selectie")
        n, duidelijk = len(rijen), sum(richting_van(rij) != 0 for rij in rijen)
        verwacht = n * SIGNIFICANTIE
        if n == 1:
            return ""
        getal = taal.getal(verwacht, 0 if verwacht == round(verwacht) else 1)
        return (
            "Het hoofdmodel geeft voor de selectie "
            f"{taal.aantal_van(n, 'schatting', 'schattingen')} (factoren maal perioden). Bij "
            f"{taal.telwoord(duidelijk)} daarvan sluit het interval nul uit. Was er nergens enige "
            f"samenhang, dan zou dat door toeval gemiddeld {getal} keer gebeuren. De schattingen "
            "zijn onderling niet onafhankelijk, en hier niet gecorrigeerd voor hun aantal (zie "
            "@sec-rob-toetsen); één losse uitkomst net onder de grens zegt dus weinig."
        )

    # ------------------------------------------------------------------ diagnostics

    def opmerkingen(self) -> list[str]:
        """Return what a reader of the models must know, each with the models it is about."""
        per_zin: dict[str, list[tuple[tuple[int, int], str, str]]] = {}
        for rij in self.tabellen["regressie_diagnose"]:
            for zin in re.split(r"(?<=\.)\s+(?=[A-Z])", rij["toelichting"] or ""):
                # when a factor was measured has a table of its own
                if zin and not zin.startswith("Gemeten "):
                    model = ((rij["van"], rij["tot"]), rij["model"], rij["steekproef"])
                    per_zin.setdefault(zin, []).append(model)
        return [
            f"**{taal.hoofdletter(self._over(modellen))}.** {self._met_labels(zin)}"
            for zin, modellen in per_zin.items()
        ]

    def _over(self, modellen: Sequence[tuple[tuple[int, int], str, str]]) -> str:
        """Name a set of regressions as briefly as is exact."""
        perioden = sorted({m[0] for m in modellen})
        vormen = [m for m in self.modellen() if m in {x[1] for x in modellen}]
        groepen = [s for s in self.steekproeven() if s in {x[2] for x in modellen}]
        if set(product(perioden, vormen, groepen)) != set(modellen):
            losse = sorted(modellen)
            return taal.opsomming(
                [f"{venster(*p)} ({MODELNAMEN[v]}, {STEEKPROEVEN[g]})" for p, v, g in losse]
            )
        delen = [
            "alle perioden"
            if perioden == self.vensters()
            else taal.opsomming([venster(*p) for p in perioden])
        ]
        if vormen != self.modellen():
            delen.append(taal.opsomming([MODELNAMEN[v] for v in vormen]))
        if groepen != self.steekproeven():
            delen.append(taal.opsomming([STEEKPROEVEN[g] for g in groepen]))
        return ", ".join(delen)

    def _met_labels(self, zin: str) -> str:
        """Return a remark in the words of the bijlage: labels of factors, periode for venster."""
        zin = zin.replace("Het venster", "De periode").replace("het venster", "de periode")
        for factor in sorted(self.editie["factoren"], key=len, reverse=True):
            zin = re.sub(rf"(?<!\w){re.escape(factor)}(?!\w)", f"*{self.label(factor)}*", zin)
        return zin

    # ------------------------------------------------------------------ assumptions

    def aannames(self, alle: Sequence[Mapping[str, str]]) -> list[str]:
        """Return the assumptions that bear on this edition, as list items.

        Those of another edition's config, of the wijkanalyses and, for real data, of the example
        data are left out.
        """
        eigen = f"config/edities/{self.editie['editie']}.yaml"
        gezien: dict[str, str] = {}
        for aanname in alle:
            bestand = aanname["bestand"]
            ander = bestand.startswith("config/edities/") and bestand != eigen
            voorbeeld = "/voorbeeld/" in bestand
            elders = "/wijkanalyses/" in bestand
            if not ander and not elders and (self.editie["fictief"] or not voorbeeld):
                gezien.setdefault(aanname["tekst"], bestand)
        return [
            f"{als_markdown(tekst)} (*{als_markdown(bestand.rsplit('/', 1)[-1])}*)"
            for tekst, bestand in gezien.items()
        ]
