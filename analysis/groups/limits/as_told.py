"""How pain was told: in tens, at the ends of the scale, or on two scales at once."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.groups.people import used
from analysis.model import VAS_MAX
from analysis.wording import number, plural

HEAPED = 0.5
"""Share of readings on whole tens from which it is said; about one in ten falls there by chance."""
AT_AN_END = 0.15
"""Share of people at an end of the scale from which it is said (Terwee and others 2007)."""
FEWEST_READINGS = 20
SHORT_SCALE = 10.0


@dataclass(frozen=True)
class Share:
    """How many of how many, and the sentence for it; "" where there is nothing to say."""

    part: int
    of: int
    sentence: str


def heaping(days: Days, context: str) -> Share:
    """Return the readings on whole tens, of days with one reading of their own.

    Days with several readings hold their mean, and say nothing about how each was told.
    """
    if not context:
        return Share(0, 0, "")
    felt = days.pain[context]
    told = felt.mean[felt.n == 1]
    tens = int((np.abs(told - 10 * np.round(told / 10)) < 1e-9).sum())
    if len(told) < FEWEST_READINGS or tens < HEAPED * len(told):
        return Share(tens, len(told), "")
    return Share(
        tens,
        len(told),
        f"{number(100 * tens / len(told), 0)} % of {plural(len(told), 'reading')} are whole tens "
        "of 100: pain was told in coarse steps, so one reading may be 5 points off. Means over "
        "days and people are less so.",
    )


def at_the_ends(people: pd.DataFrame) -> Share:
    """Return who ended at 0 or began at 100, where a scale has no room left.

    Examples
    --------
    >>> told = pd.DataFrame({"baseline": [60.0, 60.0], "end": [0.0, 30.0], "left_out": ""})
    >>> at_the_ends(told).part
    1
    """
    inside = used(people)
    floor, ceiling = int((inside["end"] == 0).sum()), int((inside["baseline"] == VAS_MAX).sum())
    n = len(inside)
    said = []
    if n and floor >= AT_AN_END * n:
        said.append(f"{floor:,} of {plural(n, 'person', 'people')} ended at 0")
    if n and ceiling >= AT_AN_END * n:
        said.append(f"{ceiling:,} of {plural(n, 'person', 'people')} began at 100")
    if not said:
        return Share(floor + ceiling, n, "")
    return Share(
        floor + ceiling,
        n,
        f"{' and '.join(said)}: the scale goes no further there, so a mean may hide how far they "
        "are apart. A comparison by ranks stands beside it.",
    )


def two_scales(days: Days, context: str) -> Share:
    """Return the people who never told more than 10 of 100, where others mostly did.

    Asked of people with a reading above 0; half of the people or more must go beyond 10.
    """
    felt = pd.Series(pain_by_day(days, context))
    most = felt.groupby(days.tendons["person"].to_numpy()[days.tendon]).max()
    most = most[most > 0]
    low = int((most <= SHORT_SCALE).sum())
    if not low or low * 2 > len(most):
        return Share(low, len(most), "")
    return Share(
        low,
        len(most),
        f"{plural(low, 'person', 'people')} of {len(most):,} never told pain above 10 of 100, "
        f"others up to {number(float(most.max()), 0)}. Was it told on a scale of 0 to 10? "
        "Then their readings are ten times too low here: please check the file.",
    )
