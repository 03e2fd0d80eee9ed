"""What goes along with one of two crossed factors, or with how they combine."""

import numpy as np
import pandas as pd

from analysis.groups.crossing.crossed import Crossed, named
from analysis.groups.crossing.packages import parts
from analysis.groups.crossing.words import INTERACTION, Along
from analysis.groups.limits.aliasing import levels, told_by
from analysis.groups.limits.design import AS_PRESCRIBED, Refusal, inseparable
from analysis.groups.people import group_words, used


def along(told: Crossed, others: list[str]) -> Along:
    """Return by factor, and for the interaction, the columns it cannot be told from.

    Parameters
    ----------
    others : list of str
        Columns to check; the two factors, and columns that name a combination of
        others, are left out. So is a further column that names the four combinations
        themselves, as a trial's arm does.
    """
    people = used(told.people)
    names = [
        name
        for name in parts(people, others)
        if name not in (told.first, told.second) and not _names_cells(people, name)
    ]
    found = {
        factor: inseparable(people.assign(group=group_words(people[factor])), factor, names)
        for factor in (told.first, told.second)
    }
    seen = {one.what for refused in found.values() for one in refused}
    rest = [name for name in names if name not in seen]
    return {**found, INTERACTION: tuple(_crosswise(told, people, rest))}


def _names_cells(people: pd.DataFrame, name: str) -> bool:
    rows = people[[name, "group"]].dropna().drop_duplicates()
    return name not in AS_PRESCRIBED and len(rows) > 2 and bool(rows[name].is_unique)


def _crosswise(told: Crossed, people: pd.DataFrame, names: list[str]) -> list[Refusal]:
    """Return the columns that change where one factor changes but not both."""
    found = []
    for name in names:
        rows = people[[told.first, told.second, name]].dropna().drop_duplicates()
        if rows.groupby([told.first, told.second]).ngroups < 4 or rows[name].nunique() < 2:
            continue
        one, other, extra = (levels(rows[column]) for column in (told.first, told.second, name))
        if told_by(one * other, np.hstack([np.ones((len(rows), 1)), one, other, extra])):
            found.append(Refusal(name, _why(told, name)))
    return found


def _why(told: Crossed, name: str) -> str:
    return (
        f"{named(name).capitalize()} goes along with how {named(told.first)} and "
        f"{named(told.second)} are combined: whether the difference of one depends on the other "
        f"cannot be told from {named(name)}."
    )
