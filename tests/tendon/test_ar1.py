"""The trend engine against the same likelihood worked out with whole matrices."""

import time

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import minimize_scalar

from analysis.tendon.ar1 import fit
from tests.tendon.series import series


def dense(day, y, x):
    """Return slope, its standard error, rho and the restricted likelihood, by full matrices."""

    def parts(rho):
        r = rho ** np.abs(day[:, None] - day[None, :])
        inverse = np.linalg.inv(r)
        information = x.T @ inverse @ x
        beta = np.linalg.solve(information, x.T @ inverse @ y)
        rest = y - x @ beta
        df = len(y) - x.shape[1]
        variance = rest @ inverse @ rest / df
        dets = np.linalg.slogdet(r)[1] + np.linalg.slogdet(information)[1]
        likelihood = -0.5 * (df * np.log(variance) + dets)
        return beta[1], np.sqrt(variance * np.linalg.inv(information)[1, 1]), rho, likelihood

    grid = np.linspace(0.001, 0.999, 40)
    best = max(grid, key=lambda rho: parts(rho)[3])
    bounds = (max(best - 0.03, 0.0), min(best + 0.03, 0.9999))
    found = minimize_scalar(
        lambda rho: -parts(rho)[3], bounds=bounds, method="bounded", options={"xatol": 1e-11}
    )
    return parts(found.x)


@pytest.mark.parametrize("missing", [0.0, 0.15, 0.5])
@pytest.mark.parametrize("rho", [0.3, 0.6, 0.8])
def test_regular_and_gappy_series_agree_with_the_dense_likelihood(missing, rho):
    told = series(11, rho=rho, missing=missing, slope=-0.3)
    ours, (slope, se, best, likelihood) = fit(*told), dense(*told)
    assert ours.log_likelihood == pytest.approx(likelihood, abs=1e-6)
    assert ours.beta[1] == pytest.approx(slope, abs=1e-6)
    assert ours.se[1] == pytest.approx(se, abs=1e-6)
    assert ours.rho == pytest.approx(best, abs=1e-5)


def test_without_correlation_it_is_least_squares():
    rng = np.random.default_rng(1)
    day = np.arange(60.0)
    y = np.where(day % 2, 1.0, -1.0) * 5 + rng.normal(0, 1, 60)
    x = np.column_stack([np.ones(60), day])
    found, plain = fit(day, y, x), stats.linregress(day, y)
    assert found.rho == 0.0
    assert found.beta[1] == pytest.approx(plain.slope, abs=1e-9)
    assert found.se[1] == pytest.approx(plain.stderr, abs=1e-9)
    assert found.effective == pytest.approx(60)


def test_days_that_lean_on_each_other_are_worth_fewer():
    found = fit(*series(5, rho=0.5, missing=0.0))
    expected = (84 - 82 * found.rho) / (1 + found.rho)  # information of the mean under AR(1)
    assert found.effective == pytest.approx(expected, rel=1e-9)


def test_a_shift_and_a_scale_do_what_they_must():
    day, y, x = series(7)
    one, other = fit(day, y, x), fit(day, 3 * y + 10, x)
    assert other.beta[1] == pytest.approx(3 * one.beta[1], rel=1e-6)
    assert other.se[1] == pytest.approx(3 * one.se[1], rel=1e-6)


def test_all_days_on_the_line_or_too_few_are_refused():
    day = np.arange(30.0)
    x = np.column_stack([np.ones(30), day])
    with pytest.raises(ValueError, match="lies on the line"):
        fit(day, 2 * day, x)
    with pytest.raises(ValueError, match="too few"):
        fit(day[:3], np.array([1.0, 5.0, 2.0]), x[:3])


def test_the_work_grows_with_the_days_and_not_with_their_square():
    def seconds(n: int) -> float:
        told = series(3, n=n)
        began = time.process_time()
        for _ in range(5):
            fit(*told)
        return time.process_time() - began

    seconds(84)
    assert seconds(84 * 64) < 64 * seconds(84)


def alarms(seeds: range, rho: float) -> int:
    found = 0
    for seed in seeds:
        made = fit(*series(seed, rho=rho))
        found += abs(made.beta[1] / made.se[1]) > stats.t.ppf(0.975, made.df)
    return found


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_no_trend_is_rarely_called_one(rho):
    assert stats.binomtest(alarms(range(200), rho), 200).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_no_trend_is_rarely_called_one_in_a_thousand(rho):
    assert stats.binomtest(alarms(range(1000), rho), 1000).proportion_ci(0.9).low <= 0.08
