"""Shares by Wilson, differences by Newcombe, and what is not known counted by itself."""

import numpy as np
import pandas as pd
import pytest

from analysis.groups.methods.further import by_share
from tests.groups.cohorts import outcomes_of


def returned(outcomes, by):
    """Return shares and differences, without the test that stands by itself."""
    return [one for one in by_share(outcomes, by, ())[0].estimates if "tested" not in one.name]


def cohort(k1, n1, k2, n2, unknown=0):
    answers = ["yes"] * k1 + ["no"] * (n1 - k1) + [None] * unknown + ["yes"] * k2
    answers += ["no"] * (n2 - k2)
    arm = ["a"] * (n1 + unknown) + ["b"] * n2
    told = {"arm": arm, "returned_to_activity": pd.Series(answers, dtype="str")}
    return outcomes_of(pd.DataFrame({**told, "baseline": 60.0, "end": 40.0}))


def test_newcombes_published_example():
    difference = returned(cohort(56, 70, 48, 80), "arm")[-1]
    found = [difference.estimate, difference.low, difference.high]
    assert found == pytest.approx([20.00, 5.24, 33.39], abs=0.005)
    assert difference.p is None


def test_shares_have_wilsons_interval():
    share = returned(cohort(18, 27, 1, 2), "arm")[0]
    z = 1.959963984540054
    middle, total = (18 + z * z / 2) / (27 + z * z), 27 + z * z
    half = z / total * np.sqrt(18 * 9 / 27 + z * z / 4)
    assert (share.low, share.high) == pytest.approx((100 * (middle - half), 100 * (middle + half)))


@pytest.mark.parametrize("counts", [(0, 10, 0, 20), (10, 10, 0, 10), (6, 7, 2, 7)])
def test_small_tables_have_an_interval_too(counts):
    difference = returned(cohort(*counts), "arm")[-1]
    assert -100 <= difference.low <= difference.estimate <= difference.high <= 100


def test_who_is_not_known_is_counted_and_bounds_say_what_they_could_change():
    share = returned(cohort(5, 10, 5, 10, unknown=10), "arm")[0]
    assert share.n == {"a": 10}
    assert [(out.reason, out.n) for out in share.left_out] == [("return not known", 10)]
    assert "between 25 %" in share.warnings[0] and "75 %" in share.warnings[0]


def test_a_difference_of_shares_counts_who_is_not_known_and_uses_the_rest():
    found = returned(cohort(56, 70, 48, 80, unknown=9), "arm")[-1]
    assert found.n == {"a": 70, "b": 80}
    assert [(out.reason, out.n) for out in found.left_out] == [("return not known", 9)]
    assert (found.low, found.high) == pytest.approx((5.24, 33.39), abs=0.005)


def test_a_person_with_two_tendons_returns_once():
    outcomes = cohort(6, 10, 4, 10)
    twin = outcomes.table.head(1).assign(side="right", baseline=10.0)
    both = outcomes_of(pd.concat([outcomes.table, twin], ignore_index=True))
    assert returned(both, "arm")[0].n == {"a": 10}
    assert returned(both, "arm")[0].estimate == pytest.approx(60.0)


def test_nobody_known_gives_no_number_and_no_difference():
    found = returned(cohort(0, 0, 5, 10, unknown=4), "arm")
    assert found[0].estimate is None
    assert len(found) == 2


def test_groups_made_from_the_result_have_shares_and_no_interval_between_them():
    outcomes = cohort(5, 10, 3, 10)
    table = outcomes.table.assign(satisfied=outcomes.table["arm"])
    *shares, difference = returned(outcomes_of(table), "satisfied")
    assert [share.low is None for share in shares] == [False, False]
    assert difference.estimate == pytest.approx(20.0)
    assert (difference.low, difference.high, difference.p) == (None, None, None)
    assert "made from the result" in difference.no_interval
