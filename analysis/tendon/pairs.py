"""Pairs of days: what was done on a day, and the pain that was felt after it."""

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days

MORNING = "morning"
DONE = ("drops", "added_kg", "minutes")


def day_after(one: Days, context: str) -> pd.DataFrame:
    """Return each day's load beside the pain of the day after, where that pain was logged.

    Morning pain of the day after is the next morning's. A day that says 0, and a day of
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
        day before it (NaN where missing), ``pain`` VAS 0-100.
    """
    felt = pain_by_day(one, context)
    return pd.DataFrame(
        {
            "day": one.day[1:],
            "drops": _drops(one)[:-1],
            "added_kg": one.added_kg[:-1],
            "minutes": one.minutes[:-1],
            "pain": felt[1:],
        }
    ).dropna(subset="pain", ignore_index=True)


def before_drops(one: Days, context: str) -> pd.DataFrame:
    """Return the pain felt before each day's drops, where both are known.

    Morning pain comes before the drops of its own day; any other pain is that of the
    day before.

    Returns
    -------
    pandas.DataFrame
        ``day`` of the drops, ``drops``, and ``pain`` before them, VAS 0-100.
    """
    felt, drops, day = pain_by_day(one, context), _drops(one), one.day
    if context != MORNING:
        felt, drops, day = felt[:-1], drops[1:], day[1:]
    return pd.DataFrame({"day": day, "drops": drops, "pain": felt}).dropna(ignore_index=True)


def _drops(one: Days) -> np.ndarray:
    return np.where(np.isnan(one.done) & one.rest, 0.0, one.done)


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
