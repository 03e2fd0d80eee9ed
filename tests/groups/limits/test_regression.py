"""Regression to the mean: its formula against simulation, and said only where it holds."""

import numpy as np
import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.groups.comparison import compare
from analysis.groups.limits.banners import NO_CAUSE, banners
from analysis.groups.limits.regression import NOT_KNOWN, expected_fall, icc, of_a_mean
from analysis.model import Log
from analysis.outcomes import outcomes
from tests.groups.cohorts import outcomes_of, two_arms
from tests.groups.gaussian import log_of

SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
USUAL, BETWEEN, WITHIN = 50.0, 14.0, 9.0


def test_the_icc_is_the_published_one():
    # Shrout and Fleiss (1979), table 4: ICC(1,1) = .17
    values = np.array(SHROUT_FLEISS, float)
    assert icc(values.ravel(), np.repeat(np.arange(6), 4)) == pytest.approx(0.166, abs=5e-4)


def test_the_icc_of_unequal_days_is_near_the_true_one():
    rng = np.random.default_rng(1)
    of = np.repeat(np.arange(4000), rng.integers(1, 8, 4000))
    level = rng.normal(USUAL, BETWEEN, 4000)
    values = level[of] + rng.normal(0, WITHIN, len(of))
    assert icc(values, of) == pytest.approx(BETWEEN**2 / (BETWEEN**2 + WITHIN**2), abs=0.02)


@pytest.mark.parametrize("values", [[5.0, 5.0, 5.0, 5.0], [1.0, 2.0, 3.0, 4.0]])
def test_without_scatter_or_repeats_there_is_no_icc(values):
    of = np.array([0, 0, 1, 1]) if values[0] == values[1] else np.arange(4)
    assert np.isnan(icc(np.array(values), of))


@pytest.mark.parametrize("k", [1, 5])
def test_the_expected_fall_is_that_of_people_taken_at_sixty_and_above(k):
    rng = np.random.default_rng(2)
    level = rng.normal(USUAL, BETWEEN, 400_000)
    first, later = (level + rng.normal(0, WITHIN / np.sqrt(k), len(level)) for _ in range(2))
    taken = first >= 60
    single = BETWEEN**2 / (BETWEEN**2 + WITHIN**2)
    distance = first[taken].mean() - USUAL
    fell = first[taken].mean() - later[taken].mean()
    assert expected_fall(of_a_mean(single, k), distance) == pytest.approx(fell, abs=0.1)
    assert fell == pytest.approx({1: 5.8, 5: 1.4}[k], abs=0.3)


def said(made, days=None) -> str:
    found = [one for one in banners(made, compare(made, "arm"), days) if "regression" in one.key]
    assert all(one.switches == (NO_CAUSE,) for one in found)
    return found[0].sentence if found else ""


def test_people_who_all_began_with_much_pain_are_said_to_be_chosen_in_words_alone():
    table = two_arms(12).table.drop(columns="change")
    high = outcomes_of(table.assign(baseline=table["baseline"].clip(lower=33.0)))
    assert "began with pain of" in said(high) and NOT_KNOWN in said(high)
    one_low = outcomes_of(table.assign(baseline=table["baseline"].mask(table.index == 3, 29.0)))
    assert said(one_low) == ""
    few = two_arms(4).table.drop(columns="change")
    assert said(outcomes_of(few.assign(baseline=60.0))) == ""


def test_diaries_give_the_fall_for_every_ten_points_with_its_icc_and_people():
    rng = np.random.default_rng(3)
    level = np.clip(rng.normal(60, 8, 24), 48, None)
    pain = np.clip(level[:, None] + rng.normal(0, 6, (24, 84)), 1, 99)
    days = reduce_log(log_of(pain, np.ones(pain.shape, dtype=bool), np.arange(24) % 2))
    sentence = said(outcomes(days), days)
    single = icc(pain[:, :7].ravel(), np.repeat(np.arange(24), 7))
    fall = 10 * (1 - of_a_mean(single, 7))
    assert f"about {fall:.1f} points" in sentence and f"{single:.2f} for a single day" in sentence
    assert "24 people)" in sentence and "No total and no interval: that usual level" in sentence


@pytest.mark.parametrize("before", [False, True])
def test_single_readings_have_a_number_only_with_a_second_one_before(before):
    rng = np.random.default_rng(4)
    level = rng.normal(40, 15, 12)
    weeks = [-2, 0, 12] if before else [0, 12]
    rows = [
        {"person": f"p{i:02d}", "week": week, "vas": float(np.clip(v + rng.normal(0, 6), 0, 100))}
        for i, v in enumerate(level)
        for week in weeks
    ]
    people = pd.DataFrame({"person": [f"p{i:02d}" for i in range(12)], "arm": list("ab") * 6})
    days = reduce_log(Log().with_tables(pain=pd.DataFrame(rows), tendons=people))
    sentence = said(outcomes(days), days)
    assert sentence.startswith("Everybody's pain at the start is that of one single day")
    assert (NOT_KNOWN in sentence) != before
    assert ("for one day" in sentence) == before
