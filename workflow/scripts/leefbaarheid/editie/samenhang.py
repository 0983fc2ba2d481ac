"""Checks between the keys of an edition: years, windows, selection, factors."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from math import inf
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import WIJK, W, gebied_van
from leefbaarheid.basis.tabelwaarden import VASTE_VARIANTEN
from leefbaarheid.basis.voorregistratie import KEUZES, vingerafdruk
from leefbaarheid.editie import huisstijl
from leefbaarheid.editie.eisen import Eis

Editie = Mapping[str, Any]


def _meetjaren(editie: Editie) -> Iterator[Eis]:
    """Measurement years ascend, and every year that is named is one of them."""
    jaren = editie["jaren"]
    yield Eis(
        jaren == sorted(jaren),
        "de meetjaren staan niet oplopend",
        "jaren",
        jaren,
        f"Schrijf {sorted(jaren)}.",
    )
    clusters, stijgers = editie["clusters"], editie["stijgers_dalers"]
    losse = {
        "basisjaar": editie["basisjaar"],
        "eindjaar": editie["eindjaar"],
        "clusters.langjaar": clusters["langjaar"],
        "clusters.crisisjaar": clusters["crisisjaar"],
        "stijgers_dalers.van": stijgers["van"],
        "stijgers_dalers.tot": stijgers["tot"],
    }
    if "jaar" in editie["selectie"]:
        losse["selectie.jaar"] = editie["selectie"]["jaar"]
    gebeurtenis = editie["inferentie"].get("gebeurtenis", {})
    if "basisjaar" in gebeurtenis:
        losse["inferentie.gebeurtenis.basisjaar"] = gebeurtenis["basisjaar"]
    for sleutel, jaar in losse.items():
        yield _in_jaren(jaren, sleutel, jaar)


def _in_jaren(jaren: list[int], sleutel: str, jaar: int) -> Eis:
    return Eis(
        jaar in jaren,
        "dit jaar staat niet in 'jaren'",
        sleutel,
        jaar,
        f"Kies een van de jaren {', '.join(map(str, jaren))} of voeg het jaar toe aan 'jaren'.",
    )


def _domeinen(editie: Editie) -> Iterator[Eis]:
    """Every theme of a domain is one of the edition, and of no other domain."""
    themas, gezien = editie["wijkanalyses"]["themas"], set()
    for n, domein in enumerate(editie["wijkanalyses"].get("domeinen", [])):
        for thema in domein["themas"]:
            yield Eis(
                thema in themas and thema not in gezien,
                "dit thema hoort al bij een ander domein"
                if thema in gezien
                else "dit thema staat niet in wijkanalyses.themas",
                f"wijkanalyses.domeinen.{n}.themas",
                thema,
                bedoelde_u(thema, themas) or f"Kies uit: {', '.join(themas)}.",
            )
            gezien.add(thema)


def _vensters(editie: Editie) -> Iterator[Eis]:
    """Windows run from an earlier to a later measurement year."""
    regressie = editie["regressie"]
    blokken = {
        "vensters": editie["vensters"],
        "decompositie_vensters": editie["decompositie_vensters"],
        "regressie.vensters": regressie["vensters"],
        "regressie.hoofdvenster": [regressie["hoofdvenster"]],
    }
    for sleutel, vensters in blokken.items():
        for venster in vensters:
            for jaar in venster:
                yield _in_jaren(editie["jaren"], sleutel, jaar)
            yield Eis(
                venster[0] < venster[1],
                "een venster loopt van een vroeger naar een later jaar",
                sleutel,
                venster,
                "Zet het vroegste jaar eerst.",
            )


def _verhaal(editie: Editie) -> Iterator[Eis]:
    """The periods that the texts describe are there and follow one another."""
    clusters, stijgers = editie["clusters"], editie["stijgers_dalers"]
    lang, crisis, eind = clusters["langjaar"], clusters["crisisjaar"], editie["eindjaar"]
    yield Eis(
        lang < crisis < eind,
        "de clusterregel vraagt langjaar < crisisjaar < eindjaar",
        "clusters",
        [lang, crisis, eind],
        "Pas clusters.langjaar, clusters.crisisjaar of eindjaar aan.",
    )
    for venster in ([lang, crisis], [crisis, eind]):
        yield Eis(
            venster in editie["vensters"],
            "het rapport beschrijft deze periode, maar zij staat niet in 'vensters'",
            "vensters",
            venster,
            "Voeg de periode toe aan 'vensters'.",
        )
    van, tot = stijgers["van"], stijgers["tot"]
    yield Eis(
        van < tot,
        "het beginjaar ligt niet voor het eindjaar",
        "stijgers_dalers",
        [van, tot],
        "Zet het vroegste jaar bij 'van'.",
    )


def _selectie(editie: Editie) -> Iterator[Eis]:
    """The keys of the selection fit its kind."""
    selectie = editie["selectie"]
    for sleutel in ("jaar", "aantal"):
        yield Eis(
            (sleutel in selectie) == (selectie["soort"] == "laagste_scores"),
            "deze sleutel hoort bij selectie.soort 'laagste_scores', en alleen daarbij",
            f"selectie.{sleutel}",
            selectie.get(sleutel, "(ontbreekt)"),
            "Voeg de sleutel toe of haal hem weg, of kies de andere soort.",
        )
    yield from _selectielijst(editie)
    for kenmerk, grens in selectie.get("voorwaarden", {}).items():
        yield Eis(
            grens.get("min", -inf) <= grens.get("max", inf),
            "het minimum van deze voorwaarde ligt boven haar maximum",
            f"selectie.voorwaarden.{kenmerk}",
            f"min {grens.get('min')}, max {grens.get('max')}",
            "Verwissel de twee, of verbeter ze.",
        )
    label, labels = _label_van_gebeurtenis(editie), selectie.get("labels", [])
    yield Eis(
        label is None or label in labels,
        "dit label staat niet bij 'selectie.labels'",
        "inferentie.gebeurtenis.label",
        label,
        bedoelde_u(str(label), labels)
        or (f"Kies uit: {', '.join(labels)}." if labels else "Haal de sleutel weg."),
    )
    yield Eis(
        selectie.get("jaar", 0) <= editie["eindjaar"],
        "het selectiejaar ligt na het eindjaar",
        "selectie.jaar",
        selectie.get("jaar"),
        "Kies een jaar tot en met het eindjaar.",
    )


def _label_van_gebeurtenis(editie: Editie) -> str | None:
    label: str | None = editie["inferentie"].get("gebeurtenis", {}).get("label")
    return label


def _selectielijst(editie: Editie) -> Iterator[Eis]:
    """A list and its labels go together; a selection by list cannot do without them."""
    selectie, lijst = editie["selectie"], editie["bronnen"].get("selectielijst")
    kiest = selectie["soort"] == "lijst"
    yield Eis(
        "labels" in selectie or not kiest,
        "selectie.soort 'lijst' vraagt labels",
        "selectie.labels",
        "(ontbreekt)",
        "Noem de kolommen van de selectielijst, of kies de andere soort.",
    )
    yield Eis(
        (lijst is not None) == ("labels" in selectie),
        "een selectielijst en selectie.labels horen bij elkaar",
        "bronnen.selectielijst",
        "(ontbreekt)" if lijst is None else lijst["bestand"],
        "Voeg het ene toe of haal het andere weg.",
    )
    yield Eis(
        not (kiest and lijst and lijst.get("optioneel")),
        "een lijst waarmee gekozen wordt, is niet optioneel",
        "bronnen.selectielijst.optioneel",
        True,
        "Haal de sleutel weg.",
    )
    yield from _varianten(editie)


def alle_labels(selectie: Mapping[str, Any]) -> list[str]:
    """Return the labels that a selection asks of its list, those of its variants last."""
    namen = [*selectie.get("labels", [])]
    for variant in selectie.get("varianten", {}).values():
        namen += variant["labels"]
    return list(dict.fromkeys(namen))


def _varianten(editie: Editie) -> Iterator[Eis]:
    """Variants have other labels of a list that selects; a label from a column is used."""
    selectie = editie["selectie"]
    for naam in selectie.get("varianten", {}):
        yield Eis(
            selectie["soort"] == "lijst" and naam not in VASTE_VARIANTEN,
            "deze variant van de selectie kan niet: zij hoort bij selectie.soort 'lijst', en heet "
            f"anders dan {' en '.join(VASTE_VARIANTEN)}",
            f"selectie.varianten.{naam}",
            naam,
            "Geef haar een andere naam of haal haar weg.",
        )
    labels = alle_labels(selectie)
    for label in editie["bronnen"].get("selectielijst", {}).get("uit_kolom", {}):
        yield Eis(
            label in labels,
            "de selectie gebruikt dit label niet",
            f"bronnen.selectielijst.uit_kolom.{label}",
            label,
            bedoelde_u(label, labels) or f"Kies uit: {', '.join(labels)}.",
        )


def _contexttabel(editie: Editie) -> Iterator[Eis]:
    """The context table is there with its codebook, or there is a recipe that makes both."""
    bronnen = editie["bronnen"]
    context, codeboek = bronnen["context"], bronnen.get("codeboek")
    if "recept" in context:
        for sleutel in {"bestand", "ophalen", "sha256", "register"} & set(context):
            yield Eis(
                False,
                "met een recept wordt de contexttabel gemaakt; deze sleutel hoort er niet bij",
                f"bronnen.context.{sleutel}",
                context[sleutel],
                "Haal deze sleutel weg, of haal `recept` weg.",
            )
        yield Eis(
            codeboek is None,
            "met een recept wordt het codeboek gemaakt; een bestand ervoor hoort er niet bij",
            "bronnen.codeboek",
            codeboek,
            "Haal dit blok weg, of haal bronnen.context.recept weg.",
        )
        return
    for sleutel in ("bestand", "ophalen"):
        yield Eis(
            sleutel in context,
            f"verplichte sleutel '{sleutel}' ontbreekt",
            "bronnen.context",
            None,
            "Noem de contexttabel en waar zij vandaan komt, of een recept.",
        )
    yield Eis(
        codeboek is not None,
        "verplichte sleutel 'codeboek' ontbreekt",
        "bronnen",
        None,
        "Noem het codeboek bij de contexttabel.",
    )


def _paden(editie: Editie) -> Iterator[Eis]:
    """Source files stay within their folder, and a recipe within the project."""
    blokken = {n: blok for n, blok in editie["bronnen"].items() if n != "spiegel"}
    for naam, bron in blokken.items():
        for sleutel in {"bestand", "gemeenten", "map", "recept"} & set(bron):
            pad = Path(bron[sleutel])
            waar = "het project" if sleutel == "recept" else "bronnen_map"
            yield Eis(
                not pad.is_absolute() and ".." not in pad.parts,
                f"dit bestand ligt binnen {waar}",
                f"bronnen.{naam}.{sleutel}",
                bron[sleutel],
                f"Geef het pad vanaf {waar}, zonder '..'.",
            )


def _concordantie(editie: Editie) -> Iterator[Eis]:
    """A concordance brings sources to the borders of the context table, so those are known."""
    context = editie["bronnen"]["context"]
    yield Eis(
        "concordantie" not in editie["bronnen"] or bool({"indeling", "recept"} & set(context)),
        "met een concordantie moet bekend zijn van welk jaar de wijken in de contexttabel zijn",
        "bronnen.context.indeling",
        "(ontbreekt)",
        "Geef het jaar van de wijkgrenzen, bijvoorbeeld indeling: 2024.",
    )


def _klassen(editie: Editie) -> Iterator[Eis]:
    grenzen = editie["klassen"]["grenzen"]
    yield Eis(
        list(grenzen) == sorted(set(grenzen)),
        "klassegrenzen lopen op, zonder dubbele",
        "klassen.grenzen",
        grenzen,
        "Zet de acht grenzen van laag naar hoog.",
    )


def _regressie(editie: Editie) -> Iterator[Eis]:
    """The regression of the hoofdrapport is one of those that are estimated."""
    regressie = editie["regressie"]
    yield Eis(
        regressie["hoofdvenster"] in regressie["vensters"],
        "het hoofdvenster is geen van de uitkomstvensters",
        "regressie.hoofdvenster",
        regressie["hoofdvenster"],
        "Voeg het toe aan regressie.vensters.",
    )
    yield Eis(
        regressie["hoofdmodel"] in regressie["modellen"],
        "het hoofdmodel is geen van de modellen",
        "regressie.hoofdmodel",
        regressie["hoofdmodel"],
        "Voeg het toe aan regressie.modellen.",
    )


def _factoren(editie: Editie) -> Iterator[Eis]:
    """A factor is no attribute of the wijk, and the checks name factors of the edition only."""
    factoren, inferentie = editie["factoren"], editie["inferentie"]
    kenmerken = list(editie["kenmerken"].values())
    for factor in factoren:
        yield Eis(
            factor not in kenmerken or factor == editie["kenmerken"]["inwoners"],
            f"deze kolom is een kenmerk van de {W.gebied}, geen factor",
            "factoren",
            factor,
            "Haal de kolom uit 'factoren'.",
        )
    blokken = {
        "factorzinnen": list(editie.get("factorzinnen", {})),
        "factornamen_engels": list(editie.get("factornamen_engels", {})),
        "inferentie.primaire_factoren": inferentie["primaire_factoren"],
        "inferentie.dimensie_van_factor": list(inferentie["dimensie_van_factor"]),
    }
    for sleutel, namen in blokken.items():
        for factor in namen:
            yield Eis(
                factor in factoren,
                "deze factor staat niet bij 'factoren'",
                sleutel,
                factor,
                bedoelde_u(factor, factoren) or f"Kies uit: {', '.join(factoren)}.",
            )


def _datum(editie: Editie) -> Iterator[Eis]:
    """The date of publication is a day that exists, in our time."""
    yield from _dag("teksten.datum", editie["teksten"]["datum"], "het jaar van uitgave")


def _dag(sleutel: str, datum: str, jaartal: str) -> Iterator[Eis]:
    """A date is a day that exists, in our time."""
    remedie = "Schrijf een datum als 2017-03-07."
    try:
        jaar = dt.date.fromisoformat(datum).year
    except ValueError:
        yield Eis(False, "deze datum bestaat niet", sleutel, datum, remedie)
        return
    wat = f"{jaartal} ligt niet tussen 1990 en 2100"
    yield Eis(1990 <= jaar <= 2100, wat, sleutel, datum, remedie)


def _gebied(editie: Editie) -> Iterator[Eis]:
    """What the areas are fits the sources, and codes have their form."""
    sleutel = editie.get("gebied", WIJK.soort)
    if not isinstance(sleutel, str):
        yield from _eigen_gebied(sleutel)
    gebied = gebied_van(sleutel)
    for code in editie.get("accepteer_ontbrekend", []):
        yield Eis(
            gebied.patroon.fullmatch(code) is not None,
            f"dit is geen code van een {gebied.enkelvoud}",
            "accepteer_ontbrekend",
            code,
            f"Schrijf de code als {gebied.vorm}.",
        )
    bronnen = editie["bronnen"]
    for waar, staat_er in (
        ("bronnen.context.recept", "recept" in bronnen["context"]),
        ("bronnen.concordantie", "concordantie" in bronnen),
    ):
        yield Eis(
            gebied is WIJK or not staat_er,
            "dit kan alleen in een editie over wijken",
            waar,
            gebied.meervoud,
            f"Haal de sleutel weg en geef zelf een tabel van {gebied.meervoud}, of laat `gebied` "
            "weg.",
        )


def _eigen_gebied(blok: Mapping[str, str]) -> Iterator[Eis]:
    """The form of the codes of areas of one's own is a pattern, and the example has it."""
    try:
        past = re.fullmatch(blok["vorm"], blok["voorbeeld"]) is not None
    except re.error as fout:
        yield Eis(
            False,
            f"dit is geen reguliere uitdrukking ({fout})",
            "gebied.vorm",
            blok["vorm"],
            "Beschrijf de vorm van een code, bijvoorbeeld K[0-9]{3}.",
        )
        return
    yield Eis(
        past,
        "het voorbeeld heeft niet de vorm van de codes",
        "gebied.voorbeeld",
        blok["voorbeeld"],
        f"Geef een code met de vorm {blok['vorm']}.",
    )
    yield Eis(
        blok["code"] != blok["naam"],
        "code en naam staan niet in dezelfde kolom",
        "gebied.naam",
        blok["naam"],
        "Noem de kolom met de naam.",
    )


def _voorregistratie(editie: Editie) -> Iterator[Eis]:
    """The registered choices have their names, and are as they were on the day itself."""
    if "voorregistratie" not in editie:
        return
    blok = editie["voorregistratie"]
    yield from _dag("voorregistratie.datum", blok["datum"], "het jaar van vastleggen")
    for naam in blok["keuzes"]:
        yield Eis(
            naam in KEUZES,
            "dit is geen keuze die vastgelegd wordt",
            "voorregistratie.keuzes",
            naam,
            bedoelde_u(naam, KEUZES) or f"Kies uit: {', '.join(KEUZES)}.",
        )
    yield Eis(
        vingerafdruk(blok["keuzes"]) == blok["vingerafdruk"],
        "de vastgelegde keuzes zijn niet die van de vingerafdruk",
        "voorregistratie.vingerafdruk",
        blok["vingerafdruk"],
        "Wijzig het blok niet met de hand; make voorregistratie maakt een nieuw.",
    )


CONTROLES: tuple[Callable[[Editie], Iterator[Eis]], ...] = (
    _gebied,
    _meetjaren,
    _vensters,
    _domeinen,
    _verhaal,
    _selectie,
    _contexttabel,
    _paden,
    _concordantie,
    _klassen,
    _regressie,
    _factoren,
    _datum,
    _voorregistratie,
    huisstijl.eisen,
)
"""In the order in which problems are reported."""


def controleer_samenhang(editie: Editie, bestand: str) -> None:
    """Check an edition that meets its schema.

    Args:
        editie: the config.
        bestand: name of the file, for the message.

    Raises:
        InvoerFout: the first problem.
    """
    for controle in CONTROLES:
        for eis in controle(editie):
            if not eis.voldaan:
                raise InvoerFout(
                    eis.wat,
                    bestand=bestand,
                    sleutel=eis.sleutel,
                    waarde=eis.waarde,
                    remedie=eis.remedie,
                )
