"""Days: what a tendon did and felt, day by day, with no day left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.days.placing import WEEK_DAYS

STATUSES = ("unlogged", "rest", "zero", "part", "full", "done")
"""What a day was: no row; a day off; a row that says 0; less than prescribed; the
prescribed or more; drops done on a day with nothing prescribed."""


@dataclass(frozen=True)
class PainByDay:
    """Pain of one context on every tendon-day: mean and worst VAS 0-100, and readings."""

    mean: np.ndarray
    worst: np.ndarray
    n: np.ndarray


@dataclass(frozen=True)
class Days:
    """Everything by tendon and programme day, in flat arrays without gaps or padding.

    Tendon ``t`` owns the entries ``offsets[t]`` to ``offsets[t + 1]``: one for each
    day from its first to its last. A diary of years beside courses of weeks costs
    its own days and no more.

    Attributes
    ----------
    tendons : pandas.DataFrame
        One row per tendon: the log's columns, ``start`` (NaT where undated),
        ``start_from``, ``first_day`` and ``last_day``.
    day : numpy.ndarray
        Programme day of each entry; day 0 is the start.
    kinds : pandas.DataFrame
        The kinds of exercise met: exercise, surface, knee, lowering_only, label.
    sessions, sets : numpy.ndarray
        Session rows and sets logged that day.
    reps : numpy.ndarray
        Repetitions, one row per kind; 0 where that kind was not logged.
    reps_known : numpy.ndarray
        False where some session of the day does not say its repetitions.
    added_kg : numpy.ndarray
        Heaviest added mass among the day's drops, kg; NaN where not noted.
    volume_load_kg : numpy.ndarray
        Sum of drops x (body mass + added mass), kg; NaN where either is unknown.
    body_mass_kg, minutes, prescribed : numpy.ndarray
        Body mass, minutes of other sport, drops prescribed that day; NaN where
        unknown, not logged, or outside the course.
    rest : numpy.ndarray
        Whether an event says the day was a day off.
    pain : mapping of str to PainByDay
        By context, those present only.
    visits, exercise : numpy.ndarray
        By tendon: whether its pain comes from visits only; the exercise it is scored on.
    unplaced : mapping of str to int
        Rows by table that name no side although their person has two tendons, or no day.
    """

    tendons: pd.DataFrame
    offsets: np.ndarray
    day: np.ndarray
    kinds: pd.DataFrame
    sessions: np.ndarray
    sets: np.ndarray
    reps: np.ndarray
    reps_known: np.ndarray
    added_kg: np.ndarray
    volume_load_kg: np.ndarray
    body_mass_kg: np.ndarray
    rest: np.ndarray
    minutes: np.ndarray
    prescribed: np.ndarray
    pain: Mapping[str, PainByDay]
    visits: np.ndarray
    exercise: np.ndarray
    unplaced: Mapping[str, int] = field(default_factory=dict)

    @property
    def logged(self) -> np.ndarray:
        """Whether any session was logged that day, one of zero drops included."""
        return self.sessions > 0

    @property
    def is_drop(self) -> np.ndarray:
        """Which kinds are heel drops."""
        return (self.kinds["exercise"] == "heel drop").to_numpy()

    @property
    def drops(self) -> np.ndarray:
        """Heel drops done that day; NaN where none were logged or their number is unknown."""
        done = self.reps[self.is_drop].sum(axis=0)
        return np.where(self.logged & self.reps_known, done, np.nan)

    @property
    def tendon(self) -> np.ndarray:
        """Position of the tendon of each entry."""
        return np.repeat(np.arange(len(self.tendons)), np.diff(self.offsets))

    @property
    def done(self) -> np.ndarray:
        """Repetitions of the exercise each tendon is scored on; NaN as in ``drops``."""
        scored = self.kinds["exercise"].to_numpy()[:, None] == self.exercise[self.tendon]
        return np.where(self.logged & self.reps_known, (self.reps * scored).sum(axis=0), np.nan)

    def rows(self, tendon: int) -> slice:
        """Return where a tendon's entries stand in the flat arrays."""
        return slice(int(self.offsets[tendon]), int(self.offsets[tendon + 1]))

    def cumulative(self, values: np.ndarray) -> np.ndarray:
        """Return running sums within each tendon; what is not logged adds nothing."""
        total = np.cumsum(np.nan_to_num(values))
        before = np.concatenate([[0.0], total])[self.offsets[:-1]]
        return total - np.repeat(before, np.diff(self.offsets))

    def frame(self, tendon: int) -> pd.DataFrame:
        """Return one tendon's days as a table, for charts and for reading.

        Pain stands in ``pain_``, ``worst_`` and ``n_`` and the context; ``date`` is
        NaT where the log has no dates; ``cumulative_kg`` is NaN where body mass is
        not known.
        """
        at = self.rows(tendon)
        day = self.day[at]
        start = self.tendons["start"].iloc[tendon]
        load = self.volume_load_kg[at]
        prescribed = self.prescribed[at]
        columns = {
            "day": day,
            "week": day // WEEK_DAYS + 1,
            "date": start + pd.to_timedelta(day, unit="D"),
            "logged": self.logged[at],
            "status": status(self.logged[at], self.rest[at], self.done[at], prescribed),
            "sessions": self.sessions[at],
            "sets": np.where(self.logged[at], self.sets[at], np.nan),
            "drops": self.drops[at],
            "prescribed": prescribed,
            "added_kg": self.added_kg[at],
            "volume_load_kg": load,
            "cumulative_drops": np.cumsum(np.nan_to_num(self.drops[at])),
            "cumulative_kg": _running_load(load, self.drops[at]),
            "body_mass_kg": self.body_mass_kg[at],
            "minutes": self.minutes[at],
            "rest": self.rest[at],
        }
        for context, felt in self.pain.items():
            columns[f"pain_{context}"] = felt.mean[at]
            columns[f"worst_{context}"] = felt.worst[at]
            columns[f"n_{context}"] = felt.n[at]
        return pd.DataFrame(columns)

    def drops_by_variant(self, tendon: int) -> pd.DataFrame:
        """Return one tendon's drops by variant: day, week, variant, drops; logged days only."""
        at = self.rows(tendon)
        logged = self.logged[at] & self.reps_known[at]
        day = self.day[at][logged]
        parts = [
            pd.DataFrame({"day": day, "variant": label, "drops": reps[logged]})
            for label, reps, drop in zip(
                self.kinds["label"], self.reps[:, at], self.is_drop, strict=True
            )
            if drop and reps[logged].any()
        ]
        long = pd.concat(parts or [pd.DataFrame({"day": [], "variant": [], "drops": []})])
        return long.assign(week=long["day"] // WEEK_DAYS + 1)[["day", "week", "variant", "drops"]]


def status(
    logged: np.ndarray, rest: np.ndarray, done: np.ndarray, prescribed: np.ndarray
) -> np.ndarray:
    """Return what each day was, one of :data:`STATUSES`.

    A logged day whose repetitions are unknown is ``part``: something was done, how
    much is not known.

    Examples
    --------
    >>> day = np.array([0.0, 45.0, 90.0, np.nan])
    >>> logged = np.array([True, True, True, False])
    >>> status(logged, ~logged, day, np.full(4, 90.0)).tolist()
    ['zero', 'part', 'full', 'rest']
    """
    known = np.where(done >= prescribed, "full", np.where(np.isnan(prescribed), "done", "part"))
    return np.where(logged, np.where(done == 0, "zero", known), np.where(rest, "rest", "unlogged"))


def _running_load(load: np.ndarray, drops: np.ndarray) -> np.ndarray:
    # From the first day whose load is unknown though drops were done, the sum is unknown.
    unknown = np.isnan(load) & (np.nan_to_num(drops) > 0)
    total = np.cumsum(np.nan_to_num(load))
    return np.where(np.cumsum(unknown) > 0, np.nan, total)
