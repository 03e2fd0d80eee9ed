"""Regression to the mean: who was taken when it hurt most has less pain later, with nothing done.

A single day lies above a person's own level by luck as well as by pain. Of a distance from
the usual level of everyone they could have been taken from, the part 1 - ICC is luck, and is
expected to be gone at the next look. That usual level is not in a log of those who were taken,
so no total is given: only the fall for every 10 points of distance, where the ICC is known.
"""

import numpy as np
import pandas as pd

from analysis.baseline import baseline
from analysis.context import pain_by_day
from analysis.days import Days
from analysis.groups.people import used
from analysis.groups.weeks.trajectories import standing
from analysis.outcomes import Outcomes
from analysis.wording import number, plural

THRESHOLD = 30.0
"""Smallest baseline from which people are taken to have been chosen for their pain: a rule of
this project's own, for a log does not say who was turned away."""
FEWEST = 10
"""People from which a threshold is looked for, and from which an ICC is told."""
PER = 10
EXPECTED = "so part of any fall is expected with nothing done (regression to the mean)."
ONE_DAY = "Everybody's pain at the start is that of one single day, and people begin when it hurts"
NOT_KNOWN = (
    "How large a part this log cannot tell, for nobody was asked often enough before: a second "
    "baseline a week or more later, before the start, would tell."
)


def icc(values: np.ndarray, of: np.ndarray) -> float:
    """Return the one-way ICC of single values of the same people, ICC(1,1); 0 where below.

    (MSB - MSW) / (MSB + (k - 1) MSW) of a one-way analysis of variance, with k the
    usual mean of unequal numbers (Shrout and Fleiss 1979; Donner 1986). NaN where no two
    values differ, or nobody has two.

    Parameters
    ----------
    values : numpy.ndarray
        One a person and day.
    of : numpy.ndarray
        Whose each is.

    Examples
    --------
    >>> round(icc(np.array([10.0, 12.0, 50.0, 48.0]), np.array(["a", "a", "b", "b"])), 3)
    0.997
    """
    told = pd.Series(values).groupby(of)
    n, mean = told.size().to_numpy(), told.mean().to_numpy()
    people, everything = len(n), n.sum()
    if people < 2 or everything == people:
        return float("nan")
    between = (n * (mean - values.mean()) ** 2).sum() / (people - 1)
    inside = ((values - told.transform("mean").to_numpy()) ** 2).sum() / (everything - people)
    k = (everything - (n**2).sum() / everything) / (people - 1)
    scatter = between + (k - 1) * inside
    return float(max(between - inside, 0.0) / scatter) if scatter > 0 else float("nan")


def of_a_mean(single: float, days: float) -> float:
    """Return the ICC of a mean over so many days (Spearman and Brown 1910).

    Examples
    --------
    >>> round(of_a_mean(0.5, 3), 2)
    0.75
    """
    return days * single / (1 + (days - 1) * single)


def expected_fall(reliability: float, distance: float) -> float:
    """Return the fall expected from nothing, in points: (1 - ICC) x distance from the usual level.

    Examples
    --------
    >>> round(expected_fall(0.7, 20), 1)
    6.0
    """
    return (1 - reliability) * distance


def regression(people: pd.DataFrame, outcomes: Outcomes, days: Days | None) -> str:
    """Return a sentence where part of a fall is expected from nothing, or nothing.

    Said where everybody's baseline is that of one single day, or where at least 10 people all
    began at 30 of 100 or more. The ICC is that of single days up to the end of the baseline's
    window, of people with two and more, and told from 10 such people.

    Parameters
    ----------
    people : pandas.DataFrame
        person, baseline (VAS 0-100), baseline_n (days, where known) and left_out.
    days : Days or None
        The days they come from; without them no number is given.
    """
    inside = used(people)
    why = _why(inside)
    if not why:
        return ""
    told = days is not None and outcomes.context and "baseline_n" in inside
    values, of = _before(days, outcomes.context, inside) if told else (np.empty(0), np.empty(0))
    single, n = icc(values, of), len(np.unique(of))
    if n < FEWEST or np.isnan(single):
        return f"{why}, {EXPECTED} {NOT_KNOWN}"
    return f"{why}, {EXPECTED} {_number(single, n, float(inside['baseline_n'].mean()))}"


def _why(inside: pd.DataFrame) -> str:
    n = len(inside)
    if n and "baseline_n" in inside and (inside["baseline_n"] == 1).all():
        return ONE_DAY
    if n >= FEWEST and (least := inside["baseline"].min()) >= THRESHOLD:
        return (
            f"All {plural(n, 'person', 'people')} began with pain of {number(least, 0)} of 100 or "
            "more, as if chosen for it"
        )
    return ""


def _before(days: Days, context: str, inside: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return single days' pain up to the end of each baseline, of people with two and more."""
    at = inside["person"].map(standing(days, context)).to_numpy("int64")
    mine = np.isin(days.tendon, at)
    pain = pain_by_day(days, context)
    early = mine & ~np.isnan(pain) & (days.day <= baseline(days, context).last[days.tendon])
    of = days.tendon[early]
    often = np.bincount(of, minlength=len(days.tendons))[of] > 1
    return pain[early][often], of[often]


def _number(single: float, n: int, length: float) -> str:
    reliability = of_a_mean(single, length)
    fall = expected_fall(reliability, PER)
    of = "one day" if length == 1 else f"a mean of {number(length, 1)} days"
    return (
        f"For every {PER} points by which people began above the usual level of those they were "
        f"taken from, about {number(fall, 1)} points: (1 - ICC) x 10. The ICC, the part of the "
        f"differences between people that lasts, is {number(reliability, 2)} for {of} "
        f"({number(single, 2)} for a single day; {plural(n, 'person', 'people')}). No total and no "
        "interval: that usual level is not in this log, and days close together make the ICC look "
        "higher, people chosen for their pain lower. A second baseline later, before the start, "
        "would tell."
    )
