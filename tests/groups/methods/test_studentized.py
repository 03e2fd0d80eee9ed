"""The studentized range against scipy's slow one, and its table."""

import numpy as np
import pytest
from scipy import stats

from analysis.groups.methods.studentized import among, limit, upper_tail


@pytest.mark.parametrize(("k", "df"), [(3, 4.2), (3, 17.1), (6, 9.5), (10, 60.3), (4, 1990.0)])
@pytest.mark.parametrize("q", [0.3, 2.0, 3.5, 6.0])
def test_the_tail_is_scipys(k, df, q):
    assert upper_tail(q, k, df) == pytest.approx(stats.studentized_range.sf(q, k, df), abs=2e-8)


@pytest.mark.parametrize(
    ("k", "df", "tabled"), [(3, 10, 3.877), (5, 20, 4.232), (10, 60, 4.646), (2, 5, 3.635)]
)
def test_limits_are_those_of_the_table(k, df, tabled):
    assert limit(k, df) == pytest.approx(tabled, abs=1e-3)


def test_two_means_are_students_t():
    assert limit(2, 12) == pytest.approx(2**0.5 * stats.t.ppf(0.975, 12), rel=1e-7)


def test_a_far_range_is_rare_and_never_below_nothing():
    assert 0 <= upper_tail(60.0, 3, 40) < 1e-12


def test_a_pair_among_four_is_scipys_games_howell():
    rng = np.random.default_rng(8)
    groups = [rng.normal(0, sd, n) for sd, n in ((3, 5), (9, 8), (5, 20), (1, 7))]
    wanted = stats.tukey_hsd(*groups, equal_var=False)
    value, half, p = among(4, groups[0], groups[2])
    limits = wanted.confidence_interval()
    assert (value, p) == pytest.approx((wanted.statistic[0, 2], wanted.pvalue[0, 2]), rel=1e-6)
    got = (value - half, value + half)
    assert got == pytest.approx((limits.low[0, 2], limits.high[0, 2]), rel=1e-5)
