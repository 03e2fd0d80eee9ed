"""Hedges' g, against a published table and the gamma function."""

import math

import numpy as np
import pytest

from analysis.groups.methods.standardised import correction, hedges
from tests.groups.cohorts import people_of


def with_moments(mean: float, sd: float, n: int) -> list[float]:
    raw = np.linspace(-1, 1, n)
    return (mean + sd * (raw - raw.mean()) / raw.std(ddof=1)).tolist()


def test_a_study_of_stroke_care_as_rs_metafor_has_it():
    people = people_of({"care": with_moments(55, 47, 155), "usual": with_moments(75, 64, 156)})
    found = hedges(people, ("care", "usual"))
    assert found.estimate == pytest.approx(-0.3552, abs=5e-5)
    assert ((found.high - found.low) / 2 / 1.959964) ** 2 == pytest.approx(0.0131, abs=5e-5)
    assert found.p is None


@pytest.mark.parametrize("df", [2, 8, 18, 198])
def test_the_correction_is_hedges_gamma_functions(df):
    wanted = math.gamma(df / 2) / (math.sqrt(df / 2) * math.gamma((df - 1) / 2))
    assert correction(df) == pytest.approx(wanted, rel=1e-12)


def test_thousands_of_people_overflow_nothing():
    assert correction(5998) == pytest.approx(1 - 3 / (4 * 5998 - 1), abs=1e-8)


@pytest.mark.parametrize(
    "groups", [{"a": [1] * 6, "b": [2] * 6}, {"a": [1, 2, 3, 4], "b": [1] * 9}]
)
def test_without_scatter_or_with_few_people_there_is_none(groups):
    found = hedges(people_of(groups), ("a", "b"))
    assert (found.estimate, found.low) == (None, None)
