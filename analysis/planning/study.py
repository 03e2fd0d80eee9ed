"""A planned study: people needed, what can be seen with the people there are, in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.curve import curve_between, people_shown
from analysis.planning.formula import A_PLAN, detectable, people_needed
from analysis.planning.own_people import OwnPeople
from analysis.planning.plan import Plan
from analysis.planning.scatter import LEVEL
from analysis.wording import number, plural

TOO_LITTLE = 50
"""Power (%) below which what is found overstates by two fifths (Gelman and Carlin 2014)."""


IN_EACH = "people in each"
LEFT_OPEN = "The interval is what the {} of {} leaves open."
NOT_AT_LIMITS = "at a limit of the {} of the own people there is no number"


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
        people, left, power (%), and low and high: between which the own log leaves it,
        missing where what people are like was typed.
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

    Where the scatter or the share is from an own log, the numbers have the interval that
    its 95 % limits leave open.

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> told = PainPlan(Scatter(20, 20, 0.5), difference=15, adjusted=False)
    >>> print(study(told, people=14).sentence)
    With 14 people in each group, differences of 22 points and more would be found in 8 of 10
    such studies.
    """
    needed = _planned("People needed", plan, people, own, people_needed)
    least = _planned(plan.least, plan, people, own, lambda asked: detectable(asked, people))
    seen = _power(plan, people, own, needed.method)
    return Study(
        plan=plan,
        people=people,
        sentence=_sentence(plan, people, least),
        estimates=(needed, least, seen),
        curve=curve_between(plan, own, people_shown(people, needed)),
        warnings=_limits(plan, people, seen),
    )


def _planned(
    name: str,
    plan: Plan,
    people: int,
    own: OwnPeople | None,
    work: Callable[[Plan], Estimate],
) -> Estimate:
    """Return an estimate, or one without a number that says why there is none."""
    try:
        found = work(plan)
    except ValueError as error:
        n = {plan.cells.cell: people}
        why = (str(error),)
        return Estimate(name, plan.layout, None, "", n, unit_of_n=IN_EACH, warnings=why)
    return found if own is None else _left_open(found, plan, own, work)


def _left_open(
    found: Estimate, plan: Plan, own: OwnPeople, work: Callable[[Plan], Estimate]
) -> Estimate:
    """Return the estimate with the interval that the people of an own log leave open."""
    try:
        others = [work(one).estimate for one in plan.alternatives(own.df)]
    except ValueError:
        return replace(found, no_interval=NOT_AT_LIMITS.format(plan.rests_on))
    told = [value for value in (found.estimate, *others) if value is not None]
    said = LEFT_OPEN.format(plan.rests_on, plural(own.n, "person", "people"))
    return replace(
        found,
        low=min(told),
        high=max(told),
        level=LEVEL,
        no_interval="",
        warnings=(*found.warnings, said),
    )


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
    return f"{start} {plan.says(least.estimate)}"


def _limits(plan: Plan, people: int, seen: Estimate) -> tuple[str, ...]:
    """Return what stands between the formula and the comparison of such a study."""
    said = [*plan.cautions(plan.cells.together * plan.left(people))]
    small = seen.estimate is not None and seen.estimate < TOO_LITTLE
    if small and not plan.shows_alike:
        said.append(
            f"With a power of {number(seen.estimate, 0)} %, a difference that is found tends to "
            "look larger than it is."
        )
    return tuple(said)
