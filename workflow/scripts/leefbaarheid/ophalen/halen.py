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

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.editie.register import Bron
from leefbaarheid.ophalen.aanvaard import zet_som
from leefbaarheid.ophalen.netwerk import haal
from leefbaarheid.ophalen.plan import Plaats, Stand, bekijk
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
    """What became of a source.

    Attributes:
        bron: the source, as the register had it.
        uitkomst: what became of it.
        fout: why it is not there; None when it is.
        som: the sha256 that was accepted; "" when none was.
    """

    bron: Bron
    uitkomst: Uitkomst
    fout: InvoerFout | None = None
    som: str = ""


class Vindplaats(NamedTuple):
    """Where a source may be: a path or an http address, of the file itself or of its archive."""

    adres: str
    is_archief: bool


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
        regel = _zonder_val(bron, opdracht)
        opdracht.melder(regel)
        regels.append(regel)
    _ruim_op(opdracht.map / WERKMAP)
    return regels


def _ruim_op(werk: Path) -> None:
    """Keep only the parts of downloads that broke: the next call gets a whole archive anew.

    An archive that does not fit would otherwise be in the way for ever.
    """
    if not werk.is_dir():
        return
    for pad in werk.iterdir():
        if pad.suffix != ".deel":
            pad.unlink(missing_ok=True)
    if not any(werk.iterdir()):
        werk.rmdir()


def _zonder_val(bron: Bron, opdracht: Opdracht) -> Regel:
    """Return what became of one source; a disk that is full or closed is a message too."""
    plaats = Plaats(bron, opdracht.map / bron.bestand, Stand.WEG, "")
    try:
        return _een(bekijk(bron, opdracht.map), opdracht)
    except OSError as fout:
        reden = InvoerFout(
            f"niet te lezen of te schrijven ({fout.strerror or type(fout).__name__})",
            bestand=plaats.pad,
        )
    except InvoerFout as fout:
        return Regel(bron, Uitkomst.ANDERS, fout)
    return Regel(bron, Uitkomst.MISLUKT, _mislukt(plaats, [reden]))


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
            return Regel(bron, Uitkomst.AANVAARD, som=plaats.som)
        return Regel(bron, Uitkomst.ANDERS, _ander_bestand(plaats))
    redenen: list[InvoerFout] = []
    for vindplaats in _vindplaatsen(bron, opdracht.spiegel):
        try:
            _zet_neer(bron, vindplaats, plaats.pad, opdracht)
        except InvoerFout as fout:
            redenen.append(fout)
            continue
        som = sha256(plaats.pad)
        if som == bron.sha256:
            return Regel(bron, Uitkomst.OPGEHAALD)
        if opdracht.aanvaard:
            zet_som(opdracht.register, bron.naam, som)
            return Regel(bron, Uitkomst.AANVAARD, som=som)
        return Regel(bron, Uitkomst.ANDERS, _ander_bestand(bekijk(bron, opdracht.map)))
    return Regel(bron, Uitkomst.MISLUKT, _mislukt(plaats, redenen))


def _vindplaatsen(bron: Bron, spiegel: str) -> Iterator[Vindplaats]:
    """Yield where a source may be: the places in the mirror, or the publisher's address.

    In a mirror a file stands at its path in the register, or in one folder with the others, or in
    the archive of the publisher.
    """
    if not spiegel:
        if bron.adres:
            yield Vindplaats(bron.adres, bool(bron.archiefdeel))
        return
    namen = dict.fromkeys([bron.bestand, PurePosixPath(bron.bestand).name], False)
    if bron.archiefdeel and bron.adres:
        namen[unquote(PurePosixPath(urlsplit(bron.adres).path).name)] = True
    for naam, is_archief in namen.items():
        if _is_adres(spiegel):
            yield Vindplaats(f"{spiegel.rstrip('/')}/{quote(naam)}", is_archief)
        elif (pad := Path(spiegel) / naam).is_file():
            yield Vindplaats(str(pad), is_archief)


def _zet_neer(bron: Bron, vindplaats: Vindplaats, doel: Path, opdracht: Opdracht) -> None:
    """Put a source in its place from one address, through its archive where that is one."""
    adres, is_archief = vindplaats
    som = None if opdracht.aanvaard else bron.sha256 or None
    werk = opdracht.map / WERKMAP
    if not is_archief:
        if _is_adres(adres):
            deel = werk / f"{bron.naam}.deel"
            if som is None:
                # nothing would show that the rest is of a newer file than the part of last time
                deel.unlink(missing_ok=True)
            haal(adres, doel, som, deel)
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
