"""A planned study in words and numbers, typed or learnt from an own log."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st
from scipy import stats

from analysis.planning.formula import detectable, people_needed, power_curve
from analysis.planning.own_people import EVERYONE, OwnPeople, people_there_are
from analysis.planning.own_scatter import own_scatter
from analysis.planning.pain import PainPlan
from analysis.planning.plan import INTERACTION, ONE_FACTOR, of_ten
from analysis.planning.scatter import Scatter
from analysis.planning.share import SharePlan
from analysis.planning.study import study
from tests.groups.cohorts import two_arms

PLAN = PainPlan(Scatter(20.0, 20.0, 0.5), difference=15.0, lost=0.2)


@pytest.fixture(scope="module")
def own() -> OwnPeople:
    """Return what a made cohort of 80 teaches."""
    return own_scatter(two_arms(40, difference=-30.0), "arm")


def test_the_numbers_are_those_of_the_formula():
    needed, least, seen = study(PLAN, 14).estimates
    assert needed == people_needed(PLAN)
    assert least == detectable(PLAN, 14)
    assert seen.estimate == power_curve(PLAN, [14])["power"].iloc[0]
    assert {one.no_interval for one in (needed, least, seen)} == {"a plan, not a sample"}


SENTENCES = {
    "difference": (PLAN, "14 people in each group, 20 % of them lost, differences of 22 points"),
    "nobody lost": (
        replace(PLAN, lost=0.0, adjusted=False),
        "14 people in each group, differences of 22 points and more would be found in 8 of 10",
    ),
    "one factor": (
        replace(PLAN, lost=0.0, layout=ONE_FACTOR, adjusted=False, power=0.85),
        "14 people in each cell, differences of 17 points and more would be found in 85 of 100",
    ),
    "interaction": (
        replace(PLAN, layout=INTERACTION),
        "14 people in each cell, 20 % of them lost, differences that differ by 30 points and more",
    ),
    "margin": (
        replace(PLAN, difference=0.0, margin=10.0),
        "it could be shown in 8 of 10 such studies that a difference is less than 23 points.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_says_what_the_people_there_are_could_show(name):
    plan, said = SENTENCES[name]
    assert said in study(plan, 14).sentence


def test_too_few_left_say_so_and_still_tell_how_many_are_needed():
    found = study(replace(PLAN, lost=0.6), 3)
    assert found.estimates[0].estimate == people_needed(replace(PLAN, lost=0.6)).estimate
    assert found.estimates[1].estimate is None
    assert "Fewer than 2 people" in found.estimates[1].warnings[0]
    assert "no difference could be found" in found.sentence


def test_what_nobody_can_do_has_no_number_and_says_why():
    found = study(replace(PLAN, difference=0.01), 14)
    assert found.estimates[0].estimate is None
    assert "100,000" in found.estimates[0].warnings[0]
    assert found.curve["people"].max() == 30


@given(st.integers(2, 400), st.floats(5, 60))
@checked(max_examples=25, deadline=None)
def test_the_curve_holds_both_numbers_of_people_and_is_the_formulas(people, difference):
    found = study(replace(PLAN, difference=difference), people)
    curve = found.curve.set_index("people")
    needed = int(found.estimates[0].estimate or 0)
    assert {people, needed} <= set(curve.index)
    assert len(curve) <= 62 and curve.index.is_monotonic_increasing
    assert curve.at[needed, "power"] >= 80
    assert curve.at[people, "power"] == found.estimates[2].estimate
    assert curve[["low", "high"]].isna().all(axis=None)


def test_an_own_log_tells_standard_deviations_with_intervals(own):
    start, end, r, lost = own.estimates
    table = two_arms(40, difference=-30.0).table
    inside = table.groupby("arm")["end"].var()
    assert end.estimate == pytest.approx(np.sqrt(inside.mean()))
    edges = np.sqrt(78 * inside.mean() / stats.chi2.ppf([0.975, 0.025], 78))
    assert [end.low, end.high] == pytest.approx(edges)
    assert start.n == end.n == r.n == lost.n == {"": 80}
    wanted = np.tanh(np.arctanh(r.estimate) + np.array([-1, 1]) * stats.norm.ppf(0.975) / 76**0.5)
    assert [r.low, r.high] == pytest.approx(wanted)
    assert (lost.estimate, lost.low) == (0.0, pytest.approx(0.0, abs=1e-9))
    assert (own.source, own.fewest) == ("the log of 80 people, within arm, week 12", 40)


@pytest.mark.parametrize("adjusted", [True, False])
def test_what_is_sure_of_the_scatter_carries_over_to_every_number(own, adjusted):
    plan = PainPlan(own.like, difference=15.0, adjusted=adjusted)
    needed, least, seen = study(plan, 14, own).estimates
    df = 78 - adjusted
    low, high = np.sqrt(df / stats.chi2.ppf([0.975, 0.025], df))
    assert [least.low, least.high] == pytest.approx(
        [least.estimate * low, least.estimate * high], rel=1e-6
    )
    assert needed.low < needed.estimate < needed.high
    assert needed.high == pytest.approx(needed.estimate * high**2, abs=2)
    assert seen.low < seen.estimate < seen.high
    assert any("80 people leaves open" in said for said in needed.warnings)


def test_everyone_can_be_one_group_and_groups_matter(own):
    whole = own_scatter(two_arms(40, difference=-30.0), EVERYONE)
    assert whole.df == 79 and own.df == 78
    assert whole.like.end_sd > own.like.end_sd
    assert whole.source == "the log of 80 people, week 12"
    assert (people_there_are(None), people_there_are(own)) == (14, 40)


def test_small_groups_are_told_what_the_comparison_would_do():
    few = study(replace(PLAN, lost=0.0), 8).warnings
    assert any("from 10 people left in a group" in said for said in few)
    assert any("look larger than it is" in said for said in few)
    assert any("no interval is given" in said for said in study(PLAN, 4).warnings)
    cells = study(replace(PLAN, lost=0.0, layout=ONE_FACTOR), 5).warnings
    assert any("from 10 people" in said for said in cells) is False
    assert study(PLAN, 60).warnings == ()


@given(st.integers(1, 99))
@checked(max_examples=30, deadline=None)
def test_a_share_in_words_is_the_share(hundreds):
    many, of = of_ten(hundreds / 100).split(" of ")
    assert float(many) / float(of) == pytest.approx(hundreds / 100)


SHARES = {
    "more": (
        SharePlan(0.6, 20.0, lost=0.2),
        "With 40 people in each group, 20 % of them lost, differences of 30 percentage points and "
        "more, as 90 % against 60 %, would be found in 8 of 10 such studies.",
    ),
    "fewer": (SharePlan(0.6, -20.0), "differences of 31 percentage points and more, as 29 %"),
    "not even all": (
        SharePlan(0.8, 10.0, power=0.9),
        "people in each group, not even 100 % against 80 % would be found in 9 of 10",
    ),
}


@pytest.mark.parametrize("name", SHARES)
def test_shares_are_said_in_percent_and_percentage_points(name):
    plan, said = SHARES[name]
    found = study(plan, 40)
    assert said in found.sentence
    assert found.estimates[0] == people_needed(plan)
    assert found.estimates[2].estimate == power_curve(plan, [40])["power"].iloc[0]
