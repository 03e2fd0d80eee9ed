"""Adherence: four counts with their denominators, and what a count cannot know."""

import numpy as np
import pandas as pd
import pytest

from analysis.adherence import adherence, counts
from tests.diaries import START, days_of, every, pain, sessions

JONSSON = {"person": ["a"], "protocol": ["Jonsson"]}


def shares(estimates) -> list[float | None]:
    return [estimate.estimate for estimate in estimates]


def test_each_count_has_its_own_denominator():
    done = sessions("a", every(range(0, 84, 2), 45), sets=3)
    found = adherence(days_of(done, prescriptions=JONSSON), 0, through=83)
    assert shares(found) == [50.0, 25.0, 25.0, 25.0]
    assert [estimate.method for estimate in found] == [
        "42 of 84 days",
        "42 of 168 sessions",
        "126 of 504 sets",
        "1,890 of 7,560 repetitions",
    ]
    assert [list(estimate.n.values()) for estimate in found] == [[84], [168], [504], [7560]]
    assert all(estimate.low is None and estimate.no_interval for estimate in found)


def test_it_counts_to_the_last_session_unless_told():
    found = adherence(days_of(sessions("a", every(range(10), 90)), prescriptions=JONSSON), 0)
    assert found[0].method == "10 of 10 days"


def test_maintenance_after_the_course_is_not_scored():
    done = sessions("a", every(range(200), 90))
    found = adherence(days_of(done, prescriptions=JONSSON), 0)
    assert found[3].method == "7,560 of 7,560 repetitions"


def test_unlogged_days_rest_and_zero_are_three_things():
    done = sessions("a", {0: 90, 1: 0, 5: 90})
    rest = pd.DataFrame({"person": ["a"], "on": [START + pd.Timedelta(days=2)], "what": "rest"})
    found = adherence(days_of(done, prescriptions=JONSSON, events=rest), 0)
    assert found[0].method == "2 of 6 days"
    assert found[0].warnings == (
        "2 days were not logged and may have been done.",
        "1 day was noted as rest.",
        "1 day was logged as 0.",
    )


def test_three_days_a_week_are_three_sevenths_of_the_days():
    told = {"person": ["a"], "drops_per_day": [60.0], "days_per_week": [3.0]}
    done = sessions("a", every(range(0, 14, 7), 60))
    found = adherence(days_of(done, prescriptions=told), 0, through=13)
    assert found[0].method == "2 of 6 days"
    assert found[3].estimate == pytest.approx(100 * 120 / 360)
    assert "3 days a week were prescribed" in found[0].warnings[0]


def test_a_switch_of_dose_counts_from_its_own_day():
    told = {"person": ["a", "a"], "day": [0, 42], "protocol": ["flat 90", "flat 180"]}
    done = sessions("a", every(range(84), 90))
    found = adherence(days_of(done, prescriptions=told), 0)
    assert found[3].method == f"7,560 of {42 * 90 + 42 * 180:,} repetitions"
    assert found[2].method.endswith(
        f"{42 * 6 + 42 * 12} sets prescribed; how many were done is not in the log"
    )


def test_a_dose_of_ones_own_has_no_sets_of_the_protocol():
    told = {"person": ["a"], "protocol": ["Jonsson"], "drops_per_day": [60.0]}
    found = adherence(days_of(sessions("a", {0: 60}, sets=4), prescriptions=told), 0)
    assert shares(found) == [100.0, 50.0, None, 100.0]
    assert found[2].method == "4 sets done; the number of sets prescribed is not in the log"


def test_other_exercises_do_not_count_for_drops():
    done = sessions("a", {0: 90, 1: 90})
    raises = sessions("a", {2: 500}).assign(exercise="heel raise")
    found = adherence(days_of(done, raises, prescriptions=JONSSON), 0, through=2)
    assert found[3].method == "180 of 270 repetitions"
    assert found[0].method == "2 of 3 days"


def test_a_concentric_protocol_is_scored_on_its_own_exercise():
    told = {"person": ["a"], "protocol": ["Mafi concentric"], "drops_per_day": [90.0]}
    done = sessions("a", {0: 90, 1: 45}).assign(exercise="concentric raise")
    found = adherence(days_of(done, prescriptions=told), 0)
    assert found[3].method == "135 of 180 repetitions"


def test_a_prescription_given_before_the_start_holds_from_day_0():
    told = {"person": ["a", "a"], "day": [-20, -10], "protocol": ["Alfredson", "Jonsson"]}
    done = sessions("a", every(range(-3, 90), 90))
    found = counts(days_of(done, prescriptions=told), np.array([200]))
    assert found[["first", "last"]].iloc[0].tolist() == [0, 83]
    assert found[["reps_done", "reps_prescribed"]].iloc[0].tolist() == [7560, 7560]


def test_a_later_prescription_of_another_exercise_is_not_scored():
    told = {"person": ["a", "a"], "day": [0, 10], "protocol": ["Jonsson", "Mafi concentric"]}
    told["drops_per_day"] = [90.0, 60.0]
    found = counts(days_of(sessions("a", {0: 90}), prescriptions=told), np.array([83]))
    assert found["reps_prescribed"].tolist() == [900]


def test_a_log_of_zeros_is_zero_in_every_count():
    found = counts(days_of(sessions("a", {0: 0, 1: 0}), prescriptions=JONSSON), np.array([1]))
    assert found.filter(like="done").iloc[0].tolist() == [0, 0, 0, 0]


def test_without_a_prescription_there_is_no_share_but_what_was_done_is_said():
    found = adherence(days_of(sessions("a", {0: 90, 1: 90})), 0)
    assert shares(found) == [None] * 4
    assert found[0].method == "2 days done; the number of days prescribed is not in the log"


def test_without_a_session_nothing_is_said_to_be_zero():
    days = days_of(pain("a", every(range(10), 30)), prescriptions=JONSSON)
    found = adherence(days, 0)
    assert shares(found) == [None] * 4
    assert found[0].method == "10 days prescribed; how many were done is not in the log"
    assert np.isnan(counts(days, np.array([9]))["reps_done"][0])


def test_sessions_that_do_not_say_their_repetitions_count_as_days_done():
    done = sessions("a", {0: np.nan, 1: 90, 2: 0})
    found = adherence(days_of(done, prescriptions=JONSSON), 0)
    assert found[0].method == "2 of 3 days"
    assert found[3].method == "90 of 270 repetitions"
    assert "1 day with a session without its repetitions." in found[0].warnings


def test_two_tendons_are_counted_apart():
    done = [sessions("a", {0: 90, 1: 90}, side="left"), sessions("a", {0: 45}, side="right")]
    days = days_of(*done, prescriptions=JONSSON)
    side = days.tendons["side"].tolist()
    found = counts(days, np.array([1, 1]))
    assert found["reps_done"].tolist() == [180.0 if s == "left" else 45.0 for s in side]
    assert found["reps_prescribed"].tolist() == [180.0, 180.0]
