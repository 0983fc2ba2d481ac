"""What a step made stands there again when all it rests on is the same, and only then."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from leefbaarheid.basis import hergebruik as module
from leefbaarheid.basis.hergebruik import VOORRAAD, hergebruik, onthoud


class Benoemd(dict):
    """Named values, as Snakemake gives its inputs, outputs and parameters."""

    def __iter__(self):
        return iter(self.values())


@pytest.fixture
def stap(tmp_path):
    """A step that copies its input, into a file and into a folder; says whether it had work."""
    uit = tmp_path / "results"
    invoer, map_ = tmp_path / "in.txt", tmp_path / "map"
    invoer.write_text("een")
    map_.mkdir()
    (map_ / "deel.txt").write_text("deel")
    (uit / "logs").mkdir(parents=True)
    regel = SimpleNamespace(
        input=[str(invoer), str(map_)],
        output=[str(uit / "blad.pdf"), str(uit / "figuren")],
        params=Benoemd(kleur="blauw"),
        log=[str(uit / "logs" / "stap-a.log")],
    )

    def draai(faal=False):
        for pad in map(Path, regel.output):  # as Snakemake does before a job
            if pad.is_dir():
                for deel in pad.iterdir():
                    deel.unlink()
                pad.rmdir()
            pad.unlink(missing_ok=True)
        with hergebruik(regel) as nodig:
            if faal:
                raise ValueError("mislukt")
            if nodig:
                inhoud = invoer.read_text() + regel.params["kleur"]
                Path(regel.output[0]).write_text(inhoud)
                Path(regel.output[1]).mkdir()
                (Path(regel.output[1]) / "een.svg").write_text(inhoud)
        assert Path(regel.output[0]).read_text() == invoer.read_text() + regel.params["kleur"]
        assert [pad.name for pad in Path(regel.output[1]).iterdir()] == ["een.svg"]
        return nodig

    return SimpleNamespace(draai=draai, invoer=invoer, map_=map_, regel=regel, uit=uit)


def test_de_tweede_keer_is_er_niets_te_doen(stap, capsys):
    assert stap.draai()
    assert capsys.readouterr().out == ""
    assert not stap.draai()
    assert "gelijk aan de vorige keer" in capsys.readouterr().out


def test_een_aangeraakt_bestand_is_hetzelfde_bestand(stap):
    stap.draai()
    stap.invoer.touch()
    assert not stap.draai()


def anders(stap):
    stap.invoer.write_text("twee")


def deel_anders(stap):
    (stap.map_ / "deel.txt").write_text("ander deel")


def deel_erbij(stap):
    (stap.map_ / "nieuw.txt").write_text("deel")


def deel_hernoemd(stap):
    (stap.map_ / "deel.txt").rename(stap.map_ / "ander.txt")


def instelling_anders(stap):
    stap.regel.params["kleur"] = "rood"


@pytest.mark.parametrize(
    "wijzig", [anders, deel_anders, deel_erbij, deel_hernoemd, instelling_anders]
)
def test_na_een_wijziging_wordt_het_opnieuw_gemaakt(stap, wijzig):
    stap.draai()
    wijzig(stap)
    assert stap.draai()
    assert not stap.draai()


def test_met_andere_pakketten_wordt_het_opnieuw_gemaakt(stap, monkeypatch):
    stap.draai()
    monkeypatch.setattr(module, "versies", lambda: {"typst": "99"})
    assert stap.draai()


def test_wat_met_de_hand_in_het_resultaat_is_gewijzigd_komt_niet_terug(stap):
    stap.draai()
    Path(stap.regel.output[0]).write_text("met de hand")
    assert not stap.draai()


@pytest.mark.parametrize("wat", ["0", "1/een.svg", "briefje.json"])
def test_een_beschadigde_voorraad_wordt_niet_gebruikt(stap, wat):
    stap.draai()
    (stap.uit / VOORRAAD / "stap-a" / wat).write_text("half")
    assert stap.draai()


def test_een_mislukte_stap_laat_de_voorraad_zoals_zij_was(stap):
    stap.draai()
    stap.invoer.write_text("twee")
    with pytest.raises(ValueError, match="mislukt"):
        stap.draai(faal=True)
    assert stap.draai()


@pytest.fixture
def geheugen(tmp_path):
    """Remember a value under a checksum; return it, and how often it was made."""
    gemaakt = []

    def doe(som, inhoud=None):
        def maak():
            gemaakt.append(som)
            return inhoud or {"titel": som, "wijken": ("a", "b")}

        return onthoud(tmp_path / "map" / "een.json", som, maak), len(gemaakt)

    return SimpleNamespace(doe=doe, pad=tmp_path / "map" / "een.json")


def test_wat_onthouden_is_wordt_niet_opnieuw_gemaakt(geheugen):
    # as JSON holds it, the first time too: what comes back may not depend on the memory
    assert geheugen.doe("a") == ({"titel": "a", "wijken": ["a", "b"]}, 1)
    assert geheugen.doe("a") == ({"titel": "a", "wijken": ["a", "b"]}, 1)
    assert geheugen.doe("b") == ({"titel": "b", "wijken": ["a", "b"]}, 2)
    assert geheugen.doe("a")[1] == 3  # one thing at a time


@pytest.mark.parametrize("half", ["", "{", "[]", '{"vingerafdruk": "a"}'])
def test_een_half_geheugen_wordt_niet_gebruikt(geheugen, half):
    geheugen.doe("a")
    geheugen.pad.write_text(half)
    assert geheugen.doe("a") == ({"titel": "a", "wijken": ["a", "b"]}, 2)


def test_een_gewijzigd_geheugen_wordt_niet_gebruikt(geheugen):
    geheugen.doe("a")
    geheugen.pad.write_text(geheugen.pad.read_text().replace('"titel": "a"', '"titel": "z"'))
    assert geheugen.doe("a")[0]["titel"] == "a"
