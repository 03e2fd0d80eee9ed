"""Ending: pain in the week asked about, and why a tendon has none."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import BEFORE_START, FIRST_WEEK, Baseline
from analysis.context import PAIN_WORDS, pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.windows import last_day_where, mean_of_days


@dataclass(frozen=True)
class Ending:
    """The end of every tendon.

    Attributes
    ----------
    mean : numpy.ndarray
        VAS 0-100; NaN where too few days were logged.
    n : numpy.ndarray
        Logged days in the week, also where they are too few.
    last_day : numpy.ndarray
        Last day with pain or a session logged; NaN where there is none.
    left_out : numpy.ndarray
        Why the tendon is not in the number, "" where it is.
    """

    mean: np.ndarray
    n: np.ndarray
    last_day: np.ndarray
    left_out: np.ndarray


def ending(days: Days, context: str, week: int, before: Baseline) -> Ending:
    """Return every tendon's mean pain in a week, and who is left out for which reason.

    Diary week w is days 7(w-1) to 7w-1, of which 3 must be logged; a visit at week w
    is day 7w. The first reason that applies is given.

    Parameters
    ----------
    context : str
        A key of ``days.pain``, or "" where the log has no pain.
    """
    felt = pain_by_day(days, context)
    first = first_day_of(days, week)
    last = np.where(days.visits, first, first + WEEK_DAYS - 1)
    mean, n = mean_of_days(days, felt, first, last)
    end = np.where(n >= np.where(days.visits, 1, DAYS_TO_COUNT), mean, np.nan)
    seen = last_day_where(days, recorded(days))
    reasons = _reasons(days, context, week, before, end, seen)
    return Ending(end, n, seen, reasons)


def first_day_of(days: Days, week: int) -> np.ndarray:
    """Return the first programme day that belongs to a week: visits are on its last."""
    return np.where(days.visits, WEEK_DAYS * week, WEEK_DAYS * (week - 1))


def recorded(days: Days) -> np.ndarray:
    """Return on which tendon-days any session or pain was logged."""
    return days.logged | _any_pain(days)


def _any_pain(days: Days) -> np.ndarray:
    told = np.zeros(len(days.day), dtype=bool)
    for felt in days.pain.values():
        told |= felt.n > 0
    return told


def left(days: Days, last_day: np.ndarray, week: int) -> np.ndarray:
    """Return "yes" for tendons that left before the end of a week, else "no".

    Left is who has a day of leaving before the week was over, or has nothing logged
    in that week or later although the log goes on.

    Parameters
    ----------
    last_day : numpy.ndarray
        Last day with pain or a session logged; NaN where there is none.
    """
    since = days.tendons["left_on"] - days.tendons["start"]
    later = since >= pd.Timedelta(days=WEEK_DAYS * week)
    gone = days.tendons["left_on"].notna() & ~later
    return np.where(gone | _silent(days, last_day, week), "yes", "no")


def _silent(days: Days, last_day: np.ndarray, week: int) -> np.ndarray:
    still = last_day >= first_day_of(days, week)
    return ~still & ~_not_reached(days, last_day, week)


def _not_reached(days: Days, last_day: np.ndarray, week: int) -> np.ndarray:
    """Return for which tendons the week begins after the log's own last day."""
    first = first_day_of(days, week)
    if not (last_day >= first).any():
        return np.ones(len(first), dtype=bool)
    start = days.tendons["start"].to_numpy().astype("datetime64[D]")
    until = start + days.tendons["last_day"].to_numpy().astype("timedelta64[D]")
    if np.isnat(until).all():
        return np.zeros(len(first), dtype=bool)
    return start + first.astype("timedelta64[D]") > np.nanmax(until)


def _reasons(
    days: Days,
    context: str,
    week: int,
    before: Baseline,
    end: np.ndarray,
    last_day: np.ndarray,
) -> np.ndarray:
    read = np.bincount(days.tendon[~np.isnan(pain_by_day(days, context))], minlength=len(end)) > 0
    any_pain = np.bincount(days.tendon[_any_pain(days)], minlength=len(end)) > 0
    visits, no_baseline, no_end = days.visits, np.isnan(before.mean), np.isnan(end)
    window = before.kind if before.kind == BEFORE_START else f"in the {FIRST_WEEK}"
    told = {
        "no pain readings": ~any_pain,
        f"no {PAIN_WORDS.get(context, 'pain')} readings": ~read,
        "no reading at week 0": no_baseline & visits,
        f"fewer than {DAYS_TO_COUNT} logged days {window}": no_baseline,
        f"week {week} is the baseline itself": before.last >= first_day_of(days, week),
        f"week {week} not reached when the log ends": no_end & _not_reached(days, last_day, week),
        f"stopped logging before week {week}": no_end & _silent(days, last_day, week),
        f"no reading at week {week}": no_end & visits,
        f"fewer than {DAYS_TO_COUNT} logged days in week {week}": no_end,
    }
    return np.select(list(told.values()), list(told), default="")
