"""Simulated studies of shares go through the test of the Cohorts page."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.groups.methods.proportions import return_answers
from analysis.planning.formula import power_curve
from analysis.planning.plan import ONE_FACTOR
from analysis.planning.share import SharePlan
from analysis.planning.share_trials import ShareWorld, trial
from analysis.planning.simulated import simulate_power

PLAN = SharePlan(0.5, 30.0)
CHANCE = ShareWorld()


def last(plan: SharePlan, people: int, runs: int, world: ShareWorld = CHANCE, seed: int = 1):
    *_, step = simulate_power(plan, people, world, runs, seed)
    return step.power


def drawn(plan: SharePlan, world: ShareWorld = CHANCE) -> pd.DataFrame:
    told = return_answers(trial(plan, 4000, np.random.default_rng(2), world), "arm")
    rows = {arm: (one.yes / one.known, one.unknown / one.everyone) for arm, one in told.items()}
    return pd.DataFrame(rows, index=["share", "lost"])


def test_a_study_has_the_shares_planned_and_loses_as_many_as_planned():
    made = drawn(replace(PLAN, lost=0.2))
    assert made.loc["share"].tolist() == pytest.approx([0.5, 0.8], abs=0.03)
    assert made.loc["lost"].tolist() == pytest.approx([0.2, 0.2], abs=0.03)


def test_where_those_who_say_no_leave_rather_shares_look_higher():
    made = drawn(replace(PLAN, lost=0.2), ShareWorld(noes_leave=True))
    # of all 65 % say yes: noes are lost at .2 * 2 / 1.35 and yeses at .2 / 1.35
    no, yes = 0.4 / 1.35, 0.2 / 1.35
    wanted = [s * (1 - yes) / (s * (1 - yes) + (1 - s) * (1 - no)) for s in (0.5, 0.8)]
    assert made.loc["share"].tolist() == pytest.approx(wanted, abs=0.025)
    assert made.loc["lost"].mean() == pytest.approx(0.2, abs=0.02)


def test_a_2x2_has_two_cells_in_each_arm():
    told = return_answers(trial(replace(PLAN, layout=ONE_FACTOR), 30, _rng(), CHANCE), "arm")
    assert {arm: one.everyone for arm, one in told.items()} == {"a": 60, "b": 60}


def _rng() -> np.random.Generator:
    return np.random.default_rng(1)


def test_the_same_seed_gives_the_same_studies():
    made = [trial(PLAN, 30, np.random.default_rng(seed), CHANCE).table for seed in (5, 5, 6)]
    assert made[0].equals(made[1]) and not made[0].equals(made[2])
    assert last(PLAN, 20, 4, seed=5) == last(PLAN, 20, 4, seed=5)


def test_groups_too_small_for_a_test_see_nothing_and_large_ones_what_is_plain():
    plain = SharePlan(0.05, 90.0)
    assert (last(plain, 4, 3).estimate, last(plain, 20, 3).estimate) == (0.0, 100.0)


def test_the_formula_lies_near_a_few_simulated_studies():
    found = last(PLAN, 40, 60)
    assert found.low - 5 < power_curve(PLAN, [40])["power"].iloc[0] < found.high + 5
    assert found.n == {"group": 40}


SAME_AS_FORMULA = {
    "Boschloo": (PLAN, 40),
    "chi-square": (replace(PLAN, difference=15.0), 150),
    "one factor": (replace(PLAN, layout=ONE_FACTOR), 20),
    "fewer": (replace(PLAN, difference=-30.0), 40),
}


@pytest.mark.full
@pytest.mark.parametrize("name", list(SAME_AS_FORMULA))
def test_where_there_is_a_formula_both_agree(name):
    plan, people = SAME_AS_FORMULA[name]
    wanted = power_curve(plan, [people])["power"].iloc[0]
    assert last(plan, people, 400).estimate == pytest.approx(wanted, abs=6)


@pytest.mark.full
def test_where_there_is_no_difference_few_studies_see_one():
    none = SharePlan(0.6, 1e-9)
    found = last(none, 40, 400)
    assert found.low < 5 and found.estimate < 8
