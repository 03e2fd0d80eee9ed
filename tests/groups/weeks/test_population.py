"""Lines of group means: the same from plain least squares and numpy, refused where they fail."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from analysis.groups.weeks import population as module
from analysis.groups.weeks.population import BY_CHANCE, GEE, fitted, population
from analysis.groups.weeks.weekly_means import centred, group_lines, weekly_means
from analysis.outcomes import Options, outcomes
from tests.groups.gaussian import cohort, cohorts, too_many


def of(made, withheld=False):
    return population(made.days, made.outcomes, "arm", withheld)


def told_of(made):
    return weekly_means(made.days, made.outcomes, "arm")


def by_hand(y, design, whose):
    """Return coefficients and Mancl and DeRouen's covariance, by dense matrices and moments."""
    people = [np.flatnonzero(whose == one) for one in np.unique(whose)]
    n, columns = design.shape
    rho = 0.0
    for _ in range(200):
        weight = np.zeros((n, n))
        for at in people:
            alike = (1 - rho) * np.eye(len(at)) + rho
            weight[np.ix_(at, at)] = np.linalg.inv(alike)
        bread = np.linalg.inv(design.T @ weight @ design)
        beta = bread @ design.T @ weight @ y
        rest = y - design @ beta
        scale = rest @ rest / (n - columns)
        products = sum((rest[at].sum() ** 2 - (rest[at] ** 2).sum()) / 2 for at in people)
        of_pairs = sum(len(at) * (len(at) - 1) / 2 for at in people)
        rho = products / (scale * (of_pairs - columns))
    meat = np.zeros_like(bread)
    for at in people:
        own, inside = design[at], weight[np.ix_(at, at)]
        hat = own @ bread @ own.T @ inside
        score = own.T @ inside @ np.linalg.solve(np.eye(len(at)) - hat, rest[at])
        meat += np.outer(score, score)
    return beta, bread @ meat @ bread


@pytest.mark.parametrize("leave", [0.0, 0.003])
def test_it_is_the_bias_reduced_sandwich_worked_out_by_hand(leave):
    made = cohort(22, seed=3, slopes=(-3.0, -1.0), leave=leave)
    told = told_of(made)
    rows = told.rows
    design = group_lines(rows, ["a", "b"])
    beta, covariance = by_hand(rows["mean"].to_numpy(), design, rows["person"].to_numpy())
    value = beta[2] - beta[3]
    se = np.sqrt(covariance[2, 2] + covariance[3, 3] - 2 * covariance[2, 3])
    (top,) = of(made)
    df = rows["person"].nunique() - 2
    assert top.name == "a minus b" and top.method == GEE
    assert top.estimate == pytest.approx(value, rel=1e-5)
    assert top.high - top.estimate == pytest.approx(se * stats.t.ppf(0.975, df), rel=1e-4)
    assert top.p == pytest.approx(2 * stats.t.sf(abs(value) / se, df), rel=1e-3)
    assert BY_CHANCE in top.warnings


def test_with_nobody_missing_the_slopes_are_those_of_bare_means():
    made = cohort(20, seed=4, missed=0.0)
    rows = told_of(made).rows
    fit = fitted(rows, ["a", "b"])
    for at, name in enumerate("ab"):
        mine = rows["group"] == name
        slope = np.polyfit(centred(rows)[mine], rows["mean"][mine], 1)[0]
        assert fit.beta[2 + at] == pytest.approx(slope, abs=1e-8)


@pytest.mark.parametrize(("n", "weeks", "reason"), [(19, 12, "20 people"), (20, 3, "4 weeks")])
def test_too_few_people_or_weeks_have_no_number_and_the_reason(n, weeks, reason):
    made = cohort(n, seed=5, missed=0.0)
    (top,) = population(made.days, outcomes(made.days, Options(week=weeks)), "arm")
    assert (top.estimate, top.low, top.p) == (None, None, None)
    assert reason in top.no_interval
    assert of(cohort(20, seed=5, missed=0.0))[0].estimate is not None


def test_above_the_most_people_it_is_not_tried(monkeypatch):
    monkeypatch.setattr(module, "MOST", 43)
    monkeypatch.setattr(module, "fitted", lambda *_: pytest.fail("it was fitted"))
    (top,) = of(cohort(22, seed=5))
    assert top.estimate is None and "too long for more than 1,000 people" in top.no_interval


def test_pain_without_any_scatter_does_not_settle_and_has_no_number():
    rows = told_of(cohort(20, seed=6, missed=0.0)).rows
    assert fitted(rows.assign(mean=50.0), ["a", "b"]) is None


def test_a_fit_that_warns_has_no_number_and_says_so(monkeypatch):
    from statsmodels.genmod.generalized_estimating_equations import GEE as Model

    fit = Model.fit
    monkeypatch.setattr(Model, "fit", lambda self, **told: fit(self, maxiter=2, **told))
    (top,) = of(cohort(20, seed=6, leave=0.002))
    assert top.estimate is None and "did not settle" in top.no_interval


def test_three_groups_have_their_own_degrees_of_freedom_and_holms_p():
    made = cohort(20, seed=11, arms=3)
    found = of(made)
    assert [one.name for one in found] == ["a minus b", "a minus c", "b minus c"]
    assert all("Over 3 pairs, Holm's p" in one.warnings[-1] for one in found)
    fit = fitted(told_of(made).rows, list("abc"))
    weights = np.array([0, 0, 0, 1, -1, 0])
    half = np.sqrt(weights @ fit.covariance @ weights) * stats.t.ppf(0.975, 57)
    assert found[0].high - found[0].low == pytest.approx(2 * half)


def test_groups_made_from_the_result_have_no_interval_and_no_p():
    made = cohort(20, seed=12)
    named = replace(made.outcomes, table=made.outcomes.table.rename(columns={"arm": "responder"}))
    for found in (of(made, withheld=True), population(made.days, named, "responder")):
        assert (found[0].low, found[0].high, found[0].p) == (None, None, None)
        assert found[0].estimate is not None


def alarms(runs: int, n: int, seed: int) -> int:
    p = [of(made)[0].p for made in cohorts(runs, n, seed, leave=0.002)]
    known = [one for one in p if one is not None]
    assert len(known) > 0.7 * runs
    return sum(one < 0.05 for one in known)


def test_nothing_is_found_where_nothing_is_true():
    assert not too_many(alarms(12, 23, seed=13), 12)


@pytest.mark.full
@pytest.mark.parametrize("n", [23, 40])
def test_nothing_is_found_in_two_hundred_studies_where_nothing_is_true(n):
    assert not too_many(alarms(200, n, seed=14), 200)
