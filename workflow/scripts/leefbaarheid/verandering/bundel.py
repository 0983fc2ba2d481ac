"""The results of an edition that was made before: its folder, or its `publicatie.zip`."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pandas as pd

from leefbaarheid.basis.contract import ALS_TEKST, ContractFout, Kolom, Tabel
from leefbaarheid.basis.fouten import InvoerFout

MAX_BYTES = 200_000_000
REMEDIE = "Geef een map results/<editie> of een publicatie.zip die de pijplijn heeft gemaakt."


@dataclass(frozen=True)
class Bundel:
    """Files of an edition by name, whether they lie in a folder or in a zip.

    Attributes:
        pad: the folder or zip.
    """

    pad: Path

    @cached_property
    def _delen(self) -> Mapping[str, zipfile.ZipInfo] | None:
        """Return the files of a zip by the part of their name below the edition; None: a folder."""
        if self.pad.is_dir():
            return None
        try:
            with zipfile.ZipFile(self.pad) as archief:
                delen = [deel for deel in archief.infolist() if not deel.is_dir()]
        except (OSError, zipfile.BadZipFile):
            raise InvoerFout(
                "hier staat geen map met resultaten en geen zip die te lezen is",
                bestand=self.pad,
                remedie=REMEDIE,
            ) from None
        return {_binnen(deel.filename): deel for deel in delen}

    def lees(self, naam: str) -> bytes | None:
        """Return a file by its path below `results/<editie>/`, or None where it is not there.

        Raises:
            InvoerFout: damaged, or far larger than a result can be.
        """
        if self._delen is None:
            bestand = self.pad / naam
            try:
                return bestand.read_bytes() if bestand.is_file() else None
            except OSError:
                raise self.fout(f"{naam} is niet te lezen") from None
        deel = self._delen.get(naam)
        if deel is None:
            return None
        if deel.file_size > MAX_BYTES:
            raise self.fout(f"{naam} is te groot om een resultaat te zijn")
        try:
            with zipfile.ZipFile(self.pad) as archief:
                return archief.read(deel)
        except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
            raise self.fout(f"{naam} is beschadigd") from None

    def tabel(self, tabel: Tabel, nodig: Iterable[str]) -> pd.DataFrame | None:
        """Return what there is of a result table; None where it is missing or of no use.

        The edition may be of another version of the pipeline: a column that the contract does not
        know is left out, and one that is not in `nodig` may be missing.
        """
        inhoud = self.lees(tabel.pad)
        if inhoud is None:
            return None
        try:
            gelezen = pd.read_csv(io.BytesIO(inhoud), dtype="str", keep_default_na=False)
        except ValueError:
            return None
        if not {*nodig, *tabel.sleutel} <= set(gelezen.columns):
            return None
        if gelezen.duplicated(list(tabel.sleutel)).any():
            return None
        kolommen = {naam: kolom for naam in gelezen if (kolom := _kolom(tabel, str(naam)))}
        return pd.DataFrame({n: _getypt(gelezen[n], kolom) for n, kolom in kolommen.items()})

    def fout(self, wat: str) -> InvoerFout:
        """Return a message about this edition."""
        return InvoerFout(wat, bestand=self.pad, remedie=REMEDIE)


def _binnen(naam: str) -> str:
    """Return the path of a file in a publication below the folder of its edition."""
    return "/".join(PurePosixPath(naam).parts[1:]) or naam


def _kolom(tabel: Tabel, naam: str) -> Kolom | None:
    try:
        return tabel.kolom(naam)
    except ContractFout:
        return None


def _getypt(cellen: pd.Series, kolom: Kolom) -> pd.Series:
    """Return a column by its type; what is no such value is missing."""
    if kolom.soort in ALS_TEKST:
        return cellen
    if kolom.soort == "ja/nee":
        return cellen.eq("True")
    return pd.to_numeric(cellen, errors="coerce")
