"""How the items of the GRoLTS checklist are met, in Dutch."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.redenen.woorden import Woorden


def _jaren(jaren: str, tussenpozen: str) -> str:
    return (
        f"Kalenderjaren: {taal.opsomming(jaren.split('-'))}, met tussenpozen van "
        f"{taal.opsomming(tussenpozen.split('-'))} jaar; veranderingen zijn per jaar uitgedrukt."
    )


def _gebroken_lijn(crisisjaar: str, rest_gebroken: str, rest_recht: str) -> str:
    return (
        f"Gebroken lijn met een knik in {crisisjaar} (restspreiding {_punt(rest_gebroken)}) naast "
        f"een rechte lijn ({_punt(rest_recht)})."
    )


def _punt(rest: str) -> str:
    waarde = float(rest)
    return f"{taal.getal(waarde, 3)} punt" if taal.is_bekend(waarde) else "niet te bepalen"


def _laagste_bic(min_aandeel: str, min_kans: str, trekkingen: str) -> str:
    return (
        "Laagste BIC onder oplossingen met een kleinste groep van ten minste "
        f"{taal.procent(float(min_aandeel))} en een gemiddelde toewijzingskans van ten minste "
        f"{taal.getal(float(min_kans), 1)} in elke groep; daarnaast AIC, entropie, silhouet en "
        f"stabiliteit over {trekkingen} bootstrapsteekproeven (adjusted Rand). Meer groepen kunnen "
        "ook één scheve of ongelijk gespreide wolk beschrijven."
    )


def _entropie(entropie: str) -> str:
    waarde = float(entropie)
    if taal.is_leeg(waarde):
        return "Voor elk model met meer dan één groep; de getoonde oplossing heeft er één."
    return f"Voor elk model; {taal.getal(waarde, 2)} bij de getoonde oplossing."


WOORDEN: Woorden = {
    ToetsReden.GROLTS_JAREN: _jaren,
    ToetsReden.GROLTS_ZELFDE_PEILJAAR: (
        "Elke meting heeft voor alle [[gebieden]] hetzelfde peiljaar."
    ),
    ToetsReden.GROLTS_ALLE_SCORES: (
        "Van de {n_verwacht} geselecteerde [[gebieden]] mist er geen een score in deze jaren."
    ),
    ToetsReden.GROLTS_SCORES_ONTBREKEN: (
        "Van de {n_verwacht} geselecteerde [[gebieden]] missen er {n_ontbreekt} een score in deze "
        "jaren; scores ontbreken waar de Leefbaarometer er geen publiceert."
    ),
    ToetsReden.GROLTS_NIETS_ONTBREEKT: "Er ontbreekt niets.",
    ToetsReden.GROLTS_ONTBREKEN_NIET_GETOETST: (
        "De datakwaliteitstabel noemt de ontbrekende scores; samenhang is niet getoetst."
    ),
    ToetsReden.GROLTS_ALLEEN_VOLLEDIG: (
        "Alleen [[gebieden]] met alle scores tot en met {eindjaar} doen mee ({n})."
    ),
    ToetsReden.GROLTS_VERDELING_PER_JAAR: (
        "Gemiddelde en standaarddeviatie per jaar staan in bijlage 1, in de tabel met gemiddelden; "
        "de verdeling van de verandering staat daar in een figuur."
    ),
    ToetsReden.GROLTS_EIGEN_IMPLEMENTATIE: (
        "Eigen implementatie in Python (numpy, scipy), vergeleken met scikit-learn; versies in "
        "manifest.json."
    ),
    ToetsReden.GROLTS_SAMENHANG_BINNEN_GROEPEN: (
        "Met en zonder samenhang tussen niveau en hellingen binnen groepen; k-means als uiterste "
        "zonder spreidingsmodel."
    ),
    ToetsReden.GROLTS_DRIE_VORMEN: (
        "Drie vormen: eigen spreiding en samenhang per groep, eigen spreiding zonder samenhang, en "
        "dezelfde spreiding in elke groep."
    ),
    ToetsReden.GROLTS_GEBROKEN_LIJN: _gebroken_lijn,
    ToetsReden.GROLTS_GEEN_COVARIATEN: "Er zijn geen covariaten gebruikt.",
    ToetsReden.GROLTS_STARTS: (
        "{starts} starts (k-means++) van {iteraties} iteraties; de beste {afmaken} gaan door tot "
        "de log-likelihood niet meer stijgt, hoogstens {hoogstens} iteraties. Het "
        "tabelbestand noemt hoeveel daarvan dezelfde oplossing gaven."
    ),
    ToetsReden.GROLTS_LAAGSTE_BIC: _laagste_bic,
    ToetsReden.GROLTS_MODELLEN: "{n} modellen: {minst} tot {meest} groepen in {vormen} vormen.",
    ToetsReden.GROLTS_WIJKEN_PER_GROEP: "In het tabelbestand met het verloop, voor elk model.",
    ToetsReden.GROLTS_ENTROPIE: _entropie,
    ToetsReden.GROLTS_GEMARKEERD: "Gemarkeerd in de figuur met alle oplossingen.",
    ToetsReden.GROLTS_ALLE_AANTALLEN: (
        "Alle aantallen groepen van de gekozen vorm in één figuur; de andere vormen in het "
        "tabelbestand."
    ),
    ToetsReden.GROLTS_AFZONDERLIJKE_WIJKEN: (
        "De scores van de afzonderlijke [[gebieden]] staan achter de gemiddelden, per groep."
    ),
    ToetsReden.GROLTS_KENMERKEN: (
        "Gemiddelde, standaarddeviatie, standaardfout, n en 95%-interval per groep."
    ),
    ToetsReden.GROLTS_VOLLEDIGE_CODE: "De volledige code hoort bij de publicatie.",
}
