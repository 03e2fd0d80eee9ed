"""Windows: sums and means over stretches of programme days, of all tendons at once."""

import numpy as np

from analysis.days import Days


def _edges(days: Days, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where each tendon's window begins and ends in the flat arrays."""
    begin, end = days.offsets[:-1], days.offsets[1:]
    day0 = begin - days.tendons["first_day"].to_numpy("int64")
    low = np.clip(day0 + first, begin, end)
    return low, np.maximum(np.clip(day0 + last + 1, begin, end), low)


def total(days: Days, values: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return each tendon's sum over its days ``first`` to ``last``; missing adds nothing.

    Parameters
    ----------
    values : numpy.ndarray
        One number per tendon-day, whole numbers best: they are summed exactly.
    first, last : numpy.ndarray
        Programme days, one each per tendon; days the tendon does not have add nothing.
    """
    low, high = _edges(days, first, last)
    running = np.concatenate([[0.0], np.cumsum(np.nan_to_num(values))])
    return running[high] - running[low]


def mean_of_days(
    days: Days, values: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return each tendon's mean over its days ``first`` to ``last``, and how many were logged.

    NaN where no day was logged. Meant for windows of a week or so.
    """
    low, high = _edges(days, first, last)
    width = int((high - low).max(initial=0))
    at = low[:, None] + np.arange(width)
    inside = at < high[:, None]
    week = (
        np.where(inside, values[np.where(inside, at, 0)], np.nan) if width else np.empty(at.shape)
    )
    n = np.count_nonzero(~np.isnan(week), axis=1)
    mean = np.full(len(n), np.nan)
    np.divide(np.nansum(week, axis=1), n, out=mean, where=n > 0)
    return mean, n


def last_day_where(days: Days, told: np.ndarray) -> np.ndarray:
    """Return each tendon's last programme day on which ``told`` holds; NaN where never."""
    begin, end = days.offsets[:-1], days.offsets[1:]
    latest = np.maximum.accumulate(np.where(told, np.arange(len(told)), -1))
    at = np.concatenate([latest, [-1]])[end - 1]  # the -1 serves a log without any day
    found = at >= begin
    last = np.full(len(begin), np.nan)
    last[found] = days.day[at[found]]
    return last
