"""Read the data of a website, and make a copy of a site with other data."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

Gegevens = dict[str, Any]


def lees(site: Path, naam: str) -> Any:
    """Return the data of gegevens/<naam>.js, which is one assignment."""
    tekst = (site / "gegevens" / f"{naam}.js").read_text("utf-8")
    return json.loads(re.fullmatch(r"window\.[A-Z]+ ?= ?(.*?);?\s*", tekst, re.S)[1])


def lees_blok(site: Path, nummer: int) -> Gegevens:
    """Return the wijken of gegevens/blok-<nummer>.js, which is one call."""
    tekst = (site / "gegevens" / f"blok-{nummer}.js").read_text("utf-8")
    return json.loads(re.fullmatch(r"WIJKEN\.blok\(\d+, ?(.*)\);?\s*", tekst, re.S)[1])


def schrijf(site: Path, naam: str, inhoud: Any) -> None:
    """Write gegevens/<naam>.js again."""
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
    pad = site / "gegevens" / f"{naam}.js"
    if naam.startswith("blok-"):
        pad.write_text(f"WIJKEN.blok({naam.removeprefix('blok-')},{tekst});\n", "utf-8")
    else:
        pad.write_text(f"window.{naam.upper()} = {tekst};\n", "utf-8")


def kopie(site: Path, doel: Path, wijzig: Callable[[Path], None]) -> Path:
    """Copy a site without its PDFs and change the copy."""
    shutil.copytree(site, doel, ignore=shutil.ignore_patterns("*.pdf"))
    wijzig(doel)
    return doel


def toon(duizendsten: int | None) -> str:
    """Return a score as the site must show it: whole hundredths, half of one goes up, a comma."""
    if duizendsten is None:
        return ""
    honderdsten = (duizendsten + 5) // 10
    min_ = "−" if honderdsten < 0 else ""
    return f"{min_}{abs(honderdsten) // 100},{abs(honderdsten) % 100:02d}"


class Kern:
    """The data of kern.js by name instead of by place."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.rauw: Gegevens = lees(site, "kern")
        self.jaren: list[int] = self.rauw["jaren"]
        self.wijken = [Wijk(self, rij) for rij in self.rauw["wijken"]]
        self.per_code = {wijk.code: wijk for wijk in self.wijken}
        self.gemeenten: list[list[Any]] = self.rauw["gemeenten"]

    def van_gemeente(self, index: int) -> list[Wijk]:
        """Return the wijken of a gemeente."""
        return [wijk for wijk in self.wijken if wijk.gemeente == index]

    @property
    def geselecteerd(self) -> list[Wijk]:
        """The selected wijken."""
        return [wijk for wijk in self.wijken if wijk.in_selectie]

    @property
    def rijkste(self) -> int:
        """The index of the gemeente with the most wijken."""
        aantal = [len(self.van_gemeente(i)) for i in range(len(self.gemeenten))]
        return aantal.index(max(aantal))


class Wijk:
    """A row of KERN.wijken."""

    def __init__(self, kern: Kern, rij: list[Any]) -> None:
        self.code, self.naam, self.gemeente, self.cluster, self.in_selectie = rij[:5]
        self.scores, self.blok, self.bladzijde, self.richting = rij[5:9]
        self._kern = kern

    @property
    def gemeentenaam(self) -> str:
        """The name of its gemeente."""
        return str(self._kern.gemeenten[self.gemeente][1])

    @property
    def laatste(self) -> str:
        """Its last score as it must stand beside its class."""
        return str(self._kern.rauw["precies"].get(self.code, toon(self.scores[-1])))

    @property
    def adres(self) -> str:
        """The permalink of its page."""
        return f"#/wijk/{self.code}"

    def meer(self) -> Gegevens:
        """Return what its block says of it."""
        return lees_blok(self._kern.site, self.blok)[self.code]
