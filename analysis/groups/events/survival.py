"""How long it took: Kaplan-Meier curves of groups, medians, and the share by the last week."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.estimate import Estimate
from analysis.groups.differences import pairs
from analysis.groups.events.estimates import difference, log_rank, median, share
from analysis.groups.events.first_day import (
    BACK,
    PAIN_FREE,
    RETURN_RULE,
    PainFree,
    pain_free,
    returned,
)
from analysis.groups.events.kaplan_meier import at_risk, kaplan_meier
from analysis.groups.events.unequal import (
    UNEQUAL,
    lost_unequally,
    unequal_logging,
    untested,
)
from analysis.groups.limits.design import made_from_result
from analysis.groups.people import in_order, one_each, used
from analysis.groups.withholding import as_allowed
from analysis.outcomes import Outcomes

FORTNIGHT = 14
ENDED_EARLY = (
    "{n:,} of {all:,} people were followed for less than {week} weeks without it. They are taken "
    "to get there later as the others do; where the sorer stop logging, the shares are too high."
)


@dataclass(frozen=True)
class Survival:
    """Time to one event, by group.

    Attributes
    ----------
    estimates : tuple of Estimate
        Each group's median in days; its share by the end of the week asked, in %; the
        differences of those shares, in percentage points; the log-rank test.
    curves : pandas.DataFrame
        group, day, share (% so far), low, high: a step at each day somebody got there,
        from day 0 to the last day of follow-up.
    at_risk : pandas.DataFrame
        group, day (every fortnight), at_risk (followed and not there yet), happened
        and ended (follow-up over without it) before that day.
    people : pandas.DataFrame
        person, group, day, happened, left_out.
    rule : str
        What counts as the event.
    notes : tuple of str
        What was done, in plain sentences.
    """

    estimates: tuple[Estimate, ...]
    curves: pd.DataFrame
    at_risk: pd.DataFrame
    people: pd.DataFrame
    rule: str
    notes: tuple[str, ...]


def time_to_pain_free(
    days: Days,
    outcomes: Outcomes,
    by: str,
    rule: PainFree | None = None,
    withheld: bool = False,
) -> Survival:
    """Return the time from day 0 to being pain free, under a rule that is shown.

    ``withheld`` as in :func:`survival`.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    rule = rule or PainFree()
    people, notes = pain_free(days, outcomes, by, rule)
    lost = lost_unequally(one_each(outcomes, by)[0])
    return survival(people, by, outcomes.week, PAIN_FREE, str(rule), notes, withheld, lost)


def time_to_return(days: Days, outcomes: Outcomes, by: str, withheld: bool = False) -> Survival:
    """Return the time from day 0 to the day of return to activity.

    ``withheld`` as in :func:`survival`.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, notes = returned(days, outcomes, by)
    lost = lost_unequally(one_each(outcomes, by)[0])
    return survival(people, by, outcomes.week, BACK, RETURN_RULE, notes, withheld, lost)


def survival(
    people: pd.DataFrame,
    by: str,
    week: int,
    what: str,
    rule: str,
    notes: tuple[str, ...] = (),
    withheld: bool = False,
    lost: str = "",
) -> Survival:
    """Return curves, medians, shares by the end of a week, and the log-rank test.

    Below 5 people in a group there is no interval and no test, below 3 no number.
    Groups made from the result are not tested, and their differences have no interval;
    nor are those that logged unequally often where the event counts logged days.

    Parameters
    ----------
    people : pandas.DataFrame
        person, group, day, happened, left_out, and logged (share of days logged) where
        the event counts logged days.
    withheld : bool
        Whether the groups were made from the result although the column's name does not
        tell it.
    lost : str
        What :func:`analysis.groups.events.unequal.lost_unequally` says of the comparison; it
        stands beside whatever sets groups apart.
    """
    names = in_order(people["group"])
    inside = {name: used(people)[used(people)["group"] == name] for name in names}
    curves = {
        name: kaplan_meier(told["day"].to_numpy(), told["happened"].to_numpy())
        for name, told in inside.items()
    }
    medians = [median(people, name, curves[name], what) for name in names]
    shares = {name: share(people, name, curves[name], what, week) for name in names}
    between = [difference(people, pair, shares, what, week) for pair in pairs(names)]
    tests = [] if withheld or made_from_result(by) else [log_rank(people, names, what)]
    set_apart = [*between, *filter(None, tests)]
    if rarely := unequal_logging(people):
        set_apart = untested(set_apart, UNEQUAL)
    if lost:
        set_apart = [replace(one, warnings=(*one.warnings, lost)) for one in set_apart]
    found = as_allowed((*medians, *shares.values(), *set_apart), by, withheld)
    drawn = [curve.steps().assign(group=name) for name, curve in curves.items() if curve.n]
    said = (*notes, *filter(None, [rarely]), *_ended_early(people, week))
    return Survival(found, _stack(drawn), _at_risk(inside, week), people, rule, said)


def _ended_early(people: pd.DataFrame, week: int) -> tuple[str, ...]:
    inside = used(people)
    early = int((~inside["happened"] & (inside["day"] < WEEK_DAYS * (week - 1))).sum())
    return (ENDED_EARLY.format(n=early, all=len(inside), week=week),) if early else ()


def _stack(parts: list[pd.DataFrame]) -> pd.DataFrame:
    columns = ["group", "day", "share", "low", "high"]
    told = pd.concat(parts) if parts else pd.DataFrame(columns=columns)
    return told[columns].reset_index(drop=True)


def _at_risk(inside: dict[str, pd.DataFrame], week: int) -> pd.DataFrame:
    at = np.arange(0, WEEK_DAYS * week + 1, FORTNIGHT)
    parts = [
        at_risk(told["day"].to_numpy(), told["happened"].to_numpy(), at).assign(group=name)
        for name, told in inside.items()
    ]
    columns = ["group", "day", "at_risk", "happened", "ended"]
    told = pd.concat(parts) if parts else pd.DataFrame(columns=columns)
    return told[columns].reset_index(drop=True)
