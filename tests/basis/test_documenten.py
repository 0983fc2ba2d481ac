"""How documents of the publication name each other."""

from pathlib import Path

import pytest

from leefbaarheid.basis.documenten import DOCUMENTEN, elders, omslagtitel

REPORTS = Path(__file__).parents[2] / "reports"


def test_een_bijlage_heet_overal_naar_nummer_en_titel() -> None:
    assert omslagtitel("bijlage-wijkanalyses") == "Bijlage 2: Wijkanalyses"
    assert omslagtitel("hoofdrapport") == "Hoofdrapport"
    assert elders("wijkanalyses") == "bijlage 2, *Wijkanalyses*"
    assert elders("hoofdrapport", "Meetfout") == "*Meetfout* in het hoofdrapport"


def test_de_nummers_zijn_opeenvolgend() -> None:
    nummers = [document.nummer for document in DOCUMENTEN.values() if document.nummer]
    assert nummers == list(range(1, len(nummers) + 1))


def test_een_document_dat_er_niet_is_wordt_geweigerd() -> None:
    with pytest.raises(KeyError):
        elders("bijlage-zonder-map")
