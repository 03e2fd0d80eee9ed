"""One group's change without a bell curve, against published counts and R's values."""

import numpy as np
import pytest
from scipy import stats

from analysis.groups.methods.paired import sign_flip, signed_ranks
from tests.groups.cohorts import people_of
from tests.groups.methods.test_exact import SLEEP

DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
"""Fifteen pairs of maize, eighths of an inch: Fisher (1935) counts 1,726 of 32,768 patterns."""
# Hamilton's depression scale (Hollander and Wolfe 1973), of R's help on wilcox.test.
FIRST = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
SECOND = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]


def test_fishers_count_of_darwins_maize():
    found = sign_flip(people_of({"pairs": DARWIN}), "pairs")
    assert found.p == 1726 / 32768
    assert found.n == {"pairs": 15}
    assert "all 32,768 patterns" in found.method


def test_the_signs_of_more_than_18_people_are_drawn_with_the_error_said():
    change = np.random.default_rng(3).normal(-4, 12, 24)
    people = people_of({"a": change.tolist()})
    found = sign_flip(people, "a")
    again = stats.permutation_test(
        (change,),
        np.mean,
        permutation_type="samples",
        n_resamples=20_000,
        rng=np.random.default_rng(1),
    )
    assert "9,999 random patterns, seed" in found.method
    error = np.sqrt(found.p * (1 - found.p) / 9999)
    assert found.p == pytest.approx(again.pvalue, abs=5 * error)
    assert f"{error:.4f} of p" in found.warnings[-1]
    assert sign_flip(people, "a").p == found.p != sign_flip(people, "a", seed=2).p


@pytest.mark.parametrize(("n", "drawn"), [(18, False), (19, True)])
def test_up_to_18_people_every_pattern_is_tried(n, drawn):
    found = sign_flip(people_of({"a": list(range(1, n + 1))}), "a")
    assert ("random" in found.method) == drawn
    assert found.p == pytest.approx(1 / 10_000 if drawn else 2 / 2**18)


def test_signed_ranks_are_those_of_r_where_no_two_changes_tie():
    # wilcox.test(x, y, paired = TRUE): V = 40, p-value = 0.03906
    change = np.array(FIRST) - np.array(SECOND)
    found = signed_ranks(people_of({"a": change.tolist()}), "a")
    assert (found.estimate, found.p) == (40.0, pytest.approx(0.0390625))
    assert found.method.endswith("exact") and found.low is None


def test_signed_ranks_are_those_of_r_with_ties_and_somebody_unchanged():
    # wilcox.test(extra ~ group, data = sleep, paired): V = 0, p-value = 0.009091
    change = np.array(SLEEP["one"]) - np.array(SLEEP["two"])
    found = signed_ranks(people_of({"a": change.tolist()}), "a")
    assert (found.estimate, found.p) == (0.0, pytest.approx(0.009091, abs=5e-7))
    assert found.n == {"a": 10} and "ties" in found.method


@pytest.mark.parametrize("test", [sign_flip, signed_ranks])
def test_below_five_people_there_is_no_p(test):
    found = test(people_of({"a": [-3, -2, -1, 4]}), "a")
    assert (found.estimate, found.p) == (None, None)
    assert "fewer than 5" in found.no_interval


def test_where_nobody_changed_there_are_no_ranks():
    assert signed_ranks(people_of({"a": [0.0] * 6}), "a").no_interval == "nobody's pain changed"


@pytest.mark.parametrize("n", [6, 40, 60])
def test_one_person_who_changed_is_no_finding(n):
    assert signed_ranks(people_of({"a": [0.0] * (n - 1) + [-9.0]}), "a").p > 0.3
