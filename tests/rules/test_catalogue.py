"""The catalogue of rules agrees with itself, and its words describe and ask."""

import re

import numpy as np
import pytest

from analysis.context import PAIN_WORDS
from analysis.rules import CLINICIAN, rule_sets, settings
from analysis.rules.catalogue import OWN, thresholds_in_force
from analysis.rules.findings import days_words
from analysis.rules.register import TESTS
from tests.groups.test_comparison import MORE_CAUSAL
from tests.test_house import CAUSAL

RULES = [rule for one in rule_sets().values() for rule in one.rules.values()]
SETTINGS = list(settings().values())
ORDER = re.compile(
    r"(^|[.!?:;] )(please|add|stop|start|keep|do|don't|try|rest|call|see|reduce|cut|increase|go|"
    r"build|work|use|take|avoid|ask|lower|run|look)\b|\b(you|should|must|have to|need to)\b",
    re.IGNORECASE,
)
DIAGNOSIS = re.compile(r"tendin|bursitis|ruptur|haglund|inflam", re.IGNORECASE)


def texts() -> list[str]:
    of_sets = [(one.name, one.about) for one in rule_sets().values()]
    of_rules = [(rule.name, rule.text) for rule in RULES]
    of_settings = [(one.name, one.note) for one in SETTINGS]
    return [text for told in (of_sets, of_rules, of_settings) for row in told for text in row]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_every_threshold_has_a_source_with_its_mark_or_is_the_projects_own(setting):
    assert setting.source and setting.unit and setting.name
    assert setting.mark == "" if setting.source == OWN else setting.mark in ("A", "R", "S")
    assert setting.low <= setting.default <= setting.high


def test_every_setting_is_used_and_every_setting_used_is_there():
    used = {key for rule in RULES for key in rule.settings.values()}
    assert used == set(settings())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.rule_set}.{r.key}")
def test_a_rule_has_a_test_or_needs_what_no_log_holds(rule):
    assert rule.name and rule.kind and rule.looks_at
    if rule.test:
        assert rule.test in TESTS and rule.text
    else:
        assert rule.looks_at == ("hopping",) and not rule.text
    assert rule.context in ("", "weekly", "evening", *PAIN_WORDS)


def test_no_test_is_left_without_a_rule():
    assert set(TESTS) == {rule.test for rule in RULES if rule.test}


def test_every_set_names_its_source_and_its_family():
    told = {key: one.family for key, one in rule_sets().items()}
    assert told == {
        "article": "provoking",
        "readers": "readers",
        "silbernagel": "limiting",
        "handout": "provoking",
    }
    assert all(one.source and one.mark in ("A", "R", "S") for one in rule_sets().values())


@pytest.mark.parametrize("text", [*texts(), CLINICIAN])
def test_words_claim_no_cause_and_give_no_orders(text):
    assert not CAUSAL.search(text) and not MORE_CAUSAL.search(text)
    assert not ORDER.search(text) and not DIAGNOSIS.search(text)


@pytest.mark.parametrize("text", ["Add weight here.", "Pain rose. Stop the drops.", "You rest."])
def test_the_check_of_orders_catches_one(text):
    assert ORDER.search(text)


def test_the_clinicians_line_names_every_sign():
    signs = ("snap", "sharp", "push", "tiptoe", "swelling", "redness", "heat", "fever", "rising")
    assert all(sign in CLINICIAN for sign in signs)


def test_five_days_are_named_and_six_are_spanned():
    assert days_words(np.arange(5)) == "days 0, 1, 2, 3 and 4"
    assert days_words(np.arange(6)) == "between day 0 and day 5"


def test_a_threshold_chosen_stands_and_the_others_keep_their_default():
    told = thresholds_in_force({"ceiling": 40.0})
    assert told["ceiling"] == 40 and told["pain_free"] == 5


@pytest.mark.parametrize("chosen", [{"ceiling": 81}, {"ceiling": float("nan")}, {"roof": 50}])
def test_a_threshold_that_is_unknown_or_out_of_range_is_refused(chosen):
    with pytest.raises(ValueError, match=r"No setting|outside"):
        thresholds_in_force(chosen)
