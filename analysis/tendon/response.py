"""Does a heavy day cost the next morning? One tendon's pain after days of more and of less."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.tendon.ar1 import Fit, fit
from analysis.tendon.heavy_days import FOR_INTERVAL, FOR_LINE, OTHER_DAYS, Model, design, models
from analysis.tendon.pairs import DONE, MORNING, before_load, day_after
from analysis.tendon.progress import unit_of
from analysis.tendon.trend import ALLOWS, SHORT, SHORT_SERIES
from analysis.wording import interval, number, plural

STEP = {"drops": 30.0, "added_kg": 5.0, "minutes": 30.0}
STEP_OF_PAIN = 10.0
METHOD = f"pain of the day after on the day's load, the pain before it and time, by a line {ALLOWS}"
REVERSE = (
    f"the day's load on the pain before it, the load of the day before and time, by a line {ALLOWS}"
)
NAMES = {"drops": "{unit}", "added_kg": "kg added", "minutes": "minutes of other sport"}
POINTS = "points VAS 0-100"
NO_CAUSE = "This is what went together in these days; the log cannot say what brought it about."


@dataclass(frozen=True)
class Response:
    """Pain after days of more and of less, and how much was done after pain.

    Attributes
    ----------
    load : str
        The load that the sentence, the points and ``reverse`` speak of: the first of
        drops, added weight and other sport that has a number, else drops.
    unit : str
        What that load is counted in.
    forward : tuple of Estimate
        Points VAS for 30 drops, 5 kg and 30 minutes of other sport more than usual.
    reverse : Estimate
        How much more of the load after 10 points more pain than usual.
    points : pandas.DataFrame
        ``day``, ``load`` and ``pain`` of the pairs; ``more_load`` than this person's
        mean, and ``more_pain`` than the model gives a day with the usual load.
    sentence : str
        Both directions in words.
    """

    load: str
    unit: str
    forward: tuple[Estimate, ...]
    reverse: Estimate
    points: pd.DataFrame
    sentence: str

    @property
    def shown(self) -> Estimate:
        """The number of the load that the points are of."""
        return self.forward[DONE.index(self.load)]


def response(one: Days, context: str) -> Response:
    """Return how pain of the day after went with a day's drops, added weight and sport.

    Each is compared with this person's own usual day, the others taken out of its number
    where the log has them for most of the same days; one that is noted on too few days,
    that hardly differs from day to day, or that moves together with time or another is
    left out, and its estimate says why. Below 28 pairs of days there is no interval.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``.
    """
    names = {load: name.format(unit=unit_of(one)) for load, name in NAMES.items()}
    found = models(day_after(one, context), names)
    forward = tuple(_estimate(found[load], context, names[load]) for load in DONE)
    load = next((load for load, told in found.items() if told.fit is not None), DONE[0])
    reverse = _reverse(one, context, load, names[load])
    made = forward[DONE.index(load)]
    said = _sentence(context, names[load], STEP[load], made, reverse)
    return Response(load, names[load], forward, reverse, _points(found[load]), said)


def _estimate(model: Model, context: str, name: str) -> Estimate:
    step, n = STEP[model.load], len(model.rows)
    after = "the next morning" if context == MORNING else "the day after"
    title = f"Pain {after}, for {number(step)} {name} more than usual"
    if model.fit is None:
        return _made(title, METHOD, None, POINTS, n, no_interval=model.why)
    values = model.rows[model.load]
    spread = f"Usual: {number(values.mean(), 0)} {name}, SD {number(values.std(), 0)}."
    at = model.position
    return _with_interval(title, METHOD, step, POINTS, model.fit, at, n, (spread,))


def _with_interval(
    name: str,
    method: str,
    step: float,
    unit: str,
    found: Fit,
    at: int,
    n: int,
    warnings: tuple[str, ...] = (),
) -> Estimate:
    from scipy import stats

    value, se = step * float(found.beta[at]), step * float(found.se[at])
    if n < FOR_INTERVAL:
        why = f"an interval needs {FOR_INTERVAL} pairs of days"
        return _made(name, method, value, unit, n, no_interval=why, warnings=warnings)
    half = float(stats.t.ppf(0.975, found.df)) * se
    p = float(2 * stats.t.sf(abs(value) / se, found.df))
    short = (SHORT_SERIES,) if n < SHORT else ()
    limits = {"low": value - half, "high": value + half, "p": p}
    return _made(name, method, value, unit, n, **limits, warnings=(*warnings, *short))


def _made(name: str, method: str, value: float | None, unit: str, n: int, **more) -> Estimate:
    return Estimate(name, method, value, unit, {"pairs of days": n}, unit_of_n="", **more)


def _reverse(one: Days, context: str, load: str, unit: str) -> Estimate:
    rows = before_load(one, context, load)
    more = f"{number(STEP_OF_PAIN)} points more pain than usual before them"
    name = f"{unit[:1].upper()}{unit[1:]} for {more}"
    pain, done, n = rows["pain"].to_numpy(), rows["load"].to_numpy(), len(rows)
    if n < FOR_LINE:
        why = f"{unit} and the pain before them are known on {plural(n, 'day')}"
        return _made(name, REVERSE, None, unit, n, no_interval=why)
    alike = f"{unit}, or the pain before them, hardly differ from day to day"
    if (done != np.median(done)).sum() < OTHER_DAYS or np.ptp(pain) == 0:
        return _made(name, REVERSE, None, unit, n, no_interval=alike)
    try:
        found = fit(rows["day"].to_numpy(float), done, design(rows, ["pain"]))
    except ValueError:
        return _made(name, REVERSE, None, unit, n, no_interval=alike)
    return _with_interval(name, REVERSE, STEP_OF_PAIN, unit, found, 2, n)


def _points(model: Model) -> pd.DataFrame:
    here = model.rows[["day", model.load, "pain"]].rename(columns={model.load: "load"})
    usual = here["pain"].mean()
    if model.fit is not None:
        whole, at = design(model.rows, model.used), model.position
        usual = np.delete(whole, at, axis=1) @ np.delete(model.fit.beta, at)
    more = {"more_load": here["load"] - here["load"].mean(), "more_pain": here["pain"] - usual}
    return here.assign(**more).dropna().reset_index(drop=True)


def _sentence(context: str, unit: str, step: float, forward: Estimate, reverse: Estimate) -> str:
    after = "The mornings after" if context == MORNING else "The days after"
    more, sorer = f"{number(step)} {unit} more", f"{number(STEP_OF_PAIN)} points sorer"
    said = _direction(
        forward,
        f"{after} days with {more} than usual had {{size}} points {{way}} pain",
        f"{after} days with more {unit} than usual",
        f"points for {more}",
    )
    before = "Mornings" if context == MORNING else "Days"
    back = _direction(
        reverse,
        f"{before} {sorer} than usual were followed by {{size}} {unit} {{way}}",
        f"Days after sorer {before.casefold()} than usual",
        f"{unit} for {number(STEP_OF_PAIN)} points more pain",
    )
    return f"{said} {back} {NO_CAUSE}"


def _direction(made: Estimate, told: str, plainly: str, unit: str) -> str:
    """Return one direction in words; more or less is said only where the interval tells it."""
    if made.estimate is None:
        return f"{plainly}: no number, since {made.no_interval}."
    inside = f"({interval(made, 1)}; {plural(made.n['pairs of days'], 'pair')} of days)"
    value = f"{number(made.estimate, 1)} {unit} {inside}."
    if made.low is None or made.high is None:
        return f"{plainly}: {value}"
    if made.low <= 0 <= made.high:
        return f"{plainly} cannot be told from the others: {value}"
    way = "more" if made.estimate > 0 else "less"
    return f"{told.format(size=number(abs(made.estimate), 1), way=way)} {inside}."
