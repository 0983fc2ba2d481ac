"""The timeline of national policy, with the measurement years of the edition on the same axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from leefbaarheid.basis import taal
from leefbaarheid.editie.tijdlijn import OPEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import rijen_met_naam
from leefbaarheid.figuren.delen.blad import Marges, maak_figuur
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel, vlaksleutel
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af, meeste_regels
from leefbaarheid.figuren.delen.toelichting import STREEPJE, Beeld, Toelichting, peiljaren

SOORTEN = {
    "programma": ("programma van het Rijk", Stijl(stijl.PETROL)),
    "omstandigheid": ("wat er verder speelde", Stijl("#b4531a", teken="D", arcering="////")),
    "onderzoek": ("onderzoek", Stijl(stijl.INKT, teken="*")),
}
METING = Stijl(stijl.GRIJS, teken="o")
DIKTE, NAAMBREEDTE = 0.46, 5.0
RAND = 1.6
"""Years of room at the right, for what a source gives no end of."""


def tijdlijn(momenten: Sequence[Mapping[str, Any]], kader: Kader) -> Beeld | None:
    """Draw a row per programme or event, from its first to its last year.

    Args:
        momenten: naam, van, tot (a year, `OPEN`, or None for a moment), soort; by time.
    """
    if not momenten:
        return None
    metingen = "Metingen in dit rapport"
    namen = [breek_af(str(m["naam"]), NAAMBREEDTE, regels=2) for m in momenten]
    namen.append(metingen)
    aanwezig = [soort for soort in SOORTEN if any(m["soort"] == soort for m in momenten)]
    legenda = Legenda([_sleutel(soort, momenten) for soort in aanwezig])
    rij = 0.56 if meeste_regels(namen) == 1 else 0.74
    marges = Marges(0.25 + breedste(namen), 0.3, legenda.hoogte + 0.1, 0.6)
    fig, ax = maak_figuur(rij * len(namen) + marges.boven + marges.onder, marges)
    eind = max([*kader.jaren, *(j for m in momenten for j in _jaren(m))])
    ax.set_xlim(min([*kader.jaren, *(m["van"] for m in momenten)]) - 0.8, eind + RAND)
    for y, moment in enumerate(momenten):
        _teken(ax, y, moment, eind + RAND)
    for jaar in kader.jaren:
        ax.axvline(jaar, color=stijl.LIJN, linewidth=0.6, zorder=0)
    ax.plot(
        list(kader.jaren),
        [len(momenten)] * len(kader.jaren),
        linestyle="none",
        marker=METING.teken,
        color=METING.kleur,
        clip_on=False,
    )
    rijen_met_naam(ax, namen)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    legenda.zet(fig)
    return fig, _bij_tijdlijn(momenten, kader)


def _sleutel(soort: str, momenten: Sequence[Mapping[str, Any]]) -> Any:
    """Return the legend entry: an area where the kind has a period, else a mark."""
    naam, stijl_ = SOORTEN[soort]
    periode = any(m["tot"] is not None for m in momenten if m["soort"] == soort)
    return vlaksleutel(stijl_, naam) if periode else puntsleutel(stijl_, naam, maat=7.0)


def _jaren(moment: Mapping[str, Any]) -> list[int]:
    return [moment["van"], *([moment["tot"]] if isinstance(moment["tot"], int) else [])]


def _teken(ax: Axes, y: int, moment: Mapping[str, Any], rand: float) -> None:
    """Draw one row: a bar, a bar that goes on as a dashed line, or a mark, with its years."""
    van, tot = moment["van"], moment["tot"]
    stijl_ = SOORTEN[moment["soort"]][1]
    eind = float(van)
    if tot is None:
        ax.plot(
            [van],
            [y],
            linestyle="none",
            marker=stijl_.teken,
            color=stijl_.kleur,
            markersize=7,
            markeredgecolor=stijl.WIT,
        )
    else:
        eind = van + 1.0 if tot == OPEN else tot + 1.0
        ax.barh(y, eind - van, left=van, height=DIKTE, **stijl_.vlak)
        if tot == OPEN:
            ax.plot([eind, rand], [y, y], color=stijl_.kleur, linewidth=1.2, linestyle=(0, (3, 2)))
    # beside the row, at the side that has room
    if van <= sum(ax.get_xlim()) / 2:
        tekst_bij(ax, _periode(moment), (eind, y), 6, grond=stijl.WIT)
    else:
        tekst_bij(ax, _periode(moment), (van, y), -6, ha="right", grond=stijl.WIT)


def _periode(moment: Mapping[str, Any]) -> str:
    """Return "1994–2009", "2015" or "vanaf 2022"."""
    van, tot = moment["van"], moment["tot"]
    if tot is None or tot == van:
        return str(van)
    return f"vanaf {van}" if tot == OPEN else f"{van}{STREEPJE}{tot}"


def _bij_tijdlijn(momenten: Sequence[Mapping[str, Any]], kader: Kader) -> Toelichting:
    zinnen = [f"{m['naam']} ({_periode(m)})" for m in momenten]
    jaren = [jaar for m in momenten for jaar in _jaren(m)]
    programmas = [m for m in momenten if m["soort"] == "programma"]
    boodschap = ""
    if programmas:
        aantal = taal.aantal_van(len(programmas), "programma", "programma’s")
        boodschap = f"Sinds {programmas[0]['van']} richtte het Rijk zich met {aantal} op de steden"
    return Toelichting(
        f"Rijksbeleid en omstandigheden, {min(jaren)}{STREEPJE}{max(jaren)}; een streepjeslijn: de "
        "bron noemt geen einde",
        f"Tijdlijn met een rij per programma of gebeurtenis, in de volgorde van de tijd: "
        f"{taal.opsomming(zinnen)}. De metingen in dit rapport zijn van "
        f"{taal.opsomming([str(j) for j in kader.jaren])}.",
        "Bron: de literatuur die bij elke regel in de tekst staat",
        peiljaren(kader.jaren),
        "",
        boodschap,
    )
