"""Adherence: what was done of what was prescribed, counted in four ways."""

import numpy as np
import pandas as pd

from analysis.course import asked
from analysis.days import Days
from analysis.estimate import Estimate
from analysis.windows import last_day_where, total
from analysis.wording import number, plural

UNITS = ("days", "sessions", "sets", "reps")
NOT_A_SAMPLE = "a count, not a sample"
EVERY_DAY = 7


def counts(days: Days, through: np.ndarray) -> pd.DataFrame:
    """Return what every tendon did of what it was prescribed up to a programme day.

    Only the exercise prescribed first is counted, and only on the days of the
    course. A day not logged counts as not done; a session that does not say its
    repetitions counts as done, one of 0 does not.

    Parameters
    ----------
    through : numpy.ndarray
        Last programme day, one per tendon.

    Returns
    -------
    pandas.DataFrame
        ``first`` and ``last`` scored day; ``days_``, ``sessions_``, ``sets_`` and
        ``reps_`` with ``done`` and ``prescribed``. Done is NaN for a tendon with no
        session of the exercise in the log, and for sets or repetitions that were never noted;
        prescribed is NaN where nothing was prescribed or the dose is not known.
    """
    told = asked(days, through)
    first, last = told["first"].to_numpy(), told["last"].to_numpy()
    rows, reps = (days.rows_of * days.scored).sum(axis=0), days.done
    sittings = (days.sittings * days.scored).sum(axis=0)
    did = (rows > 0) & ~(reps == 0)
    done_days = total(days, did, first, last)
    sets = total(days, (days.sets * days.scored).sum(axis=0) * did, first, last)
    reps_noted = total(days, did & ~np.isnan(reps), first, last)
    idle = done_days == 0
    done = {
        "days": done_days,
        "sessions": np.round(total(days, sittings * did, first, last), 6),
        "sets": np.where((sets > 0) | idle, sets, np.nan),
        "reps": np.where((reps_noted > 0) | idle, total(days, reps, first, last), np.nan),
    }
    silent = np.isnan(last_day_where(days, rows > 0))
    columns = {"first": first, "last": last}
    for name in UNITS:
        columns[f"{name}_done"] = np.where(silent, np.nan, done[name])
        columns[f"{name}_prescribed"] = told[name].to_numpy()
    return pd.DataFrame(columns)


def adherence(days: Days, tendon: int, through: int | None = None) -> tuple[Estimate, ...]:
    """Return one tendon's days, sessions, sets and repetitions done of those prescribed.

    Four percentages, each with its own denominator, over the days of the course up
    to ``through``. Each is None where it was not logged or not prescribed; its
    method says which. There is no cut for enough.

    Parameters
    ----------
    tendon : int
        Position in ``days.tendons``.
    through : int, optional
        Last programme day; where not given the last day with a session, or with
        anything logged where there is none.
    """
    one = days.alone(tendon)
    logged_to = last_day_where(one, one.logged)
    last = np.where(np.isnan(logged_to), one.tendons["last_day"], logged_to).astype("int64")
    row = counts(one, last if through is None else np.array([through])).iloc[0]
    cautions = {
        "days": _about_days(one, int(row["first"]), int(row["last"])),
        "sessions": _about_sessions(row),
    }
    return tuple(_percent(row, name, cautions.get(name, ())) for name in UNITS)


def _percent(row: pd.Series, name: str, cautions: tuple[str, ...]) -> Estimate:
    done, prescribed = row[f"{name}_done"], row[f"{name}_prescribed"]
    known = prescribed > 0 and not np.isnan(done)
    word = {"reps": "repetitions"}.get(name, name)
    return Estimate(
        name=f"{word.capitalize()} done of {word} prescribed",
        method=_method(done, prescribed, word),
        estimate=float(100 * done / prescribed) if known else None,
        unit="%",
        n={f"{word} prescribed": round(prescribed)} if prescribed > 0 else {},
        no_interval=NOT_A_SAMPLE,
        unit_of_n="",
        warnings=cautions,
    )


def _method(done: float, prescribed: float, word: str) -> str:
    if not prescribed > 0:
        said = f"the number of {word} prescribed is not in the log"
        return said if np.isnan(done) else f"{number(done)} {word} done; {said}"
    if np.isnan(done):
        return f"{number(prescribed)} {word} prescribed; how many were done is not in the log"
    return f"{number(done)} of {number(prescribed)} {word}"


def _about_days(one: Days, first: int, last: int) -> tuple[str, ...]:
    at = (one.day >= first) & (one.day <= last)
    length = max(last - first + 1, 0)
    logged = one.scored_logged
    rest = int((one.rest & ~logged & at).sum())
    unlogged = length - rest - int((logged & at).sum())
    zero = int(((one.done == 0) & at).sum())
    vague = int(((~one.reps_known & one.scored).any(axis=0) & at).sum())
    said = []
    if unlogged:
        said.append(f"{_were(unlogged)} not logged and may have been done.{_days_off(one)}")
    if rest:
        said.append(f"{_were(rest)} noted as rest.")
    if zero:
        said.append(f"{_were(zero)} logged as 0.")
    if vague:
        said.append(f"{plural(vague, 'day')} with a session without its repetitions.")
    return tuple(said)


def _about_sessions(row: pd.Series) -> tuple[str, ...]:
    one_a_day = row["sessions_done"] == row["days_done"]
    if one_a_day and row["sessions_prescribed"] > row["days_prescribed"]:
        return ("Each day counts as one session: where it held several, the log does not say so.",)
    return ()


def _were(n: int) -> str:
    return f"{plural(n, 'day')} {'was' if n == 1 else 'were'}"


def _days_off(one: Days) -> str:
    weekly = one.prescriptions["days_per_week"].dropna()
    if not len(weekly) or (weekly == EVERY_DAY).all():
        return ""
    return f" {number(weekly.iloc[0])} days a week were prescribed, so many are days off."
