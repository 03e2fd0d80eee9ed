"""The bootstrap of a difference: scipy's own interval, from 20 people a group, never a p."""

import numpy as np
import pytest
from scipy import stats

from analysis.groups.methods.exact import SEED
from analysis.groups.methods.further import further
from analysis.groups.methods.resampled import resampled
from analysis.groups.methods.sections import RESAMPLED
from tests.groups.cohorts import people_of, two_arms

PAIR = ("a", "b")


def made(n: int, seed: int = 1):
    rng = np.random.default_rng(seed)
    return rng.normal(-20, 12, n), rng.normal(-12, 18, n + 3)


def of(a, b):
    return resampled(people_of({"a": list(a), "b": list(b)}), PAIR)


def test_it_is_scipys_interval_of_the_same_draws():
    a, b = made(24)
    found, counted = of(a, b)
    drawn = stats.bootstrap(
        (a, b), lambda x, y: np.mean(x) - np.mean(y), vectorized=False, rng=SEED, batch=999
    )
    assert [found.low, found.high] == pytest.approx(list(drawn.confidence_interval))
    assert found.estimate == pytest.approx(a.mean() - b.mean())
    assert counted["resamples"].sum() == 9999 and found.p is None
    assert "9,999 resamples, BCa, seed" in found.method
    assert of(a, b)[0] == found


def test_its_width_is_near_that_of_welchs_t():
    a, b = made(60, seed=2)
    found, _ = of(a, b)
    welch = stats.ttest_ind(a, b, equal_var=False).confidence_interval()
    assert found.high - found.low == pytest.approx(welch.high - welch.low, rel=0.08)
    assert found.low < found.estimate < found.high


def test_below_twenty_a_group_and_without_scatter_there_is_nothing():
    a, b = made(20)
    assert of(a, b) is not None
    assert of(a[:19], b) is None and of(a, b[:19]) is None
    assert of(np.full(20, -5.0), b) is None


def section_of(outcomes, by="arm"):
    return [one for one in further(outcomes, by) if one.title == RESAMPLED]


def test_its_section_stands_from_twenty_and_not_for_groups_made_from_the_result():
    (section,) = section_of(two_arms(20))
    assert section.estimates[0].n == {"a": 20, "b": 20}
    assert section.table["resamples"].sum() == 9999
    assert section_of(two_arms(19)) == []
    outcomes = two_arms(20)
    table = outcomes.table.rename(columns={"arm": "responder"})
    assert section_of(type(outcomes)(table, "morning", "first week", 12, ()), "responder") == []
