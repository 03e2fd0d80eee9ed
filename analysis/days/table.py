"""Days: what a tendon did and felt, day by day, with no day left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
import pandas as pd

from analysis.days.placing import WEEK_DAYS
from analysis.wording import plural

STATUSES = ("unlogged", "rest", "zero", "part", "full", "done")
"""What a day was: no row; a day off; a row that says 0; less than prescribed; the
prescribed or more; drops done on a day with nothing prescribed."""

BY_DAY = (
    "day",
    "sets",
    "rows_of",
    "sittings",
    "reps",
    "reps_known",
    "added_kg",
    "volume_load_kg",
    "body_mass_kg",
    "rest",
    "minutes",
    "prescribed",
)
"""The arrays whose last axis is the tendon-days."""


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
    rows_of, sets, reps : numpy.ndarray
        Session rows, sets and repetitions, one row per kind; 0 where it was not logged.
    sittings : numpy.ndarray
        Sessions, one row per kind: rows of one set at the same time share one session.
    reps_known : numpy.ndarray
        By kind; False where some session of it that day does not say its repetitions.
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
    prescriptions : pandas.DataFrame
        The prescriptions of each ``tendon`` in the order of time, with what their
        protocol says, each with the programme day from which it holds, ``first``.
    visits, exercise : numpy.ndarray
        By tendon: whether its pain comes from visits only; the exercise it is scored on.
    unplaced : mapping of str to int
        Rows by table that name no side although their person has two tendons, or no day.
    """

    tendons: pd.DataFrame
    offsets: np.ndarray
    day: np.ndarray
    kinds: pd.DataFrame
    sets: np.ndarray
    rows_of: np.ndarray
    sittings: np.ndarray
    reps: np.ndarray
    reps_known: np.ndarray
    added_kg: np.ndarray
    volume_load_kg: np.ndarray
    body_mass_kg: np.ndarray
    rest: np.ndarray
    minutes: np.ndarray
    prescribed: np.ndarray
    pain: Mapping[str, PainByDay]
    prescriptions: pd.DataFrame
    visits: np.ndarray
    exercise: np.ndarray
    unplaced: Mapping[str, int] = field(default_factory=dict)

    @property
    def sessions(self) -> np.ndarray:
        """Session rows logged that day, of any exercise."""
        return self.rows_of.sum(axis=0)

    @property
    def logged(self) -> np.ndarray:
        """Whether any session was logged that day, one of zero repetitions included."""
        return self.sessions > 0

    @property
    def is_drop(self) -> np.ndarray:
        """Which kinds are heel drops."""
        return (self.kinds["exercise"] == "heel drop").to_numpy()

    @property
    def drops(self) -> np.ndarray:
        """Heel drops done that day; NaN where none were logged or their number is unknown."""
        return self._sum(self.is_drop[:, None])

    def _sum(self, kinds: np.ndarray) -> np.ndarray:
        """Repetitions of some kinds by day; NaN where no row is of them or one lacks its reps."""
        known = (self.rows_of * kinds).any(axis=0) & (self.reps_known | ~kinds).all(axis=0)
        return np.where(known, (self.reps * kinds).sum(axis=0), np.nan)

    @property
    def tendon(self) -> np.ndarray:
        """Position of the tendon of each entry."""
        return np.repeat(np.arange(len(self.tendons)), np.diff(self.offsets))

    @property
    def scored(self) -> np.ndarray:
        """Which kinds are of the exercise each tendon is scored on, by kind and entry."""
        same = self.kinds["exercise"].to_numpy(object)[:, None] == self.exercise
        return np.repeat(same, np.diff(self.offsets), axis=1)

    @property
    def done(self) -> np.ndarray:
        """Repetitions of the exercise each tendon is scored on; NaN as in ``drops``."""
        return self._sum(self.scored)

    @property
    def scored_logged(self) -> np.ndarray:
        """Whether the exercise each tendon is scored on was logged that day, 0 of it included."""
        return (self.rows_of * self.scored).sum(axis=0) > 0

    @property
    def status(self) -> np.ndarray:
        """What each day was of the exercise its tendon is scored on, one of :data:`STATUSES`."""
        return status(self.scored_logged, self.rest, self.done, self.prescribed)

    @property
    def unplaced_notes(self) -> tuple[str, ...]:
        """What could not be placed, in plain sentences."""
        return tuple(
            f"{plural(n, 'row')} of {table} could not be placed: no side is named although there "
            "are two tendons, or no day is known. Add the side or the day."
            for table, n in self.unplaced.items()
        )

    def rows(self, tendon: int) -> slice:
        """Return where a tendon's entries stand in the flat arrays."""
        return slice(int(self.offsets[tendon]), int(self.offsets[tendon + 1]))

    def alone(self, tendon: int) -> Self:
        """Return the days of one tendon as those of a log that holds it alone."""
        return self.some(np.arange(len(self.tendons)) == tendon)

    def some(self, which: np.ndarray) -> Self:
        """Return the days of some tendons as those of a log that holds them alone.

        Parameters
        ----------
        which : numpy.ndarray
            True for each tendon that is kept.
        """
        at = np.repeat(which, np.diff(self.offsets))
        told = self.prescriptions[which[self.prescriptions["tendon"].to_numpy("int64")]]
        place = np.cumsum(which) - 1
        return replace(
            self,
            **{name: getattr(self, name)[..., at] for name in BY_DAY},
            tendons=self.tendons[which].reset_index(drop=True),
            offsets=np.concatenate([[0], np.cumsum(np.diff(self.offsets)[which])]),
            prescriptions=told.assign(tendon=place[told["tendon"].to_numpy("int64")]).reset_index(
                drop=True
            ),
            pain={
                context: PainByDay(felt.mean[at], felt.worst[at], felt.n[at])
                for context, felt in self.pain.items()
            },
            visits=self.visits[which],
            exercise=self.exercise[which],
        )

    def frame(self, tendon: int) -> pd.DataFrame:
        """Return one tendon's days as a table, for charts and for reading.

        Pain stands in ``pain_``, ``worst_`` and ``n_`` and the context; ``date`` is
        NaT where the log has no dates; ``logged`` is whether drops were, of any number;
        ``cumulative_kg`` is NaN where body mass is not known.
        """
        one = self.alone(tendon)
        start = one.tendons["start"].iloc[0]
        columns = {
            "day": one.day,
            "week": one.day // WEEK_DAYS + 1,
            "date": start + pd.to_timedelta(one.day, unit="D"),
            "logged": (one.rows_of * one.is_drop[:, None]).any(axis=0),
            "status": one.status,
            "sessions": one.sessions,
            "sets": np.where(one.logged, one.sets.sum(axis=0), np.nan),
            "drops": one.drops,
            "prescribed": one.prescribed,
            "added_kg": one.added_kg,
            "volume_load_kg": one.volume_load_kg,
            "cumulative_drops": np.cumsum(np.nan_to_num(one.drops)),
            "cumulative_kg": _running_load(one),
            "body_mass_kg": one.body_mass_kg,
            "minutes": one.minutes,
            "rest": one.rest,
        }
        for context, felt in one.pain.items():
            columns[f"pain_{context}"] = felt.mean
            columns[f"worst_{context}"] = felt.worst
            columns[f"n_{context}"] = felt.n
        return pd.DataFrame(columns)

    def drops_by_variant(self, tendon: int) -> pd.DataFrame:
        """Return one tendon's drops by variant: day, week, variant, drops; logged days only."""
        one = self.alone(tendon)
        parts = [
            pd.DataFrame({"day": one.day[here], "variant": label, "drops": reps[here]})
            for label, drop, here, reps in zip(
                one.kinds["label"],
                one.is_drop,
                (one.rows_of > 0) & one.reps_known,
                one.reps,
                strict=True,
            )
            if drop and here.any()
        ]
        long = pd.concat(parts or [pd.DataFrame({"day": [], "variant": [], "drops": []})])
        long = long.groupby(["day", "variant"], as_index=False)["drops"].sum()
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


def _running_load(one: Days) -> np.ndarray:
    # From the first day whose load is unknown though drops were logged, the sum is unknown.
    load = one.volume_load_kg
    unknown = np.isnan(load) & (one.rows_of[one.is_drop].sum(axis=0) > 0)
    total = np.cumsum(np.nan_to_num(load))
    return np.where(np.cumsum(unknown) > 0, np.nan, total)
