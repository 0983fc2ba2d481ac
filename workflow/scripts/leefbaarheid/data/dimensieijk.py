"""What the five dimensions of a release of the Leefbaarometer look like, over all wijken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Ijk(NamedTuple):
    """Reference values of a release, in the order of `DIMENSIES`.

    Attributes:
        gemiddelden: per year the mean of each dimension.
        spreidingen: standard deviation of each dimension, over the years.
        samenhang: correlations between the dimensions, over the years.
    """

    gemiddelden: Mapping[int, tuple[float, ...]]
    spreidingen: tuple[float, ...]
    samenhang: tuple[tuple[float, ...], ...]


# computed from the official file of all wijken, 2002-2022; 2022 is as DOMAIN.md section 3 has it
IJKWAARDEN: Mapping[str, Ijk] = {
    "3.0": Ijk(
        gemiddelden={
            2014: (0.0025, 0.0362, 0.0427, -0.0807, 0.0238),
            2018: (0.0044, 0.0449, 0.0416, -0.0763, 0.0290),
            2020: (0.0050, 0.0450, 0.0377, -0.0678, 0.0290),
            2022: (0.0061, 0.0458, 0.0365, -0.0721, 0.0346),
        },
        spreidingen=(0.0452, 0.0723, 0.0553, 0.1270, 0.0478),
        samenhang=(
            (1.00, 0.16, 0.07, -0.19, 0.06),
            (0.16, 1.00, 0.84, -0.70, 0.75),
            (0.07, 0.84, 1.00, -0.75, 0.79),
            (-0.19, -0.70, -0.75, 1.00, -0.60),
            (0.06, 0.75, 0.79, -0.60, 1.00),
        ),
    ),
}
"""By version of the Leefbaarometer, as `bronnen.leefbaarometer.versie` has it."""
