"""A proposal for the config of a next edition: what follows from the new file, what does not."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace

import pytest
import yaml

from hulp import WORTEL
from hulp.bronnen import melding
from hulp.editie import SCHEMA, VOORBEELD, zet
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_yaml
from leefbaarheid.editie.nieuwe_editie import (
    Doel,
    Oud,
    Uitgavebestand,
    open_beslissingen,
    stel_voor,
)
from leefbaarheid.editie.register import lees_register

REGISTER = lees_register(WORTEL)
DOEL = Doel("config/edities/proef-2024.yaml", "data/raw/proef-2024", dt.date(2026, 1, 2))
JAREN = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
EDITIES = ("config/config.yaml", "config/edities/leefbaarometer-3.0.yaml")


def oude(pad: str = EDITIES[0], **anders: object) -> Oud:
    """Return an edition of the project, with other values at dotted paths."""
    tekst = (WORTEL / pad).read_text("utf-8")
    if anders:
        inhoud = copy.deepcopy(VOORBEELD)
        inhoud.pop("voorregistratie")
        for sleutel, waarde in anders.items():
            zet(inhoud, sleutel, copy.deepcopy(waarde))
        tekst = yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False)
    editie = controleer_editie(lees_yaml(tekst, pad), SCHEMA, pad, REGISTER)
    naam = editie["bronnen"]["leefbaarometer"].get("register")
    return Oud(pad, tekst, editie, 2022, REGISTER.get(naam))


def nieuwe(jaren=JAREN, indeling=2024, register=None) -> Uitgavebestand:
    return Uitgavebestand("scores 2024.csv", "a" * 64, "3.0", jaren, indeling, 3, register)


def voorstel(oud: Oud, nieuw: Uitgavebestand | None = None) -> dict:
    tekst = stel_voor(oud, nieuw or nieuwe(), DOEL)
    return controleer_editie(lees_yaml(tekst, "nieuw"), SCHEMA, "nieuw", REGISTER)


@pytest.mark.parametrize("pad", EDITIES)
def test_het_voorstel_is_een_goede_editie_met_de_opmerkingen_van_de_oude(pad):
    oud = oude(pad)
    tekst = stel_voor(oud, nieuwe(), DOEL)
    editie = voorstel(oud)
    assert (editie["editie"], editie["jaren"][-1], editie["eindjaar"]) == ("proef-2024", 2024, 2014)
    bron = editie["bronnen"]["leefbaarometer"]
    assert (bron["bestand"], bron["sha256"]) == ("scores 2024.csv", "a" * 64)
    assert editie["bronnen_map"] == DOEL.bronnen_map
    assert editie["teksten"]["datum"] == "2026-01-02"
    weg = oud.tekst[oud.tekst.index("# Wat op een dag was vastgelegd") :]
    for regel in oud.tekst.removesuffix(weg).splitlines():
        if regel.lstrip().startswith("#"):
            assert regel in tekst
    sleutels = [regel for regel in oud.tekst.splitlines() if regel[:1].isalpha()]
    hier = [regel for regel in tekst.splitlines() if regel[:1].isalpha()]
    namen = [[r.split(":")[0] for r in regels] for regels in (sleutels[:-1], hier)]
    assert namen[0] == namen[1]


def test_de_keuzes_van_de_oude_editie_gaan_niet_mee():
    tekst = stel_voor(oude(), nieuwe(), DOEL)
    assert "\nvoorregistratie:" not in tekst and "vingerafdruk" not in tekst
    assert f"make voorregistratie EDITIE={DOEL.pad}" in tekst


def test_een_periode_tot_het_laatste_jaar_loopt_door():
    editie = voorstel(oude())
    assert editie["vensters"][-2:] == [[2014, 2024], [2022, 2024]]
    assert editie["decompositie_vensters"] == [[2014, 2018], [2014, 2024]]
    assert editie["regressie"]["vensters"][-1] == [2014, 2024]
    assert editie["regressie"]["hoofdvenster"] == [2012, 2014]


def test_een_studie_tot_het_laatste_jaar_loopt_door_met_de_hoofdperiode():
    vensters = [[2008, 2012], [2012, 2022]]
    oud = oude(
        eindjaar=2022,
        vensters=vensters,
        **{"regressie.vensters": vensters, "regressie.hoofdvenster": [2012, 2022]},
    )
    editie = voorstel(oud)
    assert editie["eindjaar"] == 2024
    assert [2012, 2024] in editie["vensters"]
    assert editie["regressie"]["hoofdvenster"] == [2012, 2024]
    besluiten = " ".join(wat for _, wat in open_beslissingen(stel_voor(oud, nieuwe(), DOEL)))
    assert "het eindjaar was 2022 en is nu 2024" in besluiten
    assert "de hoofdperiode eindigde in 2022" in besluiten


def test_een_periode_met_een_jaar_dat_er_niet_meer_is_verdwijnt():
    editie = voorstel(
        oude(**{"stijgers_dalers.tot": 2014}), nieuwe(tuple(j for j in JAREN if j != 2016))
    )
    assert [2012, 2016] not in editie["vensters"]
    assert [2012, 2016] not in editie["regressie"]["vensters"]
    assert 2016 not in editie["jaren"]


def test_zonder_een_jaar_waar_de_studie_op_staat_is_er_geen_voorstel():
    tekst = melding(stel_voor, oude(), nieuwe(tuple(j for j in JAREN if j != 2008)), DOEL)
    assert "de scores van 2008 staan niet in 'scores 2024.csv'" in tekst
    assert "clusters.langjaar" in tekst


def test_zonder_nieuw_jaar_blijven_de_perioden_gelijk():
    oud = oude()
    editie = voorstel(oud, nieuwe(JAREN[:-1], 2022))
    for sleutel in ("jaren", "vensters", "decompositie_vensters", "regressie"):
        assert editie[sleutel] == oud.editie[sleutel]


@pytest.mark.parametrize("indeling", [2024, None])
def test_bij_andere_grenzen_vraagt_elke_bron_met_wijken_een_besluit(indeling):
    tekst = stel_voor(oude(EDITIES[1]), nieuwe(indeling=indeling), DOEL)
    besluiten = [wat for _, wat in open_beslissingen(tekst)]
    wijken = "de wijken van 2024" if indeling else "de wijken van deze scores"
    assert sum(wijken in wat for wat in besluiten) == 3
    zelfde = stel_voor(oude(EDITIES[1]), nieuwe(indeling=2022), DOEL)
    assert not any("wijken van 20" in wat for _, wat in open_beslissingen(zelfde))


def test_een_bron_buiten_het_register_krijgt_een_voorstel_ervoor():
    tekst = stel_voor(oude(EDITIES[1]), nieuwe(), DOEL)
    regels = tekst.splitlines()
    begin = next(i for i, regel in enumerate(regels) if "zet deze bron in config/bronnen" in regel)
    blok = [regel.split("#     ", 1)[1] for regel in regels[begin:] if "#     " in regel]
    (bron,) = yaml.safe_load("\n".join(blok)).values()
    assert (bron["sha256"], bron["bestand"]) == ("a" * 64, "scores 2024.csv")
    assert (bron["indeling"], bron["peiljaar"], bron["versie"]) == (2024, "2002-2024", "3.0")
    besluit = next(wat for _, wat in open_beslissingen(tekst) if "register" in wat)
    assert "sha256:" not in besluit  # the list of decisions leaves the block out


@pytest.mark.parametrize(
    ("som", "in_register", "vraag"),
    [
        ("a" * 64, True, ""),
        ("", True, "nog geen controlesom"),
        ("b" * 64, False, "een andere controlesom (bbbbbbbb...)"),
    ],
)
def test_een_bron_uit_het_register_wordt_bij_haar_naam_genoemd(som, in_register, vraag):
    bron = replace(REGISTER["leefbaarometer-wijken-2002-2022"], sha256=som)
    tekst = stel_voor(oude(EDITIES[1]), nieuwe(register=bron), DOEL)
    blok = yaml.safe_load(tekst)["bronnen"]["leefbaarometer"]
    assert (blok == {"register": bron.naam}) == in_register
    assert in_register or blok["sha256"] == "a" * 64
    besluiten = " ".join(wat for _, wat in open_beslissingen(tekst))
    assert (vraag in besluiten) and ("AANVAARD=1" in besluiten) == bool(vraag)
    # an edition that names its own files goes on doing so
    eigen = yaml.safe_load(stel_voor(oude(), nieuwe(register=bron), DOEL))
    assert "register" not in eigen["bronnen"]["leefbaarometer"]


@pytest.mark.parametrize(
    "pad", ["config/Proef.yaml", "config/mijn editie.yaml", "config/proef.txt"]
)
def test_een_naam_die_geen_editie_kan_zijn(pad):
    doel = Doel(pad, DOEL.bronnen_map, DOEL.vandaag)
    assert "zo kan het bestand van een editie niet heten" in melding(
        stel_voor, oude(), nieuwe(), doel
    )


def test_een_besluit_is_genomen_als_de_opmerking_weg_is():
    tekst = "a: 1\n# BESLIS: een\n#   twee\n# drie\nb: 2\n  # BESLIS: vier\n"
    assert open_beslissingen(tekst) == [(2, "een twee"), (6, "vier")]
    assert open_beslissingen("a: 1  # BESLIS niet\n") == []


@pytest.mark.parametrize("anders", [{}, {"vorige_editie": "results/ouder"}])
def test_de_vorige_editie_is_die_met_resultaten(anders):
    oud = replace(oude(**anders), resultaten="results/voorbeeld")
    assert voorstel(oud)["vorige_editie"] == "results/voorbeeld"
    zonder = replace(oud, resultaten="")
    assert "vorige_editie" not in voorstel(zonder)
    besluiten = [wat for _, wat in open_beslissingen(stel_voor(zonder, nieuwe(), DOEL))]
    assert sum("met welke editie wordt deze vergeleken?" in wat for wat in besluiten) == 1
