"""Each day beside the one before it: pain, drops done yesterday, and drops of the week before."""

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.groups.weeks.trajectories import standing
from analysis.outcomes import Outcomes


def day_pairs(days: Days, outcomes: Outcomes) -> pd.DataFrame:
    """Return the days of the programme, up to the end of the week asked, with those before.

    A day off that the log tells of is a day of 0 drops, a day not logged is missing.
    The week before is the mean of its known days, of which there must be 3. Of a
    person's two tendons the one with more pain at the start stands for them.

    Returns
    -------
    pandas.DataFrame
        person, week (fractional, from 0), pain and pain_before (VAS 0-100 today and
        yesterday), drops, drops_before (today's and yesterday's) and drops_week (mean a
        day of the 7 days before today). One row a day, missing where unknown.
    """
    pain, drops = pain_by_day(days, outcomes.context), known_drops(days)
    tendon = days.tendon
    first = days.offsets[:-1][tendon]
    here = np.arange(len(tendon))
    told = pd.DataFrame(
        {
            "person": days.tendons["person"].to_numpy()[tendon],
            "week": days.day / WEEK_DAYS,
            "pain": pain,
            "pain_before": _before(pain, here, first),
            "drops": drops,
            "drops_before": _before(drops, here, first),
            "drops_week": _mean_before(drops, here, first),
        }
    )
    asked = (days.day >= 0) & (days.day < WEEK_DAYS * outcomes.week)
    kept = asked & np.isin(tendon, standing(days, outcomes.context))
    return told[kept].reset_index(drop=True)


def known_drops(days: Days) -> np.ndarray:
    """Return the drops of every tendon-day: 0 on a day off, missing where nothing is known."""
    drops = days.drops
    return np.where(np.isnan(drops) & days.rest & ~days.logged, 0.0, drops)


def _before(values: np.ndarray, here: np.ndarray, first: np.ndarray) -> np.ndarray:
    return np.where(here > first, values[np.maximum(here - 1, 0)], np.nan)


def _mean_before(values: np.ndarray, here: np.ndarray, first: np.ndarray) -> np.ndarray:
    known = ~np.isnan(values)
    total = np.concatenate([[0.0], np.cumsum(np.where(known, values, 0.0))])
    count = np.concatenate([[0], np.cumsum(known)])
    begin = np.maximum(here - WEEK_DAYS, first)
    n = count[here] - count[begin]
    mean = np.full(len(values), np.nan)
    return np.divide(total[here] - total[begin], n, out=mean, where=n >= DAYS_TO_COUNT)
