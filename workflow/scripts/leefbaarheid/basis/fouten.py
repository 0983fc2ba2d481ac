"""Errors a user can mend: one clear Dutch message, never a traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path


class InvoerFout(Exception):
    """Something in the data, the config or a wijkanalyse that the researcher can repair.

    Args:
        wat: what is wrong, one Dutch sentence.
        bestand: file the value stands in.
        regel: line number in that file (1 = first line, the header of a csv).
        kolom: column of a table.
        sleutel: key of a YAML file.
        waarde: the offending value.
        remedie: what to do about it, one Dutch sentence.
        reden: reason code of the same, for a caller whose table says why instead of stopping.
    """

    def __init__(
        self,
        wat: str,
        *,
        bestand: str | Path | None = None,
        regel: int | None = None,
        kolom: str | None = None,
        sleutel: str | None = None,
        waarde: object = None,
        remedie: str | None = None,
        reden: str | None = None,
    ) -> None:
        self.wat, self.bestand, self.regel = wat, bestand, regel
        self.kolom, self.sleutel, self.waarde, self.remedie = kolom, sleutel, waarde, remedie
        self.reden = reden
        super().__init__(str(self))

    def __str__(self) -> str:
        bestand = f"bestand {self.bestand}" if self.bestand is not None else ""
        kop = ", ".join(deel for deel in (bestand, self.plaats()) if deel)
        tekst = f"FOUT in {kop}: {self.wat}" if kop else f"FOUT: {self.wat}"
        return f"{tekst}\n  Wat te doen: {self.remedie}" if self.remedie else tekst

    def met(self, wat: str, remedie: str) -> InvoerFout:
        """Return an error at the same place, in other words."""
        return InvoerFout(
            wat,
            bestand=self.bestand,
            regel=self.regel,
            kolom=self.kolom,
            sleutel=self.sleutel,
            waarde=self.waarde,
            remedie=remedie,
            reden=self.reden,
        )

    def plaats(self) -> str:
        """Return where in the file it is: line, column, key and value, as far as known."""
        delen = [
            f"regel {self.regel}" if self.regel is not None else "",
            f"kolom '{self.kolom}'" if self.kolom is not None else "",
            f"sleutel '{self.sleutel}'" if self.sleutel is not None else "",
            f"waarde '{_kort(str(self.waarde))}'" if self.waarde is not None else "",
        ]
        return ", ".join(deel for deel in delen if deel)


MAX_WAARDE = 200


def _kort(waarde: str) -> str:
    """Return a value for a message: one that fills a screen is cut, with its length."""
    if len(waarde) <= MAX_WAARDE:
        return waarde
    return f"{waarde[:60]}… ({len(waarde)} tekens)"


class InvoerFouten(InvoerFout):
    """Several faults as one message, per file; the fields are those of the first.

    Args:
        fouten: at least two, in the order to show them.
        waarin: what was read, in Dutch ("de wijkanalyses").
    """

    def __init__(self, fouten: Sequence[InvoerFout], waarin: str) -> None:
        self.fouten, self.waarin = list(fouten), waarin
        eerste = self.fouten[0]
        super().__init__(
            eerste.wat,
            bestand=eerste.bestand,
            regel=eerste.regel,
            kolom=eerste.kolom,
            sleutel=eerste.sleutel,
            waarde=eerste.waarde,
            remedie=eerste.remedie,
            reden=eerste.reden,
        )

    def __str__(self) -> str:
        per_bestand: dict[str, list[InvoerFout]] = {}
        for fout in self.fouten:
            per_bestand.setdefault(str(fout.bestand or ""), []).append(fout)
        bestanden = f" in {len(per_bestand)} bestanden" if len(per_bestand) > 1 else ""
        regels = [f"FOUT in {self.waarin}: {len(self.fouten)} fouten{bestanden}"]
        for bestand, fouten in per_bestand.items():
            regels += ["", f"bestand {bestand}"] if bestand else [""]
            for nummer, (fout, ook) in enumerate(_gelijksoortig(fouten), 1):
                plaats = fout.plaats()
                regels.append(
                    f"  {nummer}. {plaats}: {fout.wat}" if plaats else f"  {nummer}. {fout.wat}"
                )
                if ook:
                    regels.append(f"     Ook: {'; '.join(ook)}.")
                if fout.remedie:
                    regels.append(f"     Wat te doen: {fout.remedie}")
        return "\n".join(regels)


MAX_OOK = 20


def _gelijksoortig(fouten: Sequence[InvoerFout]) -> list[tuple[InvoerFout, list[str]]]:
    """Return each kind of fault once, with the places of the others of that kind."""
    soorten: dict[tuple[str, str | None], list[InvoerFout]] = {}
    for fout in fouten:
        soorten.setdefault((fout.wat, fout.remedie), []).append(fout)
    uit = []
    for eerste, *rest in soorten.values():
        ook = [fout.plaats() for fout in rest[:MAX_OOK]]
        if len(rest) > MAX_OOK:
            ook.append(f"en nog {len(rest) - MAX_OOK} keer")
        uit.append((eerste, [plek for plek in ook if plek]))
    return uit


def een_melding(fouten: Iterable[InvoerFout], waarin: str) -> InvoerFout | None:
    """Return all faults as one error, each once; None when there are none."""
    uniek: dict[str, InvoerFout] = {}
    for fout in fouten:
        for deel in fout.fouten if isinstance(fout, InvoerFouten) else [fout]:
            uniek.setdefault(str(deel), deel)
    alle = list(uniek.values())
    if len(alle) < 2:
        return alle[0] if alle else None
    return InvoerFouten(alle, waarin)


def bedoelde_u(waarde: str, mogelijk: Iterable[str], aantal: int = 3) -> str:
    """Return "Bedoelde u a, b of c?" with the nearest of `mogelijk`, or "" if nothing is near."""
    namen = [str(m) for m in mogelijk]
    dichtbij = difflib.get_close_matches(str(waarde), namen, n=aantal, cutoff=0.6)
    if not dichtbij:
        return ""
    *begin, laatste = dichtbij
    return f"Bedoelde u {', '.join(begin)} of {laatste}?" if begin else f"Bedoelde u {laatste}?"


def en_nog(aantal: int) -> str:
    """Return " (en nog 12 regels)" for 13 rows, "" for one."""
    if aantal <= 1:
        return ""
    return " (en nog 1 regel)" if aantal == 2 else f" (en nog {aantal - 1} regels)"
