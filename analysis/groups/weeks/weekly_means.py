"""Everyone's weekly means, one row a person and week: what models of all people are fitted to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.differences import left_out, pairs
from analysis.groups.people import NO_GROUP, counts, in_order, one_each
from analysis.groups.weeks.trajectories import person_weeks
from analysis.groups.withholding import BETWEEN
from analysis.outcomes import Outcomes

FEWEST_WEEKS = 4
NO_WEEK = "no week with enough logged days"


@dataclass(frozen=True)
class WeeklyMeans:
    """The weekly means of the programme's weeks, up to the one asked.

    Attributes
    ----------
    people : pandas.DataFrame
        person, group, left_out (why there is no week, "" where there is one).
    rows : pandas.DataFrame
        person, group, week, mean VAS 0-100; none missing.
    notes : tuple of str
        What was done to get there.
    """

    people: pd.DataFrame
    rows: pd.DataFrame
    notes: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The groups, in the order of a comparison."""
        return in_order(self.people["group"])

    @property
    def df(self) -> int:
        """People who have a week, less groups."""
        return self.rows["person"].nunique() - len(self.names)

    def too_little(self, people: int) -> str:
        """Return why there are not so many people in every group, or not 4 weeks; "" if there are.

        Parameters
        ----------
        people : int
            The fewest a group needs.
        """
        if min(counts(self.people, self.names).values(), default=0) < people:
            return f"fewer than {people} people in a group"
        fewest = self.rows.groupby("group")["week"].nunique().min()
        return f"fewer than {FEWEST_WEEKS} weeks" if fewest < FEWEST_WEEKS else ""

    def blank(self, names: Sequence[str], method: str, unit: str, reason: str) -> Estimate:
        """Return an estimate of one group or a pair without a number, its people counted."""
        return Estimate(
            name=BETWEEN.join(names),
            method=method,
            estimate=None,
            unit=unit,
            n=counts(self.people, list(names)),
            no_interval=reason,
            left_out=left_out(self.people, names),
        )


def weekly_means(days: Days, outcomes: Outcomes, by: str) -> WeeklyMeans:
    """Return weekly person means (3 logged days, or a visit) with the group of each person.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, notes = one_each(outcomes, by)
    rows = _rows(days, outcomes, people)
    return WeeklyMeans(people.assign(left_out=_left_out(people, rows)), rows, notes)


def _rows(days: Days, outcomes: Outcomes, people: pd.DataFrame) -> pd.DataFrame:
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


def centred(rows: pd.DataFrame) -> np.ndarray:
    """Return each row's week less the mean week, so that level and slope lean on each other little.

    Examples
    --------
    >>> centred(pd.DataFrame({"week": [1, 2, 6]})).tolist()
    [-2.0, -1.0, 3.0]
    """
    return (rows["week"] - rows["week"].mean()).to_numpy()


def group_lines(rows: pd.DataFrame, names: Sequence[str]) -> np.ndarray:
    """Return the design of a line for each group: all their levels, then all their slopes.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["a", "b"], "week": [1, 3]})
    >>> group_lines(rows, ["a", "b"]).tolist()
    [[1.0, 0.0, -1.0, -0.0], [0.0, 1.0, 0.0, 1.0]]
    """
    member = (rows["group"].to_numpy()[:, None] == np.array(names)).astype(float)
    return np.column_stack([member, member * centred(rows)[:, None]])


def slope_contrasts(names: list[str]) -> dict[tuple[str, str], np.ndarray]:
    """Return for every pair the weights of :func:`group_lines` that give its slopes' difference.

    Examples
    --------
    >>> slope_contrasts(["a", "b"])[("a", "b")].tolist()
    [0.0, 0.0, 1.0, -1.0]
    """
    level = [0.0] * len(names)
    return {
        pair: np.array(level + [(name == pair[0]) - float(name == pair[1]) for name in names])
        for pair in pairs(names)
    }
