"""How long it took: time until pain free, and until back in activity."""

from dataclasses import dataclass

import pandas as pd

from analysis.groups.cohort import Cohort
from analysis.groups.events.survival import Survival, time_to_pain_free, time_to_return
from analysis.groups.people import tally
from analysis.groups.section import Section

TITLE = "Time to pain free and to return"
PAIN_FREE, BACK = "Until pain free", "Until back in activity"
NO_DAYS = (
    "Some people are back, but the log does not say on which day, so how long it took cannot be "
    "told. A column with the day of return would tell."
)
NOBODY = "Nobody can be followed to it here; the table says why."


@dataclass(frozen=True)
class Events:
    """The curves of each event that the log can be asked for, by its title.

    ``undated`` says that people are back, all of them on days that are not in the log.
    """

    told: dict[str, Survival]
    withheld: bool
    undated: bool


def fits(cohort: Cohort) -> bool:
    """Return whether somebody's days, or somebody's return, are known."""
    return bool(cohort.outcomes.context) and (_has_diaries(cohort) or _has_returns(cohort))


def _has_diaries(cohort: Cohort) -> bool:
    return not cohort.days.visits.all()


def _has_returns(cohort: Cohort) -> bool:
    return bool((cohort.outcomes.table["returned_to_activity"] == "yes").any())


def _has_days_of_return(cohort: Cohort) -> bool:
    return bool(cohort.days.tendons["returned_on"].notna().any())


def work(cohort: Cohort) -> Events:
    """Return the time to each event."""
    days, table, by, withheld = _of(cohort)
    told = {}
    if _has_diaries(cohort):
        rule = cohort.asked.pain_free
        told[PAIN_FREE] = time_to_pain_free(days, table, by, rule, withheld)
    dated = _has_days_of_return(cohort)
    if dated:
        told[BACK] = time_to_return(days, table, by, withheld)
    return Events(told, withheld, undated=_has_returns(cohort) and not dated)


def _of(cohort: Cohort):
    return cohort.days, cohort.outcomes, cohort.asked.by, cohort.found.withheld


def say(told: Events) -> tuple[Section, ...]:
    """Return a section for each event, with its rule and whoever could not be followed."""
    shown = tuple(_section(title, one) for title, one in told.told.items())
    return (*shown, Section(BACK, note=NO_DAYS)) if told.undated else shown


def _section(title: str, told: Survival) -> Section:
    return Section(
        title=title,
        estimates=told.estimates,
        note=" ".join([told.rule, *told.notes]),
        table=_left_out(told.people),
        sentence=NOBODY if told.curves.empty else "",
    )


def _left_out(people: pd.DataFrame) -> pd.DataFrame | None:
    """Return who was followed, by group, where somebody was not."""
    return tally(people).set_index("group") if (people["left_out"] != "").any() else None
