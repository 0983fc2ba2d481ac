"""A proposal for the config of a next edition, from that of one there is (`make nieuwe-editie`).

The text of the old config is kept, with its comments and order; only what follows from the new file
of scores changes. What a person has to decide gets a remark that begins with `BESLIS:`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.editie.register import BESTAND as REGISTERBESTAND
from leefbaarheid.editie.register import Bron
from leefbaarheid.editie.yamltekst import Yamltekst, als_yaml

MERK, VORIGE = "BESLIS:", "vorige_editie"
_BESLIS = re.compile(rf"^\s*# {MERK}\s*(.+)$")
_VERVOLG = re.compile(r"^\s*#   (\S.*)$")
_NAAM = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
Editie = Mapping[str, Any]


@dataclass(frozen=True)
class Uitgavebestand:
    """The file of scores of the new release.

    Attributes:
        bestand: path below the folder of the sources.
        sha256: its checksum.
        versie: version of the Leefbaarometer.
        jaren: its measurement years, ascending.
        indeling: year of its borders; None where the release is not known.
        n_wijken: how many wijken it has.
        register: what the register of sources has at this path; None where it has nothing.
    """

    bestand: str
    sha256: str
    versie: str
    jaren: tuple[int, ...]
    indeling: int | None
    n_wijken: int
    register: Bron | None = None

    @property
    def in_register(self) -> bool:
        """Whether the register has this file: with its checksum, or with none yet."""
        return self.register is not None and self.register.sha256 in ("", self.sha256)


@dataclass(frozen=True)
class Oud:
    """The edition to start from.

    Attributes:
        pad: its config, as the user named it.
        tekst: the text of that file.
        editie: the same after its checks.
        indeling: year of its borders; None where it is not known.
        bron: its scores in the register of sources; None where it names its own file.
        resultaten: the folder with its results, from the project; "" where there are none.
    """

    pad: str
    tekst: str
    editie: Editie
    indeling: int | None
    bron: Bron | None = None
    resultaten: str = ""


@dataclass(frozen=True)
class Doel:
    """Where the new edition comes.

    Attributes:
        pad: its config, as the user named it.
        bronnen_map: the folder with its sources, as it comes in the config.
        vandaag: the day of the proposal.
    """

    pad: str
    bronnen_map: str
    vandaag: dt.date

    @property
    def naam(self) -> str:
        """The name of the edition: that of the file."""
        return PurePath(self.pad).stem


def stel_voor(oud: Oud, nieuw: Uitgavebestand, doel: Doel) -> str:
    """Return the text of a config for the new release.

    Raises:
        InvoerFout: the name of the new file is no name of an edition, or a year that the old
            edition stands on is not in the new file.
    """
    _eis_naam(doel)
    _eis_jaren(oud, nieuw)
    tekst = Yamltekst(oud.tekst)
    for pad, opmerking in _beslissingen(oud, nieuw, doel):
        tekst.zet_erboven(pad, f"{MERK} {opmerking}")
    _zet_vorige(tekst, oud)
    tekst.zet("editie", als_yaml(doel.naam))
    tekst.zet("bronnen_map", als_yaml(doel.bronnen_map))
    _zet_teksten(tekst, oud.editie, nieuw, doel)
    tekst.zet_paar("bronnen.leefbaarometer", _scoreblok(oud, nieuw))
    tekst.zet_lijst("jaren", nieuw.jaren)
    for pad, waarde in _perioden(oud.editie, nieuw.jaren).items():
        if isinstance(waarde, int):
            tekst.zet(pad, str(waarde))
        else:
            tekst.zet_lijst(pad, waarde)
    tekst.vervang_blok(
        "voorregistratie",
        f"De vastgelegde keuzes van {oud.pad} gelden niet voor deze editie. "
        f"Leg haar eigen keuzes vast voordat u naar uitkomsten kijkt:\n"
        f"make voorregistratie EDITIE={doel.pad}",
    )
    return _kop(oud, doel) + tekst.klaar()


def _kop(oud: Oud, doel: Doel) -> str:
    return (
        f"# Voorstel van {doel.vandaag.isoformat()} (make nieuwe-editie), gemaakt uit {oud.pad}.\n"
        f"# Bij '# {MERK}' is een besluit nodig; haal de opmerking weg als het genomen is.\n"
        "# De andere opmerkingen zijn die van de vorige editie; kijk na of zij nog gelden.\n"
    )


def _eis_naam(doel: Doel) -> None:
    if not _NAAM.fullmatch(doel.naam) or PurePath(doel.pad).suffix not in (".yaml", ".yml"):
        raise InvoerFout(
            "zo kan het bestand van een editie niet heten",
            bestand=doel.pad,
            remedie="Kies een naam met kleine letters, cijfers, punten en koppeltekens die eindigt "
            "op .yaml, bijvoorbeeld config/edities/leefbaarometer-2024.yaml.",
        )


def _losse_jaren(editie: Editie) -> Iterator[tuple[str, int]]:
    """Yield every key of an edition that is one year, with that year."""
    yield "basisjaar", editie["basisjaar"]
    yield "eindjaar", editie["eindjaar"]
    for blok, sleutels in (
        ("selectie", ("jaar",)),
        ("clusters", ("langjaar", "crisisjaar")),
        ("stijgers_dalers", ("van", "tot")),
    ):
        yield from ((f"{blok}.{s}", editie[blok][s]) for s in sleutels if s in editie[blok])
    for jaar in editie["regressie"]["hoofdvenster"]:
        yield "regressie.hoofdvenster", jaar


def _eis_jaren(oud: Oud, nieuw: Uitgavebestand) -> None:
    for sleutel, jaar in _losse_jaren(oud.editie):
        if jaar not in nieuw.jaren:
            raise InvoerFout(
                f"de scores van {jaar} staan niet in '{nieuw.bestand}'; wel die van "
                f"{taal.opsomming(nieuw.jaren)}",
                bestand=oud.pad,
                sleutel=sleutel,
                waarde=jaar,
                remedie="Gebruik een uitgave met dit jaar, of begin bij een editie die het jaar "
                "niet gebruikt.",
            )


def _perioden(editie: Editie, jaren: Sequence[int]) -> dict[str, Any]:
    """Return the years and windows that change: what ran to the last year runs to the new last.

    A window with a year that is no longer there is left out, and the newest period is added to
    `vensters`.
    """
    vorige, laatste = max(editie["jaren"]), max(jaren)
    naar = {vorige: laatste}

    def tot_nu(vensters: Sequence[Sequence[int]]) -> list[list[int]]:
        lopend = [[van, naar.get(tot, tot)] for van, tot in vensters]
        return [venster for venster in lopend if set(venster) <= set(jaren)]

    regressie = editie["regressie"]
    nieuwste = [[vorige, laatste]] if vorige < laatste and vorige in jaren else []
    voorstel = {
        "eindjaar": naar.get(editie["eindjaar"], editie["eindjaar"]),
        "vensters": [*tot_nu(editie["vensters"]), *nieuwste],
        "decompositie_vensters": tot_nu(editie["decompositie_vensters"]),
        "regressie.vensters": tot_nu(regressie["vensters"]),
        "regressie.hoofdvenster": tot_nu([regressie["hoofdvenster"]])[0],
    }
    was = {
        "eindjaar": editie["eindjaar"],
        "vensters": editie["vensters"],
        "decompositie_vensters": editie["decompositie_vensters"],
        "regressie.vensters": regressie["vensters"],
        "regressie.hoofdvenster": regressie["hoofdvenster"],
    }
    return {pad: waarde for pad, waarde in voorstel.items() if waarde and waarde != was[pad]}


def _zet_vorige(tekst: Yamltekst, oud: Oud) -> None:
    """Name the results of the old edition as those to compare with, or ask for them."""
    plek = VORIGE if VORIGE in oud.editie else "bronnen_map"
    if not oud.resultaten:
        vraag = (
            f"{MERK} met welke editie wordt deze vergeleken? Noem haar results/<editie> of "
            f"publicatie.zip met {VORIGE}:. Van {oud.pad} zijn hier geen resultaten."
        )
        if plek == VORIGE:
            tekst.vervang_blok(VORIGE, vraag)
        else:
            tekst.zet_erboven(plek, vraag)
        return
    tekst.zet_erboven(
        plek,
        f"{MERK} met deze editie wordt vergeleken, en 'Wat is er veranderd' komt in de publicatie. "
        "Is dit de editie die is uitgegeven?",
    )
    if plek == VORIGE:
        tekst.zet(VORIGE, als_yaml(oud.resultaten))
    else:
        tekst.voeg_in(plek, f"{VORIGE}: {als_yaml(oud.resultaten)}")


def _zet_teksten(tekst: Yamltekst, editie: Editie, nieuw: Uitgavebestand, doel: Doel) -> None:
    """Put today in the date, and the new years in a subtitle that names the old ones."""
    vroeger, later = (f"{min(jaren)}-{max(jaren)}" for jaren in (editie["jaren"], nieuw.jaren))
    ondertitel = editie["teksten"]["ondertitel"]
    if vroeger in ondertitel and vroeger != later:
        tekst.zet("teksten.ondertitel", als_yaml(ondertitel.replace(vroeger, later)))
    tekst.zet("teksten.datum", als_yaml(doel.vandaag.isoformat()))


def _scoreblok(oud: Oud, nieuw: Uitgavebestand) -> list[str]:
    if oud.bron and nieuw.register and nieuw.in_register:
        return ["leefbaarometer:", f"  register: {nieuw.register.naam}"]
    blok = {
        "bestand": nieuw.bestand,
        "versie": nieuw.versie,
        "ophalen": oud.editie["bronnen"]["leefbaarometer"]["ophalen"],
        "sha256": nieuw.sha256,
    }
    return ["leefbaarometer:", *(f"  {naam}: {als_yaml(deel)}" for naam, deel in blok.items())]


def _beslissingen(oud: Oud, nieuw: Uitgavebestand, doel: Doel) -> Iterator[tuple[str, str]]:
    """Yield (key, remark) for what a person has to decide, in the order of the file."""
    yield "teksten.ondertitel", "noemt de ondertitel deze editie?"
    yield "teksten.datum", "de datum van uitgave; hier staat de dag van dit voorstel."
    yield from _over_bronnen(oud, nieuw, doel)
    perioden = _perioden(oud.editie, nieuw.jaren)
    vorige, laatste = max(oud.editie["jaren"]), max(nieuw.jaren)
    yield "kenmerken.inwoners", "van welk jaar is het inwonertal? Het weegt alle meetjaren."
    if "eindjaar" in perioden:
        yield "eindjaar", f"het eindjaar was {vorige} en is nu {laatste}; is dat de bedoeling?"
    elif laatste > vorige:
        yield (
            "eindjaar",
            f"het eindjaar blijft {oud.editie['eindjaar']}; wat daarna gemeten is, staat in de "
            "perioden. De stand in de clusterregel en de profielen zijn van het eindjaar.",
        )
    if "vensters" in perioden:
        yield (
            "vensters",
            f"perioden tot {vorige} lopen nu tot {laatste}, en {vorige}-{laatste} is erbij "
            "gekomen; perioden met een jaar dat er niet meer is, zijn weg. Zijn dit de goede?",
        )
    yield (
        "selectie.soort",
        f"een uitgave herziet ook oudere scores, dus dezelfde regel kan andere {W.gebieden} "
        f"kiezen. Volgt deze editie de regel, of de {W.gebieden} van de vorige (met een lijst)?"
        if oud.editie["selectie"]["soort"] == "laagste_scores"
        else "volgt deze editie dezelfde lijst als de vorige?",
    )
    yield "klassen.grenzen", "gelden deze klassegrenzen ook voor deze uitgave?"
    yield "factoren", "zijn er nieuwere of betere contextfactoren?"
    if "regressie.hoofdvenster" in perioden:
        yield "regressie.hoofdvenster", f"de hoofdperiode eindigde in {vorige} en nu in {laatste}."


def _over_bronnen(oud: Oud, nieuw: Uitgavebestand, doel: Doel) -> Iterator[tuple[str, str]]:
    """Yield the decisions on sources: the register, and what has the old borders."""
    if oud.bron and not nieuw.register:
        yield "bronnen.leefbaarometer", _registervoorstel(oud.bron, nieuw)
    elif oud.bron and nieuw.register and nieuw.register.sha256 != nieuw.sha256:
        yield "bronnen.leefbaarometer", _over_controlesom(nieuw.register, doel)
    if nieuw.indeling is not None and nieuw.indeling == oud.indeling:
        return
    wijken = (
        f"de {W.gebieden} van {nieuw.indeling}"
        if nieuw.indeling
        else f"de {W.gebieden} van deze scores"
    )
    eerder = f" (die van {oud.pad} zijn van {oud.indeling})" if oud.indeling else ""
    yield (
        "bronnen.context",
        f"de contexttabel moet {wijken} hebben{eerder}. Noem hun jaar met indeling:, of gebruik "
        "een recept met die indeling.",
    )
    yield (
        "bronnen.selectielijst",
        f"de lijst moet de codes hebben van {wijken}{eerder}, of er is een concordantie nodig "
        "(bronnen.concordantie).",
    )
    yield "bronnen.grenzen", f"de kaart moet de grenzen hebben die bij {wijken} horen{eerder}."
    yield "bronnen.wijkanalyses", f"de wijkanalyses moeten de codes noemen van {wijken}{eerder}."
    yield "accepteer_ontbrekend", f"zijn dit codes van {wijken}?"


def _over_controlesom(bron: Bron, doel: Doel) -> str:
    """Return the remark on a file of which the register has another checksum, or none yet."""
    opdracht = f"make bronnen EDITIE={doel.pad} AANVAARD=1"
    if not bron.sha256:
        return (
            f"het register heeft bij {bron.naam} nog geen controlesom. Klopt dit bestand, dan zet "
            f"{opdracht} haar daar neer."
        )
    return (
        f"het register heeft bij {bron.naam} een andere controlesom ({bron.sha256[:8]}...). Klopt "
        f"dit bestand, laat dan in dit blok alleen register: {bron.naam} staan en geef {opdracht}."
    )


def _registervoorstel(bron: Bron, nieuw: Uitgavebestand) -> str:
    """Return the remark that asks for an entry in the register, with the entry itself."""
    jaren = f"{nieuw.jaren[0]}-{nieuw.jaren[-1]}"
    velden = {
        "titel": f"Leefbaarometer {nieuw.versie}: scores van {W.gebieden}, {jaren}",
        "uitgever": bron.uitgever,
        "versie": nieuw.versie,
        "peiljaar": jaren,
        **({"indeling": nieuw.indeling} if nieuw.indeling else {}),
        "bestand": nieuw.bestand,
        **({"pagina": bron.pagina} if bron.pagina else {}),
        "sha256": nieuw.sha256,
        "licentie": bron.licentie.spdx,
        "citeren": bron.citeren,
        "vorm": bron.vorm,
        "geprobeerd": False,
    }
    regels = [f"  leefbaarometer-{W.gebieden.replace(' ', '-')}-{jaren}:"]
    regels += [f"    {naam}: {als_yaml(waarde)}" for naam, waarde in velden.items()]
    return "\n".join(
        [
            f"zet deze bron in {REGISTERBESTAND} en noem haar hier met register: in plaats van "
            "bestand, versie, ophalen en sha256. Kijk na of elke regel klopt.",
            *regels,
        ]
    )


def open_beslissingen(tekst: str) -> list[tuple[int, str]]:
    """Return the line number and the text of every decision that a config still asks for."""
    uit: list[tuple[int, str]] = []
    lopend = False
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if begin := _BESLIS.match(regel):
            uit.append((nummer, begin[1]))
            lopend = True
        elif lopend and (vervolg := _VERVOLG.match(regel)):
            uit[-1] = (uit[-1][0], f"{uit[-1][1]} {vervolg[1]}")
        else:
            lopend = False
    return uit
