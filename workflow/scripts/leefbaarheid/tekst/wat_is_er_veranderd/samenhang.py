"""The chapter on the associations: estimates of the main model and verdicts, old and new."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR, Onderdeel, Verandering
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import in_zin, modelnaam
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import alle, de, edities, is_anders
from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import rijen as overzicht

ALLEEN = {
    Verandering.ERBIJ: "alleen in de nieuwe editie",
    Verandering.VERDWENEN: "alleen in de vorige editie",
}


def _hoofdmodel(stof: Stof) -> list[Rij]:
    """Return the factors of the main model of the new edition."""
    return [
        rij
        for rij in stof.tabellen["verandering_coefficienten"]
        if rij["hoofdmodel"] and rij["term"] not in GEEN_FACTOR
    ]


def inleiding(stof: Stof) -> str:
    """Say which estimates are laid side by side, and whether they differ."""
    nieuw = edities(stof)[1]
    van, tot = (int(jaar) for jaar in nieuw["hoofdvenster"].split("-"))
    model = f"{modelnaam(nieuw['hoofdmodel'])}, {venster(van, tot)}"
    rijen = _hoofdmodel(stof)
    beide = [rij for rij in rijen if rij["verandering"] not in ALLEEN]
    if not beide:
        return (
            f"Het hoofdmodel van de nieuwe editie ({model}) heeft de vorige editie niet geschat "
            "met dezelfde factoren; schattingen zijn niet naast elkaar te leggen."
        )
    anders = sum(rij["verandering"] == Verandering.GEWIJZIGD for rij in beide)
    if not heeft_schattingen(stof):
        return (
            f"De schattingen van het hoofdmodel van de nieuwe editie ({model}) zijn in beide "
            "edities gelijk."
        )
    factoren = de(len(beide), "factor die", "factoren die")
    staan = taal.meervoud(len(beide), "staat", "staan")
    begin = (
        f"@tbl-schattingen geeft de schattingen van het hoofdmodel van de nieuwe editie ({model})."
    )
    if anders == len(beide):
        groep = alle(anders, "factor die", "factoren die")
        return f"{begin} De schatting verschilt bij {groep} in beide edities {staan}."
    return (
        f"{begin} Van {factoren} in beide edities {staan}, verschilt de schatting bij "
        f"{taal.hoeveel(anders)}."
    )


def aantoonbaar(stof: Stof) -> str:
    """Name the factors whose association is clear in one of the editions only; "" without any."""
    anders: dict[str, list[str]] = {"vorige": [], "nieuwe": []}
    for rij in _hoofdmodel(stof):
        oud, nieuw = rij["aantoonbaar_oud"], rij["aantoonbaar_nieuw"]
        if rij["verandering"] not in ALLEEN and bool(oud) != bool(nieuw):
            anders["vorige" if oud else "nieuwe"].append(in_zin(rij["label"]))
    return " ".join(
        f"Alleen in de {editie} editie is de samenhang met {taal.opsomming(namen)} aantoonbaar."
        for editie, namen in anders.items()
        if namen
    )


def heeft_schattingen(stof: Stof) -> bool:
    """Tell whether an estimate of the main model differs."""
    return any(rij["verandering"] != Verandering.GELIJK for rij in _hoofdmodel(stof))


def heeft_oordelen(stof: Stof) -> bool:
    """Tell whether a verdict differs."""
    return is_anders(stof, Onderdeel.OORDELEN)


def schatting_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per factor of the main model: the estimate of both, with interval and p."""
    return [
        [
            als_markdown(rij["label"]),
            _schatting(rij, "oud"),
            taal.p_waarde(rij["p_oud"]),
            _schatting(rij, "nieuw"),
            taal.p_waarde(rij["p_nieuw"]),
        ]
        for rij in _hoofdmodel(stof)
    ]


def _schatting(rij: Rij, kant: str) -> str:
    punt, laag, hoog = (rij[f"{maat}_{kant}"] for maat in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    if punt is None:
        return taal.GEEN
    return f"{taal.verandering(punt, 3)} ({taal.interval(laag, hoog, 3)})"


def oordelen(stof: Stof) -> str:
    """Say for how many factors the verdict reads otherwise, and for which."""
    rij = overzicht(stof)[Onderdeel.OORDELEN]
    tabel = stof.tabellen["verandering_oordelen"]
    beide = [deel for deel in tabel if deel["verandering"] not in ALLEEN]
    anders = [deel for deel in beide if deel["verandering"] == Verandering.GEWIJZIGD]
    if not beide:
        return "Geen factor heeft in beide edities een oordeel."
    if not anders:
        zin = (
            f"Het oordeel over de samenhang luidt bij {_alle(len(beide))} in beide edities gelijk."
        )
    else:
        delen = [
            f"dat over {in_zin(deel['label'])}{'' if i else ' ging'} van *{deel['oordeel_oud']}* "
            f"naar *{deel['oordeel_nieuw']}*"
            for i, deel in enumerate(anders)
        ]
        factoren = de(len(beide), "factor", "factoren")
        zin = (
            f"Van {factoren} met een oordeel in beide edities luidt het oordeel bij "
            f"{taal.hoeveel(len(anders))} anders: {taal.opsomming(delen)}."
        )
    los = [
        f"{taal.aantal_van(n, 'factor staat', 'factoren staan')} alleen in de {waar} editie"
        for n, waar in ((rij["n_verdwenen"], "vorige"), (rij["n_erbij"], "nieuwe"))
        if n
    ]
    return f"{zin} {taal.hoofdletter(taal.opsomming(los))}." if los else zin


def _alle(aantal: int) -> str:
    return alle(aantal, "factor", "factoren")


def oordeel_rijen(stof: Stof) -> list[Cellen]:
    """Return a row per factor: the verdict in both editions."""
    return [
        [
            als_markdown(rij["label"]),
            rij["oordeel_oud"] or taal.GEEN,
            rij["oordeel_nieuw"] or taal.GEEN,
            ALLEEN.get(rij["verandering"])
            or ("anders" if rij["verandering"] == Verandering.GEWIJZIGD else "gelijk"),
        ]
        for rij in stof.tabellen["verandering_oordelen"]
    ]
