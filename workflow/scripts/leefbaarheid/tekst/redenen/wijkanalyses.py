"""The Dutch of `KoppelReden`: sentences of the bijlage Wijkanalyses.

They name what conversations and scores look at, and choose neither: where the two differ, the
difference is a finding.
"""

from __future__ import annotations

from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.redenen.woorden import Woorden

_BUITEN_SELECTIE = "De [[gebied]] hoort niet tot de selectie van deze editie."
_ZONDER_CLUSTER = "Van de [[gebied]] ontbreekt een score die voor een cluster nodig is."
_VERSCHIL = "De wijkanalyse oordeelt '{oordeel}', de scores geven '{cluster}': "
_ANDERE_MAATSTAF = (
    ", wat kan samenhangen met een andere maatstaf; wat mensen merken, hoeft niet (of nog niet) in "
    "de score zichtbaar te zijn."
)


def _wijzigingen(n: str) -> str:
    ervan = "Eén bijgehouden wijziging" if n == "1" else f"{n} bijgehouden wijzigingen"
    is_zijn = "is" if n == "1" else "zijn"
    return f"{ervan} in het Word-bestand {is_zijn} overgenomen zonder dat de auteur dat deed."


def _kanttekeningen(n: str) -> str:
    ervan = "Eén opmerking in de kantlijn" if n == "1" else f"{n} opmerkingen in de kantlijn"
    return f"{ervan} van het Word-bestand {'staat' if n == '1' else 'staan'} niet in dit rapport."


WOORDEN: Woorden = {
    KoppelReden.WIJK_IN_SELECTIE: "De [[gebied]] hoort tot de selectie.",
    KoppelReden.WIJK_BUITEN_SELECTIE: _BUITEN_SELECTIE,
    KoppelReden.WIJK_BUITEN_DE_EISEN: (
        f"{_BUITEN_SELECTIE} Zij voldoet niet aan de eisen aan inwoners, gemeente of scores."
    ),
    KoppelReden.WIJK_ZONDER_CLUSTER: _ZONDER_CLUSTER,
    KoppelReden.WIJK_BUITEN_SELECTIE_ZONDER_CLUSTER: f"{_BUITEN_SELECTIE} {_ZONDER_CLUSTER}",
    KoppelReden.WIJK_ZONDER_SCORE: (
        "De [[gebied]] staat in de bronnen, maar zonder inwoners of zonder scores."
    ),
    KoppelReden.ANDERE_GEMEENTE: (
        "De wijkanalyse noemt de gemeente {gemeente}; de [[gebied+code]] hoort bij {gm_naam}."
    ),
    KoppelReden.WIJZIGINGEN_AANVAARD: _wijzigingen,
    KoppelReden.KANTTEKENINGEN_WEGGELATEN: _kanttekeningen,
    KoppelReden.KOPTEKST_WEGGELATEN: (
        "De kop- en voetteksten van het Word-bestand zijn niet overgenomen ('{tekst}')."
    ),
    KoppelReden.TEKST_BOVEN_DE_KOP: (
        "Wat in het Word-bestand boven de koptabel staat, is niet overgenomen ('{tekst}')."
    ),
    KoppelReden.EIGEN_NUMMERS: (
        "De tekst verwijst naar figuren of tabellen met de nummers van het Word-bestand "
        "({verwijzingen}); dit rapport nummert zelf."
    ),
    KoppelReden.DATUM_VER_VAN_EINDJAAR: (
        "De wijkanalyse is uit {jaar} en het cluster gaat over de ontwikkeling tot en met "
        "{eindjaar}; een verschil kan samenhangen met wat daartussen gebeurde."
    ),
    KoppelReden.OORDEEL_ZONDER_CLUSTER: (
        "Zonder cluster is het oordeel '{oordeel}' niet naast de scores te leggen."
    ),
    KoppelReden.GEMENGD_ONBESLIST: (
        "Het oordeel 'gemengd' is met het ene cluster '{cluster}' niet te bevestigen en niet te "
        "weerspreken: een gemiddelde score laat verschillen binnen de [[gebied]] niet zien."
    ),
    KoppelReden.GEMENGD_PAST: (
        "Het oordeel 'gemengd' past bij de scores: de ontwikkeling wijst niet eenduidig één kant "
        "op (cluster '{cluster}')."
    ),
    KoppelReden.GEMENGD_VERDEELD: (
        "Het oordeel 'gemengd' past bij de scores: de [[gebieden]] van de analyse liggen in "
        "verschillende clusters."
    ),
    KoppelReden.OORDEEL_VERDEELD: (
        "Het oordeel '{oordeel}' geldt voor de analyse als geheel en haar [[gebieden]] liggen in "
        "verschillende clusters, deze in '{cluster}'; of het past, is niet te bepalen."
    ),
    KoppelReden.ZELFDE_RICHTING: (
        "Het oordeel '{oordeel}' en het cluster '{cluster}' wijzen in dezelfde richting."
    ),
    KoppelReden.TEGENGESTELDE_RICHTING: (
        f"{_VERSCHIL}tegengestelde richtingen, wat kan samenhangen met een andere periode of een "
        "ander deel van de [[gebied]]; beide beelden blijven naast elkaar staan."
    ),
    KoppelReden.SCORE_VERANDERT_VERHAAL_NIET: (
        f"{_VERSCHIL}de gesprekken schetsen een gelijk gebleven [[gebied]] terwijl de score "
        "verandert, wat kan samenhangen met een andere maatstaf of een andere periode."
    ),
    KoppelReden.VERHAAL_GUNSTIGER: (
        f"{_VERSCHIL}het verhaal is gunstiger dan de cijfers{_ANDERE_MAATSTAF}"
    ),
    KoppelReden.VERHAAL_ONGUNSTIGER: (
        f"{_VERSCHIL}het verhaal is ongunstiger dan de cijfers{_ANDERE_MAATSTAF}"
    ),
}
