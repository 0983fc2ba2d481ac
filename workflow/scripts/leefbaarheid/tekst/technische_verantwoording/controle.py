"""Size, fit and residuals of the regressions, in the bijlage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE, STEEKPROEFNAMEN
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import los, ontleed
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, SAMEN, SCORE
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factorlabel, factornaam, klein, modelnaam
from leefbaarheid.tekst.gedeeld.opzet import (
    MODELNAMEN_KORT,
    modelvormen,
    steekproefnaam,
    steekproeven,
    uitkomstvensters,
)
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof

Model = tuple[tuple[int, int], str, str]
"""A regression: window, model form, sample."""


def _diagnoses(stof: Stof, steekproef: str) -> Iterator[tuple[Cellen, Rij]]:
    """Yield the row heads (window, model form) and the diagnostics of each regression."""
    volgorde = modelvormen(stof)
    rijen = [r for r in stof.tabellen["regressie_diagnose"] if r["steekproef"] == steekproef]
    rijen.sort(key=lambda rij: (rij["van"], rij["tot"], volgorde.index(rij["model"])))
    for rij in rijen:
        yield [venster(rij["van"], rij["tot"]), MODELNAMEN_KORT[rij["model"]]], rij


def passing_rijen(stof: Stof, steekproef: str) -> list[Cellen]:
    """Return the size and the fit of every regression of a sample."""
    return [
        [
            *kop,
            taal.getal(rij["n"]),
            taal.getal(rij["n_weggevallen"]),
            taal.getal(rij["n_gemeenten"]),
            taal.procent(rij["aandeel_grootste_gemeente"]),
            taal.getal(rij["r2"], 2),
            taal.getal(rij["r2_adj"], 2),
            taal.getal(rij["rmse"], 3),
        ]
        for kop, rij in _diagnoses(stof, steekproef)
    ]


def _steeds_bij(stof: Stof, steekproef: str) -> str:
    """Return the regressor that has the highest VIF in every regression of a sample; else ""."""
    bij = {rij["vif_max_factor"] for _, rij in _diagnoses(stof, steekproef)}
    return bij.pop() if len(bij) == 1 else ""


def resten_koppen(stof: Stof, steekproef: str) -> Cellen:
    """Return the column heads of `resten_rijen`."""
    bij = [] if _steeds_bij(stof, steekproef) else ["Bij"]
    return ["Periode", "Model", "Hoogste VIF", *bij, "Conditie", "Breusch-Pagan", "Jarque-Bera"]


def resten_noot(stof: Stof, steekproef: str) -> str:
    """Say of which regressor the highest VIF is, where that is always the same; else ""."""
    naam = _steeds_bij(stof, steekproef)
    return f"De hoogste VIF is steeds die van {_regressor(stof, naam)}. " if naam else ""


def resten_rijen(stof: Stof, steekproef: str) -> list[Cellen]:
    """Return the collinearity and the tests of the residuals of every regression of a sample."""
    steeds = _steeds_bij(stof, steekproef)
    return [
        [
            *kop,
            taal.getal(rij["vif_max"], 1),
            *([] if steeds else [_regressor(stof, rij["vif_max_factor"])]),
            taal.getal(rij["conditiegetal"], 1),
            taal.p_waarde(rij["breusch_pagan_p"]),
            taal.p_waarde(rij["jarque_bera_p"]),
        ]
        for kop, rij in _diagnoses(stof, steekproef)
    ]


def _regressor(stof: Stof, naam: str) -> str:
    """Return the label of a regressor: a factor, or the begin or base score."""
    return naam if naam in (BEGINSCORE, BASISSCORE) else klein(factorlabel(stof, naam))


def steekproefkoppen(stof: Stof) -> Cellen:
    """Return the samples as column heads."""
    return [taal.hoofdletter(STEEKPROEFNAMEN[s]) for s in steekproeven(stof)]


def vif_rijen(stof: Stof) -> list[Cellen]:
    """Return the VIF of each factor, one column per sample."""
    return [
        [
            als_markdown(zoek(stof.tabellen["codeboek"], factor=factor)["label"]),
            *(
                taal.getal(zoek(stof.tabellen["vif"], steekproef=s, factor=factor)["vif"], 2)
                for s in steekproeven(stof)
            ),
        ]
        for factor in stof.editie["factoren"]
    ]


def verlieskoppen(stof: Stof) -> Cellen:
    """Return the column heads of the table of missing values, three per sample."""
    namen = {SELECTIE: "Selectie", IN_AANMERKING: "In aanmerking"}
    return [
        f"{namen[s]}: {wat}"
        for s in steekproeven(stof)
        for wat in ("ontbreekt", "aandeel", "alleen hierdoor")
    ]


def verlies_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor and score the missing values of each sample; full columns left out."""
    smal = steekproeven(stof)[0]
    rijen = []
    for eerste in (r for r in stof.tabellen["verlies"] if r["steekproef"] == smal):
        deel = [
            zoek(stof.tabellen["verlies"], steekproef=s, factor=eerste["factor"])
            for s in steekproeven(stof)
        ]
        if eerste["soort"] == SCORE and not any(r["n_ontbreekt"] for r in deel):
            continue
        cellen = [_verliesnaam(eerste)]
        for r in deel:
            cellen += [
                taal.getal(r["n_ontbreekt"]),
                taal.procent(r["aandeel_ontbreekt"], 1),
                taal.getal(r["n_alleen_hierdoor"]),
            ]
        rijen.append(cellen)
    return rijen


def _verliesnaam(rij: Rij) -> str:
    """Name what wijken miss: a score, any factor, or one."""
    if rij["soort"] == SCORE:
        return f"Leefbaarheidsscore {rij['factor'].removeprefix('lbm_')}"
    return "Alle factoren samen" if rij["soort"] == SAMEN else als_markdown(rij["label"])


def opmerkingen(stof: Stof) -> list[str]:
    """Return what a reader of the models must know, each with the models it is about."""
    per_zin: dict[str, list[Model]] = {}
    for rij in stof.tabellen["regressie_diagnose"]:
        for code in los(rij["toelichting"]):
            # when a factor was measured has a table of its own
            if ontleed(code).code != AnalyseReden.GEMETEN:
                model = ((rij["van"], rij["tot"]), rij["model"], rij["steekproef"])
                per_zin.setdefault(redentekst(code), []).append(model)
    return [
        f"**{taal.hoofdletter(_over(stof, modellen))}.** {_met_labels(stof, zin)}"
        for zin, modellen in per_zin.items()
    ]


def _over(stof: Stof, modellen: Sequence[Model]) -> str:
    """Name a set of regressions as briefly as is exact."""
    perioden = sorted({m[0] for m in modellen})
    vormen = [v for v in modelvormen(stof) if v in {m[1] for m in modellen}]
    groepen = [s for s in steekproeven(stof) if s in {m[2] for m in modellen}]
    if set(product(perioden, vormen, groepen)) != set(modellen):
        losse = sorted(modellen)
        return taal.opsomming(
            [f"{venster(*p)} ({modelnaam(v)}, {steekproefnaam(g)})" for p, v, g in losse]
        )
    delen = [
        "alle perioden"
        if perioden == uitkomstvensters(stof)
        else taal.opsomming([venster(*p) for p in perioden])
    ]
    if vormen != modelvormen(stof):
        delen.append(taal.opsomming([modelnaam(v) for v in vormen]))
    if groepen != steekproeven(stof):
        delen.append(taal.opsomming([steekproefnaam(g) for g in groepen]))
    return ", ".join(delen)


def _met_labels(stof: Stof, zin: str) -> str:
    """Return a remark in the words of the bijlage: labels of factors, periode for venster."""
    zin = zin.replace("Het venster", "De periode").replace("het venster", "de periode")
    for factor in sorted(stof.editie["factoren"], key=len, reverse=True):
        zin = re.sub(rf"(?<!\w){re.escape(factor)}(?!\w)", factornaam(stof, factor), zin)
    return zin
