"""A planned study: people needed, what can be seen with the people there are, in words."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import FOR_ANCOVA, FOR_INTERVAL
from analysis.planning.curve import curve_between, people_shown, scaled
from analysis.planning.formula import A_PLAN, detectable, people_needed, power_curve
from analysis.planning.own_people import LEVEL, OwnPeople
from analysis.planning.plan import INTERACTION, ONE_FACTOR, Plan
from analysis.wording import number, plural

TOO_LITTLE = 50
"""Power (%) below which what is found overstates by two fifths (Gelman and Carlin 2014)."""


IN_EACH = "people in each"
LEFT_OPEN = "The interval is what the standard deviation of {} leaves open."


@dataclass(frozen=True)
class Study:
    """What comes of a plan.

    Attributes
    ----------
    plan : Plan
        What was asked.
    people : int
        Who start in each group or cell, of those there are.
    sentence : str
        What could be found with them.
    estimates : tuple of Estimate
        People needed; the smallest difference or margin with the people there are; the
        power with them.
    curve : pandas.DataFrame
        people, left, power (%), and low and high: the power at the limits of the
        standard deviation, missing where it was typed.
    warnings : tuple of str
        What the formula does not say.
    """

    plan: Plan
    people: int
    sentence: str
    estimates: tuple[Estimate, ...]
    curve: pd.DataFrame
    warnings: tuple[str, ...]


def study(plan: Plan, people: int, own: OwnPeople | None = None) -> Study:
    """Return what a plan comes down to, by formula, with so many people in each group or cell.

    Where the scatter is from an own log, the numbers have the interval that the 95 %
    limits of its standard deviation leave open.

    Examples
    --------
    >>> from analysis.planning.plan import Scatter
    >>> told = Plan(Scatter(20, 20, 0.5), difference=15, adjusted=False)
    >>> print(study(told, people=14).sentence)
    With 14 people in each group, differences of 22 points and more would be found in 8 of 10
    such studies.
    """
    needed = _planned("People needed", plan, people, own, people_needed)
    what = "Smallest difference" if plan.margin is None else "Smallest margin"
    least = _planned(what, plan, people, own, lambda asked: detectable(asked, people))
    seen = _power(plan, people, own, needed.method)
    return Study(
        plan=plan,
        people=people,
        sentence=_sentence(plan, people, least),
        estimates=(needed, least, seen),
        curve=curve_between(plan, own, people_shown(people, needed)),
        warnings=_limits(plan, people, seen),
    )


def of_ten(share: float) -> str:
    """Return a share in words: of 10 where it is whole, else of 100.

    Examples
    --------
    >>> of_ten(0.8), of_ten(0.85), of_ten(0.805)
    ('8 of 10', '85 of 100', '80.5 of 100')
    """
    hundreds = round(100 * share, 4)
    return f"{hundreds / 10:.0f} of 10" if hundreds % 10 == 0 else f"{hundreds:g} of 100"


def _planned(
    name: str,
    plan: Plan,
    people: int,
    own: OwnPeople | None,
    work: Callable[[Plan], Estimate],
) -> Estimate:
    """Return an estimate, or one without a number that says why there is none.

    Its interval is what the standard deviation of an own log leaves open.
    """
    try:
        found = work(plan)
        if own is None:
            return found
        low, high = (work(scaled(plan, k)).estimate for k in own.factors(plan.adjusted))
    except ValueError as error:
        n = {plan.cells.cell: people}
        why = (str(error),)
        return Estimate(name, plan.layout, None, "", n, unit_of_n=IN_EACH, warnings=why)
    said = (*found.warnings, LEFT_OPEN.format(plural(own.learnt.n, "person", "people")))
    return replace(found, low=low, high=high, level=LEVEL, no_interval="", warnings=said)


def _power(plan: Plan, people: int, own: OwnPeople | None, method: str) -> Estimate:
    told = curve_between(plan, own, [people]).iloc[0]
    known = own is not None
    return Estimate(
        name="Power",
        method=method,
        estimate=float(told["power"]),
        low=float(told["low"]) if known else None,
        high=float(told["high"]) if known else None,
        unit="%",
        n={plan.cells.cell: people},
        no_interval="" if known else A_PLAN,
        unit_of_n=IN_EACH,
    )


def _sentence(plan: Plan, people: int, least: Estimate) -> str:
    lost = f", {number(100 * plan.lost)} % of them lost," if plan.lost else ","
    start = f"With {plural(people, 'person', 'people')} in each {plan.cells.cell}{lost}"
    if least.estimate is None:
        return f"{start} no difference could be found: too few are left."
    size = f"{math.ceil(least.estimate - 0.05)} points"  # up: the next whole one is found as often
    often = f"in {of_ten(plan.power)} such studies"
    if plan.margin is not None:
        what = "differences differ by" if plan.layout == INTERACTION else "a difference is"
        return f"{start} it could be shown {often} that {what} less than {size}."
    what = "differences that differ by" if plan.layout == INTERACTION else "differences of"
    return f"{start} {what} {size} and more would be found {often}."


def _limits(plan: Plan, people: int, seen: Estimate) -> tuple[str, ...]:
    """Return what stands between the formula and the comparison of such a study."""
    left = int(power_curve(plan, [people])["left"].iloc[0])
    compared = 2 * left if plan.layout == ONE_FACTOR else left
    said = []
    if compared < FOR_INTERVAL:
        said.append(f"With fewer than {FOR_INTERVAL} people left in a group no interval is given.")
    elif compared < FOR_ANCOVA and plan.adjusted:
        said.append(
            f"The baseline is taken into account from {FOR_ANCOVA} people left in a group; with "
            "fewer, changes are compared. Choose changes above to plan for that."
        )
    if plan.margin is None and seen.estimate is not None and seen.estimate < TOO_LITTLE:
        said.append(
            f"With a power of {number(seen.estimate, 0)} %, a difference that is found tends to "
            "look larger than it is."
        )
    return tuple(said)
