"""Two factors crossed: which combinations have people, and how many."""

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from analysis.groups.differences import FOR_DIFFERENCE, pairs
from analysis.groups.limits.design import NAMES, say_level
from analysis.groups.people import in_order, one_each, used
from analysis.outcomes import Outcomes

VARIANTS = ("surface", "knee", "variant")
VOLUME = "drops_per_day"


@dataclass(frozen=True)
class Factors:
    """Which two columns are crossed.

    Attributes
    ----------
    first : str or None
        The variant; None takes the first of surface, knee and variant with two values.
    second : str
        The volume, as prescribed.
    level : float
        Of the intervals.
    """

    first: str | None = None
    second: str = VOLUME
    level: float = 0.95


@dataclass(frozen=True)
class Crossed:
    """People by combination of two factors.

    Attributes
    ----------
    first, second : str
        The columns.
    people : pandas.DataFrame
        One row a person, ``group`` their combination such as "flat at 90 a day".
    table : pandas.DataFrame
        People in the number: a row for each value of the first, a column for each of
        the second; 0 where nobody is.
    notes : tuple of str
        What was done to have one row a person.
    """

    first: str
    second: str
    people: pd.DataFrame
    table: pd.DataFrame
    notes: tuple[str, ...]

    @property
    def two_by_two(self) -> bool:
        """Whether each factor has two values."""
        return self.table.shape == (2, 2)

    @property
    def empty(self) -> list[str]:
        """Combinations with too few people for a number, in order."""
        few = self.table.stack() < FOR_DIFFERENCE
        return [self.cell(str(a), str(b)) for a, b in few.index[few]]

    def cell(self, one: str, other: str) -> str:
        """Return the name of a combination."""
        words = say_level(self.first, one), say_level(self.second, other)
        return joiner(self.second).join(words)

    def size(self, cell: str) -> int:
        """Return how many people of a combination are in the number."""
        return int(np.sum(used(self.people)["group"] == cell))

    def pair(self, column: str) -> tuple[str, str]:
        """Return the two values of one factor in the order of a difference."""
        names = self.table.index if column == self.first else self.table.columns
        return pairs([str(name) for name in names])[0]

    @property
    def cells(self) -> list[str]:
        """The four combinations of a two by two: ++, +−, −+, −−."""
        columns = self.pair(self.second)
        return [self.cell(one, other) for one in self.pair(self.first) for other in columns]


def named(column: str) -> str:
    """Return what a factor is called.

    Examples
    --------
    >>> named("drops_per_day"), named("arm")
    ('volume', 'arm')
    """
    return NAMES.get(column, column)


def joiner(second: str) -> str:
    """Return what stands between the two values in the name of a combination."""
    return " at " if second == VOLUME else ", "


def crossed(outcomes: Outcomes, factors: Factors) -> Crossed:
    """Return the people of every combination of two factors.

    Raises
    ------
    ValueError
        Where there is no such column, or one has more than 10 values.

    Examples
    --------
    >>> told = pd.DataFrame({"person": ["a", "b"], "surface": ["flat", "step"]})
    >>> told = told.assign(drops_per_day=[90.0, 180.0], baseline=60.0, left_out="")
    >>> crossed(Outcomes(told, "morning", "visit", 12, ()), Factors()).table.to_numpy().tolist()
    [[1, 0], [0, 1]]
    """
    first = factors.first or _first(outcomes.table)
    people, notes = one_each(outcomes, first)
    other, _ = one_each(outcomes, factors.second)
    left, right = people["group"], other["group"]
    group = _words(first, left).str.cat(_words(factors.second, right), sep=joiner(factors.second))
    reason = people["left_out"].mask(people["left_out"] == "", other["left_out"])
    people = people.assign(group=group, left_out=reason)
    left, right = left[reason == ""], right[reason == ""]
    table = (
        pd.crosstab(left, right).reindex(in_order(left), axis=0).reindex(columns=in_order(right))
    )
    table = table.rename_axis(index=first, columns=factors.second)
    return Crossed(first, factors.second, people, table, notes)


def _words(column: str, levels: pd.Series) -> pd.Series:
    return levels.map(partial(say_level, column), na_action="ignore").astype("str")


def _first(table: pd.DataFrame) -> str:
    """Return the plainest column that tells two variants apart."""
    inside = table[table["left_out"] == ""]
    there = [name for name in VARIANTS if name in table]
    two = [name for name in there if inside[name].nunique() == 2]
    return next(iter([*two, *there]), VARIANTS[0])
