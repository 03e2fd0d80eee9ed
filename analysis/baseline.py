"""Baseline: what pain was before, by a rule that is fixed before any result is seen."""

from dataclasses import dataclass

import numpy as np

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.windows import mean_of_days

BEFORE_START = "before the start"
FIRST_WEEK = "first week"
VISIT = "visit"
WINDOWS = {BEFORE_START: (-7, -1), FIRST_WEEK: (0, 6), VISIT: (0, 0)}
"""The programme days of each kind of baseline, both included."""


@dataclass(frozen=True)
class Baseline:
    """The baseline of every tendon.

    Attributes
    ----------
    mean : numpy.ndarray
        VAS 0-100, one per tendon; NaN where too few days were logged.
    n : numpy.ndarray
        Logged days in the window, one per tendon, also where they are too few.
    kind : str
        ``"before the start"``, ``"first week"`` or, where all come to visits, ``"visit"``.
    last : numpy.ndarray
        Last programme day of each tendon's window.
    """

    mean: np.ndarray
    n: np.ndarray
    kind: str
    last: np.ndarray


def baseline(days: Days, context: str) -> Baseline:
    """Return every tendon's mean pain before, by one rule for everyone in ``days``.

    The mean of the daily means of days -7 to -1 where every diary with readings of
    this context has at least 3 of them; else of days 0 to 6, for all, which holds the
    soreness of the programme's first week. At least 3 logged days are needed. A
    tendon seen at visits has its reading of week 0.

    Parameters
    ----------
    days : Days
        Everyone who is compared; one tendon alone is everyone then.
    context : str
        A key of ``days.pain``; "" where the log has no pain.
    """
    felt = pain_by_day(days, context)
    kind = _kind(days, felt)
    diary = WINDOWS[FIRST_WEEK if kind == VISIT else kind]
    first = np.where(days.visits, WINDOWS[VISIT][0], diary[0])
    last = np.where(days.visits, WINDOWS[VISIT][1], diary[1])
    mean, n = mean_of_days(days, felt, first, last)
    enough = n >= np.where(days.visits, 1, DAYS_TO_COUNT)
    return Baseline(np.where(enough, mean, np.nan), n, kind, last)


def _kind(days: Days, felt: np.ndarray) -> str:
    read = np.bincount(days.tendon[~np.isnan(felt)], minlength=len(days.tendons)) > 0
    diaries = read & ~days.visits
    if read.any() and not diaries.any():
        return VISIT
    before = np.broadcast_to(WINDOWS[BEFORE_START], (len(days.tendons), 2)).T
    _, n = mean_of_days(days, felt, *before)
    return BEFORE_START if diaries.any() and (n[diaries] >= DAYS_TO_COUNT).all() else FIRST_WEEK
