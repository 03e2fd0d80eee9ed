"""Volumes in order: the slope by hand, the trend by counting pairs, and the refusals."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.groups.methods.dose_order import dose_order
from analysis.groups.people import one_each
from tests.groups.cohorts import outcomes_of

MOTIVATION = {
    60: [40, 35, 38, 43, 44, 41],
    90: [38, 40, 47, 44, 40, 42],
    180: [48, 40, 45, 43, 46, 44],
}
"""Hollander and Wolfe's pieces assembled under none, rough and exact information: J = 79."""


def cohort(n: int, seed: int = 1, slope: float = 0.0, **columns):
    rng = np.random.default_rng(seed)
    volume = np.repeat([60.0, 90.0, 180.0], n)
    baseline = rng.normal(60, 12, 3 * n)
    end = 0.5 * baseline + slope * volume / 90 + rng.normal(0, 9, 3 * n)
    told = {"drops_per_day": volume, "baseline": baseline, "end": end, **columns}
    return outcomes_of(pd.DataFrame(told))


def found_in(outcomes):
    return dose_order(one_each(outcomes, "drops_per_day")[0])


def line_by_hand(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float, float]:
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ y
    leverage = np.einsum("ij,jk,ik->i", x, inverse, x)
    meat = (x.T * ((y - x @ beta) / (1 - leverage)) ** 2) @ x
    se, df = np.sqrt((inverse @ meat @ inverse)[1, 1]), len(y) - x.shape[1]
    half = stats.t.ppf(0.975, df) * se
    p = 2 * stats.t.sf(abs(beta[1] / se), df)
    return beta[1], beta[1] - half, beta[1] + half, p


def test_the_slope_for_every_90_drops_is_ancova_with_hc3_and_t():
    outcomes = cohort(12, slope=-6.0)
    table, slope = outcomes.table, found_in(outcomes).estimates[0]
    x = np.column_stack([np.ones(36), table["drops_per_day"] / 90, table["baseline"]])
    wanted = line_by_hand(x, table["end"].to_numpy())
    assert (slope.estimate, slope.low, slope.high, slope.p) == pytest.approx(wanted)
    assert slope.unit == "points VAS 0-100 for every 90 drops a day"
    assert "60 to 180 drops a day" in slope.name


def test_below_ten_people_of_a_volume_the_slope_is_that_of_changes():
    outcomes = cohort(6)
    table, slope = outcomes.table, found_in(outcomes).estimates[0]
    x = np.column_stack([np.ones(18), table["drops_per_day"] / 90])
    wanted = line_by_hand(x, table["change"].to_numpy())
    assert (slope.estimate, slope.low, slope.high, slope.p) == pytest.approx(wanted)
    assert any("Very small" in said for said in slope.warnings)


def test_the_trend_counts_pairs_in_order():
    told = [(volume, float(v)) for volume, group in MOTIVATION.items() for v in group]
    table = pd.DataFrame(told, columns=["drops_per_day", "change"]).astype(float)
    outcomes = outcomes_of(table.assign(baseline=10.0, end=10 + table["change"]))
    trend = found_in(outcomes).estimates[1]
    groups = [np.array(group, dtype=float) for group in MOTIVATION.values()]
    j = sum(
        (b[None] > a[:, None]).sum() + (b[None] == a[:, None]).sum() / 2
        for i, a in enumerate(groups)
        for b in groups[i + 1 :]
    )
    assert j == 79
    wanted = stats.kendalltau(table["drops_per_day"], table["change"], method="asymptotic")
    assert trend.estimate == pytest.approx(wanted.statistic)
    assert trend.p == pytest.approx(wanted.pvalue)
    assert trend.low is None


def test_two_volumes_are_no_order():
    table = cohort(12).table
    found = found_in(outcomes_of(table[table["drops_per_day"] > 60]))
    assert found.estimates == ()
    assert "pair and no order" in found.refused[0].why


@pytest.mark.parametrize("column", ["surface", "site"])
def test_a_volume_that_always_goes_with_a_variant_or_a_site_is_refused(column):
    told = pd.Series(np.repeat(["one", "one", "two"], 12), dtype="str")
    found = found_in(cohort(12, **{column: told}))
    assert found.estimates == ()
    assert [item.what for item in found.refused] == [column]


def test_a_variant_found_at_every_volume_does_not_stand_in_the_way():
    told = pd.Series(["flat", "step"] * 18, dtype="str")
    assert len(found_in(cohort(12, surface=told)).estimates) == 2


def test_few_people_of_one_volume_withhold_both():
    table = cohort(8).table
    found = found_in(outcomes_of(table.iloc[4:]))
    assert [(one.estimate, one.p) for one in found.estimates] == [(None, None)] * 2
    assert found.estimates[0].n == {"60": 4, "90": 8, "180": 8}


def test_everyone_on_one_line_has_a_slope_and_no_interval():
    table = cohort(6).table.drop(columns="change")
    table = table.assign(baseline=60.0, end=60 - table["drops_per_day"] / 9)
    slope = found_in(outcomes_of(table)).estimates[0]
    assert (slope.estimate, slope.low, slope.p) == (pytest.approx(-10.0), None, None)
