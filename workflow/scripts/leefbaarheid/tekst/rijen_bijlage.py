"""Table rows of the bijlage Leefbaarheidsontwikkeling.

A row is a list of Markdown cells in the order of the table it fills; names and numbers in it are
already written as a reader sees them. What a choice of rows or words says about the data is tested.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, KLASSENAMEN, MODELNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen, passend, venster
from leefbaarheid.tekst.gedeeld.namen import STEEKPROEVEN, clusternaam, klein
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.zinnen import Zinnen

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
    "gegevens van wijken op de lijst": "Van deze wijken ontbreekt een score of het inwonertal.",
}
RICHTINGEN = ("gedaald", "gestagneerd", "gestegen")


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


@dataclass(frozen=True)
class RijenBijlage:
    """Table rows of one edition.

    Attributes:
        editie: the edition config.
        cijfers: the numbers of prose.
        tabellen: result tables as rows, with `datakwaliteit` and `codeboek`.
    """

    editie: Mapping[str, Any]
    cijfers: Cijfers
    tabellen: Mapping[str, list[Rij]]

    # ------------------------------------------------------------------ names

    @property
    def z(self) -> Zinnen:
        """The sentences shared with the hoofdrapport."""
        return Zinnen(self.editie, self.cijfers, self.tabellen)

    def label(self, factor: str) -> str:
        """Return the label of a factor within a sentence."""
        for rij in self.tabellen["codeboek"]:
            if rij["factor"] == factor:
                return klein(rij["label"])
        return als_markdown(factor)

    def groepnaam(self, groep: str) -> str:
        """Return the name of a group as a row head."""
        if groep.startswith("label_"):
            return f"label *{als_markdown(groep.removeprefix('label_'))}*"
        return self.z.groepnaam(groep)

    def peiljaar(self, kenmerk: str) -> str | None:
        """Return the reference year of a feature of the config (`inwoners`, `x`), or None."""
        kolom = self.editie["kenmerken"].get(kenmerk)
        for rij in self.tabellen["codeboek"]:
            if rij["factor"] == kolom:
                return rij["peiljaar"]
        return None

    def lijstjaren(self) -> list[int]:
        """Return the years the list of wijken shows: crisis year, end year and last year."""
        c = self.editie["clusters"]
        return sorted({c["crisisjaar"], self.editie["eindjaar"], self.editie["jaren"][-1]})

    # ------------------------------------------------------------------ what the tables are about

    def vensters(self) -> list[tuple[int, int]]:
        """Return the outcome windows of the regressions, ascending."""
        return sorted((van, tot) for van, tot in self.editie["regressie"]["vensters"])

    def decompositie_vensters(self) -> list[tuple[int, int]]:
        """Return the windows whose change can be laid out by dimension."""
        return sorted({(r["van"], r["tot"]) for r in self.tabellen["decompositie"] if r["n"]})

    def reeks(self, vensters: Sequence[tuple[int, int]]) -> str:
        """Return which windows one of several tables shows: " (2002–2008 tot ...)"; else ""."""
        if len(vensters) == len(self.vensters()):
            return ""
        return f" ({venster(*vensters[0])} tot en met {venster(*vensters[-1])})"

    def modellen(self) -> list[str]:
        """Return the model forms in reading order."""
        return [naam for naam in MODELNAMEN if naam in self.editie["regressie"]["modellen"]]

    def steekproeven(self) -> list[str]:
        """Return the samples in reading order."""
        return [s for s in STEEKPROEVEN if s in self.editie["regressie"]["steekproeven"]]

    def steekproefnaam(self, steekproef: str) -> str:
        """Return the name of a sample."""
        return STEEKPROEVEN[steekproef]

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

    def passend(self, breedtes: Sequence[float]) -> list[int]:
        """See `passend`."""
        return passend(breedtes)

    def _toon_groep(self, groep: str) -> bool:
        """Tell whether a group has a row: one policy label alone is the selection itself."""
        labels = self.editie["selectie"].get("labels", [])
        return not groep.startswith("label_") or len(labels) > 1

    def _schattingen(self, **kenmerken: Any) -> list[Rij]:
        """Return the rows of the factors with these values."""
        return [
            rij
            for rij in self.tabellen["regressie"]
            if rij["term"] in self.editie["factoren"]
            and all(rij[k] == waarde for k, waarde in kenmerken.items())
        ]

    def _regressor(self, naam: str) -> str:
        return naam if naam in ("beginscore", "basisscore") else self.label(naam)

    def _waar(self, rij: Rij) -> str:
        """Name what a check was about: a year, a factor or a column."""
        if rij["jaar"] is not None:
            return str(rij["jaar"])
        kolom = rij["kolom"]
        if kolom in self.editie["factoren"]:
            return self.label(kolom)
        namen = {"wk_code": "wijkcode", "wk_naam": "wijknaam", "gm_code": "gemeentecode"}
        return namen.get(kolom, als_markdown(kolom or "bestand").replace("lbm", "score"))

    # ------------------------------------------------------------------ data

    def codeboek_rijen(self) -> list[Cellen]:
        """Return the codeboek of every factor, with the share of wijken that lack a value."""
        velden = ("label", "eenheid", "bron", "peiljaar", "licentie", "concept")
        leeg = {
            rij["kolom"]: rij["aandeel"]
            for rij in self.tabellen["datakwaliteit"]
            if rij["controle"] == "factor gevuld"
        }
        rijen = []
        for factor in self.editie["factoren"]:
            rij = zoek(self.tabellen["codeboek"], factor=factor)
            rij = {**rij, "peiljaar": _periode(rij["peiljaar"] or "")}
            cellen = [als_markdown(rij[veld] or taal.GEEN) for veld in velden]
            rijen.append([*cellen, taal.procent(leeg.get(factor), 1)])
        return rijen

    def kwaliteit_rijen(self) -> list[Cellen]:
        """Return the checks with something to say: check, source, where (share), what it means.

        Rows of one check that differ only in year or column are one row of the table. Missing
        values of a factor are in `codeboek_rijen`.
        """
        groepen: dict[tuple[str, str], list[Rij]] = {}
        for rij in self.tabellen["datakwaliteit"]:
            bij_factor = rij["controle"] == "factor gevuld" and rij["ernst"] == "let_op"
            if rij["ernst"] != "ok" and not bij_factor:
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

    # ------------------------------------------------------------------ development and clusters

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

    def klassetelling(self, jaren: Sequence[int]) -> list[Cellen]:
        """Return the class sizes of the selection per year; classes nobody is in are left out."""
        selectie = [rij for rij in self.tabellen["wijken"] if rij["in_selectie"]]
        rijen = []
        for nr, naam in enumerate(KLASSENAMEN, start=1):
            aantallen = [sum(rij[f"klasse_{jaar}"] == nr for rij in selectie) for jaar in jaren]
            if any(aantallen):
                rijen.append([f"{nr} {naam}", *(taal.getal(n) for n in aantallen)])
        return rijen

    def gemiddelden_rijen(self, jaren: Sequence[int], clusters: bool) -> list[Cellen]:
        """Return mean and standard deviation per year: of the groups, or of the clusters."""
        delen: dict[tuple[str, str], dict[int, Rij]] = {}
        for rij in self.tabellen["gemiddelden"]:
            if bool(rij["cluster"]) == clusters and self._toon_groep(rij["groep"]):
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
            if not self._toon_groep(rij["groep"]):
                continue
            cellen = [self.groepnaam(rij["groep"]), taal.getal(rij["n"])]
            for naam in ("gemiddelde", *(f"aandeel_{richting}" for richting in RICHTINGEN)):
                schrijf = taal.verandering if naam == "gemiddelde" else taal.procent
                per_wijk, gewogen = (schrijf(rij[naam + soort]) for soort in ("", "_inwoners"))
                cellen.append(f"{per_wijk} ({gewogen})" if rij["n"] else taal.GEEN)
            rijen.append(cellen)
        return rijen

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

    # ------------------------------------------------------------------ lists of wijken

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
