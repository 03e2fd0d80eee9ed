"""Own slopes: each person's line first, then people, never days."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.days import reduce_log
from analysis.groups.weeks.slopes import own_slopes
from analysis.model import Log
from analysis.outcomes import Options, outcomes
from tests.groups.gaussian import cohort, cohorts, too_many


def slopes_of(rows: list[tuple], by: str = "arm", week: int = 12, visits: bool = False):
    columns = ["person", "arm", "week" if visits else "day", "vas"]
    told = pd.DataFrame(rows, columns=columns)
    tendons = told.drop_duplicates("person")[["person", "arm"]].rename(columns={"arm": by})
    days = reduce_log(Log().with_tables(pain=told, tendons=tendons))
    return own_slopes(days, outcomes(days, Options(week=week)), by)


def lines(arm: str, slopes: list[float], n_days: int = 84, step: int = 1) -> list[tuple]:
    return [
        (f"{arm}{i}", arm, day, 60 + slope * day / 7)
        for i, slope in enumerate(slopes)
        for day in range(0, n_days, step)
    ]


def test_a_persons_slope_is_that_of_numpys_polyfit():
    made = cohort(6, seed=1)
    found = own_slopes(made.days, made.outcomes, "arm").people.set_index("person")
    for tendon, name in enumerate(made.days.tendons["person"]):
        at = made.days.rows(tendon)
        pain, day = made.days.pain["morning"].mean[at], made.days.day[at]
        logged = ~np.isnan(pain)
        wanted = 7 * np.polyfit(day[logged], pain[logged], 1)[0]
        assert found.loc[name, "slope"] == pytest.approx(wanted, rel=1e-9)
        assert found.loc[name, "n"] == logged.sum()


def test_the_difference_is_scipys_welch_over_people():
    found = own_slopes(*_two(cohort(12, seed=2, slopes=(-3.0, -1.0))), "arm")
    a, b = (found.people.loc[found.people["group"] == g, "slope"] for g in "ab")
    wanted = stats.ttest_ind(a, b, equal_var=False)
    low, high = wanted.confidence_interval()
    top = found.estimates[0]
    assert (top.name, top.method) == ("a minus b", "Welch's t on own slopes")
    assert (top.estimate, top.p) == pytest.approx((a.mean() - b.mean(), wanted.pvalue))
    assert (top.low, top.high) == pytest.approx((low, high))
    assert top.unit == "points VAS 0-100 a week"
    assert top.n == {"a": 12, "b": 12}


def _two(made):
    return made.days, made.outcomes


def test_each_group_has_its_own_mean_beside_the_difference():
    found = slopes_of(lines("a", [-1, -2, -3, -4, -5]) + lines("b", [0, 1, 2, 3, 4]))
    assert [one.name for one in found.estimates] == [
        "a minus b",
        "Mean slope in a",
        "Mean slope in b",
    ]
    assert [one.estimate for one in found.estimates] == pytest.approx([-5.0, -3.0, 2.0])
    assert {one.unit for one in found.estimates} == {"points VAS 0-100 a week"}
    assert not any("change" in one.method for one in found.estimates)


@pytest.mark.parametrize(
    ("days", "step", "reason"),
    [
        (14, 1, "readings over fewer than 21 days"),
        (20, 1, "readings over fewer than 21 days"),
        (21, 1, ""),
        (26, 2, "fewer than 14 logged days"),
        (27, 2, ""),
    ],
)
def test_a_line_needs_fourteen_days_over_three_weeks(days, step, reason):
    found = slopes_of(lines("a", [-2.0], days, step))
    assert found.people["left_out"].tolist() == [reason]
    assert found.people["slope"].notna().tolist() == [reason == ""]


def test_days_after_the_week_asked_and_before_day_0_are_no_part_of_the_line():
    bent = [("a0", "a", day, 50.0 - max(day, 0)) for day in range(-7, 28)]
    rows = bent + [("a0", "a", day, 90.0) for day in range(28, 84)]
    found = slopes_of(rows, week=4).people.iloc[0]
    assert (found["slope"], found["n"], found["span"]) == pytest.approx((-7.0, 28, 28))


def test_three_visits_make_a_line_and_two_do_not():
    rows = [("x", "a", week, 70 - 2.0 * week) for week in (0, 6, 12)]
    rows += [("y", "a", week, 50.0) for week in (0, 12)]
    found = slopes_of(rows, visits=True).people.set_index("person")
    assert found.loc["x", "slope"] == pytest.approx(-2.0)
    assert found.loc["y", "left_out"] == "fewer than 3 visits"


def test_who_is_left_out_is_counted_with_the_reason():
    rows = lines("a", [-1, -2, -3, -4, -5]) + lines("b", [0, 1, 2, 3, 4])
    rows += [("late", "a", 0, 50.0)]
    top = slopes_of(rows).estimates[0]
    assert top.n == {"a": 5, "b": 5}
    assert [(out.reason, out.n) for out in top.left_out] == [("fewer than 14 logged days", 1)]


def test_groups_made_from_the_result_have_neither_interval_nor_p():
    rng = np.random.default_rng(3)
    rows = lines("yes", rng.normal(-4, 1, 12).tolist()) + lines("no", rng.normal(0, 1, 12).tolist())
    top = slopes_of(rows, by="satisfied_now").estimates[0]
    assert top.estimate == pytest.approx(4.0, abs=1.5)
    assert (top.low, top.high, top.p) == (None, None, None)
    assert "made from the result" in top.no_interval


def test_three_groups_are_set_side_by_side_all_together():
    found = own_slopes(*_two(cohort(8, seed=5, arms=3)), "arm")
    pairs = [one for one in found.estimates if " minus " in one.name]
    assert [one.name for one in pairs] == ["a minus b", "a minus c", "b minus c"]
    told = [found.people.loc[found.people["group"] == g, "slope"] for g in "abc"]
    wanted = stats.tukey_hsd(*told, equal_var=False)
    assert pairs[1].p == pytest.approx(wanted.pvalue[0, 2])


LEAVING = {"leave": 0.003, "with_pain": 0.35}
UNEQUAL = np.repeat([0.05, 0.5], 12)


def alarms(runs: int, **told) -> int:
    p = [own_slopes(*_two(made), "arm").estimates[0].p for made in cohorts(runs, **told)]
    assert len(p) == runs
    return sum(one < 0.05 for one in p)


@pytest.mark.parametrize(
    "told",
    [{"n": 8}, {"n": 20, **LEAVING}, {"n": 12, "missed": UNEQUAL}],
    ids=["8 each", "leaving with pain", "unequal logging"],
)
def test_nothing_is_found_where_nothing_is_true(told):
    assert not too_many(alarms(80, seed=1, **told), 80)


@pytest.mark.full
@pytest.mark.parametrize(
    "told",
    [{"n": 8}, {"n": 20, **LEAVING}, {"n": 12, "missed": UNEQUAL}],
    ids=["8 each", "leaving with pain", "unequal logging"],
)
def test_nothing_is_found_in_a_thousand_studies_where_nothing_is_true(told):
    assert not too_many(alarms(1000, seed=2, **told), 1000)
