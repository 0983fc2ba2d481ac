"""Least squares in exact fractions: slow, short, and without any rounding to argue about."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def kleinste_kwadraten(X: Sequence[Sequence[float]], y: Sequence[float]) -> list[float]:
    """Return the coefficients that make the sum of squared residuals smallest.

    Args:
        X: a row per case, a column per regressor (the constant is one of them).
        y: the outcome per case.

    Raises:
        ZeroDivisionError: the regressors are collinear.
    """
    rijen = [[*map(Fraction, rij), Fraction(uit)] for rij, uit in zip(X, y, strict=True)]
    k = len(X[0])
    # the normal equations, with the outcome as their last column
    stelsel = [
        [sum((r[i] * r[j] for r in rijen), Fraction()) for j in range(k + 1)] for i in range(k)
    ]
    for i in range(k):
        spil = next((r for r in range(i, k) if stelsel[r][i] != 0), i)
        stelsel[i], stelsel[spil] = stelsel[spil], stelsel[i]
        deler = stelsel[i][i]
        stelsel[i] = [waarde / deler for waarde in stelsel[i]]
        for r in range(k):
            if r != i and (factor := stelsel[r][i]):
                stelsel[r] = [a - factor * b for a, b in zip(stelsel[r], stelsel[i], strict=True)]
    return [float(stelsel[i][k]) for i in range(k)]
