"""Before and after within each group: what moved, with nobody beside it to compare with."""

from dataclasses import replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import FOR_ANCOVA, changes, left_out, within
from analysis.groups.limits.as_told import at_the_ends
from analysis.groups.methods.paired import sign_flip, signed_ranks
from analysis.groups.people import used
from analysis.wording import number

NO_CONTROL = (
    "A change within a group has nobody beside it who did without: pain also falls with time, "
    "and people begin when it is at its worst, so some of the fall would be expected anyway."
)
NO_OWN_P = (
    "No p within a group is given: one group below 0.05 and the other above it says nothing "
    "about the difference between them. See the difference itself."
)
SECOND_LINE = "a second line; the change in points has the interval"
D_Z = "mean change over the standard deviation of changes"
D_AV = "mean change over the mean of the two standard deviations, start and end"


def pre_post(people: pd.DataFrame, name: str, alone: bool) -> tuple[Estimate, ...]:
    """Return a group's mean change by the paired t, then d_z and d_av.

    d_z is the mean change over the standard deviation of changes; d_av over the mean
    of those at the start and the end (Cumming 2012). Where the group is the only one
    the change has its p, and Wilcoxon's signed-rank p beside it; so has the sign flip
    below 10 people, or where 15 % of them and more ended at 0 or began at 100. With
    others beside it there is none, for their difference is the question.

    Parameters
    ----------
    people : pandas.DataFrame
        group, baseline, end, change (VAS 0-100) and left_out, one row a person.
    alone : bool
        Whether there is no other group.
    """
    mean = within(people, name)
    if mean.low is None:
        return (mean,)
    change = changes(people, name)
    spread = f"The changes have a standard deviation of {number(change.std(ddof=1), 1)} points."
    mean = replace(mean, warnings=(*mean.warnings, spread))
    if not alone:
        return (mean, *_standardised(people, name))
    tested = replace(mean, method="paired t", p=_paired_p(people, name))
    at_an_end = at_the_ends(people[people["group"] == name]).sentence
    flipped = [sign_flip(people, name)] if len(change) < FOR_ANCOVA or at_an_end else []
    return (tested, signed_ranks(people, name), *flipped, *_standardised(people, name))


def _paired_p(people: pd.DataFrame, name: str) -> float:
    from scipy import stats

    return float(stats.ttest_1samp(changes(people, name), 0).pvalue)


def _standardised(people: pd.DataFrame, name: str) -> tuple[Estimate, ...]:
    inside = used(people)
    group = inside[inside["group"] == name]
    mean, start, end = group["change"].mean(), group["baseline"].std(), group["end"].std()
    told = {"d_z": (D_Z, group["change"].std()), "d_av": (D_AV, (start + end) / 2)}
    return tuple(
        Estimate(
            f"Mean change in {name}, {label}",
            method,
            float(mean / scale),
            "standard deviations",
            {name: len(group)},
            no_interval=SECOND_LINE,
            left_out=left_out(people, [name]),
        )
        for label, (method, scale) in told.items()
        if scale > 0
    )
