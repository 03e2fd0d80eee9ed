"""Each difference against its own formula, worked out without the library that gave it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.groups.ancova import interaction
from analysis.groups.comparison import compare
from analysis.groups.differences import pairs
from tests.groups.cohorts import outcomes_of, two_arms


def arms(outcomes, column="change"):
    table = outcomes.table
    return (table.loc[table["arm"] == name, column].to_numpy() for name in ("a", "b"))


def welch_by_hand(a: np.ndarray, b: np.ndarray) -> tuple[float, float, float, float]:
    va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    difference, se = a.mean() - b.mean(), np.sqrt(va + vb)
    df = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    half = stats.t.ppf(0.975, df) * se
    p = 2 * stats.t.sf(abs(difference / se), df)
    return difference, difference - half, difference + half, p


def ancova_by_hand(outcomes) -> tuple[float, float, float, float]:
    table = outcomes.table
    first = (table["arm"] == "a").to_numpy(float)
    x = np.column_stack([np.ones(len(table)), first, table["baseline"]])
    y = table["end"].to_numpy()
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ y
    leverage = np.einsum("ij,jk,ik->i", x, inverse, x)
    scaled = ((y - x @ beta) / (1 - leverage)) ** 2
    covariance = inverse @ (x.T * scaled) @ x @ inverse
    se, df = np.sqrt(covariance[1, 1]), len(y) - 3
    half = stats.t.ppf(0.975, df) * se
    return beta[1], beta[1] - half, beta[1] + half, 2 * stats.t.sf(abs(beta[1] / se), df)


def numbers(estimate) -> tuple:
    return estimate.estimate, estimate.low, estimate.high, estimate.p


def test_from_ten_people_a_group_the_headline_is_ancova_with_hc3_and_t():
    outcomes = two_arms(12, difference=-8.0)
    ancova, welch = compare(outcomes, "arm").estimates[:2]
    assert ancova.method.startswith("ANCOVA")
    assert numbers(ancova) == pytest.approx(ancova_by_hand(outcomes), rel=1e-9)
    assert numbers(welch) == pytest.approx(welch_by_hand(*arms(outcomes)), rel=1e-9)


def test_below_ten_the_headline_is_welch_and_ancova_is_not_offered():
    outcomes = two_arms(9)
    found = compare(outcomes, "arm").estimates
    assert numbers(found[0]) == pytest.approx(welch_by_hand(*arms(outcomes)), rel=1e-9)
    assert any("Very small" in warning for warning in found[0].warnings)
    assert not any(one.method.startswith("ANCOVA") for one in found)


@pytest.mark.parametrize("n", [3, 4])
def test_with_three_or_four_people_there_is_a_difference_and_no_interval(n):
    outcomes = two_arms(n)
    top = compare(outcomes, "arm").estimates[0]
    a, b = arms(outcomes)
    assert top.estimate == pytest.approx(a.mean() - b.mean())
    assert (top.low, top.p) == (None, None)
    assert "fewer than 5 people" in top.no_interval


def test_with_two_people_there_is_no_number_and_the_page_says_so():
    found = compare(two_arms(2), "arm")
    assert found.estimates[0].estimate is None
    assert "too few people" in found.sentence


def test_three_groups_give_all_pairs_with_games_howell():
    rng = np.random.default_rng(3)
    told = {"arm": np.repeat(["a", "b", "c"], 7), "baseline": 60.0, "end": rng.normal(40, 9, 21)}
    outcomes = outcomes_of(pd_frame(told))
    found = [one for one in compare(outcomes, "arm").estimates if " minus " in one.name]
    assert [one.name for one in found] == ["a minus b", "a minus c", "b minus c"]
    groups = [outcomes.table.loc[outcomes.table["arm"] == g, "change"] for g in "abc"]
    for one, (i, j) in zip(found, [(0, 1), (0, 2), (1, 2)], strict=True):
        va, vb = (groups[k].var() / 7 for k in (i, j))
        df = (va + vb) ** 2 / (va**2 / 6 + vb**2 / 6)
        difference = groups[i].mean() - groups[j].mean()
        half = stats.studentized_range.ppf(0.95, 3, df) * np.sqrt((va + vb) / 2)
        p = stats.studentized_range.sf(abs(difference) / np.sqrt((va + vb) / 2), 3, df)
        expected = (difference, difference - half, difference + half, p)
        assert numbers(one) == pytest.approx(expected, rel=1e-5)


def test_a_small_group_does_not_take_the_others_out_of_one_family():
    rng = np.random.default_rng(8)
    told = {"arm": np.repeat(list("abcd"), [8, 4, 9, 7]), "baseline": 60.0}
    outcomes = outcomes_of(pd_frame({**told, "end": rng.normal(40, 9, 28)}))
    found = {one.name: one for one in compare(outcomes, "arm").estimates if " minus " in one.name}
    groups = [outcomes.table.loc[outcomes.table["arm"] == g, "change"] for g in "acd"]
    wanted = stats.tukey_hsd(*groups, equal_var=False)
    for (i, j), name in {(0, 1): "a minus c", (0, 2): "a minus d", (1, 2): "c minus d"}.items():
        assert found[name].p == pytest.approx(wanted.pvalue[i, j], rel=1e-5)
    assert [found[name].p for name in ("a minus b", "b minus c", "b minus d")] == [None] * 3


def test_groups_without_any_scatter_have_no_interval_between_them():
    end = [40.0] * 12 + [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    told = {"arm": np.repeat(["a", "b", "c"], 6), "baseline": 60.0, "end": end}
    a_b, a_c, _ = compare(outcomes_of(pd_frame(told)), "arm").estimates[:3]
    assert (a_b.estimate, a_b.low, a_b.p) == (0.0, None, None)
    assert a_c.low < a_c.estimate < a_c.high


def test_nothing_is_said_of_baselines_where_one_group_began_alike():
    table = two_arms(12).table.drop(columns="change")
    table = table.assign(baseline=table["baseline"].where(table["arm"] == "b", 60.0))
    found = compare(outcomes_of(table), "arm")
    assert found.estimates[0].method.startswith("ANCOVA")
    assert not any("may depend" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (-40.0, "pain had fallen 35 points of 100 more in a than in b"),
        (15.0, "pain had fallen 20 points of 100 less in a than in b"),
        (40.0, "pain had moved 45 points of 100 further up in a than in b"),
    ],
)
def test_a_difference_of_changes_says_which_way_pain_moved(difference, said):
    assert said in compare(two_arms(8, difference=difference), "arm").sentence


def test_where_pain_rose_in_both_groups_the_difference_is_one_of_rises():
    table = two_arms(8, difference=5.0).table.drop(columns="change")
    made = outcomes_of(table.assign(end=table["end"] + 60))
    assert "pain had risen 10 points of 100 more in a than in b" in compare(made, "arm").sentence


def pd_frame(told):
    import pandas as pd

    return pd.DataFrame(told)


def test_three_large_groups_say_holms_p_beside_each_own():
    rng = np.random.default_rng(4)
    told = {"arm": np.repeat(["a", "b", "c"], 12), "baseline": rng.normal(60, 9, 36)}
    outcomes = outcomes_of(pd_frame({**told, "end": rng.normal(40, 9, 36)}))
    found = [o for o in compare(outcomes, "arm").estimates if o.method.startswith("ANCOVA")]
    order = np.argsort([one.p for one in found])
    running = 0.0
    for rank, index in enumerate(order):
        running = min(1.0, max(running, (3 - rank) * found[index].p))
        assert f"{running:.3f}" in found[index].warnings[-1]


def holm_by_hand(p: list[float]) -> list[float]:
    adjusted, highest = [0.0] * len(p), 0.0
    for rank, index in enumerate(np.argsort(p)):
        highest = max(highest, min(1.0, (len(p) - rank) * p[index]))
        adjusted[index] = highest
    return adjusted


def test_ancova_of_three_groups_is_one_model_with_hc3_and_holm_beside_it():
    rng = np.random.default_rng(11)
    arm, start = np.repeat(["a", "b", "c"], [10, 13, 16]), rng.normal(60, 9, 39)
    end = 5 + 0.6 * start - 9 * (arm == "a") + rng.normal(0, 1, 39) * np.where(arm == "c", 14, 6)
    outcomes = outcomes_of(pd_frame({"arm": arm, "baseline": start, "end": end}))
    found = compare(outcomes, "arm").estimates[:3]
    x = np.column_stack([np.ones(39), arm == "b", arm == "c", start]).astype(float)
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ end
    scaled = ((end - x @ beta) / (1 - np.diag(x @ inverse @ x.T))) ** 2
    covariance = inverse @ x.T @ np.diag(scaled) @ x @ inverse
    p = []
    contrasts = [(0, -1, 0, 0), (0, 0, -1, 0), (0, 1, -1, 0)]
    for one, weights in zip(found, np.array(contrasts), strict=True):
        difference, se = weights @ beta, np.sqrt(weights @ covariance @ weights)
        half = stats.t.ppf(0.975, 35) * se
        p.append(2 * stats.t.sf(abs(difference) / se, 35))
        expected = (difference, difference - half, difference + half, p[-1])
        assert numbers(one) == pytest.approx(expected, rel=1e-8)
    for one, adjusted in zip(found, holm_by_hand(p), strict=True):
        assert "Over 3 pairs" in one.warnings[-1]
        told = one.warnings[-1].removesuffix(".").split()[-1]
        assert float(told) == pytest.approx(max(adjusted, 0.001), abs=0.0006)


@pytest.mark.parametrize("lean", [0.0, 1.5])
def test_a_difference_that_leans_on_the_baseline_is_said_at_three_baselines(lean):
    table = two_arms(20, seed=6).table.drop(columns="change")
    first = (table["arm"] == "a").to_numpy(float)
    end = table["end"] + lean * first * (table["baseline"] - 65)
    table = table.assign(end=end)
    x = np.column_stack([np.ones(40), first, table["baseline"], first * table["baseline"]])
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ end.to_numpy()
    scaled = ((end - x @ beta) / (1 - np.diag(x @ inverse @ x.T))) ** 2
    se = np.sqrt((inverse @ (x.T * scaled.to_numpy()) @ x @ inverse)[3, 3])
    people = table.assign(group=table["arm"])
    p, at = interaction(people, ["a", "b"])
    assert p == pytest.approx(2 * stats.t.sf(abs(beta[3]) / se, 36), rel=1e-6)
    starts = np.quantile(table["baseline"], [0.1, 0.5, 0.9])
    assert list(at) == pytest.approx(list(starts))
    assert list(at.values()) == pytest.approx(list(beta[1] + beta[3] * starts))
    said = [w for w in compare(outcomes_of(table), "arm").warnings if "may depend" in w]
    assert (len(said) == 1) == (p < 0.1) == (lean > 0)


def test_one_groups_own_change_has_students_interval_and_no_p():
    outcomes = two_arms(7)
    own = compare(outcomes, "arm").estimates[-1]
    (_, b) = arms(outcomes)
    half = stats.t.ppf(0.975, 6) * b.std(ddof=1) / np.sqrt(7)
    assert own.name == "Mean change in b"
    expected = (b.mean(), b.mean() - half, b.mean() + half)
    assert numbers(own)[:3] == pytest.approx(expected, rel=1e-9)
    assert own.p is None


def test_numbers_are_compared_higher_minus_lower_and_words_by_letter():
    assert pairs(["90", "180"]) == [("180", "90")]
    assert pairs(["active", "sham"]) == [("active", "sham")]


@given(st.permutations(range(24)), st.floats(-20, 20), st.sampled_from([0.5, 2.0]))
@settings(max_examples=20, deadline=None)
def test_order_shift_and_scale_do_what_they_must(order, shift, scale):
    outcomes = two_arms(12, seed=9)
    before = compare(outcomes, "arm").estimates[0]
    table = outcomes.table.iloc[list(order)].reset_index(drop=True)
    moved = table.assign(
        baseline=scale * table["baseline"] + shift,
        end=scale * table["end"] + shift,
        change=scale * table["change"],
    )
    after = compare(outcomes_of(moved), "arm").estimates[0]
    expected = tuple(scale * v for v in numbers(before)[:3])
    assert numbers(after)[:3] == pytest.approx(expected, rel=1e-7, abs=1e-7)
    assert after.p == pytest.approx(before.p, rel=1e-6)


def false_alarms(seeds: range, n: int) -> int:
    return sum(compare(two_arms(n, seed), "arm").estimates[0].p < 0.05 for seed in seeds)


@pytest.mark.parametrize("n", [8, 12])
def test_nothing_true_is_rarely_called_a_difference(n):
    alarms = false_alarms(range(100), n)
    assert stats.binomtest(alarms, 100).proportion_ci(0.9).low <= 0.08


@pytest.mark.full
@pytest.mark.parametrize("n", [8, 12, 40])
def test_nothing_true_is_rarely_called_a_difference_in_a_thousand(n):
    alarms = false_alarms(range(1000), n)
    assert stats.binomtest(alarms, 1000).proportion_ci(0.9).low <= 0.08
