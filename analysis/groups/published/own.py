"""What the people of a cohort are like, so that published results of their kind can be found."""

import pandas as pd

from analysis.groups.cohort import Cohort
from analysis.groups.people import one_each, used
from analysis.groups.published.choosing import BACK, PAIN, SATISFIED, Own

WORDS = {BACK: "Back in activity", SATISFIED: "Satisfied"}
"""The answers of a log that count the same thing as a study's success, in words."""


def own_of(cohort: Cohort) -> Own:
    """Return what a published result has to be like to stand beside the people of a cohort."""
    people = people_of(cohort)
    table = cohort.outcomes.table
    answered = [name for name in WORDS if table[name].isin(["yes", "no"]).any()]
    pain = [] if used(people).empty else [PAIN]
    sites = people["site"].unique()
    site = str(sites[0]) if len(sites) == 1 and pd.notna(sites[0]) else ""
    return Own((*pain, *answered), site, cohort.found.withheld)


def people_of(cohort: Cohort) -> pd.DataFrame:
    """Return the people who have a group, one row each."""
    people, _ = one_each(cohort.outcomes, cohort.asked.by)
    return people.dropna(subset="group")
