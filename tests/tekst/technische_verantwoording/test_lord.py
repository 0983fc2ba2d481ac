"""Lord's paradox: the model forms beside each other."""

from __future__ import annotations

from functools import partial

import pytest

from hulp.controletabellen import AANTOONBAAR, EIND, FACTOREN, hoofdrij, maak_stof
from leefbaarheid.tekst.technische_verantwoording import kern, lord

VORMEN = ("verandering", "ancova", "basismeting")


def vormrij(*waarden, oordeel, label="Huurwoningen", n_vormen=3):
    """A row of the table from (coef_sd, p) per form; a form without has no numbers."""
    waarden = [*waarden, *[(None, None)] * (len(VORMEN) - len(waarden))]
    rij = {"label": label, "oordeel": oordeel, "n_vormen": n_vormen}
    for vorm, (coef, p) in zip(VORMEN, waarden, strict=True):
        rij |= {f"coef_sd_{vorm}": coef, f"p_{vorm}": p}
    return rij | {"eensgezind": oordeel == "eensgezind"}


@pytest.mark.parametrize(
    ("rij", "stukken"),
    [
        (
            vormrij((0.012, 0.01), (0.010, 0.02), (0.011, 0.01), oordeel="eensgezind"),
            ["De drie modelvormen zijn het eens: een hogere waarde van huurwoningen hangt samen "
             "met een gunstigere ontwikkeling (+0,010 tot +0,012 punt per standaarddeviatie)."],
        ),
        (
            vormrij((-0.012, 0.01), (-0.012, 0.01), (-0.0121, 0.01), oordeel="eensgezind"),
            ["een ongunstigere ontwikkeling (−0,012 punt per standaarddeviatie)."],
        ),
        (
            vormrij((0.002, 0.6), (0.001, 0.7), (0.003, 0.5), oordeel="eensgezind"),
            ["een samenhang met huurwoningen is in geen ervan aantoonbaar."],
        ),
        (
            vormrij((0.002, 0.6), (-0.001, 0.7), (0.003, 0.5), oordeel="teken_verschilt"),
            ["verschillen van teken bij huurwoningen (als verandering gemeten +0,002, bij een "
             "gelijke beginscore −0,001 en bij een gelijke basismeting +0,003)",
             "in geen ervan is een samenhang aantoonbaar."],
        ),
        (
            vormrij((-0.001, 0.7), (-0.012, 0.01), (-0.011, 0.02),
                    oordeel="aantoonbaarheid_verschilt"),
            ["hangt het van de vraag af of een samenhang aantoonbaar is: wel bij een gelijke "
             "beginscore −0,012 en bij een gelijke basismeting −0,011, niet als verandering "
             "gemeten −0,001 punt per standaarddeviatie (met hetzelfde teken)."],
        ),
        (
            vormrij((0.001, 0.7), (-0.012, 0.01), (-0.011, 0.02),
                    oordeel="aantoonbaarheid_verschilt"),
            ["(met een ander teken)."],
        ),
        (
            vormrij((0.014, 0.01), (-0.010, 0.01), (-0.002, 0.6), oordeel="tegengesteld"),
            ["spreken elkaar tegen bij huurwoningen: de samenhang is als verandering gemeten "
             "+0,014 en bij een gelijke beginscore −0,010 punt"],
        ),
        (
            vormrij((0.012, 0.01), (0.010, 0.02), (0.010, 0.02), oordeel="eensgezind", n_vormen=2),
            ["De twee modelvormen zijn het eens"],
        ),
        (
            vormrij((0.012, 0.01), oordeel="niet_te_vergelijken", n_vormen=1),
            ["niet te vergelijken: niet geschat: bij een gelijke beginscore en"],
        ),
        (
            vormrij((0.01, 0.2), (0.01, 0.2), (0.01, 0.2), oordeel="eensgezind",
                    label="WW-uitkeringen"),
            ["met WW-uitkeringen is"],
        ),
    ],
)  # fmt: skip
def test_zin_volgt_het_oordeel(rij, stukken):
    for stuk in stukken:
        assert stuk in lord.lord_zin(rij)


def test_een_vorm_die_ontbreekt_wordt_genoemd():
    rij = vormrij((0.012, 0.01), (0.010, 0.02), oordeel="eensgezind", n_vormen=2)
    assert lord.niet_geschat(rij) == "niet geschat: bij een gelijke basismeting"
    regel = {k: v for k, v in hoofdrij("werkloosheid", None, None).items() if k != "reden"}
    stof = maak_stof(lord=[regel | rij], eindoordeel=EIND)
    cellen = lord.lord_rijen(stof)
    assert cellen[0][3] == "*niet geschat: bij een gelijke basismeting*"
    assert cellen[0][4] == "eensgezind" and cellen[1][1:5] == ["*geen uitkomst*"] * 3 + ["–"]


def test_eensgezinde_factoren_krijgen_samen_een_zin():
    oordeel = [
        hoofdrij("werkloosheid", -0.03, 0.01, eensgezind=True),
        hoofdrij("corporatie_pct", 0.01, 0.4, eensgezind=False),
        hoofdrij("dichtheid", 0.01, 0.4, eensgezind=True),
    ]
    zinnen_van = partial(
        kern.zinnen_per_oordeel,
        naam="lord",
        zin_van=lambda rij: "Bij werkloosheid niet.",
        rest="Bij {wie} wel.",
    )
    eerste, tweede = zinnen_van(maak_stof(lord=oordeel, aantoonbaar=AANTOONBAAR))
    assert eerste == "Bij *werkloosheid* niet. (In het hoofdmodel: vanaf 0,015.)"
    assert tweede.startswith("Bij *werkloosheid* en *WOZ-waarde* (vanaf 0,040) wel")
    eens = [rij | {"eensgezind": True} for rij in oordeel]
    allen = lord.lord_zinnen(maak_stof(lord=eens, aantoonbaar=AANTOONBAAR))
    assert len(allen) == 1 and allen[0].startswith("Bij elke factor geven de modelvormen")


def test_lord_telt_over_alle_perioden():
    rijen = [
        hoofdrij(f, 0.01, 0.4, eensgezind=f == "dichtheid", oordeel=oordeel)
        for f, oordeel in zip(FACTOREN, ("tegengesteld", "x", "x"), strict=True)
    ]
    zin = lord.lord_perioden(maak_stof(lord=rijen))
    assert "bij 1 van de 3 combinaties" in zin and "één keer spreekt" in zin


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(-0.0003, "−0,0003"), (0.0019, "+0,002"), (-0.00001, "−0,00001")]
)
def test_een_schatting_toont_haar_teken(waarde, tekst):
    assert lord.met_teken(waarde) == tekst
