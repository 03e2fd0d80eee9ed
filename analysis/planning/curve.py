"""Power over numbers of people, and what an own log leaves open of it."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.formula import power_curve
from analysis.planning.own_people import OwnPeople
from analysis.planning.plan import Plan

CURVE_POINTS = 60
LEAST_ON_CURVE = 30


def curve_between(plan: Plan, own: OwnPeople | None, people: Sequence[int]) -> pd.DataFrame:
    """Return the power for some numbers of people, and between what an own log leaves open.

    Returns
    -------
    pandas.DataFrame
        people, left, power, low, high (%); low and high are missing where what people are
        like was typed.
    """
    told = power_curve(plan, people)
    if own is None:
        return told.assign(low=np.nan, high=np.nan)
    powers = np.array([power_curve(one, people)["power"] for one in plan.alternatives(own.df)])
    return told.assign(low=powers.min(axis=0), high=powers.max(axis=0))


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
