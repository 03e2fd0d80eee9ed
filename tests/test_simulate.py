"""Simulated people are as the assumptions say, and the same for the same seed."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.simulate import Arm, Assumptions, as_log, simulate

MANY = Assumptions(arms=(Arm("jonsson", "insertional", 400),), slope=0.0, slope_sd=0.0, leave=0.0)


def mornings(assumptions: Assumptions, seed: int = 5) -> pd.Series:
    diary = simulate(assumptions, seed).diary
    return diary.set_index(["person", "date"])["next_morning"].dropna()


def test_the_same_seed_gives_the_same_study_and_another_does_not():
    one, same, other = (simulate(MANY, seed).diary for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one, same)
    assert not one.equals(other)


def test_day_to_day_correlation_is_rho():
    quiet = replace(MANY, start_sd=0.0, start_mean=50.0, missed=0.0, day_sd=8.0, rho=0.6)
    aligned = mornings(quiet).to_numpy().reshape(400, 84) - 50
    before, after = aligned[:, :-1].ravel(), aligned[:, 1:].ravel()
    assert np.corrcoef(before, after)[0, 1] == pytest.approx(0.6, abs=0.03)
    assert aligned.std() == pytest.approx(8.0, abs=0.3)


@pytest.mark.parametrize("share", [0.0, 0.2])
def test_missed_days_are_as_many_as_assumed(share):
    days = simulate(replace(MANY, missed=share), 3).diary.groupby("person")["date"].nunique()
    assert 1 - days.mean() / 84 == pytest.approx(share, abs=0.01)


def test_pain_falls_by_the_slope():
    falling = replace(MANY, slope=-2.0, start_sd=0.0, start_mean=60.0)
    made = simulate(falling, 4)
    pain = made.diary
    day = (pain["date"] - pain["person"].map(made.people.set_index("person")["start"])).dt.days
    assert np.polyfit(day, pain["next_morning"], 1)[0] * 7 == pytest.approx(-2.0, abs=0.15)


def test_more_pain_makes_people_leave():
    def left(start: float) -> float:
        told = replace(MANY, leave=0.002, start_mean=start, start_sd=0.0)
        return simulate(told, 6).people["left_on"].notna().mean()

    assert left(80.0) > left(50.0) + 0.1
    assert simulate(MANY, 6).people["left_on"].isna().all()


def test_whoever_left_logs_nothing_after_it():
    made = simulate(replace(MANY, leave=0.003), 8)
    last = made.diary.groupby("person")["date"].max()
    ends = made.people.set_index("person")["left_on"].dropna()
    both = pd.concat([last, ends], axis=1).dropna()
    assert len(both) > 20
    assert (both["date"] < both["left_on"]).all()


def test_weight_is_added_by_steps_and_never_above_its_most():
    well = replace(MANY, start_mean=5.0, start_sd=0.0)
    added = simulate(well, 9).diary["added_kg"].dropna()
    assert set(added.unique()) == {0.0, 5.0, 10.0, 15.0, 20.0, 25.0}


def test_cells_have_the_people_they_were_given():
    arms = (Arm("jonsson", "insertional", 7), Arm("alfredson", "midportion", 3))
    people = simulate(Assumptions(arms=arms), 1).people
    assert people.groupby("drops_per_day").size().to_dict() == {90: 7, 180: 3}


def test_both_knees_share_the_days_drops():
    made = simulate(Assumptions(arms=(Arm("alfredson", "midportion", 5),)), 1)
    full = made.diary[made.diary["what"] == "full"]
    drops = (full["sets"] * full["reps"]).groupby([full["person"], full["date"]]).sum()
    assert (drops == 180).all()


def test_as_a_log_everyone_has_a_tendon_drops_and_pain_of_two_moments():
    log = as_log(simulate(Assumptions(arms=(Arm("jonsson", "insertional", 4),)), 2))
    assert len(log.tendons) == len(log.prescriptions) == 4
    assert set(log.pain["context"]) == {"during", "morning"}
    assert log.sessions["reps"].max() == 90
    assert log.pain["vas"].between(0, 100).all()
