"""What a comparison says of the weeks: slopes, who stopped, the model, and where it tips."""

import pandas as pd

from analysis.days.weeks import DAYS_TO_COUNT
from analysis.estimate import Estimate
from analysis.groups.limits.design import WITHHELD
from analysis.groups.people import NO_GROUP, in_order, tally
from analysis.groups.section import Section
from analysis.groups.weeks.leaving import Leaving
from analysis.groups.weeks.mixed import FELL_BACK, NOT_SETTLED, Mixed
from analysis.groups.weeks.slopes import FEWEST_DAYS, FEWEST_VISITS, SHORTEST_SPAN, Slopes
from analysis.groups.weeks.tipping import Tipping
from analysis.wording import number, plural

SLOPES = "How fast each person's pain fell"
GROUP_LINES = "How fast each group's mean pain fell"
STOPPED = "Who stopped"
MODEL = "Everybody's partial data: a mixed model"
TIPPING = "What if those missing had more pain?"
LINES = (
    "One straight line through each person's days up to the end of week {week}; people are then "
    "compared by the slopes of their lines, so who logs more weighs no more. Falling pain has a "
    f"minus. A line takes {FEWEST_DAYS} logged days, or {FEWEST_VISITS} visits, over at least "
    f"{SHORTEST_SPAN} days."
)
TOGETHER = (
    "A second look beside people's own slopes: one straight line through the weekly means of all "
    "people of a group together, up to the end of week {week}. A week of a person counts from "
    f"{DAYS_TO_COUNT} logged days. Falling pain has a minus."
)
NO_PAIR = "There is one group, and no other to set beside it."
DELTA = (
    "Whoever is missing from the number is first taken to be like those seen of their group (0 "
    "points more), then to have had 5, 10 or 20 points more pain than that, in one group or in "
    "both. The finding tips where the interval comes to reach over 0, or no longer does. Nobody "
    "knows the pain of those missing: judge whether so many points more are likely."
)
NOBODY_MISSING = "Nobody is missing from the number, so there is nothing to suppose."
ONE_GROUP = "There is one group, and no difference that could tip."
NO_INTERVAL = "The comparison has no interval, so there is no finding that could tip."
FINDINGS = {"lower": "lower", "higher": "higher", "open": "both ways possible"}
START = (
    "Mean pain (VAS 0-100) at the start, and over the last 7 days up to the last one logged; "
    "nothing is carried on from there."
)
STOPPED_COLUMNS = {
    "left": "stopped",
    "share": "stopped (%)",
    "baseline_left": "their start (VAS)",
    "baseline_stayed": "others' start (VAS)",
    "last_pain_left": "their last (VAS)",
}


def by_slopes(found: Slopes, week: int) -> Section:
    """Return people compared by their own slopes, with who has none and why."""
    people = found.people
    some = (people["left_out"] != "").any()
    return Section(
        title=SLOPES,
        estimates=found.estimates,
        note=" ".join([LINES.format(week=week), *found.notes]),
        table=tally(people).set_index("group") if some else None,
    )


def by_group_lines(found: tuple[Estimate, ...], week: int) -> Section:
    """Return groups compared by the slopes of their means, or the reason why they are not."""
    if not found:
        return Section(GROUP_LINES, sentence=NO_PAIR)
    return Section(GROUP_LINES, found, TOGETHER.format(week=week))


def who_stopped(left: Leaving, week: int) -> Section:
    """Return who stopped, by group, beside those who went on."""
    if not left.sentence:
        return Section(STOPPED, sentence=f"Nobody stopped before week {week}.")
    table = left.groups.set_index("group").round(1).rename(columns=STOPPED_COLUMNS)
    return Section(STOPPED, note=_reasons(left), table=table, sentence=left.sentence)


def _reasons(left: Leaving) -> str:
    """Return the reasons that the log gives, with how many people gave each."""
    gone = left.people.loc[left.people["left"], "reason"]
    given = gone.dropna().value_counts()
    if given.empty:
        return f"{START} The log gives no reasons."
    said = [f"{reason} ({n:,})" for reason, n in given.items()]
    none = len(gone) - given.sum()
    return f"{START} Reasons given: {', '.join([*said, *([f'none ({none:,})'] if none else [])])}."


def by_model(found: Mixed | None, week: int, too_little: str = "") -> Section:
    """Return what the model says, or why it is not fitted: ``too_little``."""
    if found is None:
        return Section(MODEL, sentence=f"Not fitted: {too_little}.")
    fell_back = any(FELL_BACK in one.warnings for one in found.estimates)
    failed = FELL_BACK if fell_back else f"{NOT_SETTLED.capitalize()}."
    return Section(
        title=MODEL,
        estimates=found.estimates,
        note=" ".join(found.notes),
        table=_model_weeks(found.weeks),
        sentence=_beside(found, week) if found.settled else failed,
    )


def _beside(found: Mixed, week: int) -> str:
    """Return the mean that the model expects of all who began beside that of who logged."""
    last = found.weeks[(found.weeks["week"] == week) & found.weeks["mean"].notna()]
    by_group = last.set_index("group")
    said = [
        f"{group}: {number(told['mean'], 0)} of 100 in all who began, as the model expects, and "
        f"{number(told['bare'], 0)} in the {plural(int(told['n']), 'person', 'people')} who "
        "logged it"
        for group, told in by_group.loc[in_order(last["group"])].iterrows()
    ]
    return f"Mean pain in week {week}, {'; '.join(said)}." if said else ""


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


def what_if(found: Tipping, counts: pd.DataFrame, withheld: bool = False) -> Section:
    """Return where the finding tips; ``counts`` is that of the comparison."""
    told = counts[counts["group"] != NO_GROUP]
    missing = told["started"] - told["in the number"]
    if not missing.any():
        return Section(TIPPING, sentence=NOBODY_MISSING)
    if found.table.empty:
        one = ONE_GROUP if len(told) < 2 else NO_INTERVAL
        return Section(TIPPING, sentence=WITHHELD if withheld else one)
    rows = zip(told["group"], missing, told["started"], strict=True)
    who = ", ".join(f"{group} {n:,} of {of:,}" for group, n, of in rows)
    return Section(
        title=TIPPING,
        estimates=found.estimates,
        note=f"{DELTA} Missing: {who} people.",
        table=_tipping_table(found),
        sentence=" ".join(found.sentences),
    )


def _tipping_table(found: Tipping) -> pd.DataFrame:
    named = {
        "pair": "pair",
        "more": "points more",
        "given_to": "given to",
        "estimate": "difference (points)",
        "low": "from",
        "high": "to",
        "finding": "finding",
    }
    told = found.table.assign(finding=found.table["finding"].map(FINDINGS))
    return told.round(1).rename(columns=named).set_index("pair")
