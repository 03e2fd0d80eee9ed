"""The baseline: one window for everyone, three logged days, visits by their reading."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.baseline import BEFORE_START, FIRST_WEEK, VISIT, baseline
from analysis.days import reduce_log
from analysis.model import Log
from tests.diaries import days_of, pain


def test_days_before_the_start_are_used_where_everyone_has_three():
    days = days_of(
        pain("a", {-7: 60, -3: 50, -1: 40, 0: 90, 1: 90, 2: 90}),
        pain("b", {-8: 99, -7: 10, -6: 20, -5: 30, 3: 90}),
    )
    found = baseline(days, "morning")
    assert found.kind == BEFORE_START
    assert found.mean.tolist() == [50.0, 20.0]
    assert found.n.tolist() == [3, 3]


def test_one_person_with_two_days_before_moves_everyone_to_the_first_week():
    days = days_of(
        pain("a", {-7: 60, -3: 50, -1: 40, 0: 90, 1: 80, 6: 70, 7: 1}),
        pain("b", {-2: 10, -1: 20, 0: 30, 5: 50, 6: 40}),
    )
    found = baseline(days, "morning")
    assert found.kind == FIRST_WEEK
    assert found.mean.tolist() == [80.0, 40.0]


def test_a_person_without_readings_of_the_context_does_not_set_the_window():
    days = days_of(
        pain("a", {-7: 60, -3: 50, -1: 40, 20: 10}),
        pain("b", {0: 5, 1: 5, 2: 5}, context="during"),
    )
    found = baseline(days, "morning")
    assert found.kind == BEFORE_START
    assert found.mean[0] == 50 and np.isnan(found.mean[1])


def test_two_logged_days_are_too_few_and_are_still_counted():
    found = baseline(days_of(pain("a", {0: 60, 1: 50, 7: 40})), "morning")
    assert np.isnan(found.mean[0]) and found.n.tolist() == [2]


def test_a_day_with_many_readings_weighs_as_one_day():
    days = days_of(pain("a", {0: 10, 1: 20, 2: 30}), pain("a", {2: 50}), pain("a", {2: 70}))
    assert baseline(days, "morning").mean.tolist() == [(10 + 20 + 50) / 3]


def test_visits_have_their_reading_of_week_0():
    table = pd.DataFrame({"person": ["a", "a", "b"], "week": [0, 12, 12], "vas": [60, 20, 30]})
    found = baseline(reduce_log(Log().with_tables(pain=table)), "unspecified")
    assert found.kind == VISIT
    assert found.mean[0] == 60 and np.isnan(found.mean[1])


def test_a_log_without_pain_has_no_baseline():
    days = reduce_log(
        Log().with_tables(sessions=pd.DataFrame({"person": ["a"], "day": [0], "reps": [90]}))
    )
    found = baseline(days, "")
    assert np.isnan(found.mean).all() and found.n.tolist() == [0]


DIARY = st.dictionaries(st.integers(-10, 12), st.integers(0, 100), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None)
@given(st.lists(DIARY, min_size=1, max_size=4))
def test_means_equal_those_taken_one_person_at_a_time(diaries):
    people = [f"p{i}" for i in range(len(diaries))]
    days = days_of(*(pain(p, told) for p, told in zip(people, diaries, strict=True)))
    before = all(sum(-7 <= d <= -1 for d in told) >= 3 for told in diaries)
    window = range(-7, 0) if before else range(7)
    values = [[v for d, v in told.items() if d in window] for told in diaries]
    expected = [np.mean(v) if len(v) >= 3 else np.nan for v in values]
    found = baseline(days, "morning")
    assert found.kind == (BEFORE_START if before else FIRST_WEEK)
    assert days.tendons["person"].tolist() == people
    np.testing.assert_allclose(found.mean, expected)
    assert found.n.tolist() == [len(v) for v in values]
