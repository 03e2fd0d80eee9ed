"""The share of each group that returned to activity, and the difference of two shares."""

from dataclasses import replace
from functools import partial

import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.design import MADE_FROM_RESULT, made_from_result
from analysis.groups.differences import pairs
from analysis.groups.people import in_order, one_each
from analysis.outcomes import Outcomes
from analysis.wording import number

NOT_KNOWN = "return not known"
WILSON = "Wilson"
NEWCOMBE = "Newcombe's hybrid score"


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
    people, _ = one_each(outcomes, by)
    people = people.dropna(subset=["group"])
    names = in_order(people["group"])
    told = {name: _told(people[people["group"] == name]) for name in names}
    shares = [_share(name, *told[name]) for name in names]
    known = [pair for pair in pairs(names) if all(told[name][1] for name in pair)]
    differences = [_difference(pair, told) for pair in known]
    if made_from_result(by):
        differences = [_withheld(one) for one in differences]
    return (*shares, *differences)


def _told(group: pd.DataFrame) -> tuple[int, int, int]:
    """Return how many returned, of how many known, and of how many it is not known."""
    answer = group["returned_to_activity"]
    yes, known = int((answer == "yes").sum()), int(answer.isin(["yes", "no"]).sum())
    return yes, known, len(group) - known


def _unknown(n: int) -> tuple[LeftOut, ...]:
    return (LeftOut(NOT_KNOWN, n),) if n else ()


def _share(name: str, k: int, n: int, unknown: int) -> Estimate:
    made = partial(Estimate, f"Returned to activity in {name}", unit="%", n={name: n})
    made = partial(made, left_out=_unknown(unknown))
    if n == 0:
        return made(method=WILSON, estimate=None, no_interval="nobody's return is known")
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(k, n, method="wilson")
    everyone = n + unknown
    bounds = (
        f"Of all {everyone:,}, between {number(100 * k / everyone, 0)} % (none of the "
        f"{unknown:,} not known) and {number(100 * (k + unknown) / everyone, 0)} % (all of them)."
    )
    return made(
        method=f"{k} of {n}, {WILSON}",
        estimate=100 * k / n,
        low=100 * float(low),
        high=100 * float(high),
        warnings=(bounds,) if unknown else (),
    )


def _difference(pair: tuple[str, str], told: dict[str, tuple[int, int, int]]) -> Estimate:
    from statsmodels.stats.proportion import confint_proportions_2indep

    (k1, n1, unknown1), (k2, n2, unknown2) = (told[name] for name in pair)
    low, high = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff")
    return Estimate(
        name=f"Returned to activity, {pair[0]} minus {pair[1]}",
        method=NEWCOMBE,
        estimate=100 * (k1 / n1 - k2 / n2),
        low=100 * float(low),
        high=100 * float(high),
        unit="percentage points",
        n={pair[0]: n1, pair[1]: n2},
        left_out=_unknown(unknown1 + unknown2),
    )


def _withheld(one: Estimate) -> Estimate:
    return replace(
        one, method="difference of shares", low=None, high=None, no_interval=MADE_FROM_RESULT
    )
