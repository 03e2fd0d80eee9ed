"""Rules of weeks: a rise, the first weeks, and weeks at one dose."""

import numpy as np
import pandas as pd

from analysis.days import reduce_log
from analysis.model import Log
from analysis.rules import statements
from tests.diaries import days_of, every, pain, sessions
from tests.rules.built import BEFORE, CASES, by_week, morning, said, weekly, why


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


def test_soreness_is_set_against_days_before_the_start_and_no_others():
    one = days_of(morning(every(range(28), 60)))
    assert "7 days before the start" in why("readers.still_sore", one)[0]


def test_still_sore_waits_until_the_first_days_are_over():
    until = CASES["readers.still_sore"][0]
    assert said("readers.still_sore", until, through=26) == []
    assert len(said("readers.still_sore", until, through=27)) == 1


def test_only_the_last_week_of_the_first_days_is_looked_at():
    rest = every(BEFORE, 20) | every(range(21), 90) | every(range(28, 40), 90)
    calm = days_of(morning(rest | every(range(21, 28), 20)))
    assert said("readers.still_sore", calm) == []
    middle = {21: 20, 22: 20, 23: 20, 24: 50, 25: 50, 26: 50, 27: 50}
    (told,) = said("readers.still_sore", days_of(morning(rest | middle)))
    assert told.inputs[0].value == 50 and told.inputs[0].n == 7


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


def test_three_mornings_before_the_start_are_enough_and_weeks_are_told_by_their_mean():
    before, week = {-3: 10, -2: 20, -1: 30}, {0: 30, 1: 40, 2: 80}
    (told,) = said("readers.early_soreness", days_of(morning(before | week)))
    assert [(i.value, i.n) for i in told.inputs] == [(50, 3), (20, 3)]
    two = days_of(morning({-2: 20, -1: 20} | week))
    assert said("readers.early_soreness", two) == [] and why("readers.early_soreness", two)
