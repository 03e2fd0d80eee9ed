"""Simulated studies go through the comparison itself, one at a time."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from analysis.groups.comparison import compare
from analysis.planning.formula import power_curve
from analysis.planning.pain import PainPlan
from analysis.planning.pain_trials import PainWorld, trial
from analysis.planning.plan import INTERACTION, ONE_FACTOR
from analysis.planning.scatter import Scatter
from analysis.planning.simulated import simulate_power

PLAN = PainPlan(Scatter(end_sd=20.0, baseline_sd=16.0, r=0.5), difference=18.0)
FREE = PainWorld(bounded=False)
MANY = 4000


def last(plan: PainPlan, people: int, runs: int, world: PainWorld = FREE, seed: int = 1):
    *_, step = simulate_power(plan, people, world, runs, seed)
    return step.power


def test_every_study_is_a_step_and_one_can_stop_at_any():
    steps = list(islice(simulate_power(PLAN, 12, FREE, runs=1_000_000), 3))
    assert [(step.done, step.of) for step in steps] == [
        (1, 1_000_000),
        (2, 1_000_000),
        (3, 1_000_000),
    ]
    assert steps[-1].power.n == {"group": 12}
    assert steps[-1].power.method.endswith("of 3 simulated studies, Wilson")


def test_the_same_seed_gives_the_same_studies():
    one, same, other = (last(PLAN, 12, 8, seed=seed) for seed in (5, 5, 6))
    tables = [trial(PLAN, 12, np.random.default_rng(seed), FREE).table for seed in (5, 5, 6)]
    assert one == same
    assert tables[0].equals(tables[1]) and not tables[0].equals(tables[2])
    assert other.n == one.n


def test_a_study_has_the_scatter_planned():
    told = trial(PLAN, MANY, np.random.default_rng(2), FREE).table
    by_arm = told.groupby("arm")
    assert by_arm["baseline"].std().tolist() == pytest.approx([16, 16], rel=0.05)
    assert by_arm["end"].std().tolist() == pytest.approx([20, 20], rel=0.05)
    assert by_arm["end"].mean().tolist() == pytest.approx([35, 53], abs=1.5)
    assert by_arm[["baseline", "end"]].corr().iloc[0, 1] == pytest.approx(0.5, abs=0.05)
    assert by_arm.size().tolist() == [MANY, MANY]


def test_pain_is_cut_at_both_ends_where_asked():
    told = trial(PLAN, MANY, np.random.default_rng(2), PainWorld()).table
    assert (told["end"].min(), told["baseline"].max()) == (0.0, 100.0)


def test_some_are_lost_by_chance_or_the_sorer_rather():
    plan = replace(PLAN, lost=0.25)
    whole = trial(PLAN, MANY, np.random.default_rng(3), FREE).table
    for world, least in ((FREE, -1.5), (replace(FREE, sorer_leave=True), 4.0)):
        told = trial(plan, MANY, np.random.default_rng(3), world).table
        gone = told["end"].isna()
        assert gone.mean() == pytest.approx(0.25, abs=0.03)
        assert (gone == (told["left_out"] != "")).all()
        assert whole["end"].mean() - told["end"].mean() > least
        if world == FREE:
            assert whole["end"].mean() - told["end"].mean() < 1.5


def test_two_tendons_of_a_person_lean_on_each_other_and_stay_one_person():
    plan = replace(PLAN, tendons=2)
    made = trial(plan, MANY, np.random.default_rng(4), replace(FREE, between_tendons=0.7))
    sides = made.table.pivot(index="person", columns="side", values="baseline")
    assert sides.corr().iloc[0, 1] == pytest.approx(0.7, abs=0.04)
    assert sides.std().tolist() == pytest.approx([16, 16], rel=0.05)
    assert compare(made, "arm").estimates[0].n == {"a": MANY, "b": MANY}


def test_a_2x2_has_four_cells_and_one_factor_that_matters():
    told = trial(replace(PLAN, layout=ONE_FACTOR), 2000, np.random.default_rng(5), FREE).table
    assert told.groupby(["arm", "surface"]).size().tolist() == [2000] * 4
    assert told.groupby("arm")["end"].mean().diff().iloc[1] == pytest.approx(18, abs=2)
    assert told.groupby("surface")["end"].mean().diff().iloc[1] == pytest.approx(0, abs=2)


def test_for_the_interaction_one_cell_of_four_differs():
    told = trial(replace(PLAN, layout=INTERACTION), 2000, np.random.default_rng(5), FREE).table
    cells = told.groupby(["arm", "surface"])["end"].mean().unstack()
    apart = cells.diff().iloc[1].diff().iloc[1]
    assert apart == pytest.approx(18, abs=2.5)
    assert cells.loc["a"].tolist() == pytest.approx([35, 35], abs=1.5)


SAME_AS_FORMULA = {
    "baseline taken into account": (PLAN, 20),
    "change": (replace(PLAN, adjusted=False), 20),
    "one factor of four cells": (replace(PLAN, difference=14.0, layout=ONE_FACTOR), 14),
    "margin": (replace(PLAN, difference=0.0, margin=15.0), 22),
    "interaction": (replace(PLAN, difference=24.0, layout=INTERACTION), 22),
    "interaction, change": (replace(PLAN, difference=30.0, layout=INTERACTION, adjusted=False), 12),
}


@pytest.mark.full
@pytest.mark.parametrize("name", list(SAME_AS_FORMULA))
def test_where_there_is_a_formula_both_agree(name):
    plan, people = SAME_AS_FORMULA[name]
    found = last(plan, people, 1000)
    wanted = power_curve(plan, [people])["power"].iloc[0]
    assert found.estimate == pytest.approx(wanted, abs=5)


def test_the_formula_lies_near_a_few_simulated_studies():
    plan = replace(PLAN, difference=16.0)
    found = last(plan, 20, 40)
    assert found.low - 5 < power_curve(plan, [20])["power"].iloc[0] < found.high + 5


@pytest.mark.parametrize("adjusted", [True, False])
def test_the_interaction_lies_near_its_formula(adjusted):
    plan = replace(PLAN, difference=25.0, layout=INTERACTION, adjusted=adjusted)
    found = last(plan, 16, 40)
    assert found.low - 5 < power_curve(plan, [16])["power"].iloc[0] < found.high + 5
    assert found.n == {"cell": 16}


def test_an_interaction_is_seen_where_it_is_large_and_not_in_cells_too_small():
    plan = replace(PLAN, difference=120.0, layout=INTERACTION)
    assert (last(plan, 12, 3).estimate, last(plan, 4, 3).estimate) == (100.0, 0.0)
    within = replace(plan, difference=0.0, margin=80.0)
    assert last(within, 12, 3).estimate == 100.0
    assert last(replace(within, margin=1.0), 12, 3).estimate == 0.0


def test_groups_too_small_for_an_interval_see_nothing():
    assert last(replace(PLAN, difference=90.0), 4, 3).estimate == 0.0
    assert last(replace(PLAN, difference=90.0), 12, 3).estimate == 100.0


def test_a_margin_is_met_where_groups_are_alike_and_missed_where_they_are_not():
    wide = replace(PLAN, difference=0.0, margin=60.0)
    narrow = replace(PLAN, difference=0.0, margin=1.0)
    assert (last(wide, 12, 3).estimate, last(narrow, 12, 3).estimate) == (100.0, 0.0)
