"""Findings: days that a rule speaks of, and the numbers behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.rules.facts import Facts
from analysis.wording import number

VAS = "points VAS 0-100"
LISTED = 5

At = Mapping[str, float]
"""The thresholds of a test, by the part they play in it."""


@dataclass(frozen=True)
class Input:
    """A number that a rule looked at: what it is, its unit, and how many days are in it."""

    name: str
    value: float
    unit: str
    n: int


@dataclass(frozen=True)
class Finding:
    """Days that meet a rule's test.

    Attributes
    ----------
    days : numpy.ndarray
        Programme days, in order.
    words : mapping of str to str
        What is filled into the rule's sentence.
    inputs : tuple of Input
    """

    days: np.ndarray
    words: Mapping[str, str]
    inputs: tuple[Input, ...]


def looked_at(facts: Facts, known: np.ndarray) -> np.ndarray:
    """Return the positions of the programme's days, from day 0, on which something is known."""
    return np.flatnonzero(known & (facts.day >= 0))


def running(
    facts: Facts, at: At, looked: np.ndarray, hit: np.ndarray, level: np.ndarray | None = None
) -> list[np.ndarray]:
    """Return the positions of hits running, in runs as long as the rule asks for."""
    held = np.zeros(len(hit)) if level is None else level
    runs = unbroken(facts.day[looked], hit[looked], at["gap"], held[looked])
    return [looked[run] for run in runs if len(run) >= at["running"]]


def close_by(facts: Facts, at: At, looked: np.ndarray, hit: np.ndarray) -> list[np.ndarray]:
    """Return the positions of hits in groups that no long gap parts."""
    return [looked[run] for run in near(facts.day[looked], hit[looked], at["gap"])]


def of_days(facts: Facts, here: np.ndarray, words: Mapping[str, str], *inputs: Input) -> Finding:
    """Return a finding of the days at these positions, with their words and number."""
    days = facts.day[here]
    return Finding(days, {"n": number(len(days)), "days": days_words(days), **words}, inputs)


def unbroken(day: np.ndarray, hit: np.ndarray, gap: float, level: np.ndarray) -> list[np.ndarray]:
    """Return the runs of hits, as positions: no miss between, no long gap, one level.

    Parameters
    ----------
    day : numpy.ndarray
        Programme days that were looked at, in order; days without a reading are absent.
    hit : numpy.ndarray of bool
        Whether each met the test.
    gap : float
        A run ends where more than this many days pass to the next one.
    level : numpy.ndarray
        A run ends where this changes, such as the weight carried; NaN equals NaN.

    Examples
    --------
    >>> day, same = np.array([0, 2, 3, 20]), np.zeros(4)
    >>> [run.tolist() for run in unbroken(day, np.array([1, 1, 0, 1], dtype=bool), 7, same)]
    [[0, 1], [3]]
    """
    known = np.nan_to_num(level, nan=-1.0)  # no level is below 0
    new = np.ones(len(day), dtype=bool)
    new[1:] = (np.diff(day) > gap) | (np.diff(known) != 0) | (hit[1:] != hit[:-1])
    return [run for run in np.split(np.arange(len(day)), np.flatnonzero(new)[1:]) if hit[run].any()]


def near(day: np.ndarray, hit: np.ndarray, gap: float) -> list[np.ndarray]:
    """Return the hits that lie within a gap of each other, as positions.

    Days that did not meet the test may stand between them.

    Examples
    --------
    >>> [run.tolist() for run in near(np.array([0, 2, 3, 20]), np.array([1, 0, 1, 1]) > 0, 7)]
    [[0, 2], [3]]
    """
    at = np.flatnonzero(hit)
    return np.split(at, np.flatnonzero(np.diff(day[at]) > gap) + 1) if len(at) else []


def days_words(days: np.ndarray) -> str:
    """Return programme days in words: each one, or the first and last of more than five.

    Examples
    --------
    >>> days_words(np.array([40])), days_words(np.array([40, 41, 43]))
    ('day 40', 'days 40, 41 and 43')
    >>> days_words(np.arange(12))
    'between day 0 and day 11'
    """
    told = [number(int(day)) for day in days]
    if not told:
        return "no day"
    if len(told) > LISTED:
        return f"between day {told[0]} and day {told[-1]}"
    return f"day {told[0]}" if len(told) == 1 else f"days {', '.join(told[:-1])} and {told[-1]}"


def weeks_words(weeks: np.ndarray) -> str:
    """Return diary weeks in words.

    Examples
    --------
    >>> weeks_words(np.array([3])), weeks_words(np.array([3, 4, 5]))
    ('week 3', 'weeks 3 to 5')
    """
    first, last = number(int(weeks[0])), number(int(weeks[-1]))
    return f"week {first}" if first == last else f"weeks {first} to {last}"
