"""The chapter Leefbaarheidsontwikkeling of the hoofdrapport."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import klassenaam, klein
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.gedeeld.verloop import verloop_van
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof

GROEPEN_KORT = {
    "selectie": "selectie",
    "overig_in_aanmerking": "overig in aanmerking",
    "land": "alle wijken",
}
LEZING = {1: "hogere score", -1: "lagere score", 0: "niet aantoonbaar"}
"""How to read an estimate, by its direction."""


# ---------------------------------------------------------------------------- development


def vensters_rijen(stof: Stof) -> list[Cellen]:
    """Return per window and group the mean change and the shares, per wijk and per inhabitant."""
    return [
        [
            venster(rij["van"], rij["tot"]),
            GROEPEN_KORT[rij["groep"]],
            taal.getal(rij["n"]),
            taal.verandering(rij["gemiddelde"]),
            taal.procent(rij["aandeel_gedaald"]),
            taal.procent(rij["aandeel_gestagneerd"]),
            taal.procent(rij["aandeel_gestegen"]),
            taal.procent(rij["aandeel_gedaald_inwoners"]),
            taal.procent(rij["aandeel_gestegen_inwoners"]),
        ]
        for rij in stof.tabellen["ontwikkeling"]
        if rij["groep"] in GROEPEN_KORT
    ]


def uitspraken_rijen(stof: Stof) -> list[Cellen]:
    """Return the claims of 2017 beside the shares this edition gives."""
    return [
        [
            f"‘{rij['citaat']}’",
            rij["eenheid"],
            f"{rij['richting']} {venster(rij['van'], rij['tot'])}",
            "niet te berekenen" if rij["reden"] else taal.procent(rij["aandeel_wijken"]),
            taal.procent(rij["aandeel_inwoners"]),
            taal.procent(rij["aandeel_wijken_zonder_marge"]),
            taal.procent(rij["aandeel_inwoners_zonder_marge"]),
        ]
        for rij in stof.tabellen["uitspraken_2017"]
    ]


def uitspraken_redenen(stof: Stof) -> list[str]:
    """Say of each claim without a recomputed share why there is none."""
    return [
        f"Uitspraak {taal.telwoord(rij['nr'])} is niet te berekenen: {redentekst(rij['reden'])}."
        for rij in stof.tabellen["uitspraken_2017"]
        if rij["reden"]
    ]


# ---------------------------------------------------------------------------- clusters


def regel_rijen(stof: Stof) -> list[Cellen]:
    """Return each cluster in the words of 2017 and in the rule of this edition."""
    c = stof.editie["clusters"]
    lang, crisis = c["langjaar"], c["crisisjaar"]
    voldoende = f"*{klassenaam(c['voldoende_vanaf_klasse'])}*"
    return [
        [
            "Succes!",
            f"voorheen zwak, verbeterd sinds {lang}, en blijvend",
            f"stand ten minste {voldoende}; gestegen sinds {lang} én sinds {crisis}",
        ],
        [
            "Vroegsignalering",
            "voldoende maar onder het gemiddelde, stagnerend of dalend",
            f"stand ten minste {voldoende}; niet gestegen sinds {lang} of sinds {crisis}",
        ],
        [
            "Gestaag herstel",
            f"verbeterd sinds {lang}, maar nog steeds zwak",
            f"stand onder {voldoende}; gestegen sinds {lang} en niet gedaald sinds {crisis}",
        ],
        [
            "Terugval",
            f"duidelijk achteruitgegaan sinds {crisis}",
            f"stand onder {voldoende}; gedaald sinds {crisis}",
        ],
        ["niet ingedeeld", "alle overige wijken", "past in geen van de vier"],
    ]


def _scorejaren(stof: Stof) -> list[int]:
    """Return the years of which the table of clusters shows the score."""
    c = stof.editie["clusters"]
    return [c["langjaar"], c["crisisjaar"], stof.editie["eindjaar"], stof.editie["jaren"][-1]]


def clusters_kop(stof: Stof) -> Cellen:
    """Return the column heads of the table of clusters."""
    scores = [f"Score {jaar}" for jaar in _scorejaren(stof)]
    return ["Cluster", "Wijken", "Aandeel wijken", "Bewoners", "Aandeel bewoners", *scores]


def clusters_rijen(stof: Stof) -> list[Cellen]:
    """Return the size and the mean scores of each cluster."""
    return [
        [
            rij["cluster"],
            taal.getal(rij["n_wijken"]),
            taal.procent(rij["aandeel_wijken"]),
            taal.getal(rij["n_inwoners"]),
            taal.procent(rij["aandeel_inwoners"]),
            *(taal.score(rij[f"lbm_{jaar}"]) for jaar in _scorejaren(stof)),
        ]
        for rij in stof.tabellen["clusters"]
    ]


# ---------------------------------------------------------------------------- dimensions


def dimensies_tekst(stof: Stof) -> str:
    """Describe the decomposition of change, or say why there is none."""
    rijen = [rij for rij in stof.tabellen["decompositie"] if rij["groep"] == "selectie"]
    met = [rij for rij in rijen if rij["n"]]
    delen = []
    if met:
        langste = max(met, key=lambda rij: rij["tot"] - rij["van"])
        delen += [_bijdragen(langste), _bijdrage_terugval(stof, langste)]
    zonder = [rij for rij in rijen if not rij["n"]]
    if zonder:
        delen.append(_zonder_dimensies(zonder, deels=bool(met)))
    return " ".join(deel for deel in delen if deel)


def _bijdragen(rij: Rij) -> str:
    """Say how the selection changed and which dimensions weighed most."""
    bijdragen = sorted(DIMENSIES, key=lambda naam: rij[naam])
    laagst, hoogst = bijdragen[0], bijdragen[-1]
    wie = "de gemiddelde score van de geselecteerde wijken"
    return (
        f"Tussen {rij['van']} en {rij['tot']} {verloop_van(wie, rij['totaal'], 0.0005)} "
        f"({taal.verandering(rij['totaal'], 3)} punt). De score is de "
        "som van vijf dimensies, zodat die verandering precies uiteen te leggen is. De "
        f"hoogste bijdrage heeft *{DIMENSIES[hoogst]}* "
        f"({taal.verandering(rij[hoogst], 3)}); de laagste bijdrage heeft "
        f"*{DIMENSIES[laagst]}* ({taal.verandering(rij[laagst], 3)})."
    )


def _bijdrage_terugval(stof: Stof, selectie: Rij) -> str:
    """Name the dimension with the lowest part in Terugval, in the window of `selectie`; else ""."""
    for rij in stof.tabellen["decompositie"]:
        periode = (rij["van"], rij["tot"]) == (selectie["van"], selectie["tot"])
        if rij["groep"] == "Terugval" and periode and rij["n"]:
            naam = min(DIMENSIES, key=lambda dimensie: rij[dimensie])
            return (
                "In het cluster *Terugval* is dat voor de laagste bijdrage "
                f"*{DIMENSIES[naam]}* ({taal.verandering(rij[naam], 3)})."
            )
    return ""


def _zonder_dimensies(rijen: Sequence[Rij], deels: bool) -> str:
    """Say for which windows there is no decomposition; `deels`: there are others that have one."""
    perioden = [venster(rij["van"], rij["tot"]) for rij in rijen]
    if deels:
        return (
            f"Voor {taal.opsomming(perioden)} is geen uiteenlegging mogelijk, omdat "
            "dimensiescores in een of beide jaren ontbreken."
        )
    redenen = (
        f"{periode}: {redentekst(rij['reden'])}"
        for periode, rij in zip(perioden, rijen, strict=True)
    )
    return (
        "Een uiteenlegging naar dimensie is in deze editie niet mogelijk "
        f"({'; '.join(dict.fromkeys(redenen))})."
    )


# ---------------------------------------------------------------------------- associations


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
            LEZING[richting_van(rij)],
        ]
        for rij in hoofdmodel(stof)
    ]


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
    zinnen = []
    for rij in duidelijk:
        woord = "hogere" if rij["coef_sd"] > 0 else "lagere"
        zinnen.append(
            f"Een standaarddeviatie meer *{klein(rij['label'])}* gaat samen met een "
            f"{woord} score ({taal.verandering(rij['coef_sd'], 3)} punt; 95%-interval "
            f"{taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)})."
        )
    if len(stof.editie["regressie"]["modellen"]) > 1:
        zinnen.append(_modelvormen(stof, duidelijk))
    return " ".join(zinnen)


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
            wissel.append(f"*{klein(rij['label'])}*")
    if not wissel:
        return "De andere modelvormen geven voor deze factoren dezelfde richting."
    return (
        f"Bij {taal.opsomming(wissel)} geven de andere modelvormen een ander beeld; die "
        "uitkomst hangt dus af van hoe de vraag gesteld wordt."
    )


def meetmoment(stof: Stof) -> str:
    """Name the factors of the main model that were not measured before the window."""
    laat = [rij for rij in hoofdmodel(stof) if rij["meting"] != "voor"]
    if not laat:
        return "Alle factoren zijn gemeten vóór het begin van de periode."
    namen = taal.opsomming([f"*{klein(rij['label'])}*" for rij in laat])
    woord = taal.meervoud(len(laat), "is", "zijn")
    return (
        f"Niet vóór het begin van de periode gemeten {woord}: {namen}. De waarde kan dan mede "
        "volgen op de ontwikkeling zelf; die samenhang is alleen beschrijvend te lezen."
    )
