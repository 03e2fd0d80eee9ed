"""The share of each group that returned to activity, and the difference of two shares."""

from dataclasses import replace

from analysis.estimate import Estimate
from analysis.groups.limits.design import MADE_FROM_RESULT, made_from_result
from analysis.groups.methods.shares import Answers, answers, difference, known_pairs, share
from analysis.groups.people import one_each
from analysis.outcomes import Outcomes

RETURNED = "Returned to activity"
NOT_KNOWN = "return not known"


def returned(outcomes: Outcomes, by: str) -> tuple[Estimate, ...]:
    """Return each group's share of people who returned, then the differences of pairs.

    Shares have Wilson's interval, differences Newcombe's (1998, method 10), and no p.
    People whose return is not known are not in the share; each estimate counts them
    and says what the share would be if all or none of them had returned. Between
    groups made from the result there is no interval.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    told = return_answers(outcomes, by)
    shares = [share(RETURNED, name, told[name]) for name in told]
    differences = [difference(RETURNED, pair, told) for pair in known_pairs(told)]
    if made_from_result(by):
        differences = [_withheld(one) for one in differences]
    return (*shares, *differences)


def return_answers(outcomes: Outcomes, by: str) -> dict[str, Answers]:
    """Return who returned to activity, by group in order."""
    people, _ = one_each(outcomes, by)
    answer = people["returned_to_activity"].where(lambda told: told.isin(["yes", "no"]))
    return answers(people["group"], answer == "yes", answer.isna().map({True: NOT_KNOWN}))


def _withheld(one: Estimate) -> Estimate:
    return replace(
        one, method="difference of shares", low=None, high=None, no_interval=MADE_FROM_RESULT
    )
