"""The chapter Selectie of the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

import re
from collections import Counter

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import BASISMETING, TERUGVAL
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import KOLOM_VAN_CLUSTER, ZONDER_VOORWAARDEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.codeboek import peiljaar
from leefbaarheid.tekst.gedeeld.opzet import modelvormen
from leefbaarheid.tekst.gedeeld.selectie import buiten_aanmerking, is_lijst, met_label
from leefbaarheid.tekst.stof import Stof


def labels_tekst(stof: Stof) -> str:
    """Say which labels a selection list has and how many wijken carry each."""
    namen = stof.editie["selectie"]["labels"]
    n = stof.cijfers.waarde("selectie.n_geselecteerd")
    if len(namen) == 1:
        return f"Geselecteerd is elke {W.gebied} {met_label(stof)}; dat zijn er {taal.getal(n)}."
    aantallen = [stof.cijfers.waarde(f"selectie.n_per_label.{label}") for label in namen]
    delen = [
        f"{taal.telwoord(aantal)} keer *{als_markdown(label)}*"
        for aantal, label in zip(aantallen, namen, strict=True)
    ]
    zin = (
        f"Geselecteerd is elke {W.gebied} {met_label(stof)}; dat zijn er {taal.getal(n)}. De lijst "
        f"geeft {taal.opsomming(delen)}."
    )
    if sum(aantallen) > n:
        zin += (
            f" De labels overlappen: een {W.gebied} kan er meer dan één hebben en telt dan één "
            "keer."
        )
    return zin


def labels_ernaast(stof: Stof) -> str:
    """Say which wijken with a policy label stand beside a selection by score; "" without any.

    Their group is in the tables, whether its wijken are selected or not.
    """
    zinnen = []
    if is_lijst(stof):
        return ""
    for label in stof.editie["selectie"].get("labels", []):
        rijen = [rij for rij in stof.tabellen["wijken"] if rij.get(f"label_{label}")]
        if rijen:
            zinnen.append(_label_ernaast(label, len(rijen), sum(r["in_selectie"] for r in rijen)))
    lijst = stof.editie["bronnen"].get("selectielijst", {})
    return " ".join([*zinnen, als_markdown(lijst.get("toelichting", ""))]).strip() if zinnen else ""


def _label_ernaast(label: str, n: int, gekozen: int) -> str:
    """Say how many wijken had a label, and how many of those are selected."""
    naam = als_markdown(label)
    if n == 1:
        ook = "is geselecteerd" if gekozen else "is niet geselecteerd"
        return f"In de tabellen staat ook de {W.gebied} met het label *{naam}*; zij {ook}."
    daarvan = {0: "geen daarvan is", n: "zij zijn allemaal"}.get(
        gekozen, f"{taal.telwoord(gekozen)} daarvan {taal.meervoud(gekozen, 'is', 'zijn')}"
    )
    return (
        f"In de tabellen staan ook de {taal.getal(n)} {W.gebieden} met het label *{naam}*; "
        f"{daarvan} geselecteerd."
    )


def volledigheid(stof: Stof) -> str:
    """Say how many wijken of a selection list lack data or fall short of the comparison."""
    onvolledig = stof.cijfers.waarde("selectie.n_onvolledig")
    buiten = stof.cijfers.waarde("selectie.n_buiten_aanmerking")
    if not onvolledig and not buiten:
        return (
            f"Van elke {W.gebied} op de lijst zijn de scores en het inwonertal bekend, en elke "
            f"{W.gebied} voldoet ook aan de eisen die hieronder aan de vergelijking worden gesteld."
        )
    zinnen = []
    if onvolledig:
        wijken = taal.aantal_van(onvolledig, W.gebied, W.gebieden)
        mist = taal.meervoud(onvolledig, "mist", "missen")
        zinnen.append(
            f"{taal.hoofdletter(wijken)} op de lijst {mist} een score of een inwonertal. Zij "
            "blijven in de selectie en vallen alleen weg waar dat gegeven nodig is."
        )
    if buiten:
        zinnen.append(f"{buiten_aanmerking(stof)} Die eisen staan hieronder.")
    return " ".join(zinnen)


def gelijke_stand(stof: Stof) -> str:
    """Say whether wijken with the same score were parted at the edge of the selection."""
    n = stof.cijfers.waarde("selectie.n_gelijk_aan_grens")
    buiten = stof.cijfers.waarde("selectie.n_gelijk_buiten_selectie")
    grens = stof.cijfers.tekst("selectie.grensscore")
    if n <= 1:
        return (
            f"De hoogste score binnen de selectie is {grens}; geen andere {W.gebied} heeft precies "
            "die score."
        )
    if not buiten:
        return (
            f"De hoogste score binnen de selectie is {grens}; "
            f"{taal.aantal_van(n, f'{W.gebied} heeft', f'{W.gebieden} hebben')} precies die score "
            "en alle zijn geselecteerd."
        )
    codes = als_markdown(stof.cijfers.waarde("selectie.gelijk_buiten_selectie"))
    return (
        f"De hoogste score binnen de selectie is {grens}. "
        f"{taal.hoofdletter(taal.aantal_van(n, f'{W.gebied} heeft', f'{W.gebieden} hebben'))} "
        "precies die score; de volgorde van de CBS-code besliste. Daardoor "
        f"{taal.meervoud(buiten, 'viel', 'vielen')} {codes} buiten de selectie."
    )


def laat_peiljaar(stof: Stof) -> str:
    """Warn where inhabitants were counted after the first measurement; else ""."""
    jaren = [int(j) for j in re.findall(r"(?:19|20)\d{2}", peiljaar(stof, "inwoners") or "")]
    eerste = stof.editie["jaren"][0]
    if not jaren or min(jaren) <= eerste:
        return ""
    toen = (
        "veel minder inwoners had"
        if stof.editie["selectie"].get("voorwaarden")
        else "nog nauwelijks was gebouwd of bewoond"
    )
    return (
        f"Het inwonertal is van {peiljaar(stof, 'inwoners')}, later dan de eerste meting in "
        f"{eerste}. Een {W.gebied} die toen {toen}, kan daardoor toch "
        f"meedoen; haar vroegste scores zeggen dan weinig over de {W.gebied} van nu."
    )


def concentratie(stof: Stof) -> str:
    """Say how the selected wijken are spread over gemeenten."""
    selectie = (rij["gm_code"] for rij in stof.tabellen["wijken"] if rij["in_selectie"])
    aantallen = sorted(Counter(selectie).values(), reverse=True)
    helft = next(n for n in range(len(aantallen) + 1) if 2 * sum(aantallen[:n]) >= sum(aantallen))
    enkel = aantallen.count(1)
    zinnen = []
    if helft < len(aantallen):
        zinnen.append(
            f"{taal.hoofdletter(taal.aantal_van(helft, 'gemeente telt', 'gemeenten tellen'))} "
            f"{'samen ' if helft > 1 else ''}ten minste de helft van de geselecteerde {W.gebieden}."
        )
    if enkel:
        zinnen.append(
            f"In {taal.aantal_van(enkel, 'gemeente', 'gemeenten')} is er maar één {W.gebied} "
            "geselecteerd."
        )
    return " ".join(zinnen)


def varianten_tekst(stof: Stof) -> str:
    """Say what the selection would have been otherwise; "" where no variant differs."""
    editie, *andere = _getoonde_varianten(stof)
    if not andere:
        return ""
    zinnen = ["@tbl-selectiegevoeligheid zet de selectie naast wat zij anders was geweest."]
    zinnen += [_variant_zin(stof, rij, editie) for rij in andere]
    return " ".join(zinnen)


def _getoonde_varianten(stof: Stof) -> list[Rij]:
    """Return the row of the edition, and those of the variants with another selection."""
    editie, *andere = stof.tabellen["selectiegevoeligheid"]
    return [editie, *(rij for rij in andere if _maakt_uit(stof, rij))]


def _maakt_uit(stof: Stof, rij: Rij) -> bool:
    """Tell whether a variant selects other wijken; conditions of a list only take wijken away."""
    if rij["variant"] != ZONDER_VOORWAARDEN:
        return True
    return bool(rij["n_anders"] or stof.cijfers.waarde("selectie.n_uitgesloten"))


def _variant_zin(stof: Stof, rij: Rij, editie: Rij) -> str:
    kolom = f"n_{KOLOM_VAN_CLUSTER[TERUGVAL]}"
    gelijk = editie[kolom] == rij[kolom]
    dan = "evenveel" if gelijk else taal.hoeveel(rij[kolom])
    hier = taal.aantal_van(editie[kolom], W.gebied, W.gebieden)
    zit = taal.meervoud(editie[kolom], "zit", "zitten")
    if rij["variant"] == ZONDER_VOORWAARDEN:
        return (
            f"Van de selectie zonder voorwaarden "
            f"{taal.meervoud(rij['n_anders'], 'valt', 'vallen')} "
            f"{taal.aantal_van(rij['n_anders'], W.gebied, W.gebieden)} buiten de selectie van dit "
            f"rapport. In *{TERUGVAL}* {zit} met de voorwaarden {hier}, en zonder {dan}."
        )
    wie = als_markdown(stof.editie["selectie"]["varianten"][rij["variant"]]["omschrijving"])
    crisis, eind = stof.editie["clusters"]["crisisjaar"], stof.editie["eindjaar"]
    hier_v, daar_v = (taal.verandering(r[f"verandering_{crisis}_{eind}"], 3) for r in (editie, rij))
    return (
        f"Tellen alleen {wie} mee, dan "
        f"{taal.meervoud(rij['n_wijken'], 'is het', 'zijn het')} "
        f"{taal.aantal_van(rij['n_wijken'], W.gebied, W.gebieden)} in "
        f"{taal.aantal_van(rij['n_gemeenten'], 'gemeente', 'gemeenten')}. In *{TERUGVAL}* {zit} "
        f"in deze editie {hier}, en dan {dan}; tussen {crisis} en {eind} was de gemiddelde "
        f"verandering {hier_v} punt, en dan {daar_v}."
    )


def varianten_koppen(stof: Stof) -> list[str]:
    """Return the heads of the table: this edition, and each variant that differs."""
    koppen = []
    for rij in _getoonde_varianten(stof)[1:]:
        zonder = rij["variant"] == ZONDER_VOORWAARDEN
        eigen = stof.editie["selectie"].get("varianten", {})
        koppen.append(
            "Zonder voorwaarden" if zonder else als_markdown(eigen[rij["variant"]]["kop"])
        )
    return ["Maat", "Deze editie", *koppen]


def varianten_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per quantity: in the selection, and in each variant that differs."""
    rijen = _getoonde_varianten(stof)
    aantallen = {"n_wijken": W.Gebieden, "n_gemeenten": "Gemeenten"}
    aantallen |= {f"n_{kolom}": f"*{naam}*" for naam, kolom in KOLOM_VAN_CLUSTER.items()}
    uit = [[kop, *(taal.getal(rij[kolom]) for rij in rijen)] for kolom, kop in aantallen.items()]
    for van, tot in stof.editie["vensters"]:
        periode = venster(van, tot)
        uit += [
            [
                f"Verandering {periode}",
                *(taal.verandering(rij[f"verandering_{van}_{tot}"], 3) for rij in rijen),
            ],
            [
                f"Gedaald {periode}",
                *(taal.procent(rij[f"gedaald_{van}_{tot}"], 1) for rij in rijen),
            ],
        ]
    return uit


def hulp_bij_regressie(stof: Stof) -> str:
    """Say what helps to see how much of a rise is regression to the mean."""
    delen = [f"de vergelijking met de overige {W.gebieden}"]
    if BASISMETING in modelvormen(stof):
        delen.append(
            f"de modelvorm met de score van {stof.editie['basisjaar']} als basismeting "
            "(@sec-methode-regressie)"
        )
    if stof.editie["jaren"][-1] > stof.editie["eindjaar"]:
        delen.append(
            f"de metingen na {stof.editie['eindjaar']}, waarop geen enkel cluster is gekozen"
        )
    return (
        "Om de uitkomsten op waarde te schatten "
        f"{taal.meervoud(len(delen), 'helpt', 'helpen')} {taal.opsomming(delen)}."
    )
