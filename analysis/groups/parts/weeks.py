"""Week by week: everyone's pain over the weeks, own slopes, who stopped, and what if they hurt."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort
from analysis.groups.limits.design import WITHHELD
from analysis.groups.people import NO_GROUP, tally
from analysis.groups.section import Section
from analysis.groups.weeks.leaving import Leaving, leaving
from analysis.groups.weeks.lines import person_lines
from analysis.groups.weeks.mixed import FELL_BACK, NOT_SETTLED, Mixed, mixed, too_little
from analysis.groups.weeks.slopes import (
    FEWEST_DAYS,
    FEWEST_VISITS,
    SHORTEST_SPAN,
    Slopes,
    own_slopes,
)
from analysis.groups.weeks.tipping import Tipping, tipping
from analysis.groups.weeks.trajectories import person_weeks, weekly_by_group
from analysis.wording import number, plural

TITLE = "Week by week"
SLOPES = "How fast each person's pain fell"
STOPPED = "Who stopped"
MODEL = "Everybody's partial data: a mixed model"
TIPPING = "What if those missing had more pain?"
LINES = (
    "One straight line through each person's days up to the end of week {week}; people are then "
    "compared by the slopes of their lines, so who logs more weighs no more. Falling pain has a "
    f"minus. A line takes {FEWEST_DAYS} logged days, or {FEWEST_VISITS} visits, over at least "
    f"{SHORTEST_SPAN} days."
)
NOT_FITTED = (
    "Not fitted yet: the model takes seconds, with many people longer, so it waits for the button "
    "on the Cohorts page."
)
DELTA = (
    "Whoever is missing from the number is first taken to be like those seen of their group (0 "
    "points more), then to have had 5, 10 or 20 points more pain than that, in one group or in "
    "both. The finding tips where the interval comes to reach over 0, or no longer does. Nobody "
    "knows the pain of those missing: judge whether so many points more are likely."
)
NOBODY_MISSING = "Nobody is missing from the number, so there is nothing to suppose."
ONE_GROUP = "There is one group, and no difference that could tip."
NO_INTERVAL = "The comparison has no interval, so there is no finding that could tip."
FINDINGS = {"lower": "lower pain", "higher": "higher pain", "open": "both directions possible"}
STOPPED_COLUMNS = {
    "left": "stopped",
    "share": "stopped (%)",
    "baseline_left": "pain at the start, stopped (VAS 0-100)",
    "baseline_stayed": "pain at the start, others (VAS 0-100)",
    "last_pain_left": "pain when last logged, stopped (VAS 0-100)",
}


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
    model : Mixed or None
        None where it was not asked for, or ``too_little`` says why it cannot be fitted.
    counts : pandas.DataFrame
        By group, who is in the number of the comparison.
    withheld : bool
        Whether the groups were made from the result.
    """

    week: int
    lines: pd.DataFrame
    means: pd.DataFrame
    slopes: Slopes
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
    return Asked(asked.by, asked.week, asked.context, asked.only, mixed=asked.mixed)


def work(cohort: Cohort) -> Weeks:
    """Return the weeks; the mixed model only where it is asked for."""
    days, table, by, withheld = _of(cohort)
    people = cohort.found.people.drop_duplicates("person").set_index("person")
    weeks = person_weeks(days, table.context, people["group"])
    gone, few = leaving(days, table, by), too_little(days, table, by)
    fit = cohort.asked.mixed and not few
    return Weeks(
        week=table.week,
        lines=person_lines(days, weeks, gone.people),
        means=_allowed(weekly_by_group(weeks), withheld),
        slopes=own_slopes(days, table, by, withheld),
        left=gone,
        tipping=tipping(cohort.found),
        model=_fitted(cohort) if fit else None,
        too_little=few,
        counts=cohort.found.counts[cohort.found.counts["group"] != NO_GROUP],
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
    """Return own slopes, who stopped, the model, and where the finding tips."""
    return (_slopes(told), _stopped(told), _model(told), _tipping(told))


def _slopes(told: Weeks) -> Section:
    people = told.slopes.people
    some = (people["left_out"] != "").any()
    return Section(
        title=SLOPES,
        estimates=told.slopes.estimates,
        note=" ".join([LINES.format(week=told.week), *told.slopes.notes]),
        table=tally(people).set_index("group") if some else None,
    )


def _stopped(told: Weeks) -> Section:
    if not told.left.sentence:
        return Section(STOPPED, sentence=f"Nobody stopped before week {told.week}.")
    table = told.left.groups.set_index("group").round(1).rename(columns=STOPPED_COLUMNS)
    return Section(STOPPED, note=_reasons(told.left), table=table, sentence=told.left.sentence)


def _reasons(left: Leaving) -> str:
    """Return the reasons that the log gives, with how many people gave each."""
    gone = left.people.loc[left.people["left"], "reason"]
    given = gone.dropna().value_counts()
    if given.empty:
        return "The log gives no reasons."
    said = [f"{reason} ({n:,})" for reason, n in given.items()]
    none = len(gone) - given.sum()
    return f"Reasons given: {', '.join([*said, *([f'none ({none:,})'] if none else [])])}."


def _model(told: Weeks) -> Section:
    if told.model is None:
        why = f"Not fitted: {told.too_little}." if told.too_little else NOT_FITTED
        return Section(MODEL, sentence=why)
    found = told.model
    fell_back = any(FELL_BACK in one.warnings for one in found.estimates)
    failed = FELL_BACK if fell_back else f"{NOT_SETTLED.capitalize()}."
    return Section(
        title=MODEL,
        estimates=found.estimates,
        note=" ".join(found.notes),
        table=_model_weeks(found.weeks),
        sentence=_beside(found, told.week) if found.settled else failed,
    )


def _beside(found: Mixed, week: int) -> str:
    """Return the mean that the model expects of all who began beside that of who logged."""
    last = found.weeks[(found.weeks["week"] == week) & found.weeks["mean"].notna()]
    said = [
        f"in {row.group} {number(row.model, 0)} of 100 in all who began, as the model expects, and "
        f"{number(row.bare, 0)} in those who logged it ({plural(row.n, 'person', 'people')})"
        for row in last.rename(columns={"mean": "model"}).itertuples()
    ]
    return f"Mean pain in week {week}: {'; '.join(said)}." if said else ""


def _model_weeks(weeks: pd.DataFrame) -> pd.DataFrame:
    named = {
        "mean": "mean of all who began, by the model (VAS 0-100)",
        "low": "interval from",
        "high": "interval to",
        "bare": "mean of those who logged the week (VAS 0-100)",
        "n": "people who logged the week",
    }
    shown = weeks[["group", "week", *named]].round(1).dropna(axis="columns", how="all")
    return shown.rename(columns=named).set_index("group")


def _tipping(told: Weeks) -> Section:
    missing = told.counts["started"] - told.counts["in the number"]
    if not missing.any():
        return Section(TIPPING, sentence=NOBODY_MISSING)
    if told.tipping.table.empty:
        one = ONE_GROUP if len(told.counts) < 2 else NO_INTERVAL
        return Section(TIPPING, sentence=WITHHELD if told.withheld else one)
    rows = zip(told.counts["group"], missing, told.counts["started"], strict=True)
    who = ", ".join(f"{group} {n:,} of {of:,}" for group, n, of in rows)
    return Section(
        title=TIPPING,
        estimates=told.tipping.estimates,
        note=f"{DELTA} Missing: {who} people.",
        table=_tipping_table(told.tipping),
        sentence=" ".join(told.tipping.sentences),
    )


def _tipping_table(found: Tipping) -> pd.DataFrame:
    named = {
        "pair": "pair",
        "more": "points more in those missing",
        "given_to": "given to",
        "estimate": "difference (points VAS 0-100)",
        "low": "interval from",
        "high": "interval to",
        "finding": "finding",
    }
    told = found.table.assign(finding=found.table["finding"].map(FINDINGS))
    return told.round(1).rename(columns=named).set_index("pair")
