"""The header of a wijkanalyse: its fields, and the checks on what was filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leefbaarheid.basis.begrippen import OORDELEN
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import EIGEN, W, huidig
from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig, te_lang
from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.datum import lees_datum
from leefbaarheid.wijkanalyses.tekens import bezwaren, controleer_shortcode
from leefbaarheid.wijkanalyses.weigering import Ongeschikt
from leefbaarheid.wijkanalyses.wijkcode import Wijknamen, codes_in, voorstel

__all__ = ["LIJST", "TEKST", "VELDEN", "controleer_kop", "themasleutel"]

TEKST, LIJST = "tekst", "lijst"
VELDEN = {
    "titel": TEKST,
    "gemeente": TEKST,
    "wijken": LIJST,
    "studie": TEKST,
    "auteurs": LIJST,
    "datum": TEKST,
    "oordeel": TEKST,
    "themas": LIJST,
    "samenvatting": TEKST,
}
"""The keys of the header, all required, and what each holds."""

_ANDERS = {
    "thema": "themas",
    "auteur": "auteurs",
    "wijk": "wijken",
    "wijkcode": "wijken",
    "wijkcodes": "wijken",
}
"""What writers call a field, beside its name."""

# AANNAME: een samenvatting is hoogstens 2000 tekens.
#   Waarom: zij komt als kort portret in het hoofdrapport.
#   Gevolg: een langere samenvatting geeft een melding; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_SAMENVATTING = 2000


def veldnaam(getypt: str) -> str:
    """Return the field that a writer means: Thema's, THEMAS and thema are `themas`."""
    kaal = re.sub(r"[\W_]", "", gelijknamig(getypt))
    naam = _ANDERS.get(kaal, kaal)
    return naam if naam in VELDEN else getypt


@dataclass(frozen=True)
class _Kop:
    """The header being checked, and what it is checked against."""

    bron: Bron
    themas: Mapping[str, str]
    bekend: Wijknamen | None

    def meld(self, wat: str, sleutel: str, waarde: object, remedie: str) -> None:
        self.bron.meld(self.bron.kopfout(wat, sleutel, waarde, remedie))


def controleer_kop(
    bron: Bron, kop: Mapping[str, Any], themas: Mapping[str, str], bekend: Wijknamen | None = None
) -> dict[str, Any]:
    """Return the header fields as the pipeline uses them; what is wrong is noted at `bron`.

    Args:
        bron: the file.
        kop: the header as it was read.
        themas: key and label of the themes.
        bekend: code to name of every wijk in the sources; None: codes are only looked at.
    """
    werk = _Kop(bron, themas, bekend)
    velden = _op_naam(werk, kop)
    uit: dict[str, Any] = {}
    for sleutel, soort in VELDEN.items():
        if sleutel not in velden:
            bron.meld(
                InvoerFout(
                    f"in de kop ontbreekt het veld '{sleutel}'",
                    bestand=bron.kopbestand or bron.pad,
                    kolom=sleutel,
                    remedie=f"Vul het veld in; de kop heeft de velden {', '.join(VELDEN)}.",
                )
            )
        uit[sleutel] = [] if soort == LIJST else ""
        delen = _delen(werk, sleutel, soort, velden[sleutel]) if sleutel in velden else None
        if delen is not None:
            gelezen = [_LEZERS.get(sleutel, _ongewijzigd)(werk, deel) for deel in delen]
            lijst = [deel for delen_ in gelezen for deel in delen_]
            _meld_dubbel(werk, sleutel, lijst)
            uit[sleutel] = lijst if soort == LIJST else next(iter(lijst), "")
    return uit


def _op_naam(werk: _Kop, kop: Mapping[str, Any]) -> dict[str, Any]:
    """Return the header by the names of the fields; notes fields that are unknown or double."""
    velden: dict[str, Any] = {}
    for getypt, waarde in kop.items():
        naam = veldnaam(getypt)
        if naam in velden:
            werk.meld("dit veld staat er twee keer", getypt, None, "Houd er een.")
        elif naam in VELDEN:
            velden[naam] = waarde
            if getypt in werk.bron.kopregels:
                werk.bron.kopregels[naam] = werk.bron.kopregels[getypt]
        else:
            zin = bedoelde_u(getypt[:MAX_NAAM], VELDEN)
            werk.meld(
                "dit veld bestaat niet",
                getypt[:MAX_NAAM],
                None,
                zin or f"De velden zijn: {', '.join(VELDEN)}.",
            )
    return velden


def _delen(werk: _Kop, sleutel: str, soort: str, waarde: Any) -> list[str] | None:
    """Return the texts of a field, one or more, each fit to print; None when it is not usable."""
    if waarde in ("", []):
        werk.meld("dit veld is leeg", sleutel, None, "Vul het veld in.")
        return None
    if soort == TEKST and not isinstance(waarde, str):
        werk.meld(
            "dit veld moet tekst zijn, geen lijst", sleutel, waarde, f"Schrijf '{sleutel}: tekst'."
        )
        return None
    delen = waarde if isinstance(waarde, list) else [waarde]
    if not all(isinstance(deel, str) and deel for deel in delen):
        werk.meld(
            "dit veld moet een lijst van teksten zijn",
            sleutel,
            waarde,
            f"Schrijf '{sleutel}: [a, b]', of onder elkaar met '- ' ervoor.",
        )
        return None
    if not all(_is_leesbaar(werk, sleutel, deel) for deel in delen):
        return None
    return _gesplitst(werk, sleutel, waarde) if soort == LIJST else [waarde]


def _is_leesbaar(werk: _Kop, sleutel: str, tekst: str) -> bool:
    """Tell whether a text has characters that can be printed, no shortcode, and a fair length."""
    fouten = bezwaren(tekst)
    try:
        controleer_shortcode(tekst)
    except Ongeschikt as fout:
        fouten.append(fout)
    for bezwaar in fouten:
        werk.meld(bezwaar.wat, sleutel, bezwaar.fragment or None, bezwaar.remedie)
    lang = te_lang(tekst, MAX_SAMENVATTING if sleutel == "samenvatting" else MAX_NAAM)
    if lang and not (sleutel in ("wijken", "themas", "auteurs") and re.search(r"[,;\n]", tekst)):
        werk.meld(lang, sleutel, tekst, "Kort het in.")
        return False
    return not fouten


def _gesplitst(werk: _Kop, sleutel: str, waarde: str | Sequence[str]) -> list[str]:
    """Return the parts of a list, also of one that was written as text with commas."""
    if sleutel == "auteurs" and not isinstance(waarde, str):
        return list(waarde)
    delen: list[str] = []
    for tekst in [waarde] if isinstance(waarde, str) else waarde:
        if sleutel == "themas" and themasleutel(werk.themas, tekst):
            delen.append(tekst)  # a label may hold a comma
            continue
        teken = r"[;\n]" if re.search(r"[;\n]", tekst) and sleutel == "auteurs" else r"[;,\n]"
        delen += [deel.strip() for deel in re.split(teken, tekst) if deel.strip()]
    if sleutel == "auteurs" and any(re.fullmatch(r"(\w\.[ -]?)+", deel) for deel in delen):
        werk.meld(
            "hier is niet te zien waar een auteur begint en eindigt",
            sleutel,
            waarde,
            "Scheid auteurs met een puntkomma, of schrijf 'A. Jansen, B. de Vries'.",
        )
        return []
    return delen


def _meld_dubbel(werk: _Kop, sleutel: str, delen: Sequence[str]) -> None:
    dubbel = [deel for n, deel in enumerate(delen) if deel in delen[:n]]
    for deel in dict.fromkeys(dubbel):
        werk.meld("deze waarde staat twee keer in de lijst", sleutel, deel, "Houd er een.")


# --- the fields that are not free text ----------------------------------------------------------


def _ongewijzigd(werk: _Kop, tekst: str) -> list[str]:
    return [tekst]


def _datum(werk: _Kop, tekst: str) -> list[str]:
    datum = lees_datum(tekst)
    if datum is None:
        werk.meld(
            "dit is geen bestaande datum",
            "datum",
            tekst,
            "Schrijf de datum als jaar-maand-dag (2016-11-30), als 30-11-2016 of als 30 november "
            "2016.",
        )
    return [datum] if datum else []


def _oordeel(werk: _Kop, tekst: str) -> list[str]:
    klein = gelijknamig(tekst).rstrip(".")
    if klein in OORDELEN:
        return [klein]
    _meld_keuze(werk, "oordeel", tekst, bedoelde_u(klein, OORDELEN), OORDELEN)
    return []


def _themasleutel(werk: _Kop, tekst: str) -> list[str]:
    sleutel = themasleutel(werk.themas, tekst)
    if sleutel:
        return [sleutel]
    namen = {_als_thema(naam): sleutel for sleutel in werk.themas for naam in (sleutel,)}
    namen |= {_als_thema(label): sleutel for sleutel, label in werk.themas.items()}
    zin = bedoelde_u(_als_thema(tekst), namen)
    for naam in sorted(namen, key=len, reverse=True):
        zin = re.sub(rf"(?<!\w){re.escape(naam)}(?!\w)", namen[naam], zin, count=1)
    _meld_keuze(werk, "themas", tekst, zin, list(werk.themas))
    return []


def _als_thema(tekst: str) -> str:
    return gelijknamig(tekst.replace("_", " "))


def themasleutel(themas: Mapping[str, str], tekst: str) -> str | None:
    """Return the key of the theme that a writer names by its key or by its label."""
    namen = {_als_thema(label): sleutel for sleutel, label in themas.items()}
    namen |= {_als_thema(sleutel): sleutel for sleutel in themas}
    return namen.get(_als_thema(tekst))


def _meld_keuze(werk: _Kop, sleutel: str, waarde: str, zin: str, mogelijk: Sequence[str]) -> None:
    keuze = f"{zin} Kies uit: {', '.join(mogelijk)}.".strip()
    werk.meld("deze waarde bestaat niet", sleutel, waarde, keuze)


def _wijk(werk: _Kop, tekst: str) -> list[str]:
    codes = codes_in(tekst)
    if not codes:
        werk.meld(
            f"dit is geen {'' if huidig().soort == EIGEN else 'CBS-'}{W.met('code')}",
            "wijken",
            tekst,
            voorstel(tekst, werk.bekend or {}),
        )
    for code in codes:
        if werk.bekend is not None and code not in werk.bekend:
            werk.meld(
                f"deze {W.met('code')} staat in geen van de bronnen van deze editie",
                "wijken",
                code,
                voorstel(code, werk.bekend),
            )
    return codes


_LEZERS: dict[str, Callable[[_Kop, str], list[str]]] = {
    "datum": _datum,
    "oordeel": _oordeel,
    "themas": _themasleutel,
    "wijken": _wijk,
}
