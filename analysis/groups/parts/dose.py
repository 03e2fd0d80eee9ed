"""Does pain go with the drops: as prescribed first, then as done, and load so far as a picture."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.cohort import Cohort
from analysis.groups.dose.done_drops import (
    BETWEEN_HEADING,
    BETWEEN_PEOPLE,
    REVERSE_HEADING,
    WITHIN_HEADING,
    WITHIN_PEOPLE,
    Dose,
    Part,
    dose,
)
from analysis.groups.dose.prescribed import as_prescribed, volumes_known
from analysis.groups.dose.so_far import load_so_far
from analysis.groups.limits.design import MADE_FROM_RESULT
from analysis.groups.section import Section
from analysis.tendon.load import LOAD_CAUTION
from analysis.wording import number

TITLE = "Does it go with the drops?"
LOAD_HEADING = "Load so far"
NO_DROPS = Section(
    "As done", sentence="The log has no heel drops done, so only what was prescribed."
)
LOAD_RULES = (
    "Weeks in which 3 people of a group have both; a day not logged adds nothing to the drops."
)
NO_LOAD = "No week has 3 people of a group with both pain and drops logged, so there is no picture."
SPREADS = {
    WITHIN_HEADING: (WITHIN_PEOPLE, "A person's own days differ by {} drops (standard deviation)."),
    BETWEEN_HEADING: (BETWEEN_PEOPLE, "People differ by {} drops a day (standard deviation)."),
}
CAUTIONS = {
    WITHIN_HEADING: "Each person beside themselves, with time taken into account.",
    REVERSE_HEADING: "People may do fewer drops when sore; so both directions are asked.",
    BETWEEN_HEADING: "As done and not as prescribed: this explores.",
}
PRESCRIBED_TOO = "Part of that was prescribed: not everyone was to do the same volume."
NO_P_HERE = f"{MADE_FROM_RESULT.capitalize()}; so no p stands beside them."


@dataclass(frozen=True)
class Drops:
    """Pain beside drops, prescribed and done.

    Attributes
    ----------
    prescribed : Section
        Over the prescribed volumes.
    done : Dose or None
        As done; None where the log has no drops.
    people : pandas.DataFrame
        person, group, drops (mean a day done), pain (mean VAS 0-100).
    load : pandas.DataFrame
        As of :func:`analysis.groups.dose.so_far.load_so_far`.
    volumes : int
        How many different volumes were prescribed.
    withheld : bool
        Whether the groups were made from the result, so that no p is shown.
    """

    prescribed: Section
    done: Dose | None
    people: pd.DataFrame
    load: pd.DataFrame
    volumes: int
    withheld: bool


def fits(cohort: Cohort) -> bool:
    """Return whether there is pain, and drops that were prescribed or done."""
    known = volumes_known(cohort.outcomes) > 0 or _has_drops(cohort)
    return bool(cohort.outcomes.context) and known


def _has_drops(cohort: Cohort) -> bool:
    return not np.isnan(cohort.days.drops).all()


def work(cohort: Cohort) -> Drops:
    """Return pain beside the drops prescribed and done."""
    days, outcomes = cohort.days, cohort.outcomes
    groups = cohort.found.people.set_index("person")["group"]
    done = dose(days, outcomes) if _has_drops(cohort) else None
    people = pd.DataFrame({"person": [], "drops": [], "pain": []}) if done is None else done.people
    people = people.assign(group=people["person"].map(groups)).dropna(subset="group")
    load = load_so_far(days, outcomes, groups)
    withheld, volumes = cohort.found.withheld, volumes_known(outcomes)
    return Drops(as_prescribed(cohort), done, people, load, volumes, withheld)


def say(told: Drops) -> tuple[Section, ...]:
    """Return as prescribed, the three headings of as done, and load so far, in this order."""
    if told.done is None:
        return (told.prescribed, NO_DROPS)
    return (
        told.prescribed,
        *(_part(told, told.done, part) for part in told.done.parts),
        _load(told),
    )


def _part(told: Drops, done: Dose, part: Part) -> Section:
    """Return one heading: its numbers, what has none and why, and the spread it rests on."""
    known = tuple(one for one in part.estimates if one.estimate is not None)
    return Section(
        title=part.heading,
        estimates=tuple(replace(one, p=None) for one in known) if told.withheld else known,
        note=_note(told, done, part.heading),
        sentence=done.sentence if part.heading == REVERSE_HEADING else "",
        refused=tuple(_refused(one) for one in part.estimates if one.estimate is None),
    )


def _note(told: Drops, done: Dose, heading: str) -> str:
    said = [CAUTIONS[heading]]
    if heading in SPREADS:
        what, words = SPREADS[heading]
        spread = done.spread.set_index("what")["sd"][what]
        said += [words.format(number(spread, 1))] if np.isfinite(spread) else []
    if heading == BETWEEN_HEADING and told.volumes > 1:
        said.append(PRESCRIBED_TOO)
    return " ".join([*said, NO_P_HERE] if told.withheld else said)


def _refused(one: Estimate) -> dict[str, str]:
    why = one.no_interval
    return {"what": one.name, "why": f"{why[0].upper()}{why[1:]}."}


def _load(told: Drops) -> Section:
    if told.load.empty:
        return Section(LOAD_HEADING, sentence=NO_LOAD)
    return Section(
        LOAD_HEADING, note=f"{LOAD_CAUTION} {LOAD_RULES}", table=told.load.set_index("group")
    )
