"""Lord's paradox: the model forms beside each other."""

from __future__ import annotations

from hulp.controletabellen import AANTOONBAAR, FACTOREN, hoofdrij, maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import lord


def test_eensgezinde_factoren_krijgen_samen_een_zin():
    oordeel = [
        hoofdrij("werkloosheid", -0.03, 0.01, eensgezind=True, betekenis="A."),
        hoofdrij("corporatie_pct", 0.01, 0.4, eensgezind=False, betekenis="Bij werkloosheid niet."),
        hoofdrij("dichtheid", 0.01, 0.4, eensgezind=True, betekenis="C."),
    ]
    stof = maak_stof(lord=oordeel, aantoonbaar=AANTOONBAAR)
    eerste, tweede = lord.lord_zinnen(stof)
    assert eerste == "Bij *werkloosheid* niet. (In het hoofdmodel: vanaf 0,015.)"
    assert tweede.startswith("Bij *werkloosheid* en *WOZ-waarde* (vanaf 0,040) geven")
    allen = lord.lord_zinnen(
        maak_stof(lord=[rij | {"eensgezind": True} for rij in oordeel], aantoonbaar=AANTOONBAAR)
    )
    assert len(allen) == 1 and allen[0].startswith("Bij elke factor")


def test_lord_telt_over_alle_perioden():
    rijen = [
        hoofdrij(f, 0.01, 0.4, eensgezind=f == "dichtheid", oordeel=oordeel)
        for f, oordeel in zip(FACTOREN, ("tegengesteld", "x", "x"), strict=True)
    ]
    zin = lord.lord_perioden(maak_stof(lord=rijen))
    assert "bij 1 van de 3 combinaties" in zin and "één keer spreekt" in zin
