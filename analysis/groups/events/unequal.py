"""Groups that log, or lose people, unequally: what that does to times, and what is not tested."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.limits.design import unequal_loss
from analysis.groups.people import in_order, used
from analysis.wording import number

APART = 0.2
"""Difference of groups' mean shares of days logged from which times are not tested: with 40 %
and 95 % the log-rank test finds a difference in 12 of 100 studies in which there is none."""
UNEQUAL = "the groups logged unequally often, and the rule counts logged days"
TOO_OFTEN = (
    "Where the sorer of one group alone stop logging, a test of times finds a difference in 11 to "
    "12 of 100 studies in which there is none, for it takes leavers to get there as the others do."
)
"""Measured with 8, 12 and 20 people a group, 150 studies each."""
NOT_TESTED = "So the difference between these times is not tested."


def unequal_logging(people: pd.DataFrame) -> str:
    """Return a sentence where the groups logged unequally often, or nothing.

    Parameters
    ----------
    people : pandas.DataFrame
        group, left_out, and logged (share of days) where the event counts logged days.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a", "b"], "left_out": "", "logged": [0.4, 0.95]})
    >>> unequal_logging(told)[:57]
    'Pain was logged on 40 % of days in a and on 95 % of days '
    >>> unequal_logging(told.drop(columns="logged"))
    ''
    """
    if "logged" not in people:
        return ""
    share = used(people).groupby("group")["logged"].mean()
    if len(share) < 2 or not share.max() - share.min() > APART:
        return ""
    said = " and ".join(
        f"on {number(100 * share[name], 0)} % of days in {name}"
        for name in in_order(share.index.to_series())
    )
    return (
        f"Pain was logged {said}. So many logged days one after another take longer where fewer "
        f"are logged. {NOT_TESTED}"
    )


def lost_unequally(people: pd.DataFrame) -> str:
    """Return a sentence where the groups lost people unequally, or nothing.

    Parameters
    ----------
    people : pandas.DataFrame
        group and left_out of the comparison, so that its limit is the same.

    Examples
    --------
    >>> gone = ["", "", "", "stopped logging"]
    >>> lost_unequally(pd.DataFrame({"group": list("aabb"), "left_out": gone}))[:51]
    'The groups lost people unequally (a 0 %, b 50 % are'
    """
    said = unequal_loss(people)
    return f"{said} {TOO_OFTEN}" if said else ""


def untested(estimates: Iterable[Estimate], reason: str) -> list[Estimate]:
    """Return differences without interval, and tests without number and p, for this reason."""
    return [
        replace(
            one,
            estimate=None if one.p is not None else one.estimate,
            low=None,
            high=None,
            p=None,
            no_interval=reason,
        )
        for one in estimates
    ]
