"""The sentences of the data quality report: one or two, singular and plural, Dutch numbers."""

from __future__ import annotations

import re

import pytest

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.tekst.redenen.alle import redentekst


@pytest.mark.parametrize("code", DataReden, ids=str)
@pytest.mark.parametrize("n", [1, 26])
def test_elke_bevinding_is_een_hele_zin(code, n):
    zin = redentekst(code.met(**dict.fromkeys(code.velden, n)))
    assert re.fullmatch(r"[A-Z0-9].*\.", zin)
    assert not re.search(r"\b1 wijken|\b26 wijk\b|\b1 wijk hebben|\b26 wijken heeft", zin)


@pytest.mark.parametrize(
    ("cel", "zin"),
    [
        (
            DataReden.CODERING.met(codering="UTF-8 met BOM"),
            "De tekst van het bestand is gecodeerd als UTF-8 met BOM, zoals verwacht.",
        ),
        (
            DataReden.WIJKCODES_FOUT.met(n=26_366),
            "26.366 regels hebben een wijkcode die niet de vorm van het CBS heeft.",
        ),
        (DataReden.DUBBELE_REGELS.met(n=1), "Eén regel staat dubbel in het bestand."),
        (
            DataReden.GEEN_SCORE_IN_JAAR.met(jaar=2012, n=2),
            "Twee wijken hebben geen score in 2012 en tellen niet mee in vergelijkingen met dit "
            "jaar.",
        ),
        (
            DataReden.SCORES_IN_BEREIK.met(van=2.9, tot=4.6789, laag=2.5, hoog=6.0),
            "De scores lopen van 2,90 tot 4,68 en vallen alle binnen het verwachte bereik van 2,5 "
            "tot 6,0.",
        ),
        (
            DataReden.SCORES_BUITEN_BEREIK.met(van=3.9, tot=9.0, laag=2.5, hoog=6.0, n=1),
            "De scores lopen van 3,90 tot 9,00; één score valt buiten het verwachte bereik van 2,5 "
            "tot 6,0.",
        ),
        (
            DataReden.DIMENSIES_DEELS.met(jaar=2014, gevuld=1, n=3),
            "In 2014 heeft één van de drie wijken alle vijf dimensies.",
        ),
        (
            DataReden.NIET_IN_CONTEXT.met(n=2, wijken="Zuidas (WK036323); Noord (WK900101)"),
            "Twee wijken staan niet in de contexttabel; inwoners en factoren ontbreken daar: "
            "Zuidas (WK036323) en Noord (WK900101).",
        ),
        (
            DataReden.NIET_IN_LEEFBAAROMETER.met(n=14, wijken="; ".join("ABCDEFGHIJKLMN")),
            "14 wijken staan niet in de Leefbaarometer; scores ontbreken daar: A, B, C, D, E, F, "
            "G, H, I, J, K, L en nog 2.",
        ),
        (
            DataReden.ONTBREKEN_AANVAARD.met(n=1, wijken="Zuidas (WK036323)"),
            "Van één wijk aanvaardt de configuratie (accepteer_ontbrekend) dat zij in één van de "
            "bronnen ontbreekt: Zuidas (WK036323).",
        ),
        (
            DataReden.AANVAARD_OVERBODIG.met(n=2, wijken="WK900100; WK900101"),
            "Twee codes in accepteer_ontbrekend staan in beide bronnen of in geen van beide en "
            "doen daar niets: WK900100 en WK900101.",
        ),
        (
            DataReden.WIJKANALYSES_NIET_GENOEMD.met(map="Wijkanalyses", n=1),
            "Naast de bronnen staat een map 'Wijkanalyses' met één wijkanalyse, en deze editie "
            "gebruikt haar niet. Wie haar mee wil nemen, zet in de configuratie bij de bronnen "
            "(bronnen) wijkanalyses met map: Wijkanalyses.",
        ),
        (
            DataReden.JAAR_NIET_GEBRUIKT.met(jaar=2024),
            "Het bestand heeft ook scores van 2024, en deze editie gebruikt ze niet. Wie dat jaar "
            "mee wil nemen, zet het in de configuratie bij de meetjaren (jaren).",
        ),
        (
            DataReden.SPRONG.met(
                jaar=2014,
                n=2,
                wijken="Zuid (WK900101); WK900102",
                vorige_jaren="2012; 2008",
                vorige="4.0123; 4.1",
                nieuwe="5.51; 3.2",
                gebruikelijk=0.0359,
            ),
            "In 2014 springt de score van twee wijken (meer dan tien keer de gebruikelijke 0,036 "
            "punt): Zuid (WK900101) van 4,01 (2012) naar 5,51 en WK900102 van 4,10 (2008) "
            "naar 3,20.",
        ),
        (
            DataReden.FACTOR_ONTBREEKT.met(n=2, aandeel=0.5),
            "Deze factor ontbreekt bij twee wijken (50,0%); die vallen weg uit modellen met deze "
            "factor.",
        ),
    ],
)
def test_de_woorden_volgen_de_velden(cel, zin):
    assert redentekst(cel) == zin
