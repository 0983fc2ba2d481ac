"""Themes and the numbers of a wijk of an analysis."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.tekst.gedeeld.wijkanalyses import profielzin, profielzinnen, themanamen


def test_themanamen():
    assert themanamen(hoofdrapport(), ["crisis", "isv"]) == "economische crisis; einde van ISV"


PROFIEL = {
    **{"wk_naam": "Oost *nieuw*", "wk_code": "WK900101", "eindjaar": 2014, "score": 3.855},
    **{"klasse": 4, "gemeente_2014": 4.0, "land_2014": 4.1, "delta_2012_2014": -0.034},
    **{"in_selectie": True, "cluster": "Terugval", "rang_selectie": 3, "n_selectie": 140},
}


def test_profiel_van_een_wijk_in_de_selectie():
    assert profielzin(hoofdrapport(), PROFIEL) == (
        r"**Oost \*nieuw\*** (WK900101) had in 2014 een score van 3,86 (*zwak*); het gemiddelde "
        "van de gemeente was 4,00, dat van alle wijken 4,10. Verandering 2012–2014: "
        f"{MIN}0,03. Cluster: *Terugval*; plaats 3 van 140 in de selectie (één is de hoogste "
        "score)."
    )


@pytest.mark.parametrize(
    ("anders", "einde"),
    [
        (
            {"in_selectie": False},
            "De wijk zit niet in de selectie; naar de regel zou het cluster *Terugval* zijn.",
        ),
        (
            {"in_selectie": False, "cluster": None, "delta_2012_2014": None},
            "alle wijken 4,10. De wijk zit niet in de selectie; voor een cluster ontbreekt een "
            "score.",
        ),
        ({"score": None}, "(WK900101) heeft in 2014 geen score."),
    ],
)
def test_profiel_van_een_wijk_die_niet_in_de_selectie_zit_of_geen_score_heeft(anders, einde):
    assert profielzin(hoofdrapport(), PROFIEL | anders).endswith(einde)


def test_een_zin_per_wijk_van_de_analyse():
    rijen = [PROFIEL | {"bestand": bestand} for bestand in ("oost.md", "west.md", "oost.md")]
    stof = hoofdrapport(wijkprofielen=rijen)
    assert profielzinnen(stof, {"bron": "oost.md"}) == [profielzin(stof, PROFIEL)] * 2
