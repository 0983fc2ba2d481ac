"""What a check does with data that give it no outcome: it says why, as a reason code."""

from __future__ import annotations

from leefbaarheid.basis.fouten import InvoerFout


class GeenUitkomst(Exception):
    """These data give a check no outcome.

    Args:
        reden: the reason code, as in the column `reden` of its table.
    """

    def __init__(self, reden: str) -> None:
        self.reden = reden
        super().__init__(reden)


def reden_van(fout: InvoerFout | GeenUitkomst) -> str:
    """Return the reason code of an error, for a table row that says why it has no estimate.

    Raises:
        InvoerFout: the error itself, when it is no matter of the data but a mistake in the config.
    """
    if fout.reden is None:
        raise fout
    return fout.reden
