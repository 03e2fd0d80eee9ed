"""The trend of one tendon: gated by length, said in words, and never more than the log."""

import time

import numpy as np
import pytest

from analysis.tendon.trend import trend
from tests.diaries import days_of, pain

RNG = np.random.default_rng(4)


def falling(n: int, slope: float = -0.5) -> dict[int, float]:
    noise = RNG.normal(0, 4, n)
    return {day: float(np.clip(60 + slope * day + noise[day], 0, 100)) for day in range(n)}


def of(by_day: dict[int, float]):
    return trend(days_of(pain("a", by_day)), 0)


def test_a_fall_is_found_with_its_interval_and_days():
    found = of(falling(84))
    assert found.estimate.low < -3.5 < found.estimate.high
    assert found.estimate.n == {"days logged": 84}
    assert found.sentence.startswith("Morning pain fell by")
    assert "95 % interval" in found.sentence


@pytest.mark.parametrize(("n", "interval", "tagged"), [(27, False, False), (28, True, True)])
def test_below_28_days_there_is_a_line_and_no_interval(n, interval, tagged):
    found = of(falling(n))
    assert found.points["line"].notna().all()
    assert (found.estimate.low is not None) == interval
    assert any("short series" in w for w in found.estimate.warnings) == tagged
    if not interval:
        assert "28 logged days" in found.estimate.no_interval
        assert "too short" in found.sentence


@pytest.mark.parametrize(("n", "tagged"), [(55, True), (56, False)])
def test_from_56_days_on_the_series_is_no_longer_called_short(n, tagged):
    warnings = of(falling(n)).estimate.warnings
    assert any("short series" in warning for warning in warnings) == tagged


def test_an_interval_over_zero_says_both_directions():
    found = of(falling(84, slope=0.0))
    if found.estimate.low < 0 < found.estimate.high:
        assert "falling or rising" in found.sentence
    assert found.estimate.low < 0.5 and found.estimate.high > -0.5


def test_only_the_last_twelve_weeks_are_looked_at():
    found = of(falling(300, slope=-0.1))
    assert found.points["day"].min() == 300 - 84


def test_many_days_at_an_end_are_said():
    by_day = {day: (0.0 if day % 3 == 0 else 20.0 + RNG.normal(0, 3)) for day in range(60)}
    assert any("no pain" in warning for warning in of(by_day).estimate.warnings)


@pytest.mark.parametrize(
    "by_day", [{0: 30.0}, {0: 30.0, 1: 31.0, 2: 29.0}, dict.fromkeys(range(40), 5.0)]
)
def test_too_few_days_or_no_scatter_give_no_number(by_day):
    found = of(by_day)
    assert found.estimate.estimate is None
    assert found.estimate.no_interval


def test_a_log_without_pain_is_told_so():
    from tests.diaries import sessions

    with pytest.raises(ValueError, match="no pain"):
        trend(days_of(sessions("a", {0: 90.0})), 0)


def test_all_of_a_long_log_is_looked_at_where_asked_in_a_moment():
    days = days_of(pain("a", falling(1095, slope=0.0)))
    late, whole = trend(days, 0), trend(days, 0, span=None)
    assert late.estimate.n == {"days logged": 84}
    assert whole.estimate.n == {"days logged": 1095} and len(whole.points) == 1095
    assert "over 1,095 days" in whole.sentence
    spent = []
    for _ in range(5):
        began = time.process_time()
        trend(days, 0, span=None)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.1
