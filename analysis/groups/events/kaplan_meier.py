"""The Kaplan-Meier curve of one group, with intervals on the complementary log-log scale."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

KAPLAN_MEIER = "Kaplan-Meier, complementary log-log interval"


@dataclass(frozen=True)
class Curve:
    """The share that has got there, day by day; a step at every day somebody did.

    Attributes
    ----------
    day, share, low, high : numpy.ndarray
        Days of the steps, and the share after each with its 95 % limits, %; limits are
        missing at 100.
    n : int
        People.
    last : float
        Last day of anybody's follow-up.
    limits_of_median : tuple of float
        Missing where the steps allow none; the upper one is infinite where not reached.
    """

    day: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray
    n: int
    last: float
    limits_of_median: tuple[float, float]

    def median(self) -> tuple[float, float, float]:
        """Return the first day by which half had got there, NaN where not reached, and limits."""
        return (_first(self.day, self.share, np.nan), *self.limits_of_median)

    def share_on(self, day: float) -> tuple[float, float, float]:
        """Return the share at the end of a day and its limits, NaN where it is 0 or 100."""
        at = int(np.searchsorted(self.day, day, side="right")) - 1
        if at < 0:
            return 0.0, np.nan, np.nan
        return float(self.share[at]), float(self.low[at]), float(self.high[at])

    def followed_to(self, day: float) -> bool:
        """Return whether somebody was followed to a day, or everybody had got there."""
        return bool(self.last >= day or (len(self.share) and self.share[-1] >= 100.0))

    def steps(self) -> pd.DataFrame:
        """Return day, share, low and high from day 0 to the last day of follow-up."""
        ends = [(0.0, 0.0, np.nan, np.nan), (self.last, *self.share_on(self.last))]
        told = np.column_stack([self.day, self.share, self.low, self.high])
        rows = np.vstack([ends[:1], told, ends[1:]])
        return pd.DataFrame(rows, columns=["day", "share", "low", "high"])


def kaplan_meier(day: np.ndarray, happened: np.ndarray) -> Curve:
    """Return the curve of people who got there on a day or were followed up to it.

    Limits are those of log(-log S) (Kalbfleisch and Prentice), the ones that agree with
    R's ``survfit(conf.type = "log-log")``; the median's by inverting them (Brookmeyer and Crowley
    1982). Where the last step reaches everybody it has no limit, so it is none for the median.

    Parameters
    ----------
    day : numpy.ndarray
        0 or later, one a person.
    happened : numpy.ndarray
        False where follow-up ended before.

    Examples
    --------
    >>> curve = kaplan_meier(np.array([6, 6, 10, 13]), np.array([True, True, False, True]))
    >>> curve.share.tolist(), curve.median()[0]
    ([50.0, 100.0], 6.0)
    """
    from scipy import stats
    from statsmodels.duration.survfunc import SurvfuncRight

    last = float(day.max(initial=0))
    none = np.array([])
    if not happened.any():
        return Curve(none, none, none, none, len(day), last, (np.nan, np.nan))
    found = SurvfuncRight(day, happened.astype(int))
    left, se = found.surv_prob, found.surv_prob_se
    with np.errstate(divide="ignore", invalid="ignore"):  # the last step may reach everybody
        width = stats.norm.ppf(0.975) * se / np.abs(left * np.log(left))
        low, high = 1 - left ** np.exp(-width), 1 - left ** np.exp(width)
    known = (left > 0) & np.isfinite(width)
    low, high = (np.where(known, 100 * limit, np.nan) for limit in (low, high))
    day_of = found.surv_times
    limits = _first(day_of, high, np.nan), _first(day_of, low, np.inf)
    return Curve(day_of, 100 * (1 - left), low, high, len(day), last, limits)


def _first(day: np.ndarray, share: np.ndarray, otherwise: float) -> float:
    """Return the first day on which a limit of the share is half or more, where it is known."""
    reached = np.flatnonzero(share >= 50.0 - 1e-9)
    return float(day[reached[0]]) if len(reached) else otherwise


def at_risk(day: np.ndarray, happened: np.ndarray, at: np.ndarray) -> pd.DataFrame:
    """Return how many are still followed on some days, had got there before, or ended without.

    Examples
    --------
    >>> told = at_risk(np.array([6, 6, 10]), np.array([True, False, True]), np.array([0, 7]))
    >>> told.to_numpy().tolist()
    [[0, 3, 0, 0], [7, 1, 1, 1]]
    """
    before = day[:, None] < at
    return pd.DataFrame(
        {
            "day": at,
            "at_risk": (~before).sum(axis=0),
            "happened": (before & happened[:, None]).sum(axis=0),
            "ended": (before & ~happened[:, None]).sum(axis=0),
        }
    )
