"""The chance of a larger fall, against R and against counting pairs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.methods.superiority import superiority
from tests.groups.cohorts import people_of

Y = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]
N = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]
"""Pain on the third day after surgery (Brunner and Munzel 2000)."""


def test_it_is_rs_brunner_munzel_with_its_interval():
    found = superiority(people_of({"y": Y, "n": N}), ("y", "n"))
    got = [found.estimate, found.low, found.high]
    assert got == pytest.approx([78.8961, 59.52169, 98.27052], abs=5e-5)
    assert found.p == pytest.approx(0.005786, abs=5e-7)
    assert found.unit == "%"


def test_the_other_way_round_is_the_other_chance():
    people = people_of({"y": Y, "n": N})
    one, other = superiority(people, ("y", "n")), superiority(people, ("n", "y"))
    assert one.estimate + other.estimate == pytest.approx(100)
    assert one.p == pytest.approx(other.p)
    assert "Cliff's delta, which is twice the chance less one, is 0.58." in one.warnings


whole = st.integers(-60, 30).map(float)
groups = st.lists(whole, min_size=5, max_size=12)


@settings(max_examples=60, deadline=None)
@given(groups, groups)
def test_it_counts_pairs_and_interval_and_p_agree(a, b):
    found = superiority(people_of({"a": a, "b": b}), ("a", "b"))
    first, second = np.array(a)[:, None], np.array(b)[None, :]
    wanted = (first < second).mean() + (first == second).mean() / 2
    assert found.estimate == pytest.approx(100 * wanted)
    if found.p is not None and abs(found.p - 0.05) > 1e-9:
        assert (found.p < 0.05) == (not found.low <= 50 <= found.high)


def test_groups_wholly_apart_have_a_chance_and_no_interval():
    found = superiority(people_of({"a": [-9, -8, -7, -6, -5], "b": [0, 1, 2, 3, 4]}), ("a", "b"))
    assert (found.estimate, found.low, found.p) == (100.0, None, None)


def test_everyone_alike_is_neither():
    found = superiority(people_of({"a": [3] * 5, "b": [3] * 6}), ("a", "b"))
    assert (found.estimate, found.p) == (50.0, None)


def test_an_interval_beyond_the_end_is_not_cut_and_says_so():
    found = superiority(people_of({"a": [-9, -8, -7, -6, 1], "b": [0, 2, 3, 4, 5]}), ("a", "b"))
    assert found.high > 100
    assert any("beyond 0 to 100 %" in said for said in found.warnings)


def test_below_five_people_there_is_none():
    found = superiority(people_of({"a": [1, 2, 3, 4], "b": [0, 2, 3, 4, 5]}), ("a", "b"))
    assert (found.estimate, found.p) == (None, None)
