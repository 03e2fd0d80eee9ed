"""Own slopes: a straight line through each person's days, then people compared by their lines."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.estimate import Estimate
from analysis.groups.differences import games_howell, pairs, welch, within
from analysis.groups.people import NO_GROUP, in_order, one_each
from analysis.groups.weeks.trajectories import standing
from analysis.groups.withholding import as_allowed
from analysis.outcomes import Outcomes

A_WEEK = "points VAS 0-100 a week"
FEWEST_DAYS = 14
FEWEST_VISITS = 3
SHORTEST_SPAN = 21
"""Days from the first to the last reading of a person's line."""


@dataclass(frozen=True)
class Slopes:
    """People compared by their own slopes.

    Attributes
    ----------
    estimates : tuple of Estimate
        Each pair's difference, then each group's mean, points VAS a week; negative is
        falling.
    people : pandas.DataFrame
        person, group, slope (missing where there is none), n (days or visits with a
        reading), span (days), left_out (why there is no slope, "" where there is one).
    notes : tuple of str
        What was done to get there.
    """

    estimates: tuple[Estimate, ...]
    people: pd.DataFrame
    notes: tuple[str, ...]


def own_slopes(days: Days, outcomes: Outcomes, by: str, withheld: bool = False) -> Slopes:
    """Return the difference of people's own slopes from day 0 to the end of the week asked.

    Two stages: least squares in each person, then Welch's t over people, or
    Games-Howell for three groups and more. People need 14 logged days over at least
    21, or 3 visits over as many. Groups made from the result get neither interval nor
    p, ``withheld`` where something else than the column's name tells so; below 5
    people in a group there is no interval, below 3 no number.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, notes = one_each(outcomes, by)
    at = people["person"].map(standing(days, outcomes.context)).to_numpy("int64")
    lines = _lines(days, outcomes).iloc[at].reset_index(drop=True)
    grouped = people["group"].notna()
    told = people[["person", "group"]].assign(**lines)
    told = told.assign(left_out=lines["left_out"].where(grouped, NO_GROUP))
    names = in_order(told["group"])
    found = (*_differences(told, names), *(_as_slope(within(_asked(told), n)) for n in names))
    return Slopes(as_allowed(found, by, withheld), told, notes)


def _differences(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    if len(names) < 2:
        return []
    asked = _asked(people)
    two = len(names) == 2
    found = [welch(asked, pairs(names)[0])] if two else games_howell(asked, names)
    return [_as_slope(one) for one in found]


def _asked(people: pd.DataFrame) -> pd.DataFrame:
    """Return the people with their slope standing where the change does."""
    return people.assign(change=people["slope"])


def _as_slope(one: Estimate) -> Estimate:
    return replace(
        one,
        name=one.name.replace("Mean change", "Mean slope"),
        method=one.method.replace("mean change", "mean own slope").replace("change", "own slopes"),
        unit=A_WEEK,
    )


def _lines(days: Days, outcomes: Outcomes) -> pd.DataFrame:
    """Return every tendon's slope a week, its readings and their span, by counting passes."""
    pain, size = pain_by_day(days, outcomes.context), len(days.tendons)
    last = WEEK_DAYS * outcomes.week - 1 + days.visits
    inside = ~np.isnan(pain) & (days.day >= 0) & (days.day <= np.repeat(last, _lengths(days)))
    tendon, day, felt = days.tendon[inside], days.day[inside], pain[inside]
    n = np.bincount(tendon, minlength=size)
    some = np.maximum(n, 1)
    x = day - (np.bincount(tendon, day, size) / some)[tendon]
    spread = np.bincount(tendon, x * x, size)
    low, high = np.full(size, np.inf), np.full(size, -np.inf)
    np.minimum.at(low, tendon, day)
    np.maximum.at(high, tendon, day)
    span = np.where(n > 0, high - low + 1, 0)
    reason = _reasons(n, span, days.visits)
    slope = WEEK_DAYS * np.bincount(tendon, x * felt, size) / np.where(spread > 0, spread, np.nan)
    slope = np.where(reason == "", slope, np.nan)
    return pd.DataFrame({"slope": slope, "n": n, "span": span, "left_out": reason})


def _lengths(days: Days) -> np.ndarray:
    return np.diff(days.offsets)


def _reasons(n: np.ndarray, span: np.ndarray, visits: np.ndarray) -> np.ndarray:
    told = {
        "no pain readings in these weeks": n == 0,
        f"fewer than {FEWEST_VISITS} visits": visits & (n < FEWEST_VISITS),
        f"fewer than {FEWEST_DAYS} logged days": ~visits & (n < FEWEST_DAYS),
        f"readings over fewer than {SHORTEST_SPAN} days": span < SHORTEST_SPAN,
    }
    return np.select(list(told.values()), list(told), default="")
