"""The Dutch of `AnalyseReden`."""

from __future__ import annotations

from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.redenen.woorden import Woorden

WOORDEN: Woorden = {
    AnalyseReden.GEEN_WAARDEN: "geen enkele van de {n} wijken in steekproef '{steekproef}' heeft "
    "hiervoor een waarde (regressie {van}-{tot})",
    AnalyseReden.TE_WEINIG_WAARNEMINGEN: "te weinig waarnemingen; van de {n_verwacht} wijken "
    "hebben er {n} alle gegevens, en er zijn {n_coefficienten} coëfficiënten te schatten",
    AnalyseReden.TE_WEINIG_GEMEENTEN: "de wijken liggen in {n_gemeenten} gemeente(n); voor "
    "standaardfouten die rekening houden met gemeenten zijn er ten minste {minimum} nodig",
    AnalyseReden.GEEN_VARIATIE: "de factor heeft bij alle {n} wijken dezelfde waarde ({term})",
    AnalyseReden.COLLINEAIR: "deze factoren leggen elkaar vast (collineair): {termen}",
    AnalyseReden.GEEN_RESIDUEN: "het model past exact, zonder residuen; standaardfouten bestaan "
    "dan niet",
    AnalyseReden.GEEN_STANDAARDFOUT: "de schatting is mislukt; er is geen geldige standaardfout "
    "({term})",
    # why a selection cannot be made
    AnalyseReden.GEEN_SCORES_IN_JAAR: "er zijn geen scores in {jaar} om op te selecteren",
    AnalyseReden.TE_WEINIG_IN_AANMERKING: "de selectie vraagt {aantal} wijken, maar er komen er "
    "{n} in aanmerking (ten minste {min_inwoners} inwoners, in een gemeente met ten minste "
    "{min_inwoners_gemeente} inwoners, met een score in {jaren})",
}
