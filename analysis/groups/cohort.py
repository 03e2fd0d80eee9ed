"""A comparison with all that it was made from: what every part of it is worked out of."""

from dataclasses import dataclass

from analysis.days import Days
from analysis.groups.asked import Asked, Only
from analysis.groups.comparison import Comparison, compare
from analysis.groups.limits.design import group_columns, made_from_result
from analysis.groups.limits.origins import dated_after
from analysis.groups.people import group_words, one_each
from analysis.outcomes import Outcomes, outcomes

PICKED = (
    "People cannot be kept by {!r}: it came out of the programme, and whoever is picked by the "
    "result shows that result. Keep them by something that was known at the start."
)


@dataclass(frozen=True)
class Cohort:
    """People compared, the choices behind it, and the days and outcomes it came from.

    Attributes
    ----------
    asked : Asked
        The choices.
    days : Days
        Of those who are shown.
    outcomes : Outcomes
        At the week and context asked.
    found : Comparison
        The headline and what limits it.
    hidden : int
        People of the log whom ``asked.only`` keeps out.
    """

    asked: Asked
    days: Days
    outcomes: Outcomes
    found: Comparison
    hidden: int = 0


def cohort(days: Days, asked: Asked) -> Cohort:
    """Return the comparison that is asked of a log's days.

    Raises
    ------
    ValueError
        Where there is no such column, it has more than 10 values, or nobody has the
        value that is asked for.

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> told = {"person": list("abab"), "week": [0, 0, 12, 12], "vas": [60, 50, 25, 40]}
    >>> tendons = pd.DataFrame({"person": ["a", "b"], "arm": ["new", "old"]})
    >>> log = Log().with_tables(pain=pd.DataFrame(told), tendons=tendons)
    >>> cohort(reduce_log(log), Asked("arm", only=Only("arm", "new"))).hidden
    1
    """
    shown = days if asked.only is None else kept_to(days, asked.only)
    hidden = _people(days) - _people(shown)
    table = outcomes(shown, asked.options)
    return Cohort(asked, shown, table, compare(table, asked.by, shown), hidden)


def columns_to_keep_by(days: Days, table: Outcomes) -> list[str]:
    """Return the columns people can be kept by: none that came out of the programme."""
    return [name for name in group_columns(table) if not _is_a_result(days, table, name)]


def _is_a_result(days: Days, table: Outcomes, column: str) -> bool:
    people, _ = one_each(table, column)
    return made_from_result(column) or dated_after(people, column, days)


def kept_to(days: Days, only: Only) -> Days:
    """Return the days of the tendons that have one value of a column, as first prescribed.

    Raises
    ------
    ValueError
        Where there is no such column, nobody has the value (the message names what
        there is), or the column came out of the programme: whoever is picked by the
        result shows that result, whatever the groups are.
    """
    table = outcomes(days)
    if only.column not in table.table:
        there = ", ".join(table.table)
        raise ValueError(f"There is no column {only.column!r}; choose one of {there}.")
    if _is_a_result(days, table, only.column):
        raise ValueError(PICKED.format(only.column))
    values = group_words(table.table[only.column])
    which = (values == only.value).to_numpy(bool)
    if not which.any():
        there = ", ".join(values.dropna().unique()[:10])
        raise ValueError(f"Nobody has {only.column} {only.value!r}; the log has {there}.")
    return days.some(which)


def _people(days: Days) -> int:
    return int(days.tendons["person"].nunique())
