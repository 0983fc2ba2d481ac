"""A page of a gemeente as Typst makes it: on one sheet, with the map as large as there is room."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from hulp.portretten import KADER
from leefbaarheid.rapport.portretten.delen import document
from leefbaarheid.rapport.portretten.gegevens import Bronnen, portretten
from leefbaarheid.rapport.portretten.kaartje import Kaartje
from leefbaarheid.rapport.portretten.los import losse_gemeente
from leefbaarheid.rapport.portretten.zetten import zet

TEKSTEN = {
    **{"titel": "Proef", "ondertitel": "Editie", "auteurs": ["A"], "datum": "2026-11-21"},
    **{"uitgever": "Bureau", "plaats": "Proefstad", "licentie": "CC BY 4.0"},
    **{"bron_leefbaarometer": "Leefbaarometer", "bron_context": "CBS"},
}
EDITIE = {
    **{"teksten": TEKSTEN, "editie": "proef", "fictief": True, "wijken": "alle", "gelijkende": 5},
    **{"licenties": {}, "huisstijl": {}},
}
LANG = "Een wijk met een naam die niet op één regel van de tabel past, en dat is lang"


def bladzijden(map_, namen):
    """Return how many pages the gemeente with these wijken takes."""
    codes = [f"WK9001{i:02d}" for i in range(len(namen))]
    wijken = [
        {"wk_code": code, "wk_naam": naam, "gm_code": "GM9001", "gm_naam": "'s-Proef"}
        | {"in_selectie": True, "cluster": "Gestaag herstel", "inwoners": None}
        for code, naam in zip(codes, namen, strict=True)
    ]
    panel = [
        {"wk_code": code, "jaar": jaar, "lbm": 3.9}
        | dict.fromkeys(("won", "fys", "vrz", "soc", "onv"))
        for code in codes
        for jaar in KADER.jaren
    ]
    kaart = Kaartje(km=5.0, nummers=[(500, 40 * i, i + 1) for i in range(len(namen))])
    bronnen = Bronnen(wijken, panel, {}, [], {}, {}, {}, gemeentekaarten={"GM9001": kaart})
    alles = document(portretten(codes, KADER, bronnen), EDITIE, KADER, [])
    keuze, _ = losse_gemeente(alles, "'s-Proef")
    sjabloon = WORTEL / "reports" / "bijlage-wijkportretten" / "portretten.typ"
    return zet(keuze, sjabloon, WORTEL / "reports", map_ / "proef.pdf", 0)["paginas"]


@pytest.mark.traag
@pytest.mark.parametrize(
    ("namen", "verwacht"),
    [
        (["Noord", "Zuid"], 1),
        ([f"Wijk {i:02d}" for i in range(27)], 1),
        ([LANG] * 14, 1),
        ([f"Wijk {i:02d}" for i in range(90)], 3),
    ],
)
def test_een_gemeente_met_haar_kaart_past_op_een_blad_zolang_de_tabel_dat_doet(
    tmp_path, namen, verwacht
):
    assert bladzijden(tmp_path, namen) == verwacht
