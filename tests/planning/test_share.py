"""A plan for shares: R's numbers, its limits, and what it refuses."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.planning.formula import detectable, people_needed, power_curve
from analysis.planning.plan import INTERACTION, ONE_FACTOR
from analysis.planning.share import NO_INTERACTION, SharePlan

PLAN = SharePlan(0.5, 25.0)


def power(plan: SharePlan, people: int) -> float:
    return float(power_curve(plan, [people])["power"].iloc[0])


# power.prop.test(p1 = , p2 = , power = ) of R: n = 76.7, 29.38798, 1093.739, 6744.933
@pytest.mark.parametrize(
    ("share", "difference", "wanted", "n"),
    [(0.5, 25, 0.9, 77), (0.2, 40, 0.9, 30), (0.2, 5, 0.8, 1094), (0.05, -1, 0.8, 6745)],
)
def test_two_groups_need_as_many_as_r_says(share, difference, wanted, n):
    assert people_needed(SharePlan(share, difference, power=wanted)).estimate == n


# power.prop.test(n = 50, p1 = .5, p2 = .75): .740; (25, .64, .36): .5082837;
# (10, .1, .2, strict = TRUE): .09349
@pytest.mark.parametrize(
    ("n", "share", "difference", "wanted", "digits"),
    [(50, 0.5, 25, 74.0, 0.05), (25, 0.64, -28, 50.82837, 0.005), (10, 0.1, 10, 9.349, 0.0005)],
)
def test_the_power_is_rs(n, share, difference, wanted, digits):
    assert power(SharePlan(share, difference), n) == pytest.approx(wanted, abs=digits)


def test_the_smallest_difference_is_rs():
    # power.prop.test(n = 50, p1 = .5, power = .90): p2 = 0.8026
    one = detectable(replace(PLAN, power=0.9), 50)
    assert one.estimate == pytest.approx(30.26, abs=0.005)
    assert (one.name, one.unit) == ("Smallest difference", "percentage points")


def test_where_not_even_everyone_would_do_it_is_said():
    # power.prop.test(p1 = .9, p2 = 1, power = .8): n = 73.37, so 73 a group see nothing
    plan = SharePlan(0.9, 5.0)
    assert detectable(plan, 74).estimate == pytest.approx(9.95, abs=0.05)
    with pytest.raises(ValueError, match="Not even 100 % against 90 % would be found in 8 of 10"):
        detectable(plan, 73)
    with pytest.raises(ValueError, match="Not even 0 % against 10 %"):
        detectable(SharePlan(0.1, -5.0), 73)


PLANS = st.builds(
    SharePlan,
    st.floats(0.3, 0.7),
    st.floats(8, 29) | st.floats(-29, -8),
    layout=st.sampled_from(["two groups", ONE_FACTOR]),
    power=st.sampled_from([0.5, 0.8, 0.95]),
    level=st.sampled_from([0.01, 0.05]),
)


@given(PLANS, st.integers(3, 300))
@settings(max_examples=60, deadline=None)
def test_the_power_is_that_of_two_normal_tails(plan, n):
    compared = n * (2 if plan.layout == ONE_FACTOR else 1)
    p, q = plan.share, plan.other
    z, middle = stats.norm.ppf(1 - plan.level / 2), (p + q) / 2
    null, own = (2 * middle * (1 - middle)) ** 0.5, (p * (1 - p) + q * (1 - q)) ** 0.5
    away = compared**0.5 * abs(p - q)
    wanted = stats.norm.sf((z * null - away) / own) + stats.norm.cdf((-z * null - away) / own)
    assert power(plan, n) == pytest.approx(100 * wanted if compared >= 5 else 0, abs=1e-6)


@given(PLANS)
@settings(max_examples=40, deadline=None)
def test_as_many_as_needed_reach_the_power_and_can_be_asked_for_the_difference(plan):
    n = int(people_needed(plan).estimate)
    assert power(plan, n) >= 100 * plan.power
    smallest = detectable(plan, n).estimate
    assert 0 < smallest <= abs(plan.difference) + 1e-6
    signed = smallest if plan.difference > 0 else -smallest
    assert power(replace(plan, difference=signed), n) == pytest.approx(100 * plan.power, abs=1e-3)


@given(PLANS, st.integers(10, 200))
@settings(max_examples=40, deadline=None)
def test_what_few_people_leave_open_holds_the_plans_own_power(plan, n):
    own = [one.chance(60) for one in plan.alternatives(n)]
    assert min(own) - 1e-9 <= plan.chance(60) <= max(own) + 1e-9
    ends = [one.share for one in plan.alternatives(n)]
    assert ends[0] < plan.share < ends[-1]


def test_limits_with_no_room_for_the_difference_are_drawn_in():
    shares = [one.share for one in SharePlan(0.7, 25.0).alternatives(12)]
    # Wilson for .7 of 12: (8.4 + z²/2 - z √(12 · .21 + z²/4)) / (12 + z²) = .4207
    assert [shares[0], shares[-1]] == pytest.approx([0.4207, 0.75], abs=1e-4)


def test_few_of_one_answer_make_the_formula_rough_and_few_people_make_no_test():
    assert list(PLAN.cautions(40)) == []
    (rough,) = SharePlan(0.9, -40.0).cautions(40)
    assert "of 40 people left in a group fewer than 5" in rough
    (none,) = PLAN.cautions(4)
    assert "no test is made" in none and power(PLAN, 4) == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ((0.6, 0.0), "nothing to look for"),
        ((0.6, 45.0), "60 % and 45 percentage points come to 105 %"),
        ((0.1, -15.0), "come to −5 %; choose a smaller difference"),
        ((1.0, -15.0), "without the two"),
        ((0.0, 15.0), "without the two"),
    ],
)
def test_shares_that_cannot_be_are_refused(told, said):
    with pytest.raises(ValueError, match=said):
        SharePlan(*told)


def test_the_interaction_is_refused_and_one_factor_needs_half_as_many_a_cell():
    with pytest.raises(ValueError, match=NO_INTERACTION):
        replace(PLAN, layout=INTERACTION)
    two, cells = (people_needed(plan).estimate for plan in (PLAN, replace(PLAN, layout=ONE_FACTOR)))
    assert cells == pytest.approx(two / 2, abs=1)
