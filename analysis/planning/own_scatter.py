"""How much people differ in pain, learnt from an own log, and how sure one can be of it."""

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import POINTS
from analysis.groups.people import one_each, used
from analysis.outcomes import Outcomes
from analysis.planning.own_people import (
    EVERYONE,
    OwnPeople,
    share_lost,
    source,
    too_few,
    with_everyone,
)
from analysis.planning.scatter import LEVEL, Scatter, sd_limits


def own_scatter(outcomes: Outcomes, by: str = EVERYONE) -> OwnPeople[Scatter]:
    """Return standard deviations and correlation of the people of a log, within groups.

    By :data:`EVERYONE` all are one group.

    Raises
    ------
    ValueError
        Where fewer than 10 people have both baseline and end, where one of the two has
        no scatter, or where there is no such column.
    """
    people = one_each(with_everyone(outcomes), by)[0].dropna(subset=["group"])
    inside = used(people)
    if why := too_few(len(inside), "a baseline and an end"):
        raise ValueError(why)
    df = len(inside) - inside["group"].nunique()
    scatter = _within_groups(inside, df)
    return OwnPeople(
        like=scatter,
        source=source(len(inside), by, f"week {outcomes.week}"),
        n=len(inside),
        df=df,
        fewest=int(people["group"].value_counts().min()),
        estimates=(
            *_estimates(scatter, df, outcomes.week, len(inside)),
            share_lost(len(inside), len(people)),
        ),
    )


def _within_groups(inside: pd.DataFrame, df: int) -> Scatter:
    both = inside[["baseline", "end"]]
    own = (both - both.groupby(inside["group"]).transform("mean")).to_numpy()
    covariance = own.T @ own / df
    start, end = np.sqrt(np.diag(covariance))
    if not min(start, end) > 0:
        raise ValueError("Everyone of a group is alike: there is no scatter to learn from.")
    return Scatter(float(end), float(start), float(covariance[0, 1] / (start * end)))


def _estimates(scatter: Scatter, df: int, week: int, known: int) -> tuple[Estimate, ...]:
    low, high = sd_limits(df)
    n, method = {"": known}, "within groups, chi-square"
    sds = [
        Estimate(name, method, sd, POINTS, n, low=low * sd, high=high * sd)
        for name, sd in (
            ("Standard deviation at the start", scatter.baseline_sd),
            (f"Standard deviation at week {week}", scatter.end_sd),
        )
    ]
    return (*sds, _correlation(scatter.r, df, n))


def _correlation(r: float, df: int, n: dict[str, int]) -> Estimate:
    """Return the correlation with Fisher's interval; pooled, df takes the place of n - 1."""
    from scipy import stats

    half = stats.norm.ppf((1 + LEVEL) / 2) / np.sqrt(df - 2)
    low, high = np.tanh(np.arctanh(r) + np.array([-half, half]))
    name, method = "Correlation of start and end", "within groups, Fisher's z"
    return Estimate(name, method, r, "", n, low=float(low), high=float(high))
