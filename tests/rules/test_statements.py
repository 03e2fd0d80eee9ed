"""Every rule fires on days built for it, stays silent one step below, and says why it cannot."""

import time
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from analysis.days import PainByDay, reduce_log
from analysis.model import Log
from analysis.reading import Answers, Source, read
from analysis.rules import rule_sets, silent, statements
from tests.diaries import START, days_of, every, pain, sessions
from tests.groups.test_comparison import MORE_CAUSAL
from tests.rules.built import (
    BEFORE,
    CASES,
    OPTIONS,
    by_week,
    course_to,
    during,
    felt,
    free_of_pain,
    morning,
    next_morning,
    sport,
    weekly,
)
from tests.rules.test_catalogue import ORDER, RULES
from tests.test_house import CAUSAL

TESTED = [f"{rule.rule_set}.{rule.key}" for rule in RULES if rule.test]


def said(name, one, **options):
    rule_set, key = name.split(".")
    told = statements(one, rule_set, **OPTIONS.get(name, {}), **options)
    return [one for one in told if one.rule == key]


def why(name, one, **options):
    rule_set, key = name.split(".")
    told = silent(one, rule_set, **OPTIONS.get(name, {}), **options)
    return [one.why for one in told if one.rule == key]


def test_every_rule_that_has_a_test_has_its_days():
    assert sorted(CASES) == sorted(TESTED)


@pytest.mark.parametrize("name", TESTED)
def test_a_rule_fires_on_its_days_and_not_one_step_below(name):
    fires, below = CASES[name]
    assert len(said(name, fires)) == 1 and why(name, fires) == []
    assert said(name, below) == []


@pytest.mark.parametrize("name", TESTED)
def test_a_statement_names_its_set_its_numbers_and_its_days(name):
    (told,) = said(name, CASES[name][0])
    rule_set, key = name.split(".")
    rule = rule_sets()[rule_set].rules[key]
    assert (told.rule_set, told.name) == (rule_sets()[rule_set].name, rule.name)
    assert told.inputs and all(np.isfinite(i.value) and i.n > 0 and i.unit for i in told.inputs)
    assert told.days and list(told.days) == sorted(set(told.days))
    assert told.dates == tuple(START.date() + timedelta(days=day) for day in told.days)
    assert set(told.thresholds) == set(rule.settings.values())


@pytest.mark.parametrize("name", TESTED)
def test_a_sentence_is_whole_and_claims_nothing(name):
    (told,) = said(name, CASES[name][0])
    assert not any(sign in told.sentence for sign in ("{", "}", "nan", "–"))
    assert (told.sentence[0].isupper() and told.sentence[-1] in ".?") or told.sentence[0].isdigit()
    for words in (CAUSAL, MORE_CAUSAL, ORDER):
        assert not words.search(told.sentence)


@pytest.mark.parametrize("name", TESTED)
def test_pain_of_a_context_that_a_rule_does_not_look_at_changes_nothing(name):
    rule_set, key = name.split(".")
    looks_at = rule_sets()[rule_set].rules[key].looks_at
    below = CASES[name][1]
    contexts = {"weekly": "morning", "before": "morning", "evening": "after"}
    mine = {contexts.get(word, word) for word in looks_at}
    if "during or after" in looks_at:
        mine |= {"during", "after"}
    # Severe pain of every other context, on every day, stands beside the readings.
    others = {
        context: PainByDay(*(np.full(len(below.day), value) for value in (100.0, 100.0, 1)))
        for context in ("during", "after", "morning", "activity", "rest", "unspecified")
        if context not in mine and context not in below.pain
    }
    assert others
    beside = replace(below, pain={**below.pain, **others})
    context = {"context": "morning"} if "morning" in beside.pain else {}
    assert said(name, beside, **context) == []


def test_a_log_without_anything_says_what_every_rule_needs():
    nothing = days_of(tendons={"person": ["a"]})
    for key, told in rule_sets().items():
        assert statements(nothing, key) == ()
        assert [one.rule for one in silent(nothing, key)] == list(told.rules)


def test_hop_pain_is_never_in_a_log():
    assert why("handout.running", free_of_pain()) == [
        "needs pain on hopping; a log has no such series"
    ]


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


def days_free_of_pain(*days, felt_on=None, kg=5.0):
    done = sessions("a", every(days, 45), sets=3, added_kg=kg)
    return days_of(done, during(every(days if felt_on is None else felt_on, 0)))


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
    assert why("handout.add_weight", days_free_of_pain(1, 2, 3, kg=None)) == [
        "needs the added weight; the log notes none"
    ]


def test_repetitions_that_were_not_noted_are_no_full_session():
    unknown = days_of(
        sessions("a", {1: 45, 2: 45, 3: np.nan}, sets=3), during(every(range(1, 4), 0))
    )
    assert said("article.add_weight", unknown) == []


def test_the_two_families_collide_and_each_names_its_set():
    one = felt("during", 60)
    article, model = statements(one, "article"), statements(one, "silbernagel")
    assert [told.kind for told in article] == ["in the range"]
    assert [told.kind for told in model] == ["over the ceiling"]
    assert {told.rule_set for told in (*article, *model)} == {
        "The article",
        "Pain monitoring (Silbernagel type)",
    }


def test_a_setting_chosen_moves_the_rule_and_stands_in_the_statement():
    assert said("silbernagel.ceiling_during", felt("during", 45)) == []
    (told,) = said("silbernagel.ceiling_during", felt("during", 45), thresholds={"ceiling": 40})
    assert told.thresholds["ceiling"] == 40 and "above 40 of 100" in told.sentence


def test_the_newest_statement_comes_first():
    one = days_of(during({3: 60, 30: 70, 60: 80}))
    assert [told.days for told in statements(one, "silbernagel")] == [(60,), (30,), (3,)]


def test_days_over_the_ceiling_stand_among_the_logged_ones():
    (told,) = statements(days_of(during({0: 20, 3: 60, 5: 30, 6: 70, 8: 10})), "silbernagel")
    assert told.days == (3, 6) and told.inputs[0].n == 3 and told.inputs[0].value == 70
    assert "on 2 of 3 logged days (days 3 and 6), at most 70" in told.sentence


def test_a_morning_after_an_unlogged_or_pain_free_day_is_not_asked_about():
    unlogged = days_of(pain("a", {1: 40}, "after"), morning({3: 60}))
    free = days_of(pain("a", {1: 40, 2: 5}, "after"), morning({3: 60}))
    assert statements(unlogged, "silbernagel") == statements(free, "silbernagel") == ()
    assert said("silbernagel.gone_by_morning", next_morning(60))[0].days == (4,)


def test_after_the_course_only_maintenance_speaks_and_an_earlier_day_can_be_looked_from():
    hurting = during({80: 90, 90: 90})
    told = {"person": ["a"], "protocol": ["Jonsson"]}
    one = days_of(sessions("a", every(range(0, 95, 2), 90)), hurting, prescriptions=told)
    assert [s.kind for s in statements(one, "article")] == ["maintenance"]
    assert statements(one, "silbernagel") == ()
    assert "ended with day 83" in why("silbernagel.ceiling_during", one)[0]
    (seen,) = said("silbernagel.ceiling_during", one, through=83)
    assert seen.days == (80,)


def test_maintenance_counts_what_is_logged_after_the_last_day():
    (told,) = said("article.maintenance", course_to(90))
    assert told.days == tuple(range(84, 91))
    assert "ended with day 83" in told.sentence and "on 7 of 7 days" in told.sentence


def test_a_prescription_of_other_length_ends_the_course_then():
    long = {"person": ["a"], "protocol": ["Rehab"], "drops_per_day": [90]}
    one = days_of(sessions("a", every(range(30), 90)), prescriptions=long)
    assert said("article.maintenance", one) == []
    unlimited = days_of(sessions("a", every(range(90), 90)))
    assert len(said("article.maintenance", unlimited)) == 1
    longer = {"course_weeks": 13}
    assert said("article.maintenance", unlimited, thresholds=longer) == []


def test_pain_alone_has_no_course_to_end():
    one = days_of(morning(by_week(*[20] * 20, 40)))
    assert [told.rule for told in statements(one, "silbernagel")] == ["week_on_week"]


def test_the_own_scatter_takes_over_once_there_are_weeks_enough():
    means = [20, 22, 19, 23, 20, 21]
    steps = np.diff(means)
    limit = 1.96 * np.sqrt(((steps - steps.mean()) ** 2).sum() / (len(steps) - 1))
    assert 5 < limit < 15
    over = weekly(*means, means[-1] + limit + 0.1)
    assert said("silbernagel.week_on_week", over)[0].days == tuple(range(42, 49))
    assert said("silbernagel.week_on_week", weekly(*means, means[-1] + limit - 0.1)) == []


def test_weeks_of_one_level_still_need_the_least_rise():
    assert said("silbernagel.week_on_week", weekly(*[20] * 6, 25)) == []
    assert len(said("silbernagel.week_on_week", weekly(*[20] * 6, 25.5))) == 1


def test_weeks_that_do_not_follow_one_another_are_not_compared():
    apart = days_of(morning(every(range(7), 20) | every(range(14, 21), 80)))
    assert statements(apart, "silbernagel") == ()


def test_a_week_of_two_days_is_not_a_week():
    assert statements(days_of(morning(every(range(7), 20) | {7: 80, 8: 80})), "silbernagel") == ()


def test_a_rise_of_one_context_is_not_seen_in_another():
    one = days_of(morning(by_week(20, 20)), pain("a", by_week(20, 60), "rest"))
    assert statements(one, "silbernagel") == ()
    (told,) = statements(one, "silbernagel", context="rest")
    assert told.sentence.startswith("Pain at rest rose from 20 of 100 in week 1 (7 days logged)")


@pytest.mark.parametrize("options", [{"context": "rest"}, {"evening": "after"}])
def test_a_context_that_the_log_does_not_have_is_refused(options):
    with pytest.raises(ValueError, match="no pain of the context"):
        statements(felt("during", 60), "article", **options)


def test_a_set_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="article, readers, silbernagel, handout"):
        statements(felt("during", 60), "grandmother")


def test_the_evening_is_asked_for_before_it_is_judged():
    fires = CASES["article.evenings_after_sport"][0]
    told = silent(fires, "article")
    (why_not,) = [one.why for one in told if one.rule == "evenings_after_sport"]
    assert "say which of the log's pains" in why_not


def test_soreness_is_set_against_days_before_the_start_and_no_others():
    one = days_of(morning(every(range(28), 60)))
    assert "7 days before the start" in why("readers.still_sore", one)[0]


def test_still_sore_waits_until_the_first_days_are_over():
    until = CASES["readers.still_sore"][0]
    assert said("readers.still_sore", until, through=26) == []
    assert len(said("readers.still_sore", until, through=27)) == 1


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


def test_only_the_last_week_of_the_first_days_is_looked_at():
    rest = every(BEFORE, 20) | every(range(21), 90) | every(range(28, 40), 90)
    calm = days_of(morning(rest | every(range(21, 28), 20)))
    assert said("readers.still_sore", calm) == []
    middle = {21: 20, 22: 20, 23: 20, 24: 50, 25: 50, 26: 50, 27: 50}
    (told,) = said("readers.still_sore", days_of(morning(rest | middle)))
    assert told.inputs[0].value == 50 and told.inputs[0].n == 7


def test_sets_that_are_full_or_hurt_severely_are_not_built_up():
    for sets, vas in ((3, 40), (2, 75)):
        done = sessions("a", every(range(3), 30), sets=sets)
        assert said("article.build_to_full", days_of(done, during(every(range(3), vas)))) == []


def test_the_week_before_the_start_is_no_week_of_the_programme():
    assert (
        statements(days_of(morning(every(BEFORE, 20) | every(range(7), 60))), "silbernagel") == ()
    )


def test_visits_keep_the_weeks_they_were_at():
    rows = {"person": ["a"] * 3, "week": [0, 1, 2], "context": ["morning"] * 3, "vas": [20, 20, 40]}
    one = reduce_log(Log().with_tables(pain=pd.DataFrame(rows)))
    (told,) = statements(one, "silbernagel")
    assert "from 20 of 100 in week 1 (1 day logged) to 40 in week 2" in told.sentence
    assert told.days == (14,)


def test_the_visit_that_closes_the_course_is_still_of_it():
    rows = {"person": ["a"] * 2, "week": [11, 12], "context": ["morning"] * 2, "vas": [20, 40]}
    told = {"person": ["a"], "protocol": ["Jonsson"]}
    one = reduce_log(Log().with_tables(pain=pd.DataFrame(rows), prescriptions=pd.DataFrame(told)))
    assert [told.rule for told in statements(one, "silbernagel")] == ["week_on_week"]


def test_sport_of_few_minutes_may_grow_by_any_share():
    def weeks(first):
        ran = sport({1: first, 8: 100})
        return days_of(sessions("a", {0: 45}), during({9: 0}), activities=ran)

    assert said("handout.sport_in_steps", weeks(29)) == []
    (told,) = said("handout.sport_in_steps", weeks(30))
    assert [(i.value, i.n) for i in told.inputs] == [(100, 1), (30, 1)]


def test_evenings_are_compared_by_their_means():
    by_day = dict(enumerate([20, 20, 20, 20, 20, 0, 0, 90, 0, 0]))
    one = days_of(pain("a", by_day, "after"), activities=sport(every(range(10), 30)))
    assert said("article.evenings_after_sport", one) == []


def test_pain_without_exercise_is_no_exercise_day_free_of_pain():
    active = pain("a", every(range(1, 4), 60), "activity")
    one = days_of(sessions("a", every(range(1, 3), 45)), during(every(range(1, 4), 0)), active)
    assert said("article.sport_still_hurts", one) == []


def test_a_dose_is_that_of_the_last_weeks():
    done = sessions("a", every(range(28), 30) | every(range(28, 56), 90))
    one = days_of(done, morning(every(range(56), 60)))
    (told,) = said("article.more_volume", one)
    assert "at 90 drops a day on 28 exercise days of the last 4 weeks" in told.sentence


def test_few_days_of_a_dose_are_no_weeks_of_it():
    def on(days):
        return days_of(sessions("a", every(days, 90)), morning(every(range(28), 60)))

    assert said("article.more_volume", on(range(0, 28, 2)))
    assert said("article.more_volume", on(range(0, 26, 2))) == []


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


def test_each_tendon_is_judged_by_its_own_days():
    left = pain("a", {3: 60}, "during", side="left")
    right = pain("a", {3: 20}, "during", side="right")
    both = days_of(left, right)
    found = {
        both.tendons["side"][i]: len(statements(both.alone(i), "silbernagel")) for i in range(2)
    }
    assert found == {"left": 1, "right": 0}


def test_days_without_dates_have_programme_days_and_no_dates():
    rows = pd.DataFrame({"person": ["a"], "day": [3], "context": ["during"], "vas": [60]})
    (told,) = statements(reduce_log(Log().with_tables(pain=rows)), "silbernagel")
    assert told.days == (3,) and told.dates == ()


def test_the_real_diary_is_judged_in_no_time(real):
    path = real("hand_kept/pain.csv")
    answers = Answers({"*": {"pain": "knee_pain", "scale": "10"}})
    log = read([Source(path.name, path.read_bytes())], answers).log
    one = reduce_log(log).alone(0)
    spent = []
    for _ in range(3):
        begun = time.perf_counter()
        found = {key: statements(one, key) for key in rule_sets()}
        spent.append((time.perf_counter() - begun) / len(found))
    assert min(spent) < 0.05
    rises = [told for told in found["silbernagel"] if told.rule == "week_on_week"]
    mean = log.pain.groupby(log.pain["felt_at"].dt.normalize())["vas"].mean()
    weeks = mean.groupby((mean.index - mean.index.min()).days // 7).mean()
    assert rises and all(weeks[told.days[0] // 7] > weeks[told.days[0] // 7 - 1] for told in rises)
    assert found["readers"] == ()
    assert "needs pain during the exercise; the log notes none" in {
        told.why for told in silent(one, "article")
    }
