"""What a check does with data that give it no outcome."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van


def test_een_fout_over_de_gegevens_wordt_een_reden():
    assert reden_van(GeenUitkomst("geen_buur")) == "geen_buur"
    assert reden_van(InvoerFout("te weinig", reden="geen_residuen")) == "geen_residuen"


def test_een_fout_in_de_configuratie_blijft_een_fout():
    fout = InvoerFout("deze keuze bestaat niet", sleutel="regressie.modellen")
    with pytest.raises(InvoerFout, match="deze keuze bestaat niet"):
        reden_van(fout)
