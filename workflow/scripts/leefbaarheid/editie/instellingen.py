"""The settings of a rule, by name: what it takes from the edition and nothing else.

A rule makes them from the checked edition and hands them over as plain data (`gegevens`), so that
Snakemake sees a change; its script makes them again (`uit_gegevens`). What a rule does not take
here cannot make it run again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from inspect import isclass
from typing import Any, Self, get_type_hints

from leefbaarheid.basis.oordeel import WCR
from leefbaarheid.editie.samenhang import alle_labels

Editie = Mapping[str, Any]
Blok = Mapping[str, Any]
"""A block of the edition config as it stands in the file."""
Venster = Sequence[int]
"""First and last year of a window."""

BRONTABELLEN = (
    *("leefbaarometer", "context", "codeboek", "selectielijst", "grenzen", "concordantie"),
    *("wijkgrenzen", "onder_de_loep"),
)
"""Source files that are read as tables."""


PORTRETTEN: Mapping[str, Any] = {"wijken": "selectie", "gelijkende": 5, "delen": 1}
"""The block `portretten` of an edition that does not have it."""


class Instellingen:
    """What all settings share: made from an edition, and to and from plain data."""

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition that passed its checks."""
        raise NotImplementedError

    def gegevens(self) -> dict[str, Any]:
        """Return the settings as plain data: dicts, lists, texts, numbers."""
        return asdict(self)  # type: ignore[call-overload,no-any-return]  # every kind is a dataclass

    @classmethod
    def uit_gegevens(cls, gegevens: Mapping[str, Any]) -> Self:
        """Return the settings from plain data; settings within settings too."""
        soorten = get_type_hints(cls)
        return cls(**{naam: _herstel(soorten[naam], deel) for naam, deel in gegevens.items()})


def _herstel(soort: Any, deel: Any) -> Any:
    if isclass(soort) and issubclass(soort, Instellingen):
        return soort.uit_gegevens(deel)
    return deel


@dataclass(frozen=True)
class Broninstellingen(Instellingen):
    """What the data stage reads.

    Attributes:
        bronnen: per source file `ophalen` (where it comes from) and `sha256`, both optional.
        jaren: measurement years.
        factoren: columns of the context table that are factors.
        kenmerken: columns of the context table that describe a wijk.
        labels: labels of the selection list, also those of a variant of the selection; none when
            the edition selects by rule and has no list.
        voorwaarden: conditions of the selection, by column of the context table.
        min_inwoners, min_inwoners_gemeente: from how many inhabitants a wijk is eligible.
        accepteer_ontbrekend: codes of wijken that may be in one source only.
        hoofdvenster, primaire_factoren: main window, and the factors that must precede its end.
    """

    bronnen: Mapping[str, Blok]
    jaren: Sequence[int]
    factoren: Sequence[str]
    kenmerken: Mapping[str, str]
    labels: Sequence[str]
    voorwaarden: Mapping[str, Blok]
    min_inwoners: float
    min_inwoners_gemeente: float
    hoofdvenster: Venster
    primaire_factoren: Sequence[str]
    accepteer_ontbrekend: Sequence[str] = ()

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        bronnen, selectie = editie["bronnen"], editie["selectie"]
        return cls(
            bronnen={naam: bron for naam, bron in bronnen.items() if naam in BRONTABELLEN},
            jaren=editie["jaren"],
            factoren=editie["factoren"],
            kenmerken=editie["kenmerken"],
            labels=alle_labels(selectie),
            voorwaarden=selectie.get("voorwaarden", {}),
            min_inwoners=selectie["min_inwoners"],
            min_inwoners_gemeente=selectie["min_inwoners_gemeente"],
            hoofdvenster=editie["regressie"]["hoofdvenster"],
            primaire_factoren=editie["inferentie"]["primaire_factoren"],
            accepteer_ontbrekend=editie.get("accepteer_ontbrekend", []),
        )


@dataclass(frozen=True)
class Clusterinstellingen(Instellingen):
    """The cluster rule, and the variants of it that are tried.

    Attributes:
        langjaar, crisisjaar, eindjaar: the years that are compared.
        delta: tolerance in score points, or {uit_meetfout: z}.
        voldoende_vanaf_klasse: lowest class that counts as sufficient.
        gevoeligheid: block with the tolerances and classes to try.
    """

    langjaar: int
    crisisjaar: int
    eindjaar: int
    delta: float | Mapping[str, float]
    voldoende_vanaf_klasse: int
    gevoeligheid: Blok

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(**editie["clusters"], eindjaar=editie["eindjaar"])

    @property
    def regel(self) -> dict[str, Any]:
        """The numbers of the rule itself, by name."""
        return {naam: deel for naam, deel in asdict(self).items() if naam != "gevoeligheid"}


@dataclass(frozen=True)
class Trajectinstellingen(Instellingen):
    """From scores to trajectories: selection, classes, clusters, development.

    Attributes:
        jaren, eindjaar: measurement years, and the year of the current state.
        vensters, decompositie_vensters, regressievensters: windows of the tables.
        selectie: the rule of the selection.
        grenzen: the eight class cut points.
        clusters: the cluster rule.
        stijgers_dalers: window and classes of the stijgers and dalers.
        min_gemeenten: fewest gemeenten a selection may lie in.
        toeval: draft mode, seed and number of draws of the bootstrap.
    """

    jaren: Sequence[int]
    eindjaar: int
    vensters: Sequence[Venster]
    decompositie_vensters: Sequence[Venster]
    regressievensters: Sequence[Venster]
    selectie: Blok
    grenzen: Sequence[float]
    clusters: Clusterinstellingen
    stijgers_dalers: Blok
    min_gemeenten: int
    toeval: Blok

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(
            jaren=editie["jaren"],
            eindjaar=editie["eindjaar"],
            vensters=editie["vensters"],
            decompositie_vensters=editie["decompositie_vensters"],
            regressievensters=editie["regressie"]["vensters"],
            selectie=editie["selectie"],
            grenzen=editie["klassen"]["grenzen"],
            clusters=Clusterinstellingen.uit_editie(editie),
            stijgers_dalers=editie["stijgers_dalers"],
            min_gemeenten=editie["inferentie"]["min_gemeenten"],
            toeval=_deel(editie["inferentie"], "snel", "zaad", "trekkingen"),
        )


@dataclass(frozen=True)
class Modelinstellingen(Instellingen):
    """The regressions of the edition.

    Attributes:
        factoren: the contextual factors.
        basisjaar: year of the pre-selection baseline.
        regressie: windows, model forms, samples, and which of them is the main regression.
        inferentie: the primary estimator and, where that is the bootstrap, its draws.
    """

    factoren: Sequence[str]
    basisjaar: int
    regressie: Blok
    inferentie: Blok

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        inferentie = editie["inferentie"]
        sleutels = ["primaire_schatter"]
        if inferentie["primaire_schatter"] == WCR:
            sleutels += ["snel", "zaad", "trekkingen"]
        return cls(
            editie["factoren"],
            editie["basisjaar"],
            editie["regressie"],
            {sleutel: inferentie[sleutel] for sleutel in sleutels},
        )


@dataclass(frozen=True)
class Specificatieinstellingen(Instellingen):
    """The specification curve, and what it shares with the checks on the regressions.

    Attributes:
        factoren: the contextual factors.
        basisjaar: year of the pre-selection baseline.
        regressie: as in `Modelinstellingen`, without the bound of a remark in a text.
        inferentie: which checks are on, with how many draws and what seed.
    """

    factoren: Sequence[str]
    basisjaar: int
    regressie: Blok
    inferentie: Blok

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(**_van_controles(editie))


@dataclass(frozen=True)
class Modelcontroleinstellingen(Instellingen):
    """The checks on the regressions.

    Attributes:
        factoren, basisjaar, regressie, inferentie: see `Specificatieinstellingen`.
        vensters: windows that may have dimension scores.
        crisisjaar: year that divides the measurement years in before and after.
    """

    factoren: Sequence[str]
    basisjaar: int
    regressie: Blok
    inferentie: Blok
    vensters: Sequence[Venster]
    crisisjaar: int

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        vensters = [*editie["vensters"], *editie["decompositie_vensters"]]
        elk = sorted({tuple(venster) for venster in vensters})
        return cls(
            **_van_controles(editie),
            vensters=[list(venster) for venster in elk],
            crisisjaar=editie["clusters"]["crisisjaar"],
        )


def _van_controles(editie: Editie) -> dict[str, Any]:
    regressie = {naam: deel for naam, deel in editie["regressie"].items() if naam != "vif_grens"}
    return {
        "factoren": editie["factoren"],
        "basisjaar": editie["basisjaar"],
        "regressie": regressie,
        "inferentie": editie["inferentie"],
    }


@dataclass(frozen=True)
class Trajectcontroleinstellingen(Instellingen):
    """The checks on the trajectories.

    Attributes:
        jaren, basisjaar, eindjaar: measurement years, year of the baseline, of the current state.
        selectie: the rule of the selection.
        klassen: block with the class cut points.
        clusters: block with the cluster rule.
        inferentie: which checks are on, with how many draws and what seed.
        vensters: windows to report on.
    """

    jaren: Sequence[int]
    basisjaar: int
    eindjaar: int
    selectie: Blok
    klassen: Blok
    clusters: Blok
    inferentie: Blok
    vensters: Sequence[Venster]

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(**{naam: editie[naam] for naam in get_type_hints(cls)})


@dataclass(frozen=True)
class Oordeelinstellingen(Instellingen):
    """What the checks together say.

    Attributes:
        factoren: the contextual factors.
        primair: the leading estimator.
        hoofdvenster, hoofdmodel: the main regression.
    """

    factoren: Sequence[str]
    primair: str
    hoofdvenster: Venster
    hoofdmodel: str

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(
            factoren=editie["factoren"],
            primair=editie["inferentie"]["primaire_schatter"],
            hoofdvenster=editie["regressie"]["hoofdvenster"],
            hoofdmodel=editie["regressie"]["hoofdmodel"],
        )


@dataclass(frozen=True)
class Kaderinstellingen(Instellingen):
    """What every figure shows of the edition.

    Attributes:
        jaren: measurement years.
        basisjaar, eindjaar: year of the pre-selection baseline, and of the current state.
        klassen: block with the class cut points.
        teksten: the sources and the publisher; a new title or date redraws nothing.
        fictief: the data are invented.
    """

    jaren: Sequence[int]
    basisjaar: int
    eindjaar: int
    klassen: Blok
    teksten: Mapping[str, str]
    fictief: bool

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        namen = ("uitgever", "bron_leefbaarometer", "bron_context", "bron_grenzen")
        teksten = editie["teksten"]
        return cls(
            jaren=editie["jaren"],
            basisjaar=editie["basisjaar"],
            eindjaar=editie["eindjaar"],
            klassen=editie["klassen"],
            teksten={naam: teksten[naam] for naam in namen if naam in teksten},
            fictief=editie["fictief"],
        )


@dataclass(frozen=True)
class Figuurinstellingen(Instellingen):
    """The figures of the development.

    Attributes:
        kader: what every figure shows of the edition.
        vensters, decompositie_vensters: windows that are drawn.
        clusters: crisisjaar of the cluster rule.
        stijgers_dalers: window and number of the stijgers and dalers.
        regressie: hoofdvenster and hoofdmodel.
    """

    kader: Kaderinstellingen
    vensters: Sequence[Venster]
    decompositie_vensters: Sequence[Venster]
    clusters: Blok
    stijgers_dalers: Blok
    regressie: Blok

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        return cls(
            kader=Kaderinstellingen.uit_editie(editie),
            vensters=editie["vensters"],
            decompositie_vensters=editie["decompositie_vensters"],
            clusters=_deel(editie["clusters"], "crisisjaar"),
            stijgers_dalers=_deel(editie["stijgers_dalers"], "van", "tot", "aantal"),
            regressie=_deel(editie["regressie"], "hoofdvenster", "hoofdmodel"),
        )


def _deel(blok: Blok, *namen: str) -> dict[str, Any]:
    return {naam: blok[naam] for naam in namen}


@dataclass(frozen=True)
class Controlefiguurinstellingen(Instellingen):
    """The figures beside the checks.

    Attributes:
        kader: what every figure shows of the edition.
        primaire_factoren: factors whose specification curve is drawn.
    """

    kader: Kaderinstellingen
    primaire_factoren: Sequence[str]

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        kader = Kaderinstellingen.uit_editie(editie)
        return cls(kader, editie["inferentie"]["primaire_factoren"])


@dataclass(frozen=True)
class Portretinstellingen(Instellingen):
    """The bijlage Wijkportretten.

    Attributes:
        editie, fictief, teksten: name, kind and texts of the edition.
        huisstijl: colours that the edition chose, and its logo.
        jaren, eindjaar: measurement years, and the year of the current state.
        grenzen: the eight class cut points.
        langjaar, crisisjaar, voldoende_vanaf_klasse: of the cluster rule.
        factoren: the contextual factors.
        wijken: which wijken get a page: selectie, in_aanmerking or alle.
        gelijkende: how many wijken that are alike a page names.
    """

    editie: str
    fictief: bool
    teksten: Blok
    huisstijl: Blok
    jaren: Sequence[int]
    eindjaar: int
    grenzen: Sequence[float]
    langjaar: int
    crisisjaar: int
    voldoende_vanaf_klasse: int
    factoren: Sequence[str]
    wijken: str
    gelijkende: int

    @classmethod
    def uit_editie(cls, editie: Editie) -> Self:
        """Return the settings of an edition."""
        regel = ("langjaar", "crisisjaar", "voldoende_vanaf_klasse")
        blok = {**PORTRETTEN, **editie.get("portretten", {})}
        return cls(
            editie=editie["editie"],
            fictief=editie["fictief"],
            teksten=editie["teksten"],
            huisstijl=editie.get("huisstijl", {}),
            jaren=editie["jaren"],
            eindjaar=editie["eindjaar"],
            grenzen=editie["klassen"]["grenzen"],
            **{naam: editie["clusters"][naam] for naam in regel},
            factoren=editie["factoren"],
            wijken=blok["wijken"],
            gelijkende=blok["gelijkende"],
        )
