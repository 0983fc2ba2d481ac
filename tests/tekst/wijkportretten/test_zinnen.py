"""The sentences of a portret, by hand: missing years, no cluster, the only wijk of a gemeente."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hulp.stof import MIN
from leefbaarheid.tekst.wijkportretten import cluster, omgeving
from leefbaarheid.tekst.wijkportretten.gemeente import over_de_wijken
from leefbaarheid.tekst.wijkportretten.stand import ontwikkeling, stand
from leefbaarheid.tekst.wijkportretten.voorwerk import bron, colofon, leeswijzer
from leefbaarheid.tekst.wijkportretten.wijk import Kader, Wijk, klasse, klassenaam, perioden

KADER = Kader(
    jaren=[2002, 2008, 2012, 2014, 2022],
    grenzen=[3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270],
    delta=0.02,
    langjaar=2008,
    crisisjaar=2012,
    eindjaar=2014,
    voldoende_vanaf=5,
    land="Nederland",
    n_selectie=140,
)
WIJK = Wijk(
    code="WK900101",
    naam="Noord",
    gemeente="Proefstad",
    scores={2002: 3.70, 2008: 3.80, 2012: 3.88, 2014: 3.87, 2022: 3.95},
    cluster="Gestaag herstel",
    in_selectie=True,
    in_gemeente={2002: 3.9, 2022: 4.0},
    in_land={2002: 4.0, 2022: 4.15},
)


def test_een_score_op_een_grens_is_van_de_hogere_klasse():
    assert (klasse(KADER, 3.938), klasse(KADER, 3.9379)) == (5, 4)
    assert klassenaam(KADER, 5.0) == "uitstekend"


def test_stand_naast_gemeente_en_land():
    assert stand(WIJK, KADER) == (
        "In 2022 is de score 3,95: voldoende, klasse 5 van 9. Dat is 0,05 lager dan het gemiddelde "
        "van de wijken in de gemeente (4,00) en 0,20 lager dan dat van alle wijken in Nederland "
        "(4,15)."
    )
    enige = replace(WIJK, in_gemeente={})
    assert stand(enige, KADER).endswith(
        "Dat is 0,20 lager dan het gemiddelde van alle wijken in Nederland (4,15)."
    )
    gelijk = replace(WIJK, in_gemeente={2022: 3.953}, in_land={})
    assert "Dat is gelijk aan het gemiddelde van de wijken in de gemeente (3,95)." in (
        stand(gelijk, KADER)
    )


def test_stand_zonder_laatste_score():
    zonder = replace(WIJK, scores={2002: 3.70, 2008: 3.80})
    assert stand(zonder, KADER) == (
        "Van 2022 is geen score bekend. De laatste is die van 2008: 3,80 (onvoldoende)."
    )
    leeg = replace(WIJK, scores={})
    assert stand(leeg, KADER) == "Van deze wijk zijn geen scores bekend."
    assert ontwikkeling(leeg, KADER) == "Voor een ontwikkeling zijn te weinig scores bekend."


def test_ontwikkeling_noemt_de_marge():
    assert ontwikkeling(WIJK, KADER) == (
        "Tussen 2002 en 2022 steeg de score (+0,25). Per periode steeg zij in 2002–2008 (+0,10), "
        f"2008–2012 (+0,08) en 2014–2022 (+0,08) en bleef zij in 2012–2014 ({MIN}0,01) binnen "
        "de marge."
    )
    daalt = replace(WIJK, scores={2008: 3.9, 2012: 3.8, 2014: 3.7})
    assert ontwikkeling(daalt, KADER) == (
        f"Per periode daalde de score in 2008–2012 ({MIN}0,10) en 2012–2014 ({MIN}0,10)."
    )
    precies = replace(WIJK, scores={2012: 3.88, 2014: 3.86})
    assert "bleef de score in 2012–2014" in ontwikkeling(precies, KADER)


@pytest.mark.parametrize(
    ("jaren", "paren"),
    [
        ([2002, 2008, 2012, 2014, 2022], [(2002, 2008), (2008, 2012), (2012, 2014), (2014, 2022)]),
        ([2002, 2012, 2014, 2022], [(2002, 2012), (2012, 2014), (2014, 2022)]),
        ([2008, 2012, 2016, 2018], [(2008, 2012), (2012, 2018)]),
        ([2016, 2020], [(2016, 2020)]),
        ([2014], []),
        ([], []),
    ],
)
def test_de_perioden_bedekken_de_hele_lijn(jaren, paren):
    kader = replace(KADER, jaren=[2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022])
    wijk = replace(WIJK, scores=dict.fromkeys(jaren, 4.0))
    assert perioden(wijk, kader) == paren


def test_een_stijging_van_voor_de_lange_periode_staat_erbij():
    wijk = replace(WIJK, scores={2002: 3.40, 2008: 3.79, 2012: 3.80, 2014: 3.80, 2022: 3.8203})
    assert ontwikkeling(wijk, KADER) == (
        "Tussen 2002 en 2022 steeg de score (+0,42). Per periode steeg zij in 2002–2008 (+0,39) en "
        "2014–2022 (+0,0203) en bleef zij in 2008–2012 (+0,01) en 2012–2014 (0,00) binnen de marge."
    )
    gat = replace(WIJK, scores={2002: 3.70, 2012: 3.80, 2014: 3.80})
    assert ontwikkeling(gat, KADER) == (
        "Per periode steeg de score in 2002–2012 (+0,10) en bleef zij in 2012–2014 (0,00) binnen "
        "de marge."
    )


def test_een_score_met_haar_klasse_is_aan_de_goede_kant_van_de_grens():
    krap = replace(WIJK, scores={2014: 3.9372}, in_gemeente={}, in_land={})
    assert "2014: 3,937 (zwak)." in stand(krap, KADER)
    nu = replace(krap, scores={2022: 3.9372}, in_gemeente={2022: 3.94})
    assert stand(nu, KADER) == (
        "In 2022 is de score 3,937: zwak, klasse 4 van 9. Dat is vrijwel gelijk aan het gemiddelde "
        "van de wijken in de gemeente (3,94)."
    )
    alleen_land = replace(nu, in_gemeente={}, in_land={2022: 3.9372})
    assert stand(alleen_land, KADER).endswith(
        "vrijwel gelijk aan het gemiddelde van alle wijken in Nederland (3,94)."
    )


@pytest.mark.parametrize(
    ("eind", "regel"),
    [
        (3.9372, "3,937, zwak; minder dan 0,01 onder"),
        (3.938, "3,938, voldoende; precies op"),
        (3.9412, "3,94, voldoende; minder dan 0,01 boven"),
    ],
)
def test_de_stand_naast_de_grens(eind, regel):
    wijk = replace(WIJK, scores={2008: 3.8, 2012: 3.8, 2014: eind})
    assert cluster.voorwaarden(wijk, KADER)[0] == (
        f"Stand in 2014: {regel} de grens van voldoende (3,938)."
    )


def test_een_marge_met_drie_decimalen_staat_er_met_drie():
    wijk = replace(WIJK, scores={2008: 3.80, 2012: 3.8749, 2014: 3.90})
    *_, recent = cluster.voorwaarden(wijk, replace(KADER, delta=0.025))
    assert recent.endswith("+0,03, gestegen (marge 0,025).")


def test_voorwaarden_van_het_cluster():
    assert cluster.welk(WIJK) == "Gestaag herstel"
    assert cluster.voorwaarden(WIJK, KADER) == [
        "Stand in 2014: 3,87, zwak; 0,07 onder de grens van voldoende (3,938).",
        "Lange ontwikkeling, sinds 2008: +0,07, gestegen (marge 0,02).",
        f"Recente ontwikkeling, sinds 2012: {MIN}0,01, binnen de marge (marge 0,02).",
    ]
    buiten = replace(WIJK, in_selectie=False, cluster="niet ingedeeld")
    assert (
        cluster.welk(buiten) == "Niet ingedeeld (volgens de regel; deze wijk is niet geselecteerd)"
    )
    zonder = replace(WIJK, cluster=None)
    assert "een score die de regel nodig heeft, ontbreekt" in cluster.welk(zonder)
    assert cluster.voorwaarden(zonder, KADER) == []


def test_een_verandering_toont_aan_welke_kant_van_de_marge_zij_is():
    wijk = replace(WIJK, scores={2008: 3.96, 2012: 3.9199, 2014: 3.9402})
    stand_, lang, recent = cluster.voorwaarden(wijk, KADER)
    assert "; minder dan 0,01 boven de grens van voldoende (3,938)." in stand_
    assert lang.endswith(f"{MIN}0,0198, binnen de marge (marge 0,02).")
    assert recent.endswith("+0,0203, gestegen (marge 0,02).")


@pytest.mark.parametrize(
    ("verschil", "ander", "zin"),
    [
        (
            0.0389,
            "Succes!",
            "Met een score in 2014 die iets meer dan 0,03 hoger was, zou de wijk in Succes! "
            "vallen.",
        ),
        (
            -0.03,
            "Terugval",
            "Met een score in 2014 die iets meer dan 0,03 lager was, zou de wijk in Terugval "
            "vallen.",
        ),
        (
            *(-0.0004, "niet ingedeeld"),
            "Met een score in 2014 die minder dan 0,01 lager was, zou de wijk in geen van de vier "
            "clusters vallen.",
        ),
    ],
)
def test_hoe_dichtbij_een_ander_cluster_was(verschil, ander, zin):
    rij = {"jaar": 2014, "verschil": verschil, "ander_cluster": ander}
    assert cluster.hoe_dichtbij(rij) == zin
    assert cluster.hoe_dichtbij(None) == ""


def test_buren_en_plaats():
    assert omgeving.grenst_aan([]) == ""
    assert omgeving.grenst_aan(["Oost", "West"]) == "Grenst aan Oost en West."
    assert omgeving.grenst_aan(["Oost", "Plein e.o."]) == "Grenst aan Oost en Plein e.o."
    assert omgeving.in_de_buurt(["A", "B e.o."]) == "Dichtstbij liggen A en B e.o."
    veel = omgeving.grenst_aan([f"Wijk {i}" for i in range(10)])
    assert veel.endswith("Wijk 7 en twee andere wijken.")
    assert omgeving.in_de_buurt(["Oost"]) == "Dichtstbij ligt Oost."
    assert omgeving.plaats(5.0, [1.0, 2.0, 5.0, 9.0]) == "hoger dan 2 van 4"
    assert omgeving.plaats(1.0, [1.0, 2.0, 5.0, 9.0]) == "lager dan 3 van 4"
    assert omgeving.plaats(None, [1.0]) == omgeving.plaats(1.0, []) == "niet bekend"


def test_een_naam_met_een_punt_geeft_er_geen_twee():
    assert omgeving.grenst_aan(["Olmenplein e.o."]) == "Grenst aan Olmenplein e.o."
    assert omgeving.in_de_buurt(["Oost", "Brink e.o."]) == "Dichtstbij liggen Oost en Brink e.o."


def test_een_tweede_wijkanalyse_wordt_genoemd_met_waar_zij_staat():
    assert omgeving.nog_meer_analyses([]) == ""
    assert omgeving.nog_meer_analyses(["Een tweede blik"]) == (
        "Over deze wijk is er nog een wijkanalyse: Een tweede blik (bijlage 2, Wijkanalyses)."
    )
    assert omgeving.nog_meer_analyses(["A", "B"]) == (
        "Over deze wijk zijn er nog twee wijkanalyses: A; B (bijlage 2, Wijkanalyses)."
    )


@pytest.mark.parametrize(
    ("wijk", "naam", "zin"),
    [
        ("Wijk 01 Oost", "Schiedam-Oost", "in een eerder onderzoek: Schiedam-Oost"),
        ("Wijk 43 Angelslo", "Angelslo", ""),
        ("Meerwijk", "Meerwijk", ""),
        ("Wijk 01 Oost", None, ""),
    ],
)
def test_een_andere_naam_in_een_eerder_onderzoek(wijk, naam, zin):
    assert omgeving.naam_in_onderzoek(wijk, naam) == zin


def test_een_wijkanalyse_in_hele_zinnen():
    lang = "Een zin die past. " * 40
    kort = omgeving.in_drie_regels(lang)
    assert len(kort) <= omgeving.LANG and kort.endswith("past.")
    assert omgeving.in_drie_regels("Kort.") == "Kort."
    assert omgeving.in_drie_regels("woord " * 200).endswith("woord …")


def test_de_wijken_van_een_gemeente():
    daler = replace(WIJK, scores={2014: 4.0, 2022: 3.9}, cluster="Terugval")
    zonder = replace(WIJK, scores={}, cluster=None)
    assert over_de_wijken([WIJK, daler, zonder], KADER) == (
        "In deze bijlage staan drie wijken van deze gemeente. Tussen 2014 en 2022 steeg er één, "
        "daalde er één en bleef er geen binnen de marge. In 2022 staat er één van de twee op "
        "voldoende of hoger. Clusters: Gestaag herstel 1, Terugval 1."
    )
    stijger = replace(WIJK, scores={2014: 4.0, 2022: 4.1})
    assert over_de_wijken([stijger, stijger], KADER).startswith(
        "In deze bijlage staan twee wijken van deze gemeente. Tussen 2014 en 2022 stegen beide "
        "wijken meer dan de marge. In 2022 staan beide wijken op voldoende of hoger."
    )
    stil = replace(WIJK, scores={2014: 3.0, 2022: 3.0})
    assert over_de_wijken([stil], KADER).endswith(
        "bleef de wijk binnen de marge. In 2022 staat de wijk onder voldoende. Cluster: Gestaag "
        "herstel."
    )


def test_voorwerk_noemt_bron_en_fictie():
    teksten = {
        **{"bron_leefbaarometer": "Leefbaarometer", "bron_context": "CBS", "uitgever": "Bureau"},
        **{"plaats": "Proefstad", "datum": "2017-03-07", "auteurs": ["A", "B"]},
        **{"licentie": "CC BY 4.0", "bron_grenzen": "Kadaster"},
    }
    assert bron(teksten, met_grenzen=False) == "Bron: Leefbaarometer; CBS; bewerking Bureau."
    assert "grenzen: Kadaster" in bron(teksten, met_grenzen=True)
    licentie = "https://licentie.example/'x'"
    koppen = dict(colofon(teksten, "proef", True, [], {"CC BY 4.0": licentie}))
    assert koppen["Uitgave"] == [("Bureau, Proefstad, maart 2017", "")]
    assert "verzonnen" in koppen["Fictieve gegevens"][0][0]
    assert koppen["Bronnen"] == [("Leefbaarometer. CBS.", "")]
    # print has other apostrophes; an address goes on working
    assert koppen["Licentie"][0] == ("CC BY 4.0", "https://licentie.example/%27x%27")
    niet = {"citeren": "PC4", "licentie": {"naam": "CC BY-NC", "commercieel": False}}
    bronnen = [niet | {"vindplaats": "https://proef.example/"}, niet | {"vindplaats": ""}]
    bronnen[1] |= {"citeren": "Adressen"}
    koppen = dict(colofon(teksten, "proef", False, bronnen, {}))
    assert "Fictieve gegevens" not in koppen
    assert koppen["Bronnen"][0] == ("PC4", "https://proef.example/")
    assert koppen["Licentie"][0] == ("CC BY 4.0", "")
    tekst = "".join(woorden for woorden, _ in koppen["Bronnen"])
    assert tekst.startswith("PC4; Adressen. Wat met een bron onder CC BY-NC is gemaakt")


@pytest.mark.parametrize("wijken", ["selectie", "in_aanmerking", "alle"])
def test_leeswijzer(wijken):
    delen = dict(leeswijzer(KADER, wijken, 5))
    assert "‘binnen de marge’" in delen["De score"]
    assert delen["Wijken die erop lijken"].startswith("De vijf wijken")


def test_de_leeswijzer_legt_uit_wat_een_lezer_kan_narekenen():
    kader = replace(KADER, delta=0.025)
    delen = dict(leeswijzer(kader, "selectie", 5, ["Inkomen", "Koopwoningen (2017†)"]))
    assert "Een verandering tot en met 0,025 punt" in delen["De score"]
    assert "precies 3,938 is ‘voldoende’, en een die iets lager is ‘zwak’" in delen["Klassen"]
    assert "een honderdste anders" in delen["Afronden"]
    assert "middelste waarde (de mediaan)" in delen["Kenmerken van de wijk"]
    assert delen["Kenmerken van de wijk"].endswith(
        "†: gemeten na de hoofdperiode, in het genoemde jaar."
    )
    zonder = dict(leeswijzer(kader, "selectie", 5, ["Inkomen"]))
    assert zonder["Kenmerken van de wijk"].endswith("is die lager.")
