"""Who counts as having less pain: the threshold, the bounds, the curve over all thresholds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.methods.responders import Threshold, responders, response, response_curve
from analysis.groups.methods.shares import answer_table
from tests.groups.cohorts import people_of


def fell(reached: dict[str, tuple[int, int]]) -> pd.DataFrame:
    """Return groups of which so many of so many fell by exactly 20."""
    return people_of({name: [-20.0] * k + [-19.9] * (n - k) for name, (k, n) in reached.items()})


def test_shares_and_newcombes_published_difference():
    a, b, difference = responders(fell({"a": (56, 70), "b": (48, 80)}), Threshold())[:3]
    assert (a.estimate, b.estimate) == (80.0, 60.0)
    got = [difference.estimate, difference.low, difference.high]
    assert got == pytest.approx([20.0, 5.24, 33.39], abs=0.005)
    assert difference.p is None
    assert "one person more of every 5.0 (3.0 to 19.1)" in difference.warnings[-1]


def test_two_groups_are_tested_and_three_are_not():
    two = responders(fell({"a": (7, 10), "b": (1, 10)}), Threshold())
    assert [one.method for one in two if one.p is not None] == [
        "Boschloo's exact test",
        "Fisher's exact test",
    ]
    three = responders(fell({"a": (7, 10), "b": (1, 10), "c": (3, 10)}), Threshold())
    assert [one.p for one in three] == [None] * 6


def test_percent_is_of_ones_own_start_and_nobody_starts_from_none():
    told = pd.DataFrame({"group": "a", "baseline": [50.0, 50, 0, 0], "left_out": ""})
    told = told.assign(change=[-15.0, -14, 0, 10])
    found = response(told, Threshold(30, "%"))["a"]
    assert (found.yes, found.known, found.unknown) == (1, 2, 2)
    assert "no pain at the start" in found.missing[0].reason


def test_who_has_no_end_is_a_row_of_their_own_and_bounds_the_difference():
    people = fell({"a": (6, 8), "b": (3, 10)})
    lost = people.tail(1).assign(group="a", left_out="no pain in the week asked")
    told = pd.concat([people, lost, lost], ignore_index=True)
    share, _, difference, *_ = responders(told, Threshold())
    assert "between 60 %" in share.warnings[0] and "80 %" in share.warnings[0]
    assert "between 30 and 50" in difference.warnings[0]
    assert [(out.reason, out.n) for out in difference.left_out] == [
        ("no pain in the week asked", 2)
    ]
    table = answer_table(response(told, Threshold()))
    assert table["a"].to_dict() == {"yes": 6, "no": 2, "not known": 2, "all": 10}


@pytest.mark.parametrize(("n", "share", "low"), [(2, None, None), (4, 50.0, None)])
def test_few_people_have_a_share_without_an_interval_and_fewer_none(n, share, low):
    found = responders(fell({"a": (n // 2, n), "b": (5, 10)}), Threshold())
    assert (found[0].estimate, found[0].low) == (share, low)
    assert found[2].low is None and found[3].p is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-100, 40), min_size=1, max_size=15), st.integers(0, 100))
def test_the_curve_is_the_share_at_every_threshold_and_never_rises(changes, at):
    curve = response_curve(people_of({"a": changes, "b": [0.0]}))
    a = curve[curve["group"] == "a"]
    assert a["threshold"].tolist() == list(range(101))
    assert a["share"].iloc[at] == pytest.approx(100 * np.mean(-np.array(changes) >= at))
    assert (a["share"].diff().dropna() <= 0).all()
    assert (a["n"] == len(changes)).all()


def test_the_curve_in_percent_leaves_out_who_began_without_pain():
    told = people_of({"a": [-30.0, -60.0, 0.0]}).assign(baseline=[60.0, 60, 0])
    curve = response_curve(told, "%").set_index("threshold")
    assert curve.loc[[50, 51, 100], "share"].tolist() == [100.0, 50.0, 50.0]
    assert curve["n"].unique().tolist() == [2]


def test_a_group_of_which_nobody_is_known_has_no_share_rather_than_none_of_it():
    told = people_of({"a": [-30.0], "b": [-5.0]}).assign(left_out=["", "no end"])
    curve = response_curve(told)
    assert curve.loc[curve["group"] == "b", "share"].isna().all()


@pytest.mark.parametrize(("size", "unit"), [(0, "points"), (101, "%"), (20, "kg")])
def test_a_threshold_is_points_or_percent_up_to_100(size, unit):
    with pytest.raises(ValueError, match="threshold"):
        Threshold(size, unit)


def test_the_bounds_of_a_difference_count_those_not_known_of_both_groups():
    people = fell({"a": (6, 8), "b": (3, 8)})
    lost = people.tail(1).assign(left_out="no end")
    told = pd.concat([people, lost.assign(group="a"), lost, lost], ignore_index=True)
    difference = responders(told, Threshold())[2]
    assert (
        f"between {100 * (6 / 9 - 5 / 10):.0f} and {100 * (7 / 9 - 3 / 10):.0f}"
        in (difference.warnings[0])
    )
