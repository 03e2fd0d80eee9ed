"""The numbers of time to an event: medians, shares, their differences, and the log-rank test."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.days.placing import WEEK_DAYS
from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_ANCOVA,
    FOR_DIFFERENCE,
    FOR_INTERVAL,
    VERY_SMALL,
    left_out,
    pairs,
)
from analysis.groups.events.kaplan_meier import KAPLAN_MEIER, Curve
from analysis.groups.people import counts, used
from analysis.groups.withholding import BETWEEN

LOG_RANK = "log-rank test"
SHARES = "Kaplan-Meier, two intervals combined (Zou and Donner 2008)"
NEVER_BOTH = "groups were never followed together while some got there and others did not"
TOO_FEW = f"fewer than {FOR_INTERVAL} people in a group"


def _blank(
    people: pd.DataFrame, names: tuple[str, ...], name: str, method: str, unit: str
) -> Estimate:
    n = counts(people, list(names))
    small = FOR_INTERVAL <= min(n.values()) < FOR_ANCOVA
    return Estimate(
        name=name,
        method=method,
        estimate=None,
        unit=unit,
        n=n,
        left_out=left_out(people, names),
        warnings=(VERY_SMALL,) if small else (),
    )


def median(people: pd.DataFrame, name: str, curve: Curve, what: str) -> Estimate:
    """Return the first day by which half of a group had got there, or that it was not reached."""
    title = f"Median time until {what} in {name}"
    blank = _blank(people, (name,), name=title, method=KAPLAN_MEIER, unit="days")
    if curve.n < FOR_DIFFERENCE:
        return replace(blank, no_interval=f"fewer than {FOR_DIFFERENCE} people")
    middle, low, high = curve.median()
    few = curve.n < FOR_INTERVAL
    if math.isnan(middle):
        since = "" if few or math.isnan(low) else f"; 95 % interval from day {low:.0f} on"
        return replace(blank, no_interval=f"not reached{since}")
    if few or math.isnan(low):
        reason = TOO_FEW if few else "too few got there for limits"
        return replace(blank, estimate=middle, no_interval=reason)
    open_end = ("The upper limit is not reached.",) if math.isinf(high) else ()
    said = (*blank.warnings, *open_end)
    return replace(blank, estimate=middle, low=low, high=high, warnings=said)


def share(people: pd.DataFrame, name: str, curve: Curve, what: str, week: int) -> Estimate:
    """Return the share of a group that had got there by the end of a week."""
    title = f"{what.capitalize()} by the end of week {week} in {name}"
    blank = _blank(people, (name,), name=title, method=KAPLAN_MEIER, unit="%")
    if curve.n < FOR_DIFFERENCE:
        return replace(blank, no_interval=f"fewer than {FOR_DIFFERENCE} people")
    if not curve.followed_to(WEEK_DAYS * (week - 1)):
        return replace(blank, no_interval=f"nobody is followed into week {week}")
    share, low, high = curve.share_on(WEEK_DAYS * week - 1)
    if curve.n < FOR_INTERVAL:
        return replace(blank, estimate=share, no_interval=TOO_FEW)
    if math.isnan(low):
        who = "nobody" if share == 0 else "everybody"
        return replace(blank, estimate=share, no_interval=f"{who} had got there")
    return replace(blank, estimate=share, low=low, high=high)


def difference(
    people: pd.DataFrame, pair: tuple[str, str], shares: dict[str, Estimate], what: str, week: int
) -> Estimate:
    """Return the difference of two shares, its interval from both of theirs, and no p."""
    title = f"{what.capitalize()} by the end of week {week}, {BETWEEN.join(pair)}"
    blank = _blank(people, pair, name=title, method=SHARES, unit="percentage points")
    a, b = (shares[name] for name in pair)
    if a.estimate is None or b.estimate is None:
        return replace(blank, no_interval=a.no_interval if a.estimate is None else b.no_interval)
    value = a.estimate - b.estimate
    if a.low is None or a.high is None or b.low is None or b.high is None:
        reason = a.no_interval if a.low is None else b.no_interval
        return replace(blank, estimate=value, no_interval=reason)
    return replace(
        blank,
        estimate=value,
        low=value - math.hypot(a.estimate - a.low, b.high - b.estimate),
        high=value + math.hypot(a.high - a.estimate, b.estimate - b.low),
    )


def log_rank(people: pd.DataFrame, names: list[str], what: str) -> Estimate | None:
    """Return whether the curves differ anywhere: a test of all groups, with p and no size."""
    from statsmodels.duration.survfunc import survdiff

    inside = used(people)
    if len(names) < 2:
        return None
    title = (
        f"Time until {what}, {BETWEEN.join(pairs(names)[0]) if len(names) == 2 else 'all groups'}"
    )
    blank = _blank(people, tuple(names), name=title, method=LOG_RANK, unit="chi-square")
    if min(blank.n.values()) < FOR_INTERVAL:
        return replace(blank, no_interval=TOO_FEW)
    if not inside["happened"].any():
        return replace(blank, no_interval="nobody had got there")
    day, happened = inside["day"].to_numpy(), inside["happened"].to_numpy(int)
    try:
        chi2, p = survdiff(day, happened, pd.factorize(inside["group"])[0])
    except np.linalg.LinAlgError:
        return replace(blank, no_interval=NEVER_BOTH)
    no_size = "a test of whole curves has no size"
    return replace(blank, estimate=float(chi2), p=float(p), no_interval=no_size)
