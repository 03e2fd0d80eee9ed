"""Where one tendon stands: numbers by hand, and a sentence that is true of every log."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.days import reduce_log
from analysis.model import Log
from analysis.tendon.load import cumulative
from analysis.tendon.recovery import recovery
from tests.diaries import START, days_of, every, pain, sessions

JONSSON = {"person": ["a"], "protocol": ["Jonsson"]}
CAUSAL = ("cause", "lead", "because", "improve", "reduce", "effect", "due to", "thanks")
FALLEN = {**every(range(7), 54.0), **every(range(7, 77), 40.0), **every(range(77, 83), 23.0)}


def test_last_week_against_the_first_in_numbers_and_in_words():
    found = recovery(days_of(pain("a", FALLEN)), 0)
    first = found.estimates[0]
    assert first.estimate == pytest.approx((23 * 6 + 40) / 7 - 54)
    assert first.n == {"days now": 7, "days of the baseline": 7}
    assert first.unit == "points VAS 0-100"
    assert found.sentence.startswith(
        "Morning pain was 25 of 100 over the last 7 days (7 logged, to 2026-03-28), within "
    )
    assert found.sentence.endswith("of what it was in the first week (54).")


def scattered(before: float, after: float) -> dict[int, float]:
    """Return 84 days whose level changes slowly, with scatter from day to day."""
    told = np.linspace(before, after, 84) + np.random.default_rng(3).normal(0, 5, 84)
    return dict(enumerate(told))


def test_a_move_is_named_only_where_it_leaves_the_usual_scatter():
    moved = recovery(days_of(pain("a", scattered(60, 20))), 0)
    stayed = recovery(days_of(pain("a", scattered(41, 40))), 0)
    first = moved.estimates[0]
    usual = first.high - first.estimate
    assert 4 < usual < 8 and first.high < 0
    assert f"lower than in the first week (56) and beyond its usual scatter (up to {usual:.0f}" in (
        moved.sentence
    )
    assert ", within its usual scatter (up to " in stayed.sentence
    assert not {"lower", "higher"} & set(stayed.sentence.split())
    assert stayed.estimates[0].low < 0 < stayed.estimates[0].high


def test_below_28_days_both_numbers_stand_side_by_side_and_no_move_is_named():
    told = {day: value for day, value in scattered(60, 20).items() if day < 27}
    found = recovery(days_of(pain("a", told)), 0)
    assert "; it was 5" in found.sentence and "lower" not in found.sentence
    assert "28 logged days" in found.estimates[0].no_interval


def test_days_before_the_start_are_the_baseline_where_they_are_logged():
    found = recovery(days_of(pain("a", {-3: 60, -2: 60, -1: 60, **every(range(20), 70.0)})), 0)
    assert found.estimates[0].estimate == 10.0
    assert found.sentence.endswith("; it was 60 before the start.")


def test_scatter_is_the_spread_of_the_steps_between_consecutive_days():
    told = {0: 10, 1: 20, 2: 15, 4: 40, 5: 41, 6: 30, 7: 35, 9: 90}
    found = recovery(days_of(pain("a", told)), 0).estimates[3]
    assert found.estimate == pytest.approx(np.std([10, -5, 1, -11, 5], ddof=1))
    assert found.n == {"pairs of days": 5}


def test_visits_are_compared_with_week_0():
    told = pd.DataFrame({"person": "a", "week": [0, 7, 12], "context": "rest", "vas": [60, 40, 61]})
    found = recovery(reduce_log(Log().with_tables(pain=told)), 0)
    assert found.sentence == ("Pain at rest was 61 of 100 at week 12; it was 60 at week 0.")
    assert found.estimates[3].estimate is None


def test_drops_of_this_week_and_so_far_stand_beside_the_prescribed():
    days = days_of(sessions("a", every(range(17), 90.0)), prescriptions=JONSSON)
    _, week, course, _ = recovery(days, 0).estimates
    assert (week.name, week.estimate, week.unit) == ("Drops in week 3", 270.0, "drops")
    assert week.method == "of 630 prescribed this week" and week.n == {"days logged": 3}
    assert (course.estimate, course.method) == (1530.0, "of 7,560 prescribed in the course")


def test_drops_before_and_after_the_course_are_said_and_not_counted():
    days = days_of(sessions("a", every(range(-2, 90), 90.0)), prescriptions=JONSSON)
    found = recovery(days, 0)
    assert found.estimates[2].estimate == 7560.0
    assert found.estimates[1].method == "nothing prescribed after the course"
    assert "180 drops before the course are not in the number so far." in found.warnings
    assert "540 drops after the course are not in the number so far." in found.warnings


def test_an_alfredson_course_has_15120_drops():
    told = {"person": ["a"], "protocol": ["Alfredson"]}
    days = days_of(sessions("a", {0: 180.0}), prescriptions=told)
    assert recovery(days, 0).estimates[2].method == "of 15,120 prescribed in the course"


def test_sessions_without_pain_have_a_sentence_about_drops():
    days = days_of(sessions("a", every(range(7), 80.0)), prescriptions=JONSSON)
    assert recovery(days, 0).sentence == (
        "No pain is logged; 560 of 630 prescribed drops were logged in week 1."
    )


def test_pain_without_sessions_has_no_drops_rather_than_zero():
    found = recovery(days_of(pain("a", FALLEN), prescriptions=JONSSON), 0)
    assert found.estimates[1].estimate is None and found.estimates[2].estimate is None


def test_a_missing_baseline_is_named_with_what_would_give_it():
    found = recovery(days_of(pain("a", every(range(30, 50), 40.0))), 0)
    assert found.sentence == (
        "Morning pain was 40 of 100 over the last 7 days (7 logged, to 2026-02-23); "
        "a baseline needs 3 logged days and the first week has 0 logged days."
    )
    assert found.estimates[0].estimate is None
    assert any("day 0 can be changed" in warning for warning in found.warnings)


def test_too_few_days_at_the_end_give_no_mean():
    found = recovery(days_of(pain("a", {**every(range(7), 54.0), 80: 20.0})), 0)
    assert found.sentence == (
        "Morning pain is logged on 1 day of the last 7, to 2026-03-26; a mean needs 3."
    )


def test_a_diary_needs_two_weeks_for_a_change():
    found = recovery(days_of(pain("a", every(range(13), 54.0))), 0)
    assert found.estimates[0].estimate is None
    assert "no change to give yet" in found.sentence
    assert recovery(days_of(pain("a", every(range(14), 54.0))), 0).estimates[0].estimate == 0


def test_who_relapsed_after_years_is_told_so_and_no_more():
    told = {**every(range(7), 50.0), **every(range(80, 90), 0.0), **every(range(1000, 1010), 70.0)}
    days = days_of(pain("a", told), sessions("a", every(range(84), 90.0)))
    found = recovery(days, 0)
    assert found.sentence.endswith("; it was 50 in the first week.")
    assert "2028-10-10" in found.sentence


def test_silence_about_pain_at_the_end_of_a_log_is_said():
    days = days_of(pain("a", FALLEN), sessions("a", every(range(120), 90.0)))
    assert any("last 37 days of the log" in warning for warning in recovery(days, 0).warnings)


def test_a_tendon_without_the_pain_of_the_others_gets_a_true_sentence():
    days = days_of(pain("a", FALLEN), sessions("b", {0: 90.0}))
    tendon = days.tendons["person"].tolist().index("b")
    said = recovery(days, tendon).sentence
    assert said == "No morning pain is logged; 90 drops were logged in week 1."


def test_each_tendon_follows_its_own_baseline_rule():
    days = days_of(pain("a", {-3: 60, -2: 60, -1: 60, **FALLEN}), pain("b", FALLEN))
    assert "before the start (60)" in recovery(days, 0).sentence
    assert "in the first week (54)" in recovery(days, 1).sentence


def test_an_undated_log_names_the_day():
    told = pd.DataFrame({"person": "a", "day": range(20), "vas": 30.0, "context": "after"})
    found = recovery(reduce_log(Log().with_tables(pain=told)), 0)
    assert found.sentence == (
        "Pain after the exercise was 30 of 100 over the last 7 days (7 logged, to day 19); "
        "it was 30 in the first week."
    )


DIARY = st.dictionaries(st.integers(-20, 400), st.integers(0, 100), max_size=40)


@settings(max_examples=40, deadline=None)
@given(DIARY, DIARY)
def test_every_log_has_a_sentence_without_a_causal_word(felt, done):
    if not felt and not done:
        return
    days = days_of(pain("a", felt), sessions("a", done), prescriptions=JONSSON)
    found = recovery(days, 0)
    said = " ".join(
        [found.sentence, *found.warnings, *(e.name + e.method for e in found.estimates)]
    )
    assert found.sentence.endswith(".") and len(found.estimates) == 4
    assert "nan" not in said and not any(word in said.casefold() for word in CAUSAL)
    last = max(felt, default=0)
    if sum(last - 6 <= day <= last for day in felt) >= 3:
        recent = np.mean([felt[day] for day in felt if day > last - 7])
        assert f"pain was {recent:.0f} of 100" in found.sentence


def test_load_so_far_stands_beside_the_days_with_pain():
    days = days_of(pain("a", {1: 40.0, 3: 30.0}), sessions("a", every(range(4), 90.0)))
    found = cumulative(days, 0, "morning")
    assert found["load"].tolist() == [180.0, 360.0]
    assert found["pain"].tolist() == [40.0, 30.0]
    assert found["date"].tolist() == [START + pd.Timedelta(days=d) for d in (1, 3)]


def test_kilograms_are_refused_without_a_body_mass():
    days = days_of(pain("a", {0: 40.0}), sessions("a", {0: 90.0}, added_kg=5.0))
    with pytest.raises(ValueError, match="body mass"):
        cumulative(days, 0, "morning", "kg")


def test_kilograms_count_body_and_added_mass():
    mass = pd.DataFrame({"person": ["a"], "on": [START], "measure": "body_mass_kg", "value": 80.0})
    days = days_of(
        pain("a", {0: 40.0, 1: 35.0}),
        sessions("a", {0: 90.0, 1: 10.0}, added_kg=5.0),
        measures=mass,
    )
    assert cumulative(days, 0, "morning", "kg")["load"].tolist() == [7650.0, 8500.0]


def test_load_without_a_session_is_refused():
    with pytest.raises(ValueError, match="No drops"):
        cumulative(days_of(pain("a", {0: 40.0})), 0, "morning")
