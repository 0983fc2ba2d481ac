"""All years together: what the sentences say of years, of years before, and of later factors."""

from __future__ import annotations

import pytest

from hulp.controletabellen import CODEBOEK, FACTOREN, LABELS, MIN, UIT, maak_stof
from leefbaarheid.tekst.technische_verantwoording import jaren_samen

JAREN = (2002, 2008, 2014, 2016)
BOEK = [rij | {"peiljaar": "2010"} for rij in CODEBOEK]


def jaarrij(factor, jaar, coef=0.004, p=0.4, **anders):
    half = None if p is None else 0.001
    return {
        **{"steekproef": "selectie", "vorm": "samen", "factor": factor, "label": LABELS[factor]},
        **{"jaar": jaar, "basisjaar": 2012, "meting": "voor", "coef_sd": coef, "p": p},
        "ci_sd_laag": None if p is None else coef - half,
        "ci_sd_hoog": None if p is None else coef + half,
        **{"n": 123, "n_gemeenten": 34, "reden": None},
        **anders,
    }


def toetsrij(factor, zijde, p=0.4, **anders):
    return {
        **{"steekproef": "selectie", "vorm": "samen", "factor": factor, "zijde": zijde},
        **{"basisjaar": 2012, "n_jaren": 2, "p": p, "n": 123, "reden": None},
        **anders,
    }


def stof(jaren=(), toetsen=(), boek=BOEK, jaartallen=JAREN):
    """Three factors that are clear nowhere, with some rows replaced."""
    rijen = {(f, j): jaarrij(f, j) for f in FACTOREN for j in jaartallen}
    rijen |= {(rij["factor"], rij["jaar"]): rij for rij in jaren}
    per_zijde = {(f, z): toetsrij(f, z) for f in FACTOREN for z in ("voor", "na")}
    per_zijde |= {(rij["factor"], rij["zijde"]): rij for rij in toetsen}
    apart = [rij | {"vorm": "apart"} for rij in rijen.values()]
    return maak_stof(
        codeboek=boek, jaren=[*rijen.values(), *apart], jaren_toets=list(per_zijde.values())
    )


def zin(*args, **kwargs):
    return gewoon(jaren_samen.jaren_zinnen(stof(*args, **kwargs))[0])


def gewoon(tekst):
    """Return a sentence with ordinary spaces."""
    return tekst.replace("\N{NO-BREAK SPACE}", " ")


def test_nergens_aantoonbaar():
    assert zin() == (
        "*Werkloosheid*: de samenhang is in geen enkel jaar na 2012 aantoonbaar (alle samen: "
        "p = 0,400); vóór 2012 is geen samenhang aantoonbaar (p = 0,400)."
    )


def test_in_een_jaar_wel_en_in_een_ander_niet():
    uit = zin([jaarrij("werkloosheid", 2014, -0.011, 0.001)])
    assert f"aantoonbaar in 2014 ({MIN}0,011), maar niet in 2016 (alle samen" in uit


def test_in_elk_jaar():
    uit = zin([jaarrij("werkloosheid", jaar, 0.011, 0.0001) for jaar in (2014, 2016)])
    assert "in elk jaar na 2012 aantoonbaar: 2014 (+0,011) en 2016 (+0,011)" in uit


def test_een_enkel_jaar_erna():
    uit = zin([jaarrij("werkloosheid", 2014, 0.011, 0.001)], jaartallen=(2008, 2014))
    assert "de samenhang is in 2014 aantoonbaar (+0,011); vóór" in uit
    assert "in 2014 niet aantoonbaar; vóór" in zin(jaartallen=(2008, 2014))


def test_samen_wel_en_apart_niet():
    uit = zin(toetsen=[toetsrij("werkloosheid", "na", 0.0004)])
    assert "in geen afzonderlijk jaar na 2012 aantoonbaar, in alle samen wel" in uit
    assert "(p < 0,001)" in uit


def test_een_verloop_dat_er_al_was():
    uit = zin(toetsen=[toetsrij("werkloosheid", "voor", 0.03)])
    assert uit.endswith(
        "ook vóór 2012 is een samenhang aantoonbaar (p = 0,030), zodat wat erna te zien is, niet "
        "los staat van een verloop dat er al was."
    )


def test_zonder_jaren_ervoor_of_erna():
    geen = {"p": None, "n_jaren": 0}
    ervoor = [toetsrij(f, "voor", reden="geen_meting_voor?jaar=2012", **geen) for f in FACTOREN]
    begin = stof(toetsen=ervoor, jaartallen=(2014, 2016))
    assert gewoon(jaren_samen.jaren_zinnen(begin)[0]).endswith("(alle samen: p = 0,400).")
    assert not jaren_samen.heeft_jaren_voor(begin)
    erna = [toetsrij(f, "na", reden="geen_meting_na?jaar=2012", **geen) for f in FACTOREN]
    einde = stof(toetsen=erna, jaartallen=(2002, 2008))
    assert "na 2012 is er geen meting; vóór 2012" in jaren_samen.jaren_zinnen(einde)[0]
    assert jaren_samen.overzicht(einde) == ""


def test_een_factor_die_later_gemeten_is_wordt_gemerkt():
    later = [jaarrij("werkloosheid", jaar, meting="na") for jaar in (2008, 2014)]
    boek = [rij | {"peiljaar": "2015"} for rij in BOEK]
    s = stof(later, boek=boek)
    assert jaren_samen.jaren_zinnen(s)[0].startswith(
        "*Werkloosheid* (gemeten in 2015, niet vóór 2014): "
    )
    gemerkt = [rij | {"label": f"{rij['label']} (2015†)"} for rij in boek]
    assert jaren_samen.jaren_zinnen(stof(later, boek=gemerkt))[0].startswith(
        "*Werkloosheid* (2015, na de hoofdperiode) (niet vóór 2014 gemeten): "
    )
    cellen = jaren_samen.jaren_rijen(s)[0]
    assert cellen[1:5] == ["+0,004", "+0,004°", "+0,004°", "+0,004"]
    assert jaren_samen.na_noot(s).startswith("°: ")
    assert jaren_samen.na_noot(stof()) == ""


def test_een_factor_zonder_schatting_houdt_rij_en_reden():
    leeg = [
        jaarrij("werkloosheid", jaar, None, None, n=None, reden="factor_vast") for jaar in JAREN
    ]
    toetsen = [toetsrij("werkloosheid", z, None, reden="factor_vast") for z in ("voor", "na")]
    s = stof(leeg, toetsen)
    assert jaren_samen.jaren_zinnen(s)[0].startswith("*Werkloosheid*: niet te toetsen (")
    assert jaren_samen.jaren_rijen(s)[0][1:] == ["–"] * 6
    assert jaren_samen.wie(s).startswith("Het gaat om 123 geselecteerde wijken ")


def test_overzicht_telt_beide_richtingen():
    rijen = [
        jaarrij("werkloosheid", 2014, -0.01, 0.01),
        jaarrij("werkloosheid", 2016, 0.01, 0.01),
        jaarrij("dichtheid", 2016, 0.01, 0.01),
        jaarrij("dichtheid", 2002, 0.01, 0.01),  # before the base year: not counted
    ]
    assert jaren_samen.overzicht(stof(rijen)) == (
        "Van de zes schattingen van de jaren na 2012 zijn er aantoonbaar: met alle factoren samen "
        "drie (twee positief, één negatief) en met elke factor apart drie (twee positief, één "
        "negatief). Zonder enige samenhang zouden dat er gemiddeld 0,3 zijn."
    )


@pytest.mark.parametrize(
    ("tekens", "verwacht"),
    [
        ([], "geen enkele en"),
        ([1], "één (positief) en"),
        ([-1, -1], "twee (alle negatief) en"),
        ([-1, 1], "twee (één positief, één negatief) en"),
    ],
)
def test_overzicht_noemt_alleen_richtingen_die_er_zijn(tekens, verwacht):
    paren = zip(FACTOREN, tekens, strict=False)
    rijen = [jaarrij(f, 2014, 0.01 * teken, 0.01) for f, teken in paren]
    assert f"met alle factoren samen {verwacht} met elke" in jaren_samen.overzicht(stof(rijen))


@pytest.mark.parametrize(
    ("duidelijk", "verwacht"),
    [
        ([], "bij geen enkele factor een samenhang aantoonbaar."),
        (FACTOREN, "bij elke factor een samenhang aantoonbaar."),
        (["dichtheid"], "een samenhang aantoonbaar met *WOZ-waarde*."),
    ],
)
def test_ruimere_groep(duidelijk, verwacht):
    s = stof()
    s.tabellen["robuustheid_jaren_toets"].extend(
        toetsrij(f, "voor", 0.01 if f in duidelijk else 0.4, steekproef="in_aanmerking", n=755)
        for f in FACTOREN
    )
    assert jaren_samen.ruimere_groep(s) == (
        f"Bij alle 755 wijken die in aanmerking kwamen, is vóór 2012 {verwacht}"
    )
    assert jaren_samen.ruimere_groep(stof()) == ""


def test_uitgezet():
    s = maak_stof(jaren=UIT, jaren_toets=UIT)
    assert jaren_samen.wie(s) == "" and jaren_samen.ruimere_groep(s) == ""


def test_wat_veel_factoren_gemeen_hebben_staat_er_een_keer(monkeypatch):
    monkeypatch.setattr(jaren_samen, "MEESTE_ZINNEN", len(FACTOREN) - 1)
    na, voor = jaren_samen.jaren_zinnen(stof())
    assert na.endswith("geen enkel jaar na 2012 aantoonbaar, en in alle jaren samen evenmin.")
    assert voor.startswith("Vóór 2012 is geen samenhang aantoonbaar met *werkloosheid*")
    een = jaren_samen.jaren_zinnen(stof([jaarrij("werkloosheid", 2014, -0.011, 0.001)]))
    assert "aantoonbaar in 2014" in een[0] and "vóór 2012" not in een[0]
    assert een[-1].startswith("Vóór 2012 is geen samenhang aantoonbaar met")
