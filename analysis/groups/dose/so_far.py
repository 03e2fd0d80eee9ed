"""Each group's pain by week beside the drops it has logged so far: for a picture, never a test."""

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.groups.differences import FOR_DIFFERENCE
from analysis.groups.dose.day_pairs import known_drops
from analysis.groups.weeks.trajectories import person_weeks, standing
from analysis.outcomes import Outcomes


def load_so_far(days: Days, outcomes: Outcomes, groups: pd.Series) -> pd.DataFrame:
    """Return each group's mean pain and mean drops so far, of the same people, by week.

    A person is in a week with a mean of pain in it and any drops known up to its end.
    Drops are counted from the start to the end of the week (of a visit, to the day
    before); a day not logged adds nothing, so the sum is of what was logged. Both means
    need 3 people.

    Parameters
    ----------
    groups : pandas.Series
        Group by person (the index).

    Returns
    -------
    pandas.DataFrame
        group, week (up to the one asked), pain (VAS 0-100), drops (so far, a person),
        n people in both.
    """
    told = person_weeks(days, outcomes.context, groups)
    told = told[told["week"] <= outcomes.week]
    tendon = told["person"].map(standing(days, outcomes.context)).to_numpy("int64")
    both = told.assign(drops=_up_to(days, tendon, told["week"].to_numpy("int64")))
    weeks = both.dropna(subset="drops").groupby(["group", "week"])
    means = weeks.agg(pain=("mean", "mean"), drops=("drops", "mean"), n=("person", "size"))
    return means[means["n"] >= FOR_DIFFERENCE].reset_index()


def _up_to(days: Days, tendon: np.ndarray, week: np.ndarray) -> np.ndarray:
    """Return the drops a tendon logged from day 0 to the end of a week; missing without any."""
    drops = known_drops(days)
    counted = ~np.isnan(drops) & (days.day >= 0)
    first, last = days.offsets[tendon], days.offsets[tendon + 1]
    end = np.clip(first + WEEK_DAYS * week - days.day[first], first, last)
    total, known = (
        np.concatenate([[0.0], np.cumsum(values)])
        for values in (counted * np.nan_to_num(drops), counted)
    )
    return np.where(known[end] > known[first], total[end] - total[first], np.nan)
