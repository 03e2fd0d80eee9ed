"""Simulated logs: every assumption named, every one of them invented for showing and testing.

Nothing in here is a finding. Only the level of pain at the start leans on the
literature (about 70 of 100, Jonsson 2008, Fahlström 2003); how fast it falls, what
surface and volume have to do with it, who stops and who misses days is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.model import Log
from analysis.protocols import catalogue

WEEK = 7


@dataclass(frozen=True)
class Arm:
    """One group: its protocol in the catalogue, the site, and how fast its pain falls.

    ``slope`` is in points VAS a week, added to that of everyone.
    """

    protocol: str
    site: str
    people: int
    slope: float = 0.0


@dataclass(frozen=True)
class Assumptions:
    """What a simulated log is made of; pain is VAS 0-100, time is in days or weeks.

    Attributes
    ----------
    start_mean, start_sd : float
        Pain on day 0 over people.
    slope, slope_sd : float
        Points a week, for everyone and between people.
    day_sd, rho : float
        Day-to-day scatter and its correlation from one day to the next.
    during_more, during_sd : float
        How much more pain is felt during the drops than the morning after, and its
        scatter.
    missed, zero, rest, part : float
        Shares of days: not logged, logged as none done, off, half done.
    leave, leave_pain : float
        Chance a day to stop for good at pain 50, and by how much its logarithm rises
        with 10 points more.
    free_of_pain, in_a_row, step_kg, most_kg : float
        Weight is added by ``step_kg`` once so many days in a row had at most this pain,
        up to ``most_kg``.
    returned_below : float
        Those at this pain or less at the end are back in activity.
    """

    arms: tuple[Arm, ...]
    weeks: int = 12
    first_day: str = "2026-01-05"
    start_mean: float = 68.0
    start_sd: float = 12.0
    slope: float = -3.5
    slope_sd: float = 1.2
    day_sd: float = 9.0
    rho: float = 0.5
    during_more: float = 6.0
    during_sd: float = 6.0
    missed: float = 0.12
    zero: float = 0.02
    rest: float = 0.03
    part: float = 0.08
    leave: float = 0.0008
    leave_pain: float = 0.35
    free_of_pain: float = 15.0
    in_a_row: int = 4
    step_kg: float = 5.0
    most_kg: float = 25.0
    returned_below: float = 30.0
    reasons: Mapping[str, float] = field(
        default_factory=lambda: {"too painful": 0.5, "no time": 0.3, "not told": 0.2}
    )


@dataclass(frozen=True)
class Simulated:
    """A simulated study: one row per person, and one row per person, day and knee."""

    people: pd.DataFrame
    diary: pd.DataFrame


def simulate(assumptions: Assumptions, seed: int) -> Simulated:
    """Return people and their diaries drawn under the assumptions.

    Pain is drawn on a line without ends and then cut at 0 and 100 and rounded, as a
    slider does.

    Examples
    --------
    >>> few = Assumptions(arms=(Arm("jonsson", "insertional", 2),))
    >>> len(simulate(few, 1).people)
    2
    """
    rng = np.random.default_rng(seed)
    people = _people(assumptions, rng)
    pain = _pain(assumptions, people, rng)
    last = _last_days(assumptions, pain[:, :-1], rng)
    diary = _diary(assumptions, people, pain, last, rng)
    return Simulated(_with_endings(assumptions, people, pain, last, rng), diary)


def _people(told: Assumptions, rng: np.random.Generator) -> pd.DataFrame:
    arm = np.repeat(np.arange(len(told.arms)), [arm.people for arm in told.arms])
    n = len(arm)
    return pd.DataFrame(
        {
            "person": [f"S{i + 1:03d}" for i in range(n)],
            "arm": arm,
            "site": [told.arms[a].site for a in arm],
            "side": rng.choice(["left", "right"], n),
            "start": pd.Timestamp(told.first_day)
            + pd.to_timedelta(WEEK * rng.integers(0, 10 if n > 1 else 1, n), unit="D"),
            "body_mass": np.round(rng.normal(78, 12, n)),
            "age": np.round(rng.normal(49, 8, n)),
        }
    )


def _pain(told: Assumptions, people: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Return everyone's pain on a line without ends, of every day and of the one after."""
    n, days = len(people), WEEK * told.weeks + 1
    slope = told.slope + np.array([told.arms[a].slope for a in people["arm"]])
    slope = slope + rng.normal(0, told.slope_sd, n)
    noise = np.empty((n, days))
    noise[:, 0] = rng.normal(0, told.day_sd, n)
    fresh = rng.normal(0, told.day_sd * np.sqrt(1 - told.rho**2), (n, days))
    for day in range(1, days):
        noise[:, day] = told.rho * noise[:, day - 1] + fresh[:, day]
    start = rng.normal(told.start_mean, told.start_sd, n)
    return start[:, None] + slope[:, None] * np.arange(days) / WEEK + noise


def _last_days(told: Assumptions, pain: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the day on which each person stops, or the number of days if none."""
    hazard = told.leave * np.exp(told.leave_pain * (pain - 50) / 10)
    stops = rng.random(pain.shape) < hazard
    return np.where(stops.any(axis=1), stops.argmax(axis=1), pain.shape[1])


def _diary(
    told: Assumptions,
    people: pd.DataFrame,
    pain: np.ndarray,
    last: np.ndarray,
    rng: np.random.Generator,
) -> pd.DataFrame:
    today, tomorrow = pain[:, :-1], pain[:, 1:]
    shape = today.shape
    during = today + told.during_more + rng.normal(0, told.during_sd, shape)
    shares = (told.missed, told.zero, told.rest, told.part)
    kinds = ["missed", "zero", "rest", "part", "full"]
    what = rng.choice(kinds, shape, p=[*shares, 1 - sum(shares)])
    kept = (np.arange(shape[1]) < last[:, None]) & (what != "missed")
    who, day = np.nonzero(kept)
    done = ~np.isin(what, ["zero", "rest"])
    rows = pd.DataFrame(
        {
            "person": people["person"].to_numpy()[who],
            "arm": people["arm"].to_numpy()[who],
            "date": people["start"].to_numpy()[who] + day.astype("timedelta64[D]"),
            "what": what[kept],
            "added_kg": np.where(done[kept], _added(told, during)[kept], np.nan),
            "during": np.where(done[kept], _shown(during)[kept], np.nan),
            "next_morning": _shown(tomorrow)[kept],
            "minutes": np.where(rng.random(len(who)) < 0.25, rng.integers(4, 13, len(who)) * 5, 0),
        }
    )
    return _by_knee(told, rows)


def _added(told: Assumptions, during: np.ndarray) -> np.ndarray:
    """Return the added mass of every day under the rule of progression."""
    added, run = np.zeros(during.shape), np.zeros(len(during))
    for day in range(1, during.shape[1]):
        run = np.where(during[:, day - 1] <= told.free_of_pain, run + 1, 0)
        more = run >= told.in_a_row
        added[:, day] = np.minimum(added[:, day - 1] + told.step_kg * more, told.most_kg)
        run = np.where(more, 0, run)
    return added


def _shown(pain: np.ndarray) -> np.ndarray:
    return np.round(np.clip(pain, 0, 100))


def _by_knee(told: Assumptions, rows: pd.DataFrame) -> pd.DataFrame:
    """Give every knee of a protocol its own row; pain stands on the first alone."""
    parts = []
    for index, arm in enumerate(told.arms):
        protocol = catalogue()[arm.protocol]
        mine = rows[rows["arm"] == index]
        sets = (protocol.drops_per_day or 0) / REPS / len(protocol.knee)
        for first, knee in enumerate(protocol.knee):
            one = mine.assign(surface=protocol.surface, knee=knee, reps=float(REPS))
            share = one["what"].map({"zero": 0.0, "rest": np.nan, "part": 0.5, "full": 1.0})
            one = one.assign(sets=np.round(sets * share))
            if first:
                one = one.assign(during=np.nan, next_morning=np.nan, minutes=np.nan)
                one = one[one["what"] != "rest"]
            parts.append(one)
    order = ["person", "date"]
    return pd.concat(parts).sort_values(order, kind="stable", ignore_index=True)


REPS = 15


def _with_endings(
    told: Assumptions,
    people: pd.DataFrame,
    pain: np.ndarray,
    last: np.ndarray,
    rng: np.random.Generator,
) -> pd.DataFrame:
    days = pain.shape[1] - 1
    stayed = last == days
    well = pain[:, -WEEK:].mean(axis=1) <= told.returned_below
    reason = rng.choice(list(told.reasons), len(people), p=list(told.reasons.values()))
    end = people["start"] + pd.to_timedelta(np.where(stayed, days, last), unit="D")
    return people.assign(
        protocol=[catalogue()[told.arms[a].protocol].name for a in people["arm"]],
        drops_per_day=[catalogue()[told.arms[a].protocol].drops_per_day for a in people["arm"]],
        returned=pd.Series(np.where(well, "yes", "no")).where(stayed),
        left_on=end.where(~stayed),
        left_reason=pd.Series(reason).where(~stayed),
    )


def as_log(simulated: Simulated) -> Log:
    """Return a simulated study as a log."""
    people, diary = simulated.people, simulated.diary
    sides = diary["person"].map(people.set_index("person")["side"])
    rows = diary.assign(side=sides, started=diary["date"], felt_at=diary["date"])
    done = rows[rows["what"] != "rest"]
    sessions = done.assign(exercise="heel drop", reps=done["reps"] * done["sets"])
    during = rows.assign(context="during", vas=rows["during"])
    morning = rows.assign(
        context="morning", vas=rows["next_morning"], felt_at=rows["date"] + pd.Timedelta(1, "D")
    )
    return Log().with_tables(
        tendons=people.drop(columns=["arm", "protocol", "drops_per_day", "body_mass"]).rename(
            columns={"returned": "returned_to_activity"}
        ),
        prescriptions=people,
        sessions=sessions,
        pain=pd.concat([during, morning]).dropna(subset=["vas"]),
        measures=people.assign(
            measure="body_mass_kg", value=people["body_mass"], on=people["start"]
        ),
        events=rows[rows["what"] == "rest"].assign(on=lambda off: off["date"]),
        activities=rows.dropna(subset=["minutes"]),
    )
