"""Recovery: where one tendon stands, in a few numbers and one sentence."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import FIRST_WEEK, VISIT
from analysis.context import chosen_context
from analysis.days import Days
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.ending import recorded
from analysis.estimate import Estimate
from analysis.tendon.change import (
    LAST_DAYS,
    PainNow,
    change_of,
    pain_now,
    pain_words,
    visit_week,
)
from analysis.tendon.progress import (
    Drops,
    course_estimate,
    drops_of_course,
    drops_of_week,
    drops_outside,
    unit_of,
    week_estimate,
)
from analysis.tendon.scatter import scatter_of
from analysis.windows import last_day_where
from analysis.wording import number, plural

BASELINE_WORDS = {VISIT: "at week 0", FIRST_WEEK: "in the first week"}
FIRST_WEEK_CAUTION = (
    "The baseline is the first week: soreness of the programme's start may be in it."
)
NATURAL_COURSE = "Pain also comes and goes on its own; a log of one person cannot say why."


@dataclass(frozen=True)
class Recovery:
    """Where one tendon stands.

    Attributes
    ----------
    person : str
    side : str or None
        None where the log does not say.
    context : str
        When the pain was felt; "" where the log has none.
    estimates : tuple of Estimate
        Pain of the last 7 days minus baseline; drops of this week; drops so far; the
        usual difference from day to day. Each is None where it cannot be given.
    sentence : str
        The first of them in words.
    warnings : tuple of str
    """

    person: str
    side: str | None
    context: str
    estimates: tuple[Estimate, ...]
    sentence: str
    warnings: tuple[str, ...]

    @property
    def change(self) -> Estimate:
        """Pain of the last 7 days minus baseline."""
        return self.estimates[0]

    @property
    def scatter(self) -> Estimate:
        """The usual difference from day to day."""
        return self.estimates[3]

    @property
    def first_screen(self) -> tuple[Estimate, ...]:
        """The few numbers that matter; of a log without any session only the pain."""
        change, week, course, _ = self.estimates
        return (change, week, course) if any(course.n.values()) else (change,)


def recovery(days: Days, tendon: int, context: str | None = None) -> Recovery:
    """Return where one tendon stands: its pain against its baseline, its drops, its scatter.

    Parameters
    ----------
    tendon : int
        Position in ``days.tendons``.
    context : str, optional
        When the pain was felt; the log's only context, else morning, where not given.

    Raises
    ------
    ValueError
        Where the log has no pain of the context asked for.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> pain = pd.DataFrame({"person": ["a", "a"], "week": [0, 12], "vas": [60, 25]})
    >>> recovery(reduce_log(Log().with_tables(pain=pain)), 0).sentence
    'Pain was 25 of 100 at week 12; it was 60 at week 0.'
    """
    context, chosen = chosen_context(list(days.pain), context)
    one = days.alone(tendon)
    now, week, course = pain_now(one, context), drops_of_week(one), drops_of_course(one)
    whose = one.tendons.iloc[0]
    return Recovery(
        person=whose["person"],
        side=whose["side"] if isinstance(whose["side"], str) else None,
        context=context,
        estimates=(
            change_of(now),
            week_estimate(one, week),
            course_estimate(one, course),
            scatter_of(one, context),
        ),
        sentence=_sentence(one, now, week),
        warnings=tuple(filter(None, (chosen, *_warnings(one, now)))),
    )


def _sentence(one: Days, now: PainNow, week: Drops) -> str:
    if not now.n:
        return f"{_capital(now.missing)}{_drops_words(one, week)}."
    if np.isnan(now.mean):
        words = _capital(pain_words(now.context))
        logged = f"{plural(now.n, 'day')} of the last {LAST_DAYS}{_until(one, now)}"
        return f"{words} is logged on {logged}; a mean needs {DAYS_TO_COUNT}."
    value = f"{_capital(pain_words(now.context))} was {number(now.mean, 0)} of 100"
    if now.visits:
        value += f" at week {visit_week(now)}"
    else:
        value += f" over the last {LAST_DAYS} days ({now.n} logged{_until(one, now)})"
    if now.missing:
        return f"{value}; {now.missing}."
    place = BASELINE_WORDS.get(now.before.kind, now.before.kind)
    return f"{value}{_compared(now, place)}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _compared(now: PainNow, place: str) -> str:
    """Return the change in words; a move is named only where it leaves the usual scatter."""
    before = number(now.baseline, 0)
    if now.leaves is None:
        return f"; it was {before} {place}"
    scatter = f"its usual scatter (up to {plural(round(now.scatter.usual or 0), 'point')})"
    if not now.leaves:
        return f", within {scatter} of what it was {place} ({before})"
    way = "lower" if now.change < 0 else "higher"
    points = plural(round(abs(now.change)), "point")
    return f", {points} {way} than {place} ({before}) and beyond {scatter}"


def _until(one: Days, now: PainNow) -> str:
    start = one.tendons["start"].iloc[0]
    if pd.isna(start):
        return f", to day {number(now.last_day)}"
    return f", to {(start + pd.Timedelta(days=now.last_day)).date()}"


def _drops_words(one: Days, week: Drops) -> str:
    if np.isnan(week.done):
        return ""
    of = f" of {number(week.prescribed)} prescribed" if week.prescribed > 0 else ""
    return f"; {number(week.done)}{of} {unit_of(one)} were logged in week {week.week}"


def _warnings(one: Days, now: PainNow) -> list[str]:
    said = []
    if now.n and not now.missing:
        said.append(FIRST_WEEK_CAUTION if now.before.kind == FIRST_WEEK else "")
        said.append(NATURAL_COURSE)
    elif now.n and not now.visits and np.isnan(now.baseline):
        said.append("Days of pain logged before day 0 would do as well; day 0 can be changed.")
    silent = last_day_where(one, recorded(one))[0] - now.last_day
    if now.n and silent >= LAST_DAYS:
        words = pain_words(now.context)
        said.append(f"No {words} is logged in the last {plural(int(silent), 'day')} of the log.")
    before, after = drops_outside(one)
    for drops, when in ((before, "before the course"), (after, "after the course")):
        if drops:
            said.append(f"{number(drops)} {unit_of(one)} {when} are not in the number so far.")
    return said
