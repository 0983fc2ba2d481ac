"""What the documents say of a wijkanalyse beside the numbers."""

from __future__ import annotations

import pytest

from hulp import CAUSAAL
from hulp.koppeling import analyse, bronnen, wijken_tabel
from leefbaarheid.basis.begrippen import CLUSTERS, OORDELEN
from leefbaarheid.tekst.gedeeld.koppeling import zin
from leefbaarheid.wijkanalyses.koppeling import bespreek, congruent, koppel


def bespreking(oordeel: str, cluster: str | None) -> str:
    rij = {
        "oordeel": oordeel,
        "cluster": cluster,
        "congruent": congruent(oordeel, [cluster] if cluster else []),
    }
    return zin(bespreek(rij))


def rij(code: str, **velden) -> dict:
    koppeling = koppel([analyse("A", [code], **velden)], wijken_tabel(), bronnen())
    return koppeling.iloc[0].to_dict()


@pytest.mark.parametrize(
    ("oordeel", "cluster", "deel"),
    [
        ("stijger", "Terugval", "tegengestelde richtingen"),
        ("daler", "Succes!", "tegengestelde richtingen"),
        ("stijger", "niet ingedeeld", "het verhaal is gunstiger dan de cijfers"),
        ("stijger", "Vroegsignalering", "het verhaal is gunstiger dan de cijfers"),
        ("daler", "niet ingedeeld", "het verhaal is ongunstiger dan de cijfers"),
        ("stabiel", "Succes!", "gelijk gebleven wijk terwijl de score verandert"),
        ("stabiel", "Terugval", "gelijk gebleven wijk terwijl de score verandert"),
        ("daler", "Terugval", "wijzen in dezelfde richting"),
        ("gemengd", "Succes!", "niet te bevestigen en niet te weerspreken"),
        ("gemengd", "niet ingedeeld", "past bij de scores"),
    ],
)
def test_bespreking_noemt_oordeel_cluster_en_de_soort_verschil(oordeel, cluster, deel):
    tekst = bespreking(oordeel, cluster)

    assert deel in tekst
    assert f"'{oordeel}'" in tekst
    assert f"'{cluster}'" in tekst
    assert tekst.endswith(".")


def test_bespreking_zonder_cluster():
    assert bespreking("stijger", None) == (
        "Zonder cluster is het oordeel 'stijger' niet naast de scores te leggen."
    )


def test_bespreking_is_nooit_causaal_of_oordelend():
    for oordeel in OORDELEN:
        for cluster in (*CLUSTERS, None):
            tekst = bespreking(oordeel, cluster)
            assert not CAUSAAL.search(tekst)
            for woord in ("veroorza", "leidt tot", "dankzij", "komt door", "onjuist", "fout"):
                assert woord not in tekst


@pytest.mark.parametrize(
    ("code", "tekst"),
    [
        ("WK900100", "De wijk hoort tot de selectie."),
        ("WK900102", "De wijk hoort niet tot de selectie van deze editie."),
        (
            "WK900201",
            "De wijk hoort niet tot de selectie van deze editie. "
            "Van de wijk ontbreekt een score die voor een cluster nodig is.",
        ),
        ("WK900203", "De wijk staat in de bronnen, maar zonder inwoners of zonder scores."),
    ],
)
def test_reden_van_de_koppeling(code, tekst):
    assert zin(rij(code)["reden"]) == tekst


def test_buiten_de_eisen_staat_in_de_reden():
    tabel = wijken_tabel()
    tabel.loc[2, "in_aanmerking"] = False
    reden = koppel([analyse("A", ["WK900102"])], tabel)["reden"].iloc[0]

    assert zin(reden).endswith("Zij voldoet niet aan de eisen aan inwoners, gemeente of scores.")


@pytest.mark.parametrize("gemeente", ["Aastad", "A&B = {c} 100%+"])
def test_opmerking_noemt_beide_gemeenten_zoals_zij_heten(gemeente):
    assert zin(rij("WK900200", gemeente=gemeente)["opmerking"]) == (
        f"De wijkanalyse noemt de gemeente {gemeente}; de wijkcode hoort bij Beestad."
    )
