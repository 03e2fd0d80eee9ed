"""What the published studies found, each with its subset, its unit and how far it is trusted."""

from functools import cache
from pathlib import Path

import pandas as pd

from analysis.estimate import Estimate

TABLE = Path(__file__).resolve().parents[1] / "data" / "studies.csv"


@cache
def studies() -> pd.DataFrame:
    """Return the published results, one row per study, arm and subset.

    Returns
    -------
    pandas.DataFrame
        study, year, site, arm, unit (tendon or patient), n, drops_per_day, weeks,
        subset (of whom the means are), measure, base_ and fu_ mean and sd,
        success_k of success_n, mark (A read in the study's own abstract, R in a
        review, S on a secondary page, D worked out), source, note. What was not
        found is missing.

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
    return tuple(_share(row) for row in once.to_dict("records"))


def _share(row: dict) -> Estimate:
    from statsmodels.stats.proportion import proportion_confint

    k, n = int(row["success_k"]), int(row["success_n"])
    low, high = proportion_confint(k, n, method="wilson")
    unit = f"{row['unit']}s"
    narrow = "Two tendons of one person count as two, so the interval is too narrow."
    return Estimate(
        name=f"{row['study']} {row['year']}, {row['site']}, {row['arm']}",
        method=f"{k} of {n} {unit}, Wilson",
        estimate=100 * k / n,
        low=100 * low,
        high=100 * high,
        unit="%",
        n={"": n},
        unit_of_n=unit,
        warnings=(narrow,) if row["unit"] == "tendon" else (),
    )
