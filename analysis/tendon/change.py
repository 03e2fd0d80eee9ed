"""One tendon's pain now, against its own baseline and its own day-to-day scatter."""

from dataclasses import dataclass

import numpy as np

from analysis.baseline import FIRST_WEEK, VISIT, WINDOWS, Baseline, baseline
from analysis.context import PAIN_WORDS, pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.estimate import Estimate
from analysis.tendon.scatter import Difference, difference_of_means
from analysis.windows import last_day_where, mean_of_days
from analysis.wording import number, plural

POINTS = "points VAS 0-100"
ONE_READING = "one reading a visit does not show how pain scatters from day to day"
LAST_DAYS = WEEK_DAYS


@dataclass(frozen=True)
class PainNow:
    """One tendon's pain over its last days with a reading, and its baseline, VAS 0-100.

    Attributes
    ----------
    context : str
        When the pain was felt.
    visits : bool
        Whether the readings are of visits; the last visit is then the only day.
    mean : float
        NaN where fewer than 3 days were logged.
    n : int
        Logged days behind it.
    first_day, last_day : int
        The programme days looked at; the days before day 0 where there is no reading.
    before : Baseline
        With one entry, this tendon's.
    scatter : Difference
        How far two such means lie apart through day-to-day scatter alone.
    """

    context: str
    visits: bool
    mean: float
    n: int
    first_day: int
    last_day: int
    before: Baseline
    scatter: Difference

    @property
    def baseline(self) -> float:
        """The baseline; NaN where too few days were logged."""
        return float(self.before.mean[0])

    @property
    def missing(self) -> str:
        """Why there is no change to give, in words; "" where there is one."""
        logged = plural(int(self.before.n[0]), "logged day")
        if not self.n:
            return f"no {pain_words(self.context)} is logged"
        if np.isnan(self.mean):
            return (
                f"a mean needs {DAYS_TO_COUNT} logged days and the last {LAST_DAYS} have {self.n}"
            )
        if np.isnan(self.baseline) and self.visits:
            return "there is no reading at week 0 to compare with"
        if np.isnan(self.baseline):
            return f"a baseline needs {DAYS_TO_COUNT} logged days and the first week has {logged}"
        if self.first_day <= self.before.last[0]:
            return "they still reach into the baseline, so there is no change to give yet"
        return ""

    @property
    def change(self) -> float:
        """The mean now minus the baseline; NaN where there is none to give."""
        return np.nan if self.missing else self.mean - self.baseline

    @property
    def leaves(self) -> bool | None:
        """Whether the change leaves the usual scatter; None where that cannot be said."""
        if self.missing or self.scatter.usual is None:
            return None
        return abs(self.change) > self.scatter.usual


def pain_words(context: str) -> str:
    """Return the pain of a context in words; plain "pain" for none."""
    return PAIN_WORDS.get(context, "pain")


def pain_now(one: Days, context: str) -> PainNow:
    """Return the mean of one tendon's last 7 days, beside its baseline.

    The 7 days end on the last day with a reading of this context, and 3 of them must
    be logged; of visits the last one counts.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``, or "" where there is no pain.
    """
    felt = pain_by_day(one, context)
    end = np.nan_to_num(last_day_where(one, ~np.isnan(felt)), nan=-1).astype("int64")
    visits = bool(one.visits[0])
    first = end if visits else end - LAST_DAYS + 1
    mean, n = mean_of_days(one, felt, first, end)
    enough = n[0] >= (1 if visits else DAYS_TO_COUNT)
    before = baseline(one, context)
    windows = ((int(first[0]), int(end[0])), (_first_day(before), int(before.last[0])))
    return PainNow(
        context=context,
        visits=visits,
        mean=float(mean[0]) if enough else np.nan,
        n=int(n[0]),
        first_day=int(first[0]),
        last_day=int(end[0]),
        before=before,
        scatter=(
            Difference(None, None, ONE_READING)
            if visits
            else difference_of_means(one.day, felt, *windows)
        ),
    )


def _first_day(before: Baseline) -> int:
    first, last = WINDOWS[before.kind]
    return int(before.last[0]) - (last - first)


def change_of(now: PainNow) -> Estimate:
    """Return pain now minus the baseline; None, with the reason, where there is none."""
    begin, end = WINDOWS[now.before.kind]
    words = pain_words(now.context).capitalize()
    span = f"days {number(now.first_day)} to {number(now.last_day)}"
    at_start = f"days {number(begin)} to {number(end)}"
    if now.before.kind == VISIT:
        span, at_start = f"week {visit_week(now)}", "week 0"
    recent = f"week {visit_week(now)}" if now.visits else f"last {LAST_DAYS} days"
    earlier = {VISIT: "week 0", FIRST_WEEK: "first week"}.get(now.before.kind, now.before.kind)
    usual = None if now.missing else now.scatter.usual
    return Estimate(
        name=f"{words}: {recent} minus {earlier}" if now.n else f"{words}: change",
        method=now.missing or f"mean of daily means, {span} minus {at_start}",
        estimate=None if now.missing else now.change,
        unit=POINTS,
        n={"days now": now.n, "days of the baseline": int(now.before.n[0])},
        low=None if usual is None else now.change - usual,
        high=None if usual is None else now.change + usual,
        no_interval=now.scatter.why,
        unit_of_n="",
    )


def visit_week(now: PainNow) -> str:
    """Return the week of the last visit in words."""
    return number(now.last_day / WEEK_DAYS)
