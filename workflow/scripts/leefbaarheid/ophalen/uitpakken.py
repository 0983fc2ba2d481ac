"""One file out of an archive, and nothing else: what an archive can do wrong is refused."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.schrijven import vervang

MEESTE_BYTES = 2_000_000_000
MEESTE_VERHOUDING = 200
"""So many times its size in the archive may a file be; text of numbers is some ten times."""
KLEINST = 10_000_000
"""Below this size the ratio does not matter."""


def pak_uit(archief: Path, deel: str, doel: Path) -> None:
    """Write the file `deel` of a zip to `doel`, in one go.

    Only the name that is asked is looked at, so that no path in the archive can lead elsewhere.

    Raises:
        InvoerFout: no zip, no such file (with the ones that are near), a link, encrypted, or larger
            than a file of figures can be.
    """
    try:
        with zipfile.ZipFile(archief) as zip_:
            lid = _zoek(zip_, deel, archief)
            _weiger(lid, archief)
            with zip_.open(lid) as bron, vervang(doel) as tijdelijk, tijdelijk.open("wb") as uit:
                shutil.copyfileobj(bron, uit, 1 << 20)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as fout:
        raise InvoerFout(
            f"dit archief is niet te lezen ({type(fout).__name__})",
            bestand=archief,
            remedie="Haal het opnieuw op.",
        ) from None


def _zoek(zip_: zipfile.ZipFile, deel: str, archief: Path) -> zipfile.ZipInfo:
    """Return the member by its whole name, else by its file name where there is one such."""
    alle = [lid for lid in zip_.infolist() if not lid.is_dir()]
    for passend in (
        [lid for lid in alle if lid.filename == deel],
        [lid for lid in alle if lid.filename.rsplit("/", 1)[-1] == deel],
    ):
        if len(passend) == 1:
            return passend[0]
    namen = [lid.filename for lid in alle]
    raise InvoerFout(
        "dit bestand zit niet, of meer dan eens, in het archief",
        bestand=archief,
        waarde=deel,
        remedie=bedoelde_u(deel, namen) or f"In het archief zitten: {', '.join(namen[:20])}.",
    )


def _weiger(lid: zipfile.ZipInfo, archief: Path) -> None:
    """Refuse what is no ordinary file of an ordinary size."""
    verhouding = lid.file_size / max(lid.compress_size, 1)
    if lid.flag_bits & 0x1:
        wat = "het bestand in het archief heeft een wachtwoord"
    elif (lid.external_attr >> 16) & 0o170000 == 0o120000:
        wat = "in het archief staat een verwijzing in plaats van een bestand"
    elif lid.file_size > MEESTE_BYTES or (
        lid.file_size > KLEINST and verhouding > MEESTE_VERHOUDING
    ):
        wat = "het bestand in het archief is onwaarschijnlijk groot"
    else:
        return
    raise InvoerFout(
        wat, bestand=archief, waarde=lid.filename, remedie="Haal het bestand met de hand op."
    )
