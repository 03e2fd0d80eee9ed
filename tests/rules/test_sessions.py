"""Rules of exercise days: what makes a full session, a run, a dose, and sport beside it."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from analysis.rules import silent, statements
from tests.diaries import START, days_of, every, pain, sessions
from tests.rules.built import (
    CASES,
    during,
    free_of_pain,
    said,
    sport,
    why,
)


def days_free_of_pain(*days, felt_on=None, kg=5.0):
    done = sessions("a", every(days, 45), sets=3, added_kg=kg)
    return days_of(done, during(every(days if felt_on is None else felt_on, 0)))


def test_the_articles_sentence_on_weight():
    (told,) = said("article.add_weight", free_of_pain())
    assert told.sentence == (
        "3 full sets or more at 5 kg without pain (5 of 100 or less) on 3 exercise days running "
        "(days 40, 41 and 43): the article adds weight here, so that mild or moderate pain returns."
    )
    assert told.kind == "add weight" and told.days == (40, 41, 43)
    assert [(i.value, i.unit, i.n) for i in told.inputs] == [
        (45, "repetitions a day", 3),
        (5, "points VAS 0-100", 3),
        (5, "kg", 3),
    ]


@pytest.mark.parametrize(
    "short", [free_of_pain(reps=44), free_of_pain(sets=2), free_of_pain(felt=5.5)]
)
def test_less_than_a_full_session_without_pain_ends_the_run(short):
    assert said("article.add_weight", short) == []


def test_three_sessions_running_are_the_last_three_with_a_reading():
    passed_over = days_free_of_pain(1, 2, 3, 4, felt_on=(1, 2, 4))
    (told,) = said("article.add_weight", passed_over)
    assert told.days == (1, 2, 4)
    assert said("article.add_weight", days_free_of_pain(1, 2, 3, felt_on=(1, 2))) == []


def test_a_gap_longer_than_the_setting_ends_a_run():
    assert said("article.add_weight", days_free_of_pain(1, 2, 9))[0].days == (1, 2, 9)
    assert said("article.add_weight", days_free_of_pain(1, 2, 10)) == []
    loose = {"longest_gap": 8}
    assert len(said("article.add_weight", days_free_of_pain(1, 2, 10), thresholds=loose)) == 1


def test_more_weight_begins_a_new_run():
    (told,) = said("article.add_weight", days_free_of_pain(1, 2, 3, 4, 5, kg=[5, 5, 8, 8, 8]))
    assert told.days == (3, 4, 5) and "at 8 kg" in told.sentence


def test_weight_that_was_not_noted_is_not_called_none():
    (told,) = said("article.add_weight", days_free_of_pain(1, 2, 3, kg=None))
    assert "added weight not noted" in told.sentence
    assert [i.name for i in told.inputs] == ["fewest repetitions", "worst pain during the exercise"]
    assert why("handout.add_weight", days_free_of_pain(1, 2, 3, kg=None)) == [
        "needs the added weight; the log notes none"
    ]


def test_repetitions_that_were_not_noted_are_no_full_session():
    unknown = days_of(
        sessions("a", {1: 45, 2: 45, 3: np.nan}, sets=3), during(every(range(1, 4), 0))
    )
    assert said("article.add_weight", unknown) == []


def test_the_evening_is_asked_for_before_it_is_judged():
    fires = CASES["article.evenings_after_sport"][0]
    told = silent(fires, "article")
    (why_not,) = [one.why for one in told if one.rule == "evenings_after_sport"]
    assert "say which of the log's pains" in why_not


def test_rest_and_zero_are_told_apart_from_unlogged_in_a_short_week():
    done = sessions("a", {0: 90, 1: 90, 2: 0, 6: 90})
    rest = {"person": ["a"], "on": [START + timedelta(days=3)], "what": ["rest"]}
    one = days_of(done, events=pd.DataFrame(rest))
    (told,) = said("article.every_day", one)
    assert told.days == (2, 3, 4, 5)
    assert "on 3 of 7 days in week 1. Of the other days, noted as rest or as 0: 2." in told.sentence


def test_a_log_that_has_not_begun_is_no_short_week():
    begun_early = days_of(sessions("a", {-7: 90, 3: 90}))
    assert statements(begun_early, "article", through=-7) == ()


def test_sets_that_are_full_or_hurt_severely_are_not_built_up():
    for sets, vas in ((3, 40), (2, 75)):
        done = sessions("a", every(range(3), 30), sets=sets)
        assert said("article.build_to_full", days_of(done, during(every(range(3), vas)))) == []


def test_sport_of_few_minutes_may_grow_by_any_share():
    def weeks(first):
        ran = sport({1: first - 10, 2: 10, 8: 100})
        return days_of(sessions("a", {0: 45}), during({9: 0}), activities=ran)

    assert said("handout.sport_in_steps", weeks(29)) == []
    (told,) = said("handout.sport_in_steps", weeks(30))
    assert [(i.value, i.n) for i in told.inputs] == [(100, 1), (30, 2)]
    assert "in week 2, 233 % more than the 30 in week 1" in told.sentence


def test_evenings_are_compared_by_their_means():
    by_day = dict(enumerate([20, 20, 20, 20, 20, 0, 0, 90, 0, 0]))
    one = days_of(pain("a", by_day, "after"), activities=sport(every(range(10), 30)))
    assert said("article.evenings_after_sport", one) == []


def test_a_day_of_no_minutes_is_no_day_of_sport():
    felt_after = pain("a", every(range(5), 20) | every(range(5, 10), 36), "after")
    still = days_of(felt_after, activities=sport(every(range(9), 30) | {9: 0}))
    assert said("article.evenings_after_sport", still) == []


def test_pain_without_exercise_is_no_exercise_day_free_of_pain():
    active = pain("a", every(range(1, 4), 60), "activity")
    one = days_of(sessions("a", every(range(1, 3), 45)), during(every(range(1, 4), 0)), active)
    assert said("article.sport_still_hurts", one) == []


def test_weight_that_stays_is_told_once():
    done = sessions("a", every(range(3), 45), added_kg=[0, 10, 10])
    (told,) = said("handout.weight_in_steps", days_of(done))
    assert told.days == (1,) and "from 0 kg to 10 kg" in told.sentence


def test_few_drops_later_on_are_no_start():
    assert said("readers.ramp_up", days_of(sessions("a", every(range(14, 20), 20)))) == []


def test_a_log_of_zeros_has_no_drops():
    zeros = days_of(sessions("a", every(range(7), 0)))
    assert said("readers.very_many", zeros) == []
    assert "needs heel drops" in why("readers.very_many", zeros)[0]


def test_most_drops_are_told():
    (told,) = said("readers.very_many", days_of(sessions("a", {5: 400, 6: 450})))
    assert told.inputs[0].value == 450 and "at most 450" in told.sentence


def test_how_a_drop_was_done_has_to_be_noted_and_of_a_drop():
    assert "only lowered" in why("article.other_leg", days_of(sessions("a", {5: 45})))[0]
    raises = days_of(
        sessions("a", {5: 45}), sessions("a", {6: 45}, exercise="heel raise", lowering_only="no")
    )
    assert "only lowered" in why("article.other_leg", raises)[0]


def test_drops_are_counted_of_heel_drops_alone():
    raises = sessions("a", {5: 500}, exercise="heel raise")
    told = {"person": ["a"], "protocol": ["Silbernagel"]}
    one = days_of(raises, prescriptions=told)
    assert said("readers.very_many", one) == []
    assert why("readers.very_many", one)
