"""One tendon's dose: week by week, by variant, and in a sentence."""

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.tendon.progress import drops_of_course, unit_of
from analysis.wording import number, plural


def dose_by_week(one: Days) -> pd.DataFrame:
    """Return what one tendon did of the exercise it is scored on, by diary week and variant.

    Parameters
    ----------
    one : Days
        One tendon only.

    Returns
    -------
    pandas.DataFrame
        One row per week from the first to the last day: ``week``, ``days_logged``,
        ``done`` repetitions (NaN where no logged day says how many), ``prescribed`` (NaN
        where nothing was), and a column for each variant done. Unlogged days add nothing.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> rows = {"person": ["a"] * 2, "started": pd.to_datetime(["2026-03-01", "2026-03-09"])}
    >>> log = Log().with_tables(sessions=pd.DataFrame({**rows, "reps": [45, 90]}))
    >>> dose_by_week(reduce_log(log))[["week", "days_logged", "done"]].to_numpy().tolist()
    [[1.0, 1.0, 45.0], [2.0, 1.0, 90.0]]
    """
    scored, logged = one.scored, one.scored_logged
    by_variant = {
        label: np.where(logged, reps, 0.0)
        for label, here, reps in zip(one.kinds["label"], scored, one.reps, strict=True)
        if here.any()
    }
    days = pd.DataFrame(
        {
            "week": one.day // WEEK_DAYS + 1,
            "days_logged": logged,
            "done": one.done,
            "prescribed": one.prescribed,
            **by_variant,
        }
    )
    weeks = days.groupby("week").sum(min_count=1).reset_index()
    return weeks.astype({"days_logged": "int64"})


def dose_sentence(one: Days) -> str:
    """Return how much of the course one tendon has done, in words."""
    course = drops_of_course(one)
    unit = unit_of(one)
    if np.isnan(course.done):
        return f"How many {unit} were done is not in the log."
    done = f"{number(course.done)} {unit} are logged on {plural(course.logged, 'day')}"
    if not course.prescribed > 0:
        return f"{done}; the log prescribes no dose to set beside them."
    share = number(100 * course.done / course.prescribed, 0)
    return (
        f"{done} of the course, {share} % of the {number(course.prescribed)} prescribed for all "
        "of it. Days without a row may have been done."
    )
