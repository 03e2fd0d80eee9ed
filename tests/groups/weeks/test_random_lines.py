"""Own intercepts and slopes: the likelihood by dense matrices, nlme's numbers, statsmodels'."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.regression.mixed_linear_model import MixedLM

from analysis.groups.weeks.random_lines import cross_products, profile, random_lines


def restricted(pain, week, person, design, between, scale) -> float:
    """Return the restricted log-likelihood by dense matrices, up to a constant."""
    own = np.column_stack([np.ones(len(week)), week])
    whole = scale * np.eye(len(pain))
    for one in np.unique(person):
        at = np.flatnonzero(person == one)
        whole[np.ix_(at, at)] += own[at] @ between @ own[at].T
    inverse = np.linalg.inv(whole)
    information = design.T @ inverse @ design
    rest = pain - design @ np.linalg.solve(information, design.T @ inverse @ pain)
    dets = np.linalg.slogdet(whole)[1] + np.linalg.slogdet(information)[1]
    return -0.5 * (dets + rest @ inverse @ rest)


BOYS = """26 25 29 31  21.5 22.5 23 26.5  23 22.5 24 27.5  25.5 27.5 26.5 27  20 23.5 22.5 26
24.5 25.5 27 28.5  22 22 24.5 26.5  24 21.5 24.5 25.5  23 20.5 31 26  27.5 28 31 31.5
23 23 23.5 25  21.5 23.5 24 28  17 24.5 26 29.5  22.5 25.5 25.5 26  23 24.5 26 30
22 21.5 23.5 25"""
GIRLS = """21 20 21.5 23  21 21.5 24 25.5  20.5 24 24.5 26  23.5 24.5 25 26.5  21.5 23 22.5 23.5
20 21 21 22.5  21.5 22.5 23 25  23 23 23.5 24  20 21 22 21.5  16.5 19 19 19.5  24.5 25 28 28"""
"""Distances in the jaws of 27 children at 8, 10, 12 and 14 (Potthoff and Roy 1964)."""


def test_the_children_of_rs_nlme():
    # lme(distance ~ Sex * I(age - 11), Orthodont, random = ~ I(age - 11) | Subject)
    y = np.array(f"{BOYS} {GIRLS}".split(), dtype=float)
    child, age = np.repeat(np.arange(27), 4), np.tile([-3.0, -1, 1, 3], 27)
    girl = np.repeat([0.0, 1.0], [64, 44])
    fit = random_lines(y, age, child, np.column_stack([np.ones(108), girl, age, girl * age]))
    assert fit.beta == pytest.approx([24.96875, -2.321023, 0.784375, -0.304830], abs=5e-6)
    errors = np.sqrt(np.diag(fit.covariance))
    assert errors == pytest.approx([0.4860, 0.7614, 0.0860, 0.1347], abs=5e-5)
    assert np.sqrt(np.diag(fit.between)) == pytest.approx([1.8303, 0.1804], abs=2e-4)
    # Balanced data can do without a model: the mean of own lines, and their pooled scatter.
    own = np.array([np.polyfit(age[:4], y[child == i], 1) for i in range(27)])
    boys, girls = own[:16], own[16:]
    assert fit.beta[[2, 3]] == pytest.approx(
        [boys[:, 0].mean(), girls[:, 0].mean() - boys[:, 0].mean()], abs=1e-6
    )


def test_the_fit_is_at_the_top_of_the_restricted_likelihood():
    rng = np.random.default_rng(8)
    person, week = np.repeat(np.arange(20), 8), np.tile(np.arange(8.0) - 3.5, 20)
    own = rng.multivariate_normal([0, 0], [[100, 5], [5, 2]], 20)
    pain = 50 + own[person, 0] + own[person, 1] * week + rng.normal(0, 4, 160)
    design = np.column_stack([np.ones(160), week])
    fit = random_lines(pain, week, person, design)
    # The residual variance is not kept; balanced data give it from the residuals of own lines.
    hat = design[:8] @ np.linalg.pinv(design[:8])
    scale = sum(
        float(y @ (np.eye(8) - hat) @ y) for y in (pain[person == i] for i in range(20))
    ) / (20 * 6)
    top = restricted(pain, week, person, design, fit.between, scale)
    for moved in (
        [[1.05, 1], [1, 1]],
        [[0.95, 1], [1, 1]],
        [[1, 1], [1, 1.05]],
        [[1, 1], [1, 0.95]],
    ):
        assert restricted(pain, week, person, design, fit.between * moved, scale) < top
    lines = np.array([np.polyfit(week[:8], pain[person == i], 1)[0] for i in range(20)])
    value, se = fit.contrast(np.array([0.0, 1.0]))
    assert (value, se) == pytest.approx((lines.mean(), stats.sem(lines)), rel=1e-4)


def test_without_differing_slopes_the_model_does_not_settle():
    person, week = np.repeat(np.arange(12), 6), np.tile(np.arange(6.0) - 2.5, 12)
    scatter = np.tile([1.0, -1.0, 0.0, 0.0, -1.0, 1.0], 12)
    pain = 50 + np.arange(12)[person] - 2 * week + scatter
    design = np.column_stack([np.ones(72), week])
    assert random_lines(pain, week, person, design) is None


def unbalanced(people: int, weeks: int, seed: int, slope_sd: float = 1.5):
    """Return pain, centred week, person and two group lines, a fifth of the rows missing."""
    rng = np.random.default_rng(seed)
    person, week = np.repeat(np.arange(people), weeks), np.tile(np.arange(weeks) + 1.0, people)
    own = rng.multivariate_normal([55, -2], [[150, 3], [3, slope_sd**2]], people)
    pain = own[person, 0] + own[person, 1] * week + rng.normal(0, 5, len(week))
    kept = rng.random(len(week)) > 0.2
    person, pain = person[kept], pain[kept]
    week = week[kept] - week[kept].mean()
    group = person % 2
    lines = np.column_stack([np.ones(len(week)), week])
    return pain, week, person, np.column_stack([lines * (group == k)[:, None] for k in (0, 1)])


SPREAD = st.tuples(st.floats(0.05, 4), st.floats(-1, 1), st.floats(0.02, 1))


@settings(max_examples=40, deadline=None)
@given(SPREAD, SPREAD, st.integers(0, 9))
def test_the_profile_is_the_dense_likelihood_and_its_slope(one, other, seed):
    data = unbalanced(8, 6, seed)
    sums = cross_products(*data)

    def at(free):
        root = np.array([[free[0], 0], [free[1], free[2]]])
        return profile(sums, root @ root.T), root @ root.T

    (here, between), (there, elsewhere) = at(one), at(other)
    dense = [
        -2 * restricted(*data, told.residual * by, told.residual)
        for told, by in ((here, between), (there, elsewhere))
    ]
    assert here.deviance - there.deviance == pytest.approx(dense[0] - dense[1], abs=1e-6)
    for step in (
        np.array([[1, 0], [0, 0]]),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, 0], [0, 1]]),
    ):
        up, down = (profile(sums, between + sign * 1e-5 * step).deviance for sign in (1, -1))
        assert np.sum(here.gradient * step) == pytest.approx((up - down) / 2e-5, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("people", [12, 24, 60])
@pytest.mark.parametrize("seed", range(4))
def test_the_fit_is_statsmodels_or_a_likelier_one(people, seed):
    pain, week, person, design = data = unbalanced(people, 10, seed)
    own = np.column_stack([np.ones(len(week)), week])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = MixedLM(pain, design, groups=person, exog_re=own).fit(
            method=["lbfgs", "powell", "bfgs"]
        )
    ours, sums = random_lines(*data), cross_products(*data)
    scale = fitted_scale(sums, ours.between)
    likeliest = profile(sums, ours.between / scale).deviance
    other = profile(sums, theirs.cov_re / theirs.scale).deviance
    assert likeliest <= other + 1e-6
    if other - likeliest < 1e-5:
        errors = np.sqrt(np.diag(ours.covariance))
        assert ours.beta == pytest.approx(theirs.fe_params, abs=0.005 * errors.max())
        assert errors == pytest.approx(theirs.bse_fe, rel=0.01)


def fitted_scale(sums, between) -> float:
    """Return the residual variance at which a scatter between people is at its likeliest."""
    scale = 20.0
    for _ in range(200):
        scale = profile(sums, between / scale).residual
    return scale


def test_where_statsmodels_stops_short_of_the_top_the_fit_does_not():
    """A mean for each group and week, 10 people: called converged, 15 below the likeliest."""
    pain, week, person, _ = unbalanced(10, 12, 0)
    cell = np.unique(np.column_stack([person % 2, week]), axis=0, return_inverse=True)[1].ravel()
    design = (cell[:, None] == np.arange(cell.max() + 1)).astype(float)
    sums = cross_products(pain, week, person, design)
    ours = random_lines(pain, week, person, design)
    own = np.column_stack([np.ones(len(week)), week])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = MixedLM(pain, design, groups=person, exog_re=own).fit(
            method=["lbfgs", "powell", "bfgs"]
        )
    ours_at = profile(sums, ours.between / fitted_scale(sums, ours.between)).deviance
    theirs_at = profile(sums, theirs.cov_re / theirs.scale).deviance
    assert theirs.converged and theirs_at > ours_at + 10


def test_pain_on_straight_lines_leaves_nothing_to_weigh():
    _, week, person, design = unbalanced(12, 8, 3)
    assert random_lines(50.0 + person - 2 * week * person, week, person, design) is None


def test_the_order_of_rows_is_no_matter():
    pain, week, person, design = unbalanced(12, 8, 3)
    order = np.random.default_rng(1).permutation(len(pain))
    one = random_lines(pain, week, person, design)
    other = random_lines(pain[order], week[order], person[order], design[order])
    assert other.beta == pytest.approx(one.beta, abs=1e-6)
    assert np.diag(other.covariance) == pytest.approx(np.diag(one.covariance), rel=1e-4)
