"""Pain after heavy days: found where it was made, silent where not, refused where it cannot be."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.tendon.pairs import day_after
from analysis.tendon.response import response
from tests.diaries import START, days_of, every, pain, sessions
from tests.tendon.series import series

CAUSAL = ("cause", "lead", "because", "improve", "reduce", "effect", "due to", "makes")


def made(seed: int, per_drop=0.0, back=0.0, rho=0.5, n=84, slope=-0.3, gaps=0.0):
    """Return a diary with drops of three sizes, pain that answers them, drops that answer pain."""
    rng = np.random.default_rng(seed + 10_000)
    day, felt, _ = series(seed, n=n, rho=rho, missing=0.0, slope=slope)
    usual, drops = felt - slope * day, np.empty(n)
    for d in range(n):
        if d:
            felt[d] += per_drop * (drops[d - 1] - 90)
        drops[d] = max(0.0, rng.choice([45.0, 90.0, 135.0]) - back * (usual[d] - usual.mean()))
    logged = rng.random(n) > 0.12
    done = {d: float(drops[d]) for d in range(n) if logged[d]}
    told = {d: float(felt[d]) for d in range(n) if rng.random() >= gaps}
    return days_of(sessions("a", done), pain("a", told)).alone(0)


def test_an_answer_to_the_drops_is_found_with_its_size():
    found = response(made(1, per_drop=0.2), "morning")
    drops = found.forward[0]
    assert drops.low < 6 < drops.high and drops.low > 0
    assert drops.name == "Pain the next morning, for 30 drops more than usual"
    assert "days with 30 drops more than usual had 7.2 points more pain" in found.sentence
    assert "points more pain" in found.sentence


def test_sore_mornings_with_fewer_drops_are_told_as_the_other_direction():
    found = response(made(2, back=1.5), "morning")
    assert found.reverse.high < 0
    assert "Mornings 10 points sorer than usual were followed by 24.8" in found.sentence
    assert "drops less (95 %" in found.sentence and "cannot be told" in found.sentence


def test_nothing_is_called_a_cause():
    for told in (made(1, per_drop=0.2), made(2, back=1.5), made(3), made(4, n=20)):
        said = response(told, "morning").sentence.casefold()
        assert not any(word in said for word in CAUSAL)
        assert "cannot say what brought it about" in said


def test_the_slope_is_that_of_whole_matrices_at_the_same_correlation():
    one = made(5, per_drop=0.1)
    found = response(one, "morning")
    told = day_after(one, "morning").dropna(subset="drops")
    day, y = told["day"].to_numpy(float), told["pain"].to_numpy()
    x = np.column_stack([day**0, day, told["drops"], told["before"]])
    from analysis.tendon.ar1 import fit

    inverse = np.linalg.inv(fit(day, y, x).rho ** np.abs(day[:, None] - day))
    spread = np.linalg.inv(x.T @ inverse @ x)
    beta = spread @ x.T @ inverse @ y
    rest = y - x @ beta
    se = np.sqrt(spread[2, 2] * (rest @ inverse @ rest) / (len(y) - 4))
    drops = found.forward[0]
    assert drops.estimate == pytest.approx(30 * beta[2], rel=1e-5)
    half = stats.t.ppf(0.975, len(y) - 4) * 30 * se
    assert drops.high - drops.estimate == pytest.approx(half, rel=1e-5)


def test_the_same_dose_every_day_is_refused_with_its_spread():
    one = days_of(sessions("a", every(range(60), 90.0)), pain("a", dict(enumerate(noise(60)))))
    found = response(one.alone(0), "morning")
    assert found.forward[0].estimate is None
    assert "drops hardly differ from day to day: 90 on 59 of 59 days" in found.sentence
    assert found.reverse.estimate is None


def noise(n: int) -> list[float]:
    return np.random.default_rng(1).normal(50, 5, n).tolist()


@pytest.mark.parametrize(("n", "given"), [(28, False), (29, True)])
def test_below_28_pairs_there_is_a_number_and_no_interval(n, given):
    done = {day: 45.0 + 45 * (day % 3) for day in range(n)}
    one = days_of(sessions("a", done), pain("a", dict(enumerate(noise(n))))).alone(0)
    drops = response(one, "morning").forward[0]
    assert drops.n == {"pairs of days": n - 1} and drops.estimate is not None
    assert (drops.low is not None) == given and (drops.p is not None) == given


def test_weight_that_only_rises_with_time_is_left_out_and_said():
    done = {day: 45.0 + 45 * (day % 3) for day in range(60)}
    kg = [day / 2 for day in range(60)]
    one = days_of(sessions("a", done, added_kg=kg), pain("a", dict(enumerate(noise(60))))).alone(0)
    _, weight, sport = response(one, "morning").forward
    assert weight.estimate is None and "move together with time" in weight.no_interval
    assert sport.estimate is None and "known for 0 pairs" in sport.no_interval


def test_sport_has_its_own_number_where_it_is_logged():
    done = {day: 45.0 + 45 * (day % 3) for day in range(60)}
    started = [START + pd.Timedelta(days=day, hours=18) for day in range(60)]
    minutes = [30.0 * (day % 4) for day in range(60)]
    runs = pd.DataFrame({"person": "a", "started": started, "sport": "run", "minutes": minutes})
    felt = np.array(noise(60))
    felt[1:] += 0.2 * np.array(minutes[:-1])
    told = pain("a", dict(enumerate(felt.tolist())))
    one = days_of(sessions("a", done), told, activities=runs).alone(0)
    drops, _, sport = response(one, "morning").forward
    assert sport.low < 6 < sport.high and sport.low > 0
    assert drops.low < 0 < drops.high


def weights(done: dict[int, float], kg: float) -> list[float]:
    return [kg + 2.5 * (day % 3) if reps else np.nan for day, reps in done.items()]


def test_days_without_drops_stay_in_the_number_though_they_carry_no_weight():
    done = {day: 0.0 if day % 7 == 3 else 90.0 for day in range(84)}
    felt = np.array(noise(84))
    felt[1:] -= np.array([8.0 * (done[day] == 0) for day in range(83)])
    told = pain("a", dict(enumerate(felt.tolist())))
    one = days_of(sessions("a", done, added_kg=weights(done, 5.0)), told).alone(0)
    drops, weight, _ = response(one, "morning").forward
    assert drops.n == weight.n == {"pairs of days": 83}
    assert drops.low < 8 / 3 < drops.high and drops.low > 0
    assert weight.low < 0 < weight.high


def test_sport_noted_on_few_days_does_not_take_the_others_away():
    done = {day: 45.0 + 45 * (day % 3) for day in range(84)}
    runs = [START + pd.Timedelta(days=day, hours=18) for day in range(0, 84, 2)]
    minutes = [20.0 + 10 * (day % 4) for day in range(42)]
    sport = pd.DataFrame({"person": "a", "started": runs, "sport": "run", "minutes": minutes})
    told = pain("a", dict(enumerate(noise(84))))
    drops, _, run = response(
        days_of(sessions("a", done), told, activities=sport).alone(0), "morning"
    ).forward
    assert drops.n == {"pairs of days": 83} and run.n == {"pairs of days": 42}
    alone = response(days_of(sessions("a", done), told).alone(0), "morning").forward[0]
    assert drops.estimate == alone.estimate and run.low is not None


def test_without_drops_sport_is_answered_in_both_directions():
    minutes = np.random.default_rng(4).choice([0.0, 30.0, 60.0], 84)
    felt = np.array(noise(84))
    felt[1:] += 0.2 * minutes[:-1]
    started = [START + pd.Timedelta(days=day, hours=18) for day in range(84)]
    sport = pd.DataFrame({"person": "a", "started": started, "sport": "run", "minutes": minutes})
    found = response(
        days_of(pain("a", dict(enumerate(felt.tolist()))), activities=sport).alone(0), "morning"
    )
    assert found.load == "minutes" and found.shown is found.forward[2] and found.shown.low > 0
    assert "after days with 30 minutes of other sport more than usual had" in found.sentence
    assert "Minutes of other sport for 10 points more pain" in found.reverse.name
    assert len(found.points) == 83 and found.forward[0].n == {"pairs of days": 0}


def test_a_log_of_pain_alone_has_reasons_and_no_numbers():
    found = response(days_of(pain("a", dict(enumerate(noise(60))))).alone(0), "morning")
    assert all(told.estimate is None and told.no_interval for told in found.forward)
    assert found.points.empty and "no number" in found.sentence


def alarms(seeds: range, back: float, rho: float = 0.5) -> int:
    """Return how often an answer to the drops is seen where there is none, with days missing."""
    found = (response(made(s, back=back, rho=rho, gaps=0.15), "morning") for s in seeds)
    return sum(told.forward[0].p < 0.05 for told in found)


def alarms_of_less(seeds: range, rho: float = 0.5) -> int:
    """Return how often drops are seen to answer pain where only pain answers them."""
    found = (response(made(s, per_drop=0.2, rho=rho, gaps=0.15), "morning") for s in seeds)
    return sum(told.reverse.p < 0.05 for told in found)


@pytest.mark.parametrize("back", [0.0, 2.0])
def test_days_without_an_answer_are_rarely_called_one(back):
    assert stats.binomtest(alarms(range(100), back), 100).proportion_ci(0.9).low <= 0.08


def test_drops_that_answer_nothing_are_rarely_called_fewer_after_pain():
    assert stats.binomtest(alarms_of_less(range(100)), 100).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
@pytest.mark.parametrize("back", [0.0, 2.0])
def test_days_without_an_answer_are_rarely_called_one_in_a_thousand(back, rho):
    assert stats.binomtest(alarms(range(1000), back, rho), 1000).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_drops_are_rarely_called_fewer_in_a_thousand(rho):
    assert stats.binomtest(alarms_of_less(range(1000), rho), 1000).proportion_ci(0.9).low <= 0.08
