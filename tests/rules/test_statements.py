"""Statements: their order, their course, their contexts, and what they are silent on."""

import time

import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.model import Log
from analysis.reading import Answers, Source, read
from analysis.rules import rule_sets, silent, statements
from tests.diaries import days_of, every, pain, sessions
from tests.rules.built import (
    by_week,
    course_to,
    during,
    felt,
    free_of_pain,
    morning,
    next_morning,
    said,
    why,
)


def test_hop_pain_is_never_in_a_log():
    assert why("handout.running", free_of_pain()) == [
        "needs pain on hopping; a log has no such series"
    ]


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


@pytest.mark.parametrize("options", [{"context": "rest"}, {"evening": "after"}])
def test_a_context_that_the_log_does_not_have_is_refused(options):
    with pytest.raises(ValueError, match="no pain of the context"):
        statements(felt("during", 60), "article", **options)


def test_a_set_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="article, readers, silbernagel, handout"):
        statements(felt("during", 60), "grandmother")


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
