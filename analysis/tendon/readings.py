"""Readings: the days of one tendon on which pain of a context was logged."""

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days


def readings(one: Days, context: str) -> pd.DataFrame:
    """Return the days with a reading: day, date (NaT where undated), pain VAS 0-100.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``, or "" where there is no pain.
    """
    pain = pain_by_day(one, context)
    logged = ~np.isnan(pain)
    day = one.day[logged]
    date = one.tendons["start"].iloc[0] + pd.to_timedelta(day, unit="D")
    return pd.DataFrame({"day": day, "date": date, "pain": pain[logged]})
