"""The wijken: their codes, and the size of the gemeenten they are in."""

from __future__ import annotations

from leefbaarheid.voorbeeld.simulatie import VoorbeeldData


def test_codes_passen_op_het_patroon_en_bevatten_ook_letters(data: VoorbeeldData):
    codes = data.context["wk_code"]
    assert codes.str.fullmatch(r"WK9\d{3}[0-9A-Z]{2}").all()
    assert codes.is_unique and codes.is_monotonic_increasing
    assert codes.str.contains(r"[A-Z]{2}$").any() and codes.str.contains(r"\d[A-Z]$").any()
    assert (data.context["gm_code"] == "GM" + codes.str[2:6]).all()
    assert data.context.groupby("gm_code")["gm_naam"].nunique().eq(1).all()


def test_omvang_en_volgorde_van_gemeenten(data: VoorbeeldData):
    inwoners = data.context.groupby("gm_naam")["inwoners_2008"].sum().sort_values(ascending=False)
    assert list(inwoners.index[:10]) == [
        "Havermeer", "Kolkmonde", "Lindrecht", "Mijnrade", "Weverbroek",
        "Grensvoorde", "Duinhaven", "Spoorhagen", "Waalmonde", "Polderstede",
    ]  # fmt: skip
    assert len(inwoners) == 60 and (inwoners >= 70_000).sum() >= 36
    assert 950 <= data.leefbaarometer["wk_code"].nunique() <= 1100
