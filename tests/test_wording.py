"""Numbers are said once and the same everywhere."""

import math

import pytest

from analysis.estimate import Estimate
from analysis.wording import interval, number, p_value, plural, say


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (-0.04, 1, "0.0"),
        (-23.476, 2, "−23.48"),
        (15120.0, None, "15,120"),
        (2.5, None, "2.5"),
        (math.nan, None, "–"),
        (None, 1, "–"),
    ],
)
def test_numbers_have_a_real_minus_and_no_negative_zero(value, digits, text):
    assert number(value, digits) == text


def test_a_missing_interval_says_why():
    told = Estimate("drops", "count", 90.0, "drops", {"days": 1}, no_interval="a count")
    assert interval(told) == "no interval: a count"


def test_an_estimate_is_said_with_unit_interval_p_n_and_method():
    told = Estimate(
        "a minus b", "Welch's t", -2.0, "points", {"a": 5, "b": 6}, low=-4.2, high=0.2, p=0.07
    )
    assert say(told) == (
        "−2.0 points (95 % interval −4.2 to 0.2; p = 0.070; a: 5, b: 6 people; Welch's t)"
    )


def test_small_p_values_are_never_zero():
    assert p_value(1e-12) == "< 0.001"


def test_one_is_singular():
    assert plural(1, "row") == "1 row"
