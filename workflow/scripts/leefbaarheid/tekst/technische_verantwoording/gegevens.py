"""The chapter Gegevens: files, remarks of the codeboek, quality of the data."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.tekst.gedeeld.bronnen import koppeling, licentie
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factorlabel, factornaam, in_zin, klein
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import zinbegin

BRONNEN = {
    "leefbaarometer": "Leefbaarometer",
    "context": "contexttabel",
    "codeboek": "codeboek",
    "selectielijst": "selectielijst",
    "grenzen": "grenzen",
}


KWALITEIT_SAMEN = Woordenlijst(
    {
        "score per jaar": "Deze [[gebieden]] tellen niet mee in vergelijkingen met dat jaar.",
        "dimensies gevuld": "Een verandering van of naar zo'n jaar is niet naar dimensies uit te "
        "splitsen.",
    }
)
"""What rows of the quality report have in common; the report itself has a sentence per row."""


def toelichtingen(stof: Stof) -> list[str]:
    """Return "label: remark" for every factor of which the codeboek has one to make."""
    rijen = [zoek(stof.tabellen["codeboek"], factor=f) for f in stof.editie["factoren"]]
    return [
        f"{zinbegin(in_zin(rij['label']))}: {als_markdown(rij['toelichting'].rstrip('.'))}."
        for rij in rijen
        if rij["toelichting"]
    ]


def kwaliteit_rijen(stof: Stof) -> list[Cellen]:
    """Return the checks with something to say: check, source, where (share), what it means.

    Rows of one check that differ only in year or column are one row of the table. Missing
    values of a factor are in `codeboek_rijen`.
    """
    groepen: dict[tuple[str, str], list[Rij]] = {}
    for rij in stof.tabellen["datakwaliteit"]:
        bij_factor = rij["controle"] == "factor gevuld" and rij["ernst"] == Ernst.LET_OP
        if rij["ernst"] != Ernst.OK and not bij_factor:
            groepen.setdefault((rij["controle"], rij["bron"]), []).append(rij)
    rijen = []
    for (controle, bron), deel in groepen.items():
        waar = [
            f"{_waar(stof, rij)} ({taal.getal(rij['n_afwijkend'])}; {_aandeel(rij['aandeel'])})"
            for rij in deel
        ]
        apart = " ".join(dict.fromkeys(_uitleg(stof, rij) for rij in deel))
        fout = any(rij["ernst"] == Ernst.FOUT for rij in deel)
        gedeeld = KWALITEIT_SAMEN.get(controle)
        uitleg = gedeeld if gedeeld and not fout else apart
        rijen.append(
            [
                # a check per column has its name behind a colon; the next columns say which
                als_markdown(controle.partition(": ")[0]) + (" (**fout**)" if fout else ""),
                BRONNEN.get(bron, als_markdown(bron)),
                "; ".join(waar),
                uitleg,
            ]
        )
    return rijen


def _aandeel(aandeel: float) -> str:
    """Return a share; one too small to show is not "0,0%"."""
    return "<0,1%" if 0 < aandeel < 0.0005 else taal.procent(aandeel, 1)


def _uitleg(stof: Stof, rij: Rij) -> str:
    """Return what a check found, with its year and in the words of the report."""
    zin = als_markdown(redentekst(rij["toelichting"]))
    for naam, label in (DIMENSIES | _factorlabels(stof)).items():
        zin = zin.replace(f"kolom {als_markdown(naam)} ", f"kolom *{label}* ")
    jaar = rij["jaar"]
    return zin if jaar is None or str(jaar) in zin else f"{jaar}: {zin[:1].lower()}{zin[1:]}"


def _factorlabels(stof: Stof) -> dict[str, str]:
    return {factor: klein(factorlabel(stof, factor)) for factor in stof.editie["factoren"]}


def _waar(stof: Stof, rij: Rij) -> str:
    """Name what a check was about: a year, a factor or a column."""
    if rij["jaar"] is not None:
        return str(rij["jaar"])
    kolom = rij["kolom"]
    if kolom in stof.editie["factoren"]:
        return klein(factorlabel(stof, kolom))
    namen = {"wk_code": "wijkcode", "wk_naam": "wijknaam", "gm_code": "gemeentecode"}
    return namen.get(kolom, als_markdown(kolom or "bestand").replace("lbm", "score"))


def bronbestand_rijen(stof: Stof) -> list[Cellen]:
    """Return the files of the publishers that the edition is made from, with where they are."""
    rijen = []
    for bron in stof.editie.get("register", []):
        titel = koppeling(taal.jaren(bron["titel"]), bron["vindplaats"])
        velden = (bron["uitgever"], bron["versie"])
        tekst = [als_markdown(veld) for veld in velden]
        jaren = als_markdown(taal.jaren(bron["peiljaar"]))
        rijen.append([titel, *tekst, jaren, licentie(stof, bron["licentie"]["naam"])])
    return rijen


def niet_commerciele_factoren(stof: Stof) -> str:
    """Say which factors of the models may not be used commercially; "" where all may."""
    boek = {rij["factor"]: rij for rij in stof.tabellen["codeboek"]}
    namen = [
        factornaam(stof, factor)
        for factor in stof.editie["factoren"]
        if "niet commercieel" in (boek[factor]["licentie"] or "")
    ]
    if not namen:
        return ""
    zijn = taal.meervoud(len(namen), "is", "zijn")
    deze = taal.meervoud(len(namen), "die factor", "die factoren")
    return (
        f"Uit bestanden die niet voor commercieel gebruik zijn, {zijn} gemaakt: "
        f"{taal.opsomming(namen)}. Voor {deze} en voor wat ermee berekend is, geldt dat ook."
    )


def adressen_geprobeerd(stof: Stof) -> str:
    """Say whether the addresses of the files were tried; "" when all were."""
    if all(bron["geprobeerd"] for bron in stof.editie.get("register", [])):
        return ""
    return "Niet elk adres achter een titel is op de site van de uitgever geprobeerd."
