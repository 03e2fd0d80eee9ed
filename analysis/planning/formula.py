"""How many people, by formula: Student's t with the scatter that the baseline leaves."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import POINTS
from analysis.planning.plan import Plan
from analysis.wording import number, plural

A_PLAN = "a plan, not a sample"
MOST_PEOPLE = 100_000
NODES = 200
"""Of the quadrature over the scatter: the power is right to six digits."""
BOTH_TENDONS = (
    "Both tendons of a person count as one person: the one with more pain at the start stands "
    "for them, so following both needs no fewer people."
)


def people_needed(plan: Plan) -> Estimate:
    """Return how many people to start with in each group or cell.

    The fewest whose power by the noncentral t reaches what is asked, after some are
    lost. Without adjustment, two groups and no margin it is the two-sample t test's
    (``power.t.test`` of R); taking the baseline into account needs (1 - r²) times as
    many; a margin takes two one-sided tests.

    Raises
    ------
    ValueError
        Where even 100,000 people a group would not do.

    Examples
    --------
    >>> from analysis.planning.plan import Scatter
    >>> people_needed(Plan(Scatter(20, 20, 0.5), difference=10, adjusted=False)).estimate
    64.0
    """
    few, many = 2, MOST_PEOPLE
    if _power(plan, many) < plan.power:
        raise ValueError(f"Not even {MOST_PEOPLE:,} people in each {plan.cells.cell} would do.")
    while few < many:  # power rises with people, so halving finds the fewest
        middle = (few + many) // 2
        few, many = (few, middle) if _power(plan, middle) >= plan.power else (middle + 1, many)
    started = math.ceil(few / (1 - plan.lost) - 1e-9)
    return _planned(plan, float(started), f"people in each {plan.cells.cell}", started)


def detectable(plan: Plan, people: int) -> Estimate:
    """Return the smallest difference that so many people in each group can be asked for.

    With a margin it is the smallest margin that could be shown instead.

    Raises
    ------
    ValueError
        Where fewer than 2 people a group would be left.

    Examples
    --------
    >>> from analysis.planning.plan import Scatter
    >>> round(detectable(Plan(Scatter(20, 20, 0.5), adjusted=False), people=14).estimate, 1)
    22.0
    """
    from scipy.optimize import brentq

    left = _left(plan, people)
    if left < 2:
        raise ValueError(f"Fewer than 2 people would be left in a {plan.cells.cell}.")
    se = _se(plan, left)
    start = abs(plan.difference) if plan.margin is not None else 0.0

    def short_of(size: float) -> float:
        asked = (
            replace(plan, difference=size)
            if plan.margin is None
            else replace(plan, margin=start + size)
        )
        return _power(asked, left) - plan.power

    size = start + float(brentq(short_of, 1e-6 * se, 1e3 * se, xtol=1e-9 * se))
    return _planned(plan, size, POINTS, people)


def power_curve(plan: Plan, people: Sequence[int]) -> pd.DataFrame:
    """Return the power for some numbers of people.

    Returns
    -------
    pandas.DataFrame
        people (who start, in each group or cell), left (of them, with an end), power (%).

    Examples
    --------
    >>> from analysis.planning.plan import Scatter
    >>> plan = Plan(Scatter(20, 20, 0.5), difference=10, adjusted=False)
    >>> power_curve(plan, [14, 64])["power"].round().tolist()
    [25.0, 80.0]
    """
    left = [_left(plan, n) for n in people]
    told = [100 * _power(plan, n) for n in left]
    return pd.DataFrame({"people": list(people), "left": left, "power": told})


def _left(plan: Plan, people: int) -> int:
    return math.floor(people * (1 - plan.lost) + 1e-9)


def _se(plan: Plan, left: int) -> float:
    return plan.sd * math.sqrt(plan.cells.variance / left)


def _power(plan: Plan, left: int) -> float:
    """Return the chance to see it, averaged over what the scatter may turn out to be.

    Given the scatter seen, the estimate is normal; averaging over its chi distribution
    gives the noncentral t, and for a margin Owen's (1965) exact power of two one-sided
    tests.
    """
    from scipy import special, stats

    df = plan.cells.cells * (left - 1) - plan.adjusted
    if left < 2 or df < 1:
        return 0.0
    node, weight = _quadrature()
    seen = np.sqrt(2 * special.gammaincinv(df / 2, node) / df)
    away = plan.difference / _se(plan, left)
    if plan.margin is None:
        edge = stats.t.ppf(1 - plan.level / 2, df) * seen
        chance = stats.norm.sf(edge - away) + stats.norm.cdf(-edge - away)
    else:
        room = plan.margin / _se(plan, left) - stats.t.ppf(1 - plan.level, df) * seen
        chance = np.maximum(stats.norm.cdf(room - away) - stats.norm.cdf(-room - away), 0)
    return float(chance @ weight)


@cache
def _quadrature() -> tuple[np.ndarray, np.ndarray]:
    """Return Gauss-Legendre nodes and weights from 0 to 1."""
    node, weight = np.polynomial.legendre.leggauss(NODES)
    return (node + 1) / 2, weight / 2


def _planned(plan: Plan, value: float, unit: str, people: int) -> Estimate:
    cells, lost = plan.cells, people - _left(plan, people)
    all_told = plural(cells.cells * people, "person", "people")
    said = [f"{all_told} in all."]
    if lost:
        said.append(f"Of {people:,} in each {cells.cell}, {lost:,} are taken to be lost.")
    if plan.tendons > 1:
        said.append(BOTH_TENDONS)
    return Estimate(
        name=_name(plan, unit),
        method=_method(plan),
        estimate=value,
        unit=unit,
        n={cells.cell: people},
        no_interval=A_PLAN,
        unit_of_n="people in each",
        warnings=tuple(said),
    )


def _name(plan: Plan, unit: str) -> str:
    if unit != POINTS:
        return "People needed"
    return "Smallest difference" if plan.margin is None else "Smallest margin"


def _method(plan: Plan) -> str:
    model = "end with the baseline taken into account" if plan.adjusted else "change, t test"
    asked = (
        f"difference of {number(plan.difference)}"
        if plan.margin is None
        else f"two one-sided tests against a margin of {number(plan.margin)}"
    )
    return (
        f"{plan.layout}; {model}; {asked} points, standard deviation {number(plan.sd, 1)}, "
        f"power {number(100 * plan.power)} %, level {number(100 * plan.level)} %"
    )
