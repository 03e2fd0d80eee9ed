"""What other sensible windows of baseline and end would give."""

import pandas as pd

from analysis.groups.cohort import Cohort
from analysis.groups.limits.specification import moved, specification
from analysis.groups.section import Section

TITLE = "What would other windows give?"
NONE = "No choice of baseline and end gives a number here."
ALONE = "Only one choice of baseline and end gives a number here."
RULE = (
    "Each row measures the same difference with another baseline and another end. Choosing among "
    "them after seeing them is not a finding: the one shown was set before."
)


def fits(cohort: Cohort) -> bool:
    """Return whether there are groups to compare, and pain."""
    return bool(cohort.outcomes.context) and cohort.found.people["group"].nunique() > 1


def work(cohort: Cohort) -> pd.DataFrame:
    """Return the strip of :func:`analysis.groups.limits.specification.specification`."""
    return specification(cohort.days, cohort.outcomes, cohort.asked.by, cohort.found.withheld)


def say(strip: pd.DataFrame) -> tuple[Section, ...]:
    """Return whether the finding rests on its windows, with the whole strip."""
    if strip.empty:
        return (Section(TITLE, note=NONE),)
    said = " ".join(moved(strip)) or ALONE
    return (Section(TITLE, note=RULE, table=strip.set_index("pair"), sentence=said),)
