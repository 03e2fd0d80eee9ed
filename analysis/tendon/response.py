"""Does a heavy day cost the next morning? One tendon's pain after days of more and of less."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.tendon.ar1 import Fit, fit
from analysis.tendon.pairs import DONE, MORNING, before_drops, day_after
from analysis.tendon.progress import unit_of
from analysis.tendon.trend import SHORT, SHORT_SERIES
from analysis.wording import interval, number, plural

FOR_INTERVAL = 28
FOR_LINE = 8
OTHER_DAYS = 5
"""Days that must differ from the usual one, or there is no heavier day to learn from."""
TOGETHER = 0.9
"""Share of a load's variation that time and the other loads may explain."""
STEP = {"drops": 30.0, "added_kg": 5.0, "minutes": 30.0}
STEP_OF_PAIN = 10.0
METHOD = "pain of the day after on the day's load and time, GLS, continuous-time AR(1), REML, t"
REVERSE = "drops on the pain before them and time, GLS, continuous-time AR(1), REML, t"
NAMES = {"drops": "{unit}", "added_kg": "kg added", "minutes": "minutes of other sport"}
NO_CAUSE = "This is what went together in these days; the log cannot say what brought it about."


@dataclass(frozen=True)
class Response:
    """Pain after days of more and of less, and drops after pain.

    Attributes
    ----------
    forward : tuple of Estimate
        Points VAS for 30 drops, 5 kg and 30 minutes of other sport more than usual.
    reverse : Estimate
        Drops for 10 points more pain than usual before them.
    points : pandas.DataFrame
        ``day``, ``drops`` and ``pain`` of the pairs; ``more_drops`` than this person's
        mean, and ``more_pain`` than the model gives a day with the usual drops.
    sentence : str
        Both directions in words.
    """

    forward: tuple[Estimate, ...]
    reverse: Estimate
    points: pd.DataFrame
    sentence: str


def response(one: Days, context: str) -> Response:
    """Return how pain of the day after went with a day's drops, added weight and sport.

    Each is compared with this person's own usual day, all of them in one model where the
    log has them for the same days; a load that is noted on too few of those days, that
    hardly differs from day to day, or that moves together with time or another load is
    left out, and its estimate says why. Below 28 pairs of days there is no interval.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        A key of ``one.pain``.
    """
    told = day_after(one, context)
    left_out = {}
    used: list[str] = []
    for load in DONE:
        reason = _refusal(told, load, used, one)
        if reason:
            left_out[load] = reason
        else:
            used.append(load)
    found, rows = _fitted(told, used)
    forward = tuple(
        _estimate(load, context, one, found, rows, used, left_out.get(load, "")) for load in DONE
    )
    reverse = _reverse(one, context)
    said = _sentence(one, context, forward[0], reverse)
    return Response(forward, reverse, _points(rows, found, used), said)


def _refusal(told: pd.DataFrame, load: str, used: list[str], one: Days) -> str:
    """Return why a load cannot be in the model beside those used, or ""."""
    known = told.dropna(subset=[*used, load])
    values = known[load].to_numpy()
    name = NAMES[load].format(unit=unit_of(one))
    if len(known) < (FOR_INTERVAL if used else FOR_LINE):
        return (
            f"{name} and pain of the day after are known for {plural(len(known), 'pair')} of days"
        )
    usual = float(np.median(values))
    others = int((values != usual).sum())
    if others < OTHER_DAYS:
        return (
            f"{name} hardly differ from day to day: {number(usual)} on {len(values) - others} "
            f"of {plural(len(values), 'day')}"
        )
    beside = _design(known, used)
    rest = values - beside @ np.linalg.lstsq(beside, values, rcond=None)[0]
    if rest.var() < (1 - TOGETHER) * values.var():
        return f"{name} move together with {'time or the other loads' if used else 'time'}"
    return ""


def _design(rows: pd.DataFrame, loads: list[str]) -> np.ndarray:
    day = rows["day"].to_numpy(float)
    centred = [rows[load].to_numpy() - rows[load].mean() for load in loads]
    return np.column_stack([np.ones(len(rows)), day - day.mean() if len(day) else day, *centred])


def _fitted(told: pd.DataFrame, used: list[str]) -> tuple[Fit | None, pd.DataFrame]:
    rows = told.dropna(subset=used) if used else told
    if not used:
        return None, rows
    try:
        day, pain = rows["day"].to_numpy(float), rows["pain"].to_numpy()
        return fit(day, pain, _design(rows, used)), rows
    except ValueError:
        return None, rows


def _estimate(
    load: str,
    context: str,
    one: Days,
    found: Fit | None,
    rows: pd.DataFrame,
    used: list[str],
    reason: str,
) -> Estimate:
    step, name = STEP[load], NAMES[load].format(unit=unit_of(one))
    after = "the next morning" if context == MORNING else "the day after"
    title = f"Pain {after}, for {number(step)} {name} more than usual"
    if load not in used or found is None:
        why = reason or "every day lies on the line"
        return _made(title, METHOD, None, "points VAS 0-100", len(rows), no_interval=why)
    at = 2 + used.index(load)
    spread = f"Usual: {number(rows[load].mean(), 0)} {name}, SD {number(rows[load].std(), 0)}."
    unit = "points VAS 0-100"
    return _with_interval(title, METHOD, step, unit, found, at, len(rows), (spread,))


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


def _reverse(one: Days, context: str) -> Estimate:
    unit = unit_of(one)
    rows = before_drops(one, context)
    name = f"{unit.capitalize()} for {number(STEP_OF_PAIN)} points more pain than usual before them"
    pain, drops, n = rows["pain"].to_numpy(), rows["drops"].to_numpy(), len(rows)
    if n < FOR_LINE:
        why = f"{unit} and the pain before them are known on {plural(n, 'day')}"
        return _made(name, REVERSE, None, unit, n, no_interval=why)
    try:
        found = fit(rows["day"].to_numpy(float), drops, _design(rows, ["pain"]))
    except (ValueError, np.linalg.LinAlgError):
        why = f"{unit}, or the pain before them, hardly differ from day to day"
        return _made(name, REVERSE, None, unit, n, no_interval=why)
    if (drops != np.median(drops)).sum() < OTHER_DAYS or np.ptp(pain) == 0:
        why = f"{unit}, or the pain before them, hardly differ from day to day"
        return _made(name, REVERSE, None, unit, n, no_interval=why)
    return _with_interval(name, REVERSE, STEP_OF_PAIN, unit, found, 2, n)


def _points(rows: pd.DataFrame, found: Fit | None, used: list[str]) -> pd.DataFrame:
    here = rows[["day", "drops", "pain"]]
    usual = here["pain"].mean()
    if found is not None:
        others = [load for load in used if load != "drops"]
        kept = [0, 1, *(2 + used.index(load) for load in others)]
        usual = _design(rows, others) @ found.beta[kept]
    more = {"more_drops": here["drops"] - here["drops"].mean(), "more_pain": here["pain"] - usual}
    return here.assign(**more).dropna().reset_index(drop=True)


def _sentence(one: Days, context: str, forward: Estimate, reverse: Estimate) -> str:
    unit = unit_of(one)
    after = "The mornings after" if context == MORNING else "The days after"
    step, sorer = f"{number(STEP['drops'])} {unit} more", f"{number(STEP_OF_PAIN)} points sorer"
    said = _direction(
        forward,
        f"{after} days with {step} than usual had {{size}} points {{way}} pain",
        f"{after} days with more {unit} than usual",
        f"points for {step}",
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
