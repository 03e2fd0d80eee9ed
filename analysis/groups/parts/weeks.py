"""Week by week: everyone's pain over the weeks, own slopes, who stopped, and what if they hurt."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort
from analysis.groups.section import Section
from analysis.groups.weeks.leaving import Leaving, leaving
from analysis.groups.weeks.lines import person_lines
from analysis.groups.weeks.mixed import Mixed, mixed, too_little
from analysis.groups.weeks.population import population
from analysis.groups.weeks.sections import (
    by_group_lines,
    by_model,
    by_slopes,
    what_if,
    who_stopped,
)
from analysis.groups.weeks.slopes import Slopes, own_slopes
from analysis.groups.weeks.tipping import Tipping, tipping
from analysis.groups.weeks.trajectories import person_weeks, weekly_by_group

TITLE = "Week by week"


@dataclass(frozen=True)
class Weeks:
    """Pain over the weeks, by every way of looking at it.

    Attributes
    ----------
    week : int
        The week asked.
    lines : pandas.DataFrame
        Of :func:`analysis.groups.weeks.lines.person_lines`.
    means : pandas.DataFrame
        Of :func:`analysis.groups.weeks.trajectories.weekly_by_group`: bare means of
        those who logged the week; no limits where the groups were made from the result.
    slopes, left, tipping
        Of their modules.
    group_lines : tuple of Estimate
        Of :func:`analysis.groups.weeks.population.population`.
    model : Mixed or None
        None where it cannot be fitted; ``too_little`` says why.
    counts : pandas.DataFrame
        By group, who is in the number of the comparison.
    withheld : bool
        Whether the groups were made from the result.
    """

    week: int
    lines: pd.DataFrame
    means: pd.DataFrame
    slopes: Slopes
    group_lines: tuple[Estimate, ...]
    left: Leaving
    tipping: Tipping
    model: Mixed | None
    too_little: str
    counts: pd.DataFrame
    withheld: bool


def fits(cohort: Cohort) -> bool:
    """Return whether the log has pain, and groups."""
    return bool(cohort.outcomes.context) and bool(cohort.found.people["group"].notna().any())


def rests_on(asked: Asked) -> Asked:
    """Return the choices that the result rests on; the others change nothing in it."""
    return Asked(asked.by, asked.week, asked.context, asked.only)


def work(cohort: Cohort) -> Weeks:
    """Return the weeks, by every way of looking at them."""
    days, table, by, withheld = _of(cohort)
    people = cohort.found.people.drop_duplicates("person").set_index("person")
    weeks = person_weeks(days, table.context, people["group"])
    gone, few = leaving(days, table, by), too_little(days, table, by)
    return Weeks(
        week=table.week,
        lines=person_lines(days, weeks, gone.people),
        means=_allowed(weekly_by_group(weeks), withheld),
        slopes=own_slopes(days, table, by, withheld),
        group_lines=population(days, table, by, withheld),
        left=gone,
        tipping=tipping(cohort.found),
        model=None if few else _fitted(cohort),
        too_little=few,
        counts=cohort.found.counts,
        withheld=withheld,
    )


def _of(cohort: Cohort):
    return cohort.days, cohort.outcomes, cohort.asked.by, cohort.found.withheld


def _fitted(cohort: Cohort) -> Mixed:
    found = mixed(*_of(cohort))
    return replace(found, weeks=_allowed(found.weeks, cohort.found.withheld))


def _allowed(means: pd.DataFrame, withheld: bool) -> pd.DataFrame:
    """Return means without limits, which side by side are a comparison, where that is withheld."""
    return means.assign(low=np.nan, high=np.nan) if withheld else means


def say(told: Weeks) -> tuple[Section, ...]:
    """Return own slopes, those of groups, who stopped, the model, and where the finding tips."""
    return (
        by_slopes(told.slopes, told.week),
        by_group_lines(told.group_lines, told.week),
        who_stopped(told.left, told.week),
        by_model(told.model, told.week, told.too_little),
        what_if(told.tipping, told.counts, told.withheld),
    )
