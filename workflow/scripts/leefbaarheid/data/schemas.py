"""pandera schemas of the tables the data stage hands on: types, ranges and what a column means.

Imported only where a table is validated: pandera costs a quarter of a second to import.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.data.bronnen import DIMENSIES, GM_PATROON, LBM_BEREIK, WK_PATROON

_OMSCHRIJVING = {
    "fys": "bijdrage van de fysieke omgeving aan afw, in scorepunten; alleen in sommige jaren",
    "onv": "bijdrage van overlast en onveiligheid aan afw, in scorepunten; alleen in sommige jaren",
    "soc": "bijdrage van de sociale samenhang aan afw, in scorepunten; alleen in sommige jaren",
    "vrz": "bijdrage van de voorzieningen aan afw, in scorepunten; alleen in sommige jaren",
    "won": "bijdrage van de woningvoorraad aan afw, in scorepunten; alleen in sommige jaren",
}
_INVOERFOUT = "de tabel die de datastap zou schrijven klopt niet"


def _wk_code(uniek: bool) -> pa.Column:
    return pa.Column(
        str,
        pa.Check.str_matches(f"^{WK_PATROON.pattern}$"),
        unique=uniek,
        description="CBS-wijkcode, indeling van de Leefbaarometer",
    )


def panel_schema() -> pa.DataFrameSchema:
    """Schema of data/panel.csv: one row per wijk and year."""
    return pa.DataFrameSchema(
        {
            "wk_code": _wk_code(uniek=False),
            "wk_naam": pa.Column(str, description="naam van de wijk, alleen om te tonen"),
            "jaar": pa.Column(int, pa.Check.in_range(1900, 2099), description="meetjaar"),
            "lbm": pa.Column(
                float,
                pa.Check.in_range(*LBM_BEREIK),
                nullable=True,
                description="Leefbaarometerscore (hoger is beter)",
            ),
            "afw": pa.Column(
                float,
                nullable=True,
                description="afwijking van een vaste basis (niet van het jaargemiddelde), in "
                "scorepunten",
            ),
            **{d: pa.Column(float, nullable=True, description=_OMSCHRIJVING[d]) for d in DIMENSIES},
        },
        unique=["wk_code", "jaar"],
        strict=True,
        name="data/panel.csv",
    )


def wijken_schema(labels: Sequence[str] = ()) -> pa.DataFrameSchema:
    """Schema of data/wijken.csv: one row per wijk in either source."""
    return pa.DataFrameSchema(
        {
            "wk_code": _wk_code(uniek=True),
            "wk_naam": pa.Column(str, description="naam van de wijk, alleen om te tonen"),
            "gm_code": pa.Column(
                str,
                pa.Check.str_matches(f"^{GM_PATROON.pattern}$"),
                description="CBS-gemeentecode",
            ),
            "gm_naam": pa.Column(str, description="naam van de gemeente, alleen om te tonen"),
            "inwoners": pa.Column(
                float, pa.Check.ge(0), nullable=True, description="aantal inwoners van de wijk"
            ),
            "x": pa.Column(
                float, nullable=True, description="x van een punt in de wijk, m (RD New)"
            ),
            "y": pa.Column(
                float, nullable=True, description="y van een punt in de wijk, m (RD New)"
            ),
            "in_bron_leefbaarometer": pa.Column(
                bool, description="de wijk heeft een regel in de Leefbaarometer"
            ),
            "in_bron_context": pa.Column(
                bool, description="de wijk heeft een regel in de contexttabel"
            ),
            **{
                f"label_{label}": pa.Column(bool, description=f"de wijk had het label '{label}'")
                for label in labels
            },
        },
        strict=True,
        name="data/wijken.csv",
    )


def context_schema(codeboek: pd.DataFrame, factoren: Sequence[str]) -> pa.DataFrameSchema:
    """Schema of data/context.csv; each factor is described by its row in the codebook."""
    rijen = {rij["factor"]: rij for rij in codeboek.to_dict("records")}
    return pa.DataFrameSchema(
        {
            "wk_code": _wk_code(uniek=True),
            **{
                f: pa.Column(
                    float,
                    nullable=True,
                    description="{label} ({eenheid}; {bron}, {peiljaar})".format_map(rijen[f]),
                )
                for f in factoren
            },
        },
        strict=True,
        name="data/context.csv",
    )


def codeboek_schema() -> pa.DataFrameSchema:
    """Schema of data/codeboek.csv: one row per factor."""
    gevuld = pa.Check.str_length(min_value=1)
    omschrijvingen = {
        "label": "naam van de factor in het rapport",
        "eenheid": "eenheid van de waarden",
        "bron": "herkomst van de gegevens",
        "peiljaar": "jaar of periode waarover gemeten is",
        "licentie": "licentie van de bron",
        "concept": "begrip waar de factor een maat voor is",
    }
    return pa.DataFrameSchema(
        {
            "factor": pa.Column(
                str, gevuld, unique=True, description="kolomnaam in de contexttabel"
            ),
            **{k: pa.Column(str, gevuld, description=v) for k, v in omschrijvingen.items()},
            "toelichting": pa.Column(str, description="hoe de factor gemaakt is; mag leeg zijn"),
        },
        strict=True,
        name="data/codeboek.csv",
    )


def datakwaliteit_schema() -> pa.DataFrameSchema:
    """Schema of tabellen/datakwaliteit.csv: one row per check."""
    return pa.DataFrameSchema(
        {
            "controle": pa.Column(str, description="wat er gecontroleerd is"),
            "bron": pa.Column(str, description="in welke bron"),
            "kolom": pa.Column(str, description="in welke kolom; leeg voor het hele bestand"),
            "jaar": pa.Column("Int64", nullable=True, description="in welk jaar; leeg voor alle"),
            "n": pa.Column(int, pa.Check.ge(0), description="aantal gecontroleerde gevallen"),
            "n_afwijkend": pa.Column(int, pa.Check.ge(0), description="aantal dat afwijkt"),
            "aandeel": pa.Column(
                float, pa.Check.in_range(0, 1), description="n_afwijkend gedeeld door n"
            ),
            "ernst": pa.Column(str, pa.Check.isin(list(Ernst)), description="hoe erg het is"),
            "toelichting": pa.Column(
                str, description="wat de controle vond, als redencode (DataReden)"
            ),
        },
        strict=True,
        name="tabellen/datakwaliteit.csv",
    )


def valideer(tabel: pd.DataFrame, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return `tabel` if it meets `schema`.

    Raises:
        InvoerFout: the first failure, with the table, row, column and value.
    """
    try:
        return schema.validate(tabel, lazy=True)
    except pa.errors.SchemaErrors as fouten:
        eerste = fouten.failure_cases.iloc[0]
        rij = eerste["index"]
        raise InvoerFout(
            f"{_INVOERFOUT}: {eerste['check']}"
            + (
                f" (en nog {len(fouten.failure_cases) - 1})"
                if len(fouten.failure_cases) > 1
                else ""
            ),
            bestand=schema.name,
            regel=None if pd.isna(rij) else int(rij) + 2,
            kolom=str(eerste["column"]),
            waarde=eerste["failure_case"],
            remedie="Dit is een fout in de pijplijn of in een bron die de controles niet kennen; "
            "meld het met dit bericht.",
        ) from None
