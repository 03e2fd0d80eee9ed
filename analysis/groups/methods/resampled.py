"""The bootstrap: what the difference of mean changes would be in people drawn anew."""

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import about_pair, alike, changes
from analysis.groups.methods.exact import DRAWS, SEED

FEWEST = 20
"""People a group; with fewer its intervals hold the truth too seldom."""
BINS = 30
AT_ONCE = 999
"""Resamples that are in memory together."""
BOOTSTRAP = f"bootstrap, {DRAWS:,} resamples, BCa, seed {SEED}"
FROM, TO, COUNT = "from (points)", "to (points)", "resamples"


def resampled(people: pd.DataFrame, pair: tuple[str, str]) -> tuple[Estimate, pd.DataFrame] | None:
    """Return the bootstrap of a pair's difference of mean changes, and its resamples counted.

    People of each group are drawn anew with replacement, 9,999 times with a fixed seed;
    the interval is bias-corrected and accelerated (Efron 1987). It has no p. None below
    20 people in a group, and where everyone of a group changed alike.

    Returns
    -------
    tuple of Estimate and pandas.DataFrame
        The table has ``from (points)`` and ``to (points)``, edges of equal bins, and
        ``resamples``, how many differences lie between.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a"] * 20 + ["b"] * 20, "left_out": ""})
    >>> found, counted = resampled(told.assign(change=np.arange(40.0)), ("a", "b"))
    >>> found.estimate, int(counted["resamples"].sum())
    (-20.0, 9999)
    """
    from scipy import stats

    a, b = (changes(people, name) for name in pair)
    if min(len(a), len(b)) < FEWEST or alike(a) or alike(b):
        return None
    drawn = stats.bootstrap((a, b), _apart, n_resamples=DRAWS, batch=AT_ONCE, rng=SEED)
    low, high = (float(limit) for limit in drawn.confidence_interval)
    value = float(a.mean() - b.mean())
    found = about_pair(people, pair, BOOTSTRAP, estimate=value, low=low, high=high)
    return found, _counted(drawn.bootstrap_distribution)


def _apart(a: np.ndarray, b: np.ndarray, axis: int) -> np.ndarray:
    return a.mean(axis=axis) - b.mean(axis=axis)


def _counted(differences: np.ndarray) -> pd.DataFrame:
    n, edges = np.histogram(differences, BINS)
    return pd.DataFrame({FROM: edges[:-1], TO: edges[1:], COUNT: n})
