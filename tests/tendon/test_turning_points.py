"""Changes that a log shows: each on a diary built for it, and none where nothing changed."""

import time

import numpy as np
import pandas as pd

from analysis.tendon.turning_points import turning_points
from tests.diaries import START, days_of, every, pain, sessions

EVENTS = ["person", "on", "day", "side", "what", "note"]


def found(*tables, context="", events=None, **more) -> list[tuple[int, str]]:
    one = days_of(*tables, **more).alone(0)
    told = turning_points(one, context, events)
    return list(zip(told["day"], told["kind"], strict=True))


def test_an_even_course_has_no_turning_point():
    even = (sessions("a", every(range(84), 90.0), added_kg=5.0), pain("a", every(range(84), 30.0)))
    assert found(*even, context="morning") == []


def test_a_new_prescription_is_a_turning_point_and_its_repetition_is_none():
    when = [START, START + pd.Timedelta(days=42), START + pd.Timedelta(days=60)]
    told = {"person": "a", "protocol": ["Jonsson", "Alfredson", "Alfredson"], "from": when}
    one = days_of(sessions("a", every(range(84), 90.0)), prescriptions=told).alone(0)
    points = turning_points(one)
    assert points["day"].tolist() == [42] and points["prescribed"].tolist() == [True]
    assert points["what"].tolist() == ["Alfredson step 180"]
    assert points["date"].tolist() == [START + pd.Timedelta(days=42)]


def test_a_weight_is_a_turning_point_once_three_sessions_kept_it():
    kg = [0.0] * 10 + [5.0] * 10 + [20.0] + [5.0] * 9 + [10.0] * 10
    done = sessions("a", every(range(40), 90.0), added_kg=kg)
    assert found(done) == [(10, "weight"), (30, "weight")]
    assert found(sessions("a", every(range(12), 90.0), added_kg=[0.0] * 10 + [5.0] * 2)) == []


def test_twice_the_volume_kept_for_two_weeks_is_one_and_a_single_week_is_none():
    twice = {**every(range(28), 90.0), **every(range(28, 56), 180.0)}
    assert found(sessions("a", twice)) == [(28, "volume")]
    assert found(sessions("a", {day: twice[27 - day + 28] for day in range(1, 56)})) == [
        (28, "volume")
    ]
    once = {**every(range(56), 90.0), **every(range(28, 35), 180.0)}
    assert found(sessions("a", once)) == []


def runs(*days: int) -> pd.DataFrame:
    started = [START + pd.Timedelta(days=day, hours=18) for day in days]
    return pd.DataFrame({"person": "a", "started": started, "sport": "run", "minutes": 30.0})


def test_sport_is_again_after_more_than_two_weeks_without():
    done = sessions("a", every(range(60), 90.0))
    assert found(done, activities=runs(0, 7, 14, 29, 36)) == [(29, "sport")]
    assert found(done, activities=runs(0, 14, 28)) == []


def test_stopping_and_starting_again_are_told_where_pain_goes_on():
    done = {**every(range(30), 90.0), **every(range(60, 84), 90.0)}
    felt = pain("a", every(range(84), 30.0))
    assert found(sessions("a", done), felt) == [(30, "stopped"), (60, "again")]
    assert found(sessions("a", done)) == []
    assert found(sessions("a", every(range(30), 90.0)), felt) == [(30, "stopped")]


def test_pain_that_rises_after_the_last_session_is_a_relapse_and_scatter_is_none():
    rng = np.random.default_rng(1)
    done = sessions("a", every(range(84), 90.0))
    calm = dict(enumerate(20 + rng.normal(0, 3, 200)))
    back = {day: felt + 40 * (day >= 140) for day, felt in calm.items()}
    kinds = dict(found(done, pain("a", back), context="morning"))
    assert kinds[140] == "relapse"
    assert "relapse" not in dict(found(done, pain("a", calm), context="morning")).values()


def test_events_are_turning_points_and_days_of_rest_are_none():
    rows = [
        ("a", START + pd.Timedelta(days=5, hours=9), np.nan, None, "new shoes", None),
        ("a", START + pd.Timedelta(days=6), np.nan, None, "rest", None),
        ("b", START + pd.Timedelta(days=7), np.nan, None, "injection", None),
        ("a", pd.NaT, 9.0, None, "massage", None),
    ]
    told = pd.DataFrame(rows, columns=EVENTS)
    done = sessions("a", every(range(14), 90.0))
    assert found(done, events=told) == [(5, "event"), (9, "event")]


def test_a_remark_is_told_by_its_words_and_only_once():
    rows = [
        ("a", START + pd.Timedelta(days=5), np.nan, None, "note", "trained with Ada"),
        ("a", START + pd.Timedelta(days=5, hours=9), np.nan, None, "note", "trained with Ada"),
        ("a", START + pd.Timedelta(days=6), np.nan, None, "note", None),
        ("a", START + pd.Timedelta(days=7), np.nan, None, "note", "word " * 20),
    ]
    one = days_of(sessions("a", every(range(14), 90.0))).alone(0)
    told = turning_points(one, events=pd.DataFrame(rows, columns=EVENTS))
    assert set(told["kind"]) == {"note"}
    assert told["what"].tolist()[:2] == ["a note: trained with Ada", "a note"]
    assert told["what"].iloc[2].endswith("…") and len(told) == 3


def test_a_log_of_pain_alone_and_an_empty_one_have_none():
    assert found(pain("a", every(range(84), 30.0)), context="morning") == []
    assert found(sessions("a", {0: 90.0})) == []


def test_three_years_take_a_moment():
    day = range(1095)
    one = days_of(sessions("a", every(day, 90.0), added_kg=5.0), pain("a", every(day, 30.0)))
    began = time.perf_counter()
    turning_points(one.alone(0), "morning")
    assert time.perf_counter() - began < 0.3
