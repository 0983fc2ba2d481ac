"""The Dutch of `VeranderReden`."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.tekst.redenen.woorden import Woorden

ONBEKEND = "onbekend"


def _en(namen: str) -> str:
    return taal.opsomming(namen.split())


def _aantal(waarde: str) -> str:
    return taal.op_maat(float(waarde)) if waarde else ONBEKEND


def _score(waarde: str) -> str:
    return taal.getal(float(waarde), 3) if waarde else ONBEKEND


def _inwoners(oud: str, nieuw: str, grens: str) -> str:
    return f"het inwonertal ging van {_aantal(oud)} naar {_aantal(nieuw)} (grens: {_aantal(grens)})"


def _inwoners_gemeente(oud: str, nieuw: str, grens: str) -> str:
    return (
        f"het inwonertal van de gemeente ging van {_aantal(oud)} naar {_aantal(nieuw)} "
        f"(grens: {_aantal(grens)})"
    )


WOORDEN: Woorden = {
    VeranderReden.CODE_NIEUW: "deze [[gebied+code]] staat niet in de vorige editie",
    VeranderReden.CODE_WEG: "deze [[gebied+code]] staat niet meer in de nieuwe editie",
    VeranderReden.ZELFDE_NAAM: (
        "wel staat daar een [[gebied]] met dezelfde naam in dezelfde gemeente, met code {code}"
    ),
    VeranderReden.SELECTIEREGEL: lambda sleutels: f"de selectieregel veranderde ({_en(sleutels)})",
    VeranderReden.AANTAL_INWONERS: _inwoners,
    VeranderReden.AANTAL_INWONERS_GEMEENTE: _inwoners_gemeente,
    VeranderReden.SCORE_NIET_COMPLEET: lambda jaren: (
        f"in de editie waarin de {W.gebied} niet geselecteerd is, ontbreekt een score "
        f"({_en(jaren)})"
    ),
    VeranderReden.ANDERE_WAARDE: lambda kenmerk, oud, nieuw: (
        f"de waarde op {kenmerk}, waarop een voorwaarde rust, ging van {_aantal(oud)} naar "
        f"{_aantal(nieuw)}"
    ),
    VeranderReden.ANDER_LABEL: "de selectielijst geeft de [[gebied]] een ander label",
    VeranderReden.EIGEN_SCORE_HERZIEN: lambda jaar, oud, nieuw: (
        f"de score van {jaar} is herzien, van {_score(oud)} naar {_score(nieuw)}"
    ),
    VeranderReden.GRENS_VERSCHOOF: lambda oud, nieuw: (
        f"de hoogste geselecteerde score ging van {_score(oud)} naar {_score(nieuw)}"
    ),
    VeranderReden.CLUSTERREGEL: lambda sleutels: f"de clusterregel veranderde ({_en(sleutels)})",
    VeranderReden.SCORES_HERZIEN: lambda jaren: f"herziene score ({_en(jaren)})",
    VeranderReden.ANDERE_MARGE: lambda oud, nieuw: (
        f"de marge ging van {_score(oud)} naar {_score(nieuw)} punt"
    ),
    VeranderReden.CLUSTER_ONBEKEND: "niet te herleiden uit scores, marge of regel",
    VeranderReden.DOOR_INSTELLINGEN: "de instellingen",
    VeranderReden.DOOR_BRON: lambda namen: (
        f"{taal.meervoud(len(namen.split()), 'het bronbestand', 'de bronbestanden')} {_en(namen)}"
    ),
    VeranderReden.DOOR_SCORES: "de scores",
    VeranderReden.DOOR_SELECTIE: "de selectie",
    VeranderReden.DOOR_CODE: "de rekencode",
    VeranderReden.DOOR_PAKKETTEN: "de versies van de pakketten",
    VeranderReden.NIET_TE_HERLEIDEN: "niet te herleiden",
    VeranderReden.ALLEEN_OUD: "staat alleen in de vorige editie",
    VeranderReden.ALLEEN_NIEUW: "staat alleen in de nieuwe editie",
    VeranderReden.GEEN_GEDEELDE_WIJKEN: "geen [[gebied+code]] staat in beide edities",
    VeranderReden.TABEL_ONTBREEKT: lambda tabel, kant: (
        f"de {kant} editie heeft geen bruikbare tabel {tabel}"
    ),
    VeranderReden.TEKST_ONTBREEKT: "van de {kant} editie is de tekst van het hoofdrapport er niet",
    VeranderReden.CODE_NIET_GENOEMD: "een van beide manifesten noemt niet alle code",
}
