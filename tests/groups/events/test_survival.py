"""Time to an event: R's published numbers, and nothing said beyond the follow-up."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.groups.events.first_day import PainFree
from analysis.groups.events.kaplan_meier import kaplan_meier
from analysis.groups.events.survival import survival, time_to_pain_free, time_to_return
from tests.groups.gaussian import cohort, cohorts, too_many

# Acute myelogenous leukaemia (Miller 1997), `aml` of R's survival package.
AML = {
    "kept on": ([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]),
    "stopped": ([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], [1] * 5 + [0] + [1] * 6),
}
# Remission in weeks (Freireich 1963; Gehan 1965), `gehan` of R's MASS package.
GEHAN = {
    "6-MP": (
        [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
    ),
    "control": (
        [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        [1] * 21,
    ),
}


def people_of(groups: dict[str, tuple]) -> pd.DataFrame:
    parts = [
        pd.DataFrame({"group": name, "day": np.array(day, float), "happened": np.array(told) == 1})
        for name, (day, told) in groups.items()
    ]
    told = pd.concat(parts, ignore_index=True)
    return told.assign(person=told.index.astype(str), left_out="")


def of(groups: dict[str, tuple], week: int = 4, by: str = "arm"):
    return survival(people_of(groups), by, week, "pain free", "a rule")


def named(found, start: str):
    (one,) = [e for e in found.estimates if e.name.startswith(start)]
    return one


def test_medians_and_their_limits_are_those_of_r():
    # survfit(Surv(time, status) ~ x, data = aml, conf.type = "log-log"): 31 (13, NA); 23 (5, 33)
    found = of(AML)
    kept, stopped = (named(found, f"Median time until pain free in {name}") for name in AML)
    assert (kept.estimate, kept.low, kept.high) == (31.0, 13.0, np.inf)
    assert kept.warnings == ("The upper limit is not reached.",)
    assert kept.as_dict()["high"] is None
    assert (stopped.estimate, stopped.low, stopped.high) == (23.0, 5.0, 33.0)
    assert kept.n == {"kept on": 11}


def test_the_log_rank_test_is_that_of_r():
    # survdiff(Surv(time, status) ~ x, data = aml): chisq 3.4, p 0.0653
    test = named(of(AML), "Time until pain free")
    assert (test.estimate, test.p) == pytest.approx((3.396, 0.0653), abs=5e-4)
    assert (test.low, test.n) == (None, {"kept on": 11, "stopped": 12})
    # survdiff(Surv(time, cens) ~ treat, data = gehan): chisq 16.8
    assert named(of(GEHAN), "Time until pain free").estimate == pytest.approx(16.79, abs=0.005)


def test_the_curve_of_the_6_mp_group_is_the_published_one():
    curve = kaplan_meier(np.array(GEHAN["6-MP"][0]), np.array(GEHAN["6-MP"][1]) == 1)
    assert curve.day.tolist() == [6, 7, 10, 13, 16, 22, 23]
    published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert 1 - curve.share / 100 == pytest.approx(published, abs=5e-4)
    assert curve.median()[0] == 23


def test_limits_of_the_curve_are_those_of_r():
    # summary(survfit(..., conf.type = "log-log")) of aml, day 9: 0.909 (0.508, 0.987)
    day, told = AML["kept on"]
    curve = kaplan_meier(np.array(day), np.array(told) == 1)
    assert 100 - curve.high[0] == pytest.approx(50.8, abs=0.05)
    assert 100 - curve.low[0] == pytest.approx(98.7, abs=0.05)


def test_a_last_step_to_everybody_is_no_limit_of_the_median():
    # As R's survmean, which reads limits where they are defined: at a share of 100 % they are not.
    curve = kaplan_meier(np.arange(1.0, 6.0), np.ones(5, dtype=bool))
    known = curve.low[~np.isnan(curve.low)]
    low, high = curve.limits_of_median
    assert np.isnan(curve.low[-1])
    assert high == (curve.day[:-1][known >= 50][0] if (known >= 50).any() else np.inf)
    assert low == curve.day[:-1][curve.high[:-1] >= 50][0]
    late = kaplan_meier(np.array([9.0, 9, 9, 9, 11, 11]), np.array([0, 0, 0, 1, 1, 1]) == 1)
    assert late.limits_of_median[1] == np.inf


TIMES = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=25)


@given(TIMES)
@settings(max_examples=60, deadline=None)
def test_the_share_is_the_product_of_those_who_go_on(times):
    day = np.array([float(d) for d, _ in times])
    told = np.array([t for _, t in times])
    curve = kaplan_meier(day, told)
    for at in range(31):
        left, variance = 1.0, 0.0
        for step in sorted({d for d, t in zip(day, told, strict=True) if t and d <= at}):
            risk, events = (day >= step).sum(), ((day == step) & told).sum()
            left *= 1 - events / risk
            variance += events / risk / (risk - events) if risk > events else np.inf
        share, low, high = curve.share_on(at)
        assert share == pytest.approx(100 * (1 - left), abs=1e-9)
        if 0 < left < 1:
            width = 1.959964 * np.sqrt(variance) / abs(np.log(left))
            limits = [100 - 100 * left ** np.exp(sign * width) for sign in (-1, 1)]
            assert [low, high] == pytest.approx(limits, abs=1e-4)


def test_the_share_by_the_last_week_has_its_interval_and_the_difference_both():
    found = of(AML, week=4)
    a, b = (named(found, f"Pain free by the end of week 4 in {name}") for name in AML)
    between = named(found, "Pain free by the end of week 4, kept on minus stopped")
    assert a.estimate == pytest.approx(100 * (1 - 0.61364), abs=0.001)
    assert between.estimate == pytest.approx(a.estimate - b.estimate)
    assert between.low == pytest.approx(
        between.estimate - np.hypot(a.estimate - a.low, b.high - b.estimate)
    )
    assert (between.p, between.unit) == (None, "percentage points")


def test_a_median_that_is_not_reached_says_so():
    days, told = list(range(60, 84)), [1] * 9 + [0] * 15
    one = named(of({"x": (days, told)}, week=12), "Median")
    assert one.estimate is None
    assert one.no_interval.startswith("not reached; 95 % interval from day")
    assert named(of({"x": ([30] * 6, [0] * 6)}), "Median").no_interval == "not reached"


def test_nothing_is_said_of_a_week_nobody_was_followed_into():
    found = of({"x": ([10, 20, 30, 40, 50, 60], [1, 0, 1, 0, 0, 0])}, week=12)
    one = named(found, "Pain free by the end")
    assert (one.estimate, one.no_interval) == (None, "nobody is followed into week 12")
    everyone = of({"x": ([10, 20, 30, 40, 50, 60], [1] * 6)}, week=12)
    assert named(everyone, "Pain free by the end").estimate == 100.0


@pytest.mark.parametrize(
    ("n", "number", "interval"), [(2, False, False), (4, True, False), (5, True, True)]
)
def test_the_smallest_group_decides_what_is_offered(n, number, interval):
    few = ([3.0, 9.0, 15.0, 30.0, 83.0][-n:], [1, 1, 1, 1, 0][-n:])
    found = of({"a": few, "b": AML["stopped"]}, week=12)
    median = named(found, "Median time until pain free in a")
    share = named(found, "Pain free by the end of week 12 in a")
    assert (median.estimate is not None, share.estimate is not None) == (number, number)
    assert (share.low is not None) == interval
    assert (named(found, "Time until").p is not None) == interval
    assert any("Very small" in said for said in share.warnings) == interval


def test_the_table_beneath_counts_everyone_at_every_fortnight():
    found = of(AML, week=4).at_risk
    told = found[found["group"] == "kept on"].set_index("day")
    assert told.index.tolist() == [0, 14, 28]
    assert told["at_risk"].tolist() == [11, 8, 6]
    assert (told["at_risk"] + told["happened"] + told["ended"] == 11).all()


def test_groups_made_from_the_result_are_not_tested():
    found = of(AML, by="satisfied")
    assert all(one.p is None for one in found.estimates)
    assert not any(one.name.startswith("Time until") for one in found.estimates)
    between = named(found, "Pain free by the end of week 4, ")
    assert (between.low, "made from the result" in between.no_interval) == (None, True)


@pytest.mark.parametrize("days", [([6] * 6, [6] * 6), ([1] * 6, list(range(6, 12)))])
def test_where_groups_were_never_followed_together_there_is_no_test(days):
    early, late = days
    found = of({"a": (early, [early[0] == 6] * 6), "b": (late, [1] * 6)})
    one = named(found, "Time until")
    assert (one.estimate, one.p) == (None, None)
    assert one.no_interval.startswith("groups were never followed together")


def test_three_groups_have_one_test_of_all():
    found = of({**AML, "third": GEHAN["control"]})
    assert named(found, "Time until pain free, all groups").p is not None


def test_leaving_early_is_said_and_full_follow_up_is_not():
    early = of({"x": ([5, 6, 83, 83, 83], [0, 1, 0, 0, 0])}, week=12)
    assert early.notes[0].startswith("1 of 5 people were followed for less than 12 weeks")
    assert of({"x": ([6, 83, 83, 83, 83], [1, 0, 0, 0, 0])}, week=12).notes == ()


def test_a_cohort_is_followed_from_its_diaries():
    made = cohort(30, seed=1, slopes=(-6.0, -3.0), leave=0.001)
    rule = PainFree(at_most=20)
    found = time_to_pain_free(made.days, made.outcomes, "arm", rule)
    assert found.rule == str(rule)
    shares = [named(found, f"Pain free by the end of week 12 in {g}").estimate for g in "ab"]
    assert shares[0] > shares[1] + 20
    assert named(found, "Time until pain free, a minus b").p < 0.01
    nobody = time_to_return(made.days, made.outcomes, "arm")
    assert named(nobody, "Time until back in activity").no_interval == "nobody had got there"


def alarms(runs: int, n: int, seed: int) -> int:
    told = {"slopes": (-5.0, -5.0), "leave": 0.002, "with_pain": 0.35}
    rule = PainFree(at_most=20, days=3)
    p = []
    for made in cohorts(runs, n, seed, **told):
        found = time_to_pain_free(made.days, made.outcomes, "arm", rule)
        p.append(named(found, "Time until pain free, ").p)
    assert sum(one is not None for one in p) > 0.95 * runs
    return sum(one < 0.05 for one in p if one is not None)


def test_nothing_is_found_where_nothing_is_true():
    assert not too_many(alarms(40, 20, seed=5), 40)


@pytest.mark.full
@pytest.mark.parametrize("n", [10, 20])
def test_nothing_is_found_in_a_thousand_studies_where_nothing_is_true(n):
    assert not too_many(alarms(1000, n, seed=6), 1000)
