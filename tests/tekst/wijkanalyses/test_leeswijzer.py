"""How analyses and numbers were joined."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.wijkanalyses.leeswijzer import koppeling_rijen, opmerkingen

RIJ = {
    **{"wk_naam": "O_ost", "gm_naam": "Astad", "wk_code": "WK900101", "oordeel": "daler"},
    **{"cluster": "Terugval", "congruent": True, "reden": str(KoppelReden.WIJK_IN_SELECTIE)},
    "opmerking": None,
}


def test_een_wijk_met_haar_koppeling():
    rijen = [RIJ | {"congruent": c} for c in (True, False, None)]
    uit = koppeling_rijen(hoofdrapport(wijkanalyses=rijen))
    assert uit[0] == [
        *(r"O\_ost", "Astad", "WK900101", "daler", "*Terugval*", "ja"),
        "De wijk hoort tot de selectie.",
    ]
    assert [rij[5] for rij in uit] == ["ja", "nee", "niet te bepalen"]


def test_een_opmerking_noemt_de_wijk():
    cel = KoppelReden.ANDERE_GEMEENTE.met(gemeente="Bstad", gm_naam="Astad")
    stof = hoofdrapport(wijkanalyses=[RIJ, RIJ | {"opmerking": cel}])
    (zin,) = opmerkingen(stof)
    assert zin.startswith(r"O\_ost: De wijkanalyse noemt de gemeente Bstad")


LEZEN = {
    KoppelReden.WIJZIGINGEN_AANVAARD.met(n=1): "Eén bijgehouden wijziging in het Word-bestand is",
    KoppelReden.WIJZIGINGEN_AANVAARD.met(n=3): "3 bijgehouden wijzigingen in het Word-bestand zijn",
    KoppelReden.KANTTEKENINGEN_WEGGELATEN.met(n=1): "Eén opmerking in de kantlijn van het Word",
    KoppelReden.KANTTEKENINGEN_WEGGELATEN.met(n=2): "2 opmerkingen in de kantlijn van het Word",
    KoppelReden.KOPTEKST_WEGGELATEN.met(tekst="CONCEPT; 1"): "(‘CONCEPT; 1’)",
    KoppelReden.TEKST_BOVEN_DE_KOP.met(tekst="Versie 2"): "(‘Versie 2’)",
    KoppelReden.EIGEN_NUMMERS.met(verwijzingen="figuur 3, tabel 2"): "(figuur 3, tabel 2)",
}


def test_elke_opmerking_bij_het_lezen_is_een_zin():
    stof = hoofdrapport(wijkanalyses=[RIJ | {"opmerking": samen(LEZEN)}])

    zinnen = [zin.replace("\\", "") for zin in opmerkingen(stof)]

    assert len(zinnen) == len(LEZEN)
    for zin, stuk in zip(zinnen, LEZEN.values(), strict=True):
        assert zin.startswith("O_ost: ")
        assert stuk in zin
