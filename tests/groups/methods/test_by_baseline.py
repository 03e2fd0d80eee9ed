"""A difference that goes with the start: one model, by hand, at three starts."""

import numpy as np
import pytest
from scipy import stats

from analysis.groups.ancova import interaction
from analysis.groups.methods.by_baseline import baseline_by_group
from analysis.groups.people import one_each
from tests.groups.cohorts import outcomes_of, two_arms


def people_who(tilt: float, n: int = 25):
    table = two_arms(n, seed=7).table.drop(columns="change")
    tilted = table["end"] + tilt * (table["baseline"] - 65) * (table["arm"] == "a")
    return one_each(outcomes_of(table.assign(end=tilted)), "arm")[0]


def by_hand(people, weights: np.ndarray) -> tuple[float, float, float, float]:
    first, start = (people["group"] == "a").to_numpy(float), people["baseline"].to_numpy()
    x = np.column_stack([np.ones(len(first)), first, start, first * start])
    y = people["end"].to_numpy()
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ y
    leverage = np.einsum("ij,jk,ik->i", x, inverse, x)
    meat = (x.T * ((y - x @ beta) / (1 - leverage)) ** 2) @ x
    value = weights @ beta
    se, df = np.sqrt(weights @ inverse @ meat @ inverse @ weights), len(y) - 4
    half = stats.t.ppf(0.975, df) * se
    return value, value - half, value + half, 2 * stats.t.sf(abs(value / se), df)


def numbers(one) -> tuple:
    return one.estimate, one.low, one.high, one.p


def test_the_difference_is_read_at_three_starts_of_one_model():
    people = people_who(0.8)
    test, *three = baseline_by_group(people, ("a", "b"))
    assert numbers(test) == pytest.approx(by_hand(people, np.array([0, 0, 0, 10.0])), rel=1e-6)
    for one, start in zip(three, np.quantile(people["baseline"], [0.1, 0.5, 0.9]), strict=True):
        assert numbers(one) == pytest.approx(by_hand(people, np.array([0, 1, 0, start])), rel=1e-6)
    assert [one.name.split(", ")[1][:12] for one in three] == [
        "from a low s",
        "from a middl",
        "from a high ",
    ]


def test_the_note_of_the_headline_and_these_are_the_same_numbers():
    people = people_who(0.8)
    p, at = interaction(people, ["a", "b"])
    test, *three = baseline_by_group(people, ("a", "b"))
    assert test.p == pytest.approx(p)
    assert [one.estimate for one in three] == pytest.approx(list(at.values()))


def test_where_nothing_leans_on_the_start_the_test_stands_alone():
    found = baseline_by_group(people_who(0.0), ("a", "b"))
    assert len(found) == 1 and found[0].p > 0.1


def test_few_people_or_one_start_have_none():
    assert baseline_by_group(people_who(0.8, n=9), ("a", "b")) == ()
    alike = people_who(0.8).assign(
        baseline=lambda told: told["baseline"].where(told["group"] == "a", 60.0)
    )
    assert baseline_by_group(alike, ("a", "b")) == ()
