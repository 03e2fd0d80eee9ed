"""All groups at once, against R's oneway.test and kruskal.test."""

import pytest

from analysis.groups.methods.many import kruskal, welch_anova
from tests.groups.cohorts import people_of

PLANTS = {
    "ctrl": [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14],
    "trt1": [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    "trt2": [6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26],
}
"""R's PlantGrowth: oneway.test gives F = 5.181 on 2 and 17.128, p = .01739."""


def test_welchs_f_is_rs():
    found = welch_anova(people_of(PLANTS), list(PLANTS))
    assert found.estimate == pytest.approx(5.181, abs=5e-4)
    assert found.p == pytest.approx(0.01739, abs=5e-6)
    assert "F on 2 and 17.1 degrees" in found.method
    assert found.low is None and found.n == {"ctrl": 10, "trt1": 10, "trt2": 10}


def test_kruskals_h_is_rs():
    found = kruskal(people_of(PLANTS), list(PLANTS))
    assert found.estimate == pytest.approx(7.9882, abs=5e-5)
    assert found.p == pytest.approx(0.01842, abs=5e-6)


def test_a_small_group_withholds_both():
    few = {**PLANTS, "trt2": [1.0, 2.0, 3.0, 4.0]}
    assert [one(people_of(few), list(few)).p for one in (welch_anova, kruskal)] == [None, None]


def test_a_group_without_scatter_leaves_the_ranks_alone():
    flat = {**PLANTS, "trt2": [5.0] * 8}
    found = [one(people_of(flat), list(flat)) for one in (welch_anova, kruskal)]
    assert found[0].p is None and "without scatter" in found[0].no_interval
    assert 0 < found[1].p < 1


def test_everyone_alike_has_no_ranks():
    same = {name: [3.0] * 6 for name in "abc"}
    assert kruskal(people_of(same), list("abc")).p is None
