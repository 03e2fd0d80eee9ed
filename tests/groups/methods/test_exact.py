"""Tests by counting, against counting done another way."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.groups.methods.exact import permutation
from tests.groups.cohorts import people_of

SLEEP = {
    "one": [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    "two": [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}


def by_counting(a: list[float], b: list[float]) -> float:
    pool, seen = np.array(a + b), abs(np.mean(a) - np.mean(b))
    far = []
    for chosen in combinations(range(len(pool)), len(a)):
        inside = np.isin(np.arange(len(pool)), chosen)
        far.append(abs(pool[inside].mean() - pool[~inside].mean()) >= seen - 1e-9)
    return float(np.mean(far))


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_few_people_are_dealt_in_every_way(data):
    whole = st.integers(-60, 30).map(float)
    a, b = (data.draw(st.lists(whole, min_size=5, max_size=6)) for _ in range(2))
    found = permutation(people_of({"a": a, "b": b}), ("a", "b"))
    assert found.p == pytest.approx(by_counting(a, b), abs=1e-12)
    assert found.estimate == pytest.approx(np.mean(a) - np.mean(b))
    assert (found.low, found.high) == (None, None)


def test_many_people_are_dealt_at_random_with_the_error_said():
    found = permutation(people_of(SLEEP), ("one", "two"))
    again = stats.permutation_test(
        (np.array(SLEEP["one"]), np.array(SLEEP["two"])),
        lambda x, y: abs(x.mean() - y.mean()),
        alternative="greater",
        n_resamples=3000,
        rng=np.random.default_rng(1),
    )
    assert "9,999 random splits, seed" in found.method
    assert found.p == pytest.approx(again.pvalue, abs=4 * np.sqrt(0.08 * 0.92 / 3000))
    error = np.sqrt(found.p * (1 - found.p) / 9999)
    assert f"{error:.4f} of p" in found.warnings[-1]


def test_the_same_people_give_the_same_p_and_another_seed_another():
    people = people_of(SLEEP)
    p = [permutation(people, ("one", "two"), seed).p for seed in (1, 1, 2)]
    assert p[0] == p[1] != p[2]


def test_nine_and_nine_people_are_still_counted_in_full():
    people = people_of({"a": list(range(9)), "b": list(range(9, 18))})
    found = permutation(people, ("a", "b"))
    assert "all 48,620 splits" in found.method
    assert found.p == pytest.approx(2 / 48620)


def test_below_five_people_there_is_no_p():
    found = permutation(people_of({"a": [1, 2, 3, 4], "b": [5, 6, 7, 8, 9]}), ("a", "b"))
    assert (found.estimate, found.p) == (-4.5, None)
    assert "fewer than 5" in found.no_interval
