"""Did my change help? Pain before and after a day that was marked, of one tendon."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.context import PAIN_WORDS
from analysis.days import Days
from analysis.estimate import Estimate
from analysis.tendon.ar1 import Fit, fit
from analysis.tendon.readings import readings
from analysis.tendon.trend import ALLOWS, PER_WEEK, SHORT, SHORT_SERIES, SPAN_DAYS
from analysis.wording import interval, number, plural

ON_A_SIDE = 14
METHOD = f"two straight lines, in one model {ALLOWS}"
TOGETHER = "level and slope together, Wald F of the same lines"
NAP = "share of pairs of one day before and one after in which the later has less pain, ties half"
DESCRIPTIVE = "a description of these days; days lean on each other"
CHOSEN = (
    "The day was chosen after the data were seen, so a difference turns up more often than the "
    "interval says; other things may have changed then too."
)
PRESCRIBED = "The day is that of a new prescription; other things may have changed then too."
LEVEL, SLOPE = 2, 3


@dataclass(frozen=True)
class Mark:
    """A programme day on which something changed, what it was, and whether it was prescribed."""

    day: int
    what: str
    prescribed: bool = False


@dataclass(frozen=True)
class Phases:
    """Pain before and after a mark.

    Attributes
    ----------
    estimates : tuple of Estimate
        Change of level at the mark (points), change of slope (points a week), both
        together (F), and overlap of the two stretches (share, without p).
    points : pandas.DataFrame
        day, date, pain, line (missing where none could be fitted) and phase.
    sentence : str
        The answer in words.
    """

    mark: Mark
    estimates: tuple[Estimate, ...]
    points: pd.DataFrame
    sentence: str


def phases(one: Days, context: str, mark: Mark, others: Sequence[int] = ()) -> Phases:
    """Return how level and slope of pain differ before and after a mark.

    At least 14 logged days are needed on each side, and at most 84 days are looked at. A
    stretch ends at the nearest other change that leaves it 14 logged days; nearer ones
    are reached over, and told. Morning pain of the marked day belongs before the mark,
    any other pain of that day after it.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``.
    others : sequence of int
        Programme days of other changes.
    """
    points = _around(readings(one, context), context, mark, others)
    n = {phase: int((points["phase"] == phase).sum()) for phase in ("before", "after")}
    if min(n.values()) < ON_A_SIDE:
        few = f"{ON_A_SIDE} logged days are needed on each side of the mark"
        return Phases(mark, _refused(n, few), points, _too_few(context, mark, n))
    day, pain, design = _lines(points, mark)
    try:
        found = fit(day, pain, design)
    except ValueError as error:
        return Phases(mark, _refused(n, str(error)), points, f"No lines can be drawn: {error}.")
    points = points.assign(line=design @ found.beta)
    made = (_coefficient(found, LEVEL, n), _coefficient(found, SLOPE, n), _both(found, n))
    estimates = (*made, _overlap(points, n))
    said = _sentence(context, mark, estimates, points) + _reached_over(points, mark, others)
    return Phases(mark, estimates, points, said)


def _around(told: pd.DataFrame, context: str, mark: Mark, others: Sequence[int]) -> pd.DataFrame:
    first_after = mark.day + (context == "morning")
    day = told["day"]

    def enough(other: int) -> bool:
        low, high = (other, first_after - 1) if other < mark.day else (first_after, other)
        return int(day.between(low, high).sum()) >= ON_A_SIDE

    ends = [other for other in others if other != mark.day and enough(other)]
    earlier = max([mark.day - SPAN_DAYS, *(other for other in ends if other < mark.day)])
    later = min([mark.day + SPAN_DAYS, *(other for other in ends if other > mark.day)])
    here = told[day.between(earlier, later)].reset_index(drop=True)
    phase = np.where(here["day"] >= first_after, "after", "before")
    return here.assign(line=np.nan, phase=phase)


def _reached_over(points: pd.DataFrame, mark: Mark, others: Sequence[int]) -> str:
    within = points["day"].agg(["min", "max"])
    n = sum(within["min"] < day < within["max"] and day != mark.day for day in {*others})
    if not n:
        return ""
    return f" Within these days the log shows {plural(n, 'other change')}."


def _lines(points: pd.DataFrame, mark: Mark) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    day = points["day"].to_numpy(float)
    since = (day - mark.day) / PER_WEEK
    after = (points["phase"] == "after").to_numpy(float)
    return day, points["pain"].to_numpy(), np.column_stack([day**0, since, after, after * since])


NAMES = {LEVEL: "Change of level at the mark", SLOPE: "Change of slope at the mark"}
UNITS = {LEVEL: "points VAS 0-100", SLOPE: "points VAS 0-100 a week"}


def _coefficient(found: Fit, which: int, n: dict[str, int]) -> Estimate:
    from scipy import stats

    value, se = float(found.beta[which]), float(found.se[which])
    half = float(stats.t.ppf(0.975, found.df)) * se
    short = (SHORT_SERIES,) if sum(n.values()) < SHORT else ()
    return Estimate(
        name=NAMES[which],
        method=METHOD,
        estimate=value,
        unit=UNITS[which],
        n=_days(n),
        low=value - half,
        high=value + half,
        p=float(2 * stats.t.sf(abs(value) / se, found.df)),
        unit_of_n="",
        warnings=short,
    )


def _both(found: Fit, n: dict[str, int]) -> Estimate:
    from scipy import stats

    both = found.beta[[LEVEL, SLOPE]]
    covariance = found.covariance[np.ix_([LEVEL, SLOPE], [LEVEL, SLOPE])]
    f = float(both @ np.linalg.solve(covariance, both)) / 2
    p = float(stats.f.sf(f, 2, found.df))
    no_interval = "a test of two numbers at once"
    return Estimate(
        "Both together", TOGETHER, f, "F", _days(n), p=p, no_interval=no_interval, unit_of_n=""
    )


def _overlap(points: pd.DataFrame, n: dict[str, int]) -> Estimate:
    """Return the nonoverlap of all pairs (Parker & Vannest 2009), less pain taken as better."""
    before, after = (points.loc[points["phase"] == p, "pain"].to_numpy() for p in n)
    apart = before[:, None] - after
    share = float((apart > 0).mean() + (apart == 0).mean() / 2)
    unit, name = "% of pairs of days", "Nonoverlap of all pairs"
    return Estimate(name, NAP, 100 * share, unit, _days(n), no_interval=DESCRIPTIVE, unit_of_n="")


def _refused(n: dict[str, int], reason: str) -> tuple[Estimate, ...]:
    return tuple(
        Estimate(
            NAMES[which], METHOD, None, UNITS[which], _days(n), no_interval=reason, unit_of_n=""
        )
        for which in (LEVEL, SLOPE)
    )


def _days(n: dict[str, int]) -> dict[str, int]:
    return {f"days {phase}": count for phase, count in n.items()}


def _too_few(context: str, mark: Mark, n: dict[str, int]) -> str:
    return (
        f"{PAIN_WORDS[context].capitalize()} is logged on {n['before']} days before and "
        f"{n['after']} after the mark ({mark.what}); an answer needs {ON_A_SIDE} on each side."
    )


def _sentence(
    context: str, mark: Mark, estimates: tuple[Estimate, ...], points: pd.DataFrame
) -> str:
    level, slope, both, _ = estimates
    when = _when(points, mark)
    told = " and ".join(
        f"the {what} differs by {number(made.estimate, 1)} {unit} ({interval(made, 1)})"
        for what, made, unit in (("level", level, "points"), ("slope", slope, "points a week"))
    )
    subject, at = PAIN_WORDS[context], f"{when} ({mark.what})"
    if both.p is not None and both.p < 0.05:
        said = f"{subject.capitalize()} took another course from {at} on: {told}."
    else:
        said = f"These days cannot tell a change of {subject} at {at} from none: {told}."
    return f"{said} {PRESCRIBED if mark.prescribed else CHOSEN}"


def _when(points: pd.DataFrame, mark: Mark) -> str:
    date = points["date"].iloc[0] + pd.Timedelta(days=mark.day - points["day"].iloc[0])
    return f"day {mark.day}" if pd.isna(date) else f"{date.date()}"
