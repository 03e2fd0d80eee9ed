"""Done drops beside pain: within people, between people, and never by the calendar."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.days import reduce_log
from analysis.groups.dose.day_pairs import day_pairs
from analysis.groups.dose.done_drops import BETWEEN_HEADING, REVERSE_HEADING, WITHIN_HEADING, dose
from analysis.outcomes import Outcomes, outcomes
from tests.diaries import days_of, pain, sessions
from tests.groups.gaussian import DAYS, Made, kept, log_of, pain_of, too_many

NAMES = {
    "after": "Pain the day after 30 drops more than usual",
    "week": "Pain after a week with 30 drops a day more than usual",
    "r": "Correlation of yesterday's drops with the step in pain",
    "reverse": "Drops the day after 10 points more pain than usual",
    "between": "Pain of people who do 30 drops a day more than others",
}


def with_drops(whole: np.ndarray, drops: np.ndarray, seed: int = 0, missed: float = 0.12) -> Made:
    """Return a cohort that logged its pain and its drops on the same days."""
    rng = np.random.default_rng(seed)
    arm = np.zeros(len(whole), dtype=int)
    logged = kept(rng, whole, missed)
    who, day = np.nonzero(logged)
    names = np.array([f"p{i:04d}" for i in range(len(whole))])
    done = pd.DataFrame({"person": names[who], "day": day.astype(float), "reps": drops[logged]})
    days = reduce_log(log_of(whole, logged, arm, sessions=done.assign(exercise="heel drop")))
    return Made(days, outcomes(days), whole, arm)


def cohort_of(
    n: int, seed: int, after: float = 0.0, sicker_do_fewer: bool = False, twice: bool = False
) -> Made:
    """Return people who do 90 drops or 45 by chance; yesterday's 45 more add ``after``.

    With ``twice`` every other person does twice as many.
    """
    rng = np.random.default_rng(seed)
    whole = pain_of(rng, np.zeros(n, dtype=int))
    often = rng.uniform(0.3, 1, n)
    if sicker_do_fewer:
        often = np.clip(0.7 - (whole[:, :7].mean(axis=1) - 55) / 50, 0.1, 1)
    drops = np.where(rng.random((n, DAYS)) < often[:, None], 90.0, 45.0)
    if twice:
        drops[::2] *= 2
    whole[:, 1:] += after * (drops[:, :-1] - 45) / 45
    return with_drops(whole, drops, seed)


def named(found, key: str):
    (one,) = [e for e in found.estimates if e.name == NAMES[key]]
    return one


def of(made: Made):
    return dose(made.days, made.outcomes)


@pytest.fixture
def few_days():
    drops = {0: 90.0, 1: 60.0, 3: 0.0, 5: 30.0}
    felt = {day: 10.0 * day for day in range(7)}
    off = {"person": ["a"], "on": [pd.Timestamp("2026-01-07")], "what": ["rest"]}
    return days_of(pain("a", felt), sessions("a", drops), events=pd.DataFrame(off))


def told_of(outcomes_: Outcomes, days) -> pd.DataFrame:
    return day_pairs(days, outcomes_).set_index(np.arange(7))


def test_a_day_off_is_no_drops_and_a_day_not_logged_is_not_known(few_days):
    told = told_of(outcomes(few_days), few_days)
    assert told["drops"].tolist()[:4] == [90.0, 60.0, 0.0, 0.0]
    assert told["drops"].isna().tolist() == [False, False, False, False, True, False, True]
    assert told["drops_before"].tolist()[1:5] == [90.0, 60.0, 0.0, 0.0]
    assert told["drops_before"].isna().tolist() == [True, *[False] * 4, True, False]
    assert told["pain_before"].tolist()[1:] == [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]


def test_the_week_before_is_the_mean_of_its_known_days(few_days):
    told = told_of(outcomes(few_days), few_days)["drops_week"]
    assert told.isna().tolist() == [True] * 3 + [False] * 4
    assert told.tolist()[3:] == pytest.approx([50.0, 37.5, 37.5, 36.0])


def test_one_persons_yesterday_is_not_anothers():
    both = days_of(
        pain("a", {0: 10.0, 1: 20.0}), sessions("a", {0: 90.0, 1: 90.0}),
        pain("b", {0: 30.0, 1: 40.0}), sessions("b", {0: 30.0, 1: 30.0}),
    )  # fmt: skip
    told = day_pairs(both, outcomes(both)).groupby("person").first()
    assert told["drops_before"].tolist() == [90.0, 30.0]
    first = day_pairs(both, outcomes(both)).drop_duplicates("person")
    assert first["drops_before"].isna().all() and first["pain_before"].isna().all()


def test_within_is_the_formula_interfaces_regression():
    import statsmodels.formula.api as smf

    made = cohort_of(14, seed=1, after=3.0)
    rows = day_pairs(made.days, made.outcomes).dropna(subset=["pain", "drops_before"])
    usual = rows.groupby("person")["drops_before"].transform("mean")
    rows = rows.assign(usual=usual, more=rows["drops_before"] - usual)
    fit = smf.ols("pain ~ week + more + usual", rows).fit(
        cov_type="cluster", cov_kwds={"groups": pd.factorize(rows["person"])[0]}, use_t=True
    )
    found = named(of(made), "after")
    low, high = 30 * fit.conf_int().loc["more"]
    assert (found.estimate, found.low, found.high, found.p) == pytest.approx(
        (30 * fit.params["more"], low, high, fit.pvalues["more"]), rel=1e-8
    )
    # The error clustered by person, by hand, with its t of people less one.
    x = np.column_stack([np.ones(len(rows)), rows[["week", "more", "usual"]]])
    rest = rows["pain"].to_numpy() - x @ np.linalg.lstsq(x, rows["pain"], rcond=None)[0]
    scores = pd.DataFrame(x * rest[:, None]).groupby(rows["person"].to_numpy()).sum().to_numpy()
    bread = np.linalg.inv(x.T @ x)
    n, k = x.shape
    cov = bread @ scores.T @ scores @ bread * 14 / 13 * (n - 1) / (n - k)
    half = 30 * np.sqrt(cov[2, 2]) * stats.t.ppf(0.975, 13)
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=1e-6)


def test_between_is_one_row_a_person_and_has_no_p():
    import statsmodels.formula.api as smf

    made = cohort_of(20, seed=2, twice=True)
    rows = day_pairs(made.days, made.outcomes).dropna(subset=["pain", "drops_before"])
    means = rows.groupby("person")[["pain", "week", "drops_before"]].mean()
    fit = smf.ols("pain ~ week + drops_before", means).fit(cov_type="HC3", use_t=True)
    found = named(of(made), "between")
    assert (found.estimate, found.low, found.high) == pytest.approx(
        (30 * fit.params["drops_before"], *(30 * fit.conf_int().loc["drops_before"])), rel=1e-8
    )
    assert found.p is None
    assert any("no p is given" in said for said in found.warnings)


def test_the_mean_correlation_is_taken_over_people():
    made = cohort_of(15, seed=3, after=4.0)
    rows = day_pairs(made.days, made.outcomes)
    rows = rows.assign(step=rows["pain"] - rows["pain_before"])
    rows = rows.dropna(subset=["step", "drops_before"])
    r = [told["step"].corr(told["drops_before"]) for _, told in rows.groupby("person")]
    test = stats.ttest_1samp(np.arctanh(r), 0)
    found = named(of(made), "r")
    assert found.estimate == pytest.approx(np.tanh(np.arctanh(r).mean()))
    assert [found.low, found.high] == pytest.approx(np.tanh(test.confidence_interval()).tolist())
    assert found.p == pytest.approx(test.pvalue)


def test_people_without_two_days_in_a_row_are_not_in_the_correlation():
    made = cohort_of(12, seed=4)
    pain = made.days.pain["morning"].mean
    for tendon in (0, 1):  # the first logs every other day, the second three pairs besides
        rows = pain[made.days.rows(tendon)]
        rows[1::2] = np.nan
        rows[[1, 3, 5][: 3 * tendon]] = [50.0, 60.0, 40.0][: 3 * tendon]
    found = of(made)
    one = named(found, "r")
    assert named(found, "after").n == {"everyone": 12}
    assert one.n == {"everyone": 9}  # one more did 90 drops on every day
    assert {o.reason: o.n for o in one.left_out} == {
        "fewer than 14 pairs of days": 2,
        "the same on all of their days": 1,
    }
    assert np.isfinite(one.estimate) and one.low is None


def test_people_of_whom_one_does_more_have_no_line_between_them():
    rng = np.random.default_rng(2)
    whole = pain_of(rng, np.zeros(12, dtype=int))
    drops = np.where(np.arange(12)[:, None] == 4, 180.0, 90.0) + 0 * whole
    one = named(of(with_drops(whole, drops, missed=0.0)), "between")
    assert (one.estimate, one.low) == (None, None)
    assert "rest on that one" in one.no_interval


def test_what_was_put_in_is_found():
    found = named(of(cohort_of(60, seed=4, after=6.0)), "after")
    assert found.low < 4.0 < found.high
    assert found.low > 2.0


def test_every_part_has_its_own_heading():
    found = of(cohort_of(12, seed=5))
    assert [part.heading for part in found.parts] == [
        WITHIN_HEADING, REVERSE_HEADING, BETWEEN_HEADING
    ]  # fmt: skip
    assert BETWEEN_HEADING == "Who does more, not what more does"
    assert [one.name for one in found.estimates] == list(NAMES.values())


def test_the_other_direction_is_called_the_stronger_where_it_is():
    rng = np.random.default_rng(6)
    whole = pain_of(rng, np.zeros(24, dtype=int))
    sore = np.roll(whole, 1, axis=1) > whole.mean(axis=1, keepdims=True)
    drops = np.where(sore & (rng.random(whole.shape) < 0.6), 30.0, 90.0)
    found = of(with_drops(whole, drops))
    assert named(found, "reverse").high < 0
    assert found.sentence.startswith("Of the two directions, drops after pain is the stronger (")
    assert of(cohort_of(24, seed=9)).sentence.startswith("Neither direction stands out")


def test_without_spread_the_part_is_refused_and_the_spread_is_said():
    rng = np.random.default_rng(7)
    whole = pain_of(rng, np.zeros(12, dtype=int))
    found = of(with_drops(whole, rng.choice([80.0, 90.0, 100.0], whole.shape)))
    within, between = found.spread["sd"]
    assert within == pytest.approx(10 * np.sqrt(2 / 3), abs=0.5) and between < 2
    for key in ("after", "week", "r", "between"):
        one = named(found, key)
        assert (one.estimate, one.p) == (None, None)
        assert "drops a day (standard deviation), too little to tell by" in one.no_interval
    assert named(found, "reverse").estimate is not None


@pytest.mark.parametrize(("n", "number", "interval"), [(2, 0, 0), (3, 1, 0), (9, 1, 0), (10, 1, 1)])
def test_few_people_give_a_number_before_an_interval(n, number, interval):
    found = of(cohort_of(n, seed=8))
    for key in ("after", "reverse", "r"):
        one = named(found, key)
        assert (one.estimate is not None, one.low is not None) == (number, interval)
        assert bool(one.warnings) == interval
    assert named(of(cohort_of(20, seed=8)), "after").warnings == ()


@pytest.mark.parametrize(("n", "interval"), [(19, False), (20, True)])
def test_means_of_a_week_need_twenty_people_for_an_interval(n, interval):
    one = named(of(cohort_of(n, seed=8)), "week")
    assert one.estimate is not None
    assert (one.low is not None, one.p is not None) == (interval, interval)


def test_people_with_few_pairs_of_days_are_left_out():
    made = cohort_of(12, seed=9)
    few = made.days.pain["morning"].mean
    few[made.days.rows(0)][15:] = np.nan
    found = named(of(made), "after")
    assert found.n == {"everyone": 11}
    assert [(o.reason, o.n) for o in found.left_out] == [("fewer than 14 pairs of days", 1)]


def test_logs_without_drops_or_without_pain_are_refused():
    made = cohort_of(12, seed=10)
    felt = days_of(*[pain(f"p{i}", dict.fromkeys(range(40), 50.0)) for i in range(12)])
    done = days_of(*[sessions(f"p{i}", dict.fromkeys(range(40), 90.0)) for i in range(12)])
    for days in (felt, done):
        found = dose(days, outcomes(days))
        assert {one.estimate for one in found.estimates} == {None}
        assert all(one.no_interval for one in found.estimates)
        assert found.sentence == ""
    assert named(of(made), "after").estimate is not None


def alarms(runs: range, n: int = 24, sicker: bool = False) -> dict[str, int]:
    found = [of(cohort_of(n, seed, sicker_do_fewer=sicker)) for seed in runs]
    keys = ("after", "r", "reverse", *(["week"] if n >= 20 else []))
    p = {key: [p for one in found if (p := named(one, key).p) is not None] for key in keys}
    assert min(map(len, p.values())) > 0.7 * len(runs)  # some have too little spread
    return {key: sum(one < 0.05 for one in told) for key, told in p.items()}


@pytest.mark.parametrize("sicker", [False, True])
def test_nothing_is_found_within_people_where_nothing_is_true(sicker):
    for count in alarms(range(20), sicker=sicker).values():
        assert not too_many(count, 20)


@pytest.mark.full
@pytest.mark.parametrize("sicker", [False, True])
@pytest.mark.parametrize("n", [12, 24])
def test_nothing_is_found_within_people_in_four_hundred_studies(n, sicker):
    for count in alarms(range(400), n, sicker).values():
        assert not too_many(count, 400)
