"""The day of an event for each person, and up to which day those without it were followed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.ending import recorded
from analysis.groups.people import NO_GROUP, one_each
from analysis.groups.weeks.trajectories import standing
from analysis.outcomes import Outcomes
from analysis.windows import last_day_where
from analysis.wording import number, plural

BACK = "back in activity"
PAIN_FREE = "pain free"
UNDATED = "back on a day that is not in the log"
RETURN_RULE = (
    "Back in activity: the day of return in the log. Who has none counts as not back up to the "
    "last logged day."
)


@dataclass(frozen=True)
class PainFree:
    """When a tendon counts as pain free; the rule is shown beside every number it makes.

    Attributes
    ----------
    at_most : float
        Mean VAS 0-100 of a day.
    days : int
        Logged days one after another that must be so.
    longest_gap : int
        Days from one logged day to the next that break the run when there are more.
    """

    at_most: float = 10.0
    days: int = 7
    longest_gap: int = 7

    def __str__(self) -> str:
        return (
            f"Pain free: VAS at most {number(self.at_most)} on {plural(self.days, 'logged day')} "
            f"one after another, none more than {plural(self.longest_gap, 'day')} after the one "
            "before. It counts from the last of them, the day on which it is known."
        )


def pain_free(
    days: Days, outcomes: Outcomes, by: str, rule: PainFree | None = None
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return for each person the day on which they were pain free, or were last followed.

    Counted from day 0. People seen at visits are left out: between two visits nobody
    knows.

    Returns
    -------
    pandas.DataFrame
        person, group, day (programme day; missing for those left out), happened
        (False where follow-up ended before), left_out ("" where in), logged (share of
        days with pain, from day 0 to the last reading).
    tuple of str
        What was done to get there.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    rule = rule or PainFree()
    people, notes = one_each(outcomes, by)
    at = people["person"].map(standing(days, outcomes.context)).to_numpy("int64")
    pain = pain_by_day(days, outcomes.context)
    counted = ~np.isnan(pain) & (days.day >= 0)
    first = _first_run(days, pain, counted, rule)[at]
    until = last_day_where(days, counted)[at]
    reasons = {
        NO_GROUP: people["group"].isna().to_numpy(),
        "no pain readings from day 0 on": np.isnan(until),
        "seen at visits, between which no day is known": days.visits[at],
    }
    told = _told(people, first, until, reasons)
    share = np.bincount(days.tendon[counted], minlength=len(days.tendons))[at] / (until + 1)
    return told.assign(logged=np.where(told["left_out"] == "", share, np.nan)), notes


def returned(days: Days, outcomes: Outcomes, by: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return for each person the day of return to activity, or the last logged day.

    A return on a known day counts from it; without a day of return a person counts as
    not back up to the last day with anything logged. Who returned on a day that is not
    in the log is left out. Of two tendons the one that stands for the person is asked.

    Returns
    -------
    pandas.DataFrame
        As :func:`pain_free`, without logged.
    tuple of str
        What was done to get there.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, notes = one_each(outcomes, by)
    at = people["person"].map(standing(days, outcomes.context)).to_numpy("int64")
    told = days.tendons.iloc[at]
    first = ((told["returned_on"] - told["start"]) / pd.Timedelta(days=1)).to_numpy()
    until = last_day_where(days, recorded(days) & (days.day >= 0))[at]
    back = (told["returned_to_activity"] == "yes") | told["returned_on"].notna()
    undated = back.to_numpy() & np.isnan(first)
    reasons = {
        NO_GROUP: people["group"].isna().to_numpy(),
        UNDATED: undated,
        "back before day 0": first < 0,
        "nothing logged from day 0 on": np.isnan(first) & np.isnan(until),
    }
    return _told(people, np.floor(first), until, reasons), (*notes, *_undated(undated))


def _undated(undated: np.ndarray) -> tuple[str, ...]:
    if not undated.any():
        return ()
    many = plural(int(undated.sum()), "person is", "people are")
    return (
        f"{many} back on a day that the log does not have, and left out: so the shares are too "
        "low. Add the day of return.",
    )


def _told(
    people: pd.DataFrame, first: np.ndarray, until: np.ndarray, reasons: dict[str, np.ndarray]
) -> pd.DataFrame:
    left_out = np.select(list(reasons.values()), list(reasons), default="")
    happened = ~np.isnan(first) & (left_out == "")
    day = np.where(left_out == "", np.where(happened, first, until), np.nan)
    frame = people[["person", "group"]].assign(day=day, happened=happened, left_out=left_out)
    return frame.astype({"left_out": "str"})


def _first_run(days: Days, pain: np.ndarray, counted: np.ndarray, rule: PainFree) -> np.ndarray:
    """Return the day on which each tendon's first run is long enough; NaN where none is."""
    tendon, day, good = days.tendon[counted], days.day[counted], pain[counted] <= rule.at_most
    so_far = np.cumsum(good)
    fresh = np.ones(len(day), dtype=bool)
    fresh[1:] = (np.diff(tendon) > 0) | (np.diff(day) > rule.longest_gap)
    # What had been counted when the present run began; it never falls.
    before = np.maximum.accumulate(np.where(good, np.where(fresh, so_far - 1, 0), so_far))
    long_enough = good & (so_far - before >= rule.days)
    first = np.full(len(days.tendons), np.inf)
    np.minimum.at(first, tendon[long_enough], day[long_enough])
    return np.where(np.isinf(first), np.nan, first)
