"""Other ways to ask: every other method, one under another, each saying what it asks."""

from analysis.groups.cohort import Cohort
from analysis.groups.methods.further import further
from analysis.groups.section import Section
from analysis.outcomes import Options, outcomes

TITLE = "Other ways to ask"


def fits(cohort: Cohort) -> bool:
    """Return whether there is any group."""
    return bool(cohort.found.people["group"].notna().any())


def work(cohort: Cohort) -> tuple[Section, ...]:
    """Return the sections; the other outcomes of the family are pain of the other contexts."""
    asked = cohort.asked
    contexts = [name for name in cohort.days.pain if name != cohort.outcomes.context]
    others = [outcomes(cohort.days, Options(asked.week, name)) for name in contexts]
    return further(cohort.outcomes, asked.by, asked.margin, others, cohort.found)


def say(told: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections as they are."""
    return told
