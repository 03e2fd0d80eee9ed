"""Is pain falling? One tendon's trend, with how sure its own days allow one to be."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.context import PAIN_WORDS, chosen_context
from analysis.days import Days
from analysis.estimate import Estimate
from analysis.tendon.ar1 import Fit, fit
from analysis.tendon.readings import readings
from analysis.wording import number, plural

SPAN_DAYS = 84
FOR_INTERVAL = 28
SHORT = 56
AT_AN_END = 0.2
PER_WEEK = 7
ALLOWS = "that allows for days leaning on each other: GLS, continuous-time AR(1), REML, t"
"""What the engine does, in words and then by name."""
METHOD = f"straight line {ALLOWS}"
SHORT_SERIES = "A short series: the interval may be too narrow."


@dataclass(frozen=True)
class Trend:
    """A straight line through the pain of the last 12 weeks with readings, or of all days.

    Attributes
    ----------
    estimate : Estimate
        Points VAS 0-100 a week; negative is falling.
    rho : float or None
        Correlation of one day's pain with the next day's, the line taken out.
    effective_days : float or None
        How many independent days the logged ones are worth.
    points : pandas.DataFrame
        day, date, pain and line (fitted; missing where there is none).
    sentence : str
        The answer in words.
    """

    estimate: Estimate
    rho: float | None
    effective_days: float | None
    points: pd.DataFrame
    sentence: str


def trend(
    days: Days, tendon: int, context: str | None = None, span: int | None = SPAN_DAYS
) -> Trend:
    """Return how pain went over the last days that end with a reading.

    Below 28 logged days there is a line and no interval, since days lean on each
    other and so few cannot say how much; below 56 the interval is tagged.

    Parameters
    ----------
    tendon : int
        Position in ``days.tendons``.
    context : str, optional
        When the pain was felt; the log's only context, else morning, where not given.
    span : int, optional
        How many days are looked at; None for all of them.

    Raises
    ------
    ValueError
        Where the log has no pain of this context.
    """
    context, _ = chosen_context(list(days.pain), context)
    if not context:
        raise ValueError("The log has no pain.")
    points = _points(days, tendon, context, span)
    name = f"Trend of {PAIN_WORDS[context]}"
    try:
        found = fit(*_line(points))
    except ValueError as error:
        made = _estimate(name, None, len(points), no_interval=str(error))
        return Trend(made, None, None, points.assign(line=np.nan), _too_little(context, points))
    fitted = found.beta[0] + found.beta[1] * (points["day"] - points["day"].mean())
    made = _with_interval(name, found, points)
    said = _sentence(context, made, found, points)
    return Trend(made, found.rho, found.effective, points.assign(line=fitted), said)


def _points(days: Days, tendon: int, context: str, span: int | None) -> pd.DataFrame:
    told = readings(days.alone(tendon), context)
    late = told["day"] > told["day"].max() - (span or np.inf)
    return told[late].reset_index(drop=True)


def _line(points: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    day = points["day"].to_numpy(float)
    centred = day - day.mean() if len(day) else day
    return day, points["pain"].to_numpy(), np.column_stack([np.ones(len(day)), centred])


def _estimate(name: str, slope: float | None, n: int, **more) -> Estimate:
    unit, logged = "points VAS 0-100 a week", {"days logged": n}
    return Estimate(name, METHOD, slope, unit, logged, unit_of_n="", **more)


def _with_interval(name: str, found: Fit, points: pd.DataFrame) -> Estimate:
    from scipy import stats

    slope, n, ends = PER_WEEK * float(found.beta[1]), len(points), _at_an_end(points["pain"])
    if n < FOR_INTERVAL:
        reason = f"an interval needs {FOR_INTERVAL} logged days"
        return _estimate(name, slope, n, no_interval=reason, warnings=ends)
    half = PER_WEEK * float(stats.t.ppf(0.975, found.df) * found.se[1])
    p = float(2 * stats.t.sf(abs(found.beta[1] / found.se[1]), found.df))
    short = (SHORT_SERIES,) if n < SHORT else ()
    limits = {"low": slope - half, "high": slope + half}
    return _estimate(name, slope, n, **limits, p=p, warnings=(*short, *ends))


def _at_an_end(pain: pd.Series) -> tuple[str, ...]:
    said = []
    for end, word in ((0.0, "no pain"), (100.0, "the most pain")):
        share = float((pain == end).mean())
        if share > AT_AN_END:
            said.append(f"{number(100 * share, 0)} % of days say {word}: a line bends at that end.")
    return tuple(said)


def _too_little(context: str, points: pd.DataFrame) -> str:
    logged = plural(len(points), "day")
    return f"{PAIN_WORDS[context].capitalize()} is logged on {logged}: no line can be drawn yet."


def _sentence(context: str, made: Estimate, found: Fit, points: pd.DataFrame) -> str:
    span = int(points["day"].max() - points["day"].min()) + 1
    over = f"over {plural(span, 'day')} ({len(points)} logged)"
    subject = PAIN_WORDS[context].capitalize()
    slope = made.estimate or 0.0
    way = "fell" if slope < 0 else "rose"
    if made.low is None or made.high is None:
        return (
            f"{subject} {way} by {number(abs(slope), 1)} points a week {over}; "
            f"the log is too short to say how sure that is."
        )
    limits = f"95 % interval {number(made.low, 1)} to {number(made.high, 1)}"
    worth = f"The {len(points)} days are worth about {number(found.effective, 0)} independent ones."
    if made.low < 0 < made.high:
        both = f"{subject} may be falling or rising: {number(slope, 1)} points a week"
        return f"{both} {over}, {limits}. {worth}"
    return f"{subject} {way} by {number(abs(slope), 1)} points a week {over}, {limits}. {worth}"
