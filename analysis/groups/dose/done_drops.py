"""Done volume beside pain: a person's own heavier days apart from who does more."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.differences import POINTS
from analysis.groups.dose.day_pairs import day_pairs
from analysis.groups.dose.within_between import Question, spreads
from analysis.outcomes import Outcomes
from analysis.wording import number

DROPS = 30.0
PAIN = 10.0
ONE_SET = 15.0
"""Drops a day: people or days that differ by less than one set say nothing of dose."""
OVER_A_WEEK = 5.0
"""Drops a day, the same for means of a week: a set more or less every third day."""
FOR_WEEKS = 20
"""People from whom means of a week have an interval: neighbouring ones share six days."""
LEAST_PAIN = 5.0
A_DAY = "drops a day"
WITHIN_HEADING = "Days with more drops than usual for the person"
REVERSE_HEADING = "Days after more pain than usual for the person"
WITHIN_PEOPLE, BETWEEN_PEOPLE = "within people, day to day", "between people"
BETWEEN_HEADING = "Who does more, not what more does"


@dataclass(frozen=True)
class Part:
    """Some numbers of one question, under a heading of their own."""

    heading: str
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True)
class Dose:
    """Done drops beside pain, in three parts that answer three questions.

    Attributes
    ----------
    parts : tuple of Part
        Within people, pain after drops; within people, drops after pain; between
        people.
    spread : pandas.DataFrame
        what ("within people, day to day", "between people") and sd, the standard
        deviation in drops a day; missing where unknown.
    people : pandas.DataFrame
        person, drops (mean a day) and pain (mean VAS 0-100): what the part between
        people is worked out of.
    sentence : str
        Which of the two directions within people is the stronger; "" where one of
        them has no number.
    """

    parts: tuple[Part, ...]
    spread: pd.DataFrame
    people: pd.DataFrame
    sentence: str

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """Every estimate, in the order of the parts."""
        return tuple(one for part in self.parts for one in part.estimates)


def dose(days: Days, outcomes: Outcomes) -> Dose:
    """Return how pain goes with the drops done, per 30 drops, as done and not as prescribed.

    Within people: pain on time and on yesterday's drops beside the person's own mean,
    the same with the mean of the 7 days before, and the other way round drops on
    yesterday's pain; errors clustered by person. Between people: mean pain on mean
    drops, one row a person. Where drops differ by less than one set of 15 (standard
    deviation; a third of one for means of a week) a part is refused and its spread
    said. Load added up since the start is not in here: it can only rise, while pain
    mostly falls.
    """
    pairs = day_pairs(days, outcomes)
    after = Question(pairs, "pain", "drops_before", DROPS, ONE_SET, POINTS, A_DAY)
    week = Question(pairs, "pain", "drops_week", DROPS, OVER_A_WEEK, POINTS, A_DAY, FOR_WEEKS)
    back = Question(pairs, "drops", "pain_before", PAIN, LEAST_PAIN, A_DAY, POINTS)
    next_day = after.within("Pain the day after 30 drops more than usual")
    reverse = back.within("Drops the day after 10 points more pain than usual")
    within = (
        next_day,
        week.within("Pain after a week with 30 drops a day more than usual"),
        after.correlation("Correlation of yesterday's drops with the step in pain"),
    )
    between = after.between("Pain of people who do 30 drops a day more than others")
    parts = (
        Part(WITHIN_HEADING, within),
        Part(REVERSE_HEADING, (reverse,)),
        Part(BETWEEN_HEADING, (between,)),
    )
    own, others = spreads(after.rows, "drops_before")
    spread = pd.DataFrame({"what": [WITHIN_PEOPLE, BETWEEN_PEOPLE], "sd": [own, others]})
    people = after.means.reset_index().rename(columns={"drops_before": "drops"})
    return Dose(parts, spread, people[["person", "drops", "pain"]], _said(next_day, reverse))


def _said(after: Estimate, reverse: Estimate) -> str:
    """Return which direction stands out more from its own uncertainty."""
    sizes = [_in_half_widths(one) for one in (after, reverse)]
    if np.isnan(sizes).any():
        return ""
    if max(sizes) < 1:
        return "Neither direction stands out: pain after drops, or drops after pain."
    stronger = ("pain after drops", "drops after pain")[int(np.argmax(sizes))]
    shown = f"{number(max(sizes), 1)} and {number(min(sizes), 1)} times its interval's half width"
    return f"Of the two directions, {stronger} is the stronger ({shown})."


def _in_half_widths(one: Estimate) -> float:
    if one.estimate is None or one.low is None or one.high is None:
        return float("nan")
    return abs(one.estimate) / ((one.high - one.low) / 2)
