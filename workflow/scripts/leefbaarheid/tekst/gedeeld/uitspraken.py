"""What the hoofdrapport and the bijlage say of the claims of 2017 beside the recomputation.

The words of a claim are shown as they were published; nothing of an edition changes them.
"""

from __future__ import annotations

from collections.abc import Iterable

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Uitspraakoordeel
from leefbaarheid.tekst.gedeeld.selectie import is_lijst, met_label
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof

VERSIE_2017 = "2.0"
"""The version of the Leefbaarometer that the study of 2017 rests on."""


def citaat(rij: Rij) -> str:
    """Return the words of a claim with where they were published."""
    return f"‘{als_markdown(rij['citaat'])}’ [@{rij['bron']}]"


def nummers(rijen: Iterable[Rij]) -> str:
    """Return "uitspraak 3" or "de uitspraken 3 en 4", as the table numbers them."""
    nrs = [str(rij["nr"]) for rij in rijen]
    return f"uitspraak {nrs[0]}" if len(nrs) == 1 else f"de uitspraken {taal.opsomming(nrs)}"


def andere_versie(stof: Stof) -> str:
    """Say which version of the Leefbaarometer the claims rest on, beside that of the edition."""
    versie = als_markdown(stof.editie["bronnen"]["leefbaarometer"]["versie"])
    if versie == VERSIE_2017:
        return f"De uitspraken en dit rapport gebruiken dezelfde versie, {VERSIE_2017}."
    return (
        f"Het onderzoek uit 2017 gebruikte Leefbaarometer {VERSIE_2017}, dit rapport versie "
        f"{versie}. Een andere versie is een ander model, met andere scores voor dezelfde "
        f"{W.gebied} en hetzelfde jaar. Een verschil in de tabel hoeft dus niet te betekenen dat "
        "een uitspraak destijds niet klopte."
    )


def telling(stof: Stof) -> str:
    """Say how many of the claims fit their words, and how many do not."""
    rijen = stof.tabellen["uitspraken_2017"]
    aantal = {oordeel: sum(r["oordeel"] == oordeel for r in rijen) for oordeel in Uitspraakoordeel}
    getoetst = len(rijen) - aantal[Uitspraakoordeel.NIET_TE_TOETSEN]
    if not getoetst:
        return "Geen van de uitspraken is met deze editie te toetsen."
    past, zonder, niet = (
        aantal[oordeel]
        for oordeel in (
            Uitspraakoordeel.PAST,
            Uitspraakoordeel.PAST_ZONDER_MARGE,
            Uitspraakoordeel.PAST_NIET,
        )
    )
    van = taal.aantal_van(getoetst, "uitspraak die te toetsen is", "uitspraken die te toetsen zijn")
    deel = "Van de" if getoetst > 1 else "Van"
    delen = [f"{_past(past)} er {taal.hoeveel(past)} bij de herberekening"]
    if zonder:
        hoe = "alleen als elke verandering telt, hoe klein ook"
        delen.append(f"{taal.hoeveel(zonder)} {_past(zonder)} {hoe}")
    if niet:
        delen.append(f"{taal.hoeveel(niet)} {_past(niet)} niet")
    begin, *rest = delen
    return f"{deel} {van}, {'; '.join([begin, ', en '.join(rest)] if rest else [begin])}."


def _past(aantal: int) -> str:
    return "passen" if aantal > 1 else "past"


def tegenspraak(stof: Stof) -> str:
    """Name the claims that give another share for one and the same thing; "" if there are none."""
    per_zaak: dict[tuple[object, ...], list[Rij]] = {}
    for rij in stof.tabellen["uitspraken_2017"]:
        zaak = tuple(rij[k] for k in ("eenheid", "van", "tot", "richting", "groep"))
        per_zaak.setdefault(zaak, []).append(rij)
    strijdig = [
        nummers(rijen)
        for rijen in per_zaak.values()
        if len({(rij["band_laag"], rij["band_hoog"]) for rij in rijen}) > 1
    ]
    if not strijdig:
        return ""
    elk = "van elk paar" if len(strijdig) > 1 else "van deze twee"
    wie = ", en ook ".join(strijdig) + ("," if len(strijdig) > 1 else "")
    return (
        f"Over één en hetzelfde noemen {wie} een verschillend aandeel: "
        f"{elk} kan er hoogstens één precies kloppen."
    )


def lezingen(stof: Stof) -> list[str]:
    """Say per reading which claims were read so, for claims that can be read in more ways."""
    per_lezing: dict[str, list[Rij]] = {}
    for rij in stof.tabellen["uitspraken_2017"]:
        if rij["lezing"]:
            per_lezing.setdefault(rij["lezing"], []).append(rij)
    return [
        f"{taal.hoofdletter(nummers(rijen))}: {redentekst(lezing)}."
        for lezing, rijen in per_lezing.items()
    ]


def redenen(stof: Stof) -> str:
    """Say which claims cannot be tested, and why; "" when all can."""
    per_reden: dict[str, list[Rij]] = {}
    for rij in stof.tabellen["uitspraken_2017"]:
        if rij["reden"]:
            per_reden.setdefault(rij["reden"], []).append(rij)
    return " ".join(
        f"{taal.hoofdletter(nummers(rijen))} "
        f"{taal.meervoud(len(rijen), 'is', 'zijn')} niet te toetsen: "
        f"{als_markdown(redentekst(reden))}."
        for reden, rijen in per_reden.items()
    )


def over_de_labels(stof: Stof) -> str:
    """Say where policy labels beside the selection come from, and how many wijken; else ""."""
    rijen = [
        rij
        for rij in stof.tabellen["uitspraken_2017"]
        if rij["groep"].startswith("label_") and not rij["reden"]
    ]
    toelichting = stof.editie["bronnen"].get("selectielijst", {}).get("toelichting")
    if not rijen or not toelichting:
        return ""
    n = taal.aantal_van(rijen[0]["n"], W.gebied, W.gebieden)
    label = rijen[0]["groep"].removeprefix("label_")
    return (
        f"{taal.hoofdletter(nummers(rijen))} {taal.meervoud(len(rijen), 'gaat', 'gaan')} over "
        f"{n} met het label *{als_markdown(label)}* en scores in beide jaren, "
        f"{_waar(stof, label, toelichting)}"
    )


def _waar(stof: Stof, label: str, toelichting: str) -> str:
    """End the sentence about the wijken with a label: all selected, or others as well?

    Where the list selects, the chapter about the selection has its explanation.
    """
    if not is_lijst(stof):
        return f"ook buiten de selectie. {als_markdown(toelichting)}"
    binnen = label in stof.editie["selectie"]["labels"] and not (
        stof.editie["selectie"].get("voorwaarden") and stof.cijfers.waarde("selectie.n_uitgesloten")
    )
    return f"{'alle in' if binnen else 'ook buiten'} de selectie (@sec-selectie)."


def andere_wijken(stof: Stof) -> str:
    """Warn that a list of labels is another group than that of 2017; "" for other selections."""
    if not is_lijst(stof):
        return ""
    n = stof.cijfers.tekst("selectie.n_geselecteerd")
    return (
        f"De uitspraken over kwetsbare {W.gebieden} gaan over de groep van toen, de selectie van "
        f"deze editie over {n} {W.gebieden} {met_label(stof)}; ook daardoor kan een aandeel anders "
        "uitkomen."
    )
