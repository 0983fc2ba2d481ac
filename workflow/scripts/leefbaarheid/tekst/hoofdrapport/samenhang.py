"""The associations in the main model, in the hoofdrapport."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import NA_MERK, zonder_merk
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.factoren import in_woorden, meer_van_rij
from leefbaarheid.tekst.gedeeld.maatstaf import deel_van_klasse, maatstaf
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.oordeel import houdt_stand
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.stof import Stof

_WANNEER = {
    Meting.TIJDENS: "tijdens de periode",
    Meting.NA: "na de periode",
    Meting.ONBEKEND: "op een onbekend tijdstip",
}
LEZING = {1: "hogere score", -1: "lagere score", 0: "niet aantoonbaar"}
"""How to read an estimate, by its direction."""


def samenhang_rijen(stof: Stof) -> list[Cellen]:
    """Return the estimates of the main model, each with how to read it."""
    return [
        [
            als_markdown(rij["label"]),
            als_markdown(rij["eenheid"]),
            taal.getal(rij["sd_factor"], 1),
            taal.verandering(rij["coef_sd"], 3),
            taal.interval(rij["ci_sd_laag"], rij["ci_sd_hoog"], 3),
            taal.p_waarde(rij["p"]),
            _lezing(stof, rij),
        ]
        for rij in hoofdmodel(stof)
    ]


def _lezing(stof: Stof, rij: Rij) -> str:
    """Say how to read an estimate; one that fails the correction is not established."""
    if taal.is_leeg(rij["p"]):
        return "niet te toetsen"
    if richting_van(rij) and houdt_stand(stof, rij["term"]) is False:
        return f"{LEZING[richting_van(rij)]}; houdt geen stand na correctie"
    return LEZING[richting_van(rij)]


def samenhang_lang(stof: Stof) -> str:
    """Describe each estimate of the main model whose interval leaves out zero."""
    duidelijk = sorted(
        (rij for rij in hoofdmodel(stof) if richting_van(rij)), key=lambda rij: -abs(rij["coef_sd"])
    )
    if not duidelijk:
        return (
            "Van geen enkele factor sluit het interval nul uit. Dat is geen bewijs dat er geen "
            "samenhang is: de intervallen laten nog veel open."
        )
    zinnen = [maatstaf(stof)]
    for rij in duidelijk:
        woord = "hogere" if rij["coef_sd"] > 0 else "lagere"
        zinnen.append(
            f"{taal.hoofdletter(meer_van_rij(rij))} hangt samen met een {woord} score: "
            f"{taal.verandering(rij['coef_sd'], 3)} punt per standaarddeviatie (95%-interval "
            f"{taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)}), "
            f"{deel_van_klasse(stof, rij['coef_sd'])}{_na_correctie(stof, rij)}."
        )
    if len(stof.editie["regressie"]["modellen"]) > 1:
        zinnen.append(_modelvormen(stof, duidelijk))
    return " ".join(zinnen)


def _na_correctie(stof: Stof, rij: Rij) -> str:
    if houdt_stand(stof, rij["term"]) is not False:
        return ""
    return ", maar dat houdt geen stand na correctie voor het aantal toetsen"


def _modelvormen(stof: Stof, duidelijk: Sequence[Rij]) -> str:
    """Say whether the other model forms give the same direction."""
    wissel = []
    for rij in duidelijk:
        andere = [
            r
            for r in stof.tabellen["regressie"]
            if all(r[k] == rij[k] for k in ("van", "tot", "steekproef", "term"))
            and r["model"] != rij["model"]
        ]
        if any(richting_van(r) != richting_van(rij) for r in andere):
            wissel.append(in_woorden(rij["label"]))
    if not wissel:
        return "De andere modelvormen geven voor deze factoren dezelfde richting."
    return (
        f"Bij {taal.opsomming(wissel)} geven de andere modelvormen een ander beeld; die "
        "uitkomst hangt dus af van hoe de vraag gesteld wordt."
    )


def meetmoment(stof: Stof) -> str:
    """Name the factors of the main model that were not measured before the window."""
    laat = [rij for rij in hoofdmodel(stof) if rij["meting"] != Meting.VOOR]
    if not laat:
        return "Alle factoren zijn gemeten vóór het begin van de periode."
    delen = [
        f"{wanneer} gemeten {taal.meervoud(len(rijen), 'is', 'zijn')} "
        f"{taal.opsomming([_met_peiljaar(stof, rij) for rij in rijen])}"
        for meting, wanneer in _WANNEER.items()
        if (rijen := [rij for rij in laat if rij["meting"] == meting])
    ]
    slot = (
        f" Wat na de periode is gemeten, draagt in tabellen en figuren het merk {NA_MERK} en is "
        "geen hoofdfactor."
        if any(rij["meting"] == Meting.NA for rij in laat)
        else ""
    )
    return (
        f"{taal.hoofdletter('; '.join(delen))}. De waarde kan dan mede volgen op de ontwikkeling "
        f"zelf; die samenhang is alleen beschrijvend te lezen.{slot}"
    )


def _met_peiljaar(stof: Stof, rij: Rij) -> str:
    """Return a factor with its peiljaar."""
    label, peiljaar = zonder_merk(rij["label"])
    if not peiljaar:
        boek = [r for r in stof.tabellen.get("codeboek", ()) if r["factor"] == rij["term"]]
        peiljaar = str(boek[0]["peiljaar"]) if boek else ""
    naam = f"*{klein(label)}*"
    return f"{naam} ({als_markdown(peiljaar)})" if peiljaar and peiljaar not in label else naam
