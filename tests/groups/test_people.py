"""One row per person, one name per group, and everyone accounted for."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.people import NO_GROUP, counts, group_words, in_order, one_each, tally, used
from tests.groups.cohorts import outcomes_of, two_arms

GONE = "no reading at week 12"


def with_twin(**twin):
    table = two_arms(3).table
    return outcomes_of(pd.concat([table, table.head(1).assign(**twin)], ignore_index=True))


def test_numbers_name_groups_without_a_decimal_point_and_missing_names_none():
    words = group_words(pd.Series([90.0, 180.0, 2.5, None]))
    assert words.tolist()[:3] == ["90", "180", "2.5"]
    assert words.isna().tolist() == [False, False, False, True]


@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=8, unique=True))
@settings(max_examples=30, deadline=None)
def test_different_numbers_are_different_groups(numbers):
    assert group_words(pd.Series(numbers, dtype="float64")).tolist() == [str(n) for n in numbers]


def test_groups_stand_by_size_or_by_letter_and_missing_is_no_group():
    assert in_order(pd.Series(["180", "90", None, "1000", "90"])) == ["90", "180", "1000"]
    assert in_order(pd.Series(["step", "90", "flat"])) == ["90", "flat", "step"]
    assert in_order(pd.Series([None, None], dtype="str")) == []


@pytest.mark.parametrize(("baseline", "side"), [(1.0, "left"), (99.0, "right")])
def test_of_two_tendons_the_one_with_more_pain_at_the_start_stands(baseline, side):
    twins = with_twin(side="right", baseline=baseline)
    twins = outcomes_of(twins.table.assign(side=twins.table["side"].fillna("left")))
    people, (note,) = one_each(twins, "arm")
    assert sorted(people["person"]) == [f"p{i}" for i in range(6)]
    assert people.set_index("person").loc["p0", "side"] == side
    assert note.startswith("1 person with two tendons")


def test_a_tendon_without_a_baseline_does_not_stand_before_one_that_has_it():
    people, _ = one_each(with_twin(baseline=np.nan, left_out=GONE), "arm")
    assert people["baseline"].notna().all()


def test_one_tendon_each_needs_no_note():
    assert one_each(two_arms(3), "arm")[1] == ()


def test_a_person_without_a_group_is_left_out_by_that_name():
    table = two_arms(3).table
    table = table.assign(arm=table["arm"].mask(table.index == 0))
    people, _ = one_each(outcomes_of(table), "arm")
    assert people["left_out"].tolist() == [NO_GROUP, "", "", "", "", ""]
    assert counts(used(people), ["a", "b"]) == {"a": 2, "b": 3}


def test_a_reason_the_log_gave_stays_where_the_group_is_missing_too():
    table = two_arms(3).table
    first = table.index == 0
    table = table.assign(arm=table["arm"].mask(first), left_out=np.where(first, GONE, ""))
    assert one_each(outcomes_of(table), "arm")[0]["left_out"].tolist()[0] == GONE


def test_the_table_given_is_not_changed():
    outcomes = with_twin(baseline=99.0)
    before = outcomes.table.copy()
    one_each(outcomes, "arm")
    pd.testing.assert_frame_equal(outcomes.table, before)


def test_columns_to_choose_from_are_named_where_one_is_unknown():
    with pytest.raises(ValueError, match=r"no column 'colour'.*choose one of.*protocol"):
        one_each(two_arms(3), "colour")


MEMBER = st.tuples(st.sampled_from(["90", "180", None]), st.sampled_from(["", GONE, "no pain"]))


@given(st.lists(MEMBER, min_size=1, max_size=20))
@settings(max_examples=30, deadline=None)
def test_the_tally_accounts_for_everyone_once(members):
    people = pd.DataFrame(members, columns=["group", "left_out"], dtype="str")
    found = tally(people).set_index("group")
    reasons = [name for name in found if name != "started"]
    assert found["started"].sum() == len(members)
    assert (found[reasons].sum(axis=1) == found["started"]).all()
    for group, reason in {m for m in members if m[0] is not None}:
        expected = sum(m == (group, reason) for m in members)
        assert found.loc[group, reason or "in the number"] == expected
    assert list(found.index) == [g for g in ("90", "180", NO_GROUP) if g in found.index]
