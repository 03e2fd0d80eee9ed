"""Hedges' g: a difference in standard deviations. A second line, never the headline."""

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_ANCOVA,
    FOR_INTERVAL,
    VERY_SMALL,
    about_pair,
    alike,
    changes,
)

HEDGES = "Hedges' g on change, exact correction, normal interval"


def correction(df: float) -> float:
    """Return J, which takes the bias out of a standardised difference (Hedges 1981, exact).

    Γ(df/2) / (√(df/2) Γ((df−1)/2)); df from 2.

    Examples
    --------
    >>> round(correction(18), 6)
    0.957646
    """
    from scipy.special import gammaln

    return float(np.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / np.sqrt(df / 2))


def hedges(people: pd.DataFrame, pair: tuple[str, str]) -> Estimate:
    """Return the difference of mean changes in units of the pooled standard deviation.

    The variance is 1/n1 + 1/n2 + g²/2(n1 + n2) (Hedges 1982). No p: the difference in
    points has one. No interval below 5 people in a group or without scatter.
    """
    from scipy import stats

    a, b = (changes(people, name) for name in pair)
    told = {"name": f"{pair[0]} minus {pair[1]}, standardised", "unit": "standard deviations"}
    n, m = len(a), len(b)
    if min(n, m) < FOR_INTERVAL or (alike(a) and alike(b)):
        why = f"fewer than {FOR_INTERVAL} people in a group, or no scatter"
        return about_pair(people, pair, HEDGES, estimate=None, no_interval=why, **told)
    pooled = np.sqrt(((n - 1) * a.var(ddof=1) + (m - 1) * b.var(ddof=1)) / (n + m - 2))
    g = correction(n + m - 2) * (a.mean() - b.mean()) / pooled
    half = stats.norm.ppf(0.975) * np.sqrt(1 / n + 1 / m + g * g / (2 * (n + m)))
    return about_pair(
        people,
        pair,
        HEDGES,
        estimate=float(g),
        low=float(g - half),
        high=float(g + half),
        warnings=(VERY_SMALL,) if min(n, m) < FOR_ANCOVA else (),
        **told,
    )
