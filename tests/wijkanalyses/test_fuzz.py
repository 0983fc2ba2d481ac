"""Markdown of all kinds: its words arrive, or there is a message; never a trace, never code."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hulp.lastige_tekst import LASTIG
from hulp.wijkanalyses import THEMAS, kop, romp, schrijf_md
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.lezen import lees_bestand
from leefbaarheid.wijkanalyses.markdownregels import lees_regels

# every word with a number is looked for in what comes out
ROMP = romp(
    profiel="Een *woord1* en **woord2**, `woord3` en [woord4](https://a.nl/x)[^1].\n\n"
    "- woord5\n- woord6\n\n    woord7\n\n[^1]: Noot met woord8.",
    ontwikkeling="| woord9 | woord10 |\n|--------|--------|\n| woord11 | woord12 |\n\n: woord13",
    perspectief="> woord14 zei dat.\n> — bewoner\n\n1. woord15\n2. woord16\n   - woord17",
    opgaven="### woord18\n\nEen regel\nmet een vervolg woord19.\n\n```\nwoord20\n```",
)
LOS = ["\n", "\n\n", "\t", "    ", "- ", "1. ", "> ", "|", "#", "## ", "*", "_", "`", "```\n", "[",
       "](", "[^1]", "{", "}", "<", "&", "\\", "~", "^", "$", "@", "---\n", ":", "::: {.x}\n", "…",
       "é", "e\u0301", "\u200b", "\u202e", "\x00", "🙂", "’", *LASTIG]  # fmt: skip


def verminkt(toeval: random.Random, tekst: str) -> str:
    """Return the text with one to four changes, of the kinds that typing and pasting make."""
    for _ in range(toeval.randint(1, 4)):
        plek = toeval.randrange(len(tekst))
        regels = tekst.split("\n")
        n = toeval.randrange(len(regels))
        soort = toeval.choice(["invoegen", "regel", "wis", "witregel", "dubbel", "tab", "wissel"])
        if soort == "invoegen":
            tekst = tekst[:plek] + toeval.choice(LOS) + tekst[plek:]
            continue
        if soort == "wis":
            tekst = tekst[:plek] + tekst[plek + toeval.randint(1, 3) :]
            continue
        if soort == "regel":
            regels.insert(n, toeval.choice(LOS))
        elif soort == "witregel":
            leeg = [i for i, regel in enumerate(regels) if not regel.strip()]
            del regels[toeval.choice(leeg or [n])]
        elif soort == "dubbel":
            regels.insert(n, regels[n])
        elif soort == "tab":
            regels[n] = toeval.choice(["\t", "    ", "  "]) + regels[n]
        else:
            m = toeval.randrange(len(regels))
            regels[n], regels[m] = regels[m], regels[n]
        tekst = "\n".join(regels)
    return tekst


def controleer(map_: Path, tekst: str) -> bool:
    """Tell whether a wijkanalyse with this body is read; all its words have then arrived."""
    try:
        analyse = lees_bestand(schrijf_md(map_, kop() + tekst), THEMAS)
    except InvoerFout as fout:
        assert fout.remedie
        assert str(fout).startswith("FOUT in ")
        return False
    assert list(analyse["secties"]) == list(SECTIES)
    uit = "\n".join(analyse["secties"].values())
    kaal = re.sub(r"[^\w]", "", uit)
    zonder_verborgen = re.sub(r"\]\([^)]*\)|\{[^}]*\}", " ", tekst)
    weg = [w for w in re.findall(r"woord\d+", zonder_verborgen) if w not in kaal]
    assert not weg, (weg, tekst, uit)
    assert not re.search(r"\{\{<|^\s*(```|~~~)\s*\{", uit, re.M)
    return True


@pytest.mark.traag
def test_de_gave_tekst_wordt_gelezen(tmp_path):
    assert controleer(tmp_path, ROMP)


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(16))
def test_verminkte_tekst(tmp_path, zaad):
    controleer(tmp_path, verminkt(random.Random(zaad), ROMP))


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(100, 120))
def test_verminkte_tekst_ook_vaker(tmp_path, zaad):
    toeval = random.Random(zaad)
    for _ in range(4):
        controleer(tmp_path, verminkt(toeval, ROMP))


REGEL = st.one_of(
    st.sampled_from(
        [*LOS, *ROMP.split("\n"), "", "| a | b |", "|---|---|", "- a", "\t- b", "2) x"]
    ),
    st.text(st.sampled_from("ab1 -*#>|`~.)(\t:[]^\\"), max_size=12),
).map(lambda regel: regel.replace("\n", " "))


@pytest.mark.traag
@settings(max_examples=150)
@given(st.lists(REGEL, max_size=14))
def test_aan_een_regel_verandert_niets_dan_de_inspringing(regels):
    """Only empty lines are added, and what is changed more is refused."""
    bron = Bron(Path("x.md"), Path())

    uit = lees_regels(bron, regels, 10)

    assert len(uit.regels) == len(uit.herkomst)
    assert uit.herkomst == sorted(uit.herkomst)
    gevuld = [(n, r) for n, r in zip(uit.herkomst, uit.regels, strict=True) if r.strip()]
    for nummer, regel in gevuld:
        assert regel.split() == regels[nummer - 10].split() or "#" in regel
    if not bron.fouten:
        assert [n for n, _ in gevuld] == [n for n, r in enumerate(regels, 10) if r.strip()]
