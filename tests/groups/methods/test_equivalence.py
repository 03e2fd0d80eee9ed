"""Groups held against a margin: R's TOSTER, the interval's own logic, and the words."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import ttost_ind

from analysis.groups.methods.equivalence import equivalence
from analysis.groups.people import one_each
from tests.groups.cohorts import people_of, two_arms
from tests.groups.methods.test_exact import SLEEP
from tests.groups.test_differences import ancova_by_hand


def test_rs_sleep_data_within_half_an_hour():
    (found,) = equivalence(people_of(SLEEP), ["one", "two"], 0.5)
    got = [found.estimate.estimate, found.estimate.low, found.estimate.high]
    assert got == pytest.approx([-1.58, -3.0534, -0.1066], abs=5e-5)
    assert found.estimate.p == pytest.approx(0.890, abs=5e-4)
    assert found.estimate.level == 0.90
    assert found.verdict == "not shown"
    assert found.sentence.startswith("Differences from −3.1 to −0.1 remain possible")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(1, 40), st.floats(-15, 15))
def test_p_is_statsmodels_two_one_sided_welch_and_agrees_with_the_interval(seed, margin, apart):
    rng = np.random.default_rng(seed)
    a, b = rng.normal(apart, 9, 7), rng.normal(0, 12, 8)
    (found,) = equivalence(people_of({"a": a, "b": b}), ["a", "b"], margin)
    one = found.estimate
    assert one.p == pytest.approx(ttost_ind(a, b, -margin, margin, usevar="unequal")[0])
    assert (one.p < 0.05) == (-margin < one.low and one.high < margin)
    assert (found.verdict == "equivalent") == (one.p < 0.05)
    p = stats.ttest_ind(a, b, equal_var=False).pvalue
    assert (found.verdict == "different") == (p < 0.05 <= one.p)


def test_from_ten_people_it_is_the_ancova_at_ninety_percent():
    outcomes = two_arms(12, difference=-3.0)
    (found,) = equivalence(one_each(outcomes, "arm")[0], ["a", "b"], 20)
    difference, low, high, _ = ancova_by_hand(outcomes)
    se = (high - low) / 2 / stats.t.ppf(0.975, 21)
    half = se * stats.t.ppf(0.95, 21)
    one = found.estimate
    got = (one.estimate, one.low, one.high)
    assert got == pytest.approx((difference, difference - half, difference + half))
    nearer = min(difference + 20, 20 - difference)
    assert one.p == pytest.approx(stats.t.sf(nearer / se, 21))
    assert found.verdict == "equivalent" and "equivalent" in found.sentence


def test_every_pair_is_held_against_the_margin_and_no_other_p_is_said():
    rng = np.random.default_rng(4)
    people = people_of({name: rng.normal(0, 9, 12) for name in "abc"})
    people = people.assign(baseline=rng.normal(60, 9, 36)).assign(
        end=lambda told: told["baseline"] + told["change"]
    )
    found = equivalence(people, list("abc"), 15)
    assert [one.estimate.name[:9] for one in found] == ["a minus b", "a minus c", "b minus c"]
    assert not any("Holm" in said for one in found for said in one.estimate.warnings)


def test_few_people_or_no_margin_show_nothing():
    (found,) = equivalence(people_of({"a": [1, 2, 3], "b": [4, 5, 6]}), ["a", "b"], 10)
    assert (found.verdict, found.sentence, found.estimate.p) == ("not shown", "", None)
    with pytest.raises(ValueError, match="above 0"):
        equivalence(people_of(SLEEP), ["one", "two"], 0)
