"""The figures of influence and form; they draw the tables of `invloed` and compute nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, venster
from leefbaarheid.figuren.modellen import STEEKPROEFNAMEN
from leefbaarheid.figuren.stijl import Stijl

GEWOON = Stijl("#8a959b", teken="o")
ZWAAR = Stijl("#7a2a62", teken="D")
LIJN = Stijl("#17495a")
GLAD = Stijl("#b4531a", (5, 1.6))
GRENS, GRENSDIKTE = Stijl(stijl.INKT, (5, 2.5)), 0.9
PER_PANEEL = 2
"""At most so many wijken are pointed out in each panel."""


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
    termen = list(dict.fromkeys(tabel["term"]))
    label_van = tabel.drop_duplicates("term").set_index("term")
    genoemd = _genoemd(tabel)
    nummers = {code: i for i, code in enumerate(dict.fromkeys(genoemd["wk_code"]), start=1)}
    kolommen = min(3, len(termen))
    rijen = -(-len(termen) // kolommen)
    links, rechts, tussen = 1.55, 0.2, 1.0
    breedte = (stijl.BREEDTE_CM - links - rechts - tussen * (kolommen - 1)) / kolommen
    titels = [stijl.breek_af(x, breedte, gewicht="semibold") for x in label_van["label"]]
    eenheden = [stijl.breek_af(x, breedte, regels=2) for x in label_van["eenheid"]]
    kop = _regels(titels) * stijl.regelhoogte() + 0.2
    voet = 0.65 + _regels(eenheden) * stijl.regelhoogte()
    sleutels = [
        _puntsleutel(GEWOON, "wijk"),
        _puntsleutel(ZWAAR, "wijk met veel invloed"),
        delen.lijnsleutel(LIJN, "rechte lijn van het model", marker=""),
        delen.lijnsleutel(GLAD, "vloeiende lijn door de punten", marker=""),
    ]
    boven = delen.legendahoogte(sleutels, 0.1) + kop
    lijst = _sleutellijst(genoemd.drop_duplicates("wk_code"))
    onder = voet + len(lijst) * 1.12 * stijl.regelhoogte() + 0.3 * bool(lijst)
    hoogte = boven + rijen * 3.3 + (rijen - 1) * (kop + voet + 0.15) + onder
    fig, assen = stijl.maak_figuur(
        hoogte,
        links=links,
        rechts=rechts,
        boven=boven,
        onder=onder,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=tussen,
        tussen_y=kop + voet + 0.15,
        squeeze=False,
    )
    for ax in assen.flat[len(termen) :]:
        ax.set_visible(False)
    factoren = tabel[~tabel["term"].isin(GEEN_FACTOR)]
    for nummer, (ax, term) in enumerate(zip(assen.flat, termen, strict=False)):
        deel = tabel[tabel["term"] == term]
        _paneel(ax, deel, genoemd[genoemd["term"] == term], nummers)
        eigen_schaal = term in GEEN_FACTOR
        bereik = (deel if eigen_schaal else factoren)[["partieel", "lineair", "glad"]]
        laag, hoog = bereik.min().min(), bereik.max().max()
        ax.set_ylim(laag - 0.06 * (hoog - laag), hoog + 0.06 * (hoog - laag))
        stijl.getalas(ax.yaxis, 2, plus=True, aantal=5)
        ax.tick_params(axis="y", labelleft=nummer % kolommen == 0 or eigen_schaal)
        if nummer % kolommen == 0:
            ax.set_ylabel("partieel residu (punten)")
        ax.set_title(titels[nummer], fontsize=stijl.KLEIN_PT, linespacing=1.1, pad=3)
        eenheid = eenheden[nummer] + " (eigen schaal)" * eigen_schaal
        ax.set_xlabel(eenheid, color=stijl.GRIJS, linespacing=1.1)
    for nummer, regel in enumerate(reversed(lijst)):
        fig.text(
            0.1 / stijl.BREEDTE_CM,
            (0.1 + nummer * 1.12 * stijl.regelhoogte()) / hoogte,
            regel,
            fontsize=stijl.KLEIN_PT,
            va="bottom",
        )
    delen.legenda(fig, sleutels, links=0.1)
    return fig, _bij_partieel(tabel, genoemd, kader)


def _scores_achteraan(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the factors in their order, then the begin or baseline score.

    The score explains so much more that its panel has a scale of its own.
    """
    return tabel.sort_values("term", key=lambda t: t.isin(GEEN_FACTOR), kind="stable")


def _regels(teksten: list[str]) -> int:
    return max(tekst.count("\n") for tekst in teksten) + 1


def _genoemd(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the wijken that are pointed out, per term the strongest first."""
    deel = tabel.assign(sterkte=tabel["dfbetas"].abs())
    deel = deel[deel["sterkte"] > deel["grens_dfbetas"]]
    volgorde = {term: i for i, term in enumerate(dict.fromkeys(tabel["term"]))}
    deel = deel.assign(plaats=deel["term"].map(volgorde))
    deel = deel.sort_values(["plaats", "sterkte"], ascending=[True, False], kind="stable")
    return deel.groupby("term", sort=False).head(PER_PANEEL)


def _paneel(ax: Axes, deel: pd.DataFrame, zwaar: pd.DataFrame, nummers: dict[str, int]) -> None:
    gewoon = deel[~deel["wk_code"].isin(zwaar["wk_code"])]
    n = len(deel)
    ax.axhline(0, color=stijl.LIJN, linewidth=0.6, zorder=0.5)
    ax.scatter(
        gewoon["x"],
        gewoon["partieel"],
        s=9 if n <= 300 else 4,
        color=GEWOON.kleur,
        alpha=0.75 if n <= 300 else 0.45,
        linewidth=0,
        zorder=1.5,
    )
    ax.plot(deel["x"], deel["lineair"], color=LIJN.kleur, linewidth=1.5, zorder=2.5)
    glad = deel.drop_duplicates("x")
    ax.plot(
        glad["x"],
        glad["glad"],
        color=GLAD.kleur,
        linestyle=GLAD.lijnstijl,
        linewidth=1.4,
        zorder=2.6,
    )
    ax.scatter(
        zwaar["x"],
        zwaar["partieel"],
        s=22,
        marker=ZWAAR.teken,
        color=ZWAAR.kleur,
        edgecolor=stijl.WIT,
        linewidth=0.6,
        zorder=3,
    )
    stijl.getalas(ax.xaxis, 0, aantal=5)
    ax.margins(x=0.06)
    links, rechts = ax.get_xlim()
    for rij in zwaar.itertuples():
        kant = -1 if rij.x > links + 0.8 * (rechts - links) else 1
        delen.tekst_bij(
            ax,
            str(nummers[rij.wk_code]),
            (rij.x, rij.partieel),
            dx=5.0 * kant,
            ha="left" if kant > 0 else "right",
            color=ZWAAR.kleur,
            fontweight="semibold",
            zorder=4,
            path_effects=[withStroke(linewidth=2, foreground=stijl.WIT)],
        )


def _sleutellijst(wijken: pd.DataFrame) -> list[str]:
    """Return the lines of the key: "1 Jeruzalem (Tilburg)   2 ...", as many as fit on a line."""
    regels: list[str] = []
    for nummer, rij in enumerate(wijken.itertuples(), start=1):
        naam = f"{nummer}\u00a0{rij.wk_naam} ({rij.gm_naam})".replace(" ", "\u00a0")
        langer = f"{regels[-1]}    {naam}" if regels else ""
        if regels and stijl.tekstbreedte(langer) <= stijl.BREEDTE_CM - 0.2:
            regels[-1] = langer
        else:
            regels.append(naam)
    return regels


def _bij_partieel(tabel: pd.DataFrame, genoemd: pd.DataFrame, kader: Kader) -> Toelichting:
    eerste = tabel.iloc[0]
    n = tabel["wk_code"].nunique()
    n_termen = tabel["term"].nunique()
    alt = (
        f"{taal.hoofdletter(taal.aantal_van(n_termen, 'paneel', 'panelen'))} met per wijk het deel "
        "van de score dat bij een kenmerk hoort, tegen dat kenmerk, met de rechte lijn van het "
        "model en een vloeiende lijn door de punten."
    )
    if len(genoemd):
        namen = [
            f"{rij.wk_naam} ({rij.gm_naam})"
            for rij in genoemd.drop_duplicates("wk_code").itertuples()
        ]
        alt += f" De meeste invloed op een van de lijnen hebben {taal.opsomming(namen)}."
    return Toelichting(
        "Vorm van het verband per kenmerk: partiële residuen met de rechte lijn van het model en "
        f"een vloeiende lijn, {STEEKPROEFNAMEN[eerste['steekproef']]}, "
        f"{venster(eerste['van'], eerste['tot'])}",
        alt,
        kader.bronregel(context=True),
        delen.peiljaren([int(eerste["van"]), int(eerste["tot"])]),
        delen.n_tekst(n),
    )


def _puntsleutel(stijl_: Stijl, naam: str) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=stijl_.teken,
        color=stijl_.kleur,
        markersize=4.4,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.4,
        label=naam,
    )


def invloed(punten: pd.DataFrame, kader: Kader, aantal: int = 5) -> Beeld | None:
    """Draw Cook's distance of every wijk against its leverage, with its threshold.

    Args:
        punten: result of `invloed.punten`.
        kader: facts of the edition.
        aantal: at most so many wijken get their name.
    """
    tabel = punten.dropna(subset="cook")
    if tabel.empty:
        return None
    grens = float(tabel["grens_cook"].iloc[0])
    zwaar = tabel[tabel["boven_grens"]].sort_values("cook", ascending=False, kind="stable")
    gewoon = tabel[~tabel["boven_grens"]]
    sleutels = [
        _puntsleutel(GEWOON, delen.met_n("wijk", len(gewoon))),
        _puntsleutel(ZWAAR, delen.met_n("wijk met veel invloed", len(zwaar))),
        delen.lijnsleutel(
            GRENS,
            f"vuistregel: 4/n\u00a0=\u00a0{taal.getal(grens, 3)}",
            marker="",
            linewidth=GRENSDIKTE,
        ),
    ]
    boven = delen.legendahoogte(sleutels, 0.1)
    fig, ax = stijl.maak_figuur(8.2 + boven, links=1.5, rechts=0.3, boven=boven, onder=1.15)
    ax.set_xlim(0, float(tabel["hefboom"].max()) * 1.06)
    ax.set_ylim(0, max(float(tabel["cook"].max()), grens) * 1.1)
    ax.axhline(grens, color=GRENS.kleur, linestyle=GRENS.lijnstijl, linewidth=GRENSDIKTE, zorder=1)
    for deel, stijl_, maat in ((gewoon, GEWOON, 14), (zwaar, ZWAAR, 26)):
        ax.scatter(
            deel["hefboom"],
            deel["cook"],
            s=maat,
            marker=stijl_.teken,
            color=stijl_.kleur,
            edgecolor=stijl.WIT,
            linewidth=0.4,
            zorder=2,
            clip_on=False,
        )
    _noem(ax, zwaar.head(aantal), tabel)
    stijl.getalas(ax.xaxis, 2)
    stijl.getalas(ax.yaxis, 2)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
    ax.set_xlabel("hefboom: hoe ongewoon de kenmerken van de wijk zijn")
    ax.set_ylabel("Cooks afstand: invloed op de uitkomst")
    delen.legenda(fig, sleutels, links=0.1)
    return fig, _bij_invloed(tabel, zwaar, aantal, kader)


def _noem(ax: Axes, wijken: pd.DataFrame, tabel: pd.DataFrame) -> None:
    """Write a name beside each of `wijken`, clear of the other names and of the points."""
    links, rechts = ax.get_xlim()
    laag, hoog = ax.get_ylim()
    breed_cm, hoog_cm = stijl.maten(ax)
    x_cm = (tabel["hefboom"].to_numpy() - links) / (rechts - links) * breed_cm
    y_cm = (tabel["cook"].to_numpy() - laag) / (hoog - laag) * hoog_cm
    bezet: list[tuple[float, float, float, float]] = []
    for plek in tabel.index.get_indexer(wijken.index):
        rij = tabel.iloc[plek]
        naam = f"{rij['wk_naam']} ({rij['gm_naam']})"
        vak, kant = _vrije_plek(naam, x_cm, y_cm, plek, bezet, (breed_cm, hoog_cm))
        bezet.append(vak)
        ax.annotate(
            naam,
            (rij["hefboom"], rij["cook"]),
            (
                links + vak[0 if kant > 0 else 1] / breed_cm * (rechts - links),
                laag + (vak[2] + vak[3]) / 2 / hoog_cm * (hoog - laag),
            ),
            ha="left" if kant > 0 else "right",
            va="center",
            fontsize=stijl.KLEIN_PT,
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": stijl.GRIJS,
                "linewidth": 0.5,
                "shrinkA": 0,
                "shrinkB": 3,
                "relpos": (0 if kant > 0 else 1, 0.5),
            },
            path_effects=[withStroke(linewidth=2.4, foreground=stijl.WIT)],
            zorder=1.8,
        )


def _vrije_plek(
    naam: str,
    x_cm: np.ndarray,
    y_cm: np.ndarray,
    plek: int,
    bezet: list[tuple[float, float, float, float]],
    vlak: tuple[float, float],
) -> tuple[tuple[float, float, float, float], int]:
    """Return the box (left, right, bottom, top in cm) and side of the place with least in its way.

    Places are right or left of the point, level with it or some lines up or down.
    """
    breedte, regel = stijl.tekstbreedte(naam), stijl.regelhoogte()
    beste, laagste, kant_van_beste = (0.0, 0.0, 0.0, 0.0), np.inf, 1
    for kant in (1, -1):
        for hoogte in (0, 1, -1, 2, -2, 3, -3):
            begin = x_cm[plek] + kant * (0.26 + 0.12 * abs(hoogte))
            vak_x = (begin, begin + breedte) if kant > 0 else (begin - breedte, begin)
            midden = y_cm[plek] + hoogte * 0.8 * regel
            vak = (*vak_x, midden - regel / 2, midden + regel / 2)
            in_vak = (x_cm > vak[0] - 0.12) & (x_cm < vak[1] + 0.12)
            in_vak &= (y_cm > vak[2] - 0.05) & (y_cm < vak[3] + 0.05)
            over = sum(
                vak[0] < b[1] + 0.1
                and b[0] < vak[1] + 0.1
                and vak[2] < b[3] + 0.05
                and b[2] < vak[3] + 0.05
                for b in bezet
            )
            buiten = vak[0] < 0 or vak[1] > vlak[0] + 0.25 or vak[2] < 0 or vak[3] > vlak[1]
            last = 4 * in_vak.sum() + 50 * over + 100 * buiten + abs(hoogte) + 0.5 * (kant < 0)
            if last < laagste:
                beste, laagste, kant_van_beste = vak, last, kant
    return beste, kant_van_beste


def _bij_invloed(
    tabel: pd.DataFrame, zwaar: pd.DataFrame, aantal: int, kader: Kader
) -> Toelichting:
    eerste, n = tabel.iloc[0], len(tabel)
    alt = f"Puntenwolk van {delen.wijken_tekst(n)}: Cooks afstand tegen de hefboom. "
    if zwaar.empty:
        alt += "Geen enkele wijk ligt boven de vuistregel."
    else:
        namen = [
            f"{rij.wk_naam} ({rij.gm_naam}, {taal.getal(rij.cook, 2)})"
            for rij in zwaar.head(aantal).itertuples()
        ]
        ligt = taal.meervoud(len(zwaar), "ligt", "liggen")
        alt += (
            f"Boven de vuistregel van {taal.getal(float(eerste['grens_cook']), 3)} {ligt} "
            f"{delen.wijken_tekst(len(zwaar))}; de hoogste: {taal.opsomming(namen)}."
        )
    return Toelichting(
        "Invloed van elke wijk op de regressie: Cooks afstand en hefboom, "
        f"{STEEKPROEFNAMEN[eerste['steekproef']]}, {venster(eerste['van'], eerste['tot'])}",
        alt,
        kader.bronregel(context=True),
        delen.peiljaren([int(eerste["van"]), int(eerste["tot"])]),
        delen.n_tekst(n),
    )
