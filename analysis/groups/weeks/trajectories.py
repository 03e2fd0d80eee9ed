"""Everyone's pain week by week, and each group's mean with its interval and n."""

import numpy as np
import pandas as pd

from analysis.baseline import baseline
from analysis.days import Days
from analysis.days.weeks import DAYS_TO_COUNT, WEEK_DAYS
from analysis.groups.people import in_order


def standing(days: Days, context: str) -> pd.Series:
    """Return the position of the tendon that stands for each person, by person.

    Of two tendons it is the one with more pain at the start, as in a comparison; the
    first of them where neither has a baseline.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> pain = {"person": ["a"] * 2, "side": ["left", "right"], "week": [0, 0], "vas": [20, 60]}
    >>> standing(reduce_log(Log().with_tables(pain=pd.DataFrame(pain))), "unspecified")["a"]
    np.int64(1)
    """
    told = days.tendons[["person"]].assign(baseline=baseline(days, context).mean)
    order = told.sort_values("baseline", ascending=False, kind="stable")
    first = order.drop_duplicates("person").sort_index()
    return pd.Series(first.index.to_numpy(), index=first["person"])


def person_weeks(days: Days, context: str, groups: pd.Series) -> pd.DataFrame:
    """Return each person's mean pain in every week that counts.

    Means are over daily means, then over the days of the week; a week counts from 3
    logged days, a visit by itself. Of a person's two tendons the one with more pain
    at the start stands for them.

    Parameters
    ----------
    groups : pandas.Series
        Group by person (the index).

    Returns
    -------
    pandas.DataFrame
        person, group, week (diary weeks; for visits the visit's week), mean VAS
        0-100.
    """
    felt = days.pain[context]
    counted = np.isin(days.tendon, standing(days, context))
    logged = counted & ~np.isnan(felt.mean)
    tendon = days.tendon[logged]
    visit = days.visits[tendon]
    week = np.where(visit, days.day[logged] // WEEK_DAYS, days.day[logged] // WEEK_DAYS + 1)
    rows = pd.DataFrame(
        {
            "person": days.tendons["person"].to_numpy()[tendon],
            "visit": visit,
            "week": week,
            "mean": felt.mean[logged],
        }
    )
    weekly = rows.groupby(["person", "visit", "week"])["mean"].agg(["mean", "size"])
    weekly = weekly.reset_index()
    told = weekly[weekly["visit"] | (weekly["size"] >= DAYS_TO_COUNT)]
    told = told.assign(group=told["person"].map(groups)).dropna(subset=["group"])
    return told[["person", "group", "week", "mean"]].reset_index(drop=True)


def weekly_by_group(weeks: pd.DataFrame) -> pd.DataFrame:
    """Return each group's mean over people by week, with a t interval.

    Parameters
    ----------
    weeks : pandas.DataFrame
        As :func:`person_weeks` gives them.

    Returns
    -------
    pandas.DataFrame
        group (as in a comparison: numbers by size), week, mean, low, high (missing
        below 3 people), n people in the mean.
    """
    from scipy import stats

    by_week = weeks.groupby(["group", "week"])["mean"]
    told = by_week.agg(mean="mean", sem="sem", n="size").reset_index()
    half = told["sem"] * stats.t.ppf(0.975, np.maximum(told["n"] - 1, 1))
    half = half.where(told["n"] >= 3)
    limits = told.assign(low=told["mean"] - half, high=told["mean"] + half)
    order = limits["group"].map({name: i for i, name in enumerate(in_order(weeks["group"]))})
    told = limits.iloc[order.argsort(kind="stable")].reset_index(drop=True)
    return told[["group", "week", "mean", "low", "high", "n"]]
