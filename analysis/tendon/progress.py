"""One tendon's drops: this week and so far, done beside prescribed."""

from dataclasses import dataclass

import numpy as np

from analysis.adherence import NOT_A_SAMPLE, counts
from analysis.course import ALL_DAYS, asked
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.estimate import Estimate
from analysis.windows import last_day_where, total
from analysis.wording import number

HEEL_DROP = "heel drop"


@dataclass(frozen=True)
class Drops:
    """What one tendon did over some days, and what was prescribed for them.

    Attributes
    ----------
    done : float
        Logged repetitions of the prescribed exercise; NaN where none were noted.
    prescribed : float
        NaN where nothing was prescribed or the dose is not known; 0 after the course.
    logged : int
        Days with a session of the prescribed exercise; days of other exercise alone are none.
    week : int
        Diary week of the last such session.
    """

    done: float
    prescribed: float
    logged: int
    week: int


def drops_of_week(one: Days) -> Drops:
    """Return the drops of the diary week of one tendon's last session."""
    last = np.nan_to_num(last_day_where(one, one.scored_logged)).astype("int64")
    first = last // WEEK_DAYS * WEEK_DAYS
    end = first + WEEK_DAYS - 1
    noted = total(one, ~np.isnan(one.done), first, end)[0]
    by_now, before = asked(one, end)["reps"][0], asked(one, first - 1)["reps"][0]
    return Drops(
        done=total(one, one.done, first, end)[0] if noted else np.nan,
        prescribed=by_now - np.nan_to_num(before),
        logged=int(total(one, one.scored_logged, first, end)[0]),
        week=int(first[0]) // WEEK_DAYS + 1,
    )


def drops_of_course(one: Days) -> Drops:
    """Return one tendon's drops over the whole course, or from day 0 on without one."""
    found = counts(one, np.array([ALL_DAYS]))
    first, last = found["first"].to_numpy(), found["last"].to_numpy()
    return Drops(
        done=found["reps_done"][0],
        prescribed=found["reps_prescribed"][0],
        logged=int(total(one, one.scored_logged, first, last)[0]),
        week=drops_of_week(one).week,
    )


def drops_outside(one: Days) -> tuple[float, float]:
    """Return the drops logged before and after the scored days, which the course leaves out."""
    window = asked(one, np.array([ALL_DAYS]))
    first, last = window["first"].to_numpy(), window["last"].to_numpy()
    ever = np.array([ALL_DAYS])
    return total(one, one.done, -ever, first - 1)[0], total(one, one.done, last + 1, ever)[0]


def week_estimate(one: Days, found: Drops) -> Estimate:
    """Return the drops of the current diary week, beside those prescribed for it."""
    name = f"{_title(one)} in week {found.week}" if found.logged else f"{_title(one)} this week"
    return _estimate(one, found, name, "this week")


def course_estimate(one: Days, found: Drops) -> Estimate:
    """Return the drops so far, beside those of the whole course."""
    return _estimate(one, found, f"{_title(one)} so far", "in the course")


def unit_of(one: Days) -> str:
    """Return what the prescribed exercise is counted in."""
    return "drops" if one.exercise[0] == HEEL_DROP else "repetitions"


def _title(one: Days) -> str:
    return "Drops" if one.exercise[0] == HEEL_DROP else f"Repetitions ({one.exercise[0]})"


def _estimate(one: Days, found: Drops, name: str, when: str) -> Estimate:
    if np.isnan(found.prescribed):
        method = "no dose prescribed in the log"
    elif found.prescribed == 0:
        method = "nothing prescribed after the course"
    else:
        method = f"of {number(found.prescribed)} prescribed {when}"
    return Estimate(
        name=name,
        method=method,
        estimate=None if np.isnan(found.done) else float(found.done),
        unit=unit_of(one),
        n={"days logged": found.logged},
        no_interval=NOT_A_SAMPLE,
        unit_of_n="",
    )
