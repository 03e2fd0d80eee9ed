"""How far weeks lie apart through scatter: by simulation, and against whole matrices."""

import time

import numpy as np
import pytest
from scipy import stats

from analysis.tendon.ar1 import fit
from analysis.tendon.scatter import difference_of_means
from tests.tendon.series import series

LAST, FIRST = (77, 83), (0, 6)


def as_days(day, pain, n=84):
    told = np.full(n, np.nan)
    told[day.astype(int)] = pain
    return np.arange(n), told


def test_the_usual_difference_is_that_of_the_whole_covariance_matrix():
    day, pain, _ = series(4, rho=0.6)
    made = fit(day, pain, np.column_stack([np.ones(len(day)), day - day.mean()]))
    whole = made.variance * made.rho ** np.abs(day[:, None] - day)
    late, early = day > 76, day < 7
    contrast = late / late.sum() - early / early.sum()
    expected = np.sqrt(contrast @ whole @ contrast) * stats.t.ppf(0.975, made.effective - 2)
    found = difference_of_means(*as_days(day, pain), LAST, FIRST)
    assert found.usual == pytest.approx(expected, rel=1e-9)
    assert found.effective_days == made.effective < len(day)


def test_days_that_lean_on_each_other_leave_more_room():
    alone = difference_of_means(*as_days(*series(4, rho=0.0)[:2]), LAST, FIRST)
    leaning = difference_of_means(*as_days(*series(4, rho=0.7)[:2]), LAST, FIRST)
    assert alone.usual < leaning.usual


def test_a_real_fall_is_not_taken_for_scatter():
    flat = difference_of_means(*as_days(*series(4)[:2]), LAST, FIRST)
    falling = difference_of_means(*as_days(*series(4, slope=-0.6)[:2]), LAST, FIRST)
    assert falling.usual == pytest.approx(flat.usual, rel=1e-6)


@pytest.mark.parametrize(("n", "given"), [(27, False), (28, True)])
def test_below_28_days_there_is_none_and_the_reason_is_said(n, given):
    day, pain = as_days(*series(4, n=n, missing=0)[:2], n=n)
    found = difference_of_means(day, pain, (n - 7, n - 1), FIRST)
    assert (found.usual is not None) == given
    assert given or "28 logged days, there are 27" in found.why


def test_days_without_any_scatter_say_so():
    found = difference_of_means(np.arange(60), np.full(60, 30.0), (53, 59), FIRST)
    assert found.usual is None and "without any scatter" in found.why


def test_three_years_take_no_longer_than_their_last_weeks():
    day, pain, _ = series(4, n=1095)
    told = as_days(day, pain, 1095)
    began = time.perf_counter()
    found = difference_of_means(*told, (1088, 1094), FIRST)
    assert time.perf_counter() - began < 0.2 and found.usual is not None


def beyond(seeds: range, rho: float, n: int) -> int:
    found = 0
    for seed in seeds:
        day, pain = as_days(*series(seed, n=n, rho=rho)[:2], n=n)
        now = (n - 7, n - 1)
        usual = difference_of_means(day, pain, now, FIRST).usual
        change = np.nanmean(pain[-7:]) - np.nanmean(pain[:7])
        found += usual is not None and abs(change) > usual
    return found


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_no_change_is_rarely_called_a_move(rho):
    assert stats.binomtest(beyond(range(200), rho, 84), 200).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
@pytest.mark.parametrize("n", [42, 84])
def test_no_change_is_rarely_called_a_move_in_a_thousand(rho, n):
    assert stats.binomtest(beyond(range(1000), rho, n), 1000).proportion_ci(0.9).low <= 0.08
