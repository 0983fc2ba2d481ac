"""Form of the association: component plus residual against each regressor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import STEEKPROEFNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR
from leefbaarheid.basis.termnamen import termnaam
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, paneeltitel
from leefbaarheid.figuren.delen.blad import (
    BREEDTE_CM,
    Marges,
    Raster,
    blad_cm,
    maak_panelen,
    verdeel,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel, puntsleutel
from leefbaarheid.figuren.delen.punten import MEEST_PUNTEN, dun_uit, teken_punten, zoveelste
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import (
    breek_af,
    meeste_regels,
    regelhoogte,
    tekstbreedte,
)
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    n_tekst,
    panelen_tekst,
    peiljaren,
    venster,
)
from leefbaarheid.figuren.robuustheid.puntenwolk import (
    GEWOON,
    SLEUTELMAAT,
    SLEUTELRAND,
    ZWAAR,
    wijknaam,
)

LIJN = Stijl("#17495a")
GLAD = Stijl("#b4531a", (5, 1.6))
PER_PANEEL = 2
"""At most so many wijken are pointed out in each panel."""
KOLOMMEN, PANEEL_CM, TUSSEN_CM = 3, 3.3, 1.0
LINKS, RECHTS = 1.55, 0.2
REGEL = 1.12
"""Distance between lines of the key, in heights of a line."""


@dataclass(frozen=True)
class _Paneel:
    """One regressor.

    Attributes:
        punten: its rows of the table.
        gewoon: those that are drawn as a point, every `stap`-th.
        zwaar: those of the wijken that are pointed out.
        titel, eenheid: name and unit, broken over lines.
        factor: it is a contextual factor; a score has a scale of its own.
        vooraan: it is the first of its row.
    """

    punten: pd.DataFrame
    gewoon: pd.DataFrame
    stap: int
    zwaar: pd.DataFrame
    titel: str
    eenheid: str
    factor: bool
    vooraan: bool


def partiele_residuen(tabel: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw component plus residual against each regressor, with the line and a smooth.

    The wijken with the largest DFBETAS of each panel have a number; the key is below the panels.

    Args:
        tabel: result of `invloed.partiele_residuen`.
        kader: facts of the edition.
    """
    if tabel.empty:
        return None
    tabel = _scores_achteraan(tabel)
    genoemd = _genoemd(tabel)
    panelen = _panelen(tabel, genoemd, kader.basisjaar)
    rijen, kolommen = verdeel(len(panelen), KOLOMMEN)
    kop = meeste_regels(p.titel for p in panelen) * regelhoogte() + 0.2
    voet = 0.65 + meeste_regels(p.eenheid for p in panelen) * regelhoogte()
    legenda = Legenda(
        [
            puntsleutel(
                GEWOON,
                zoveelste(W.gebied, max(paneel.stap for paneel in panelen)),
                maat=SLEUTELMAAT,
                rand=SLEUTELRAND,
            ),
            puntsleutel(ZWAAR, f"{W.gebied} met veel invloed", maat=SLEUTELMAAT, rand=SLEUTELRAND),
            lijnsleutel(LIJN, "rechte lijn van het model", met_teken=False),
            lijnsleutel(GLAD, "vloeiende lijn door de punten", met_teken=False),
        ]
    )
    lijst = _sleutellijst(genoemd.drop_duplicates("wk_code"))
    boven, tussen_y = legenda.hoogte + kop, kop + voet + 0.15
    onder = voet + len(lijst) * REGEL * regelhoogte() + 0.3 * bool(lijst)
    fig, assen = maak_panelen(
        boven + rijen * PANEEL_CM + (rijen - 1) * tussen_y + onder,
        Marges(LINKS, RECHTS, boven, onder),
        Raster(rijen, kolommen, TUSSEN_CM, tussen_y),
        len(panelen),
    )
    nummers = {code: i for i, code in enumerate(dict.fromkeys(genoemd["wk_code"]), start=1)}
    schaal = _schaal(tabel[~tabel["term"].isin(GEEN_FACTOR)])
    for ax, paneel in zip(assen, panelen, strict=True):
        _teken_paneel(ax, paneel, nummers)
        _zet_assen(ax, paneel, schaal if paneel.factor else _schaal(paneel.punten))
    _zet_sleutellijst(fig, lijst)
    legenda.zet(fig)
    return fig, _bij_partieel(tabel, genoemd, kader)


def _scores_achteraan(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the factors in their order, then the begin or baseline score.

    The score explains so much more that its panel has a scale of its own.
    """
    return tabel.sort_values("term", key=lambda t: t.isin(GEEN_FACTOR), kind="stable")


def _genoemd(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the wijken that are pointed out, per term the strongest first."""
    deel = tabel.assign(sterkte=tabel["dfbetas"].abs())
    deel = deel[deel["sterkte"] > deel["grens_dfbetas"]]
    volgorde = {term: i for i, term in enumerate(dict.fromkeys(tabel["term"]))}
    deel = deel.assign(plaats=deel["term"].map(volgorde))
    deel = deel.sort_values(["plaats", "sterkte"], ascending=[True, False], kind="stable")
    return deel.groupby("term", sort=False).head(PER_PANEEL)


def _panelen(tabel: pd.DataFrame, genoemd: pd.DataFrame, basisjaar: int) -> list[_Paneel]:
    """Return the panels in reading order."""
    termen = list(dict.fromkeys(tabel["term"]))
    _, kolommen = verdeel(len(termen), KOLOMMEN)
    breedte = (BREEDTE_CM - LINKS - RECHTS - TUSSEN_CM * (kolommen - 1)) / kolommen
    panelen = []
    for nummer, term in enumerate(termen):
        punten = tabel[tabel["term"] == term]
        eerste, zwaar = punten.iloc[0], genoemd[genoemd["term"] == term]
        gewoon = punten[~punten["wk_code"].isin(zwaar["wk_code"])]
        panelen.append(
            _Paneel(
                punten,
                *dun_uit(gewoon, "x", MEEST_PUNTEN // len(termen)),
                zwaar,
                breek_af(termnaam(eerste.to_dict(), basisjaar), breedte, gewicht="semibold"),
                breek_af(eerste["eenheid"], breedte, regels=2),
                factor=term not in GEEN_FACTOR,
                vooraan=nummer % kolommen == 0,
            )
        )
    return panelen


def _schaal(punten: pd.DataFrame) -> tuple[float, float]:
    """Return the limits of the y axis of some panels."""
    bereik = punten[["partieel", "lineair", "glad"]]
    laag, hoog = bereik.min().min(), bereik.max().max()
    return laag - 0.06 * (hoog - laag), hoog + 0.06 * (hoog - laag)


def _teken_paneel(ax: Axes, paneel: _Paneel, nummers: Mapping[str, int]) -> None:
    """Draw the wijken of one regressor, the two lines, and the numbers of who is pointed out."""
    punten, zwaar = paneel.punten, paneel.zwaar
    gewoon = paneel.gewoon
    weinig = len(punten) <= 300
    ax.axhline(0, color=stijl.LIJN, linewidth=0.6, zorder=0.5)
    ax.scatter(
        gewoon["x"],
        gewoon["partieel"],
        s=9 if weinig else 4,
        color=GEWOON.kleur,
        alpha=0.75 if weinig else 0.45,
        linewidth=0,
        zorder=1.5,
    )
    ax.plot(punten["x"], punten["lineair"], color=LIJN.kleur, linewidth=1.5, zorder=2.5)
    glad = punten.drop_duplicates("x")
    ax.plot(
        glad["x"],
        glad["glad"],
        color=GLAD.kleur,
        linestyle=GLAD.lijnstijl,
        linewidth=1.4,
        zorder=2.6,
    )
    teken_punten(ax, zwaar["x"], zwaar["partieel"], ZWAAR, maat=22, rand=0.6, zorder=3)
    getalas(ax.xaxis, 0, aantal=5)
    ax.margins(x=0.06)
    for wijk in zwaar.to_dict("records"):
        _zet_nummer(ax, nummers[wijk["wk_code"]], wijk["x"], wijk["partieel"])


def _zet_nummer(ax: Axes, nummer: int, x: float, y: float) -> None:
    """Write the number of a wijk beside its point, at the left where the plot ends."""
    links, rechts = ax.get_xlim()
    naar_links = x > links + 0.8 * (rechts - links)
    tekst_bij(
        ax,
        str(nummer),
        (x, y),
        -5.0 if naar_links else 5.0,
        ha="right" if naar_links else "left",
        kleur=ZWAAR.kleur,
        gewicht="semibold",
        grond=stijl.WIT,
        zorder=4,
    )


def _zet_assen(ax: Axes, paneel: _Paneel, schaal: tuple[float, float]) -> None:
    """Put scales, titles and the unit at a panel; factors share a scale, shown once per row."""
    ax.set_ylim(*schaal)
    getalas(ax.yaxis, 2, plus=True, aantal=5)
    ax.tick_params(axis="y", labelleft=paneel.vooraan or not paneel.factor)
    if paneel.vooraan:
        ax.set_ylabel("partieel residu (punten)")
    paneeltitel(ax, paneel.titel)
    eenheid = paneel.eenheid if paneel.factor else f"{paneel.eenheid} (eigen schaal)"
    ax.set_xlabel(eenheid, color=stijl.GRIJS, linespacing=1.1)


def _sleutellijst(wijken: pd.DataFrame) -> list[str]:
    """Return the lines of the key: "1 Jeruzalem (Tilburg)   2 ...", as many as fit on a line."""
    regels: list[str] = []
    for nummer, naam in enumerate(_namen(wijken), start=1):
        stuk = f"{nummer}\u00a0{naam}".replace(" ", "\u00a0")
        langer = f"{regels[-1]}    {stuk}" if regels else ""
        if regels and tekstbreedte(langer) <= BREEDTE_CM - 0.2:
            regels[-1] = langer
        else:
            regels.append(stuk)
    return regels


def _namen(wijken: pd.DataFrame) -> list[str]:
    return [wijknaam(wk, gm) for wk, gm in zip(wijken["wk_naam"], wijken["gm_naam"], strict=True)]


def _zet_sleutellijst(fig: Figure, lijst: Sequence[str]) -> None:
    """Write the key at the bottom of the figure."""
    hoogte = blad_cm(fig)[1]
    for nummer, regel in enumerate(reversed(lijst)):
        fig.text(
            0.1 / BREEDTE_CM,
            (0.1 + nummer * REGEL * regelhoogte()) / hoogte,
            regel,
            fontsize=stijl.KLEIN_PT,
            va="bottom",
        )


def _bij_partieel(tabel: pd.DataFrame, genoemd: pd.DataFrame, kader: Kader) -> Toelichting:
    eerste = tabel.iloc[0]
    van, tot = int(eerste["van"]), int(eerste["tot"])
    alt = (
        f"{panelen_tekst(tabel['term'].nunique())} met per {W.gebied} het deel "
        "van de score dat bij een kenmerk hoort, tegen dat kenmerk, met de rechte lijn van het "
        "model en een vloeiende lijn door de punten."
    )
    if len(genoemd):
        namen = _namen(genoemd.drop_duplicates("wk_code"))
        alt += f" De meeste invloed op een van de lijnen hebben {taal.opsomming(namen)}."
    return Toelichting(
        "Vorm van het verband per kenmerk: partiële residuen met de rechte lijn van het model en "
        f"een vloeiende lijn, {STEEKPROEFNAMEN[eerste['steekproef']]}, {venster(van, tot)}",
        alt,
        kader.bronregel(context=True),
        peiljaren([van, tot]),
        n_tekst(tabel["wk_code"].nunique()),
    )
