"""The mixed model: statsmodels' numbers, honest when it fails, near the truth when people leave."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.days import reduce_log
from analysis.groups.comparison import compare
from analysis.groups.limits.banners import SURVIVORS, banners
from analysis.groups.weeks import mixed as module
from analysis.groups.weeks.mixed import mixed, too_little
from analysis.groups.weeks.slopes import own_slopes
from analysis.groups.weeks.trajectories import person_weeks
from analysis.model import Log
from analysis.outcomes import Options, outcomes
from tests.groups.gaussian import cohort, cohorts, too_many

LEAVING = {"leave": 0.0025, "with_pain": 0.9, "slope_sd": 1.8}
"""About three in ten leave, the sorer the sooner."""


def of(made):
    return mixed(made.days, made.outcomes, "arm")


def test_the_difference_of_slopes_is_the_formula_interfaces():
    import statsmodels.formula.api as smf

    made = cohort(15, seed=3, slopes=(-3.0, -1.0))
    groups = made.outcomes.table.set_index("person")["arm"]
    rows = person_weeks(made.days, "morning", groups)
    rows = rows.assign(vas=rows["mean"], week_c=rows["week"] - rows["week"].mean())
    fit = smf.mixedlm(
        "vas ~ week_c * C(group)", rows, groups=rows["person"], re_formula="~week_c"
    ).fit(method=["lbfgs", "powell", "bfgs"])
    name = "week_c:C(group)[T.b]"
    half = fit.bse[name] * stats.t.ppf(0.975, 28)
    top = of(made).estimates[0]
    assert top.name == "a minus b"
    assert top.estimate == pytest.approx(-fit.params[name], rel=1e-4)
    assert top.high - top.estimate == pytest.approx(half, rel=1e-3)
    assert top.p == pytest.approx(2 * stats.t.sf(abs(fit.tvalues[name]), 28), rel=1e-2)


def test_with_nobody_missing_the_means_of_the_model_are_the_bare_ones():
    weeks = of(cohort(12, seed=4, missed=0.0)).weeks
    assert weeks["mean"].to_numpy() == pytest.approx(weeks["bare"].to_numpy(), abs=1e-6)
    assert (weeks["n"] == 12).all()


def test_means_go_their_own_way_from_week_to_week():
    made = cohort(12, seed=4, missed=0.0)
    bent = made.days.pain["morning"].mean
    bent += 20 * (made.days.day >= 70)
    weeks = of(made).weeks.set_index(["group", "week"])
    assert weeks.loc[("a", 12), "mean"] == pytest.approx(weeks.loc[("a", 12), "bare"], abs=1e-6)


def off_the_truth(runs: int, seed: int) -> tuple[float, float]:
    """Return how far the last week's mean is off on average, of the model and bare.

    Every study has the banner that names those who left.
    """
    model, bare = [], []
    for made in cohorts(runs, 30, seed, **LEAVING):
        told = banners(made.outcomes, compare(made.outcomes, "arm"), made.days)
        found = {one.key: one for one in told}
        gone = int((made.outcomes.table["left"] == "yes").sum())
        assert 9 <= gone <= 27, "about three in ten of sixty leave"
        assert found["leavers"].sentence.startswith(f"{gone} of 60 people stopped before week 12")
        assert SURVIVORS in found["leavers"].switches
        last = of(made).weeks.query("week == 12").set_index("group")
        truth = np.array([made.whole[made.arm == arm, -7:].mean() for arm in (0, 1)])
        model += list(last["mean"] - truth)
        bare += list(last["bare"] - truth)
    return float(np.mean(model)), float(np.mean(bare))


def test_where_the_sorer_leave_the_model_stays_near_the_truth_and_the_bare_mean_does_not():
    model, bare = off_the_truth(6, seed=6)
    assert abs(model) < 3
    assert bare < -4


@pytest.mark.full
def test_near_the_truth_over_sixty_studies():
    model, bare = off_the_truth(60, seed=7)
    assert abs(model) < 3
    assert bare < -4


@pytest.mark.parametrize(("n", "weeks", "reason"), [(9, 12, "10 people"), (10, 3, "4 weeks")])
def test_too_few_people_or_weeks_are_refused(n, weeks, reason):
    made = cohort(n, seed=5)
    few = outcomes(made.days, Options(week=weeks))
    found = mixed(made.days, few, "arm")
    assert {one.estimate for one in found.estimates} == {None}
    assert all(reason in one.no_interval for one in found.estimates)
    assert found.weeks["mean"].isna().all() and found.weeks["bare"].notna().all()


def test_a_model_that_does_not_settle_gives_way_to_own_slopes_and_says_so(monkeypatch):
    monkeypatch.setattr(module, "random_lines", lambda *_: None)
    made = cohort(12, seed=9)
    found = of(made)
    top, own = found.estimates[0], own_slopes(made.days, made.outcomes, "arm").estimates[0]
    assert not found.settled
    assert (top.method, top.estimate, top.p) == (own.method, own.estimate, own.p)
    assert any("did not settle" in said for said in top.warnings)
    assert [one.estimate for one in found.estimates[1:]] == [None, None]


def test_who_has_no_counted_week_is_said():
    made = cohort(11, seed=10)
    table = pd.DataFrame({"person": ["late"] * 2, "day": [0.0, 1.0], "vas": [50.0, 50.0]})
    rows = person_weeks(made.days, "morning", made.outcomes.table.set_index("person")["arm"])
    told = rows.loc[rows.index.repeat(3)].assign(
        day=lambda r: 7 * (r["week"] - 1) + r.groupby(["person", "week"]).cumcount(),
        vas=rows["mean"],
    )[["person", "day", "vas"]]
    arms = made.outcomes.table[["person", "arm"]]
    late = pd.DataFrame({"person": ["late"], "arm": ["a"]})
    log = Log().with_tables(pain=pd.concat([told, table]), tendons=pd.concat([arms, late]))
    days = reduce_log(log)
    top = mixed(days, outcomes(days), "arm").estimates[0]
    assert top.n == {"a": 11, "b": 11}
    assert [(o.reason, o.n) for o in top.left_out] == [("no week with enough logged days", 1)]


def test_three_groups_have_holms_p_beside_their_own():
    found = of(cohort(12, seed=11, arms=3)).estimates[:3]
    raw = sorted(one.p for one in found)
    assert all("Over 3 pairs, Holm's p" in one.warnings[-1] for one in found)
    smallest = min(found, key=lambda one: one.p)
    assert f"{min(3 * raw[0], 1):.3f}" in smallest.warnings[-1]


def test_groups_made_from_the_result_have_no_p_between_them():
    made = cohort(12, seed=12)
    told = made.outcomes.table.rename(columns={"arm": "responder"})
    changed = type(made.outcomes)(told, "morning", "first week", 12, ())
    top, *last = mixed(made.days, changed, "responder").estimates
    assert (top.low, top.high, top.p) == (None, None, None)
    assert top.estimate is not None
    assert all(one.p is None and one.low is not None for one in last)


def alarms(runs: int, n: int, seed: int) -> int:
    made = cohorts(runs, n, seed, leave=0.002, with_pain=0.35)
    p = [p for one in made if (p := of(one).estimates[0].p) is not None]
    assert len(p) > 0.9 * runs
    return sum(one < 0.05 for one in p)


def test_nothing_is_found_where_nothing_is_true():
    assert not too_many(alarms(12, 12, seed=13), 12)


@pytest.mark.full
@pytest.mark.parametrize("n", [12, 20])
def test_nothing_is_found_in_two_hundred_studies_where_nothing_is_true(n):
    assert not too_many(alarms(200, n, seed=14), 200)


def test_what_cannot_carry_the_model_is_said_without_fitting_it():
    assert too_little(cohort(9, seed=5).days, cohort(9, seed=5).outcomes, "arm") == (
        "fewer than 10 people in a group"
    )
    made = cohort(10, seed=5)
    assert too_little(made.days, made.outcomes, "arm") == ""
    assert too_little(made.days, outcomes(made.days, Options(week=3)), "arm") == (
        "fewer than 4 weeks"
    )
