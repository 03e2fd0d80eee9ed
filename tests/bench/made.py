"""Large tables made for timing, as the product's own CSV."""

import io

import numpy as np
import pandas as pd

from analysis.model import Log

DAYS = 84
SESSIONS_A_DAY = 2


def made_log(people: int, seed: int = 1) -> Log:
    """Return a log of so many people over 84 days: two sessions and two readings a day."""
    rng = np.random.default_rng(seed)
    rows = people * DAYS * SESSIONS_A_DAY
    person = pd.Series(np.repeat([f"p{i:06d}" for i in range(people)], DAYS * SESSIONS_A_DAY))
    day = np.tile(np.repeat(np.arange(DAYS), SESSIONS_A_DAY), people)
    hour = np.tile([7, 19], people * DAYS)
    when = pd.Series(
        np.datetime64("2026-01-05", "us")
        + day * np.timedelta64(1, "D")
        + hour * np.timedelta64(1, "h")
    )
    sessions = pd.DataFrame(
        {
            "person": person,
            "started": when,
            "side": "left",
            "exercise": "heel drop",
            "surface": np.where(np.arange(rows) // (DAYS * SESSIONS_A_DAY) % 2, "step", "flat"),
            "knee": "straight",
            "sets": 3.0,
            "reps": rng.choice([30.0, 45.0], rows),
            "added_kg": rng.choice([0.0, 2.5, 5.0], rows),
        }
    )
    pain = pd.DataFrame(
        {
            "person": person,
            "felt_at": when,
            "side": "left",
            "context": np.tile(["morning", "during"], people * DAYS),
            "vas": rng.integers(0, 101, rows).astype(float),
        }
    )
    return Log().with_tables(sessions=sessions, pain=pain)


def as_csv(frame: pd.DataFrame) -> bytes:
    """Return a table as the CSV that the product itself writes."""
    out = io.StringIO()
    frame.to_csv(out, index=False, date_format="%Y-%m-%d %H:%M")
    return out.getvalue().encode()


def made_export(rows: int, seed: int = 1) -> bytes:
    """Return a strength app's export of so many set rows, as Strong writes it."""
    rng = np.random.default_rng(seed)
    day = np.arange(rows) // 60
    when = np.datetime64("1990-01-01T18:00", "s") + day % 13_000 * np.timedelta64(1, "D")
    names = np.array(["Heel drop left bent", "Standing Calf Raise (Barbell)", "Leg curl", "Squat"])
    frame = pd.DataFrame(
        {
            "Date": pd.Series(when).dt.strftime("%Y-%m-%d %H:%M:%S"),
            "Workout Name": "Legs",
            "Duration": "45m",
            "Exercise Name": names[rng.integers(0, 4, rows)],
            "Set Order": rng.choice(["1", "2", "3", "W", "Rest Timer"], rows),
            "Weight": rng.choice([0.0, 2.5, 5.0], rows),
            "Reps": rng.integers(6, 16, rows),
            "Distance": 0,
            "Seconds": 0,
            "Notes": "",
            "Workout Notes": "",
            "RPE": "",
        }
    )
    return frame.to_csv(index=False).encode()


def diary_of_years(days: int = 1095, seed: int = 1) -> str:
    """Return one person's sheet of daily rows: drops, added weight and pain at two moments."""
    rng = np.random.default_rng(seed)
    day = np.arange(days)
    pain = np.clip(60 - day / 30 + rng.normal(0, 9, (2, days)), 0, 100).round()
    sheet = pd.DataFrame(
        {
            "date": np.datetime64("2023-01-02") + day.astype("timedelta64[D]"),
            "side": "left",
            "sets": rng.choice([2, 3, 6], days),
            "reps": 15,
            "added kg": np.minimum(day // 60 * 2.5, 25.0),
            "pain during (0-100)": pain[0],
            "pain next morning (0-100)": pain[1],
        }
    )
    return sheet[rng.random(days) > 0.1].to_csv(index=False)
