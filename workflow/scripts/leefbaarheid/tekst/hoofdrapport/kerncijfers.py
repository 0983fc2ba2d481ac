"""At most five figures for who reads one page: each with its comparator and where it stands."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import OVERIG, SELECTIE, TERUGVAL
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.tekst.gedeeld.namen import klassenaam
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel, vaststaand
from leefbaarheid.tekst.gedeeld.vergelijking import aandelen_naast, steeg_of_daalde
from leefbaarheid.tekst.stof import Stof

Kerncijfer = tuple[str, str]
"""The figure itself, and what it says (Markdown)."""


def kerncijfers(stof: Stof) -> list[Kerncijfer]:
    """Return the figures that the edition has, in the order of the questions."""
    gevonden = [_hele_periode(stof), _laatste_richting(stof), _voldoende(stof), _terugval(stof)]
    return [*(deel for deel in gevonden if deel), _samenhang(stof)]


def _hele_periode(stof: Stof) -> Kerncijfer:
    """Return the mean change of the selection from the first to the last year."""
    van, tot = stof.editie["jaren"][0], stof.editie["jaren"][-1]
    begin, eind = (stof.cijfers.tekst(f"gemiddelde.selectie.{jaar}") for jaar in (van, tot))
    wat = f"de gemiddelde score van de geselecteerde {W.gebieden}"
    tekst = f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot, wat)}."
    if any(rij["vergeleken_met"] == OVERIG and rij["n_ander"] for rij in stof.tabellen["kloof"]):
        ander = [stof.cijfers.tekst(f"gemiddelde.{OVERIG}.{jaar}") for jaar in (van, tot)]
        tekst += (
            f" De overige {W.gebieden} die in aanmerking kwamen, gingen van {ander[0]} naar "
            f"{ander[1]}."
        )
    return f"{begin} → {eind}", f"{tekst} Zie @fig-groepen-lijnen."


def _laatste_richting(stof: Stof) -> Kerncijfer:
    """Return the share that rose after the end year; without later years, that fell before it."""
    eind, laatste = stof.editie["eindjaar"], stof.editie["jaren"][-1]
    later = laatste > eind
    van, tot = (eind, laatste) if later else (stof.editie["clusters"]["crisisjaar"], eind)
    if later:
        rij = _na_eindjaar(stof, None)
        deel = rij["n_gestegen"] / rij["n"] if rij and rij["n"] else None
    else:
        deel = stof.cijfers.waarde(f"ontwikkeling.{van}_{tot}.selectie.gedaald")
    werkwoord, maat = ("steeg", GESTEGEN) if later else ("daalde", GEDAALD)
    naast = aandelen_naast(stof, van, tot, maat, werkwoord)
    tekst = (
        f"van de geselecteerde {W.gebieden} {werkwoord} tussen {van} en {tot} meer dan de marge."
    )
    waar = "@tbl-na-eindjaar" if later else "@fig-aandelen-vensters"
    return taal.procent(deel), " ".join(d for d in (tekst, naast, f"Zie {waar}.") if d)


def _voldoende(stof: Stof) -> Kerncijfer | None:
    """Return how many of the wijken below sufficient reached it for good."""
    rij = _na_eindjaar(stof, None)
    latere = [jaar for jaar in stof.editie["jaren"] if jaar > stof.editie["eindjaar"]]
    if rij is None or not rij["n_onder"] or len(latere) < len("ab"):
        return None
    klasse = klassenaam(stof.editie["clusters"]["voldoende_vanaf_klasse"])
    return (
        f"{taal.getal(rij['n_bereikt_blijvend'])} van {taal.getal(rij['n_onder'])}",
        f"{W.gebieden} die in {rij['van']} onder *{klasse}* stonden, staan bij ten minste de "
        "laatste twee metingen op die klasse of hoger. Zie @tbl-na-eindjaar.",
    )


def _terugval(stof: Stof) -> Kerncijfer | None:
    """Return how many wijken were in Terugval, and how many of those rose afterwards."""
    n = stof.cijfers.waarde("cluster.terugval.n")
    if not n:
        return None
    eind = stof.editie["eindjaar"]
    tekst = (
        f"{taal.meervoud(n, f'{W.gebied} zat', f'{W.gebieden} zaten')} in {eind} in *{TERUGVAL}*."
    )
    waar = "@tbl-clusters"
    rij = _na_eindjaar(stof, TERUGVAL)
    if rij and rij["n"]:
        omhoog = rij["n_gestegen"]
        steeg = taal.meervoud(omhoog or 1, "steeg", "stegen")
        tekst += (
            f" Daarvan {steeg} er {taal.hoeveel(omhoog)} tussen {eind} en {rij['tot']} meer dan de "
            "marge."
        )
        waar += " en @tbl-na-eindjaar"
    return taal.getal(n), f"{tekst} Zie {waar}."


def _samenhang(stof: Stof) -> Kerncijfer:
    """Return how many of the factors have an established association."""
    vast = vaststaand(stof)
    hangt = taal.meervoud(len(vast) or 1, "hangt", "hangen")
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    return (
        f"{taal.getal(len(vast))} van {taal.getal(len(hoofdmodel(stof)))}",
        f"onderzochte kenmerken {hangt} aantoonbaar samen met de ontwikkeling in {van}–{tot}. "
        "Zie @tbl-samenhang.",
    )


def _na_eindjaar(stof: Stof, cluster: str | None) -> Rij | None:
    for rij in stof.tabellen["na_eindjaar"]:
        if rij["groep"] == SELECTIE and (rij["cluster"] or None) == cluster:
            return rij
    return None
