"""The declared family: one primary apart, Holm over the others."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from analysis.estimate import Estimate
from analysis.groups.comparison import compare
from analysis.groups.holm import beside_holm, holm
from analysis.groups.methods.family import family, one_test
from tests.groups.cohorts import outcomes_of, two_arms


def one(p: float | None) -> Estimate:
    return Estimate("a minus b", "t", 3.0, "points", {"a": 9}, p=p, no_interval="none")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_is_statsmodels(p):
    wanted = multipletests(p, method="holm")[1]
    assert holm([one(value) for value in p]) == pytest.approx(list(wanted))


def test_who_has_no_p_counts_for_no_test():
    assert holm([one(0.01), one(None), one(0.04)]) == [0.02, None, 0.04]
    assert holm([]) == []


def test_the_primary_keeps_its_p_and_the_others_share_holms():
    told = {"rest": one(0.03), "morning": one(0.04), "during": one(0.01), "after": one(0.5)}
    found = family(told, "morning")
    assert found.primary.p == 0.04 and found.primary.warnings == ()
    assert found.table["outcome"].tolist() == ["morning", "rest", "during", "after"]
    assert found.table["adjusted"].tolist() == pytest.approx([0.04, 0.06, 0.03, 0.5])
    assert found.table["p"].tolist() == [0.04, 0.03, 0.01, 0.5]
    assert set(found.table["family"]) == {3}
    assert found.others[0].warnings[-1] == (
        "Over 3 tests of the declared family, Holm's p = 0.060."
    )
    assert found.others[0].name == "rest: a minus b"


def test_a_primary_that_was_not_declared_is_refused():
    with pytest.raises(ValueError, match="none of morning"):
        family({"morning": one(0.1)}, "after")


@pytest.mark.parametrize("n", [6, 9, 10, 12])
def test_the_one_test_of_two_groups_is_the_headline_of_the_comparison(n):
    outcomes = two_arms(n)
    assert one_test(outcomes, "arm") == compare(outcomes, "arm").estimates[0]


def test_the_one_test_of_three_groups_is_welchs_f():
    table = two_arms(12).table
    told = one_test(outcomes_of(table.assign(arm=np.resize(list("abc"), 24))), "arm")
    assert told.method.startswith("Welch's ANOVA")


def test_groups_made_from_the_result_or_one_group_alone_have_no_test():
    table = two_arms(12).table
    assert one_test(outcomes_of(table.assign(satisfied=table["arm"])), "satisfied") is None
    assert one_test(outcomes_of(table.assign(arm="a")), "arm") is None


def test_one_other_outcome_needs_no_holm():
    assert beside_holm([one(0.02)]) == [one(0.02)]
