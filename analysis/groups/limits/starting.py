"""What people were like at the start, group beside group, in standard deviations."""

from itertools import combinations

import numpy as np
import pandas as pd

from analysis.groups.limits.design import AS_PRESCRIBED, NO_FACTOR, RESULTS, made_from_result
from analysis.groups.people import in_order, used

MASS = "body_mass_kg"
COLUMNS = ["what", "group", "n", "mean", "low", "high", "largest_difference"]


def starting(people: pd.DataFrame) -> pd.DataFrame:
    """Return pain and every measured thing of the start, by group, never tested.

    Groups of a cohort differ at the start by more than chance or they do not; a p would
    answer neither whether that matters nor how much.

    Parameters
    ----------
    people : pandas.DataFrame
        One row a person: group, left_out, baseline and further columns.

    Returns
    -------
    pandas.DataFrame
        what, group, n, mean, low, high (smallest and largest value), and
        largest_difference: that of any two groups' means in standard deviations, the
        root of the mean of both variances (missing without scatter).

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a", "a", "b", "b"], "left_out": ""})
    >>> starting(told.assign(baseline=[1.0, 3.0, 4.0, 6.0]))["largest_difference"].round(2).tolist()
    [2.12, 2.12]
    """
    inside = used(people).dropna(subset=["group"])
    rows = [row for name in _measured(inside) for row in _by_group(inside, name)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _measured(inside: pd.DataFrame) -> list[str]:
    no = {*AS_PRESCRIBED, *RESULTS, *(NO_FACTOR - {MASS}), "group", "satisfied"}
    numeric = inside.select_dtypes("number")
    further = [name for name in numeric if name not in no and not made_from_result(name)]
    return ["baseline", *(name for name in further if inside[name].notna().any())]


def _by_group(inside: pd.DataFrame, name: str) -> list[dict]:
    values = inside.groupby("group")[name]
    told = values.agg(["count", "mean", "min", "max", "var"]).loc[in_order(inside["group"])]
    apart = [_apart(told.loc[a], told.loc[b]) for a, b in combinations(told.index, 2)]
    known = [value for value in apart if not np.isnan(value)]
    largest = max(known) if known else np.nan
    return [
        dict(zip(COLUMNS, (name, g, int(n), mean, low, high, largest), strict=True))
        for g, n, mean, low, high, _ in told.itertuples()
    ]


def _apart(one: pd.Series, other: pd.Series) -> float:
    scatter = np.sqrt((one["var"] + other["var"]) / 2)
    return abs(one["mean"] - other["mean"]) / scatter if scatter > 0 else np.nan
