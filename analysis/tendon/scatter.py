"""Scatter: how far one tendon's days, and its weeks, lie apart without anything having changed."""

from dataclasses import dataclass

import numpy as np

from analysis.context import PAIN_WORDS, pain_by_day
from analysis.days import Days
from analysis.estimate import Estimate
from analysis.tendon.ar1 import fit
from analysis.wording import plural

POINTS = "points VAS 0-100"
ENOUGH_PAIRS = 5
FOR_SCATTER = 28
"""Logged days needed; with fewer, days that stay high or low for a while look like a change."""
SPAN_DAYS = 84
FLAT = "the days lie on a line without any scatter"


@dataclass(frozen=True)
class Difference:
    """How far the means of two stretches of days lie apart through scatter alone.

    Attributes
    ----------
    usual : float or None
        Points; 95 of 100 such differences are smaller. None where it cannot be said.
    effective_days : float or None
        How many independent days the looked-at ones are worth.
    why : str
        Why there is none, in words; "" where there is.
    """

    usual: float | None
    effective_days: float | None
    why: str = ""


def difference_of_means(
    day: np.ndarray, pain: np.ndarray, now: tuple[int, int], before: tuple[int, int]
) -> Difference:
    """Return how far two windows' means usually lie apart, given how this tendon's days scatter.

    The scatter is that of the last 84 days about their own straight line, correlated from
    day to day (continuous-time AR(1), REML), so that a real fall is not taken for scatter.
    The variance of the difference of two means follows from it exactly; t with as many
    degrees of freedom as the days are worth independent ones, less the line's two. With
    no change at all, rho 0 to .7 and 15 % of days missing, 3 to 6 of 100 differences of
    84 days lie outside, and up to 9 of 100 in 28 days.

    Parameters
    ----------
    day, pain : numpy.ndarray
        Rising programme days and their mean pain; NaN where none was logged.
    now, before : tuple of int
        First and last day of each window.

    Examples
    --------
    >>> day = np.arange(84)
    >>> pain = 40 + np.random.default_rng(1).normal(0, 7, 84)
    >>> round(difference_of_means(day, pain, (77, 83), (0, 6)).usual)
    7
    """
    logged = ~np.isnan(pain)
    day, pain = day[logged].astype(float), pain[logged]
    late = day > (day[-1] if len(day) else 0) - SPAN_DAYS
    here, n = day[late], int(late.sum())
    if n < FOR_SCATTER:
        return Difference(None, None, f"an interval needs {FOR_SCATTER} logged days, there are {n}")
    try:
        found = fit(here, pain[late], np.column_stack([np.ones(n), here - here.mean()]))
    except ValueError:
        return Difference(None, None, FLAT)
    weight = _mean_weights(day, now) - _mean_weights(day, before)
    used = weight != 0
    apart = np.abs(day[used][:, None] - day[used])
    variance = found.variance * (weight[used] @ found.rho**apart @ weight[used])
    return Difference(_quantile(found.effective) * float(np.sqrt(variance)), found.effective)


def _mean_weights(day: np.ndarray, window: tuple[int, int]) -> np.ndarray:
    inside = (day >= window[0]) & (day <= window[1])
    return inside / max(inside.sum(), 1)


def _quantile(effective: float) -> float:
    from scipy import stats

    return float(stats.t.ppf(0.975, max(effective - 2, 2)))


def scatter_of(one: Days, context: str) -> Estimate:
    """Return how much one tendon's pain differs from one day to the next, as an SD.

    The standard deviation of the differences of consecutive logged days, of which
    5 are needed.

    Parameters
    ----------
    one : Days
        One tendon only, so that each entry is the day after the one before it.
    """
    steps = np.diff(pain_by_day(one, context))
    steps = steps[~np.isnan(steps)]
    enough = len(steps) >= ENOUGH_PAIRS
    few = f"{plural(len(steps), 'pair')} of consecutive days logged, and this needs {ENOUGH_PAIRS}"
    return Estimate(
        name=f"{PAIN_WORDS.get(context, 'pain').capitalize()}: usual difference from day to day",
        method="standard deviation of the differences of consecutive days" if enough else few,
        estimate=float(np.std(steps, ddof=1)) if enough else None,
        unit=POINTS,
        n={"pairs of days": len(steps)},
        no_interval="days lean on each other; it is shown beside the change, which has one",
        unit_of_n="",
    )
