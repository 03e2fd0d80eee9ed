"""How many people's pain fell by so much, and how many are back in activity."""

from dataclasses import dataclass

import pandas as pd

from analysis.groups.cohort import Cohort
from analysis.groups.methods.further import by_share
from analysis.groups.methods.responders import PERCENT, POINTS, response_curve
from analysis.groups.people import used
from analysis.groups.section import Section

TITLE = "How many people's pain fell by so much?"


@dataclass(frozen=True)
class Shares:
    """Shares at the threshold asked, and the curve of the share over all thresholds.

    Attributes
    ----------
    sections : tuple of Section
        At the threshold; back in activity where the log knows.
    curve : pandas.DataFrame
        unit ("points" or "%"), and the columns of
        :func:`analysis.groups.methods.responders.response_curve`.
    """

    sections: tuple[Section, ...]
    curve: pd.DataFrame


def fits(cohort: Cohort) -> bool:
    """Return whether anybody's change is known."""
    return not used(cohort.found.people).empty


def work(cohort: Cohort) -> Shares:
    """Return the shares and their curve."""
    people = cohort.found.people
    parts = [response_curve(people, unit).assign(unit=unit) for unit in (POINTS, PERCENT)]
    told = by_share(cohort.outcomes, cohort.asked.by, (cohort.asked.threshold,), cohort.found)
    return Shares(told, pd.concat(parts, ignore_index=True))


def say(told: Shares) -> tuple[Section, ...]:
    """Return the shares at the threshold, and of those back in activity."""
    return told.sections
