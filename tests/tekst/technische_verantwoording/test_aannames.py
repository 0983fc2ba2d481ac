"""The assumptions that bear on an edition."""

from __future__ import annotations

import re

import pytest

from hulp import WORTEL
from hulp.stof import bijlage
from leefbaarheid.basis.documenten import DOCUMENTEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.onderwerpen import ONDERWERPEN, TECHNIEK
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.rapport.aannames import lees_document
from leefbaarheid.tekst.technische_verantwoording.aannames import (
    SOORTEN,
    VOORWAARDEN,
    WAAROVER,
    WERKEN,
    inleiding,
    kop,
    onderwerpen,
    rijen,
)

PAKKET = "workflow/scripts/leefbaarheid"
ALLE = lees_document((WORTEL / "docs" / "aannames.md").read_text("utf-8"))


def aanname(keuze, bestand=f"{PAKKET}/analyse/klassen.py", **anders):
    """Return an assumption as the document gives it."""
    vast = {"waarom": "Daarom.", "gevolg": "Anders niet.", "onderwerp": "score", "als": ""}
    return {"keuze": keuze, **vast, "zie": "", "bestand": bestand} | anders


def keuzes(aannames, editie=None, onderwerp="score", **tabellen):
    """Return what the chapter says was chosen, for a subject."""
    stof = bijlage(editie, aannames=tuple(aannames), **tabellen)
    return [rij[0] for rij in rijen(stof, onderwerp)]


def test_een_rij_zegt_wat_waarom_en_wat_er_volgt_met_waar_het_staat():
    plekken = (
        "leefbaarheidsontwikkeling, Perioden, marge en weging; sec-rob-kracht; "
        "leefbaarheidsontwikkeling, Klassen; sec-modellen; hoofdrapport"
    )
    alle = (
        aanname("Wijken *zijn* groot.", zie=plekken, waarom="Het moet."),
        aanname("Nog een.", waarom="Het moet."),
    )
    assert rijen(bijlage(aannames=alle), "score") == [
        [
            r"Wijken \*zijn\* groot.",
            "Het moet.",
            "Anders niet. Zie @sec-rob-kracht en @sec-modellen, en *Perioden, marge en weging* en "
            "*Klassen* in bijlage 1, *Leefbaarheidsontwikkeling*, en het hoofdrapport.",
        ],
        ["Nog een.", "Het moet.", "Anders niet."],
    ]


def test_een_werk_in_een_aanname_wordt_een_verwijzing():
    een = aanname("Een grens (Nagin, 2005).", waarom="Gangbaar (Iglewicz en Hoaglin, 1993).")
    rij = rijen(bijlage(aannames=(een,)), "score")[0]
    assert rij[:2] == ["Een grens [@nagin2005].", "Gangbaar [@iglewicz1993]."]


def test_elk_werk_in_een_aanname_heeft_een_verwijzing():
    bekend = {f"({naam}, {jaar})" for naam, jaar in WERKEN.values()}
    teksten = " ".join(" ".join(map(str, een.values())) for een in ALLE)
    assert set(re.findall(r"\([A-Z][\w ]+,? (?:19|20)\d{2}\)", teksten)) <= bekend


def test_alleen_onderwerpen_met_een_aanname_die_telt_en_nooit_techniek():
    alle = (
        aanname("Een.", onderwerp="techniek"),
        aanname("Twee.", onderwerp="score"),
        aanname("Drie.", onderwerp="gegevens"),
        aanname("Vier.", onderwerp="voorbeeld", als="fictief"),
    )
    assert onderwerpen(bijlage(aannames=alle)) == ["gegevens", "score", "voorbeeld"]
    assert onderwerpen(bijlage({"fictief": False}, aannames=alle)) == ["gegevens", "score"]
    assert kop("score") == "Score, klassen en clusters"
    assert inleiding("score") == (
        "@tbl-aannames-score noemt de aannames over de score, de klassen en de clusters."
    )


def test_elk_onderwerp_van_een_document_heeft_een_inleiding():
    assert list(WAAROVER) == [naam for naam in ONDERWERPEN if naam != TECHNIEK]


def test_de_configuratie_van_een_andere_editie_telt_niet():
    alle = (
        aanname("Geldt overal.", "config/schema.yaml"),
        aanname("Van een ander.", "config/edities/ander.yaml"),
        aanname("Van mij.", "config/edities/proef.yaml"),
    )
    assert keuzes(alle) == ["Geldt overal.", "Van mij."]
    assert keuzes(alle, {"editie": "ander"}) == ["Geldt overal.", "Van een ander."]


def test_een_aanname_van_twee_edities_staat_er_een_keer():
    bestanden = ("config/config.yaml", "config/edities/ander.yaml", "config/edities/proef.yaml")
    assert keuzes(aanname("Zij delen dit.", bestand) for bestand in bestanden) == ["Zij delen dit."]


@pytest.mark.parametrize(
    ("als", "wel", "niet"),
    [
        ("fictief", {"fictief": True}, {"fictief": False}),
        ("concept", {"inferentie": {"snel": True}}, {"inferentie": {"snel": False}}),
        ("recept", {"bronnen": {"context": {"recept": "r"}}}, {"bronnen": {"context": {}}}),
        ("voorwaarden", {"selectie": {"voorwaarden": {"a": {"min": 1}}}}, {"selectie": {}}),
        ("bron grenzen", {"bronnen": {"grenzen": {}}}, {"bronnen": {}}),
    ],
)
def test_een_voorwaarde_die_de_configuratie_beslist(als, wel, niet):
    alle = [aanname("Het is zo.", als=als)]
    assert (keuzes(alle, wel), keuzes(alle, niet)) == (["Het is zo."], [])


@pytest.mark.parametrize(
    ("als", "tabel", "wel", "niet"),
    [
        ("later gemeten", "regressie", [{"meting": "na"}], [{"meting": "voor"}]),
        (
            "uitgave zonder ijkwaarden",
            "datakwaliteit",
            [{"toelichting": "basis_uit_bestand|4.1"}],
            [{"toelichting": "basis_vast"}],
        ),
        (
            "controle meetfout",
            "robuustheid_meetfout",
            [{"jaar": 2012, "reden": ""}],
            [{"reden": "niet_gedaan"}],
        ),
    ],
)
def test_een_voorwaarde_die_een_tabel_beslist(als, tabel, wel, niet):
    alle = [aanname("Het is zo.", als=als)]
    assert (keuzes(alle, **{tabel: wel}), keuzes(alle, **{tabel: niet})) == (["Het is zo."], [])


# -------------------------------------------------------------------- the list of the project


def _koppen(document):
    """Return the headings of the templates of a document, and the names of its sections."""
    sjablonen = sorted((WORTEL / "reports" / document).glob("*.qmd.j2"))
    tekst = "\n".join(pad.read_text("utf-8") for pad in sjablonen)
    koppen = re.findall(r"^#+ ([^\n{]+?)(?: \{#([\w-]+)\})?$", tekst, re.MULTILINE)
    woorden = {
        re.sub(r"<< (W\.[^>]+) >>", lambda m: eval(m[1], {"W": W}), kop) for kop, _ in koppen
    }
    return woorden, {naam for _, naam in koppen if naam}


@pytest.mark.parametrize("een", ALLE, ids=lambda een: een["keuze"][:40])
def test_elke_verwijzing_en_voorwaarde_van_de_lijst_bestaat(een):
    for plek in filter(None, een["zie"].split("; ")):
        document, _, paragraaf = plek.partition(", ")
        if plek.startswith("sec-"):
            assert plek in _koppen("bijlage-technische-verantwoording")[1]
        else:
            map_ = document if document in DOCUMENTEN else f"bijlage-{document}"
            assert map_ in DOCUMENTEN
            assert not paragraaf or paragraaf in _koppen(map_)[0]
    soort, _, naam = een["als"].partition(" ")
    bronnen = lees_schema(WORTEL)["properties"]["bronnen"]["properties"]
    if een["als"] in VOORWAARDEN:
        return
    bekend = {"controle": f"robuustheid_{naam}" in TABELLEN, "bron": naam in bronnen}
    assert set(bekend) == set(SOORTEN)
    assert bekend[soort]


def test_geen_keuze_staat_er_twee_keer():
    """Two editions may make the same choice; a document has those of its own edition."""
    alle = [
        (een["keuze"], een["bestand"] if een["bestand"].startswith("config/edities/") else "")
        for een in ALLE
    ]
    assert sorted(set(alle)) == sorted(alle)
