"""Pain over the volumes as prescribed: in order from three volumes on, two as a pair."""

from dataclasses import replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.cohort import Cohort
from analysis.groups.crossing.packages import parts
from analysis.groups.differences import pairs
from analysis.groups.headline import headline
from analysis.groups.limits.banners import PACKAGE
from analysis.groups.limits.design import (
    MADE_FROM_RESULT,
    NAMES,
    Refusal,
    group_columns,
    inseparable,
    made_from_result,
)
from analysis.groups.limits.qualified import WORDS
from analysis.groups.methods.dose_order import FEWEST_VOLUMES, VOLUME, dose_order
from analysis.groups.people import MOST_GROUPS, in_order, one_each, used
from analysis.groups.section import Section
from analysis.outcomes import Outcomes
from analysis.wording import listed, plural

TITLE = "As prescribed"
A_DAY = "prescribed drops a day"
NOTE = "As prescribed, not as done; nothing is said beyond the volumes that people had."
UNKNOWN = "The log does not say how many drops a day were prescribed to those in the number."
ONE = "Everyone in the number was prescribed {} drops a day: no other volume to set beside it."
MANY = (
    "The log has {} of prescribed drops a day; at most {} can be set side by side. Add a column "
    "with a few volumes to compare by."
)
TOGETHER = "The volume cannot be told from {} here."
ELSEWHERE = (
    f"{MADE_FROM_RESULT.capitalize()}. Choose prescribed drops a day as the groups to see what "
    "goes with the volume."
)


def volumes_known(outcomes: Outcomes) -> int:
    """Return how many different volumes were prescribed, in drops a day."""
    return int(outcomes.table[VOLUME].nunique()) if VOLUME in outcomes.table else 0


def as_prescribed(cohort: Cohort) -> Section:
    """Return how pain goes with the volume prescribed, or why that cannot be told.

    From three volumes on the slope for every 90 drops a day and the trend; with two the
    difference of the pair, by the headline method of a comparison. A factor that goes
    along with the volume is refused by name. No number is shown beside groups that were
    made from the result.
    """
    if cohort.found.withheld:
        return Section(TITLE, sentence=ELSEWHERE)
    if (many := volumes_known(cohort.outcomes)) > MOST_GROUPS:
        return Section(TITLE, sentence=MANY.format(plural(many, "value"), MOST_GROUPS))
    if not many:
        return Section(TITLE, sentence=UNKNOWN)
    people, _ = one_each(cohort.outcomes, VOLUME)
    names = in_order(used(people)["group"])
    if len(names) < 2:
        return Section(TITLE, sentence=ONE.format(names[0]) if names else UNKNOWN)
    if len(names) < FEWEST_VOLUMES:
        return _pair(cohort, people, names)
    found = dose_order(people)
    return _told(found.estimates, found.refused)


def _pair(cohort: Cohort, people: pd.DataFrame, names: list[str]) -> Section:
    """Return the difference of two volumes, and whatever cannot be told from the volume."""
    columns = [c for c in group_columns(cohort.outcomes) if not made_from_result(c)]
    refused = inseparable(people, VOLUME, parts(people, columns))
    return _told((_difference(cohort, people, names),), refused)


def _difference(cohort: Cohort, people: pd.DataFrame, names: list[str]) -> Estimate:
    """Return the pair's difference: that of the comparison where its groups are the volumes."""
    by_volume = cohort.asked.by == VOLUME
    found = cohort.found.estimates if by_volume else headline(people, names)
    one = next(one for one in found if tuple(one.n) == pairs(names)[0])
    return replace(one, name=f"{one.name}, {A_DAY}")


def _told(found: tuple[Estimate, ...], refused: tuple[Refusal, ...]) -> Section:
    names = [NAMES.get(one.what, one.what) for one in refused]
    package = WORDS[PACKAGE] if found else ""
    said = f"{TOGETHER.format(listed(names))} {package}".strip() if refused else ""
    plain = tuple({"what": one.what, "why": one.why} for one in refused)
    return Section(TITLE, found, NOTE, sentence=said, refused=plain)
