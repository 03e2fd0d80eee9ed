"""Drops of the week and so far: days of other exercise alone are no days of drops."""

import pandas as pd

from analysis.adherence import adherence
from analysis.days import reduce_log
from analysis.model import Log
from analysis.tendon.dose import dose_sentence
from analysis.tendon.progress import drops_of_course, drops_of_week

DROPS = ["2026-03-02", "2026-03-03", "2026-03-10"]
GYM = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-18"]


def days_of(*, gym: bool):
    rows = [(day, "heel drop", 90.0) for day in DROPS]
    rows += [(day, "bench press", 30.0) for day in GYM] if gym else []
    told = pd.DataFrame(rows, columns=["started", "exercise", "reps"]).assign(person="a")
    told["started"] = pd.to_datetime(told["started"])
    dose = pd.DataFrame({"person": ["a"], "from": [pd.NaT], "drops_per_day": [90.0]})
    return reduce_log(Log().with_tables(sessions=told, prescriptions=dose))


def test_days_of_other_exercise_are_no_logged_days_of_drops():
    one = days_of(gym=True).alone(0)
    course, week = drops_of_course(one), drops_of_week(one)
    assert (course.done, course.logged) == (270, 3)
    assert (week.done, week.logged, week.week) == (90, 1, 2)
    assert "on 3 days" in dose_sentence(one)


def test_a_day_of_other_exercise_alone_is_not_said_to_be_logged():
    through = 8
    alone, beside = (adherence(days_of(gym=gym), 0, through)[0] for gym in (False, True))
    assert alone.warnings == beside.warnings
    assert beside.warnings[0].startswith("6 days were not logged")
