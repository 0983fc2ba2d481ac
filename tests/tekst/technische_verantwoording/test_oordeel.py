"""The verdict per factor, and every check beside every factor."""

from __future__ import annotations

from hulp.controletabellen import EDITIE, EIND, FACTOREN, MIN, controlerij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import oordeel


def test_eindoordeel_telt_stemmen():
    eind = [EIND[0] | {"p_aangepast": 0.03, "n_met_toets": 4}, *EIND[1:]]
    rij = oordeel.eindoordeel_rijen(maak_stof(eindoordeel=eind))[0]
    assert rij[1] == f"**{MIN}0,030**" and rij[4:6] == ["0,030", "0,020"] and rij[-1] == "robuust"
    assert rij[6:8] == [r"5\ van\ 5", r"4\ van\ 4"]


def test_wat_niet_meetelt_is_een_streepje_met_een_reden():
    controles = [
        *(controlerij(f, "crv1") for f in FACTOREN),
        *(controlerij(f, "conley", telt=False, reden="geen_coordinaten") for f in FACTOREN),
        controlerij("werkloosheid", "correctie", telt=True),
        controlerij("dichtheid", "correctie", telt=False, reden="niet_gedaan"),
        controlerij("corporatie_pct", "hc3", telt=False, reden="niet_te_schatten"),
    ]
    stof = maak_stof(oordeel=controles)
    rijen = {rij[1]: rij[2:] for rij in oordeel.controle_rijen(stof, FACTOREN)}
    assert rijen["ruimtelijk (Conley)"] == ["–"] * 3
    assert rijen["na correctie"] == [r"**+0,010** (0,000\ tot\ +0,020)", "–", "–"]
    assert {rij[0] for rij in oordeel.controle_rijen(stof, FACTOREN)} == {"precisie"}
    assert oordeel.niet_geteld(stof) == [
        "Ruimtelijk (Conley): er zijn geen coördinaten van de wijken.",
        "Na correctie: niet gedaan of niet van toepassing (factoren die geen hoofdfactor zijn).",
        "HC3: niet te schatten (*woningen van corporaties*).",
    ]


def test_hoofdfactoren_staan_vooraan_en_passen_in_een_tabel():
    namen = [f"f{i}" for i in range(8)]
    inferentie = EDITIE["inferentie"] | {"primaire_factoren": ["f6", "f1"]}
    stof = maak_stof({"factoren": namen, "inferentie": inferentie})
    assert oordeel.factorgroepen(stof) == [["f6", "f1"], ["f0", "f2", "f3"], ["f4", "f5", "f7"]]


def test_oordeelzin_bij_een_nulbevinding_noemt_wat_had_kunnen_opvallen():
    zinnen = oordeel.oordeel_zinnen(maak_stof(eindoordeel=EIND))
    assert zinnen[0].startswith("*Werkloosheid*: **robuust**. Een standaarddeviatie meer gaat")
    assert "lagere score" in zinnen[0] and "vanaf" not in zinnen[0]
    assert "niet aantoonbaar" in zinnen[1] and "vanaf 0,015" in zinnen[1]
    assert zinnen[2].endswith("zelfde richting in 5 van 5 stemmen, nul uitgesloten in 4 van 4.")


def test_regel_volgt_de_drempels_van_het_oordeel(monkeypatch):
    assert "ten minste driekwart" in oordeel.regel(maak_stof())[0]
    monkeypatch.setattr(oordeel, "AANDEEL_ROBUUST", 0.9)
    assert "ten minste negen tiende" in oordeel.regel(maak_stof())[0]


def test_wat_veel_factoren_gemeen_hebben_staat_er_een_keer():
    onzeker = next(rij for rij in EIND if rij["oordeel"] == "onzeker")
    factoren = [f"f{i}" for i in range(5)]
    rijen = [onzeker | {"term": f, "factor": f, "label": f"Kenmerk {f}"} for f in factoren]
    stof = maak_stof({"factoren": factoren}, eindoordeel=rijen)
    (zin,) = oordeel.oordeel_zinnen(stof)
    assert "**onzeker**" in zin and "f0" in zin and "f4" in zin
    drie = maak_stof({"factoren": factoren[:3]}, eindoordeel=rijen[:3])
    assert len(oordeel.oordeel_zinnen(drie)) == 3
