"""The manifest as RO-Crate, in the Workflow Run Crate profile, for archives and machines.

Profile: https://w3id.org/ro/wfrun/workflow/0.5 (with Process Run Crate 0.5 and Workflow RO-Crate
1.0), the last that validators know. Every date is that of the edition and every name is stable, so
that the same edition gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leefbaarheid.rapport.bundel import Bronblok

PROFIELEN = {
    "https://w3id.org/ro/wfrun/process/0.5": ("Process Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/workflow/0.5": ("Workflow Run Crate", "0.5"),
    "https://w3id.org/workflowhub/workflow-ro-crate/1.0": ("Workflow RO-Crate", "1.0"),
}
SNAKEFILE = "code/Snakefile"
SOORTEN = {
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".qmd": "text/markdown",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
EUPL = "https://spdx.org/licenses/EUPL-1.2"


def maak_crate(
    manifest: Mapping[str, Any],
    bestanden: Mapping[str, str],
    bronnen: Sequence[Bronblok],
) -> dict[str, Any]:
    """Return the metadata of a publication as RO-Crate.

    Args:
        manifest: from `maak_manifest`.
        bestanden: path in the publication -> sha256, of every file in it but the metadata itself.
        bronnen: the sources in the register; other inputs are named from the manifest.
    """
    from rocrate.rocrate import ROCrate  # type: ignore[import-untyped]

    crate = ROCrate(version="1.1")
    teksten = manifest["config"]["teksten"]
    uitgever = _voeg(crate, "#uitgever", "Organization", name=teksten["uitgever"])
    wortel = crate.root_dataset
    wortel.append_to("conformsTo", [_profiel(crate, adres) for adres in PROFIELEN])
    wortel["name"] = f"{teksten['titel']}: {manifest['editie']}"
    wortel["description"] = teksten["ondertitel"]
    wortel["datePublished"] = teksten["datum"]
    wortel["license"] = _voeg(crate, "#licentie", "CreativeWork", name=teksten["licentie"])
    wortel["author"] = wortel["publisher"] = uitgever
    werkstroom = _werkstroom(crate, manifest)
    uit = [
        _bestand(crate, naam, som) for naam, som in sorted(bestanden.items()) if naam != SNAKEFILE
    ]
    _loop(crate, manifest, werkstroom, list(_invoer(crate, manifest, bronnen)), uit, uitgever)
    return dict(crate.metadata.generate())


def _voeg(crate: Any, naam: str, soort: str | list[str], **velden: Any) -> Any:
    """Add an entity that is no file of the publication."""
    from rocrate.model import ContextEntity  # type: ignore[import-untyped]

    return crate.add(ContextEntity(crate, naam, properties={"@type": soort, **velden}))


def _profiel(crate: Any, adres: str) -> Any:
    naam, versie = PROFIELEN[adres]
    return _voeg(crate, adres, "CreativeWork", name=naam, version=versie)


def _werkstroom(crate: Any, manifest: Mapping[str, Any]) -> Any:
    """Add the Snakefile as the workflow that made the publication."""
    taal = _voeg(
        crate,
        "https://w3id.org/workflowhub/workflow-ro-crate#snakemake",
        "ComputerLanguage",
        name="Snakemake",
        identifier={"@id": "https://doi.org/10.1093/bioinformatics/bts480"},
        url={"@id": "https://snakemake.readthedocs.io"},
        version=manifest["versies"]["snakemake"],
    )
    velden: dict[str, Any] = {
        "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow"],
        "name": "Kwetsbare wijken in beeld: de onderzoekspijplijn",
        "programmingLanguage": taal,
        "encodingFormat": "text/plain",
        "version": manifest["pijplijn"],
        "license": _voeg(crate, EUPL, "CreativeWork", name="EUPL-1.2"),
        "sha256": manifest["code"]["Snakefile"],
    }
    if commit := manifest.get("commit"):
        velden["identifier"] = commit["hash"]
    werkstroom = crate.add_file(dest_path=SNAKEFILE, properties=velden)
    crate.root_dataset["mainEntity"] = werkstroom
    return werkstroom


def _bestand(crate: Any, naam: str, som: str) -> Any:
    achtervoegsel = f".{naam.rsplit('.', 1)[-1]}"
    velden = {"name": naam, "sha256": som}
    if achtervoegsel in SOORTEN:
        velden["encodingFormat"] = SOORTEN[achtervoegsel]
    return crate.add_file(dest_path=naam, properties=velden)


def _invoer(crate: Any, manifest: Mapping[str, Any], bronnen: Sequence[Bronblok]) -> Iterator[Any]:
    """Add the sources, which are not in the publication: by name, sum and where they come from."""
    bekend = {bron["bestand"]: bron for bron in bronnen}
    for nummer, (pad, som) in enumerate(manifest["invoer"].items(), start=1):
        velden: dict[str, Any] = {"name": pad, "identifier": f"sha256:{som}"}
        if bron := bekend.get(pad):
            velden |= {
                "name": bron["titel"],
                "alternateName": pad,
                "creditText": bron["citeren"],
                "license": bron["licentie"]["adres"] or bron["licentie"]["naam"],
                "version": bron["versie"],
            }
            if bron["vindplaats"]:
                velden["url"] = bron["vindplaats"]
        yield _voeg(crate, f"#bron-{nummer}", "CreativeWork", **velden)


def _loop(
    crate: Any,
    manifest: Mapping[str, Any],
    werkstroom: Any,
    invoer: Sequence[Any],
    uitvoer: Sequence[Any],
    uitgever: Any,
) -> None:
    """Add the run: from these sources, by this workflow, to these files."""
    versies = ", ".join(f"{naam} {nummer}" for naam, nummer in manifest["versies"].items())
    loop = _voeg(
        crate,
        "#run",
        "CreateAction",
        name=f"Editie {manifest['editie']}",
        description=f"{manifest['engine']}; {versies}",
        endTime=manifest["config"]["teksten"]["datum"],
        agent=uitgever,
    )
    loop["instrument"] = werkstroom
    loop["object"] = list(invoer)
    loop["result"] = list(uitvoer)
    crate.root_dataset["mentions"] = loop
