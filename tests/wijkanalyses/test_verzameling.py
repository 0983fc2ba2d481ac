"""The folder of an edition: which files, what clashes, and what the rule writes."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

import lees_wijkanalyses
from hulp import WORTEL
from hulp.beelden import beeldpunten
from hulp.wijkanalyses import THEMAS, kop, plaatje, romp, schrijf_md, vind_bestanden
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses import verzameling
from leefbaarheid.wijkanalyses.verzameling import lees_map
from leefbaarheid.wijkanalyses.wijkcode import Wijk

VOORBEELD = WORTEL / "data" / "raw" / "voorbeeld" / "wijkanalyses"


@pytest.mark.traag
def test_voorbeeldanalyses_worden_gelezen():
    analyses = lees_map(
        vind_bestanden(VOORBEELD),
        _themas_van_de_editie(),
        VOORBEELD,
    )

    assert len(analyses) == 12
    assert sum(analyse["bron"].endswith(".docx") for analyse in analyses) == 2
    assert [len(analyse["wijken"]) for analyse in analyses].count(2) == 1
    assert all(400 <= analyse["woorden"] <= 750 for analyse in analyses)
    for analyse in analyses:
        # the matrix of themes and the tables of approach and advice say the same
        blokken = [*analyse["aanpakken"], *analyse["adviezen"]]
        assert {blok["thema"] for blok in blokken} <= set(analyse["themas"]), analyse["bron"]
        # what a quotation says, the text around it does not say in the same words
        tekst = " ".join(analyse["secties"].values()).replace("\n", " ")
        for citaat in analyse["citaten"]:
            woorden = citaat["tekst"].split()
            stukken = (" ".join(woorden[n : n + 6]) for n in range(len(woorden) - 5))
            assert all(tekst.count(stuk) <= 1 for stuk in stukken), citaat


def _themas_van_de_editie() -> dict[str, str]:
    config = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text(encoding="utf-8"))
    return config["wijkanalyses"]["themas"]


@pytest.mark.traag
def test_map(tmp_path):
    for naam, titel in (("b.md", "B"), ("a.md", "A"), ("c.MD", "C")):
        schrijf_md(tmp_path, kop(titel=titel) + romp(), naam)
    for naam in ("README.md", ".verborgen.md", "~$b.docx"):
        (tmp_path / naam).write_text("geen wijkanalyse")
    (tmp_path / "oud").mkdir()
    (tmp_path / "oud" / "d.md").write_text("geen wijkanalyse")
    (tmp_path / "foto.png").write_bytes(plaatje())

    gevonden = vind_bestanden(tmp_path)
    analyses = lees_map(gevonden, THEMAS, tmp_path)

    assert [analyse["bron"] for analyse in analyses] == ["a.md", "b.md", "c.MD"]
    assert [pad.name for pad in gevonden] == [
        "README.md",
        "a.md",
        "b.md",
        "c.MD",
        "foto.png",
        "d.md",
    ]
    assert lees_map(reversed(gevonden), THEMAS, tmp_path, draden=1) == analyses


def test_lege_map(tmp_path):
    assert vind_bestanden(tmp_path) == []
    assert lees_map([], THEMAS, tmp_path) == []


@pytest.mark.traag
def test_voetnoten_van_twee_analyses_botsen_niet(tmp_path):
    for naam in ("een", "twee"):
        tekst = kop(titel=naam) + romp(profiel=f"Tekst[^1].\n\n[^1]: Noot {naam}.")
        schrijf_md(tmp_path, tekst, f"{naam}.md")

    een, twee = lees_map(vind_bestanden(tmp_path), THEMAS)

    assert "[^een-1]: Noot een." in een["secties"]["Profiel"]
    assert "[^twee-1]: Noot twee." in twee["secties"]["Profiel"]


def map_fout(map_: Path) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees_map(vind_bestanden(map_), THEMAS, map_)
    return str(fout.value)


@pytest.mark.traag
def test_zelfde_titel(tmp_path):
    schrijf_md(tmp_path, kop() + romp(), "a.md")
    schrijf_md(tmp_path, kop(titel='"voorbeeldwijk:  een PROEF"') + romp(), "b.md")

    fout = map_fout(tmp_path)

    assert "deze titel heeft ook a.md" in fout
    assert "b.md" in fout


@pytest.mark.traag
def test_namen_die_botsen(tmp_path):
    schrijf_md(tmp_path, kop() + romp(), "een wijk.md")
    schrijf_md(tmp_path, kop(titel="B") + romp(), "een-wijk.md")

    assert "lijkt te veel op een wijk.md" in map_fout(tmp_path)


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["los.yaml", "proef.yaml", "proef.yml"])
def test_yaml_zonder_word(tmp_path, naam):
    schrijf_md(tmp_path, kop() + romp())
    (tmp_path / naam).write_text(kop(), encoding="utf-8")

    assert "bij deze kop hoort geen Word-bestand" in map_fout(tmp_path)


def test_verwijzing_uit_de_map(tmp_path):
    map_ = tmp_path / "wijkanalyses"
    map_.mkdir()
    buiten = schrijf_md(tmp_path, kop() + romp())
    (map_ / "link.md").symlink_to(buiten)

    assert "wijst buiten de map" in map_fout(map_)


def test_onbekende_code_noemt_de_naaste(tmp_path):
    pad = schrijf_md(tmp_path, kop(wijken="[WK900101, WK900109]") + romp())
    namen = {"WK900101": "Voorbeeldwijk", "WK900100": "Centrum", "WK123456": "Ver weg"}
    bekend = {code: Wijk(naam) for code, naam in namen.items()}

    with pytest.raises(InvoerFout, match="in geen van de bronnen") as fout:
        lees_map([pad], THEMAS, tmp_path, bekend=bekend)

    assert fout.value.bestand == pad
    assert fout.value.regel == 4
    assert fout.value.waarde == "WK900109"
    assert "WK900101 (Voorbeeldwijk)" in fout.value.remedie
    assert "Ver weg" not in fout.value.remedie


def draai(map_: Path, uit: Path) -> list[dict]:
    wijken = uit / "wijken.csv"
    wijken.write_text("wk_code,wk_naam\nWK900101,Voorbeeldwijk\n", encoding="utf-8")
    lees_wijkanalyses.main(
        vind_bestanden(map_), map_, wijken, THEMAS, uit / "wijkanalyses.json", uit / "beelden"
    )
    return json.loads((uit / "wijkanalyses.json").read_text(encoding="utf-8"))


def test_regel_zonder_analyses(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()

    assert draai(map_, tmp_path) == []
    assert list((tmp_path / "beelden").iterdir()) == []


@pytest.mark.traag
def test_regel_schrijft_alleen_de_beelden_van_nu(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    (map_ / "plein.png").write_bytes(plaatje())
    (map_ / "ongebruikt.png").write_bytes(plaatje(kleur="blue"))
    schrijf_md(map_, kop() + romp(profiel="Zie:\n\n![Het plein](plein.png)"))
    (tmp_path / "beelden").mkdir()
    (tmp_path / "beelden" / "oud.png").write_bytes(b"van de vorige keer")

    (analyse,) = draai(map_, tmp_path)

    (beeld,) = (tmp_path / "beelden").iterdir()
    assert analyse["afbeeldingen"][0]["bestand"] == f"wijkanalyses-beelden/{beeld.name}"
    assert beeldpunten(beeld.read_bytes()) == beeldpunten(plaatje())


def test_regel_schrijft_niets_bij_een_fout(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    schrijf_md(map_, kop(wijken="[WK900199]") + romp())

    with pytest.raises(InvoerFout):
        draai(map_, tmp_path)
    assert not (tmp_path / "wijkanalyses.json").exists()


@pytest.fixture
def twee(tmp_path, monkeypatch):
    """A folder with two wijkanalyses and a picture; reads them, and says which files were read."""
    map_ = tmp_path / "in"
    map_.mkdir()
    (map_ / "plein.png").write_bytes(plaatje())
    for naam in ("een", "twee"):
        tekst = kop(titel=f"Analyse {naam}") + romp(profiel="Zie:\n\n![Het plein](plein.png)")
        schrijf_md(map_, tekst, f"{naam}.md")
    gelezen = []
    echt = verzameling.lees_bestand
    monkeypatch.setattr(
        verzameling, "lees_bestand", lambda pad, *rest: gelezen.append(pad.name) or echt(pad, *rest)
    )

    def lees(**instellingen):
        gelezen.clear()
        geheugen = lees_wijkanalyses.geheugen_in(
            tmp_path / "plank", [str(pad) for pad in vind_bestanden(map_)], instellingen
        )
        uit = lees_map(vind_bestanden(map_), THEMAS, map_, geheugen=geheugen)
        assert uit == json.loads(json.dumps(lees_map(vind_bestanden(map_), THEMAS, map_)))
        return sorted(gelezen[:-2])  # the last two are those of the comparison

    return SimpleNamespace(lees=lees, map_=map_)


@pytest.mark.traag
def test_na_een_wijziging_wordt_alleen_dat_bestand_gelezen(twee):
    assert twee.lees() == ["een.md", "twee.md"]
    assert twee.lees() == []
    pad = twee.map_ / "twee.md"
    pad.write_text(pad.read_text("utf-8") + "\n- Nog een fictieve bron.\n", "utf-8")
    assert twee.lees() == ["twee.md"]
    assert twee.lees(wijzigingen="accepteer") == ["een.md", "twee.md"]
    (twee.map_ / "plein.png").write_bytes(plaatje(kleur="blue"))
    assert twee.lees(wijzigingen="accepteer") == ["een.md", "twee.md"]
