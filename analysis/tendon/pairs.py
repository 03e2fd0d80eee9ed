"""Pairs of days: what was done on a day, and the pain that was felt after it."""

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days

MORNING = "morning"
DONE = ("drops", "added_kg", "minutes")


def day_after(one: Days, context: str) -> pd.DataFrame:
    """Return each day's load beside the pain before it and that of the day after, both logged.

    Morning pain of the day after is the next morning's, and that before the load is of its
    own morning; any other pain before it is that of the day before. A day that says 0, and a day of
    rest, has 0 drops; of a day without a row the drops are missing, as are minutes of
    other sport that were not logged.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``.

    Returns
    -------
    pandas.DataFrame
        ``day`` on which the pain was felt, ``drops``, ``added_kg`` and ``minutes`` of the
        day before it (NaN where missing), ``pain`` and ``before``, that before the load:
        VAS 0-100.
    """
    felt = pain_by_day(one, context)
    before = felt[:-1] if context == MORNING else np.concatenate([[np.nan], felt[:-2]])
    return pd.DataFrame(
        {
            "day": one.day[1:],
            **{load: done[:-1] for load, done in _done(one).items()},
            "pain": felt[1:],
            "before": before[: len(one.day) - 1],
        }
    ).dropna(subset=["pain", "before"], ignore_index=True)


def before_load(one: Days, context: str, load: str = "drops") -> pd.DataFrame:
    """Return the pain felt before what was done on each day, where both are known.

    Morning pain comes before the drops of its own day; any other pain is that of the
    day before.

    Parameters
    ----------
    load : {'drops', 'added_kg', 'minutes'}

    Returns
    -------
    pandas.DataFrame
        ``day`` of the load, ``load``, that of the day ``before``, and ``pain`` before the
        load, VAS 0-100.
    """
    felt, done = pain_by_day(one, context), _done(one)[load]
    pain = felt[1:] if context == MORNING else felt[:-1]
    told = {"day": one.day[1:], "load": done[1:], "before": done[:-1], "pain": pain}
    return pd.DataFrame(told).dropna(ignore_index=True)


def _done(one: Days) -> dict[str, np.ndarray]:
    drops = np.where(np.isnan(one.done) & one.rest, 0.0, one.done)
    return {"drops": drops, "added_kg": one.added_kg, "minutes": one.minutes}


def worst_days(one: Days, context: str, n: int = 10) -> pd.DataFrame:
    """Return the days with the most pain, the sorest first: day, date, pain."""
    felt = pain_by_day(one, context)
    logged = np.flatnonzero(~np.isnan(felt))
    at = logged[np.argsort(-felt[logged], kind="stable")][:n]
    date = one.tendons["start"].iloc[0] + pd.to_timedelta(one.day[at], unit="D")
    return pd.DataFrame({"day": one.day[at], "date": date, "pain": felt[at]})


def days_before(one: Days, day: int) -> pd.DataFrame:
    """Return a day and the two before it, as the log has them: what was done and what was felt.

    Days from before the log are absent.
    """
    told = one.frame(0)
    columns = ["day", "date", "status", "drops", "added_kg", "minutes"]
    felt = [f"pain_{context}" for context in one.pain]
    return told.loc[told["day"].between(day - 2, day), [*columns, *felt]].reset_index(drop=True)
