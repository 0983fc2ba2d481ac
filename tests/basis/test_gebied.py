"""What an edition is about: wijken unless it says otherwise, with the words that go with it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from leefbaarheid.basis.gebied import (
    BUURT,
    GEMEENTE,
    WIJK,
    W,
    Woordenlijst,
    gebied_in,
    gebied_van,
    huidig,
    met_woorden,
    over,
)

EIGEN = {
    "enkelvoud": "kern",
    "meervoud": "kernen",
    "code": "kern_code",
    "naam": "kern_naam",
    "vorm": "K[0-9]{3}",
    "voorbeeld": "K001",
}


def test_een_editie_die_niets_zegt_gaat_over_wijken():
    assert gebied_van(None) is huidig() is WIJK
    assert f"{W.Gebieden} en een {W.gebied}" == "Wijken en een wijk"


@pytest.mark.parametrize(
    ("gebied", "woord", "samen"),
    [
        (WIJK, "indeling", "wijkindeling"),
        (BUURT, "code", "buurtcode"),
        (GEMEENTE, "indeling", "gemeente-indeling"),
        (GEMEENTE, "grenzen", "gemeentegrenzen"),
        (gebied_van(EIGEN), "naam", "kernnaam"),
    ],
)
def test_een_samenstelling_krijgt_een_streepje_waar_klinkers_botsen(gebied, woord, samen):
    with over(gebied):
        assert W.met(woord) == samen
        assert W.Met(woord) == samen[0].upper() + samen[1:]


def test_het_gebied_geldt_ook_in_een_andere_draad_en_is_daarna_weer_wat_het_was():
    with over(BUURT), ThreadPoolExecutor() as draden:
        assert draden.submit(lambda: W.gebieden).result() == "buurten"
    assert W.gebieden == "wijken"


def test_een_bestand_is_van_het_gebied_van_zijn_eerste_code():
    assert gebied_in(["rownr", "bu_code", "wk_code"]) is BUURT
    assert gebied_in(["gm_code", "wk_code"]) is GEMEENTE
    with over(gebied_van(EIGEN)):
        assert gebied_in(["kern_code", "jaar"]).meervoud == "kernen"
        assert gebied_in(["naam"]).meervoud == "kernen"


def test_een_code_zegt_in_welke_gemeente_een_gebied_ligt_behalve_bij_een_eigen_gebied():
    assert BUURT.gemeente_van("BU00140000") == WIJK.gemeente_van("WK001400") == "GM0014"
    assert gebied_van(EIGEN).gemeente_van("K001") is None


@pytest.mark.parametrize(
    ("tekst", "wijk", "buurt", "gemeente", "eigen"),
    [
        ("alle [[gebieden]]", "alle wijken", "alle buurten", "alle gemeenten", "alle kernen"),
        ("[[Gebied]]", "Wijk", "Buurt", "Gemeente", "Kern"),
        (
            *("[[gebied+indeling]]", "wijkindeling", "buurtindeling"),
            *("gemeente-indeling", "kernindeling"),
        ),
        (
            *("[[Gebied, gemeente]] of [[CBS-code]]", "Wijk, gemeente of CBS-code"),
            *("Buurt, gemeente of CBS-code", "Gemeente of CBS-code", "Kern, gemeente of code"),
        ),
        (
            *("per [[gebied]], uw [[gebied of gemeente]]", "per wijk, uw wijk of gemeente"),
            "per buurt, uw buurt of gemeente",
            *("per gemeente, uw gemeente", "per kern, uw kern of gemeente"),
        ),
        (
            *("[[per gebied en per gemeente]]", "per wijk en per gemeente"),
            *("per buurt en per gemeente", "per gemeente", "per kern en per gemeente"),
        ),
        (
            *("[[straat of buurt]] in de [[gebied]]", "straat of buurt in de wijk"),
            *("straat in de buurt", "straat of buurt in de gemeente", "straat of buurt in de kern"),
        ),
    ],
)
def test_een_tekst_van_voor_de_editie_krijgt_haar_woorden(tekst, wijk, buurt, gemeente, eigen):
    verwacht = {WIJK: wijk, BUURT: buurt, GEMEENTE: gemeente, gebied_van(EIGEN): eigen}
    for gebied, zin in verwacht.items():
        with over(gebied):
            assert met_woorden(tekst) == zin


def test_wat_geen_merk_is_blijft_staan_ook_een_lijst_van_lijsten_in_een_script():
    assert met_woorden("const x = [[wijk], [[gebied.naam]]];") == (
        "const x = [[wijk], [[gebied.naam]]];"
    )


def test_een_lijst_van_teksten_krijgt_de_woorden_pas_als_zij_gelezen_wordt():
    namen = Woordenlijst({"land": "alle [[gebieden]]"}) | {"geen": "zonder [[gebied]]"}
    with over(BUURT):
        assert dict(namen) == {"land": "alle buurten", "geen": "zonder buurt"}
    assert namen["land"] == "alle wijken"
