"""Reads a filled template as a strict editor would, and says what is wrong with it.

Each check takes the text of a document and returns the passages it objects to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij

MIN = "\N{MINUS SIGN}"
_GETAL = rf"[+{MIN}]?\d+(?:\.\d{{3}})*(?:,\d+)?"


def proza(tekst: str) -> str:
    """Return a document without front matter, tables, captions and figures."""
    tekst = re.sub(r"\A---\n.*?\n---\n", "", tekst, flags=re.S)
    regels = [r for r in tekst.splitlines() if not re.match(r"\||: |!\[|:::|\$\$", r)]
    return "\n".join(regels)


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of the prose, without their Markdown lead."""
    uit = []
    for alinea in re.split(r"\n\s*\n|\n(?=[-\d] )", proza(tekst)):
        if alinea.lstrip().startswith("#"):
            continue
        lopend = " ".join(alinea.split()).removeprefix("- ")
        uit += re.split(r"(?<=[.?!])\s+(?=[A-Z*\[\"\N{LEFT DOUBLE QUOTATION MARK}É])", lopend)
    return [zin for zin in uit if zin]


def tabellen(tekst: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the caption (or id) and the rows, header first, of each pipe table."""
    for m in re.finditer(r"((?:^\|.*\|\n)+)\n?(: .*)?", tekst, flags=re.M):
        rijen = [
            [cel.strip() for cel in re.split(r"(?<!\\)\|", regel.strip()[1:-1])]
            for regel in m[1].strip().splitlines()
        ]
        yield m[2] or rijen[0][0], [rijen[0], *rijen[2:]]


def herhaalde_kolommen(tekst: str) -> list[str]:
    """Columns of one table with the same head and the same cells."""
    uit = []
    for naam, rijen in tabellen(tekst):
        kolommen = Counter(zip(*rijen, strict=True))
        uit += [
            f"{naam}: {k[:3]}"
            for k, n in kolommen.items()
            if n > 1 and any(re.search(r"\d", cel) for cel in k[1:])
        ]
    return uit


def lege_koppen(tekst: str) -> list[str]:
    """Headings that nothing follows before the next one of the same or a higher level."""
    koppen = list(re.finditer(r"^(#+) .*$", tekst, flags=re.M))
    uit = []
    for kop, volgende in zip(koppen, [*koppen[1:], None], strict=True):
        tot = volgende.start() if volgende else len(tekst)
        leeg = not tekst[kop.end() : tot].strip()
        if leeg and (volgende is None or len(volgende[1]) <= len(kop[1])):
            uit.append(kop[0])
    return uit


def losse_verwijzingen(tekst: str) -> list[str]:
    """References without a target, and targets that are there twice."""
    doelen = re.findall(r"\{#((?:tbl|sec|fig|eq)-[\w-]+)", tekst)
    verwijzingen = set(re.findall(r"@((?:tbl|sec|fig|eq)-[\w-]*\w)", tekst))
    dubbel = [doel for doel, n in Counter(doelen).items() if n > 1]
    return sorted(verwijzingen - set(doelen)) + dubbel


def lege_tabellen(tekst: str) -> list[str]:
    """Tables without rows."""
    return [naam for naam, rijen in tabellen(tekst) if len(rijen) == 1]


def breuk_naast_getal(tekst: str) -> list[str]:
    """A share in words beside a percentage that it does not fit: "bijna een tiende (5%)"."""
    namen = "|".join(naam for _, naam in taal.BREUKEN)
    patroon = re.compile(
        rf"((?:(?:bijna|ruim|meer dan|minder dan) )?(?:{namen})|vrijwel geen|vrijwel alle)"
        rf"(?: van de)?((?: [^\W\d]+){{0,5}}) \(({_GETAL})%",
        re.I,
    )
    uit = []
    for m in patroon.finditer(" ".join(tekst.split())):
        aandeel = float(m[3].replace(",", ".")) / 100
        speling = (aandeel - 0.005, aandeel, aandeel + 0.0049)
        past = {taal.breuk(min(max(x, 0.0), 1.0)) for x in speling}
        if m[1].lower() not in past:
            uit.append(m[0])
    return uit


def delen_van_een_geheel(tekst: str) -> list[str]:
    """A count out of a total beside a percentage it does not make: "33 van de 140 (30%)"."""
    woorden = {woord: n for n, woord in enumerate(taal.TELWOORDEN)}
    woorden["een"] = 1
    getal = rf"(\d+(?:\.\d{{3}})*|{'|'.join(woorden)})"
    patroon = re.compile(
        rf"\b{getal} van de {getal}(?: [^\W\d]+){{0,4}} \((\d+(?:,\d+)?)%\)"
        rf"|(\d+(?:,\d+)?)% \({getal} van de {getal}\b",
        re.I,
    )

    def waarde(woord: str) -> int:
        klein = woord.lower()
        return woorden[klein] if klein in woorden else int(woord.replace(".", ""))

    uit = []
    for m in patroon.finditer(" ".join(tekst.split())):
        deel, geheel, procent = (m[1], m[2], m[3]) if m[3] else (m[5], m[6], m[4])
        n, totaal, p = waarde(deel), waarde(geheel), float(procent.replace(",", "."))
        decimalen = len(procent.partition(",")[2])
        if totaal == 0 or abs(100 * n / totaal - p) > 0.5 * 10**-decimalen + 1e-9:
            uit.append(m[0])
    return uit


def richting_tegen_het_teken(tekst: str) -> list[str]:
    """A verb or adverb that says up beside a negative number, or down beside a positive one."""
    op = r"\b(?:steeg|stegen|gestegen|toegenomen|nam toe|namen toe)\b"
    neer = r"\b(?:daalde|daalden|gedaald|afgenomen|nam af|namen af)\b"
    vlak = " ".join(tekst.split())
    uit = re.findall(rf"{op}[^.;:,()]{{0,40}}\({MIN}\d[^)]*\)", vlak)
    return uit + re.findall(rf"{neer}[^.;:,()]{{0,40}}\(\+\d[^)]*\)", vlak)


def vreemde_tellingen(tekst: str) -> list[str]:
    """ "0 wijken daalden", "één wijken", "twee wijk", a range from a number to itself."""
    meer = r"(?:wijken|gemeenten|factoren|controles|jaren|toetsen|perioden|analyses|modellen)"
    enkel = r"(?:wijk|gemeente|factor|controle|periode|toets)"
    ongelijk = rf"(?:0|nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d\d+) {enkel}"
    patronen = (
        rf"\b(?:0|nul) (?:[a-z]+ )?{meer}\b",
        rf"(?<![\d.,])\b(?:1|één) {meer}\b",
        rf"(?<![\d.,–-])\b{ongelijk}\b",
        rf"(?<![\d,.])(?<!interval )({_GETAL}%?) tot \1(?![\d,%])",
        r"\btussen (\d{4}) en \1\b",
        r"\b(\d{4})[–-]\1\b",
        r"\b(?:alle|elk van deze|de andere|de overige) (?:één|nul|0|1)\b",
        r"\bvan de (?:nul|0|één|1)\b",
    )
    vlak = " ".join(proza(tekst).split())
    return [
        vlak[max(0, m.start() - 60) : m.end() + 30]
        for p in patronen
        for m in re.finditer(p, vlak, flags=re.I)
    ]


def haperingen(tekst: str) -> list[str]:
    """Empty places, doubled words and marks, and Python in the text."""
    patronen = (
        r"\b(?:None|nan|True|False|NaN|inf)\b",
        r"\S*(?:\(\)|\(\s|\s\)|,\s*,|\.\s+\.|\s[,;.](?=\s)|:\s*\.)",
        r"\b(de|het|een|en|van|in|is|met|die|dat|zijn) \1\b",
        r"\{[a-z_]+\}",
        r"\bde één\b",
    )
    uit = []
    for zin in zinnen(tekst):
        kaal = re.sub(r"\$[^$]*\$|`[^`]*`|\[@[^\]]*\]|\{[#.][^}]*\}", "x", zin)
        uit += [f"{m[0]} in: {zin[:150]}" for p in patronen for m in re.finditer(p, kaal)]
    return uit


MAG_VAKER = (
    (r"De wijk zit niet in de selectie|Het oordeel ‘|De wijkanalyse oordeelt", "over elke wijk"),
    (r"Van de overige wijken die in aanmerking kwamen", "over elke periode, met haar getallen"),
    (r"Verschilt het verloop evenveel als ervoor", "over elk jaar"),
    (r"Een deel daarvan kan regressie naar het gemiddelde zijn", "bij elke stijging"),
)
"""How sentences begin that may be there twice, and what each of them is about."""


_UITGELICHT = re.compile(r"^::: \{\.uitgelicht\}$.*?^:::$", re.M | re.S)
"""A quotation that opens a wijkanalyse; it stands in its text too."""


def herhaalde_zinnen(tekst: str) -> list[str]:
    """Sentences of some length that are there twice; a summary may say what a chapter says."""
    uit: list[str] = []
    tekst = _UITGELICHT.sub("", tekst)
    eigen: Counter[str] = Counter()
    for hoofdstuk in re.split(r"^(?=# )", tekst, flags=re.M):
        lang = Counter(zin for zin in zinnen(hoofdstuk) if len(zin) > 60)
        uit += [zin for zin, n in lang.items() if n > 1]
        if not re.match(r"# (?:Samenvatting|Conclusies)", hoofdstuk):
            eigen.update(lang.keys())
    uit += [zin for zin, n in eigen.items() if n > 1]
    return [zin for zin in uit if not any(re.match(begin, zin) for begin, _ in MAG_VAKER)]


def uiterste_zonder_keuze(tekst: str) -> list[str]:
    """A superlative that says nothing: "de kleinste van één"."""
    return re.findall(r"(?:grootste|kleinste|meeste|minste) van (?:de )?(?:één|1)\b", tekst)


def _woord(telwoord: str) -> int:
    """Return the number that a word or figure stands for."""
    klein = telwoord.lower()
    if klein == "geen":
        return 0
    return taal.TELWOORDEN.index(klein) if klein in taal.TELWOORDEN else int(klein.replace(".", ""))


def clusters_tegen_de_tabel(tekst: str, tabellen_: Mapping[str, list[Rij]]) -> list[str]:
    """Counts of wijken per cluster that are not those of the table `clusters`."""
    aantal = {rij["cluster"]: rij["n_wijken"] for rij in tabellen_["clusters"]}
    vlak = " ".join(proza(tekst).split())
    zin = re.search(r"zijn de wijken ingedeeld: ([^.]*)\.", vlak)
    gevonden = re.findall(r"(\w+)(?: wijk(?:en)?)? in \*([^*]+)\*", zin[1]) if zin else []
    uit = [f"{n} in {naam}" for n, naam in gevonden if _woord(n) != aantal[naam]]
    uit += [
        m[0]
        for m in re.finditer(r"In \*([^*]+)\* zit(?:ten)? ([\w.]+) wijk(?:en)?", vlak)
        if _woord(m[2]) != aantal[m[1]]
    ]
    uit += [
        m[0]
        for m in re.finditer(r"grootste groep is \*([^*]+)\* met ([\w.]+) wijk", vlak)
        if _woord(m[2]) != aantal[m[1]] or max(aantal.values()) != aantal[m[1]]
    ]
    return uit


def selectie_tegen_de_tabel(tekst: str, tabellen_: Mapping[str, list[Rij]]) -> list[str]:
    """A number of selected wijken or of their gemeenten that is not that of the table `wijken`."""
    gekozen = [rij for rij in tabellen_["wijken"] if rij["in_selectie"]]
    echt = (len(gekozen), len({rij["gm_code"] for rij in gekozen}))
    return [
        m[0]
        for m in re.finditer(r"([\d.]+) kwetsbare wijken in ([\d.]+) gemeenten", proza(tekst))
        if (_woord(m[1]), _woord(m[2])) != echt
    ]


def richtingen_tegen_de_tabel(tekst: str, tabellen_: Mapping[str, list[Rij]]) -> list[str]:
    """Shares that rose, fell and stayed in a period, other than in the table `ontwikkeling`."""
    echt = {
        (rij["van"], rij["tot"]): [
            taal.procent(rij[f"aandeel_{r}"]) for r in ("gestegen", "gedaald", "gestagneerd")
        ]
        for rij in tabellen_["ontwikkeling"]
        if rij["groep"] == "selectie"
    }
    patroon = re.compile(
        r"Tussen (\d{4}) en (\d{4}) ste(?:eg|gen) [^.(]*geselecteerde wijken \((\d+%)\), "
        r"daalde (\d+%) en stagneerde (\d+%)"
    )
    return [
        m[0]
        for m in patroon.finditer(" ".join(proza(tekst).split()))
        if [m[3], m[4], m[5]] != echt[int(m[1]), int(m[2])]
    ]


def factoren_tegen_de_tabel(tekst: str, tabellen_: Mapping[str, list[Rij]]) -> list[str]:
    """Factors whose estimate is bold without excluding zero, or the reverse, in a main table.

    Looks at every table whose note says what bold means and that has estimates with an interval
    in the next column: "**-0,012**" beside "-0,019 tot -0,005".
    """
    uit = []
    for naam, (kop, *rijen) in tabellen(tekst):
        if "Vet: het interval sluit nul uit" not in naam:
            continue
        naast = ("Schatting", "95%-interval")
        paren = [j for j, koppen in enumerate(pairwise(kop)) if koppen == naast]
        for rij in rijen:
            for cel, volgende in ((rij[j], rij[j + 1]) for j in paren):
                grenzen = re.fullmatch(rf"({_GETAL})[\\ ]+tot[\\ ]+({_GETAL})", volgende)
                schatting = re.fullmatch(rf"(\**)({_GETAL})\**", cel)
                if not grenzen or not schatting:
                    continue
                laag, hoog = (float(_platte(grenzen[i])) for i in (1, 2))
                if (laag > 0 or hoog < 0) and not schatting[1] and min(abs(laag), abs(hoog)) > 0:
                    uit.append(f"{rij[0]}: {cel} naast {volgende}")
                if laag < 0 < hoog and schatting[1]:
                    uit.append(f"{rij[0]}: {cel} naast {volgende}")
    return uit


def _platte(getal: str) -> str:
    return getal.replace(MIN, "-").replace(".", "").replace(",", ".")


MET_TABELLEN: dict[str, Callable[[str, Mapping[str, list[Rij]]], list[str]]] = {
    controle.__name__: controle
    for controle in (
        *(clusters_tegen_de_tabel, selectie_tegen_de_tabel, richtingen_tegen_de_tabel),
        factoren_tegen_de_tabel,
    )
}


def bezwaren(tekst: str, tabellen_: Mapping[str, list[Rij]]) -> dict[str, list[str]]:
    """Return what every check has against a document of an edition, without those at ease."""
    alles = {naam: controle(tekst) for naam, controle in CONTROLES.items()}
    alles |= {naam: controle(tekst, tabellen_) for naam, controle in MET_TABELLEN.items()}
    return {naam: gevonden for naam, gevonden in alles.items() if gevonden}


def citaten_2017(tekst: str) -> list[str]:
    """Return the claims of 2017 as the document quotes them, in their order."""
    return [
        rij[1]
        for _, (kop, *rijen) in tabellen(tekst)
        if kop[:2] == ["Nr", "Uitspraak in 2017"]
        for rij in rijen
    ]


CONTROLES: dict[str, Callable[[str], list[str]]] = {
    controle.__name__: controle
    for controle in (
        *(herhaalde_kolommen, lege_koppen, losse_verwijzingen, lege_tabellen, breuk_naast_getal),
        *(delen_van_een_geheel, richting_tegen_het_teken, vreemde_tellingen, haperingen),
        *(herhaalde_zinnen, uiterste_zonder_keuze),
    )
}
