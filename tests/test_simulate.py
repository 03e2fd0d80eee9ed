"""Simulated people are as the assumptions say, and the same for the same seed."""

from copy import deepcopy
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
    off = made.diary[made.diary["what"] == "rest"]
    assert 0 < len(off) == len(off.drop_duplicates(["person", "date"]))


def test_as_a_log_everyone_has_a_tendon_drops_and_pain_of_two_moments():
    log = as_log(simulate(Assumptions(arms=(Arm("jonsson", "insertional", 4),)), 2))
    assert len(log.tendons) == len(log.prescriptions) == 4
    assert set(log.pain["context"]) == {"during", "morning"}
    assert log.sessions["reps"].max() == 90
    assert log.pain["vas"].between(0, 100).all()


PLAIN = replace(MANY, start_mean=50.0, start_sd=0.0, missed=0.0, zero=0.0, rest=0.0, part=0.0)
"""Everyone starts at 50, far from both ends, and does all drops of every day."""


def slopes(assumptions: Assumptions, seed: int) -> pd.Series:
    """Return the straight line of each person's mornings, in points a week."""
    made = simulate(assumptions, seed).diary
    arms = made.groupby("person")["arm"].first()
    pain = made["next_morning"].to_numpy().reshape(len(arms), -1)
    return pd.Series(np.polyfit(np.arange(pain.shape[1]), pain.T, 1)[0] * 7, index=arms)


def test_days_of_every_kind_are_as_many_as_assumed():
    told = replace(MANY, missed=0.1, zero=0.05, rest=0.15, part=0.2)
    counted = simulate(told, 3).diary["what"].value_counts() / (400 * 84)
    wanted = {"full": 0.5, "part": 0.2, "rest": 0.15, "zero": 0.05}
    assert counted.to_dict() == pytest.approx(wanted, abs=0.012)


def test_a_part_day_has_half_the_sets_and_a_zero_day_none():
    sets = simulate(replace(MANY, zero=0.1, part=0.1), 3).diary.groupby("what")["sets"]
    assert sets.min().dropna().to_dict() == {"full": 6, "part": 3, "zero": 0}
    assert sets.max().dropna().to_dict() == {"full": 6, "part": 3, "zero": 0}


def test_people_differ_in_slope_by_its_sd_and_arms_by_theirs():
    arms = (Arm("jonsson", "insertional", 400), Arm("step_90", "insertional", 400, slope=1.0))
    told = replace(PLAIN, arms=arms, day_sd=0.0, slope=-1.0, slope_sd=0.8)
    by_arm = slopes(told, 12).groupby(level=0)
    assert by_arm.mean().tolist() == pytest.approx([-1.0, 0.0], abs=0.15)
    assert by_arm.std().tolist() == pytest.approx([0.8, 0.8], abs=0.1)


def test_pain_during_is_that_of_the_same_morning_and_more():
    made = simulate(replace(PLAIN, rho=0.0, during_more=10.0, during_sd=4.0), 13).diary
    during = made["during"].to_numpy().reshape(400, 84)
    morning = made["next_morning"].to_numpy().reshape(400, 84)
    more = during[:, 1:] - morning[:, :-1]  # both were rounded: a variance of 1/12 each
    assert more.mean() == pytest.approx(10.0, abs=0.15)
    assert more.std() == pytest.approx(np.sqrt(16 + 2 / 12), abs=0.15)


def test_weight_goes_up_after_so_many_days_in_a_row_without_pain():
    told = replace(PLAIN, start_mean=18.0, free_of_pain=15.5, in_a_row=3, most_kg=15.0)
    made = simulate(told, 14).diary
    for _, mine in made.groupby("person"):
        kg, run, wanted = 0.0, 0, []
        for pain in mine["during"]:
            wanted.append(kg)
            run = run + 1 if pain <= 15 else 0
            if run == 3:
                kg, run = min(kg + 5.0, 15.0), 0
        assert mine["added_kg"].tolist() == wanted


def test_whoever_stays_with_little_pain_is_back_in_activity():
    told = replace(PLAIN, start_mean=30.0, start_sd=10.0, day_sd=0.0, returned_below=30.5)
    made = simulate(told, 15)
    last = made.diary.groupby("person")["next_morning"].last()
    wanted = np.where(last <= 30, "yes", "no")
    assert made.people["returned"].tolist() == wanted.tolist()
    assert set(wanted) == {"yes", "no"}


def test_whoever_left_has_a_reason_and_no_word_on_activity():
    people = simulate(replace(MANY, leave=0.003), 8).people
    left = people["left_on"].notna()
    assert 20 < left.sum() < 380
    assert (people["left_reason"].notna() == left).all()
    assert (people["returned"].isna() == left).all()


def test_a_log_has_every_reading_day_off_and_minute_of_the_diary():
    made = simulate(MANY, 16)
    log, diary = as_log(made), made.diary
    off = diary["what"] == "rest"
    assert log.events["on"].tolist() == diary.loc[off, "date"].tolist()
    assert log.sessions["started"].tolist() == diary.loc[~off, "date"].tolist()
    assert log.activities["minutes"].sum() == diary["minutes"].sum() > 0
    felt = log.pain[log.pain["context"] == "morning"].set_index(["person", "felt_at"])["vas"]
    dated = diary.assign(felt_at=diary["date"] + pd.Timedelta(1, "D"))
    wanted = dated.set_index(["person", "felt_at"])["next_morning"].dropna()
    assert felt.to_dict() == wanted.to_dict()


def test_nothing_handed_over_is_changed():
    told = replace(MANY, leave=0.003)
    before, made = deepcopy(told), simulate(told, 17)
    people, diary = made.people.copy(), made.diary.copy()
    as_log(made)
    assert told == before
    pd.testing.assert_frame_equal(made.people, people)
    pd.testing.assert_frame_equal(made.diary, diary)
