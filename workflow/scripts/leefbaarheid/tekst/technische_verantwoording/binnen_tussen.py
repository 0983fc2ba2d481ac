"""Within gemeenten and between them: where an association lies."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import (
    CRV3_GEMEENTE,
    HOOFDSEGMENT,
    NA_CRISIS,
    REML_BOOTSTRAP,
    VOOR_CRISIS,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    maat,
    nadruk,
    punt,
    redentekst,
    rijen_van,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import kort_cel


def _rijen(stof: Stof, steekproef: str = SELECTIE, **kenmerken: object) -> dict[str, Rij]:
    """Return factor -> its row for a sample, in the order of the config."""
    rijen = rijen_van(stof, "binnen_tussen", steekproef=steekproef, **kenmerken)
    per_factor = {rij["factor"]: rij for rij in rijen}
    return {f: per_factor[f] for f in stof.editie["factoren"] if f in per_factor}


def _leidend(stof: Stof) -> dict[str, Rij]:
    return _rijen(stof, leidend=True)


def _verschil_cel(rij: Rij) -> str:
    """Return the difference with half its interval, bold where that leaves out zero."""
    return kort_cel(rij | {"coef_sd_verschil": rij["verschil_sd"]}, "_verschil")


def gesplitst_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor both parts and their difference, in the main window."""
    return [
        [
            rijkop(stof, factor),
            taal.procent(rij["aandeel_tussen"]),
            kort_cel(rij, "_binnen"),
            kort_cel(rij, "_tussen"),
            _verschil_cel(rij),
            taal.p_waarde(rij["p_verschil"]),
        ]
        for factor, rij in _leidend(stof).items()
    ]


def factor_zinnen(stof: Stof) -> list[str]:
    """Say per factor whether there is an association within and between, and if they differ.

    Factors of which neither part nor the difference is clear share a sentence.
    """
    rijen = _leidend(stof)
    niets = [f for f, rij in rijen.items() if not any(_duidelijk(rij).values())]
    samen = [f for f in niets if None not in _duidelijk(rijen[f]).values()]
    zinnen = [_factor_zin(stof, f, rij) for f, rij in rijen.items() if f not in samen]
    if samen:
        zinnen.append(
            f"De samenhang met {factornamen(stof, samen)} is binnen noch tussen gemeenten "
            "aantoonbaar, en een verschil tussen de twee ook niet."
        )
    return zinnen


def _duidelijk(rij: Rij) -> dict[str, bool | None]:
    """Tell per part, and of the difference, whether it is clear; None where there is no test."""
    return {deel: sluit_nul_uit(rij, f"_{deel}") for deel in ("binnen", "tussen", "verschil")}


def _factor_zin(stof: Stof, factor: str, rij: Rij) -> str:
    binnen, tussen = sluit_nul_uit(rij, "_binnen"), sluit_nul_uit(rij, "_tussen")
    naam = factornaam(stof, factor)
    reden = redentekst(rij["reden"])
    if binnen is None and tussen is None:
        return f"De samenhang met {naam} is niet te splitsen: {reden}."
    if binnen is None or tussen is None:
        waar, is_er = ("tussen", tussen) if binnen is None else ("binnen", binnen)
        wel = "aantoonbaar" if is_er else "niet aantoonbaar"
        ander = "binnen" if waar == "tussen" else "tussen"
        return (
            f"De samenhang met {naam} is {waar} gemeenten {wel}, en {ander} gemeenten niet te "
            f"schatten ({reden})."
        )
    return f"De samenhang met {naam} is {_waar(rij)}{_verschil(rij)}."


def _waar(rij: Rij) -> str:
    """Say where an association with both parts is clear."""
    match sluit_nul_uit(rij, "_binnen"), sluit_nul_uit(rij, "_tussen"):
        case True, True:
            gelijk = rij["coef_sd_binnen"] * rij["coef_sd_tussen"] > 0
            richting = "in dezelfde richting" if gelijk else "in tegengestelde richting"
            return f"zowel binnen als tussen gemeenten aantoonbaar, {richting}"
        case True, False:
            return "binnen gemeenten aantoonbaar en tussen gemeenten niet"
        case False, True:
            return "tussen gemeenten aantoonbaar en binnen gemeenten niet"
    return "binnen noch tussen gemeenten aantoonbaar"


def _verschil(rij: Rij) -> str:
    """Say whether the two parts differ; that one is clear and the other is not does not tell."""
    wel = sluit_nul_uit(rij, "_verschil")
    if wel is None:
        return "; of de twee verschillen, is niet te toetsen"
    uitkomst = f"{punt(rij['verschil_sd'])}; {taal.p_in_zin(rij['p_verschil'])}"
    if wel:
        return f"; het verschil tussen de twee is aantoonbaar ({uitkomst})"
    return f"; dat de twee van elkaar verschillen, is niet aantoonbaar ({uitkomst})"


def alle_zin(stof: Stof) -> str:
    """Say what the test on all differences together gives; "" where there is none."""
    rij = next(iter(_leidend(stof).values()), None)
    if rij is None or leeg(rij["p_verschil_alle"]):
        return ""
    p = taal.p_in_zin(rij["p_verschil_alle"])
    niet = "" if sluit_nul_uit(rij, "_verschil_alle") else "niet "
    return f"Over alle factoren samen is het verschil {niet}aantoonbaar ({p})."


def ruimer_zin(stof: Stof) -> str:
    """Say what the main model finds in all wijken that were eligible; "" if not estimated."""
    rijen = _rijen(stof, IN_AANMERKING, segment=HOOFDSEGMENT, schatter=CRV3_GEMEENTE)
    getoetst = {f: rij for f, rij in rijen.items() if sluit_nul_uit(rij, "_tussen") is not None}
    if not getoetst:
        return ""
    een = next(iter(getoetst.values()))
    waar = {
        deel: f"bij {factornamen(stof, wie)}" if wie else "bij geen enkele factor"
        for deel in ("binnen", "tussen", "verschil")
        for wie in [[f for f, rij in getoetst.items() if sluit_nul_uit(rij, f"_{deel}")]]
    }
    return (
        f"In alle {taal.getal(een['n'])} {W.gebieden} die in aanmerking kwamen, in "
        f"{taal.getal(een['G'])} gemeenten, is de samenhang aantoonbaar binnen gemeenten "
        f"{waar['binnen']} en tussen gemeenten {waar['tussen']}, en het verschil "
        f"{waar['verschil']}."
    )


# ---------------------------------------------------------------------------- growth


def groei_koppen(stof: Stof) -> Cellen:
    """Return the column heads of the two segments of the growth model."""
    return [
        kop.format(_jaren(stof, segment))
        for segment in _segmenten(stof)
        for kop in ("Binnen {}", "Tussen {}", "p {}")
    ]


def _segmenten(stof: Stof) -> list[str]:
    """Return the segments of the growth model that have years."""
    rijen = {s: _rijen(stof, segment=s) for s in (VOOR_CRISIS, NA_CRISIS)}
    return [
        s
        for s, per_factor in rijen.items()
        if any(r["van"] < r["tot"] for r in per_factor.values())
    ]


def _jaren(stof: Stof, segment: str) -> str:
    rij = next(iter(_rijen(stof, segment=segment).values()))
    return f"{rij['van']}–{rij['tot']}"


def groei_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor both parts and the p-value of their difference, per segment."""
    per_segment = [_rijen(stof, segment=s, schatter=REML_BOOTSTRAP) for s in _segmenten(stof)]
    uit = []
    for factor in per_segment[0] if per_segment else ():
        cellen = [rijkop(stof, factor)]
        for rijen in per_segment:
            rij = rijen[factor]
            cellen += [
                kort_cel(rij, "_binnen"),
                kort_cel(rij, "_tussen"),
                nadruk(taal.p_waarde(rij["p_verschil"]), rij, "_verschil"),
            ]
        uit.append(cellen)
    return uit


def groei_zinnen(stof: Stof) -> str:
    """Say in which segment which factors differ within and between, by both estimators."""
    zinnen = {_jaren(stof, s): _groei_zin(stof, s) for s in _segmenten(stof)}
    perioden = list(zinnen)
    if len(perioden) > 1 and all(zin == _geen_verschil(p) for p, zin in zinnen.items()):
        return _geen_verschil(taal.opsomming([perioden[0], *(f"in {p}" for p in perioden[1:])]))
    return " ".join(zinnen.values())


def _geen_verschil(periode: str) -> str:
    return f"In {periode} is bij geen enkele factor aantoonbaar dat binnen en tussen verschillen."


def _groei_zin(stof: Stof, segment: str) -> str:
    reml = _rijen(stof, segment=segment, schatter=REML_BOOTSTRAP)
    getoetst = {f: r for f, r in reml.items() if sluit_nul_uit(r, "_verschil") is not None}
    periode = _jaren(stof, segment)
    if not getoetst:
        redenen = {redentekst(rij["reden"]) for rij in reml.values()} - {""}
        waarom = f" ({taal.opsomming(sorted(redenen))})" if redenen else ""
        return f"Voor {periode} is het verschil bij geen enkele factor te toetsen{waarom}."
    anders = [f for f, rij in getoetst.items() if sluit_nul_uit(rij, "_verschil")]
    if not anders:
        return _geen_verschil(periode)
    zin = f"In {periode} is het verschil aantoonbaar bij {factornamen(stof, anders)}"
    streng = _rijen(stof, segment=segment, schatter=CRV3_GEMEENTE)
    niet = [f for f in anders if not sluit_nul_uit(streng[f], "_verschil")]
    if not niet:
        return f"{zin}; ook volgens CRV3."
    wie = "" if len(niet) == len(anders) else f" bij {factornamen(stof, niet)}"
    return f"{zin}; volgens CRV3 is dat{wie} niet aantoonbaar."


def icc_zin(stof: Stof) -> str:
    """Say how much of what the factors do not describe lies between gemeenten, per segment."""
    delen = []
    for segment in _segmenten(stof):
        rij = next(iter(_rijen(stof, segment=segment, schatter=REML_BOOTSTRAP).values()))
        if not leeg(rij["icc"]):
            delen.append(f"{taal.procent(rij['icc'])} in {_jaren(stof, segment)}")
    if not delen:
        return ""
    return (
        "Van de verschillen in verandering die de factoren niet beschrijven, ligt "
        f"{taal.opsomming(delen)} tussen gemeenten."
    )


def trekkingen(stof: Stof) -> str:
    """Return the number of draws of the bootstrap; an en dash where there were none."""
    rijen = _rijen(stof, schatter=REML_BOOTSTRAP).values()
    return maat(next((r["trekkingen"] for r in rijen if not leeg(r["trekkingen"])), None), 0)
