"""A line that rests on one person alone has no standard error, and is not taken for one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.ancova import interaction
from analysis.groups.comparison import compare
from analysis.groups.crossing.cell_model import CELL_WELCH
from analysis.groups.crossing.factorial import factorial
from analysis.groups.leverage import rests_on_one
from analysis.groups.methods.by_baseline import baseline_by_group
from analysis.groups.methods.dose_order import PLAIN, slope
from analysis.groups.people import one_each
from tests.groups.cohorts import outcomes_of, two_arms
from tests.groups.crossings import crossing, even


@given(st.lists(st.integers(0, 2), min_size=3, max_size=12))
@settings(max_examples=80, deadline=None)
def test_it_is_a_hat_value_of_one(values):
    x = np.column_stack([np.ones(len(values)), values])
    hat = np.diag(x @ np.linalg.pinv(x))
    assert rests_on_one(x) == (hat.max() > 1 - 1e-9)


def all_but_one(made, at: int, usual: float = 100.0, other: float = 80.0):
    table = made.table.drop(columns="change")
    start = np.where(table.index == at, other, usual)
    return outcomes_of(table.assign(baseline=start))


@pytest.mark.parametrize("at", [0, 5, 17])
def test_where_all_but_one_began_alike_changes_are_compared(at):
    found = compare(all_but_one(two_arms(12), at), "arm")
    top = found.estimates[0]
    assert top.method == "Welch's t on change"
    assert all(np.isfinite([top.low, top.high, top.p]))
    assert not any(one.method.startswith("ANCOVA") for one in found.estimates)


def test_two_who_began_otherwise_are_enough():
    made = all_but_one(two_arms(12), 0)
    table = made.table.drop(columns="change")
    made = outcomes_of(table.assign(baseline=table["baseline"].mask(table.index == 20, 70.0)))
    top = compare(made, "arm").estimates[0]
    assert top.method.startswith("ANCOVA") and np.isfinite(top.p)


def test_one_group_in_which_one_began_otherwise_has_no_line_of_its_own():
    table = two_arms(12).table.drop(columns="change")
    start = table["baseline"].mask(table["arm"] == "a", 60.0).mask(table.index == 3, 75.0)
    made = outcomes_of(table.assign(baseline=start))
    people = one_each(made, "arm")[0]
    assert np.isnan(interaction(people, ["a", "b"])[0])
    assert baseline_by_group(people, ("a", "b")) == ()
    assert compare(made, "arm").estimates[0].method.startswith("ANCOVA")


def test_four_cells_and_ordered_volumes_fall_back_too():
    made = all_but_one(crossing(even(12)), 7)
    assert {one.method for one in factorial(made).estimates} == {CELL_WELCH}
    volumes = outcomes_of(made.table.assign(drops_per_day=np.repeat([60.0, 90.0, 180.0], 16)))
    people = one_each(volumes, "drops_per_day")[0]
    assert slope(people, ["60", "90", "180"]).method == PLAIN
