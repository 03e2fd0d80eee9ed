"""The same finding at another level: an interval of 90 % from one of 95 %, by the same t."""

from dataclasses import replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import WELCH
from analysis.groups.people import used


def degrees_of_freedom(one: Estimate, people: pd.DataFrame, pair: tuple[str, str]) -> float:
    """Return the t's degrees of freedom of a pair's ANCOVA or Welch.

    ANCOVA: people less groups less one for the baseline. Welch: Satterthwaite's.
    """
    inside = used(people).dropna(subset=["group"])
    if one.method != WELCH:
        return float(len(inside) - inside["group"].nunique() - 1)
    a, b = (inside.loc[inside["group"] == name, "change"].to_numpy() for name in pair)
    parts = [values.var(ddof=1) / len(values) for values in (a, b)]
    rest = sum(part**2 / (len(v) - 1) for part, v in zip(parts, (a, b), strict=True))
    return float(sum(parts) ** 2 / rest)


def standard_error(one: Estimate, df: float) -> float:
    """Return the standard error that an interval by t was made from; NaN without one.

    Examples
    --------
    >>> one = Estimate("d", "t", 0.0, "points", {"a": 9}, low=-4.3027, high=4.3027)
    >>> round(standard_error(one, df=2), 3)
    1.0
    """
    from scipy import stats

    if one.low is None or one.high is None:
        return float("nan")
    return float((one.high - one.low) / 2 / stats.t.ppf((1 + one.level) / 2, df))


def by_t(one: Estimate, value: float, se: float, df: float, level: float = 0.95) -> Estimate:
    """Return the estimate with another value, and interval and p of its standard error by t."""
    from scipy import stats

    half = se * float(stats.t.ppf((1 + level) / 2, df))
    p = float(2 * stats.t.sf(abs(value) / se, df))
    limits = {"low": value - half, "high": value + half, "p": p, "level": level}
    return replace(one, estimate=value, no_interval="", **limits)
