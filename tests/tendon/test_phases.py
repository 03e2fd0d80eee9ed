"""Before and after a marked day: against whole matrices, by simulation, and in words."""

import numpy as np
import pytest
from scipy import stats

from analysis.tendon.phases import Mark, phases
from tests.diaries import days_of, every, pain
from tests.tendon.series import series

MARK = Mark(42, "20 kg added")


def diary(by_day, context="morning"):
    return days_of(pain("a", by_day, context))


def made(seed=1, n=84, **more):
    day, felt, _ = series(seed, n=n, **more)
    return dict(zip(day.astype(int).tolist(), felt.tolist(), strict=True))


def of(by_day, context="morning", mark=MARK, others=()):
    return phases(diary(by_day, context), context, mark, others)


def whole(by_day, rho, mark=42):
    """Return coefficients, standard errors and F by whole matrices at a given correlation."""
    day, y = np.array(list(by_day)), np.array(list(by_day.values()))
    after = (day > mark).astype(float)
    x = np.column_stack([np.ones(len(day)), (day - mark) / 7, after, after * (day - mark) / 7])
    inverse = np.linalg.inv(rho ** np.abs(day[:, None] - day))
    spread = np.linalg.inv(x.T @ inverse @ x)
    beta = spread @ x.T @ inverse @ y
    rest = y - x @ beta
    covariance = spread * (rest @ inverse @ rest) / (len(day) - 4)
    two = np.ix_([2, 3], [2, 3])
    f = beta[2:] @ np.linalg.solve(covariance[two], beta[2:]) / 2
    return beta, np.sqrt(np.diag(covariance)), f


def test_lines_agree_with_whole_matrices_at_the_same_correlation():
    from analysis.tendon.ar1 import fit

    by_day = made(3, rho=0.6, missing=0.3)
    day, y = np.array(list(by_day), dtype=float), np.array(list(by_day.values()))
    after = (day > 42).astype(float)
    x = np.column_stack([day**0, (day - 42) / 7, after, after * (day - 42) / 7])
    beta, se, f = whole(by_day, fit(day, y, x).rho)
    level, slope, both, _ = of(by_day).estimates
    assert (level.estimate, slope.estimate) == pytest.approx(tuple(beta[2:]), abs=1e-6)
    quantile = stats.t.ppf(0.975, len(day) - 4)
    assert level.high - level.estimate == pytest.approx(quantile * se[2], rel=1e-6)
    assert slope.high - slope.estimate == pytest.approx(quantile * se[3], rel=1e-6)
    assert both.estimate == pytest.approx(f, rel=1e-6)
    assert both.p == pytest.approx(stats.f.sf(f, 2, len(day) - 4), rel=1e-6)


def test_a_step_is_found_where_it_was_made_and_its_choice_is_said():
    by_day = {day: value - 25 * (day > 42) for day, value in made(2, rho=0.3).items()}
    found = of(by_day)
    assert found.estimates[0].low < -25 < found.estimates[0].high < 0
    assert found.sentence.startswith(
        "Morning pain took another course from 2026-02-16 (20 kg added) on: the level differs by −"
    )
    assert "chosen after the data were seen" in found.sentence
    assert found.points["line"].notna().all()


def test_no_change_is_not_told_from_none():
    found = of(made(5))
    assert found.sentence.startswith("These days cannot tell a change of morning pain")
    assert found.estimates[2].p > 0.05


def test_a_prescribed_day_is_not_called_chosen():
    said = of(made(5), mark=Mark(42, "Alfredson", prescribed=True)).sentence
    assert "new prescription" in said and "chosen" not in said


@pytest.mark.parametrize(("days", "given"), [(13, False), (14, True)])
def test_two_weeks_are_needed_on_each_side(days, given):
    by_day = {day: felt for day, felt in made(1, n=84, missing=0).items() if 42 - days < day <= 70}
    found = of(by_day)
    assert (found.estimates[0].estimate is not None) == given
    assert given or "13 days before" in found.sentence
    assert given or "14 logged days" in found.estimates[0].no_interval


def test_the_morning_of_the_marked_day_is_before_it_and_other_pain_after():
    by_day = made(1, missing=0)
    assert of(by_day).estimates[0].n == {"days before": 43, "days after": 41}
    during = of(by_day, context="during")
    assert during.estimates[0].n == {"days before": 42, "days after": 42}


def test_other_marks_and_twelve_weeks_end_the_stretches():
    assert of(made(1, n=400, missing=0), mark=Mark(200, "x")).points["day"].agg(
        ["min", "max"]
    ).tolist() == [116, 284]
    near = of(made(1, missing=0), others=(20, 42, 60, 80)).points["day"]
    assert (near.min(), near.max()) == (20, 60)


def test_a_change_too_near_is_reached_over_and_told():
    found = of(made(1, missing=0), others=(30, 50, 70))
    assert (found.points["day"].min(), found.points["day"].max()) == (0, 70)
    assert found.sentence.endswith(" Within these days the log shows 2 other changes.")


def test_overlap_counts_pairs_and_ties_half():
    before, after = every(range(20), 50.0), every(range(20, 40), 50.0)
    by_day = {**before, **after, 3: 60.0, 30: 40.0}
    pairs = [(b, a) for d, b in by_day.items() if d < 20 for e, a in by_day.items() if e >= 20]
    share = 100 * np.mean([1.0 if b > a else 0.5 if b == a else 0.0 for b, a in pairs])
    found = of(by_day, context="during", mark=Mark(20, "x")).estimates[3]
    assert found.estimate == pytest.approx(share)
    assert found.p is None and found.low is None


def test_days_without_scatter_give_no_number():
    found = of(every(range(84), 30.0))
    assert found.estimates[0].estimate is None and "lies on the line" in found.sentence


def alarms(seeds: range, rho: float) -> int:
    return sum(of(made(seed, rho=rho)).estimates[2].p < 0.05 for seed in seeds)


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_no_change_is_rarely_called_one(rho):
    assert stats.binomtest(alarms(range(100), rho), 100).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_no_change_is_rarely_called_one_in_a_thousand(rho):
    assert stats.binomtest(alarms(range(1000), rho), 1000).proportion_ci(0.9).low <= 0.08
