"""People needed: R's and statsmodels' numbers where they have them, simulation where not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.planning.formula import detectable, people_needed, power_curve
from analysis.planning.pain import PainPlan
from analysis.planning.plan import INTERACTION, LAYOUTS, ONE_FACTOR
from analysis.planning.scatter import Scatter

EQUAL = Scatter(end_sd=20.0, baseline_sd=20.0, r=0.5)
CHANGE = PainPlan(EQUAL, difference=10.0, adjusted=False)
"""Changes have a standard deviation of 20 too."""


def power(plan: PainPlan, people: int) -> float:
    return float(power_curve(plan, [people])["power"].iloc[0])


@pytest.mark.parametrize(("difference", "wanted", "n"), [(10, 0.8, 64), (20, 0.9, 23)])
def test_two_groups_need_as_many_as_r_says(difference, wanted, n):
    # power.t.test(delta = .5, power = .8): n = 63.76576; (delta = 1, power = .9): n = 22.02110
    plan = replace(CHANGE, difference=float(difference), power=wanted)
    assert people_needed(plan).estimate == n


@given(st.integers(3, 200), st.floats(0.1, 2.0), st.sampled_from([0.01, 0.05]))
@settings(max_examples=40, deadline=None)
def test_the_power_of_two_groups_is_that_of_statsmodels(n, size, level):
    from statsmodels.stats.power import TTestIndPower

    wanted = TTestIndPower().power(size, n, level)
    if np.isnan(wanted):  # it stumbles over the far tail, where scipy's noncentral t has none left
        df = 2 * n - 2
        wanted = stats.nct.sf(stats.t.ppf(1 - level / 2, df), df, size * np.sqrt(n / 2))
    found = power(replace(CHANGE, difference=20 * size, level=level), n)
    assert found == pytest.approx(100 * wanted, abs=1e-3)


def test_fourteen_a_group_can_see_twenty_two_points():
    one = detectable(CHANGE, 14)
    assert one.estimate == pytest.approx(22.0, abs=0.01)
    assert (one.name, one.unit) == ("Smallest difference", "points VAS 0-100")
    assert power(replace(CHANGE, difference=8.0), 14) == pytest.approx(17.5, abs=0.05)


@pytest.mark.parametrize("r", [0.0, 0.5, 0.8])
def test_the_baseline_takes_its_share_of_the_people(r):
    plain = people_needed(PainPlan(Scatter(20, 20, 0.0), difference=4.0)).estimate
    adjusted = people_needed(PainPlan(Scatter(20, 20, r), difference=4.0)).estimate
    assert adjusted == pytest.approx((1 - r**2) * plain, abs=2)


@pytest.mark.parametrize("layout", list(LAYOUTS))
@pytest.mark.parametrize("margin", [None, 14.0])
def test_the_power_is_the_share_of_simulated_studies(layout, margin):
    plan = replace(CHANGE, difference=8.0 if margin is None else 2.0, margin=margin, layout=layout)
    n, cells = 30, plan.cells.cells
    rng = np.random.default_rng(3)
    weights = {2: [1, -1]}.get(cells, [1, -1, -1, 1] if layout == INTERACTION else [0.5, -0.5] * 2)
    weights = np.array(weights, float)
    means = plan.difference * weights / (weights @ weights)
    data = rng.normal(means[:, None], 20.0, (20_000, cells, n))
    value, df = data.mean(axis=2) @ weights, cells * (n - 1)
    se = np.sqrt(data.var(axis=2, ddof=1).mean(axis=1) * (weights @ weights) / n)
    edge = stats.t.ppf(1 - (0.025 if margin is None else 0.05), df) * se
    seen = abs(value) > edge if margin is None else abs(value) + edge < margin
    assert power(plan, n) == pytest.approx(100 * seen.mean(), abs=1.2)


def test_one_factor_of_a_2x2_needs_half_as_many_a_cell_and_the_interaction_twice():
    two = people_needed(CHANGE).estimate
    assert people_needed(replace(CHANGE, layout=ONE_FACTOR)).estimate == pytest.approx(
        two / 2, abs=1
    )
    assert people_needed(replace(CHANGE, layout=INTERACTION)).estimate == pytest.approx(
        2 * two, abs=1
    )


def test_who_is_lost_has_to_be_started_with():
    one = people_needed(replace(CHANGE, lost=0.2))
    assert (one.estimate, one.n) == (80.0, {"group": 80})
    assert one.warnings == (
        "160 people in all.",
        "Of 80 in each group, 16 are taken to be lost.",
    )
    assert power(replace(CHANGE, lost=0.2), 80) == power(CHANGE, 64)
    assert detectable(replace(CHANGE, lost=0.2), 80).estimate == detectable(CHANGE, 64).estimate


def test_both_tendons_need_no_fewer_people_and_it_is_said():
    one = people_needed(replace(CHANGE, tendons=2))
    assert one.estimate == 64.0
    assert any("count as one person" in said for said in one.warnings)


PLANS = st.builds(
    PainPlan,
    st.builds(Scatter, st.floats(5, 30), st.floats(5, 30), st.floats(-0.5, 0.9)),
    difference=st.floats(4, 40),
    layout=st.sampled_from(list(LAYOUTS)),
    adjusted=st.booleans(),
    power=st.sampled_from([0.5, 0.8, 0.95]),
    lost=st.floats(0, 0.5),
)


@given(PLANS)
@settings(max_examples=40, deadline=None)
def test_as_many_as_needed_reach_the_power_and_fewer_do_not(plan):
    n = int(people_needed(plan).estimate)
    assert power(plan, n) >= 100 * plan.power
    left = power_curve(plan, [n])["left"].iloc[0]
    fewer = replace(plan, lost=0.0)
    assert left <= 2 or power(fewer, left - 1) < 100 * plan.power


@given(PLANS, st.integers(6, 400))
@settings(max_examples=40, deadline=None)
def test_the_detectable_difference_has_the_power_asked(plan, n):
    plan = replace(plan, lost=0.0)
    size = detectable(plan, n).estimate
    assert power(replace(plan, difference=size), n) == pytest.approx(100 * plan.power, abs=1e-3)


def test_a_margin_that_can_be_shown_has_the_power_asked():
    plan = PainPlan(EQUAL, difference=0.0, margin=10.0)
    one = detectable(plan, 60)
    assert one.name == "Smallest margin"
    assert power(replace(plan, margin=one.estimate), 60) == pytest.approx(80, abs=1e-3)
    assert "two one-sided tests" in people_needed(plan).method


def test_the_curve_counts_who_starts_and_who_is_left():
    told = power_curve(replace(CHANGE, lost=0.25), [10, 20, 400])
    assert told["people"].tolist() == [10, 20, 400]
    assert told["left"].tolist() == [7, 15, 300]
    assert told["power"].is_monotonic_increasing


def test_what_nobody_can_do_is_refused():
    with pytest.raises(ValueError, match="100,000"):
        people_needed(replace(CHANGE, difference=0.01))
    with pytest.raises(ValueError, match="Fewer than 2"):
        detectable(replace(CHANGE, lost=0.5), 3)
