"""Everyone's partial data: a mixed model of weekly means, and the mean pain it expects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.differences import FOR_ANCOVA, POINTS, pairs
from analysis.groups.holm import beside_holm
from analysis.groups.levels import by_t
from analysis.groups.weeks.random_lines import RandomLines, random_lines
from analysis.groups.weeks.slopes import A_WEEK, own_slopes
from analysis.groups.weeks.weekly_means import (
    WeeklyMeans,
    centred,
    group_lines,
    slope_contrasts,
    weekly_means,
)
from analysis.groups.withholding import BETWEEN, as_allowed
from analysis.outcomes import Outcomes

MIXED = "mixed model of weekly means, own intercept and slope, REML, t"
NOT_SETTLED = "the mixed model did not settle on these data"
FELL_BACK = f"{NOT_SETTLED.capitalize()}; people's own slopes stand here instead."
ASSUMES = (
    "People who left are taken to have gone on like others with the pain they logged. Where they "
    "left for pain that was not logged, the model cannot know it."
)


@dataclass(frozen=True)
class Mixed:
    """What a mixed model says of groups over the weeks.

    Attributes
    ----------
    estimates : tuple of Estimate
        Each pair's difference of slopes, points VAS a week; then each group's mean in
        the week asked, of all who began.
    weeks : pandas.DataFrame
        group, week, mean, low and high of the model (missing where it gives none),
        ``bare`` mean of those who logged the week, and their number ``n``.
    settled : bool
        Whether both models converged with a proper covariance.
    notes : tuple of str
        What was done, in plain sentences.
    """

    estimates: tuple[Estimate, ...]
    weeks: pd.DataFrame
    settled: bool
    notes: tuple[str, ...]


def mixed(days: Days, outcomes: Outcomes, by: str, withheld: bool = False) -> Mixed:
    """Return differences of slopes, and weekly means, with everyone's partial data in.

    Weekly person means (3 logged days, or a visit) on group and centred week, every
    person with an intercept and a slope of their own; t with people less groups
    degrees of freedom. The means come from a second model that lets each group's mean
    go its own way from week to week. Where a model does not settle, own slopes stand
    in and it is said. It takes 10 people in every group and 4 weeks; groups made from
    the result get neither interval nor p between them, ``withheld`` where something
    else than the column's name tells so.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    told = weekly_means(days, outcomes, by)
    names, rows, df = told.names, told.rows, told.df
    refusal = told.too_little(FOR_ANCOVA)
    line = None if refusal else _group_lines(rows, names)
    cells = None if refusal else _group_weeks(rows)
    weeks = _weeks(rows, cells, df)
    if refusal:
        between = [told.blank(pair, MIXED, A_WEEK, refusal) for pair in pairs(names)]
    else:
        between = _slopes(line, told) or _fallback(days, outcomes, by)
    reason = refusal or NOT_SETTLED
    last = [
        _last(weeks, outcomes.week, told.blank((name,), MIXED, POINTS, reason)) for name in names
    ]
    settled = line is not None and cells is not None
    said = (*told.notes, ASSUMES) if settled else told.notes
    return Mixed((*as_allowed(between, by, withheld), *last), weeks, settled, said)


def too_little(days: Days, outcomes: Outcomes, by: str) -> str:
    """Return why the people and weeks there are cannot carry the model; "" where they can."""
    return weekly_means(days, outcomes, by).too_little(FOR_ANCOVA)


def _group_lines(rows: pd.DataFrame, names: Sequence[str]) -> RandomLines | None:
    design, person = group_lines(rows, names), rows["person"].to_numpy()
    return random_lines(rows["mean"].to_numpy(), centred(rows), person, design)


def _group_weeks(rows: pd.DataFrame) -> RandomLines | None:
    """Fit a mean for each group and week, in the order of ``groupby``."""
    cell = rows.groupby(["group", "week"]).ngroup().to_numpy()
    design = (cell[:, None] == np.arange(cell.max() + 1)).astype(float)
    return random_lines(rows["mean"].to_numpy(), centred(rows), rows["person"].to_numpy(), design)


def _slopes(line: RandomLines | None, told: WeeklyMeans) -> list[Estimate]:
    if line is None:
        return []
    found = [
        by_t(told.blank(pair, MIXED, A_WEEK, ""), *line.contrast(weights), told.df)
        for pair, weights in slope_contrasts(told.names).items()
    ]
    return beside_holm(found)


def _fallback(days: Days, outcomes: Outcomes, by: str) -> list[Estimate]:
    found = own_slopes(days, outcomes, by).estimates
    return [
        replace(one, warnings=(*one.warnings, FELL_BACK)) for one in found if BETWEEN in one.name
    ]


def _weeks(rows: pd.DataFrame, cells: RandomLines | None, df: int) -> pd.DataFrame:
    from scipy import stats

    bare = rows.groupby(["group", "week"])["mean"].agg(bare="mean", n="size").reset_index()
    if cells is None:
        return bare.assign(mean=np.nan, low=np.nan, high=np.nan)
    half = np.sqrt(np.diag(cells.covariance)) * stats.t.ppf(0.975, df)
    return bare.assign(mean=cells.beta, low=cells.beta - half, high=cells.beta + half)


def _last(weeks: pd.DataFrame, week: int, blank: Estimate) -> Estimate:
    group = blank.name
    blank = replace(blank, name=f"Mean of all who began, week {week}, {group}")
    at = weeks[(weeks["group"] == group) & (weeks["week"] == week)].dropna(subset="mean")
    if at.empty:
        return blank
    mean, low, high = (float(at[column].iloc[0]) for column in ("mean", "low", "high"))
    return replace(blank, estimate=mean, low=low, high=high, no_interval="")
