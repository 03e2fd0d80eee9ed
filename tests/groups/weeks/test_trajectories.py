"""People are averaged within themselves first, and weeks need enough days."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.days import reduce_log
from analysis.groups.people import one_each
from analysis.groups.weeks.trajectories import person_weeks, standing, weekly_by_group
from analysis.model import Log
from analysis.outcomes import Options, outcomes

GROUPS = pd.Series({"a": "x", "b": "x", "c": "x"})
VAS = st.one_of(st.none(), st.sampled_from([0.0, 30.0, 30.5, 80.0]))


def days_of(rows):
    frame = pd.DataFrame(rows, columns=["person", "day", "vas"])
    return reduce_log(Log().with_tables(pain=frame))


def means_of(days):
    return weekly_by_group(person_weeks(days, "unspecified", GROUPS))


def test_a_person_who_logs_more_weighs_no_more():
    rows = [("a", day, 10.0) for day in range(7)] + [("b", day, 40.0) for day in range(3)]
    means = means_of(days_of(rows))
    assert means.loc[0, ["mean", "n"]].tolist() == [25.0, 2]


def test_a_week_of_two_days_does_not_count_and_a_visit_does():
    assert person_weeks(days_of([("a", 0, 1.0), ("a", 1, 1.0)]), "unspecified", GROUPS).empty
    visits = pd.DataFrame({"person": "a", "week": [0, 12], "vas": [50.0, 20.0]})
    weeks = person_weeks(reduce_log(Log().with_tables(pain=visits)), "unspecified", GROUPS)
    assert weeks["week"].tolist() == [0, 12]
    assert weeks["mean"].tolist() == [50.0, 20.0]


def two_tendons(left: list[float], right: list[float]):
    """Return person a with both tendons, pain of week 0, 6 and so on."""
    sides = {"left": left, "right": right}
    rows = [("a", 6 * i, s, vas) for s, told in sides.items() for i, vas in enumerate(told)]
    told = pd.DataFrame(rows, columns=["person", "week", "side", "vas"])
    return reduce_log(Log().with_tables(pain=told))


def test_of_two_tendons_the_one_with_more_pain_at_the_start_stands_all_the_way():
    days = two_tendons([30.0, 50.0, 70.0], [40.0, 20.0, 5.0])
    assert person_weeks(days, "unspecified", GROUPS)["mean"].tolist() == [40.0, 20.0, 5.0]
    assert means_of(days)["n"].tolist() == [1, 1, 1]


@given(st.lists(st.tuples(VAS, VAS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_the_weeks_and_the_comparison_choose_the_same_tendon(starts):
    rows = [
        (f"p{i}", week, side, vas)
        for i, pair in enumerate(starts)
        for side, vas in zip(("left", "right"), pair, strict=True)
        for week in ((0, 12) if vas is not None else (12,))
        for vas in (1.0 if vas is None else vas,)
    ]
    told = pd.DataFrame(rows, columns=["person", "week", "side", "vas"])
    arms = told.drop_duplicates("person")[["person"]].assign(arm="x")
    days = reduce_log(Log().with_tables(pain=told, tendons=arms))
    people, _ = one_each(outcomes(days, Options(context="unspecified")), "arm")
    stands = days.tendons.loc[standing(days, "unspecified"), ["person", "side"]]
    assert people[["person", "side"]].to_numpy().tolist() == stands.to_numpy().tolist()


def test_below_three_people_a_mean_has_no_interval():
    rows = [(person, day, vas) for person, vas in (("a", 10.0), ("b", 20.0)) for day in range(3)]
    row = means_of(days_of(rows)).iloc[0]
    assert (row["mean"], row["n"]) == (15.0, 2)
    assert np.isnan(row["low"]) and np.isnan(row["high"])


def test_who_has_no_group_is_not_in_the_weeks():
    rows = [(person, day, 10.0) for person in ("a", "z") for day in range(3)]
    assert person_weeks(days_of(rows), "unspecified", GROUPS)["person"].tolist() == ["a"]


def test_the_interval_is_students_over_people():
    values = {"a": 10.0, "b": 20.0, "c": 60.0}
    rows = [(person, day, vas) for person, vas in values.items() for day in range(3)]
    row = means_of(days_of(rows)).iloc[0]
    told = np.array(list(values.values()))
    half = stats.t.ppf(0.975, 2) * told.std(ddof=1) / np.sqrt(3)
    assert row["low"] == pytest.approx(told.mean() - half)
    assert row["high"] == pytest.approx(told.mean() + half)
