"""The people of a comparison: one row each, with the group they belong to."""

import numpy as np
import pandas as pd

from analysis.outcomes import Outcomes
from analysis.wording import plural

NO_GROUP = "no value in the column that makes the groups"
WORSE = "with two tendons in the log; the one with more pain at the start stands for them."
MOST_GROUPS = 10


def group_words(values: pd.Series) -> pd.Series:
    """Return the groups' names: whole numbers without a decimal point, missing stays missing.

    Examples
    --------
    >>> group_words(pd.Series([90.0, 180.0, None])).tolist()
    ['90', '180', nan]
    """
    if pd.api.types.is_numeric_dtype(values):
        values = values.map(lambda number: f"{number:.15g}", na_action="ignore")
    return values.astype("str")


def in_order(groups: pd.Series) -> list[str]:
    """Return the names of the groups, numbers by size and words by letter.

    Examples
    --------
    >>> in_order(pd.Series(["90", "180"])), in_order(pd.Series(["step", "flat"]))
    (['90', '180'], ['flat', 'step'])
    """
    names = list(groups.dropna().unique())
    sizes = pd.to_numeric(pd.Series(names, dtype="str"), errors="coerce")
    return (
        sorted(names)
        if sizes.isna().any()
        else [n for _, n in sorted(zip(sizes, names, strict=True))]
    )


def one_each(outcomes: Outcomes, by: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return one row per person with a ``group`` column, and what was done to get there.

    Of a person's two tendons the one with more pain at the start stands for them,
    also where it has no end: taking the other would choose by the result.

    Raises
    ------
    ValueError
        Where the log has no such column, and the message names those it has; where
        the column has more than 10 values.
    """
    table = outcomes.table
    if by not in table:
        raise ValueError(
            f"There is no column {by!r} to compare by; choose one of {', '.join(table)}."
        )
    if (values := table[by].nunique()) > MOST_GROUPS:
        raise ValueError(f"{by!r} has {values:,} values; at most {MOST_GROUPS} make groups.")
    order = table.sort_values("baseline", ascending=False, kind="stable")
    people = order.drop_duplicates("person").sort_index()
    people = people.assign(group=group_words(people[by]))
    reason = people["left_out"].mask((people["left_out"] == "") & people["group"].isna(), NO_GROUP)
    pairs = len(table) - len(people)
    notes = (f"{plural(pairs, 'person', 'people')} {WORSE}",) if pairs else ()
    return people.assign(left_out=reason).reset_index(drop=True), notes


def used(people: pd.DataFrame) -> pd.DataFrame:
    """Return the people who are in the number."""
    return people[people["left_out"] == ""]


def tally(people: pd.DataFrame) -> pd.DataFrame:
    """Return by group how many people started, are in the number, and were left out why.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a", "a"], "left_out": ["", "no pain readings"]})
    >>> tally(told).to_dict("records")
    [{'group': 'a', 'started': 2, 'in the number': 1, 'no pain readings': 1}]
    """
    told = people.assign(group=people["group"].fillna(NO_GROUP))
    reason = told["left_out"].replace("", "in the number")
    table = pd.crosstab(told["group"], reason).rename_axis(columns=None)
    table.insert(0, "started", table.sum(axis=1))
    if "in the number" not in table:
        table.insert(1, "in the number", 0)
    first = ["started", "in the number"]
    order = [*in_order(people["group"]), *(name for name in table.index if name == NO_GROUP)]
    rest = [name for name in table if name not in first]
    return table.loc[order, [*first, *rest]].rename_axis("group").reset_index()


def counts(people: pd.DataFrame, names: list[str]) -> dict[str, int]:
    """Return how many people of each group are in the number."""
    return {name: int(np.sum(used(people)["group"] == name)) for name in names}
