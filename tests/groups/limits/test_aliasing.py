"""Columns that cannot be told apart are found by the rank that they leave."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.limits.aliasing import fewest_telling, jointly_told, levels, told_by

FRAME = pd.DataFrame(
    {
        "surface": ["flat", "step", "flat"] * 2,
        "knee": ["straight", "bent", "bent"] * 2,
        "site": ["insertional", "insertional", "midportion"] * 2,
        "sex": ["f"] * 3 + ["m"] * 3,
    }
)


def test_a_factor_with_no_part_in_it_is_not_among_those_that_tell():
    assert fewest_telling(FRAME, "surface", ["sex", "knee", "site"]) == ["knee", "site"]
    assert fewest_telling(FRAME, "surface", ["sex", "knee"]) == []
    assert fewest_telling(FRAME.assign(surface="flat"), "surface", ["knee", "site"]) == []


def test_three_values_are_told_where_one_of_their_differences_is():
    told = pd.DataFrame({"dose": ["60", "90", "180", "180"], "surface": ["f", "f", "s", "s"]})
    assert jointly_told(told, "dose", ["surface"])
    assert not jointly_told(pd.concat([told, told.assign(surface="f")]), "dose", ["surface"])


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("pq")),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_a_factor_is_told_where_least_squares_leaves_nothing_of_it(rows):
    frame = pd.DataFrame(rows, columns=["one", "two", "three"])
    column = (frame["one"] == "b").to_numpy(float)
    others = np.hstack([np.ones((len(frame), 1)), levels(frame["two"]), levels(frame["three"])])
    left = column - others @ np.linalg.lstsq(others, column, rcond=None)[0]
    several = frame["one"].nunique() > 1
    assert jointly_told(frame, "one", ["two", "three"]) == (several and np.abs(left).max() < 1e-9)
    assert several is False or told_by(column, others) == (np.abs(left).max() < 1e-9)
