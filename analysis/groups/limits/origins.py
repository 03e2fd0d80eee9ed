"""Where groups may come from: columns that follow a result closer than groups usually do."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.groups.differences import FOR_INTERVAL
from analysis.groups.limits.design import AS_PRESCRIBED
from analysis.groups.people import in_order, used

ALMOST = 0.95
"""Share of pairs of people in which the one of the first group has the lower value."""
RESULT_WORDS = {
    "change": "the change in pain",
    "end": "pain at the end",
    "percent": "the change in pain as a share of the start",
}
SEPARATED = (
    "The groups almost perfectly follow {what}. Where do they come from? A large true difference "
    "looks like this; so do groups made from the result, between which a difference is expected "
    "even if nothing worked."
)
DATED = (
    "Most dates in this column lie after people's start: the groups may have been made from the "
    "result, so no p and no interval is given."
)
DONE = (
    "The groups follow how much of the prescription was done. People who do more differ from those "
    "who do less in other ways too: compare by what was prescribed, and read this as a description."
)


def separated(people: pd.DataFrame) -> str:
    """Return the result that the groups almost perfectly follow, in words, or nothing.

    Almost perfectly: in 95 of 100 pairs of people of two groups, each of 5 people or
    more, the same group has the lower value (the probability of superiority). A large
    true difference does that too.

    Parameters
    ----------
    people : pandas.DataFrame
        group, baseline, end, change (VAS 0-100), left_out; one row a person.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a"] * 5 + ["b"] * 5, "change": range(10)})
    >>> separated(told.assign(baseline=50.0, end=told["change"], left_out=""))
    'the change in pain'
    """
    inside = used(people)
    inside = inside.assign(percent=inside["change"] / inside["baseline"].where(lambda b: b > 0))
    told = (name for name in RESULT_WORDS if _parted(inside, name))
    return next((RESULT_WORDS[name] for name in told), "")


def by_done(people: pd.DataFrame, by: str) -> bool:
    """Return whether groups follow the share of the prescribed drops that was done.

    Never for columns of the prescription; the same 95 of 100 pairs of people.
    """
    if by in AS_PRESCRIBED or not {"reps_done", "reps_prescribed"} <= set(people):
        return False
    prescribed = people["reps_prescribed"].where(people["reps_prescribed"] > 0)
    return _parted(people.assign(share=people["reps_done"] / prescribed), "share")


def _parted(people: pd.DataFrame, name: str) -> bool:
    known = people.dropna(subset=["group", name])
    groups = [known.loc[known["group"] == g, name].to_numpy() for g in in_order(known["group"])]
    if len(groups) < 2 or min(map(len, groups)) < FOR_INTERVAL:
        return False
    in_line = sorted(groups, key=np.median)
    return all(chance_lower(one, other) >= ALMOST for one, other in pairwise(in_line))


def chance_lower(one: np.ndarray, other: np.ndarray) -> float:
    """Return the share of pairs in which the first has the lower value; ties count half.

    Examples
    --------
    >>> chance_lower(np.array([1.0, 2.0]), np.array([2.0, 3.0]))
    0.875
    """
    line = np.sort(other)
    above = len(line) - np.searchsorted(line, one, "right")
    tied = len(line) - np.searchsorted(line, one, "left") - above
    return float((above + tied / 2).sum() / (len(one) * len(line)))


def dated_after(people: pd.DataFrame, by: str, days: Days) -> bool:
    """Return whether a column holds dates of which most lie after the person's start.

    Nothing is asked of undated logs, or of columns with other values than dates.
    """
    told = people.dropna(subset=["group"])
    dates = pd.to_datetime(told["group"], format="%Y-%m-%d", errors="coerce")
    start = told["person"].map(dict(_starts(days)))
    if by in AS_PRESCRIBED or told.empty or dates.isna().any() or start.isna().all():
        return False
    return bool((dates > start).sum() * 2 > start.notna().sum())


def _starts(days: Days) -> Iterator[tuple[str, pd.Timestamp]]:
    first = days.tendons.groupby("person")["start"].min()
    return zip(first.index, first, strict=True)
