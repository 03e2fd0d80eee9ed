"""Is it the variant or the volume? Both apart where all combinations have people."""

from analysis.groups.cohort import Cohort
from analysis.groups.crossing.crossed import VARIANTS, VOLUME
from analysis.groups.crossing.factorial import Factorial, factorial
from analysis.groups.section import Section

TITLE = "Is it the variant or the volume?"
CELLS = "People in the number, by variant and prescribed drops a day. An empty combination is a 0."


def fits(cohort: Cohort) -> bool:
    """Return whether the log says both what people were to do and how much."""
    known = cohort.outcomes.table
    variant = any(name in known and known[name].notna().any() for name in VARIANTS)
    volume = VOLUME in known and bool(known[VOLUME].notna().any())
    return variant and volume and not cohort.found.withheld


def work(cohort: Cohort) -> Factorial:
    """Return both factors in one model, or whole packages where combinations are empty."""
    return factorial(cohort.outcomes)


def say(told: Factorial) -> tuple[Section, ...]:
    """Return the finding, the cells it rests on, and what it is not attributed to."""
    first, second = told.factors
    cells = told.cells.rename(columns=lambda volume: f"{volume} a day")
    section = Section(
        title=f"{first} and {second}".replace("drops_per_day", "volume").capitalize(),
        estimates=told.estimates,
        note=" ".join([CELLS, *told.warnings]),
        table=cells.rename_axis(columns=None),
        sentence=told.sentence,
        refused=told.refused,
    )
    return (section,)
