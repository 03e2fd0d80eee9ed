"""Tests of two shares, against counting done another way and R's values."""

import numpy as np
import pytest
from scipy import stats

from analysis.groups.methods.shares import Answers, compared
from analysis.groups.methods.two_shares import FAMILIAR, FISHER, familiar, fisher_p, two_shares


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


@pytest.mark.parametrize(
    ("table", "p"), [([[3, 1], [1, 3]], 0.4857), ([[2, 15], [10, 3]], 0.0005367)]
)
def test_fisher_is_that_of_r(table, p):
    # fisher.test(TeaTasting); fisher.test(Convictions), both of R's help on it
    assert fisher_p(table) == pytest.approx(p, rel=2e-4)


def test_fisher_stands_after_boschloo_and_says_which_is_the_one_to_read():
    told = {"a": Answers(2, 17), "b": Answers(10, 13)}
    tested, by_fisher = compared("Convicted", told)[-2:]
    assert (tested.method, by_fisher.method) == ("Boschloo's exact test", FISHER)
    assert by_fisher.p == pytest.approx(0.0005367, abs=5e-8)
    assert (by_fisher.estimate, by_fisher.n) == (tested.estimate, tested.n)
    assert by_fisher.low is None and by_fisher.no_interval
    assert by_fisher.warnings == (FAMILIAR,)
    assert by_fisher.name == "Convicted, a minus b, tested by Fisher"


@pytest.mark.parametrize(("k", "n"), [((60, 40), (101, 100)), ((2, 4), (4, 9)), ((0, 0), (8, 9))])
def test_beside_another_test_or_none_fisher_is_not_there(k, n):
    yes = dict(zip("ab", k, strict=True))
    assert familiar(two_shares("a minus b", yes, dict(zip("ab", n, strict=True))), yes) is None
