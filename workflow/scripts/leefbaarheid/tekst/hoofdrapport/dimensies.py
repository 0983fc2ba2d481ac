"""Change by dimension, in the hoofdrapport."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.dimensies import uitersten
from leefbaarheid.tekst.gedeeld.verloop import verloop_van
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof


def dimensies_tekst(stof: Stof) -> str:
    """Describe the decomposition of change, or say why there is none."""
    rijen = [rij for rij in stof.tabellen["decompositie"] if rij["groep"] == SELECTIE]
    met = [rij for rij in rijen if rij["n"]]
    delen = []
    if met:
        langste = max(met, key=lambda rij: rij["tot"] - rij["van"])
        delen.append(_bijdragen(stof, langste))
    zonder = [rij for rij in rijen if not rij["n"]]
    if zonder:
        delen.append(_zonder_dimensies(zonder, deels=bool(met)))
    return " ".join(deel for deel in delen if deel)


def _bijdragen(stof: Stof, rij: Rij) -> str:
    """Say how the selection changed and which dimensions added most and least."""
    wie = f"de gemiddelde score van de geselecteerde {W.gebieden}"
    return (
        f"Tussen {rij['van']} en {rij['tot']} {verloop_van(wie, rij['totaal'], 0.0005)} "
        f"({taal.verandering(rij['totaal'], 3)} punt). De score is de "
        "som van vijf dimensies, zodat die verandering precies uiteen te leggen is. "
        f"{uitersten(stof, rij['van'], rij['tot'], SELECTIE)}"
    ).strip()


def _zonder_dimensies(rijen: Sequence[Rij], deels: bool) -> str:
    """Say for which windows there is no decomposition; `deels`: there are others that have one."""
    perioden = [venster(rij["van"], rij["tot"]) for rij in rijen]
    if deels:
        return (
            f"Voor {taal.opsomming(perioden)} is geen uiteenlegging mogelijk, omdat "
            "dimensiescores in één of beide jaren ontbreken."
        )
    redenen = (
        f"{periode}: {redentekst(rij['reden'])}"
        for periode, rij in zip(perioden, rijen, strict=True)
    )
    return (
        "Een uiteenlegging naar dimensie is in deze editie niet mogelijk "
        f"({'; '.join(dict.fromkeys(redenen))})."
    )
