"""Sentences and table rows of the bijlage Leefbaarheidsontwikkeling.

As in `zinnen`: what the text says about the data is decided here, where it can be tested. Rows are
lists of Markdown cells, in the order of the table they fill. Wording is associational throughout
(DOMAIN.md section 1).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from leefbaarheid import taal
from leefbaarheid.begrippen import CLUSTERS, DIMENSIES, KLASSENAMEN
from leefbaarheid.cijfers import Cijfers
from leefbaarheid.schone_tekst import als_markdown
from leefbaarheid.tabel import Rij, zoek
from leefbaarheid.zinnen import MODELNAMEN, SIGNIFICANTIE, Zinnen, clusternaam, richting_van

STEEKPROEVEN = {
    "selectie": "de geselecteerde wijken",
    "in_aanmerking": "alle wijken die in aanmerking kwamen",
}
MODELNAMEN_KORT = {
    "verandering": "verandering",
    "ancova": "eindscore",
    "basismeting": "basismeting",
}
BRONNEN = {
    "leefbaarometer": "Leefbaarometer",
    "context": "contexttabel",
    "codeboek": "codeboek",
    "selectielijst": "selectielijst",
}
# What rows of the quality report have in common; the report itself has one sentence per row.
KWALITEIT_SAMEN = {
    "score per jaar": "Deze wijken tellen niet mee in vergelijkingen met dat jaar.",
    "dimensies gevuld": "Een verandering van of naar zo'n jaar is niet naar dimensies uit te "
    "splitsen.",
    "factor gevuld": "Wijken zonder waarde vallen weg uit modellen met deze factor.",
    "gegevens van wijken op de lijst": "Van deze wijken ontbreekt een score of het inwonertal.",
}
RICHTINGEN = ("gedaald", "gestagneerd", "gestegen")
SPATIE = "\\ "  # a space that does not break, in pandoc's Markdown
Cellen = list[str]


def klein(label: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its capitals."""
    begin = label[:1] if label[1:2].isupper() else label[:1].lower()
    return als_markdown(begin + label[1:])


def venster(van: int, tot: int) -> str:
    """Return a window as "2012–2014"."""
    return f"{van}–{tot}"


def alfabet(naam: str) -> str:
    """Return the sort key of a name: accents and an apostrophe in front do not count."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    return kaal.lstrip("'").casefold()


def schatting(rij: Rij) -> str:
    """Return an estimate per standard deviation with p and interval, as one table cell.

    Bold where the interval leaves out zero. Only between the two parts can a line break.
    """
    getal = taal.verandering(rij["coef_sd"], 3)
    p = taal.p_waarde(rij["p"])
    p = f"(p = {p})" if not p.startswith("<") else f"(p {p})"
    interval = taal.interval(rij["ci_sd_laag"], rij["ci_sd_hoog"], 3)
    nadruk = f"**{getal}**" if richting_van(rij) else getal
    return f"{nadruk} {p}".replace(" ", SPATIE) + " " + interval.replace(" ", SPATIE)


def schatting_kort(rij: Rij) -> str:
    """Return an estimate ± half its interval for a narrow column; bold as in `schatting`."""
    getal = taal.verandering(rij["coef_sd"], 3)
    half = taal.getal((rij["ci_sd_hoog"] - rij["ci_sd_laag"]) / 2, 3)
    return f"{f'**{getal}**' if richting_van(rij) else getal} ±{SPATIE}{half}"


def passend(breedtes: Sequence[float]) -> list[int]:
    """Return column widths as whole percentages that add up to exactly 100."""
    delen = [100 * breedte / sum(breedtes) for breedte in breedtes]
    heel = [int(deel) for deel in delen]
    rest = sorted(range(len(delen)), key=lambda i: heel[i] - delen[i])
    for i in rest[: 100 - sum(heel)]:
        heel[i] += 1
    return heel


@dataclass(frozen=True)
class ZinnenBijlage:
    """Sentences and rows of one edition.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows, with `datakwaliteit` and `codeboek`.
    """

    editie: Mapping[str, Any]
    cijfers: Cijfers
    tabellen: Mapping[str, list[Rij]]

    @property
    def z(self) -> Zinnen:
        """The sentences shared with the hoofdrapport."""
        return Zinnen(self.editie, self.cijfers, self.tabellen)

    # ------------------------------------------------------------------ data

    def label(self, factor: str) -> str:
        """Return the label of a factor within a sentence."""
        for rij in self.tabellen["codeboek"]:
            if rij["factor"] == factor:
                return klein(rij["label"])
        return als_markdown(factor)

    def peiljaar(self, kenmerk: str) -> str | None:
        """Return the reference year of a feature of the config (`inwoners`, `x`), or None."""
        kolom = self.editie["kenmerken"].get(kenmerk)
        for rij in self.tabellen["codeboek"]:
            if rij["factor"] == kolom:
                return rij["peiljaar"]
        return None

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

    def codeboek_rijen(self) -> list[Cellen]:
        """Return label, unit, source, reference year, licence and concept of every factor."""
        velden = ("label", "eenheid", "bron", "peiljaar", "licentie", "concept")
        rijen = []
        for factor in self.editie["factoren"]:
            rij = zoek(self.tabellen["codeboek"], factor=factor)
            rij = {**rij, "peiljaar": _periode(rij["peiljaar"] or "")}
            rijen.append([als_markdown(rij[veld] or taal.GEEN) for veld in velden])
        return rijen

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

    def kwaliteit_rijen(self) -> list[Cellen]:
        """Return the checks with something to say: check, source, where (share), what it means.

        Rows of one check that differ only in year or column are one row of the table.
        """
        groepen: dict[tuple[str, str], list[Rij]] = {}
        for rij in self.tabellen["datakwaliteit"]:
            if rij["ernst"] != "ok":
                groepen.setdefault((rij["controle"], rij["bron"]), []).append(rij)
        rijen = []
        for (controle, bron), deel in groepen.items():
            waar = [
                f"{self._waar(rij)} ({taal.getal(rij['n_afwijkend'])}; "
                f"{taal.procent(rij['aandeel'], 1)})"
                for rij in deel
            ]
            apart = " ".join(dict.fromkeys(als_markdown(rij["toelichting"]) for rij in deel))
            fout = any(rij["ernst"] == "fout" for rij in deel)
            gedeeld = KWALITEIT_SAMEN.get(controle)
            uitleg = gedeeld if gedeeld and not fout else apart
            rijen.append(
                [
                    als_markdown(controle) + (" (**fout**)" if fout else ""),
                    BRONNEN.get(bron, als_markdown(bron)),
                    "; ".join(waar),
                    uitleg,
                ]
            )
        return rijen

    def _waar(self, rij: Rij) -> str:
        """Name what a check was about: a year, a factor or a column."""
        if rij["jaar"] is not None:
            return str(rij["jaar"])
        kolom = rij["kolom"]
        if kolom in self.editie["factoren"]:
            return self.label(kolom)
        namen = {"wk_code": "wijkcode", "wk_naam": "wijknaam", "gm_code": "gemeentecode"}
        return namen.get(kolom, als_markdown(kolom or "bestand").replace("lbm", "score"))

    # ------------------------------------------------------------------ selection

    def labels_tekst(self) -> str:
        """Say how many wijken carry each policy label of a selection list."""
        delen = []
        for label in self.editie["selectie"]["labels"]:
            n = self.cijfers.waarde(f"selectie.n_per_label.{label}")
            delen.append(f"{taal.telwoord(n)} keer *{als_markdown(label)}*")
        som = sum(
            self.cijfers.waarde(f"selectie.n_per_label.{label}")
            for label in self.editie["selectie"]["labels"]
        )
        zin = f"De lijst geeft {taal.opsomming(delen)}."
        if som > self.cijfers.waarde("selectie.n_geselecteerd"):
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
                "samen ten minste de helft van de geselecteerde wijken."
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

    def klasse_rijen(self) -> list[Cellen]:
        """Return number, name, lower and upper bound of the nine classes."""
        grenzen = [taal.getal(grens, 3) for grens in self.editie["klassen"]["grenzen"]]
        onder, boven = ["", *grenzen], [*grenzen, ""]
        return [
            [
                str(nr),
                naam,
                f"vanaf {van}" if van else taal.GEEN,
                f"tot {tot}" if tot else taal.GEEN,
            ]
            for nr, (naam, van, tot) in enumerate(
                zip(KLASSENAMEN, onder, boven, strict=True), start=1
            )
        ]

    def klassenamen(self, klassen: Sequence[int]) -> str:
        """Return the names of classes as alternatives: "onvoldoende of zwak"."""
        *begin, laatste = [KLASSENAMEN[klasse - 1] for klasse in sorted(klassen)]
        return f"{', '.join(begin)} of {laatste}" if begin else laatste

    def klassetelling(self, jaren: Sequence[int]) -> list[Cellen]:
        """Return the class sizes of the selection per year; classes nobody is in are left out."""
        selectie = [rij for rij in self.tabellen["wijken"] if rij["in_selectie"]]
        rijen = []
        for nr, naam in enumerate(KLASSENAMEN, start=1):
            aantallen = [sum(rij[f"klasse_{jaar}"] == nr for rij in selectie) for jaar in jaren]
            if any(aantallen):
                rijen.append([f"{nr} {naam}", *(taal.getal(n) for n in aantallen)])
        return rijen

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

    def groepnaam(self, groep: str) -> str:
        """Return the name of a group as a row head."""
        if groep.startswith("label_"):
            return f"label *{als_markdown(groep.removeprefix('label_'))}*"
        return self.z.groepnaam(groep)

    def gemiddelden_rijen(self, jaren: Sequence[int], clusters: bool) -> list[Cellen]:
        """Return mean and standard deviation per year: of the groups, or of the clusters."""
        delen: dict[tuple[str, str], dict[int, Rij]] = {}
        for rij in self.tabellen["gemiddelden"]:
            if bool(rij["cluster"]) == clusters:
                delen.setdefault((rij["groep"], rij["cluster"] or ""), {})[rij["jaar"]] = rij
        volgorde = sorted(
            delen,
            key=lambda sleutel: (
                CLUSTERS.index(sleutel[1]) if sleutel[1] in CLUSTERS else len(CLUSTERS),
                _groepsrang(sleutel[0]),
            ),
        )
        rijen = []
        for sleutel in volgorde:
            per_jaar = delen[sleutel]
            aantallen = sorted({rij["n"] for rij in per_jaar.values()})
            n = " tot ".join(taal.getal(x) for x in (aantallen[0], aantallen[-1])[: len(aantallen)])
            naam = clusternaam(sleutel[1]) if clusters else self.groepnaam(sleutel[0])
            cellen = [
                taal.GEEN
                if taal.is_leeg(per_jaar[jaar]["gemiddelde"])
                else f"{taal.score(per_jaar[jaar]['gemiddelde'])} "
                f"({taal.getal(per_jaar[jaar]['sd'], 2)})"
                for jaar in jaren
            ]
            rijen.append([f"{naam} ({n})", *cellen])
        return rijen

    def ontwikkeling_rijen(self, van: int, tot: int) -> list[Cellen]:
        """Return mean change and shares fallen, stagnated and risen, one row per group.

        Each cell has the figure per wijk and, in brackets, weighted by inhabitants.
        """
        deel = [r for r in self.tabellen["ontwikkeling"] if (r["van"], r["tot"]) == (van, tot)]
        rijen = []
        for rij in sorted(deel, key=lambda rij: _groepsrang(rij["groep"])):
            cellen = [self.groepnaam(rij["groep"]), taal.getal(rij["n"])]
            for naam in ("gemiddelde", *(f"aandeel_{richting}" for richting in RICHTINGEN)):
                schrijf = taal.verandering if naam == "gemiddelde" else taal.procent
                per_wijk, gewogen = (schrijf(rij[naam + soort]) for soort in ("", "_inwoners"))
                cellen.append(f"{per_wijk} ({gewogen})" if rij["n"] else taal.GEEN)
            rijen.append(cellen)
        return rijen

    def ontwikkeling_zin(self, van: int, tot: int) -> str:
        """Say in a sentence what happened to the selection in a window, and to the others."""
        naam = f"ontwikkeling.{van}_{tot}"
        gestegen = self.cijfers.waarde(f"{naam}.selectie.gestegen")
        gedaald = self.cijfers.waarde(f"{naam}.selectie.gedaald")
        stil = self.cijfers.waarde(f"{naam}.selectie.gestagneerd")
        zin = (
            f"Tussen {van} en {tot} steeg {taal.van_de(gestegen, 'geselecteerde wijken')} "
            f"({taal.procent(gestegen)}), daalde {taal.procent(gedaald)} en stagneerde "
            f"{taal.procent(stil)}."
        )
        if not self.cijfers.waarde(f"{naam}.overig_in_aanmerking.n"):
            return zin
        overig = self.cijfers.waarde(f"{naam}.overig_in_aanmerking.gedaald")
        return (
            f"{zin} Van de overige wijken die in aanmerking kwamen, daalde {taal.procent(overig)}."
        )

    def uitspraken_rijen(self) -> list[Cellen]:
        """Return the claims of 2017 with what they were laid beside and the share, if any."""
        rijen = []
        for rij in self.tabellen["uitspraken_2017"]:
            eenheid = {"wijken": "wijken", "bewoners": "inwoners"}[rij["eenheid"]]
            groep = self.groepnaam(rij["groep"])
            rijen.append(
                [
                    str(rij["nr"]),
                    f"„{als_markdown(rij['citaat'])}”",
                    rij["eenheid"],
                    f"{rij['richting']}, {venster(rij['van'], rij['tot'])}, {groep}",
                    taal.getal(rij["n"]) if rij["n"] else taal.GEEN,
                    taal.procent(rij[f"aandeel_{eenheid}"]),
                    taal.procent(rij[f"aandeel_{eenheid}_zonder_marge"]),
                ]
            )
        return rijen

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

    def gevoeligheid_rijen(self) -> list[Cellen]:
        """Return the cluster sizes per tolerance and class cut; the edition's own row in bold."""
        combinaties: dict[tuple[float, int], dict[str, Rij]] = {}
        for rij in self.tabellen["gevoeligheid"]:
            sleutel = (rij["delta"], rij["voldoende_vanaf_klasse"])
            combinaties.setdefault(sleutel, {})[rij["cluster"]] = rij
        rijen = []
        for (delta, vanaf), per_cluster in combinaties.items():
            cellen = [taal.getal(delta, _decimalen(delta)), KLASSENAMEN[vanaf - 1]]
            cellen += [taal.getal(per_cluster[naam]["n_wijken"]) for naam in CLUSTERS]
            basis = any(rij["basis"] for rij in per_cluster.values())
            rijen.append([f"**{cel}**" for cel in cellen] if basis else cellen)
        return rijen

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

    def decompositie_vensters(self) -> list[tuple[int, int]]:
        """Return the windows whose change can be laid out by dimension."""
        return sorted({(r["van"], r["tot"]) for r in self.tabellen["decompositie"] if r["n"]})

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

    def decompositie_rijen(self, van: int, tot: int) -> list[Cellen]:
        """Return total change and its parts per group: selection, clusters, country."""
        deel = [
            r
            for r in self.tabellen["decompositie"]
            if r["n"] and (r["van"], r["tot"]) == (van, tot)
        ]
        volgorde = ["selectie", *CLUSTERS, "land"]
        return [
            [
                clusternaam(rij["groep"])
                if rij["groep"] in CLUSTERS
                else self.groepnaam(rij["groep"]),
                taal.getal(rij["n"]),
                *(taal.verandering(rij[naam], 3) for naam in ("totaal", *DIMENSIES)),
            ]
            for rij in sorted(deel, key=lambda rij: volgorde.index(rij["groep"]))
        ]

    # ------------------------------------------------------------------ regressions

    def modellen(self) -> list[str]:
        """Return the model forms in reading order."""
        return [naam for naam in MODELNAMEN if naam in self.editie["regressie"]["modellen"]]

    def steekproeven(self) -> list[str]:
        """Return the samples in reading order."""
        return [s for s in STEEKPROEVEN if s in self.editie["regressie"]["steekproeven"]]

    def steekproefnaam(self, steekproef: str) -> str:
        """Return the name of a sample."""
        return STEEKPROEVEN[steekproef]

    def vensters(self) -> list[tuple[int, int]]:
        """Return the outcome windows of the regressions, ascending."""
        return sorted((van, tot) for van, tot in self.editie["regressie"]["vensters"])

    def periodenamen(self, vensters: Sequence[tuple[int, int]]) -> Cellen:
        """Return windows as column heads."""
        return [venster(van, tot) for van, tot in vensters]

    def modelkoppen(self) -> Cellen:
        """Return the model forms as column heads."""
        return [taal.hoofdletter(MODELNAMEN[model]) for model in self.modellen()]

    def steekproefkoppen(self) -> Cellen:
        """Return the samples as column heads."""
        return [taal.hoofdletter(STEEKPROEVEN[s].removeprefix("de ")) for s in self.steekproeven()]

    def verlieskoppen(self) -> Cellen:
        """Return the column heads of the table of missing values, three per sample."""
        namen = {"selectie": "Selectie", "in_aanmerking": "In aanmerking"}
        return [
            f"{namen[s]}: {wat}"
            for s in self.steekproeven()
            for wat in ("ontbreekt", "aandeel", "alleen hierdoor")
        ]

    def _schattingen(self, **kenmerken: Any) -> list[Rij]:
        """Return the rows of the factors with these values."""
        return [
            rij
            for rij in self.tabellen["regressie"]
            if rij["term"] in self.editie["factoren"]
            and all(rij[k] == waarde for k, waarde in kenmerken.items())
        ]

    def tijdstip_rijen(self, vensters: Sequence[tuple[int, int]]) -> list[Cellen]:
        """Return per factor when it was measured, and whether that is before each window."""
        rijen = []
        for factor in self.editie["factoren"]:
            boek = zoek(self.tabellen["codeboek"], factor=factor)
            cellen = [als_markdown(boek["label"]), _periode(boek["peiljaar"] or taal.GEEN)]
            for van, tot in vensters:
                rij = self._schattingen(term=factor, van=van, tot=tot)[0]
                cellen.append({"voor": "vóór"}.get(rij["meting"], rij["meting"]))
            rijen.append(cellen)
        return rijen

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

    def uitvoer_rijen(self, van: int, tot: int, model: str, steekproef: str) -> list[Cellen]:
        """Return the full output of one regression in natural units, constant included."""
        return [
            [
                als_markdown(rij["label"]),
                als_markdown(rij["eenheid"]),
                taal.verandering(rij["coef"], 4),
                taal.getal(rij["se"], 4),
                taal.verandering(rij["t"], 2),
                taal.p_waarde(rij["p"]),
                taal.interval(rij["ci_laag"], rij["ci_hoog"], 4),
                taal.getal(rij["sd_factor"], 2),
            ]
            for rij in self.tabellen["regressie"]
            if (rij["van"], rij["tot"], rij["model"], rij["steekproef"])
            == (van, tot, model, steekproef)
        ]

    def model_rijen(self, van: int, tot: int, steekproef: str) -> list[Cellen]:
        """Return the estimates of a window, one column per model form."""
        rijen = []
        for factor in self.editie["factoren"]:
            kenmerken = {"van": van, "tot": tot, "steekproef": steekproef, "term": factor}
            per_model = [self._schattingen(model=m, **kenmerken)[0] for m in self.modellen()]
            rijen.append([als_markdown(per_model[0]["label"]), *map(schatting, per_model)])
        return rijen

    def venster_rijen(
        self, model: str, steekproef: str, vensters: Sequence[tuple[int, int]]
    ) -> list[Cellen]:
        """Return the estimates of one model form, one column per window."""
        rijen = []
        for factor in self.editie["factoren"]:
            kenmerken = {"model": model, "steekproef": steekproef, "term": factor}
            per_venster = [self._schattingen(van=v, tot=t, **kenmerken)[0] for v, t in vensters]
            rijen.append([als_markdown(per_venster[0]["label"]), *map(schatting_kort, per_venster)])
        return rijen

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
        getal = taal.getal(verwacht, 0 if verwacht == round(verwacht) else 1)
        return (
            "Het hoofdmodel geeft voor de selectie "
            f"{taal.aantal_van(n, 'schatting', 'schattingen')} (factoren maal perioden). Bij "
            f"{taal.telwoord(duidelijk)} daarvan sluit het interval nul uit. Was er nergens enige "
            f"samenhang, dan zou dat door toeval gemiddeld {getal} keer gebeuren. De schattingen "
            "zijn onderling niet onafhankelijk, en er is niet gecorrigeerd voor hun aantal; één "
            "losse uitkomst net onder de grens zegt dus weinig."
        )

    # ------------------------------------------------------------------ diagnostics

    def passend(self, breedtes: Sequence[float]) -> list[int]:
        """See `passend`."""
        return passend(breedtes)

    def diagnose_rijen(self, steekproef: str, controle: bool) -> list[Cellen]:
        """Return per window and model form its size and fit, or the checks on its residuals."""
        volgorde = {model: i for i, model in enumerate(self.modellen())}
        rijen = sorted(
            (r for r in self.tabellen["regressie_diagnose"] if r["steekproef"] == steekproef),
            key=lambda r: (r["van"], r["tot"], volgorde[r["model"]]),
        )
        uit = []
        for r in rijen:
            hoofd = [venster(r["van"], r["tot"]), MODELNAMEN_KORT[r["model"]]]
            if controle:
                uit.append(
                    [
                        *hoofd,
                        taal.getal(r["vif_max"], 1),
                        self._regressor(r["vif_max_factor"]),
                        taal.getal(r["conditiegetal"], 1),
                        taal.p_waarde(r["breusch_pagan_p"]),
                        taal.p_waarde(r["jarque_bera_p"]),
                    ]
                )
            else:
                uit.append(
                    [
                        *hoofd,
                        taal.getal(r["n"]),
                        taal.getal(r["n_weggevallen"]),
                        taal.getal(r["n_gemeenten"]),
                        taal.procent(r["aandeel_grootste_gemeente"]),
                        taal.getal(r["r2"], 2),
                        taal.getal(r["r2_adj"], 2),
                        taal.getal(r["rmse"], 3),
                    ]
                )
        return uit

    def _regressor(self, naam: str) -> str:
        return naam if naam in ("beginscore", "basisscore") else self.label(naam)

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

    def vif_rijen(self) -> list[Cellen]:
        """Return the VIF of each factor, one column per sample."""
        return [
            [
                als_markdown(zoek(self.tabellen["codeboek"], factor=factor)["label"]),
                *(
                    taal.getal(zoek(self.tabellen["vif"], steekproef=s, factor=factor)["vif"], 2)
                    for s in self.steekproeven()
                ),
            ]
            for factor in self.editie["factoren"]
        ]

    def verlies_rijen(self) -> list[Cellen]:
        """Return per factor and score the missing values of each sample; full columns left out."""
        smal = self.steekproeven()[0]
        rijen = []
        for eerste in (r for r in self.tabellen["verlies"] if r["steekproef"] == smal):
            deel = [
                zoek(self.tabellen["verlies"], steekproef=s, factor=eerste["factor"])
                for s in self.steekproeven()
            ]
            if eerste["soort"] == "score" and not any(r["n_ontbreekt"] for r in deel):
                continue
            cellen = [als_markdown(eerste["label"])]
            for r in deel:
                cellen += [
                    taal.getal(r["n_ontbreekt"]),
                    taal.procent(r["aandeel_ontbreekt"], 1),
                    taal.getal(r["n_alleen_hierdoor"]),
                ]
            rijen.append(cellen)
        return rijen

    # ------------------------------------------------------------------ stijgers en dalers

    def stijgers(self) -> list[Rij]:
        """Return the wijken that rose most, at most the number of the config."""
        aantal = self.editie["stijgers_dalers"]["aantal"]
        return [r for r in self.tabellen["stijgers_dalers"] if r["verandering"] > 0][:aantal]

    def dalers(self) -> list[Rij]:
        """Return the wijken that fell most, as many at most, largest fall first."""
        aantal = self.editie["stijgers_dalers"]["aantal"]
        omlaag = [r for r in self.tabellen["stijgers_dalers"] if r["verandering"] < 0]
        return omlaag[::-1][:aantal]

    def stijgers_rijen(self, lijst: Sequence[Rij]) -> list[Cellen]:
        """Return the rows of a list of stijgers or dalers."""
        van, tot = (self.editie["stijgers_dalers"][k] for k in ("van", "tot"))
        return [
            [
                taal.getal(rij["rang"]),
                als_markdown(rij["gm_naam"]),
                als_markdown(rij["wk_naam"]),
                rij["wk_code"],
                "ja" if rij["in_selectie"] else "nee",
                taal.score(rij[f"lbm_{van}"]),
                taal.score(rij[f"lbm_{tot}"]),
                taal.verandering(rij["verandering"]),
            ]
            for rij in lijst
        ]

    # ------------------------------------------------------------------ the list of wijken

    def lijstjaren(self) -> list[int]:
        """Return the years the list of wijken shows: crisis year, end year and last year."""
        c = self.editie["clusters"]
        return sorted({c["crisisjaar"], self.editie["eindjaar"], self.editie["jaren"][-1]})

    def wijken_rijen(self) -> list[Cellen]:
        """Return the selected wijken by gemeente and name."""
        crisis, eind = self.editie["clusters"]["crisisjaar"], self.editie["eindjaar"]
        selectie = [rij for rij in self.tabellen["wijken"] if rij["in_selectie"]]
        selectie.sort(key=lambda r: (alfabet(r["gm_naam"]), alfabet(r["wk_naam"]), r["wk_code"]))
        rijen = []
        for rij in selectie:
            klasse = rij[f"klasse_{eind}"]
            rijen.append(
                [
                    als_markdown(rij["gm_naam"]),
                    f"{als_markdown(rij['wk_naam'])} ({rij['wk_code']})",
                    taal.getal(rij["inwoners"]),
                    *(taal.score(rij[f"lbm_{jaar}"]) for jaar in self.lijstjaren()),
                    taal.verandering(rij[f"delta_{crisis}_{eind}"]),
                    KLASSENAMEN[klasse - 1] if klasse else taal.GEEN,
                    clusternaam(rij["cluster"]),
                ]
            )
        return rijen

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
            voorbeeld = bestand.rsplit("/", 1)[-1].startswith("voorbeeld")
            elders = "wijkanalyse" in bestand
            if not ander and not elders and (self.editie["fictief"] or not voorbeeld):
                gezien.setdefault(aanname["tekst"], bestand)
        return [
            f"{als_markdown(tekst)} (*{als_markdown(bestand.rsplit('/', 1)[-1])}*)"
            for tekst, bestand in gezien.items()
        ]


def _groepsrang(groep: str) -> int:
    """Return where a group comes in a table; policy labels follow the selection."""
    rang = {"selectie": 0, "overig_in_aanmerking": 2, "land": 3}
    return rang.get(groep, 1)


def _periode(tekst: str) -> str:
    """Return text with an en dash between two years."""
    return re.sub(r"\b((?:19|20)\d{2})-((?:19|20)\d{2})\b", r"\1–\2", tekst)


def _decimalen(waarde: float) -> int:
    """Return the decimals a tolerance needs, at least two."""
    return max(2, len(repr(float(waarde)).partition(".")[2]))
