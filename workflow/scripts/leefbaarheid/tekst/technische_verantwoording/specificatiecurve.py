"""Every defensible computation: the specification curve."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import (
    HOOFDVENSTER,
    MEDIAAN,
    MET_ANDERE,
    OORDELEND,
    SCHEIDING,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    maat,
    punt,
    rijen_van,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    grens_erachter,
    rijkop_met_reden,
)


def curve_betekenis() -> str:
    """Say what the specification curve means."""
    return (
        "Een uitkomst hangt mede af van keuzes die ook anders hadden gekund; de specificatiecurve "
        "laat de uitkomst zien onder alle verdedigbare combinaties van die keuzes, en toetst ze "
        "samen. Een modelvorm is geen keuze maar een vraag: de vormen staan naast elkaar en worden "
        "niet samengenomen."
    )


def curve_rijen(stof: Stof) -> list[Cellen]:
    """Return the joint tests in the main window per factor and model form, the main form first."""
    return [
        _rij(stof, factor, MODELNAMEN[model], per)
        for (factor, model), per in _toetsen(stof, HOOFDVENSTER).items()
    ]


def curve_rijen_ruim(stof: Stof) -> list[Cellen]:
    """Return the joint tests in the main form with the other windows, and the names of all."""
    hoofd = stof.editie["regressie"]["hoofdmodel"]
    return [
        _rij(stof, factor, _perioden(per[MEDIAAN]), per)
        for (factor, model), per in _toetsen(stof, MET_ANDERE).items()
        if model == hoofd
    ]


def _rij(stof: Stof, factor: str, wat: str, per: dict[str, Rij]) -> Cellen:
    """Return number, middle, clear outcomes in both directions and the joint tests of a curve."""
    mediaan = per[MEDIAAN]
    return [
        rijkop_met_reden(stof, factor, mediaan, "waargenomen"),
        wat,
        maat(mediaan["n_specificaties"], 0),
        punt(mediaan["waargenomen"]),
        *(maat(mediaan[kant], 0) for kant in ("n_hoger", "n_lager")),
        *(taal.p_waarde(per[naam]["p"]) for naam in OORDELEND),
    ]


def _toetsen(stof: Stof, vensters: str) -> dict[tuple[str, str], dict[str, Rij]]:
    """Return (factor, form) -> statistic -> row, in the order of the table, main form first."""
    hoofd = stof.editie["regressie"]["hoofdmodel"]
    groepen: dict[tuple[str, str], dict[str, Rij]] = {}
    for rij in rijen_van(stof, "specificatietoets", vensters=vensters):
        groepen.setdefault((rij["factor"], rij["model"]), {})[rij["statistiek"]] = rij
    volgorde = list(dict.fromkeys(factor for factor, _ in groepen))
    return dict(sorted(groepen.items(), key=lambda x: (volgorde.index(x[0][0]), x[0][1] != hoofd)))


def _perioden(rij: Rij) -> str:
    """Return the windows of a row as an enumeration."""
    jaren = [deel.split("-") for deel in rij["perioden"].split(SCHEIDING)]
    return taal.opsomming([venster(int(van), int(tot)) for van, tot in jaren])


def curve_zinnen(stof: Stof) -> list[str]:
    """Say per factor what its curve says, as list items: the main window and form come first."""
    hoofd, ruim = (_toetsen(stof, vensters) for vensters in (HOOFDVENSTER, MET_ANDERE))
    model = stof.editie["regressie"]["hoofdmodel"]
    uit = []
    for factor in dict.fromkeys(factor for factor, _ in hoofd):
        eigen = hoofd[factor, model]
        zinnen = [_hoofdzin(stof, factor, eigen)]
        if eigen[MEDIAAN]["n_specificaties"]:
            zinnen += _andere_vragen(hoofd, factor, model)
            if (factor, model) in ruim and ruim[factor, model][MEDIAAN]["n_specificaties"]:
                zinnen.append(_met_andere(eigen, ruim[factor, model]))
            zinnen[-1] += grens_erachter(stof, factor)
        uit.append(" ".join(zinnen))
    return uit


def _hoofdzin(stof: Stof, factor: str, rijen: dict[str, Rij]) -> str:
    """Say what the curve is in the main window and the main form."""
    naam, rij = factornaam(stof, factor), rijen[MEDIAAN]
    if not rij["n_specificaties"]:
        return f"De samenhang met {naam} is met geen enkele berekening te schatten."
    return (
        f"Van de {taal.getal(rij['n_specificaties'])} berekeningen van de samenhang met {naam} in "
        f"de hoofdperiode en het hoofdmodel {_beide_kanten(rij)} (middelste uitkomst "
        f"{punt(rij['waargenomen'])} punt per standaarddeviatie); {_samen_getoetst(rijen)}."
    )


def _beide_kanten(rij: Rij) -> str:
    """Count the clear outcomes in both directions."""
    hoger, lager = (taal.hoeveel(rij[kant]) for kant in ("n_hoger", "n_lager"))
    return (
        f"{'is' if rij['n_hoger'] == 1 else 'zijn'} er {hoger} met een aantoonbaar gunstiger en "
        f"{lager} met een aantoonbaar ongunstiger ontwikkeling bij een hogere waarde"
    )


def _andere_vragen(
    hoofd: dict[tuple[str, str], dict[str, Rij]], factor: str, model: str
) -> list[str]:
    """Say which other model forms lead to another verdict in the main window."""
    eigen = _soort(hoofd[factor, model])
    zinnen = []
    for (van_factor, ander), rijen in hoofd.items():
        rij = rijen[MEDIAAN]
        if van_factor != factor or not rij["n_specificaties"] or _soort(rijen) == eigen:
            continue
        zinnen.append(
            f"Op de vraag van de vorm *{MODELNAMEN[ander]}* is het antwoord anders: "
            f"van de {taal.getal(rij['n_specificaties'])} {_beide_kanten(rij)}; "
            f"{_samen_getoetst(rijen)}."
        )
    return zinnen


def _met_andere(eigen: dict[str, Rij], rijen: dict[str, Rij]) -> str:
    """Say what the curve is with the other windows."""
    rij = rijen[MEDIAAN]
    erbij = [p for p in rij["perioden"].split(SCHEIDING) if p != eigen[MEDIAAN]["perioden"]]
    namen = _perioden({"perioden": SCHEIDING.join(erbij)})
    return (
        f"Met {namen} erbij zijn het er {taal.getal(rij['n_specificaties'])}: daarvan "
        f"{_beide_kanten(rij)}; "
        f"{_samen_getoetst(rijen)}."
    )


def _soort(rijen: dict[str, Rij]) -> str:
    """Return what the joint tests mean together, as a sentence."""
    p = [rijen[statistiek]["p"] for statistiek in OORDELEND]
    if max(p) < SIGNIFICANTIE:
        return "zo'n beeld is zonder samenhang onwaarschijnlijk"
    if min(p) < SIGNIFICANTIE:
        return "of zo'n beeld ook zonder samenhang kan ontstaan, verschilt per toets"
    return "zo'n beeld kan ook zonder samenhang ontstaan"


def _samen_getoetst(rijen: dict[str, Rij]) -> str:
    """Say what the joint tests mean together, with their p-values."""
    p = [rijen[statistiek]["p"] for statistiek in OORDELEND]
    bereik = " tot ".join(dict.fromkeys(taal.p_waarde(x) for x in (min(p), max(p))))
    return f"{_soort(rijen)} (gezamenlijk getoetst: p = {bereik})".replace("p = <", r"p \< ")


def curve_perioden(stof: Stof) -> str:
    """Say which windows take part, and for which factors that is the main one only."""
    hoofd = {factor for factor, _ in _toetsen(stof, HOOFDVENSTER)}
    ruim = {factor for factor, _ in _toetsen(stof, MET_ANDERE)}
    if len(stof.editie["regressie"]["vensters"]) == 1 or not hoofd:
        return ""
    zin = (
        "De hoofdperiode telt altijd mee, een andere periode alleen als de factor ervóór is "
        "gemeten: een latere waarde kan zelf uit de ontwikkeling volgen."
    )
    zonder = [factor for factor in stof.editie["factoren"] if factor in hoofd - ruim]
    if zonder:
        zin += f" Voor {factornamen(stof, zonder)} blijft het bij de hoofdperiode."
    return zin


def curve_anders(stof: Stof) -> str:
    """Say that some factors have no curve; "" if all do."""
    met = {rij["factor"] for rij in rijen_van(stof, "specificatietoets")}
    if met >= set(stof.editie["factoren"]):
        return ""
    return "Een curve is er alleen voor de hoofdfactoren."


def curve_figuren(stof: Stof, namen: Sequence[str]) -> list[str]:
    """Return names of figures ("..._<factor>") in the order of the factors."""
    factoren = stof.editie["factoren"]
    return sorted(namen, key=lambda naam: [naam.endswith(f"_{f}") for f in factoren], reverse=True)
