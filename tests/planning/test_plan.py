"""What a plan is made of, typed or learnt from an own log."""

import numpy as np
import pandas as pd
import pytest

from analysis.planning.own_scatter import own_scatter
from analysis.planning.pain import PainPlan
from analysis.planning.scatter import Scatter
from tests.groups.cohorts import outcomes_of, two_arms

TYPED = Scatter(20, 20, 0.5)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"difference": 0.0}, "nothing to look for"),
        ({"difference": -12.0, "margin": 10.0}, "A margin is above"),
        ({"power": 0.04}, "Power lies"),
        ({"level": 0.0}, "false-alarm level"),
        ({"lost": 1.0}, "share lost"),
        ({"tendons": 3}, "One tendon or two"),
        ({"layout": "three groups"}, "The layout is one of"),
    ],
)
def test_a_number_out_of_its_range_is_refused(told, said):
    with pytest.raises(ValueError, match=said):
        PainPlan(TYPED, **told)


@pytest.mark.parametrize("told", [(0, 20, 0.5), (20, -1, 0.5), (20, 20, 1.0), (20, 20, -1.0)])
def test_scatter_has_to_be_possible(told):
    with pytest.raises(ValueError, match=r"above 0|between"):
        Scatter(*told)


def test_changes_and_adjusted_ends_scatter_as_drawn_pairs_do():
    told = Scatter(end_sd=18, baseline_sd=12, r=0.6)
    rng = np.random.default_rng(1)
    cov = [[12**2, 0.6 * 12 * 18], [0.6 * 12 * 18, 18**2]]
    start, end = rng.multivariate_normal([0, 0], cov, 200_000).T
    assert told.change_sd == pytest.approx((end - start).std(), rel=0.01)
    slope = np.polyfit(start, end, 1)
    assert told.adjusted_sd == pytest.approx((end - np.polyval(slope, start)).std(), rel=0.01)
    assert PainPlan(told).sd == told.adjusted_sd
    assert PainPlan(told, adjusted=False).sd == told.change_sd


def test_an_own_log_gives_scatter_within_groups():
    made = two_arms(40, difference=-30.0)
    told = made.table
    own = told[["baseline", "end"]] - told.groupby("arm")[["baseline", "end"]].transform("mean")
    found = own_scatter(made, "arm")
    assert found.n == 80 and found.estimates[-1].estimate == 0.0
    assert found.like.r == pytest.approx(np.corrcoef(own.T)[0, 1])
    assert found.like.end_sd == pytest.approx(np.sqrt((own["end"] ** 2).sum() / 78))
    assert found.like.baseline_sd == pytest.approx(np.sqrt((own["baseline"] ** 2).sum() / 78))


def test_those_missing_are_the_share_lost():
    told = two_arms(20).table
    gone = np.where(told.index < 5, "no reading at week 12", "")
    table = told.assign(left_out=gone, end=told["end"].mask(told.index < 5))
    found = own_scatter(outcomes_of(table.drop(columns="change")), "arm")
    assert (found.n, found.estimates[-1].estimate) == (35, pytest.approx(12.5))


def test_too_few_people_or_no_scatter_teach_nothing():
    with pytest.raises(ValueError, match="at least 10"):
        own_scatter(two_arms(4), "arm")
    alike = pd.DataFrame({"arm": ["a", "b"] * 8, "baseline": 60.0, "end": np.arange(16.0)})
    with pytest.raises(ValueError, match="no scatter"):
        own_scatter(outcomes_of(alike), "arm")
