"""One file over http: in parts, resumed where it broke, and looked at before it is kept.

Pooch does the retries, the checksum and the putting in place; this is the downloader it uses,
because its own neither resumes nor has a limit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.fouten import InvoerFout

WACHTTIJD = (10.0, 60.0)
"""Seconds to wait for a connection, and for the next bytes."""
MEESTE_BYTES = 2_000_000_000
POGINGEN = 3
"""How often a download that breaks is tried again."""
BLOK = 1 << 14
_PAGINA = (b"<!doctype html", b"<html")
Melder = Callable[[int, int], None]
"""Is told how many bytes there are, and how many there will be (0: not known)."""


class Haler:
    """A downloader for pooch: `haler(adres, doel, pooch)`.

    What came in stays in a part beside the target, so that the next try goes on from there.

    Args:
        deel: where the part is kept.
        som: expected sha256; None takes any.
        melder: told the progress.
        wachttijd: see `WACHTTIJD`.
        meeste_bytes: where a download is stopped.
    """

    def __init__(
        self,
        deel: Path,
        som: str | None = None,
        melder: Melder | None = None,
        wachttijd: tuple[float, float] = WACHTTIJD,
        meeste_bytes: int = MEESTE_BYTES,
    ) -> None:
        self.deel, self.som = deel, som
        self.melder = melder or (lambda klaar, totaal: None)
        self.wachttijd, self.meeste_bytes = wachttijd, meeste_bytes

    def __call__(self, adres: str, doel: str, _pooch: Any = None, **_: Any) -> None:
        """Get `adres` into the file `doel`.

        Raises:
            InvoerFout: what trying again does not mend: not found, refused, a web page or another
                file in place of the one that is expected, too large, from https to http.
            requests.RequestException: what it may mend.
        """
        import requests

        self.deel.parent.mkdir(parents=True, exist_ok=True)
        klaar = self.deel.stat().st_size if self.deel.is_file() else 0
        # the bytes as they are: a compressed reply has another length than the file
        kop = {"Accept-Encoding": "identity", **({"Range": f"bytes={klaar}-"} if klaar else {})}
        with requests.get(adres, headers=kop, stream=True, timeout=self.wachttijd) as antwoord:
            if antwoord.status_code == requests.codes.requested_range_not_satisfiable:
                self.deel.unlink()
                raise requests.ConnectionError("the part is longer than the file")
            _eis_bestand(antwoord, adres)
            if antwoord.status_code != requests.codes.partial_content:
                klaar = 0
            self._schrijf(antwoord, adres, klaar)
        self._keur(adres, hervat=klaar > 0)
        self.deel.replace(doel)

    def _keur(self, adres: str, *, hervat: bool) -> None:
        """Refuse a web page, and another file than expected; the part goes away."""
        import requests

        with self.deel.open("rb") as stroom:
            begin = stroom.read(512)
        if begin.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGINA):
            self.deel.unlink()
            raise InvoerFout(
                "dit adres geeft een webpagina en geen bestand",
                waarde=adres,
                remedie="Misschien is het bestand verplaatst, of vraagt de site om een handeling.",
            )
        werkelijk = sha256(self.deel)
        if self.som and werkelijk != self.som:
            self.deel.unlink()
            if hervat:  # the file may have changed between the two parts
                raise requests.ConnectionError("the parts do not fit")
            raise InvoerFout(
                "het opgehaalde bestand is een ander dan het register noemt: sha256 is "
                f"{werkelijk}",
                waarde=adres,
                remedie="Is dit een nieuwe levering die u wilt gebruiken: make bronnen AANVAARD=1.",
            )

    def _schrijf(self, antwoord: Any, adres: str, klaar: int) -> None:
        rest = int(antwoord.headers.get("Content-Length") or 0)
        totaal = klaar + rest if rest else 0
        if totaal > self.meeste_bytes:
            raise _te_groot(adres, self.meeste_bytes)
        with self.deel.open("ab" if klaar else "wb") as stroom:
            for blok in antwoord.iter_content(BLOK):
                stroom.write(blok)
                klaar += len(blok)
                if klaar > self.meeste_bytes:
                    stroom.close()
                    self.deel.unlink()
                    raise _te_groot(adres, self.meeste_bytes)
                self.melder(klaar, totaal)


def _te_groot(adres: str, meeste: int) -> InvoerFout:
    return InvoerFout(
        f"dit bestand is groter dan {taal.getal(meeste // 1_000_000)} MB",
        waarde=adres,
        remedie="Haal het met de hand op als het toch het goede is.",
    )


def _eis_bestand(antwoord: Any, adres: str) -> None:
    """Raise where a reply is no file; InvoerFout where another try gives the same."""
    if adres.startswith("https:") and not antwoord.url.startswith("https:"):
        raise InvoerFout(
            "dit adres stuurt door naar een onbeveiligd adres",
            waarde=antwoord.url,
            remedie="Haal het bestand met de hand op.",
        )
    if 400 <= antwoord.status_code < 500 and antwoord.status_code not in (408, 429):
        wat = "niet gevonden" if antwoord.status_code in (404, 410) else "geweigerd"
        raise InvoerFout(f"{wat} (antwoord {antwoord.status_code})", waarde=adres)
    antwoord.raise_for_status()


def voortgang(naam: str) -> Melder:
    """Return what shows the progress of a file on a terminal; elsewhere it says nothing."""
    if not sys.stderr.isatty():
        return lambda klaar, totaal: None

    def meld(klaar: int, totaal: int) -> None:
        mb = f"{taal.getal(klaar / 1e6, 1)}"
        van = f" van {taal.getal(totaal / 1e6, 1)}" if totaal else ""
        eind = "\n" if klaar == totaal else ""
        print(f"\r  {naam}: {mb}{van} MB", end=eind, file=sys.stderr, flush=True)

    return meld


def haal(adres: str, doel: Path, som: str | None, deel: Path, haler: Haler | None = None) -> None:
    """Get a file, with retries, its checksum looked at, and put in place in one go.

    Args:
        adres: http or https.
        doel: where the file comes.
        som: expected sha256; None takes any.
        deel: where what came in is kept when it breaks.
        haler: the downloader; with its defaults when not given.

    Raises:
        InvoerFout: not reachable, or what `Haler` says.
    """
    import pooch  # type: ignore[import-untyped]
    import requests

    pooch.get_logger().setLevel("ERROR")
    kist = pooch.create(
        path=doel.parent,
        base_url="",
        registry={doel.name: som and f"sha256:{som}"},
        urls={doel.name: adres},
        retry_if_failed=POGINGEN - 1,
    )
    try:
        kist.fetch(doel.name, downloader=haler or Haler(deel, som, voortgang(doel.name)))
    except requests.RequestException as fout:
        raise InvoerFout(
            f"niet op te halen ({_waarom(fout)}), ook niet na {POGINGEN} pogingen",
            waarde=adres,
        ) from None


def _waarom(fout: Exception) -> str:
    """Return in a few words why there was no file."""
    import requests

    antwoord = getattr(fout, "response", None)
    if antwoord is not None:
        return f"antwoord {antwoord.status_code}"
    if isinstance(fout, requests.Timeout):
        return "geen antwoord op tijd"
    if isinstance(fout, requests.exceptions.ChunkedEncodingError):
        return "de verbinding brak af"
    return "geen verbinding"
