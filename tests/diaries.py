"""Small diaries made for tests, with every number in view."""

import numpy as np
import pandas as pd

from analysis.days import Days, reduce_log
from analysis.model import Log

START = pd.Timestamp("2026-01-05")


def pain(person: str, by_day: dict[int, float], context: str = "morning", **more) -> pd.DataFrame:
    """Return readings by programme day."""
    rows = {"person": person, "felt_at": [START + pd.Timedelta(days=d) for d in by_day]}
    return pd.DataFrame({**rows, "context": context, "vas": list(by_day.values()), **more})


def sessions(person: str, reps_by_day: dict[int, float], **more) -> pd.DataFrame:
    """Return one session on each of these programme days."""
    rows = {"person": person, "started": [START + pd.Timedelta(days=d) for d in reps_by_day]}
    told = {"exercise": "heel drop", "reps": list(reps_by_day.values()), **more}
    return pd.DataFrame({**rows, **told})


def days_of(
    *tables: pd.DataFrame, prescriptions: dict | None = None, tendons: dict | None = None, **more
) -> Days:
    """Return the reduction of a log with day 0 on the same date for everyone."""
    kinds = {"pain": "felt_at", "sessions": "started"}
    told = {
        name: pd.concat([t for t in tables if column in t])
        for name, column in kinds.items()
        if any(column in t for t in tables)
    }
    for name, rows in (("prescriptions", prescriptions), ("tendons", tendons)):
        if rows is not None:
            told[name] = pd.DataFrame(rows)
    return reduce_log(Log().with_tables(**told, **more), START.date())


def every(days: range, value: float) -> dict[int, float]:
    """Return the same value on each of these days."""
    return dict.fromkeys(days, value)


def missing(value: float | None) -> bool:
    """Return whether a number is missing."""
    return value is None or bool(np.isnan(value))
