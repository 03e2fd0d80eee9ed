"""What the published studies found, each with its subset, its unit and how far it is trusted."""

import math
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.estimate import Estimate

TABLE = Path(__file__).resolve().parents[1] / "data" / "studies.csv"
NARROW = "Two tendons of one person count as two, so the interval is too narrow."
NO_SPREAD = "no standard deviation or no number of people was found"
START, END = "start", "end"
COLUMNS = {START: "base", END: "fu"}


@cache
def studies() -> pd.DataFrame:
    """Return the published results, one row per study, arm and subset.

    Returns
    -------
    pandas.DataFrame
        study, year, site, arm, unit (tendon or patient), n, drops_per_day, weeks,
        subset (of whom the means are), measure, base_ and fu_ mean and sd,
        success_k of success_n, counted_as (what success was there), mark (A read in the
        study's own abstract, R in a review, S on a secondary page, D worked out), source,
        note. What was not found is missing.

    Examples
    --------
    >>> studies().loc[studies()["study"] == "Alfredson", "success_n"].tolist()
    [15.0]
    """
    return pd.read_csv(TABLE)


def success_shares() -> tuple[Estimate, ...]:
    """Return each study's share of successes with Wilson's interval, in percent.

    One for every study, arm and site that counts successes; a row that repeats
    another's count for a subset of its people is not shown twice. Two tendons of
    one person lean on each other, so an interval over tendons is too narrow; the
    estimate says so.
    """
    counted = studies().dropna(subset=["success_k", "success_n"])
    once = counted.drop_duplicates(["study", "year", "site", "arm", "success_k", "success_n"])
    return tuple(success_share(row) for row in once.to_dict("records"))


def name_of(row: dict) -> str:
    """Return study, year, site and arm of a row in words."""
    return f"{row['study']} {row['year']}, {row['site']}, {row['arm']}"


def success_share(row: dict) -> Estimate:
    """Return the share of successes of one row of the studies, with Wilson's interval."""
    from statsmodels.stats.proportion import proportion_confint

    k, n = int(row["success_k"]), int(row["success_n"])
    low, high = proportion_confint(k, n, method="wilson")
    unit = f"{row['unit']}s"
    return Estimate(
        name=name_of(row),
        method=f"{k} of {n} {unit}, Wilson",
        estimate=100 * k / n,
        low=100 * low,
        high=100 * high,
        unit="%",
        n={"": n},
        unit_of_n=unit,
        warnings=(NARROW,) if row["unit"] == "tendon" else (),
    )


def mean_pain(row: dict, when: str) -> Estimate:
    """Return the mean pain of one row of the studies, with the t interval that its SD and n give.

    Parameters
    ----------
    row : dict
        One row of :func:`studies`.
    when : str
        "start" or "end". A change has no interval: that needs the correlation of start
        and end within people, which no study of the table gives.

    Examples
    --------
    >>> jonsson = studies().query("subset == 'all (pooled)'").iloc[0].to_dict()
    >>> one = mean_pain(jonsson, "end")
    >>> round(one.low, 1), one.estimate, round(one.high, 1)
    (23.2, 33.4, 43.6)
    """
    mean, spread, n = (row[f"{COLUMNS[when]}_mean"], row[f"{COLUMNS[when]}_sd"], row["n"])
    return Estimate(
        name=f"{name_of(row)}: pain at the {when}",
        method="t interval from the published mean, SD and n",
        estimate=float(mean),
        unit="points VAS 0-100",
        n={"": 0 if pd.isna(n) else int(n)},
        unit_of_n=f"{row['unit']}s",
        **_by_t(mean, spread, n),
    )


def _by_t(mean: float, spread: float, n: float) -> dict:
    from scipy import stats

    if not (spread > 0 and n > 1):
        return {"no_interval": NO_SPREAD}
    low, high = stats.t.interval(0.95, n - 1, mean, spread / math.sqrt(n))
    return {"low": float(low), "high": float(high)}
