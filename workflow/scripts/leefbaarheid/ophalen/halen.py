"""Get what an edition needs: source by source, each with one outcome and one sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha1
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.editie.register import Bron
from leefbaarheid.ophalen.aanvaard import zet_som
from leefbaarheid.ophalen.netwerk import haal
from leefbaarheid.ophalen.plan import Plaats, Stand, bekijk, sha256
from leefbaarheid.ophalen.uitpakken import pak_uit

WERKMAP = ".ophalen"
"""Below the folder of the sources: archives, and parts of downloads that broke."""


class Uitkomst(StrEnum):
    """What became of a source."""

    STOND_ER = "stond er al"
    OPGEHAALD = "opgehaald"
    AANVAARD = "nieuwe som aanvaard"
    ANDERS = "ander bestand"
    MISLUKT = "niet opgehaald"


class Regel(NamedTuple):
    """A source, what became of it, and why (an InvoerFout, or None)."""

    bron: Bron
    uitkomst: Uitkomst
    fout: InvoerFout | None = None


@dataclass(frozen=True)
class Opdracht:
    """How to get files.

    Attributes:
        map: the folder of the sources.
        register: config/bronnen.yaml, for sums that are accepted.
        spiegel: a folder or an http address that stands in for every address; "" for none.
        aanvaard: whether other sums than those of the register are accepted.
        melder: is told each outcome as it comes.
    """

    map: Path
    register: Path
    spiegel: str = ""
    aanvaard: bool = False
    melder: Callable[[Regel], None] = lambda regel: None


def haal_alle(bronnen: Sequence[Bron], opdracht: Opdracht) -> list[Regel]:
    """Get every source that is not there; one that fails does not stop the others.

    Raises:
        InvoerFout: the mirror is a folder that is not there.
    """
    _eis_spiegel(opdracht.spiegel)
    regels = []
    for bron in bronnen:
        regel = _een(bekijk(bron, opdracht.map), opdracht)
        opdracht.melder(regel)
        regels.append(regel)
    if all(regel.fout is None for regel in regels):
        shutil.rmtree(opdracht.map / WERKMAP, ignore_errors=True)
    return regels


def _eis_spiegel(spiegel: str) -> None:
    if spiegel and not _is_adres(spiegel) and not Path(spiegel).is_dir():
        raise InvoerFout(
            "de spiegel is geen map die er is, en geen adres",
            waarde=spiegel,
            remedie="Geef een map of een adres dat met http begint: SPIEGEL=<map of adres>.",
        )


def _is_adres(spiegel: str) -> bool:
    return spiegel.startswith(("http://", "https://"))


def _een(plaats: Plaats, opdracht: Opdracht) -> Regel:
    """Return what became of one source."""
    bron = plaats.bron
    if plaats.stand is Stand.GOED:
        return Regel(bron, Uitkomst.STOND_ER)
    if plaats.stand is Stand.ANDERS:
        if opdracht.aanvaard:
            zet_som(opdracht.register, bron.naam, plaats.som)
            return Regel(bron, Uitkomst.AANVAARD)
        return Regel(bron, Uitkomst.ANDERS, _ander_bestand(plaats))
    redenen: list[InvoerFout] = []
    for adres in _adressen(bron, opdracht.spiegel):
        try:
            _zet_neer(bron, adres, plaats.pad, opdracht)
        except InvoerFout as fout:
            redenen.append(fout)
            continue
        som = sha256(plaats.pad)
        if som == bron.sha256:
            return Regel(bron, Uitkomst.OPGEHAALD)
        if opdracht.aanvaard:
            zet_som(opdracht.register, bron.naam, som)
            return Regel(bron, Uitkomst.AANVAARD)
        return Regel(bron, Uitkomst.ANDERS, _ander_bestand(bekijk(bron, opdracht.map)))
    return Regel(bron, Uitkomst.MISLUKT, _mislukt(plaats, redenen))


def _adressen(bron: Bron, spiegel: str) -> Iterator[str]:
    """Yield where a source may be: the places in the mirror, or the publisher's address.

    In a mirror a file stands at its path in the register, or in one folder with the others, or in
    the archive of the publisher.
    """
    if not spiegel:
        if bron.adres:
            yield bron.adres
        return
    namen = [bron.bestand, PurePosixPath(bron.bestand).name]
    if bron.archiefdeel:
        namen.append(unquote(PurePosixPath(urlsplit(bron.adres).path).name))
    for naam in dict.fromkeys(namen):
        if _is_adres(spiegel):
            yield f"{spiegel.rstrip('/')}/{quote(naam)}"
        elif (pad := Path(spiegel) / naam).is_file():
            yield str(pad)


def _zet_neer(bron: Bron, adres: str, doel: Path, opdracht: Opdracht) -> None:
    """Put a source in its place from one address, through its archive where that is one."""
    is_archief = bool(bron.archiefdeel) and adres.lower().endswith(".zip")
    som = None if opdracht.aanvaard else bron.sha256 or None
    werk = opdracht.map / WERKMAP
    if not is_archief:
        if _is_adres(adres):
            haal(adres, doel, som, werk / f"{bron.naam}.deel")
        else:
            _kopieer(Path(adres), doel, som)
        return
    # several sources may be in one archive, which is got once
    archief = werk / f"{sha1(adres.encode()).hexdigest()}.zip"
    if not _is_adres(adres):
        archief = Path(adres)
    elif not archief.is_file():
        haal(adres, archief, None, archief.with_suffix(".deel"))
    uitgepakt = werk / bron.naam
    pak_uit(archief, bron.archiefdeel, uitgepakt)
    _kopieer(uitgepakt, doel, som)
    uitgepakt.unlink()


def _kopieer(bron: Path, doel: Path, som: str | None) -> None:
    """Copy a file to its place in one go, when it is the one that is expected."""
    werkelijk = sha256(bron)
    if som and werkelijk != som:
        raise InvoerFout(
            f"dit is een ander bestand dan het register noemt: sha256 is {werkelijk}",
            bestand=bron,
            remedie="Is dit een nieuwe levering die u wilt gebruiken: make bronnen AANVAARD=1.",
        )
    with vervang(doel) as tijdelijk:
        shutil.copyfile(bron, tijdelijk)


def _ander_bestand(plaats: Plaats) -> InvoerFout:
    wat = (
        f"hier staat een ander bestand dan het register noemt: sha256 is {plaats.som}, verwacht "
        f"{plaats.bron.sha256}. Het is niet overschreven"
        if plaats.bron.sha256
        else f"van dit bestand kent het register nog geen controlesom; die van dit bestand is "
        f"{plaats.som}"
    )
    return InvoerFout(
        wat,
        bestand=plaats.pad,
        remedie="Wilt u dit bestand gebruiken: make bronnen AANVAARD=1 zet de nieuwe som in het "
        "register. Wilt u het bestand van het register: haal dit weg en start opnieuw.",
    )


def _mislukt(plaats: Plaats, redenen: Sequence[InvoerFout]) -> InvoerFout:
    """Return why there is no file, and where a person can get it."""
    bron = plaats.bron
    waarom = "; ".join(f"{fout.waarde or fout.bestand}: {fout.wat}" for fout in redenen)
    if not waarom:
        waarom = "het staat niet in de spiegel" if bron.adres else "er is geen adres van bekend"
    vindplaats = bron.pagina or bron.adres
    hulp = next((fout.remedie for fout in redenen if fout.remedie), "")
    waar = f"Te vinden via {vindplaats}" if vindplaats else f"Vraag het bij {bron.uitgever}"
    return InvoerFout(
        f"niet opgehaald: {waarom}",
        bestand=plaats.pad,
        remedie=f"{hulp} {waar} ('{bron.titel}'); zet het als '{bron.bestand}' in de map van de "
        "bronnen.".strip(),
    )
