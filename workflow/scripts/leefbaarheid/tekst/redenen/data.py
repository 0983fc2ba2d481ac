"""The Dutch of `DataReden`: one or two sentences of the data quality report."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabelwaarden import SCHEIDING
from leefbaarheid.tekst.redenen.woorden import Woorden

NAMEN_TEN_HOOGSTE = 12
"""So many names fit in a sentence; the code has them all."""


def _telling(n: str, enkelvoud: str = "", meervoud: str = "") -> str:
    """Return "één wijk", "26 wijken", "26.366 regels"; without a noun it is areas."""
    return taal.aantal_van(int(n), enkelvoud or W.gebied, meervoud or W.gebieden)


def _begin(n: str, enkelvoud: str = "", meervoud: str = "") -> str:
    """Return a count with its noun at the start of a sentence: "Eén wijk", "26 wijken"."""
    return taal.hoofdletter(_telling(n, enkelvoud, meervoud))


def _regels(n: str) -> str:
    return _telling(n, "regel", "regels")


def _staat(n: str) -> str:
    return taal.meervoud(int(n), "staat", "staan")


def _heeft(n: str) -> str:
    return taal.meervoud(int(n), "heeft", "hebben")


def _telt(n: str) -> str:
    return taal.meervoud(int(n), "telt", "tellen")


def _namen(delen: str) -> str:
    """Return the names in a field of a code; the first of many, with how many follow."""
    return taal.eerste(delen.split(SCHEIDING), NAMEN_TEN_HOOGSTE)


def _sprongen(wijken: str, vorige_jaren: str, vorige: str, nieuwe: str) -> str:
    """Return "Zuid (WK900101) van 4,01 (2012) naar 5,51", the first of many."""
    velden = [veld.split(SCHEIDING) for veld in (wijken, vorige, vorige_jaren, nieuwe)]
    delen = [
        f"{wijk} van {taal.score(float(van))} ({jaar}) naar {taal.score(float(naar))}"
        for wijk, van, jaar, naar in zip(*velden, strict=True)
    ]
    return taal.eerste(delen, NAMEN_TEN_HOOGSTE)


def _breuk(
    maat: str,
    kolom: str,
    jaar: str,
    waarde: str,
    vorig_jaar: str,
    vorig: str,
    volgend_jaar: str,
    volgend: str,
) -> str:
    """Say how the mean or the spread of a year breaks with the years beside it."""
    wat = f"{'het gemiddelde' if maat == 'gemiddelde' else 'de spreiding'} van {kolom}"
    nu, eerst = taal.getal(float(waarde), 3), taal.getal(float(vorig), 3)
    if not volgend_jaar:
        return f"Tussen {vorig_jaar} en {jaar} verspringt {wat} van {eerst} naar {nu}."
    return (
        f"In {jaar} breekt {wat} ({nu}) met {vorig_jaar} ({eerst}) en {volgend_jaar} "
        f"({taal.getal(float(volgend), 3)})."
    )


def _ruw(waarde: str) -> str:
    """Return a number as it stands in a source: no more than four decimals, none that are zero."""
    getal = float(waarde)
    return taal.getal(getal, len(f"{getal:.4f}".rstrip("0").partition(".")[2]))


def _met_waarden(wijken: str, waarden: str) -> str:
    """Return "Zuid (WK900101) 3835,2 en Noord (WK900100) 85"; the first of many."""
    paren = zip(wijken.split(SCHEIDING), waarden.split(SCHEIDING), strict=True)
    return taal.eerste([f"{wijk} {_ruw(waarde)}" for wijk, waarde in paren], NAMEN_TEN_HOOGSTE)


def _bereik(van: str, tot: str) -> str:
    return f"De scores lopen van {taal.score(float(van))} tot {taal.score(float(tot))}"


def _verwacht(laag: str, hoog: str) -> str:
    return f"verwachte bereik van {taal.getal(float(laag), 1)} tot {taal.getal(float(hoog), 1)}."


WOORDEN: Woorden = {
    DataReden.CODERING: ("De tekst van het bestand is gecodeerd als {codering}, zoals verwacht."),
    DataReden.SCHEIDINGSTEKEN: "De kolommen zijn gescheiden door een {teken}.",
    DataReden.OVERGELEZEN: lambda n, kolommen: (
        f"{taal.hoofdletter(taal.aantal_van(int(n), 'kolom', 'kolommen'))} in dit bestand "
        f"{taal.meervoud(int(n), 'is', 'zijn')} niet gebruikt: {_namen(kolommen)}."
    ),
    DataReden.WIJKCODES_GOED: "Alle [[gebied+codes]] hebben de vorm die het CBS gebruikt.",
    DataReden.WIJKCODES_FOUT: lambda n: (
        f"{_begin(n, 'regel', 'regels')} {_heeft(n)} een {W.met('code')} die niet de vorm van het "
        "CBS heeft."
    ),
    DataReden.EENMAAL_PER_JAAR: "Elke [[gebied]] komt per jaar één keer voor.",
    DataReden.EENMAAL: "Elke [[gebied]] komt één keer voor.",
    DataReden.DUBBELE_REGELS: lambda n: (
        f"{_begin(n, 'regel', 'regels')} {_staat(n)} dubbel in het bestand."
    ),
    DataReden.GEMEENTECODE_PAST: (
        "De gemeentecode van elke [[gebied]] komt overeen met het gemeentedeel van de "
        "[[gebied+code]]."
    ),
    DataReden.GEMEENTECODE_PAST_NIET: lambda n: (
        f"Bij {_telling(n)} past de gemeentecode niet bij de {W.met('code')}."
    ),
    DataReden.SCORE_IN_JAAR: "Alle [[gebieden]] hebben een score in {jaar}.",
    DataReden.GEEN_SCORE_IN_JAAR: lambda jaar, n: (
        f"{_begin(n)} {_heeft(n)} geen score in {jaar} en {_telt(n)} niet mee in vergelijkingen "
        "met dit jaar."
    ),
    DataReden.REEKS_VOLLEDIG: "Alle [[gebieden]] hebben in elk jaar van de editie een score.",
    DataReden.REEKS_ONVOLLEDIG: lambda n, wijken: (
        f"{_begin(n)} {taal.meervoud(int(n), 'mist', 'missen')} in ten minste één jaar van de "
        "editie een score"
        + (f"; groot genoeg om in aanmerking te komen: {_namen(wijken)}." if wijken else ".")
    ),
    DataReden.WIJKANALYSES_NIET_GENOEMD: lambda map, n: (
        f"Naast de bronnen staat een map '{map}' met "
        f"{taal.aantal_van(int(n), 'wijkanalyse', 'wijkanalyses')}, en deze editie gebruikt haar "
        "niet. Wie haar mee wil nemen, zet in de configuratie bij de bronnen (bronnen) "
        f"wijkanalyses met map: {map}."
    ),
    DataReden.JAAR_NIET_GEBRUIKT: (
        "Het bestand heeft ook scores van {jaar}, en deze editie gebruikt ze niet. Wie dat jaar "
        "mee wil nemen, zet het in de configuratie bij de meetjaren (jaren)."
    ),
    DataReden.UITGAVE: (
        "Naar versie en meetjaren is dit de uitgave van {van} tot en met {tot} van Leefbaarometer "
        "{versie}, met de [[gebieden]] van {indeling}."
    ),
    DataReden.UITGAVE_ONBEKEND: (
        "Van Leefbaarometer {versie} is geen uitgave bekend met deze meetjaren ({van} tot en met "
        "{tot}); wat van een uitgave vaststaat, is daarom niet nagegaan."
    ),
    DataReden.SCORES_IN_BEREIK: lambda van, tot, laag, hoog: (
        f"{_bereik(van, tot)} en vallen alle binnen het {_verwacht(laag, hoog)}"
    ),
    DataReden.SCORES_BUITEN_BEREIK: lambda van, tot, laag, hoog, n: (
        f"{_bereik(van, tot)}; {_telling(n, 'score valt', 'scores vallen')} buiten het "
        f"{_verwacht(laag, hoog)}"
    ),
    DataReden.BASIS_VAST: (
        "Score en afwijking verschillen in elke regel hetzelfde vaste bedrag, zoals het hoort "
        "binnen één versie van de Leefbaarometer."
    ),
    DataReden.BASIS_NIET_VAST: lambda n: (
        f"In {_regels(n)} is het verschil tussen score en afwijking niet het vaste bedrag."
    ),
    DataReden.BASIS_UIT_BESTAND: lambda basis: (
        "Score en afwijking verschillen in elke regel hetzelfde vaste bedrag, "
        f"{taal.getal(float(basis), 7)}. Dat bedrag is uit het bestand zelf gelezen; het is van "
        "deze uitgave niet uit een andere bron bekend."
    ),
    DataReden.DIMENSIES_ALLE: "In {jaar} hebben alle [[gebieden]] scores op de vijf dimensies.",
    DataReden.DIMENSIES_DEELS: lambda jaar, gevuld, n: (
        f"In {jaar} {_heeft(gevuld)} {taal.telwoord(int(gevuld))} van de {_telling(n)} alle vijf "
        "dimensies."
    ),
    DataReden.DIMENSIES_GEEN: (
        "In {jaar} zijn er geen scores per dimensie; een verandering van of naar dit jaar kan niet "
        "naar dimensies worden uitgesplitst."
    ),
    DataReden.SOM_KLOPT: (
        "In {jaar} tellen de vijf dimensies bij elke [[gebied]] op tot de afwijking."
    ),
    DataReden.SOM_KLOPT_NIET: lambda jaar, n: (
        f"In {jaar} tellen de vijf dimensies bij {_telling(n)} niet op tot de afwijking."
    ),
    DataReden.DIMENSIES_OP_PLAATS: (
        "Gemiddelde, spreiding en samenhang van de vijf dimensies passen bij versie {versie} van "
        "de Leefbaarometer; er zijn geen kolommen verwisseld."
    ),
    DataReden.DIMENSIES_ONDUIDELIJK: (
        "Of kolommen met dimensies verwisseld zijn, is niet na te gaan: zij passen in meer dan één "
        "volgorde bij versie {versie} van de Leefbaarometer, bijvoorbeeld omdat het bestand maar "
        "een deel van het land beslaat."
    ),
    DataReden.DIMENSIES_NIET_NAGEGAAN: (
        "Of kolommen met dimensies verwisseld zijn, is niet nagegaan: er zijn te weinig "
        "[[gebieden]], of geen landelijke cijfers om mee te vergelijken (versie {versie}, 2014 tot "
        "en met 2022)."
    ),
    DataReden.SPRONG: lambda jaar, n, wijken, vorige_jaren, vorige, nieuwe, gebruikelijk: (
        f"In {jaar} springt de score van {_telling(n)} (meer dan tien keer de gebruikelijke "
        f"{taal.getal(float(gebruikelijk), 3)} punt): "
        f"{_sprongen(wijken, vorige_jaren, vorige, nieuwe)}."
    ),
    DataReden.GEEN_SPRONG: (
        "De score van geen enkele [[gebied]] maakt een onwaarschijnlijke sprong."
    ),
    DataReden.JAAR_BREEKT: _breuk,
    DataReden.JAAR_HANGT_NIET_SAMEN: lambda kolom, jaar, vorig_jaar, correlatie: (
        f"De waarden van {kolom} in {jaar} hangen nauwelijks samen met die van {vorig_jaar} "
        f"(correlatie {taal.getal(float(correlatie), 2)}); ga na of zij bij de goede {W.gebied} "
        "staan."
    ),
    DataReden.JAREN_SLUITEN_AAN: (
        "Gemiddelde en spreiding van score en dimensies sluiten van jaar op jaar aan."
    ),
    DataReden.OOK_IN_CONTEXT: "Alle [[gebieden]] staan ook in de contexttabel.",
    DataReden.SCORES_SAMENGEVOEGD: lambda n, wijken, van, naar: (
        f"De scores zijn van de {W.gebieden} van {van}, de contexttabel van die van {naar}. De "
        f"score van {_telling(n)} is het gemiddelde van de samengevoegde {W.gebieden}, gewogen "
        f"naar adressen: {_namen(wijken)}."
    ),
    DataReden.SCORES_OVERGENOMEN: lambda n, wijken, van, naar: (
        f"{_begin(n)} {taal.meervoud(int(n), 'had', 'hadden')} in {van} een andere code dan in "
        f"{naar}; de score is die van dezelfde {W.gebied}: {_namen(wijken)}."
    ),
    DataReden.SCORES_NIET_HERLEID: lambda n, wijken, van, naar: (
        f"{_begin(n)} van {naar} {taal.meervoud(int(n), 'bestaat', 'bestaan')} uit delen van "
        f"{W.gebieden} van {van} en {taal.meervoud(int(n), 'heeft', 'hebben')} geen score, omdat "
        f"de score van een deel niet bekend is: {_namen(wijken)}."
    ),
    DataReden.LABEL_GEMENGD: lambda n, wijken: (
        f"{_begin(n)} {taal.meervoud(int(n), 'lag', 'lagen')} met een deel van de adressen in "
        f"{W.gebieden} op de lijst; het label geldt waar dat meer dan de helft was: "
        f"{_namen(wijken)}."
    ),
    DataReden.NIET_IN_CONTEXT: lambda n, wijken: (
        f"{_begin(n)} {_staat(n)} niet in de contexttabel; inwoners en factoren ontbreken daar: "
        f"{_namen(wijken)}."
    ),
    DataReden.OOK_IN_LEEFBAAROMETER: "Alle [[gebieden]] staan ook in de Leefbaarometer.",
    DataReden.NIET_IN_LEEFBAAROMETER: lambda n, wijken: (
        f"{_begin(n)} {_staat(n)} niet in de Leefbaarometer; scores ontbreken daar: "
        f"{_namen(wijken)}."
    ),
    DataReden.ONTBREKEN_AANVAARD: lambda n, wijken: (
        f"Van {_telling(n)} aanvaardt de configuratie (accepteer_ontbrekend) dat zij in één van "
        f"de bronnen {taal.meervoud(int(n), 'ontbreekt', 'ontbreken')}: {_namen(wijken)}."
    ),
    DataReden.AANVAARD_OVERBODIG: lambda n, wijken: (
        f"{_begin(n, 'code', 'codes')} in accepteer_ontbrekend {_staat(n)} in beide bronnen of "
        f"in geen van beide en {taal.meervoud(int(n), 'doet', 'doen')} daar niets: "
        f"{_namen(wijken)}."
    ),
    DataReden.NAAM_VAST: "Elke [[gebied]] heeft in alle jaren dezelfde naam.",
    DataReden.NAAM_WISSELT: lambda n: (
        f"{_begin(n)} {_heeft(n)} niet in alle jaren dezelfde naam; het rapport gebruikt de "
        "laatste."
    ),
    DataReden.NAMEN_GELIJK: "De namen van de [[gebieden]] zijn in beide bronnen gelijk.",
    DataReden.NAMEN_VERSCHILLEN: lambda n, namen: (
        f"{_begin(n)} {_heeft(n)} in de contexttabel een andere naam. Gekoppeld is op code, dus "
        "dit raakt de uitkomsten niet; het rapport gebruikt de naam uit de Leefbaarometer."
        + (f" Ga na of dit steeds dezelfde {W.gebied} is: {_namen(namen)}." if namen else "")
    ),
    DataReden.KAART_VOLLEDIG: "Alle gebieden staan zowel in de bronnen als op de kaart.",
    DataReden.NIET_OP_KAART: lambda n, gebieden: (
        f"{_begin(n, 'gebied', 'gebieden')} {_staat(n)} in de bronnen maar niet op de kaart: "
        f"{_namen(gebieden)}."
    ),
    DataReden.ALLEEN_OP_KAART: lambda n, gebieden: (
        f"{_begin(n, 'gebied', 'gebieden')} {_staat(n)} op de kaart maar niet in de bronnen: "
        f"{_namen(gebieden)}."
    ),
    DataReden.INWONERS_BEKEND: "Van alle [[gebieden]] is het aantal inwoners bekend.",
    DataReden.INWONERS_ONBEKEND: lambda n, wijken: (
        f"Van {_telling(n)} is het aantal inwoners onbekend; die {_telt(n)} niet mee waar naar "
        f"inwoners gekeken of gewogen wordt: {_namen(wijken)}."
    ),
    DataReden.ALLE_BEWOOND: "Alle [[gebieden]] hebben inwoners.",
    DataReden.ONBEWOOND: lambda n: f"{_begin(n)} {_heeft(n)} geen inwoners.",
    DataReden.FACTOR_GEVULD: "Deze factor is voor alle [[gebieden]] bekend.",
    DataReden.FACTOR_ONTBREEKT: lambda n, aandeel: (
        f"Deze factor ontbreekt bij {_telling(n)} ({taal.procent(float(aandeel), 1)}); die "
        f"{taal.meervoud(int(n), 'valt', 'vallen')} weg uit modellen met deze factor."
    ),
    DataReden.VER_VAN_DE_REST: lambda kolom, n, wijken, waarden, laag, hoog: (
        f"In kolom {kolom} {taal.meervoud(int(n), 'ligt', 'liggen')} "
        f"{_telling(n, 'waarde', 'waarden')} ver van de rest (grens {_ruw(laag)} tot "
        f"{_ruw(hoog)}): {_met_waarden(wijken, waarden)}. "
        f"{taal.meervoud(int(n), 'Zij is', 'Zij zijn')} ongewijzigd gebruikt."
    ),
    DataReden.LIJST_VOLLEDIG: (
        "Van alle [[gebieden]] met dit label zijn scores en inwoners bekend."
    ),
    DataReden.LIJST_ONVOLLEDIG: lambda n, wijken: (
        f"Van {_telling(n)} met dit label ontbreken een score of het aantal inwoners: "
        f"{_namen(wijken)}."
    ),
}
