"""Power over numbers of people, and what the scatter of an own log leaves open of it."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.formula import power_curve
from analysis.planning.own_people import OwnPeople
from analysis.planning.plan import Plan, Scatter

CURVE_POINTS = 60
LEAST_ON_CURVE = 30


def curve_between(plan: Plan, own: OwnPeople | None, people: Sequence[int]) -> pd.DataFrame:
    """Return the power for some numbers of people, and at the limits of the scatter.

    Returns
    -------
    pandas.DataFrame
        people, left, power, low, high (%); low and high are missing where the scatter was
        typed.
    """
    told = power_curve(plan, people)
    if own is None:
        return told.assign(low=np.nan, high=np.nan)
    alike, unlike = (
        power_curve(scaled(plan, factor), people)["power"] for factor in own.factors(plan.adjusted)
    )
    return told.assign(low=unlike, high=alike)


def scaled(plan: Plan, factor: float) -> Plan:
    """Return the plan with people who differ so many times as much.

    Examples
    --------
    >>> scaled(Plan(Scatter(20, 10, 0.5)), 2).scatter
    Scatter(end_sd=40, baseline_sd=20, r=0.5)
    """
    told = plan.scatter
    return replace(plan, scatter=Scatter(told.end_sd * factor, told.baseline_sd * factor, told.r))


def people_shown(people: int, needed: Estimate) -> list[int]:
    """Return the numbers of people of a curve: beyond those there are and those needed.

    Examples
    --------
    >>> told = Estimate("People needed", "t", None, "", {}, no_interval="none")
    >>> people_shown(4, told)[-1]
    30
    """
    marked = [people, int(needed.estimate or people)]
    last = max(LEAST_ON_CURVE, math.ceil(1.5 * max(marked)))
    even = np.linspace(2, last, min(CURVE_POINTS, last - 1)).round().astype(int)
    return sorted({*even.tolist(), *marked})
