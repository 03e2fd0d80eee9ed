"""Everyone's partial data: a mixed model of weekly means, and the mean pain it expects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.differences import FOR_ANCOVA, POINTS, left_out, pairs
from analysis.groups.holm import beside_holm
from analysis.groups.levels import by_t
from analysis.groups.people import NO_GROUP, counts, in_order, one_each
from analysis.groups.weeks.random_lines import RandomLines, random_lines
from analysis.groups.weeks.slopes import A_WEEK, own_slopes
from analysis.groups.weeks.trajectories import person_weeks
from analysis.groups.withholding import BETWEEN, as_allowed
from analysis.outcomes import Outcomes

FEWEST_WEEKS = 4
MIXED = "mixed model of weekly means, own intercept and slope, REML, t"
NOT_SETTLED = "the mixed model did not settle on these data"
FELL_BACK = f"{NOT_SETTLED.capitalize()}; people's own slopes stand here instead."
ASSUMES = (
    "People who left are taken to have gone on like others with the pain they logged. Where they "
    "left for pain that was not logged, the model cannot know it."
)
NO_WEEK = "no week with enough logged days"


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
    people, rows, notes = _told(days, outcomes, by)
    names = in_order(people["group"])
    df = rows["person"].nunique() - len(names)
    refusal = _too_little(rows, counts(people, names))
    line = None if refusal else _group_lines(rows, names)
    cells = None if refusal else _group_weeks(rows)
    weeks = _weeks(rows, cells, df)
    if refusal:
        between = [_blank(people, pair, A_WEEK, refusal) for pair in pairs(names)]
    else:
        between = _slopes(line, people, names, df) or _fallback(days, outcomes, by)
    reason = refusal or NOT_SETTLED
    last = [_last(weeks, outcomes.week, _blank(people, (name,), POINTS, reason)) for name in names]
    settled = line is not None and cells is not None
    said = (*notes, ASSUMES) if settled else notes
    return Mixed((*as_allowed(between, by, withheld), *last), weeks, settled, said)


def too_little(days: Days, outcomes: Outcomes, by: str) -> str:
    """Return why the people and weeks there are cannot carry the model; "" where they can."""
    people, rows, _ = _told(days, outcomes, by)
    return _too_little(rows, counts(people, in_order(people["group"])))


def _told(
    days: Days, outcomes: Outcomes, by: str
) -> tuple[pd.DataFrame, pd.DataFrame, tuple[str, ...]]:
    """Return the people, their weekly means, and what was done to get there."""
    everyone, notes = one_each(outcomes, by)
    rows = _rows(days, outcomes, everyone)
    return everyone.assign(left_out=_left_out(everyone, rows)), rows, notes


def _blank(people: pd.DataFrame, names: Sequence[str], unit: str, reason: str) -> Estimate:
    return Estimate(
        name=BETWEEN.join(names),
        method=MIXED,
        estimate=None,
        unit=unit,
        n=counts(people, list(names)),
        no_interval=reason,
        left_out=left_out(people, names),
    )


def _rows(days: Days, outcomes: Outcomes, people: pd.DataFrame) -> pd.DataFrame:
    """Return the weekly means of the programme's weeks, up to the one asked."""
    groups = people.set_index("person")["group"]
    if not outcomes.context:
        return pd.DataFrame({"person": [], "group": [], "week": [], "mean": []})
    rows = person_weeks(days, outcomes.context, groups)
    first = 0 if days.visits.all() else 1
    return rows[rows["week"].between(first, outcomes.week)].reset_index(drop=True)


def _left_out(people: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    silent = ~people["person"].isin(rows["person"].unique())
    reason = pd.Series("", index=people.index).mask(silent, NO_WEEK)
    return reason.mask(people["group"].isna(), NO_GROUP)


def _too_little(rows: pd.DataFrame, n: dict[str, int]) -> str:
    if min(n.values(), default=0) < FOR_ANCOVA:
        return f"fewer than {FOR_ANCOVA} people in a group"
    fewest = rows.groupby("group")["week"].nunique().min()
    return f"fewer than {FEWEST_WEEKS} weeks" if fewest < FEWEST_WEEKS else ""


def _group_lines(rows: pd.DataFrame, names: Sequence[str]) -> RandomLines | None:
    week = _centred(rows)
    member = (rows["group"].to_numpy()[:, None] == np.array(names)).astype(float)
    design = np.column_stack([member, member * week[:, None]])
    return random_lines(rows["mean"].to_numpy(), week, rows["person"].to_numpy(), design)


def _group_weeks(rows: pd.DataFrame) -> RandomLines | None:
    """Fit a mean for each group and week, in the order of ``groupby``."""
    cell = rows.groupby(["group", "week"]).ngroup().to_numpy()
    design = (cell[:, None] == np.arange(cell.max() + 1)).astype(float)
    return random_lines(rows["mean"].to_numpy(), _centred(rows), rows["person"].to_numpy(), design)


def _centred(rows: pd.DataFrame) -> np.ndarray:
    return (rows["week"] - rows["week"].mean()).to_numpy()


def _slopes(
    line: RandomLines | None, people: pd.DataFrame, names: list[str], df: int
) -> list[Estimate]:
    if line is None:
        return []
    found = []
    for pair in pairs(names):
        sign = np.array([(name == pair[0]) - float(name == pair[1]) for name in names])
        told = line.contrast(np.concatenate([np.zeros(len(sign)), sign]))
        found.append(by_t(_blank(people, pair, A_WEEK, ""), *told, df))
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
