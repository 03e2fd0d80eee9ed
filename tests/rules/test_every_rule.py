"""Every rule fires on days built for it and stays silent one step below."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from analysis.days import PainByDay
from analysis.rules import rule_sets, silent, statements
from tests.diaries import START, days_of
from tests.groups.test_comparison import MORE_CAUSAL
from tests.rules.built import (
    CASES,
    said,
    why,
)
from tests.rules.test_catalogue import ORDER, RULES
from tests.test_house import CAUSAL

TESTED = [f"{rule.rule_set}.{rule.key}" for rule in RULES if rule.test]


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
