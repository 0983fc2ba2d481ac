"""The Dutch of `AnalyseReden`."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.redenen.woorden import Woorden


def _en(namen: str) -> str:
    """Return "2012 en 2016" for "2012 2016"."""
    return taal.opsomming(namen.split())


def _lijst(namen: str) -> str:
    return ", ".join(namen.split())


def _vif(waarde: str) -> str:
    return taal.getal(float(waarde), 1).removesuffix(",0")


def _vif_boven_grens(grens: str, termen: str, waarden: str) -> str:
    paren = zip(termen.split(), waarden.split(), strict=True)
    return f"VIF boven {_vif(grens)}: {', '.join(f'{t} ({_vif(w)})' for t, w in paren)}."


def _te_weinig_in_aanmerking(
    aantal: str,
    n: str,
    min_inwoners: str,
    min_inwoners_gemeente: str,
    jaren: str,
    n_voorwaarden: str,
) -> str:
    ook = ", en volgens de voorwaarden van de selectie" if int(n_voorwaarden) else ""
    return (
        f"de selectie vraagt {aantal} {W.gebieden}, maar er komen er {n} in aanmerking (ten minste "
        f"{min_inwoners} inwoners, in een gemeente met ten minste {min_inwoners_gemeente} "
        f"inwoners, met een score in {_lijst(jaren)}{ook})"
    )


WOORDEN: Woorden = {
    AnalyseReden.GEEN_SCORE: lambda jaren: f"geen score in {_lijst(jaren)}",
    AnalyseReden.GEEN_INWONERTAL: "geen inwonertal",
    AnalyseReden.VOLDOET_NIET: lambda kenmerk, waarde: (
        f"voldoet niet aan de voorwaarde op {kenmerk} ({taal.op_maat(float(waarde))})"
    ),
    AnalyseReden.KENMERK_ONBEKEND: "geen waarde op {kenmerk}, waarop een voorwaarde rust",
    AnalyseReden.GEEN_LATERE_METING: "er is geen meting na het eindjaar",
    AnalyseReden.EEN_CLUSTER: (
        "er is maar één cluster met [[gebieden]] in ten minste twee gemeenten"
    ),
    AnalyseReden.LABEL_ONBEKEND: "deze editie kent geen lijst met het label {label}",
    AnalyseReden.GEEN_SCORES_IN_EDITIE: lambda jaren: (
        f"deze editie heeft geen scores voor {_en(jaren)}"
    ),
    AnalyseReden.GROEP_ZONDER_SCORES: (
        "geen enkele [[gebied]] van deze groep heeft een score in beide jaren"
    ),
    AnalyseReden.LEZING_SINDS: (
        "‘sinds’ is gelezen als tot en met het laatste meetjaar van het onderzoek van toen"
    ),
    AnalyseReden.LEZING_VERLEDEN_TIJD: (
        "de bron zegt dat voor deze bewoners de verbetering verleden tijd was; geteld is wie woont "
        "in een [[gebied]] die niet steeg"
    ),
    AnalyseReden.LEZING_DEZE_WIJKEN: (
        "de bron zegt ‘een derde van deze [[gebieden]]’ en laat open of dat alle onderzochte "
        "[[gebieden]] zijn; geteld zijn alle"
    ),
    AnalyseReden.GEEN_DIMENSIESCORES: lambda jaren: f"geen dimensiescores in {_en(jaren)}",
    AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES: (
        "geen dimensiescores van deze [[gebieden]] in {van} en {tot}"
    ),
    AnalyseReden.MEETFOUT_TE_WEINIG_JAREN: "er zijn {n} meetjaren; om de meetfout te schatten zijn "
    "er ten minste {minimum} nodig",
    AnalyseReden.MEETFOUT_TE_WEINIG_WIJKEN: "er zijn {n} [[gebieden]] met alle scores; om de "
    "meetfout te schatten zijn er ten minste {minimum} nodig",
    AnalyseReden.MEETFOUT_GEEN_SAMENHANG: "de scores van verschillende jaren hangen niet samen; "
    "daaruit is geen meetfout af te leiden",
    AnalyseReden.TE_WEINIG_GEMEENTEN_IN_GROEP: lambda n, minimum: (
        f"de {W.gebieden} liggen in {taal.aantal_van(int(n), 'gemeente', 'gemeenten')}; voor een "
        f"interval zijn er ten minste {taal.telwoord(int(minimum))} nodig"
    ),
    AnalyseReden.GEEN_VERSCHILLEN: "de [[gebieden]] verschillen hierin niet van elkaar",
    AnalyseReden.EEN_GEMEENTE_BESLIST: (
        "zonder één van de gemeenten is het verschil niet te berekenen"
    ),
    AnalyseReden.SCHRIJFWIJZE_VAN_ANCOVA: (
        "Het venster begint in het basisjaar: deze vorm is een andere schrijfwijze van "
        "eindscore gegeven beginscore, met dezelfde coëfficiënten voor de factoren."
    ),
    AnalyseReden.VIF_BOVEN_GRENS: _vif_boven_grens,
    AnalyseReden.WEINIG_GEMEENTEN: (
        "Niet meer gemeenten ({n_gemeenten}) dan coëfficiënten ({n_coefficienten}): de "
        "standaardfouten zijn onzeker."
    ),
    AnalyseReden.ALLEEN_TUSSEN_GEMEENTEN: lambda factoren: (
        f"Verschilt alleen tussen gemeenten: {_lijst(factoren)}."
    ),
    AnalyseReden.AFWIJKEND_IN_EEN_GEMEENTE: lambda factoren: (
        f"Wijkt maar in één gemeente af van één vaste waarde: {_lijst(factoren)}; de "
        "standaardfout daarvan is te klein."
    ),
    AnalyseReden.GEMETEN: lambda wanneer, factoren: (
        f"Gemeten {wanneer} het venster: {_lijst(factoren)}."
    ),
    AnalyseReden.GEEN_WAARDEN: "geen enkele van de {n} [[gebieden]] in steekproef '{steekproef}' "
    "heeft hiervoor een waarde (regressie {van}-{tot})",
    AnalyseReden.TE_WEINIG_WAARNEMINGEN: "te weinig waarnemingen; van de {n_verwacht} [[gebieden]] "
    "hebben er {n} alle gegevens, en er zijn {n_coefficienten} coëfficiënten te schatten",
    AnalyseReden.TE_WEINIG_GEMEENTEN: "de [[gebieden]] liggen in {n_gemeenten} gemeente(n); voor "
    "standaardfouten die rekening houden met gemeenten zijn er ten minste {minimum} nodig",
    AnalyseReden.GEEN_VARIATIE: (
        "de factor heeft bij alle {n} [[gebieden]] dezelfde waarde ({term})"
    ),
    AnalyseReden.COLLINEAIR: lambda termen: (
        f"deze factoren leggen elkaar vast (collineair): {_lijst(termen)}"
    ),
    AnalyseReden.GEEN_RESIDUEN: "het model past exact, zonder residuen; standaardfouten bestaan "
    "dan niet",
    AnalyseReden.GEEN_STANDAARDFOUT: "de schatting is mislukt; er is geen geldige standaardfout "
    "({term})",
    AnalyseReden.GEEN_SCORES_IN_JAAR: "er zijn geen scores in {jaar} om op te selecteren",
    AnalyseReden.TE_WEINIG_IN_AANMERKING: _te_weinig_in_aanmerking,
}
