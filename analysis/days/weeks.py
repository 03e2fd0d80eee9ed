"""Weekly means of daily pain, and which weeks hold enough days to count."""

import numpy as np
import pandas as pd

from analysis.days.placing import WEEK_DAYS
from analysis.days.table import Days

DAYS_TO_COUNT = 3
"""A week's mean is used from 3 logged days on; single visits are exempt."""


def weekly(days: Days, tendon: int, context: str) -> pd.DataFrame:
    """Return one tendon's pain by diary week.

    Means are over daily means, so that a day with many readings weighs as one.

    Returns
    -------
    pandas.DataFrame
        ``week`` (week 1 is days 0 to 6), ``mean`` and ``worst`` VAS 0-100,
        ``n_days`` with a reading, ``counted`` (enough days, or visits),
        ``first_day`` and ``last_day`` of the week. Weeks without a reading are absent.
    """
    at = days.rows(tendon)
    felt = days.pain[context]
    week = days.day[at] // WEEK_DAYS + 1
    mean, worst = felt.mean[at], felt.worst[at]
    logged = ~np.isnan(mean)
    if not logged.any():
        return _table(*(np.array([]) for _ in range(4)), visits=False)
    first = week.min()
    n = np.bincount((week - first)[logged])
    total = np.bincount((week - first)[logged], weights=mean[logged])
    top = np.full(len(n), -np.inf)
    np.maximum.at(top, (week - first)[logged], worst[logged])
    here = n > 0
    weeks = np.flatnonzero(here) + first
    return _table(weeks, total[here] / n[here], top[here], n[here], bool(days.visits[tendon]))


def _table(
    week: np.ndarray, mean: np.ndarray, worst: np.ndarray, n: np.ndarray, visits: bool
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "week": week,
            "mean": mean,
            "worst": worst,
            "n_days": n,
            "counted": (n >= DAYS_TO_COUNT) | visits,
            "first_day": WEEK_DAYS * (week - 1),
            "last_day": WEEK_DAYS * week - 1,
        }
    )
