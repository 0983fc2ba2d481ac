"""Sources of two years in one edition: brought to the borders of the context table, or refused."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
import yaml

from hulp import WORTEL, mini, nieuwe_uitgave
from hulp.bronnen import melding
from hulp.vreemde_edities import bereid_voor
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.instellingen import Broninstellingen
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.tekst.redenen.alle import redentekst
from lees_bronnen import main

TABELLEN = (
    "panel",
    "bronwijken",
    "context",
    "codeboek",
    "datakwaliteit",
    "grenzen",
    "wijkgrenzen",
    "onder_de_loep",
)
pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def twee_jaren(tmp_path_factory):
    """The tiny edition with wijken of 2022, and its next release with those of 2024."""
    map_ = tmp_path_factory.mktemp("herindeling")
    editie = bereid_voor(map_)
    oud = map_ / mini.MINI
    herindeling = nieuwe_uitgave.maak_bronnen(oud, map_ / "2024")
    return oud, map_ / "2024", editie, herindeling


def draai(twee_jaren, uit, *, scores, lijst, context="2024", concordantie=True, **anders):
    """Run the step with files of either year; return its tables."""
    oud, nieuw, editie, _ = twee_jaren
    mappen = {"2022": oud, "2024": nieuw}
    namen = {
        "leefbaarometer": mini.SCORES if scores == "2022" else nieuwe_uitgave.SCORES,
        "selectielijst": nieuwe_uitgave.LIJST,
        "context": nieuwe_uitgave.CONTEXT,
        "codeboek": nieuwe_uitgave.CODEBOEK,
        "concordantie": nieuwe_uitgave.CONCORDANTIE,
    }
    jaar = {"leefbaarometer": scores, "selectielijst": lijst, "context": context}
    bestanden = {soort: mappen[jaar.get(soort, "2024")] / naam for soort, naam in namen.items()}
    if not concordantie:
        del bestanden["concordantie"]
    bronnen = {
        soort: {"bestand": pad.name, "versie": "3.0"}
        | ({"indeling": int(jaar[soort])} if soort in jaar else {})
        for soort, pad in bestanden.items()
    }
    instelling = Broninstellingen.uit_editie(editie)
    instelling = replace(instelling, bronnen=bronnen, **anders)
    uitvoer = {naam: uit / f"{naam}.csv" for naam in TABELLEN}
    main(bestanden, uitvoer, instelling)
    return {naam: pd.read_csv(pad) for naam, pad in uitvoer.items()}


def met_label(tabellen) -> set[str]:
    wijken = tabellen["bronwijken"]
    return set(wijken.loc[wijken.filter(like="label_").any(axis=1), "wk_code"])


def test_vijf_samengevoegde_codes_en_daarna_dezelfde_selectie(twee_jaren, tmp_path):
    *_, herindeling = twee_jaren
    gesplitst = [code for delen in herindeling.gesplitst.values() for code in delen]
    nu = draai(twee_jaren, tmp_path / "a", scores="2024", lijst="2024")
    over = draai(
        twee_jaren, tmp_path / "b", scores="2022", lijst="2022", accepteer_ontbrekend=gesplitst
    )
    assert met_label(over) == met_label(nu)
    assert sum(map(len, herindeling.samen.values())) == 5
    assert set(over["panel"]["wk_code"]) == set(nu["panel"]["wk_code"]) - set(gesplitst)
    # the made-up release moved every score a little; the mean of what was merged is near it
    samen = [
        t["panel"].set_index(["wk_code", "jaar"])["lbm"].loc[list(herindeling.samen)]
        for t in (nu, over)
    ]
    verschil = (samen[0] - samen[1]).dropna()
    assert len(verschil) == 16 and verschil.abs().max() < 5 * nieuwe_uitgave.HERZIEN


def test_het_kwaliteitsrapport_noemt_wat_is_overgebracht(twee_jaren, tmp_path):
    *_, herindeling = twee_jaren
    gesplitst = [code for delen in herindeling.gesplitst.values() for code in delen]
    tabellen = draai(
        twee_jaren, tmp_path, scores="2022", lijst="2024", accepteer_ontbrekend=gesplitst
    )
    kwaliteit = tabellen["datakwaliteit"]
    rijen = kwaliteit[kwaliteit["controle"].str.contains("samengevoegd|overgenomen|herleid")]
    assert (rijen["ernst"] == "let_op").all()
    per_reden = {str(ontleed(cel).code): cel for cel in rijen["toelichting"]}
    verwacht = {
        "scores_samengevoegd": set(herindeling.samen),
        "scores_overgenomen": set(herindeling.hernummerd.values()),
        "scores_niet_herleid": set(gesplitst),
    }
    assert set(per_reden) == set(verwacht)
    for reden, codes in verwacht.items():
        tekst = redentekst(per_reden[reden])
        assert all(code in tekst for code in codes) and "2022" in tekst and "2024" in tekst


def test_een_gesplitste_wijk_stopt_de_run_met_haar_naam(twee_jaren, tmp_path):
    *_, herindeling = twee_jaren
    tekst = melding(draai, twee_jaren, tmp_path, scores="2022", lijst="2022")
    assert "twee wijken bestaan na een herindeling uit delen van wijken" in tekst
    for code in next(iter(herindeling.gesplitst.values())):
        assert f"({code})" in tekst and f"{code}" in tekst.split("accepteer_ontbrekend")[1]


@pytest.mark.parametrize(
    ("scores", "lijst", "wie"),
    [("2022", "2024", "de scores"), ("2024", "2022", "de selectielijst")],
)
def test_zonder_concordantie_worden_twee_jaren_geweigerd(twee_jaren, tmp_path, scores, lijst, wie):
    *_, herindeling = twee_jaren
    tekst = melding(draai, twee_jaren, tmp_path, scores=scores, lijst=lijst, concordantie=False)
    assert f"{wie} he" in tekst and "de wijken van 2022, de contexttabel die van 2024" in tekst
    weg = herindeling.oude_codes if wie == "de scores" else {"WK9001AC", "WK9001AI", "WK9001AM"}
    assert any(f"({code})" in tekst for code in weg)
    assert "bronnen.concordantie" in tekst


def test_een_concordantie_van_andere_jaren_noemt_welke_zij_heeft(twee_jaren, tmp_path):
    tekst = melding(
        draai, twee_jaren, tmp_path, scores="2022", lijst="2024", context="2024", jaren=[2012, 2014]
    )
    assert "accepteer_ontbrekend" in tekst
    pad = twee_jaren[1] / nieuwe_uitgave.CONCORDANTIE
    goed = pad.read_text("utf-8")
    pad.write_text(goed.replace("2022,2024", "2016,2024"), "utf-8")
    try:
        tekst = melding(draai, twee_jaren, tmp_path, scores="2022", lijst="2024")
    finally:
        pad.write_text(goed, "utf-8")
    assert "geen overgang van de wijken van 2022 naar die van 2024" in tekst
    assert "2016 naar 2024" in tekst


def test_nieuwere_scores_bij_een_oude_contexttabel(twee_jaren, tmp_path):
    """Merged wijken cannot be taken apart, so they are named; renumbered ones come back."""
    *_, herindeling = twee_jaren
    tekst = melding(draai, twee_jaren, tmp_path, scores="2024", lijst="2022", context="2022")
    assert "vijf wijken bestaan na een herindeling uit delen" in tekst
    tabellen = draai(
        twee_jaren,
        tmp_path,
        scores="2024",
        lijst="2022",
        context="2022",
        accepteer_ontbrekend=[code for oude in herindeling.samen.values() for code in oude],
    )
    codes = set(tabellen["panel"]["wk_code"])
    assert set(herindeling.hernummerd) | set(herindeling.gesplitst) <= codes
    assert not {nieuw for _, nieuw in herindeling.paren} & codes


def test_met_een_concordantie_is_het_jaar_van_de_contexttabel_nodig(project_config):
    schema = lees_schema(WORTEL)
    project_config["bronnen"]["concordantie"] = {"bestand": "c.csv"}
    assert "bronnen.context.indeling" in melding(controleer_editie, project_config, schema)
    project_config["bronnen"]["context"]["indeling"] = 2024
    controleer_editie(project_config, schema)


@pytest.fixture
def project_config():
    return yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
