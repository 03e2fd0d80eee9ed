"""How many people, the smallest size they find, and the power, by the formula of a plan."""

import math
from collections.abc import Sequence

import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.plan import Plan
from analysis.wording import plural

A_PLAN = "a plan, not a sample"
MOST_PEOPLE = 100_000
BOTH_TENDONS = (
    "Both tendons of a person count as one person: the one with more pain at the start stands "
    "for them, so following both needs no fewer people."
)


def people_needed(plan: Plan) -> Estimate:
    """Return how many people to start with in each group or cell.

    The fewest whose power by the plan's formula reaches what is asked, after some are lost.

    Raises
    ------
    ValueError
        Where even 100,000 people a group would not do.

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> people_needed(PainPlan(Scatter(20, 20, 0.5), difference=10, adjusted=False)).estimate
    64.0
    >>> from analysis.planning.share import SharePlan
    >>> people_needed(SharePlan(0.5, difference=25, power=0.9)).estimate
    77.0
    """
    few, many = 2, MOST_PEOPLE
    if plan.chance(many) < plan.power:
        raise ValueError(f"Not even {MOST_PEOPLE:,} people in each {plan.cells.cell} would do.")
    while few < many:  # power rises with people, so halving finds the fewest
        middle = (few + many) // 2
        few, many = (few, middle) if plan.chance(middle) >= plan.power else (middle + 1, many)
    started = math.ceil(few / (1 - plan.lost) - 1e-9)
    unit = f"people in each {plan.cells.cell}"
    return _planned("People needed", plan, float(started), unit, started)


def detectable(plan: Plan, people: int) -> Estimate:
    """Return the smallest difference that so many people in each group can be asked for.

    With a margin it is the smallest margin that could be shown instead.

    Raises
    ------
    ValueError
        Where fewer than 2 people a group would be left, or no difference is large enough.

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> plan = PainPlan(Scatter(20, 20, 0.5), adjusted=False)
    >>> round(detectable(plan, people=14).estimate, 1)
    22.0
    """
    left = plan.left(people)
    if left < 2:
        raise ValueError(f"Fewer than 2 people would be left in a {plan.cells.cell}.")
    return _planned(plan.least, plan, plan.smallest(left), plan.unit, people)


def power_curve(plan: Plan, people: Sequence[int]) -> pd.DataFrame:
    """Return the power for some numbers of people.

    Returns
    -------
    pandas.DataFrame
        people (who start, in each group or cell), left (of them, with an end), power (%).

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> plan = PainPlan(Scatter(20, 20, 0.5), difference=10, adjusted=False)
    >>> power_curve(plan, [14, 64])["power"].round().tolist()
    [25.0, 80.0]
    """
    left = [plan.left(n) for n in people]
    told = [100 * plan.chance(n) for n in left]
    return pd.DataFrame({"people": list(people), "left": left, "power": told})


def _planned(name: str, plan: Plan, value: float, unit: str, people: int) -> Estimate:
    cells, lost = plan.cells, people - plan.left(people)
    all_told = plural(cells.cells * people, "person", "people")
    said = [f"{all_told} in all."]
    if lost:
        said.append(f"Of {people:,} in each {cells.cell}, {lost:,} are taken to be lost.")
    if plan.tendons > 1:
        said.append(BOTH_TENDONS)
    return Estimate(
        name=name,
        method=plan.method,
        estimate=value,
        unit=unit,
        n={cells.cell: people},
        no_interval=A_PLAN,
        unit_of_n="people in each",
        warnings=tuple(said),
    )
