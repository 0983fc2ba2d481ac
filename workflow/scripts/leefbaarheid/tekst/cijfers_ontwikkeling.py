"""The numbers of the quantitative half, from the result tables to names that prose can use."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from statistics import median

from leefbaarheid.basis import taal
from leefbaarheid.basis.marge import marge_van
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, RICHTINGEN, Ernst
from leefbaarheid.tekst.cijfers import Cijfers, sleutel

Tabellen = Mapping[str, list[Rij]]
DIAGNOSES = {
    "n": "aantal",
    "n_verwacht": "aantal",
    "n_weggevallen": "aantal",
    "aandeel_weggevallen": "aandeel",
    "n_gemeenten": "aantal",
    "aandeel_grootste_gemeente": "aandeel",
    "r2": "getal2",
    "vif_max": "getal1",
}
"""What is told of each regression, and how it is written."""


def _datakwaliteit(c: Cijfers, t: Tabellen) -> None:
    ernst = [rij["ernst"] for rij in t["datakwaliteit"]]
    c.zet("datakwaliteit.n", len(ernst), "aantal", "datakwaliteit")
    for soort in Ernst:
        c.zet(f"datakwaliteit.{soort}", ernst.count(soort), "aantal", "datakwaliteit")


def _wijken(c: Cijfers, t: Tabellen) -> None:
    c.zet("wijken.n", len(t["wijken"]), "aantal", "wijken")
    c.zet("wijken.n_gemeenten", len({rij["gm_code"] for rij in t["wijken"]}), "aantal", "wijken")


def _selectie(c: Cijfers, t: Tabellen) -> None:
    for rij in t["selectie"]:
        c.zet(f"selectie.{rij['grootheid']}", rij["waarde"], rij["soort"], "selectie")


def _clusters(c: Cijfers, t: Tabellen) -> None:
    for rij in t["clusters"]:
        naam = f"cluster.{sleutel(rij['cluster'])}"
        c.zet(f"{naam}.n", rij["n_wijken"], "aantal", "clusters")
        c.zet(f"{naam}.n_inwoners", rij["n_inwoners"], "aantal", "clusters")
        c.zet(f"{naam}.aandeel", rij["aandeel_wijken"], "aandeel", "clusters")
        c.zet(f"{naam}.aandeel_inwoners", rij["aandeel_inwoners"], "aandeel", "clusters")
    for naam in dict.fromkeys(rij["cluster"] for rij in t["gevoeligheid"]):
        aantallen = [rij["n_wijken"] for rij in t["gevoeligheid"] if rij["cluster"] == naam]
        c.zet(f"cluster.{sleutel(naam)}.min", min(aantallen), "aantal", "gevoeligheid")
        c.zet(f"cluster.{sleutel(naam)}.max", max(aantallen), "aantal", "gevoeligheid")


def _gemiddelden(c: Cijfers, t: Tabellen) -> None:
    for rij in t["gemiddelden"]:
        groep = f"cluster.{sleutel(rij['cluster'])}" if rij["cluster"] else rij["groep"]
        c.zet(f"gemiddelde.{groep}.{rij['jaar']}", rij["gemiddelde"], "score", "gemiddelden")
        c.zet(f"spreiding.{groep}.{rij['jaar']}", rij["sd"], "score", "gemiddelden")


def _ontwikkeling(c: Cijfers, t: Tabellen) -> None:
    for rij in t["ontwikkeling"]:
        naam = f"ontwikkeling.{rij['van']}_{rij['tot']}.{rij['groep']}"
        c.zet(f"{naam}.n", rij["n"], "aantal", "ontwikkeling")
        for gewicht in ("", "_inwoners"):
            gemiddelde = rij[f"gemiddelde{gewicht}"]
            c.zet(f"{naam}.gemiddelde{gewicht}", gemiddelde, "verandering", "ontwikkeling")
            for richting in RICHTINGEN:
                aandeel = rij[f"aandeel_{richting}{gewicht}"]
                c.zet(f"{naam}.{richting}{gewicht}", aandeel, "aandeel", "ontwikkeling")


def _uitspraken(c: Cijfers, t: Tabellen) -> None:
    for rij in t["uitspraken_2017"]:
        for eenheid in ("wijken", "inwoners"):
            for marge in ("", "_zonder_marge"):
                naam = f"aandeel_{eenheid}{marge}"
                c.zet(f"uitspraak.{rij['nr']}.{naam}", rij[naam], "aandeel", "uitspraken_2017")


def _decompositie(c: Cijfers, t: Tabellen) -> None:
    for rij in t["decompositie"]:
        naam = f"decompositie.{rij['van']}_{rij['tot']}.{sleutel(rij['groep'])}"
        c.zet(f"{naam}.n", rij["n"], "aantal", "decompositie")
        if rij["n"]:
            for deel in ("totaal", "fys", "onv", "soc", "vrz", "won"):
                c.zet(f"{naam}.{deel}", rij[deel], "verandering3", "decompositie")


def _schattingen(c: Cijfers, t: Tabellen) -> None:
    for rij in t["regressie"]:
        term = f"regressie.{_regressie(rij)}.{rij['term']}"
        c.zet(f"{term}.coef", rij["coef"], "verandering3", "regressie")
        c.zet(f"{term}.p", rij["p"], "p", "regressie")
        if rij["coef_sd"] is not None:
            for kolom in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"):
                c.zet(f"{term}.{kolom}", rij[kolom], "verandering3", "regressie")


def _modellen(c: Cijfers, t: Tabellen) -> None:
    for rij in t["regressie_diagnose"]:
        naam = f"model.{_regressie(rij)}"
        for kolom, soort in DIAGNOSES.items():
            c.zet(f"{naam}.{kolom}", rij[kolom], soort, "regressie_diagnose")
        # half an interval: what the model cannot tell from zero, per standard deviation of a factor
        breedtes = [
            (r["ci_sd_hoog"] - r["ci_sd_laag"]) / 2
            for r in t["regressie"]
            if not taal.is_leeg(r["ci_sd_laag"])
            and isfinite(r["ci_sd_hoog"] - r["ci_sd_laag"])
            and r["term"] not in (BEGINSCORE, BASISSCORE)
            and _regressie(r) == _regressie(rij)
        ]
        breedte = median(breedtes) if breedtes else None
        c.zet(f"{naam}.halve_breedte", breedte, "marge3", "regressie")


def _regressie(rij: Rij) -> str:
    """Return the name of a regression: window, model form and sample."""
    return f"{rij['van']}_{rij['tot']}.{rij['model']}.{rij['steekproef']}"


def _stijgers_dalers(c: Cijfers, t: Tabellen) -> None:
    lijst, delta = t["stijgers_dalers"], marge_van(t["marge"])
    bron = "stijgers_dalers"
    c.zet("stijgers_dalers.n", len(lijst), "aantal", bron)
    omhoog = sum(round(rij["verandering"], 9) > delta for rij in lijst)
    omlaag = sum(round(rij["verandering"], 9) < -delta for rij in lijst)
    c.zet("stijgers_dalers.n_stijgers", omhoog, "aantal", bron)
    c.zet("stijgers_dalers.n_dalers", omlaag, "aantal", bron)
    c.zet("stijgers_dalers.n_in_selectie", sum(r["in_selectie"] for r in lijst), "aantal", bron)
    c.zet("stijgers_dalers.n_paren", len(t["kandidaatparen"]), "aantal", "kandidaatparen")


def bereken_cijfers(tabellen: Tabellen, cijfers: Cijfers | None = None) -> Cijfers:
    """Return every number of the quantitative half.

    Args:
        tabellen: the result tables by name, as rows.
        cijfers: a collection to add them to; a new one when not given.

    Names are stable and dotted: `cluster.<cluster>.n`, `ontwikkeling.<van>_<tot>.<groep>.gedaald`,
    `regressie.<van>_<tot>.<model>.<steekproef>.<term>.coef_sd`, and so on.
    """
    cijfers = Cijfers() if cijfers is None else cijfers
    _datakwaliteit(cijfers, tabellen)
    _wijken(cijfers, tabellen)
    _selectie(cijfers, tabellen)
    _clusters(cijfers, tabellen)
    _gemiddelden(cijfers, tabellen)
    _ontwikkeling(cijfers, tabellen)
    _uitspraken(cijfers, tabellen)
    _decompositie(cijfers, tabellen)
    _schattingen(cijfers, tabellen)
    _modellen(cijfers, tabellen)
    _stijgers_dalers(cijfers, tabellen)
    return cijfers
