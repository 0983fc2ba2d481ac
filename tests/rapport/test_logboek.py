"""The log of choices is read as it stands, and a mistake in it is one message."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.rapport.logboek import BEKEND, BESTAND, KOPPEN, lees_logboek

KOP = f"# Titel\n\n| {' | '.join(KOPPEN)} |\n|---|---|---|---|---|\n"
RIJ = "| 2026-11-22 | alle | de marge | nee | Daarom. |\n"


def test_het_logboek_van_het_project():
    besluiten = lees_logboek((WORTEL / BESTAND).read_text("utf-8"))
    assert {b["bekend"] for b in besluiten} == set(BEKEND)
    keuzes = {b["keuze"]: b["bekend"] for b in besluiten}
    # these two were made with results in hand, and the report may not say otherwise
    assert keuzes["de hoofdfactoren"] == "ja"
    assert keuzes["de regel van het oordeel"] == "ja"
    for besluit in besluiten:
        # within a sentence the choice follows a colon, and the reason is a sentence
        assert besluit["keuze"][0].islower() or besluit["keuze"].startswith("CRV3")
        assert besluit["waarom"].endswith(".")


def test_een_rij_is_een_besluit():
    assert lees_logboek(KOP + RIJ) == [
        {
            "datum": "2026-11-22",
            "editie": "alle",
            "keuze": "de marge",
            "bekend": "nee",
            "waarom": "Daarom.",
        }
    ]


@pytest.mark.parametrize(
    ("tekst", "fragmenten"),
    [
        ("# Titel\n", ["andere koppen"]),
        (KOP, ["andere koppen"]),
        (KOP.replace("Keuze", "Besluit") + RIJ, ["andere koppen"]),
        (KOP + "| 2026-11-22 | alle | de marge | nee |\n", ["regel 5", "5 gevulde cellen"]),
        (KOP + RIJ.replace("Daarom.", ""), ["5 gevulde cellen"]),
        (KOP + RIJ.replace("2026-11-22", "2026-02-30"), ["waarde '2026-02-30'", "bestaat niet"]),
        (KOP + RIJ.replace("2026-11-22", "20261122"), ["bestaat niet"]),
        (KOP + RIJ + RIJ.replace("22", "21"), ["regel 6", "volgorde van datum"]),
        (KOP + RIJ.replace("nee", "misschien"), ["waarde 'misschien'", "niet na te gaan"]),
    ],
)
def test_een_fout_in_het_logboek_is_een_melding(tekst, fragmenten):
    with pytest.raises(InvoerFout) as fout:
        lees_logboek(tekst)
    for fragment in ("docs/besluiten.md", "Wat te doen", *fragmenten):
        assert fragment in str(fout.value)
