"""Tests by counting, against counting done another way."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.groups.methods.exact import permutation, sign_flip, two_shares
from tests.groups.cohorts import people_of

SLEEP = {
    "one": [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    "two": [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
"""Fifteen pairs of maize, eighths of an inch: Fisher (1935) counts 1,726 of 32,768 patterns."""


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


def test_fishers_count_of_darwins_maize():
    found = sign_flip(people_of({"pairs": DARWIN}), "pairs")
    assert found.p == 1726 / 32768
    assert found.n == {"pairs": 15}


def test_signs_of_too_many_people_are_not_counted():
    with pytest.raises(ValueError, match="at most 18"):
        sign_flip(people_of({"a": list(range(19))}), "a")


def boschloo_by_hand(k1: int, n1: int, k2: int, n2: int) -> float:
    """The larger tail over a fine grid of the common share, twice the smaller side."""
    shares = np.linspace(0.0005, 0.9995, 4000)
    x, y = np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij")
    both = stats.binom.pmf(np.arange(n1 + 1)[:, None], n1, shares)[:, None, :]
    weight = both * stats.binom.pmf(np.arange(n2 + 1)[:, None], n2, shares)[None, :, :]
    sides = []
    for less in (True, False):
        # Fisher's one-sided p of each table: the hypergeometric tail.
        tail = (
            stats.hypergeom.cdf(x, n1 + n2, x + y, n1)
            if less
            else stats.hypergeom.sf(x - 1, n1 + n2, x + y, n1)
        )
        sides.append((weight * (tail <= tail[k1, k2] * (1 + 1e-12))[..., None]).sum((0, 1)).max())
    return min(2 * min(sides), 1.0)


@pytest.mark.parametrize("counts", [(7, 10, 1, 10), (5, 8, 4, 9), (12, 14, 7, 14), (0, 6, 4, 7)])
def test_boschloo_is_the_largest_tail_over_every_common_share(counts):
    k1, n1, k2, n2 = counts
    found = two_shares("a minus b", {"a": k1, "b": k2}, {"a": n1, "b": n2})
    assert found.method == "Boschloo's exact test"
    assert found.p == pytest.approx(boschloo_by_hand(*counts), abs=2e-4)
    assert found.low is None


def test_above_200_people_the_test_is_chi_square_by_name():
    found = two_shares("a minus b", {"a": 60, "b": 40}, {"a": 101, "b": 100})
    table = np.array([[60, 40], [41, 60]])
    wanted = np.outer(table.sum(1), table.sum(0)) / table.sum()
    chi2 = ((table - wanted) ** 2 / wanted).sum()
    assert found.method.startswith("Pearson's chi-square")
    assert found.p == pytest.approx(stats.chi2.sf(chi2, 1))


@pytest.mark.parametrize(("k", "n"), [((0, 0), (8, 9)), ((8, 9), (8, 9)), ((2, 4), (4, 9))])
def test_one_answer_of_everyone_or_too_few_have_no_p(k, n):
    found = two_shares(
        "a minus b", dict(zip("ab", k, strict=True)), dict(zip("ab", n, strict=True))
    )
    assert found.p is None
    assert found.no_interval
