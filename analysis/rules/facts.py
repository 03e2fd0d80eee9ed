"""Facts: what the rules look at, day by day, of one tendon up to a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.baseline import BEFORE_START, WINDOWS, Baseline, baseline
from analysis.context import PAIN_WORDS, pain_by_day
from analysis.course import ALL_DAYS, asked
from analysis.days import Days, PainByDay, weekly
from analysis.days.placing import WEEK_DAYS
from analysis.days.prescribing import HEEL_DROP
from analysis.days.table import BY_DAY
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.ending import recorded
from analysis.windows import last_day_where, mean_of_days

NOT_NOTED = "the log notes none"
HOPPING_WORDS = "pain on hopping; a log has no such series"
EVENING_WORDS = "pain in the evening; say which of the log's pains was felt then"
BASELINE_WORDS = f"pain on {DAYS_TO_COUNT} days before the start or of the first week"
BEFORE_WORDS = f"morning pain on {DAYS_TO_COUNT} of the 7 days before the start"


@dataclass(frozen=True)
class Facts:
    """What the rules look at, one entry per programme day of one tendon.

    Attributes
    ----------
    one : Days
        Up to the day that is looked from.
    weekly_context, evening_context : str
        Which pain is averaged by week, and which was felt in the evening; "" for none.
    course_weeks : float
        Length of the course where drops are logged and nothing is prescribed.
    """

    one: Days
    weekly_context: str
    evening_context: str
    course_weeks: float

    @property
    def day(self) -> np.ndarray:
        """Programme days, without a gap."""
        return self.one.day

    @property
    def week(self) -> np.ndarray:
        """Week of each day: diary week w ends the day before a visit of week w."""
        return self.day // WEEK_DAYS + self._first_week

    @property
    def _first_week(self) -> int:
        return 0 if self.one.visits[0] else 1

    @cached_property
    def did(self) -> np.ndarray:
        """Whether any repetition was done, known number or not; a logged 0 is none."""
        rows = (self.one.rows_of * self.one.scored).sum(axis=0)
        return (rows > 0) & ~(self.reps == 0)

    @cached_property
    def reps(self) -> np.ndarray:
        """Repetitions of the exercise the tendon is scored on; NaN where not known."""
        return self.one.done

    @cached_property
    def sets(self) -> np.ndarray:
        """Sets of the same exercise; NaN where none were noted."""
        sets = (self.one.sets * self.one.scored).sum(axis=0)
        return np.where(sets > 0, sets, np.nan)

    @cached_property
    def both_ways(self) -> np.ndarray:
        """Drops noted as raised and lowered on this leg; NaN where no row tells which."""
        told = self.one.is_drop & self.one.kinds["lowering_only"].notna().to_numpy()
        raised = told & (self.one.kinds["lowering_only"] == "no").to_numpy()
        any_told = self.one.rows_of[told].sum(axis=0) > 0
        return np.where(any_told, self.one.reps[raised].sum(axis=0), np.nan)

    @cached_property
    def last(self) -> int:
        """Last programme day with a session or a reading; -1 where there is none before."""
        return int(np.nan_to_num(last_day_where(self.one, recorded(self.one)), nan=-1)[0])

    @cached_property
    def baseline(self) -> Baseline:
        """The baseline of the pain that is averaged by week."""
        return baseline(self.one, self._felt("weekly"))

    @cached_property
    def before(self) -> tuple[float, int]:
        """Mean morning pain of the week before the start, and its days; NaN below 3."""
        first, last = np.array(WINDOWS[BEFORE_START])[:, None]
        mean, n = mean_of_days(self.one, self.mean("morning"), first, last)
        return (float(mean[0]) if n[0] >= DAYS_TO_COUNT else np.nan), int(n[0])

    @cached_property
    def weeks(self) -> pd.DataFrame:
        """Weekly means of the pain chosen, as :func:`weekly` gives them, from week 1."""
        return self.weeks_of(self.weekly_context)

    def context(self, role: str) -> str:
        """Return the context that plays a role in a rule; any other word is a context."""
        return {"weekly": self.weekly_context, "evening": self.evening_context}.get(role, role)

    def _felt(self, role: str) -> str:
        context = self.context(role)
        return context if context in self.one.pain else ""

    def mean(self, role: str) -> np.ndarray:
        """Return the mean pain of every day, VAS 0-100; NaN where none was logged."""
        return pain_by_day(self.one, self._felt(role))

    def worst(self, role: str) -> np.ndarray:
        """Return the worst pain of every day, VAS 0-100; NaN where none was logged."""
        felt = self.one.pain.get(self.context(role))
        return np.full(len(self.day), np.nan) if felt is None else felt.worst

    def weeks_of(self, context: str) -> pd.DataFrame:
        """Return the weekly means of a context, weeks of 3 logged days or visits."""
        if context not in self.one.pain:
            return pd.DataFrame(dict.fromkeys(("week", "mean", "n_days"), np.empty(0)))
        found = weekly(self.one, 0, context)
        since_start = found[found["counted"] & (found["week"] > 0)].reset_index(drop=True)
        return since_start.assign(week=since_start["week"] - 1 + self._first_week)

    @cached_property
    def end(self) -> int | None:
        """Last day of the course; None where nothing says that there is one."""
        last = int(asked(self.one, np.array([ALL_DAYS]))["last"].iloc[0])
        if last < ALL_DAYS:
            return last + int(self.one.visits[0])  # the visit of the last week closes it
        return int(WEEK_DAYS * self.course_weeks) - 1 if self.did.any() else None

    @property
    def over(self) -> bool:
        """Whether anything is logged after the course."""
        return self.end is not None and self.last > self.end

    def lacks(self, looks_at: str) -> str:
        """Return what is missing of the numbers a rule looks at, in words; "" for nothing."""
        if looks_at == "hopping":
            return HOPPING_WORDS
        if looks_at == "evening":
            return "" if self.evening_context else EVENING_WORDS
        words, there = self._held[looks_at]
        return "" if there else f"{words}; {NOT_NOTED}"

    @cached_property
    def _held(self) -> Mapping[str, tuple[str, bool]]:
        pain = {name: (words, name in self.one.pain) for name, words in PAIN_WORDS.items()}
        counted, drops = bool((self.reps > 0).any()), self.one.exercise[0] == HEEL_DROP
        either = pain["during"][1] or pain["after"][1]
        weighed = bool(np.isfinite(self.one.added_kg).any())
        return pain | {
            "during or after": ("pain during or after the exercise", either),
            "weekly": ("a week with pain on 3 days", len(self.weeks) > 0),
            "baseline": (BASELINE_WORDS, not np.isnan(self.baseline.mean[0])),
            "before": (BEFORE_WORDS, not np.isnan(self.before[0])),
            "course": ("a course", self.end is not None),
            "exercise": ("days with exercise", bool(self.did.any())),
            "repetitions": ("repetitions", counted),
            "drops": ("heel drops as the exercise of the programme", counted and drops),
            "sets": ("sets", bool((self.sets > 0).any())),
            "kg": ("the added weight", True),  # told where noted, and never missed
            "kg noted": ("the added weight", weighed),
            "sport": ("minutes of sport", bool((self.one.minutes > 0).any())),
            "lowering": (
                "whether a drop was only lowered, or raised too",
                bool(np.isfinite(self.both_ways).any()),
            ),
        }


def up_to(one: Days, through: int) -> Days:
    """Return one tendon's days up to a programme day, as a log that ends there has them."""
    n = int(np.searchsorted(one.day, through, side="right"))
    return replace(
        one,
        **{name: getattr(one, name)[..., :n] for name in BY_DAY},
        tendons=one.tendons.assign(last_day=one.tendons["last_day"].clip(upper=through)),
        offsets=np.array([0, n]),
        pain={
            context: PainByDay(felt.mean[:n], felt.worst[:n], felt.n[:n])
            for context, felt in one.pain.items()
            if felt.n[:n].any()
        },
    )
