"""Missing data: what is missing, and what filling it in changes."""

from __future__ import annotations

import pytest

from hulp.controletabellen import hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import ontbrekend


def patroon(naam, n, n_factoren=1):
    rij = {"steekproef": "selectie", "patroon": naam, "n_factoren": n_factoren, "n": n}
    return rij | {"aandeel": n / 100, "n_gemeenten": 2}


def uitval(verschil=0.0123, p=0.01, reden=None):
    rij = {"steekproef": "selectie", "factor": "alle factoren", "score": "verandering"}
    return rij | {"van": 2012, "tot": 2014, "verschil": verschil, "p": p, "reden": reden}


def schattingen(factor, volledig, ingevuld, p=0.04, half=0.01, reden=None):
    """Return both estimates of a factor: coefficients, with half their interval."""
    rijen = []
    for naam, coef, n in (("complete_case", volledig, 123), ("imputatie", ingevuld, 140)):
        rij = hoofdrij(factor, coef, p, half, schatting=naam, n=n)
        laag, hoog = rij["ci_sd_laag"], rij["ci_sd_hoog"]
        rijen.append(rij | {"ci_laag": laag, "ci_hoog": hoog, "reden": reden})
    return rijen


VOL = patroon("volledig", 90, 0)


def tekst(patronen=None, uitval_=None, imputatie=(), mnar=()):
    return ontbrekend.ontbrekend_tekst(
        maak_stof(
            patroon=patronen or [VOL, patroon("dichtheid", 10)],
            uitval=uitval_ or [uitval()],
            imputatie=list(imputatie),
            mnar=list(mnar),
        )
    )


def verschoven(factor, delta, coef=0.01, p=0.01, term=None, anders=False):
    """Return a row of the shifted estimates."""
    return hoofdrij(term or factor, coef, p) | {
        **{"verschoven": factor, "delta": delta, "n_verschoven": 9, "anders": anders}
    }


def test_plan_noemt_het_aantal_imputaties_en_de_bron():
    plan = ontbrekend.plan(maak_stof())
    assert any("20 keer ingevuld" in zin for zin in plan)
    assert any("regels van Rubin [@rubin1987]" in zin for zin in plan)
    assert all(zin.endswith(".") for zin in plan)


def test_zeldzame_patronen_staan_samen_in_een_rij():
    rijen = [patroon("werkloosheid", 10 - i) for i in range(8)]
    cellen = ontbrekend.patroon_rijen(maak_stof(patroon=rijen))
    assert len(cellen) == 7
    assert cellen[-1] == ["Twee andere combinaties", "7", "7,0%", "–"]


def test_een_patroon_noemt_de_factoren():
    rijen = [VOL, patroon("werkloosheid + dichtheid", 1, 2)]
    cellen = ontbrekend.patroon_rijen(maak_stof(patroon=rijen))
    assert [rij[0] for rij in cellen] == ["Alles bekend", "Werkloosheid en WOZ-waarde"]


def test_er_ontbreekt_niets():
    assert tekst([VOL]) == (
        "Van alle 90 wijken zijn alle factoren bekend. Er valt dus niets in te vullen."
    )


def test_zin_noemt_de_factor_die_het_vaakst_ontbreekt():
    patronen = [
        VOL,
        patroon("werkloosheid", 4),
        patroon("dichtheid", 3),
        patroon("corporatie_pct + dichtheid", 3, 2),
    ]
    assert tekst(patronen).startswith(
        "Bij 10 van de 100 wijken (10%) ontbreekt ten minste één factor, het vaakst *WOZ-waarde*."
    )


@pytest.mark.parametrize(
    ("rij", "slot"),
    [
        (uitval(), "punt gunstiger dan die van de overige wijken, een aantoonbaar verschil;"),
        (
            uitval(-0.0123, 0.3),
            "overige wijken. Dat verschil is niet aantoonbaar; dat is geen bewijs dat",
        ),
        (
            uitval(p=None, reden="groep_in_weinig_gemeenten?groep=ontbreekt&minimum=5"),
            "is niet te toetsen, want de wijken zonder waarde liggen in minder dan vijf gemeenten.",
        ),
        (
            uitval(p=None, reden="groep_in_weinig_gemeenten?groep=aanwezig&minimum=5"),
            "want de wijken met een waarde liggen in minder dan vijf gemeenten.",
        ),
    ],
)
def test_zin_over_wijken_die_iets_missen(rij, slot):
    zin = tekst(uitval_=[rij | {"factor": "dichtheid"}, rij])
    assert "in 2012–2014 gemiddeld 0,012 punt" in zin and slot in zin


def test_zin_over_invullen_noemt_wat_verandert_en_wat_het_meest_verschuift():
    rijen = [
        *(rij | {"term": "beginscore"} for rij in schattingen("dichtheid", 0.9, 0.1)),
        *schattingen("werkloosheid", -0.03, -0.028),
        *schattingen("corporatie_pct", 0.004, 0.009),
        *schattingen("dichtheid", 0.02, 0.021),
    ]
    assert tekst(imputatie=rijen).endswith(
        "Met ingevulde gegevens (140 wijken in plaats van 123) verandert de conclusie bij geen "
        "enkele factor; het meest verschuift de samenhang met *woningen van corporaties* (van "
        "+0,004 naar +0,009 punt per standaarddeviatie)."
    )
    rijen[4]["p"] = 0.3
    assert "verandert de conclusie bij *woningen van corporaties*; het" in tekst(imputatie=rijen)


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        ("niets_ontbreekt", "Er ontbreekt niets, dus er valt niets in te vullen."),
        (
            "te_weinig_gemeenten?n_gemeenten=3&minimum=5",
            "Invullen is niet te vergelijken met weglaten: de wijken liggen in 3 gemeente(n); voor "
            "standaardfouten die rekening houden met gemeenten zijn er ten minste 5 nodig.",
        ),
    ],
)
def test_zin_als_er_niets_te_vergelijken_is(reden, zin):
    rijen = schattingen("dichtheid", None, None, p=None, reden=reden)
    for rij in rijen:
        rij["ci_laag"] = rij["ci_hoog"] = None
    assert tekst(imputatie=rijen).endswith(zin)


def test_verschuiven_dat_niets_verandert():
    rijen = [verschoven("dichtheid", delta) for delta in (-0.5, 0.0, 0.5)]
    assert tekst(mnar=rijen).endswith(
        "Liggen de ontbrekende waarden van een factor in werkelijkheid hoger of lager dan wat is "
        "ingevuld, tot 0,50 standaarddeviatie, dan verandert bij geen enkele factor de conclusie."
    )


def test_verschuiven_noemt_de_kleinste_stap_die_een_conclusie_verandert():
    rijen = [
        verschoven("dichtheid", -0.5, anders=True),
        verschoven("dichtheid", -0.25, anders=True),
        verschoven("dichtheid", 0.0),
        verschoven("dichtheid", 0.5, term="werkloosheid", anders=True),
    ]
    assert tekst(mnar=rijen).endswith(
        "dan verandert een conclusie: die over *WOZ-waarde* als de waarden van deze factor 0,25 of "
        "meer lager liggen en die over *werkloosheid* als de waarden van *WOZ-waarde* 0,50 of meer "
        "hoger liggen."
    )


def test_tabel_van_de_verschuivingen():
    rijen = [verschoven("dichtheid", delta, coef=delta) for delta in (0.5, 0.0, -0.5)]
    rijen.append(verschoven("werkloosheid", 0.0, coef=None, p=None))
    stof = maak_stof(mnar=rijen)
    assert ontbrekend.mnar_koppen(stof) == ["\N{MINUS SIGN}0,50", "0", "+0,50"]
    (rij,) = ontbrekend.mnar_rijen(stof)
    assert rij[:2] == ["WOZ-waarde", "9"] and len(rij) == 5
    assert rij[2].startswith("**\N{MINUS SIGN}0,500**")


def test_past_bij_toeval_staat_nergens():
    """That a test finds nothing is no finding of its own."""
    for p in (0.001, 0.3, None):
        assert "toeval" not in tekst(uitval_=[uitval(p=p, reden="geen_uitkomst")])
